"""Print docs/cli.md from the commands' own help: ``python docs/make_cli.py > docs/cli.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click
from click.testing import CliRunner

from tipdiff.cli.commands import tipdiff

HEAD = """# Command line

Printed by `python docs/make_cli.py`, from the help that each command gives; a test holds the two
together. Results go to standard output, all else to standard error.
"""


def page() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *(_section(path) for path in _paths(tipdiff, ()))])


def _paths(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, click.Group):
        for name in sorted(command.commands):
            yield from _paths(command.commands[name], (*path, name))


def _section(path: tuple[str, ...]) -> str:
    told = CliRunner().invoke(tipdiff, [*path, "--help"], prog_name="tipdiff", terminal_width=90)
    return f"## {' '.join(('tipdiff', *path))}\n\n```\n{told.output.rstrip()}\n```\n"


if __name__ == "__main__":
    sys.stdout.write(page())
