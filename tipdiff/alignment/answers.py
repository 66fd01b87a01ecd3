"""Short answers, which say something only under their question."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tipdiff.alignment.terms import content_words
from tipdiff.text import figures

if TYPE_CHECKING:
    from tipdiff.alignment.sides import Side

__all__ = ["is_answer"]

#: A statement with at most so many words of content, and no figure, is an answer, which says
#: something only under its question: "Yes.", "Not applicable.". One that a report has several times
#: may have more: "No data were available." has two.
ANSWER_WORDS: Final = 1
REPEATED_ANSWER_WORDS: Final = 3
#: What is longer, in characters, is none: its words need not be counted.
ANSWER_LENGTH: Final = 60


def is_answer(fold: str, *sides: Side, again: bool = False) -> bool:
    """Whether a folded statement of some texts says something only under its question.

    Args:
        fold: The statement, folded.
        sides: Texts that it may stand in several times.
        again: Whether it does.

    """
    again = again or any(len(side.copies.get(fold, ())) > 1 for side in sides)
    most = REPEATED_ANSWER_WORDS if again else ANSWER_WORDS
    return len(fold) <= ANSWER_LENGTH and _says_little(fold, most)


@lru_cache(maxsize=4096)
def _says_little(fold: str, most: int) -> bool:
    return len(content_words(fold)) <= most and not figures(fold)
