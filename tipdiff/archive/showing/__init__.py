"""Answers of an archive as text for a terminal, as JSON and as CSV."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Literal

from attrs import field, frozen

if TYPE_CHECKING:
    from tipdiff.output.options import Options

__all__ = ["FORMATS", "QUESTIONS", "Answer", "Question", "shown"]

Question = Literal["search", "changes", "trends", "findings", "problems"]

#: The formats of an answer, the default first, and where what writes them is.
FORMATS: Final[Mapping[str, tuple[str, str]]] = {
    "text": ("tipdiff.archive.showing.text", "PAGES"),
    "json": ("tipdiff.archive.showing.data", "OBJECTS"),
    "csv": ("tipdiff.archive.showing.data", "TABLES"),
}
QUESTIONS: Final[tuple[Question, ...]] = ("search", "changes", "trends", "findings", "problems")


@frozen
class Answer:
    """What an archive answered, and what it was asked.

    Attributes:
        question: Which kind of question.
        found: The records that answer it.
        asked: The conditions that were given, by name.
        more: Whether there are further records beyond the limit.
        counts: Of the archive, by name; only where problems were asked for.
        files: What was made of files; only where that was asked for.

    """

    question: Question
    found: Sequence[Any]
    asked: Mapping[str, Any] = field(factory=dict)
    more: bool = False
    counts: Mapping[str, int] = field(factory=dict)
    files: Sequence[Any] = ()


def shown(answer: Answer, form: str, options: Options) -> str:
    """Return an answer as text of a format.

    Args:
        answer: The answer.
        form: One of ``FORMATS``.
        options: Width and styles.

    """
    module, name = FORMATS[form]
    writers: Mapping[Question, Callable[[Answer, Options], str]] = getattr(
        import_module(module), name
    )
    return writers[answer.question](answer, options)
