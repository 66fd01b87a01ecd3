"""Figures paired then and now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from tipdiff.claims import (
    extract_claims,
    figures_differ,
    only_conversion_drifts,
    pair_claims,
    signature,
)
from tipdiff.claims.pairing import changes as pairing

if TYPE_CHECKING:
    from tipdiff.records import Claim, ClaimChange


def changes(old: str, new: str) -> tuple[ClaimChange, ...]:
    """Pair the claims of two sentences."""
    return pair_claims(extract_claims(old), extract_claims(new))


def told(pairs: tuple[ClaimChange, ...]) -> list[tuple[str, float | None, float | None]]:
    """Return status and values of each change."""
    return [
        (c.status, None if c.old is None else c.old.value, None if c.new is None else c.new.value)
        for c in pairs
    ]


class TestDirection:
    """Whether a figure surely rose or fell."""

    @pytest.mark.parametrize(
        ("old", "new", "direction"),
        [
            ("Police freed 12 girls.", "Police freed 15 girls.", "up"),
            ("Police freed 15 girls.", "Police freed 12 girls.", "down"),
            ("Police freed 12 girls.", "Police freed twelve girls.", None),
            ("Over 70 percent agreed.", "Nearly 65 percent agreed.", "down"),
            ("About 20 girls came.", "Some 22 girls came.", None),
            ("About 20 girls came.", "About 30 girls came.", "up"),
            ("Police freed 12 girls.", "Police freed more than 12 girls.", "up"),
            ("Police freed 12 girls.", "Police freed at least 12 girls.", None),
            ("Over 70 percent agreed.", "Over 80 percent agreed.", None),
            ("They stay for up to two years.", "They stay for 30 months.", "up"),
            ("It has 40 to 50 beds.", "It has 45 beds.", None),
        ],
    )
    def test_told(self, old: str, new: str, direction: str | None) -> None:
        """It is told only where the bounds and approximators of both sides leave no doubt."""
        [change] = changes(old, new)

        assert change.direction == direction


class TestPairing:
    """Which figure continues which."""

    def test_how_often(self) -> None:
        """How often a council met goes on as how often, and not as how many sit on it."""
        [first, *_] = [
            c
            for c in changes("The council of 12 members met six times.", "It met five times.")
            if c.old is not None and c.new is not None
        ]

        assert (first.old and first.old.value, first.new and first.new.value) == (6, 5)

    def test_same_place(self) -> None:
        """A figure that changed has its difference and ratio."""
        [change] = changes("Police arrested 14 clerks.", "Police arrested 20 clerks.")

        assert (change.status, change.difference, change.ratio) == ("changed", 6, 1.43)

    def test_reordered(self) -> None:
        """Figures told in another order find each other by event and noun."""
        pairs = changes(
            "Police arrested 14 clerks and courts convicted 9 drivers.",
            "Courts convicted 11 drivers, and police arrested 15 clerks.",
        )

        assert told(pairs) == [("changed", 9, 11), ("changed", 14, 15)]

    def test_by_breakdown(self) -> None:
        """The women are compared with the women, the men with the men."""
        pairs = changes("Police met 5 women and 3 men.", "Police met 4 men and 6 women.")

        assert told(pairs) == [("changed", 3, 4), ("changed", 5, 6)]

    def test_gone_and_come(self) -> None:
        """A figure without partner is dropped or new, and keeps its place."""
        pairs = changes(
            "Police arrested 14 clerks and seized 300 euros.",
            "Police arrested 14 clerks; the rate was 4 percent.",
        )

        assert told(pairs) == [("unchanged", 14, 14), ("new", None, 4), ("dropped", 300, None)]

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("Some 200 to 300 persons were sold abroad.", "Abroad went 200 to 300 victims."),
            ("Clerks met 340 people at the ferry.", "At the ferry clerks met 340 girls."),
        ],
    )
    def test_persons_in_general(self, old: str, new: str) -> None:
        """Persons may be last year's victims, where nothing else speaks against it."""
        assert [change.status for change in changes(old, new)] == ["unchanged"]

    def test_persons_are_no_countries(self) -> None:
        """Persons are not last year's ferries for all that."""
        pairs = changes("They came on 12 ferries.", "They were 40 persons.")

        assert {change.status for change in pairs} == {"new", "dropped"}

    def test_terms(self) -> None:
        """A term that was told by another noun is not made another's that only reads like it."""
        pairs = changes(
            "It is punished with up to 5 years imprisonment. Laws provide for prison sentences of"
            " up to 20 years.",
            "The law provides for up to 20 years imprisonment.",
        )

        assert [
            (change.status, change.old and change.old.high, change.new and change.new.high)
            for change in pairs
        ] == [("dropped", 5, None), ("unchanged", 20, 20)]

    def test_zero_to_some(self) -> None:
        """From none there is a difference and no ratio."""
        [change] = changes("There were no convictions.", "There were 3 convictions.")

        assert (change.status, change.difference, change.ratio) == ("changed", 3, None)

    def test_range_has_no_difference(self) -> None:
        """Where a side is a range or open, only the status is told."""
        [change] = changes("Some 5 to 9 girls came.", "More than 12 girls came.")

        assert (change.status, change.difference, change.ratio) == ("changed", None, None)

    def test_every_claim_stands_once(self) -> None:
        """Each claim of either side is in exactly one change."""
        old = extract_claims("Police met 5 girls, 3 boys, 2 men (one sick) and 9 women.")
        new = extract_claims("Police met 9 women, 4 boys and 2 dogs.")
        pairs = pair_claims(old, new)

        assert sorted(c.old.id for c in pairs if c.old) == sorted(c.id for c in old)
        assert [c.new.id for c in pairs if c.new] == [c.id for c in new]


