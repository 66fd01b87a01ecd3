"""Every table of rules: each row's sample does what the row says, and only because of the row.

A table is registered in ``WALKS`` with what it means that a sample runs. New rows are walked by
themselves; a new table that is not registered fails the last test here, which says what to do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

import tipdiff
from tests.tables import rows_of, without
from tipdiff.checks import check_report
from tipdiff.claims import extract_claims, report_claims
from tipdiff.claims.scanning import no_claims
from tipdiff.histories import promises
from tipdiff.language import unit_words
from tipdiff.reading import pointers, questions

if TYPE_CHECKING:
    from tipdiff.language.unit_words import Measure


class Walk(NamedTuple):
    """How the rows of a table are tried.

    ``holds`` says whether a row's sample does what the row says. ``follow`` names the modules that
    derive something from the table when they are imported.
    """

    holds: Callable[[Any], bool]
    follow: tuple[str, ...] = ()


def marked(sample: str) -> tuple[str, int, int]:
    """A sample without the braces around its number, and where the number stands."""
    start, end = sample.index("{"), sample.index("}")
    return sample[:start] + sample[start + 1 : end] + sample[end + 1 :], start, end - 1


def is_claimed(sample: str) -> bool:
    """Whether the number in braces is in a claim."""
    text, start, end = marked(sample)
    return any(c.span[0] <= start and end <= c.span[1] for c in extract_claims(text))


def is_excluded(row: Any) -> bool:
    """Whether the sample's number is no claim, by the row's name, and the counter-sample's is."""
    text, start, _ = marked(row.sample)
    told = no_claims.no_claims(text, extract_claims(text))
    named = any(no.span[0] <= start < no.span[1] and no.why == row.name for no in told)
    return named and not is_claimed(row.sample) and is_claimed(row.counter)


def has_unit(row: Measure) -> bool:
    """Whether the sample's figure has the unit, and outputs show its name."""
    read = [claim.unit for claim in extract_claims(row.sample)] == [row.code]
    shown = [unit_words.with_unit("1", row.code, one=one) for one in (True, False)]
    return read and shown == [f"1 {row.one}".rstrip(), f"1 {row.many}".rstrip()]


def is_noted(row: tuple[str, Any, str]) -> bool:
    """Whether the check finds what its sample holds, once."""
    first, *rest = row[2].split(" / ")
    body = "".join(f"{line}\n" for line in (first, *(f"-- {each}" for each in rest)))
    report = tipdiff.read(body, country="Ostrel", year=2006)
    return [note.kind for note in check_report(report, report_claims(report))] == [row[0]]


SCANNING = "tipdiff.claims.scanning"

#: The tables of rules, and how each is walked.
WALKS: dict[str, Walk] = {
    f"{SCANNING}.exclusions.RULES": Walk(is_excluded),
    f"{SCANNING}.exclusions.TIED_RULES": Walk(is_excluded),
    f"{SCANNING}.exclusions.WORD_RULES": Walk(is_excluded),
    "tipdiff.checks.within.RULES": Walk(is_noted),
    "tipdiff.histories.promises.INTENTIONS": Walk(lambda row: promises.is_promise(row[1])),
    "tipdiff.histories.promises.NO_INTENTIONS": Walk(lambda row: not promises.is_promise(row[1])),
    "tipdiff.language.unit_words.UNITS": Walk(
        has_unit, follow=("tipdiff.claims.quantities.units",)
    ),
    "tipdiff.reading.pointers.POINTERS": Walk(lambda row: pointers.is_pointer(row[1])),
    "tipdiff.reading.questions.ASKING": Walk(lambda row: questions.asks(row[1])),
}


def every_row() -> list[Any]:
    """Each row of each table, by table and place."""
    return [
        pytest.param(table, at, id=f"{table[8:]}-{at}-{row[0]!s:.20}")
        for table in WALKS
        for at, row in enumerate(rows_of(table))
    ]


class TestRows:
    """Each row of each table of rules."""

    @pytest.mark.parametrize(("table", "at"), every_row())
    def test_sample_runs(self, table: str, at: int) -> None:
        """The sample does what the row says."""
        row = rows_of(table)[at]

        assert WALKS[table].holds(row), row

    @pytest.mark.parametrize(("table", "at"), every_row())
    def test_row_is_needed(self, table: str, at: int) -> None:
        """Without the row its sample does so no more, else the row is superfluous."""
        row, walk = rows_of(table)[at], WALKS[table]

        with without(table, at, walk.follow):
            assert not walk.holds(row), row
