"""Where results go: what a name of a result stands for, and files that are whole or not there."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tipdiff.errors import TipdiffError

__all__ = ["STANDARD", "checked_target", "checked_targets", "descriptor", "is_file", "part"]

#: The argument that means standard input, and of ``--output`` standard output.
STANDARD: Final = "-"
#: Where systems keep names of a program's open files.
OPEN_FILES: Final = ("/dev/fd", "/proc/self/fd")
#: Links from one name to the next that are followed to such a name: ``/dev/stdout`` takes two.
LINKS: Final = 8


def checked_targets(
    output: str | None, beside: str | None, inputs: Sequence[str]
) -> tuple[Path | None, Path | None]:
    """Return the file that the result goes to, and that of what is written beside it.

    Args:
        output: The result's, None or ``-`` for standard output.
        beside: That of a picture, or of a review to begin with, which needs a file; None for none.
        inputs: What the command reads.

    Raises:
        TipdiffError: One is a folder, or an input, or both are the same file.

    """
    target, other = checked_target(output, inputs), checked_target(beside, inputs)
    if beside is not None and other is None:
        raise TipdiffError("needs a file: standard output is the result's", source=beside)
    if target is not None and target == other:
        raise TipdiffError("cannot be both results", source=output)
    return target, other


def checked_target(name: str | None, inputs: Sequence[str]) -> Path | None:
    """Return the file that the result goes to, None for standard output by any of its names.

    Raises:
        TipdiffError: It is a folder, or one of the inputs by any of its names, or in a folder that
            is: there it would be read as a cable the next time.

    """
    if name is None or name == STANDARD:
        _keep_inputs_whole(inputs)
        return None
    try:
        number = descriptor(name)
        target = Path(os.path.realpath(name) if number is None else f"{OPEN_FILES[0]}/{number}")
        found = _stat(target)
        taken = [given for given in inputs if _overwrites(target, found, given)]
    except FileNotFoundError:
        raise TipdiffError("cannot be written: the working folder is gone", source=name) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise TipdiffError(f"cannot be written: {reason}", source=name) from None
    if found is not None and stat.S_ISDIR(found.st_mode):
        raise TipdiffError("is a folder; the result needs a file", source=name)
    if taken:
        raise TipdiffError("is an input, and would be overwritten", source=name)
    if number == 1:
        _keep_inputs_whole(inputs)
        return None
    return target


def _keep_inputs_whole(inputs: Sequence[str]) -> None:
    """See to it that standard output is not added to a file that is read.

    Raises:
        TipdiffError: It would be.

    """
    try:
        out = os.fstat(sys.stdout.fileno())
    except (AttributeError, OSError, ValueError):  # closed, or none of the system's
        return
    # What a shell has emptied already holds nothing that could be lost.
    if stat.S_ISREG(out.st_mode) and out.st_size:
        for given in inputs:
            found = _stat(0 if given == STANDARD else given)
            if found is not None and os.path.samestat(out, found):
                raise TipdiffError("goes to an input", source="standard output")


def _overwrites(target: Path, found: os.stat_result | None, given: str) -> bool:
    """Whether a result would take the place of an input, or stand in a folder of inputs.

    Files are told by what they are, not by their names: one has as many as there are links to it.

    Args:
        target: The result's file.
        found: What it is, None if it is not there yet.
        given: An input, as an argument names it.

    """
    read = _stat(0 if given == STANDARD else given)
    if read is None:  # another result, or an input that reading will miss
        return target == Path(os.path.realpath(given))
    if not stat.S_ISDIR(read.st_mode):
        return found is not None and _same_file(found, read)
    if any(_same(read, _stat(parent)) for parent in target.parents):
        return True
    # A link in the folder may be the file's other name.
    return found is not None and any(
        _same_file(found, _stat(os.path.join(folder, name)))  # noqa: PTH118
        for folder, _, names in os.walk(given)
        for name in names
    )


def _same_file(one: os.stat_result, other: os.stat_result | None) -> bool:
    """Whether both are one file that holds something: a terminal can be read and written."""
    return stat.S_ISREG(one.st_mode) and _same(one, other)


def _same(one: os.stat_result, other: os.stat_result | None) -> bool:
    return other is not None and os.path.samestat(one, other)


def _stat(name: int | str | Path) -> os.stat_result | None:
    """Return what is at a place, None if nothing is, or nothing that may be looked at."""
    try:
        return os.stat(name)  # noqa: PTH116 may be the number of an open file
    except (OSError, ValueError):
        return None


def descriptor(name: str) -> int | None:
    """Return the number of the open file that a name such as ``/dev/stdout`` stands for.

    Raises:
        OSError: The name cannot be followed.

    """
    open_files = {os.path.realpath(folder) for folder in OPEN_FILES}
    for _ in range(LINKS):
        folder, last = os.path.split(name)
        folder = os.path.realpath(folder or os.curdir)
        if folder in open_files and last.isdecimal():
            return int(last)
        if not os.path.islink(name):  # noqa: PTH114 a name too long for the system is none
            break
        name = os.path.join(folder, os.readlink(name))  # noqa: PTH115, PTH118 not normalised
    return None


def is_file(target: Path) -> bool:
    """Whether a result's place is a file, there already or not, and no device, pipe or stream."""
    found = _stat(target)
    return descriptor(str(target)) is None and (found is None or stat.S_ISREG(found.st_mode))


@contextlib.contextmanager
def part(target: Path, data: bytes) -> Iterator[Path]:
    """Give a file beside the result's place that holds it all: to be put there, else it goes.

    Its name is short, for a file's own may be as long as a name can be. It is a random one: runs in
    containers have one process id, and a run that was killed leaves its file.

    Raises:
        OSError: It cannot be written.

    """
    beside = target.with_name(f".tipdiff-{os.urandom(8).hex()}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
            if (found := _stat(target)) is not None:
                beside.chmod(found.st_mode & 0o777)
            file.flush()
            os.fsync(file.fileno())
        yield beside
    finally:
        beside.unlink(missing_ok=True)
