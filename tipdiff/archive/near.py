"""Words of an archive that are near to words that nobody says there."""

from __future__ import annotations

import sqlite3
from typing import Final

from tipdiff.archive.asking import NAMES, NEAR
from tipdiff.archive.words import query_of, words_of

__all__ = ["near_words"]

#: Letters in which a word that is near begins alike: none is misspelt from the first letter on.
ALIKE: Final = 1

_HAS: Final = "SELECT 1 FROM statements_fts WHERE statements_fts MATCH ? LIMIT 1"
#: The stems of all words, in a table of the connection alone.
_STEMS: Final = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.stems USING fts5vocab('main', 'statements_fts', 'row')"
)
_LIKE: Final = "SELECT term FROM temp.stems WHERE substr(term, 1, ?) = ? ORDER BY term"
#: The first word of a stem as it is written.
_WRITTEN: Final = """
SELECT snippet(statements_fts, 0, char(2), char(3), '', 1) FROM statements_fts
WHERE statements_fts MATCH ? ORDER BY rowid LIMIT 1
"""


def near_words(connection: sqlite3.Connection, words: str) -> dict[str, tuple[str, ...]]:
    """Return the words that no statement of an archive has, each with those that are near.

    Args:
        connection: The archive.
        words: Words and phrases, as a search takes them.

    """
    found: dict[str, tuple[str, ...]] = {}
    for word in words_of(words):
        if not connection.execute(_HAS, [query_of(word)]).fetchone():
            found[word] = tuple(_near(connection, word.casefold()))
    return found


def _near(connection: sqlite3.Connection, word: str) -> list[str]:
    from rapidfuzz import fuzz, process

    connection.execute(_STEMS)
    stems = [row[0] for row in connection.execute(_LIKE, [ALIKE, word[:ALIKE]])]
    near = process.extract(word, stems, scorer=fuzz.ratio, score_cutoff=NEAR, limit=NAMES)
    return list(dict.fromkeys(_written(connection, stem) for stem, _, _ in near))


def _written(connection: sqlite3.Connection, stem: str) -> str:
    """Return a word that has a stem, as the first statement writes it."""
    row = connection.execute(_WRITTEN, [query_of(stem)]).fetchone()
    _, _, marked = (row[0] if row else "").partition("\x02")
    return marked.partition("\x03")[0].casefold() or stem
