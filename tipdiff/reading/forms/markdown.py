"""Markdown, taken off in place: a cable pasted into it is no document of it.

A parser would make a list of numbered paragraphs and a heading of each line above a rule, and it
knows the lines of what it reads but not the columns. So only marks inside lines go; headings stay
marked, for a heading that says it is one is read as one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from tipdiff.patterns import regex
from tipdiff.reading.forms.signs import is_cable

if TYPE_CHECKING:
    from tipdiff.reading.edits import Edit

__all__ = ["markdown"]

#: The sign of the lowest heading.
_LOWEST: Final = "###### "
#: From so many signs on a text is in Markdown.
_MIN_SIGNS: Final = 2
_HEADING = regex(r"^#{1,6} +(?=\S)", re.MULTILINE)
_FENCE = regex(r"[ \t]{0,3}(?:`{3,}|~{3,})[\w+-]*[ \t]*")
#: Bold: the marks touch the words, and are no row of stars.
_BOLD = regex(r"(?<![*_\w])(?P<m>\*\*\*?|__)(?=[^\s*_])(?P<t>[^\n]*?[^\s*_\\])(?P=m)(?![*])")
_ITALIC = regex(r"(?<![*\w\\])(?P<m>\*)(?=[^\s*])(?P<t>[^*\n]*?[^\s*\\])(?P=m)(?![*\w])")
_UNDERSCORED = regex(r"(?<![_\w\\])(?P<m>_)(?=[^\s_])(?P<t>[^_\n]*?[^\s_\\])(?P=m)(?![_\w])")
#: A whole line set off, as a heading is that was none of the document's: **Ferries**.
_SET_OFF = regex(
    r"^[ \t]*(?P<m>\*{1,3}|_{1,3})(?=[^\s*_])(?P<t>[^*_\n]{2,80})(?<=[^\s.!?;,*_:])"
    r"(?P<c>:?(?P=m):?)[ \t]*$",
    re.MULTILINE,
)
_LINK = regex(
    r"(?P<a>!?\[)(?P<t>[^\[\]\n]*)(?P<b>\]\((?:[^()\s]|\([^()\s]*\))*(?: +\"[^\"\n]*\")?\))"
)
#: The tags of a cable as links that lead nowhere; the header knows them.
_TAG_LINK = regex(r"\[[A-Z, ]+\]\(#?[^)]*\)")
_CODE = regex(r"(?P<m>`+)(?=[^`])(?P<t>[^`\n]+)(?P=m)(?!`)")
_ENTITY = regex(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8}\d{0,2});")
_ESCAPE = regex(r"\\(?=[!-/:-@\[-`{-~])|\\$", re.MULTILINE)
_HTML = regex(r"<!--[^\n]*?-->|</?(?:br|b|i|u|em|strong|p|span|div|a|sup|sub)\b[^<>\n]*>")
_PLUS = regex(r"^[ \t]*\+(?= \S)", re.MULTILINE)
_SHOWN = regex(r"^[ \t]{0,3}(?:> ?)+(?=\S)", re.MULTILINE)
#: What a Markdown file says of itself before its text.
_FRONT = regex(r"\A---[ \t]*\n(?:[\w-]+:[^\n]*\n|[ \t]+[^\n]*\n|- [^\n]*\n)+(?:---|\.\.\.)[ \t]*\n")


def markdown(text: str) -> tuple[list[Edit], str]:
    """Take off the marks of Markdown, where a text has enough of them to be in it."""
    front = _FRONT.match(text)
    start = front.end() if front else 0
    own = not is_cable(text)
    set_off = sum(1 for _ in _SET_OFF.finditer(text)) if own else 0
    if _signs(text[start:]) + set_off + 2 * bool(front) < _MIN_SIGNS:
        return [], ""
    edits: list[Edit] = [(0, start, "")] if front else []
    for at, end in _outside_fences(text, start, edits):
        if own and set_off >= _MIN_SIGNS:
            edits += _set_off(text, at, end)
        edits += _unmarked(text, at, end)
    clean: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: edit[:2]):  # of two at one place the first counts
        if not clean or edit[0] >= clean[-1][1]:
            clean.append(edit)
    return clean, "the marks of Markdown are taken off"


def _signs(text: str) -> int:
    """Count what only Markdown has; tags as links alone make none."""
    links = bold = fences = 0
    if "](" in text:
        links = sum(m["b"] not in {"](#)", "]()"} for m in _LINK.finditer(text))
    if "**" in text or "__" in text:
        bold = sum(1 for _ in _BOLD.finditer(text))
    if "```" in text or "~~~" in text:
        fences = sum(_FENCE.fullmatch(line) is not None for line in text.splitlines())
    return len(_HEADING.findall(text)) + bold + links + 2 * (fences > 1)


def _outside_fences(text: str, start: int, edits: list[Edit]) -> Iterator[tuple[int, int]]:
    """Yield the stretches outside fenced blocks, and note the fences, whose text is as typed."""
    fenced, at, place = False, start, start
    for line in text[start:].splitlines(keepends=True):
        if _FENCE.fullmatch(line.rstrip("\n")):
            if not fenced:
                yield at, place
            edits.append((place, place + len(line.rstrip("\n")), ""))
            fenced, at = not fenced, place + len(line)
        place += len(line)
    if not fenced:
        yield at, len(text)


def _shape(keep: str) -> Callable[[re.Match[str]], Iterator[Edit]]:
    """Return how a pair of marks goes and leaves what stands between them."""

    def edits(match: re.Match[str]) -> Iterator[Edit]:
        yield match.start(), match.start(keep), ""
        yield match.end(keep), match.end(), ""

    return edits


def _unmarked(text: str, start: int, end: int) -> Iterator[Edit]:
    around = _shape("t")
    for pattern in (_BOLD, _ITALIC, _UNDERSCORED, _CODE):
        for match in pattern.finditer(text, start, end):
            yield from around(match)
    for match in _LINK.finditer(text, start, end):
        if match["a"].startswith("!"):
            yield match.start(), match.end(), ""
        elif not _TAG_LINK.fullmatch(match[0]):
            yield from around(match)
    for match in _ENTITY.finditer(text, start, end):
        import html  # knows two thousand names, and few texts have one

        letter = html.unescape(match[0])
        if len(letter) == 1:
            yield match.start(), match.end(), letter
    for match in _PLUS.finditer(text, start, end):
        yield match.end() - 1, match.end(), "-"
    for pattern in (_ESCAPE, _HTML, _SHOWN):
        for match in pattern.finditer(text, start, end):
            yield match.start(), match.end(), ""
    yield from _headings(text, start, end)


def _set_off(text: str, start: int, end: int) -> Iterator[Edit]:
    """Make a heading of each line that is set off as a whole."""
    for match in _SET_OFF.finditer(text, start, end):
        yield match.start("m"), match.end("m"), _LOWEST
        yield match.start("c"), match.end("c"), ""
        if text[match.end() + 1 : match.end() + 2].strip():
            yield match.end(), match.end(), "\n"


def _headings(text: str, start: int, end: int) -> Iterator[Edit]:
    """Set headings apart from what stands right below; a cable's id is none."""
    for match in _HEADING.finditer(text, start, end):
        stop = text.find("\n", match.end())
        stop = stop if stop >= 0 else len(text)
        title = text[match.end() : stop].strip(" #*_")
        if text[stop + 1 : stop + 2].strip():
            yield stop, stop, "\n"  # what stands right below is no part of it
        if re.fullmatch(r"\d{2}[A-Z]{3,}\d{1,6}", title):
            yield match.start(), match.end(), ""
