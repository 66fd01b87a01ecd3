"""A statement as comparison and claims see it."""

from __future__ import annotations

import re
from typing import Final

from tipdiff.normalise.characters import mended
from tipdiff.normalise.hyphens import BROKEN, Hyphens
from tipdiff.normalise.mapped import Mapped, replaced
from tipdiff.patterns import regex

__all__ = ["FOOTNOTES", "normalised", "plain"]

_SUPERSCRIPT = "[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]"
#: Marks of footnotes, which an editor numbers anew every year: (pattern, sample).
FOOTNOTES: Final[tuple[tuple[str, str], ...]] = (
    (r"(?<=[\w.,;:!?)\"'\u2019\u201d])(?:\[\^?\d{1,3}\])+", "32[12] victims; they left.[^3]"),
    (
        rf"(?<=[\w.,;:!?)\"'\u2019\u201d])(?<!\bm)(?<![kcdm]m){_SUPERSCRIPT}+",
        "32\u00b9 victims, but not 12 km\u00b2",
    ),
    (
        r"(?:(?<=[a-z]{4})|(?<=[a-z]{4}[.,;])|(?<=[a-z]{4}[.,][\"'\u201d]))"
        r"(?<!\bpara[.s])(?<!\bsect[.s])(?!8(?!\d))\d{1,2}(?=\s|[.,;:)\"'\u201d](?:\s|$)|$)",
        "32 victims1 fled.2 That lost its raised form; an 8 is a closing quote that went wrong",
    ),
    (r"(?<=[\w.,)])(?:\*{1,3}|[\u2020\u2021]+)(?=[\s.,;:)]|$)", "32* victims, 14\u2020"),
)
_FOOTNOTES = regex("|".join(f"(?:{pattern})" for pattern, _ in FOOTNOTES))
#: Without one of these there is no mark of a footnote: quick to tell, and most sentences have none.
_MARK = regex(r"[\d\[*†‡¹²³⁰⁴-⁹]")
_MAY_BE_FOOTNOTE = regex(rf"[\[*\u2020\u2021]|[a-z][.,;\"'\u201d]*\d|{_SUPERSCRIPT}")


def normalised(text: str) -> Mapped:
    """Return a text in its plain form, with the place in it of each character."""
    mapped = mended(text, in_lines="\n" in text)
    if "\n" in mapped.text and BROKEN.search(mapped.text):
        hyphens = Hyphens(mapped.text)

        def whole(match: re.Match[str]) -> str:
            kept = hyphens.keeps(match[1], match[2], match[3])
            return f"{match[1]}{'-' if kept else ''}{match[3]}"

        mapped = replaced(BROKEN, whole, mapped.text).of(mapped)
    if _MARK.search(mapped.text) and _MAY_BE_FOOTNOTE.search(mapped.text):
        mapped = replaced(_FOOTNOTES, lambda _: "", mapped.text).of(mapped)
    return mapped


def plain(text: str) -> str:
    """Return a text in its plain form; most are in it already, at little cost."""
    return normalised(text).text
