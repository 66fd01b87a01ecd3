"""An archive elsewhere: Parquet and CSV in DuckDB and pandas, the database in common tools."""

from __future__ import annotations

import asyncio
import csv
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

import tipdiff
from tests.archive.made import archive_of
from tests.archive.test_store import filled, rows_of
from tipdiff.archive import export
from tipdiff.archive.export import FORMS, Form
from tipdiff.archive.store import Store
from tipdiff.archive.tables import TABLES
from tipdiff.errors import SourceError, TipdiffError


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of one invented country; some of its tables are empty."""
    return archive_of(tmp_path_factory.mktemp("archive") / "a.db", "ostrel")


@pytest.fixture(scope="module")
def parquet(path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All its tables as Parquet."""
    pytest.importorskip("pyarrow")
    folder = tmp_path_factory.mktemp("out") / "parquet"
    with tipdiff.archive.open(path) as archive:
        archive.export(folder)
    return folder


class TestExport:
    """``export``."""

    def test_parquet_is_typed(self, parquet: Path) -> None:
        """Every column has the type of the schema, and is null only where that may be."""
        from pyarrow import parquet as files

        kinds = {"TEXT": "string", "INTEGER": "int64", "REAL": "double", "BLOB": "binary"}
        for table in TABLES:
            schema = files.read_schema(parquet / f"{table.name}.parquet")
            assert [(f.name, str(f.type), f.nullable) for f in schema] == [
                (column.name, kinds[column.kind], column.null) for column in table.columns
            ]

    @pytest.mark.parametrize("form", FORMS)
    def test_duckdb(self, path: Path, tmp_path: Path, form: Form) -> None:
        """DuckDB reads every table as it is, empty ones too, and joins them."""
        duckdb = pytest.importorskip("duckdb")
        if form == "parquet":
            pytest.importorskip("pyarrow")
        with tipdiff.archive.open(path) as archive:
            files = archive.export(tmp_path / "out", form)
        expected = rows_of(path)
        connection = duckdb.connect()
        for file in files:
            more = ", all_varchar=true, nullstr=''" if form == "csv" else ""
            found = connection.sql(f"SELECT * FROM read_{form}('{file}'{more})").fetchall()
            assert len(found) == len(expected[file.stem]), file
            if form == "parquet":
                assert sorted(found, key=repr) == expected[file.stem]
        said = connection.sql(
            f"SELECT count(*) FROM read_{form}('{tmp_path}/out/versions.{form}') v"
            f" JOIN read_{form}('{tmp_path}/out/statements.{form}') s"
            " ON s.report = v.report AND s.id = v.statement"
        ).fetchall()
        assert said == [(len(expected["versions"]),)]

    def test_pandas(self, parquet: Path, path: Path) -> None:
        """Pandas reads every table."""
        pandas = pytest.importorskip("pandas")
        expected = rows_of(path)
        for table in TABLES:
            frame = pandas.read_parquet(parquet / f"{table.name}.parquet")
            assert len(frame) == len(expected[table.name])
            assert list(frame.columns) == [column.name for column in table.columns]

    def test_csv_tells_null_from_empty(self, tmp_path: Path) -> None:
        """Text is quoted, so that what is empty and what is missing are two things."""
        path = tmp_path / "a.db"
        filled(path, "ostrel")
        with Store.open(path) as store:
            store.put_plan([], [("ostrel/1.txt", "failed", "", None)])
        with tipdiff.archive.open(path) as archive:
            archive.export(tmp_path / "out", "csv")
        text = (tmp_path / "out" / "files.csv").read_text("utf-8")
        rows = list(csv.reader(text.splitlines()))

        assert '"failed","",,' in text
        assert len(rows) == 2

    @pytest.mark.parametrize("form", FORMS)
    def test_whole_or_not(
        self, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: Form
    ) -> None:
        """A failure leaves what was there before, and nothing half-written."""
        if form == "parquet":
            pytest.importorskip("pyarrow")
        target = tmp_path / "out"
        target.mkdir()
        (target / "own.txt").write_text("kept")

        def broken(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(export, f"_{form}", broken)
        with (
            tipdiff.archive.open(path) as archive,
            pytest.raises(TipdiffError, match="No space left"),
        ):
            archive.export(target, form)

        assert [each.name for each in target.iterdir()] == ["own.txt"]
        assert [each.name for each in tmp_path.iterdir()] == ["out"]

    def test_again(self, path: Path, tmp_path: Path) -> None:
        """A second export replaces the first and leaves other files alone."""
        target = tmp_path / "out"
        with tipdiff.archive.open(path) as archive:
            files = archive.export(target, "csv")
            (target / "own.txt").write_text("kept")
            files[0].write_text("old")
            archive.export(target, "csv")
            with pytest.raises(SourceError, match="is no folder"):
                archive.export(files[0], "csv")

        assert files[0].read_text("utf-8") != "old"
        assert len(list(target.iterdir())) == len(TABLES) + 1


class TestOtherTools:
    """The database in tools of others."""

    def test_sqlite_utils(self, path: Path) -> None:
        """sqlite-utils sees tables, foreign keys and the full-text index, and searches in it."""
        utils = pytest.importorskip("sqlite_utils")
        database = utils.Database(sqlite3.connect(path))
        names = set(database.table_names())

        assert {table.name for table in TABLES} <= names
        for table in TABLES:
            # Of a key of several columns it tells what it can: the tables are the same.
            told = {key.other_table for key in database[table.name].foreign_keys}
            assert told == {parent for _, parent, _ in table.parents}
        assert database["statements"].detect_fts() == "statements_fts"
        found = list(database["statements"].search("police"))
        assert found
        assert all("polic" in row["text"].lower() for row in found)
        database.close()

    def test_datasette(self, path: Path, tmp_path: Path) -> None:
        """Datasette shows every table and answers a question about words."""
        app = pytest.importorskip("datasette.app")
        copy = tmp_path / "archive.db"
        shutil.copy(path, copy)

        async def asked(*paths: str) -> list[Any]:
            datasette = app.Datasette([str(copy)])
            answers = [await datasette.client.get(each) for each in paths]
            for database in datasette.databases.values():
                database.close()
            return answers

        tables, search, page = asyncio.run(
            asked(
                "/archive.json",
                "/archive/statements.json?_search=police&_shape=array",
                "/archive/findings",
            )
        )
        assert {table.name for table in TABLES} <= {t["name"] for t in tables.json()["tables"]}
        assert search.json()
        assert all("polic" in row["text"].lower() for row in search.json())
        assert page.status_code == 200
