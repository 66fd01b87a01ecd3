"""The files of a folder tree, whatever its layout: their paths, sizes and hashes."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from tipdiff.archive.connecting import BESIDE
from tipdiff.archive.records import Problem, SourceFile
from tipdiff.errors import SourceError
from tipdiff.reading.gathering import REPORT_FILES, is_hidden, natural
from tipdiff.reading.sources import bytes_of

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["ChangedError", "is_readable", "loaded", "scan"]


class ChangedError(SourceError):
    """A file is no longer what it was when the folder was looked through."""


def is_readable(path: str) -> bool:
    """Whether a file is one in which reports are kept: not hidden, and of a form that is read."""
    pure = PurePosixPath(path)
    return not is_hidden(pure) and pure.suffix.lower() in REPORT_FILES


def scan(
    folder: str | os.PathLike[str], target: str | os.PathLike[str] | None = None
) -> tuple[list[SourceFile], list[Problem]]:
    """Return all files of a folder and of those in it, and what cannot be read.

    Links to folders are followed, each folder once. A file in which no report can be kept, by its
    name, is listed and not read: its hash is empty, as that of one that cannot be read.

    Args:
        folder: The folder.
        target: The database that is built; where it stands in the folder it is none of its files.

    Returns:
        The files in the natural order of their paths, and the problems by path.

    Raises:
        SourceError: The folder is none, or cannot be opened.

    """
    root = Path(folder)
    if not root.is_dir():
        kind = "is no folder" if root.exists() else "no such folder"
        raise SourceError(kind, source=str(folder))
    problems: list[Problem] = []
    try:
        os.scandir(root).close()
    except OSError as error:
        raise SourceError(f"cannot be opened: {error.strerror}", source=str(folder)) from None
    own = _own_files(target)
    found = {
        name: path for name, path in _walk(root, problems) if os.path.realpath(path) not in own
    }
    files = []
    for name in sorted(found, key=lambda name: (natural(name), name)):
        try:
            name.encode()
        except UnicodeEncodeError:
            shown = name.encode("utf-8", "backslashreplace").decode()
            problems.append(_unreadable(shown, "its name is no text in UTF-8"))
            files.append(SourceFile(shown, 0, ""))
            continue
        files.append(_file(name, found[name], problems))
    return files, sorted(problems, key=lambda problem: natural(problem.about))


def loaded(folder: str, file: SourceFile) -> bytes:
    """Return the bytes of a file: those sent along, else those on the disk.

    Raises:
        ChangedError: They are no longer those that were found.
        SourceError: They cannot be read.

    """
    data = bytes_of(Path(folder, file.path)) if file.data is None else file.data
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise ChangedError("changed while it was read: run again", source=file.path)
    return data


def _own_files(target: str | os.PathLike[str] | None) -> Collection[str]:
    if target is None:
        return ()
    return {os.path.realpath(f"{os.fspath(target)}{ending}") for ending in ("", *BESIDE)}


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


def _walk(root: Path, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    """Yield the path inside and the whole path of every file: what links lead to comes last."""
    seen = {_identity(root)}
    links: list[tuple[str, Path]] = []
    yield from _walk_folder(root, "", seen, links, problems)
    while links:
        name, path = links.pop(0)
        if (identity := _identity(path)) in seen:
            message = "a link to a folder that is read already; it is not followed"
            problems.append(Problem(name, "warning", "link", message))
        else:
            seen.add(identity)
            yield from _walk_folder(path, f"{name}/", seen, links, problems)


def _walk_folder(
    folder: Path,
    inside: str,
    seen: set[tuple[int, int]],
    links: list[tuple[str, Path]],
    problems: list[Problem],
) -> Iterator[tuple[str, Path]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(_unreadable(inside.rstrip("/"), f"cannot be opened: {error.strerror}"))
        return
    for entry in entries:
        name, path = f"{inside}{entry.name}", Path(entry.path)
        if not _is_folder(path):
            yield name, path
        elif entry.name.startswith("."):
            continue  # what tools keep beside the files: .git, .cache
        elif entry.is_symlink():
            links.append((name, path))
        else:
            seen.add(_identity(path))
            yield from _walk_folder(path, f"{name}/", seen, links, problems)


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError:  # a broken link, a circle of links, a file that has gone
        return False


def _file(name: str, path: Path, problems: list[Problem]) -> SourceFile:
    try:
        status = path.stat()
    except OSError as error:
        problems.append(_unreadable(name, f"cannot be read: {error.strerror}"))
        return SourceFile(name, 0, "")
    if not is_readable(name):
        return SourceFile(name, status.st_size, "")
    if not stat.S_ISREG(status.st_mode):
        problems.append(_unreadable(name, "is no file but a pipe, a socket or a device"))
        return SourceFile(name, 0, "")
    try:
        data = bytes_of(path)
    except SourceError as error:
        problems.append(_unreadable(name, error.message))
        return SourceFile(name, status.st_size, "")
    return SourceFile(name, len(data), hashlib.sha256(data).hexdigest())


def _unreadable(about: str, message: str) -> Problem:
    return Problem(about, "failed", "unreadable", message)
