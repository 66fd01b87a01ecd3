"""Print the tables of docs/archive.md into the page: ``python docs/make_archive.py``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tipdiff.archive.schema import NUMBER, VERSION, Table
from tipdiff.archive.tables import TABLES

PAGE = Path(__file__).with_name("archive.md")
#: Where the tables stand in the page: behind this line, to the page's end.
BEGIN = "<!-- the tables below are printed by docs/make_archive.py -->\n"


def page() -> str:
    """Return the whole page, with the tables as they are."""
    before, _, _ = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    return f"{before}{BEGIN}\n{tables()}"


def tables() -> str:
    """Return the description of the schema."""
    return f"The version of the schema is {VERSION}.\n\n" + "\n".join(map(_table, TABLES))


def _table(table: Table) -> str:
    lines = [f"### {table.name}", "", table.why, "", "| column | type | |", "|---|---|---|"]
    lines += [
        f"| `{c.name}` | {c.kind.lower()}{', or null' if c.null else ''} | {c.why} |"
        for c in table.columns
    ]
    return "\n".join([*lines, "", *_keys(table), ""])


def _keys(table: Table) -> Iterator[str]:
    yield f"Key: {_names(table.key)}."
    for own, parent, theirs in table.parents:
        yield f"Refers to `{parent}` ({_names(theirs)}) by {_names(own)}."
    for columns in table.indexes:
        yield f"Index: {_names(columns)}."
    if table.search is not None:
        yield f"Full-text index of `{table.search}`: `{table.name}_fts`, by `{NUMBER}`."


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in columns)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
