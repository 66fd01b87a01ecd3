"""Arguments that name a file or a folder: a shell completes them so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

__all__ = ["PATH"]


class _Path(click.types.StringParamType):
    """A text, as far as the program is concerned: what it names is seen when it is opened.

    click's own type of paths would ask the system at once, and in its own words.
    """

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Leave it to the shell, which knows its files."""
        from click.shell_completion import CompletionItem

        del ctx, param
        return [CompletionItem(incomplete, type="file")]


#: The type of every argument and option that names a file or a folder.
PATH: Final = _Path()
