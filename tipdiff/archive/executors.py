"""The seam through which an archive's work goes: any executor, a few orders ahead, and none lost.

Orders are taken as workers become free, so that memory does not grow with their number. A worker
that dies breaks a pool of processes whole: the pool is made anew, and what was in flight is given
out once more, one order at a time, so that the one that kills its worker is told by name and the
others are done.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from itertools import islice
from multiprocessing.connection import Connection
from types import FrameType
from typing import TYPE_CHECKING, Final, TypeVar

from attrs import frozen

from tipdiff.archive.version import own_version
from tipdiff.errors import TipdiffError

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

__all__ = ["Crew", "Fault", "available", "crew"]

O = TypeVar("O")  # noqa: E741 (an order)
R = TypeVar("R")

#: Orders given out for each worker: one that it works on, and one that waits, so that it never
#: stands idle while this process writes.
AHEAD: Final = 2
#: Workers of an executor that does not say how many it has.
UNTOLD_WORKERS: Final = 8
#: New objects between two searches for cycles, as in the command line: records have none.
NEW_OBJECTS: Final = 50_000
#: What a worker has loaded before it is made, where processes are copies of one that waits.
PRELOADED: Final = ("tipdiff.archive.working",)
#: Bytes of a megabyte, in which a limit is told.
MEGABYTE: Final = 1024 * 1024


class WrongVersionError(TipdiffError):
    """A worker has another version of tipdiff."""


@frozen
class Fault:
    """Why an order was not carried out.

    Attributes:
        kind: ``worker died``, ``memory`` or ``mistake``.
        message: A line of plain English.

    """

    kind: str
    message: str


def available() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextlib.contextmanager
def crew(executor: Executor | None, jobs: int | None, memory: int | None) -> Iterator[Crew]:
    """Give workers, and send one's own home at the end, whether the work is done or not.

    Args:
        executor: Whose workers they are, left running at the end; None for one's own.
        jobs: How many processes of one's own; one for each core if None. A single one is this
            process itself, unless it is to have a limit of memory.
        memory: The megabytes that each of them may take; None for no limit. Somebody else's
            executor keeps its own limits.

    """
    if executor is not None:
        yield Crew(_workers(executor), lambda: executor)
        return
    count = jobs or available()
    if count == 1 and memory is None:
        yield Crew(1, None)
        return
    own = _OwnProcesses(count, memory)
    try:
        yield Crew(count, own.fresh)
    finally:
        own.close()


class Crew:
    """Workers that carry out orders.

    Args:
        workers: How many there are.
        fresh: Gives their executor, and a new one when called again after the first broke; None to
            do all work in this process.

    """

    def __init__(self, workers: int, fresh: Callable[[], Executor] | None) -> None:
        self.workers = workers
        self._ahead = AHEAD * workers
        self._fresh = fresh
        self._executor: Executor | None = None

    def run(self, function: Callable[[O], R], orders: Iterable[O]) -> Iterator[tuple[O, R | Fault]]:
        """Carry out orders, and yield each once with its result as soon as it is there.

        Args:
            function: What carries out an order; a function of a module, so that other processes
                find it.
            orders: What it is given; taken a few at a time.

        Yields:
            Each order and its result, or the fault if there is none; in no certain order.

        Raises:
            TipdiffError: Somebody else's executor broke, or was closed.

        """
        if self._fresh is None:
            for order in orders:
                yield order, _carried_out(function, order)
            return
        rest = iter(orders)
        flight: dict[Future[R], O] = {}
        while True:
            broken: list[O] = []
            for order in islice(rest, self._ahead - len(flight)):
                self._submit(function, order, flight, broken)
                if broken:
                    break
            if not flight and not broken:
                return
            yield from self._landed(flight, broken)
            if broken:
                yield from self._one_by_one(function, broken)

    def _submit(
        self, function: Callable[[O], R], order: O, flight: dict[Future[R], O], broken: list[O]
    ) -> None:
        try:
            flight[self._given(function, order)] = order
        except BrokenExecutor:
            broken.append(order)
        except RuntimeError as error:  # what an executor that was shut down says
            raise TipdiffError(f"the executor takes no more work: {error}") from None

    def _landed(self, flight: dict[Future[R], O], broken: list[O]) -> Iterator[tuple[O, R | Fault]]:
        """Yield what is done; what a broken pool had in flight goes to ``broken``."""
        if flight:
            wait(flight, return_when=FIRST_COMPLETED)
        for future in [future for future in flight if future.done() or broken]:
            order = flight.pop(future)
            try:
                result: R | Fault = future.result()
            except BrokenExecutor:
                broken.append(order)
                continue
            except CancelledError:
                raise TipdiffError("the executor lost its work: is its cluster gone?") from None
            except WrongVersionError:
                raise
            except Exception as error:  # noqa: BLE001 (whatever a library may raise is told)
                result = _fault(error)
            del future  # and with it its own hold on the result
            yield order, result
        if broken and flight:
            yield from self._landed(flight, broken)

    def _one_by_one(
        self, function: Callable[[O], R], orders: Iterable[O]
    ) -> Iterator[tuple[O, R | Fault]]:
        """Yield the results of orders given out alone, each once."""
        self._renew()
        for order in orders:
            try:
                yield order, self._given(function, order).result()
            except BrokenExecutor:
                yield order, Fault("worker died", "the process that worked on it was killed twice")
                self._renew()
            except Exception as error:  # noqa: BLE001 (as above)
                yield order, _fault(error)

    def _given(self, function: Callable[[O], R], order: O) -> Future[R]:
        with _uninterrupted():
            return self._current().submit(_elsewhere, own_version(), function, order)

    def _current(self) -> Executor:
        if self._executor is None:
            assert self._fresh is not None  # noqa: S101 (who has none does not come here)
            self._executor = self._fresh()
        return self._executor

    def _renew(self) -> None:
        assert self._fresh is not None  # noqa: S101 (as above)
        before, self._executor = self._executor, self._fresh()
        if before is self._executor:
            raise TipdiffError("the executor broke: a worker died; what was finished is kept")


def _elsewhere(version: str, function: Callable[[O], R], order: O) -> R:
    """Carry out an order where the worker is, if that has the version of tipdiff that is asked.

    Raises:
        WrongVersionError: It has another, whose results would not be those of this one.

    """
    if version != own_version():
        raise WrongVersionError(f"a worker has tipdiff {own_version()}, not {version}")
    return function(order)


def _carried_out(function: Callable[[O], R], order: O) -> R | Fault:
    try:
        return function(order)
    except Exception as error:  # noqa: BLE001 (one failing order must not stop the others)
        return _fault(error)


def _fault(error: Exception) -> Fault:
    if isinstance(error, MemoryError):
        return Fault("memory", "there was not enough memory for it")
    if type(error).__name__ == "KilledWorker":  # Dask's, told by name: it need not be installed
        return Fault("worker died", "the workers that worked on it were killed one after another")
    return Fault("mistake", f"a mistake in tipdiff itself: {type(error).__name__}: {error}")


def _workers(executor: Executor) -> int:
    """Return how many workers somebody else's executor has, as far as it tells."""
    client = getattr(executor, "_client", None)
    if client is not None and hasattr(client, "ncores"):  # Dask's
        return max(1, sum(map(int, client.ncores().values())))
    told = getattr(executor, "_max_workers", None)  # those of the standard library
    return told if isinstance(told, int) and told > 0 else UNTOLD_WORKERS


