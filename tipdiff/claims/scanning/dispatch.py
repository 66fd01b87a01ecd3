"""Which reader a figure's first word calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.claims.scanning.multiples import (
    MULTIPLES,
    ORDINALS,
    multiple,
    ordinal,
    regular,
    times,
)
from tipdiff.claims.scanning.one import one
from tipdiff.claims.scanning.plain import number
from tipdiff.claims.scanning.vague import couple, digit_span, half, scale, vague
from tipdiff.claims.scanning.zeros import any_of, nil, no, nobody, none, zero
from tipdiff.language.number_words import (
    FRACTIONS,
    NOUGHTS,
    NUMBERS,
    REGULAR,
    SCALES,
    SIGNS,
    TIMES,
    VAGUE,
)

if TYPE_CHECKING:
    from tipdiff.claims.scanning.figures import Reader

__all__ = ["READERS"]

READERS: Final[dict[str, Reader]] = {
    **dict.fromkeys([*NUMBERS, *SIGNS, *NOUGHTS], number),
    **dict.fromkeys(SCALES, scale),
    **dict.fromkeys(VAGUE, vague),
    **dict.fromkeys(FRACTIONS.keys() - ORDINALS.keys(), half),
    **dict.fromkeys(MULTIPLES, multiple),
    **dict.fromkeys(ORDINALS, ordinal),
    **dict.fromkeys(["half", "quarter"], half),
    **dict.fromkeys(TIMES, times),
    **dict.fromkeys([*REGULAR, "every"], regular),
    **dict.fromkeys(["none", "neither"], none),
    "couple": couple,
    "single": digit_span,
    "one": one,
    "zero": zero,
    "nil": nil,
    "no": no,
    "nobody": nobody,
    "any": any_of,
}
