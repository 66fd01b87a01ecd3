"""Statements as weighted terms: stems, concepts of the field, acronyms written out.

Two views of a statement are kept. *Stems* are its content words with their endings off
(``convictions`` and ``convicted`` meet in ``convict``). *Concepts* are the same, but words that say
one thing in such reports (``charged`` and ``indicted``) are one term; the groups stand in
``lexicon.toml``. An acronym that either report explains is written out in both.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pkgutil import get_data
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import Stemmer
from attrs import frozen

from tipdiff.patterns import regex
from tipdiff.text import words

__all__ = [
    "COMMON_SHARE",
    "SUPPOSED",
    "TermIndex",
    "acronyms",
    "concept",
    "content_words",
    "index_terms",
    "stem_rows",
]

Floats = npt.NDArray[np.floating[Any]]
Indexes = npt.NDArray[np.intp]

#: A term in more than this share of all statements says nothing of which belong together.
#: From the real cables: the words past it are ``government``, ``traffick`` and the country's name.
COMMON_SHARE: Final = 0.25

#: Statements supposed beside the two reports, so that words two short texts share still weigh:
#: on whole reports it changes no weight by more than a twentieth.
SUPPOSED: Final = 20

#: An acronym explained in brackets: ``Harbour Light Foundation (HLF)``, ``Home Ministry (HoM)``.
_EXPLAINED = regex(r"\(([A-Z][A-Za-z]?[A-Z]{1,6})\)")
#: What an embassy calls the host government: GO and the country's letters, ``GOV``, ``GOOS``.
_HOST_GOVERNMENT = regex(r"\bGO[A-Z]{1,3}\b")
#: How many words before the bracket can belong to the name explained.
_NAME_REACH: Final = 12


@frozen(eq=False)
class TermIndex:
    """Terms of both reports in one vocabulary, old statements first.

    ``rows[k]`` holds the sorted term numbers of statement ``k``; ``weight[t]`` is the term's
    inverse document frequency over both reports, 0 where it is too common to tell anything.
    """

    rows: tuple[Indexes, ...]
    weight: Floats
    mass: Floats
    """The summed weight of each statement."""


@cache
def _lexicon() -> tuple[frozenset[str], dict[str, str], dict[str, str]]:
    """Return the stop words, the concept of each stem, and acronyms that need no explaining."""
    text = (get_data(__package__, "lexicon.toml") or b"").decode("utf-8")
    data = tomllib.loads(text)
    stem = Stemmer.Stemmer("english").stemWord
    concepts = {
        stem(word): f"#{name}" for name, group in data["concepts"].items() for word in group.split()
    }
    return frozenset(data["stop"]["words"].split()), concepts, data["acronyms"]


def content_words(fold: str) -> list[str]:
    """Return the words of a folded text that say something by themselves, in order."""
    stop = _lexicon()[0]
    return [word for word in words(fold) if word not in stop]


def _explained(text: str) -> Iterable[tuple[str, str]]:
    """Yield each acronym that ``text`` explains, with the name's words, both in lower case."""
    stop, _, _ = _lexicon()
    for match in _EXPLAINED.finditer(text):
        acronym = match[1].lower()
        before = words(text[: match.start()].lower())[-_NAME_REACH:]
        letters, name = list(acronym), []
        for word in reversed(before):
            if word[0] == letters[-1]:
                letters.pop()
                name.append(word)
            elif word not in stop:
                break
            if not letters:
                yield acronym, " ".join(reversed(name))
                break


def acronyms(texts: Iterable[str]) -> dict[str, str]:
    """Return the acronyms that texts explain, and those that need no explaining, written out."""
    found = dict(_lexicon()[2])
    for text in texts:
        if "(" in text:
            for acronym, name in _explained(text):
                found.setdefault(acronym, name)
    return found


def concept(stem: str) -> str:
    """Return the concept of the field that a stem is of, else the stem."""
    return _lexicon()[1].get(stem, stem)


def stem_rows(
    texts: Sequence[str], folds: Sequence[str], *, written_out: bool = True
) -> list[list[str]]:
    """Return the stems of each statement in order, acronyms written out beside themselves.

    Args:
        texts: The statements; what they explain of acronyms holds for all.
        folds: The same, folded and with figures masked.
        written_out: Whether acronyms are.

    """
    stop = _lexicon()[0]
    known = acronyms(texts) if written_out else {}
    plain: list[list[str]] = []
    for text, fold in zip(texts, folds, strict=True):
        row: list[str] = []
        for word in words(fold):
            bare = word.removesuffix("'s")
            if bare in known:
                row += known[bare].split()
            row.append(bare)
        if "GO" in text and _HOST_GOVERNMENT.search(text):
            row.append("government")
        plain.append(row)
    vocabulary = sorted({word for row in plain for word in row if word not in stop})
    stems = dict(zip(vocabulary, Stemmer.Stemmer("english").stemWords(vocabulary), strict=True))
    return [[stems[word] for word in row if word in stems] for row in plain]


def _indexed(rows: Sequence[Sequence[str]]) -> TermIndex:
    vocabulary: dict[str, int] = {}
    numbered = tuple(
        np.array(sorted({vocabulary.setdefault(term, len(vocabulary)) for term in row}), np.intp)
        for row in rows
    )
    frequency = np.zeros(len(vocabulary), np.float32)
    for row in numbered:
        frequency[row] += 1
    weight = np.log((len(rows) + SUPPOSED) / (frequency + 0.5)).astype(np.float32)
    weight[frequency > COMMON_SHARE * (len(rows) + SUPPOSED)] = 0
    mass = np.array([weight[row].sum() for row in numbered], np.float32)
    return TermIndex(numbered, weight, mass)


def index_terms(texts: Sequence[str], folds: Sequence[str]) -> tuple[TermIndex, TermIndex]:
    """Index statements by stems and by concepts.

    Args:
        texts: The statements of both reports, old ones first.
        folds: The same, folded and with figures masked.

    Returns:
        The index of stems and the index of concepts.

    """
    concepts = _lexicon()[1]
    stems = stem_rows(texts, folds)
    return _indexed(stems), _indexed([[concepts.get(stem, stem) for stem in row] for row in stems])
