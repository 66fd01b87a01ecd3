"""A law that was promised and the law that was passed are one by what they are about."""

from __future__ import annotations

import pytest

from tests.histories.test_contradictions import made
from tipdiff.histories.laws import subjects


@pytest.mark.parametrize(
    ("promised", "later", "expected"),
    [
        (
            "Parliament is expected to pass the anti-piracy bill in May.",
            "In June the Assembly adopted comprehensive anti-piracy legislation.",
            "kept",
        ),
        (
            "The clerks wrote a law on the care of otters. It is expected "
            "to enter into force soon.",
            "A law on the care of otters took effect on January 1.",
            "kept",
        ),
        (
            "The clerks wrote a law on otter care. The bill is to be debated. The council is "
            "expected to vote on the bill in May.",
            "The otter care act was enacted in March.",
            "kept",
        ),
        (
            "The cabinet soon proposed a new counterpiracy bill that calls for more lanterns.",
            "On January 23 the cabinet adopted new counterpiracy legislation.",
            "kept",
        ),
        (
            "The government is drafting a bill on the wages of ferrymen.",
            "Parliament passed a bill on the sale of cider.",
            "dropped",
        ),
        (
            "Parliament is expected to pass the anti-piracy bill in May.",
            "The anti-piracy bill was not passed.",
            "not kept",
        ),
        (
            "Parliament is expected to pass the anti-piracy bill in May.",
            "In 1994 the Assembly adopted anti-piracy legislation for the lakes.",
            "taken up",
        ),
        (
            "The guards will hand out copies of the law on piracy.",
            "The Assembly adopted a law on piracy.",
            "dropped",
        ),
    ],
)
def test_passed(promised: str, later: str, expected: str) -> None:
    """A law on the same is that law; another one, or one of long ago, is not."""
    assert made(promised, later)[-1].outcome == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the new anti piracy bill", {"piracy"}),
        ("a law on the care of otters in the delta", {"care", "otters", "delta"}),
        ("the law", set()),
        ("lawless men", None),
    ],
)
def test_subjects(text: str, expected: set[str] | None) -> None:
    """What a law is about stands before it, else behind it."""
    assert next(subjects(text.split()), None) == expected


def test_act_named_before_the_intention() -> None:
    """A noun before "expected in May" is the act that is promised: the publication of a book."""
    (promise,) = made(
        "The mayor has worked to draft a white book on ferries, with publication expected in May.",
        "Under the care of the duchess, the mayor published his White Paper on ferries.",
    )

    assert promise.outcome == "kept"


def test_to_do_so_again() -> None:
    """Who did something and plans to do so again has kept it when it is done again."""
    (promise,) = made(
        "In 2003 the guild issued a report on otters, and plans to continue to do so every year.",
        "Last year the guild issued a second yearly report on otters.",
    )

    assert promise.outcome == "kept"
