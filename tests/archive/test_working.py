"""The work on a collection, and what becomes of its rows."""

from __future__ import annotations

import json
import threading
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import tipdiff
from tests.archive.folders import Made, body, fill, made, planned, report
from tipdiff.archive import working
from tipdiff.archive.records import Known, Settings
from tipdiff.archive.tables import TABLES
from tipdiff.archive.working import work

OWN = "ostrel/trafficking"
YEARS = (2004, 2005, 2006)


def files(*years: int) -> dict[str, str]:
    """A file for each year."""
    return {f"{year}.txt": report(year) for year in years}


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """A folder with three editions."""
    return fill(tmp_path, files(*YEARS))


def rows(found: Made) -> Mapping[str, Any]:
    """All rows of the collection."""
    return found.built[OWN].rows


class TestRows:
    """The rows say what tipdiff says of the same texts."""

    def test_widths(self, three: Path) -> None:
        """Each row has a value for each column, of the column's type, and a key of its own."""
        types = {"TEXT": str, "INTEGER": int, "REAL": (int, float), "BLOB": bytes}
        built = made(three).built[OWN]
        for table in TABLES:
            found = made_rows = built.rows.get(table.name, ())
            names = [column.name for column in table.columns]
            keys = {tuple(row[names.index(name)] for name in table.key) for row in made_rows}
            assert len(keys) == len(found)
            for row in found:
                for column, value in zip(table.columns, row, strict=True):
                    assert (value is None and column.null) or isinstance(value, types[column.kind])

    def test_every_table_is_filled(self, three: Path) -> None:
        """Nothing is left out but what others write, and what these texts do not have."""
        empty = {table.name for table in TABLES if not made(three).built[OWN].rows.get(table.name)}

        assert empty == {"files", "problems", "outcomes", "diagnostics"}

    def test_comparison(self, three: Path) -> None:
        """The comparison is the one that the library gives for the two files."""
        found = made(three)
        (first, _) = found.rows(OWN, "comparisons")
        direct = tipdiff.compare(three / "2004.txt", three / "2005.txt")

        assert tipdiff.from_dict(json.loads(zlib.decompress(first["data"]))) == direct
        assert first["changed_count"] == direct.summary.changed
        texts = [f["text"] for f in found.rows(OWN, "findings") if f["comparison"] == first["id"]]
        assert texts == [finding.text for finding in direct.findings]

    def test_threads_and_series(self, three: Path) -> None:
        """Threads and series are those of the library, though nothing is compared again."""
        found = made(three)
        threads = tipdiff.history(three)
        series = tipdiff.trends(three)

        assert [t["text"] for t in found.rows(OWN, "threads")] == [t.text for t in threads]
        assert [t["changed"] for t in found.rows(OWN, "threads")] == [t.changed for t in threads]
        assert len(found.rows(OWN, "events")) == sum(len(t.events) for t in threads)
        assert [s["label"] for s in found.rows(OWN, "series")] == [s.label for s in series]
        assert [p["value"] for p in found.rows(OWN, "points")] == [
            point.value for one in series for point in one.points
        ]

    def test_parents(self, three: Path) -> None:
        """What a row refers to is among the rows."""
        built = made(three).built[OWN]
        by_name = {table.name: table for table in TABLES}

        def values(table: str, columns: tuple[str, ...]) -> set[tuple[object, ...]]:
            names = [column.name for column in by_name[table].columns]
            at = [names.index(name) for name in columns]
            return {tuple(row[k] for k in at) for row in built.rows.get(table, ())}

        for table in TABLES:
            for own, parent, theirs in table.parents:
                if parent != "files":
                    assert values(table.name, own) <= values(parent, theirs)


class TestAgain:
    """What is known is not done again, and changes nothing."""

    def test_same_rows(self, three: Path) -> None:
        """With every comparison known, all rows are the same."""
        first = made(three)
        second = made(three, known=first)

        assert (second.built[OWN].compared, second.built[OWN].reused) == (0, 2)
        assert rows(second) == rows(first)

    def test_a_new_edition(self, three: Path) -> None:
        """A new edition costs one comparison."""
        first = made(three)
        fill(three, files(2007))
        second = made(three, known=first)

        assert (second.built[OWN].compared, second.built[OWN].reused) == (1, 2)
        assert rows(second) == rows(made(three))

    def test_a_new_edition_between(self, tmp_path: Path) -> None:
        """An edition between two others takes their comparison apart."""
        first = made(fill(tmp_path, files(2004, 2006)))
        second = made(fill(tmp_path, files(2005)), known=first)

        assert (second.built[OWN].compared, second.built[OWN].reused) == (2, 0)

    def test_broken_memory(self, three: Path) -> None:
        """What an earlier run kept is not trusted where it cannot be read."""
        first = made(three)
        (task,) = first.plan.tasks
        bad = tuple(Known(row["made_from"], b"rubbish") for row in first.rows(OWN, "comparisons"))

        assert work(evolve(task, known=bad)).rows == rows(first)

    def test_moved_folder(self, tmp_path: Path) -> None:
        """Nothing of the machine is in a row."""
        one, two = (fill(tmp_path / name, files(*YEARS)) for name in ("one", "two"))

        assert rows(made(one)) == rows(made(two))


