"""Figures that are no plain numbers: one, zeros, shares without a number, multiples, ordinals.

Each reader is for one family; ``READERS`` says by which word each begins.
"""

from __future__ import annotations

from typing import Final

from tipdiff.claims.counted import noun_phrase, opened
from tipdiff.claims.exclusions import is_year
from tipdiff.claims.figures import MULTIPLIED, NUMBER_STARTS, Figure, Reader, finish, number
from tipdiff.claims.lexicon import FUNCTION, PREDICATES, VERBS, is_plural
from tipdiff.claims.numerals import FRACTIONS, NUMBERS, SCALES, VAGUE, read_number
from tipdiff.claims.tokens import Tokens
from tipdiff.claims.units import unit_after

__all__ = ["READERS"]

# ---------------------------------------------------------------- one

#: Before "one" that counts nothing: "no one", "this one", "each one", "number one".
_NOT_BEFORE: Final = frozenset(
    "no any every each this that another either neither which number some the day only-".split()
)
#: Behind "one" that counts nothing: "one another", "one's", "one can", "one such example".
_NOT_BEHIND: Final = frozenset(
    "another such who whom which that may can must could should would might will has of-the "
    "or and of by to the a an as if when where".split()
)
#: Nouns that "one" only introduces: "one problem is", "on the one hand", "one day".
_DISCOURSE: Final = frozenset(
    "modality facet problem thing way reason hand example issue aspect challenge obstacle difficulty explanation "
    "concern factor point side exception result time sense word step feature "
    "question possibility theme trend kind sort form type element part method means priority "
    "stop sided way on".split()
)
#: Nouns of an example: "in one case, a woman" tells of a case and counts none.
_EXAMPLES: Final = frozenset(
    "case cases instance incident occasion example raid town village".split()
)
_ELLIPSIS: Final = frozenset({"under", "from", "in", "for", "at", "against", "with"})


def one(tokens: Tokens, index: int) -> Figure | None:
    """Read "one" where it counts: "one shelter", "at least one case", "one under the old law"."""
    low = tokens.low
    if low[index + 1] in SCALES or low[index + 1] in FRACTIONS:
        return number(tokens, index)
    if low[index + 1] == "-" and tokens.glued(index + 1):
        manned = low[index + 2] in {"person", "member", "man", "woman", "room", "bed"}
        unit = unit_after(tokens, index + 1) or low[index + 2] in FRACTIONS
        ranged = low[index + 2][:1].isdigit() or low[index + 2] in NUMBERS
        return number(tokens, index) if manned or unit or ranged else None
    figure = number(tokens, index)
    if figure is None or figure.unit != "count" or figure.shape != "number" or figure.value != 1:
        return figure
    behind = low[index + 1]
    if figure.noun is not None and low[figure.noun[1] - 1] in _DISCOURSE and figure.approximation in {
        "exact", "about",
    }:  # fmt: skip
        return None
    if figure.approximation != "exact":
        if behind == "of" and low[index + 2] in {"the", "our", "its", "these", "those"}:
            figure.noun = noun_phrase(tokens, index + 1)
        return figure
    before = low[index - 1]
    if before in {"only", "just"} and index:
        return figure if figure.noun is not None else None
    if before in _NOT_BEFORE or low[figure.end] in {"'", "\u2019"}:
        return None
    if figure.noun is not None:
        first, last = low[figure.noun[0]], low[figure.noun[1] - 1]
        if first in {"of"} or behind in _NOT_BEHIND or first in _DISCOURSE or last in _DISCOURSE:
            return None
        if before in {"in", "on"} and (first in _EXAMPLES or last in _EXAMPLES):
            return None
        if before in {"from", "to"} and "another" in low[index : index + 9]:
            return None
        return figure
    if (
        behind in {"was", "were", "is"}
        or behind in _ELLIPSIS
        or behind in PREDICATES
        or behind in VERBS
    ):
        yearly = behind == "in" and is_year(low[index + 2])
        return figure if yearly or _counted_before(tokens, index) else None
    return None


def _counted_before(tokens: Tokens, index: int) -> bool:
    """Whether the sentence has counted something before, so that "one" can be one of it."""
    low = tokens.low
    return any(
        word[:1].isdigit() or word in NUMBERS for word in low[max(index - 40, 0) : index]
    ) or (
        low[index - 1] in {"and", ",", "(", "\u2014", "-"}
        and "and" in low[index : index + 14]
        and "one" in low[index + 1 : index + 16]
    )


# ---------------------------------------------------------------- zeros

