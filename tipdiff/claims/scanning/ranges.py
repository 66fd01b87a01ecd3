"""Quantities and ranges: a number with the units beside it, and two of them joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.claims.quantities.digits_and_words import Numeral, tidy
from tipdiff.claims.quantities.numerals import read_number
from tipdiff.claims.quantities.units import Unit, unit_after, unit_before
from tipdiff.claims.scanning.exclusions import excluded
from tipdiff.claims.scanning.figures import Figure
from tipdiff.language import currencies
from tipdiff.language.number_words import GLUED_SCALES, NUMBERS, SCALES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.language.tokens import Tokens

__all__ = ["Quantity", "change_reach", "read_quantity", "read_range", "tells_change"]

#: Words of change: what goes "from" one figure "to" another tells two, and no range.
_CHANGES: Final = frozenset(
    "rose risen rise rises rising increase increased increases increasing grew grown grow grows "
    "fell fallen fall falls falling drop dropped drops dropping decrease decreased decreases "
    "declined decline climbed went up down raised reduced cut jumped reduction lowered expanded "
    "doubled".split()
)
#: Nouns of change, of which a figure is the size.
_DIFFERENCES: Final = frozenset("increase rise growth decrease drop decline fall reduction".split())
#: How far before "by" its word of change stands.
_BY_REACH: Final = 3
#: How far before "from" its word of change stands, and "from" and "between" before their number.
CHANGE_REACH: Final = 14
#: Right before "from", what makes a range of it whatever was raised: "to a term ranging from".
_RANGING: Final = frozenset("ranging range ranges ranged varying aged anywhere anything".split())
#: How far it stands before the second change of a sentence: "..., and from 10 to 20 years for".
_AGAIN_REACH: Final = 30
_FROM_REACH: Final = 5
#: Denominators of a share said with "in": "one in four", "nine in ten".
_TENTHS: Final = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000})
#: How many of a shorter unit of time a longer one is: "six months to three years".
_SHORTER: Final = {
    ("duration:hour", "duration:day"): 24,
    ("duration:day", "duration:week"): 7,
    ("duration:day", "duration:month"): 30,
    ("duration:day", "duration:year"): 365,
    ("duration:week", "duration:month"): 30 / 7,
    ("duration:week", "duration:year"): 52,
    ("duration:month", "duration:year"): 12,
}
#: Largest number that "or" joins to the next one: "three or four clubs".
_LARGEST_OR: Final = 20


class Quantity(NamedTuple):
    """A number, the unit before it and the one behind it, and the token behind all of it."""

    numeral: Numeral
    before: Unit | None
    after: Unit | None
    end: int

    @property
    def unit(self) -> Unit | None:
        """The unit, from whichever side."""
        return self.after or self.before


def _share(tokens: Tokens, head: int, numeral: Numeral) -> Numeral | None:
    """Read "7 out of 26" and "nine in ten" as the share that they say."""
    low, end = tokens.low, numeral.end
    if not isinstance(numeral.value, int) or numeral.value <= 0:
        return None
    tied = low[end] == "-" and low[end + 1] == "in" and low[end + 2] == "-"  # "one-in-five"
    end += tied
    if low[end] == "out" and low[end + 1] == "of":
        whole = read_number(tokens, end + 2 + (low[end + 2] in {"every", "the"}))
    elif low[end] in {"in", "of"} and low[end + 1] == "every":
        whole = read_number(tokens, end + 2)
    elif low[end] == "in" and low[head - 1] not in {"the", "these", "those"}:
        whole = None if low[end + 1][:1] == "0" else read_number(tokens, end + 1 + tied)
        if whole is None or whole.value not in _TENTHS or whole.words != numeral.words:
            return None
        if unit_after(tokens, whole.end) is not None:
            return None
    else:
        return None
    if whole is None or not isinstance(whole.value, int) or whole.value < numeral.value:
        return None
    return Numeral(numeral.value / whole.value, whole.end, fraction=True)


def _twice_said(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Read "thirty (30)" and "30 (thirty)" as one number."""
    if tokens.low[numeral.end] != "(":
        return numeral
    again = read_number(tokens, numeral.end + 1)
    if again is None or again.words == numeral.words or tokens.low[again.end] != ")":
        return numeral
    return numeral._replace(end=again.end + 1) if again.value == numeral.value else numeral


def _with_months(tokens: Tokens, numeral: Numeral, years: Unit) -> tuple[Numeral, Unit]:
    """Read "two years and six months" as one term of 2.5 years."""
    if years.code != "duration:year" or tokens.low[years.end] != "and":
        return numeral, years
    months = read_number(tokens, years.end + 1)
    unit = None if months is None else unit_after(tokens, months.end)
    if months is None or unit is None or unit.code != "duration:month" or months.value >= 12:
        return numeral, years
    value = tidy(round(numeral.value + months.value / 12, 4))
    return numeral._replace(value=value), years._replace(end=unit.end)


def read_quantity(tokens: Tokens, index: int, power: Numeral | None = None) -> Quantity | None:
    """Read a number with the units on both sides; None where none begins.

    Args:
        tokens: The sentence.
        index: Where it begins.
        power: The number, where it is a power that was read already.

    """
    numeral = power or read_number(tokens, index)
    if numeral is None:
        return None
    if not numeral.fraction:
        numeral = _share(tokens, index, numeral) or _twice_said(tokens, numeral)
    before = unit_before(tokens, index)
    after = unit_after(tokens, numeral.end)
    if after is None:
        end = numeral.end
        if before is not None and tokens.low[end] == "/" and tokens.low[end + 1] == "-":
            end += 2  # "Rs 5,000/-"
        return Quantity(numeral, before, None, end)
    if before is not None and not after.code.startswith("money"):
        return Quantity(numeral, before, None, numeral.end)
    numeral, after = _with_months(tokens, numeral, after)
    return Quantity(numeral, before, after, after.end)


