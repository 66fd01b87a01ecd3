"""Questions to an archive: what they answer, what they refuse, and that they use the indexes."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tipdiff
from tests.archive.made import FIXTURES, archive_of, collection_of
from tests.archive.test_store import built, file
from tipdiff.archive.records import Built, Problem
from tipdiff.archive.store import Store
from tipdiff.archive.words import MOST_WORDS, query_of
from tipdiff.errors import DataError, SourceError

if TYPE_CHECKING:
    from tipdiff.archive.queries import Archive

COUNTRIES = ("ostrel", "tessaly", "varona")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of three invented countries."""
    return archive_of(tmp_path_factory.mktemp("archive") / "a.db", *COUNTRIES)


@pytest.fixture(scope="module")
def archive(path: Path) -> Iterator[Archive]:
    """The same, open."""
    with tipdiff.archive.open(path) as opened:
        yield opened


class TestSearch:
    """``search``."""

    def test_one_row_a_thread(self, archive: Archive) -> None:
        """A statement that stands in every edition is told once, with its years and its place."""
        found = [one for one in archive.search("traffickers convicted") if one.country == "Tessaly"]

        assert len({one.thread for one in found}) == len(found)
        assert (found[0].first, found[0].last, found[0].still_said) == (2001, 2006, True)
        assert found[0].editions == 6
        assert found[0].statement.file == "tessaly/2006.txt"
        assert found[0].statement.cable == "TESSALY-2006"
        assert found[0].statement.report == "tessaly/trafficking/2006"

    def test_same_as_histories(self, archive: Archive) -> None:
        """Years and what is still said are those of the country's history."""
        threads = {f"{t.first} {t.id}": t for t in tipdiff.history(FIXTURES / "tessaly")}
        found = archive.search("police", country="Tessaly")

        assert found
        for one in found:
            assert one.thread is not None
            thread = threads[one.thread]
            assert (one.first, one.last) == (thread.first, thread.last)
            assert one.still_said == (thread.last == 2006)
            assert one.statement.text in {
                s.text for version in thread.versions for s in version.statements
            }

    def test_told_otherwise(self, tmp_path: Path) -> None:
        """Since when words are said is told by the editions that have them, not by the thread."""
        plans = {
            2010: "The council of Ostrel has not approved an action plan.",
            2011: "The council of Ostrel approved an action plan with a budget.",
            2012: "The council of Ostrel approved an action plan with a budget.",
            2013: "The council of Ostrel approved an action plan.",
        }
        for year, plan in plans.items():
            text = f"1. {plan}\n\n2. Harbor wardens keep a register of all ferries.\n"
            (tmp_path / f"ostrel-{year}.txt").write_text(text)
        tipdiff.archive.build(tmp_path, tmp_path / "a.db", jobs=1)

        with tipdiff.archive.open(tmp_path / "a.db") as opened:
            [one] = opened.search("plan budget")
            [later] = opened.search("plan budget", since=2012)
            [every] = opened.search("action plan")

        assert (one.first, one.last, one.still_said) == (2010, 2013, True)
        assert (one.since, one.year, one.editions) == (2011, 2012, 2)
        assert (later.since, later.year, later.editions) == (2011, 2012, 1)
        assert (every.since, every.year, every.editions) == (2010, 2013, 4)

    def test_words_in_any_form(self, archive: Archive) -> None:
        """A word is found in its other forms, all words in one statement."""
        for one in archive.search("convicting trafficker"):
            text = one.statement.text.lower()
            assert re.search("convict", text)
            assert re.search("traffick", text)

    def test_phrases(self, archive: Archive) -> None:
        """Quoted words stand next to one another; unquoted ones that do come first."""
        quoted = archive.search('"hill district"')
        loose = archive.search("district hill of")

        assert quoted
        assert all("hill district" in one.statement.text for one in quoted)
        assert {one.thread for one in quoted} <= {one.thread for one in loose}
        words = archive.search("traffickers were convicted")
        together = ["traffickers were convicted" in one.statement.text.lower() for one in words]
        assert together == sorted(together, reverse=True)

    def test_conditions(self, archive: Archive) -> None:
        """One country in any case, one kind, editions from a year on, so many rows."""
        every = archive.search("police")

        assert {one.country for one in archive.search("police", country="VARONA")} == {"Varona"}
        assert archive.search("police", kind="Trafficking") == every
        assert archive.search("police", limit=2) == every[:2]
        assert all(one.year >= 2007 for one in archive.search("police", since=2007))
        assert not archive.search("police", since=2050)

    @given(st.text(max_size=40))
    def test_words_are_words(self, path: Path, words: str) -> None:
        """Nothing that a user types is taken for the index's own language."""
        with tipdiff.archive.open(path) as archive:
            if re.search(r"[^\W_]", re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", "", words)):
                assert len(archive.search(words, limit=3)) <= 3
            else:
                with pytest.raises(DataError, match="no word"):
                    archive.search(words)

    @pytest.mark.parametrize(
        "words", ["police OR", "NEAR(police", "text:police", "poli*", "^police"]
    )
    def test_operators_are_words(self, archive: Archive, words: str) -> None:
        """Operators of the index find what has them as words, and fail no question."""
        archive.search(words)

    def test_too_many_words(self) -> None:
        """A text is no question."""
        with pytest.raises(DataError, match=f"more than {MOST_WORDS} words"):
            query_of("word " * (MOST_WORDS + 1))
        with pytest.raises(DataError, match=f"more than {MOST_WORDS} words"):
            query_of(f'"{"word " * (MOST_WORDS + 1)}"')

    def test_as_many_words_as_may_be(self, archive: Archive) -> None:
        """The index takes as many words as the limit allows."""
        assert archive.search("police " * MOST_WORDS)


class TestChanges:
    """``changes``."""

    def test_same_as_comparisons(self, archive: Archive) -> None:
        """What changed between two editions is what their comparison says, in its order."""
        compared = tipdiff.compare(FIXTURES / "varona" / "2006", FIXTURES / "varona" / "2007")
        expected = [
            (change.status, change.traits, [s.id for s in change.old], [s.id for s in change.new])
            for change in compared.changes
            if change.status != "unchanged" and "no-counterpart" not in change.traits
        ]
        found = archive.changes(country="varona", since=2007, until=2007)

        assert [
            (
                one.status,
                one.traits,
                [s.statement for s in one.old],
                [s.statement for s in one.new],
            )
            for one in found
        ] == expected
        for one in found:
            for moved in one.figures:
                assert moved.old is None or moved.old.text in " ".join(s.text for s in one.old)
                assert moved.new is None or moved.new.text in " ".join(s.text for s in one.new)

    def test_conditions(self, archive: Archive) -> None:
        """Status, trait, words and years choose."""
        every = archive.changes()

        assert {one.status for one in every} == {"changed", "new", "dropped"}
        assert {one.status for one in archive.changes(status="unchanged")} == {"unchanged"}
        assert archive.changes(trait="figures") == [one for one in every if "figures" in one.traits]
        assert archive.changes(limit=3) == every[:3]
        about = archive.changes(about="shelter")
        assert about == [
            one
            for one in every
            if any(re.search(r"(?i)\bshelter", s.text) for s in (*one.old, *one.new))
        ]

    def test_a_trait_is_its_whole_name(self, archive: Archive) -> None:
        """Part of a trait's name, or a sign of patterns, is none."""
        assert archive.changes(trait="figure") == archive.changes(trait="%") == []


class TestFindings:
    """``findings``."""

    def test_over_all_countries(self, archive: Archive) -> None:
        """The year's findings of all countries, the weightiest first, with their statements."""
        found = archive.findings(year=2006)
        weights = [one.weight for one in found]

        assert {one.country for one in found} == {"Ostrel", "Tessaly", "Varona"}
        assert weights == sorted(weights, reverse=True)
        assert {one.new_year for one in found} == {2006}
        assert all(one.old or one.new for one in found)
        compared = tipdiff.compare(FIXTURES / "varona" / "2005", FIXTURES / "varona" / "2006")
        own = archive.findings(year=2006, country="Varona")
        assert [one.text for one in sorted(own, key=lambda one: one.rank)] == [
            finding.text for finding in compared.findings
        ]


class TestTrends:
    """``trends``."""

    def test_countries_side_by_side(self, archive: Archive) -> None:
        """Each country's own figures, in the order that was asked for, as trends has them."""
        found = archive.trends("Convictions", countries=["varona", "OSTREL"])

        assert [one.country for one in found] == ["Varona", "Ostrel"]
        for one in found:
            whole = next(
                each
                for each in tipdiff.trends(FIXTURES / str(one.country).lower())
                if each.indicator == "convictions" and not each.breakdown
            )
            assert [(p.year, p.value, p.statement, p.edition) for p in one.points] == [
                (p.year, p.value, p.statement, p.edition) for p in whole.points
            ]

    def test_sources(self, archive: Archive) -> None:
        """A series tells from which cables it is, as those of one country do."""
        [one] = archive.trends("convictions", countries=["Varona"])

        assert [edition.year for edition in one.editions] == [2004, 2005, 2006, 2007, 2008]
        assert one.editions[0].cables[0].id == "04PORTMERRIN112"

    def test_parts(self, archive: Archive) -> None:
        """Parts are asked for by name, or all at once."""
        every = archive.trends("victims identified", breakdown="all")
        parts = [one for one in every if one.breakdown]

        assert parts
        assert [one for one in every if not one.breakdown] == archive.trends("victims identified")
        wanted = dict(parts[0].breakdown)
        assert parts[0] in archive.trends("victims identified", breakdown=wanted)

    def test_kinds_are_told_apart(self, tmp_path: Path) -> None:
        """Figures of two kinds of reports on one country are two series that name the kind."""
        path = archive_of(tmp_path / "a.db", "ostrel")
        files, other = collection_of(FIXTURES / "ostrel", "labor")
        with Store.open(path) as store:
            store.put_files([(each, "[]", "1") for each in files])
            store.put(other)
        with tipdiff.archive.open(path) as archive:
            both = archive.trends("convictions", countries=["ostrel"])
            one = archive.trends("convictions", kind="labor")

        assert [each.country for each in both] == ["Ostrel (labor)", "Ostrel (trafficking)"]
        assert [each.country for each in one] == ["Ostrel"]

    def test_since(self, archive: Archive) -> None:
        """Earlier years are left out, and series without later ones."""
        found = archive.trends("convictions", since=2007)

        assert [(one.country, [p.year for p in one.points]) for one in found] == [
            ("Varona", [2007])
        ]


class TestHoldings:
    """``reports``, ``files`` and ``problems``."""

    def test_reports(self, archive: Archive) -> None:
        """Every edition with its cables, files and how many statements it has."""
        found = archive.reports(country="Varona")
        read = tipdiff.read(FIXTURES / "varona" / "2005")

        assert [one.year for one in found] == [2004, 2005, 2006, 2007, 2008]
        assert found[1].cables == tuple(cable.id for cable in read.cables)
        assert found[1].statements == len(read.statements)
        assert len(found[1].files) == 3

    def test_files(self, archive: Archive) -> None:
        """Every file with what was made of it."""
        assert {one.outcome for one in archive.files()} == {"read"}

    def test_problems(self, tmp_path: Path) -> None:
        """What failed comes first; those of one country are told apart."""
        path = tmp_path / "a.db"
        with Store.open(path) as store:
            store.put_files([(file(), "[]", "1")])
            store.put(built())
            store.put_plan([Problem("x.bin", "failed", "unreadable", "is no text")], [])
        with tipdiff.archive.open(path) as archive:
            every = archive.problems()
            assert [one.gravity for one in every] == ["failed", "warning", "warning"]
            assert every[0].collection is None
            assert archive.problems(country="ostrel") == every[1:]
            assert archive.problems(gravity="failed") == every[:1]

    def test_search_without_threads(self, tmp_path: Path) -> None:
        """Where editions were not followed, each statement is told by itself."""
        path = tmp_path / "a.db"
        whole = built()
        rows = {k: v for k, v in whole.rows.items() if k not in {"threads", "versions"}}
        with Store.open(path) as store:
            store.put_files([(file(), "[]", "1")])
            store.put(Built(whole.collection, rows, (), (), 0, 0))
        with tipdiff.archive.open(path) as archive:
            [one] = archive.search("weavers")
            assert (one.thread, one.first, one.last, one.still_said) == (None, 2005, 2005, False)


class TestRefusals:
    """What cannot be answered says so in one line."""

    def test_names_that_are_near(self, archive: Archive) -> None:
        """An unknown country, kind or indicator names those that are near."""
        with pytest.raises(DataError, match="no country called 'Ostrell'; near: Ostrel"):
            archive.changes(country="Ostrell")
        with pytest.raises(DataError, match="no kind of report called 'traficking'; near"):
            archive.search("police", kind="traficking")
        with pytest.raises(DataError, match="no indicator called 'conviction'; near: convictions"):
            archive.trends("conviction")
        with pytest.raises(DataError, match=r"'xyzzy'; it has Ostrel, Tessaly, Varona$"):
            archive.findings(country="xyzzy")
        with pytest.raises(DataError, match=r"'xyzzy'; it has [^,]+(, [^,]+)+ and \d+ more$"):
            archive.trends("xyzzy")

    def test_words_that_are_near(self, archive: Archive) -> None:
        """A word that nobody says is told with those that are nearly spelt so, as they are said."""
        assert not archive.search("pollice xyzzy")
        assert archive.near_words("the pollice of xyzzy") == {"pollice": ("police",), "xyzzy": ()}
        assert archive.near_words('"police" POLICE') == {}
        assert archive.near_words("!?") == {}

    def test_limits(self, archive: Archive) -> None:
        """No rows are no question."""
        with pytest.raises(DataError, match="limit: 0"):
            archive.search("police", limit=0)

    def test_it_is_only_read(self, archive: Archive) -> None:
        """No question in SQL changes an archive."""
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            archive.connection.execute("DELETE FROM files")

    def test_names_wait(self) -> None:
        """The package gives the archive without loading it, and its names when they are used."""
        program = (
            "import sys, tipdiff; tipdiff.archive\n"
            "assert not {'sqlite3', 'tipdiff.archive.queries'} & set(sys.modules)\n"
            "assert callable(tipdiff.archive.open) and callable(tipdiff.archive.build)\n"
            "assert all(hasattr(tipdiff.archive, name) for name in tipdiff.archive.__all__)"
        )
        subprocess.run([sys.executable, "-c", program], check=True)
        with pytest.raises(AttributeError, match="no attribute 'nothing'"):
            _ = tipdiff.archive.nothing  # type: ignore[attr-defined]

    def test_no_archive(self, tmp_path: Path) -> None:
        """What is not there, is no archive, or is older is refused, and nothing is made."""
        with pytest.raises(SourceError, match="no such archive"):
            tipdiff.archive.open(tmp_path / "none.db")
        (tmp_path / "text.db").write_text("A letter. " * 200)
        with pytest.raises(DataError, match="not a SQLite database"):
            tipdiff.archive.open(tmp_path / "text.db")
        (tmp_path / "empty.db").touch()
        with pytest.raises(DataError, match="empty database"):
            tipdiff.archive.open(tmp_path / "empty.db")
        old = sqlite3.connect(tmp_path / "old.db")
        old.executescript(Path(__file__).with_name("version_0.sql").read_text(encoding="utf-8"))
        old.close()
        with pytest.raises(DataError, match=r"archive build FOLDER --into \S+old\.db`"):
            tipdiff.archive.open(tmp_path / "old.db")
        assert not (tmp_path / "none.db").exists()


class TestOrder:
    """Answers stand in an order of their own, whatever came first into the archive."""

    def test_of_insertion(self, path: Path, tmp_path: Path) -> None:
        """Countries written the other way round, and one of them twice, give the same answers."""
        other = archive_of(tmp_path / "a.db", *reversed(COUNTRIES))
        with Store.open(other) as store:
            store.put(collection_of(FIXTURES / COUNTRIES[1], "trafficking")[1])
        numbers = []
        answers = []
        for each in (path, other):
            with tipdiff.archive.open(each) as opened:
                numbers.append(
                    opened.connection.execute(
                        "SELECT number FROM statements ORDER BY report, id"
                    ).fetchall()
                )
                answers.append(
                    {name: ask(opened) for name, ask in ASKED.items()}
                    | {word: opened.search(word) for word in ("the", "government", "victims")}
                    | {"few": opened.search("government", limit=7)}
                )
        assert numbers[0] != numbers[1]
        assert answers[0] == answers[1]


#: What asks each question, so that every condition is used.
ASKED: dict[str, Callable[[Archive], object]] = {
    "search": lambda a: a.search("police"),
    "search in a country": lambda a: a.search("police", country="Varona", since=2005),
    "changes of a country": lambda a: a.changes(country="Varona", status="new"),
    "changes about": lambda a: a.changes(about="police"),
    "changes since": lambda a: a.changes(since=2006, trait="figures", limit=10),
    "findings": lambda a: a.findings(year=2006),
    "trends": lambda a: a.trends("convictions"),
    "reports": lambda a: a.reports(),
}
#: Tables of which there is a row for each collection or report: reading them whole costs nothing.
SMALL = {"collections", "reports", "comparisons", "problems", "files", "o", "r", "p", "b", "a", "m"}


class TestPlans:
    """Questions find their rows by indexes: a million rows are not read for a few."""

    @pytest.mark.parametrize("name", ASKED)
    def test_no_large_table_is_read_whole(self, archive: Archive, name: str) -> None:
        """No step of a plan reads a whole table that grows with the statements."""
        statements: list[str] = []
        ASKED[name](archive)  # the full-text index reads its own settings the first time
        archive.connection.set_trace_callback(statements.append)
        ASKED[name](archive)
        archive.connection.set_trace_callback(None)
        plans = [
            row[3]
            for sql in dict.fromkeys(statements)
            if sql.lstrip().startswith(("SELECT", "WITH"))
            for row in archive.connection.execute(f"EXPLAIN QUERY PLAN {sql}")
        ]
        whole = [
            plan
            for plan in plans
            if (read := re.match(r"SCAN (\w+)", plan))
            and read[1] not in SMALL | {"found", "said", "k", "ranked", "json_each"}
            and "VIRTUAL TABLE INDEX" not in plan
            and "CONSTANT ROW" not in plan
        ]

        assert plans
        assert whole == []
