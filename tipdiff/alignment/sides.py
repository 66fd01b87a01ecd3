"""One text of an alignment: its folded statements, and which of them stand for their copies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import define, field

from tipdiff.text import folded, masked

__all__ = ["Side"]


@define
class Side:
    """One text: ``copies`` holds the places of each distinct statement, in order."""

    texts: Sequence[str]
    folds: list[str]
    copies: dict[str, list[int]]
    _forms: dict[str, str] = field(factory=dict)

    @classmethod
    def of(cls, texts: Sequence[str], folds: Sequence[str] | None) -> Side:
        """Fold the texts, unless that is done, and find their copies."""
        folds = [folded(text) for text in texts] if folds is None else list(folds)
        copies: dict[str, list[int]] = {}
        for place, fold in enumerate(folds):
            copies.setdefault(fold, []).append(place)
        return cls(texts, folds, copies)

    def form(self, fold: str) -> str:
        """Return a folded text with its figures masked."""
        if fold not in self._forms:
            self._forms[fold] = masked(fold)
        return self._forms[fold]

    def forms(self) -> list[str]:
        """Return the distinct statements with their figures masked."""
        return [self.form(fold) for fold in self.copies]

    def firsts(self) -> list[int]:
        """Return the first place of each distinct statement."""
        return [places[0] for places in self.copies.values()]

    def with_copies(self, places: Iterable[int]) -> tuple[int, ...]:
        """Return some places and those of their copies."""
        return tuple(sorted(copy for k in places for copy in self.copies[self.folds[k]]))

    def places(self, folds: Iterable[str]) -> tuple[int, ...]:
        """Return where some folded texts stand."""
        return tuple(sorted(place for fold in folds for place in self.copies.get(fold, ())))

    def copied(self) -> frozenset[int]:
        """Return which distinct statements stand several times."""
        return frozenset(k for k, places in enumerate(self.copies.values()) if len(places) > 1)

    def distinct(self, folds: set[str]) -> list[int]:
        """Return which distinct statements are among some."""
        return [k for k, fold in enumerate(self.copies) if fold in folds]
