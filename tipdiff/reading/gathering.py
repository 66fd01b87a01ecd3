"""What of a folder, or of an archive, are reports; what is not read is told, and stops nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from tipdiff.errors import SourceError
from tipdiff.patterns import regex
from tipdiff.reading.forms.signs import is_cable
from tipdiff.records import Diagnostic

if TYPE_CHECKING:
    from tipdiff.reading.document import Document

__all__ = [
    "REPORT_FILES",
    "STRAY",
    "Entry",
    "gathered",
    "is_certain",
    "is_hidden",
    "is_note",
    "natural",
    "strays",
]

#: Endings of files in which reports are kept; a folder may hold data and pictures beside them.
REPORT_FILES: Final = frozenset(
    {"", ".txt", ".text", ".cable", ".html", ".htm", ".xhtml", ".md", ".markdown", ".eml", ".mht",
     ".mhtml", ".mbox", ".msg", ".rtf", ".doc", ".docx", ".docm", ".odt", ".pdf", ".zip"}
)  # fmt: skip
#: Files that people put beside what they keep, by name.
_NOTE = regex(
    r"(?:read ?me|licen[cs]e|copying|notice|change ?log|notes?|to ?do|about|contents|authors"
    r"|makefile|thumbs|manifest|checksums?|sha\d+sums?)\b.*",
    re.IGNORECASE,
)
#: A name that says which report a file is: an id, or a year.
_NAMED = regex(r"\d{2}[A-Z][A-Z']{2,}\d{1,6}(?![A-Z0-9])|(?<!\d)(?:19|20)\d\d(?!\d)", re.IGNORECASE)
#: Why a stray is not read.
STRAY: Final = "a note, or at least no report by its name or a header"
#: So many files that are not read are told of one by one.
TOLD: Final = 20


@frozen
class Entry:
    """A file of a folder or archive: its path inside, its whole path, and how to get its bytes."""

    inside: str
    path: str
    load: Callable[[], bytes]


def gathered(
    entries: Iterable[Entry],
    whole: str,
    kind: str,
    opened: Callable[[bytes, str, str], list[Document]],
    lost: Mapping[str, str] | None = None,
) -> list[Document]:
    """Return the documents of a folder or archive, in the natural order of their names.

    Each folder's documents carry what was not read beside them, as diagnostics ``unread``.

    Args:
        entries: Its files.
        whole: The folder or archive.
        kind: Which of both it is, as an error calls it.
        opened: What gives the documents in a file, by its bytes, name and whole path.
        lost: What else stands in it and cannot be opened, by its path inside, and why.

    Raises:
        SourceError: It holds no report at all.

    """
    found: dict[str, list[tuple[str, Document]]] = {}
    lost = lost or {}
    unread = {
        inside: lost[inside]
        for inside in sorted(lost, key=natural)
        if not is_hidden(_inside(inside))
    }
    for entry in sorted(entries, key=lambda e: natural(e.inside)):
        path = _inside(entry.inside)
        if is_hidden(path):
            continue
        try:
            if path.suffix.lower() not in REPORT_FILES:
                raise SourceError(f"reports are not kept in {path.suffix} files")
            read = opened(entry.load(), path.name, entry.path)
        except SourceError as error:
            unread[entry.inside] = error.message
            continue
        found.setdefault(str(path.parent), []).extend((entry.inside, each) for each in read)
    for folder, held in found.items():
        certain = [(inside, is_certain(inside, each.text)) for inside, each in held]
        notes = strays(certain)
        unread |= dict.fromkeys(notes, STRAY)
        found[folder] = [(inside, each) for inside, each in held if inside not in notes]
    documents = [each for held in found.values() for _, each in held]
    if not documents:
        told = "; ".join(f"{inside}: {reason}" for inside, reason in list(unread.items())[:3])
        message = f"the {kind} holds no cables" + (f" ({told})" if told else "")
        raise SourceError(message, source=whole)
    return _told(found, unread)


def _inside(name: str) -> PurePosixPath:
    """Return a path inside a folder or archive; some archives have it with backslashes."""
    return PurePosixPath(name.replace("\\", "/"))


def natural(name: str) -> list[tuple[int, str]]:
    """Return a sort key by which ``part 2`` stands before ``part 10``."""
    pieces = re.split(r"(\d+)", name.casefold())
    runs = ((p.isdecimal(), p) for p in pieces)
    # By its length, then by its digits: no run is too long for that.
    return [(len(own := p.lstrip("0")), own) if is_run else (-1, p) for is_run, p in runs]


def is_hidden(path: PurePosixPath) -> bool:
    """Whether a file is hidden, or stands in a folder that is."""
    return any(part.startswith(".") and part not in {".", ".."} for part in path.parts)


def is_certain(path: str, text: str) -> bool:
    """Whether a text is a report by its header, or by the file's name."""
    return is_cable(text) or _NAMED.search(PurePosixPath(path).name) is not None


def is_note(name: str) -> bool:
    """Whether a file's name is one of those that people put beside what they keep."""
    return _NOTE.fullmatch(name) is not None


def strays(held: Sequence[tuple[str, bool]]) -> set[str]:
    """Return the files of one folder that are no reports: notes, by name or beside reports.

    Args:
        held: The path of each text in it, and whether it is certainly a report.

    """
    reports = {path for path, certain in held if certain}
    return {
        path
        for path, _ in held
        if path not in reports and (reports or is_note(PurePosixPath(path).name))
    }


def _told(found: dict[str, list[tuple[str, Document]]], unread: dict[str, str]) -> list[Document]:
    """Let the documents of each folder carry what is not read in it; the first, what has none."""
    homes = [folder for folder, held in found.items() if held]
    notes: dict[str, list[Diagnostic]] = {folder: [] for folder in homes}
    for number, (inside, reason) in enumerate(unread.items()):
        folder = str(_inside(inside).parent)
        home = folder if folder in notes else homes[0]
        if number < TOLD:
            notes[home].append(Diagnostic(inside, 1, "unread", f"not read: {reason}"))
        elif number == TOLD:
            message = f"not read, and {len(unread) - TOLD} files more"
            notes[home].append(Diagnostic(inside, 1, "unread", message))
    return [
        evolve(document, gathered=True, diagnostics=(*document.diagnostics, *notes[folder]))
        for folder in homes
        for _, document in found[folder]
    ]
