"""Instruments of law that reports call by several names, and one name for each."""

from __future__ import annotations

from typing import Final

from tipdiff.patterns import regex
from tipdiff.text import words

__all__ = ["INSTRUMENTS", "INSTRUMENT_NAMES", "by_one_name", "named"]

#: The one name of each treaty of the field, how reports call it (words alone, without commas), and
#: an invented sample.
INSTRUMENTS: Final = (
    (
        "palermoprot",
        r"(?:un |united nations )?protocol to prevent suppress"
        r"(?: and punish trafficking in persons)?(?: especially women and children)?"
        r"(?: supplementing the (?:un|united nations) convention against transnational "
        r"organi[sz]ed crime)?"
        r"|(?:un |united nations )?(?:palermo|trafficking|trafficking in persons|tip) protocols?",
        "The duchess signed the UN Trafficking Protocol.",
    ),
    (
        "organizedcrimeconv",
        r"(?:un |united nations )?convention against transnational organi[sz]ed crime|palermo "
        r"convention(?: against transnational organi[sz]ed crime)?",
        "The duchess signed the Palermo Convention.",
    ),
    (
        "coeconv",
        r"(?:coe|council of europe)(?: s)? (?:anti trafficking )?convention"
        r"(?: on action against (?:trafficking in human beings|trafficking|tip))?",
        "The duchess signed the COE Convention.",
    ),
    (
        "childlaborconv",
        r"(?:ilo )?convention (?:no |number )?182(?: on the worst forms of child labou?r)?"
        r"|convention on the worst forms of child labou?r"
        r"|worst forms of child labou?r convention",
        "The duchess signed the Worst Forms of Child Labor Convention.",
    ),
    (
        "forcedlaborconv",
        r"(?:ilo )?convention (?:no |number )?29(?: on forced labou?r)?"
        r"|(?:convention on forced labou?r|forced labou?r convention)",
        "The duchess signed the Forced Labor Convention.",
    ),
    (
        "childsaleprot",
        r"(?:un |united nations )?(?:optional )?protocol (?:to the (?:un )?(?:crc|convention on "
        r"the rights of the child) )?(?:crc )?on the sale of children",
        "The duchess signed the Optional Protocol on the Sale of Children.",
    ),
    ("whitebook", r"white (?:book|paper)s?", "The duchess signed the White Book on Tolls."),
)
_INSTRUMENTS: Final = tuple(
    (name, regex(rf"\b(?:{pattern})\b")) for name, pattern, _ in INSTRUMENTS
)
#: The one names of all.
INSTRUMENT_NAMES: Final = frozenset(name for name, *_ in INSTRUMENTS)
#: What any of them has.
_ANY: Final = regex(r"protocol|convention|white (?:book|paper)")


def named(fold: str) -> list[str]:
    """Return the one name of each instrument that a folded text names."""
    if _ANY.search(fold) is None:
        return []
    told = set(by_one_name(" ".join(words(fold.replace("-", " ")))).split())
    return [name for name, _ in _INSTRUMENTS if name in told]


def by_one_name(told: str) -> str:
    """Return a text of words with each instrument called by its one name."""
    if _ANY.search(told) is None:
        return told
    for name, pattern in _INSTRUMENTS:
        told = pattern.sub(name, told)
    return told
