"""What must hold of records that come from outside: ranges, order, and what refers to what.

The types of fields are held where data become records (:mod:`tipdiff.structure`); here is the rest,
as a table, so that whatever works with a record can trust it. Nothing is checked of records that
tipdiff itself has made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, Final, NamedTuple

import attrs

from tipdiff.arguments import LAST_YEAR, is_year, shown
from tipdiff.errors import DataError
from tipdiff.histories.records import Event, Thread, Version
from tipdiff.patterns import regex
from tipdiff.records import (
    Cable,
    Cell,
    Change,
    Claim,
    ClaimChange,
    Comparison,
    Diagnostic,
    Edition,
    Finding,
    Link,
    Mark,
    NearMatch,
    Question,
    Report,
    SectionLink,
    Statement,
    Status,
    Summary,
    Table,
)
from tipdiff.series.records import Point, Reading, Series

__all__ = ["RULES", "Rule", "validated"]

#: A statement's number in its cable: no cable has a thousand million statements.
_STATEMENT: Final = regex(r".+:[1-9]\d{0,8}", re.DOTALL)
#: A claim's id: the statement's, empty for a text of its own, and the claim's number in it.
_CLAIM: Final = regex(r"(?:.+:[1-9]\d{0,8})?#[1-9]\d{0,8}", re.DOTALL)
#: Whether a change of each status has an old side, and a new one.
_SIDES: Final[dict[Status, tuple[bool, bool]]] = {
    "new": (False, True),
    "dropped": (True, False),
    "changed": (True, True),
    "unchanged": (True, True),
}


class Rule(NamedTuple):
    """What must hold of a field of some records.

    Attributes:
        kinds: The records.
        field: The field, which a message names.
        wanted: What it must be, for the message: "is no ...", "names no ...".
        holds: Whether a record keeps to it.

    """

    kinds: tuple[type, ...]
    field: str
    wanted: str
    holds: Callable[[Any], bool]


def _years(field: str, *kinds: type) -> Rule:
    def holds(record: Any) -> bool:
        return getattr(record, field) is None or is_year(getattr(record, field))

    return Rule(kinds, field, f"is no year from 1 to {LAST_YEAR}", holds)


def _share(field: str, *kinds: type) -> Rule:
    def holds(record: Any) -> bool:
        return getattr(record, field) is None or 0 <= getattr(record, field) <= 1

    return Rule(kinds, field, "is no number from 0 to 1", holds)


def _least(least: int, field: str, *kinds: type) -> Rule:
    def holds(record: Any) -> bool:
        return getattr(record, field) is None or getattr(record, field) >= least

    return Rule(kinds, field, f"is less than {least}", holds)


def _some(field: str, *kinds: type) -> Rule:
    return Rule(kinds, field, "is empty", lambda record: bool(getattr(record, field)))


def _once(items: Iterable[Hashable]) -> bool:
    return all(count == 1 for count in Counter(items).values())


def _rises(years: Sequence[int]) -> bool:
    return all(one < other for one, other in pairwise(years))


def _is_span(record: Any) -> bool:
    start, end = record.span
    return bool(0 <= start <= end)


def _is_figure(record: Any) -> bool:
    """Whether something says a figure, a bound, or the two ends of a range in their order."""
    if record.value is None and record.low is None and record.high is None:
        return False
    return record.low is None or record.high is None or bool(record.low <= record.high)


def _has_sides(record: Change | ClaimChange) -> bool:
    return _SIDES[record.status] == (bool(record.old), bool(record.new))


def _fit(claims: Iterable[Claim | None], statements: Iterable[Statement]) -> bool:
    """Whether each claim names one of some statements, and a stretch of its text."""
    texts = {statement.id: statement.text for statement in statements}
    return all(
        claim is None or (claim.statement in texts and claim.span[1] <= len(texts[claim.statement]))
        for claim in claims
    )


def _ids(statements: Iterable[Statement]) -> list[str]:
    return [statement.id for statement in statements]


def _events_name_versions(thread: Thread) -> bool:
    """Whether each version has its event, and each event but a loss is of a version."""
    said = {version.year for version in thread.versions}
    told = {event.year for event in thread.events if event.kind != "dropped"}
    return said <= told and all(
        event.year in (thread.editions if event.kind == "dropped" else said)
        and (event.since is None or event.since in said)
        for event in thread.events
    )


#: All that must hold of records, from the small to the large; the first that does not is told.
RULES: Final[tuple[Rule, ...]] = (
    _years("year", Report, Edition, Point, Version, Event, Cell),
    _years("covers", Report, Edition),
    _years("edition", Point, Reading),
    _years("since", Event),
    _years("stated", Claim),
    _years("period", Claim),
    _years("period_from", Claim),
    _share("score", Link, NearMatch, Change, SectionLink, Event),
    _share("similarity", Link, Change),
    _share("weight", Finding),
    _least(1, "line", Diagnostic),
    _least(1, "part", Cable),
    _least(1, "parts", Cable),
    _least(0, "paragraph", Statement, Table),
    *(_least(0, field.name, Summary) for field in attrs.fields(Summary)),
    Rule((Mark, Statement, Question, Cell, Claim), "span", "is no stretch of a text", _is_span),
    Rule((Statement,), "id", "is no id of a statement", lambda s: bool(_STATEMENT.fullmatch(s.id))),
    Rule(
        (Statement,),
        "row",
        "is of a row, and no other statement has it",
        lambda s: (s.kind == "row") == (s.row is not None),
    ),
    Rule((Claim,), "id", "is no id of a claim", lambda c: bool(_CLAIM.fullmatch(c.id))),
    Rule((Claim, Point, Reading), "value", "with its bounds is no figure", _is_figure),
    Rule((ClaimChange, Change), "status", "is not what its two sides are", _has_sides),
    _some("old", Link),
    _some("new", Link),
    Rule((Link,), "old", "is no index", lambda link: min(link.old) >= 0),
    Rule((Link,), "new", "is no index", lambda link: min(link.new) >= 0),
    Rule(
        (SectionLink,),
        "new",
        "is as empty as the old",
        lambda link: link.old is not None or link.new is not None,
    ),
    _some("rows", Table),
    Rule(
        (Table,),
        "rows",
        "holds a statement that is no row",
        lambda table: all(row.row is not None for row in table.rows),
    ),
    Rule(
        (Report,),
        "statements",
        "holds the row of a table",
        lambda report: all(statement.row is None for statement in report.statements),
    ),
    Rule(
        (Report,),
        "statements",
        "has an id twice",
        lambda report: _once(_ids((*report.statements, *report.rows))),
    ),
    Rule(
        (Report,),
        "cables",
        "has an id twice",
        lambda report: _once(cable.id for cable in report.cables),
    ),
    Rule(
        (Report,),
        "missing_parts",
        "has a part below 1",
        lambda report: all(part >= 1 for part in report.missing_parts),
    ),
    Rule(
        (Change,),
        "claims",
        "has a claim of another statement, or of no stretch of it",
        lambda change: (
            _fit((c.old for c in change.claims), change.old)
            and _fit((c.new for c in change.claims), change.new)
        ),
    ),
    Rule(
        (Comparison,),
        "changes",
        "has a statement twice",
        lambda comparison: all(
            _once(s.id for change in comparison.changes for s in getattr(change, side))
            for side in ("old", "new")
        ),
    ),
    _some("points", Series),
    Rule(
        (Series,),
        "points",
        "do not stand by the year, one each",
        lambda series: _rises([point.year for point in series.points]),
    ),
    _some("statements", Version),
    Rule(
        (Version,),
        "claims",
        "has a claim of another statement, or of no stretch of it",
        lambda version: _fit(version.claims, version.statements),
    ),
    Rule(
        (Thread,),
        "editions",
        "do not stand by the year, one each",
        lambda thread: (
            bool(thread.editions) and all(map(is_year, thread.editions)) and _rises(thread.editions)
        ),
    ),
    _some("versions", Thread),
    Rule(
        (Thread,),
        "versions",
        "do not stand by the year, one each",
        lambda thread: _rises([version.year for version in thread.versions]),
    ),
    Rule(
        (Thread,),
        "versions",
        "has one of no edition",
        lambda thread: {version.year for version in thread.versions} <= set(thread.editions),
    ),
    _some("events", Thread),
    Rule((Thread,), "events", "are not those of its editions and versions", _events_name_versions),
)


def validated(record: Any, place: str = "") -> Any:
    """Return a record of which all rules hold.

    Args:
        record: Any record, of fields of the right types.
        place: Where it stands in the data, for an error: ``items[3]``; empty for the whole.

    Raises:
        DataError: One does not hold, with the path of the field: ``changes[3].new[0].span``.

    """
    for path, each in _walked(record, place):
        kind: Any = type(each)
        for rule in _rules(kind):
            if not rule.holds(each):
                where = f"{path}.{rule.field}" if path else rule.field
                value = getattr(each, rule.field)
                told = "" if isinstance(value, tuple) else f"{shown(value)} "
                raise DataError(f"{told}{rule.wanted}", source=where)
    return record


@cache
def _rules(kind: Hashable) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if kind in rule.kinds)


def _walked(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield every record in one, the innermost first, each with its path."""
    kind: Any = type(value)
    if isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _walked(item, f"{path}[{place}]")
    elif attrs.has(kind):
        for name in _names(kind):
            yield from _walked(getattr(value, name), f"{path}.{name}" if path else name)
        yield path, value


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    """Return the fields of a record."""
    return tuple(field.name for field in attrs.fields(kind))  # type: ignore[arg-type]
