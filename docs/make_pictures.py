"""Draw how a comparison looks, from invented reports: ``python docs/make_pictures.py``.

Wanted: Chromium and ``.[browser,docx]``; for the Word document LibreOffice and ``pdftoppm`` too,
else its picture stays as it is. The pictures beside other tools are drawn by ``make_peers.py``,
that of the design by ``make_design.py``.
"""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import shots
from PIL import Image

import tipdiff
from tipdiff.output import Options, renderer
from tipdiff.plots import picture

ROOT: Final = Path(__file__).parents[1]
PAIR: Final = ("varona/2004", "varona/2005")
DESKTOP: Final = (1280, 800)
PHONE: Final = (390, 844)
#: Columns of the terminal that is drawn.
COLUMNS: Final = 100
#: Dots per inch at which a page of the Word document is drawn.
DENSITY: Final = 60
#: The styles a terminal is sent, by their numbers, on a light ground.
STYLES: Final = {
    "1": "font-weight:bold",
    "2": "color:#666",
    "31": "color:#b00",
    "32": "color:#070",
    "33": "color:#850",
    "34": "color:#04a",
    "35": "color:#808",
    "36": "color:#066",
}


#: The pictures that the browser takes, by the pages of :func:`pages`.
SHOTS: Final = (
    shots.Shot("brief-terminal", "terminal", (900, 100), whole=True),
    shots.Shot("brief-page", "brief", DESKTOP),
    shots.Shot("page", "page", DESKTOP),
    shots.Shot("page-dark", "page", DESKTOP, scheme="dark"),
    shots.Shot("page-phone", "page", PHONE),
)
WORD: Final = "word"
PLOT: Final = "trends"
#: The indicators whose figures are in the plot.
SERIES: Final = ("investigations", "convictions", "victims identified", "persons trained")
#: Every picture that this script draws.
NAMES: Final = (*(shot.name for shot in SHOTS), WORD, PLOT)


def pages() -> dict[str, str]:
    """Return the pages to look at, by name."""
    compared = tipdiff.compare(*(ROOT / "fixtures" / name for name in PAIR))
    text = renderer("text")(compared, Options(width=COLUMNS, color=True, brief=True))
    return {
        "terminal": terminal(f"$ tipdiff diff {PAIR[0]} {PAIR[1]} --brief\n\n{text}"),
        "brief": renderer("html")(compared, Options(brief=True)),
        "page": renderer("html")(compared, Options()),
    }


def terminal(text: str) -> str:
    """Return a page that shows what a terminal does, with its styles."""
    shown = "".join(_styled(html.escape(text)))
    style = "font:14px/1.4 monospace;margin:1em;white-space:pre-wrap"
    return f"<!doctype html><meta charset=utf-8><title>Terminal</title><pre style='{style}'>{shown}"


def _styled(text: str) -> Iterator[str]:
    """Yield the runs of one style, each within its element."""
    styles: list[str] = []
    for at, part in enumerate(re.split("\x1b\\[([\\d;]*)m", text)):
        if at % 2:
            numbers = part.split(";")
            styles = [] if numbers[0] in {"", "0"} else styles
            styles += [STYLES[number] for number in numbers if number in STYLES]
        elif part:
            yield f"<span style='{';'.join(styles)}'>{part}</span>" if styles else part


def word(folder: Path) -> None:
    """Draw the first two pages of the Word document side by side."""
    office, reader = shutil.which("soffice"), shutil.which("pdftoppm")
    if office is None or reader is None:
        sys.stderr.write("no LibreOffice or no pdftoppm: the picture of the Word document stays\n")
        return
    from tipdiff.cli import main  # noqa: PLC0415 (as it is written by who types the command)

    target = folder / "word.docx"
    main(["diff", *(str(ROOT / "fixtures" / name) for name in PAIR), "-o", str(target)])
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    for command in (
        (office, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(target)),
        (
            reader,
            "-png",
            "-l",
            "2",
            "-r",
            str(DENSITY),
            str(folder / "word.pdf"),
            str(folder / "leaf"),
        ),
    ):
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    leaves = [Image.open(leaf) for leaf in sorted(folder.glob("leaf*.png"))]
    gap = 10
    both = Image.new(
        "RGB", (sum(leaf.width + gap for leaf in leaves) - gap, leaves[0].height), "#888888"
    )
    for at, leaf in enumerate(leaves):
        both.paste(leaf, (at * (leaf.width + gap), 0))
    shots.save(both, WORD)


def plot() -> None:
    """Draw figures over the years, as ``tipdiff trends --plot`` does."""
    found = tipdiff.trends(ROOT / "fixtures" / PAIR[0].split("/")[0])
    shown = [series for series in found if series.indicator in SERIES and not series.breakdown]
    shots.save(Image.open(io.BytesIO(picture(shown, "png"))), PLOT)


if __name__ == "__main__":
    plot()
    shots.draw(SHOTS, pages())
    with tempfile.TemporaryDirectory() as made:
        word(Path(made))
