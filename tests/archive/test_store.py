"""The database of an archive as it is written: transactions, versions, and what can go wrong."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tipdiff.archive import connecting, migrations, store
from tipdiff.archive.records import Built, Problem, Row, SourceFile
from tipdiff.archive.schema import VERSION, statements_of
from tipdiff.archive.store import Store
from tipdiff.archive.tables import TABLES
from tipdiff.errors import DataError, SourceError, TipdiffError

OLD = Path(__file__).with_name("version_0.sql")


def built(country: str = "ostrel", text: str = "The harbour police freed 4 weavers.") -> Built:
    """A collection of one report with one statement, in a file of its own."""
    collection, report = f"{country}/trafficking", f"{country}/trafficking/2005"
    rows: dict[str, tuple[Row, ...]] = {
        "collections": ((collection, country.title(), "trafficking", f"made of {text}"),),
        "reports": ((report, collection, 2005, 2004, 0, "[]", "r1"),),
        "cables": (
            (
                report,
                0,
                "05PORTA1",
                "PORTA",
                None,
                None,
                None,
                None,
                None,
                None,
                file(country).path,
            ),
        ),
        "statements": (
            (report, "05PORTA1:1", 0, text, "[]", 1, "sentence", None, "1.txt", 0, len(text)),
        ),
        "threads": ((collection, "2005 05PORTA1:1", 0, 2005, 2005, 2005, 1, text),),
        "versions": ((collection, "2005 05PORTA1:1", 2005, 0, report, "05PORTA1:1"),),
    }
    problem = Problem(report, "warning", "truncated", "breaks off", collection)
    outcome = (file(country).path, "read", None, None)
    return Built(collection, rows, (outcome,), (problem, problem), 0, 0)


def file(country: str = "ostrel") -> SourceFile:
    """The file of a collection."""
    return SourceFile(f"{country}/1.txt", 10, "aa")


def filled(path: Path, *countries: str) -> None:
    """Make an archive of some collections."""
    with Store.open(path) as archive:
        archive.put_files([(file(country), "[]", "1") for country in countries])
        for country in countries:
            archive.put(built(country))


def rows_of(path: Path) -> dict[str, list[Row]]:
    """All rows of all tables, sorted, as they must be whatever the order of their writing."""
    connection = sqlite3.connect(path)
    names = {t.name: ", ".join(f'"{c.name}"' for c in t.columns) for t in TABLES}
    found = {
        name: sorted(connection.execute(f'SELECT {columns} FROM "{name}"').fetchall(), key=repr)
        for name, columns in names.items()
    }
    connection.close()
    return found


def sound(path: Path) -> bool:
    """Whether the database is whole: its pages, its foreign keys, its full-text indexes."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in TABLES:
        if table.search is not None:
            check = f"INSERT INTO {table.name}_fts ({table.name}_fts, rank) VALUES (?, 1)"
            connection.execute(check, ("integrity-check",))
    connection.close()
    return True


def schema_of(path: Path) -> list[tuple[str, str]]:
    """The SQL of all that is in a database."""
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
    connection.close()
    return found


