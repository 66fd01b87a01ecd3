"""Regular expressions that are compiled when they are first used.

The rules of a run are hundreds of patterns, and most reports need only half of them: to compile
those that nobody asks for takes longer than to read the report.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

__all__ = ["regex"]

#: What a compiled pattern is asked for in a loop: kept beside it, so that it costs no more.
_ASKED = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


class _Regex:
    """What stands for a pattern until it is used, and then passes on to it."""

    __slots__ = (*_ASKED, "_flags", "pattern")

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern: only what is not there yet is asked for here."""
        compiled = re.compile(self.pattern, self._flags)
        for asked in _ASKED:
            setattr(self, asked, getattr(compiled, asked))
        return getattr(compiled, name)

    def __reduce__(self) -> tuple[Any, ...]:
        return regex, (self.pattern, self._flags)

    def __repr__(self) -> str:
        return f"regex({self.pattern!r}, {self._flags!r})"


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern that is compiled when it is first used.

    Args:
        pattern: The pattern, of text or of bytes. Whether it is one, is seen at its first use; a
            test uses each of the package's.
        flags: Flags of ``re``.

    Returns:
        What does all that a compiled pattern does. Functions of ``re`` that take one take its
        methods instead: ``PATTERN.sub(...)``.

    """
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))
