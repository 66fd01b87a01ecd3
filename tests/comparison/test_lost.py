"""What a loss in one report may hide in the other, and what finding it costs."""

from __future__ import annotations

import tracemalloc

import pytest

import tipdiff
from tipdiff.comparison.lost import hidden
from tipdiff.reading.lost import LOST_FORMS
from tipdiff.records import Link

#: Statements that say the same.
MANY = 2000
#: Bytes that finding what is hidden may take: some dozens a statement, and no square of them.
ROOM = 2_000_000
ALIKE = "The ferry carried five porters. "
BODY = "1. (U) HARBORS: {0}\n\n-- A. The clerks keep a list.\n\n{1}\n\n-- B. The port is small.\n"


@pytest.mark.parametrize("other_is_new", [True, False])
def test_what_is_alike_costs_no_square(*, other_is_new: bool) -> None:
    """A link of all statements alike to all others is gone through once, whatever was lost."""
    sides = [
        tipdiff.read(BODY.format(ALIKE * MANY, middle), country="Ostrel", year=year)
        for year, middle in (
            (2005, "-- C. The pier is long."),
            (2006, LOST_FORMS[0][1]),
        )
    ]
    whole, torn = sides
    alike = [
        tuple(k for k, s in enumerate(side.statements) if s.text == ALIKE.strip()) for side in sides
    ]
    assert len(alike[0]) == len(alike[1]) > MANY // 2
    links = [Link(*(alike if other_is_new else alike[::-1]), 1.0, 1.0)]
    tracemalloc.start()
    try:
        found = hidden(whole, torn, links, other_is_new=other_is_new)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    texts = {s.text for s in whole.statements if s.id in found}
    assert "The pier is long." in texts
    assert ALIKE.strip() not in texts
    assert peak < ROOM