class TestWriting:
    """``put``, ``forget`` and what is known of files."""

    def test_put_again_changes_nothing(self, tmp_path: Path) -> None:
        """A collection written twice stands there once."""
        filled(tmp_path / "once.db", "ostrel", "varona")
        filled(tmp_path / "twice.db", "ostrel", "varona")
        filled(tmp_path / "twice.db", "varona", "ostrel")

        assert rows_of(tmp_path / "twice.db") == rows_of(tmp_path / "once.db")
        assert sound(tmp_path / "twice.db")

    def test_put_replaces(self, tmp_path: Path) -> None:
        """Nothing is left of what a collection was before, in no table and in no index."""
        path = tmp_path / "a.db"
        filled(path, "ostrel", "varona")
        with Store.open(path) as archive:
            archive.put(built("ostrel", "Quite another sentence stands here."))
        connection = sqlite3.connect(path)
        found = connection.execute(
            "SELECT rowid FROM statements_fts WHERE statements_fts MATCH 'weaver'"
        ).fetchall()
        connection.close()

        assert len(found) == 1  # that of the other country
        assert [row[3] for row in rows_of(path)["statements"]] == [
            "Quite another sentence stands here.",
            "The harbour police freed 4 weavers.",
        ]
        assert sound(path)

    def test_forget(self, tmp_path: Path) -> None:
        """A collection that is forgotten leaves only its files, which wait for another use."""
        path = tmp_path / "a.db"
        filled(path, "ostrel", "varona")
        with Store.open(path) as archive:
            archive.forget(["ostrel/trafficking"])
            assert list(archive.made_from()) == ["varona/trafficking"]
        rows = rows_of(path)

        assert {row[3] for row in rows["files"] if row[0].startswith("ostrel")} == {store.WAITING}
        assert not [
            row for name in rows.keys() - {"files"} for row in rows[name] if "ostrel" in row[0]
        ]
        assert sound(path)

    def test_a_failure_leaves_all_as_it_was(self, tmp_path: Path) -> None:
        """A collection whose rows do not fit together is not written at all."""
        path = tmp_path / "a.db"
        filled(path, "ostrel")
        before = rows_of(path)
        broken = built("ostrel", "Another text.")
        rows = {
            **broken.rows,
            "versions": (("ostrel/trafficking", "nothing", 2005, 0, "no", "no"),),
        }
        with Store.open(path) as archive, pytest.raises(sqlite3.IntegrityError):
            archive.put(Built(broken.collection, rows, (), (), 0, 0))

        assert rows_of(path) == before
        assert sound(path)

    @pytest.mark.parametrize("order", [("read", "failed"), ("failed", "read")])
    def test_the_worst_outcome_of_a_file(self, tmp_path: Path, order: tuple[str, str]) -> None:
        """A file of two collections has the worse outcome, whichever was written first."""
        path = tmp_path / "a.db"
        shared = ("ostrel/1.txt", "ostrel/1.txt")
        with Store.open(path) as archive:
            archive.put_files([(file(), "[]", "1")])
            for k, (name, outcome) in enumerate(zip(shared, order, strict=True)):
                archive.put(Built(f"c{k}", {}, ((name, outcome, None, outcome),), (), 0, 0))
            archive.put_plan([], [("ostrel/1.txt", "duplicate", "b.txt", "alike")])

        assert [row[3:6] for row in rows_of(path)["files"]] == [("failed", None, "failed")]

    def test_files_are_known(self, tmp_path: Path) -> None:
        """What was found in a file is there the next time, and a changed file is told anew."""
        path = tmp_path / "a.db"
        filled(path, "ostrel")
        with Store.open(path) as archive:
            archive.put_files([(SourceFile("ostrel/1.txt", 11, "bb"), "[1]", "2")])
            archive.put_files([(file("varona"), None, "1")])
            archive.forget_files(["varona/1.txt"])
            assert archive.files() == {
                "ostrel/1.txt": store.StoredFile("ostrel/1.txt", "bb", "[1]", "2")
            }
        assert [row[3] for row in rows_of(path)["files"]] == ["read"]
        assert len(rows_of(path)["cables"]) == 1

    def test_half_a_character_is_kept_as_a_sign(self, tmp_path: Path) -> None:
        """Text that is no UTF-8, or that acts on databases, stands there as text."""
        path = tmp_path / "a.db"
        text = 'It\'s \ud800 "so"; DROP TABLE files; -- \x00 end'
        filled(path, "ostrel")
        with Store.open(path) as archive:
            archive.put(built("ostrel", text))

        assert [row[3] for row in rows_of(path)["statements"]] == [text.replace("\ud800", "?")]
        assert sound(path)

    def test_problems_are_numbered(self, tmp_path: Path) -> None:
        """Problems about the same are told apart, and planning's are apart from a collection's."""
        path = tmp_path / "a.db"
        filled(path, "ostrel")
        told = Problem("ostrel/trafficking/2005", "failed", "x", "y")
        with Store.open(path) as archive:
            archive.put_plan([told, told], [])
            archive.put_plan([told], [])

        assert [row[:3] for row in rows_of(path)["problems"]] == [
            ("", "ostrel/trafficking/2005", 0),
            ("ostrel/trafficking", "ostrel/trafficking/2005", 0),
            ("ostrel/trafficking", "ostrel/trafficking/2005", 1),
        ]

    def test_one_plain_file(self, tmp_path: Path) -> None:
        """A closed archive is one file, without anything beside it."""
        filled(tmp_path / "a.db", "ostrel")

        assert [path.name for path in tmp_path.iterdir()] == ["a.db"]
        assert (tmp_path / "a.db").read_bytes()[18:20] == b"\x01\x01"  # no write-ahead log

    def test_vacuum_does_not_mix_up_words(self, tmp_path: Path) -> None:
        """Whoever packs the database finds every word where it was."""
        path = tmp_path / "a.db"
        filled(path, "ostrel", "varona", "karst")
        with Store.open(path) as archive:
            archive.put(built("ostrel", "Quite another sentence."))
            archive.forget(["varona/trafficking"])
        connection = sqlite3.connect(path)
        connection.execute("VACUUM")
        connection.close()

        assert sound(path)


