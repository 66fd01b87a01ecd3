"""The lines of a cable's body, and the blocks they stand in.

A body is cut into lines, each of one kind (text, blank, rule, page mark, caption ...), and the
lines of text into blocks: runs that nothing interrupts. A block also ends where a line opens with
a label or a bullet. Whether two blocks are one paragraph torn in two is decided later, with the
labels in view (:mod:`tipdiff.reading.paragraphs`); here only what can be seen without reading.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final, Literal

from attrs import define, evolve, frozen

from tipdiff.patterns import regex
from tipdiff.reading import inline
from tipdiff.reading.ends import UNFINISHED, is_closed
from tipdiff.reading.labels import Label, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tipdiff.reading.tables.records import Table

__all__ = [
    "CAPTIONS",
    "MAX_HEADING_LINES",
    "OUTLINE",
    "PROSE_LENGTH",
    "UNFINISHED",
    "Block",
    "Line",
    "blocks",
    "is_closed",
    "lines",
    "width",
    "without_label",
]

LineKind = Literal["text", "blank", "rule", "page-mark", "caption", "header", "table", "lost"]
Gap = Literal["start", "none", "blank", "mark", "lost"]

#: Captions of a cable, in capitals.
CAPTIONS: Final = (
    r"SIPDIS|SENSITIVE|NOFORN|NOFORM|UNCLASSIFIED|UNCLAS|CONFIDENTIAL|C O N F I D E N T I A L"
    r"|LIMDIS|EXDIS|NODIS|STADIS|FOR OFFICIAL USE ONLY|NOT FOR INTERNET DISTRIBUTION"
)
_PAGE = r"[A-Z][A-Z.'\-]*(?: [A-Z.'\-]+){0,4}\s+\d{%s}\s+\d{3}(?:\.\d)?\s+OF\s+\d{3}"

#: What a whole line can be but text: (kind, pattern, sample). The first that fits decides.
LINE_FORMS: Final[tuple[tuple[LineKind, str, str], ...]] = (
    ("rule", r"(?:[-=_*~#+]\s?){3,}|[-=_]{2}", "-----------"),
    ("page-mark", _PAGE % "3,8", "PORT MERRIN 000200  002.2 OF 007"),
    (
        "header",
        rf"(?:{CAPTIONS}) SECTION \d+ OF \d+ .*|(?:{CAPTIONS}) [A-Z][A-Z .]+ \d{{6}}",
        "UNCLAS SECTION 02 OF 07 PORT MERRIN 000200",
    ),
    ("caption", rf"(?:(?:{CAPTIONS})(?:[,/; ]+|$))+", "SENSITIVE, SIPDIS"),
    ("caption", r"\[[A-Z]+(?: [A-Z]+)+\]", "[LIST OF GUESTS LEFT OUT]: an editor's own remark"),
)
_RULE = regex(LINE_FORMS[0][1])
_LINE_FORMS = tuple((kind, regex(pattern)) for kind, pattern, _ in LINE_FORMS)
#: All of them open with a capital, a bracket or a rule's sign, so that most lines need no try.
_MAY_BE_FORM = regex(r"[-=_*~#+\[]|[A-Z][A-Z .]")
#: A page mark inside a line, where a mirror has joined the lines. The long number tells it.
_INLINE_PAGE_MARK = regex(rf"(?<!\S){_PAGE % '8'}(?!\S)")
#: What a line must hold for either of these, or to be cut: most lines need no try.
_MAY_HOLD_LINES = regex(rf"\d{{3}}(?:\.\d)?\s+OF\s|{inline.MAY_BE_CUT.pattern}")
#: A header's own lines where a page break repeats the header inside the body.
_HEADER_LINE = regex(r"(?:E\.?O\.? ?\d{5}|TAGS|SUBJECT|REFS?|DECL)\s*:")

#: A text line this much shorter than the usual width was not ended by the wrapping.
_WIDTH_PERCENTILE: Final = 0.75
#: Fewer wrapped lines than this say nothing of a usual width; then the longest counts, if ...
_MIN_WRAPPED: Final = 6
#: ... it is what a cable can be wrapped at. Else every line break is meant.
_WIDTHS: Final = range(50, 81)


@frozen
class Line:
    """One line of the body, or a part of it beside a page mark: ``text`` is stripped.

    ``start`` and ``end`` are places in the document's text, ``indent`` the white space before.
    ``table`` is the whole table that a line of the kind ``table`` stands for, ``label`` what
    is known to be its label, where that is known already, ``level`` that of the heading it is in
    an outline, 0 for none.
    """

    kind: LineKind
    text: str
    start: int
    end: int
    indent: int = 0
    table: Table | None = None
    label: Label | None = None
    level: int = 0

    @property
    def width(self) -> int:
        """How far to the right the line reaches."""
        return self.indent + len(self.text)


@define(eq=False)
class Block:
    """Lines of text that nothing interrupts, and what stands around them."""

    lines: list[Line]
    gap: Gap
    label: Label
    broken: bool = False  #: the last line of text before had room left for its first word
    rule_above: bool = False
    rule_below: bool = False
    listed: bool = False  #: a line of a list that has no bullets
    table: Table | None = None  #: the table that stands here instead of text
    titled: str = ""  #: the form of a title in a running text that it was found to be
    run_in: int = 0  #: so many letters of the first line are a title that runs in

    @property
    def text(self) -> str:
        """The block in one line, label included."""
        return " ".join(line.text for line in self.lines)


def _lines_of(text: str, start: int, indent: int) -> Iterator[Line]:
    """Yield one stripped stretch of text, cut at the page marks and labels inside it."""
    position = 0
    for mark in _INLINE_PAGE_MARK.finditer(text):
        yield from _cut(text, position, mark.start(), start, 0)
        yield Line("page-mark", mark[0], start + mark.start(), start + mark.end())
        position = mark.end()
    yield from _cut(text, position, len(text), start, 0 if position else indent)


def _cut(text: str, at: int, end: int, start: int, indent: int) -> Iterator[Line]:
    """Yield the lines of ``text[at:end]``, of which only the first has the indent."""
    for first, last in inline.pieces(text, at, end):
        piece = text[first:last]
        kind: LineKind = "rule" if _RULE.fullmatch(piece) else "text"
        yield Line(kind, piece, start + first, start + last, indent)
        indent = 0


def lines(text: str, start: int, end: int) -> list[Line]:
    """Return the lines of ``text[start:end]`` in order, each with its kind."""
    found: list[Line] = []
    position, header = start, False
    for raw in text[start:end].split("\n"):
        stripped = raw.strip()
        if not stripped:
            found.append(Line("blank", "", position, position + len(raw)))
            header = header and found[-2:-1] != found[-1:]
        else:
            place = position + raw.index(stripped[0])
            kind: LineKind = "text"
            if _MAY_BE_FORM.match(stripped):
                kind = next((k for k, form in _LINE_FORMS if form.fullmatch(stripped)), "text")
            if kind == "header":
                header = True
            elif header and kind == "text":
                goes_on = bool(found) and found[-1].kind == "header"
                if _HEADER_LINE.match(stripped) or (goes_on and _HEADER_LINE.match(found[-1].text)):
                    kind = "header"
                else:
                    header = False
            if kind == "text" and _MAY_HOLD_LINES.search(stripped):
                found.extend(_lines_of(stripped, place, place - position))
            else:
                end = place + len(stripped)
                found.append(Line(kind, stripped, place, end, place - position))
        position += len(raw) + 1
    return found


def width(found: Sequence[Line]) -> int | None:
    """Return the width a cable is wrapped at, or None where it is not wrapped.

    Only lines with another line of text right below count: the last line of a paragraph, and a
    paragraph in one long line, say nothing. Neither does a line above a label, where there are
    others.
    """
    adjacent = [
        (line.width, parse(below.text))
        for line, below in pairwise(found)
        if line.kind == "text" and below.kind == "text"
    ]
    wrapped = sorted(width for width, label in adjacent if not label)
    if len(wrapped) < _MIN_WRAPPED and not (wrapped and wrapped[-1] in _WIDTHS):
        wrapped = sorted(width for width, _ in adjacent)
    if len(wrapped) < _MIN_WRAPPED:
        return wrapped[-1] if wrapped and wrapped[-1] in _WIDTHS else None
    return wrapped[int(len(wrapped) * _WIDTH_PERCENTILE)]


def _is_short(line: Line, wrap: int | None) -> bool:
    return line.width <= 2 * (wrap or _WIDTHS.stop)


def _is_broken(above: Line, line: Line, wrap: int | None) -> bool:
    """Tell whether the break between two adjacent lines was meant, and not made by wrapping."""
    if wrap is None or not _is_short(above, wrap):
        return True
    room = wrap - above.width - 1
    return room > 0 and len(line.text.split(" ", 1)[0]) <= room


def _own_widths(found: Sequence[Line], wrap: int | None) -> list[int | None]:
    """Return for each line the width its paragraph is wrapped at, where that can be narrower.

    Lines that reach no farther than a cable can be wrapped at may have been wrapped there, though
    the rest of the cable is wider.
    """
    own: list[int | None] = []
    for is_text, run in groupby(found, key=lambda line: line.kind == "text"):
        lines = list(run)
        widest = max((line.width for line in lines), default=0) if is_text else 0
        narrower = wrap is not None and widest < wrap and widest in _WIDTHS
        own += [widest if narrower else wrap] * len(lines)
    return own


#: What a heading of an outline looks like: all of one level look alike.
OUTLINE: Final = "outline %d"
#: A heading takes no more lines than this.
MAX_HEADING_LINES: Final = 3
#: A text this long is prose, whatever it lacks: no heading or item of a list is.
PROSE_LENGTH: Final = 120
#: Lines below one another that were each ended on purpose are a list: at least so many ...
_MIN_LISTED: Final = 3
#: ... and all but a few of them, for an item can be wrapped.
_LISTED_SHARE: Final = 0.6
#: A row of a table: 2004   239   12, or 2004: 12.
_ROW = regex(r"(?:19|20)\d\d ?[:\u2013-] ?\S|.*\S {2,}\S+ {2,}\S")


def without_label(block: Block) -> Block:
    """Return a block whose label turned out to be none."""
    return evolve(block, label=Label())


def _unlisted(block: Block, wrap: int | None) -> list[Block]:
    """Cut a block of lines that were each ended on purpose into one block a line.

    ``Political officer: 20 hours`` and the like stand below one another without bullets. Lines that
    are as full as a narrower paragraph could be are no list.
    """
    if len(block.lines) < _MIN_LISTED:
        return [block]
    wrap = wrap or _WIDTHS.start  # in a cable that is not wrapped short lines are meant
    meant = [
        above.width < wrap
        and not above.text.endswith((".", "?", "!"))
        and _is_broken(above, line, wrap)
        and (line.text[:1].isupper() or _ROW.match(line.text) is not None)
        for above, line in pairwise(block.lines)
    ]
    # What introduces the list may fill its line: "... spent the following time:".
    meant = [
        cut or (after and above.text.endswith(":") and below.text[:1].isupper())
        for cut, after, (above, below) in zip(
            meant, [*meant[1:], False], pairwise(block.lines), strict=True
        )
    ]
    if sum(meant) < _LISTED_SHARE * len(meant):
        return [block]
    widest = max(line.width for line in block.lines)
    if widest in _WIDTHS and not any(
        _is_broken(above, line, widest) for above, line in pairwise(block.lines)
    ):
        return [block]
    pieces = [evolve(block, lines=[block.lines[0]], rule_below=False, listed=not block.label)]
    for line, cut in zip(block.lines[1:], meant, strict=True):
        if cut:
            pieces.append(Block([line], "none", Label(), broken=True, listed=True))
        else:
            pieces[-1].lines.append(line)
    pieces[0].listed = pieces[0].listed and not pieces[0].text.endswith(":")
    pieces[-1].rule_below = block.rule_below
    return pieces


def _ends_heading(block: Block, above: Line | None) -> bool:
    """Tell whether a rule below a block belongs to it: right below, or closing a box."""
    if len(block.lines) > MAX_HEADING_LINES or block.rule_below:
        return False
    return block.rule_above or (above is not None and not block.text.endswith((".", "!", "?")))


def _completes_heading(block: Block, rest: Block) -> bool:
    """Tell whether a page mark has cut a heading between two of its lines.

    It is boxed, or a numbered paragraph of its own that ends with a colon.
    """
    lines = len(block.lines) + len(rest.lines)
    if rest.gap != "mark" or rest.label or lines > MAX_HEADING_LINES or rest.rule_above:
        return False
    boxed = block.rule_above and not block.rule_below and rest.rule_below
    whole = f"{block.text} {rest.text}"
    numbered = block.label.get("number") is not None and rest.text[:1].islower()
    return boxed or (numbered and whole.endswith(":") and not _STOP.search(whole, block.label.rest))


_STOP = regex(r"[.?!;]\s")
_TITLE_WORD = r"(?:[A-Z]\w+|and|of|to|the|in)"
_CAPITALS = regex(rf"[A-Z][A-Z\d ,:'/&()\-]{{3,70}}|{_TITLE_WORD}(?: {_TITLE_WORD}){{0,7}}:?")


_REFERENCE = regex(r"\s*\((?:[Rr][Ee][Ff]|[Pp]ara)[^()]*\)")


def _stands_alone(found: Sequence[Line], index: int) -> bool:
    """Tell whether a line between two adjacent ones is a heading: a label or rule follows it."""
    text = _REFERENCE.sub("", found[index].text)
    if index + 1 >= len(found) or not _CAPITALS.fullmatch(text):
        return False
    below = found[index + 1]
    if below.kind == "rule":
        return True
    label = parse(below.text)
    return label.get("key", "letter", "weak-letter", "number") is not None


def blocks(found: Sequence[Line], wrap: int | None) -> list[Block]:
    """Return the blocks of text in order, with the rules and gaps around them."""
    made: list[Block] = []
    gap: Gap = "start"
    widths = _own_widths(found, wrap)
    above: Line | None = None  # the line of text right above, if any
    ruled = False  # a rule stands above, with nothing but page marks and blank lines between
    for index, line in enumerate(found):
        if line.kind == "rule":
            ends = bool(made) and _ends_heading(made[-1], above)
            if ends:
                made[-1].rule_below = True
            ruled, above = not ends, None
            gap = "blank" if gap == "none" else gap
        elif line.kind == "blank":
            gap, above = "blank" if gap == "none" else gap, None
        elif line.kind != "text":
            made += (
                [Block([line], gap, Label(), listed=True, table=line.table)] if line.table else []
            )
            gap, above = "lost" if "lost" in {gap, line.kind} else "mark", None
        else:
            label = parse(line.text) if line.label is None else line.label
            last = made[-1] if made else None
            # An item stands no farther to the left than the one above it, which is not cut short.
            in_list = (
                last is not None
                and (last.listed or last.label.is_list)
                and line.indent >= last.lines[0].indent
                and not UNFINISHED.search(last.lines[-1].text)
            )
            begins = above is None or bool(label) or above.level > 0
            # Whether a break was meant matters only where a block can begin.
            broken = last is not None and (
                (begins or in_list or not _is_short(last.lines[-1], wrap))
                and _is_broken(last.lines[-1], line, widths[index])
            )
            begins = begins or (broken and in_list)
            if above is not None and not begins and is_closed(above.text):
                # A paragraph in one long line ends with the line, and a heading stands alone,
                # though the blank lines that should show it may have been lost.
                begins = (broken and not _is_short(above, wrap)) or _stands_alone(found, index)
            if begins:
                listed = above is not None and broken and in_list and not label
                titled = OUTLINE % line.level if line.level else ""
                made.append(Block([line], gap, label, broken, ruled, listed=listed, titled=titled))
                ruled = False
            else:
                made[-1].lines.append(line)
            above, gap = line, "none"
    whole: list[Block] = []
    for block in made:
        if whole and _completes_heading(whole[-1], block):
            whole[-1].lines += block.lines
            whole[-1].rule_below = block.rule_below
        else:
            whole.append(block)
    return [piece for block in whole for piece in _unlisted(block, wrap)]
