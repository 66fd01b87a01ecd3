"""The command line: arguments become calls, and what goes wrong becomes one line and a code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import Final

import click

from tipdiff.cli.commands import tipdiff
from tipdiff.cli.edge import Interrupted, say
from tipdiff.cli.settings import settings_of
from tipdiff.errors import TipdiffError

__all__ = ["INTERRUPTED", "TRACEBACK", "TROUBLE", "main"]

#: The exit code of trouble, whatever the command.
TROUBLE: Final = 2
#: What shells say of a program stopped by the keyboard: 128 and the signal's number.
INTERRUPTED: Final = 130
#: If this variable is set, a mistake of the program is shown whole instead of in one line.
TRACEBACK: Final = "TIPDIFF_TRACEBACK"
#: New objects between two searches for cycles, as the program. Records have no cycles; at Python's
#: own 700 the searches take a twentieth of a run.
NEW_OBJECTS: Final = 50_000
#: The variable by which a shell asks what a word may become (click, shell completion).
COMPLETION: Final = "_TIPDIFF_COMPLETE"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: What follows the program's name; what the program was called with if None.

    Returns:
        The exit code: 0, for ``diff`` 1 if anything differs, 2 in trouble. Trouble is one line on
        standard error, never a traceback.

    """
    if arguments is None:
        gc.set_threshold(NEW_OBJECTS)
    try:
        if COMPLETION in os.environ:
            tipdiff.main(prog_name="tipdiff")  # ends the program
        return _done(_called() if arguments is None else list(arguments))
    except click.UsageError as error:
        say(_usage(error))
    except click.ClickException as error:
        say(error.format_message())
    except KeyboardInterrupt as error:
        # Python puts words of its own into one that comes while a codec is at work.
        say(str(error) if isinstance(error, Interrupted) else "interrupted")
        return INTERRUPTED
    except TipdiffError as error:
        say(str(error))
    except Exception as error:
        if TRACEBACK in os.environ:
            raise
        say(
            f"a mistake in tipdiff itself: {type(error).__name__}: {error}"
            f" ({TRACEBACK}=1 shows where)"
        )
    finally:
        if arguments is None:
            gc.freeze()  # the program ends: nobody needs what a last search for cycles would free
    return TROUBLE


def _called() -> list[str]:
    """Return the arguments of the program; shells of Windows leave patterns in them to it."""
    if os.name != "nt":
        return sys.argv[1:]
    from glob import glob

    return [name for given in sys.argv[1:] for name in (glob(given) or [given])]  # noqa: PTH207


def _done(arguments: list[str]) -> int:
    """Run a command and return its code.

    Not by click's own way, which adds an empty line to what Ctrl-C leaves, takes a library's
    EOFError for one, and ends with 1, a difference, where a reader of the help goes away.
    """
    try:
        settings = settings_of(tipdiff)
        with tipdiff.make_context("tipdiff", arguments, default_map=settings) as context:
            code: int | None = tipdiff.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    return code or 0


def _usage(error: click.UsageError) -> str:
    """Say what is wrong with the arguments, and where the right ones are told."""
    path = "tipdiff" if error.ctx is None else error.ctx.command_path
    command = path.removeprefix("tipdiff").strip()
    place = f"{command}: " if command else ""
    return f"{place}{error.format_message().rstrip('.')} (see {path} --help)"
