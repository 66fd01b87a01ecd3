"""Laws of tables: however one is set, its rows come back, and what differs between two is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen
from hypothesis import example, given, settings
from hypothesis import strategies as st

import tipdiff
from tests.laws import laws

if TYPE_CHECKING:
    from tipdiff.records import Report

SETTINGS = settings(max_examples=25, deadline=None)
NAMES = ("Herring", "Eel", "Wrecks at sea", "Rescued sailors", "Nets (m)", "Total landed")
STYLES = ("spaces", "tabs", "pipes", "framed")


@frozen
class Model:
    """A table as its author thinks of it: years, and a figure for each name and year."""

    years: tuple[int, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


@st.composite
def models(draw: st.DrawFn) -> Model:
    """Two to five years in a row, one to six rows."""
    first = draw(st.integers(1995, 2006))
    years = tuple(range(first, first + draw(st.integers(2, 5))))
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6, unique=True))
    figures = st.tuples(*(st.integers(0, 99_999) for _ in years))
    return Model(years, tuple((name, draw(figures)) for name in names))


def typed(model: Model, style: str) -> str:
    """A table as a post types it."""
    grid = [["", *map(str, model.years)]]
    grid += [[name, *(f"{figure:,}" for figure in row)] for name, row in model.rows]
    if style == "tabs":
        return "\n".join("\t".join(row) for row in grid)
    widths = [max(len(row[k]) for row in grid) for k in range(len(grid[0]))]
    cells = [
        [
            c.ljust(w) if k == 0 else c.rjust(w)
            for k, (c, w) in enumerate(zip(row, widths, strict=True))
        ]
        for row in grid
    ]
    if style == "spaces":
        return "\n".join("   ".join(row).rstrip() for row in cells)
    lines = ["| " + " | ".join(row) + " |" for row in cells]
    rule = "|".join("-" * (width + 2) for width in widths)
    lines.insert(1, f"|{rule}|" if style == "pipes" else f"+{rule.replace('|', '+')}+")
    return "\n".join(lines)


def written(model: Model, style: str) -> str:
    """A report with a table between two sentences."""
    return f"The harbor keeps a ledger.\n\n{typed(model, style)}\n\nThe pier is closed.\n"


def read(model: Model, style: str) -> Report:
    """The report read."""
    return tipdiff.read(written(model, style), country="Ostrel", year=model.years[-1])


@given(model=models(), style=st.sampled_from(STYLES))
@example(model=Model((1995, 1996), (("Eel", (0, 0)),)), style="spaces")
@SETTINGS
def test_comes_back(model: Model, style: str) -> None:
    """Names, years and figures come back, however the table is set, and no letter is lost."""
    report = read(model, style)
    (table,) = report.tables
    found = [row.row for row in table.rows if row.row is not None]

    assert [row.name for row in found] == [name for name, _ in model.rows]
    assert [[cell.year for cell in row.cells] for row in found] == [list(model.years)] * len(found)
    assert [[cell.text for cell in row.cells] for row in found] == [
        [f"{figure:,}" for figure in figures] for _, figures in model.rows
    ]
    assert [s.text for s in report.statements] == [
        "The harbor keeps a ledger.",
        "The pier is closed.",
    ]
    laws.shape(report)
    laws.coverage(report, {"text": written(model, style)})
    laws.identity(report)


@given(model=models(), style=st.sampled_from(STYLES), other=st.sampled_from(STYLES))
@SETTINGS
def test_setting_is_layout(model: Model, style: str, other: str) -> None:
    """The same table set in another way is unchanged."""
    comparison = tipdiff.compare(read(model, style), read(model, other))

    assert {change.status for change in comparison.changes} == {"unchanged"}


@given(
    models=st.tuples(models(), models()),
    styles=st.tuples(st.sampled_from(STYLES), st.sampled_from(STYLES)),
)
@example(  # rows of the two reports bear the same ids
    models=(
        Model((1995, 1996), (("Herring", (1, 2)), ("Eel", (3, 4)))),
        Model((1995, 1996), (("Eel", (3, 4)),)),
    ),
    styles=("spaces", "spaces"),
)
@SETTINGS
def test_any_two(models: tuple[Model, Model], styles: tuple[str, str]) -> None:
    """The laws of comparisons hold for rows: one change each, in order, mirrored, rebuilt."""
    old, new = (read(model, style) for model, style in zip(models, styles, strict=True))
    comparison = tipdiff.compare(old, new)

    laws.partition(comparison, old, new)
    laws.sides(comparison)
    laws.statuses(comparison)
    laws.ordered(comparison, old, new)
    laws.rebuild(old, new)
    assert tipdiff.from_dict(tipdiff.to_dict(comparison)) == comparison


@given(model=models(), data=st.data())
@SETTINGS
def test_rolling(model: Model, data: st.DataObject) -> None:
    """A table that rolls on by a year loses the first, gains one, and shows what was revised."""
    place = data.draw(st.integers(1, len(model.years) - 1), label="revised column")
    rows = tuple((name, (*figures[1:], 7)) for name, figures in model.rows)
    name, figures = rows[0]
    revised = (*figures[: place - 1], figures[place - 1] + 1, *figures[place:])
    later = evolve(
        model,
        years=tuple(year + 1 for year in model.years),
        rows=((name, revised), *rows[1:]),
    )
    comparison = tipdiff.compare(read(model, "spaces"), read(later, "spaces"))
    changed = [change for change in comparison.changes if change.is_row]

    assert [change.traits for change in changed] == [
        ("figures", "period") if k == 0 else ("period",) for k in range(len(changed))
    ]
    for change in changed:
        came = {pair.new.stated for pair in change.claims if pair.old is None and pair.new}
        went = {pair.old.stated for pair in change.claims if pair.new is None and pair.old}

        assert (went, came) == ({model.years[0]}, {later.years[-1]})
    (pair,) = [p for p in changed[0].claims if p.status == "changed"]
    assert pair.new is not None
    assert (pair.new.stated, pair.difference) == (model.years[place], 1)
