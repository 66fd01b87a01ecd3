"""The page of figures over the years: what it tells, and how it behaves in a real browser."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

import tipdiff
from tipdiff.output import Options, render
from tipdiff.output.results import Trends
from tipdiff.output.trends.html.charts import HEIGHT, WIDTH, charts
from tipdiff.output.trends.html.view import view_of
from tipdiff.output.trends.text import NONE
from tipdiff.plots.scale import MOST_STEPS
from tipdiff.series.figure_words import figure

from .opened import SETTLED, complaints, needs_browser, opened, width
from .test_page import HOSTILE, Seen

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

VARONA = Path(__file__).parents[2] / "fixtures" / "varona"


@cache
def series() -> tuple[tipdiff.Series, ...]:
    """The figures of the invented country."""
    return tuple(tipdiff.trends(VARONA))


def trends() -> Trends:
    """The same, as a page is given them."""
    return Trends(series(), series()[0].country, series()[0].editions)


def one(
    *points: tipdiff.Point, label: str = "Arrests", unit: str = "count", indicator: str = "arrests"
) -> tipdiff.Series:
    """A series of these points."""
    return tipdiff.Series(indicator, label, unit, {}, points, "Ostrel")


def point(year: int, value: float, about: str = "exact", **more: object) -> tipdiff.Point:
    """A point, exact or not."""
    low = None if about in {"under", "at most"} else value
    high = None if about in {"over", "at least"} else value
    return tipdiff.Point(year, value, low, high, about, "07KALVIK61", "07KALVIK61:9", **more)  # type: ignore[arg-type]


def names(*points: tipdiff.Point) -> list[str]:
    """The classes of what is drawn for some points, but for the axes."""
    (chart,) = charts([one(*points)], "c")
    return [shape.name for shape in chart.shapes if shape.name != "grid"]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page on disk."""
    path = tmp_path_factory.mktemp("page") / "trends.html"
    path.write_text(render(series(), "html"), encoding="utf-8")
    return path


