"""How large a source may be, and what is said where the library for a form is not there."""

from __future__ import annotations

from typing import Final

from tipdiff.errors import SourceError

__all__ = ["SIZE_LIMIT", "megabytes", "needs_documents"]

#: Most bytes of a source, and of all that a container holds once unpacked. The longest real report
#: has 0.1 MB as text, and as a scanned document with pictures some 20.
SIZE_LIMIT: Final = 64_000_000


def megabytes(size: int) -> str:
    """Return a size as a person says it: 64 MB."""
    return f"{size / 1_000_000:.0f} MB"


def needs_documents(what: str, name: str) -> SourceError:
    """Return the error of a form whose library is an extra that is not installed."""
    message = f'{what}; to read it: python -m pip install "tipdiff[documents]"'
    return SourceError(message, source=name)
