"""Why statements were taken for the same, or were not, in a sentence that an analyst can check.

The sentence is told from the two texts and from what was decided, never from the numbers of the
model: how many words they share and which, whether what stands around agrees, and of a refusal
which statement has the place. The phrases are rows of :mod:`tipdiff.comparison.phrases`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

import Stemmer
from attrs import evolve, frozen

from tipdiff.alignment import is_answer
from tipdiff.alignment.evidence import OWN
from tipdiff.alignment.model import CERTAIN
from tipdiff.alignment.terms import concept, content_words
from tipdiff.comparison.phrases import phrase
from tipdiff.text import WORD, folded, masked, words

if TYPE_CHECKING:
    from tipdiff.records import Change, NearMatch, Report, Statement

__all__ = ["explained"]

#: How many of the words shared are named: the rarest in both reports.
NAMED: Final = 2
#: How many words that mean the same are named.
MEANT: Final = 2
#: How many statements to either side are looked through for neighbours that are linked.
NEAR: Final = 3
#: Words of another statement that are quoted, so that one knows it again.
QUOTED: Final = 7
#: Texts whose content words are kept: those of two reports, if they are not very long.
KEPT: Final = 4096

#: What is said of the statements before and after, by whether each is linked in line.
AROUND: Final = {
    (True, True): "neighbours agree",
    (True, False): "what stands before agrees",
    (False, True): "what stands after agrees",
    (False, False): "no neighbour agrees",
}


def explained(changes: Sequence[Change], old: Report, new: Report) -> tuple[Change, ...]:
    """Return changes with a sentence each that says why its statements were linked, or were not.

    Args:
        changes: All changes of a comparison, made with evidence and near matches.
        old: The old report.
        new: The new one.

    """
    told = _Told.of(changes, old, new)
    return tuple(evolve(change, why=phrase(told.facts(change))) for change in changes)


@cache
def _stem(word: str) -> str:
    return str(Stemmer.Stemmer("english").stemWord(word))


def _content(statements: Iterable[Statement]) -> dict[str, str]:
    """Return the content words of statements as printed, by their stems, without figures."""
    found: dict[str, str] = {}
    for statement in statements:
        for stem, word in _content_of(statement.text):
            found.setdefault(stem, word)
    return found


@lru_cache(maxsize=KEPT)
def _content_of(text: str) -> tuple[tuple[str, str], ...]:
    """Return the same of one text, which is asked for as often as it is a rival."""
    printed = {} if text.isupper() else _printed(text)
    bare = (word.removesuffix("'s") for word in content_words(masked(folded(text))))
    return tuple(
        (_stem(word), printed.get(word, word))
        for word in bare
        if content_words(word) and not word[0].isdecimal() and len(word) > 1
    )


def _printed(text: str) -> dict[str, str]:
    """Return names as printed, by their folded words: a capital inside a sentence is a name's."""
    first, *rest = WORD.findall(text) or [""]
    return {
        folded(word).removesuffix("'s"): word.removesuffix("'s").removesuffix("\u2019s")
        for word in (*([first] if first.isupper() and len(first) > 1 else []), *rest)
        if word[0].isupper()
    }


