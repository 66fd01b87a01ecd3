"""Questions of the questionnaire that a post has repeated before its answers.

They are told by form and place, never by their wording: a question opens the paragraph right after
the label, and its sentences ask (``Does ...``), command (``Please specify ...``) or hang on one
that does (``If so, ...``). Question marks may have been lost. Where the answer stands in the next
paragraph, all up to the blank line is the question; where it follows at once, the question ends
with the last sentence that asks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tipdiff.patterns import regex
from tipdiff.reading.endings import is_closing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["ASKING", "asks", "is_certain", "is_named", "opens", "question_length", "repeats"]

_INTERROGATIVE = (
    "who|whom|whose|what|which|when|where|why|how"
    "|(?:to|in|by|under|for|from|with|at) (?:what|whom|where)|(?:to|in|from) which"
)
_AUXILIARY = "is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must"
#: What makes a question of a sentence that begins with an auxiliary: a subject. A post that writes
#: in telegram style begins so too (``Has trained officers``), but with a verb.
_SUBJECT = (
    r"(?:trafficking|training|funding"
    r"|(?!not?\b|to\b|and\b|or\b|through\b|been\b|\w+(?:ed|ing|n't)\b)[a-z]\w*'?)"
)
_COMMAND = (
    "please|specify|provide|describe|explain|list|indicate|note that|briefly|include|discuss"
    "|identify|give|state whether|elaborate|assess|name|also|posts? should|cite|summarize"
    "|report (?:if|whether|on|any)"
)
#: How a sentence that asks begins, question mark or not: (pattern, sample).
ASKING: Final[tuple[tuple[str, str], ...]] = (
    (rf"(?:{_INTERROGATIVE})\b", "Which offices take part"),
    (rf"(?:{_AUXILIARY}) {_SUBJECT}\b", "Does the island hold"),
    (rf"(?!please see\b)(?:{_COMMAND})\b", "Please give numbers"),
    (
        r"(?:if|where|when) (?:so|not|no|yes|possible|available|applicable|any|relevant)\b",
        "If so, give",
    ),
    (
        rf"if [^.?]{{3,160}}, (?:please|{_INTERROGATIVE}|{_AUXILIARY}|{_COMMAND})\b",
        "If a law, what are",
    ),
    (rf"for [^.?:]{{3,120}}[:,] (?:{_INTERROGATIVE}|{_AUXILIARY}|{_COMMAND})\b", "For ports: Does"),
    (
        rf"[^.?:]{{3,80}}: (?:{_INTERROGATIVE}|(?:{_AUXILIARY}) {_SUBJECT}|please)\b",
        "Fines: What are",
    ),
    (r"\(see\b", "(see the guide for examples)"),
    (r"\(?(?:other items|e\.g\.|for example|for instance|note:|again,)", "Other items may be:"),
)


_ASKS = regex(
    r"[(\"'`]*(?:and |but |or |also,? |in addition, |specifically,? |further,? )?"
    rf"(?:{'|'.join(f'(?:{pattern})' for pattern, _ in ASKING)})",
    re.IGNORECASE,
)
#: For questions A to D, posts should ...: the guide speaks to its posts.
_TO_POSTS = regex(r"(?:for [^.?:]{3,120}, )?posts? should\b", re.IGNORECASE)
_MARK = regex(r"\?[\"'\u201d)\]]*$")
#: What a question can open with when its mark is lost: a narrower choice, for it decides alone.
_OPENING = regex(
    rf"(?:{_INTERROGATIVE})\b|(?:{_AUXILIARY}) {_SUBJECT}\b"
    r"|(?!please see\b)(?:please|specify|provide|describe|briefly|explain|list|indicate)\b"
    r"|report (?:if|whether|on|any)\b"
    # If there are captains, how many ...
    r"|(?:if|for) [^.?]{3,160}, (?:how (?:many|much|long|often|do|does|did|is|are)"
    rf"|what (?:is|are|was|were)|please|(?:{_AUXILIARY}) {_SUBJECT})\b",
    re.IGNORECASE,
)
#: The same after a few words that say what it is about: Fines: What are ...
_ABOUT = regex(
    rf"(?!the |this |one )[^.?:\"]{{3,80}}: (?:{_INTERROGATIVE}|(?:{_AUXILIARY}) {_SUBJECT})\b",
    re.IGNORECASE,
)
#: If officials are involved, what ...? A post's own sentence with a question begins otherwise.
_CONDITION = regex(r"(?:if|for|in|under|with|where|when|on)\b", re.IGNORECASE)
#: What the clerks keep is a list. When the ferry left, ... What has been lacking is a list. When
#: pilots find a wreck, they mark it: no question without its mark.
_RELATIVE = regex(
    r"(?:what|when|where|why|how|who|which)(?:ever)?\s+(?:the|a|an|this|these|those|it|they|he|she"
    r"|we|there|post|their|its|his|her)\b"
    r"|what (?:(?:has|have|had) (?:not |also |always |most )*been"
    r"|(?:is|was|remains?) (?:most|more|also|needed"
    r"|lacking|missing|clear|notable|striking|new|known))\b"
    r"|(?:when|where|whenever|wherever|while) [^?,]{3,160}, (?!how|what|which|who|please|do "
    r"|does |is |are |has |have |did )",
    re.IGNORECASE,
)
#: What asks by its first word alone, and is a question of the cable's only with a mark somewhere.
_ASKING_WORD = regex(
    r"(?:who|whom|whose|what|which|when|where|why|how)\b"
    rf"(?! (?:is|are|was|were|do|does|did|can|will) {_SUBJECT}\b)",
    re.IGNORECASE,
)
#: A sentence that leads to a list is none of the questionnaire's titles: A. Sources of information:
_LEADS = regex(
    r"\b(?:following|below|these|includes?|as follows)\b|^(?:the|post|in)\b", re.IGNORECASE
)
_QUOTED = regex(r"\"|\?[\"'\u201d]|\?\s+[a-z]")
#: No more than this share of a paragraph asking, and it is the post that speaks.
_SHARE: Final = 0.5
#: A question ends with no more sentences than this that say how to answer rather than ask.
_MOST_TRAILING: Final = 2
#: How far a question reaches is looked for in that many sentences, against runaway paragraphs.
_MOST: Final = 40


def asks(sentence: str) -> bool:
    """Tell whether a sentence asks or commands, with or without its question mark."""
    if _MARK.search(sentence) or is_closing(sentence):
        return True
    return _ASKS.match(sentence) is not None and not _RELATIVE.match(sentence)


def opens(sentence: str) -> bool:
    """Tell whether a sentence can open a question: one that quotes another's question does not."""
    if sentence[:1] in "\"'`\u201c\u2018":
        return False
    if _opens_plainly(sentence) or _ABOUT.match(sentence):
        return True
    return _MARK.search(sentence) is not None and not _QUOTED.search(sentence)


