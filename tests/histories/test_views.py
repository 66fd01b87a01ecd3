"""What a history tells: promises, what was carried, how much is new, and its views."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from attrs import evolve

import tipdiff
from tipdiff.cli import main
from tipdiff.histories.blame import blame
from tipdiff.histories.carried import carried
from tipdiff.histories.dropped import dropped_in
from tipdiff.histories.promises import OUTCOMES, promises
from tipdiff.histories.records import Event
from tipdiff.histories.renewal import renewal
from tipdiff.language.intentions import is_promise
from tipdiff.language.no_intentions import NO_INTENTIONS
from tipdiff.output import Options, render
from tipdiff.output.history.tables import TABLES
from tipdiff.output.history.text import VIEWS, strip
from tipdiff.plots import plot_renewal, renewal_picture
from tipdiff.plots.parts import parts_of
from tipdiff.plots.renewal import renewal_words

FIXTURES = Path(__file__).parents[2] / "fixtures"
TESSALY = FIXTURES / "tessaly"
REGISTER = "The harbor police keep a register of all ferries that leave Kalvik."
PLAN = "The ministry plans to open a second shelter in Orvast."


def editions(*bodies: list[str]) -> list[tipdiff.Report]:
    """Successive editions of invented Ostrel, a body each, from 2004 on."""
    return [
        tipdiff.read(" ".join(body) + "\n", country="Ostrel", year=year)
        for year, body in enumerate(bodies, 2004)
    ]


class TestPromises:
    """What is intended, and what became of it."""

    @pytest.mark.parametrize(("pattern", "sample"), NO_INTENTIONS)
    def test_no_promises(self, pattern: str, sample: str) -> None:
        """Each pattern of what is none has a sentence that it is for."""
        assert not is_promise(sample), pattern

    @pytest.mark.parametrize(
        ("bodies", "outcome", "year", "times"),
        [
            ([[PLAN], ["The ministry opened a second shelter in Orvast."]], "kept", 2005, 1),
            ([[PLAN], ["The ministry has not opened a shelter in Orvast."]], "not kept", 2005, 1),
            ([[PLAN], ["The second shelter of the ministry in Orvast has no heating."]],
             "taken up", 2005, 1),
            ([[PLAN], [PLAN], [PLAN]], "repeated", 2006, 3),
            ([[PLAN], [PLAN.replace("plans", "still plans")]], "repeated", 2005, 2),
            ([[PLAN], [REGISTER], [PLAN]], "repeated", 2006, 2),
            ([[PLAN], [PLAN], [REGISTER]], "dropped", 2006, 2),
            ([[REGISTER], [PLAN]], "first made", 2005, 1),
        ],
    )  # fmt: skip
    def test_outcomes(self, bodies: list[list[str]], outcome: str, year: int, times: int) -> None:
        """Kept, not kept, taken up, repeated, back, dropped, or new."""
        found = promises(tipdiff.history(editions(*[[REGISTER, *body] for body in bodies])))

        assert [(p.outcome, p.year, p.times) for p in found] == [(outcome, year, times)]

    def test_every_outcome_has_a_meaning(self) -> None:
        """What is told of a promise is explained where it is told."""
        found = promises(tipdiff.history(FIXTURES / "varona"))

        assert {promise.outcome for promise in found} <= set(OUTCOMES)

    def test_a_promise_that_a_statement_became(self) -> None:
        """A statement that had been none before is first promised by the newest report."""
        told = "The second shelter of the ministry in Orvast is not open."
        (promise,) = promises(tipdiff.history(editions([REGISTER, told], [REGISTER, PLAN])))

        assert (promise.outcome, promise.made.year) == ("first made", 2005)


class TestCarried:
    """What stood word for word the longest."""

    def test_runs(self) -> None:
        """The longest run first, with its first and last edition; a change begins a new one."""
        other = PLAN.replace("second", "third")
        found = carried(
            tipdiff.history(editions(*[[REGISTER, PLAN]] * 2, *[[REGISTER, other]] * 3))
        )

        assert [(run.version.text, run.first, run.last, run.times) for run in found] == [
            (REGISTER, 2004, 2008, 5),
            (other, 2006, 2008, 3),
        ]

    def test_what_stood_once(self) -> None:
        """A statement that changes every year is not carried."""
        assert carried(tipdiff.history(editions([PLAN], [PLAN.replace("second", "third")]))) == []


THINGS = "anchor barrel crane door engine fence gate hoist iron jetty kiosk lamp".split()


class TestPicture:
    """How much of each report is new, drawn."""

    def test_shares_are_those_of_the_table(self) -> None:
        """Each bar of the first panel is as high as the table says, and all bars are full."""
        threads = tipdiff.history(TESSALY)
        ax = plot_renewal(threads).axes[0]
        whole = [r for r in renewal(threads) if r.section is None]
        drawn = [round(patch.get_height(), 4) for patch in ax.patches]
        expected = [
            round(count / r.statements, 4)
            for r in whole
            for count in (r.unchanged, r.changed, r.returned, r.new)
        ]

        assert drawn == expected
        assert sum(drawn) == pytest.approx(len(whole), abs=1e-3)

    def test_parts_are_followed_by_their_headings(self) -> None:
        """A part is one panel, however its heading is printed."""
        titles = [
            ax.get_title("left") for ax in plot_renewal(tipdiff.history(FIXTURES / "varona")).axes
        ]
        firsts = [title.split()[0].casefold().rstrip(":") for title in titles[2:]]

        assert sorted(firsts) == ["investigation", "overview", "prevention", "protection"]

    def test_a_part_under_other_headings(self) -> None:
        """What stood in a part goes on in it where the next edition divides and renames it."""
        talk = [f"The {name} of the old quay was painted again in May." for name in THINGS]
        rest = [f"Nobody in Tarn has ever seen a {name} at night." for name in THINGS]
        bodies = (
            ["HARBORS", *talk, "FISHERIES", *rest],
            ["SITUATION", *talk[:6], "SCENE", *talk[6:], "FISHERIES", *rest],
        )
        threads = tipdiff.history(
            tipdiff.read("\n\n".join(body) + "\n", country="Ostrel", year=year)
            for year, body in enumerate(bodies, 2004)
        )
        known, names = parts_of(threads)

        assert known[2005, "SITUATION"] == known[2005, "SCENE"] == known[2004, "HARBORS"]
        assert known[2005, "FISHERIES"] == known[2004, "FISHERIES"] != known[2004, "HARBORS"]
        assert names[known[2004, "HARBORS"]] == "HARBORS"

    def test_in_words(self) -> None:
        """An SVG says what it shows."""
        threads = tipdiff.history(TESSALY)
        root = ET.fromstring(renewal_picture(threads, "svg"))  # noqa: S314 our own picture

        assert list(root)[1].text == renewal_words(threads)
        assert "2002 57% word for word" in renewal_words(threads)

    def test_needs_two_editions(self) -> None:
        """Of one report nothing can be said to be new."""
        with pytest.raises(tipdiff.DataError, match="two editions"):
            plot_renewal(tipdiff.history(editions([REGISTER])))

    def test_same_bytes(self) -> None:
        """Nothing of the day or the machine is in the picture."""
        threads = tipdiff.history(TESSALY)

        assert renewal_picture(threads, "png") == renewal_picture(threads, "png")


class TestViews:
    """Every view in every format."""

    def test_text_and_tables_have_the_same_views(self) -> None:
        """What can be read can be had as data."""
        assert list(VIEWS) == list(TABLES)

    @pytest.mark.parametrize("view", VIEWS)
    def test_rows(self, view: str) -> None:
        """CSV and JSON have the same rows, each with all columns."""
        threads = tipdiff.history(TESSALY)
        told = Options(view=view)
        lines = list(csv.reader(io.StringIO(render(threads, "csv", told)[1:])))
        columns, rows = lines[0], lines[1:]

        assert columns == list(TABLES[view].columns)
        assert rows
        assert {len(row) for row in rows} == {len(columns)}
        if view != "threads":
            data = json.loads(render(threads, "json", told))

            assert data["schema"] == f"tipdiff/history-{view}/1"
            assert len(data["rows"]) == len(rows)

    @pytest.mark.parametrize("view", [view for view in VIEWS if view != "threads"])
    def test_markdown(self, view: str) -> None:
        """The Markdown of a view is one table with a row for each of the CSV."""
        threads = tipdiff.history(TESSALY)
        told = Options(view=view)
        rows = [x for x in render(threads, "markdown", told).split("\n") if x.startswith("|")]

        assert len(rows) == 1 + len(list(csv.reader(io.StringIO(render(threads, "csv", told)))))

    def test_unknown(self) -> None:
        """Another view is refused by its name."""
        with pytest.raises(tipdiff.TipdiffError, match="no view is called 'sideways'"):
            render(tipdiff.history(TESSALY), "csv", Options(view="sideways"))


class TestCommand:
    """``tipdiff history``."""

    def run(self, capsysbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, str]:
        """Run it on Tessaly and return the code and what it prints."""
        code = main(["history", str(TESSALY), *arguments])
        return code, capsysbinary.readouterr().out.decode("utf-8")

    def test_about_shows_what_each_edition_says(
        self, capsysbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        """Every version with its words marked, gaps, and the figures over the years."""
        _, text = self.run(capsysbinary, "--about", "Interior Ministry")

        assert "2001 + The Interior Ministry identified 120 victims" in text
        assert "2002 ~ figures: The Interior Ministry identified [-120-] {+134+} victims" in text
        assert "2004 - not there" in text
        assert "2005 ^ as in 2003: " in text
        assert "138 (2004), 146 (2005), 160 (2006)" in text

    def test_all(self, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        """All threads tell so if asked for; else only the newest version stands there."""
        _, brief = self.run(capsysbinary)
        _, full = self.run(capsysbinary, "--all")

        assert "word for word" not in brief
        assert full.count("word for word") > 20

    def test_plot(self, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
        """A picture instead of the text, or beside it where a view is asked for."""
        target = tmp_path / "new.svg"
        code, text = self.run(capsysbinary, "--plot", str(target))

        assert (code, text) == (0, "")
        assert b"Tessaly: how much of each report is new" in target.read_bytes()
        assert self.run(capsysbinary, "--plot", str(target), "--view", "renewal")[1]

    def test_plot_needs_a_known_ending(
        self, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
    ) -> None:
        """A picture has three formats."""
        code, _ = self.run(capsysbinary, "--plot", str(tmp_path / "new.gif"))

        assert code == 2

    def test_renewal_is_a_table(self, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        """A row for each edition, a column for each kind of statement."""
        _, text = self.run(capsysbinary, "--view", "renewal")
        rows = [line.split() for line in text.splitlines() if line[:2] == "20"]

        assert [row[0] for row in rows] == ["2002", "2003", "2004", "2005", "2006"]
        assert all(len(row) >= 8 for row in rows)


class TestApart:
    """What an edition could not hold."""

    def test_cut_off(self) -> None:
        """What stood where the next edition breaks off was not dropped, nor is what came new."""
        told = Event(2005, "dropped", ("no-counterpart",))
        (thread, *_) = tipdiff.history(editions([REGISTER], [REGISTER]))
        gone = evolve(thread, versions=thread.versions[:1], events=(thread.events[0], told))
        came = evolve(thread, events=(Event(2005, "new", ("no-counterpart",)),))
        came = evolve(came, versions=thread.versions[1:])

        assert dropped_in([gone], 2005) == []
        assert strip(gone) == "+?"
        assert [(r.new, r.apart) for r in renewal([came])][:1] == [(0, 1)]

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """Two editions, of which the first breaks off before what the second goes on to tell."""
        head = "PATROLS\n\n" + " ".join([REGISTER, PLAN]) + "\n\nSHELTERS\n\n"
        lost = "The sisters of Tarn keep nine beds. A nurse comes on Mondays, and lunch is free."
        home = "The seamen's home still has"
        (tmp_path / "2004.txt").write_text(f"{head}{home}", "utf-8")
        whole = f"{head}{home} ten beds.\n\nTRAINING\n\n{lost}\n"
        (tmp_path / "2005.txt").write_text(whole, "utf-8")
        return tmp_path

    @pytest.mark.parametrize(
        ("arguments", "expected"),
        [
            (["--view", "threads"], "\u00b7? The sisters of Tarn keep nine beds."),
            (
                ["--view", "blame"],
                "2005?\u00b7\u00b7\u00b7\u00b7 The sisters of Tarn keep nine beds.",
            ),
            (["--view", "blame"], "? may be older"),
            (["--view", "blame", "--format", "csv"], '"2005","2005","yes","TRAINING"'),
            (["--view", "blame", "--format", "json"], '"may_be_older": "yes"'),
            (["--view", "renewal"], "and 2 without counterpart"),
            (["--view", "renewal", "--format", "csv"], '"without_counterpart"'),
            (["--view", "renewal", "--format", "json"], '"without_counterpart": 2'),
            (["--view", "renewal", "--format", "markdown"], "| without counterpart |"),
            (["--format", "html"], "and 2 without counterpart"),
            (["--format", "html"], ">2005?<"),
        ],
    )
    def test_is_told(
        self,
        folder: Path,
        arguments: list[str],
        expected: str,
        capsysbinary: pytest.CaptureFixture[bytes],
    ) -> None:
        """Every view and format says what the edition before could not hold."""
        assert main(["history", str(folder), "--country", "Ostrel", *arguments]) == 0

        assert expected in capsysbinary.readouterr().out.decode()

    def test_warnings_beside_a_table(
        self, folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        """A table has no place for the warnings: they are said beside it, and not twice."""
        told = []
        for form in ("csv", "text"):
            main(["history", str(folder), "--country", "Ostrel", "--format", form])
            told.append(capsysbinary.readouterr())

        assert [b"breaks off: what it lost" in each.err for each in told] == [True, False]
        assert [b"breaks off: what it lost" in each.out for each in told] == [False, True]

    def test_picture(self, folder: Path) -> None:
        """The picture says how many statements stand in no bar."""
        words = renewal_words(tipdiff.history(tipdiff.read_all(folder)))

        assert words.endswith("could not hold them: 2 statements of 2005.")


class TestUnsure:
    """Links that are only likely."""

    def test_blame(self) -> None:
        """Behind a link below the line nothing is a statement's past; it has its own sign."""
        (thread, *_) = tipdiff.history(editions([REGISTER], [REGISTER]))
        link = Event(2005, "changed", (), 0.55)
        weak = evolve(thread, events=(thread.events[0], link))

        assert [each.first for each in blame([weak])] == [2005]
        assert [each.first for each in blame([weak], 0.5)] == [2004]
        assert (strip(weak), strip(weak, 0.5)) == ("+\u2248", "+~")

    def test_copy_that_came_back(self) -> None:
        """A return word for word is no change."""
        found = tipdiff.history(editions([REGISTER, PLAN], [REGISTER], [REGISTER, PLAN]))

        assert {thread.changed for thread in found} == {2004}

    def test_figure_in_another_notation(self) -> None:
        """A figure that is only written otherwise, while its years pass, is no change."""
        found = tipdiff.history(
            editions(
                ["The league counted between 20 and 25 thousand herons in the delta last year."],
                ["The league counted between 20,000 and 25,000 herons in the delta last year."],
            )
        )

        assert {thread.changed for thread in found if "herons" in thread.text} == {2004}
