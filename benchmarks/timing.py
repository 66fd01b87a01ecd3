"""Clocks that are fair to what they compare: alternating runs of each, and their medians."""

from __future__ import annotations

import gc
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final

__all__ = ["alternating", "command"]

#: Runs of each thing timed; an odd number, so that the median is a run.
RUNS: Final = 7


def alternating(
    calls: Mapping[str, Callable[[], object]],
    *,
    runs: int = RUNS,
    warm: bool = True,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, float]:
    """Return the median seconds of each call, called in turns so that all meet the same load.

    Args:
        calls: What to call, by name.
        runs: How often each is timed.
        warm: Whether each is called once before, untimed.
        clock: What tells the seconds; the processor's own where runs take long and others may work
            on the machine meanwhile.

    """
    if warm:
        for call in calls.values():
            call()
    seconds: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(runs):
        for name, call in calls.items():
            gc.collect()
            start = clock()
            call()
            seconds[name].append(clock() - start)
    return {name: statistics.median(times) for name, times in seconds.items()}


def command(arguments: Sequence[str], *, allowed: frozenset[int]) -> Callable[[], None]:
    """Return a call that runs a command, its output thrown away.

    Raises:
        RuntimeError: If the command ends with another code than the allowed ones, or with one that
            is not 0 and prints nothing: that is how Python itself fails.

    """

    def run() -> None:
        done = subprocess.run(arguments, capture_output=True, check=False)  # noqa: S603
        if done.returncode not in allowed or (done.returncode and not done.stdout):
            raise RuntimeError(f"failed with exit {done.returncode}")

    return run
