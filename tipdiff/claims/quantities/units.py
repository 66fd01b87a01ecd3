"""Units: what stands before or after a number and says what it measures.

A unit is read from its row of :data:`tipdiff.language.unit_words.UNITS`, and money from the tables
of currencies. A number without any of these counts things.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.language import currencies
from tipdiff.language.unit_words import UNITS

if TYPE_CHECKING:
    from tipdiff.language.tokens import Tokens

__all__ = [
    "DURATIONS",
    "GLUED_MEASURES",
    "MEASURES",
    "Unit",
    "is_money",
    "unit_after",
    "unit_before",
]


class Unit(NamedTuple):
    """A unit, and the tokens it takes: from ``start`` on before a number, up to ``end`` after.

    The number is to be multiplied by ``factor`` (63 cents are 0.63 dollars).
    """

    code: str
    start: int
    end: int
    factor: float = 1


#: Time: the words, and the unit of the contract.
DURATIONS: Final = {
    word: unit.code
    for unit in UNITS
    for word in unit.words.split()
    if unit.code.startswith("duration:")
}
#: Measures, by word, in UCUM.
MEASURES: Final = {
    word: unit.code
    for unit in UNITS
    for word in unit.words.split()
    if unit.dimension not in {"share", "age"} and not unit.code.startswith("duration:")
}
#: Words that mean a measure only behind a hyphen ("a 4-second delay", "a six-foot fence").
HYPHENED_MEASURES: Final = {word: unit.code for unit in UNITS for word in unit.hyphened.split()}
#: Short forms that mean a measure only where they touch the figure: "5m" but not "12 in 2005".
GLUED_MEASURES: Final = {word: unit.code for unit in UNITS for word in unit.glued.split()}

#: The square of each measure.
_SQUARES: Final = {unit.code: unit.squared for unit in UNITS}
_PERCENT: Final = frozenset(
    word for unit in UNITS for word in unit.words.split() if unit.code == "percent"
)
_AGED: Final = frozenset(
    word for unit in UNITS for word in unit.words.split() if unit.code == "age"
)
_POINTS: Final = frozenset({"point", "points"})
#: Names of money that are other words too, and need their country before them.
_NEED_COUNTRY: Final = frozenset("sum som mark marks sol soles colon real".split())
#: Words between an amount and the name of its money: "5 million Varonan crowns".
_MOST_QUALIFIERS: Final = 2
#: Signs of money in letters, as they are printed.
_LETTER_SIGNS: Final = frozenset({"PS", "RM", "Rs", "Kc"})


def unit_after(tokens: Tokens, index: int) -> Unit | None:
    """Read the unit that begins at a token, past a hyphen: "%", "-day", "years of age", "euros"."""
    at = index
    hyphened = tokens.low[at] == "-" and tokens.glued(at) and tokens.glued(at + 1)
    at += hyphened
    return (
        _share(tokens, index, at)
        or _duration(tokens, index, at)
        or _measure(tokens, index, at)
        or _money(tokens, index, at)
    )


def _share(tokens: Tokens, index: int, at: int) -> Unit | None:
    """Read "%", "percent", "per cent", "percentage points", "basis points"."""
    low = tokens.low
    if low[at] == "basis" and low[at + 1] in _POINTS:
        return Unit("points", index, at + 2, 0.01)
    if low[at] in _PERCENT:
        end = at + 1
    elif low[at] == "per" and low[at + 1] == "cent":
        end = at + 2
    else:
        return None
    pointed = end + (low[end] == "-")
    if low[pointed] in _POINTS:
        return Unit("points", index, pointed + 1)
    return Unit("percent", index, end)


def _duration(tokens: Tokens, index: int, at: int) -> Unit | None:
    """Read a duration, or the age that it is part of ("15-year-old", "18 years of age")."""
    low = tokens.low
    code = DURATIONS.get(low[at])
    if code is None:
        return Unit("age", index, at + 1) if low[at] in _AGED else None
    end = at + 1
    old = end + (low[end] == "-")
    if low[old] in {"old", "olds"}:
        return Unit("age", index, old + 1)
    if low[end] == "of" and low[end + 1] == "age":
        return Unit("age", index, end + 2)
    return Unit(code, index, end)


def _measure(tokens: Tokens, index: int, at: int) -> Unit | None:
    """Read a measure, or the square of one ("20-square-meter")."""
    if tokens.low[at] in {"square", "sq"}:
        side = at + 1 + (tokens.low[at + 1] in {"-", "."})
        square = MEASURES.get(tokens.low[side])
        return None if square is None else Unit(_SQUARES[square], index, side + 1)
    at += tokens.low[at] == "metric" and MEASURES.get(tokens.low[at + 1]) == "t"  # "metric tons"
    code = MEASURES.get(tokens.low[at])
    if code is None and at > index:
        code = HYPHENED_MEASURES.get(tokens.low[at])
    if code is None and tokens.glued(at):
        code = GLUED_MEASURES.get(tokens.low[at])
    return None if code is None else Unit(code, index, at + 1)


def _money(tokens: Tokens, index: int, at: int) -> Unit | None:
    """Read a code, a sign or a name after an amount: "75 billion ZWD", "10 million crowns"."""
    low = tokens.low
    code = currencies.written_code(tokens.raw(at))
    if code is None and len(low[at]) == 1:
        code = currencies.SIGNS.get(low[at])
    if code is not None and at > index and low[at + 1][:1].isdecimal():
        return None  # "EUR 1,000-EUR 5,000": it is the next figure's
    if code is not None:
        return Unit(f"money:{code}", index, at + 1)
    if low[at] in {"cent", "cents"}:
        return Unit("money:USD", index, at + 1, 0.01)
    if low[at : at + 3] == ["u", ".", "s"]:
        end = at + 3 + (low[at + 3] == ".")
        return Unit("money:USD", index, end + 1) if low[end] in {"dollars", "dollar"} else None
    return _named_money(tokens, index, at)


def is_money(tokens: Tokens, at: int) -> bool:
    """Whether money is named at a token: "euros", "U.S. dollars", "EUR"."""
    word = tokens.low[at]
    return (word.isalpha() or word in currencies.SIGNS) and _money(tokens, at, at) is not None


def _named_money(tokens: Tokens, index: int, at: int) -> Unit | None:
    """Read the name of money, with its country or without."""
    low = tokens.low
    for place in range(at, at + _MOST_QUALIFIERS + 1):
        noun = low[place]
        qualified = place > at
        if noun in currencies.NOUNS:
            known = (
                (tokens.capital(at) or low[at] == "new") if qualified else noun not in _NEED_COUNTRY
            )
            if not known and low[at] != "us":
                return None
            code = currencies.noun_code(noun, low[place - 1] if qualified else "")
            return Unit(f"money:{code}", index, place + 1)
        if not noun.isalpha():
            return None
    return None


def unit_before(tokens: Tokens, index: int) -> Unit | None:
    """Read the currency that stands before an amount: "$30", "US $58", "EUR 300,000", "Rs. 500"."""
    if index == 0:
        return None
    at = index - 1 - (tokens.low[index - 1] == "-" and tokens.low[index - 2] == "$")
    word, before, raw = tokens.low[at], tokens.low[at - 1], tokens.raw(at)
    if word == "$":
        return _dollars(tokens, at)
    if before == "$" and word in currencies.DOLLARS and tokens.glued(at) and tokens.glued(index):
        return Unit(f"money:{currencies.DOLLARS[word]}", at - 1, index)  # "$US 5", "$A82"
    if (before, word) in currencies.BROKEN_SIGNS:
        return Unit(f"money:{currencies.BROKEN_SIGNS[before, word]}", at - 1, index)
    if word == "." and tokens.glued(at):
        start = at - 1 - (before == "/")  # "S/. 500" is one token more than "Tk. 500"
        short = currencies.short_code(tokens.text[tokens.start[start] : tokens.start[at]])
        return None if short is None else Unit(f"money:{short}", start, index)
    code = currencies.written_code(raw)
    if code is None and (len(word) == 1 or raw in _LETTER_SIGNS):
        code = currencies.SIGNS.get(word)
    if code is None and word in currencies.ALONE and tokens.capital(at):
        code = currencies.ALONE[word]  # "Baht 20,000"
    return None if code is None else Unit(f"money:{code}", at, index)


def _dollars(tokens: Tokens, at: int) -> Unit:
    """Read what stands before a dollar sign: "US $", "U.S. $", "HK $", "USD $"."""
    low, before = tokens.low, tokens.raw(at - 1)
    if before.isupper() and low[at - 1] in currencies.DOLLARS:
        return Unit(f"money:{currencies.DOLLARS[low[at - 1]]}", at - 1, at + 1)
    if before in currencies.CODES:
        return Unit(f"money:{before}", at - 1, at + 1)
    spelt = at >= 4 and low[at - 4 : at] == ["u", ".", "s", "."]
    return Unit("money:USD", at - 4 if spelt else at, at + 1)
