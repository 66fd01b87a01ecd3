"""The type of ``--format``: the project's own formats, and those that installed packages add."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from tipdiff.output.results import Kind

    _Names = click.ParamType[str]
else:
    _Names = click.ParamType  # no generic in older versions

__all__ = ["ALIASES", "SUFFIXES", "Format", "by_suffix", "names_of"]

#: Other names of formats.
ALIASES: Final[Mapping[str, str]] = {"md": "markdown"}
#: What a file whose name ends so holds, unless ``--format`` says otherwise.
SUFFIXES: Final[Mapping[str, str]] = {
    ".csv": "csv",
    ".docx": "docx",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".markdown": "markdown",
    ".md": "markdown",
    ".txt": "text",
}
#: Files of programs that no result is made for: text under such a name would not open there.
OTHERS: Final = frozenset(".doc .ods .odt .pdf .ppt .pptx .rtf .xls .xlsx".split())
#: What any text may stand in, and still be read.
PLAIN: Final = frozenset({"markdown", "text"})


def by_suffix(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Return the format of the result: the one that was named, else by the file's name.

    A callback of ``--format``, which is read after ``--output``.
    """
    named = ctx.get_parameter_source("form")
    output = ctx.params.get("output")
    if named not in {ParameterSource.DEFAULT, ParameterSource.DEFAULT_MAP} or not output:
        return value
    known = names_of(param.type)
    suffix = PurePath(output).suffix.lower()
    form = SUFFIXES.get(suffix, value)
    if form in PLAIN and suffix not in OTHERS and form not in known:
        return value
    if suffix in OTHERS or form not in known:
        told = ", ".join(each for each, form in SUFFIXES.items() if form in known)
        message = f"{output}: this result is not written as {suffix}, but as {told}"
        raise click.BadParameter(message, ctx, param)
    return form


def names_of(form: object) -> Sequence[str]:
    """Return the names of formats that an option takes without asking installed packages."""
    if isinstance(form, Format):
        return form.names
    return tuple(form.choices) if isinstance(form, click.Choice) else ()


class Format(_Names):
    """The name of a renderer of one kind of result.

    Installed packages are asked only for a name that is none of the project's own: looking for them
    takes as long as all else that a start needs.
    """

    name = "format"

    def __init__(self, kind: Kind, *names: str) -> None:
        self._kind = kind
        self._names = names

    @property
    def names(self) -> tuple[str, ...]:
        """The project's own names."""
        return self._names

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name if there is such a format, else say which there are."""
        value = ALIASES.get(value, value)
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
