"""Questions of the questionnaire that a post has repeated before its answers.

They are told by form and place, never by their wording: a question opens the paragraph right after
the label, and its sentences ask (``Does ...``), command (``Please specify ...``) or hang on one that
does (``If so, ...``). Question marks may have been lost. Where the answer stands in the next paragraph,
all up to the blank line is the question; where it follows at once, the question ends with the last
sentence that asks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["asks", "question_length"]

_INTERROGATIVE = (
    "who|whom|whose|what|which|when|where|why|how|to what extent|in what|by what|under what|for what"
)
_AUXILIARY = (
    "is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must"
)
_SUBJECT = (
    r"the|a|an|there|this|these|those|that|any|it|its|they|their|he|she|you|your|post|all|some|other"
    r"|such|victims?|traffickers?|persons|people|government|governments?'?s?|law|laws|police|ngos?"
    r"|prostitutes?|children|women|officials|foreign|local|trafficking|employment|procedures"
)
_COMMAND = (
    "please|specify|provide|describe|explain|list|indicate|note that|briefly|include|discuss|identify"
    "|give|state whether|elaborate|assess|name|also|what is|post should|posts should|cite|summarize"
)
#: How a sentence that asks begins, question mark or not: (pattern, sample).
ASKING: Final[tuple[tuple[str, str], ...]] = (
    (rf"(?:{_INTERROGATIVE})\b", "Which offices take part"),
    (rf"(?:{_AUXILIARY}) (?:{_SUBJECT})\b", "Does the island hold"),
    (rf"(?!please see\b)(?:{_COMMAND})\b", "Please give numbers"),
    (r"(?:if|where|when) (?:so|not|no|yes|possible|available|applicable|any|relevant)\b", "If so, give"),
    (rf"if [^.?]{{3,160}}, (?:please|{_INTERROGATIVE}|{_AUXILIARY}|{_COMMAND})\b", "If a law, what are"),
    (rf"for [^.?:]{{3,120}}[:,] (?:{_INTERROGATIVE}|{_AUXILIARY}|{_COMMAND})\b", "For ports: Does"),
    (rf"[^.?:]{{3,80}}: (?:{_INTERROGATIVE}|(?:{_AUXILIARY}) (?:{_SUBJECT})|please)\b", "Fines: What are"),
    (r"\(?(?:other items|e\.g\.|for example|for instance|note:|again,)", "Other items may be:"),
)
_ASKING = re.compile(
    r"[(\"'`]*(?:and |but |or |also,? |in addition, |specifically,? |further,? )?(?:%s)"
    % "|".join(f"(?:{pattern})" for pattern, _ in ASKING),
    re.IGNORECASE,
)
_MARK = re.compile(r"\?[\"'\u201d)\]]*$")
#: What a question can open with when its mark is lost: a narrower choice, for it decides alone.
_OPENING = re.compile(
    rf"(?:(?:{_INTERROGATIVE})\b|(?:{_AUXILIARY}) (?:{_SUBJECT})\b"
    r"|(?:please|specify|provide|describe|briefly|explain|list|indicate)\b"
    rf"|[^.?:]{{3,80}}: (?:{_INTERROGATIVE}|(?:{_AUXILIARY}) (?:{_SUBJECT}))\b)",
    re.IGNORECASE,
)
#: Less than this share of a paragraph asking, and it is the post that speaks.
_SHARE: Final = 0.5
#: How far a question reaches is looked for in that many sentences, against runaway paragraphs.
_MOST: Final = 40


def asks(sentence: str) -> bool:
    """Tell whether a sentence asks or commands, with or without its question mark."""
    return _MARK.search(sentence) is not None or _ASKING.match(sentence) is not None


def opens(sentence: str) -> bool:
    """Tell whether a sentence can open a question: one that quotes another's question does not."""
    if sentence[:1] in "\"'`\u201c\u2018":
        return False
    return _OPENING.match(sentence) is not None or _MARK.search(sentence) is not None


def question_length(sentences: Sequence[str], *, answered: bool, going_on: bool = False) -> int:
    """Return how many of a paragraph's first sentences are the questionnaire's.

    Args:
        sentences: The paragraph's sentences.
        answered: Whether a paragraph without a label follows, which can hold the answer.
        going_on: Whether the paragraph before was a question too; then every sentence
            must ask, and one with its question mark.
    """
    asking = [asks(sentence) for sentence in sentences[:_MOST]]
    if going_on:
        marked = any(_MARK.search(sentence) for sentence in sentences)
        return len(sentences) if marked and all(asking) and len(asking) == len(sentences) else 0
    if not sentences or not opens(sentences[0]):
        return 0
    if answered or all(asking):
        if sum(asking) >= _SHARE * len(sentences):
            return len(sentences)
    return next((index for index, ask in enumerate(asking) if not ask), len(asking))
