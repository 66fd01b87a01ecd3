"""Pages opened in a real browser, for the tests of every page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome")
#: The browser: the variable's, else the first of these that is installed.
BROWSER = os.environ.get("TIPDIFF_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
#: Milliseconds in which a reset has come to rest.
SETTLED = 300

needs_browser = pytest.mark.skipif(
    BROWSER is None, reason=f"no browser: none of {', '.join(NAMES)}"
)


@contextmanager
def launched() -> Iterator[Browser]:
    """A headless browser."""
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as running:
        found = running.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield found
        found.close()


@contextmanager
def opened(browser: Browser, path: Path, address: str = "", **how: Any) -> Iterator[Page]:
    """A page opened from disk, which must never complain or ask for anything."""
    context = browser.new_context(viewport={"width": 1200, "height": 900}, **how)
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(path.as_uri() + address)
    yield page
    context.close()

    # What is downloaded is made in the page itself, and bears a blob's address.
    assert {url.partition("#")[0] for url in asked if not url.startswith("blob:")} == {
        path.as_uri()
    }
    assert said == []


def complaints(browser: Browser, path: Path, scheme: Any) -> list[tuple[str, str]]:
    """What the rules of axe-core have against a page, with everything in it unfolded."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(path.as_uri())
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    # What is out of sight is not laid out, and would not be looked at.
    page.add_style_tag(content="* { content-visibility: visible !important }")
    found = axe.Axe().run(page).response["violations"]
    context.close()
    return [(rule["id"], rule["nodes"][0]["html"]) for rule in found]


def width(page: Page, window: int) -> int:
    """How wide a page is in a window of a width."""
    page.set_viewport_size({"width": window, "height": 800})
    found: int = page.evaluate("document.documentElement.scrollWidth")
    return found
