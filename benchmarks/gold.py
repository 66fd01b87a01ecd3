"""The texts aligned by reading that the alignment is measured against, in one shape.

Three kinds of file hold them: successive cables (links that are ``sure`` or ``possible``), drafts
of essays (links labelled ``unchanged`` or ``changed``) and the project's own fixtures (links that
may join several statements, with what became of them). Each is read into :class:`Gold`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from tipdiff.text import folded

__all__ = [
    "Gold",
    "Pair",
    "argrewrite",
    "by_own_rule",
    "cables",
    "fixtures",
    "load",
    "more_cables",
    "post_of",
    "series",
]

Pair = tuple[int, int]
"""An old statement and a new one, as indexes from 0."""

#: Pairs of successive cables that two readers aligned; scored each alone and pooled.
CABLES: Final = ("harare-05-06", "sanjose-05-06", "reykjavik-07-08")
POOLED: Final = "cables, pooled"
#: Where the pairs lie that one reader aligned, beside what an analyst must learn from them.
ANALYST: Final = "analyst"
ALL_POOLED: Final = "cables of one reader or two, pooled"
#: Grades of a link: found by both readers, or by one.
GRADES: Final = ("sure", "possible")
SERIES: Final = "ethiopia-2001-2006"
DRAFTS: Final = "argrewrite-dev"
#: A pair with this share of its links word for word is a milder one: in real cables that are mostly
#: rewritten it is one in ten.
MILD: Final = 0.25
FIXTURES: Final = Path(__file__).resolve().parent.parent / "fixtures"


@frozen
class Gold:
    """Two texts in statements, and which of them belong together.

    ``sure`` links must be found, ``possible`` ones may be; no link is both. ``same`` are the links,
    of either grade, that are ``unchanged``. ``raw`` is the file's own data.
    """

    name: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    sure: frozenset[Pair]
    possible: frozenset[Pair]
    same: frozenset[Pair]
    raw: dict[str, Any]

    @property
    def allowed(self) -> frozenset[Pair]:
        """The links that are no mistake."""
        return self.sure | self.possible


def same_text(old: Iterable[str], new: Iterable[str], links: Iterable[Pair]) -> frozenset[Pair]:
    """Return those links whose statements are ``unchanged`` by the project's own rule."""
    folds = [folded(text) for text in old], [folded(text) for text in new]
    return frozenset((i, j) for i, j in links if folds[0][i] == folds[1][j])


def by_own_rule(gold: Gold) -> Gold:
    """Return ``gold`` with what counts as unchanged decided by the project's own rule."""
    return Gold(
        gold.name,
        gold.old,
        gold.new,
        gold.sure,
        gold.possible,
        same_text(gold.old, gold.new, gold.allowed),
        gold.raw,
    )


def _graded(name: str, data: dict[str, Any]) -> Gold:
    links = {grade: [(i, j) for i, j, g, _ in data["links"] if g == grade] for grade in GRADES}
    sure = frozenset(links["sure"])
    possible = frozenset(links["possible"]) - sure
    old, new = tuple(data["old"]), tuple(data["new"])
    # The file's own "same" serves links alone (it forgives garbled letters), so the rule decides.
    return Gold(name, old, new, sure, possible, same_text(old, new, sure | possible), data)


def _draft(data: dict[str, Any]) -> Gold:
    links = frozenset((i, j) for i, j, _ in data["pairs"])
    same = frozenset((i, j) for i, j, label in data["pairs"] if label == "unchanged")
    name = f"{data['id']}/{data['rev']}"
    return Gold(name, tuple(data["old"]), tuple(data["new"]), links, frozenset(), same, data)


def _fixture(data: dict[str, Any]) -> Gold:
    links = frozenset((i, j) for link in data["links"] for i in link["old"] for j in link["new"])
    old, new = tuple(data["old_statements"]), tuple(data["new_statements"])
    name = f"{data['old']} > {data['new']}"
    return Gold(name, old, new, links, frozenset(), same_text(old, new, links), data)


def _json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def cables(real: Path) -> list[Gold]:
    """Read the pairs of successive cables in a folder of real texts."""
    return [_graded(name, _json(real / "gold" / f"{name}.json")) for name in CABLES]


def more_cables(real: Path) -> list[Gold]:
    """Read the pairs of cables that one reader aligned; none where there is no such folder."""
    files = sorted((real / "gold" / ANALYST).glob("*.json"))
    read = [(path.stem, _json(path)) for path in files]
    return [_graded(f"{ANALYST}/{name}", data) for name, data in read if data.get("links")]


def post_of(gold: Gold) -> str:
    """Return the post that a pair of cables is from: what is left out together.

    A post's reports share sentences from year to year, so that weights that saw one of its pairs
    are not blind to another.
    """
    return gold.name.rpartition("/")[2].partition("-")[0]


def series(real: Path) -> list[Gold]:
    """Read the pairs of successive editions of one series."""
    return [
        _graded(f"{data['country']} {data['old_year']} > {data['new_year']}", data)
        for data in _json(real / "gold" / f"{SERIES}.json")
    ]


def argrewrite(real: Path) -> list[Gold]:
    """Read the pairs of drafts, labelled as given (see :func:`by_own_rule`)."""
    return [_draft(data) for data in _json(real / "gold" / f"{DRAFTS}.json")]


def fixtures(folder: Path = FIXTURES) -> list[Gold]:
    """Read the project's own aligned pairs; none where there is no such folder."""
    files = [_json(path) for path in sorted((folder / "gold").glob("*.json"))]
    return [_fixture(data) for data in files if "links" in data]


def load(real: Path | None, folder: Path = FIXTURES) -> dict[str, list[Gold]]:
    """Read all there is: sets by name, each of one or more pairs of texts.

    The cables are a set each, for they differ; drafts are one set of many small pairs.
    """
    sets: dict[str, list[Gold]] = {}
    if real is not None:
        sets |= {gold.name: [gold] for gold in cables(real)}
        sets[POOLED] = cables(real)
        if more := more_cables(real):
            sets[ALL_POOLED] = [*cables(real), *more]
        sets |= {SERIES: series(real), DRAFTS: argrewrite(real)}
    own: dict[str, list[Gold]] = {}
    for gold in fixtures(folder):
        kind = "milder" if len(gold.same) >= MILD * len(gold.sure) else "rewritten"
        own.setdefault(f"fixtures, {kind} pairs", []).append(gold)
    return sets | dict(sorted(own.items()))
