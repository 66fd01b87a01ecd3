"""What copies of printed pages, and of word processors, have around and between a text's lines."""

from __future__ import annotations

import pytest

import tipdiff
from tipdiff.reading.furniture import PAGE_FORMS

from .bodies import body

LISTS = "The harbor clerk lists the ferries that pay no toll"


def texts(source: str) -> list[str]:
    """The statements of a text."""
    return [s.text for s in tipdiff.read(source, country="Varona", year=2007).statements]


class TestFurniture:
    """Page numbers, running titles and banners between the lines."""

    @pytest.mark.parametrize(
        "line",
        [
            "Page 2 of 9",
            "- 2 -",
            "page 2",
            "2 of 9",
            "2/9",
            "4/19/2011 10:15 AM",
            "UNCLASSIFIED 4/19/2011 07KALVIK61 Page 2",
            "SENSITIVE BUT UNCLASSIFIED  2",
            "http://cables.example/07KALVIK61 4/19/2011",
        ],
    )
    def test_page_marks(self, line: str) -> None:
        """A line that only a page can have cuts no sentence in two and is no statement."""
        assert texts(f"{LISTS}\n{line}\nor harbor dues. The pilots read it.\n") == [
            f"{LISTS} or harbor dues.",
            "The pilots read it.",
        ]

    def test_samples(self) -> None:
        """Every form of the table fits some sample of it."""
        assert len(PAGE_FORMS) == len({pattern for pattern, _ in PAGE_FORMS})

    def test_bare_numbers(self) -> None:
        """Numbers alone on their lines that count the pages are page numbers."""
        assert texts(
            f"{LISTS}\n\n1\n\nor dues. The pilots read it and the\n\n2\n\nporters copy it.\n"
        ) == [f"{LISTS} or dues.", "The pilots read it and the porters copy it."]

    def test_one_number_in_a_sentence(self) -> None:
        """A number between blank lines that parts a sentence is a page's."""
        assert texts(f"{LISTS}\n\n2\n\nor dues.\n") == [f"{LISTS} or dues."]

    @pytest.mark.parametrize("banner", ["UNCLASSIFIED", "SENSITIVE BUT UNCLASSIFIED", "SBU"])
    def test_banner(self, banner: str) -> None:
        """A banner in a sentence is no part of it."""
        assert texts(f"{LISTS}\n{banner}\n{banner}\nor dues.\n") == [f"{LISTS} or dues."]
        assert texts(f"{LISTS}\n{banner}\nor dues.\n") == [f"{LISTS} or dues."]
        assert texts(f"A pier sank.\n\n{banner}\n\nTwo stand.\n") == ["A pier sank.", "Two stand."]

    def test_repeated_line_of_prose(self) -> None:
        """A line of a paragraph that a report repeats is no running title."""
        source = "The board is split into three\nsub-boards: ports and their\nferries, and rafts."
        found = texts("\n\n".join(f"¶{n}. (U) {source}" for n in (1, 2, 3, 4)) + "\n")

        assert found == [source.replace("\n", " ")] * 4

    def test_numbers_that_count_nothing(self) -> None:
        """Numbers that do not count pages stay."""
        assert "7" in texts("Ferries:\n\n7\n\nRafts:\n\n3\n\nThe clerk counts them.\n")

    def test_running_title(self) -> None:
        """A line that comes back beside page numbers is a title of the pages."""
        title = "Varona Harbor Report 2007"
        pages = [f"{LISTS}", "or dues, and the pilots carry it to the", "porters, who copy it."]
        source = pages[0]
        for number, page in enumerate(pages[1:], 1):
            source += f"\n\nPage {number}\n{title}\n\n{page}"

        assert texts(source + "\n") == [
            f"{LISTS} or dues, and the pilots carry it to the porters, who copy it."
        ]

    def test_marked(self) -> None:
        """What is left out is put down as a page mark."""
        marks = body(f"{LISTS}\nPage 2 of 9\nor dues.\n").marks

        assert [(m.kind, m.text) for m in marks] == [("page-mark", "Page 2 of 9")]


