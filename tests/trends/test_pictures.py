"""Pictures: what is drawn, and that it looks as it did.

The stored pictures are greys of 60 by 40 or so, so that a letter more or less sharp in another
release of matplotlib does not matter; ``TIPDIFF_NEW_PICTURES=1`` draws them anew, for a person to
look at.
"""

from __future__ import annotations

import io
import itertools
import logging
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.image import imread, imsave

import tipdiff
from tipdiff.plots import choice, picture
from tipdiff.plots.marks import short, value_text
from tipdiff.plots.panels import spaced, wrapped
from tipdiff.plots.picture import alt_text
from tipdiff.plots.style import COLORS
from tipdiff.records import Cable, Edition

from .cases import point, series, spread

VARONA = Path(__file__).parents[2] / "fixtures/varona"
STORED = Path(__file__).parent / "pictures"
#: Pixels of a picture that become one of the stored one.
BLOCK = 16
#: Greatest root of the mean square of differences, of 1: another face of the letters stays below
#: 0.01, a line that is missing or a marker that is filled lies above.
TOLERANCE = 0.012

RUN = series(
    "Convictions",
    [
        point(2001, 5),
        point(2002, 3, "about"),
        point(2003, 14, "over"),
        point(2005, 9, before=12),
        point(2006, 7, "at most"),
        point(2007, 11, also=4),
    ],
    "convictions",
)
WOMEN = series("Convictions, women", [point(2005, 3), point(2006, 4)], "convictions", sex="female")
SHARE = series("Girls who hold a grant", [point(2001, 55), point(2002, 57.5)], unit="percent")
PRICE = series("Price", [spread(2001, 600, 900), point(2002, 1200)], unit="money:EUR")
LONG = series("Calls", [point(year, (year % 7 + 1) * 1700) for year in range(1990, 2010)])

PICTURES = {
    "one": [RUN],
    "several": [RUN, WOMEN, SHARE, PRICE, LONG],
}


