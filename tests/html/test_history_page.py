"""The page of a history: what it tells, and how it behaves in a real browser."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import tipdiff
from tipdiff.histories.blame import blame
from tipdiff.histories.renewal import renewal
from tipdiff.output import render
from tipdiff.output.history.html.view import KINDS, LONG, view_of
from tipdiff.output.history.told import case_line, longest_carried, not_told
from tipdiff.output.options import Options
from tipdiff.output.results import History

from .opened import SETTLED, complaints, needs_browser, opened, width
from .test_page import HOSTILE, Seen

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

VARONA = Path(__file__).parents[2] / "fixtures" / "varona"
SHOWN = ".thread:not([hidden])"


@cache
def threads() -> tuple[tipdiff.Thread, ...]:
    """The statements of the invented country through all editions."""
    return tuple(tipdiff.history(VARONA))


def letters(text: str) -> str:
    """A text without its spaces: those behind words that went stay in the page."""
    return "".join(text.split())


def lives(text: str) -> list[tipdiff.Thread]:
    """A history whose statements hold a text: it changes, goes, and comes back."""
    said = f"The clerk wrote {text} in May, said the porter of the old harbor office."
    other = f"Divers found {text} near the quay and brought it to the night watch."
    bodies = (f"{said} {other}", said.replace("May", "June"), f"{said} {other}")
    return tipdiff.history(
        [tipdiff.read(f"{b}\n", country="Ostrel", year=2005 + k) for k, b in enumerate(bodies)]
    )


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page on disk."""
    path = tmp_path_factory.mktemp("page") / "history.html"
    path.write_text(render(threads(), "html"), encoding="utf-8")
    return path


class TestContent:
    """What a reader finds."""

    def test_every_statement_is_there(self) -> None:
        """Every statement of every edition stands in the page, with what it says and where."""
        text = " ".join(Seen(render(threads(), "html")).text.split())
        versions = [version for thread in threads() for version in thread.versions]

        assert {t.text for t in threads() if " ".join(t.text.split()) not in text} == set()
        assert {s.id for v in versions for s in v.statements if s.id not in text} == set()

    def test_gives_the_threads_back(self) -> None:
        """The data in the page give the same threads."""
        data = json.loads(Seen(render(History(threads(), "Varona"), "html")).data)

        assert tipdiff.from_dict(data) == list(threads())
        assert data["country"] == "Varona"

    def test_strips(self) -> None:
        """A strip has a cell for each edition, and the events' own kinds in them."""
        view = view_of(History(threads()))
        found = {life.id: life for g in (*view.groups, *view.gone) for life in g.items}

        assert len(found) == len(threads())
        for number, thread in enumerate(threads(), 1):
            strip = found[f"t{number}"].strip

            assert [cell.year for cell in strip] == list(thread.editions)
            assert [(c.year, c.kind) for c in strip if c.kind != "absent"] == [
                (event.year, event.kind) for event in thread.events
            ]

    def test_marked_words_are_the_texts(self) -> None:
        """The words of a step that are not struck are what the edition says."""
        for group in view_of(History(threads())).groups:
            for life in group.items:
                thread = threads()[int(life.id[1:]) - 1]
                said = {version.year: version.text for version in thread.versions}
                for step in life.steps:
                    shown = "".join(text for kind, text in step.marks if kind != "old")

                    assert not step.marks or letters(shown) == letters(said[step.year])

    def test_renewal(self) -> None:
        """The bar of an edition is as long as all others, and counts what the report does."""
        shares = view_of(History(threads())).shares
        whole = [each for each in renewal(threads()) if each.section is None]

        assert [share.title for share in shares] == [str(each.year) for each in whole]
        for share, each in zip(shares, whole, strict=True):
            assert {p[0]: p[2] for p in share.parts} == {
                kind: count
                for kind in ("unchanged", "changed", "new", "returned")
                if (count := getattr(each, kind))
            }
            assert sum(p[6] for p in share.parts) == pytest.approx(LONG, abs=0.5)

    def test_blame(self) -> None:
        """The newest report stands in its order, each statement with the editions it is from."""
        lines = [line for g in view_of(History(threads())).blame for line in g.lines]

        assert [line.text for line in lines] == [each.statement.text for each in blame(threads())]
        assert all(
            line.margin[:4] == str(e.first) for line, e in zip(lines, blame(threads()), strict=True)
        )

    def test_carried(self) -> None:
        """What was carried over word for word stands by how many editions, the longest first."""
        groups = view_of(History(threads())).carried
        found = longest_carried(threads())
        longest = [story.item for story in found.told]

        assert [line.text for g in groups for line in g.lines] == [
            case_line(story, story.item.version.text) for story in found.told
        ]
        assert [g.title for g in groups] == list(
            dict.fromkeys(f"{each.times} editions" for each in longest)
        )
        assert groups[-1].further == not_told(found)

    def test_heads(self) -> None:
        """Threads and statements are told apart, and the warnings stand at the head."""
        history = History(threads(), warnings=("2004 and 2005: one is <cut> off",))
        text = " ".join(Seen(render(history, "html")).text.split())
        count = sum(len(v.statements) for t in threads() for v in t.versions)

        assert f"{len(threads())} threads of {count} statements in" in text
        assert "warning: 2004 and 2005: one is <cut> off" in text

    def test_unsure(self) -> None:
        """A link below the line that was set has its own sign and words in the strip."""
        signs = [
            {
                c.told
                for g in view_of(History(threads()), least=least).groups
                for i in g.items
                for c in i.strip
            }
            for least in (0.0, 1.01)
        ]

        assert "perhaps the same" not in signs[0]
        assert "perhaps the same" in signs[1]

    def test_addresses(self) -> None:
        """Every address in the page is a place in it, and no place is there twice."""
        seen = Seen(render(threads(), "html"))

        assert {target[:1] for target in seen.targets} == {"#"}
        assert {target[1:] for target in seen.targets} <= set(seen.ids)
        assert len(seen.ids) == len(set(seen.ids))

    @pytest.mark.parametrize("text", HOSTILE)
    def test_no_markup(self, text: str) -> None:
        """A hostile cable adds no element and no attribute, and its text is text."""
        plain, seen = Seen(render(threads(), "html")), Seen(render(lives(text), "html"))

        assert seen.elements <= plain.elements
        assert seen.attributes <= plain.attributes
        assert tipdiff.from_dict(json.loads(seen.data)) == lives(text)

    def test_nothing_and_one_edition(self) -> None:
        """A history of no statement, and of one edition, is a page all the same."""
        assert "0 statements in 0 editions" in render(History((), "Ostrel"), "html")
        assert "in 1 edition (2004)" in render(tipdiff.history(VARONA / "2004"), "html")


