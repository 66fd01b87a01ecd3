"""Where the command line meets the system: standard streams, the terminal, the result's file."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tipdiff.errors import DataError, SourceError, TipdiffError

if TYPE_CHECKING:
    from tipdiff.claims import Indicators
    from tipdiff.comparison.review import Review
    from tipdiff.output.options import Options
    from tipdiff.reading.sources import Source

__all__ = [
    "STANDARD",
    "checked_target",
    "checked_targets",
    "needs_a_file",
    "options",
    "review",
    "say",
    "sources",
    "write",
    "write_bytes",
]

#: The argument that means standard input, and of ``--output`` standard output.
STANDARD: Final = "-"
#: Columns of a result that goes to no terminal.
COLUMNS: Final = 100
#: Lines of a terminal that does not know how many it has.
LINES: Final = 24
#: What ``less`` is told if the user tells it nothing, as by git: end if all fits, show styles, and
#: leave the text on the screen.
LESS: Final = "FRX"


def sources(arguments: Sequence[str]) -> list[Source]:
    """Return what the arguments name: paths, and standard input for ``-``.

    Raises:
        SourceError: Standard input is named twice, or is closed.

    """
    if arguments.count(STANDARD) > 1:
        raise SourceError("can be read only once", source="standard input")
    return [_standard_input() if name == STANDARD else Path(name) for name in arguments]


def _standard_input() -> Source:
    if sys.stdin is None:
        raise SourceError("is closed", source="standard input")
    return sys.stdin.buffer


def review(name: str | None) -> Review:
    """Return the review that a file holds, an empty one for none.

    Raises:
        TipdiffError: It cannot be opened, is no TOML, or is no review.

    """
    from tipdiff.comparison.review import NOTHING, review_from_data

    return NOTHING if name is None else review_from_data(_toml(name), name)


def indicators(name: str | None) -> Indicators | None:
    """Return the field's indicators with those of a file before them, None for no file.

    Raises:
        TipdiffError: It cannot be opened, is no TOML, or holds no indicators.

    """
    from tipdiff.claims import indicators_from_data

    return None if name is None else indicators_from_data(_toml(name), name)


def _toml(name: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(Path(name).read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise SourceError(f"cannot be opened: {error.strerror}", source=name) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"is no TOML: {error}", source=name) from None
    except ValueError:  # Python's own, of numbers that are longer than it reads
        raise DataError("holds a number of thousands of digits", source=name) from None
    except RecursionError:
        raise DataError("holds lists that are nested too deep", source=name) from None


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
    if beside == STANDARD:
        raise TipdiffError("needs a file: standard output is the result's", source=beside)
    target, other = checked_target(output, inputs), checked_target(beside, inputs)
    if target is not None and target == other:
        raise TipdiffError("cannot be both results", source=output)
    return target, other


def checked_target(name: str | None, inputs: Sequence[str]) -> Path | None:
    """Return the file that the result goes to, None for standard output.

    Raises:
        TipdiffError: It is a folder, or one of the inputs, or in a folder that is: there it would
            be read as a cable the next time.

    """
    if name is None or name == STANDARD:
        return None
    target = Path(os.path.realpath(name))
    if target.is_dir():
        raise TipdiffError("is a folder; the result needs a file", source=name)
    for given in inputs:
        if given != STANDARD and _is_or_holds(Path(os.path.realpath(given)), target):
            raise TipdiffError("is an input, and would be overwritten", source=name)
    return target


def _is_or_holds(given: Path, target: Path) -> bool:
    if given.is_dir():
        return target.is_relative_to(given)
    return target == given or (target.exists() and given.exists() and target.samefile(given))


def options(target: Path | None, **chosen: Any) -> Options:
    """Return how a result is shown: as wide as the terminal, and in colour if that may be.

    Args:
        target: The file it goes to, None for standard output.
        chosen: What the command's own options say, by the fields of ``Options``.

    """
    from tipdiff.output.options import WIDEST, Options

    width = COLUMNS
    if target is None and (window := _window()) is not None:
        width = min(window.columns, WIDEST)
    return Options(width=width, color=_may_color(target), **chosen)


def _may_color(target: Path | None) -> bool:
    """Whether styles may be used: on a terminal that has them, unless the environment says else.

    ``NO_COLOR`` goes before ``FORCE_COLOR``, and either counts if it holds anything; a file never
    gets styles (no-color.org, force-color.org).
    """
    if target is not None or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return _window() is not None and os.environ.get("TERM") != "dumb"


def _window() -> os.terminal_size | None:
    """Return how large the terminal is that standard output is, None if it is none."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    try:
        columns, lines = os.get_terminal_size(sys.stdout.fileno())
    except OSError:
        columns, lines = 0, 0
    # A terminal that does not know its size says 0.
    return os.terminal_size((columns or COLUMNS, lines or LINES))