#: What can be none of: a zero is a claim where the thing is one that reports count.
_COUNTABLE: Final = frozenset(
    "prosecution conviction arrest investigation case charge sentence acquittal indictment trial "
    "extradition deportation repatriation victim trafficker offender person people individual "
    "child woman man girl boy minor official officer policeman suspect defendant complaint report "
    "request incident instance legislation law amendment raid inspection fine training seminar "
    "conference workshop shelter visa permit application referral rescue allegation citizen "
    "national foreigner migrant worker center centre campaign program programme agreement "
    "conviction penalty figure death call employer company agency beneficiary student".split()
)
#: Singulars that say that a thing does not exist rather than that none was counted.
_SINGULAR_POLICY: Final = frozenset(
    "law legislation shelter program programme campaign agreement center centre training penalty "
    "figure request report fine official national agency person people child man woman visa "
    "permit company employer charge complaint officer call".split()
)
#: Behind "no reports" where they are reports of something, not papers.
_REPORTED: Final = frozenset(
    {"of", "that", "were", "was", "during", ",", ".", "this", "in", "have", "regarding", ""}
)
_ENACTED: Final = frozenset("enacted passed adopted introduced".split())
#: Words before a zero's noun that say it is not a count ("no such cases", "no other", "no longer").
_NOT_ZERO: Final = frozenset(
    "longer one matter such way doubt further evidence information".split()
)
#: Furthest that the noun of a zero stands from its "no".
_ZERO_REACH: Final = 5


