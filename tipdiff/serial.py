"""Records as plain data and back: what the JSON of the command line holds.

Writing is a walk over the records' fields, since every ``--format json`` pays for it; reading back
is left to cattrs, which is loaded only then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import attrs

from tipdiff.arguments import shown
from tipdiff.errors import DataError
from tipdiff.histories.records import Thread
from tipdiff.records import Change, Claim, Comparison, Edition, Link, Note, Report, Statement
from tipdiff.series.records import Series
from tipdiff.structure import structured

if TYPE_CHECKING:
    from tipdiff.claims.scanning.no_claims import NoClaim

__all__ = [
    "SCHEMAS",
    "claims_to_dict",
    "from_dict",
    "history_to_dict",
    "plural",
    "to_dict",
    "trends_to_dict",
]

#: The schema of each record that stands for itself, and of lists of records.
SCHEMAS: Final[dict[type, str]] = {
    Comparison: "tipdiff/comparison/1",
    Report: "tipdiff/report/1",
    Claim: "tipdiff/claim/1",
    Link: "tipdiff/link/1",
    Change: "tipdiff/change/1",
    Statement: "tipdiff/statement/1",
    Series: "tipdiff/series/1",
    Thread: "tipdiff/thread/1",
}
_RECORDS: Final = {schema: record for record, schema in SCHEMAS.items()}
#: A list of records: its schema is the record's, in the plural, with the list under ``items``.
_PLURAL: Final = "s/1"
#: All series of a country: what they share is said once, before the list.
_TRENDS: Final = "tipdiff/trends/1"
#: All threads of a country, likewise.
_HISTORY: Final = "tipdiff/history/1"
_SHARED: Final = ("country", "editions")
#: A list without items: of which kind they would be, it does not tell.
_EMPTY: Final = "tipdiff/list/1"


def to_dict(record: object) -> dict[str, Any]:
    """Return a record, or a list of records of one kind, as plain data with its ``schema``.

    Args:
        record: A ``Comparison``, ``Report``, ``Claim``, ``Link``, ``Change``, ``Statement``,
            ``Series`` or ``Thread``, or a sequence of one kind of these. An empty one does not
            tell its kind: its schema is ``tipdiff/list/1``.

    Raises:
        DataError: It is none of these.

    """
    if isinstance(record, Sequence) and not isinstance(record, str):
        kinds = {type(item) for item in record}
        if not kinds:
            return {"schema": _EMPTY, "items": []}
        if kinds == {Series}:
            return trends_to_dict(record)
        if kinds == {Thread}:
            return history_to_dict(record)
        if len(kinds) == 1 and (schema := SCHEMAS.get(kinds.pop())):
            return {"schema": plural(schema), "items": [_plain(item) for item in record]}
        raise DataError("a list to write must hold records of one kind")
    schema = SCHEMAS.get(type(record))
    if schema is None:
        raise DataError(f"a {type(record).__name__} has no plain form of its own")
    return {"schema": schema, **_fields(record)}


def trends_to_dict(
    series: Sequence[Series], country: str | None = None, editions: Sequence[Edition] = ()
) -> dict[str, Any]:
    """Return all series of a country as plain data.

    Args:
        series: The series, of one country and the same editions.
        country: The country, where there is no series to say it.
        editions: The editions that were looked at, likewise.

    Raises:
        DataError: The series are of two countries.

    """
    if series:
        country, editions = series[0].country, series[0].editions
    if any((one.country, one.editions) != (country, tuple(editions)) for one in series):
        raise DataError("series of different countries or editions are written one by one")
    return {
        "schema": _TRENDS,
        "country": country,
        "editions": _plain(tuple(editions)),
        "series": [
            {name: value for name, value in _fields(one).items() if name not in _SHARED}
            for one in series
        ],
    }


def history_to_dict(threads: Sequence[Thread], country: str | None = None) -> dict[str, Any]:
    """Return all threads of a country as plain data.

    Args:
        threads: The threads, of the same editions.
        country: The country.

    """
    editions = list(threads[0].editions) if threads else []
    return {
        "schema": _HISTORY,
        "country": country,
        "editions": editions,
        "threads": [
            {name: value for name, value in _fields(thread).items() if name != "editions"}
            for thread in threads
        ],
    }


def claims_to_dict(
    report: Report,
    claims: Mapping[str, Sequence[Claim]],
    *,
    notes: Sequence[Note] | None = None,
    why: Mapping[str, str] | None = None,
    passed: Mapping[str, Sequence[NoClaim]] | None = None,
) -> dict[str, Any]:
    """Return all claims of a report as plain data, each statement's under its id.

    Args:
        report: A report.
        claims: Its claims, by the id of their statement.
        notes: What does not agree, if that was looked for.
        why: Why claims have their indicators, by the id of the claim.
        passed: The numbers that are no claims, by the id of their statement, if they are to be
            told; statements that have only such ones are listed too then.

    """
    told = passed or {}
    checked = {} if notes is None else {"notes": _plain(tuple(notes))}
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
                "claims": [_explained(claim, why or {}) for claim in claims.get(statement.id, ())],
                **({} if passed is None else {"no_claims": _no_claims(told.get(statement.id, ()))}),
            }
            for statement in report.all_statements
            if claims.get(statement.id) or told.get(statement.id)
        ],
        **checked,
    }


def _explained(claim: Claim, why: Mapping[str, str]) -> dict[str, Any]:
    """Return a claim as plain data, with the reason for its indicator where one is given."""
    return _fields(claim) | ({"why": why[claim.id]} if claim.id in why else {})


def _no_claims(found: Sequence[NoClaim]) -> list[dict[str, Any]]:
    """Return the numbers that are no claims as plain data."""
    return [{"text": each.text, "span": list(each.span), "why": each.why} for each in found]


def plural(schema: str) -> str:
    """Return the schema of a list of records, by that of the record."""
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
        DataError: The data have no known schema, or not its shape, or hold what no result can:
            the message names the path in the data.

    """
    schema = data.get("schema") if isinstance(data, Mapping) else None
    if not isinstance(schema, str):
        raise DataError("no schema: is this the JSON of tipdiff?")
    if schema == _TRENDS:
        return _trends(data)
    if schema == _HISTORY:
        return _threads(data)
    if schema == _EMPTY:
        for place, _ in _listed(data, "items"):
            raise DataError("a list of no kind holds nothing", source=place)
        return []
    single = schema.removesuffix(_PLURAL) + "/1" if schema.endswith(_PLURAL) else schema
    many = single != schema and single in _RECORDS
    kind = _RECORDS.get(single if many else schema)
    if kind is None:
        raise DataError(f"unknown schema {shown(schema)}")
    if many:
        return [structured(item, kind, place) for place, item in _listed(data, "items")]
    return structured({k: v for k, v in data.items() if k != "schema"}, kind)


def _listed(data: Mapping[str, Any], name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the objects of a list, each with its place: ``items[3]``."""
    items = data.get(name)
    if not isinstance(items, list | tuple):
        raise DataError(f"no list of {name}", source=name)
    for k, item in enumerate(items):
        if not isinstance(item, Mapping):
            raise DataError("is not an object", source=f"{name}[{k}]")
        yield f"{name}[{k}]", item


def _threads(data: Mapping[str, Any]) -> list[Thread]:
    shared = {"editions": data.get("editions", ())}
    return [
        structured({**item, **shared}, Thread, place) for place, item in _listed(data, "threads")
    ]


def _trends(data: Mapping[str, Any]) -> list[Series]:
    """Return the series of a country, each with what the list says once for all."""
    shared = {"country": data.get("country"), "editions": data.get("editions", ())}
    read: list[Series] = [
        structured({**item, **shared}, Series, place) for place, item in _listed(data, "series")
    ]
    # One object for all: the editions are the same, and long.
    return [attrs.evolve(one, editions=read[0].editions) for one in read]
