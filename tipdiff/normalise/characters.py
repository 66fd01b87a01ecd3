"""Characters that are another form of others: invisible, composed, tied together, or garbled.

UTF-8 that was read as cp1252 is told by its shape alone: a lead letter, and behind it as many of
the characters that cp1252 has for the bytes 80 to BF as the lead byte asks for. Leads that real
words end in (an A with a ring in capitals) count inside a word only.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from tipdiff.normalise.mapped import Mapped, replaced
from tipdiff.patterns import regex

__all__ = ["INVISIBLE", "SOFT_HYPHEN", "mended"]

SOFT_HYPHEN: Final = "\u00ad"
#: What no reader sees, as the body of a character class: Unicode's Default_Ignorable_Code_Point
#: (soft hyphens, zero-width spaces and joiners, direction marks, byte order marks, selectors).
INVISIBLE: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
#: Spaces of other widths, and such as break no line: one like the other where lines are laid out.
SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
#: Letters that a typesetter has tied together (Alphabetic Presentation Forms of Latin letters).
LIGATURES: Final = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}

#: The bytes 80 to BF as cp1252 reads them; its five empty places as Latin-1 does.
_BYTES: Final = {
    bytes([b]).decode("cp1252") if b not in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else chr(b): b
    for b in range(0x80, 0xC0)
} | {chr(b): b for b in range(0x80, 0xC0)}
_TAIL: Final = "[" + "".join(re.escape(sign) for sign in _BYTES) + "]"
#: UTF-8 read as cp1252: (pattern, sample as it was meant). They are the letters of Western Europe,
#: those of Prague, curly quotes and dashes, and pictures.
GARBLED: Final[tuple[tuple[str, str], ...]] = (
    (rf"[\u00c2\u00c3]{_TAIL}", "Varona\u00e9"),
    (rf"(?<=[a-z])[\u00c4\u00c5]{_TAIL}|[\u00c4\u00c5]{_TAIL}(?=[a-z])", "P\u0159erov"),
    (rf"[\u00e2\u00ef]{_TAIL}{{2}}", "\u201cTarn\u201c \u2013 or Osk"),
    (rf"\u00f0{_TAIL}{{3}}", "\U0001f6a2"),
)
#: A closing quote whose third byte has no sign in cp1252, and was lost.
_HALF_QUOTE: Final = "\u00e2\u20ac"
_GARBLED = regex("|".join(f"(?:{pattern})" for pattern, _ in GARBLED) + f"|{_HALF_QUOTE}")
#: What garbled letters begin with.
_LEADS = regex("[\u00c2-\u00c5\u00e2\u00ef\u00f0]")
#: A text can have been garbled more than once.
_MOST_TIMES: Final = 3

_FORMS = regex(f"[{INVISIBLE}]+|[{''.join(LIGATURES)}][\u0300-\u036f]*|[^\\W\\d_][\u0300-\u036f]+")
#: A text with none of these signs has no such form.
_FORM_SIGNS = regex(f"[{INVISIBLE}{SPACES}{''.join(LIGATURES)}\u0300-\u036f]")
#: The same in lines: spaces are plain, and a soft hyphen at a line's end stays, for it says that
#: the word goes on.
_FORMS_IN_LINES = regex(
    f"(?P<space>[{SPACES}])"
    f"|(?P<kept>(?<=[^\\W\\d_]){SOFT_HYPHEN}(?=[^\\S\\n]*\\n))|{_FORMS.pattern}"
)


def _meant(match: re.Match[str]) -> str:
    """Return what garbled letters were, or themselves if they are no UTF-8."""
    garbled = match[0]
    if garbled == _HALF_QUOTE:
        return "\u201d"
    try:
        data = bytes(_BYTES.get(sign, ord(sign)) for sign in garbled)
        return data.decode("utf-8")
    except (UnicodeDecodeError, ValueError):
        return garbled


def _plain_form(match: re.Match[str]) -> str:
    """Return the letters that a ligature or a letter with its accents is; marks become nothing."""
    found = match[0]
    if match.lastgroup is not None:
        return found if match.lastgroup == "kept" else " "
    letters = LIGATURES.get(found[0], found[0]) + found[1:]
    return unicodedata.normalize("NFC", letters) if found[0].isalpha() else ""


def mended(text: str, *, in_lines: bool = False) -> Mapped:
    """Return a text with its characters in their plain form.

    Args:
        text: Any text.
        in_lines: Whether it is a text in lines, where a soft hyphen at a line's end stays and all
            spaces are plain.

    """
    if text.isascii():
        return Mapped(text)
    mapped = Mapped(text)
    # Most texts have a few signs beyond ASCII, none of which is another form: that costs little.
    signs = "".join(sorted(set(text)))
    for _ in range(_MOST_TIMES if _LEADS.search(signs) else 0):
        again = replaced(_GARBLED, _meant, mapped.text)
        if again.starts is None:
            break
        mapped = again.of(mapped)
    if mapped.starts is None and not _FORM_SIGNS.search(signs):
        return mapped
    forms = _FORMS_IN_LINES if in_lines else _FORMS
    return replaced(forms, _plain_form, mapped.text).of(mapped)
