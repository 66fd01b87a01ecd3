"""The sentences that say why statements were linked, or were not: the first that fits is told."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Final, NamedTuple

__all__ = ["PHRASES", "Phrase", "phrase"]


class Phrase(NamedTuple):
    """A way to tell a decision.

    Attributes:
        needs: The facts that it takes, by their names.
        says: The sentence, with places for them.
        sample: Facts of an invented change.
        told: What it says of them.

    """

    needs: str
    says: str
    sample: Mapping[str, str]
    told: str


_WORDS: Final = {
    "count": "7 of 9 content words shared",
    "named": ", among them Harbour and shelter",
    "meant": "",
    "around": "neighbours agree",
    "score": "0.94",
}
_NEAR: Final = {
    "side": "old",
    "near": "08VELL1:4 (“The choir sang ...”)",
    "score": "0.12",
}

#: The ways to tell a decision; the first whose facts are there tells it.
PHRASES: Final[tuple[Phrase, ...]] = (
    Phrase(
        "linked row",
        "linked: rows of one name in tables that go on",
        {"linked": "yes", "row": "yes", "copy": "yes"},
        "linked: rows of one name in tables that go on",
    ),
    Phrase(
        "linked copy",
        "linked: the same word for word",
        {"linked": "yes", "copy": "yes", "reviewed": "yes"},
        "linked: the same word for word",
    ),
    Phrase(
        "linked reviewed certain",
        "linked: a review says so",
        {"linked": "yes", "reviewed": "yes", "certain": "yes", "score": "1.00"},
        "linked: a review says so",
    ),
    Phrase(
        "linked judge model",
        "linked: your judge says so (probability {judge}; the model alone gives {model}); "
        "{count}{named}",
        {"linked": "yes", "judge": "0.83", "model": "0.41", **_WORDS},
        "linked: your judge says so (probability 0.83; the model alone gives 0.41); "
        "7 of 9 content words shared, among them Harbour and shelter",
    ),
    Phrase(
        "linked answer",
        "linked: answers to one question",
        {"linked": "yes", "answer": "yes", "settled": "yes", "score": "0.80"},
        "linked: answers to one question",
    ),
    Phrase(
        "linked settled form alone",
        "linked: the same but for figures, and no other statement of either report is (probability "
        "{score})",
        {"linked": "yes", "settled": "yes", "form": "yes", "alone": "yes", "score": "0.97"},
        "linked: the same but for figures, and no other statement of either report is (probability "
        "0.97)",
    ),
    Phrase(
        "linked settled form figures",
        "linked: the same but for figures, of which both have {figures} (probability {score})",
        {"linked": "yes", "settled": "yes", "form": "yes", "figures": "3", "score": "0.97"},
        "linked: the same but for figures, of which both have 3 (probability 0.97)",
    ),
    Phrase(
        "linked settled form",
        "linked: the same but for figures, and in the same place among its like (probability "
        "{score})",
        {"linked": "yes", "settled": "yes", "form": "yes", "score": "0.80"},
        "linked: the same but for figures, and in the same place among its like (probability 0.80)",
    ),
    Phrase(
        "linked form",
        "linked: the same but for figures; {around} (probability {score})",
        {"linked": "yes", "form": "yes", **_WORDS},
        "linked: the same but for figures; neighbours agree (probability 0.94)",
    ),
    Phrase(
        "linked parts",
        "linked: {parts}; together {count}{named}{meant}; {around} (probability {score})",
        {"linked": "yes", "parts": "1 then, 2 now", **_WORDS},
        "linked: 1 then, 2 now; together 7 of 9 content words shared, among them Harbour and "
        "shelter; neighbours agree (probability 0.94)",
    ),
    Phrase(
        "linked",
        "linked: {count}{named}{meant}; {around} (probability {score})",
        {"linked": "yes", **_WORDS},
        "linked: 7 of 9 content words shared, among them Harbour and shelter; neighbours agree "
        "(probability 0.94)",
    ),
    Phrase(
        "row",
        "not linked: no table of the {side} report has a row of this name that goes on",
        {"row": "yes", "side": "old"},
        "not linked: no table of the old report has a row of this name that goes on",
    ),
    Phrase(
        "answer",
        "not linked: a short answer belongs to its question, under which the {side} report has no "
        "such answer to spare",
        {"answer": "yes", **_NEAR},
        "not linked: a short answer belongs to its question, under which the old report has no "
        "such answer to spare",
    ),
    Phrase(
        "forbidden",
        "not linked: a review says that {near} is another",
        {"forbidden": "yes", **_NEAR, "count": "9 of 9 content words shared", "named": ""},
        "not linked: a review says that 08VELL1:4 (“The choir sang ...”) is another",
    ),
    Phrase(
        "rival equal",
        "not linked: its likest statement {near} is taken by {rival}, the same word for word",
        {"rival": "09VELL1:6 (“The choir sang ...”)", "equal": "yes", "more": "yes", **_NEAR},
        "not linked: its likest statement 08VELL1:4 (“The choir sang ...”) is taken by 09VELL1:6 "
        "(“The choir sang ...”), the same word for word",
    ),
    Phrase(
        "rival more",
        "not linked: its likest statement {near} is taken by {rival}, which shares more ({more})",
        {"rival": "09VELL1:6 (“The choir ...”)", "more": "8 content words to 5", **_NEAR},
        "not linked: its likest statement 08VELL1:4 (“The choir sang ...”) is taken by 09VELL1:6 "
        "(“The choir ...”), which shares more (8 content words to 5)",
    ),
    Phrase(
        "rival likelier",
        "not linked: its likest statement {near} is taken by {rival}, which is likelier "
        "({likelier})",
        {"rival": "09VELL1:6 (“The choir ...”)", "likelier": "0.90 to 0.44", **_NEAR},
        "not linked: its likest statement 08VELL1:4 (“The choir sang ...”) is taken by 09VELL1:6 "
        "(“The choir ...”), which is likelier (0.90 to 0.44)",
    ),
    Phrase(
        "rival",
        "not linked: its likest statement {near} is taken by {rival}, and both have no other link "
        "as likely",
        {"rival": "09VELL1:6 (“The choir ...”)", **_NEAR},
        "not linked: its likest statement 08VELL1:4 (“The choir sang ...”) is taken by 09VELL1:6 "
        "(“The choir ...”), and both have no other link as likely",
    ),
    Phrase(
        "near form",
        "not linked: {near} is the same but for figures, and these say that it is another",
        {"form": "yes", **_NEAR, "count": "9 of 9 content words shared", "named": ""},
        "not linked: 08VELL1:4 (“The choir sang ...”) is the same but for figures, and these say "
        "that it is another",
    ),
    Phrase(
        "near count",
        "not linked: too little is like its likest statement {near}: {count}{named} (probability "
        "{score})",
        {**_NEAR, "count": "2 of 9 content words shared", "named": ", police and border"},
        "not linked: too little is like its likest statement 08VELL1:4 (“The choir sang ...”): 2 "
        "of 9 content words shared, police and border (probability 0.12)",
    ),
    Phrase(
        "side",
        "not linked: nothing in the {side} report comes near it",
        {"side": "old"},
        "not linked: nothing in the old report comes near it",
    ),
)


def _needed(row: Phrase) -> set[str]:
    """Return the facts without which a row cannot be told: its own, and those that it names."""
    named = {name for _, name, _, _ in Formatter().parse(row.says) if name}
    return {*row.needs.split(), *named}


#: What each row says, with the facts that it needs.
_NEEDS: Final = tuple((row.says, _needed(row)) for row in PHRASES)


def phrase(facts: Mapping[str, str]) -> str:
    """Return the sentence that tells some facts.

    Args:
        facts: What there is to tell, by the names that the table has; those that only hold or do
            not hold are there or not.

    """
    return next((says.format_map(facts) for says, needs in _NEEDS if needs <= facts.keys()), "")
