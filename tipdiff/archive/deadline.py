"""A limit of time for a piece of work."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Self

__all__ = ["Deadline", "LateError"]


class LateError(BaseException):
    """The time is over. No ``except Exception`` on the way takes it for a mistake.

    Args:
        doing: What was being done.

    """


class Deadline:
    """A limit of time, from where its ``with`` begins.

    In the main thread of a process the system's alarm ends the work wherever it stands; elsewhere,
    and on systems without alarms, it ends where the work asks.

    Args:
        seconds: How long it may take; None for as long as it takes.

    """

    def __init__(self, seconds: float | None) -> None:
        self._seconds = seconds
        self._end: float | None = None
        self._doing = ""
        self._before: Callable[[int, FrameType | None], object] | int | None = None
        self._armed = False

    def __enter__(self) -> Self:
        if self._seconds is not None:
            self._end = time.monotonic() + self._seconds
            if _has_alarm():
                self._before = signal.signal(signal.SIGALRM, self._ring)
                self._armed = True
                signal.setitimer(signal.ITIMER_REAL, max(self._seconds, 1e-6))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._armed:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._before)
            self._armed = False

    def _ring(self, _signal: int, _frame: FrameType | None) -> None:
        raise LateError(self._doing)

    def doing(self, what: str) -> None:
        """Say what is done from now on, and ask whether there is time for it.

        Raises:
            LateError: There is none.

        """
        self._doing = what
        if self._end is not None and time.monotonic() >= self._end:
            raise LateError(what)


def _has_alarm() -> bool:
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
