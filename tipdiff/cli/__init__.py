"""The command line: arguments become calls, and what goes wrong becomes one line and a code."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from typing import Final

import click

from tipdiff.cli.commands import tipdiff
from tipdiff.cli.edge import say
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
        code: int | None = tipdiff.main(arguments, prog_name="tipdiff", standalone_mode=False)
    except click.UsageError as error:
        say(_usage(error))
    except click.ClickException as error:
        say(error.format_message())
    except (click.Abort, KeyboardInterrupt):
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
    else:
        return code or 0
    finally:
        if arguments is None:
            gc.freeze()  # the program ends: nobody needs what a last search for cycles would free
    return TROUBLE


def _usage(error: click.UsageError) -> str:
    """Say what is wrong with the arguments, and where the right ones are told."""
    path = "tipdiff" if error.ctx is None else error.ctx.command_path
    command = path.removeprefix("tipdiff").strip()
    place = f"{command}: " if command else ""
    return f"{place}{error.format_message().rstrip('.')} (see {path} --help)"
