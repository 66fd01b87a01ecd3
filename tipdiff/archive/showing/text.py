"""Answers of an archive as pages for a terminal: who, when, what it says, where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from tipdiff.output.shared.columns import label_lines, width_of
from tipdiff.output.shared.safe import visible
from tipdiff.output.shared.terminal import Page, Run
from tipdiff.output.shared.word_diff import marked
from tipdiff.series.figure_words import figure, named

if TYPE_CHECKING:
    from tipdiff.archive.answers import Changed, Quoted, Said, Told
    from tipdiff.archive.showing import Answer, Question
    from tipdiff.output.options import Options
    from tipdiff.series.records import Series

__all__ = ["PAGES"]

#: What stands for a year of which nothing was reported.
NOTHING: Final = "·"
#: Space between the columns of a table.
GAP: Final = 2
#: Widest column of names in a table.
WIDEST: Final = 36
#: Statements that are named behind a finding, of each side.
FEW: Final = 3
#: What is counted of an archive, where there is one of it.
ONE: Final[Mapping[str, str]] = {
    "reports": "report",
    "countries": "country",
    "warnings": "warning",
}
#: The sign and the style of each status.
SIGNS: Final[Mapping[str, str]] = {"changed": "~", "new": "+", "dropped": "-", "unchanged": "="}


def _search(answer: Answer, options: Options) -> str:
    page, found = Page(options), answer.found
    countries = len({one.country for one in found})
    page.line(
        ("head", f"{answer.asked.get('words', '')}: "),
        f"{_counted(answer, 'statement')} of {_count(countries, 'country', 'countries')}",
    )
    for one in found:
        page.rule()
        page.line(("head", one.country), f", {one.kind}: {_life(one)}")
        page.line(f"“{one.statement.text}”", indent=2)
        page.line(("dim", f"{one.year}: {_place(one.statement)}"), indent=4)
    return _ended(page, answer)


def _life(one: Said) -> str:
    """Return since when the words are said, whether they still are, and what else was told."""
    before = f" (told otherwise since {one.first})" if one.first < one.since else ""
    if one.still_said and one.year == one.last:
        if one.since == one.year:
            return f"in {one.year}, its newest edition{before}"
        return f"since {one.since}, still said in {one.year}{before}"
    said = f"{one.since}" if one.since == one.year else f"{one.since} to {one.year}"
    if one.year < one.last:
        until = "" if one.still_said else f" until {one.last}"
        return f"{said}, then told otherwise{until}{before}"
    return f"{said} only{before}" if one.since == one.year else f"{said}, no longer said{before}"


def _changes(answer: Answer, options: Options) -> str:
    page = Page(options)
    page.line(("head", _counted(answer, "change")))
    for (country, kind, old, new), group in groupby(
        answer.found, lambda one: (one.country, one.kind, one.old_year, one.new_year)
    ):
        page.rule()
        page.line(("head", f"{country}, {kind}: {old} → {new}"))
        for one in group:
            _change(page, one)
    return _ended(page, answer)


def _change(page: Page, one: Changed) -> None:
    sign = SIGNS[one.status]
    label = ", ".join((one.status, *one.traits))
    old, new = ([each.text for each in side] for side in (one.old, one.new))
    before, after = " / ".join(dict.fromkeys(old)), " / ".join(dict.fromkeys(new))
    runs: list[Run | str]
    if before and after:
        runs = [text if kind == "same" else (kind, text) for kind, text in marked(before, after)]
    else:
        runs = [before or after]
    page.line((sign, sign), " ", *runs, indent=2, hang=4)
    places = " → ".join(_place(side[0]) for side in (one.old, one.new) if side)
    page.line(("dim", f"{label}; {places}"), indent=4)


def _findings(answer: Answer, options: Options) -> str:
    page = Page(options)
    page.line(("head", f"{_counted(answer, 'finding')}, the weightiest first"))
    for one in answer.found:
        page.rule()
        page.line(
            ("head", f"{one.country}, {one.kind}: {one.old_year} → {one.new_year}"),
            ("dim", f"  {one.what}, {one.weight:.2f}"),
        )
        for line in one.text.split("\n"):
            page.line(line, indent=2, hang=4)
        page.line(("dim", _rests_on(one)), indent=4)
    return _ended(page, answer)


def _rests_on(one: Told) -> str:
    """Return the foremost statements of both sides, and the files they stand in."""
    sides = [side for side in (one.old, one.new) if side]
    ids = " → ".join(
        ", ".join(each.statement for each in side[:FEW]) + (" ..." if len(side) > FEW else "")
        for side in sides
    )
    files = " → ".join(side[0].file for side in sides)
    return f"{ids} ({files})" if sides else ""


def _trends(answer: Answer, options: Options) -> str:
    page = Page(options)
    for title, group in groupby(sorted(answer.found, key=named), named):
        page.rule()
        page.line(("head", title))
        for line in _grid(list(group), options.width):
            page.raw(line)
    page.rule()
    page.line(("dim", f"{NOTHING} nothing reported; r revised by a later report"), indent=2)
    return _ended(page, answer)


def _grid(series: Sequence[Series], width: int) -> list[str]:
    """Return the lines of a table: a row a country, as many years in a block as fit."""
    years = sorted({point.year for one in series for point in one.points})
    span = range(years[0], years[-1] + 1)
    labels = [label_lines(visible(one.country or "?"), WIDEST)[0] for one in series]
    cells = [{p.year: figure(p) + "r" * p.revised for p in one.points} for one in series]
    first = max(map(width_of, labels))
    size = max(4, *(len(cell) for row in cells for cell in row.values())) + GAP
    fit = max((width - first - GAP) // size, 1)
    lines = []
    for start in range(0, len(span), fit):
        block = span[start : start + fit]
        lines += [""] * bool(start)
        lines.append(" " * (first + GAP) + "".join(str(year).rjust(size) for year in block))
        for label, row in zip(labels, cells, strict=True):
            padding = " " * (first - width_of(label))
            told = "".join(row.get(year, NOTHING).rjust(size) for year in block)
            lines.append(" " * GAP + label + padding + told)
    return lines


def _problems(answer: Answer, options: Options) -> str:
    page = Page(options)
    counts = (_count(count, ONE.get(name, name), name) for name, count in answer.counts.items())
    page.line(("head", ", ".join(counts)))
    for file in answer.files:
        note = file.note or ""
        more = [each for each in (file.of, note) if each and (each == note or each not in note)]
        page.line(f"{file.path}: {file.outcome}{': ' if more else ''}{', '.join(more)}", hang=4)
    page.rule()
    for gravity, group in groupby(answer.found, lambda one: one.gravity):
        page.rule()
        page.line(("warn" if gravity == "failed" else "head", gravity.capitalize()))
        for one in group:
            page.line(f"{one.about}: {one.message} ", ("dim", f"({one.kind})"), indent=2, hang=4)
    return _ended(page, answer)


def _place(one: Quoted) -> str:
    section = f", {' > '.join(one.section)}" if one.section else ""
    return f"{one.statement}, {one.file}{section}"


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _counted(answer: Answer, one: str) -> str:
    """Return how many records are shown, and that they are not all where there are more."""
    return f"{'the first ' * answer.more}{_count(len(answer.found), one)}"


def _ended(page: Page, answer: Answer) -> str:
    """Return the page, which says if there is more."""
    if answer.more:
        page.rule()
        page.line(("warn", f"There are more than {len(answer.found)}: --limit 0 shows all."))
    return page.text()


PAGES: Final[Mapping[Question, Callable[[Answer, Options], str]]] = {
    "search": _search,
    "changes": _changes,
    "findings": _findings,
    "trends": _trends,
    "problems": _problems,
}