def _opens_plainly(sentence: str) -> bool:
    if _QUOTED.search(sentence):
        return False
    if _TO_POSTS.match(sentence):
        return True
    if _OPENING.match(sentence):
        return _MARK.search(sentence) is not None or not _RELATIVE.match(sentence)
    conditional = _CONDITION.match(sentence) or _ABOUT.match(sentence)
    return bool(conditional and _MARK.search(sentence))


def question_length(
    sentences: Sequence[str],
    *,
    answered: bool,
    labelled: bool = True,
    going_on: bool = False,
    paged: bool = False,
) -> int:
    """Return how many of a paragraph's first sentences are the questionnaire's.

    Args:
        sentences: The paragraph's sentences.
        answered: Whether a paragraph without a label follows, which can hold the answer.
        labelled: Whether it has a label; without one, every sentence must ask, the first plainly,
            and one with its question mark, unless the guide speaks to its posts.
        going_on: Whether the paragraph before was a question too; then every sentence
            must ask, and one with its question mark ...
        paged: ... unless a page mark alone stands between them.

    """
    alone = not (labelled or going_on)
    opening = _opens_plainly if alone else opens
    if not sentences or not (going_on or opening(sentences[0])):
        return 0
    asking = [asks(sentence) for sentence in sentences[:_MOST]]
    whole = all(asking) and len(asking) == len(sentences)
    if going_on or alone:
        marked = any(map(_MARK.search, sentences))
        told = paged if going_on else _TO_POSTS.match(sentences[0]) is not None
        return len(sentences) if whole and (marked or told) else 0
    return len(sentences) if whole else _before_answer(sentences, asking, answered=answered)


def is_certain(sentences: Sequence[str]) -> bool:
    """Tell whether sentences ask though no other question of the cable bears them out.

    One that begins as a clause can too, and is not inverted, needs its mark: When pilots find it.
    """
    return any(map(_MARK.search, sentences)) or not _ASKING_WORD.match(sentences[0])


def is_named(sentences: Sequence[str]) -> bool:
    """Tell whether a paragraph is a title that closes with a colon, and leads to no list.

    Before prose it is the questionnaire's, in a cable that repeats the questions.
    """
    (first, *rest) = sentences or ("",)
    return not rest and first.endswith(":") and not _LEADS.search(first)


def repeats(paragraphs: Iterable[str]) -> bool:
    """Tell whether among labelled paragraphs one opens with a question, mark and all."""
    return any(_marked_first(text) and opens(text[: text.index("?") + 1]) for text in paragraphs)


def _marked_first(text: str) -> bool:
    """Tell whether the first sentence of a paragraph ends with a question mark."""
    end = _FIRST.match(text)
    return end is not None and end[0].endswith("?")


#: The first sentence, roughly: up to a mark with white space behind.
_FIRST = regex(r".{8,400}?[.?!](?=\s|$)", re.DOTALL)


def _before_answer(sentences: Sequence[str], asking: Sequence[bool], *, answered: bool) -> int:
    """Return how many sentences of a labelled paragraph ask before the answer begins."""
    last = _last_asked(asking)
    if answered and sum(asking[:last]) > _SHARE * len(sentences):
        return len(sentences) if len(sentences) - last <= _MOST_TRAILING else last
    if not _opens_plainly(sentences[0]):
        return 0
    return next((index for index, ask in enumerate(asking) if not ask), len(asking))


def _last_asked(asking: Sequence[bool]) -> int:
    """Return how many sentences there are up to the last that asks before the answer can begin."""
    last = 0
    for index, ask in enumerate(asking, 1):
        if ask:
            last = index
        elif index - last > _MOST_TRAILING:
            break
    return last
