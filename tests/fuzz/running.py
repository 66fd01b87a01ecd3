"""How much is tried, and what may come of it: a result, or one line that says why there is none."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, settings

import tipdiff

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["CASES", "many", "ran", "tried"]

#: Cases of each family: in CI, and in the nightly profile how many times as many. What takes a
#: millisecond is drawn much oftener than what compares two reports and draws every output, so that
#: the hundred thousand cases of a night, which a test sums, take twenty minutes of one core. Where
#: a family has parameters, each of them draws so many.
CASES = {
    # family: CI, times
    "arguments": (25, 60),  # 2 ms a case
    "small data": (50, 100),  # 4 ms: a report, a table, claims, links
    "claims": (350, 40),  # 11 ms
    "pages": (150, 60),  # 10 ms
    "bytes": (250, 40),  # 12 ms
    "texts": (200, 40),  # 11 ms
    "large data": (50, 40),  # 12 to 37 ms: comparisons, series, histories in every format
    "tables": (200, 20),  # 22 ms
    "several": (60, 30),  # 25 ms
    "renewal": (10, 50),  # 30 ms
    "pictures": (10, 30),  # 90 ms
    "years": (60, 10),  # 115 ms
    "comparisons": (150, 10),  # 118 ms
}
#: Examples of the nightly profile, by which it is known.
NIGHTLY = 1500

_ran = 0


def ran() -> int:
    """How many cases have been run by this process; what Hypothesis threw away is none."""
    return _ran


def many(family: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The settings of a test of a family, the cases of which are counted."""
    ci, times = CASES[family]

    def counted(test: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(test)
        def case(*args: Any, **kwargs: Any) -> None:
            global _ran  # noqa: PLW0603 - one counter a process, read when each test is done
            _ran += 1
            test(*args, **kwargs)

        return settings(
            max_examples=ci * times if settings().max_examples >= NIGHTLY else ci,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )(case)

    return counted


def tried(call: Callable[[], Any]) -> Any:
    """What a call gives, None if it refused: by an error of tipdiff, and not without a word."""
    try:
        return call()
    except tipdiff.TipdiffError as error:
        told = str(error)
    assert told.strip()
    return None
