"""One normalisation for all layers: the same letters, however a copy of a report spells them.

Reading, comparison and claims all look at a text through this module. What it changes is form and
never content: ligatures become their letters, invisible marks go, letters and their accents are one
character, UTF-8 that was read as cp1252 becomes what it was, words that a line's end has broken
become whole, the marks of footnotes go. Every character of the result knows its place in the
source, so that what is found in the one can be shown in the other.
"""

from __future__ import annotations

from tipdiff.normalise.characters import INVISIBLE, mended
from tipdiff.normalise.hyphens import HYPHENS, SOFT, Hyphens
from tipdiff.normalise.mapped import Mapped
from tipdiff.normalise.statement import normalised, plain

__all__ = ["HYPHENS", "INVISIBLE", "SOFT", "Hyphens", "Mapped", "mended", "normalised", "plain"]
