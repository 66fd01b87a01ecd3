"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tipdiff
from tipdiff.language.currencies import written_short
from tipdiff.reading.endings import is_closing
from tipdiff.reading.pointers import is_pointer
from tipdiff.reading.sentences import sentence_spans


def split(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [text[start:end] for start, end in sentence_spans(text)]


class TestMoney:
    """Short forms of money before a figure, and sums in brackets."""

    @pytest.mark.parametrize("name", written_short())
    def test_short_form(self, name: str) -> None:
        """A short form with its full stop ends no sentence before a figure."""
        text = f"The fine is {name}. 5,000."

        assert split(f"{text} It is rarely paid.") == [text, "It is rarely paid."]

    @pytest.mark.parametrize("name", ["Rs", "crowns", "EUR", "Kshs"])
    def test_behind_the_figure(self, name: str) -> None:
        """Behind its figure it may end one."""
        assert len(split(f"The fine is 500 {name}. 12 ferries paid it.")) == 2

    @pytest.mark.parametrize(
        "sum_",
        ["(USD 9,000-36,000)", "($900)", "(about 20 million dollars)", "(approximately EUR 5)"],
    )
    def test_sum_in_brackets(self, sum_: str) -> None:
        """A sum and nothing else in brackets belongs to the sentence before it."""
        assert split(f"The toll is 900 crowns. {sum_}. It is paid.") == [
            f"The toll is 900 crowns. {sum_}.",
            "It is paid.",
        ]

    def test_sentence_in_brackets(self) -> None:
        """A sentence in brackets stays one of its own."""
        assert len(split("The toll is 900 crowns. (It was 800 last year.) It is paid.")) == 3


class TestSentenceSpans:
    """Boundaries that are none, and such as are missed."""

    @pytest.mark.parametrize(
        "text",
        [
            "The clerk (see 2.E.) reads it.",
            "Under Art. 5, Sec. 2 and No. 7 it costs approx. 5 crowns.",
            "The reports (ref. B) were read by Lt. Osk and J. R. Marbeck.",
            "The U.S. Embassy and U.S. officials lent a press.",
            'The clerk said "We read. We write." and left.',
            "The ports (Kalvik. Tarn is closed) sleep.",
            "Sources ? the harbor police ? say so.",
            "They 1) read; 2) count; 14) burn the lists.",
            "The list is at <http://lists.example/a.b/c> for all.",
            "It rose by 3.5 percent at 10 a.m. on Sunday.",
            "He lists names, ages, etc. in a book.",
        ],
    )
    def test_one(self, text: str) -> None:
        """Abbreviations, references, quotations, lists and addresses do not end a sentence."""
        assert split(text) == [text]

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("They were paid by the OPFX.", "The ministry agreed."),
            ("They list names, ages, etc.", "The clerk reads them."),
            ("He fled to the U.S.", "The police said so."),
            ("The answer is no.", "That said, they read."),
            ("Half of them were over 30.", "Most were men."),
            ("No clerk may lend his ledger.8", "The porters may."),
            ('It says: "No ferry shall leave. None may wait."', "The pilots agree."),
            ("(Note: The list is short. End note)", "The clerk reads it."),
            ("It is at <http://lists.example>.", "The clerk reads it."),
            ("He is in group B.", "The group meets at noon."),
            ("They list 32 ferries.[12]", "Each has a pilot."),
            ("They list 32 ferries.\u00b9\u00b2", "Each has a pilot."),
            ("They list 32 ferries.*", "Each has a pilot."),
            ("They list 32 ferries.3", "Each has a pilot."),
            ('The clerk says: "They list ferries."3', "Each has a pilot."),
        ],
    )
    def test_two(self, first: str, second: str) -> None:
        """A sentence ends after acronyms, numbers, quotations and remarks too."""
        found = split(f"{first} {second}")

        assert found[-1] == second
        assert " ".join(found) == f"{first} {second}"

    def test_lost_space(self) -> None:
        """A space lost between two sentences does not make them one."""
        assert split("The law is new.The clerks read it.") == [
            "The law is new.",
            "The clerks read it.",
        ]

    @pytest.mark.parametrize(
        "first",
        [
            "The clerks meet every month.",
            "The port has one car.",
            "Ferries pay a tax.",
            "The isles lie to the south.",
            "The clerks said so.",
            "Not applicable; see 2.c.",
            "The fees rose (see 1.G.).",
        ],
    )
    def test_words_that_look_abbreviated(self, first: str) -> None:
        """Words that legal texts abbreviate too end sentences, with one space behind them."""
        assert split(f"{first} Porters read.") == [first, "Porters read."]

    def test_abbreviations(self) -> None:
        """True abbreviations in small letters end none."""
        text = "The dept. Of Ports (incl. Docks) has approx. Five clerks."

        assert split(text) == [text]

    @given(st.text(alphabet="aB .?!()\"'1,;\n"))
    def test_nothing_is_lost(self, text: str) -> None:
        """Spans are in order and apart, and only white space lies outside of them."""
        spans = sentence_spans(text)
        places = [place for start, end in spans for place in range(start, end)]

        assert places == sorted(set(places))
        assert all(c.isspace() for place, c in enumerate(text) if place not in set(places))


class TestPointers:
    """Statements that only point elsewhere."""

    @pytest.mark.parametrize(
        "text",
        [
            "See 4.c.",
            "See II.A.",
            "See also 2.h.",
            "(See 1A above.)",
            "Please see para 4.",
            "Please see 4C and 4D above for a list of ports.",
            "No changes to report.",
            "No change since the last report.",
            "Does not apply; see 2.d.",
            "not applicable.",
            "N/A",
            "As noted above.",
            "Same as 2 B above.",
        ],
    )
    def test_bare(self, text: str) -> None:
        """A bare pointer says nothing of its own."""
        assert is_pointer(text)

    @pytest.mark.parametrize(
        "text",
        [
            "No ferries were seen.",
            "See the ferries leave.",
            "None.",
            "No.",
            "There were no changes in the law; the fees rose.",
        ],
    )
    def test_saying(self, text: str) -> None:
        """A short answer is none."""
        assert not is_pointer(text)

    def test_closing(self) -> None:
        """What ends a summary or a remark says nothing; a sentence that begins so does."""
        assert is_closing("END SUMMARY.")
        assert is_closing("End note.)")
        assert not is_closing("End users paid the fees.")


class TestLeadingOn:
    """A paragraph that ends with a word that leads on is torn."""

    @pytest.mark.parametrize("word", ["toward", "of", "among", "should", "while"])
    def test_rejoined(self, word: str) -> None:
        """What stands below a bare blank line goes on with it."""
        text = f"1. (U) The clerks keep a register.\n\n2. (U) The trucks stood {word}\n\nArdross.\n"
        report = tipdiff.read(text, country="Varona", year=2006)

        assert report.statements[-1].text == f"The trucks stood {word} Ardross."


class TestRuns:
    """What has no space in it for longer than any word."""

    @pytest.mark.parametrize("run", ["A.?", "?", "!", "x.", "a"])
    def test_ends_of_a_run(self, run: str) -> None:
        """The sentences around it stand as they do around a word."""
        text = f"The pier is shut. It says {run * 400}. The ferry left."

        assert split(text) == ["The pier is shut.", f"It says {run * 400}.", "The ferry left."]

    def test_signs_stay_open(self) -> None:
        """Brackets are counted over several ends, and begin anew with each sentence."""
        text = "It (see 2. Here) is. So (they say. It) goes. He left."

        assert split(text) == ["It (see 2. Here) is.", "So (they say. It) goes.", "He left."]
