"""Outlines of a report's own: 1, 1.1, 1.1.1 in front of headings, and what only looks so."""

from __future__ import annotations

import pytest

import tipdiff

from .bodies import body, said, uncovered

OUTLINE = """\
1 Overview

Ferries cross the strait of Lorvane. In 2009 the wardens
counted 41 crews, of whom 12 were new.

1.1 Arrests

The wardens arrested 17 smugglers in 2009. Nine of them
were foreign sailors.

1.1.1 Arrests at the piers

The piers took
1.5 million passengers. The wardens held 4 of them.

1.2 Budget

The harbor office spent
2.1 million crowns on lanterns.

2 Courts

Judges sentenced 6 smugglers.

2.1 Laws

Article 14 of the harbor code forbids night landings.
"""
PATHS = [
    ("Overview",),
    ("Overview",),
    ("Overview", "Arrests"),
    ("Overview", "Arrests"),
    ("Overview", "Arrests", "Arrests at the piers"),
    ("Overview", "Arrests", "Arrests at the piers"),
    ("Overview", "Budget"),
    ("Courts",),
    ("Courts", "Laws"),
]


def paths(text: str) -> list[tuple[str, ...]]:
    """The statements' sections."""
    return [statement.section for statement in body(text).statements]


def figures(text: str) -> list[float | None]:
    """The values of the claims in a text."""
    report = tipdiff.read(text + "\n", country="Lorvane", year=2010)
    return [claim.value for s in report.statements for claim in tipdiff.extract_claims(s.text)]


class TestHeadings:
    """Numbers that count up in order, each in front of a name on a line of its own."""

    def test_levels(self) -> None:
        """A heading stands under the one whose number its own begins with."""
        assert paths(OUTLINE) == PATHS
        assert uncovered(OUTLINE) == ""

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("1.1 ", "1.1. "),
            ("1.1 ", "1.1 - "),
            ("1.2 ", "1.2\t"),
            ("\n1 ", "\n1. "),
            ("\n", "\r\n"),
        ],
        ids=["stop", "dash", "tab", "stop behind the first", "carriage returns"],
    )
    def test_forms(self, old: str, new: str) -> None:
        """What parts the number from the name does not matter."""
        assert paths(("\n" + OUTLINE).replace(old, new)) == PATHS

    def test_without_blank_lines(self) -> None:
        """Blank lines are not needed: a heading's line had room for what stands below it."""
        tight = OUTLINE.replace("\n\n", "\n")

        assert paths(tight) == PATHS

    def test_never_a_figure(self) -> None:
        """The numbers of headings are in no statement, and so no claims."""
        assert figures(OUTLINE) == [41, 12, 17, 9, 1_500_000, 4, 2_100_000, 6]

    def test_plain_numbers(self) -> None:
        """Numbers of one level are headings where each has a text of its own."""
        text = "1 Piers\n\nThe piers were mended.\n\n2 Crews\n\nThe crews were paid.\n"

        assert paths(text) == [("Piers",), ("Crews",)]

    def test_later_part(self) -> None:
        """An outline can begin in the middle, where a report comes in parts."""
        text = "4.1 Piers\n\nThey mend.\n\n4.2 Crews\n\nThey sail.\n\n5 Law\n\nIt is new.\n"

        assert paths(text) == [("Piers",), ("Crews",), ("Law",)]

    def test_missing_number(self) -> None:
        """One that was lost does not end the outline."""
        text = OUTLINE.replace("1.1 Arrests\n\n", "")

        assert paths(text) == [path if path != PATHS[2] else PATHS[0] for path in PATHS[:4]] + [
            ("Overview", "Arrests at the piers"),
            ("Overview", "Arrests at the piers"),
            *PATHS[6:],
        ]

    def test_title_inside(self) -> None:
        """A title without number is inside the part it stands in."""
        text = OUTLINE.replace("The harbor office", "LANTERNS\n\nThe harbor office")

        assert paths(text)[6] == ("Overview", "Budget", "LANTERNS")
        assert paths(text)[7] == ("Courts",)

    def test_beyond(self) -> None:
        """What reports have beside their outline, without number, is not inside its last part."""
        text = OUTLINE + "\nANNEX\n\nThe wardens keep a list of ferries.\n"

        assert paths(text)[-1] == ("ANNEX",)


class TestParagraphs:
    """Numbers in front of what says something."""

    def test_paragraphs(self) -> None:
        """The number of a paragraph is its label."""
        text = (
            "1 Piers\n\n1.1 The wardens mended 3 piers in spring.\n\n"
            "1.2 They sold 2 ferries to the\nneighbours.\n\n2 Crews\n\n2.1 Crews were paid.\n"
        )

        assert said(text) == [
            "The wardens mended 3 piers in spring.",
            "They sold 2 ferries to the neighbours.",
            "Crews were paid.",
        ]
        assert paths(text) == [("Piers",), ("Piers",), ("Crews",)]
        assert uncovered(text) == ""

    def test_names_in_a_list(self) -> None:
        """Names right below one another, with nothing said of them, are a list."""
        text = "1.1 Harbor Wardens\n1.2 Customs Office\n1.3 Coast Guard\n"

        assert said(text) == ["Harbor Wardens", "Customs Office", "Coast Guard"]


class TestFigures:
    """Numbers at the head of a line that are none of an outline's."""

    @pytest.mark.parametrize(
        ("text", "values"),
        [
            ("The office spent\n1.5 million crowns on piers.\n", [1_500_000]),
            ("The wardens held\n1 Sarvenian sailor and\n2 Kelvish clerks.\n", [1, 2]),
            ("Exports reached\n1.1 Million crowns in spring and\n1.2 Million in autumn.\n", None),
        ],
        ids=["a sum", "counts", "capitals"],
    )
    def test_wrapped(self, text: str, values: list[float] | None) -> None:
        """A sentence is open above them."""
        assert len(said(text)) == 1
        assert values is None or figures(text) == values

    def test_rows(self) -> None:
        """Rows with entries are no headings."""
        text = (
            "Port     2008  2009\n1 Kalvik   12    14\n2 Tarn      7     9\n3 Osk       3     1\n"
        )

        assert not set(paths(text)) - {()}

    def test_list_of_names(self) -> None:
        """Plain numbers in front of names with nothing below are a list."""
        text = "The ferries are these:\n\n1 Lantern\n2 Heron\n3 Old Anchor\n\nThey sail at night.\n"

        assert all(path == () for path in paths(text))

    def test_out_of_order(self) -> None:
        """Numbers that do not count up are no outline."""
        text = "7 Piers\n\nThe piers were mended.\n\n3 Crews\n\nThe crews were paid.\n"

        assert all(path == () for path in paths(text))
