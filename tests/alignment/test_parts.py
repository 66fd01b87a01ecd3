"""Parts of split and merged statements: what joins a link, and what gives way to it."""

from __future__ import annotations

import numpy as np

import tipdiff
from tipdiff.alignment.candidates import Pairs
from tipdiff.alignment.matching import Star
from tipdiff.alignment.parts import Barred, join_parts
from tipdiff.alignment.scoring import Judged
from tipdiff.alignment.terms import index_terms
from tipdiff.text import folded

AROUND = (
    "The ministry published its plan in March.",
    "Nine inspectors visited the canneries of Lannock.",
    "The chaplain keeps a list of the crews.",
)


def joined(old: list[str], new: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The links of two texts, told between statements that stay as they are."""
    links = tipdiff.align([AROUND[0], *old, *AROUND[1:]], [AROUND[0], *new, *AROUND[1:]])
    inside = range(1, 1 + max(len(old), len(new)))
    return [(x.old, x.new) for x in links if x.old[0] in inside and x.old != (1 + len(old),)]


class TestJoined:
    """Statements left over that carry a share of their own."""

    WHOLE = "The city of Vell pays the rent of the shelter, and the health office sends a nurse."
    PARTS = ("The city of Vell pays the rent of the shelter.", "The health office sends a nurse.")

    def test_split(self) -> None:
        """A statement that became two is linked to both."""
        assert joined([self.WHOLE], [*self.PARTS]) == [((1,), (1, 2))]

    def test_merged(self) -> None:
        """Two statements that became one are linked to it both."""
        assert joined([*self.PARTS], [self.WHOLE]) == [((1, 2), (1,))]

    def test_three_parts(self) -> None:
        """A statement that became three is linked to all of them, and the reverse."""
        third = "The port council lends two vans."
        whole = self.WHOLE.replace(
            " shelter, and", " shelter, the port council lends two vans, and"
        )
        parts = [self.PARTS[0], third, self.PARTS[1]]

        assert joined([whole], parts)[0] == ((1,), (1, 2, 3))
        assert joined(parts, [whole])[0] == ((1, 2, 3), (1,))

    def test_a_neighbour_is_no_part(self) -> None:
        """What stands beside a part and shares a word or two with the whole is new."""
        other = "The nurse from Tarn who sings at weddings keeps eleven goats on the city wall."

        assert joined([self.PARTS[0]], [self.PARTS[0].replace("pays", "paid"), other]) == [
            ((1,), (1,))
        ]

    def test_copies(self) -> None:
        """What stands twice is no part of anything: several go with several only as copies."""
        old = [self.WHOLE, self.WHOLE]
        links = tipdiff.align([*old, *AROUND], [*self.PARTS, *AROUND])

        assert [(x.old, len(x.new)) for x in links if x.old[0] == 0] == [((0, 1), 1)]

    def test_nothing_of_its_own(self) -> None:
        """A statement that brings nothing that the first part lacks is no part."""
        copy = "In Vell the city pays the rent."

        assert joined([self.PARTS[0]], [self.PARTS[0], copy]) == [((1,), (1,))]


class TestGivesWay:
    """A weak link of a statement that is likelier a part of a better one."""

    OLD = ("the City of Vell;", "The City of Vell pays the rent, and the state pays a nurse.")
    NEW = ("The City of Vell pays the rent.", "The state pays a nurse.")

    def links(self, *likely: float, forbidden: bool = False) -> set[tuple[tuple[int, ...], ...]]:
        """Join parts after a choice; how ``likely`` are item and first, whole and either part."""
        folds = [folded(text) for text in self.OLD], [folded(text) for text in self.NEW]
        stems, _ = index_terms([*self.OLD, *self.NEW], [*folds[0], *folds[1]])
        pairs = Pairs(np.array([0, 1, 1]), np.array([0, 0, 1]), (2, 2))
        judged = Judged(pairs, {}, np.array(likely, np.float32), stems)
        stars = [Star((0,), (0,), likely[0]), Star((1,), (1,), likely[2])]
        barred = Barred(frozenset({(1, 0)})) if forbidden else Barred()
        found = join_parts(stars, judged, folds, ((), ()), barred)
        return {(star.old, star.new) for star in found}

    def test_second_best(self) -> None:
        """A part whose place was taken is not left to the next best: it joins what it came from."""
        assert self.links(0.5, 0.8, 0.9) == {((1,), (0, 1))}

    def test_by_a_margin(self) -> None:
        """Where it is about as likely to belong where it is, it stays."""
        assert self.links(0.75, 0.8, 0.9) == {((0,), (0,)), ((1,), (1,))}

    def test_to_a_better_link(self) -> None:
        """No link gives way to one that is no likelier than itself."""
        assert self.links(0.5, 0.8, 0.4) == {((0,), (0,)), ((1,), (1,))}

    def test_forbidden(self) -> None:
        """What a person has forbidden takes no link's place."""
        assert self.links(0.5, 0.8, 0.9, forbidden=True) == {((0,), (0,)), ((1,), (1,))}
