"""Orders that workers of other processes carry out in the tests: functions that they can find."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

#: Bytes of a text that is larger than the limits of memory that the tests set.
HUGE = 3 * 1024**3


def doubled(number: int) -> int:
    """Work as it should."""
    return 2 * number


def killing_at_seven(number: int) -> int:
    """Kill the worker at one number."""
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def killing_once(order: tuple[str, int]) -> int:
    """Kill the worker at number seven, the first time only; each call leaves a line in a file."""
    folder, number = order
    with (Path(folder) / str(number)).open("a") as log:
        log.write("called\n")
    if number == 7 and not (Path(folder) / "killed").exists():
        (Path(folder) / "killed").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def failing_at_three(number: int) -> int:
    """Raise at one number."""
    if number == 3:
        raise ValueError("three")
    return number


def greedy_at_two(number: int) -> int:
    """Take more memory than there is at one number."""
    return len(bytearray(HUGE)) if number == 2 else number


def slow(number: int) -> int:
    """Work longer than a test waits."""
    time.sleep(600)
    return number


def process_of(number: int) -> int:
    """Tell which process worked, after a while in which others can begin."""
    time.sleep(0.05 + number * 0)
    return os.getpid()
