"""The page of a comparison in a real browser: every control, the keyboard, who can use it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import tipdiff
from tipdiff.output import Options, renderer

from .opened import complaints, needs_browser, opened, width
from .test_page import HOSTILE, hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FIXTURES = Path(__file__).parents[2] / "fixtures"
SHOWN = ".change:not([hidden])"
#: Milliseconds after which the strip is drawn anew and a reset has come to rest.
SETTLED = 500

pytestmark = needs_browser


@pytest.fixture(scope="module")
def compared() -> tipdiff.Comparison:
    """Two editions of the invented country: splits, merges, moves, figures."""
    return tipdiff.compare(FIXTURES / "varona" / "2004", FIXTURES / "varona" / "2005", explain=True)


@pytest.fixture(scope="module")
def path(compared: tipdiff.Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its page on disk."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(renderer("html")(compared, Options()), encoding="utf-8")
    return path


def shown(page: Page) -> int:
    """How many changes the filter leaves."""
    return page.locator(SHOWN).count()


def focused(page: Page) -> str:
    """The id of what is in focus."""
    found: str = page.evaluate("document.activeElement.id")
    return found


def counted(page: Page, what: str) -> int:
    """The number beside a box of the filter."""
    return int(page.locator(f"[data-count='{what}']").inner_text())


def some(compared: tipdiff.Comparison, wanted: Callable[[tipdiff.Change], object]) -> list[str]:
    """The ids of the changes that are wanted."""
    return [f"c{k}" for k, change in enumerate(compared.changes, 1) if wanted(change)]


class TestFilter:
    """Find and filter."""

    @pytest.mark.parametrize("status", ["new", "changed", "dropped", "unchanged"])
    def test_status(self, page: Page, compared: tipdiff.Comparison, status: str) -> None:
        """A status leaves its changes; the count follows, and the address holds it."""
        page.locator(f"input[name=status][value={status}]").check()
        expected = sum(change.status == status for change in compared.changes)

        assert shown(page) == expected == counted(page, f"status:{status}")
        assert page.locator(".tally").inner_text() == (
            f"{expected} of {len(compared.changes)} changes"
        )
        assert f"status={status}" in page.url

    def test_no_counterpart(self, browser: Browser, tmp_path: Path) -> None:
        """What has no counterpart is a status of its own, as in the summary."""
        parts = FIXTURES / "varona" / "2005"
        first = min(parts.iterdir())
        compared = tipdiff.compare(FIXTURES / "varona" / "2004", first, explain=True)
        path = tmp_path / "report.html"
        path.write_text(renderer("html")(compared, Options()), encoding="utf-8")
        summary = compared.summary
        with opened(browser, path) as page:
            counts = {
                name: counted(page, f"status:{name}")
                for name in ("changed", "new", "dropped", "unchanged", "no-counterpart")
            }
            page.locator("input[value=no-counterpart]").check()
            left = shown(page)

        assert summary.no_counterpart > 0
        assert left == summary.no_counterpart == counts["no-counterpart"]
        assert counts["dropped"] == summary.dropped
        assert counts["new"] == summary.new

    def test_answer_is_in_sight(self, page: Page) -> None:
        """What a filter leaves is brought into sight, from the head of the page."""
        before = page.evaluate("document.getElementById('changes').getBoundingClientRect().top")
        page.locator("input[name=status][value=new]").check()
        after = page.evaluate("document.getElementById('changes').getBoundingClientRect().top")

        assert before > 900
        assert after < 450
        assert page.locator(SHOWN).first.is_visible()

    def test_trait(self, page: Page, compared: tipdiff.Comparison) -> None:
        """A trait leaves the changes that bear it."""
        page.locator("select[name=trait]").select_option("reversed")

        assert shown(page) == sum("reversed" in change.traits for change in compared.changes)

    def test_figures(self, page: Page, compared: tipdiff.Comparison) -> None:
        """Only with figures."""
        page.get_by_label("only with figures").check()

        assert shown(page) == sum(bool(change.claims) for change in compared.changes)

    def test_counts_follow_one_another(self, page: Page, compared: tipdiff.Comparison) -> None:
        """Each number says how many changes there would be, with all else as it is."""
        page.locator("select[name=trait]").select_option("figures")
        page.locator("input[name=status][value=changed]").check()
        both = [c for c in compared.changes if "figures" in c.traits and c.status == "changed"]
        option = page.locator("select[name=trait] option[value=moved]").inner_text()
        moved = sum("moved" in c.traits and c.status == "changed" for c in compared.changes)

        assert shown(page) == len(both) == counted(page, "figures:1")
        assert counted(page, "status:new") == 0
        assert option == f"moved ({moved})"

    def test_text_and_clear(self, page: Page, compared: tipdiff.Comparison) -> None:
        """Free text finds statements with all its words; it is said if nothing fits."""
        page.get_by_role("searchbox").fill("GIRLS  in")
        texts = [" ".join(s.text for s in (*c.old, *c.new)).lower() for c in compared.changes]
        found = page.locator(SHOWN).all_inner_texts()
        page.get_by_role("searchbox").fill("no such words at all")
        nothing = page.locator("#nothing").is_visible()
        page.get_by_role("button", name="Clear").click()
        page.wait_for_timeout(SETTLED)

        assert 0 < len(found) < len(compared.changes)
        assert len(found) >= sum("girls" in text and " in " in text for text in texts)
        assert nothing
        assert shown(page) == len(compared.changes)

    def test_what_is_found_is_marked(self, page: Page) -> None:
        """The words found are marked, without an element added to the page."""
        before = page.locator("#changes *").count()
        page.get_by_role("searchbox").fill("girls")
        marked = page.evaluate("[...CSS.highlights.get('found')].map((range) => range.toString())")

        assert marked
        assert {word.lower() for word in marked} == {"girls"}
        assert page.locator("#changes *").count() == before

    def test_form_of_quotes_and_accents(self, page: Page, compared: tipdiff.Comparison) -> None:
        """Only statements, their ids and headings are searched, whatever the form of quotes."""
        page.get_by_role("searchbox").fill("log-odds")
        evidence = shown(page)
        cable = compared.new.cables[0].id
        page.get_by_role("searchbox").fill(cable)

        assert evidence == 0
        assert shown(page) == sum(
            any(s.id.startswith(cable) for s in c.new) for c in compared.changes
        )

    def test_section(self, page: Page) -> None:
        """A section leaves what stands under its heading, wherever it goes on."""
        menu = page.locator("select[name=section]")
        for value in menu.locator("option").evaluate_all("(all) => all.map((o) => o.value)")[1:]:
            menu.select_option(value)
            groups = page.locator(".group:not([hidden])")
            keys = set(groups.evaluate_all("(all) => all.map((g) => g.dataset.section)"))

            assert keys == {value}
            assert f"({shown(page)})" in menu.locator(f"option[value='{value}']").inner_text()

    def test_folds_open_for_what_is_found(self, page: Page) -> None:
        """A fold opens while the filter finds something in it, and closes again."""
        page.locator("input[name=status][value=unchanged]").check()
        opened_now = page.locator(".fold[open]").count()
        page.locator("input[name=status][value=unchanged]").uncheck()

        assert opened_now > 0
        assert page.locator(".fold[open]").count() == 0

    def test_address_brings_it_back(self, browser: Browser, path: Path) -> None:
        """A link goes to a change under a filter."""
        with opened(browser, path, "#status=changed&text=police&figures=1&sides=1&at=c3") as page:
            assert page.locator("input[name=status][value=changed]").is_checked()
            assert page.get_by_role("searchbox").input_value() == "police"
            assert page.get_by_label("only with figures").is_checked()
            assert "side-by-side" in (page.locator("body").get_attribute("class") or "")
            assert focused(page) == "c3"

    def test_columns_as_made(
        self, browser: Browser, compared: tipdiff.Comparison, tmp_path: Path
    ) -> None:
        """A page made with two columns opens so; one is then in the address."""
        path = tmp_path / "report.html"
        path.write_text(renderer("html")(compared, Options(sides=True)), encoding="utf-8")
        with opened(browser, path) as page:
            sides = page.get_by_label("side by side")
            first = sides.is_checked()
            sides.uncheck()
            address = page.url.partition("#")[2]
        with opened(browser, path, f"#{address}") as page:
            assert not page.get_by_label("side by side").is_checked()
        assert first

    def test_plain_address(self, browser: Browser, path: Path) -> None:
        """So does one that names the change alone, as a page without script has it."""
        with opened(browser, path, "#c5") as page:
            assert focused(page) == "c5"

    def test_strange_addresses(self, browser: Browser, path: Path) -> None:
        """An address that names nothing, or nothing of the page's, changes nothing."""
        for address in ("#at=c99999", "#%3Cscript%3E", "#trait=none&section=0", "#a=%", "#%"):
            with opened(browser, path, address) as page:
                assert page.locator(".tally").is_visible()


