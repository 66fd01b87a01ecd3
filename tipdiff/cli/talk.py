"""What a command says beside its result: warnings, and on a terminal what takes long."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeVar

import click

from tipdiff.cli.edge import QUIET, VERBOSE, is_asked, say

__all__ = ["busy", "talking", "warn"]

F = TypeVar("F", bound=Callable[..., Any])

#: Seconds that a command may take before a terminal is told what it does.
PATIENCE: Final = 2.0
#: Seconds between two such words.
EVERY: Final = 1.0


def talking(command: F) -> F:
    """Give a command the options that say how much it says beside its result."""
    quiet = click.option(
        "--quiet",
        is_flag=True,
        expose_value=False,
        callback=_kept(QUIET),
        help="Say nothing beside the result but what went wrong.",
    )
    verbose = click.option(
        "--verbose",
        is_flag=True,
        expose_value=False,
        callback=_kept(VERBOSE),
        help="Say what is done, and how long it took.",
    )
    return quiet(verbose(command))


def _kept(name: str) -> Callable[[click.Context, click.Parameter, bool], None]:
    def keep(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        ctx.meta[name] = value
        if value and ctx.meta.get(QUIET) and ctx.meta.get(VERBOSE):
            raise click.UsageError("--quiet and --verbose contradict each other")

    return keep


def warn(message: str) -> None:
    """Say what a reader must know, unless nothing is to be said."""
    if not is_asked(QUIET):
        say(f"warning: {message}")


@contextlib.contextmanager
def busy(what: str) -> Iterator[None]:
    """Say on a terminal what is done where that takes long, and how long it has taken.

    Args:
        what: ``comparing``, ``reading 3 reports``.

    """
    begun = time.monotonic()
    done = threading.Event()
    speaker = None
    if sys.stderr is not None and sys.stderr.isatty() and not is_asked(QUIET):
        speaker = threading.Thread(target=_speak, args=(what, begun, done), daemon=True)
        speaker.start()
    try:
        yield
    finally:
        done.set()
        if speaker is not None:
            speaker.join()
        if is_asked(VERBOSE):
            say(f"{what}: {time.monotonic() - begun:.1f} s")


def _speak(what: str, begun: float, done: threading.Event) -> None:
    wait, told = PATIENCE, ""
    with contextlib.suppress(OSError, ValueError):
        while not done.wait(wait):
            told = f"tipdiff: {what} ... {time.monotonic() - begun:.0f} s"
            sys.stderr.write(f"\r{told}")
            sys.stderr.flush()
            wait = EVERY
        if told:
            sys.stderr.write(f"\r{' ' * len(told)}\r")
            sys.stderr.flush()
