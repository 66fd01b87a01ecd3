"""The page in a real browser: every control, the keyboard, what it asks for, who can use it."""

from __future__ import annotations

import os
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import tipdiff
from tipdiff.output import Options, renderer

from .test_page import HOSTILE, hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FIXTURES = Path(__file__).parents[2] / "fixtures"
NAMES = ("chromium", "chromium-browser", "google-chrome")
#: The browser: the variable's, else the first of these that is installed.
BROWSER = os.environ.get("TIPDIFF_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
SHOWN = ".change:not([hidden])"
#: Milliseconds in which a smooth scroll or a reset has come to rest.
SETTLED = 1200

pytestmark = pytest.mark.skipif(BROWSER is None, reason=f"no browser: none of {', '.join(NAMES)}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless browser."""
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as running:
        found = running.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def compared() -> tipdiff.Comparison:
    """Two editions of the invented country, mostly rewritten."""
    return tipdiff.compare(FIXTURES / "varona" / "2006", FIXTURES / "varona" / "2007", explain=True)


@pytest.fixture(scope="module")
def path(compared: tipdiff.Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its page on disk."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(renderer("html")(compared, Options()), encoding="utf-8")
    return path


@pytest.fixture
def page(browser: Browser, path: Path) -> Iterator[Page]:
    """The page, opened from disk, which must never complain or ask for anything."""
    opened = browser.new_page(viewport={"width": 1200, "height": 900})
    asked: list[str] = []
    said: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.goto(path.as_uri())
    yield opened
    opened.close()

    assert [url for url in asked if not url.startswith(("file:", "blob:"))] == []
    assert len([url for url in asked if url.startswith("file:")]) == 1
    assert said == []


def shown(page: Page) -> int:
    """How many changes the filter leaves."""
    return page.locator(SHOWN).count()


class TestFilter:
    """Find and filter."""

    @pytest.mark.parametrize("status", ["new", "changed", "dropped", "unchanged"])
    def test_status(self, page: Page, compared: tipdiff.Comparison, status: str) -> None:
        """A status leaves its changes; the count follows, and the address holds it."""
        page.locator(f"input[name=status][value={status}]").check()
        expected = sum(change.status == status for change in compared.changes)

        assert shown(page) == expected
        assert f"{expected} of {len(compared.changes)}" in page.locator("output").inner_text()
        assert f"status={status}" in page.url

    def test_trait(self, page: Page, compared: tipdiff.Comparison) -> None:
        """A trait leaves the changes that bear it."""
        page.locator("select[name=trait]").select_option("reversed")

        assert shown(page) == sum("reversed" in change.traits for change in compared.changes)

    def test_figures(self, page: Page, compared: tipdiff.Comparison) -> None:
        """Only with figures."""
        page.get_by_label("only with figures").check()

        assert shown(page) == sum(bool(change.claims) for change in compared.changes)

    def test_text_and_clear(self, page: Page, compared: tipdiff.Comparison) -> None:
        """Free text finds statements whatever its case; it is said if nothing fits."""
        page.get_by_label("Text").fill("GREYWATER")
        found = shown(page)
        page.get_by_label("Text").fill("no such words at all")
        nothing = page.locator("#nothing").is_visible()
        page.get_by_role("button", name="Clear").click()
        page.wait_for_timeout(SETTLED)

        assert 0 < found < len(compared.changes)
        assert nothing
        assert shown(page) == len(compared.changes)

    def test_section(self, page: Page) -> None:
        """A section leaves what stands under its heading."""
        page.locator("select[name=section]").select_option(index=2)

        assert page.locator(".group:not([hidden])").count() == 1

    def test_address_brings_it_back(self, browser: Browser, path: Path) -> None:
        """A link goes to a change under a filter."""
        page = browser.new_page()
        page.goto(f"{path.as_uri()}#status=changed&sides=1&at=c12")

        assert page.locator("input[name=status][value=changed]").is_checked()
        assert "side-by-side" in (page.locator("body").get_attribute("class") or "")
        assert page.evaluate("document.activeElement.id") == "c12"
        page.close()


class TestReading:
    """Getting about."""

    def test_keys(self, page: Page) -> None:
        """J and k go to the next and the previous change, and typing them in a field does not."""
        walked = []
        for key in "jjjk":
            page.keyboard.press(key)
            walked.append(page.evaluate("document.activeElement.id"))
        page.get_by_label("Text").focus()
        page.keyboard.type("jk")

        assert walked[0] != walked[1] != walked[2]
        assert walked[3] == walked[1]
        assert page.get_by_label("Text").input_value() == "jk"

    def test_moves(self, page: Page) -> None:
        """A moved statement's link jumps to the place it left, and from there back."""
        link = page.locator(".moved a").first
        target = (link.get_attribute("href") or "").removeprefix("#")
        link.click()
        there = page.evaluate("document.activeElement.id")
        page.locator(f"#{target} a").click()

        assert there == target
        assert page.evaluate("document.activeElement.id") == target.removesuffix("-from")

    def test_side_by_side(self, page: Page) -> None:
        """Side by side the old words stand left of the new."""
        page.get_by_label("side by side").check()
        sides = page.locator(".sides:visible").first
        was, now = (sides.locator(f".{name}").bounding_box() for name in ("was", "now"))

        assert was is not None
        assert now is not None
        assert was["x"] + was["width"] <= now["x"]
        assert was["y"] == now["y"]

    def test_why(self, page: Page) -> None:
        """Each change opens its evidence, its figures and its places."""
        why = page.locator(".change.changed .why").first
        why.locator("summary").click()

        assert "probability" in why.inner_text()
        assert "characters" in why.inner_text()

    def test_folds(self, page: Page) -> None:
        """Unchanged text is folded to a line that says how much it hides, and opens."""
        fold = page.locator(".fold").first
        hidden = not fold.locator(".change").first.is_visible()
        fold.locator("summary").first.click()

        assert hidden
        assert fold.locator(".change").first.is_visible()
        assert fold.locator("summary").first.inner_text().split()[0].isdigit()

    def test_strip(self, page: Page) -> None:
        """The strip shows where changes are, and a click goes there."""
        marks = page.locator("#strip rect").count()
        page.locator("#strip").click(position={"x": 5, "y": 700})
        page.wait_for_timeout(SETTLED)

        assert marks > 50
        assert page.evaluate("scrollY") > 500

    def test_tab_reaches_every_control(self, page: Page) -> None:
        """The keyboard alone reaches the tools, and the focus can be seen."""
        reached = set()
        for _ in range(60):
            page.keyboard.press("Tab")
            reached.add(
                page.evaluate(
                    "document.activeElement.name || document.activeElement.dataset.do || ''"
                )
            )

        assert {"status", "trait", "section", "text", "figures", "sides", "next"} <= reached


class TestReview:
    """Marking changes and taking the marks away as a review."""

    def test_download(self, page: Page, compared: tipdiff.Comparison, tmp_path: Path) -> None:
        """What is marked right or wrong is a review that applies."""
        changed = [k for k, c in enumerate(compared.changes, 1) if c.status == "changed"]
        new = next(k for k, c in enumerate(compared.changes, 1) if c.status == "new")
        for number, verdict in ((changed[0], "wrong"), (changed[1], "right"), (new, "right")):
            page.locator(f"#c{number} .verdict button", has_text=verdict).click()
        with page.expect_download() as download:
            page.get_by_role("button", name="Download review").click()
        target = tmp_path / "review.toml"
        download.value.save_as(target)
        data = tomllib.loads(target.read_text("utf-8"))
        again = tipdiff.compare(
            FIXTURES / "varona" / "2006",
            FIXTURES / "varona" / "2007",
            review=tipdiff.review_from_data(data),
        )

        assert set(data) == {"forbid", "link", "status"}
        assert not [w for w in again.warnings if "appl" in w]
        assert any(change.reviewed for change in again.changes)


class TestEveryone:
    """Phones, paper, no script, screen readers, and cables that mean ill."""

    @pytest.mark.parametrize("width", [360, 768, 1400])
    def test_no_sideways_scrolling(self, page: Page, width: int) -> None:
        """At any width the text fits the window."""
        page.set_viewport_size({"width": width, "height": 800})

        assert page.evaluate("document.documentElement.scrollWidth") <= width

    def test_without_script(self, browser: Browser, path: Path) -> None:
        """Without script it is a complete page without dead controls."""
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(path.as_uri())

        assert not page.locator("#tools").is_visible()
        assert page.locator(".change.changed").first.is_visible()
        context.close()

    def test_print(self, page: Page) -> None:
        """On paper there are no controls."""
        page.emulate_media(media="print")

        assert not page.locator("#tools").is_visible()
        assert not page.locator("#strip").is_visible()

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_accessible(self, browser: Browser, path: Path, scheme: Any) -> None:
        """The rules of axe-core find nothing, in light and dark."""
        axe = pytest.importorskip("axe_playwright_python.sync_playwright")
        context = browser.new_context(color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        page.goto(path.as_uri())
        found = axe.Axe().run(page).response["violations"]
        context.close()

        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []

    @pytest.mark.parametrize("text", HOSTILE)
    def test_hostile_cables(self, browser: Browser, tmp_path: Path, text: str) -> None:
        """Nothing of a hostile cable runs or loads."""
        path = tmp_path / "hostile.html"
        path.write_text(renderer("html")(hostile(text), Options()), encoding="utf-8")
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: asked.append(dialog.message))
        page.goto(path.as_uri())
        title = page.title()
        page.close()

        assert len(asked) == 1
        assert title.endswith("what changed")
