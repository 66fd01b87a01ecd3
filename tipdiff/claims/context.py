"""What a figure is about: the event, the law, who and where, the breakdown, figure or norm.

All tables are read once a sentence into places; a figure then takes what stands nearest to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import Final, NamedTuple

from tipdiff.claims.counted import is_adjective, noun_before, noun_phrase
from tipdiff.claims.figures import Figure
from tipdiff.claims.lexicon import FUNCTION, MONTHS, PERSONS, is_demonym
from tipdiff.claims.tokens import Tokens
from tipdiff.records import ClaimKind

__all__ = ["EVENTS", "Context", "Setting", "noun_event"]

#: What can happen to those counted: the event, its verb forms, and the nouns that count it.
EVENTS: Final[tuple[tuple[str, str, str], ...]] = (
    ("investigated", "investigated investigate investigates investigating probed", "investigation investigations"),
    ("arrested", "arrested arrest arrests arresting apprehended", "arrest arrests"),
    ("detained", "detained detain", "detention detentions"),
    ("charged", "charged charge charging indicted accused", "charge charges indictment indictments"),
    ("prosecuted", "prosecuted prosecute prosecutes prosecuting tried", "prosecution prosecutions trial trials"),
    ("convicted", "convicted convict convicts convicting", "conviction convictions"),
    ("acquitted", "acquitted acquit", "acquittal acquittals"),
    ("sentenced", "sentenced sentencing imprisoned jailed", "sentence sentences"),
    ("fined", "fined", "fine fines"),
    ("dismissed", "dismissed dismiss", "dismissal dismissals"),
    ("extradited", "extradited extradite", "extradition extraditions"),
    ("identified", "identified identify identifies identifying recognized", "identification identifications"),
    ("rescued", "rescued rescue rescuing freed", "rescue rescues"),
    ("assisted", "assisted assist assists assisting helped aided counseled", ""),
    ("sheltered", "sheltered housed accommodated", ""),
    ("referred", "referred refer referring", "referral referrals"),
    ("repatriated", "repatriated repatriate repatriating", "repatriation repatriations"),
    ("deported", "deported deport deporting expelled", "deportation deportations expulsion expulsions"),
    ("trained", "trained train", "training trainings"),
    ("raided", "raided", "raid raids inspection inspections"),
    ("trafficked", "trafficked smuggled", ""),
    ("granted", "granted issued awarded", ""),
    ("registered", "registered recorded reported", "report reports complaint complaints"),
    ("budgeted", "budgeted allocated earmarked", ""),
    ("spent", "spent disbursed", "expenditure expenditures"),
    ("ratified", "ratified", "ratification ratifications"),
    ("employed", "employed employs", ""),
)  # fmt: skip
_VERBS: Final = {form: event for event, verbs, _ in EVENTS for form in verbs.split()}
_NOUNS: Final = {form: event for event, _, nouns in EVENTS for form in nouns.split()}
#: How the forms end that are verbs wherever they stand.
_PAST: Final = ("ed", "ing", "spent")
#: Base forms are verbs only after these ("to arrest", "did not prosecute").
_BASE_AFTER: Final = frozenset(
    "to not did will would may can could should must and or police".split()
)

_LAW_WORDS: Final = frozenset(
    "law laws statute statutes act acts code legislation provision provisions article articles "
    "section sections ordinance decree".split()
)
_BE: Final = frozenset("was were been being are is be".split())

#: Words that say a sentence tells what the law provides.
_NORM: Final = re.compile(
    r"punish|penalt|sanction|prison term|term of imprisonment|imprisonment (?:of|for|from|not)|carr(?:y|ies) "
    r"|(?:maximum|minimum) (?:sentence|term|fine|age|prison)|\bliable\b|prescri|stipulat|\bshall\b"
    r"|criminali[sz]|\barticles? \d|age of (?:consent|majority|criminal)|legal age|working age|reflection"
    r"|\blaws? (?:also )?(?:allow|provid|permit|require|forbid|prohibit|set|codif|define|establish|guarantee|limit)"
    r"|prohibits|forbids|codifies|felony|misdemeanor|sentences? (?:\w+ )?(?:vary|varies|ranges?)\b"
    r"|\b(?:is|are|was|be) (?:il)?legal\b|\billegal to\b|permissible|unlawful|(?:will|shall|may|can|is|are|would) be imposed|\bis imposed"
    r"|sentences? (?:will|would|shall|may|can) be|entitled to|to decide whether|compulsory education|defined as|may be detained",
    re.IGNORECASE,
)
#: Words that say that something was really done to somebody.
_DONE: Final = re.compile(
    r"\b(?:was|were|been|courts?) sentenced|sentenced (?:\w+ ){1,3}to\b|\breceived\b|\bconvicted\b|\bserved\b"
    r"|\bserving\b|(?<!be )(?<!is )(?<!are )\bimposed\b|\bhanded down\b",
    re.IGNORECASE,
)
_NORM_UNITS: Final = ("duration", "money", "age")

_SEX: Final = {
    "female": "woman women girl girls female females wives".split(),
    "male": "man men boy boys male males".split(),
}
_GROUPS: Final = {
    "minor": "child children minor minors girl girls boy boys juvenile juveniles underage".split(),
    "adult": "adult adults woman women man men".split(),
}
_FORMS: Final = {
    "sex": "sex sexual prostitution".split(),
    "labor": "labor labour servitude".split(),
}
_BY_WORD: Final[dict[str, list[tuple[str, str]]]] = {}
for _key, _table in (("sex", _SEX), ("age", _GROUPS), ("form", _FORMS)):
    for _name, _list in _table.items():
        for _word in _list:
            _BY_WORD.setdefault(_word, []).append((_key, _name))

#: Those who act for a state, whose nationality is the report's own and no breakdown.
_OFFICIALS: Final = frozenset(
    "police officers officials policemen prosecutors judges courts soldiers authorities".split()
)
_AGENTS: Final = frozenset(
    "police government ministry court courts prosecutor prosecutors authorities judiciary "
    "parliament ngo ngos iom ilo unicef interpol embassy immigration customs department bureau "
    "shelter hotline agency union".split()
)
#: How far before a figure the one who acted may stand, in tokens.
_AGENT_REACH: Final = 25
#: How far an event may stand from the figure that it happened to, in tokens.
_REACH: Final = 14


#: Longest bracket behind a total that is stepped over to its verb, in tokens.
_BRACKET: Final = 60


class Setting(NamedTuple):
    """What surrounds a figure, in the fields of a claim."""

    counted: str | None
    event: str | None
    kind: ClaimKind
    law: str | None
    who: str | None
    where: str | None
    breakdown: Mapping[str, str]


class Context:
    """The events, laws and places of a sentence."""

    def __init__(self, tokens: Tokens, figures: list[Figure]) -> None:
        self._tokens = tokens
        self._figures = figures
        self._events: list[tuple[int, str]] = []
        self._laws: list[tuple[int, str]] = []
        self._places: list[tuple[int, str]] = []
        self._agents: list[int] = []
        low = tokens.low
        for i in range(tokens.count):
            word = low[i]
            event = _VERBS.get(word)
            if event is not None and (word.endswith(_PAST) or low[i - 1] in _BASE_AFTER):
                self._events.append((i, event))
            elif word == "under":
                law = self._law(i)
                if law is not None:
                    self._laws.append((i, law))
            elif word in {"in", "at", "near", "from"}:
                place = self._place(i)
                if place is not None:
                    self._places.append((i, place))
            elif word in _AGENTS:
                self._agents.append(i)
        self._norm = any(figure.unit.startswith(_NORM_UNITS) for figure in figures) and (
            _NORM.search(tokens.text) is not None and _DONE.search(tokens.text) is None
        )

    def _law(self, i: int) -> str | None:
        tokens, low = self._tokens, self._tokens.low
        for k in range(i + 1, i + 9):
            if low[k] in _LAW_WORDS:
                end = k + 1
                while (
                    (tokens.glued(end) and low[end].isalpha())
                    or low[end][:1].isdigit()
                    or low[end] in {",", "and"}
                    and low[end + 1][:1].isdigit()
                ):
                    end += 1
                    if end - k > 6:
                        break
                return self._tokens.phrase(i + 1, end)
            if not (low[k].isalpha() or low[k] in {"-", "'", "/"}) or low[k] in _BE:
                return None
        return None

    def _place(self, i: int) -> str | None:
        tokens = self._tokens
        at = i + 1 + (tokens.low[i + 1] == "the")
        end = at
        while (
            end - at < 4
            and tokens.low[end].isalpha()
            and tokens.capital(end)
            and tokens.low[end] not in MONTHS
            and tokens.low[end] not in FUNCTION
        ):
            end += 1
        return tokens.phrase(at, end) if end > at else None

    def of(self, index: int) -> Setting:
        """Return the setting of a figure."""
        figure = self._figures[index]
        start, end = figure.start, figure.end if figure.noun is None else figure.noun[1]
        ahead = (
            self._figures[index + 1].start if index + 1 < len(self._figures) else self._tokens.count
        )
        law = self._near(self._laws, start, end, ahead)
        breakdown = self._breakdown(figure)
        event = self._event(figure, start, end, ahead)
        return Setting(
            counted=self._counted(index, figure, breakdown),
            event=event,
            kind="norm" if self._norm and figure.unit.startswith(_NORM_UNITS) else "figure",
            law=law,
            who=self._who(figure, start) if event or figure.unit == "duration:hour" else None,
            where=self._after(self._places, end, ahead),
            breakdown=breakdown,
        )

    def _after(self, places: list[tuple[int, str]], end: int, ahead: int) -> str | None:
        """Return the first entry between a figure and the next one."""
        low = self._tokens.low
        for place, name in _window(places, end, min(ahead, end + _REACH)):
            return None if ";" in low[end:place] else name
        return None

    def _near(self, places: list[tuple[int, str]], start: int, end: int, ahead: int) -> str | None:
        found = self._after(places, end, ahead)
        if found is not None:
            return found
        low = self._tokens.low
        for place, name in reversed(_window(places, start - 10, start)):
            between = low[place:start]
            return None if {",", ";"} & set(between) else name
        return None

    def _event(self, figure: Figure, start: int, end: int, ahead: int) -> str | None:
        """Choose the event: of the noun itself, said of it behind, or done to it before."""
        low = self._tokens.low
        if figure.noun is not None:
            for i in range(figure.noun[1] - 1, figure.noun[0] - 1, -1):
                if low[i] in _NOUNS and (
                    i == figure.noun[1] - 1 or low[i + 1] in {"of", "or", "and"}
                ):
                    return _NOUNS[low[i]]
            for i in range(figure.noun[0], figure.noun[1]):
                if low[i] in _VERBS and low[i].endswith("ed"):
                    return _VERBS[low[i]]
        if low[end] == "(" and figure.unit == "count":
            closing = self._bracket(end)
            end, ahead = closing, max(ahead, closing + _REACH)
        for place, event in _window(self._events, end, min(ahead, end + _REACH)):
            between = low[end:place]
            if ";" in between:
                break
            if (
                place == end
                or not between
                or any(word in _BE or word in {"had", "have", "has"} for word in between[-3:])
            ):
                return event
        if low[end] in _BE or low[end] in {"had", "have", "has"}:
            return None  # the subject of a verb of its own: "police arrested 5, and 9 were present"
        for place, event in reversed(_window(self._events, start - 2 * _REACH, start)):
            if ";" in low[place:start]:
                break
            if event == "registered" and "that" in low[place + 1 : place + 8]:
                continue
            return event
        return None

    def _purpose(self, end: int) -> str | None:
        """Return what money is for: "50,000 euros (...) to the shelter", "for training"."""
        tokens, low = self._tokens, self._tokens.low
        if low[end] == ")":
            end += 1
        elif low[end] == "(":
            end = self._bracket(end)
        if low[end] not in {"to", "for", "toward", "towards"}:
            return None
        noun = noun_phrase(tokens, end + 1, single=True)
        return None if noun is None else tokens.phrase(*noun)

    def _bracket(self, end: int) -> int:
        """Return the token behind the bracket that opens at a token, or the token itself."""
        low = self._tokens.low
        for at in range(end + 1, min(end + _BRACKET, self._tokens.count)):
            if low[at] == ")":
                return at + 1
        return end

    def _who(self, figure: Figure, start: int) -> str | None:
        """Name who acted: the officer of "officer 12 hours", the agency before the verb."""
        tokens, low = self._tokens, self._tokens.low
        if figure.unit == "duration:hour":
            at = start - 1
            while at >= 0 and low[at] in {",", "-", ":", "(", ")", "about", "approximately"}:
                at -= 1
            first = at
            while (
                first >= 0
                and at - first < 4
                and (low[first].isalpha() and low[first] not in FUNCTION)
            ):
                first -= 1
            return tokens.phrase(first + 1, at + 1) or None
        left = bisect_left(self._agents, start - _AGENT_REACH)
        before = self._agents[left : bisect_left(self._agents, start)]
        if not before or not self._events or ";" in low[before[-1] : start]:
            return None
        at = before[0]
        first = at
        while (
            first > 0
            and at - first < 4
            and low[first - 1].isalpha()
            and low[first - 1] not in FUNCTION
        ):
            first -= 1
        last = at + 1
        if low[last] in {"of", "for"} and tokens.capital(last + 1):
            last += 1
            while (
                last - at < 8
                and (tokens.capital(last) or low[last] in {"and", "of", "for"})
                and low[last].isalpha()
            ):
                last += 1
        return tokens.phrase(first, last) if last <= start else None

    def _breakdown(self, figure: Figure) -> dict[str, str]:
        if figure.unit not in {"count", "percent"}:
            return {}
        tokens, low = self._tokens, self._tokens.low
        found: dict[str, str] = {}
        if figure.noun is None:
            return self._listed(figure)
        start, end = figure.noun
        head = low[end - 1]
        person = any(low[i] in PERSONS for i in range(start, end))
        for i in range(start, end):
            word = low[i]
            if i == end - 1 and is_demonym(word, tokens.capital(i)):
                found["nationality"] = (
                    tokens.raw(i).removesuffix("s") if word.endswith("ans") else tokens.raw(i)
                )
            elif person and head not in _OFFICIALS and is_demonym(word, tokens.capital(i)):
                found["nationality"] = tokens.raw(i)
            if person or i == end - 1:
                for key, name in _BY_WORD.get(word, ()):
                    found.setdefault(key, name)
        if person and low[end] == "from" and "nationality" not in found:
            place = self._place(end)
            if place is not None:
                found["nationality"] = place
        return found

    def _listed(self, figure: Figure) -> dict[str, str]:
        """Read the name before "(39)" in "Ostrel (39), Varona (22)"."""
        tokens, low = self._tokens, self._tokens.low
        if low[figure.head - 1] != "(" or low[figure.end] != ")":
            return {}
        at = first = figure.head - 2
        while first >= 0 and at - first < 4 and low[first].isalpha() and tokens.capital(first):
            first -= 1
        name = tokens.phrase(first + 1, at + 1)
        return {"nationality": name} if name and low[at] not in FUNCTION else {}

    def _counted(self, index: int, figure: Figure, breakdown: Mapping[str, str]) -> str | None:
        """Return the noun phrase; nationalities of persons are in the breakdown instead."""
        tokens, low = self._tokens, self._tokens.low
        if figure.noun is None:
            if figure.shape in {"frequency"} and figure.unit == "count":
                return "times"
            if figure.unit == "count":
                return None
            if figure.unit.startswith("duration") and any(
                low[k] in {"prison", "jail", "imprisonment"}
                for k in range(figure.end, figure.end + 4)
            ):
                return "imprisonment"
            if figure.unit.startswith("money"):
                purpose = self._purpose(figure.end)
                if purpose is not None:
                    return purpose
            if figure.unit == "age":
                for at in range(figure.start - 1, max(figure.start - 12, -1), -1):
                    if low[at] in PERSONS or low[at] in _OFFICIALS:
                        return tokens.raw(at)
            if (
                figure.unit == "percent"
                and index
                and self._figures[index - 1].unit in {"count", "percent"}
            ):
                return None
            before = noun_before(tokens, figure.start)
            return None if before is None else tokens.phrase(*before)
        start, end = figure.noun
        if is_adjective(tokens, figure.noun):
            return None
        if end - start > 1 and is_demonym(low[start], tokens.capital(start)):
            if low[end - 1] in _OFFICIALS or (
                low[start] != "foreign" and "nationality" in breakdown and low[end - 1] in PERSONS
            ):
                start += 1
        return tokens.phrase(start, end)


def noun_event(counted: str | None) -> str | None:
    """Return the event that a counted noun names ("convictions"), or null."""
    return None if counted is None else _NOUNS.get(counted.rsplit(" ", 1)[-1].lower())


def _window(entries: list[tuple[int, str]], start: int, end: int) -> list[tuple[int, str]]:
    """Return the entries whose token lies in [start, end), found by bisection."""
    left, right = 0, len(entries)
    while left < right:
        middle = (left + right) // 2
        if entries[middle][0] < start:
            left = middle + 1
        else:
            right = middle
    stop = left
    while stop < len(entries) and entries[stop][0] < end:
        stop += 1
    return entries[left:stop]