def _singular(word: str) -> str:
    if word in {"children", "women", "men", "persons"}:
        return {"children": "child", "women": "woman", "men": "man", "persons": "person"}[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and is_plural(word) else word


def _zero_noun(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Find the countable noun that begins at a token, behind its adjectives."""
    low = tokens.low
    for i in range(at, at + _ZERO_REACH):
        word = low[i]
        if word == "-" and tokens.glued(i):
            continue
        if word in {"or", "and"} and i > at:
            continue
        if not word.isalpha() or (word in FUNCTION and word not in {"such"}):
            return None
        if word in _NOT_ZERO:
            return None
        stem = _singular(word)
        if stem in _COUNTABLE:
            follows = low[i + 1]
            if follows.isalpha() and _singular(follows) in _COUNTABLE and follows not in FUNCTION:
                continue
            if (
                follows.isalpha()
                and is_plural(follows)
                and follows not in VERBS
                and follows not in FUNCTION
            ):
                continue
            if word == stem and stem in _SINGULAR_POLICY and stem != "people":
                enacted = any(low[k] in _ENACTED for k in range(i + 1, i + 5))
                if not (stem in {"law", "legislation"} and enacted):
                    return None
            if (
                follows.isalpha()
                and follows not in FUNCTION
                and follows not in VERBS
                and (follows not in PREDICATES and word == stem and not follows.endswith("ed"))
            ):
                return None
            return opened(tokens, (at, i + 1))
    return None


def _zero(tokens: Tokens, start: int, end: int, noun: tuple[int, int] | None) -> Figure:
    return Figure(start, start, end, 0, 0, 0, shape="zero", noun=noun)


def no(tokens: Tokens, index: int) -> Figure | None:
    """Read "no prosecutions", "no new legislation was enacted"; not "no one", "no evidence"."""
    if tokens.low[index + 1] in {".", "one"} or (
        tokens.raw(index) == "No" and tokens.low[index + 1][:1].isdigit()
    ):
        return None
    noun = _zero_noun(tokens, index + 1)
    if noun is None or tokens.low[index - 1] in {"in", "by"}:
        return None
    if tokens.low[noun[1] - 1] in {"report", "reports"} and tokens.low[noun[1]] not in _REPORTED:
        return None
    return _zero(tokens, index, index + 1, noun)


def zero(tokens: Tokens, index: int) -> Figure | None:
    """Read "zero convictions"; not "zero tolerance"."""
    return None if tokens.low[index + 1] in {"tolerance", "-"} else number(tokens, index)


def none(tokens: Tokens, index: int) -> Figure | None:
    """Read "none of the four", "none were minors"; not "none beyond ordinary records"."""
    low = tokens.low
    behind = low[index + 1]
    if behind == "of":
        at = index + 2
        at += low[at] in {"the", "these", "those", "them", "whom", "which"}
        noun = noun_phrase(tokens, at + (low[at] in NUMBERS or low[at][:1].isdigit()))
        return _zero(tokens, index, index + 1, noun)
    if low[index] == "neither":
        return None
    if behind in {"were", "was", "had", "have", "has", "received", "resulted", "are", "involved"}:
        noun = noun_phrase(tokens, index + 2) if behind in {"were", "are"} else None
        if noun is not None and not is_plural(low[noun[1] - 1]):
            noun = None
        return _zero(tokens, index, index + 1, noun)
    return None


_NEGATIONS: Final = frozenset({"not", "never", "nor", "without", "neither"})


def any_of(tokens: Tokens, index: int) -> Figure | None:
    """Read "did not record any prosecutions" and "without any convictions" as zeros."""
    low = tokens.low
    for at in range(index - 1, max(index - 8, -1), -1):
        word = low[at]
        if word in {";", ",", "that", "if", "whether"}:
            return None
        if word in _NEGATIONS or word.endswith(("n't", "n\u2019t")):
            noun = _zero_noun(tokens, index + 1)
            if noun is None:
                return None
            figure = _zero(tokens, index, index + 1, noun)
            if index - at > 4:
                return figure
            figure.start = at - (
                low[at - 1] in {"has", "have", "had", "did", "does", "do", "was", "were"}
            )
            return figure
    return None


# ---------------------------------------------------------------- shares, vague magnitudes


def half(tokens: Tokens, index: int) -> Figure | None:
    """Read "half of", "half the", "about half were", "a third of", "half a million"."""
    low = tokens.low
    word = low[index]
    if read_number(tokens, index) is not None:
        return number(tokens, index)
    if low[index - 1] in {"first", "second", "latter", "other", "last", "next"} or word == "second":
        return None
    if low[index - 1] == "-" or (low[index + 1] == "-" and low[index + 2] != "of"):
        return None
    if low[index + 1] in {"an", "a"} and unit_after(tokens, index + 2) is not None:
        unit = unit_after(tokens, index + 2)
        assert unit is not None  # noqa: S101 - told so by the line above
        figure = Figure(index, index, unit.end, 0.5, 0.5, 0.5, unit=unit.code)
        finish(tokens, figure)
        return figure
    behind = low[index + 1]
    article = low[index - 1] == "a"
    if word == "half":
        whole = behind in {
            "of",
            "the",
            "were",
            "are",
            "had",
            "have",
            "was",
            "all",
            "its",
            "their",
            "these",
            "those",
        }
        if not whole:
            return None
        if behind == "of" and low[index + 2].isdigit():
            return None
    elif not (article and behind == "of") or low[index + 2].isdigit():
        return None
    value = round(100 / FRACTIONS[word], 2)
    start = index - article
    figure = Figure(start, start, index + 1, value, value, value, unit="percent", shape="fraction")
    finish(tokens, figure)
    return figure


def vague(tokens: Tokens, index: int) -> Figure | None:
    """Read "dozens", "tens of thousands", "several hundred" as ranges."""
    low = tokens.low
    word = low[index]
    bottom, top = VAGUE[word]
    end = index + 1
    if low[end] == "of" and low[end + 1] in VAGUE and word != "millions":
        scale = {"thousands": 1000, "millions": 10**6, "billions": 10**9, "dozens": 12}.get(
            low[end + 1]
        )
        if scale is not None:
            bottom, top = bottom * scale, (top + 1) * scale - 1
            end += 2
    if low[index - 1][:1].isdigit() or (low[index - 1] in NUMBERS):
        return None
    figure = Figure(index, index, end, None, bottom, top, "about", shape="vague")
    figure.noun = noun_phrase(tokens, end)
    for before in (("many",), ("several",), ("literally",)):
        if low[index - 1] == before[0]:
            figure.start = index - 1
    return figure


def scale(tokens: Tokens, index: int) -> Figure | None:
    """Read "several hundred", "a few dozen", and scales that stand for one of them."""
    low = tokens.low
    word = low[index]
    if word in VAGUE:
        return vague(tokens, index)
    if low[index - 1] in {"several", "few", "many"} and word + "s" in VAGUE:
        bottom, top = VAGUE[word + "s"]
        start = index - 1 - (low[index - 2] == "a")
        figure = Figure(start, start, index + 1, None, bottom, top, "about", shape="vague")
        figure.noun = noun_phrase(tokens, index + 1)
        return figure
    figure = number(tokens, index)
    if figure is not None and low[figure.start - 1] in {"a", "an"} and figure.start:
        figure.start -= 1
    return figure


def digit_span(tokens: Tokens, index: int) -> Figure | None:
    """Read "double-digit inflation": ten to ninety-nine percent."""
    low = tokens.low
    if low[index + 1] not in {"digit", "digits"} and not (
        low[index + 1] == "-" and low[index + 2] == "digit"
    ):
        return None
    bottom, top = {"single": (1, 9), "double": (10, 99), "triple": (100, 999)}[low[index]]
    end = index + 2 + (low[index + 1] == "-")
    noun = noun_phrase(tokens, end, single=True)
    rate = noun is not None and any(
        w in {"inflation", "growth", "unemployment", "rate", "rates", "increase"}
        for w in low[noun[0] : noun[1]]
    )
    unit = "percent" if rate else "count"
    return Figure(
        index, index, end, None, bottom, top, "about", unit=unit, shape="vague", noun=noun
    )


# ---------------------------------------------------------------- multiples, frequencies, ordinals

_MULTIPLES: Final = {
    "double": 2, "doubled": 2, "doubling": 2, "triple": 3, "tripled": 3, "tripling": 3, "twofold": 2,
    "threefold": 3, "fourfold": 4, "fivefold": 5, "tenfold": 10, "quadrupled": 4, "quadruple": 4,
    "treble": 3, "trebled": 3,
}  # fmt: skip


def multiple(tokens: Tokens, index: int) -> Figure | None:
    """Read "double the 30 raids", "has tripled", "a twofold rise" as ratios."""
    low = tokens.low
    word, behind = low[index], low[index + 1]
    spanned = digit_span(tokens, index) if word in {"double", "triple"} else None
    if spanned is not None:
        return spanned
    if word in {"double", "triple", "treble", "quadruple"}:
        before = low[index - 1]
        verb = before in {
            "to",
            "will",
            "would",
            "than",
            "nearly",
            "almost",
            "about",
            "over",
            "roughly",
            "is",
            "was",
        }
        if not (behind in {"the", "that", "its", "last", "those"} or verb) or behind == "-":
            return None
    value = _MULTIPLES[word]
    figure = Figure(index, index, index + 1, value, value, value, unit="ratio", shape="ratio")
    finish(tokens, figure)
    figure.noun = None
    return figure


def times(tokens: Tokens, index: int) -> Figure | None:
    """Read "once" and "twice" where they say how often, and "twice as many" as a ratio."""
    low = tokens.low
    word, behind, before = low[index], low[index + 1], low[index - 1]
    value = {"once": 1, "twice": 2, "thrice": 3}[word]
    ratio = (
        word != "once" and behind in MULTIPLIED and not (behind == "the" and before.endswith("ed"))
    )
    if behind == "as" and not (low[index + 2] in {"many", "much"} or low[index + 3] == "as"):
        ratio = False
    if word == "once":
        often = before.endswith("ed") or before in {
            "only",
            "just",
            "least",
            "than",
            "been",
            "met",
            "held",
            "convene",
        }
        per = behind in {"per", "a", "every", "each"} and low[index + 2] in {
            "year", "month", "week", "day", "quarter", "semester",
        }  # fmt: skip
        if (
            not (often or per)
            or behind in {"again", "more"}
            or before in {"at", "all"}
            or index == 0
        ):
            return None
        if before.endswith("ed") and behind in {"the", "they", "he", "she", "it", "a"} and not per:
            return None
    unit = "ratio" if ratio else "count"
    figure = Figure(index, index, index + 1, value, value, value, unit=unit, shape="frequency")
    finish(tokens, figure)
    figure.noun = None
    return figure


ORDINALS: Final = {
    word: value
    for value, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        start=2,
    )
}
_STRAIGHT: Final = frozenset({"consecutive", "straight", "successive"})


def ordinal(tokens: Tokens, index: int) -> Figure | None:
    """Read "the seventh year of", "the third consecutive year": ordinals that tell a duration."""
    low = tokens.low
    word = low[index]
    if word in FRACTIONS and low[index - 1] == "a" and low[index + 1] == "of":
        return half(tokens, index)
    at = index + 1
    straight = low[at] in _STRAIGHT
    at += straight
    if low[at] not in {"year", "month", "week", "edition"}:
        return None
    if not straight and not (
        low[at + 1] == "of" and low[at + 2].isalpha() and low[at] != "edition"
    ):
        return None
    if not straight and low[at + 2] in {"the", "a", "an", "his", "her", "their", "its"}:
        return None
    value = ORDINALS[word]
    return Figure(
        index,
        index,
        at + 1,
        value,
        value,
        value,
        unit="ordinal",
        shape="ordinal",
        noun=(at, at + 1),
    )


READERS: Final[dict[str, Reader]] = {
    **dict.fromkeys(NUMBER_STARTS, number),
    **dict.fromkeys(SCALES, scale),
    **dict.fromkeys(VAGUE, vague),
    **dict.fromkeys(_MULTIPLES, multiple),
    **dict.fromkeys(ORDINALS, ordinal),
    "single": digit_span,
    "half": half,
    "quarter": half,
    "one": one,
    "no": no,
    "none": none,
    "neither": none,
    "zero": zero,
    "any": any_of,
    "once": times,
    "twice": times,
    "thrice": times,
}
