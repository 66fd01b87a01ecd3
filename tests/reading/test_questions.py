"""Questions of the questionnaire told from what a post says."""

from __future__ import annotations

import pytest

from tipdiff.reading.questions import asks, question_length

from .bodies import body, said, uncovered


class TestAsks:
    """One sentence."""

    @pytest.mark.parametrize(
        "sentence",
        [
            "Does the island hold a register of ferries?",
            "Does the island hold a register of ferries",
            "Has Ostrel signed the treaty of Tarn",
            "If so, please give its date.",
            "Provide, where possible, the number of ferries.",
            "Fines: What are the fees for late ferries.",
            "For ports with night ferries: Does the port light its piers.",
            "Note that in many ports the fees differ.",
        ],
    )
    def test_asking(self, sentence: str) -> None:
        """Questions and requests ask, with their question marks or without."""
        assert asks(sentence)

    @pytest.mark.parametrize(
        "sentence",
        [
            "The island holds a register.",
            "Has trained 20 pilots.",
            "May and June saw no ferries.",
            "Please see the answer above.",
            "Post considers this to be so.",
        ],
    )
    def test_saying(self, sentence: str) -> None:
        """Statements do not, telegram style and pointers included."""
        assert not asks(sentence)


class TestQuestionLength:
    """How much of a paragraph is the questionnaire's."""

    def test_up_to_the_blank_line(self) -> None:
        """Before an answer the whole paragraph is the question, remarks at its end included."""
        sentences = ["Is there a register?", "Who keeps it?", "A list helps the reader."]

        assert question_length(sentences, answered=True) == 3

    def test_answer_follows_at_once(self) -> None:
        """Where the answer stands in the same paragraph, the question ends before it."""
        sentences = ["Is there a register?", "There is.", "The clerks keep it."]

        assert question_length(sentences, answered=True) == 1
        assert question_length(sentences, answered=False) == 1

    def test_statement_with_a_question(self) -> None:
        """A post's own sentence that quotes or raises a question is not the questionnaire's."""
        for first in ('The clerk asked: "Who reads it?"', "The question is: who reads it?"):
            assert question_length([first, "Nobody does."], answered=False) == 0


class TestInBodies:
    """Questions where they stand."""

    QUESTION = (
        "-- A. Does the island hold a register of its ferries?  Provide its date, if\n"
        "possible.  If not, why not?"
    )

    def test_apart(self) -> None:
        """A repeated question is kept apart from the statements, with its section and place."""
        text = f"{self.QUESTION}\n\nThe island holds one.\n"
        (question,) = body(text).questions

        assert said(text) == ["The island holds one."]
        assert question.section == ("A",)
        assert text[slice(*question.span)].startswith("Does the island")
        assert question.text.endswith("if possible. If not, why not?")

    @pytest.mark.parametrize("place", ["register of its", "ferries?"])
    def test_cut_by_a_page_mark(self, place: str) -> None:
        """A page mark inside the question, between its sentences too, leaves it one."""
        cut = f"{place}\n\nKALVIK 00000061  002 OF 007\n\n\n"
        text = f"{self.QUESTION.replace(place, cut)}\n\nThe island holds one.\n"

        assert said(text) == ["The island holds one."]
        assert uncovered(text) == ""

    def test_marks_lost(self) -> None:
        """A question that lost its question marks is one still, even with no stop at its end."""
        text = f"{self.QUESTION.replace('?', '')}\n\nThe island holds one.\n"

        assert said(text) == ["The island holds one."]

    def test_without_answer(self) -> None:
        """A question that nobody answers is no statement either."""
        text = f"{self.QUESTION}\n\n-- B. The ferries left.\n"

        assert said(text) == ["The ferries left."]

    def test_pointer_after_it(self) -> None:
        """A pointer after a question is the answer, though it begins with a request."""
        text = f"{self.QUESTION}\n\nPlease see 5.A, above.\n"
        (answer,) = body(text).statements

        assert answer.kind == "pointer"

    @pytest.mark.parametrize(
        "sentence",
        [
            "When pilots find a wreck, they mark it with a lamp.",
            "What has been lacking is rope.",
            "Which boats sail is for the board to say.",
        ],
    )
    def test_clause(self, sentence: str) -> None:
        """A clause that begins as a question does says something, where nothing asks."""
        text = f"-- A. {sentence}\n\nThe board agrees.\n"

        assert said(text) == [sentence, "The board agrees."]
        assert body(text).questions == ()

    def test_commands_beside_questions(self) -> None:
        """Where the cable repeats its questions, paragraphs that only command are some too."""
        text = (
            f"{self.QUESTION}\n\nThe island holds one.\n\n"
            "33.  Report if there was: cooks under age; night work.  Describe the hours.\n"
            "\nFor more on cooks, see the last report.\n"
        )

        assert said(text) == ["The island holds one.", "For more on cooks, see the last report."]

    def test_titles_beside_questions(self) -> None:
        """There a title behind the letter, closed by a colon, is the questionnaire's."""
        text = (
            f"{self.QUESTION}\n\nThe island holds one.\n\n-- B. Sources of rope:\n\n"
            "The ropewalk sells it.\n"
        )

        assert said(text) == ["The island holds one.", "The ropewalk sells it."]
        assert [statement.section for statement in body(text).statements] == [("A",), ("B",)]
