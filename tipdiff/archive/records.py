"""What the parts of an archive hand to one another: plain records, which any process can take."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

if TYPE_CHECKING:
    from tipdiff.archive.outcomes import Outcome

__all__ = [
    "Built",
    "EditionTask",
    "Found",
    "Gravity",
    "Known",
    "Look",
    "Looked",
    "Piece",
    "Problem",
    "Progress",
    "Row",
    "Rows",
    "Settings",
    "SourceFile",
    "Task",
]

Row = tuple[object, ...]
"""A row of a table: a value for each of its columns, in order."""

Rows = Mapping[str, tuple[Row, ...]]
"""Rows by the name of their table."""

Gravity = Literal["failed", "warning"]


@frozen
class SourceFile:
    """A file as it was found in the folder.

    Attributes:
        path: From the folder on, with slashes.
        size: In bytes.
        sha256: Of its bytes, in hexadecimal.
        data: Its bytes where they are sent along; None where they are read where the work is done.

    """

    path: str
    size: int
    sha256: str
    data: bytes | None = None


@frozen
class Found:
    """A cable found in a file, known by its header and its names alone.

    Attributes:
        path: Of the file.
        place: Among the cables of the file, from 0.
        id: As in :class:`tipdiff.Cable`; None where it has no header of its own.
        post: The embassy, in capitals; None where the text does not say.
        subject: The subject line; None where there is none.
        tags: The TAGS, one each.
        country: What it is about, as far as it tells by itself; None where it does not.
        named: The country that its subject or TAGS name; None where they name none.
        year: The edition; None where nothing tells it.
        kind: Of which kind the report is: ``trafficking``, ``human-rights`` ..., else ``report``.
        part: Which part of the report it is, from 1; None where it does not say that it is one.
        parts: Of how many; None likewise.
        date: The day it was sent, ISO 8601; None where it is not known.
        certain: Whether it is a report by its header or by its name; a text that is neither, beside
            such that are, is a note.

    """

    path: str
    place: int
    id: str | None
    post: str | None
    subject: str | None
    tags: tuple[str, ...]
    country: str | None
    named: str | None
    year: int | None
    kind: str
    certain: bool
    part: int | None = None
    parts: int | None = None
    date: str | None = None


@frozen
class Problem:
    """Something that failed, or that a reader must know.

    Attributes:
        about: The path of a file, or the id of a report, a comparison or a collection.
        gravity: ``failed`` or ``warning``.
        kind: A short name: ``unreadable``, ``changed while read``, ``time``, ``memory`` ...
        message: A line of plain English.
        collection: The id of the collection it belongs to; None where it belongs to none.

    """

    about: str
    gravity: Gravity
    kind: str
    message: str
    collection: str | None = None


@frozen
class Settings:
    """What changes results beside the texts.

    Attributes:
        indicators: The plain data of a file of indicators; None for the field's own.
        review: The plain data of a review of the archive; None for none.
        indicators_name: The file's name, for what is said of its entries.
        review_name: Likewise.

    """

    indicators: Mapping[str, object] | None = None
    review: Mapping[str, object] | None = None
    indicators_name: str = "indicators"
    review_name: str = "review"


@frozen
class Look:
    """The order to look into some files.

    Attributes:
        folder: The archive's folder, absolute, where the work is done; files with data need none.
        files: Which.
        seconds: The most that one file may take; None for as long as it takes.

    """

    folder: str
    files: tuple[SourceFile, ...]
    seconds: float | None = None


@frozen
class Looked:
    """What was found in some files.

    Attributes:
        found: Every cable, file by file.
        problems: What could not be opened or holds none.

    """

    found: tuple[Found, ...]
    problems: tuple[Problem, ...]


@frozen
class Piece:
    """A cable of an edition: a file and its place in that file."""

    file: SourceFile
    place: int


@frozen
class EditionTask:
    """One edition of a collection, to be read from its pieces.

    Attributes:
        year: The edition.
        pieces: Its cables, in the natural order of their paths.
        key: A hash of what it is read from: bytes, places, version of tipdiff, settings.

    """

    year: int
    pieces: tuple[Piece, ...]
    key: str


@frozen
class Known:
    """A comparison that an earlier run made and that still holds.

    Attributes:
        key: What it was made from: the hash that ``pair_key`` gives.
        data: As in the column ``comparisons.data``.

    """

    key: str
    data: bytes = field(repr=False)


@frozen
class Task:
    """The order to read, compare and follow all editions of a collection.

    Attributes:
        collection: Its id.
        country: In English.
        kind: Of report.
        folder: The archive's folder, absolute, where the work is done.
        editions: Oldest first.
        known: Comparisons that need not be made again, oldest first.
        settings: What changes results beside the texts.
        seconds: The most that it may take; None for as long as it takes.

    """

    collection: str
    country: str
    kind: str
    folder: str
    editions: tuple[EditionTask, ...]
    known: tuple[Known, ...] = ()
    settings: Settings = Settings()
    seconds: float | None = None

    @property
    def key(self) -> str:
        """What all rows of the collection are made from, as in ``collections.made_from``: a hash.

        The keys of the editions hold texts, version of tipdiff and indicators.
        """
        review = json.dumps([self.settings.review, self.settings.review_name], sort_keys=True)
        parts = [self.collection, self.country, *(f"{e.year} {e.key}" for e in self.editions)]
        parts += [review] if self.settings.review else []
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@frozen
class Built:
    """What became of a task.

    Attributes:
        collection: Its id.
        rows: Of every table but ``files`` and ``problems``: all rows of the collection.
        outcomes: What was made of each file: its path, the outcome, the path that it is a copy of,
            and why.
        problems: In the order of the editions.
        compared: How many pairs were compared.
        reused: How many were known.

    """

    collection: str
    rows: Rows
    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]
    compared: int
    reused: int


@frozen
class Progress:
    """How far a build is.

    Attributes:
        stage: ``looking`` into files, or ``comparing``.
        done: Files, or collections, that are done.
        total: Of how many.
        failed: How many problems of the gravity ``failed`` there are so far.
        label: What was done last.

    """

    stage: Literal["looking", "comparing"]
    done: int
    total: int
    failed: int
    label: str
