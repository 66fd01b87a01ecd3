"""Figures of one indicator linked across statements that are not aligned."""

from __future__ import annotations

import tipdiff

OLD = "Police arrested 14 smugglers on the quay of Port Merrin after a long winter hunt."
NEW = "A list drawn up for this mission names 31 arrests."


def links(old: str, new: str) -> list[tuple[float | None, float | None]]:
    """Old and new value of each figure linked elsewhere."""
    before = tipdiff.read(f"Prosecution\n\n1. {old}\n", country="Varona", year=2006)
    after = tipdiff.read(f"Prevention\n\n1. {new}\n", country="Varona", year=2007)
    return [
        (link.old.value, link.new.value)
        for link in tipdiff.compare(before, after).claim_links
        if link.old is not None and link.new is not None
    ]


class TestElsewhere:
    """A link only where nothing else can be meant."""

    def test_one_each_side(self) -> None:
        """Two statements that share no words, and report one indicator."""
        assert links(OLD, NEW) == [(14, 31)]

    def test_two_candidates(self) -> None:
        """Where a side has two figures of the indicator, none is linked."""
        assert links(OLD, f"{NEW} Border guards arrested nine drivers of a Belmoran firm.") == []

    def test_already_paired(self) -> None:
        """What an aligned statement pairs is not linked again."""
        same = "Harbor police arrested 20 fishermen of the village of Sable Cross."

        assert links(f"{same} {OLD}", f"{same} {NEW}") == []

    def test_part_of_it(self) -> None:
        """The women's figure is not set beside all."""
        assert links(OLD.replace("smugglers", "women"), NEW) == []

    def test_other_year(self) -> None:
        """A figure that names another year is not the year's."""
        assert links(OLD, NEW.replace("arrests", "arrests in 1999")) == []

    def test_own_year(self) -> None:
        """A figure that names the year its report is about is the year's."""
        two = (" The office has two cars.", " Fog lay over seven harbors.")
        old = OLD.replace("smugglers", "smugglers in 2006") + two[0]

        assert links(old, NEW.replace("arrests", "arrests in 2007") + two[1]) == [(14, 31)]

    def test_beds_of_two_shelters(self) -> None:
        """Of indicators with several figures a report, the place must be said to be the same."""
        old, new = "The nuns keep 12 beds{}.", "{} has a refuge for runaways with 16 beds{}."

        assert links(old.format(""), new.format("Kalvik", "")) == []
        assert links(old.format(" in Lannock"), new.format("The parish", " in Lannock")) in (
            [],
            [(12, 16)],
        )
