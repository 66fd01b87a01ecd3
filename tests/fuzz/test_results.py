"""Whatever two reports hold: they are compared and followed, and every output of it is harmless."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

import tipdiff

from .outputs import rendered, uncommented
from .running import many, tried
from .words import hostile_texts, pairs_of_texts

options = st.builds(
    tipdiff.Options,
    width=st.sampled_from((1, 20, 80, 100)),
    color=st.booleans(),
    all=st.booleans(),
    explain=st.booleans(),
    evidence=st.booleans(),
    sides=st.booleans(),
    context=st.integers(0, 3),
    brief=st.booleans(),
    figures=st.booleans(),
)

#: Accents on no letter, as words that are all the same: their differences took 22 seconds.
MARKS = "\u0301" * 1000


@given(pair=pairs_of_texts(), options=options, one_in_ten=st.integers(0, 9))
@example(
    pair=(f"The quay: {MARKS}\n", f"The quay: {MARKS[:500]} not {MARKS[500:]}\n"),
    options=tipdiff.Options(),
    one_in_ten=1,
)
@example(
    pair=("The quay is open.\n", "- a barge<br>\n- a pilot\n"),
    options=tipdiff.Options(sides=True),
    one_in_ten=1,
)
@many("comparisons")
def test_comparisons(pair: tuple[str, str], options: tipdiff.Options, one_in_ten: int) -> None:
    """Two texts compared, in every format."""
    old, new = (
        tried(lambda k=k, text=text: tipdiff.read(text, country="Varona", year=2005 + k))
        for k, text in enumerate(pair)
    )
    if old is None or new is None:
        return
    found = tipdiff.compare(old, new, explain=True)

    assert tipdiff.from_dict(tipdiff.to_dict(found)) == found
    review = uncommented(tipdiff.render(found, "review"))
    after = tipdiff.compare(old, new, review=review)
    assert [warning for warning in after.warnings if "appl" in warning] == []
    rendered(found, options, word=one_in_ten == 0)


@given(texts=st.lists(hostile_texts, min_size=2, max_size=3), options=options)
@many("years")
def test_years(texts: list[str], options: tipdiff.Options) -> None:
    """Some texts followed over the years: their figures and their statements."""
    reports = [
        report
        for k, text in enumerate(texts)
        if (report := tried(lambda k=k, t=text: tipdiff.read(t, country="Varona", year=2005 + k)))
    ]
    for found in (tipdiff.trends(reports), tipdiff.history(reports)):
        if found:
            assert tipdiff.from_dict(tipdiff.to_dict(found)) == found
            rendered(found, options)
