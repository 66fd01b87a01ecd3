"""Numbers in digits, in words, and in both, read from the tokens of a sentence.

The words stand in tables; three short readers apply them: :func:`read_digits`, :func:`read_words`,
and :func:`read_number`, which puts scales, halves and fractions on either. All advance strictly, so
that reading a text is linear in its length.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.claims.quantities.thousands import thousands
from tipdiff.language.number_words import (
    FRACTIONS,
    GLUED_SCALES,
    NUMBERS,
    SCALES,
    SIGNS,
    TENS,
    UNITS,
    VAGUE,
)

if TYPE_CHECKING:
    from tipdiff.language.tokens import Tokens

__all__ = ["Numeral", "read_number"]

Number = int | float

#: Longest run of digits that is a figure: ISO money amounts stay below, serial numbers above.
MAX_DIGITS: Final = 18

_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_COMMA = re.compile(r"\d+,\d{1,2}")


class Numeral(NamedTuple):
    """A number and the token after its last one.

    ``fraction`` says that it was written as part of a whole (two thirds, 3/4); ``words`` that it
    begins with a word.
    """

    value: Number
    end: int
    fraction: bool = False
    words: bool = False


def tidy(value: Number) -> Number:
    """Return a whole number as ``int`` and any other to ten digits, free of binary noise."""
    if isinstance(value, int):
        return value
    value = float(f"{value:.10g}")
    return int(value) if value.is_integer() else value


def digits(token: str) -> Number | None:
    """Return the value of a figure as it is printed, or None where it is none ("31,33,35")."""
    if len(token) > MAX_DIGITS + token.count(",") + token.count("."):
        return None
    if _PLAIN.fullmatch(token):
        return float(token) if "." in token else int(token)
    if _GROUPED.fullmatch(token):
        plain = token.replace(",", "")
        return float(plain) if "." in plain else int(plain)
    if _POINTS.fullmatch(token):
        return int(token.replace(".", ""))
    if _COMMA.fullmatch(token):
        return float(token.replace(",", "."))
    return None


def read_digits(tokens: Tokens, index: int) -> Numeral | None:
    """Read a figure; groups set off by a space are one figure ("40 000")."""
    low = tokens.low
    token = low[index]
    value: Number | None = thousands(tokens, index)
    if value is None:
        value = digits(token)
    if value is None:
        return None
    end = index + 1
    if len(token) <= 3 and token.isdecimal() and token[0] != "0":
        while (
            end - index < 6
            and len(low[end]) == 3
            and low[end].isdecimal()
            and tokens.start[end] - tokens.end[end - 1] == 1
            and tokens.text[tokens.end[end - 1]] in " \u00a0\u202f\u2009"
        ):
            value = int(value) * 1000 + int(low[end])
            end += 1
    return Numeral(value, end)


def read_words(tokens: Tokens, index: int) -> Numeral | None:
    """Read a number in words: "twenty-one", "one hundred and eight", "two hundred thousand"."""
    low = tokens.low
    total, current, limit, end = 0, 0, 10**18, index
    seen, place = False, 100
    while True:
        word = low[end]
        joined = end
        if seen and word in {"-", "and"}:
            follows_scale = place == 100 and (current % 100 == 0)
            if word == "and" and not follows_scale:
                break
            if word == "-" and not tokens.glued(end):
                break
            joined = end + 1
            word = low[joined]
            if word not in UNITS and word not in TENS and (low[end] != "-" or word != "hundred"):
                break
        if word in TENS and place >= 100:
            current, place = current + TENS[word], 10
        elif word in UNITS and (place >= 100 or (place == 10 and 0 < UNITS[word] < 10)):
            if place == 100 and current == 0 and total == 0 and UNITS[word] == 0 and seen:
                break
            current, place = current + UNITS[word], 1
        elif word == "hundred" and 0 < current < 100 and (joined == end or low[end] == "-"):
            current, place = current * 100, 100
        elif (
            word in SCALES
            and SCALES[word] >= 1000
            and seen
            and current
            and SCALES[word] < limit
            and joined == end
        ):
            limit = SCALES[word]
            total, current, place = total + current * limit, 0, 100
        else:
            break
        seen = True
        end = joined + 1
    return Numeral(total + current, end, words=True) if seen else None


def _scaled(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Put a following scale on a number: "4.3 trillion", "10k", "two dozen", "hundred thousand"."""
    value, end, _, words = numeral
    low = tokens.low
    for _ in range(2):
        scale = SCALES.get(low[end])
        if scale is None and tokens.glued(end) and not words:
            scale = GLUED_SCALES.get(low[end])
            small = low[end] in {"m", "b", "t"} and tokens.raw(end) != "M"
            if small and not _money_before(tokens, end):
                scale = None
        if scale is None or (low[end] == "score" and low[end + 1] != "of" and not words):
            break
        value, end = value * scale, end + 1
    return Numeral(value, end, words=words)


