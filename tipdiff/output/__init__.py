"""Renderers: callables of one signature that turn a result into text, found by name.

Those of the project stand in a table; installed packages add theirs by entry points, which are
looked for only when a name is asked for that the table does not have. The command line's help asks
for the table: what it does not need (``attrs``, which takes a third of its time) is loaded later.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, overload

from tipdiff.arguments import expect
from tipdiff.errors import TipdiffError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from tipdiff.output.options import Options
    from tipdiff.output.results import Kind

__all__ = [
    "GROUP",
    "RENDERERS",
    "Options",
    "Output",
    "Renderer",
    "installed",
    "is_binary",
    "offered",
    "render",
    "renderer",
]

Renderer = Callable[[Any, "Options"], str]
"""``(result, options) -> text``: the result is a ``Comparison``, a ``Report``, or one of the
``Claims``, ``Trends`` and ``History`` of :mod:`tipdiff.output.results`."""


class Output(NamedTuple):
    """An output: all that it takes to add one.

    Attributes:
        module: Where its renderer is.
        function: The renderer's name there.
        offered: Whether ``--format`` offers it; others have an option or a command of their own.
        binary: Whether it gives bytes, which go to a file.

    """

    module: str
    function: str
    offered: bool = True
    binary: bool = False


#: Where each renderer is, by the kind of its result; its module is loaded when it is asked for.
RENDERERS: Final[Mapping[Kind, Mapping[str, Output]]] = {
    "comparison": {
        "text": Output("tipdiff.output.comparison.text", "comparison_text"),
        "json": Output("tipdiff.output.json", "comparison_json"),
        "markdown": Output("tipdiff.output.comparison.markdown", "comparison_markdown"),
        "csv": Output("tipdiff.output.comparison.csv", "comparison_csv"),
        "html": Output("tipdiff.output.comparison.html", "comparison_html"),
        "docx": Output("tipdiff.output.comparison.word", "comparison_word", binary=True),
        "review": Output("tipdiff.output.comparison.review", "review_template", offered=False),
    },
    "report": {
        "text": Output("tipdiff.output.report.text", "report_text"),
        "json": Output("tipdiff.output.json", "report_json"),
        "plain": Output("tipdiff.output.report.text", "report_plain", offered=False),
    },
    "claims": {
        "text": Output("tipdiff.output.claims.text", "claims_text"),
        "json": Output("tipdiff.output.json", "claims_json"),
        "csv": Output("tipdiff.output.claims.csv", "claims_csv"),
    },
    "trends": {
        "text": Output("tipdiff.output.trends.text", "trends_text"),
        "json": Output("tipdiff.output.json", "trends_json"),
        "markdown": Output("tipdiff.output.trends.markdown", "trends_markdown"),
        "csv": Output("tipdiff.output.trends.csv", "trends_csv"),
        "html": Output("tipdiff.output.trends.html.page", "trends_html"),
    },
    "history": {
        "text": Output("tipdiff.output.history.text", "history_text"),
        "json": Output("tipdiff.output.history.json", "history_json"),
        "markdown": Output("tipdiff.output.history.markdown", "history_markdown"),
        "csv": Output("tipdiff.output.history.csv", "history_csv"),
        "html": Output("tipdiff.output.history.html.page", "history_html"),
    },
}
#: The group of the entry points that are renderers of comparisons; those of another kind are in
#: the group of that name with the kind behind a dot: ``tipdiff.renderers.history``.
GROUP: Final = "tipdiff.renderers"


def __getattr__(name: str) -> object:
    if name != "Options":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from tipdiff.output.options import Options

    return Options


@overload
def render(  # type: ignore[overload-overlap]  # a name of its own among all
    result: object, format: Literal["docx"], options: Options | None = None
) -> bytes: ...


@overload
def render(
    result: object, format: str | Renderer = "text", options: Options | None = None
) -> str: ...


def render(
    result: object,
    format: str | Renderer = "text",  # noqa: A002 the command line's own name for it
    options: Options | None = None,
) -> str | bytes:
    """Return a result as text, or as the bytes of a file.

    Args:
        result: A ``Report``, a ``Comparison``, or what :func:`tipdiff.trends` or
            :func:`tipdiff.history` returned, or some of it.
        format: The name of a renderer, as ``--format`` takes it, or a renderer of one's own: a
            callable of the result and the options.
        options: Width, styles and what else a format heeds; as for a file if None.

    Returns:
        The text, which ends with a line break unless the format is one without lines; the bytes
        of a Word document (``docx``).

    Raises:
        TipdiffError: There is no renderer of that name for such a result, or the result is none.

    """
    from tipdiff.output.options import Options
    from tipdiff.output.results import kind_of, result_of

    if options is not None:
        expect("options", options, Options, "Options")
    if not callable(format):
        expect("format", format, str, "a name, or something to call")
    given = result_of(result)
    found = renderer(format, kind_of(given)) if isinstance(format, str) else format
    return found(given, options or Options())


def renderer(name: str, kind: Kind = "comparison") -> Renderer:
    """Return a renderer by its name: one of the project's own, else an installed one.

    Raises:
        TipdiffError: There is none of that name, there are several, or it cannot be loaded.

    """
    known = RENDERERS[kind]
    if name in known:
        output = known[name]
        found: Renderer = getattr(import_module(output.module), output.function)
        return found
    others = installed(kind)
    named = [entry for entry in others if entry.name == name]
    if not named:
        names = ", ".join(dict.fromkeys((*known, *(entry.name for entry in others))))
        raise TipdiffError(f"no format is called {name!r}; there are {names}")
    if len(named) > 1:
        told = " and ".join(entry.value for entry in named)
        raise TipdiffError(f"several installed formats are called {name!r}: {told}")
    return _guarded(named[0])


def is_binary(name: str, kind: Kind = "comparison") -> bool:
    """Whether a format gives bytes, which go to a file; what is installed gives text."""
    known = RENDERERS[kind].get(name)
    return known is not None and known.binary


def offered(kind: Kind) -> tuple[str, ...]:
    """Return the names of the project's own formats for ``--format``, the default first."""
    return tuple(name for name, output in RENDERERS[kind].items() if output.offered)


def installed(kind: Kind) -> tuple[EntryPoint, ...]:
    """Return the renderers that installed packages add, by name; none of them is loaded."""
    from importlib.metadata import entry_points

    group = GROUP if kind == "comparison" else f"{GROUP}.{kind}"
    return tuple(sorted(set(entry_points(group=group)), key=lambda e: (e.name, e.value)))


def _guarded(entry: EntryPoint) -> Renderer:
    """Return an installed renderer such that whatever goes wrong in it is told as its own."""

    def guarded(result: Any, options: Options) -> str:
        try:
            text = entry.load()(result, options)
        except TipdiffError:
            raise
        except Exception as error:
            raise TipdiffError(
                f"{type(error).__name__}: {error}", source=f"format {entry.name} ({entry.value})"
            ) from error
        if not isinstance(text, str):
            raise TipdiffError(
                f"gives {type(text).__name__}, not text",
                source=f"format {entry.name} ({entry.value})",
            )
        return text

    return guarded