class TestReading:
    """Getting about."""

    def test_keys(self, page: Page) -> None:
        """J and k go to the next and the previous change, and typing them in a field does not."""
        walked = []
        for key in "jjjk":
            page.keyboard.press(key)
            walked.append(focused(page))
        page.keyboard.press("/")
        page.keyboard.type("jk")

        assert walked[0] != walked[1] != walked[2]
        assert walked[3] == walked[1]
        assert page.get_by_role("searchbox").input_value() == "jk"

    def test_walk_passes_over_what_is_folded_or_filtered(
        self, page: Page, compared: tipdiff.Comparison
    ) -> None:
        """Next goes through what a reader sees, and stays at the last."""
        page.locator("input[name=status][value=dropped]").check()
        dropped = some(compared, lambda change: change.status == "dropped")
        walked = []
        for _ in range(len(dropped) + 1):
            page.get_by_role("button", name="Next").click()
            walked.append(focused(page))

        assert sorted(walked[:-1]) == sorted(dropped)
        assert walked[-1] == walked[-2]

    def test_walk_goes_on_from_where_the_reader_is(self, page: Page) -> None:
        """After scrolling, next is the next below the window's top."""
        page.keyboard.press("j")
        page.evaluate("document.querySelectorAll('.group')[9].scrollIntoView()")
        page.wait_for_timeout(SETTLED)
        page.keyboard.press("j")
        tops = page.evaluate(
            "[...document.querySelectorAll('.group')].slice(0, 9).map((g) => g.contains("
            "document.activeElement))"
        )

        assert not any(tops)

    def test_more_keys(self, page: Page) -> None:
        """S turns to two columns, e opens evidence, r and w mark, all on the change in focus."""
        page.keyboard.press("j")
        change = page.locator(f"#{focused(page)}")
        for key in "serw":
            page.keyboard.press(key)

        assert page.get_by_label("side by side").is_checked()
        assert change.locator(".why[open]").count() == 1
        assert change.locator(".verdict [aria-pressed=true]").inner_text() == "wrong"

    def test_keys_can_be_turned_off(self, page: Page) -> None:
        """Whoever speaks to the browser can turn the keys off."""
        page.get_by_label("keys", exact=True).uncheck()
        page.keyboard.press("j")

        assert focused(page) == ""

    def test_moves(self, page: Page) -> None:
        """A moved statement's link jumps to the place it left, and from there back."""
        link = page.locator(".moved a").first
        target = (link.get_attribute("href") or "").removeprefix("#")
        link.click()
        there = focused(page)
        page.locator(f"#{target} a").click()

        assert there == target
        assert focused(page) == target.partition("-from")[0]

    def test_back(self, page: Page) -> None:
        """The browser's back returns from a jump."""
        page.locator(".findings a").first.click()
        first = focused(page)
        page.locator(".findings a").nth(3).click()
        page.go_back()
        page.wait_for_timeout(SETTLED)

        assert focused(page) == first

    def test_side_by_side(self, page: Page) -> None:
        """Side by side the old words stand left of the new; what came and went, on its side."""
        page.get_by_label("side by side").check()
        sides = page.locator(".sides:visible").first
        was, now = (sides.locator(f".{name}").bounding_box() for name in ("was", "now"))
        middle = page.locator(".columns span").nth(1).bounding_box()
        new, gone = (
            page.locator(f".change.{name}:visible > .text").first.bounding_box()
            for name in ("new", "dropped")
        )

        assert was is not None
        assert now is not None
        assert middle is not None
        assert new is not None
        assert gone is not None
        assert was["x"] + was["width"] <= now["x"]
        assert was["y"] == now["y"]
        assert gone["x"] + gone["width"] <= middle["x"] <= new["x"] + 1

    def test_splits_and_merges(self, page: Page) -> None:
        """A split is drawn between its parts; where there is no room, words tell of it."""
        fork = page.locator(".fork").first
        fork.scroll_into_view_if_needed()
        drawn = fork.locator("svg").is_visible()
        width(page, 390)

        assert drawn
        assert fork.locator("path").count() >= 2
        assert not fork.locator("svg").is_visible()
        assert "into" in (fork.locator(".joint span").text_content() or "")

    def test_why(self, page: Page, compared: tipdiff.Comparison) -> None:
        """Each change opens why it was made in plain words, its claims and its places."""
        number = some(compared, lambda c: c.status == "changed" and c.claims)[0]
        change = compared.changes[int(number[1:]) - 1]
        why = page.locator(f"#{number} .why")
        why.locator("summary").click()
        text = why.inner_text()
        start, end = change.new[0].span

        assert change.why in text
        assert "log-odds" not in text
        assert f"characters {start} to {end}" in text
        assert change.new[0].source in text
        assert why.locator("table").nth(0).locator("tbody tr").count() == len(change.claims)

    def test_nearest(self, page: Page, compared: tipdiff.Comparison) -> None:
        """What has no partner leads to the statement that is nearest to it."""
        number = some(compared, lambda c: c.near is not None and c.status == "new")[0]
        why = page.locator(f"#{number} .why")
        why.locator("summary").click()
        why.get_by_role("link", name="see it").click()
        near = compared.changes[int(number[1:]) - 1].near

        assert near is not None
        assert near.statement in page.locator(f"#{focused(page)}").text_content()

    def test_folds(self, page: Page) -> None:
        """Unchanged text is folded to a line that says how much it hides, and opens."""
        fold = page.locator(".fold").first
        hidden = not fold.locator(".change").first.is_visible()
        fold.locator("summary").first.click()
        fold.locator(".change").first.wait_for(state="visible")  # a busy machine draws later

        assert hidden
        assert int(fold.locator("summary").first.inner_text().split()[0]) == (
            fold.locator(".change").count()
        )

    def test_contents(self, page: Page) -> None:
        """The contents lead to each section."""
        link = page.locator(".contents a").nth(5)
        target = (link.get_attribute("href") or "")[1:]
        link.click()

        assert focused(page) == target
        assert f"at={target}" in page.url

    def test_strip(self, page: Page, compared: tipdiff.Comparison) -> None:
        """The strip shows where changes are, and a click goes there."""
        page.wait_for_timeout(SETTLED)
        marks = {
            status: page.locator(f"#strip .{status}").get_attribute("d") or ""
            for status in ("changed", "new", "dropped")
        }
        folded = {s: page.locator(f".fold:not([open]) .change.{s}").count() for s in marks}
        page.locator("#strip").click(position={"x": 5, "y": 700})

        assert {status: path.count("M") for status, path in marks.items()} == {
            status: sum(change.status == status for change in compared.changes) - folded[status]
            for status in marks
        }
        assert page.evaluate("scrollY") > 500

    def test_strip_follows_the_filter(self, page: Page) -> None:
        """What the filter hides is not on the strip."""
        page.locator("input[name=status][value=new]").check()
        page.wait_for_timeout(SETTLED)

        assert page.locator("#strip .changed").get_attribute("d") == ""
        assert page.locator("#strip .new").get_attribute("d") != ""

    def test_lays_out_what_is_in_sight(self, page: Page, compared: tipdiff.Comparison) -> None:
        """However long the page is, what is out of sight is not laid out, but counts its height."""
        laid_out = page.evaluate(
            "[...document.querySelectorAll('.change')].filter((change) =>"
            " change.firstElementChild.checkVisibility({ contentVisibilityAuto: true })).length"
        )
        heights = page.locator(".group > .change").evaluate_all(
            "(all) => all.map((change) => change.getBoundingClientRect().height)"
        )

        assert laid_out < len(compared.changes) / 2
        assert min(heights) > 40
        assert len(set(heights)) > 3

    def test_tab_reaches_every_control(self, page: Page) -> None:
        """The keyboard alone reaches the tools, and the focus can be seen."""
        reached, seen = set(), set()
        for _ in range(60):
            page.keyboard.press("Tab")
            reached.add(
                page.evaluate(
                    "document.activeElement.name || document.activeElement.dataset.do || ''"
                )
            )
            seen.add(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))

        assert {"status", "trait", "section", "text", "figures", "open", "sides"} <= reached
        assert {"next", "previous", "review"} <= reached
        assert seen == {"solid"}

    def test_skip_link(self, page: Page) -> None:
        """The first stop of the keyboard leads past the tools."""
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")

        assert focused(page) == "changes"


