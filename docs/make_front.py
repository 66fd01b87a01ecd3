"""Write the README's tables of accuracy from docs/benchmarks.md: ``python docs/make_front.py``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
#: Between these two lines of the README stand the tables.
BEGIN: Final = "<!-- accuracy -->\n"
END: Final = "<!-- end of accuracy -->"

#: tipdiff's rows: with weights that have not seen the text, and as it ships.
BLIND: Final = "tipdiff, weights blind to the text"
SHIPPED: Final = "tipdiff as it ships"
#: What most scripts would do, beside it.
SIMPLE: Final = "greedy fuzz.ratio >= 55%"
#: How the front page calls a kind of text, how its table's title begins, and tipdiff's row.
LINKS: Final = (
    ("successive cables of three embassies", "cables, pooled", BLIND),
    ("a yearly narrative, six editions", "ethiopia-2001-2006", BLIND),
    ("invented reports, edited", "fixtures, milder pairs", SHIPPED),
    ("invented reports, mostly rewritten", "fixtures, rewritten pairs", SHIPPED),
)


def rows_of(benchmarks: str, title: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a printed table, each cell by its column.

    Raises:
        ValueError: No table has a title that begins so.

    """
    found = re.search(rf"^### {re.escape(title)}.*?\n\n((?:\|.*\n)+)", benchmarks, re.MULTILINE)
    if found is None:
        raise ValueError(f"no table begins with {title!r}")
    head, _, *rows = (
        [cell.strip() for cell in line.strip("| ").split("|")] for line in found[1].splitlines()
    )
    yield from (dict(zip(head, row, strict=True)) for row in rows)


def tables(benchmarks: str) -> str:
    """Return the front page's table, from all tables as they are printed."""
    lines = [
        "| links between statements of | precision | recall | F1 | F1 of greedy `fuzz.ratio` |",
        "|---|---:|---:|---:|---:|",
    ]
    for name, title, own in LINKS:
        printed = {row["method"]: row for row in rows_of(benchmarks, title)}
        mine, simple = printed[own], printed[SIMPLE]
        lines.append(f"| {name} | {mine['P']} | {mine['R']} | {mine['F1']} | {simple['F1']} |")
    return "\n".join(lines) + "\n"


def front(readme: str, benchmarks: str) -> str:
    """Return the README with the tables as the benchmarks now say."""
    above, begin, rest = readme.partition(BEGIN)
    _, end, below = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the README has no lines {BEGIN.strip()} and {END}")
    return f"{above}{begin}\n{tables(benchmarks)}\n{end}{below}"


def main() -> None:
    """Write the README anew."""
    readme, benchmarks = ROOT / "README.md", ROOT / "docs" / "benchmarks.md"
    readme.write_text(front(readme.read_text("utf-8"), benchmarks.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
