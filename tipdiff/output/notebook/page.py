"""Records as notebooks show them: pieces of HTML without script, in the notebook's own colours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from tipdiff.claims.told import told
from tipdiff.errors import TipdiffError
from tipdiff.histories.records import Thread
from tipdiff.output.comparison.finding_words import place_of
from tipdiff.output.comparison.folding import Kind, counted, folds_as
from tipdiff.output.comparison.outline import SectionGroup, outline
from tipdiff.output.history.html.view import life_of
from tipdiff.output.shared.citations import cited, heading, joined, places, sourced
from tipdiff.output.shared.html.pages import templates
from tipdiff.output.shared.safe import visible
from tipdiff.output.shared.word_diff import Piece, marked
from tipdiff.output.trends.text import sparkline
from tipdiff.records import Comparison, Report
from tipdiff.series.figure_words import change, sources, spoken
from tipdiff.series.figure_words import named as label_of
from tipdiff.series.records import Series

if TYPE_CHECKING:
    from tipdiff.records import Change, Edition, Statement

__all__ = ["html_of"]

#: Statements, and changes, that a piece shows: notebooks keep what they have shown, and grow.
MOST: Final = 300


@frozen
class Told:
    """A change: its status, what is said of it, its words, its figures, and where it stands."""

    status: str
    label: str
    marks: tuple[Piece, ...]
    figures: tuple[str, ...]
    place: str


@frozen
class NotebookGroup:
    """A heading, and the changes or the folds (their words) under it."""

    title: str
    items: tuple[Told | str, ...]


def html_of(record: object) -> str:
    """Return a record as a piece of HTML.

    Args:
        record: A ``Report``, ``Comparison``, ``Series`` or ``Thread``.

    Returns:
        One element, with a style that touches nothing outside it and without script. All text of
        cables is text.

    Raises:
        TipdiffError: It is none of these.

    """
    from markupsafe import Markup

    if type(record) not in _VIEWS:
        raise TipdiffError(f"a {type(record).__name__} does not show itself")
    name, view = _VIEWS[type(record)]
    files = templates()
    style = files.get_template("notebook.css").render()
    template = files.get_template("notebook.html")
    # The file is the package's own: it does not hold </style>.
    return template.render(kind=name, style=Markup(style), **view(record))  # noqa: S704


def _title(edition: Edition | Report) -> str:
    return visible(edition.country or "(country not known)")


def _report(report: Report) -> Mapping[str, Any]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for statement in report.statements[:MOST]:
        place = cited((statement,))
        row = visible(statement.text), visible(place)
        groups.setdefault(visible(heading(statement.section)), []).append(row)
    return {
        "title": f"{_title(report)}, edition {report.year or '?'}",
        "levels": _levels([report]),
        "report": report,
        "cables": [visible(sourced(cable)) for cable in report.cables],
        "groups": groups,
        "repairs": [visible(f"{d.source}:{d.line}: {d.message}") for d in report.diagnostics],
        "left": max(len(report.statements) - MOST, 0),
    }


def _levels(editions: Sequence[Edition | Report]) -> str:
    levels = dict.fromkeys(
        cable.classification or "not marked" for each in editions for cable in each.cables
    )
    return visible("; ".join(levels) or "not marked")


def _comparison(comparison: Comparison) -> Mapping[str, Any]:
    old, new = comparison.old, comparison.new
    groups, shown = [], 0
    for group in outline(comparison):
        items = tuple(_items(comparison, group, MOST - shown))
        shown += sum(isinstance(item, Told) for item in items)
        if items:
            groups.append(NotebookGroup(visible(heading(group.section)), items))
    told = sum(
        not isinstance(item, str)
        for group in outline(comparison)
        for item in _flat(comparison, group)
    )
    return {
        "title": f"{_title(new) if new.country else _title(old)}: "
        f"{old.year or '?'} → {new.year or '?'}",
        "levels": _levels([old, new]),
        "count": comparison.summary,
        "warnings": [visible(warning) for warning in comparison.warnings],
        "findings": [
            {
                "about": found.kind,
                "lines": [visible(line) for line in found.text.splitlines()],
                "place": visible(place_of(comparison, found)),
            }
            for found in comparison.findings
        ],
        "groups": groups,
        "shown": shown,
        "left": told - shown,
    }


def _items(comparison: Comparison, group: SectionGroup, room: int) -> Iterator[Told | str]:
    for item in _flat(comparison, group):
        if isinstance(item, str):
            yield item
            continue
        if room > 0:
            yield _told(item)
        room -= 1


def _flat(comparison: Comparison, group: SectionGroup) -> Iterator[Change | str]:
    """Yield the changes of a group, and counts of those between that say nothing."""
    hidden: Counter[Kind] = Counter()
    for each in group.changes:
        kind = folds_as(comparison, each)
        if kind is not None and kind in {"unchanged", "apart"}:
            hidden[kind] += 1
            continue
        yield from (words for _, words in counted(hidden).told())
        hidden.clear()
        yield each
    yield from (words for _, words in counted(hidden).told())


def _told(change: Change) -> Told:
    figures = (
        visible(told(each))
        for each in change.claims
        if change.status == "changed" and each.status != "unchanged"
    )
    return Told(
        change.status,
        ", ".join((change.status, *change.traits)),
        _marks(change.old, change.new),
        tuple(figures),
        visible(places(change)),
    )


def _marks(old: Sequence[Statement], new: Sequence[Statement]) -> tuple[Piece, ...]:
    before, after = visible(joined(old)), visible(joined(new))
    if not (before and after):
        return (("same", before or after),)
    return marked(before, after)


def _series(series: Series) -> Mapping[str, Any]:
    years = [point.year for point in series.points]
    _, levels = sources(series.editions)
    return {
        "title": f"{visible(series.country or '(country not known)')}: {visible(label_of(series))}",
        "levels": visible("; ".join(levels) or "not marked"),
        "spark": sparkline(series, range(min(years), max(years) + 1)) if years else "",
        "change": visible(change(series)),
        "points": [
            {
                "year": point.year,
                "figure": visible(spoken(point)),
                "place": visible(point.statement),
                "before": visible(
                    ", ".join(f"{spoken(r)} [{r.statement}]" for r in point.superseded)
                ),
                "also": visible(", ".join(f"{spoken(r)} [{r.statement}]" for r in point.conflicts)),
            }
            for point in series.points
        ],
    }


def _thread(thread: Thread) -> Mapping[str, Any]:
    return {"life": life_of(thread, thread.id), "section": visible(heading(thread.section))}


#: How each record is shown: the name of its part of the template, and what that is filled with.
_VIEWS: Final[Mapping[type, tuple[str, Callable[[Any], Mapping[str, Any]]]]] = {
    Report: ("report", _report),
    Comparison: ("comparison", _comparison),
    Series: ("series", _series),
    Thread: ("thread", _thread),
}
