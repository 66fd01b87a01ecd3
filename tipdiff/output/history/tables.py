"""Views of a history as tables: the rows of its CSV, its Markdown and its JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.errors import TipdiffError
from tipdiff.histories.blame import blame
from tipdiff.histories.promises import promises
from tipdiff.histories.records import SURE
from tipdiff.histories.renewal import renewal
from tipdiff.output.history.told import dropped_selection, longest_carried
from tipdiff.output.shared.citations import heading

if TYPE_CHECKING:
    from tipdiff.histories.records import Version
    from tipdiff.output.results import History

__all__ = ["TABLES", "Table", "rows_of"]

Row = tuple[str | int | float | None, ...]


@frozen
class Table:
    """A view as a table: its title, the names of its columns, and what yields its rows.

    The names are those of CSV and JSON; where people read, they have blanks.
    """

    title: str
    columns: tuple[str, ...]
    rows: Callable[[History, float], Iterator[Row]]


def rows_of(view: str, history: History, least: float = SURE) -> tuple[Table, list[Row]]:
    """Return a view's table and its rows; ``least`` is the probability of a sure link.

    Raises:
        TipdiffError: There is no such view.

    """
    table = TABLES.get(view)
    if table is None:
        raise TipdiffError(f"no view is called {view!r}; there are {', '.join(TABLES)}")
    return table, list(table.rows(history, least))


def _ids(version: Version) -> str:
    return " + ".join(statement.id for statement in version.statements)


def _section(version: Version) -> str:
    return heading(version.statements[0].section)


def _events(history: History, _least: float) -> Iterator[Row]:
    threads = history.threads
    for thread in threads:
        versions = {version.year: version for version in thread.versions}
        for event in thread.events:
            version = versions.get(event.year)
            told: Row = (None, None, None)
            if version is not None:
                told = _section(version), _ids(version), version.text
            traits = ", ".join(event.traits)
            yield (thread.id, event.year, event.kind, traits, event.score, event.since, *told)


def _blame(history: History, least: float) -> Iterator[Row]:
    threads = history.threads
    for each in blame(threads, least):
        one = each.statement
        older = "yes" if each.may_be_older else None
        yield each.first, each.changed, older, heading(one.section), one.id, one.text


def _renewal(history: History, _least: float) -> Iterator[Row]:
    threads = history.threads
    for each in renewal(threads):
        place = None if each.section is None else heading(each.section)
        yield (
            each.year, place,
            each.statements, each.unchanged, each.changed, each.returned, each.new,
            each.words, each.unchanged_words, each.changed_words, each.returned_words,
            each.new_words, each.apart,
        )  # fmt: skip


def _carried(history: History, _least: float) -> Iterator[Row]:
    threads = history.threads
    found = longest_carried(threads, None)
    for run in found.items:
        last = run.version
        yield run.times, run.first, run.last, _section(last), _ids(last), last.text


def _promises(history: History, least: float) -> Iterator[Row]:
    for each in promises(history.threads, history.every, least):
        made = each.made
        told = each.answer or each.nearest
        later: Row = (None, None, None, None)
        if told is not None:
            version = told.version
            later = version.year, round(told.likeness, 2), _ids(version), version.text
        figures = "; ".join(f"{one} -> {other}" for one, other in each.figures) or None
        missing = ", ".join(map(str, each.missing)) or None
        yield (
            each.outcome, each.year, each.times, made.year, _ids(made), made.text, missing, *later,
            figures, "yes" if each.in_part else None,
            None if each.part_of is None else _ids(each.part_of),
        )  # fmt: skip


def _dropped(history: History, _least: float) -> Iterator[Row]:
    threads = history.threads
    for year in threads[0].editions[1:] if threads else ():
        found = dropped_selection(threads, year, None)
        for thread in found.items:
            last = thread.versions[-1]
            yield year, thread.first, thread.last, _section(last), _ids(last), last.text


#: The tables, by the view.
TABLES: Final[dict[str, Table]] = {
    "threads": Table(
        "what became of each statement",
        ("thread", "edition", "event", "traits", "score", "since", "section", "statements", "text"),
        _events,
    ),
    "blame": Table(
        "the newest report, and when its statements are from",
        ("first", "changed", "may_be_older", "section", "statement", "text"),
        _blame,
    ),
    "renewal": Table(
        "how much of each report is new",
        (
            "edition", "section", "statements", "unchanged", "changed", "came_back", "new",
            "words", "unchanged_words", "changed_words", "came_back_words", "new_words",
            "without_counterpart",
        ),
        _renewal,
    ),
    "carried": Table(
        "carried over word for word the longest",
        ("editions", "first", "last", "section", "statements", "text"),
        _carried,
    ),
    "promises": Table(
        "what is intended, and what became of it",
        (
            "outcome", "edition", "times", "made", "statements", "text", "not_found_in",
            "answer_edition", "likeness", "answer", "answer_text", "figures",
            "in_part", "says_more_of",
        ),
        _promises,
    ),
    "dropped": Table(
        "what was dropped",
        ("edition", "first", "last", "section", "statements", "text"),
        _dropped,
    ),
}  # fmt: skip
