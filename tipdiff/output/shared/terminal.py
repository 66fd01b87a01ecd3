"""Plain pages for a terminal: styled runs of text, wrapped to a width."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

import click

from tipdiff.output.shared.columns import cut_at, width_of
from tipdiff.output.shared.safe import visible

if TYPE_CHECKING:
    from tipdiff.output.options import Options

__all__ = ["Page", "Run"]

Run = tuple[str, str]
"""``(style, text)``; the styles are the keys of ``STYLES``, the empty one is plain."""

#: Styles of a terminal. Removed and added words differ in more than colour.
STYLES: Final[Mapping[str, Mapping[str, Any]]] = {
    "": {},
    "head": {"bold": True},
    "dim": {"dim": True},
    "warn": {"fg": "yellow", "bold": True},
    "old": {"fg": "red", "strikethrough": True},
    "new": {"fg": "green", "underline": True},
    "-": {"fg": "red", "bold": True},
    "+": {"fg": "green", "bold": True},
    "~": {"fg": "cyan", "bold": True},
    ">": {"fg": "blue", "bold": True},
    "=": {"dim": True},
}
#: What encloses removed and added words where there are no styles, as in ``git diff --word-diff``.
BRACKETS: Final[Mapping[str, tuple[str, str]]] = {"old": ("[-", "-]"), "new": ("{+", "+}")}
#: Between two columns.
BETWEEN: Final = "  |  "
#: Narrowest column of text: in a narrower window lines run over rather than break every word.
LEAST: Final = 24


class Page:
    """Lines of text as wide as the options say."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._lines: list[str] = []

    def line(self, *runs: Run | str, indent: int = 0, hang: int | None = None) -> None:
        """Add a paragraph: wrapped, later lines indented by ``hang`` (as the first if null)."""
        indents = indent, indent if hang is None else hang
        room = max(self._options.width, indents[1] + LEAST)
        lines = self._wrapped(runs, (room - indents[0], room - indents[1]))
        for k, (_, line) in enumerate(lines or [(0, "")]):
            self._lines.append((" " * indents[min(k, 1)] + line).rstrip())

    def columns(
        self, left: Iterable[Run | str], right: Iterable[Run | str], *, indent: int = 0
    ) -> None:
        """Add two paragraphs beside each other, each half as wide as the page."""
        half = max((self._options.width - indent - len(BETWEEN)) // 2, LEAST)
        sides = [self._wrapped(runs, (half, half), longest=half) for runs in (left, right)]
        for k in range(max(map(len, sides))):
            (size, one), (_, other) = (s[k] if k < len(s) else (0, "") for s in sides)
            padding = " " * (half - size)
            self._lines.append(f"{' ' * indent}{one}{padding}{BETWEEN}{other}".rstrip())

    def _wrapped(
        self, runs: Iterable[Run | str], rooms: tuple[int, int], longest: int | None = None
    ) -> list[tuple[int, str]]:
        """Return wrapped lines and the columns of each; the first has a room of its own."""
        lines: list[tuple[int, list[str]]] = []
        for size, shown in self._words(runs, longest, min(rooms)):
            room = rooms[0] if len(lines) <= 1 else rooms[1]
            if lines and lines[-1][0] + 1 + size <= room:
                lines[-1] = lines[-1][0] + 1 + size, [*lines[-1][1], shown]
            else:
                lines.append((size, [shown]))
        return [(size, " ".join(words)) for size, words in lines]

    def rule(self) -> None:
        """Add an empty line, unless there is one."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def raw(self, line: str) -> None:
        """Add a line as it is: a row of a table, which is as wide as its columns."""
        self._lines.append(line)

    def text(self) -> str:
        """Return the page, with a line feed at its end."""
        return "\n".join(self._lines).rstrip("\n") + "\n"

    def _words(
        self, runs: Iterable[Run | str], longest: int | None, room: int
    ) -> list[tuple[int, str]]:
        """Return the words of some runs with the columns each takes; a word may span runs.

        A word longer than ``longest`` is cut, since it would break a column; one of wide letters
        at ``room``, since writing that has them has no spaces between words.
        """
        words: list[tuple[int, str]] = []
        joins = False
        for run in runs:
            style, text = ("", run) if isinstance(run, str) else run
            text = visible(text)
            parts = self._enclosed(style, text)
            parts = [cut for part in parts for cut in self._cut(part, longest, room)]
            for k, part in enumerate(parts):
                shown, width = self._styled(style, part), width_of(part)
                joined = k == 0 and joins and words and not text[:1].isspace()
                if joined and (longest is None or words[-1][0] + width <= longest):
                    size, before = words.pop()
                    words.append((size + width, before + shown))
                else:
                    words.append((width, shown))
            if text:
                joins = not text[-1].isspace()
        return words

    def _cut(self, word: str, longest: int | None, room: int) -> list[str]:
        """Return a word in the parts that fit."""
        if longest is not None:
            return cut_at(word, longest)
        return [word] if width_of(word) <= len(word) else cut_at(word, room)

    def _enclosed(self, style: str, text: str) -> list[str]:
        parts = text.split()
        if parts and not self._options.color and style in BRACKETS:
            start, end = BRACKETS[style]
            parts[0] = start + parts[0]
            parts[-1] += end
        return parts

    def _styled(self, style: str, text: str) -> str:
        return click.style(text, **STYLES[style]) if self._options.color and style else text
