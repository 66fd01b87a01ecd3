"""How much is tried, and what may come of it: a result, or one line that says why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, settings

import tipdiff

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["many", "tried"]

#: Examples of the profile that CI runs, by which each family's own number is scaled; the nightly
#: profile has fifty times as many.
_CI = 30


def many(examples: int) -> settings:
    """The settings of a family that tries so many cases in CI, and its share in a long run."""
    return settings(
        max_examples=max(1, examples * settings().max_examples // _CI),
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


def tried(call: Callable[[], Any]) -> Any:
    """What a call gives, None if it refused: by an error of tipdiff, and not without a word."""
    try:
        return call()
    except tipdiff.TipdiffError as error:
        told = str(error)
    assert told.strip()
    return None