class TestDoubleSpaced:
    """An empty line below every line."""

    SOURCE = (
        "The harbor clerk lists the ferries that pay no toll or",
        "harbor dues, and the pilots carry the list to the",
        "porters, who copy it. The Register (by the",
        "Harbor Board) is read by the",
        "clerks of the port at noon on every day but",
        "one.",
    )

    @pytest.mark.parametrize("end", ["\n\n", "\r\r\n", "\r\n\r\n"])
    def test_read_as_single(self, end: str) -> None:
        """It is read as the same text without the empty lines."""
        assert texts(end.join(self.SOURCE) + end) == texts("\n".join(self.SOURCE) + "\n")

    @pytest.mark.parametrize("between", ["\n\n \n\n", "\n\n\n\n"])
    def test_paragraphs(self, between: str) -> None:
        """White space on a line, or more empty lines than one, still part paragraphs."""
        whole = "\n\n".join(self.SOURCE)

        assert texts(f"{whole}{between}Porters\n\nsleep there and in\n\nthe attic.\n")[-1] == (
            "Porters sleep there and in the attic."
        )

    def test_told_once(self) -> None:
        """One diagnostic says so."""
        kinds = [d.kind for d in body("\n\n".join(self.SOURCE) + "\n").diagnostics]

        assert kinds.count("double-spaced") == 1
        assert "torn-sentence" not in kinds

    def test_one_line_a_paragraph(self) -> None:
        """Paragraphs in one line each with empty lines between are no such text."""
        source = "\n\n".join(f"{LISTS}. Pilot {n} reads it." for n in range(9)) + "\n"

        assert "double-spaced" not in {d.kind for d in body(source).diagnostics}
        assert len(texts(source)) == 18


class TestGlued:
    """What stands in mid-line and begins something of its own."""

    def test_numbered_paragraph(self) -> None:
        """A number with its classification begins a paragraph in mid-line too."""
        found = body("¶1. (U) Clerks read. They copy.  2. (SBU) Porters carry. They rest.\n")

        assert [s.paragraph for s in found.statements] == [1, 1, 2, 2]
        assert found.statements[2].text == "Porters carry."

    @pytest.mark.parametrize(
        ("first", "second"), [("1)", "2)"), ("--(1)", "--(2)"), ("--", "--"), ("(a)", "(b)")]
    )
    def test_first_item(self, first: str, second: str) -> None:
        """The first item of a list may stand behind the colon."""
        found = texts(
            f"These clubs help: {first} Lamp: feeds crews.\n\n{second} Rope: lends nets.\n"
        )

        assert len(found) == 3
        assert found[0] == "These clubs help:"

    def test_rows_behind_their_lead(self) -> None:
        """A list of hours begins behind the colon, or below a line that it fills."""
        rows = ["Clerk: 40 hours", "Consul: 12 hours", "Total: 52 hours"]
        lead = "The embassy at Kalvik and its clerks have spent the following time:"

        assert texts(f"{lead} " + "\n".join(rows) + "\n") == [lead, *rows]
        assert texts(f"{lead}\n" + "\n".join(rows) + "\n") == [lead, *rows]

    def test_bullets_in_one_line(self) -> None:
        """Bullets whose lines a mirror has joined are bullets; a single dash is a dash."""
        found = body("The isles differ.  -- Tarn: It taxes land.  -- Vell: It has no tax.\n")

        assert [s.kind for s in found.statements] == ["sentence", "bullet", "bullet"]
        assert len(texts("The isles differ. -- Tarn has land.\n")) == 2

    def test_numbered_names(self) -> None:
        """A list of names goes on though a name has filled its line."""
        names = [
            "Ferry Office",
            "Board of Harbors and of Lighthouse Keepers of Kalvik",
            "Port",
            "Quay",
        ]
        source = "The members are:\n" + "\n".join(f"¶{n}. {x}" for n, x in enumerate(names, 1))

        assert texts(source + "\n")[1:] == names

    def test_line_that_is_full(self) -> None:
        """A full line goes on below a blank one, though with a capital."""
        first = "A key element of the ferry service at Kalvik, paid by the Port"
        wrapped = "The clerks of the harbor of Kalvik list all ferries that come in\n" * 7

        assert texts(f"{wrapped}now.\n\n{first}\n\n\nOffice, is the harbor board.\n")[-1] == (
            f"{first} Office, is the harbor board."
        )

    def test_run_in_a_sentence(self) -> None:
        """A run inside a sentence is cut nowhere, though a number comes to a line's head."""
        run = "The clerks have three tasks: 1) read the lists and count ferries;\n2) copy; 3) burn."

        assert texts(run + "\n") == [run.replace("\n", " ")]

    def test_paragraph_range(self) -> None:
        """One answer to several paragraphs has the number of the first."""
        found = body("¶3. (U) Clerks read.\n\n4-14. (U) There are no lists.\n")

        assert [(s.paragraph, s.text) for s in found.statements] == [
            (3, "Clerks read."),
            (4, "There are no lists."),
        ]

    @pytest.mark.parametrize(
        ("first", "second", "third"), [("(a)", "(b)", "(c)"), ("a.", "b.", "c.")]
    )
    def test_lettered_list(self, first: str, second: str, third: str) -> None:
        """Small letters right below a colon are items of a list, up to the last."""
        found = body(
            f"¶1. (U) It bans three acts. They are:\n{first} lending nets to a crew that has\n"
            f"no pass;\n{second} burning rafts; and\n{third} hiding ropes.\n"
        )

        assert [(s.kind, s.section) for s in found.statements[2:]] == [("item", ())] * 3
        assert found.statements[-1].text == "hiding ropes."
