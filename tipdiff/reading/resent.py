"""Cables that were sent twice: the same text again on the same day, under the next number."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from tipdiff.records import Cable

__all__ = ["is_sent_again", "number_of", "perhaps_again"]

#: What two cables of one day share of the shorter one's statements, from which they are one sent
#: twice: a second sending mends a few words, and two parts of a report share their contacts alone.
SHARED: Final = 0.8


def number_of(cable: Cable) -> int:
    """Return the number a post gave a cable: 138 of 08KALVIK138."""
    match = re.search(r"(\d+)(?:/\d+)?$", cable.id)
    return int(match[1]) if match else 0


def perhaps_again(texts: Sequence[AbstractSet[str]]) -> list[list[int]]:
    """Return, for each cable of a day, the places of those that it can share enough with, in order.

    The shorter of two shares so much of itself that one of its rarest statements is among what they
    share: only those that hold one are looked at, and a day of a thousand cables takes no million
    looks (prefix filtering of set similarity joins: Chaudhuri, Ganti and Kaushik, 2006).

    Args:
        texts: What the statements of each say.

    """
    holders: dict[str, list[int]] = {}
    for place, own in enumerate(texts):
        for text in own:
            holders.setdefault(text, []).append(place)
    partners: list[set[int]] = [set() for _ in texts]
    for place, own in enumerate(texts):
        rarest = sorted(own, key=lambda text: (len(holders[text]), text))
        for text in rarest[: len(own) - math.ceil(SHARED * len(own)) + 1]:
            for other in holders[text]:
                if other != place and len(texts[other]) >= len(own):
                    partners[place].add(other)
                    partners[other].add(place)
    return [sorted(found) for found in partners]


def is_sent_again(
    earlier: Cable, earlier_texts: AbstractSet[str], later: Cable, later_texts: AbstractSet[str]
) -> bool:
    """Tell whether a cable is another one sent again.

    Args:
        earlier: The one with the lower number.
        earlier_texts: What its statements say, folded.
        later: The one with the higher number.
        later_texts: Likewise.

    """
    if earlier.date is None or earlier.post is None or number_of(earlier) >= number_of(later):
        return False
    if (earlier.post, earlier.date, earlier.part) != (later.post, later.date, later.part):
        return False
    fewer = min(len(earlier_texts), len(later_texts))
    return fewer > 0 and len(earlier_texts & later_texts) >= SHARED * fewer
