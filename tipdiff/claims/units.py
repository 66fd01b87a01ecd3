"""Units: what stands before or after a number and says what it measures.

A unit is read from tables: shares, durations, ages, money, and the measures that texts hold now and
then, with their UCUM codes. A number without any of these counts things.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.claims import currencies

if TYPE_CHECKING:
    from tipdiff.claims.tokens import Tokens

__all__ = ["Unit", "unit_after", "unit_before"]


class Unit(NamedTuple):
    """A unit, and the tokens it takes: from ``start`` on before a number, up to ``end`` after."""

    code: str
    start: int
    end: int
    factor: float = 1


#: Time: the words, and the unit of the contract.
DURATIONS: Final = {
    form: f"duration:{name}"
    for name, forms in {
        "hour": "hour hours hr hrs",
        "day": "day days",
        "week": "week weeks",
        "month": "month months mos",
        "year": "year years yr yrs",
    }.items()
    for form in forms.split()
}

#: Measures, in UCUM.
MEASURES: Final = {
    form: code
    for code, forms in {
        "km": "km kms kilometer kilometers kilometre kilometres",
        "m": "meter meters metre metres",
        "cm": "cm centimeter centimeters centimetre centimetres",
        "mm": "millimeter millimeters millimetre millimetres",
        "[mi_i]": "mile miles",
        "[ft_i]": "foot feet ft",
        "[yd_i]": "yard yards",
        "[in_i]": "inch inches",
        "kg": "kg kgs kilo kilos kilogram kilograms",
        "g": "gram grams",
        "mg": "mg milligram milligrams",
        "t": "ton tons tonne tonnes",
        "[lb_av]": "lb lbs",
        "mL": "ml milliliter milliliters millilitre millilitres",
        "L": "liter liters litre litres",
        "har": "hectare hectares",
        "[acr_us]": "acre acres",
        "min": "minute minutes min mins",
        "s": "second seconds",
        "km/h": "kmh kph",
        "[mi_i]/h": "mph",
        "Cel": "celsius",
        "[degF]": "fahrenheit",
        "W": "watt watts",
        "kW": "kw kilowatt kilowatts",
        "MW": "mw megawatt megawatts",
        "GW": "gw gigawatt gigawatts",
        "kW.h": "kwh",
        "MBy": "mb megabyte megabytes",
        "GBy": "gb gigabyte gigabytes",
        "Hz": "hz hertz",
        "[HP]": "hp bhp horsepower",
    }.items()
    for form in forms.split()
}
#: Short forms that mean a measure only where they touch the figure: "5m" but not "12 in 2005".
GLUED_MEASURES: Final = {"m": "m", "g": "g", "l": "L", "w": "W", "v": "V", "t": "t", "s": "s"}

_PERCENT: Final = frozenset({"percent", "percents", "pct", "pc", "percentage"})


def unit_after(tokens: Tokens, index: int) -> Unit | None:
    """Read the unit that begins at a token, past a hyphen: "%", "-day", "years of age", "euros"."""
    low = tokens.low
    at = index
    if low[at] == "-" and tokens.glued(at) and tokens.glued(at + 1):
        at += 1
    word = low[at]
    if word == "%":
        points = low[at + 1] in {"point", "points"}
        return Unit("points" if points else "percent", index, at + 1 + points)
    if word in _PERCENT or (word == "per" and low[at + 1] == "cent"):
        end = at + 1 + (word == "per")
        if low[end] == "-":
            end += low[end + 1] in {"point", "points"}
        if low[end] in {"point", "points"}:
            return Unit("points", index, end + 1)
        return Unit("points" if word == "percentage" else "percent", index, end)
    if word == "basis" and low[at + 1] in {"point", "points"}:
        return Unit("points", index, at + 2, 0.01)
    if word in DURATIONS:
        return _duration(tokens, index, at)
    if word in MEASURES and not (
        word in {"foot", "second", "seconds"} and at == index and word != "feet"
    ):
        return Unit(MEASURES[word], index, at + 1)
    if tokens.glued(at) and word in GLUED_MEASURES:
        return Unit(GLUED_MEASURES[word], index, at + 1)
    return _money_after(tokens, index, at)


def _duration(tokens: Tokens, index: int, at: int) -> Unit:
    """Read a duration, or the age that it is part of ("15-year-old", "18 years of age")."""
    low = tokens.low
    end = at + 1
    if low[end] == "-" and low[end + 1] in {"old", "olds"}:
        return Unit("age", index, end + 2)
    if low[end] in {"old", "olds"}:
        return Unit("age", index, end + 1)
    if low[end] == "of" and low[end + 1] == "age":
        return Unit("age", index, end + 2)
    return Unit(DURATIONS[low[at]], index, end)


def _money_after(tokens: Tokens, index: int, at: int) -> Unit | None:
    """Read a code or a name after an amount: "190 billion ZWD", "10 million Varonan crowns"."""
    low = tokens.low
    word = low[at]
    if word == "$" or (word in currencies.SIGNS and len(word) == 1):
        return Unit(f"money:{currencies.SIGNS[word]}", index, at + 1)
    raw = tokens.raw(at)
    code = currencies.written_code(raw)
    if code is not None:
        return Unit(f"money:{code}", index, at + 1)
    if word in {"cent", "cents"}:
        return Unit("money:USD", index, at + 1, 0.01)
    if word == "u" and low[at + 1 : at + 3] == [".", "s"]:
        end = at + 3 + (low[at + 3] == ".")
        return Unit("money:USD", index, end + 1) if low[end] in {"dollars", "dollar"} else None
    for ahead in range(3):
        noun = low[at + ahead]
        if noun in currencies.NOUNS and (ahead == 0 or tokens.capital(at) or low[at] == "us"):
            if (
                noun in {"sum", "som", "mark", "marks", "sol", "soles", "colon", "real"}
                and ahead == 0
            ):
                return None
            code = currencies.noun_code(noun, low[at + ahead - 1] if ahead else "")
            return Unit(f"money:{code}", index, at + ahead + 1)
        if not noun.isalpha():
            break
    return None


def unit_before(tokens: Tokens, index: int) -> Unit | None:
    """Read the currency that stands before an amount: "$30", "US $58", "EUR 300,000", "Rs. 500"."""
    low = tokens.low
    at = index - 1
    if at < 0:
        return None
    word = low[at]
    if word == "." and low[at - 1] == "rs":
        return Unit("money:INR", at - 1, index)
    if (
        low[at - 1] == "$"
        and word in currencies.DOLLARS
        and tokens.glued(at)
        and tokens.glued(index)
    ):
        return Unit(f"money:{currencies.DOLLARS[word]}", at - 1, index)
    if word == "=" and low[at - 1] == "y":
        return Unit("money:JPY", at - 1, index)
    if word in currencies.SIGNS and (len(word) == 1 or tokens.raw(at) in {"PS", "RM", "Rs", "Kc"}):
        code, start = currencies.SIGNS[word], at
        if word == "$":
            before = low[at - 1]
            if before in currencies.DOLLARS and tokens.raw(at - 1).isupper():
                code, start = currencies.DOLLARS[before], at - 1
            elif before == "." and low[at - 2] == "s" and low[at - 3] == ".":
                start = max(at - 4, 0)
            elif tokens.raw(at - 1) in currencies.CODES:
                code, start = tokens.raw(at - 1), at - 1
        return Unit(f"money:{code}", start, index)
    code = currencies.written_code(tokens.raw(at))
    if code is not None:
        return Unit(f"money:{code}", at, index)
    if word in {"euro", "euros"}:
        return Unit("money:EUR", at, index)
    return None