class TestSameFigure:
    """Another way of writing a figure is no change."""

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("It reached 20,000 pupils.", "It reached 20 thousand pupils."),
            ("It reached sixteen pupils.", "It reached 16 pupils."),
            ("It reached thirty (30) pupils.", "It reached 30 pupils."),
            ("Between 30,000 and 35,000 persons came.", "Some 30 to 35 thousand persons came."),
            ("The term is 12 months.", "The term is one year."),
            ("A third of the girls agreed.", "One third of the girls agreed."),
            ("It reached about 300 pupils.", "It reached 300 pupils."),
            ("In 2005 police arrested 12 men.", "In 2006 police arrested 12 men."),
        ],
    )
    def test_notation(self, old: str, new: str) -> None:
        """Words, separators, units of one length and rolled years change no figure."""
        pairs = changes(old, new)

        assert [c.status for c in pairs] == ["unchanged"]
        assert not figures_differ(pairs)

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("It reached 300 pupils.", "It reached more than 300 pupils."),
            ("It reached 300 pupils.", "It reached 301 pupils."),
            ("It reached 300 pupils.", "It reached pupils."),
        ],
    )
    def test_difference(self, old: str, new: str) -> None:
        """Another value, another bound, or a figure gone is a change."""
        assert figures_differ(changes(old, new))

    def test_signature_ignores_notation(self) -> None:
        """The cheap signature is that of the values."""
        old = extract_claims("It reached 20,000 pupils.")
        new = extract_claims("It reached 20 thousand children.")

        assert signature(old) == signature(new) == (("count", 20000, 20000),)


class TestConversions:
    """The local amount decides."""

    OLD = "It gave IKR 640,000 (US $9,100) to the shelter."

    def test_drift(self) -> None:
        """If only the converted amount moved, the sum did not change."""
        pairs = changes(self.OLD, "It gave IKR 640,000 (US $9,700) to the shelter.")

        assert only_conversion_drifts(pairs)
        assert not figures_differ(pairs)

    def test_real_change(self) -> None:
        """If the local amount moved, it did."""
        pairs = changes(self.OLD, "It gave IKR 710,000 (US $9,700) to the shelter.")

        assert not only_conversion_drifts(pairs)
        assert figures_differ(pairs)

    def test_nothing_drifts(self) -> None:
        """Equal sums drift nowhere."""
        assert not only_conversion_drifts(changes(self.OLD, self.OLD))


