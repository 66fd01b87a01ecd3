"""Which reader a figure's first word calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.claims.multiples import MULTIPLES, ORDINALS, multiple, ordinal, times
from tipdiff.claims.numbers import number
from tipdiff.claims.numerals import NUMBERS, SCALES, SIGNS, VAGUE
from tipdiff.claims.one import one
from tipdiff.claims.vague import digit_span, half, scale, vague
from tipdiff.claims.zeros import any_of, no, none, zero

if TYPE_CHECKING:
    from tipdiff.claims.figures import Reader

__all__ = ["READERS"]

READERS: Final[dict[str, Reader]] = {
    **dict.fromkeys([*NUMBERS, *SIGNS], number),
    **dict.fromkeys(SCALES, scale),
    **dict.fromkeys(VAGUE, vague),
    **dict.fromkeys(MULTIPLES, multiple),
    **dict.fromkeys(ORDINALS, ordinal),
    **dict.fromkeys(["half", "quarter"], half),
    **dict.fromkeys(["once", "twice", "thrice"], times),
    **dict.fromkeys(["none", "neither"], none),
    "single": digit_span,
    "one": one,
    "zero": zero,
    "no": no,
    "any": any_of,
}