def _second(tokens: Tokens, index: int, end: int) -> int | None:
    """Give the token that the second number of a range would begin with, or None."""
    low = tokens.low
    word = low[end]
    if word == "-":
        at = end + 1 + (low[end + 1] == "to")
        at += at > end + 1 and low[at] == "-"  # "three-to-six years"
    elif word == "to":
        if _changes(tokens, index, end):
            return None
        at = end + 1 + (low[end + 1] == "-")
    elif word == "and":
        if "between" not in low[max(index - _FROM_REACH - 1, 0) : index]:
            return None
        at = end + 1
    elif word in {"or", "through"}:
        at = end + 1
    else:
        return None
    code = currencies.written_code(tokens.raw(at))
    return at + (low[at] in currencies.SIGNS or code is not None)


def _changes(tokens: Tokens, index: int, end: int) -> bool:
    """Whether "from 12 to 18" or "by 3 percent to 20 percent" tells a change and so two figures.

    "By 1 to 2 percent" is a range nevertheless: its first number has no unit of its own. Of what
    is counted neither has: "rose by three to nine" tells three more, and nine.
    """
    low = tokens.low
    before = index - 1
    for start in range(before, max(before - _FROM_REACH, -1), -1):
        if low[start] in {";", ","}:
            return False
        if low[start] == "from" and (low[start + 1] == "the" or low[start - 1] in _RANGING):
            return False  # "down from the 80 to 90 million it had foreseen"
        by = start == before and low[start] == "by"
        if low[start] == "from" or (by and (end > index + 1 or _bare_behind(tokens, end + 1))):
            reach = change_reach(low, start)
            return not _CHANGES.isdisjoint(low[max(start - reach, 0) : start])
    return False


def change_reach(low: Sequence[str], start: int) -> int:
    """Return how far before a number "from" a word of change may stand: further for a second one.

    In "fell from 20 to 30 ..., and from 10 to 20" the word is that of the first change.
    """
    again = low[start - 1] == "and" and "from" in low[max(start - _AGAIN_REACH, 0) : start]
    return _AGAIN_REACH if again else CHANGE_REACH


def tells_change(tokens: Tokens, start: int) -> bool:
    """Whether the figure at a token is how many more or fewer: "fell by two", "a rise of two"."""
    low, before = tokens.low, tokens.low[start - 1]
    if before == "of":
        return low[start - 2] in _DIFFERENCES
    near = low[max(start - 1 - _BY_REACH, 0) : max(start - 1, 0)]
    return before == "by" and not _CHANGES.isdisjoint(near)


def _bare_behind(tokens: Tokens, at: int) -> bool:
    """Whether the number at a token has no unit: "by three to nine", and not "to 9 percent"."""
    last = read_number(tokens, at)
    if last is None or not isinstance(last.value, int) or unit_before(tokens, at) is not None:
        return False
    return unit_after(tokens, last.end) is None


def _scaled(tokens: Tokens, index: int, first: Numeral, last: Numeral) -> float:
    """Give the first value the scale that is said once: "between 30 and 35 thousand"."""
    scale = SCALES.get(tokens.low[last.end - 1])
    if scale is None and tokens.low[last.end - 1] in GLUED_SCALES:
        scale = GLUED_SCALES[tokens.low[last.end - 1]]  # "$1.2-1.5m"
    plain = first.end == index + 1 and tokens.low[index] not in SCALES
    if scale is None or not plain or first.value >= min(1000, last.value / scale):
        return first.value
    return tidy(first.value * scale)


def _last(tokens: Tokens, index: int, first: Quantity) -> Quantity | None:
    """Read the second number of a range, if one follows that can be its end."""
    start = index if first.before is None else first.before.start
    at = _second(tokens, start, first.end)
    if at is None or first.numeral.fraction:
        return None
    word = tokens.low[at]
    if word[:1].isdecimal():
        if excluded(tokens, at):
            return None
    elif word not in NUMBERS and word not in SCALES:
        return None
    last = read_quantity(tokens, at)
    if last is None or last.numeral.fraction:
        return None
    # "Seven years to 14 ringleaders": the unit of a range stands behind its end, or before both.
    return None if first.after is not None and last.unit is None else last


def read_range(tokens: Tokens, index: int, first: Quantity) -> Figure | None:
    """Read a range from its first number on: "17-26", "between 4 and 15 years", "2 to 470 days"."""
    last = _last(tokens, index, first)
    if last is None:
        return None
    bottom, top = _scaled(tokens, index, first.numeral, last.numeral), last.numeral.value
    unit = last.unit or first.unit
    if first.unit is not None and unit is not None:
        ratio = _SHORTER.get((first.unit.code, unit.code))
        if ratio is not None and tokens.low[first.end] in {"to", "-", "and"}:
            bottom = tidy(round(bottom / ratio, 4))
            first = first._replace(after=unit)
    agree = first.unit is None or unit is None or first.unit.code == unit.code
    near = tokens.low[first.end] != "or" or (top == bottom + 1 and bottom <= _LARGEST_OR)
    if bottom >= top or not agree or not near:
        return None
    factor = 1 if unit is None else unit.factor
    return Figure(
        start=index,
        head=index,
        end=last.end,
        value=None,
        least=tidy(bottom * factor),
        most=tidy(top * factor),
        unit="count" if unit is None else unit.code,
        shape="range",
    )
