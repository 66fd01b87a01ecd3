"""Rich Text Format, by striprtf; the decoded source is the text it gives."""

from __future__ import annotations

from tipdiff.errors import SourceError
from tipdiff.reading.forms.flow import joined

__all__ = ["rtf_text"]


def rtf_text(data: bytes, name: str) -> str:
    """Return the text of an RTF file, a line for each of its paragraphs.

    Raises:
        SourceError: It is broken.

    """
    from striprtf.striprtf import rtf_to_text

    try:
        # The format is ASCII; a letter beyond it that was not escaped is one of its code page.
        plain = data.decode("cp1252", "replace")
        text: str = rtf_to_text(plain, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, TypeError, IndexError, OverflowError) as error:
        raise SourceError(f"a broken RTF document: {error}", source=name) from None
    # A row of a table ends with the bar of its last cell.
    lines = [line.removesuffix("|") for line in text.replace("\r", "").split("\n")]
    return joined([line.replace("|", " | ") if "|" in line else line for line in lines])
