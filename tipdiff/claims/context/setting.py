"""What a figure is about, put together: event, noun, breakdown, law, who, where, figure or norm."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.claims.context.events import Events, noun_event
from tipdiff.claims.context.law_place_agent import Surroundings, place_at
from tipdiff.claims.context.norms import NORM_UNITS, is_norm
from tipdiff.claims.relations.ellipsis import said_noun
from tipdiff.claims.scanning.figures import joined
from tipdiff.language.event_words import EVENT_NOUNS
from tipdiff.language.lexicon import COMPARING, FUNCTION, OFFICIALS, PERSONS, is_demonym
from tipdiff.language.noun_phrases import (
    STOPS,
    is_adjective,
    noun_before,
    noun_phrase,
    predicate_noun,
)
from tipdiff.language.number_words import NUMBERS
from tipdiff.language.tokens import behind_bracket
from tipdiff.language.unit_words import UNITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipdiff.claims.scanning.figures import Figure
    from tipdiff.language.noun_phrases import Phrase
    from tipdiff.language.tokens import Tokens
    from tipdiff.records import ClaimKind

__all__ = ["Context", "Setting"]

#: What a word says of those counted: the breakdown's key, its value, the words.
BREAKDOWNS: Final[tuple[tuple[str, str, str], ...]] = (
    ("sex", "female", "woman women girl girls female females wives"),
    ("sex", "male", "man men boy boys male males"),
    ("age", "minor", "child children minor minors girl girls boy boys juvenile juveniles underage"),
    ("age", "adult", "adult adults woman women man men"),
    ("form", "sex", "sex sexual prostitution"),
    ("form", "labor", "labor labour servitude"),
)
_SAID: Final[dict[str, list[tuple[str, str]]]] = {}
for _key, _name, _words in BREAKDOWNS:
    for _word in _words.split():
        _SAID.setdefault(_word, []).append((_key, _name))

#: Behind a group and before the share that it is of all: "women account for a third".
_MAKING_UP: Final = (
    ("made", "up"), ("make", "up"), ("accounted", "for"), ("account", "for"),
    ("constituted",), ("constitute",), ("comprised",), ("represented",), ("were",), ("are",),
)  # fmt: skip
#: How far behind a figure the one may stand that it is compared with.
_COMPARED_REACH: Final = 12
#: How far behind a count "by" stands with who referred them.
_REFERRED_REACH: Final = 6
#: How far behind "for" a figure's form of trafficking stands, what is done for it, and what may
#: stand between.
_FORM_REACH: Final = 4
_WERE: Final = frozenset({"was", "were"})
_CAME: Final = frozenset("was were is are came come hailed originated".split())
_FORMED: Final = frozenset({"trafficked", "exploited", "recruited", "sold"})
_PURPOSE: Final = frozenset({"for", "of", "in", "into", "the", "purpose", "purposes"})
#: What shows that a term is served: "nine years in prison".
_PRISON: Final = frozenset({"prison", "jail", "imprisonment"})
#: Before terms, where nothing but the clause's end or the crime stands behind them.
_TERM_VERBS: Final = frozenset({"got", "drew", "received"})
_TERM_ENDS: Final = frozenset({".", ",", ";", ")", "and", "for", "", "respectively"})
#: Figures before a share that may say what it is a share of.
_RELATED: Final = 6
#: What opens the phrase that says what a share is of: "Among the weavers, 60 percent".
_AMONG: Final = frozenset({"among", "amongst", "of"})
_AMONG_REACH: Final = 7
#: Units of what is weighed, words for what is done with it, and how far before a figure they stand.
_MASS: Final = frozenset(unit.code for unit in UNITS if unit.dimension == "mass")
_WEIGHED: Final = frozenset(
    "seizure seizures confiscation confiscations interdiction interdictions haul hauls production "
    "output exports imports consumption stocks".split()
)
_WEIGHED_REACH: Final = 24
#: How far before an age those may stand whose it is.
_AGED_REACH: Final = 12


class Setting(NamedTuple):
    """What surrounds a figure, in the fields of a claim."""

    counted: str | None
    event: str | None
    kind: ClaimKind
    law: str | None
    who: str | None
    where: str | None
    breakdown: Mapping[str, str]
    also: tuple[str, ...] = ()
    """Further events, of verbs coordinated with that of ``event``."""


class Context:
    """The setting of every figure of a sentence; they are asked for in order."""

    def __init__(self, tokens: Tokens, figures: list[Figure]) -> None:
        self._tokens = tokens
        self._figures = figures
        self._events = Events(tokens)
        self._around = Surroundings(tokens, self._events)
        self._event: str | None = None
        self._norm = is_norm(tokens.text, figures)

    def of(self, index: int, implied: str | None) -> Setting:
        """Return the setting of a figure.

        Args:
            index: Its place among the figures.
            implied: What it counts, if that is said elsewhere and not by its own words.

        """
        figure = self._figures[index]
        end = figure.end if figure.noun is None else max(figure.end, figure.noun[1])
        last = index + 1 == len(self._figures)
        ahead = self._tokens.count if last else self._figures[index + 1].start
        event = self._events.of(figure, end, ahead) or self._compared(index)
        term = figure.unit.startswith("duration") and self._is_term(index, event)
        if term and event is None:
            event = "sentenced"
        self._event = event
        around = self._around.of(figure, end, ahead, acting=event is not None)
        breakdown = self._breakdown(figure)
        if event == "referred":
            breakdown |= self._referrer(figure, end, ahead)
        counted = self._official(figure, end) or self._counted(index, breakdown) or implied
        if event is None and self._tokens.low[figure.end] != "of":
            event = noun_event(counted, figure.unit)  # but "11 of them": not what all of them did
        return Setting(
            counted=counted,
            event=event,
            kind="norm" if self._norm and figure.unit.startswith(NORM_UNITS) else "figure",
            law=around.law,
            who=around.who,
            where=around.where,
            breakdown=breakdown,
            also=self._events.beside(event, figure, end) if event is not None else (),
        )

    def _official(self, figure: Figure, end: int) -> str | None:
        """Return the officials of "no convictions of officials": they are what is counted."""
        low = self._tokens.low
        named = figure.noun is not None and low[end - 1] in EVENT_NOUNS
        if not named or low[end] not in {"of", "against"}:
            return None
        noun = noun_phrase(self._tokens, end + 1, single=True)
        told = noun is not None and low[noun[1] - 1] in OFFICIALS
        return self._tokens.phrase(*noun) if noun is not None and told else None

    def _compared(self, index: int) -> str | None:
        """Return the last figure's event for one that it is compared with.

        "Police freed 31 men, compared with a corrected figure of 24 in 2005."
        """
        figure = self._figures[index]
        if figure.noun is not None or not index:
            return None
        between = self._tokens.low[self._figures[index - 1].end : figure.start]
        told = len(between) <= _COMPARED_REACH and not COMPARING.isdisjoint(between)
        return self._event if told else None

    def _breakdown(self, figure: Figure) -> dict[str, str]:
        """Read sex, age, nationality and form off the noun; officials have none."""
        if figure.unit not in {"count", "percent"}:
            return {}
        noun = figure.noun or said_noun(self._tokens, figure)
        if noun is None:
            return self._listed(figure) or self._from(figure) or self._for(figure)
        found = self._of_noun(noun)
        kind = self._kind(figure, noun) if figure.noun is not None else None
        return found if kind is None else self._of_noun(kind) | found

    def _kind(self, figure: Figure, noun: Phrase) -> Phrase | None:
        """Return what some of those counted are said to be: "two thirds of the victims were women".

        It may stand before a share: "children made up half the victims".
        """
        low, start = self._tokens.low, figure.start
        whole = low[start - 2 : start] == ["of", "the"]  # "half of the 20 girls were Ostrelis"
        if low[noun[1] - 1] not in PERSONS or whole:
            return None
        behind = predicate_noun(self._tokens, noun[1])
        if behind is not None or figure.unit != "percent":
            return behind
        for verb in _MAKING_UP:
            before = start - len(verb)
            if low[max(before, 0) : start] == list(verb):
                return noun_before(self._tokens, before)
        return None

    def _of_noun(self, noun: Phrase) -> dict[str, str]:
        """Read sex, age, nationality and form off a noun phrase."""
        tokens, low = self._tokens, self._tokens.low
        start, end = noun
        found: dict[str, str] = {}
        person = any(low[at] in PERSONS for at in range(start, end))
        for at in range(start, end):
            head = at == end - 1
            if (head or (person and low[end - 1] not in OFFICIALS)) and is_demonym(
                low[at], tokens.capital(at)
            ):
                plural = head and low[at].endswith("s") and is_demonym(low[at][:-1], capital=True)
                found["nationality"] = tokens.raw(at)[:-1] if plural else tokens.raw(at)
            if person or head:
                for key, name in _SAID.get(low[at], ()):
                    found.setdefault(key, name)
        if person and low[end] == "from" and "nationality" not in found:
            place = place_at(tokens, end)
            if place is not None:
                found["nationality"] = place
        return found

    def _referrer(self, figure: Figure, end: int, ahead: int) -> dict[str, str]:
        """Read who referred those counted: "30 were referred by police, nine by hospitals"."""
        low = self._tokens.low
        bare = figure.noun is None and low[end] == "by"
        for at in range(end, min(ahead, end + _REFERRED_REACH)):
            if low[at] == "by" and (bare or low[at - 1] == "referred"):
                noun = noun_phrase(self._tokens, at + 1, single=True)
                return {} if noun is None else {"referrer": self._tokens.phrase(*noun)}
        return {}

    def _for(self, figure: Figure) -> dict[str, str]:
        """Read the form off "14 for sexual exploitation", "15 were exploited for labor"."""
        low, end = self._tokens.low, figure.end
        if low[end] in _WERE and low[end + 1] in _FORMED:
            end += 2
        if low[end] not in {"for", "of", "in", "into"}:
            return {}
        while low[end] in _PURPOSE:  # "for the purpose of forced labor"
            end += 1
        for at in range(end, end + _FORM_REACH):
            for key, name in _SAID.get(low[at], ()):
                if key == "form":
                    return {"form": name}
            if not low[at].isalpha() or (low[at] in FUNCTION and low[at] != "the"):
                break
        return {}

    @cached_property
    def _first_official(self) -> int:
        """The place of the first word that is an official; behind all where there is none."""
        low = self._tokens.low
        return next((at for at, word in enumerate(low) if word in OFFICIALS), len(low))

    def _from(self, figure: Figure) -> dict[str, str]:
        """Read where they came from off "11 were from Ostrel", "18 from Varona"."""
        tokens, end = self._tokens, figure.end + (self._tokens.low[figure.end] in _CAME)
        said = figure.unit == "count" and tokens.low[end] == "from"
        if not said or self._first_official < figure.start:
            return {}  # "officers, one each from the Coast Guard, and two from Customs"
        place = place_at(tokens, end)
        # "three were from IOM": letters name a body
        return {} if place is None or place.isupper() else {"nationality": place}

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

    def _counted(self, index: int, breakdown: Mapping[str, str]) -> str | None:
        """Return the noun phrase, without the nationality that the breakdown holds; or its like."""
        figure = self._figures[index]
        tokens, low = self._tokens, self._tokens.low
        if figure.noun is None:
            return self._unsaid(index, figure)
        if low[slice(*figure.noun)] == ["times"]:
            return self._done(index)
        if is_adjective(tokens, figure.noun):
            return None
        start, end = figure.noun
        national = end - start > 1 and is_demonym(low[start], tokens.capital(start))
        told = low[start] != "foreign" and "nationality" in breakdown and low[end - 1] in PERSONS
        if national and (told or low[end - 1] in OFFICIALS):
            start += 1
        return tokens.phrase(start, end)

    def _unsaid(self, index: int, figure: Figure) -> str | None:
        """Say what a figure measures that has no noun behind it."""
        tokens = self._tokens
        unit = figure.unit.partition(":")[0]
        if unit == "count":
            return self._done(index) if figure.shape == "frequency" else None
        if unit == "duration" and (self._is_term(index, self._event) or self._is_served(index)):
            return "imprisonment"
        told = None
        if unit == "money":
            told = self._purpose(figure.end)
        elif unit == "age":
            told = self._aged(figure)
        elif unit == "percent":
            return self._shared(index, figure)
        elif figure.unit in _MASS:
            told = self._weighed(figure)
        if told is not None:
            return told
        noun = noun_before(tokens, figure.start)
        return None if noun is None else tokens.phrase(*noun)

    def _weighed(self, figure: Figure) -> str | None:
        """Return of what a mass is told: "heroin seizures were lower, with 68 kilos"."""
        low = self._tokens.low
        for at in range(figure.start - 1, max(figure.start - _WEIGHED_REACH, -1), -1):
            if low[at] in {";", "."}:
                return None
            if low[at] in _WEIGHED:
                of = noun_phrase(self._tokens, at + 2) if low[at + 1] == "of" else None
                noun = of or noun_before(self._tokens, at + 1, reach=3)
                return None if noun is None else self._tokens.phrase(*noun)
        return None

    def _listed_with(self, index: int) -> tuple[Figure, Figure]:
        """Return the first and the last duration of those that one verb tells."""
        first = last = index
        figures, tokens = self._figures, self._tokens
        floor, ceiling = index - _RELATED, min(index + _RELATED, len(figures) - 1)
        while first > max(floor, 0) and joined(tokens, figures[first - 1], figures[first]):
            first -= 1
        while last < ceiling and joined(tokens, figures[last], figures[last + 1]):
            last += 1
        return figures[first], figures[last]

    def _is_served(self, index: int) -> bool:
        """Whether a term is in prison, said behind its list: "5 years and 3 years in jail"."""
        end = self._listed_with(index)[1].end
        return not _PRISON.isdisjoint(self._tokens.low[end : end + 4])

    def _is_term(self, index: int, event: str | None) -> bool:
        """Whether a verb alone tells a term: "the skippers got five and three years".

        So does "sentenced to five years", if nothing says what else they are.
        """
        first, last = self._listed_with(index)
        low = self._tokens.low
        if low[first.start - 1] in _TERM_VERBS:
            return low[last.end] in _TERM_ENDS or self._is_served(index)
        passed = low[first.start - 1] == "to" and event == "sentenced"
        return passed and low[last.end] in _TERM_ENDS

    def _aged(self, figure: Figure) -> str | None:
        """Return whose age it is: "girls aged 14"."""
        low = self._tokens.low
        for at in range(figure.start - 1, max(figure.start - _AGED_REACH, -1), -1):
            if low[at] in PERSONS or low[at] in OFFICIALS:
                return self._tokens.raw(at)
        return None

    def _shared(self, index: int, figure: Figure) -> str | None:
        """Return what a share is of; None where another figure says it."""
        tokens, low = self._tokens, self._tokens.low
        if low[figure.start - 1] == "(" and low[figure.end : figure.end + 2] == [")", "of"]:
            noun = noun_phrase(tokens, figure.end + 1)  # "a majority (63 percent) of victims"
        else:
            before = self._figures[max(index - _RELATED, 0) : index]
            related = any(earlier.unit in {"count", "percent"} for earlier in before)
            if related or low[figure.end] == "of":
                return None
            nearby = low[max(figure.start - _AMONG_REACH, 0) : figure.start]
            stops = STOPS | {","} if _AMONG.isdisjoint(nearby) else STOPS
            noun = noun_before(tokens, figure.start, stops=stops)
        return None if noun is None else tokens.phrase(*noun)

    def _done(self, index: int) -> str:
        """Say what was done, or who did it, so often: "the committee met twice", "applied once"."""
        noun = noun_before(self._tokens, self._figures[index].start)
        if noun is not None and self._tokens.low[noun[0]] == "times":
            noun = noun_before(self._tokens, noun[0])  # "met six times, and only once in 2006"
        for other in self._figures[max(index - _RELATED, 0) : index]:
            inside = noun is not None and other.noun is not None and other.noun[0] == noun[0]
            if inside and self._tokens.low[other.start - 1] == "of":
                noun = noun_before(self._tokens, other.start - 1)  # "a board of nine members met"
                break
        return "times" if noun is None else self._tokens.phrase(*noun)

    def _purpose(self, end: int) -> str | None:
        """Return what money is for: "50,000 euros (...) to the shelter", "for training"."""
        tokens, low = self._tokens, self._tokens.low
        if low[end] == ")":
            end += 1
        elif low[end] == "(":
            end = behind_bracket(tokens, end)
        if low[end] not in {"to", "for", "on", "toward", "towards"}:
            return None
        at = end + 1 + (low[end + 1] in NUMBERS or low[end + 1][:1].isdecimal())
        noun = noun_phrase(tokens, at, single=True)
        return None if noun is None else tokens.phrase(*noun)
