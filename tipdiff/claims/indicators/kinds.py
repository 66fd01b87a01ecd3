"""What kind of report a report is, for an indicator of one kind says nothing in another.

Four activists convicted of blackmail are no convictions of traffickers, and a statement on the
climate for investment has none at all. The kinds are data (``sets/kinds.toml``): how a report of
each is known, and which sets of indicators it is read with.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pkgutil import get_data
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tipdiff.records import Report

__all__ = ["KINDS", "Kind", "kind_by_title", "kind_of", "kinds"]

#: Words of a kind in a thousand from which a report without a telling title is of it: half of what
#: a report of the kind has, and more than another has in passing.
LEAST_SHARE: Final = 8 / 1000
#: Fewest words that tell a kind by themselves; a note of a few sentences is read with every set.
LEAST_WORDS: Final = 200
KINDS: Final = "sets/kinds.toml"
_WORD: Final = regex(r"[a-z]+")


@frozen
class Kind:
    """A kind of reports.

    Args:
        name: What it is called.
        sets: The sets of indicators that its reports are read with.
        titles: Words or phrases of which its subject or a heading holds one.
        words: Words that such reports use often.
        sample: A subject.

    """

    name: str
    sets: tuple[str, ...]
    titles: tuple[str, ...]
    words: frozenset[str]
    sample: str

    def entitles(self, title: str) -> bool:
        """Whether a subject or heading is one of its own."""
        told = f" {' '.join(_WORD.findall(title.lower()))} "
        return any(f" {words} " in told for words in self.titles)


@cache
def kinds() -> tuple[Kind, ...]:
    """Return the kinds in the order in which they are tried, read once."""
    import tomllib  # takes 7 ms, and not every command needs it

    data = tomllib.loads((get_data("tipdiff.claims.indicators", KINDS) or b"").decode())
    return tuple(
        Kind(
            row["name"],
            tuple(row["sets"]),
            tuple(row["titles"]),
            frozenset(row["words"]),
            row["sample"],
        )
        for row in data["kind"]
    )


def kind_of(report: Report) -> Kind | None:
    """Return the kind that a report is of, or None: by its subjects, else headings, else words."""
    subjects = [cable.subject or "" for cable in report.cables]
    headings = [heading for section in report.sections for heading in section]
    return (
        kind_by_title(subjects)
        or kind_by_title(headings)
        or _by_words(s.text for s in report.statements)
    )


def kind_by_title(titles: Iterable[str]) -> Kind | None:
    """Return the kind of which some subjects or headings say that they are, or None."""
    told = list(titles)
    return next((kind for kind in kinds() if any(map(kind.entitles, told))), None)


def _by_words(texts: Iterable[str]) -> Kind | None:
    count = Counter(word for text in texts for word in _WORD.findall(text.lower()))
    shares = [(sum(count[word] for word in kind.words), kind) for kind in kinds()]
    often, kind = max(shares, key=lambda share: share[0])
    total = count.total()
    return kind if total >= LEAST_WORDS and often >= LEAST_SHARE * total else None
