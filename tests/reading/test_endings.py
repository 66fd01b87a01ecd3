"""How cables end: every form of a surname, of what closes a text, and of a text that breaks off."""

from __future__ import annotations

import pytest

from tests.reading.bodies import body, uncovered
from tipdiff.reading.body import DUMP_LIMITS
from tipdiff.reading.endings import END_LINES, PHRASES, is_closing, is_end_line
from tipdiff.reading.surnames import AROUND, FORMS, name_in

TEXT = "1. (U) The clerks count the nets.  Nine porters were hired in May. \n"
SAID = ["The clerks count the nets.", "Nine porters were hired in May."]
SITE = "https://kalvik.example/portal/index.c fm"


class TestNames:
    """The forms of a surname on its line."""

    @pytest.mark.parametrize(
        ("case", "sample"), [(case, sample) for case, _, samples in FORMS for sample in samples]
    )
    def test_cases(self, case: str, sample: str) -> None:
        """In capitals, with a capital, or in small letters."""
        name = name_in(sample)
        assert name is not None
        assert name.case == case

    @pytest.mark.parametrize(("what", "sample"), [(what, sample) for what, _, sample in AROUND])
    def test_around(self, what: str, sample: str) -> None:
        """What stands around a surname is no part of it."""
        name = name_in(sample)
        assert name is not None, what
        assert name.text.upper() == "MARBECK"

    @pytest.mark.parametrize(
        "text", ["TWO", "Unknown", "NO NETS LEFT", "PORT CLOSED", "NETS SANK", "MARBECK.", "Both"]
    )
    def test_none(self, text: str) -> None:
        """A number word, an answer, a verb and a full stop speak against a name."""
        assert name_in(text) is None


class TestClosing:
    """What closes a text is a mark, whatever its form."""

    @pytest.mark.parametrize("sample", [sample for _, samples in PHRASES for sample in samples])
    @pytest.mark.parametrize("signed", ["", " MARBECK", " Marbeck"])
    def test_phrases(self, sample: str, signed: str) -> None:
        """A closing phrase, alone or with the surname on its line."""
        assert is_closing(sample + signed)

    @pytest.mark.parametrize(("form", "sample"), END_LINES)
    def test_end_lines(self, form: str, sample: str) -> None:
        """Marks of the telegram."""
        assert is_end_line(sample), form

    @pytest.mark.parametrize(
        "text",
        [
            "End users of the report were asked.",
            "The summary ends with a table.",
            "Visit the harbor on Mondays.",
            "Clerks visit our web site daily for tide tables.",
            "See the harbor's web site: http://harbor.example/tides",
        ],
    )
    def test_statements(self, text: str) -> None:
        """Sentences that hold the same words say something."""
        assert not is_closing(text)

    @pytest.mark.parametrize(
        "tail",
        [
            "Marbeck\n",
            "\nmarbeck\n",
            "\nvan der Marbeck\n",
            "\nAda B. Marbeck\n",
            "MARBECK 2006-04-03\n",
            "MARBECK MARBECK\n",
            "MARBECK\nMARBECK\n",
            "MARBECK##\n",
            "END COMMENT. MARBECK\n",
            "MINIMIZE CONSIDERED MARBECK\n",
            "\n* * *\nMarbeck\n* * *\n",
            "\n=====CABLE ENDS=====\n",
            f"Please visit Kalvik's Classified Website at: \n{SITE} \nMarbeck\n",
            f"Visit Embassy Kalvik's\nClassified Web Site:\n\n{SITE}\n\nMARBECK\n",
            f"Visit Kalvik's Classified Website at {SITE} MARBECK\n",
            "\nVAN MARBECK\n\n\n\n1\nSENSITIVE BUT UNCLASSIFIED\n",
            f"For more from Kalvik, please visit our classified website at {SITE}\nLUND\n",
            f"\n** See more at our classified web site: {SITE} **\nMARBECK\n",
            "\nMARBECK\nEMBASSY KALVIK\n",
            "\nEnd text of submission Part 1 of 2.\n\nMARBECK\n",
            "\nKALVIK 00000140  002 OF 002\n\n\nMarbeck\n",
            "\nMARBECK\n\nDrafted by: Ada Lund\n",
        ],
    )
    def test_no_statement(self, tail: str) -> None:
        """Nothing of it is a statement, and nothing has broken off."""
        read = body(TEXT + tail)

        assert [s.text for s in read.statements] == SAID
        assert not read.truncated
        assert not uncovered(TEXT + tail)

    def test_joined(self) -> None:
        """A surname behind the last full stop of a line."""
        text = "2. Contact: Ada Marbeck, marbeck@kalvik.example. Marbeck\n"
        read = body(TEXT + text)

        assert [s.text for s in read.statements][2:] == [
            "Contact: Ada Marbeck, marbeck@kalvik.example."
        ]
        assert not read.truncated

    @pytest.mark.parametrize(
        "tail", ["NO NETS WERE SOLD", "TWO", "Unknown", "NINE CLERKS", "NETS SANK"]
    )
    def test_last_line_says_something(self, tail: str) -> None:
        """A last line that can be an answer stays one, and breaks nothing off."""
        read = body(f"{TEXT}\n{tail}\n")

        assert read.statements[-1].text == tail
        assert not read.truncated


class TestBreaksOff:
    """A text breaks off only where its last sentence does, or a dump had no more room."""

    @pytest.mark.parametrize(
        "tail",
        [
            "2. The board has asked for",
            "2. The board met. Clerks",
            "2. The board heard of it, the",
            "2. The board asked the minis",
            '2. The law says, "Whoever sells,',
        ],
    )
    def test_cut(self, tail: str) -> None:
        """In mid-sentence; one that begins with a word of the text is no surname."""
        assert body(f"{TEXT}\n{tail}\n").truncated

    @pytest.mark.parametrize(
        "tail",
        [
            "2. Boats in port: 14",
            "2. Contact: Ada Lund, tel. 555-0140",
            "2. The flags were:\n\nOstrel\n\nTarn\n\nVarona",
            "2. Whom to ask\n\nHarbor Board of Kalvik",
            "2. N/A",
        ],
    )
    def test_whole(self, tail: str) -> None:
        """Totals, contacts, names and answers have no stop."""
        assert not body(f"{TEXT}\n{tail}\n").truncated

    @pytest.mark.parametrize("limit", DUMP_LIMITS)
    def test_limit(self, limit: int) -> None:
        """A text as long as a cell can be was cut, though the last sentence looks whole."""
        start, end = "The board met. ", "The clerks count the nets."
        text = start * ((limit - len(end)) // len(start))
        whole = text + " " * (limit - len(text) - len(end)) + end

        assert body(whole).truncated
        assert body(whole + "\n\n").truncated
        assert not body(whole[2:]).truncated
