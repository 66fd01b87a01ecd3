"""Single numbers in digits, in words, and as powers: what scales and fractions are put on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.claims.quantities.thousands import thousands
from tipdiff.language.number_words import FRACTIONS, NUMBERS, SCALES, TENS, UNITS
from tipdiff.patterns import regex
from tipdiff.text import MOST_DIGITS, whole_number

if TYPE_CHECKING:
    from tipdiff.language.tokens import Tokens

__all__ = ["Number", "Numeral", "read_digits", "read_power", "read_words", "tidy"]

Number = int | float

#: Largest exponent, in digits: past it a power is no measure of anything.
_MOST_EXPONENT: Final = 2
#: Above all scales.
_NO_LIMIT: Final = 10**18
#: What may join the words of one number.
_JOINTS: Final = frozenset({"-", "and", ","})
#: What stands before the ten of "1.3x10^6".
_TIMES: Final = frozenset({"x", "\u00d7"})

_PLAIN = regex(r"\d+(?:\.\d+)?")
_GROUPED = regex(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}")
_POINTS = regex(r"\d{1,3}(?:\.\d{3}){2,}")
_COMMA = regex(r"\d+,\d{1,2}")
_POINTS_COMMA = regex(r"\d{1,3}(?:\.\d{3})+,\d{1,2}")
#: Marks between thousands that mean nothing else: "12'500".
_APOSTROPHES = regex("['\u2019]")


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
    if len(token) > MOST_DIGITS + token.count(",") + token.count("."):
        return None
    if _PLAIN.fullmatch(token):
        return float(token) if "." in token else int(token)
    if _GROUPED.fullmatch(token):
        plain = token.replace(",", "")
        return float(plain) if "." in plain else int(plain)
    if _POINTS.fullmatch(token):
        return int(token.replace(".", ""))
    if _COMMA.fullmatch(token) or _POINTS_COMMA.fullmatch(token):
        return float(token.replace(".", "").replace(",", "."))
    return whole_number(_APOSTROPHES.sub("", token))


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
    total, current, limit, end = 0, 0, _NO_LIMIT, index
    seen, place = False, 100
    while True:
        joined = end
        if seen and low[end] in _JOINTS:
            scaled = place == 100 and (current == 0 if low[end] == "," else current % 100 == 0)
            if not _joins(tokens, end, limit, scaled=scaled):
                break
            joined = end + 1
        word = low[joined]
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


def _joins(tokens: Tokens, at: int, limit: int, *, scaled: bool) -> bool:
    """Whether a joint at a token ties the next word to the number before it.

    Args:
        tokens: The sentence.
        at: The joint.
        limit: The last scale from a thousand up, above all of the number if none was read.
        scaled: Whether a scale stands right before the joint.

    """
    low = tokens.low
    joint, word = low[at], low[at + 1]
    if joint == ",":
        return scaled and limit < _NO_LIMIT and _goes_on(low, at + 1, limit)
    if joint == "-":
        return tokens.glued(at) and (word in NUMBERS or word == "hundred")
    # Not "five billion and three quarters".
    return scaled and word in NUMBERS and low[at + 2] not in FRACTIONS


def _goes_on(low: list[str], at: int, limit: int) -> bool:
    """Whether smaller thousands follow a comma: "one million, two hundred thousand"."""
    if low[at] not in NUMBERS:
        return False
    for word in low[at + 1 : at + 5]:
        if SCALES.get(word, 0) >= 1000:
            return SCALES[word] < limit
        if word not in NUMBERS and word not in {"hundred", "and", "-"}:
            return False
    return False


def read_power(tokens: Tokens, index: int) -> Numeral | None:
    """Read "1.3x10^6", "2.5^-1", "12.32e+14"; a bare "10^6" too."""
    low, at = tokens.low, index + 1
    if not tokens.glued(at):
        return None
    base, value = digits(low[index]), 10.0
    if low[at] in _TIMES and low[at + 1] == "10" and low[at + 2] == "^":
        at += 3
    elif low[at] == "e" and low[at + 1] in {"+", "-"} and tokens.glued(at + 1):
        at += 1
    elif low[at] == "^" and base is not None:
        base, value, at = 1, float(base), at + 1
    else:
        return None
    below = False
    while low[at] in {"+", "-"} and tokens.glued(at):
        below, at = below is not (low[at] == "-"), at + 1
    if base is None or not low[at].isdecimal() or len(low[at]) > _MOST_EXPONENT:
        return None
    exponent = -int(low[at]) if below else int(low[at])
    if value == 0:
        return None
    return Numeral(tidy(base * value**exponent), at + 1)
