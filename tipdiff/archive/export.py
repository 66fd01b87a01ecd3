"""All tables of an archive as files of their own: Parquet or CSV, the whole folder or nothing."""

from __future__ import annotations

import csv
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from tipdiff.archive.failures import told
from tipdiff.archive.tables import TABLES
from tipdiff.errors import SourceError, TipdiffError

if TYPE_CHECKING:
    import pyarrow

    from tipdiff.archive.schema import Table

__all__ = ["FORMS", "Form", "export"]

Form = Literal["parquet", "csv"]
FORMS: Final[tuple[Form, ...]] = ("parquet", "csv")
#: Rows that are taken at once: a few megabytes of statements.
ROWS: Final = 20_000


def export(
    connection: sqlite3.Connection, folder: str | Path, form: Form = "parquet"
) -> list[Path]:
    """Write every table of an archive to a file, all from one state of the archive.

    Columns, types and what may be null are those of ``docs/archive.md``; rows are in the order of
    the keys. In CSV, text is quoted and what is null is not, so that both are told apart.

    Args:
        connection: To the database.
        folder: Where; made if it is not there. Files of the same names in it are replaced.
        form: ``parquet`` (needs pyarrow, the extra ``parquet``) or ``csv``.

    Returns:
        The files.

    Raises:
        TipdiffError: A file cannot be written, or pyarrow is not installed.

    """
    target = Path(folder)
    write = _parquet if form == "parquet" else _csv
    if form == "parquet":
        _arrow()
    if target.exists() and not target.is_dir():
        raise SourceError("is no folder", source=str(folder))
    beside = target.with_name(f".{target.absolute().name}.part")
    try:
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(parents=True)
        with told(target):
            connection.execute("BEGIN")
            try:
                for table in TABLES:
                    write(beside / f"{table.name}.{form}", table, _rows(connection, table))
            finally:
                connection.execute("ROLLBACK")
        if not target.exists():
            beside.replace(target)
        else:
            for path in sorted(beside.iterdir()):
                path.replace(target / path.name)
    except OSError as error:
        raise TipdiffError(f"cannot be written: {error.strerror}", source=str(folder)) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return [target / f"{table.name}.{form}" for table in TABLES]


def _rows(connection: sqlite3.Connection, table: Table) -> Iterator[list[Sequence[Any]]]:
    """Yield the rows of a table in the order of its key, some at a time."""
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    key = ", ".join(f'"{name}"' for name in table.key)
    found = connection.execute(f'SELECT {columns} FROM "{table.name}" ORDER BY {key}')
    while rows := found.fetchmany(ROWS):
        yield rows


def _csv(path: Path, table: Table, batches: Iterator[list[Sequence[Any]]]) -> None:
    with path.open("x", encoding="utf-8", newline="") as file:
        head = csv.writer(file, quoting=csv.QUOTE_ALL)
        head.writerow([column.name for column in table.columns])
        for rows in batches:
            file.writelines(",".join(map(_cell, row)) + "\r\n" for row in rows)


def _cell(value: object) -> str:
    """Return a value as a cell: text quoted, numbers and null bare, bytes in hexadecimal."""
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, str):
        escaped = value.replace('"', '""')
        return f'"{escaped}"'
    return repr(value)


def _parquet(path: Path, table: Table, batches: Iterator[list[Sequence[Any]]]) -> None:
    arrow = _arrow()
    from pyarrow import parquet

    kinds = {
        "TEXT": arrow.string(),
        "INTEGER": arrow.int64(),
        "REAL": arrow.float64(),
        "BLOB": arrow.binary(),
    }
    schema = arrow.schema(
        [
            arrow.field(c.name, kinds[c.kind], nullable=c.null, metadata={"comment": c.why})
            for c in table.columns
        ],
        metadata={"comment": table.why},
    )
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in batches:
            columns = list(zip(*rows, strict=True))
            arrays = [
                arrow.array(values, type=field.type)
                for values, field in zip(columns, schema, strict=True)
            ]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))


def _arrow() -> pyarrow:
    """Return pyarrow.

    Raises:
        TipdiffError: It is not installed.

    """
    try:
        import pyarrow
    except ImportError:
        hint = 'Parquet needs pyarrow: python -m pip install "tipdiff[parquet]"'
        raise TipdiffError(hint) from None
    return pyarrow
