"""How large a page is, and how soon a real browser has it ready.

The pages are written to disk and opened from there in headless Chromium; what is timed is the
browser's own clock, from the beginning of the navigation. Without a browser sizes alone are told.
"""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import tipdiff
from benchmarks.tables import Cell, table
from benchmarks.texts import long_pair, pairs
from tipdiff.output import Options, renderer

__all__ = ["pages"]

#: The reach: what is aimed at, not what is asserted.
KILOBYTES: Final = 600
READY: Final = 1000
#: Statements a side of the made reports: those of a long cable, and ten times as many.
SIZES: Final = (200, 2000)
#: Times each page is opened; an odd number, so that the median is one of them.
RUNS: Final = 5
WINDOW: Final[Any] = {"width": 1280, "height": 900}
NAMES: Final = ("chromium", "chromium-browser", "google-chrome")

#: Milliseconds until the page's script has run, of the work of a control until the next frame is
#: drawn, and the worst frame while it scrolls by a third of a window a frame.
MEASURE: Final = """
async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const timed = async (act) => {
    const start = performance.now();
    act();
    await frame();
    return performance.now() - start;
  };
  const form = document.getElementById("tools");
  const changed = () => form.dispatchEvent(new Event("input", { bubbles: true }));
  const ready = performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd;
  await frame();
  const find = await timed(() => { form.elements.text.value = "police"; changed(); });
  const clear = await timed(() => { form.elements.text.value = ""; changed(); });
  const sides = await timed(() => { form.elements.sides.checked = true; changed(); });
  const next = await timed(() => form.querySelector("[data-do=next]").click());
  let worst = 0;
  for (let k = 0; k < 60; k++) {
    worst = Math.max(worst, await timed(() => scrollBy(0, innerHeight / 3)));
  }
  return { ready, find, clear, sides, next, worst };
}
"""
#: What is measured, in the order of the columns.
FIGURES: Final = ("ready", "find", "clear", "sides", "next", "worst")


def _comparisons(real: Path | None) -> Iterator[tuple[str, tipdiff.Comparison]]:
    for name, (old, new) in pairs(real).items():
        yield name, tipdiff.compare(old, new, explain=True)
    for size in SIZES:
        old_text, new_text = long_pair(1, size)
        made = tipdiff.compare(tipdiff.read(old_text), tipdiff.read(new_text), explain=True)
        yield f"made from fixtures, {size}", made


def _rows(real: Path | None) -> Iterator[tuple[Cell, ...]]:
    render = renderer("html")
    with tempfile.TemporaryDirectory() as folder, _browser() as browser:
        path = Path(folder) / "report.html"
        for name, comparison in _comparisons(real):
            path.write_text(render(comparison, Options()), encoding="utf-8")
            statements = (
                len({s.id for change in comparison.changes for s in getattr(change, side)})
                for side in ("old", "new")
            )
            took = {} if browser is None else _opened(browser, path)
            yield (
                name,
                ", ".join(map(str, statements)),
                len(comparison.changes),
                f"{path.stat().st_size / 1000:.0f}",
                *(f"{took[each]:.0f}" if took else None for each in FIGURES),
            )


@contextmanager
def _browser() -> Iterator[Any]:
    """Give a headless browser, null if there is none."""
    path = os.environ.get("TIPDIFF_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None or find_spec("playwright") is None:
        yield None
        return
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (an extra)

    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def _opened(browser: Any, path: Path) -> Mapping[str, float]:
    """Return the median milliseconds of each figure, the page opened anew for each."""
    runs = []
    for _ in range(RUNS):
        page = browser.new_page(viewport=WINDOW)
        page.goto(path.as_uri())
        runs.append(page.evaluate(MEASURE))
        page.close()
    return {name: statistics.median(run[name] for run in runs) for name in FIGURES}


def pages(real: Path | None) -> Iterator[str]:
    """Yield the table of pages: size, time until ready, and what the controls take."""
    yield table(
        "The page of a comparison in headless Chromium, from disk (medians of five)",
        (
            "reports",
            "statements",
            "changes",
            "kB",
            "ready, ms",
            "find",
            "clear",
            "side by side",
            "next",
            "worst frame",
        ),
        _rows(real),
        f"Aimed at: {KILOBYTES} kB and {READY} ms for two hundred statements. `ready`: from the "
        "beginning of the navigation until the script has run. The rest: milliseconds from an "
        "input until the next frame is drawn, and the longest of sixty frames of scrolling.",
    )