class _OwnProcesses:
    """Pools of processes of one's own, one at a time.

    Each worker holds the reading end of a pipe of which this process alone has the writing end:
    when that is closed, or this process is killed, every worker ends at once.
    """

    def __init__(self, count: int, memory: int | None) -> None:
        self._count = count
        self._memory = memory
        self._context = _context()
        self._pool: ProcessPoolExecutor | None = None
        self._life: Connection | None = None

    def fresh(self) -> Executor:
        """Return a new pool; the one before is given up."""
        self.close()
        _begun_deaf()
        theirs, self._life = self._context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(
            self._count,
            mp_context=self._context,
            initializer=_begin,
            initargs=(theirs, self._memory),
        )
        return self._pool

    def close(self) -> None:
        """End the workers, whatever they are at."""
        if self._life is not None:
            self._life.close()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = self._life = None


def _context() -> BaseContext:
    """Return how processes are made: copies of one that waits, where the system has that.

    Never copies of this process, which may have threads and an open database.
    """
    if "forkserver" in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(PRELOADED))
        return context
    return multiprocessing.get_context("spawn")


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait a moment: a process that is half made would outlive this one."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    met: list[tuple[int, FrameType | None]] = []
    before = signal.signal(signal.SIGINT, lambda *given: met.append(given))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if met and callable(before):
        before(*met[0])


def _begun_deaf() -> None:
    """Start what makes processes so that Ctrl-C, which a terminal sends to all, does not stop it.

    A signal that is blocked where a process begins is blocked in it too, from its first moment on.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return
    from multiprocessing import forkserver, resource_tracker  # not to be had on every system

    with _uninterrupted():
        resource_tracker.ensure_running()  # does the same by itself, and ends with a clean mask
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            forkserver.ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(life: Connection, memory: int | None) -> None:
    """Prepare a worker: the keyboard is its parent's, its memory limited, its life its parent's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(NEW_OBJECTS)
    if memory is not None:
        _limit(memory)
    threading.Thread(target=_until_closed, args=(life,), daemon=True).start()


def _limit(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # a system without such limits
        return
    limit = megabytes * MEGABYTE
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most != resource.RLIM_INFINITY:
        limit = min(limit, most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))


def _until_closed(life: Connection) -> None:
    with contextlib.suppress(EOFError, OSError):
        life.recv_bytes()
    os._exit(1)
