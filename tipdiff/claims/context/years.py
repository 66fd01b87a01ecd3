"""The years of a sentence that tell a time, and what each of them is said of.

A year tells a time where a preposition or a month introduces it ("in", "during", "March 14"), and
before what is done or counted within a year ("the 2007 budget"). Years that name things ("the 2005
study", "the law of 2003") do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.claims.scanning.years import is_year
from tipdiff.language.lexicon import FUNCTION, PARTICIPLES, PREDICATES, VERBS, singular
from tipdiff.language.months import MONTHS
from tipdiff.language.number_words import NUMBERS

if TYPE_CHECKING:
    from tipdiff.claims.scanning.figures import Figure
    from tipdiff.language.tokens import Tokens

__all__ = ["Year", "years_of"]

#: Before a year of two digits, and the century of all reports.
_SHORT: Final = frozenset({"fy", "cy"})
_CENTURY: Final = 2000
_PREPOSITIONS: Final = frozenset({"in", "during", "for", "throughout", "through", "by", "until"})
_PARTS: Final = frozenset(
    "early mid late end beginning start half quarter quarters months month spring summer fall "
    "autumn winter year course rest of all calendar fiscal fy cy the first second third fourth "
    "last yearend".split()
)
#: What a year has, behind "at": "at the end of 2005".
_EDGES: Final = frozenset({"end", "beginning", "start", "close", "yearend"})
#: Before a year that adorns a noun: "the 2005 study".
_ARTICLES: Final = frozenset({"the", "a", "an", "its", "their", "'s", "our"})
#: What a year dates that adorns it, for it is done, asked or spent in that year; a study, a plan, a
#: law or a convention is only named by its year, and goes on.
_DATED: Final = frozenset(
    "budget operation raid sweep crackdown survey poll census campaign training course seminar "
    "workshop season harvest election year period".split()
)
#: Behind such a noun, what is named by the year after all: "the 2007 budget law".
_DOCUMENTS: Final = frozenset(
    "law act bill code report study plan program programme strategy paper document convention "
    "protocol guide manual".split()
)
#: Longest phrase between a year and the noun it adorns ("the 2007 state budget"), and between the
#: year and what stands before its owner ("in the harbor police's 2007 budget"), in tokens.
_ADORNED: Final = 3
_OWNER: Final = 5
#: Before the article of such a phrase, where it dates its clause like a preposition's year.
_DATING: Final = frozenset({"in", "during", "under", "by"})
#: The same, where it is the subject: it dates what follows.
_BEGINNINGS: Final = frozenset({"", ".", ";", ",", ":", "(", "and", "but", "while", "that"})
#: What stands between two clauses with a year each.
_JOINTS: Final = frozenset({"and", "but", "while", "whereas"})
#: How far before a year its preposition and its "since" stand.
_DATE_REACH: Final = 8
_SINCE_REACH: Final = 7
#: What a noun stands behind that is no subject: "in the plan adopted in 2005".
_PLACING: Final = frozenset(
    "in of under by with for to from at on since after before through into against".split()
)
#: Between a noun and what it did in a year of its own: "a study that appeared in 2003".
_ASIDES: Final = frozenset({",", "that", "which"})
#: Longest noun phrase between such a word and the participle, in tokens.
_HOST: Final = 4


class Year(NamedTuple):
    """A year that tells a time.

    ``place`` is its token, ``year`` the year (None behind "since": what is counted goes on), and
    ``since`` the first of its span. ``host`` is the token of the noun that alone is dated by it
    ("the plan adopted in 2005"), or -1. ``ahead`` says that it dates only what follows ("the 2007
    budget allocates 5 million"). ``joint`` says that it opens a clause behind another ("... and in
    2006 nine").
    """

    place: int
    year: int | None
    since: int | None
    host: int = -1
    ahead: bool = False
    joint: bool = False


def years_of(tokens: Tokens, figures: list[Figure]) -> list[Year]:
    """Find the years that tell a time; a span of years is one entry, at its last year.

    A year with "of" before it tells a figure's time: "half the 2,700 of 2005", "on 31 nights of
    2006"; but not "Act No. 12 of 2004".
    """
    low = tokens.low
    places = [i for i, word in enumerate(low) if word[:1].isdecimal() and is_year(word)]
    short = [] if _SHORT.isdisjoint(low) else _short_years(tokens)
    if not places:
        return short
    heads = {figure.head for figure in figures}
    ends = {figure.noun[1] for figure in figures if figure.noun is not None}
    ends.update(figure.end for figure in figures)
    found: list[Year] = []
    for i in places:
        if i in heads:
            continue
        since = _since(tokens, i)
        if since is not None:
            if found and found[-1].year == since:
                found.pop()
            found.append(Year(i, int(low[i]), since))
        elif "since" in low[max(i - _SINCE_REACH, 0) : i]:
            found.append(Year(i, None, int(low[i])))
        elif (opening := _adorning(tokens, i)) is not None:
            found.append(Year(i, int(low[i]), None, ahead=opening in _BEGINNINGS))
        elif (low[i - 1] == "of" and i - 1 in ends) or _tells_time(tokens, i):
            found.append(Year(i, int(low[i]), None, _host(tokens, i), joint=_is_joint(tokens, i)))
    return sorted([*found, *short], key=lambda year: year.place)


def _adorning(tokens: Tokens, i: int) -> str | None:
    """Return what opens the phrase of a year that adorns what it dates, or None.

    "In" of "in a 2005 operation", nothing of "The 2007 state budget allocates".
    """
    low = tokens.low
    owned = low[i - 1].endswith(("'s", "\u2019s"))
    if not (owned or low[i - 1] in _ARTICLES) or not _is_dated(tokens, i + 1):
        return None
    at = i - 2
    while owned and at >= 0 and i - at < _OWNER and low[at].isalpha() and low[at] not in VERBS:
        if low[at] in FUNCTION and low[at] not in _ARTICLES:
            break
        at -= 1
    opening = low[at] if at >= 0 else ""
    told = opening in _BEGINNINGS or opening in _DATING
    return opening if told or (opening == "to" and low[at - 1] == "according") else None


def _is_dated(tokens: Tokens, at: int) -> bool:
    """Whether the noun that a year adorns is one that the year dates."""
    low = tokens.low
    for noun in range(at, at + _ADORNED):
        if not low[noun].isalpha() or low[noun] in FUNCTION or low[noun] in VERBS:
            return False
        if singular(low[noun]) in _DATED and singular(low[noun + 1]) not in _DATED:
            return singular(low[noun + 1]) not in _DOCUMENTS
    return False


def _short_years(tokens: Tokens) -> list[Year]:
    """Read the years of two digits in "FY-07", "CY 08"."""
    low, found = tokens.low, []
    for i in range(tokens.count):
        if low[i] in _SHORT:
            at = i + 1 + (low[i + 1] in {"-", "'"})
            if len(low[at]) == 2 and low[at].isdecimal():
                found.append(Year(at, _CENTURY + int(low[at]), None))
    return found


def _tells_time(tokens: Tokens, i: int) -> bool:
    """Whether a preposition or a month introduces the year, and it adorns no noun."""
    low = tokens.low
    if low[i + 1].isalpha() and low[i - 1] in _ARTICLES:
        return False  # "the 2005 study"
    at = _opening(tokens, i)
    if low[at] in _PREPOSITIONS or low[at : at + 2] == ["as", "of"]:
        return True
    if at < i - 1 and low[at + 1] in MONTHS:
        return True
    if low[at] == "at" and not _EDGES.isdisjoint(low[at:i]):
        return True
    closed = low[i + 1] in {")", ",", ".", ";", "and", ""}
    listed = low[i - 1] in {"and", "or"} and any(map(is_year, low[max(i - 6, 0) : i]))
    return closed and (low[i - 1] == "(" or listed)


def _is_joint(tokens: Tokens, i: int) -> bool:
    """Whether "and in 2006", "while for 2006" opens a clause of its own."""
    at = _opening(tokens, i)
    return tokens.low[at] in _PREPOSITIONS and tokens.low[at - 1] in _JOINTS


def _opening(tokens: Tokens, i: int) -> int:
    """Return the token before all that belongs to a date: its preposition, if it has one."""
    at = i - 1
    while at > 0 and i - at < _DATE_REACH and _dates(tokens, at):
        at -= 1
    return at


def _dates(tokens: Tokens, at: int) -> bool:
    """Whether a token can stand between a preposition and its year: "at the end of March"."""
    low = tokens.low
    if low[at] == ",":
        return low[at - 1] in MONTHS or low[at - 1].isdecimal()
    if low[at] in NUMBERS:
        return low[at + 1] in _PARTS  # "the first two months of 2008"
    day = low[at].isdecimal() and len(low[at]) <= 2
    return day or low[at] in MONTHS or low[at] in _PARTS or low[at] == "-"


def _since(tokens: Tokens, i: int) -> int | None:
    """Return the first year of "from 2001 to 2006", "2001-2006", "between 2001 and 2006"."""
    low = tokens.low
    for gap in (2, 3, 4, 5, 6):
        first = i - gap
        if first < 0 or not is_year(low[first]):
            continue
        joint, rest = low[first + 1], low[first + 2 : i]
        dated = all(
            word in MONTHS or word == "," or (word.isdecimal() and not MONTHS.isdisjoint(rest))
            for word in rest
        )
        ranged = joint == "and" and "between" in low[max(first - 4, 0) : first]
        joined = joint in {"-", "to", "through", "/"} or ranged
        return int(low[first]) if dated and joined and low[first] < low[i] else None
    return None


def _host(tokens: Tokens, i: int) -> int:
    """Return the noun that a year dates by a participle of its own, or -1.

    "31 tasks in the plan adopted in 2005", "a second, opened in 2005": the plan, the second. A noun
    that no preposition stands before is a subject, and what looks like its participle the verb of
    the sentence; so is it behind a name ("the office in Ostrel reported in 2005").
    """
    low = tokens.low
    verb = _opening(tokens, i) - 1
    done = low[verb] in PREDICATES or low[verb] in PARTICIPLES or low[verb].endswith("ed")
    if verb < 2 or not done or low[i + 1] == "that":
        return -1
    noun = verb - 1
    if low[noun] == "as":
        return verb  # "the act, as amended in 2003": no figure's
    if low[noun] in _ASIDES:
        return noun - 1 if low[noun - 1].isalpha() and low[noun - 1] not in FUNCTION else -1
    return -1 if tokens.capital(noun) else _object(tokens, noun)


def _object(tokens: Tokens, noun: int) -> int:
    """Return a noun with an article that a preposition stands before, or -1."""
    low, at = tokens.low, noun
    while at >= 0 and noun - at < _HOST:
        if low[at] in _PLACING:
            return noun if low[at + 1] in _ARTICLES and at + 1 < noun else -1
        if (
            not low[at].isalpha()
            or low[at] in VERBS
            or (low[at] in FUNCTION and low[at] not in _ARTICLES)
        ):
            return -1
        at -= 1
    return -1
