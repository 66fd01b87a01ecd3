"""Which country a cable is about: by its subject, its tags and its post, or as it is named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from attrs import frozen

from tipdiff.patterns import regex
from tipdiff.reading.posts import TABLE
from tipdiff.reading.subject import rest_of_subject

__all__ = [
    "country_in_names",
    "country_in_text",
    "country_of",
    "country_of_path",
    "country_of_post",
]


@frozen(eq=False)
class _Gazetteer:
    by_post: dict[str, str]
    by_id: dict[str, str]
    by_tag: dict[str, str]
    by_name: dict[str, str]
    by_word: dict[str, list[str]]
    """The names that begin with a word, the longest first."""

    def named_in(self, text: str) -> str | None:
        """Return the country that a text names first; of names that begin alike the longest."""
        for word in _WORD.finditer(text):
            for name in self.by_word.get(word[0].casefold(), ()):
                end = word.start() + len(name)
                whole = not (text[end : end + 1].isalnum() or text[end : end + 1] == "_")
                if whole and text[word.start() : end].casefold() == name:
                    return self.by_name[name]
        return None


_WORD = regex(r"\w+")


@cache
def _gazetteer() -> _Gazetteer:
    by_post: dict[str, str] = {}
    by_tag: dict[str, str] = {}
    by_name: dict[str, str] = {}
    for line in TABLE.strip().splitlines():
        country, tag, posts, others = (cell.strip() for cell in line.split("|"))
        by_tag[tag] = country
        by_post.update((post.strip(), country) for post in posts.split(",") if post.strip())
        for name in (country, *others.split(",")):
            if name.strip():
                by_name[name.strip().casefold()] = country
    by_word: dict[str, list[str]] = {}
    for name in sorted(by_name, key=lambda name: (-len(name), name)):
        by_word.setdefault(_WORD.findall(name)[0], []).append(name)
    by_id = {re.sub("[^A-Z]", "", post): country for post, country in by_post.items()}
    return _Gazetteer(by_post, by_id, by_tag, by_name, by_word)


def country_of(
    subject: str | None, tags: Iterable[str], post: str | None, elsewhere: str | None = None
) -> str | None:
    """Return the country that a cable is about.

    A country that the subject names stands before the tags, these before the post, since a post can
    report on its neighbour. A name in no table is taken as the subject has it; a subject without
    one leaves it to the tags and the post.

    Args:
        subject: The subject line.
        tags: The tags.
        post: The post.
        elsewhere: The country that other cables of the same post name.

    """
    known = _gazetteer()
    place = (post or "").upper()
    if named := known.named_in(subject or ""):
        return named
    left = [run for run in rest_of_subject(subject or "") if run.upper() != place]
    by_tag = next((known.by_tag[tag] for tag in tags if tag in known.by_tag), None)
    by_post = known.by_post.get(place)
    if by_tag or by_post:
        return by_tag or by_post
    in_capitals = [run for run in left if run[:1].isupper()]
    if in_capitals and (post or len(in_capitals) == 1):
        return _titled(in_capitals[0])
    return elsewhere


#: A country introduced by what it is to traffickers, or by its government.
_INTRODUCED: Final = regex(
    r"(?:^|[.:)] +|\n *|\bthat )(?P<subject>[A-Z][\w'-]+(?: (?:of|and|the|[A-Z][\w'-]+)){0,4}) "
    r"(?:is|was|remains|remained|continues to be|continued to be|has become) "
    r"(?:[a-z]+ly |both |not )*(?:an? |the )?(?:[\w-]+,? ){0,4}?"
    r"(?:country|source|transit|destination|origin|point)\b"
    # Varona remains a country of transit
    r"|\bGovernment of (?:the )?(?P<government>[A-Z][\w'-]+(?: (?:of|and|the|[A-Z][\w'-]+)){0,3})",
)
#: Subjects of such sentences that are no names.
_NO_NAMES: Final = frozenset("it this there the that which post our such these those".split())
#: A name in no table is a country's if the text comes back to it so often.
_COMES_BACK: Final = 3


def country_in_text(text: str) -> str | None:
    """Return the country that a body introduces: ``Varona remains a country of transit``.

    Of several the one that the text names most often; a name in no table must come back in it.
    """
    known = _gazetteer().by_name
    count: dict[str, int] = {}
    for found in _INTRODUCED.finditer(text):
        name = re.sub(r"(?:'s| of| and| the)$", "", found["subject"] or found["government"])
        times = text.count(name)
        if name.casefold() in known or (
            name.split()[0].lower() not in _NO_NAMES and times >= _COMES_BACK
        ):
            count[known.get(name.casefold(), name)] = times
    return max(count, key=lambda name: count[name], default=None)


def country_of_post(post: str | None) -> str | None:
    """Return the name that is left for a country no one names: its post's city."""
    return _titled(post) if post else None


#: Letters of a name in no table, at least: ``2004 b.txt`` is of no country called B.
SHORTEST: Final = 3


def country_of_path(path: str, *, sorted_by_year: bool = False) -> str | None:
    """Return the country that a file's or its folder's name gives: ``Ostrel/2004.txt``.

    Args:
        path: The path of a file.
        sorted_by_year: Whether only a folder of yearly folders counts: ``ostrel/2004/cable.txt``.

    """
    pieces = [piece for piece in re.split(r"[/\\]", path) if piece not in {"", ".", ".."}]
    if not pieces:
        return None
    if sorted_by_year:
        if len(pieces) < 3 or not re.fullmatch(r"(?:19|20)\d\d", pieces[-2]):
            return None
        pieces = pieces[:-2]
    names = [re.sub(r"\.\w{1,5}$", "", pieces[-1]), *reversed(pieces[:-1])]
    for name in names[:2]:
        words = [w for w in re.split(r"[\W\d_]+", name) if w]
        run = rest_of_subject(" ".join(words))
        if run:
            known = _gazetteer()
            found = known.by_name.get(run[0].casefold()) or known.by_id.get(run[0].upper())
            if found or len(run[0]) >= SHORTEST:
                return found or _titled(run[0])
    return None


def country_in_names(path: str) -> str | None:
    """Return the country that the names on a path give, however deep its folders are.

    A name that is known stands before one that is none, and what is nearer to the file before what
    is farther: ``africa/ostrel/annual/2004.txt``.

    Args:
        path: The path of a file.

    """
    known = _gazetteer()
    runs = []
    for piece in reversed([piece for piece in re.split(r"[/\\]", path) if piece]):
        words = " ".join(w for w in re.split(r"[\W\d_]+", re.sub(r"\.\w{1,5}$", "", piece)) if w)
        if found := known.named_in(words) or known.by_id.get(words.replace(" ", "").upper()):
            return found
        runs += [run for run in rest_of_subject(words) if len(run) >= SHORTEST][:1]
    return _titled(runs[0]) if runs else None


#: Words of a name that stay small.
_SMALL = {"and", "of", "the", "de", "la", "del", "et", "du"}


def _titled(name: str) -> str:
    """Return a name in title case, unless it has a case of its own."""
    if not name.isupper() and not name.islower():
        return name
    words = name.lower().split()
    return " ".join(w if k and w in _SMALL else w[:1].upper() + w[1:] for k, w in enumerate(words))
