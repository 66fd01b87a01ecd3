"""The readers' edge: what a user names becomes documents. Only here are files opened."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from attrs import evolve

from tipdiff.errors import SourceError
from tipdiff.reading.forms.limits import SIZE_LIMIT, megabytes
from tipdiff.reading.gathering import Entry, gathered
from tipdiff.reading.opening import document_from_text, documents_from_bytes, documents_from_text

if TYPE_CHECKING:
    from tipdiff.reading.document import Document

__all__ = ["Source", "bytes_of", "document_from_text", "documents", "files_of"]

Source = str | os.PathLike[str] | IO[Any] | Iterable[Any]
"""A path, a text with a line break, an open file, or a list of these."""

#: Lists in lists: more hold themselves, or are a mistake.
MOST_NESTED: Final = 20
#: Seconds that a pipe without a writer is waited for.
PIPE_WAIT: Final = 2.0
#: Seconds between two looks at it.
_PIPE_LOOK: Final = 0.05
#: So much is read at a time.
_CHUNK: Final = 1 << 20


def documents(sources: Iterable[Source]) -> list[Document]:
    """Open and decode all that the sources name.

    Args:
        sources: Paths, texts, open files and lists of these. A folder means all cables it holds,
            in the natural order of their names.

    Raises:
        SourceError: A path is missing, or what it names holds no text.

    """
    return [document for source in sources for document in _opened(source)]


def _opened(source: Source, depth: int = 0) -> Iterator[Document]:
    if isinstance(source, str) and ("\n" in source or "\r" in source):
        yield from documents_from_text(source, "text")
    elif isinstance(source, str | os.PathLike):
        named = os.fspath(source)
        yield from _from_path(named if isinstance(named, str) else os.fsdecode(named))
    elif hasattr(source, "read"):
        yield from _from_file(source)
    elif isinstance(source, Iterable) and not isinstance(source, bytes | bytearray | memoryview):
        if depth == MOST_NESTED:
            raise SourceError(f"lists of sources stand in one another more than {depth} deep")
        for inner in source:
            yield from _opened(inner, depth + 1)
    else:
        raise SourceError(f"cannot read a {type(source).__name__}: give a path, text or open file")


def _from_path(named: str) -> Iterator[Document]:
    # An empty string would be the folder one happens to stand in.
    if not named:
        raise SourceError("no such file or folder: the path is empty")
    path = Path(named)
    # Not Path.is_dir, which raises for names that are too long for the system.
    if os.path.isdir(path):  # noqa: PTH112
        yield from _from_folder(path)
        return
    for document in documents_from_bytes(bytes_of(path), path.name, str(path)):
        # Where a user stands says as much of a narrative as a folder that is named.
        yield document if path.parent.name else evolve(document, folder=_here())


def _here() -> str:
    """Return the name of the folder a user stands in; one that is gone has none."""
    try:
        return Path.cwd().name
    except OSError:
        return ""


def _from_folder(folder: Path) -> list[Document]:
    lost: dict[str, str] = {}
    entries = [
        Entry(path.relative_to(folder).as_posix(), str(path), partial(bytes_of, path))
        for path in files_of(folder, lost)
    ]
    if reason := lost.pop(".", None):
        raise SourceError(reason, source=str(folder))
    found = gathered(entries, str(folder), "folder", documents_from_bytes, lost)
    if folder.name:
        return found
    own = _here()
    return [d if Path(d.path or "").parent.name else evolve(d, folder=own) for d in found]


def files_of(whole: Path, lost: dict[str, str]) -> Iterator[Path]:
    """Yield the files of a folder and of the folders in it, hidden folders left out.

    Args:
        whole: The folder.
        lost: Where what is no file is put, by its path inside, and why: a folder that cannot be
            listed (``.`` for the whole), a link to a folder or to nothing, a pipe, a device.

    """
    folders = [whole]
    for folder in folders:
        try:
            with os.scandir(folder) as listed:
                held = list(listed)
        except OSError as error:
            lost[folder.relative_to(whole).as_posix()] = f"cannot be listed: {error.strerror}"
            continue
        for entry in held:
            path = folder / entry.name
            reason = _no_file(entry)
            if reason is None:
                yield path
            elif reason:
                lost[path.relative_to(whole).as_posix()] = reason
            elif not entry.name.startswith("."):
                folders.append(path)


def _no_file(entry: os.DirEntry[str]) -> str | None:
    """Return why a name in a folder is no file: nothing for a folder, None for a file.

    What may not be looked at is taken for a file: reading it tells why.
    """
    try:
        if entry.is_dir(follow_symlinks=False):
            return ""
        if entry.is_file():
            return None
        if entry.is_dir():  # it can lead back to a folder that it stands in
            return "a link to a folder: name that folder itself"
    except OSError:
        return None
    # Not Path.exists, which raises where a folder may not be entered.
    return "a pipe or a device" if os.path.exists(entry.path) else "a link that leads nowhere"  # noqa: PTH110


def bytes_of(path: Path) -> bytes:
    """Return what a file, pipe or device holds, if it is not more than a source may have.

    Raises:
        SourceError: It holds more, is not there, or cannot be read.

    """
    try:
        with open(path, "rb", buffering=0, opener=_opener) as file:
            found = os.fstat(file.fileno())
            if stat.S_ISREG(found.st_mode) and found.st_size > SIZE_LIMIT:
                raise _too_large(str(path))
            pipe = stat.S_ISFIFO(found.st_mode)
            begun = _begun(file.fileno(), str(path)) if pipe else b""
            data: bytes = _limited(file, str(path), begun)
            return data
    except FileNotFoundError:
        raise SourceError("no such file or folder", source=str(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"cannot be read: {reason}", source=str(path)) from None


def _opener(path: str, flags: int) -> int:
    """Open without waiting for who writes to a pipe: there may be nobody."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))


