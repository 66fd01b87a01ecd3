"""Whose figure it is, of which part of its year, and whether the text stands by it."""

from __future__ import annotations

import pytest

import tipdiff
from tipdiff.claims import extract_claims, report_claims

#: A sentence, and for each of its figures the value, the scope, and who counted.
SCOPES = [
    ("Police arrested 40 men in 2006.", [(40, "national", "Police")]),
    ("In one case police arrested two men.", [(2, "case", "police")]),
    ("The Ostrel Foundation assisted 31 victims.", [(31, "group", "Ostrel Foundation")]),
    ("Activists say that 300 girls are held.", [(300, "source", "Activists")]),
    ("In Port Merrin police arrested 40 men.", [(40, "group", "Port Merrin police")]),
    ("The hall has 12 doors.", [(12, None, None)]),
    (
        "A clinic assisted 31 victims (19 women and 12 men).",
        [(31, "group", "clinic"), (19, "group", "clinic"), (12, "group", "clinic")],
    ),
]
#: A sentence, and for each of its figures whether it is of a part of its year.
PARTS = [
    ("Since August police arrested 40 men.", [True]),
    ("Police arrested 40 men from January to June 2006.", [True]),
    ("Police arrested 40 men from April 2005 to March 2006.", [False]),
    ("In 2006 police arrested 90 men (40 in the first half).", [False, True]),
    ("In 2006 police arrested 90 men, and another 40 in January 2007.", [False, True]),
    ("Between June and December courts tried 40 men, and in 2006 they tried 90.", [True, False]),
    ("To date police arrested 40 men, of whom 12 were tried.", [True, True]),
    ("In May the ministry said that police arrested 40 men.", [False]),
    ("In May, 40 percent of the men were minors.", [False]),
]
#: A sentence or two, and for each of its figures whether it is taken back.
RETRACTIONS = [
    ("Police arrested 40 men. This figure was a mistake.", [True]),
    ("Police arrested 40 men and nine women. These figures were wrong.", [True, True]),
    ("Police arrested 40 men and nine women. The correct figure is 12.", [False, True, False]),
    ("Last year's report erroneously told of 12 trials; there were nine.", [True, False]),
    ("Police arrested 40 men. The raid was no mistake.", [False]),
]
#: A sentence, and for each of its figures the value, what is counted, and what happened.
DONE = [
    ("Authorities arrested 40.", [(40, None, "arrested")]),
    ("Arrests reached 40.", [(40, "Arrests", "arrested")]),
    (
        "Six active and two former officials were charged.",
        [(6, "officials", "charged"), (2, "former officials", "charged")],
    ),
    (
        "Five men, as well as one Ostreler, were arrested.",
        [(5, "men", "arrested"), (1, "Ostreler", "arrested")],
    ),
    ("Three cars and five arrests were noted.", [(3, "cars", None), (5, "arrests", "arrested")]),
    (
        "Fifteen cases went to court and ten ended in convictions.",
        [(15, "cases", "prosecuted"), (10, "cases", "convicted")],
    ),
    ("Five clerks were accused of fraud.", [(5, "clerks", "accused")]),
    ("The courts had not tried a single case.", [(0, "case", "prosecuted")]),
    ("It gave 900 crowns to the Women?s Shelter.", [(900, "Women?s Shelter", None)]),
]
#: A sentence, and the year of each of its figures.
YEARS = [
    ("In 2005 there were 90 raids, and in 2006 there were 40.", [2005, 2006]),
    ("For 2005 it was 90,000 crowns, while for 2006 it was 40,000.", [2005, 2006]),
    ("There were 12 trials in 2005 and in 2006.", [2005]),
    ("In 2004/05 they trained 88 clerks.", [2004]),
    ("In 2012-13 they trained 88 clerks.", [2012]),
    ("It was 90 crowns at yearend 2005 (or two percent of all).", [2005, 2005]),
]


@pytest.mark.parametrize(("text", "wanted"), SCOPES)
def test_scope(text: str, wanted: list[tuple[float, str | None, str | None]]) -> None:
    """A figure knows whose it is; its parts are of the same."""
    assert [(c.value, c.scope, c.who) for c in extract_claims(text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), PARTS)
def test_part_of_a_year(text: str, wanted: list[bool]) -> None:
    """A stated part of a year is said of the figures that it stands with."""
    assert [c.partial for c in extract_claims(text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), RETRACTIONS)
def test_retraction(text: str, wanted: list[bool]) -> None:
    """What a text takes back is marked, "this figure" the last, "these figures" all."""
    assert [c.retracted for c in extract_claims(text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), DONE)
def test_what_was_done_to_whom(
    text: str, wanted: list[tuple[float, str | None, str | None]]
) -> None:
    """The one who acts is nobody counted; subjects of one verb share what was done."""
    assert [(c.value, c.counted, c.event) for c in extract_claims(text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), YEARS)
def test_each_clause_its_year(text: str, wanted: list[int]) -> None:
    """A clause that opens with a year has that one; a double year is its first."""
    assert [c.stated for c in extract_claims(text)] == wanted


def test_the_next_statement_takes_back() -> None:
    """In a report the statement behind takes back, within one paragraph."""
    body = "1. Police arrested 40 men in 2005.\n\n2. This figure was a mistake.\n"
    apart = tipdiff.read(body, country="Varona", year=2006)
    close = tipdiff.read(body.replace("\n\n2. ", " "), country="Varona", year=2006)

    taken = [
        [c.retracted for found in report_claims(report).values() for c in found]
        for report in (apart, close)
    ]

    assert taken == [[False], [True]]


def test_the_country_is_no_part_of_itself() -> None:
    """What was done in the country that is reported on is national."""
    body = "Police arrested 40 men in Varona in 2005.\n"
    report = tipdiff.read(body, country="Varona", year=2006)

    assert [c.scope for found in report_claims(report).values() for c in found] == ["national"]


@pytest.mark.parametrize(
    ("told", "year"),
    [
        ("The state budget annually allocates 90,000 crowns to the home.", 2006),
        ("The state budget allocated 90,000 crowns to the home.", 2005),
        ("In 2004 the state budget allocates 90,000 crowns.", 2004),
    ],
)
def test_a_standing_budget_is_of_the_year_of_the_report(told: str, year: int) -> None:
    """What a budget gives every year is in a report of March this year's."""
    header = "E.O. 12958: N/A\nTAGS: PHUM, VA\nSUBJECT: VARONA: SIXTH REPORT\n\n"
    report = tipdiff.read(f"R 141030Z MAR 06\n{header}1. {told}\n", country="Varona")

    assert (report.year, report.covers) == (2006, 2005)
    assert [c.period for found in report_claims(report).values() for c in found] == [year]
