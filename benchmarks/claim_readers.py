"""Readers of quantities that are measured beside each other, and how their conventions map.

Each takes a sentence and gives :class:`Found` quantities in the project's units. The peers are
optional: a table says which are absent. Mapped, so that it counts neither for nor against them, is
what they call units and currencies; a spread is a range (quantulum3 gives "1 to 611" as 306 +-
305); where several of Recognizers' models read one place, that of the earlier in ``models`` is
taken.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tipdiff.claims import extract_claims

if TYPE_CHECKING:
    from tipdiff.records import Claim

__all__ = ["PEERS", "Found", "Read", "as_found", "own"]


class Found(NamedTuple):
    """A quantity, from whatever reader: its value or its two ends, and its unit."""

    value: float | None
    low: float | None
    high: float | None
    unit: str | None = None


Read = Callable[[str], list[Found]]
"""Reads the quantities of a sentence."""

#: Peers' names of units, in the project's.
UNITS: Final = {
    "dimensionless": "count",
    "percentage": "percent",
    "year": "duration:year",
    "month": "duration:month",
    "week": "duration:week",
    "day": "duration:day",
    "hour": "duration:hour",
}
#: Names of money, in ISO 4217, for peers that give a name.
MONEY: Final = {
    "dollar": "money:USD",
    "united states dollar": "money:USD",
    "euro": "money:EUR",
    "british pound": "money:GBP",
    "pound sterling": "money:GBP",
    "ethiopian birr": "money:ETB",
    "icelandic krona": "money:ISK",
    "icelandic króna": "money:ISK",
    "zimbabwean dollar": "money:ZWD",
}
#: Letters of ISO 8601 durations.
PERIODS: Final = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def as_found(claim: Claim) -> Found:
    """Return the value of a claim in the shape that all readers share."""
    return Found(claim.value, claim.low, claim.high, claim.unit)


def own(text: str) -> list[Found]:
    """Read quantities with tipdiff."""
    return [as_found(claim) for claim in extract_claims(text)]


def _single(value: float, unit: str | None) -> Found:
    return Found(value, value, value, unit)


def quantulum() -> Read | None:
    """Return a reader by quantulum3, if it is installed."""
    try:
        parser: Any = importlib.import_module("quantulum3.parser")
        classifier: Any = importlib.import_module("quantulum3.classifier")
    except ImportError:
        return None
    classifier.USE_CLF = False  # its model fails to load with a current scikit-learn

    def read(text: str) -> list[Found]:
        found = []
        for quantity in parser.parse(text):
            name = quantity.unit.name
            unit = UNITS.get(name) or MONEY.get(name, name)
            value, spread = quantity.value, quantity.uncertainty
            if spread:
                found.append(Found(None, value - spread, value + spread, unit))
            else:
                found.append(_single(value, unit))
        return found

    return read


def recognizers() -> Read | None:
    """Return a reader by all of Recognizers-Text's models that read quantities."""
    try:
        numbers: Any = importlib.import_module("recognizers_number")
        units: Any = importlib.import_module("recognizers_number_with_unit")
        times: Any = importlib.import_module("recognizers_date_time")
    except ImportError:
        return None
    english = numbers.Culture.English
    number, measured = numbers.NumberRecognizer(english), units.NumberWithUnitRecognizer(english)
    models = (
        (measured.get_age_model(), lambda result: _named(result, "age")),
        (measured.get_currency_model(), lambda result: _named(result, None)),
        (number.get_percentage_model(), lambda result: _valued(result, "percent")),
        (times.DateTimeRecognizer(english).get_datetime_model(), _duration),
        (number.get_number_model(), lambda result: _valued(result, "count")),
    )

    def read(text: str) -> list[Found]:
        placed: list[tuple[int, int, Found]] = []
        dated: list[tuple[int, int]] = []
        for model, convert in models:
            for result in model.parse(text):
                start, end = result.start, result.end + 1
                if any(start < b and a < end for a, b, _ in placed) or (start, end) in dated:
                    continue
                found = None
                with suppress(KeyError, TypeError, ValueError, IndexError):
                    found = convert(result)
                if found is not None:
                    placed.append((start, end, found))
                elif convert is _duration:
                    dated.append((start, end))
        return [found for _, _, found in sorted(placed, key=lambda entry: entry[0])]

    return read


def _valued(result: Any, unit: str) -> Found:
    return _single(float(str(result.resolution["value"]).rstrip("%")), unit)


def _named(result: Any, unit: str | None) -> Found:
    resolution = result.resolution
    if unit is None:
        code = resolution.get("isoCurrency")
        unit = f"money:{code}" if code else MONEY.get(str(resolution["unit"]).lower(), "money:XXX")
    return _single(float(resolution["value"]), unit)


def _duration(result: Any) -> Found | None:
    """Return a duration; dates and times are none."""
    [first, *_] = result.resolution["values"]
    if first["type"] != "duration":
        return None
    timex = first["timex"].removeprefix("P")
    unit = "hour" if timex.startswith("T") and timex.endswith("H") else PERIODS[timex[-1]]
    return _single(float(timex.strip("TYMWDH")), f"duration:{unit}")


#: What is measured beside tipdiff: the name, and what gives its reader (null: not installed).
PEERS: Final[tuple[tuple[str, Callable[[], Read | None]], ...]] = (
    ("quantulum3", quantulum),
    ("Recognizers-Text", recognizers),
)
