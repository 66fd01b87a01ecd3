"""Why statements were linked, or were not: each sentence true of the texts it is told of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import tipdiff

if TYPE_CHECKING:
    from tipdiff import Change

FIXTURES = Path(__file__).parents[2] / "fixtures"

HEAD = "Ostrel told the embassy about its harbours.\n\nThe ministry runs two lighthouses.\n\n"
TAIL = "\n\nThe pilots of Tarn want a new mole.\n\nNo ship sank.\n"


def compared(old: str, new: str, **more: object) -> tuple[Change, ...]:
    """The changes between two reports of an invented country, with their reasons."""
    reports = [
        tipdiff.read(f"{HEAD}{text}{TAIL}", country="Ostrel", year=year)
        for text, year in ((old, 2005), (new, 2006))
    ]
    return tipdiff.compare(*reports, explain=True, **more).changes  # type: ignore[arg-type]


def why(changes: tuple[Change, ...], begins: str) -> str:
    """Why the first change that has a statement with such a beginning was made."""
    return next(
        change.why
        for change in changes
        if any(s.text.startswith(begins) for s in (*change.new, *change.old))
    )


class TestLinked:
    """Links."""

    def test_words_and_neighbours(self) -> None:
        """It counts the content words in common, names the rarest, and looks around."""
        told = why(
            compared(
                "The Harbour Light fed the stranded sailors in winter.",
                "The Harbour Light fed and clothed stranded sailors through winter.",
            ),
            "The Harbour Light",
        )

        # Harbour Light fed stranded sailors winter; now clothed beside them
        assert told.startswith("linked: 6 of 6 content words shared (7 in the new), among them ")
        assert "neighbours agree" in told

    def test_copy(self) -> None:
        """A copy is one, and nothing is counted."""
        assert why(compared("", ""), "No ship sank") == "linked: the same word for word"

    def test_only_figures(self) -> None:
        """What differs in its figures alone is said to."""
        told = why(
            compared("The coast guard towed 12 trawlers.", "The coast guard towed 31 trawlers."),
            "The coast guard",
        )

        assert told.startswith("linked: the same but for figures, and no other statement of either")

    def test_rows(self) -> None:
        """Rows of one form name the figures that both have."""
        old = "\n\n".join(f"In {1990 + k} the pilots lost {k + 30} boats." for k in range(1, 6))
        new = "\n\n".join(f"In {1990 + k} the pilots lost {k + 60} boats." for k in range(1, 6))
        told = why(compared(old, new), "In 1993")

        assert (
            told == "linked: the same but for figures, of which both have 1993 (probability 0.97)"
        )

    def test_meaning(self) -> None:
        """Words that say one thing in such reports are told, each side's own."""
        told = why(
            compared(
                "The court of Tarn charged the owner of the trawler Petrel.",
                "The court of Tarn indicted the owner of the trawler Petrel.",
            ),
            "The court",
        )

        assert "\u201cindicted\u201d for \u201ccharged\u201d" in told

    def test_review(self) -> None:
        """What a person linked is said to be a person's."""
        texts = "The choir of Tarn sang.", "Boats were painted in the yard."
        review = tipdiff.review_from_data({"link": [{"old": texts[0], "new": texts[1]}]})

        assert why(compared(*texts, review=review), "Boats") == "linked: a review says so"

    def test_judge(self) -> None:
        """What the user's own judge linked is said to be its word, with that of the model."""
        texts = (
            "A hostel at Brell took in sailors whom nobody had paid.",
            "The parish of Brell opened a house in which crews that had no wages could sleep.",
        )
        told = why(compared(*texts, judge=lambda pairs: [0.8 for _ in pairs]), "The parish")

        assert told.startswith(
            "linked: your judge says so (probability 0.80; the model alone gives"
        )


class TestRefused:
    """What is linked to nothing."""

    def test_rival(self) -> None:
        """The likest statement is named, who has it, and by how much that one shares more."""
        told = why(
            compared(
                "The coast guard of Vell towed nine trawlers to the port of Tarn in winter.",
                "The coast guard of Vell towed six trawlers to the port of Tarn in winter."
                "\n\nThe coast guard of Vell keeps three trawlers in the port for training.",
            ),
            "The coast guard of Vell keeps",
        )

        assert told.startswith("not linked: its likest statement ")
        assert "(\u201cThe coast guard of Vell towed nine ...\u201d) is taken by " in told
        assert "which shares more (" in told

    def test_nothing(self) -> None:
        """What is like nothing is said to be so."""
        told = why(compared("", "Quinces ripened late upon terraced slopes."), "Quinces")

        assert told == "not linked: nothing in the old report comes near it"

    def test_review(self) -> None:
        """What a person forbade is said to be a person's, with the statement it was about."""
        texts = "The coast guard towed 12 trawlers.", "The coast guard towed 31 trawlers."
        review = tipdiff.review_from_data({"forbid": [{"old": texts[0], "new": texts[1]}]})
        told = why(compared(*texts, review=review), "The coast guard")

        assert told.startswith("not linked: a review says that ")

    def test_sides(self) -> None:
        """It is the other report in which nothing is found."""
        told = why(compared("Quinces ripened late upon terraced slopes.", ""), "Quinces")

        assert told == "not linked: nothing in the new report comes near it"


class TestAll:
    """Every change."""

    def test_each_says_why(self) -> None:
        """With ``explain`` no change is silent, and what is linked is said to be."""
        sides = FIXTURES / "varona" / "2004", FIXTURES / "varona" / "2005"
        changes = tipdiff.compare(*sides, explain=True).changes

        for change in changes:
            assert change.why.startswith(
                "linked: " if change.old and change.new else "not linked: "
            )
        assert not any(change.why for change in tipdiff.compare(*sides).changes)

    def test_same_decisions(self) -> None:
        """Explaining decides nothing."""
        sides = FIXTURES / "varona" / "2004", FIXTURES / "varona" / "2005"
        one, other = (tipdiff.compare(*sides, explain=each) for each in (True, False))

        assert [(c.status, c.traits, c.old, c.new) for c in one.changes] == [
            (c.status, c.traits, c.old, c.new) for c in other.changes
        ]