class TestContent:
    """What a reader finds."""

    def test_every_figure_is_there(self) -> None:
        """Each series is a row, each point a cell, and each figure names its statement."""
        rows = [row for group in view_of(trends(), "series").groups for row in group.rows]
        text = Seen(render(series(), "html")).text

        assert len(rows) == len(series())
        for row, each in zip(rows, series(), strict=True):
            shown = [cell.shown for cell in row.cells if cell.said != "nothing reported"]

            assert [s[: len(figure(p))] for s, p in zip(shown, each.points, strict=True)] == [
                figure(p) for p in each.points
            ]
        assert {p.statement for s in series() for p in s.points if p.statement not in text} == set()

    def test_gives_the_series_back(self) -> None:
        """The data in the page give the same series."""
        assert tipdiff.from_dict(json.loads(Seen(render(series(), "html")).data)) == list(series())

    def test_pictures_in_words(self) -> None:
        """Each picture says in words what it shows."""
        page = render(series(), "html")
        lasting = [each for each in series() if len(each.points) > 1]
        words = re.findall(r"<desc[^>]*>([^<]+)</desc>", page)

        assert page.count('role="img"') == len(words)
        for each in lasting:
            assert any(str(each.points[-1].year) in text for text in words)

    def test_what_is_uncertain(self) -> None:
        """A picture shows what is about, open, a range, revised, doubted or old."""
        spread = evolve(point(2003, 0), value=None, low=4, high=9)
        before = tipdiff.Reading(5, 5, 5, "exact", "06KALVIK88", "06KALVIK88:3")

        assert names(point(2003, 4), point(2004, 6)) == ["line s0", "mark s0", "mark s0"]
        assert names(point(2003, 4), point(2005, 6)) == ["mark s0", "mark s0"]
        assert names(point(2003, 4, "about")) == ["mark s0 hollow"]
        assert names(point(2003, 4, "over")) == ["arrow s0", "mark s0 hollow"]
        assert names(spread) == ["range s0"]
        assert names(point(2003, 4, carried_over=True)) == ["mark s0 pale"]
        assert names(point(2003, 9, conflicts=(before,))) == ["cross", "mark s0"]
        (chart,) = charts([one(point(2003, 9, revised=True, superseded=(before,)))], "c")
        assert [text.said for text in chart.texts if text.name == "struck"] == ["5"]

    def test_an_old_figure_is_at_its_height(self) -> None:
        """What was revised is struck out at the height of its figure, with its bound."""
        before = tipdiff.Reading(90, 90, None, "over", "07KALVIK61", "07KALVIK61:3")
        points = point(2003, 10), point(2004, 20, revised=True, superseded=(before,))
        (chart,) = charts([one(*points)], "c")
        (old,) = [text for text in chart.texts if text.name == "struck"]

        assert old.said == ">90"
        assert old.y < HEIGHT / 3

    def test_a_conflict_is_labelled(self) -> None:
        """Another figure of the same report has its value beside its cross."""
        other = tipdiff.Reading(4, 4, 4, "about", "07KALVIK61", "07KALVIK61:3")
        (chart,) = charts([one(point(2003, 10), point(2004, 20, conflicts=(other,)))], "c")

        assert "\u25cb4" in [text.said for text in chart.texts if text.name == "doubt"]

    def test_a_part_of_a_year(self) -> None:
        """Part of a year is half a point with its mark, and no line leads to it."""
        (chart,) = charts([one(point(2003, 10), point(2004, 4, partial=True))], "c")
        drawn = [shape.name for shape in chart.shapes if shape.name != "grid"]

        assert drawn == ["mark s0", "mark s0 hollow", "half s0"]
        assert "4p" in [text.said for text in chart.texts]

    def test_lines_to_open_figures_are_dashed(self) -> None:
        """A line to "over 20" is no course that anybody knows."""
        (chart,) = charts([one(point(2003, 10), point(2004, 20, "over"))], "c")

        assert "line s0 open" in [shape.name for shape in chart.shapes]
        assert "dashed: one end is open" in chart.keys

    def test_bodies_have_names_in_the_legend(self) -> None:
        """A line of another body is called by it, and two lines never alike."""
        runs = [
            one(point(2003, 10), point(2004, 20), label=f"Raids{name}")
            for name in ("", " (NGO)", ", women (NGO)")
        ]
        (chart,) = charts(runs, "c")

        assert [told for _, told in chart.legend] == ["all", "NGO", "women (NGO)"]

    def test_years_are_those_of_the_figures(self) -> None:
        """A picture begins and ends where its figures do; zeros and single points have none."""
        group = [
            one(point(2003, 1), point(2004, 2), label="Raids"),
            one(point(2006, 1), point(2007, 2), label="Courts", indicator="trials"),
            one(point(2006, 0), point(2007, 0), label="Bans", indicator="sentences"),
            one(point(2006, 4), label="Bars", indicator="arrests"),
        ]
        view = view_of(Trends(tuple(group), "Varona", ()), "series")
        (drawn,) = [g.charts for g in view.groups]
        years = [
            [t.said for t in c.texts if t.name == "tick" and t.anchor == "middle"] for c in drawn
        ]

        assert years == [["2003", "2004"], ["2006", "2007"]]

    def test_a_conflict_above_all(self) -> None:
        """A figure that a report gives beside a lower one has its cross inside the picture."""
        other = tipdiff.Reading(90, 90, 90, "exact", "07KALVIK61", "07KALVIK61:3")
        points = point(2003, 10), point(2004, 20, conflicts=(other,))
        (chart,) = charts([one(*points)], "c")
        (cross,) = [shape for shape in chart.shapes if shape.name == "cross"]

        assert 0 <= float(cross.path[1:].partition("L")[0].split()[1]) <= HEIGHT / 2

    @pytest.mark.parametrize("top", [0, 1, 3, 7, 12, 92, 480, 1520, 99_999, 2_800_000])
    def test_axes(self, top: int) -> None:
        """An axis begins at zero, has few and whole ticks, and holds every point."""
        (chart,) = charts([one(point(2003, top), point(2004, top // 2))], "c")
        ticks = [text for text in chart.texts if text.name == "tick" and text.anchor == "end"]

        assert ticks[0].said == "0"
        assert 1 < len(ticks) <= MOST_STEPS + 1 or top == 0
        assert all("." not in text.said or text.said[-1] in "kM" for text in ticks)
        for shape in chart.shapes:
            x, y = map(
                float, shape.path[1:].partition("L")[0].partition("H")[0].partition("a")[0].split()
            )

            assert 0 <= x <= WIDTH
            assert 0 <= y <= HEIGHT

    @pytest.mark.parametrize("text", HOSTILE)
    def test_no_markup(self, text: str) -> None:
        """A hostile label adds no element and no attribute, and is text."""
        hostile = one(point(2003, 4), point(2004, 6), label=f"Arrests {text}")
        plain, seen = Seen(render(series(), "html")), Seen(render(hostile, "html"))

        assert seen.elements <= plain.elements
        assert seen.attributes <= plain.attributes
        assert tipdiff.from_dict(json.loads(seen.data)) == [hostile]

    @pytest.mark.parametrize("form", ["html", "markdown", "text"])
    @pytest.mark.parametrize(
        ("view", "told"),
        [
            ("series", "No figure of a known indicator"),
            ("moved", "No figure of the newest report differs"),
            ("revised", "No figure was revised by a later report"),
        ],
    )
    def test_nothing(self, form: str, view: str, told: str) -> None:
        """Where a view has no figure each format says so, and which are missed."""
        said = render(Trends((), "Ostrel"), form, Options(view=view))

        assert told in said
        assert sum(said.count(each) for each in NONE.values()) == 1
        assert "nothing reported" not in said

    def test_addresses(self) -> None:
        """Every address in the page is a place in it, and no place is there twice."""
        seen = Seen(render(series(), "html"))

        assert {target[:1] for target in seen.targets} == {"#"}
        assert {target[1:] for target in seen.targets} <= set(seen.ids)
        assert len(seen.ids) == len(set(seen.ids))


@needs_browser
class TestInABrowser:
    """Finding, following, and who can use it."""

    def test_find(self, page: Page) -> None:
        """A name leaves its rows and pictures; the address holds it."""
        page.get_by_label("Find a figure").fill("CONVICT")
        rows = page.locator(".figures tbody tr:not([hidden])").count()
        pictures = page.locator(".chart:not([hidden])").count()
        address = page.url
        page.get_by_role("button", name="Clear").click()
        page.wait_for_timeout(SETTLED)

        assert rows == sum("convict" in each.label.lower() for each in series())
        assert pictures == 1
        assert address.endswith("#text=CONVICT")
        assert page.locator(".figures tbody tr:not([hidden])").count() == len(series())

    def test_to_the_places(self, page: Page) -> None:
        """A figure's name leads to the statements it is from."""
        link = page.locator(".figures tbody a").nth(2)
        target = link.get_attribute("href") or ""
        link.click()
        page.wait_for_timeout(SETTLED)

        assert page.locator(target).is_visible()
        assert page.evaluate("document.activeElement.id") == target[1:]

    @pytest.mark.parametrize("window", [360, 768, 1400])
    def test_no_sideways_scrolling(self, page: Page, window: int) -> None:
        """At any width the page fits the window; a wide table scrolls in itself."""
        assert width(page, window) <= window

    def test_without_script(self, browser: Browser, path: Path) -> None:
        """Without script it is a complete page without dead controls."""
        with opened(browser, path, java_script_enabled=False) as page:
            assert not page.locator("#tools").is_visible()
            assert page.locator(".chart svg").first.is_visible()
            assert page.locator(".figures").first.is_visible()

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_accessible(self, browser: Browser, path: Path, scheme: str) -> None:
        """The rules of axe-core find nothing, in light and dark."""
        assert complaints(browser, path, scheme) == []

    def test_lines_take_the_colours_of_the_page(self, browser: Browser, path: Path) -> None:
        """A dark page has light lines: the picture has no colour of its own."""
        found = []
        for scheme in ("light", "dark"):
            with opened(browser, path, color_scheme=scheme) as page:
                found.append(
                    page.locator(".line").first.evaluate("line => getComputedStyle(line).stroke")
                )

        assert found[0] != found[1]
        assert all(colour.startswith("rgb") for colour in found)

    def test_print(self, page: Page) -> None:
        """On paper there are no controls."""
        page.emulate_media(media="print")

        assert not page.locator("#tools").is_visible()
        assert page.locator(".chart").first.is_visible()

    @pytest.mark.parametrize("text", HOSTILE)
    def test_hostile_labels(self, browser: Browser, tmp_path: Path, text: str) -> None:
        """Nothing of a hostile label runs or loads."""
        path = tmp_path / "hostile.html"
        hostile = one(point(2003, 4), point(2004, 6), label=f"Arrests {text}")
        path.write_text(render(hostile, "html"), encoding="utf-8")
        with opened(browser, path) as page:
            assert page.title() == "Ostrel: figures over the years"
