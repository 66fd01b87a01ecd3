"""Numbers in digits, in words, and in both, with the scales, halves and fractions put on them.

:func:`read_number` advances strictly, so that reading a text is linear in its length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.claims.quantities.digits_and_words import (
    Numeral,
    read_digits,
    read_words,
    tidy,
)
from tipdiff.claims.quantities.thousands import counts
from tipdiff.claims.quantities.units import is_money
from tipdiff.language.number_words import (
    FRACTIONS,
    GLUED_SCALES,
    NOUGHTS,
    NUMBERS,
    PLURAL_SCALES,
    SCALES,
    SIGNS,
    TENS,
    UNITS,
    VAGUE,
)
from tipdiff.text import MOST_DIGITS, whole_number

if TYPE_CHECKING:
    from tipdiff.language.tokens import Tokens

__all__ = ["read_number"]

#: Letters that measure too where they touch a figure: metres, and tons; "5b" is a section.
_MEASURING: Final = frozenset({"m", "b", "t"})
#: The largest denominator of a fraction in digits.
_FINEST: Final = 100
#: What stands before a fraction in words, and behind it: nothing.
_EQUAL: Final = frozenset({"", "=", "equals"})
_BARE_ENDS: Final = (["", ""], [".", ""])
#: Behind a number that makes it no rest of the one before: "4 thousand 3-year terms".
_PARTING: Final = frozenset({"-", "/", "%", "percent", ":"})


def _scaled(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Put a following scale on a number: "4.3 trillion", "10k", "two dozen", "hundred thousand"."""
    value, end, _, words = numeral
    low = tokens.low
    for _ in range(2):
        scale = SCALES.get(low[end])
        if scale is None and low[end] in PLURAL_SCALES:
            scale = PLURAL_SCALES[low[end]]
        if scale is None and not words and low[end] in GLUED_SCALES and _multiplies(tokens, end):
            scale = GLUED_SCALES[low[end]]
        if scale is None or (low[end] == "score" and low[end + 1] != "of" and not words):
            break
        value, end = value * scale, end + 1
    return Numeral(value, end, words=words)


def _multiplies(tokens: Tokens, end: int) -> bool:
    """Whether the letter behind a figure is a scale: "10k", "$2.7m", "1.2m euros", "1.2m pupils".

    A metre never stands before money or what is counted, and a letter that does not touch its
    figure multiplies money only.
    """
    if _money_before(tokens, end) or is_money(tokens, end + 1):
        return True
    letter, raw = tokens.low[end], tokens.raw(end)
    if not tokens.glued(end):
        return (letter == "k" or raw == "M") and not tokens.low[end + 1][:1].isalnum()
    if letter not in _MEASURING or raw == "M":
        return True
    if letter == "b":
        return "." in tokens.low[end - 1]  # "1.2b"; "5b" is a section
    # "Three 5m boats" are so long; "5t bricks" weigh so much.
    before = tokens.low[end - 2] if end >= 2 else ""
    measures = before in NUMBERS or before[:1].isdecimal() or before in {"a", "an"}
    return letter == "m" and not measures and counts(tokens, end + 1)


def _money_before(tokens: Tokens, end: int) -> bool:
    """Whether a currency sign or code stands just before the figure that ends here, or its range.

    "$2.7m", "EUR 5 m", "$1.2-1.5m".
    """
    at = end - 2
    if at >= 2 and tokens.low[at] in {"-", "to", "and"} and tokens.low[at - 1][:1].isdecimal():
        at -= 2
    before = tokens.raw(at) if at >= 0 else ""
    return bool(before) and (
        before in "$\u00a3\u20ac\u00a5" or (before.isupper() and len(before) in {2, 3})
    )


def _fraction_end(tokens: Tokens, numeral: Numeral) -> Numeral | None:
    """Read "two-thirds", "one fourth", "3/4" from the numerator on."""
    low, end = tokens.low, numeral.end
    if low[end] == "/" and tokens.glued(end) and tokens.glued(end + 1) and not numeral.words:
        below = whole_number(low[end + 1])
        if below is not None and 1 < below <= _FINEST and 0 < numeral.value < below:
            if low[end + 2] == "/":
                return None
            return Numeral(numeral.value / below, end + 2, fraction=True)
        return None
    if low[end] == "-":
        end += 1
    below_value = FRACTIONS.get(low[end])
    if low[end] in TENS and low[end + 1] == "-":
        below_value, end = _tens_and_units(low, end), end + 2  # "three twenty-firsts"
    if below_value is None or not isinstance(numeral.value, int) or numeral.value <= 0:
        return None
    plural = low[end] == "halves" or low[end].endswith("s")
    if plural != (numeral.value > 1) or numeral.value >= below_value * 2:
        return None
    return Numeral(numeral.value / below_value, end + 1, fraction=True)


