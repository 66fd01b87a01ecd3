"""How many columns of a terminal a text takes: wide letters take two, accents on their own none."""

from __future__ import annotations

from typing import Final

from tipdiff.patterns import regex

__all__ = ["cut_at", "filled", "label_lines", "width_of"]

#: How far the further lines of a label stand in.
HANG: Final = "  "
#: Letters that take one column each, whatever stands beside them: of Latin, Greek and Cyrillic, the
#: dashes, quotes and signs of money of a report, and the arrows and bars of what is shown. Where
#: there are no others wcwidth, which takes as long to load as to compare two reports, has no say.
NARROW: Final = (
    r" -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f"
    r"\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2199\u2500-\u259f"
)
_NARROW: Final = regex(f"[{NARROW}]*")


def width_of(text: str) -> int:
    """Return the columns of a text in which nothing acts (``safe.visible``)."""
    if _is_narrow(text):
        return len(text)
    from wcwidth import wcswidth

    width: int = wcswidth(text)
    return width if width >= 0 else len(text)


def _is_narrow(text: str) -> bool:
    return text.isascii() or _NARROW.fullmatch(text) is not None


def filled(text: str, width: int, *, right: bool = False) -> str:
    """Return a text with spaces behind it, or before it, to so many columns."""
    spaces = " " * max(width - width_of(text), 0)
    return spaces + text if right else text + spaces


def cut_at(text: str, most: int) -> list[str]:
    """Return a text in parts of at most so many columns; no letter is parted from its accents.

    A letter that is wider alone is a part of its own.
    """
    if width_of(text) <= most:
        return [text]
    if _is_narrow(text):
        return [text[k : k + most] for k in range(0, len(text), most)]
    from wcwidth import iter_graphemes

    parts = [""]
    room = most
    for letter in iter_graphemes(text):
        width = width_of(letter)
        if width > room and parts[-1]:
            parts.append("")
            room = most
        parts[-1] += letter
        room -= width
    return parts


def label_lines(text: str, most: int) -> list[str]:
    """Return a label in lines of so many columns, broken between words where it can be."""
    lines = [""]
    for word in text.split(" "):
        for part in cut_at(word, max(most - len(HANG), 2)):
            told = f"{lines[-1]} {part}" if lines[-1].strip() else lines[-1] + part
            if width_of(told) > most and lines[-1].strip():
                lines.append(HANG + part)
            else:
                lines[-1] = told
    return lines