class TestCopies:
    """Cables that are there more than once."""

    def test_as_page_and_text(self, tmp_path: Path) -> None:
        """A cable as a page and as a text is one; the plain text stays."""
        text = report(2005)
        page = f"<html><body><h1>KALVIK</h1><pre>{text}</pre></body></html>"
        found = made(fill(tmp_path, {"a.html": page, "b.txt": text}))

        assert found.outcomes == {"a.html": "duplicate", "b.txt": "read"}
        assert found.told["a.html"][2] == "b.txt"

    def test_near_copy(self, tmp_path: Path) -> None:
        """Of two texts of one cable the fuller stays."""
        cut = report(2005)[:-200]
        found = made(fill(tmp_path, {"a.txt": cut, "b.txt": report(2005)}))

        assert found.outcomes == {"a.txt": "near-duplicate", "b.txt": "read"}
        assert "fuller" in (found.told["a.txt"][3] or "")

    def test_sections_of_one_cable(self, tmp_path: Path) -> None:
        """Two texts under one id that share nothing are both kept, and told of."""
        other = "11. (U) Divers train at night. The mint strikes no coins. Bells ring at noon.\n"
        found = made(fill(tmp_path, {"a.txt": report(2005), "b.txt": report(2005, text=other)}))

        assert found.outcomes == {"a.txt": "read", "b.txt": "read"}
        ids = [cable["id"] for cable in found.rows(OWN, "cables")]
        assert len(set(ids)) == 2

    def test_update(self, tmp_path: Path) -> None:
        """An update takes the place of what it updates."""
        update = report(2005, subject="OSTREL: UPDATED ANNUAL TIP REPORT", number=199)
        found = made(fill(tmp_path, {"a.txt": report(2005), "b.txt": update}))

        assert found.outcomes == {"a.txt": "superseded", "b.txt": "read"}
        assert found.told["a.txt"][2:] == ("b.txt", "05KALVIK199 updates it")

    def test_sent_again(self, tmp_path: Path) -> None:
        """Of a cable sent twice in one day the later stays."""
        again = report(2005, number=141)
        found = made(fill(tmp_path, {"a.txt": report(2005), "b.txt": again}))

        assert found.outcomes == {"a.txt": "superseded", "b.txt": "read"}
        assert found.told["a.txt"][2] == "b.txt"

    def test_parts(self, tmp_path: Path) -> None:
        """Parts in several folders are one report, and a part that is missing is told."""
        parts = {
            f"{k}/x.txt": report(
                2005, number=140 + k, subject=f"OSTREL TIP REPORT (PART {k} OF 3)", text=text
            )
            for k, text in ((1, body(2005)), (3, "9. (U) Divers train at night.\n"))
        }
        found = made(fill(tmp_path, parts))

        assert [c["part"] for c in found.rows(OWN, "cables")] == [1, 3]
        assert found.kinds() == [(f"{OWN}/2005", "warning", "missing part")]
        assert found.problems[0].message == "without part 2, not among the files"

    def test_two_texts_without_header(self, tmp_path: Path) -> None:
        """Two different texts of one edition have statements with ids of their own."""
        found = made(
            fill(
                tmp_path,
                {
                    "ostrel/tip 2005 a.txt": body(2005),
                    "ostrel/tip 2005 b.txt": "Divers train at night. Bells ring at noon.\n",
                },
            )
        )

        assert not found.problems
        assert len(found.rows("ostrel/trafficking", "statements")) == 12