class TestVersions:
    """Migrations."""

    @pytest.fixture
    def old(self, tmp_path: Path) -> Path:
        """An archive of the draft of the schema."""
        path = tmp_path / "old.db"
        connection = sqlite3.connect(path)
        connection.executescript(OLD.read_text(encoding="utf-8"))
        connection.close()
        return path

    def test_one_step_a_version(self) -> None:
        """Every version but the draft has a step that leads to it."""
        assert [step.version for step in migrations.STEPS] == list(range(1, VERSION + 1))

    def test_from_the_draft(self, old: Path, tmp_path: Path) -> None:
        """The oldest archive has the newest schema once it is opened, and all that it held."""
        filled(tmp_path / "new.db", "ostrel")
        Store.open(old).close()
        rows = rows_of(old)

        assert schema_of(old) == schema_of(tmp_path / "new.db")
        assert sound(old)
        assert len(rows["statements"]) == 2
        assert {name: len(found) for name, found in rows.items() if found} == {
            "files": 2, "collections": 1, "reports": 2, "cables": 1, "statements": 2,
            "comparisons": 1, "changes": 1, "findings": 1, "problems": 2,
        }  # fmt: skip
        assert [row[:3] for row in rows["problems"]] == [
            ("", "a/2.txt", 0),
            ("ostrel/trafficking", "ostrel/trafficking/2006", 0),
        ]
        connection = sqlite3.connect(old)
        found = connection.execute(
            "SELECT s.id FROM statements_fts AS f JOIN statements AS s ON s.number = f.rowid"
            " WHERE statements_fts MATCH 'weaver' ORDER BY s.id"
        ).fetchall()
        connection.close()
        assert found == [("05PORTA1:1",), ("06PORTA1:1",)]

    def test_whole_or_not(self, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A migration that fails half-way leaves the old archive as it was."""
        before = schema_of(old)

        def broken(_connection: sqlite3.Connection) -> None:
            raise MemoryError

        monkeypatch.setattr(migrations, "_mark", broken)
        with pytest.raises(MemoryError):
            Store.open(old)

        assert schema_of(old) == before

    def test_a_version_that_is_there_is_left(self, tmp_path: Path) -> None:
        """Nothing is migrated twice."""
        path = tmp_path / "a.db"
        filled(path, "ostrel")
        before = path.read_bytes()
        Store.open(path).close()

        assert rows_of(path)["statements"]
        assert len(path.read_bytes()) == len(before)

    def test_a_newer_one(self, tmp_path: Path) -> None:
        """What a newer tipdiff made is left alone."""
        path = tmp_path / "a.db"
        filled(path, "ostrel")
        connection = sqlite3.connect(path)
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
        connection.close()
        before = path.read_bytes()
        with pytest.raises(DataError, match="newer tipdiff"):
            Store.open(path)

        assert path.read_bytes() == before


class TestTrouble:
    """What goes wrong is told in one line, and nothing is lost."""

    def test_something_else(self, tmp_path: Path) -> None:
        """A database of something else and a file that is none are left alone."""
        other, text = tmp_path / "other.db", tmp_path / "text.db"
        connection = sqlite3.connect(other)
        connection.execute("CREATE TABLE own (x)")
        connection.close()
        text.write_text("A letter, and no database at all.\n" * 9)
        for path, message in ((other, "of something else"), (text, "not a SQLite database")):
            before = path.read_bytes()
            with pytest.raises(DataError, match=message):
                Store.open(path)
            assert path.read_bytes() == before
        assert sorted(path.name for path in tmp_path.iterdir()) == ["other.db", "text.db"]

    def test_no_place(self, tmp_path: Path) -> None:
        """A folder is no archive, and none is made in a folder that is not there."""
        with pytest.raises(SourceError, match="is a folder"):
            Store.open(tmp_path)
        with pytest.raises(SourceError, match="folder is not there"):
            Store.open(tmp_path / "none" / "a.db")

    def test_another_build(self, tmp_path: Path) -> None:
        """Two builds do not write one archive at once."""
        path = tmp_path / "a.db"
        with Store.open(path), pytest.raises(SourceError, match="another build"):
            Store.open(path)
        Store.open(path).close()

    def test_a_build_that_was_killed(self, tmp_path: Path) -> None:
        """What a killed build has finished is there, and its lock is gone with it."""
        path = tmp_path / "a.db"
        program = (
            "import os, sys; sys.path.insert(0, sys.argv[2])\n"
            "from pathlib import Path\n"
            "from tests.archive.test_store import *\n"
            "a = Store.open(Path(sys.argv[1]))\n"
            "a.put_files([(file('ostrel'), '[]', '1')]); a.put(built('ostrel'))\n"
            "a._connection.execute('BEGIN'); a._taken('ostrel/trafficking')\n"
            "os.kill(os.getpid(), 9)"
        )
        done = subprocess.run(
            [sys.executable, "-c", program, str(path), str(Path(__file__).parents[2])], check=False
        )
        filled(tmp_path / "whole.db", "ostrel")

        assert done.returncode == -9
        assert Store.open(path).close() is None
        assert rows_of(path) == rows_of(tmp_path / "whole.db")
        assert sound(path)

    def test_locked(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A program that holds the database is told of, after some patience."""
        path = tmp_path / "a.db"
        filled(path, "ostrel")
        monkeypatch.setattr(connecting, "PATIENCE", 0.1)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(SourceError, match="locked by another program"):
            Store.open(path)
        other.execute("ROLLBACK")
        other.close()

        assert sound(path)

    def test_a_reader_hinders_nobody(self, tmp_path: Path) -> None:
        """A reader in the midst of a question sees what was, and the build goes on."""
        path = tmp_path / "a.db"
        filled(path, "ostrel")
        with Store.open(path) as archive:
            reader = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
            reader.execute("BEGIN")
            count = "SELECT count(*) FROM collections"
            assert reader.execute(count).fetchone() == (1,)
            archive.put_files([(file("varona"), "[]", "1")])
            archive.put(built("varona"))
            assert reader.execute(count).fetchone() == (1,)
        reader.execute("ROLLBACK")
        assert reader.execute(count).fetchone() == (2,)
        reader.close()
        Store.open(path).close()

        assert len(rows_of(path)["collections"]) == 2
        assert [each.name for each in tmp_path.iterdir()] == ["a.db"]

    def test_full(self, tmp_path: Path) -> None:
        """On a full disk what was finished before stays, and all of what was not is gone."""
        path = tmp_path / "a.db"
        filled(path, "ostrel")
        before = rows_of(path)
        with Store.open(path) as archive:
            (pages,) = archive._connection.execute("PRAGMA page_count").fetchone()
            archive._connection.execute(f"PRAGMA max_page_count = {pages}")
            with pytest.raises(SourceError, match="the disk is full"):
                archive.put(built("ostrel", "Sentence after sentence. " * 9_000))
        assert rows_of(path) == before
        assert sound(path)

    @pytest.fixture
    def small_disk(self, tmp_path: Path) -> Iterator[Path]:
        """A disk of one megabyte."""
        mount = shutil.which("mount")
        place = tmp_path / "disk"
        place.mkdir()
        options = ["-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
        if mount is None or subprocess.run([mount, *options], check=False).returncode:
            pytest.skip("no disk can be mounted here")
        yield place
        subprocess.run(["umount", str(place)], check=True)

    def test_a_disk_that_is_full(self, small_disk: Path) -> None:
        """A real disk that runs full is told of, and the archive on it is whole."""
        path = small_disk / "a.db"
        filled(path, "ostrel")
        before = rows_of(path)
        with Store.open(path) as archive, pytest.raises(SourceError, match=r"disk is full|fails"):
            archive.put(built("ostrel", "Sentence after sentence. " * 90_000))

        assert rows_of(path) == before
        assert sound(path)

    def test_a_disk_that_may_only_be_read(self, small_disk: Path) -> None:
        """On a disk that may only be read no archive is written, and it is read."""
        path = small_disk / "a.db"
        filled(path, "ostrel")
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
        for each in (path, small_disk / "b.db"):
            with pytest.raises(SourceError):
                Store.open(each)

        assert sorted(each.name for each in small_disk.iterdir()) == ["a.db"]

    @pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write all")
    def test_a_file_that_may_only_be_read(self, tmp_path: Path) -> None:
        """A file without permission to write is told of and left."""
        path = tmp_path / "a.db"
        filled(path, "ostrel")
        path.chmod(0o444)
        with pytest.raises(SourceError, match="may only be read"):
            Store.open(path)

    def test_damaged(self, tmp_path: Path) -> None:
        """A database whose pages are overwritten is told of in one line."""
        path = tmp_path / "a.db"
        filled(path, *(f"country-{k}" for k in range(40)))
        data = bytearray(path.read_bytes())
        data[4096 : len(data)] = os.urandom(len(data) - 4096)
        path.write_bytes(data)
        with pytest.raises(TipdiffError, match="is damaged") as raised, Store.open(path) as archive:
            archive.put(built("country-1", "Another text."))

        assert "\n" not in str(raised.value)


def test_tables_are_sql() -> None:
    """The SQL of every table is taken by SQLite, parents before those that refer to them."""
    connection = sqlite3.connect(":memory:")
    known: set[str] = set()
    for table in TABLES:
        assert {parent for _, parent, _ in table.parents} <= known | {table.name}
        known.add(table.name)
        for statement in statements_of(table):
            connection.execute(statement)
    connection.close()