def _begun(pipe: int, name: str) -> bytes:
    """Return the first bytes of a pipe, and wait from then on as long as its writer takes.

    Raises:
        SourceError: Nobody writes to it.

    """
    waited = 0.0
    while True:
        try:
            first = os.read(pipe, _CHUNK)
        except BlockingIOError:  # there is a writer, who has written nothing yet
            first = b""
            waited = -1.0
        if first or waited < 0:
            os.set_blocking(pipe, True)
            return first
        if waited >= PIPE_WAIT:
            raise SourceError("a pipe that nothing writes to", source=name)
        time.sleep(_PIPE_LOOK)
        waited += _PIPE_LOOK


def _limited(file: Any, name: str, begun: bytes = b"") -> Any:
    """Read a file to its end, as bytes or text, unless that is farther off than may be."""
    pieces: list[Any] = [begun] if begun else []
    size = len(begun)
    while True:
        data = _read(file)
        if not isinstance(data, str | bytes):
            return data
        pieces.append(data)
        size += len(data)
        if size > SIZE_LIMIT:
            raise _too_large(name)
        if not data:
            return data.join(pieces)


def _too_large(name: str) -> SourceError:
    return SourceError(
        f"is larger than {megabytes(SIZE_LIMIT)}, the most that is read", source=name
    )


def _read(file: Any) -> Any:
    try:
        return file.read(_CHUNK)
    except TypeError:  # something like a file that gives all at once or nothing
        return file.read()


def _from_file(file: Any) -> list[Document]:
    given = getattr(file, "name", None)
    path = given if isinstance(given, str) and not given.startswith("<") else None
    name = Path(path).name if path else "standard input" if given == "<stdin>" else "text"
    try:
        data = _limited(file, name)
    except UnicodeDecodeError:
        raise SourceError(
            "is no text in its encoding: open it in binary mode", source=name
        ) from None
    except (OSError, ValueError) as error:  # a closed file, a file open for writing, a directory
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"cannot be read: {reason}", source=name) from None
    if isinstance(data, bytes):
        return documents_from_bytes(data, name, path)
    if not isinstance(data, str):
        raise SourceError(f"gives a {type(data).__name__}, no text", source=name)
    if not data.strip():
        raise SourceError("the file is empty", source=name)
    return documents_from_text(data, name, path)
