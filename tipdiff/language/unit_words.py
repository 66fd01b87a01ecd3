"""Units: one row each says how it is written, its code, and how outputs name it.

The readers of figures derive their tables from these rows, and every output takes its names from
them. Money has its own tables (:mod:`tipdiff.language.currencies`), and its ISO code is its name.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from tipdiff.language.currencies import UNKNOWN

__all__ = ["UNITS", "Measure", "unit_label", "with_unit"]


class Measure(NamedTuple):
    """A unit.

    Attributes:
        code: What ``Claim.unit`` says: the contract's name, or the code of UCUM.
        dimension: What it measures.
        words: How it is written behind a number, white space between.
        one: How outputs name it behind the number 1.
        many: How they name it behind any other.
        sample: A sentence with one figure of this unit.
        glued: Short forms that mean it only where they touch the figure: "5m".
        hyphened: Words that mean it only behind a hyphen: "a six-foot fence".
        square: The code of its square, where it is not the code with a 2.
        label: How a heading names it, where that is not ``many``.

    """

    code: str
    dimension: str
    words: str
    one: str
    many: str
    sample: str
    glued: str = ""
    hyphened: str = ""
    square: str = ""
    label: str | None = None

    @property
    def squared(self) -> str:
        """The code of the unit's square."""
        return self.square or f"{self.code}2"


