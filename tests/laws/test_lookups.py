"""What is looked up where it was once compared with everything finds the same."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from tipdiff.reading.resent import SHARED, perhaps_again
from tipdiff.series.labels import told_apart

few = st.sampled_from("abcde")


@given(cables=st.lists(st.frozensets(st.sampled_from("abcdefghijkl"), max_size=9), max_size=8))
@example(cables=[frozenset("abcde"), frozenset("abcdefgh"), frozenset("abcdx")])
@example(cables=[frozenset(), frozenset(), frozenset("a")])
def test_cables_that_share_enough_are_looked_at(cables: list[frozenset[str]]) -> None:
    """No two cables of a day of which one holds most of the other are passed by."""
    perhaps = perhaps_again(cables)

    for one, own in enumerate(cables):
        for other, theirs in enumerate(cables):
            fewer = min(len(own), len(theirs))
            if one != other and fewer and len(own & theirs) >= SHARED * fewer:
                assert other in perhaps[one]
    assert all(found == sorted(set(found)) for found in perhaps)
    assert all(one not in found for one, found in enumerate(perhaps))


@given(named=st.lists(st.tuples(st.sampled_from("xy"), st.lists(few, max_size=3)), max_size=7))
def test_labels_are_told_apart_by_what_no_other_has(named: list[tuple[str, list[str]]]) -> None:
    """A label gets the first hint that no other of its name has, else a number."""
    told = told_apart([label for label, _ in named], [hints for _, hints in named])
    plain = []
    for place, (label, hints) in enumerate(named):
        rivals = [h for k, (name, h) in enumerate(named) if name == label and k != place]
        own = [h for h in hints if not any(h in theirs for theirs in rivals)] if rivals else []
        plain.append(f"{label} ({own[0]})" if own else label)
    expected = [
        one if plain[:k].count(one) == 0 else f"{one} ({plain[:k].count(one) + 1})"
        for k, one in enumerate(plain)
    ]

    assert told == expected
