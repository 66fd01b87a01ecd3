"""Clauses: whether a verb behind a count is said of those counted, or in a clause of its own.

The event of a count is the act that governs its noun: the active verb whose object it is
("identified 11 victims"), else the passive that it is the subject of ("11 victims ... were
identified"). A clause that hangs on another noun, or that tells when, why or where, has a verb of
its own, which says nothing of the count. A clause that hangs on the counted noun itself ("11 men
who were convicted") tells its event where the main clause tells none.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.language.lexicon import PERSONS, VERBS, is_plural

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["AUXILIARIES", "CLAUSES", "ClauseRow", "Place", "place_of"]

AUXILIARIES: Final = frozenset("was were been being are is be had have has".split())


class ClauseRow(NamedTuple):
    """Words that open a clause of its own.

    Attributes:
        name: What hangs on what.
        words: The words that open it.
        own: Whether it may hang on the counted noun, which the verb then is said of.
        sample: A sentence in which the verb behind the number in braces is not said of it.
        counter: One much like it, in which it is.

    """

    name: str
    words: frozenset[str]
    own: bool
    sample: str
    counter: str


CLAUSES: Final[tuple[ClauseRow, ...]] = (
    ClauseRow(
        "what is somebody's",
        frozenset({"whose"}),
        own=False,
        sample="The league met {12} weavers whose masters were convicted.",
        counter="The league met {12} weavers who were convicted.",
    ),
    ClauseRow(
        "a relative clause",
        frozenset({"who", "which", "that", "whom"}),
        own=True,
        sample="The league met {12} weavers among the sailors who were deported.",
        counter="The league met {12} weavers from Ostrel who were deported.",
    ),
    ClauseRow(
        "when, why or where",
        frozenset(
            "after before when while because although though until unless whereas once if "
            "where".split()
        ),
        own=False,
        sample="The league met {12} weavers after the mill was raided.",
        counter="Some {12} weavers, after a year in Ostrel, were repatriated.",
    ),
)

_OPENERS: Final = {word: row for row in CLAUSES for word in row.words}
_PLURAL: Final = frozenset({"were", "are", "have"})
_SINGULAR: Final = frozenset({"was", "is", "has"})
#: Before "of whom", those who are all that were counted.
_EVERY: Final = frozenset({"all", "both", "each"})
#: What goes on with a clause, so that a second verb is in it too.
_GOING_ON: Final = frozenset({"and", "or", "nor", "but", "then", "later", "also"})
#: Behind these stand places and times: "who" behind them goes back to those counted.
_PLACES: Final = frozenset("in at from on near during within outside across through since".split())
#: Endings of plurals for people that no list has: "weavers", "activists", "fishermen".
_PEOPLE: Final = ("ers", "ors", "ists", "ants", "ees", "ians", "men", "women")


class Place(Enum):
    """Where a verb behind a count stands.

    Attributes:
        MAIN: In the clause of the count.
        OWN: In a clause that hangs on those counted.
        OTHER: In a clause about others, or about when and why.

    """

    MAIN = "main"
    OWN = "own"
    OTHER = "other"


def place_of(low: Sequence[str], end: int, verb: int) -> Place:
    """Return where a verb behind a count stands.

    Args:
        low: The tokens of the sentence, in lower case.
        end: The token behind the counted noun.
        verb: The token of the verb.

    """
    place, told = Place.MAIN, False
    for at in range(end, verb):
        word = low[at]
        row = _OPENERS.get(word)
        if row is not None:
            own = row.own and place is not Place.OTHER and _is_of_counted(low, end, at, verb)
            place, told = Place.OWN if own else Place.OTHER, False
        elif place is Place.MAIN:
            continue
        elif word in AUXILIARIES and low[at - 1] not in AUXILIARIES:
            closed = low[at - 1] == ","
            if (told and low[at - 1] not in _GOING_ON) or (closed and not told):
                place = Place.MAIN
            told = True
        elif word in VERBS or word.endswith("ed"):
            told = True
    return place


def _is_of_counted(low: Sequence[str], end: int, at: int, verb: int) -> bool:
    """Whether a relative pronoun goes back to those counted, and not to a noun between."""
    before = at - 1 - (low[at - 1] == ",")
    if low[at - 1] == "of":  # "14 men, all of whom", "four of whom"; but "14 men, one of whom"
        return at - 1 <= end or low[at - 2] in _EVERY
    if before < end:
        return True
    noun = low[before]
    many = is_plural(noun) or noun in PERSONS
    number = next((word for word in low[at:verb] if word in _PLURAL or word in _SINGULAR), "")
    if not many:
        return number in _PLURAL  # "12 victims of violence who were freed"
    if number in _SINGULAR and low[end - 1].isalpha() and not is_plural(low[end - 1]):
        return True  # "one girl among the divers who was deported"
    if number in _SINGULAR or low[at] != "who" or noun in PERSONS or noun.endswith(_PEOPLE):
        return False
    return any(low[each] in _PLACES for each in range(end, before))