def _tens_and_units(low: list[str], at: int) -> int | None:
    """Return the denominator of "twenty-firsts", "thirty-second"."""
    ordinal = low[at + 2].removesuffix("s")
    units = {"first": 1, "second": 2}.get(ordinal) or FRACTIONS.get(ordinal, 10)
    return TENS[low[at]] + units if units < 10 else None


def _divided(tokens: Tokens, index: int, numeral: Numeral) -> Numeral | None:
    """Read "one over three" where nothing else is said; "two over 18" of persons is no fraction."""
    low = tokens.low
    if low[numeral.end] != "over" or low[index - 1] not in _EQUAL or low[numeral.end + 1] == "over":
        return None
    below = read_number(tokens, numeral.end + 1)
    if below is None or below.value <= 0 or low[below.end : below.end + 2] not in _BARE_ENDS:
        return None
    return Numeral(numeral.value / below.value, below.end, fraction=True)


def read_number(tokens: Tokens, index: int) -> Numeral | None:
    """Read the number that begins at a token, in whatever way it is written.

    Covers "1,250", "40 000", "thirty-two", "a hundred and eight", "4.3 trillion", "two dozen",
    "half a million", "one and a half", "2 1/4", "two-thirds", "3/4". Null where none begins.
    """
    low = tokens.low
    word = low[index]
    if word in SIGNS:
        return Numeral(SIGNS[word], index + 1, fraction=True)
    if word in {"half", "quarter"} or (word in FRACTIONS and low[index - 1] == "a"):
        return _half_scale(tokens, index)
    if word[:1].isdecimal():
        numeral = read_digits(tokens, index)
    elif word in NUMBERS:
        numeral = read_words(tokens, index)
    elif word in SCALES and word not in VAGUE:
        numeral = _bare_scale(tokens, index)
    elif word in NOUGHTS and low[index + 1] == "point" and low[index + 2] in NUMBERS:
        numeral = Numeral(0, index + 1, words=True)
    else:
        return None
    return None if numeral is None else _with_parts(tokens, index, numeral)


def _with_parts(tokens: Tokens, index: int, numeral: Numeral) -> Numeral:
    """Put what follows on a single number: its denominator, its scale, its rest, its half."""
    fraction = _fraction_end(tokens, numeral)
    if fraction is not None:
        return _of_scale(tokens, fraction) or fraction
    divided = _divided(tokens, index, numeral)
    if divided is not None:
        return divided
    plain = numeral.end
    numeral = _scaled(tokens, numeral)
    if numeral.end > plain and not numeral.words:
        numeral = _mixed(tokens, numeral)
    return _and_a_half(tokens, numeral)


def _of_scale(tokens: Tokens, fraction: Numeral) -> Numeral | None:
    """Read "two thirds of a million" and "three quarters million" from behind the fraction on."""
    low, end = tokens.low, fraction.end
    at = end + 2 if low[end] == "of" and low[end + 1] == "a" else end
    scale = SCALES.get(low[at], 0)
    if scale < 1000:
        return None
    return Numeral(tidy(fraction.value * scale), at + 1, words=True)


