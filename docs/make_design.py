"""Draw docs/pictures/design.svg from docs/design.md: ``python docs/make_design.py``."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs" / "design.md"
PICTURE: Final = ROOT / "docs" / "pictures" / "design.svg"

#: The sizes of the drawing, in pixels.
WIDTH: Final = 900
FLOOR: Final = 46
GAP: Final = 12
MARGIN: Final = 20
NAME: Final = 150
#: How wide a letter of the packages' names is drawn at the most.
LETTER: Final = 8.6
INK: Final = "#222222"
BOX: Final = "#e8eef4"
PAPER: Final = "#ffffff"


def floors(page: str) -> list[tuple[str, list[str], str]]:
    """Return the floors that the table of the page has, top down: name, packages, what it makes."""
    rows = re.findall(r"^\| ([a-z ]+) \| (`.*?`) \|[^|]*\| (.*?) \|$", page, re.MULTILINE)
    return [(name, re.findall("`([a-z_]+)`", packages), made) for name, packages, made in rows]


def picture(page: str) -> str:
    """Return the drawing of the floors as SVG."""
    rows = floors(page)
    height = 2 * MARGIN + len(rows) * (FLOOR + GAP) - GAP
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}"'
        f' viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="14" fill="{INK}">',
        f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>',
    ]
    for number, (name, packages, made) in enumerate(rows):
        top = MARGIN + number * (FLOOR + GAP)
        parts.append(
            f'<rect x="{MARGIN}" y="{top}" width="{WIDTH - 2 * MARGIN}" height="{FLOOR}" rx="6"'
            f' fill="{BOX}" stroke="{INK}"/>'
        )
        middle = top + FLOOR / 2 + 5
        parts.append(f'<text x="{MARGIN + 12}" y="{middle}" font-weight="bold">{name}</text>')
        told = "  ".join(packages)
        parts.append(
            f'<text x="{MARGIN + NAME}" y="{middle}" font-family="monospace">{escape(told)}</text>'
        )
        at = MARGIN + NAME + round(len(told) * LETTER) + 16
        short = made.replace("`", "").split(";")[0].split(", by ")[0].split(", with ")[0]
        short = short.split(": ")[0] if len(short) > 60 else short
        parts.append(f'<text x="{at}" y="{middle}" font-size="12">{escape("→ " + short)}</text>')
        if number:
            x = MARGIN + 60
            parts.append(
                f'<path d="M{x} {top} v-{GAP} m-4 5 l4 -5 l4 5" stroke="{INK}" fill="none"/>'
            )
    parts.append("</svg>")
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    PICTURE.write_text(picture(PAGE.read_text("utf-8")), "utf-8")
    sys.stdout.write(f"{PICTURE.name}\n")
