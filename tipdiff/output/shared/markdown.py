"""Text as Markdown shows it: no letter of a cable is markup."""

from __future__ import annotations

import re
from typing import Final

from tipdiff.output.shared.safe import visible
from tipdiff.patterns import regex

__all__ = ["PARTED", "inner", "line", "plain"]

#: What trackers look for in the text when all markup is done, so that no escape helps: mentions,
#: links to issues, shortcodes of pictures. A comment that says nothing parts the two halves.
_LOOKED_FOR: Final = r"@(?=\w)|[#!](?=\d)|\bGH-(?=\d)|:(?=(?:[a-z+-][\w+-]*|100|1234):)"
#: What is markup, begins mathematics, or makes an address a link, wherever it stands.
_MEANT: Final = r"[&<$]|:(?=//)|(?<=\bwww)\."
#: What a backslash takes the meaning of.
_ESCAPED: Final = r"[\\`*_{}\[\]|~]"
_SIGNS: Final = regex(f"(?P<parted>{_LOOKED_FOR})|(?P<meant>{_MEANT})|{_ESCAPED}", re.IGNORECASE)
PARTED: Final = "<!-- -->"
#: What means something at the beginning of a line: a list, a rule, a quotation, a heading.
_LEADING: Final = regex(r"^(\s*)([-+=>#]|\d+(?=[.)]))")


def plain(text: str) -> str:
    """Return a text that Markdown shows as it is: no markup, no mention, no link."""
    text = inner(text)
    return _LEADING.sub(lambda found: f"{found[1]}&#{ord(found[2][0])};{found[2][1:]}", text)


def inner(text: str) -> str:
    """Return the same of a text that begins no line, such as that of a table's cell."""
    return _SIGNS.sub(_harmless, visible(text))


def line(text: str) -> str:
    """Return a text as a line of its own: spaces before it would make it code."""
    return plain(text).strip()


def _harmless(found: re.Match[str]) -> str:
    if found["meant"]:
        return f"&#{ord(found[0])};"
    if found["parted"]:
        return found[0] + PARTED
    return "\\" + found[0]
