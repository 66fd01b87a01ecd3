"""Indicators as data: the field's own sets, and tables of a user's own put before them.

The field's stand in ``sets`` beside this module, one file a set, in the form of a user's file.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pkgutil import get_data
from typing import Any, Final

from attrs import evolve

from tipdiff.arguments import expect, shown, unknown_key
from tipdiff.claims.indicators.matching import (
    BREAKDOWNS,
    CLASSES,
    FIELDS,
    UNSAID,
    Indicator,
    Indicators,
)
from tipdiff.errors import DataError
from tipdiff.language.events import EVENTS
from tipdiff.language.unit_words import UNITS

__all__ = ["SETS", "field_indicators", "indicators_from_data", "indicators_given"]

#: The field's own sets, in the order in which they are tried.
SETS: Final = ("law_enforcement", "trafficking", "drug_control", "investment", "general")
#: What a unit may be: a kind of units, or the part of a unit before its colon; a unit itself.
_FAMILIES: Final = (
    *("count", "percent", "points", "ratio", "age", "money", "duration"),
    *sorted({unit.dimension for unit in UNITS} - {"number", "share", "age", "time"}),
)
_UNITS: Final = frozenset(unit.code for unit in UNITS) | {unit.squared for unit in UNITS}
#: The keys of an indicator's table: the type that each has.
KEYS: Final[Mapping[str, type]] = {
    "id": str,
    "label": str,
    "unit": str,
    "kind": str,
    "event": list,
    "counted": list,
    "not_counted": list,
    "before": list,
    "near": list,
    "also": list,
    "beside": list,
    "without": list,
    "has": list,
    "breakdowns": list,
    "total": bool,
    "lone": bool,
    "better": str,
    "samples": list,
}
#: Keys of which an entry has one at least, unless it only adds to one of the field's own.
CONDITIONS: Final = ("event", "counted", "near", "beside", "before", "has")
#: Lists whose items are names, and the names.
NAMES: Final[Mapping[str, frozenset[str]]] = {
    "event": frozenset(row.name for row in EVENTS) | {UNSAID},
    "has": frozenset(FIELDS),
    "breakdowns": frozenset(BREAKDOWNS),
}
_TYPES: Final = {str: "a text", list: "a list of texts", bool: "true or false"}


def indicators_given(given: object) -> None:
    """See to it that what a caller gives for indicators are some, or None.

    Raises:
        DataError: They are not.

    """
    if given is not None:
        expect("indicators", given, Indicators, "what indicators_from_data gives")


def indicators_from_data(data: Mapping[str, Any], source: str = "indicators") -> Indicators:
    """Return the user's indicators, followed by the field's own.

    Args:
        data: A list of tables under ``indicator``. One with the id of one of the field's own stands
            in its place; if it has no condition, it adds to that one.
        source: The file's name, for what is said of its entries.

    Returns:
        The indicators in the order in which they are tried, the user's first.

    Raises:
        DataError: It is not of that shape; the message names the file, the entry and the key.

    """
    expect("source", source, str, "a name")
    expect("indicators", data, Mapping, "the tables of an indicator file")
    own = _rows(data, source, {row.id: row for row in field_indicators().rows})
    known = {row.id for row in own}
    return Indicators([*own, *(row for row in field_indicators().rows if row.id not in known)])


def _rows(
    data: Mapping[str, Any], source: str, field: Mapping[str, Indicator], group: str = ""
) -> list[Indicator]:
    if (unknown := unknown_key(data, {"indicator"})) is not None:
        raise DataError(f"unknown table {shown(unknown)}; there is [[indicator]]", source=source)
    tables = data.get("indicator", [])
    if not isinstance(tables, list):
        raise DataError("write [[indicator]], not [indicator]", source=source)
    rows = [
        _row(table, f"{source}: [[indicator]] {n}", field, group)
        for n, table in enumerate(tables, 1)
    ]
    for n, row in enumerate(rows, 1):
        if any(row.id == other.id for other in rows[: n - 1]):
            raise DataError(f"id: {row.id!r} twice", source=f"{source}: [[indicator]] {n}")
    return rows


def _row(table: object, place: str, field: Mapping[str, Indicator], group: str) -> Indicator:
    if not isinstance(table, Mapping):
        raise DataError("is no table", source=place)
    for key, value in table.items():
        _check(key, value, place)
    if not table.get("id"):
        raise DataError("id: is missing", source=place)
    name = str(table["id"])
    given: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in table.items()}
    if not any(table.get(key) for key in CONDITIONS):
        if name in field:
            return evolve(field[name], **given)
        raise DataError(f"needs one of {', '.join(CONDITIONS)}", source=place)
    return Indicator(**{"label": name[:1].upper() + name[1:], "group": group, **given})


def _check(key: str, value: object, place: str) -> None:
    """Raise if a key is unknown, or its value not what it may be."""
    kind = KEYS.get(key)
    if kind is None:
        raise DataError(f"unknown key {shown(key)}; there are {', '.join(KEYS)}", source=place)
    texts = value if isinstance(value, list) else []
    if type(value) is not kind or not all(isinstance(text, str) and text for text in texts):
        raise DataError(f"{key}: must be {_TYPES[kind]}", source=place)
    names = NAMES.get(key)
    wrong = [text for text in texts if names is not None and text not in names]
    wrong += [t for t in texts if key == "counted" and t[0] == "@" and t not in CLASSES]
    if wrong:
        known = ", ".join(sorted(names or CLASSES))
        raise DataError(f"{key}: unknown {wrong[0]!r}; there are {known}", source=place)
    if key == "kind" and value not in {"figure", "norm"}:
        raise DataError("kind: must be figure or norm", source=place)
    if key == "better" and value not in {"up", "down"}:
        raise DataError("better: must be up or down", source=place)
    if key == "unit" and str(value).partition(":")[0] not in _UNITS.union(_FAMILIES):
        raise DataError(f"unit: unknown {value!r}; there are {', '.join(_FAMILIES)}", source=place)


@cache
def field_indicators() -> Indicators:
    """Return the field's own indicators, of all its sets, read once."""
    import tomllib  # takes 7 ms, and text without figures needs no indicator

    rows = []
    for name in SETS:
        text = (get_data("tipdiff.claims.indicators", f"sets/{name}.toml") or b"").decode()
        rows += _rows(tomllib.loads(text), f"{name}.toml", {}, group=name)
    return Indicators(rows)