class TestReview:
    """One review serves the whole archive."""

    def review(self, three: Path) -> Settings:
        """A decision about the first pair: a statement and its successor are two things."""
        old, new = (
            next(
                s.text for s in tipdiff.read(three / f"{year}.txt").statements if "opened" in s.text
            )
            for year in (2004, 2005)
        )
        return Settings(review={"forbid": [{"old": old, "new": new}]})

    def test_only_its_pair(self, three: Path) -> None:
        """The pair that it names is compared again, and the other is not."""
        first = made(three)
        second = made(three, self.review(three), known=first)

        assert (second.built[OWN].compared, second.built[OWN].reused) == (1, 1)
        reviewed = {c["comparison"] for c in second.rows(OWN, "changes") if c["reviewed"]}
        assert reviewed == {f"{OWN}/2004-2005"}
        assert [json.loads(c["warnings"]) for c in second.rows(OWN, "comparisons")] == [[], []]

    def test_key(self, three: Path) -> None:
        """The collection is done again for a new review, and only then."""
        (without,), (reviewed,) = (
            planned(three, settings)[0].tasks for settings in (Settings(), self.review(three))
        )

        assert without.key != reviewed.key
        assert [e.key for e in without.editions] == [e.key for e in reviewed.editions]


class TestFailures:
    """What goes wrong is told, and costs as little as may be."""

    def failing(self, monkeypatch: pytest.MonkeyPatch, name: str, error: BaseException) -> None:
        """Let a function of the work raise where 2005 is in what it is given."""
        before = getattr(working, name)

        def raising(*args: Any, **kwargs: Any) -> Any:
            if any(getattr(each, "year", None) == 2005 for each in args):
                raise error
            return before(*args, **kwargs)

        monkeypatch.setattr(working, name, raising)

    @pytest.mark.parametrize(
        ("error", "kind"), [(KeyError("ferry"), "mistake"), (MemoryError(), "memory")]
    )
    def test_an_edition(
        self, three: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, kind: str
    ) -> None:
        """An edition that fails is left out; the others are compared with one another."""
        self.failing(monkeypatch, "report_claims", error)
        found = made(three)

        assert found.kinds() == [(f"{OWN}/2005", "failed", kind)]
        assert [c["id"] for c in found.rows(OWN, "comparisons")] == [f"{OWN}/2004-2006"]
        assert found.rows(OWN, "threads")
        assert found.told["2005.txt"] == ("2005.txt", "failed", None, found.problems[0].message)

    def test_a_pair(self, three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A pair that fails leaves the reports, and takes threads and series with it."""
        before = working.compare

        def raising(old: Any, new: Any, **kwargs: Any) -> Any:
            if old.year == 2004:
                raise RecursionError("too deep")
            return before(old, new, **kwargs)

        monkeypatch.setattr(working, "compare", raising)
        found = made(three)

        assert found.kinds() == [
            (f"{OWN}/2004-2005", "failed", "mistake"),
            (OWN, "failed", "not followed"),
        ]
        assert [c["id"] for c in found.rows(OWN, "comparisons")] == [f"{OWN}/2005-2006"]
        assert len(found.rows(OWN, "reports")) == 3
        assert not found.rows(OWN, "threads")
        assert "RecursionError: too deep" in found.problems[0].message

    def test_changed_while_read(self, three: Path) -> None:
        """A file that changed since it was found is told of by its name."""
        (task,), _ = planned(three)[0].tasks, None
        fill(three, {"2005.txt": report(2005, number=7)})
        built = work(task)

        assert [(p.about, p.kind) for p in built.problems] == [("2005.txt", "changed while read")]
        assert ("2005.txt", "failed") in [outcome[:2] for outcome in built.outcomes]

    @pytest.mark.parametrize("main", [True, False])
    def test_time(self, three: Path, monkeypatch: pytest.MonkeyPatch, main: bool) -> None:
        """Work that takes too long is stopped, in any thread, and what was done is kept."""
        before = working.compare
        wait = threading.Event()

        def slow(old: Any, new: Any, **kwargs: Any) -> Any:
            if old.year == 2005 or not main:
                wait.wait(20 if main else 1.5)
            return before(old, new, **kwargs)

        monkeypatch.setattr(working, "compare", slow)
        found: list[Made] = []
        if main:
            found.append(made(three, seconds=1.5))
        else:
            thread = threading.Thread(target=lambda: found.append(made(three, seconds=1.0)))
            thread.start()
            thread.join()

        assert found[0].kinds() == [(OWN, "failed", "time")]
        assert [c["id"] for c in found[0].rows(OWN, "comparisons")] == [f"{OWN}/2004-2005"]
        assert len(found[0].rows(OWN, "reports")) == 3
