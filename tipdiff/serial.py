"""Records as plain data and back: what the JSON of the command line holds.

Writing is a walk over the records' fields, since every ``--format json`` pays for it; reading back
is left to cattrs, which is loaded only then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import attrs

from tipdiff.errors import DataError
from tipdiff.records import Change, Claim, Comparison, Link, Report, Statement

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["SCHEMAS", "claims_to_dict", "from_dict", "to_dict"]

#: The schema of each record that stands for itself, and of lists of records.
SCHEMAS: Final[dict[type, str]] = {
    Comparison: "tipdiff/comparison/1",
    Report: "tipdiff/report/1",
    Claim: "tipdiff/claim/1",
    Link: "tipdiff/link/1",
    Change: "tipdiff/change/1",
    Statement: "tipdiff/statement/1",
}
_RECORDS: Final = {schema: record for record, schema in SCHEMAS.items()}
#: A list of records: its schema is the record's, in the plural, with the list under ``items``.
_PLURAL: Final = "s/1"


def to_dict(record: object) -> dict[str, Any]:
    """Return a record, or a list of records of one kind, as plain data with its ``schema``.

    Args:
        record: A ``Comparison``, ``Report``, ``Claim``, ``Link``, ``Change`` or ``Statement``, or a
            sequence of one kind of these.

    Raises:
        DataError: It is none of these.

    """
    if isinstance(record, Sequence) and not isinstance(record, str):
        kinds = {type(item) for item in record}
        if len(kinds) == 1 and (schema := SCHEMAS.get(kinds.pop())):
            return {"schema": _plural(schema), "items": [_plain(item) for item in record]}
        raise DataError("a list to write must hold records of one kind, and at least one")
    schema = SCHEMAS.get(type(record))
    if schema is None:
        raise DataError(f"a {type(record).__name__} has no plain form of its own")
    return {"schema": schema, **_fields(record)}


def claims_to_dict(report: Report, claims: Mapping[str, Sequence[Claim]]) -> dict[str, Any]:
    """Return all claims of a report as plain data, each statement's under its id.

    Args:
        report: A report.
        claims: Its claims, by the id of their statement.

    """
    return {
        "schema": "tipdiff/report-claims/1",
        "country": report.country,
        "year": report.year,
        "covers": report.covers,
        "cables": _plain(report.cables),
        "statements": [
            {
                "id": statement.id,
                "text": statement.text,
                "section": list(statement.section),
                "paragraph": statement.paragraph,
                "source": statement.source,
                "span": list(statement.span),
                "claims": _plain(claims[statement.id]),
            }
            for statement in report.statements
            if claims.get(statement.id)
        ],
    }


def _plural(schema: str) -> str:
    return schema.removesuffix("/1") + _PLURAL


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind))


def _fields(record: object) -> dict[str, Any]:
    return {name: _plain(getattr(record, name)) for name in _names(type(record))}  # type: ignore[arg-type]


def _plain(value: object) -> Any:
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    return _fields(value)


def from_dict(data: Mapping[str, Any]) -> Any:
    """Return the record, or list of records, that plain data were written from.

    Args:
        data: What :func:`to_dict` returned, or its JSON read back.

    Raises:
        DataError: The data have no known schema, or not its shape.

    """
    schema = data.get("schema") if isinstance(data, Mapping) else None
    if not isinstance(schema, str):
        raise DataError("no schema: is this the JSON of tipdiff?")
    single = schema.removesuffix(_PLURAL) + "/1" if schema.endswith(_PLURAL) else schema
    many = single != schema and single in _RECORDS
    kind = _RECORDS.get(single if many else schema)
    if kind is None:
        raise DataError(f"unknown schema {schema!r}")
    if many:
        return [_structured(item, kind, f"items[{k}]") for k, item in enumerate(data["items"])]
    return _structured({k: v for k, v in data.items() if k != "schema"}, kind, schema)


def _structured(data: object, kind: type, place: str) -> Any:
    from cattrs import transform_error
    from cattrs.errors import BaseValidationError

    try:
        return _converter().structure(data, kind)
    except BaseValidationError as error:
        first = transform_error(error)[0]
        raise DataError(f"{place}: {first}") from None
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise DataError(f"{place}: {error}") from None


@cache
def _converter() -> Converter:
    from cattrs import Converter

    converter = Converter(forbid_extra_keys=False, detailed_validation=True)
    converter.register_structure_hook(float | None, _number)
    converter.register_structure_hook(float, _number)
    return converter


def _number(value: object, _: object) -> float | int | None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise ValueError(f"not a number: {value!r}")
    return value
