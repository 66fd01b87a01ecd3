"""Answers of an archive as JSON and CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import attrs

from tipdiff.output.json import json_text
from tipdiff.output.shared.csv import written

if TYPE_CHECKING:
    from tipdiff.archive.answers import Changed, Quoted, Said, Told
    from tipdiff.archive.records import Problem
    from tipdiff.archive.showing import Answer, Question
    from tipdiff.output.options import Options
    from tipdiff.series.records import Series

__all__ = ["COLUMNS", "OBJECTS", "POINT", "TABLES"]

Writer = Callable[["Answer", "Options"], str]

#: What a point of a series holds that an archive knows.
POINT: Final = (
    *("year", "value", "low", "high", "approximation", "reported_in", "statement", "edition"),
    *("revised", "carried_over", "partial"),
)
#: The columns of each answer as CSV.
COLUMNS: Final[Mapping[Question, tuple[str, ...]]] = {
    "search": (
        *("country", "kind", "first", "last", "still_said", "editions", "since", "year"),
        *("text", "section", "statement", "cable", "file", "thread"),
    ),
    "changes": (
        *("country", "kind", "old_year", "new_year", "status", "traits", "score", "old_text"),
        *("new_text", "figures", "old_statements", "new_statements", "old_files", "new_files"),
    ),
    "trends": (
        *("country", "indicator", "label", "unit", "breakdown", *POINT[:1]),
        *POINT[1:],
    ),
    "findings": (
        *("country", "kind", "old_year", "new_year", "weight", "what", "text"),
        *("old_statements", "new_statements", "old_files", "new_files"),
    ),
    "problems": ("gravity", "kind", "about", "message", "collection"),
}


def _object(answer: Answer, _options: Options) -> str:
    """Return an answer as JSON: what was asked, and each record with the names of its fields."""
    found = [
        _series(one) if answer.question == "trends" else attrs.asdict(one) for one in answer.found
    ]
    data: dict[str, Any] = {
        "schema": f"tipdiff/archive-{answer.question}/1",
        "asked": {name: value for name, value in answer.asked.items() if value not in {None, ()}},
        "more": answer.more,
        answer.question if answer.question != "search" else "found": found,
    }
    if answer.question == "problems":
        data["counts"] = dict(answer.counts)
        data["files"] = [attrs.asdict(file) for file in answer.files]
    return json_text(data)


def _series(one: Series) -> dict[str, Any]:
    """Return a series as plain data, with what an archive knows of its points."""
    return {
        "country": one.country,
        "indicator": one.indicator,
        "label": one.label,
        "unit": one.unit,
        "breakdown": dict(one.breakdown),
        "better": one.better,
        "points": [{name: getattr(point, name) for name in POINT} for point in one.points],
    }


def _table(answer: Answer, _options: Options) -> str:
    rows = _ROWS[answer.question]
    return written(COLUMNS[answer.question], (row for one in answer.found for row in rows(one)))


def _said(one: Said) -> Iterator[Sequence[object]]:
    s = one.statement
    yield (
        *(one.country, one.kind, one.first, one.last, one.still_said, one.editions),
        *(one.since, one.year, s.text, " > ".join(s.section)),
        *(s.statement, s.cable, s.file, one.thread),
    )


def _changed(one: Changed) -> Iterator[Sequence[object]]:
    figures = "; ".join(
        " → ".join(side.text for side in (each.old, each.new) if side is not None)
        for each in one.figures
    )
    yield (
        *(one.country, one.kind, one.old_year, one.new_year, one.status, ", ".join(one.traits)),
        *(one.score, _texts(one.old), _texts(one.new), figures),
        *_places(one.old, one.new),
    )


def _told(one: Told) -> Iterator[Sequence[object]]:
    yield (
        *(one.country, one.kind, one.old_year, one.new_year, one.weight, one.what),
        *(" ".join(one.text.split("\n")), *_places(one.old, one.new)),
    )


def _points(one: Series) -> Iterator[Sequence[object]]:
    parts = "; ".join(f"{name}={value}" for name, value in sorted(one.breakdown.items()))
    for point in one.points:
        yield (
            *(one.country, one.indicator, one.label, one.unit, parts),
            *(getattr(point, name) for name in POINT),
        )


def _problem(one: Problem) -> Iterator[Sequence[object]]:
    yield one.gravity, one.kind, one.about, one.message, one.collection


def _texts(statements: Iterable[Quoted]) -> str:
    return " / ".join(dict.fromkeys(each.text for each in statements))


def _places(old: Sequence[Quoted], new: Sequence[Quoted]) -> Iterator[str]:
    """Yield the statements of both sides, then their files."""
    for side in (old, new):
        yield "; ".join(each.statement for each in side)
    for side in (old, new):
        yield "; ".join(dict.fromkeys(each.file for each in side))


_ROWS: Final[Mapping[Question, Callable[[Any], Iterator[Sequence[object]]]]] = {
    "search": _said,
    "changes": _changed,
    "trends": _points,
    "findings": _told,
    "problems": _problem,
}
OBJECTS: Final[Mapping[Question, Writer]] = dict.fromkeys(_ROWS, _object)
TABLES: Final[Mapping[Question, Writer]] = dict.fromkeys(_ROWS, _table)
