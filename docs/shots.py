"""Pictures of pages that a browser takes: what the scripts that draw them for the docs share."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import frozen
from PIL import Image

__all__ = ["PICTURES", "Shot", "draw", "save", "settled"]

PICTURES: Final = Path(__file__).parent / "pictures"
#: Colours of a picture: enough for text on four grounds, and small files.
COLOURS: Final = 64
#: Milliseconds until a page is laid out, the strip at its edge too.
SETTLED: Final = 500
#: What begins a page that is only a piece of one.
HEAD: Final = "<!doctype html><meta charset=utf-8>"


@frozen
class Shot:
    """A picture of a page: which, opened how, in a window how large, in which colours.

    Attributes:
        name: Of the picture, without its suffix.
        of: Of the page.
        size: Width and height of the window, in pixels.
        address: What stands behind the page's address, such as ``#sides=1``.
        scheme: ``light`` or ``dark``.
        whole: Whether the picture is as long as the page and not as the window.

    """

    name: str
    of: str
    size: tuple[int, int]
    address: str = ""
    scheme: str = "light"
    whole: bool = False


def settled(page: Any) -> None:
    """Wait until a page is laid out."""
    page.wait_for_timeout(SETTLED)


def draw(
    shots: Sequence[Shot], pages: Mapping[str, str], ready: Callable[[Any], None] = settled
) -> None:
    """Take the pictures of the pages that there are.

    Args:
        shots: The pictures.
        pages: The HTML of each page by its name; of a missing one no picture is taken.
        ready: What is done with an opened page before its picture is taken.

    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (an extra)

    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if chromium is None:
        sys.exit("no browser: no pictures")
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as running, tempfile.TemporaryDirectory() as folder:
        browser = running.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for shot in shots:
            if shot.of not in pages:
                continue
            text = pages[shot.of]
            path = Path(folder) / f"{shot.of}.html"
            path.write_text(("" if "<!doctype" in text.lower() else HEAD) + text, encoding="utf-8")
            width, height = shot.size
            page = browser.new_page(
                viewport={"width": width, "height": height}, color_scheme=shot.scheme
            )
            page.goto(path.as_uri() + shot.address, wait_until="domcontentloaded")
            ready(page)
            page.screenshot(path=path.with_suffix(".png"), full_page=shot.whole)
            page.close()
            with Image.open(path.with_suffix(".png")) as picture:
                save(picture, shot.name)
        browser.close()


def save(picture: Image.Image, name: str) -> None:
    """Write a picture of the documents, in few colours."""
    small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(PICTURES / f"{name}.png", optimize=True)
