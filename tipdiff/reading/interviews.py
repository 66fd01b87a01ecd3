"""Questions and answers that say they are: ``Q1: ...`` and ``A: ...`` at the heads of lines.

What a cable puts before an answer is the letter of the question; where questions stand with their
own mark, the A is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from tipdiff.patterns import regex
from tipdiff.reading.labels import Label, Token, TokenKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.reading.layout import Line

__all__ = ["with_questions"]

#: What stands before a question, and before an answer: Q1:, Question 4., A:, Answer 4.
_MARK = regex(
    r"(?:(?P<q>Q(?:uestion|UESTION)?)|A(?:nswer|NSWER)?)\.? ?(?P<n>\d{1,3})?\s?[.:)-]\s+(?=\S)"
)
#: So many questions, and so many answers, make an interview.
_FEWEST: Final = 2


def with_questions(found: Sequence[Line]) -> list[Line]:
    """Return the lines of a body with the marks of questions and answers as their labels.

    Args:
        found: All lines, of whatever kind.

    """
    marks = {
        index: mark
        for index, line in enumerate(found)
        if line.kind == "text" and (mark := _MARK.match(line.text))
    }
    asked = [bool(mark["q"]) for mark in marks.values()]
    if min(asked.count(True), asked.count(False)) < _FEWEST or not asked[0]:
        return list(found)
    lines = list(found)
    number = 0
    for index, mark in marks.items():
        line = lines[index]
        if mark["q"]:
            number = int(mark["n"] or number + 1)
        kind: TokenKind = "number" if mark["q"] else "outline"
        token = Token(kind, str(number), None, 0, len(mark[0].rstrip()), mark[0].rstrip())
        lines[index] = evolve(line, label=Label((token,), mark.end()))
    return lines
