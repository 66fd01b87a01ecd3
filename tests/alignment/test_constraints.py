"""What a person has decided: forced and forbidden links, and what is said of refused matches."""

from __future__ import annotations

from tipdiff.alignment import Alignment, Constraints, align_texts
from tipdiff.text import folded

OLD = (
    "The ministry published its plan in March.",
    "The coast guard towed nine trawlers to Tarn.",
    "The chaplain keeps a list of the crews.",
)
NEW = (
    "The ministry published its plan in April.",
    "The coast guard towed six trawlers to Tarn.",
    "The chaplain lost the list of the crews.",
)


def aligned(
    forced: tuple[tuple[int, int], ...] = (), forbidden: tuple[tuple[int, int], ...] = ()
) -> Alignment:
    """The alignment under some constraints, by the places of statements."""
    constraints = Constraints(
        tuple(((folded(OLD[i]),), (folded(NEW[j]),)) for i, j in forced),
        frozenset((folded(OLD[i]), folded(NEW[j])) for i, j in forbidden),
    )
    return align_texts(OLD, NEW, constraints=constraints, explain=True)


def pairs(found: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The links as they are returned."""
    return [(link.old, link.new) for link in found.links]


class TestConstraints:
    """Links forced and forbidden."""

    def test_none(self) -> None:
        """Without any the three are linked in their order."""
        assert pairs(aligned()) == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]

    def test_forbidden(self) -> None:
        """A forbidden pair is not linked, and its near match says that a person decided."""
        found = aligned(forbidden=((1, 1),))

        assert pairs(found) == [((0,), (0,)), ((2,), (2,))]
        assert found.near_old[1].reason == found.near_new[1].reason == "review"

    def test_forced(self) -> None:
        """What is forced is certain, and each of the two is linked to nothing else."""
        found = aligned(forced=((0, 2),))

        assert pairs(found) == [((0,), (2,)), ((1,), (1,))]
        assert found.links[0].score == 1.0

    def test_forbidden_copies(self) -> None:
        """Even a copy may be forbidden."""
        text = folded(OLD[0])
        constraints = Constraints((), frozenset({(text, text)}))

        assert align_texts(OLD, OLD[:1], constraints=constraints).links == []


class TestNear:
    """Refused matches."""

    def test_lost_to_a_rival(self) -> None:
        """What another has taken is told with the one that took it."""
        found = aligned(forced=((0, 2),)).near_old[2]

        assert (found.there, found.reason, found.rival) == (2, "rival", 0)

    def test_unlikely(self) -> None:
        """What nobody took was too unlikely."""
        old = (*OLD, "The mayor of Tarn towed a cart.")
        new = (*NEW, "A regatta off Tarn was towed by a mule and lost to the fog of Oss for weeks.")
        found = align_texts(old, new, explain=True)

        assert pairs(found) == [((k,), (k,)) for k in range(3)]
        assert (found.near_old[3].there, found.near_old[3].reason) == (3, "unlikely")
        assert found.near_old[3].rival is None


class TestOrder:
    """The order of links."""

    def test_by_the_old_text(self) -> None:
        """Links come in the order of the old text, certain ones and judged ones mixed."""
        old = (OLD[0], "The canal is closed.", OLD[1], "The mayor wept.")
        new = ("The mayor wept.", NEW[1], "The canal is closed.", NEW[0])

        assert [link.old for link in align_texts(old, new).links] == [(0,), (1,), (2,), (3,)]