def write(text: str, target: Path | None, *, paged: bool = False) -> None:
    """Write a result: to its file, which is there whole or not at all, or to standard output.

    Args:
        text: The result.
        target: Its file, None for standard output.
        paged: Whether a pager may show it, if it is longer than the terminal it goes to.

    Raises:
        TipdiffError: It cannot be written.

    """
    text = text if text.endswith("\n") else f"{text}\n"
    name = "standard output" if target is None else str(target)
    try:
        if target is None and paged and _is_long(text) and _has_pager():
            import click

            os.environ.setdefault("LESS", LESS)
            click.echo_via_pager(text.removesuffix("\n"))
        elif target is None:
            _print(text)
        else:
            _replace(target, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise TipdiffError(f"cannot be written: {error.strerror}", source=name) from None


def write_bytes(data: bytes, target: Path | None) -> None:
    """Write a picture or document to its file, which is there whole or not at all.

    Without one it goes to standard output, which :func:`needs_a_file` allows.

    Raises:
        TipdiffError: It cannot be written.

    """
    try:
        if target is None:
            _print(data)
        else:
            _replace(target, data)
    except OSError as error:
        name = "standard output" if target is None else str(target)
        raise TipdiffError(f"cannot be written: {error.strerror}", source=name) from None


def needs_a_file(form: str, target: Path | None) -> None:
    """See to it that a document goes to no terminal.

    Raises:
        TipdiffError: It would.

    """
    if target is None and sys.stdout is not None and sys.stdout.isatty():
        raise TipdiffError(f"is no text for a terminal: -o FILE.{form}", source=f"format {form}")


def _is_long(text: str) -> bool:
    """Whether a text has more lines than the terminal; where there is none, nothing is long."""
    window = _window()
    if window is None or sys.stdin is None or not sys.stdin.isatty():
        return False  # a pager takes its keys from standard input
    import click

    left = window.lines - 1  # the shell's own line
    for line in click.unstyle(text).splitlines():
        left -= max(1, -(-len(line) // window.columns))
        if left < 0:
            return True
    return False


def _has_pager() -> bool:
    """Whether there is the user's pager, else ``less``: for want of one click would drop styles."""
    import shlex
    import shutil

    try:
        words = shlex.split(os.environ.get("PAGER", "")) or ["less"]
    except ValueError:  # a quotation mark that does not end
        return False
    return os.name == "nt" or shutil.which(words[0]) is not None


def _print(text: str | bytes) -> None:
    """Write to standard output, bytes as they are.

    Text is written in UTF-8 wherever it goes but to a terminal that has another encoding.
    """
    out = sys.stdout
    if out is None:
        raise TipdiffError("is closed", source="standard output")
    try:
        if isinstance(text, bytes):
            out.flush()
            out.buffer.write(text)
        elif out.isatty():
            out.reconfigure(errors="replace")  # type: ignore[union-attr]
            out.write(text)
        else:
            out.flush()
            out.buffer.write(text.encode("utf-8", "backslashreplace"))
        out.flush()
    except BrokenPipeError:
        # The reader has seen enough. What is still buffered must find no closed pipe at the end.
        _forget(out.fileno())
    except OSError:
        _forget(out.fileno())
        raise


def _forget(stream: int) -> None:
    """Let what is still written to a stream go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream)
    os.close(nowhere)


def _replace(target: Path, data: bytes) -> None:
    """Write a file beside its place and put it there at once; write to a device as it is."""
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
            if target.exists():
                beside.chmod(target.stat().st_mode & 0o777)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def say(message: str) -> None:
    """Say something beside the result: one line on standard error, safe for a terminal."""
    from tipdiff.output.shared.safe import visible

    if sys.stderr is None:
        return
    line = f"tipdiff: {visible(' '.join(message.split()))}\n"
    with contextlib.suppress(OSError):
        sys.stderr.flush()
        sys.stderr.buffer.write(line.encode("utf-8", "backslashreplace"))
        sys.stderr.buffer.flush()
