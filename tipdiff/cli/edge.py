"""Where the command line meets the system: standard streams, the terminal, the result's file."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tipdiff.cli.targets import STANDARD, descriptor, is_file, part
from tipdiff.errors import DataError, SourceError, TipdiffError

if TYPE_CHECKING:
    from tipdiff.claims import Indicators
    from tipdiff.comparison.review import Review
    from tipdiff.output.options import Options
    from tipdiff.reading.sources import Source

__all__ = [
    "QUIET",
    "VERBOSE",
    "WIDTH",
    "Interrupted",
    "Result",
    "indicators",
    "is_asked",
    "needs_a_file",
    "options",
    "review",
    "say",
    "sources",
    "toml",
    "toml_of",
    "write",
    "write_all",
]

#: Columns of a result that goes to no terminal.
COLUMNS: Final = 100
#: Where a call keeps how wide it wants its result, and how much it wants to be told beside it.
WIDTH: Final = "tipdiff.width"
QUIET: Final = "tipdiff.quiet"
VERBOSE: Final = "tipdiff.verbose"
#: Lines of a terminal that does not know how many it has.
LINES: Final = 24
#: What ``less`` is told if the user tells it nothing, as by git: end if all fits, show styles, and
#: leave the text on the screen.
LESS: Final = "FRX"
#: How text is written wherever it goes; what is no letter at all stands there as its number.
UTF_8: Final = ("utf-8", "backslashreplace")


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

    return NOTHING if name is None else review_from_data(toml(name), name)


def indicators(name: str | None) -> Indicators | None:
    """Return the field's indicators with those of a file before them, None for no file.

    Raises:
        TipdiffError: It cannot be opened, is no TOML, or holds no indicators.

    """
    from tipdiff.claims import indicators_from_data

    return None if name is None else indicators_from_data(toml(name), name)


def toml(name: str) -> dict[str, Any]:
    """Return what a file of TOML holds.

    Raises:
        TipdiffError: It cannot be opened, or is no TOML.

    """
    from tipdiff.reading.sources import bytes_of

    return toml_of(bytes_of(Path(name)), name)


def toml_of(data: bytes, name: str) -> dict[str, Any]:
    """Return what bytes of TOML hold; ``name`` says in an error whose they are.

    Raises:
        DataError: They are no TOML.

    """
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"is no TOML: {error}", source=name) from None
    except ValueError:  # Python's own, of numbers that are longer than it reads
        raise DataError("holds a number of thousands of digits", source=name) from None
    except RecursionError:
        raise DataError("holds lists that are nested too deep", source=name) from None


def options(target: Path | None, **chosen: Any) -> Options:
    """Return how a result is shown: as wide as the terminal, and in colour if that may be.

    Args:
        target: The file it goes to, None for standard output.
        chosen: What the command's own options say, by the fields of ``Options``.

    """
    import click

    from tipdiff.output.options import WIDEST, Options

    context = click.get_current_context(silent=True)
    width = None if context is None else context.meta.get(WIDTH)
    if width is None:
        window = _window() if target is None else None
        width = COLUMNS if window is None else min(window.columns, WIDEST)
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


class Result(NamedTuple):
    """A result and its place.

    Attributes:
        content: Text, or the bytes of a picture or document.
        target: Its file, None for standard output.
        paged: Whether a pager may show it, if it is longer than the terminal it goes to.

    """

    content: str | bytes
    target: Path | None
    paged: bool = False


def write(text: str, target: Path | None, *, paged: bool = False) -> None:
    """Write a result as :func:`write_all` does.

    Raises:
        TipdiffError: It cannot be written.

    """
    write_all([Result(text, target, paged)])


def write_all(results: Sequence[Result]) -> None:
    """Write all results, or none: a picture without its table would be taken for all there is.

    Each goes to its file, which is there whole or not at all, or to standard output. What goes to a
    stream or a device cannot be taken back, and so goes when all files lie beside their places.
    They are put there in order, and each is told to who sits at a terminal or asked for it.

    Raises:
        TipdiffError: One cannot be written.

    """
    with contextlib.ExitStack() as kept:
        parts: list[tuple[Path, Path]] = []
        streams: list[Result] = []
        for result in results:
            with _told(result.target):
                if result.target is not None and is_file(result.target):
                    beside = kept.enter_context(part(result.target, _bytes(result.content)))
                    parts.append((beside, result.target))
                else:
                    streams.append(result)
        for result in streams:
            with _told(result.target):
                _send(result)
        for beside, target in parts:
            with _told(target):
                beside.replace(target)
    if is_asked(VERBOSE) or (sys.stderr is not None and sys.stderr.isatty()):
        for _, target in parts:
            if not is_asked(QUIET):
                say(f"{target} is written")


def is_asked(name: str) -> bool:
    """Return whether the call has one of the options that say how much it tells."""
    import click

    context = click.get_current_context(silent=True)
    return context is not None and bool(context.meta.get(name))


@contextlib.contextmanager
def _told(target: Path | None) -> Iterator[None]:
    """Say of a failure which result it is that cannot be written."""
    try:
        yield
    except OSError as error:
        name = "standard output" if target is None else str(target)
        raise TipdiffError(f"cannot be written: {error.strerror}", source=name) from None


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else _ended(content).encode(*UTF_8)


def _ended(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"


def _send(result: Result) -> None:
    """Send a result to standard output or its pager, or to a device, pipe or open file."""
    content, target, paged = result
    if target is not None:
        number = descriptor(str(target))
        with os.fdopen(os.dup(number), "wb") if number is not None else target.open("wb") as file:
            file.write(_bytes(content))
    elif isinstance(content, bytes):
        _print(content)
    elif paged and _is_long(content) and _has_pager():
        _page(content)
    else:
        _print(_ended(content))


def _page(text: str) -> None:
    """Show a text in the user's pager, which alone answers to the keyboard until it ends."""
    import signal
    import threading

    import click

    os.environ.setdefault("LESS", LESS)
    if threading.current_thread() is not threading.main_thread():
        click.echo_via_pager(text)
        return
    # Not ignored: what is started inherits that.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        click.echo_via_pager(text.removesuffix("\n"))
    finally:
        signal.signal(signal.SIGINT, before)


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
            out.buffer.write(text.encode(*UTF_8))
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


class Interrupted(KeyboardInterrupt):
    """Ctrl-C in a command that has more to say of it than that it came."""


def say(message: str) -> None:
    """Say something beside the result: one line on standard error, safe for a terminal."""
    from tipdiff.output.shared.safe import visible

    if sys.stderr is None:
        return
    told = " ".join(line.strip() for line in message.splitlines())
    line = f"tipdiff: {visible(told)}\n"
    with contextlib.suppress(OSError):
        sys.stderr.flush()
        sys.stderr.buffer.write(line.encode(*UTF_8))
        sys.stderr.buffer.flush()
