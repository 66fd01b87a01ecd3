"""Word documents (DOCX), by python-docx; the decoded source is the text taken out here.

The library opens the package and knows its styles; the text is taken from the paragraphs' own
elements, for what it offers itself leaves out insertions that are tracked, controls and text boxes.
Numbers that Word counts are counted again, so that an answer keeps its letter.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from attrs import Factory, define

from tipdiff.errors import SourceError
from tipdiff.patterns import regex
from tipdiff.reading.forms.archive import unpacked
from tipdiff.reading.forms.flow import headed, joined
from tipdiff.reading.forms.limits import needs_documents

if TYPE_CHECKING:
    from docx.document import Document as Word

__all__ = ["word_text"]

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: Elements whose text a reader of the document does not see: what was deleted or moved away, the
#: codes of fields, the copy of a drawing for older programs.
_UNSEEN: Final = frozenset(
    {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr")}
    | {_FALLBACK}
)
#: Elements that stand for a character.
_SIGNS: Final = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}
#: Elements of a body that only wrap other paragraphs and tables.
_WRAPS: Final = frozenset(
    f"{_W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)
_HEADING = regex(r"(?:heading (?P<level>[1-9])|title)", re.IGNORECASE)
_ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def word_text(data: bytes, name: str) -> str:
    """Return the text of a Word document: headings marked, lists numbered, tables by bars.

    Raises:
        SourceError: It is broken, larger than a source may be, or the library is not installed.

    """
    try:
        import docx
    except ImportError:
        raise needs_documents("a Word document", name) from None
    unpacked(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        paragraphs = list(_Reader(document).blocks(document.element.body))
    except Exception as error:  # noqa: BLE001 - the library raises whatever a broken part leads to
        raise SourceError(f"a broken Word document: {error}", source=name) from None
    return joined(paragraphs)


@define(eq=False)
class _Reader:
    """Reads blocks in order, and counts the lists on the way."""

    document: Word
    counts: dict[str, Counter[int]] = Factory(dict)

    def blocks(self, parent: Any) -> Iterator[str]:
        """Yield each paragraph, and each row of a table."""
        for element in parent:
            if element.tag == f"{_W}p":
                yield self.paragraph(element)
                for box in element.iter(f"{_W}txbxContent"):
                    if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                        yield from self.blocks(box)
            elif element.tag == f"{_W}tbl":
                yield from self.table(element)
            elif element.tag in _WRAPS:
                yield from self.blocks(element)

    def table(self, table: Any) -> Iterator[str]:
        """Yield the rows of a table; one of a single column only frames its paragraphs."""
        rows = [row.findall(f"{_W}tc") for row in table.iter(f"{_W}tr")]
        if all(len(cells) == 1 for cells in rows):
            for (cell,) in rows:
                yield from self.blocks(cell)
        else:
            # Rows stand below one another: they are one block.
            yield "\n".join(
                " | ".join(" ".join(_text(cell).split()) for cell in cells) for cells in rows
            )

    def paragraph(self, element: Any) -> str:
        """Return the text of a paragraph with its number, or the mark of a heading."""
        text = _text(element).strip("\n")
        styles = list(self.styles(element))
        if not text.strip():
            return ""
        text = self.number(element, styles) + text
        heading = next((m for s in styles if (m := _HEADING.fullmatch(s.name or ""))), None)
        return headed(text, int(heading["level"] or 1)) if heading else text

    def styles(self, element: Any) -> Iterator[Any]:
        """Yield the style of a paragraph and those that it is based on."""
        from docx.text.paragraph import Paragraph

        style: Any = Paragraph(element, self.document).style
        seen: set[str] = set()
        while style is not None and style.style_id not in seen:
            seen.add(style.style_id)
            yield style
            style = style.base_style

    def number(self, element: Any, styles: list[Any]) -> str:
        """Return the label that Word puts before a paragraph of a list."""
        owners = [element, *(style.element for style in styles)]
        properties = [owner.find(f"{_W}pPr/{_W}numPr") for owner in owners]
        own = next((p for p in properties if p is not None), None)
        if own is None:
            return ""
        number, depth = _value(own, "numId"), int(_value(own, "ilvl") or 0)
        levels = self.levels(number)
        if number in {None, "0"} or depth not in levels:
            return ""
        form, label, start = levels[depth]
        if form == "bullet":
            return "- "
        if form == "none":
            return ""
        counts = self.counts.setdefault(str(number), Counter())
        counts[depth] = counts[depth] + 1 if depth in counts else start
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]

        def printed(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            own_form, _, first = levels.get(level, (form, label, 1))
            return _counted(counts.get(level, first), own_form)

        return re.sub(r"%([1-9])", printed, label) + " "

    def levels(self, number: str | None) -> dict[int, tuple[str, str, int]]:
        """Return of each level of a list its way to count, its label, and where it starts."""
        try:
            root: Any = self.document.part.numbering_part.element
        except (KeyError, NotImplementedError):  # a document without lists
            return {}
        named = next((n for n in root.findall(f"{_W}num") if n.get(f"{_W}numId") == number), None)
        if named is None:
            return {}
        wanted = _value(named, "abstractNumId")
        lists = root.findall(f"{_W}abstractNum")
        found = next((each for each in lists if each.get(f"{_W}abstractNumId") == wanted), None)
        levels = [] if found is None else found.findall(f"{_W}lvl")
        return {
            int(level.get(f"{_W}ilvl")): (
                _value(level, "numFmt") or "decimal",
                _value(level, "lvlText") or "",
                int(_value(level, "start") or 1),
            )
            for level in levels
        }


def _value(parent: Any, name: str) -> str | None:
    child = parent.find(f"{_W}{name}")
    value: str | None = None if child is None else child.get(f"{_W}val")
    return value


def _counted(number: int, form: str) -> str:
    """Return a number in the way a list counts: 3, c, C, iii."""
    if form.endswith("Letter"):
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif form.endswith("Roman"):
        text = ""
        for value, letters in _ROMAN:
            while number >= value:
                text, number = text + letters, number - value
    else:
        return str(number)
    return text.upper() if form.startswith("upper") else text


def _text(element: Any) -> str:
    """Return what a reader sees of an element, but for the boxes of text in it."""
    pieces = []
    for child in element:
        if child.tag in _UNSEEN or child.tag == f"{_W}txbxContent" or _vanished(child):
            continue
        if child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag == f"{_W}p":
            pieces += (_text(child), "\n")
        else:
            pieces.append(_SIGNS.get(child.tag) or _text(child))
    return "".join(pieces)


def _vanished(run: Any) -> bool:
    """Whether a run is hidden text."""
    hidden = run.find(f"{_W}rPr/{_W}vanish") if run.tag == f"{_W}r" else None
    return hidden is not None and hidden.get(f"{_W}val") not in {"0", "false"}
