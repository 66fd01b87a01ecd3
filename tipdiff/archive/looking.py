"""A light look into files: which cables they hold, by headers and names alone."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tipdiff.archive.deadline import Deadline, LateError
from tipdiff.archive.editions import cables_in
from tipdiff.archive.kinds import kind_of, kind_of_names, without_kind
from tipdiff.archive.records import Found, Looked, Problem
from tipdiff.archive.scanning import ChangedError, loaded
from tipdiff.errors import TipdiffError
from tipdiff.reading.countries import country_in_names
from tipdiff.reading.gathering import is_certain, is_note
from tipdiff.reading.parts import country_guessed, country_named, country_said, part_told
from tipdiff.reading.years import edition_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipdiff.archive.records import Look, SourceFile
    from tipdiff.reading.document import Document
    from tipdiff.reading.header import Header

__all__ = ["look"]

#: Longest told of a mistake's own message, in characters.
MESSAGE = 200


def look(order: Look) -> Looked:
    """Return the cables in some files, and what cannot be opened.

    Args:
        order: Which files.

    """
    found: list[Found] = []
    problems: list[Problem] = []
    for file in order.files:
        try:
            with Deadline(order.seconds):
                own, told = _cables(order.folder, file)
        except LateError:
            message = f"looking into it took more than {order.seconds:g} seconds"
            own, told = [], [Problem(file.path, "failed", "time", message)]
        found += own
        problems += told
    return Looked(tuple(found), tuple(problems))


def _cables(folder: str, file: SourceFile) -> tuple[list[Found], list[Problem]]:
    """Return the cables of a file, and what is wrong with it."""

    def failed(kind: str, message: str) -> tuple[list[Found], list[Problem]]:
        return [], [Problem(file.path, "failed", kind, message)]

    try:
        cables = list(cables_in(file, loaded(folder, file)))
        found = [_found(file, place, *cable) for place, cable in enumerate(cables)]
    except ChangedError as error:
        return failed("changed while read", error.message)
    except TipdiffError as error:
        return failed("unreadable", error.message)
    except MemoryError:
        return failed("memory", "looking into it needs more memory than there is")
    except Exception as error:  # noqa: BLE001 (a mistake of our own must not cost the rest)
        told = " ".join(f"{type(error).__name__}: {error}".split())[:MESSAGE]
        return failed("mistake", f"looking into it failed by a mistake in tipdiff: {told}")
    return found, list(_unread(file, [document for document, _ in cables]))


def _unread(file: SourceFile, documents: list[Document]) -> Iterator[Problem]:
    """Yield what is not read of what the file holds."""
    told = dict.fromkeys(d for document in documents for d in document.diagnostics)
    for each in told:
        if each.kind == "unread":
            yield Problem(file.path, "warning", "unread", f"{each.source}: {each.message}")


def _found(file: SourceFile, place: int, document: Document, header: Header) -> Found:
    path = document.path or file.path
    body = document.text[header.body_start : header.body_end]
    name = PurePosixPath(file.path).name
    part = part_told(document, header)
    if header.found:
        country = country_said(document, header) or country_guessed(document, header)
        named = country_named(header)
    else:
        country, named = country_in_names(without_kind(path)), None
    return Found(
        file.path,
        place,
        header.id,
        header.post,
        header.subject,
        header.tags,
        country,
        named,
        edition_of(document, header),
        kind_of(header.subject, header.tags, body, path),
        is_certain(file.path, document.text)
        or (kind_of_names(name) is not None and not is_note(name)),
        part[0] if part else None,
        part[1] if part else None,
        header.date,
    )