class TestEveryone:
    """Phones, paper, no script, screen readers, and cables that mean ill."""

    @pytest.mark.parametrize("window", [320, 390, 900, 1440])
    def test_no_sideways_scrolling(self, page: Page, window: int) -> None:
        """At any width the text fits the window, in one column and in two."""
        inline = width(page, window)
        page.keyboard.press("s")

        assert inline <= window
        assert width(page, window) <= window

    def test_words_without_end(self, browser: Browser, tmp_path: Path) -> None:
        """A word longer than the window breaks, wherever it stands, with everything open."""
        text, country = f"14 crews sailed to {'Tarn' * 60} in May.\n", "V" * 120
        sides = (text, text.replace("14 crews", "15 crews"))
        compared = tipdiff.compare(
            *(tipdiff.read(side, country=country) for side in sides), explain=True
        )
        path = tmp_path / "report.html"
        path.write_text(renderer("html")(compared, Options()), encoding="utf-8")
        with opened(browser, path) as page:
            page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")

            assert width(page, 320) <= 320

    def test_on_a_phone(self, page: Page) -> None:
        """On a phone the filter is behind a button, which says so, and Escape closes it."""
        width(page, 390)
        button = page.get_by_role("button", name="Filter", exact=True)
        before = page.get_by_role("searchbox").is_visible()
        button.click()
        during = page.get_by_role("searchbox").is_visible(), button.get_attribute("aria-expanded")
        page.keyboard.press("Escape")

        assert not before
        assert during == (True, "true")
        assert not page.get_by_role("searchbox").is_visible()

    def test_without_script(self, browser: Browser, path: Path) -> None:
        """Without script it is a complete page without dead controls."""
        with opened(browser, path, java_script_enabled=False) as page:
            why = page.locator(".change.changed .why").first
            why.locator("summary").click()

            assert not page.locator("#tools").is_visible()
            assert not page.locator("#strip").is_visible()
            assert page.locator("button:visible").count() == 0
            assert page.locator(".change.changed").first.is_visible()
            assert "characters" in why.inner_text()

    def test_print(self, page: Page, compared: tipdiff.Comparison) -> None:
        """On paper there are all changes, in dark ink, and no controls."""
        page.emulate_media(media="print", color_scheme="dark")
        visible = page.locator(".change:visible").count()

        assert not page.locator("#tools").is_visible()
        assert not page.locator("#strip").is_visible()
        assert page.locator(".verdict:visible").count() == 0
        assert visible >= sum(change.status != "unchanged" for change in compared.changes)
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == (
            "rgb(255, 255, 255)"
        )

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_accessible(self, browser: Browser, path: Path, scheme: Any) -> None:
        """The rules of axe-core find nothing, in light and dark, with everything unfolded."""
        assert complaints(browser, path, scheme) == []

    def test_accessible_years_apart(self, browser: Browser, tmp_path: Path) -> None:
        """Nor in two columns, with sections that are taken up several times."""
        pair = (FIXTURES / "varona" / "2006", FIXTURES / "varona" / "2008")
        path = tmp_path / "report.html"
        compared = tipdiff.compare(*pair, explain=True)
        path.write_text(renderer("html")(compared, Options(sides=True)), encoding="utf-8")

        assert complaints(browser, path, "light") == []

    def test_never_by_colour_alone(self, page: Page) -> None:
        """Each status has a word and a sign, and marked words differ in more than colour."""
        for status in ("new", "changed", "dropped"):
            tag = page.locator(f".change.{status} h3 > b").first
            sign = tag.evaluate("(e) => getComputedStyle(e, '::before').content")

            assert tag.text_content() == status
            assert sign[1] in "+~\u2212"
        lines = [
            page.locator(f"#changes {name}").first.evaluate(
                "(e) => getComputedStyle(e).textDecorationLine"
            )
            for name in ("del", "ins")
        ]
        assert lines == ["line-through", "underline"]

    @pytest.mark.parametrize("text", HOSTILE)
    def test_hostile_cables(self, browser: Browser, tmp_path: Path, text: str) -> None:
        """Nothing of a hostile cable runs or loads, whatever is done with the page."""
        path = tmp_path / "hostile.html"
        path.write_text(renderer("html")(hostile(text), Options()), encoding="utf-8")
        with opened(browser, path) as page:
            page.get_by_role("searchbox").fill(text.strip())
            page.get_by_role("searchbox").fill("")
            page.keyboard.press("Escape")
            for button in page.locator(".verdict [value=wrong]").all():
                button.evaluate("(e) => e.click()")
            title = page.title()

        assert title.startswith("Ostrel")
        assert "what changed" in title


def test_brief_fills_the_window(
    browser: Browser, compared: tipdiff.Comparison, tmp_path: Path
) -> None:
    """A page without tools leaves no room for them: its findings have most of a wide window."""
    brief = tmp_path / "brief.html"
    brief.write_text(renderer("html")(compared, Options(brief=True)), encoding="utf-8")
    with opened(browser, brief) as page:
        for window, least in ((1280, 0.6), (390, 0.8)):
            assert width(page, window) <= window
            box = page.locator("[aria-labelledby=findings-title]").bounding_box()
            assert box is not None
            assert box["width"] >= least * window
