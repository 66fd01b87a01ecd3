"""What a person has decided about links before the alignment looks: forced and forbidden ones.

Constraints speak of folded texts and not of places, so that they hold for every copy of a statement
and survive another reading of the same report.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import field, frozen

__all__ = ["UNCONSTRAINED", "Constraints"]

#: Old or new statements of one forced link, folded.
Texts = tuple[str, ...]


@frozen
class Constraints:
    """Forced links as old and new folded texts, and forbidden pairs of an old and a new one."""

    forced: tuple[tuple[Texts, Texts], ...] = ()
    forbidden: frozenset[tuple[str, str]] = field(factory=frozenset)

    def settled(self) -> tuple[set[str], set[str]]:
        """Return the old and the new texts that are linked by force."""
        return (
            {text for old, _ in self.forced for text in old},
            {text for _, new in self.forced for text in new},
        )

    def forbidden_places(
        self, old: Mapping[str, object], new: Mapping[str, object]
    ) -> frozenset[tuple[int, int]]:
        """Return the forbidden pairs as places among the distinct texts of either report."""
        places = [{text: k for k, text in enumerate(side)} for side in (old, new)]
        return frozenset(
            (places[0][one], places[1][other])
            for one, other in self.forbidden
            if one in places[0] and other in places[1]
        )

    def forbids(self, old: Sequence[str], new: Sequence[str]) -> bool:
        """Whether any pair of these texts is forbidden."""
        return bool(self.forbidden) and any((a, b) in self.forbidden for a in old for b in new)


#: Nothing decided.
UNCONSTRAINED = Constraints()
