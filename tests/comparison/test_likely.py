"""Which topics are alike, beside a look at all two of them; and topics that figures join."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tipdiff.comparison.findings.terms import Terms, likely, likeness

WORDS = "harbour ferry timber customs magistrate lantern orchard granary".split()
texts = st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), max_size=14)


@given(drawn=texts, least=st.sampled_from((0.05, 0.22, 0.25, 0.6, 0.99)))
@settings(deadline=None)
def test_as_all_pairs(drawn: list[str], least: float) -> None:
    """No pair is lost because its common words call up nothing."""
    terms = Terms.of(drawn, [])
    vectors = [terms.vector([text]) for text in drawn]
    found = {(one, other): how for how, one, other in likely(vectors, least)}

    assert found == pytest.approx(
        {
            (one, other): how
            for one, other in combinations(range(len(vectors)), 2)
            if (how := likeness(vectors[one], vectors[other])) >= least
        }
    )
