"""What a user looks for, as the full-text index takes it: words are words, never its language."""

from __future__ import annotations

import re
from typing import Final

from tipdiff.errors import DataError
from tipdiff.patterns import regex

__all__ = ["MOST_WORDS", "phrase_of", "query_of", "words_of"]

#: Words of one question; SQLite refuses an expression of some hundreds.
MOST_WORDS: Final = 64
#: A phrase in quotation marks, typographic ones too, or a word.
_PARTS: Final = regex(r'"([^"]*)"|“([^”]*)”|([^\s"“”]+)')
#: What a word holds that an index knows: letters or digits of any writing.
_TELLING: Final = regex(r"[^\W_]")
#: Control characters: the index would end a query at some of them.
_CONTROL: Final = regex(r"[\x00-\x1f\x7f\ud800-\udfff]")


def query_of(words: str) -> str:
    """Return a query for statements that have all words, and phrases as they stand.

    Args:
        words: Words, and phrases in quotation marks.

    Raises:
        DataError: There is no word, or there are too many.

    """
    found = ["".join(parts) for parts in _PARTS.findall(_CONTROL.sub(" ", words))]
    telling = [part for part in found if _TELLING.search(part)]
    if not telling:
        raise DataError(f"there is no word to look for in {words!r}")
    if sum(len(part.split()) for part in telling) > MOST_WORDS:
        raise DataError(f"there are more than {MOST_WORDS} words to look for")
    return " AND ".join(map(_quoted, telling))


def words_of(words: str) -> list[str]:
    """Return the words of a question, those of phrases too, each once."""
    found = re.sub(r"[^\w]|_", " ", _CONTROL.sub(" ", words)).split()
    return list(dict.fromkeys(found))[:MOST_WORDS]


def phrase_of(words: str) -> str:
    """Return a query for statements that have all words next to one another, in that order."""
    return _quoted(_CONTROL.sub(" ", re.sub('["“”]', " ", words)))


def _quoted(text: str) -> str:
    escaped = text.replace('"', '""')
    return f'"{escaped}"'