class TestLists:
    """Lists of parts go on by the parts' names."""

    OLD = "Of the victims the mission assisted, the countries were: Ostrel (43), Belmora (18), {}."
    NEW = "Police rescued 60; the countries were: Belmora (22), Ostrel (30), {}."

    def told(self, old: str, new: str) -> set[tuple[str, float, float]]:
        """The part, then and now, of each pair."""
        changes = pair_claims(
            extract_claims(self.OLD.format(old)), extract_claims(self.NEW.format(new))
        )
        return {
            (*c.new.breakdown.values(), c.old.value, c.new.value)
            for c in changes
            if c.old is not None and c.new is not None and c.new.breakdown
        }

    def test_by_name(self) -> None:
        """Another order, another event, another body: each country has its own then and now."""
        told = self.told("Moldova (14), Ukraine (6)", "Ukraine (9), Moldova (11)")

        assert {("Moldova", 14, 11), ("Ukraine", 6, 9)} <= told

    def test_no_counterpart(self) -> None:
        """A country of one year only is not paired with another one."""
        told = self.told("Moldova (14), Ukraine (6)", "Ukraine (9), Romania (11)")

        assert ("Ukraine", 6, 9) in told
        assert not [row for row in told if "Romania" in row]


#: For each point, a sentence, one whose figure may be the same one later, and one whose is not.
SPEAKING = {
    "unit": ("Tax fell by 5 percent.", "Tax fell by 6 percent.", "Tax fell by 6 euros."),
    "noun": ("Police freed 12 girls.", "Police freed 15 girls.", "Police freed 15 boats."),
    "event": ("Police arrested 12 men.", "Police arrested 15 men.", "Courts convicted 15 men."),
    "breakdown": ("They freed 12 women.", "They freed 15 women.", "They freed 15 men."),
    "value": ("Police freed 12 girls.", "Police freed 12 girls.", "Police freed 40 girls."),
    "size": ("It cost 23 million euros.", "It cost 25 million euros.", "It cost 780 euros."),
    "period": (
        "Police freed 12 girls in 2005.",
        "Police freed 15 girls in 2006.",
        "Police freed 15 girls in 1999.",
    ),
    "frequency": ("It met twice.", "It met six times.", "It has 12 members."),
    "kind": (
        "The penalty is two years in prison.",
        "The penalty is three years in prison.",
        "He served three years in prison.",
    ),
}


@pytest.mark.parametrize("name", SPEAKING)
def test_each_point_tells_like_from_unlike(name: str) -> None:
    """Each row gives more points to a figure of the same thing than to one of another."""
    [point] = [point for each, point, _ in pairing.POINTS if each == name]
    claim, alike, unlike = (extract_claims(text)[0] for text in SPEAKING[name])

    assert point(claim, alike) > point(claim, unlike)


@pytest.mark.parametrize(
    ("name", "field", "one", "two"),
    [
        ("place", "where", "Port Merrin", "Osk"),
        ("law", "law", "Harbor Act", "Lamp Act"),
        ("who", "who", "deputy", "consul"),
        ("conversion", "equivalent", "#2", None),
    ],
)
def test_points_of_what_stands_beside(name: str, field: str, one: str, two: str | None) -> None:
    """The same place, law or body speaks for a pair, another one against it."""
    [point] = [point for each, point, _ in pairing.POINTS if each == name]
    [claim] = extract_claims("Police freed 12 girls.")
    mine, other = (evolve(claim, **{field: value}) for value in (one, two))

    assert point(mine, mine) > point(mine, other)


