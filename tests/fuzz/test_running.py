"""How much the profiles draw."""

from __future__ import annotations

from .data import KINDS
from .running import CASES
from .test_calls import CALLS
from .test_data import LARGE

#: Tests of a family that is tried for each of some parameters; the others are one test.
PARAMETERS = {
    "arguments": len(CALLS),
    "large data": len(LARGE),
    "small data": len(KINDS) - len(LARGE),
}


def test_enough() -> None:
    """CI draws two thousand cases, a night a hundred thousand, some hundreds of each family."""
    shares = [
        (ci * n, ci * n * times)
        for family, (ci, times) in CASES.items()
        for n in (PARAMETERS.get(family, 1),)
    ]
    ci, nightly = map(sum, zip(*shares, strict=True))

    assert ci >= 2_000
    assert nightly >= 100_000
    assert min(night for _, night in shares) >= 300
