"""Words that say the opposite of each other, so that one in the place of the other turns a text."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

__all__ = ["OPPOSITES", "Opposite", "opposed"]


class Opposite(NamedTuple):
    """Two patterns of which one text has the one alone, and the other text the other; a sample.

    ``anywhere`` are words that only ever say where one thing stands: they turn a text round however
    unlike the two are.
    """

    one: str
    other: str
    sample: str
    anywhere: bool = False


#: What stands for the opposite of what. Both sides are read in folded text, as whole words.
OPPOSITES: Final = (
    Opposite(
        r"prohibit(?:s|ed|ing)?|forbid(?:s|den)?|bans?|banned",
        r"permit(?:s|ted|ting)?|allow(?:s|ed|ing)?",
        "The law prohibits night ferries. / The law permits night ferries.",
    ),
    Opposite(
        r"prevent(?:s|ed|ing)?",
        r"permit(?:s|ted|ting)?|allow(?:s|ed|ing)?|enabl(?:e|es|ed|ing)",
        "The rules prevent such sales. / The rules enable such sales.",
    ),
    Opposite(
        r"convicted|found guilty",
        r"acquitted|found innocent",
        "The captain was convicted. / The captain was acquitted.",
    ),
    Opposite(
        r"legal|lawful|legali[sz]ed|decriminali[sz]ed",
        r"illegal|unlawful|outlawed|criminali[sz]ed",
        "Night fishing is legal. / Night fishing is illegal.",
    ),
    Opposite(
        r"failed to|fails to|did not",
        r"managed to|succeeded in",
        "The council failed to meet. / The council managed to meet.",
    ),
    Opposite(
        r"increas(?:e|es|ed|ing)|rose|risen|grew|grown",
        r"decreas(?:e|es|ed|ing)|fell|fallen|declin(?:e|es|ed|ing)|dropped|shrank",
        "Freight increased in the port. / Freight fell in the port.",
    ),
    Opposite(
        r"up from", r"down from", "It took 40 crews, up from 30. / It took 20 crews, down from 40."
    ),
    Opposite(
        r"improv(?:e|es|ed|ing)",
        r"worsen(?:s|ed|ing)?|deteriorat(?:e|es|ed|ing)",
        "Order in the port improved. / Order in the port worsened.",
    ),
    Opposite(
        r"open(?:ed|s)?",
        r"closed?|closes|shut",
        "The ferry school opened in May. / The ferry school closed in May.",
    ),
    Opposite(
        r"with",
        r"without",
        "Crews sail with papers. / Crews sail without papers.",
    ),
    Opposite(
        r"upgraded|promoted",
        r"downgraded|demoted|relegated",
        "The port was upgraded in May. / The port was downgraded in May.",
    ),
    # The ladder of such reports, rung by rung: a country moved, or the text says whence it came.
    Opposite(
        r"(?<!from )tier (?:1|one)",
        r"(?<!from )tier (?:2|3|two|three)",
        "Varona stood on Tier 1. / That year they put the isles on Tier 2.",
        anywhere=True,
    ),
    Opposite(
        r"(?<!from )tier (?:2|two)(?! (?:special )?watch)",
        r"(?<!from )tier (?:2|two) (?:special )?watch ?list",
        "Varona stood on Tier 2. / That year it fell from Tier 2 to the Tier 2 Watch List.",
        anywhere=True,
    ),
    Opposite(
        r"(?<!from )tier (?:2|two)",
        r"(?<!from )tier (?:3|three)",
        "Varona stood on Tier 2 Watch List. / That year it fell to Tier 3.",
        anywhere=True,
    ),
)
#: A word is no opposite where it is negated: "not prohibited" permits.
_UNLESS: Final = r"(?<!\bnot )(?<!\bno )(?<!\bnever )(?<!\bnor )"


def opposed(old: str, new: str, *, close: bool = True) -> bool:
    """Whether one of two folded texts has a word and the other its opposite in the place of it.

    A text that has both says nothing by either, and what is negated is for
    :mod:`tipdiff.comparison.negation`. Where the texts are not ``close`` enough for single words to
    be set against each other, only those do that say so anywhere.
    """
    return any(
        (_says(row.one, row.other, old) and _says(row.other, row.one, new))
        or (_says(row.other, row.one, old) and _says(row.one, row.other, new))
        for row in OPPOSITES
        if close or row.anywhere
    )


def _says(pattern: str, opposite: str, text: str) -> bool:
    return _found(pattern, text) and not _found(opposite, text)


def _found(pattern: str, text: str) -> bool:
    """Whether a text says one of some words, and does not negate it."""
    return bool(_compiled(pattern).search(text))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # The word first: to look behind every letter takes several times as long.
    return re.compile(rf"\b(?=(?:{pattern})\b){_UNLESS}")