#: The units, each with its sample.
UNITS: Final[tuple[Measure, ...]] = (
    Measure("count", "number", "", "", "", "Police fined 3 clerks."),
    Measure("ratio", "number", "", "times", "times", "Fines saw a 2.5-fold rise.",
            hyphened="fold"),
    Measure("ordinal", "number", "", "", "", "It was the seventh year of decline.", label="rank"),
    Measure("age", "age", "yo", "", "", "They freed a boy, 14 yo, in Vell.", label="age"),
    Measure(
        *("percent", "share", "% percent percents pct pc percentage", "%", "%"),
        "Fines rose by 5 pct there.",
    ),
    Measure(
        *("points", "share", "", "point", "points", "The rate fell by 3 percentage points."),
    ),
    Measure("duration:hour", "time", "hour hours hr hrs", "hour", "hours", "He spent 12 hrs."),
    Measure("duration:day", "time", "day days", "day", "days", "It closed for 30 days."),
    Measure("duration:week", "time", "week weeks", "week", "weeks", "They left after 2 weeks."),
    Measure("duration:month", "time", "month months mos", "month", "months", "He got 6 mos."),
    Measure("duration:year", "time", "year years yr yrs", "year", "years", "He got 3 yrs."),
    Measure("min", "time", "minute minutes min mins", "minute", "minutes", "It took 20 mins."),
    Measure(
        *("s", "time", "", "second", "seconds", "The alarm has a 4-second delay."),
        glued="s", hyphened="second seconds",
    ),
    Measure(
        *("km", "length", "km kms kilometer kilometers kilometre kilometres", "km", "km"),
        "The shelter stands 5 kms away.",
    ),
    Measure(
        *("m", "length", "meter meters metre metres", "meter", "meters", "It is 9 metres wide."),
        glued="m",
    ),
    Measure(
        *("cm", "length", "cm centimeter centimeters centimetre centimetres", "cm", "cm"),
        "The slit is 9 cm wide.",
    ),
    Measure("mm", "length", "millimeter millimeters millimetre millimetres", "mm", "mm",
            "The wire is 4 millimeters thick."),
    Measure("[mi_i]", "length", "mile miles", "mile", "miles", "The camp is 5 miles off.",
            square="[mi_us]2"),
    Measure("[ft_i]", "length", "feet ft", "foot", "feet", "The wall is 9 feet high.",
            hyphened="foot", square="[sft_i]"),
    Measure("[yd_i]", "length", "yard yards", "yard", "yards", "The gate is 90 yards off.",
            square="[syd_i]"),
    Measure("[in_i]", "length", "inch inches", "inch", "inches", "The slit is 3 inches wide."),
    Measure("har", "area", "hectare hectares", "hectare", "hectares", "The farm has 40 hectares."),
    Measure("[acr_us]", "area", "acre acres", "acre", "acres", "The farm has 40 acres."),
    Measure("kg", "mass", "kg kgs kilo kilos kilogram kilograms", "kg", "kg",
            "Each carried 30 kilos."),
    Measure("g", "mass", "gram grams", "gram", "grams", "He carried 30 grams.", glued="g"),
    Measure("mg", "mass", "mg milligram milligrams", "mg", "mg", "They gave him 30 mg."),
    Measure("t", "mass", "ton tons tonne tonnes", "ton", "tons", "It shipped 30 tons.", glued="t"),
    Measure("[lb_av]", "mass", "lb lbs", "pound", "pounds", "Each carried 60 lbs."),
    Measure("mL", "volume", "ml milliliter milliliters millilitre millilitres", "ml", "ml",
            "They gave him 30 ml."),
    Measure("L", "volume", "liter liters litre litres", "liter", "liters",
            "Each carried 30 litres.", glued="l"),
    Measure("km/h", "speed", "kmh kph", "km/h", "km/h", "The boat made 60 kph."),
    Measure("[mi_i]/h", "speed", "mph", "mph", "mph", "The boat made 60 mph."),
    Measure("Cel", "temperature", "celsius", "°C", "°C", "It was 45 celsius inside."),
    Measure("[degF]", "temperature", "fahrenheit", "°F", "°F", "It was 99 fahrenheit inside."),
    Measure("W", "power", "watt watts", "watt", "watts", "The lamp has 40 watts.", glued="w"),
    Measure("kW", "power", "kw kilowatt kilowatts", "kW", "kW", "The plant makes 40 kw."),
    Measure("MW", "power", "mw megawatt megawatts", "MW", "MW", "The plant makes 40 mw."),
    Measure("GW", "power", "gw gigawatt gigawatts", "GW", "GW", "The plants make 40 gw."),
    Measure("[HP]", "power", "hp bhp horsepower", "hp", "hp", "The boat has 40 horsepower."),
    Measure("kW.h", "energy", "kwh", "kWh", "kWh", "The shelter used 40 kwh."),
    Measure("V", "voltage", "", "volt", "volts", "The fence has 240V.", glued="v"),
    Measure("MBy", "data", "mb megabyte megabytes", "MB", "MB", "The file has 40 megabytes."),
    Measure("GBy", "data", "gb gigabyte gigabytes", "GB", "GB", "The files have 40 gigabytes."),
    Measure("Hz", "frequency", "hz hertz", "Hz", "Hz", "The alarm sounds at 40 hertz."),
)  # fmt: skip

_NAMES: Final = {
    **{unit.squared: (f"square {unit.one}", f"square {unit.many}", None)
       for unit in UNITS if unit.dimension == "length"},
    **{unit.code: (unit.one, unit.many, unit.label) for unit in UNITS},
}  # fmt: skip


def with_unit(value: str, unit: str, *, one: bool = False) -> str:
    """Return a number with the name of its unit: ``5 miles``, ``USD 30``, ``1 day``, ``12``.

    Args:
        value: The number as it is written.
        unit: The unit's code, as ``Claim.unit`` has it.
        one: Whether the number is one.

    """
    if unit.startswith("money:"):
        return f"{unit_label(unit)} {value}"
    single, many, _ = _NAMES.get(unit, (unit, unit, None))
    return f"{value} {single if one else many}".rstrip()


def unit_label(unit: str) -> str:
    """Return how a heading names a unit: ``days``, ``%``, ``USD``; nothing for a count.

    Args:
        unit: The unit's code, as ``Claim.unit`` has it.

    """
    kind, _, what = unit.partition(":")
    if kind == "money":
        return "money" if what == UNKNOWN else what
    _, many, label = _NAMES.get(unit, (unit, unit, None))
    return many if label is None else label