@needs_browser
class TestInABrowser:
    """Finding, following, and who can use it."""

    @pytest.mark.parametrize("kind", KINDS)
    def test_filter(self, page: Page, kind: str) -> None:
        """A kind leaves what that ever happened to; the count follows, the address holds it."""
        page.locator(f"input[name=kind][value={kind}]").check()
        expected = sum(any(e.kind == kind for e in thread.events) for thread in threads())

        assert page.locator(SHOWN).count() == expected
        assert f"{expected} of {len(threads())}" in page.locator("output").inner_text()
        assert page.url.endswith(f"#kind={kind}")

    def test_text_and_clear(self, page: Page) -> None:
        """Free text finds what any edition said; it is said if nothing fits."""
        page.get_by_role("searchbox").fill("FERRY")
        found = page.locator(SHOWN).count()
        page.get_by_role("searchbox").fill("no such words at all")
        nothing = page.locator("#nothing").is_visible()
        page.get_by_role("button", name="Clear").click()
        page.wait_for_timeout(SETTLED)

        assert 0 < found < len(threads())
        assert nothing
        assert page.locator(SHOWN).count() == len(threads())

    def test_address_brings_it_back(self, browser: Browser, path: Path) -> None:
        """A link opens the page under its filter."""
        with opened(browser, path, "#kind=returned&open=1") as page:
            assert page.locator("input[value=returned]").is_checked()
            assert page.locator(f"{SHOWN} .steps").first.is_visible()

    def test_every_edition(self, page: Page) -> None:
        """All editions of all statements can be opened at once."""
        before = page.locator(".steps:visible").count()
        page.get_by_label("show every edition").check()

        assert before == 0
        assert page.locator(".thread details[open]").count() == len(threads())

    def test_from_blame_to_the_life(self, page: Page) -> None:
        """A statement of the newest report leads to its life, even one that the filter hides."""
        page.get_by_role("searchbox").fill("no such words at all")
        link = page.locator(".blame a").nth(3)
        target = link.get_attribute("href") or ""
        link.click()

        assert page.locator(f"{target} .steps").is_visible()

    @pytest.mark.parametrize("window", [360, 768, 1400])
    def test_no_sideways_scrolling(self, page: Page, window: int) -> None:
        """At any width the text fits the window, opened too."""
        page.get_by_label("show every edition").check()

        assert width(page, window) <= window

    @pytest.mark.parametrize("view", ["promises", "dropped", "blame"])
    def test_opens_at_its_view(self, browser: Browser, tmp_path: Path, view: str) -> None:
        """A page made for a view opens at it, unless its address leads elsewhere."""
        path = tmp_path / "history.html"
        path.write_text(render(History(threads()), "html", Options(view=view)), "utf-8")
        page = browser.new_page()
        page.goto(path.as_uri())

        top = "(name) => document.getElementById(name).getBoundingClientRect().top"

        assert abs(page.evaluate(top, view)) < page.viewport_size["height"] / 2

        page.goto("about:blank")
        page.goto(path.as_uri() + "#threads")

        assert abs(page.evaluate(top, "threads")) < page.viewport_size["height"] / 2

    def test_without_script(self, browser: Browser, path: Path) -> None:
        """Without script it is a complete page without dead controls."""
        with opened(browser, path, java_script_enabled=False) as page:
            assert not page.locator("#tools").is_visible()
            assert page.locator(".thread").first.is_visible()
            page.locator(".thread summary").first.click()
            assert page.locator(".steps").first.is_visible()

    def test_print(self, page: Page) -> None:
        """On paper there are no controls."""
        page.emulate_media(media="print")

        assert not page.locator("#tools").is_visible()
        assert page.locator(".thread").first.is_visible()

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_accessible(self, browser: Browser, path: Path, scheme: str) -> None:
        """The rules of axe-core find nothing, in light and dark."""
        assert complaints(browser, path, scheme) == []

    @pytest.mark.parametrize("text", HOSTILE)
    def test_hostile_cables(self, browser: Browser, tmp_path: Path, text: str) -> None:
        """Nothing of a hostile cable runs or loads."""
        path = tmp_path / "hostile.html"
        path.write_text(render(lives(text), "html"), encoding="utf-8")
        with opened(browser, path) as page:
            assert page.title().endswith("statement by statement")
