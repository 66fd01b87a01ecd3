"""What tipdiff raises: one base class, and a subclass for each thing worth telling apart."""

from __future__ import annotations

from typing import Final

__all__ = ["DataError", "ReadError", "SourceError", "TipdiffError"]

#: All that ends a line somewhere (``str.splitlines``).
LINE_ENDS: Final = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


def _one_line(text: str) -> str:
    r"""Return text with what ends a line, or has no shape, as its number: a name may hold anything.

    >>> print(_one_line("kal\nvik"))
    kal\nvik
    """
    if text.isprintable():
        return text
    return "".join(
        c
        if c.isprintable() or (c.isspace() and c not in LINE_ENDS)
        else c.encode("unicode_escape").decode("ascii")
        for c in text
    )


class TipdiffError(Exception):
    """Anything that stops tipdiff, said in one line that names the file and the place.

    Args:
        message: What is wrong.
        source: The file (or other name) it is wrong in, if there is one.
        line: The line in that file, from 1, if there is one.

    """

    def __init__(self, message: str, *, source: str | None = None, line: int | None = None) -> None:
        self.message = message
        self.source = source
        self.line = line
        place = "" if source is None else source if line is None else f"{source}:{line}"
        super().__init__(_one_line(f"{place}: {message}" if place else message))


class SourceError(TipdiffError):
    """A source cannot be opened or decoded: a missing path, a picture, an empty file."""


class ReadError(TipdiffError):
    """A source was decoded, but holds no report that can be read."""


class DataError(TipdiffError):
    """What was given does not have the shape it needs: plain data of a schema, or an argument."""
