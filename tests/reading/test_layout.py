"""Lines and blocks of a body."""

from __future__ import annotations

import pytest

from tipdiff.reading import layout


def kinds(text: str) -> list[str]:
    """The kind of each line."""
    return [line.kind for line in layout.lines(text, 0, len(text))]


def blocks(text: str) -> list[layout.Block]:
    """The blocks of a text."""
    found = layout.lines(text, 0, len(text))
    return layout.blocks(found, layout.width(found))


class TestLines:
    """What a whole line can be."""

    @pytest.mark.parametrize(
        ("line", "kind"),
        [
            ("The ferries left.", "text"),
            ("   ", "blank"),
            ("-----------", "rule"),
            ("===========", "rule"),
            ("KALVIK 00000061  002 OF 007", "page-mark"),
            ("PORT MERRIN 00000061 002.2 OF 003", "page-mark"),
            ("SIPDIS", "caption"),
            ("SENSITIVE, SIPDIS", "caption"),
            ("[LIST OF GUESTS LEFT OUT]", "caption"),
            ("UNCLAS SECTION 02 OF 03 KALVIK 000061", "header"),
            ("SENSITIVE matters were discussed.", "text"),
            ("[NAME] spoke for the port.", "text"),
        ],
    )
    def test_kinds(self, line: str, kind: str) -> None:
        """Each kind of line that is no text is told from text."""
        assert kinds(line) == [kind]

    def test_page_mark_inside_a_line(self) -> None:
        """A page mark that a mirror has joined with the text is cut out of its line."""
        text = "The ferries left KALVIK 00000061  002 OF 007 at noon."
        found = layout.lines(text, 0, len(text))

        assert [line.kind for line in found] == ["text", "page-mark", "text"]
        assert all(text[line.start : line.end] == line.text for line in found)

    def test_header_repeated_at_a_page_break(self) -> None:
        """A header printed again inside the body is none of its text, wrapped subject included."""
        text = (
            "UNCLAS SECTION 02 OF 03 KALVIK 000061\n\nSIPDIS\n\nTAGS: KCRM OZ\n"
            "SUBJECT: OSTREL: A REPORT ON\nFERRIES\n\nThe ferries left."
        )

        assert [kind for kind in kinds(text) if kind != "blank"] == [
            *("header", "caption", "header", "header", "header", "text")
        ]


class TestBlocks:
    """Runs of text lines."""

    def test_gaps(self) -> None:
        """A block knows whether a blank line, a mark or nothing stands before it."""
        text = "One.\n\nTwo.\n\nKALVIK 00000061  002 OF 007\n\nThree.\n-- Four.\n"

        assert [(b.text, b.gap) for b in blocks(text)] == [
            ("One.", "start"),
            ("Two.", "blank"),
            ("Three.", "mark"),
            ("-- Four.", "none"),
        ]

    def test_rules(self) -> None:
        """A rule below a heading is not the rule above the next block."""
        found = blocks("-----\nFERRIES\n-----\n\nThe ferries left.\n\nPORTS\n---\nThe ports.\n")

        assert [(b.rule_above, b.rule_below) for b in found] == [
            (True, True),
            (False, False),
            (False, True),
            (False, False),
        ]

    def test_box_cut_by_a_page_mark(self) -> None:
        """A boxed heading cut by a page mark is one block."""
        text = "--------\nPORTS AND\n\nKALVIK 00000061  002 OF 007\n\nFERRIES\n--------\n"
        (block,) = blocks(text)

        assert block.text == "PORTS AND FERRIES"

    def test_lines_ended_on_purpose(self) -> None:
        """Lines with room left in them are a list, though they have no bullets."""
        wrapped = "The ferries of Kalvik leave at noon and come back in the evening.\n" * 6
        found = blocks(f"{wrapped}\nHours:\nConsul: 3 hours\nClerk: 14 hours\nTotal: 17 hours\n")

        assert [(b.text, b.listed) for b in found[1:]] == [
            ("Hours:", False),
            ("Consul: 3 hours", True),
            ("Clerk: 14 hours", True),
            ("Total: 17 hours", True),
        ]

    @pytest.mark.parametrize("mark", ["", "-- "])
    def test_a_narrower_paragraph(self, mark: str) -> None:
        """Lines that are full for a narrower width are wrapped, whatever the rest of the cable."""
        wrapped = "The ferries of Kalvik leave at noon and come back in the evening.\n" * 8
        narrow = (
            f"{mark}The clerks of the Harbor Ministry and of the Isles'\n"
            "Registry and the porters of the Long Pier and Short\nDock read it\n"
        )
        found = blocks(f"{wrapped}\n{narrow}")

        assert len(found) == 2

    def test_an_item_is_not_outdented(self) -> None:
        """A line that stands to the left of the bullet above goes on with it."""
        wrapped = "The ferries of Kalvik leave at noon and come back in the evening.\n" * 8
        narrow = (
            "        -- Treaty 12 on the ferries of the isles and\ntheir crews, of\nForeign Ports\n"
        )

        assert len(blocks(f"{wrapped}\n{narrow}")) == 2

    def test_lost_blank_lines(self) -> None:
        """A heading in capitals between an ended sentence and a label stands alone."""
        found = blocks("A. The ferries left.\nPORTS\nA. The ports closed.\n")

        assert [b.text for b in found] == ["A. The ferries left.", "PORTS", "A. The ports closed."]


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("The ferries left.", True),
        ('They said "leave."', True),
        ("the ferries:", True),
        ("no ferry may be lent.8", True),
        ("The ferries", False),
        ("led by Dr.", False),
        ("(see No.", False),
        ("The answer is no.", True),
    ],
)
def test_is_closed(text: str, closed: bool) -> None:
    """A text is closed by a stop, a quote after it, or a colon, not by an abbreviation's point."""
    assert layout.is_closed(text) is closed
