"""Text from a cable made harmless for a terminal: what would act there is shown instead."""

from __future__ import annotations

from typing import Final

from tipdiff.patterns import regex

__all__ = ["visible"]

#: Spaces that are wider or narrower than one; a terminal needs none of them.
_SPACES: Final = regex("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
#: Where the pictures of the control characters begin: U+241B stands for escape.
_PICTURES: Final = 0x2400
_DELETE: Final = 0x7F


def visible(text: str) -> str:
    r"""Return ``text`` on one line, with all that is no plain letter, mark or space made visible.

    Control characters become their pictures (escape becomes ``␛``), and what else has no shape of
    its own (marks that turn the direction of writing, zero-width characters, lone surrogates, line
    separators) its number, as in ``<U+202E>``.

    >>> visible("14 \x1b[31marrests")
    '14 ␛[31marrests'
    """
    if text.isprintable():
        return text
    text = _SPACES.sub(" ", text)
    return "".join(c if c.isprintable() else _shown(ord(c)) for c in text)


def _shown(number: int) -> str:
    if number < ord(" "):
        return chr(_PICTURES + number)
    if number == _DELETE:
        return "\u2421"
    return f"<U+{number:04X}>"
