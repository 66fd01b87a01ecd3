"""What stands above a list holds for its items: year, event, what is counted."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

import tipdiff
from tipdiff import Claim
from tipdiff.claims import report_claims


def claims_of(lead: str, *items: str) -> list[Claim]:
    """The claims of the items below a lead, in a narrative of 2008."""
    body = "\n".join([lead, *items, ""])
    report = tipdiff.read(body, country="Ostrel", year=2008)
    by_statement = report_claims(report)
    return [c for s in report.statements if s.text != lead for c in by_statement[s.id]]


@pytest.mark.parametrize(
    ("lead", "items", "told"),
    [
        (
            "Number of sentences imposed in 2006:",
            ("- Prison terms: 14", "- Fines: 9", "- Total: 23"),
            [
                ("sentences", 2006, 14, {"row": "Prison terms"}),
                ("sentences", 2006, 9, {"row": "Fines"}),
                ("sentences", 2006, 23, {}),
            ],
        ),
        (
            "The following cases were opened in 2005:",
            ("1) Port Merrin: 12", "2) Kadria - seven", "3) four against foremen"),
            [
                ("cases opened", 2005, 12, {"row": "Port Merrin"}),
                ("cases opened", 2005, 7, {"row": "Kadria"}),
                ("cases opened", 2005, 4, {"row": "against foremen"}),
            ],
        ),
        (
            "In 2006, courts:",
            ("-- convicted 12 traffickers;", "-- acquitted three; and", "-- fined two innkeepers."),
            [("convictions", 2006, 12, {}), ("acquittals", 2006, 3, {}), ("fines", 2006, 2, {})],
        ),
        (
            "Victims identified in 2006:",
            ("* 12 women", "* four men", "* Total: 16"),
            [
                ("victims identified", 2006, 12, {"sex": "female", "age": "adult"}),
                ("victims identified", 2006, 4, {"sex": "male", "age": "adult"}),
                ("victims identified", 2006, 16, {}),
            ],
        ),
        (
            "In 2005 the coast police reported the following arrests:",
            ("-- 21 for trafficking;", "-- 11 for smuggling."),
            [
                ("arrests", 2005, 21, {"row": "trafficking"}),
                ("arrests", 2005, 11, {"row": "smuggling"}),
            ],
        ),
        (
            "Arrests, 2006:",
            ("- Kadria: 8",),
            [("arrests", 2006, 8, {"row": "Kadria"})],
        ),
    ],
    ids=["number of", "following", "verbs below", "breakdowns", "offences", "lone year"],
)
def test_a_lead_gives_year_event_and_noun_to_its_items(
    lead: str,
    items: tuple[str, ...],
    told: list[tuple[str, int, float, Mapping[str, str]]],
) -> None:
    """Each item is a figure of what its lead announces, of its year; a total is the whole."""
    read = [(c.indicator, c.period, c.value, dict(c.breakdown)) for c in claims_of(lead, *items)]
    assert read == told


def test_an_item_keeps_the_year_and_the_event_of_its_own() -> None:
    """What an item says itself is stronger than what stands above its list."""
    one, two, three = claims_of(
        "Arrests made in 2006:",
        "- Kadria: 8 (in 2005)",
        "- 14 men were deported",
        "- 3 men were let go the same day",
    )
    assert (one.period, two.event, three.event) == (2005, "deported", None)


def test_a_lead_dates_no_state_of_now_no_span_of_time_and_no_norm() -> None:
    """What is so today, how long something lasts, and what a law says are of no lead's year."""
    read = claims_of(
        "Achievements of the police in 2006:",
        "- The unit now has 22 officers.",
        "- The course lasted 40 hours.",
        "- The law provides for three to ten years in prison.",
    )
    assert [c.stated for c in read] == [None] * 3


def test_what_adorns_a_lead_dates_nothing() -> None:
    """The year of a law in a lead is no year of the items below."""
    (one,) = claims_of("Article 88 (as amended in 2003):", "- 14 traffickers were convicted.")
    assert one.period == 2008


def test_a_list_in_a_list_has_the_year_of_the_outer_one() -> None:
    """A lead that is an item itself says what its own lead said of the year."""
    read = claims_of(
        "In 2006 the courts did the following:",
        "- They imposed these sentences:",
        "  * Prison terms: 14",
        "  * Fines: 9",
    )
    assert [c.period for c in read] == [2006, 2006]


def test_what_ends_without_a_colon_announces_nothing() -> None:
    """A list below an ordinary sentence keeps the report's year."""
    (one,) = claims_of("A campaign began in 2006.", "- 14 traffickers were convicted.")
    assert one.period == 2008


def test_trends_tell_the_rows_of_a_list_apart() -> None:
    """No item of a list is the country's figure, and none contradicts another."""
    body = "Number of sentences imposed in 2006:\n- Prison terms: 14\n- Fines: 9\n"
    series = tipdiff.trends([tipdiff.read(body, country="Ostrel", year=2008)])
    assert [(s.label, s.points[0].year, s.points[0].value) for s in series] == [
        ("Sentences, Fines", 2006, 9),
        ("Sentences, Prison terms", 2006, 14),
    ]
    assert not any(s.points[0].conflicts for s in series)
