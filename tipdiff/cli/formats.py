"""The type of ``--format``: the project's own formats, and those that installed packages add."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from tipdiff.output.results import Kind

    _Names = click.ParamType[str]
else:
    _Names = click.ParamType  # no generic in older versions

__all__ = ["Format"]


class Format(_Names):
    """The name of a renderer of one kind of result.

    Installed packages are asked only for a name that is none of the project's own: looking for them
    takes as long as all else that a start needs.
    """

    name = "format"

    def __init__(self, kind: Kind, *names: str) -> None:
        self._kind = kind
        self._names = names

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name if there is such a format, else say which there are."""
        if value not in self._names and value not in (others := self._others()):
            names = ", ".join((*self._names, *others))
            self.fail(f"no format is called {value!r}; there are {names}", param, ctx)
        return value

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return what the help shows: the project's own names."""
        del param, ctx
        return f"[{'|'.join(self._names)}|...]"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the names that begin so."""
        from click.shell_completion import CompletionItem

        del ctx, param
        names = dict.fromkeys((*self._names, *self._others()))
        return [CompletionItem(name) for name in names if name.startswith(incomplete)]

    def _others(self) -> tuple[str, ...]:
        from tipdiff.output import installed

        return tuple(dict.fromkeys(entry.name for entry in installed(self._kind)))
