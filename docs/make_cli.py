"""Print docs/cli.md from the commands' own help: ``python docs/make_cli.py > docs/cli.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from tipdiff.cli.commands import tipdiff

HEAD = """# Command line

Printed by `python docs/make_cli.py`, from the help that each command gives; a test holds the two
together. Results go to standard output, all else to standard error.
"""


def page() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *_commands(tipdiff, "tipdiff")])


def _commands(
    command: click.Command, path: str, parent: click.Context | None = None
) -> Iterator[str]:
    context = click.Context(
        command,
        info_name=path.rsplit(maxsplit=1)[-1],
        parent=parent,
        max_content_width=90,
        terminal_width=90,
    )
    yield f"## {path}\n\n```\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            sub = command.get_command(context, name)
            if sub is not None:
                yield from _commands(sub, f"{path} {name}", context)


if __name__ == "__main__":
    sys.stdout.write(page())
