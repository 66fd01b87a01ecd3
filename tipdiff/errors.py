"""What tipdiff raises: one base class, and a subclass for each thing worth telling apart."""

from __future__ import annotations


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
        super().__init__(f"{place}: {message}" if place else message)


class SourceError(TipdiffError):
    """A source cannot be opened or decoded: a missing path, a picture, an empty file."""


class ReadError(TipdiffError):
    """A source was decoded, but holds no report that can be read."""


class DataError(TipdiffError):
    """What was given does not have the shape it needs: plain data of a schema, or an argument."""
