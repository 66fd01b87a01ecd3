"""An edition read from its pieces: opened, its copies taken out, its parts put together."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.archive.copies import once
from tipdiff.archive.records import Problem
from tipdiff.archive.scanning import ChangedError, loaded
from tipdiff.errors import DataError, TipdiffError
from tipdiff.reading.header import read_headers
from tipdiff.reading.merge import kept_parts, report_of
from tipdiff.reading.opening import documents_from_bytes
from tipdiff.reading.parts import Part, read_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipdiff.archive.outcomes import Outcome
    from tipdiff.archive.records import EditionTask, SourceFile
    from tipdiff.reading.document import Document
    from tipdiff.reading.header import Header
    from tipdiff.records import Report

__all__ = [
    "LONGEST",
    "MOST_STATEMENTS",
    "Read",
    "TooLongError",
    "cables_in",
    "kind_of_error",
    "read_edition",
]

#: Characters of a cable that is read: twenty times the longest real one. Reading and comparing two
#: of that length takes a minute or two, and some hundreds of megabytes.
LONGEST: Final = 2_000_000
#: Statements of an edition that is compared: more than so long a report has, unless its statements
#: are of a word or two each.
MOST_STATEMENTS: Final = 20_000


class TooLongError(DataError):
    """A cable or a report is longer than any that a person wrote."""


#: What a problem is called, by the error that it was.
_KINDS: Final = ((ChangedError, "changed while read"), (TooLongError, "too long"))


def kind_of_error(error: TipdiffError) -> str:
    """Return what a problem with a text is called."""
    return next((name for kind, name in _KINDS if isinstance(error, kind)), "unreadable")


@frozen(eq=False)
class Read:
    """What an edition's files gave.

    Attributes:
        report: The report; None where no file of it could be read.
        files: The path of the file of each of its cables.
        outcomes: Of every cable of the edition, those that are not part of it among them.
        problems: What could not be read.

    """

    report: Report | None
    files: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]


def cables_in(file: SourceFile, data: bytes) -> Iterator[tuple[Document, Header]]:
    """Yield every cable of a file, in its order.

    Args:
        file: The file; its path says what names can say of country and year.
        data: Its bytes.

    Raises:
        SourceError: It holds no text.

    """
    for document in documents_from_bytes(data, PurePosixPath(file.path).name, file.path):
        for header in read_headers(document):
            yield document, header


def read_edition(folder: str, edition: EditionTask, country: str) -> Read:
    """Read an edition.

    Args:
        folder: The archive's folder.
        edition: Its pieces.
        country: What it is on.

    """
    places: dict[SourceFile, set[int]] = {}
    for piece in edition.pieces:
        places.setdefault(piece.file, set()).add(piece.place)
    parts: list[Part] = []
    homes: dict[int, str] = {}
    outcomes: list[Outcome] = []
    problems: list[Problem] = []
    for file, own in places.items():
        cables: list[tuple[Document, Header]] = []
        for place in sorted(own):
            try:
                cables = cables or list(cables_in(file, loaded(folder, file)))
                _require_length(*cables[place])
                part = read_part(*cables[place])
            except TipdiffError as error:
                problems.append(Problem(file.path, "failed", kind_of_error(error), error.message))
                outcomes.append((file.path, "failed", None, error.message))
                if not cables:
                    break
            else:
                parts.append(part)
                homes[id(part.document)] = file.path
    if not parts:
        return Read(None, (), tuple(outcomes), tuple(problems))
    left, fates = once(parts, country, edition.year)
    kept, notes = kept_parts(left, country, edition.year)
    report = report_of(kept, notes, country, edition.year)
    _require_few(report)
    _require_ids(report)
    files = tuple(homes[id(part.document)] for part in kept)
    outcomes += [(path, "read", None, None) for path in dict.fromkeys(files)]
    outcomes += [
        (homes[id(fate.part.document)], fate.outcome, homes[id(fate.by.document)], fate.note)
        for fate in fates
    ]
    return Read(report, files, tuple(outcomes), tuple(problems))


def _require_length(document: Document, header: Header) -> None:
    """Raise if a cable is longer than is read, before any of it is."""
    length = header.body_end - header.body_start
    if length > LONGEST:
        raise TooLongError(
            f"a cable of {length:,} characters; the most that is read is {LONGEST:,}",
            source=document.path or document.name,
        )


def _require_few(report: Report) -> None:
    """Raise if a report has more statements than are compared."""
    count = len(report.all_statements)
    if count > MOST_STATEMENTS:
        raise TooLongError(
            f"a report of {count:,} statements; the most that is compared is {MOST_STATEMENTS:,}"
        )


def _require_ids(report: Report) -> None:
    """Raise if two statements bear one id, by which everything else names them."""
    seen: set[str] = set()
    for statement in report.all_statements:
        if statement.id in seen:
            raise DataError(f"two statements bear the id {statement.id}", source=statement.source)
        seen.add(statement.id)
