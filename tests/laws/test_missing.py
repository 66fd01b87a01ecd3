"""Missing: what stands in a part that the other report lacks has no counterpart.

It is counted apart, and a warning says so: its post neither added nor dropped it.
"""

from __future__ import annotations

from hypothesis import assume, given

import tipdiff

from .generators import SETTINGS, layouts, models
from .reports import COUNTRY, Layout, Model, read, render_parts


@given(model=models(6), layout=layouts("dashes", "boxed"))
@SETTINGS
def test_part_that_is_missing(model: Model, layout: Layout) -> None:
    """Of a report sent in parts only the first is there: the rest is without counterpart."""
    assume(len(model.blocks) > 1)
    parts = render_parts(model, layout, len(model.blocks))
    whole = read(model, layout)
    first = tipdiff.read(parts[0], country=COUNTRY)
    there = {text for answer in model.blocks[0].answers for text in answer.sentences}

    assert first.missing_parts == tuple(range(2, len(parts) + 1))

    for old, new, status in ((whole, first, "dropped"), (first, whole, "new")):
        comparison = tipdiff.compare(old, new)
        found = {
            (c.old or c.new)[0].text: (c.status, "no-counterpart" in c.traits)
            for c in comparison.changes
        }

        assert found == {
            text: ("unchanged", False) if text in there else (status, True)
            for text in model.sentences
        }
        assert comparison.summary.no_counterpart == len(model.sentences) - len(there)
        assert comparison.warnings


@given(model=models(6), layout=layouts("dashes", "boxed", "pilcrow"))
@SETTINGS
def test_order_of_parts(model: Model, layout: Layout) -> None:
    """Parts are put in their order, in whatever order they are given."""
    parts = render_parts(model, layout, 3)

    assert tipdiff.read(*reversed(parts), country=COUNTRY).statements == (
        tipdiff.read(*parts, country=COUNTRY).statements
    )


@given(model=models(6), layout=layouts("dashes", "boxed"))
@SETTINGS
def test_part_given_twice(model: Model, layout: Layout) -> None:
    """A part that is given twice counts once."""
    parts = render_parts(model, layout, 2)
    once = tipdiff.read(*parts, country=COUNTRY)
    twice = tipdiff.read(*parts, parts[0], country=COUNTRY)

    assert [s.text for s in twice.statements] == [s.text for s in once.statements]
