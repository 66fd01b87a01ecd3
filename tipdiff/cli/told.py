"""Commands whose help goes where results go: what cannot be written is told there too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from tipdiff.cli.edge import write

__all__ = ["Command", "Group", "version_option"]

F = TypeVar("F", bound=Callable[..., Any])


class Command(click.Command):
    """A command whose help is a result."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.callback = _show_help
        return option


class Group(Command, click.Group):
    """A command of commands, whose help is a result."""

    command_class = Command


def _show_help(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        write(ctx.get_help(), None)
        ctx.exit()


def version_option() -> Callable[[F], F]:
    """Return what gives a command the option that tells the version."""
    return click.option(
        "--version",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_show_version,
        help="Show the version and exit.",
    )


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from tipdiff import __version__

        write(f"tipdiff {__version__}", None)
        ctx.exit()