def _mixed(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Add what goes on a figure and its scale: "4 thousand 3 hundred and 21", "3 hundred and 2".

    Behind "and" only what is below a hundred, and behind a million only what has a scale itself:
    in "5 million and 40 desks" and "5 million 40 times" something else begins.
    """
    low, end = tokens.low, numeral.end
    scale = SCALES.get(low[end - 1], 0)
    if scale < 100 or not isinstance(numeral.value, int):
        return numeral
    joined = low[end] == "and"
    at = end + joined
    if low[at][:1].isdecimal():
        rest = read_digits(tokens, at)
    else:
        rest = read_words(tokens, at) if low[at] in NUMBERS else None
    if rest is None or low[rest.end] in _PARTING:
        return numeral
    plain = rest.end
    if not rest.words:
        rest = _scaled(tokens, rest)
        if rest.end > plain:
            rest = _mixed(tokens, rest)
    most = 100 if joined else scale
    scaled = SCALES.get(low[plain], 0) >= 100 or rest.value >= 1000
    if not isinstance(rest.value, int) or not 0 < rest.value < most:
        return numeral
    if (joined and scale > 1000) or (scale > 1000 and not scaled):
        return numeral
    return Numeral(numeral.value + rest.value, rest.end)


def _half_scale(tokens: Tokens, index: int) -> Numeral | None:
    """Read "half a million", "half million", "half a dozen", "a quarter of a million"."""
    low = tokens.low
    of = low[index + 1] == "of" and low[index + 2] == "a"
    at = index + 1 + (2 * of or low[index + 1] in {"a", "-"})
    scale = SCALES.get(low[at])
    if scale is None or low[at] == "score":
        return None
    return Numeral(tidy(scale / FRACTIONS[low[index]]), at + 1, words=True)


def _bare_scale(tokens: Tokens, index: int) -> Numeral | None:
    """Read a scale that stands for one of it: "a hundred and eight", "an estimated million"."""
    low = tokens.low
    word = low[index]
    if (
        low[index - 1] not in {"a", "an", "estimated", "one", "about", "nearly", "over", "some"}
        and low[index + 1] not in SCALES
    ):
        return None
    value, end = SCALES[word], index + 1
    if word in {"score", "mil", "mn", "tn"}:
        return None
    at = end + (low[end] == "and")
    if word in {"hundred", "thousand"} and low[at] in NUMBERS:
        rest = read_words(tokens, at)
        if rest is not None and rest.value < value:
            return Numeral(value + rest.value, rest.end, words=True)
    return Numeral(value, end, words=True)


def _part_said(tokens: Tokens, at: int, *, words: bool) -> Numeral | None:
    """Read the part in "one and a half", "six and a quarter", "twenty and three fifths".

    After a figure only "a half" is: in "27 and one half were over 40" a new share begins.
    """
    low = tokens.low
    tied = at + 1 + (low[at + 1] == "-")
    if low[at] == "a" and low[tied] in FRACTIONS:
        part = Numeral(1 / FRACTIONS[low[tied]], tied + 1)
    elif words and low[at] in UNITS:
        said = _fraction_end(tokens, Numeral(UNITS[low[at]], at + 1, words=True))
        if said is None:
            return None
        part = said
    else:
        return None
    return None if low[part.end] in {"of", "were", "are", "had", "have", "was"} else part


def _decimals(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Read "five point five", "three hundred point sixty-two", "nine point zero four"."""
    low, at, said = tokens.low, numeral.end + 1, ""
    while len(said) < MOST_DIGITS:
        if low[at] in NOUGHTS:
            said, at = said + "0", at + 1
            continue
        part = read_words(tokens, at) if low[at] in NUMBERS else None
        if part is None:
            break
        if part.value >= 100:  # "two point five million"
            part = Numeral(NUMBERS[low[at]], at + 1)
        said += str(part.value)
        at = part.end
    if not said:
        return numeral
    value = tidy(float(f"{numeral.value}.{said}"))
    return _scaled(tokens, Numeral(value, at, words=True))


def _and_a_half(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Add "and a half", "and one quarter", " 1/4" or the sign to the number before it."""
    low, end = tokens.low, numeral.end
    if low[end] in SIGNS and not numeral.words:
        return Numeral(numeral.value + SIGNS[low[end]], end + 1)
    tied = low[end] == "-" and low[end + 1] == "and" and low[end + 2] == "-"
    if low[end] == "and" or tied:
        part = _part_said(tokens, end + 1 + 2 * tied, words=numeral.words)
        smaller = None if part is None else SCALES.get(low[part.end])
        if part is not None and smaller is not None and SCALES.get(low[end - 1], 1) > smaller > 1:
            value = numeral.value + part.value * smaller  # "one billion and a half million"
            return Numeral(tidy(value), part.end + 1, words=numeral.words)
        if part is not None:
            unit = SCALES.get(low[end - 1], 1)
            value = numeral.value + part.value * (unit if unit >= 1000 else 1)
            after = Numeral(tidy(value), part.end, words=numeral.words)
            return _scaled(tokens, after) if unit == 1 else after
    if low[end] == "point" and numeral.words:
        return _decimals(tokens, numeral)
    if (
        low[end].isdecimal()
        and len(low[end]) == 1
        and not numeral.words
        and isinstance(numeral.value, int)
        and low[end + 1] == "/"
        and tokens.glued(end + 1)
        and tokens.glued(end + 2)
        and (below := whole_number(low[end + 2])) is not None
        and 1 < below <= _FINEST
    ):
        value = numeral.value + int(low[end]) / below
        return Numeral(tidy(value), end + 3)
    return numeral._replace(value=tidy(numeral.value))