def small(data: bytes) -> np.ndarray:
    """A picture in greys, each the mean of a block."""
    image = imread(io.BytesIO(data))[..., :3].mean(axis=2)
    high, wide = (size // BLOCK * BLOCK for size in image.shape)
    blocks = image[:high, :wide].reshape(high // BLOCK, BLOCK, wide // BLOCK, BLOCK)
    return np.asarray(blocks.mean(axis=(1, 3)))


class TestLooks:
    """What pictures look like."""

    @pytest.mark.parametrize("name", PICTURES)
    def test_as_stored(self, name: str) -> None:
        """A picture looks like the one that a person has looked at."""
        drawn = small(picture(PICTURES[name], "png"))
        path = STORED / f"{name}.png"
        if os.environ.get("TIPDIFF_NEW_PICTURES"):
            imsave(path, drawn, cmap="gray", vmin=0, vmax=1)
        stored = imread(path)[..., 0]

        assert drawn.shape == stored.shape
        assert float(np.sqrt(np.mean((drawn - stored) ** 2))) < TOLERANCE

    def test_tolerance_sees_a_lost_line(self) -> None:
        """A picture of other figures is not taken for the stored one."""
        other = series("Convictions", [point(year, 9) for year in range(2001, 2008)], "convictions")
        drawn, stored = small(picture([other], "png")), imread(STORED / "one.png")[..., 0]
        same = drawn.shape == stored.shape

        assert not same or float(np.sqrt(np.mean((drawn - stored) ** 2))) > TOLERANCE


class TestAxes:
    """What the axes hold."""

    def test_no_line_over_a_gap(self) -> None:
        """A line joins only years that follow one another."""
        ax = RUN.plot()
        lines = [sorted(line.get_xdata()) for line in ax.lines if len(line.get_xdata()) == 2]

        assert lines == [[2001, 2002], [2002, 2003], [2005, 2006], [2006, 2007]]

    def test_lines_to_open_figures_are_dashed(self) -> None:
        """A line to "over 14" or "at most 7" is no course that anybody knows."""
        ax = RUN.plot()
        dashed = [
            sorted(line.get_xdata())
            for line in ax.lines
            if len(line.get_xdata()) == 2 and line.is_dashed()
        ]

        assert dashed == [[2002, 2003], [2005, 2006], [2006, 2007]]

    def test_an_old_value_stands_at_its_own_height(self) -> None:
        """What was 12 before it was revised to 9 stands at 12."""
        (old,) = (text for text in RUN.plot().texts if text.get_text() == "12")

        assert old.get_position() == (2005, 12)

    def test_values_that_would_touch_are_left_out(self) -> None:
        """Of wide values in narrow axes only ends and peak are told, and no two on each other."""
        runs = series("Victims", [spread(year, 20_000, 25_000) for year in range(2001, 2007)])
        ax = runs.plot(Figure(figsize=(2.2, 1.6)).add_subplot())
        told = [text.xy[0] for text in ax.texts if text.get_text() == "20\u201325k"]

        assert sorted(told) == [2001, 2006]

    def test_approximations_are_hollow(self) -> None:
        """Exact points are filled, others are not."""
        ax = RUN.plot()
        filled = {
            line.get_xdata()[0]: line.get_markerfacecolor() != "white"
            for line in ax.lines
            if line.get_marker() == "o"
        }

        assert filled == {2001: True, 2002: False, 2003: False, 2005: True, 2006: False, 2007: True}

    def test_an_old_value_bears_its_bound(self) -> None:
        """What was "about 20" before it was revised is struck out with its mark."""
        run = series("Raids", [point(2005, 8), point(2006, 30, before=20)])
        old = evolve(run.points[1].superseded[0], approximation="about")
        run = evolve(run, points=(run.points[0], evolve(run.points[1], superseded=(old,))))

        assert "\u25cb20" in {text.get_text() for text in run.plot().texts}

    def test_no_line_to_a_part_of_a_year(self) -> None:
        """Six months stand beside a year as half a point, with its mark, and no line between."""
        run = series("Raids", [point(2004, 9), point(2005, 4, partial=True), point(2006, 8)])
        ax = run.plot()
        halves = [line for line in ax.lines if line.get_fillstyle() == "left"]

        assert not [line for line in ax.lines if len(line.get_xdata()) == 2]
        assert [list(line.get_xdata()) for line in halves] == [[2005]]
        assert "4p" in {text.get_text() for text in ax.texts}
        assert "half, p: of a part of the year only" in " ".join(
            text.get_text() for text in ax.figure.texts
        )

    def test_figures_below_zero_are_inside(self) -> None:
        """An axis reaches down to what is below zero, with a rule at zero."""
        ax = series("Growth", [point(2005, 2), point(2006, -3)], unit="percent").plot()

        assert ax.get_ylim()[0] < -3
        assert 0 in ax.get_yticks()

    @pytest.mark.parametrize("top", [1, 2, 3, 7, 9, 26, 82, 1321, 6749, 18_300, 421e9])
    def test_ticks_are_multiples_of_1_2_or_5(self, top: float) -> None:
        """Ticks are 1, 2 or 5 apart, or so many tens; an axis has three of them, if it can."""
        ax = series("Convictions", [point(2004, top), point(2005, 0)]).plot()
        low, high = ax.get_ylim()
        shown = [tick for tick in ax.get_yticks() if low <= tick <= high]
        step = f"{shown[1] - shown[0]:.0e}"

        assert step[0] in "125"
        assert min(3, top + 1) <= len(shown) <= 7

    @pytest.mark.parametrize("one", [RUN, PRICE, LONG, SHARE])
    def test_axes_begin_at_zero(self, one: tipdiff.Series) -> None:
        """No axis is cut."""
        assert one.plot().get_ylim()[0] == 0

    @pytest.mark.parametrize("top", [1, 2, 3, 7])
    def test_counts_have_whole_ticks(self, top: int) -> None:
        """Half a conviction is on no axis."""
        ax = series("Convictions", [point(2004, 0), point(2005, top)], "convictions").plot()

        assert all(float(tick).is_integer() for tick in ax.get_yticks())

    def test_years_are_whole(self) -> None:
        """Ticks stand at years of the series, the last among them, however many there are."""
        ticks = list(LONG.plot().get_xticks())

        assert ticks[-1] == 2009
        assert all(float(tick).is_integer() for tick in ticks)
        assert 3 <= len(ticks) <= 12

    def test_own_axes(self) -> None:
        """A series is drawn on the axes it is given, which are returned."""
        ax = Figure(figsize=(2.2, 1.6)).add_subplot()

        assert RUN.plot(ax) is ax
        assert ax.lines

    def test_several_on_one_axes(self) -> None:
        """Lines, colours and limits of what axes hold are kept; a legend tells each colour."""
        ax = Figure(figsize=(5, 3)).add_subplot()
        ax.plot([1999, 2003], [90, 40], color="black", label="mine")
        for one in (RUN, WOMEN):
            one.plot(ax)
        SHARE.plot(ax=ax, color="purple")
        colors = [line.get_color() for line in ax.lines]
        legend = ax.get_legend()

        assert colors[0] == "black"
        assert {"purple", *COLORS[:2]} <= set(colors)
        assert ax.get_xlim()[0] <= 1999
        assert ax.get_ylim()[1] >= 90
        assert legend is not None
        assert legend.get_texts()[0].get_text() == "mine"
        assert len(legend.get_texts()) == 4

    def test_limits_that_were_set_are_only_widened(self) -> None:
        """Limits set on empty axes, and those that axes share, stay at least as wide."""
        one, other = Figure(figsize=(5, 3)).subplots(2, sharex=True)
        one.set_ylim(0, 500)
        RUN.plot(ax=one)
        before = one.get_xlim()
        SHARE.plot(ax=other)

        assert one.get_ylim() == (0, 500)
        assert one.get_xlim()[0] <= before[0] < before[1] <= one.get_xlim()[1]

    def test_as_many_colours_as_lines(self) -> None:
        """Colours that are fewer than the lines come again: no line is lost, and labels match."""
        ax = tipdiff.plot([RUN, WOMEN], colors=("purple",)).axes[0]
        (label,) = (text for text in ax.texts if text.get_text().startswith("women"))

        assert {2005, 2006} <= {x for line in ax.lines for x in line.get_xdata()}
        assert label.get_color() == "purple"

    def test_bounds_stand_in_every_label(self) -> None:
        """What is more or less than a number, or about it, says so beside its point."""
        run = series("Raids", [point(2005, 20, "over"), point(2006, 8, "about")])
        told = {text.get_text() for text in run.plot().texts}

        assert {">20", "○8"} <= told

    def test_no_panel_of_zeros(self) -> None:
        """A row of zeros and a single point have no panel if there is anything else."""
        zeros = series("Trials", [point(2005, 0), point(2006, 0)])

        assert choice([zeros, series("Raids", [point(2006, 3)]), RUN]) == [RUN]

    def test_no_panel_of_hours(self) -> None:
        """The hours spent on a report are no panel while anything else has a figure."""
        hours = series("Hours", [point(2005, 7), point(2006, 9)], unit="duration:hour")
        lone = series("Raids", [point(2006, 3)])

        assert choice([hours, RUN]) == [RUN]
        assert choice([hours, lone]) == [lone]

    def test_panels_end_where_their_data_end(self) -> None:
        """The years of a panel are those of its own figures."""
        late = series("Raids", [point(2006, 3), point(2007, 5)])
        ticks = list(tipdiff.plot([RUN, late]).axes[1].get_xticks())

        assert ticks == [2006, 2007]


class TestLabels:
    """Labels behind lines, at points, and above panels."""

    def test_labels_keep_clear(self) -> None:
        """No two labels of a crowded panel stand on one another."""
        figure = tipdiff.plot([RUN, WOMEN, series("Raids", [point(2001, 4), point(2002, 5)])])
        for ax in figure.axes:
            boxes = [text.get_window_extent() for text in ax.texts if text.get_text()]

            assert not [a for a, b in itertools.combinations(boxes, 2) if a.overlaps(b)]

    def test_an_old_value_is_at_its_own_year(self) -> None:
        """A value struck out stands nearer to its year than to any other."""
        run = series("Raids", [point(2004, 40), point(2005, 39, before=38), point(2006, 52)])
        ax = run.plot(Figure(figsize=(3, 2)).add_subplot())
        (old,) = (text for text in ax.texts if text.get_text() == "38")
        box = old.get_window_extent()
        year, _ = ax.transData.inverted().transform(((box.x0 + box.x1) / 2, box.y0))

        assert round(year) == 2005

    def test_long_titles_keep_their_unit(self) -> None:
        """Of a title too long for its panel, words are left out and never the unit."""
        title = wrapped("Funds budgeted to " + "the office and " * 12, 2.3, " (EUR)")

        assert title.endswith("... (EUR)")
        assert title.count("\n") == 2

    @pytest.mark.parametrize("label", ["IOM cases", "NGO beds"])
    def test_the_subject_is_in_the_title(self, label: str) -> None:
        """The title says whose figures they are and what on; the panel has the label as it is."""
        cable = Cable("a", None, None, None, None, None, "a", subject="Varona: Human Trafficking")
        one = evolve(
            series(label, RUN.points), editions=(Edition("Varona", 2008, 2007, (), (cable,)),)
        )
        figure = tipdiff.plot(one)

        assert figure.texts[0].get_text() == "Varona: figures on trafficking over the years"
        assert figure.axes[0].get_title("left") == label

    @given(heights=st.lists(st.floats(0, 1), max_size=8))
    def test_spaced(self, heights: list[float]) -> None:
        """Any two labels are apart, in the order of their lines, and together not shifted."""
        placed = spaced(heights, 0.1)
        order = sorted(range(len(heights)), key=lambda k: heights[k])
        steps = [placed[b] - placed[a] for a, b in itertools.pairwise(order)]

        assert all(step >= 0.1 - 1e-9 for step in steps)
        assert sum(placed) == pytest.approx(sum(heights), abs=1e-9)

    @given(heights=st.lists(st.integers(0, 50), unique=True, max_size=8))
    def test_labels_with_room_stay(self, heights: list[int]) -> None:
        """Labels that touch nothing stand at the height of their lines."""
        assert spaced(heights, 0.5) == pytest.approx(heights)

    @pytest.mark.parametrize(
        ("low", "high", "told"),
        [
            (20_000, 25_000, "20\u201325k"),
            (600, 900, "600\u2013900"),
            (900_000, 1_200_000, "900k\u20131.2M"),
        ],
    )
    def test_range(self, low: float, high: float, told: str) -> None:
        """A range names its size once."""
        assert value_text(spread(2004, low, high)) == told


class TestFigure:
    """``tipdiff.plot``."""

    def test_percent_stands_apart(self) -> None:
        """Breakdowns share the panel of their total; another unit never does."""
        figure = tipdiff.plot([RUN, WOMEN, SHARE])

        assert len(figure.axes) == 2

    def test_lines_are_labelled_directly(self) -> None:
        """No legend; the name of a breakdown stands at its line."""
        ax = tipdiff.plot([RUN, WOMEN]).axes[0]

        assert ax.get_legend() is None
        assert any(text.get_text().startswith("women") for text in ax.texts)

    def test_sources_stand_in_the_foot(self) -> None:
        """The cables and their classification are named."""
        told = " ".join(text.get_text() for text in tipdiff.plot(RUN).texts)

        assert "08PORTMERRIN1" in told
        assert "UNCLAS" in told

    @pytest.mark.parametrize("count", [0, 13])
    def test_too_few_or_many(self, count: int) -> None:
        """A picture has room for one to twelve series."""
        with pytest.raises(tipdiff.DataError, match="1 to 12"):
            tipdiff.plot([RUN] * count)

    @pytest.mark.parametrize("count", range(1, 13))
    def test_any_number(self, count: int) -> None:
        """One to twelve panels are drawn."""
        drawn = tipdiff.plot([evolve(LONG, label=f"Calls {k}") for k in range(count)])

        assert len(drawn.axes) == count

    def test_choice(self) -> None:
        """Series with a course are drawn; single points only where there is nothing else."""
        lone = series("Raids", [point(2004, 59)], "raids")

        assert choice([lone, RUN]) == [RUN]
        assert choice([lone]) == [lone]


class TestFiles:
    """``picture``."""

    @pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
    def test_same_series_same_bytes(self, kind: str) -> None:
        """Nothing of the day or the machine is in a picture."""
        assert picture([RUN, WOMEN], kind) == picture([RUN, WOMEN], kind)

    def test_svg_says_what_it_shows(self) -> None:
        """An SVG has title and description first, for those who hear it."""
        root = ET.fromstring(picture([RUN], "svg"))  # noqa: S314 our own picture
        first, second = list(root)[:2]

        assert root.get("role") == "img"
        assert first.tag.endswith("title")
        assert second.tag.endswith("desc")
        assert second.text == alt_text([RUN])

    @pytest.mark.parametrize("label", ["$x$ & <b>", "\x1b[31m\u202e", "\u8a9e", "a" * 400])
    def test_any_label(self, label: str) -> None:
        """A label from a cable is text: no mathematics, no markup, no missing letter's warning."""
        drawn = picture([series(label, [point(2004, 3), point(2005, 4)], None)], "svg")

        assert ET.fromstring(drawn) is not None  # noqa: S314 our own picture

    def test_threads_draw_the_same(self) -> None:
        """Pictures drawn in several threads at once are those drawn one by one."""
        drawn = [[RUN, WOMEN], [SHARE], [PRICE, LONG]] * 3
        alone = [picture(each, "svg") for each in drawn]
        with ThreadPoolExecutor(6) as pool:
            together = list(pool.map(lambda each: picture(each, "svg"), drawn))

        assert together == alone

    def test_own_settings_change_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What a user has set for other pictures is no part of these, and stays as it is."""
        alone = picture([RUN], "svg")
        monkeypatch.setitem(mpl.rcParams, "font.weight", "bold")
        monkeypatch.setitem(mpl.rcParams, "savefig.bbox", "tight")

        assert picture([RUN], "svg") == alone
        assert mpl.rcParams["font.weight"] == "bold"

    def test_nothing_of_matplotlib_is_told(
        self, caplog: pytest.LogCaptureFixture, recwarn: pytest.WarningsRecorder
    ) -> None:
        """Neither its log nor its warnings reach whoever asks for a picture."""
        logger = logging.getLogger("matplotlib")
        before = logger.level
        picture([series("\u8a9e \U0001f9ff", [point(2004, 3), point(2005, 4)])], "png")

        assert not caplog.records
        assert not recwarn.list
        assert logger.level == before

    def test_first_picture_of_a_machine(self, tmp_path: Path) -> None:
        """Where matplotlib has no folder for its caches and odd settings, nothing is told."""
        (tmp_path / "matplotlibrc").write_text("no.such.setting: 1\n")
        (tmp_path / "file").touch()
        told = subprocess.run(
            [sys.executable, "-m", "tipdiff", "trends", str(VARONA), "--plot", "p.png"],
            env={**os.environ, "MPLCONFIGDIR": str(tmp_path / "file"),
                 "MATPLOTLIBRC": str(tmp_path / "matplotlibrc")},
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip

        assert (tmp_path / "p.png").exists()
        assert told.stdout == ""
        assert all(line.startswith("tipdiff: ") for line in told.stderr.splitlines())

    def test_unknown_format(self) -> None:
        """Another format is refused."""
        with pytest.raises(tipdiff.DataError, match="png, svg, pdf"):
            picture([RUN], "gif")


class TestWords:
    """Pictures in words, and numbers in pictures."""

    def test_alt_text(self) -> None:
        """Every point, its approximator, its revision."""
        assert alt_text([RUN]) == (
            "Convictions: 5 in 2001, about 3 in 2002, over 14 in 2003, 9 in 2005 (before revision "
            "12), at most 7 in 2006, 11 in 2007."
        )

    @pytest.mark.parametrize(
        ("value", "told"), [(0, "0"), (1520, "1,520"), (12_500, "12.5k"), (2_400_000, "2.4M")]
    )
    def test_short(self, value: float, told: str) -> None:
        """Long numbers are shortened."""
        assert short(value) == told
