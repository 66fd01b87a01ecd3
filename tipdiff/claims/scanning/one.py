"""The word "one": a number in some places, a pronoun or a figure of speech in most.

It counts with a bound ("at least one case"), with a noun that can be counted ("one shelter"), and
for something that the sentence counted before ("one under the old act").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.claims.quantities.units import unit_after
from tipdiff.claims.scanning.plain import number
from tipdiff.claims.scanning.years import is_year
from tipdiff.claims.scanning.zeros import not_one
from tipdiff.language.lexicon import PERSONS, PREDICATES, VERBS, is_plural
from tipdiff.language.noun_phrases import noun_phrase
from tipdiff.language.number_words import FRACTIONS, NUMBERS, SCALES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tipdiff.claims.scanning.figures import Figure
    from tipdiff.language.tokens import Tokens

__all__ = ["NO_COUNT", "no_count", "one"]

_PRONOUNS: Final = frozenset(
    "no any every each this that another either neither which number some the day".split()
)
_PHRASES: Final = frozenset(
    "another such who whom which that may can must could should would might will has or and of "
    "to the a an as if when where".split()
)
#: Nouns that "one" only introduces.
_DISCOURSE: Final = frozenset(
    "modality facet problem thing way reason example issue aspect challenge obstacle "
    "difficulty explanation concern factor point side exception result time sense word step "
    "feature question possibility theme trend kind sort form type element part method means "
    "priority stop sided".split()
)
#: Nouns of an example.
_EXAMPLES: Final = frozenset(
    "hand case cases instance incident occasion example raid town village".split()
)
_ELLIPSIS: Final = frozenset("under from in for at against with by was were is".split())
#: What one who is quoted does: "one woman told us that".
_SAYING: Final = frozenset(
    "told said says explained stated noted described recalled complained argued observed "
    "lamented".split()
)
_REPORTING: Final = frozenset("reported claimed estimated believed believes".split())
#: Behind "one day" in the sense of some day.
_SOME_DAY: Final = frozenset("the he she they it we a when will may be".split())
#: How far before "one" that may stand which it is one of; and "another" behind "from one".
_COUNTED_REACH: Final = 40
_ANOTHER_REACH: Final = 9
_OTHERS_REACH: Final = 14
#: What a group is counted by: "a one-person office".
_HEADS: Final = frozenset({"person", "member", "man", "woman", "room", "bed", "page"})


def _noun(tokens: Tokens, figure: Figure) -> tuple[str, str]:
    """Return the first and the last word of the noun."""
    if figure.noun is None:
        return "", ""
    return tokens.low[figure.noun[0]], tokens.low[figure.noun[1] - 1]


def _is_source(tokens: Tokens, figure: Figure) -> bool:
    """Whether one is only quoted: "one woman told us", "one agency reported that"."""
    low = tokens.low
    verb = figure.end if figure.noun is None else figure.noun[1]
    reports = low[verb] in _REPORTING and (low[verb + 1] == "that" or low[verb + 1][:1].isdecimal())
    return low[verb] in _SAYING or reports


def _from_one_to_another(tokens: Tokens, figure: Figure) -> bool:
    low, at = tokens.low, figure.head
    passed = {"another", "next"} & set(low[at : at + _ANOTHER_REACH])
    return low[at - 1] in {"from", "to"} and bool(passed)


def _pronoun(tokens: Tokens, figure: Figure) -> bool:
    """Whether "one" stands for something known; "the one victim it found" counts persons."""
    before = tokens.low[figure.head - 1]
    return before in _PRONOUNS and not (before == "the" and _noun(tokens, figure)[1] in PERSONS)


def _in_phrase(tokens: Tokens, at: int) -> bool:
    behind = tokens.low[at + 1]
    listed = behind == "to" and tokens.capital(at + 2)  # "two to Ostrel, one to Varona"
    acted = behind == "and" and tokens.low[at - 1].endswith("ing")  # "killing one and wounding two"
    if behind == "by" and tokens.low[at + 2] == "one":
        return True
    return behind in _PHRASES and not listed and not acted


#: Where "one" counts nothing: what it is called, the test, a sample.
NO_COUNT: Final[tuple[tuple[str, Callable[[Tokens, Figure], bool], str], ...]] = (
    ("pronoun", _pronoun, "This one shelter is closed."),
    ("phrase", lambda t, f: _in_phrase(t, f.head), "Two came, one by one."),
    ("discourse", lambda t, f: not _DISCOURSE.isdisjoint(_noun(t, f)), "One problem is known."),
    (
        "example",
        lambda t, f: t.low[f.head - 1] in {"in", "on"} and not _EXAMPLES.isdisjoint(_noun(t, f)),
        "In one case, a girl fled.",
    ),
    ("source", _is_source, "One woman told us that."),
    ("passage", _from_one_to_another, "They go from one club to another."),
)


def one(tokens: Tokens, index: int) -> Figure | None:
    """Read "one" where it counts: "one shelter", "at least one case", "one under the old act"."""
    low = tokens.low
    if low[index - 1] == "not":
        return not_one(tokens, index)
    if low[index + 1] == "-" and tokens.glued(index + 1) and not _hyphenated(tokens, index):
        return None
    figure = number(tokens, index)
    if figure is None or figure.shape != "number" or figure.value != 1:
        return figure
    if figure.unit != "count":
        return None if low[index + 1] == "day" and low[index + 2] in _SOME_DAY else figure
    return _judged(tokens, figure)


def _judged(tokens: Tokens, figure: Figure) -> Figure | None:
    """Return the figure of a "one" that counts, with its noun; None for any other."""
    if figure.noun is not None and is_plural(_noun(tokens, figure)[1]):
        figure.noun = None  # "one takes only men": a verb
    if figure.approximation == "exact":
        return figure if _counts(tokens, figure) else None
    if figure.approximation == "about" and _noun(tokens, figure)[1] in _DISCOURSE:
        return None
    if figure.partitive:
        figure.noun = noun_phrase(tokens, figure.head + 1)
    return figure


def no_count(tokens: Tokens, index: int) -> str | None:
    """Return as what a "one" counts nothing: the name of the row, None if none holds."""
    figure = number(tokens, index)
    return None if figure is None else _row(tokens, figure)


def _row(tokens: Tokens, figure: Figure) -> str | None:
    return next((name for name, test, _ in NO_COUNT if test(tokens, figure)), None)


def _hyphenated(tokens: Tokens, index: int) -> bool:
    """Whether "one-" begins a number ("one-third", "one-year", "one-person"); not "one-time"."""
    word = tokens.low[index + 2]
    if word in {"in", "and"} and tokens.low[index + 3] == "-":
        return True  # "one-in-five victims", "one-and-a-half years"
    begins = word in FRACTIONS or word in _HEADS or word in NUMBERS or word in SCALES
    return begins or word[:1].isdecimal() or unit_after(tokens, index + 1) is not None


def _counts(tokens: Tokens, figure: Figure) -> bool:
    low, at = tokens.low, figure.head
    if low[max(at - 2, 0) : at] == ["all", "but"]:
        return True  # "all but one of the 14 provinces"
    if low[at - 1] in {"only", "just"} and at:
        some = figure.partitive and low[figure.end + 2] in NUMBERS  # "only one of the eleven"
        return some or (figure.noun is not None and _noun(tokens, figure)[1] not in _DISCOURSE)
    if _row(tokens, figure) is not None:
        return False
    if figure.noun is not None or (low[at + 1] == "in" and is_year(low[at + 2])):
        return True
    return _elliptic(tokens, at) and _counted_before(tokens, at)


def _elliptic(tokens: Tokens, at: int) -> bool:
    """Whether "one" can stand for something counted before, by the word behind it."""
    low, behind = tokens.low, tokens.low[at + 1]
    listed = behind == "to" and tokens.capital(at + 2)  # "two to Ostrel, one to Varona"
    acted = low[at - 1].endswith("ing") and behind in {"and", ",", "."}  # "killing one and ..."
    verbal = behind in PREDICATES or behind in VERBS or is_plural(behind)
    return listed or acted or verbal or behind in _ELLIPSIS


def _counted_before(tokens: Tokens, at: int) -> bool:
    """Whether something was counted before, or a list of ones begins ("one from A, one from B")."""
    low = tokens.low
    before = low[max(at - _COUNTED_REACH, 0) : at]
    if any(word[:1].isdecimal() or word in NUMBERS for word in before):
        return True
    if not {"other", "others", "remaining"}.isdisjoint(low[at + 1 : at + _OTHERS_REACH]):
        return True  # "one was sentenced; the other two were fined"
    listed = low[at - 1] in {"and", ",", "(", "-", ""}
    return listed and "and" in low[at : at + 14] and "one" in low[at + 1 : at + 16]