def _money_before(tokens: Tokens, end: int) -> bool:
    """Whether a currency sign or code stands just before the figure that ends here."""
    before = tokens.raw(end - 2) if end >= 2 else ""
    return bool(before) and (
        before in "$\u00a3\u20ac\u00a5" or (before.isupper() and len(before) in {2, 3})
    )


def _fraction_end(tokens: Tokens, numeral: Numeral) -> Numeral | None:
    """Read "two-thirds", "one fourth", "3/4" from the numerator on."""
    low, end = tokens.low, numeral.end
    if low[end] == "/" and tokens.glued(end) and tokens.glued(end + 1) and not numeral.words:
        below = low[end + 1]
        if below.isdecimal() and 1 < int(below[:4]) <= 100 and 0 < numeral.value < int(below[:4]):
            if low[end + 2] == "/":
                return None
            return Numeral(numeral.value / int(below), end + 2, fraction=True)
        return None
    if low[end] == "-":
        end += 1
    below_value = FRACTIONS.get(low[end])
    if below_value is None or not isinstance(numeral.value, int) or numeral.value <= 0:
        return None
    plural = low[end] == "halves" or low[end].endswith("s")
    if plural != (numeral.value > 1) or numeral.value >= below_value * 2:
        return None
    return Numeral(numeral.value / below_value, end + 1, fraction=True)


def read_number(tokens: Tokens, index: int) -> Numeral | None:
    """Read the number that begins at a token, in whatever way it is written.

    Covers "1,250", "40 000", "thirty-two", "a hundred and eight", "4.3 trillion", "two dozen",
    "half a million", "one and a half", "2 1/4", "two-thirds", "3/4". Null where none begins.
    """
    low = tokens.low
    word = low[index]
    if word in SIGNS:
        return Numeral(SIGNS[word], index + 1, fraction=True)
    if word in {"half", "quarter"}:
        return _half_scale(tokens, index)
    if word[:1].isdecimal():
        numeral = read_digits(tokens, index)
    elif word in NUMBERS:
        numeral = read_words(tokens, index)
    elif word in SCALES and word not in VAGUE:
        numeral = _bare_scale(tokens, index)
    else:
        return None
    if numeral is None:
        return None
    fraction = _fraction_end(tokens, numeral)
    if fraction is not None:
        return fraction
    numeral = _scaled(tokens, numeral)
    return _and_a_half(tokens, numeral)


def _half_scale(tokens: Tokens, index: int) -> Numeral | None:
    """Read "half a million", "half million", "half a dozen", "quarter million"."""
    low = tokens.low
    at = index + 1 + (low[index + 1] in {"a", "-"})
    scale = SCALES.get(low[at])
    if scale is None or low[at] == "score":
        return None
    return Numeral(tidy(scale / FRACTIONS[low[index]]), at + 1, words=True)


def _bare_scale(tokens: Tokens, index: int) -> Numeral | None:
    """Read a scale that stands for one of it: "a hundred and eight", "an estimated million"."""
    low = tokens.low
    word = low[index]
    if (
        low[index - 1] not in {"a", "an", "estimated", "one", "about", "nearly", "over"}
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
    if low[at] == "a" and low[at + 1] in FRACTIONS:
        part = Numeral(1 / FRACTIONS[low[at + 1]], at + 2)
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
    while low[at] in NUMBERS and len(said) < MAX_DIGITS:
        part = read_words(tokens, at)
        if part is None or part.value >= 100:
            break
        said += str(part.value)
        at = part.end
    if not said:
        return numeral
    return Numeral(tidy(float(f"{numeral.value}.{said}")), at, words=True)


def _and_a_half(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Add "and a half", "and one quarter", " 1/4" or the sign to the number before it."""
    low, end = tokens.low, numeral.end
    if low[end] in SIGNS and not numeral.words:
        return Numeral(numeral.value + SIGNS[low[end]], end + 1)
    if low[end] == "and":
        part = _part_said(tokens, end + 1, words=numeral.words)
        if part is not None:
            unit = SCALES.get(low[end - 1], 1)
            value = numeral.value + part.value * (unit if unit >= 1000 else 1)
            after = Numeral(tidy(value), part.end, words=numeral.words)
            return _scaled(tokens, after) if unit == 1 else after
        if low[end - 1] == "hundred" and not numeral.words:
            rest = (
                read_digits(tokens, end + 1)
                if low[end + 1][:1].isdecimal()
                else read_words(tokens, end + 1)
            )
            if rest is not None and isinstance(rest.value, int) and rest.value < 100:
                return Numeral(numeral.value + rest.value, rest.end)
    if low[end] == "point" and numeral.words:
        return _decimals(tokens, numeral)
    if (
        low[end].isdecimal()
        and len(low[end]) == 1
        and not numeral.words
        and isinstance(numeral.value, int)
        and low[end + 1] == "/"
        and tokens.glued(end + 1)
        and low[end + 2].isdecimal()
        and tokens.glued(end + 2)
        and 1 < int(low[end + 2][:3]) <= 100
    ):
        value = numeral.value + int(low[end]) / int(low[end + 2])
        return Numeral(tidy(value), end + 3)
    return numeral._replace(value=tidy(numeral.value))