@frozen(eq=False)
class _Told:
    """What is known of all statements when their changes are told."""

    statements: Mapping[str, Statement]
    places: tuple[Mapping[str, int], Mapping[str, int]]
    partners: Mapping[int, int]
    """The first partner of each statement of the old report that has one."""
    by_statement: Mapping[str, Change]
    frequency: Mapping[str, int]
    forms: tuple[Mapping[str, int], Mapping[str, int]]
    """How many texts of either report have each form, figures masked."""

    @classmethod
    def of(cls, changes: Sequence[Change], old: Report, new: Report) -> _Told:
        """Gather it."""
        both = (*old.all_statements, *new.all_statements)
        places = (
            {s.id: k for k, s in enumerate(old.statements)},
            {s.id: k for k, s in enumerate(new.statements)},
        )
        partners: dict[int, int] = {}
        for change in changes:
            first = next((places[1][s.id] for s in change.new if s.id in places[1]), None)
            if first is not None:
                own = (places[0][s.id] for s in change.old if s.id in places[0])
                partners |= dict.fromkeys(own, first)
        return cls(
            {s.id: s for s in both},
            places,
            partners,
            {s.id: c for c in changes for s in (*c.old, *c.new)},
            Counter(stem for s in both for stem in _content((s,))),
            (_forms(old), _forms(new)),
        )

    def facts(self, change: Change) -> dict[str, str]:
        """Return what there is to tell of a change."""
        if change.old and change.new:
            return self._linked(change)
        facts = {"side": "old" if change.new else "new"}
        here = (*change.old, *change.new)
        if change.is_row:
            return {**facts, "row": "yes"}
        if is_answer(folded(here[0].text), again=len(here) > 1):
            return {**facts, "answer": "yes"}
        if change.near is not None:
            facts |= self._refused(here[0], change.near)
        return facts

    def _linked(self, change: Change) -> dict[str, str]:
        facts = {"linked": "yes", "score": f"{change.score or 0:.2f}"}
        folds = [list(dict.fromkeys(folded(s.text) for s in side)) for side in _sides(change)]
        forms = [[masked(fold) for fold in side] for side in folds]
        facts |= {
            name: "yes"
            for name, holds in (
                ("row", change.is_row),
                ("copy", folds[0] == folds[1]),
                ("reviewed", change.reviewed),
                ("certain", change.score == 1),
                ("settled", not change.evidence),
                ("form", set(forms[0]) == set(forms[1]) != {""}),
                ("alone", all(self.forms[k][form] == 1 for k in (0, 1) for form in forms[k])),
                ("answer", all(is_answer(fold, again=True) for side in folds for fold in side)),
            )
            if holds
        }
        own = next((each for each in change.evidence if each.name == OWN), None)
        if own is not None:
            facts |= {"judge": f"{own.value:.2f}", "model": _model(own.value, own.weight)}
        if figures := _figures(folds[0]) & _figures(folds[1]):
            facts["figures"] = " and ".join(sorted(figures)[:NAMED])
        if {"split", "merged"} & set(change.traits):
            facts["parts"] = f"{len(folds[0])} then, {len(folds[1])} now"
        facts |= self._shared(change.old, change.new)
        facts["around"] = AROUND[self._agrees(change, -1), self._agrees(change, 1)]
        return facts

    def _shared(self, old: Sequence[Statement], new: Sequence[Statement]) -> dict[str, str]:
        """Return how many content words two sides share, and which."""
        sides = _content(old), _content(new)
        shared = sides[0].keys() & sides[1].keys()
        least, most = sorted(map(len, sides))
        longer = "old" if len(sides[0]) == most else "new"
        more = f" ({most} in the {longer})" if most > least else ""
        rare = sorted(shared, key=lambda stem: self._rank(stem, sides[1][stem]))
        names = [sides[1][stem] for stem in rare[:NAMED]]
        mark = ": " if len(shared) <= NAMED else ", among them "
        meant = self._meant(*sides, shared)
        return {
            "count": f"{len(shared)} of {least} content words shared{more}",
            "named": f"{mark}{' and '.join(names)}" if names else "",
            "meant": f"; {meant}" if meant else "",
        }

    def _rank(self, stem: str, printed: str) -> tuple[int, bool, int, str]:
        """Return how far down a shared word stands: rare ones tell most, then names, long words."""
        return self.frequency.get(stem, 0), printed.islower(), -len(stem), stem

    @staticmethod
    def _meant(old: Mapping[str, str], new: Mapping[str, str], shared: Iterable[str]) -> str:
        """Return the words that say one thing in such reports and stand for each other."""
        known = {concept(stem) for stem in shared}
        later = {concept(stem): word for stem, word in new.items() if concept(stem).startswith("#")}
        found = {
            concept(stem): f"\u201c{later[concept(stem)]}\u201d for \u201c{word}\u201d"
            for stem, word in old.items()
            if concept(stem) in later and concept(stem) not in known
        }
        return ", ".join([found[name] for name in sorted(found)][:MEANT])

    def _agrees(self, change: Change, step: int) -> bool:
        """Whether the nearest linked statement to one side is linked to one near on that side."""
        ends = [
            [self.places[k][s.id] for s in side if s.id in self.places[k]]
            for k, side in enumerate(_sides(change))
        ]
        if not all(ends):
            return False
        start, beside = (max(ends[0]), max(ends[1])) if step > 0 else (min(ends[0]), min(ends[1]))
        for k in range(1, NEAR + 1):
            partner = self.partners.get(start + step * k)
            if partner is not None:
                return 0 < (partner - beside) * step <= NEAR
        return False

    def _refused(self, here: Statement, near: NearMatch) -> dict[str, str]:
        there = self.statements[near.statement]
        facts = {"near": _named(there), "score": f"{near.score:.2f}"}
        mine = self._overlap(here, there)
        pair = (here, there) if here.id in self.places[0] else (there, here)
        facts |= self._shared(pair[:1], pair[1:])
        if near.reason == "review":
            facts["forbidden"] = "yes"
        if masked(folded(here.text)) == masked(folded(there.text)):
            facts["form"] = "yes"
        if near.rival is not None:
            rival = self.statements[near.rival]
            facts["rival"] = _named(rival)
            theirs = self._overlap(rival, there)
            score = self.by_statement[rival.id].score or 0
            if folded(rival.text) == folded(there.text):
                facts["equal"] = "yes"
            if theirs > mine:
                facts["more"] = f"{theirs} content words to {mine}"
            if score > near.score:
                facts["likelier"] = f"{score:.2f} to {near.score:.2f}"
        return facts

    @staticmethod
    def _overlap(one: Statement, other: Statement) -> int:
        return len(_content((one,)).keys() & _content((other,)).keys())


def _forms(report: Report) -> Counter[str]:
    return Counter(masked(fold) for fold in {folded(s.text) for s in report.statements})


def _sides(change: Change) -> tuple[Sequence[Statement], Sequence[Statement]]:
    return change.old, change.new


def _figures(folds: Sequence[str]) -> set[str]:
    return {word for fold in folds for word in words(fold) if word[0].isdecimal()}


def _model(judge: float, weight: float) -> str:
    """Return the probability that a judge moved by some log-odds."""
    kept = min(max(judge, CERTAIN), 1 - CERTAIN)
    return f"{1 / (1 + math.exp(weight - math.log(kept / (1 - kept)))):.2f}"


def _named(statement: Statement) -> str:
    """Return a statement's id and how it begins."""
    first = statement.text.split()
    rest = " ..." if len(first) > QUOTED else ""
    return f"{statement.id} (\u201c{' '.join(first[:QUOTED])}{rest}\u201d)"
