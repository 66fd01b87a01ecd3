"""How a number is written in every output: the one formatter, from tables to pictures."""

from __future__ import annotations

import math
from typing import Final

__all__ = ["amount", "ordinal", "share"]

#: Digits shown behind the point: a third is 33.33 percent in the data too, and money has cents.
DIGITS: Final = 2
#: Digits shown of a number so small that it would be rounded to nothing.
FIGURES: Final = 2
#: Numbers from eleven to thirteen have no "st", "nd" or "rd".
_TEENS: Final = range(11, 14)
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}


def amount(value: float) -> str:
    """Return a number as it is read: ``1,520``, ``33.33``, ``0.5``, ``0.004``.

    Thousands are grouped, and what stands behind the point ends with its last digit but zero.
    """
    digits = DIGITS
    if 0 < abs(value) < 0.5 * 10**-DIGITS:
        digits = FIGURES - 1 - math.floor(math.log10(abs(value)))
    text = f"{round(value, digits) + 0.0:,.{digits}f}"  # no minus before a zero
    return text.rstrip("0").rstrip(".") if "." in text else text


def share(ratio: float, *, signed: bool = False) -> str:
    """Return a ratio as a percentage: ``43 %``; below one percent with a digit: ``0.4 %``.

    Args:
        ratio: 0.43 for 43 %.
        signed: Whether a plus or minus sign stands before it.

    """
    percent = abs(ratio) * 100
    shown = f"{percent:,.0f}" if percent >= 1 else amount(round(percent, 1))
    sign = ("+" if ratio > 0 else "−") if signed else ""
    return f"{sign}{shown} %"


def ordinal(value: float) -> str:
    """Return a number as it is read in a row: ``1st``, ``12th``, ``23rd``."""
    text = amount(value)
    if not text[-1:].isdecimal() or value != int(value):
        return text
    ending = "th" if int(value) % 100 in _TEENS else _ENDINGS.get(int(value) % 10, "th")
    return text + ending