def test_no_point_is_untried() -> None:
    """Every row stands in one of the tests above."""
    assert {name for name, *_ in pairing.POINTS} == SPEAKING.keys() | {
        "place",
        "law",
        "who",
        "conversion",
    }

    def test_of_two_lists(self) -> None:
        """Of two lists of a report the one that shares most parts goes on."""
        weeks = "In January the countries were: Ukraine (1), Ostrel (2), Tessaly (3)."
        year = self.OLD.format("Ukraine (6), Romania (4)")
        old = [
            *extract_claims_of("A:1", year),
            *extract_claims_of("A:2", weeks),
        ]
        new = extract_claims_of("B:1", self.NEW.format("Ukraine (9), Romania (11)"))
        pairs = {
            c.new.breakdown["nationality"]: c.old.value
            for c in pair_claims(old, new)
            if c.old is not None and c.new is not None and "nationality" in c.new.breakdown
        }

        assert pairs["Ukraine"] == 6
        assert pairs["Romania"] == 4


def extract_claims_of(statement: str, text: str) -> list[Claim]:
    """The claims of a text, with the ids that they have in a statement."""
    return [evolve(claim, id=f"{statement}{claim.id}") for claim in extract_claims(text)]


class TestAlone:
    """A figure of one place alone is not what the country's goes on from."""

    @pytest.mark.parametrize(
        ("old", "statuses"),
        [
            ("In the harbor alone 40 kilos of tea were seized.", {"new", "dropped"}),
            ("In all harbors 40 kilos of tea were seized.", {"changed"}),
        ],
    )
    def test_part_and_country(self, old: str, statuses: set[str]) -> None:
        """What was seized in one harbor does not become what was seized in all."""
        new = "Guards seized 67 kilos of tea."
        before = [evolve(c, id=f"a{c.id}") for c in extract_claims(old)]
        after = [evolve(c, id=f"b{c.id}") for c in extract_claims(new)]
        pairs = pair_claims(before, after, {"a": old, "b": new})

        assert {c.status for c in pairs} == statuses


class TestTotals:
    """A total goes on from a total, and a part from a part."""

    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ("Varona signed 13 treaties.", "Varona signed nine of the 13 treaties.", (13, 9)),
            ("Clerks fined 15 women.", "Of the 78 women fined, four paid.", (15, 78)),
            (
                "Courts convicted 15 men.",
                "Of the 78 men charged, courts convicted four.",
                (15, 4),
            ),
            ("Twelve minors were helped.", "Of the 40 girls helped, 14 were minors.", (12, 14)),
            ("They met 9 of the 12 goals.", "They met seven of the 13 goals.", (9, 7)),
        ],
    )
    def test_goes_on(self, old: str, new: str, expected: tuple[int, int]) -> None:
        """What a part is told of decides, where it is told of anything."""
        before, after = told_in("a", old), told_in("b", new)
        pairs = pair_claims(before, after, {"a": old, "b": new})

        assert expected in [
            (c.old.value, c.new.value) for c in pairs if c.old is not None and c.new is not None
        ]

    def test_part_of_the_same_year(self) -> None:
        """What was counted for its first weeks is not what the whole year had before."""
        [then] = extract_claims("Between January 4 and March 20, 2008, police freed 15 women.")
        [now] = extract_claims("In 2008 police freed 78 women.")

        assert [c.status for c in pair_claims([then], [now])] == ["new", "dropped"]


def told_in(statement: str, text: str) -> list[Claim]:
    """The claims of a text, with the ids that they and their totals have in a statement."""
    return [
        evolve(c, id=f"{statement}{c.id}", of=None if c.of is None else f"{statement}{c.of}")
        for c in extract_claims(text)
    ]


def test_a_figure_that_another_date_reaches() -> None:
    """The same number of the same thing is one figure, also where a merged sentence dates it."""
    undated = extract_claims("Patrols led the port to 21 stowaways hidden in barrels.")
    dated = extract_claims(
        "Patrols led the port to 21 stowaways hidden in barrels, and the guild paid for a boat in "
        "June 2006."
    )
    (pair,) = pair_claims([evolve(claim, period=2006) for claim in undated], dated)

    assert dated[0].partial
    assert pair.status == "unchanged"
