"""The seam: every order comes back once, from whatever executor, whatever becomes of a worker."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.archive import orders
from tipdiff.archive import executors
from tipdiff.archive.executors import AHEAD, Fault, crew
from tipdiff.errors import TipdiffError


class TestEveryExecutor:
    """The same orders, the same results."""

    @pytest.mark.parametrize("jobs", [1, 2])
    def test_own_workers(self, jobs: int) -> None:
        """Each order comes back once with its result."""
        with crew(None, jobs, None) as workers:
            done = list(workers.run(orders.doubled, range(20)))

        assert sorted(done) == [(n, 2 * n) for n in range(20)]

    def test_one_job_is_this_process(self) -> None:
        """A single job starts no process."""
        with crew(None, 1, None) as workers:
            assert dict(workers.run(orders.process_of, [1])) == {1: os.getpid()}

    def test_two_jobs_are_two_processes(self) -> None:
        """Two jobs are two processes beside this one."""
        with crew(None, 2, None) as workers:
            seen = {process for _, process in workers.run(orders.process_of, range(12))}

        assert len(seen) == 2
        assert os.getpid() not in seen

    def test_somebody_elses_executor(self) -> None:
        """Any executor will do, and it still works afterwards."""
        with ThreadPoolExecutor(3) as pool:
            with crew(pool, None, None) as workers:
                done = dict(workers.run(orders.doubled, range(20)))
            assert pool.submit(orders.doubled, 4).result() == 8

        assert done == {n: 2 * n for n in range(20)}


class TestBounded:
    """Orders are taken as they can be worked on."""

    def test_few_ahead(self) -> None:
        """No more orders are taken than a few for each worker beyond those that came back."""
        taken: list[int] = []

        def numbers() -> Iterator[int]:
            for number in range(200):
                taken.append(number)
                yield number

        with ThreadPoolExecutor(2) as pool, crew(pool, None, None) as workers:
            for back, _ in enumerate(workers.run(orders.doubled, numbers()), 1):
                assert len(taken) - back < 2 * AHEAD + 1

        assert len(taken) == 200


class TestFaults:
    """What fails is told for its own order; the others are done."""

    @pytest.mark.parametrize("jobs", [1, 2])
    def test_an_error_is_told(self, jobs: int) -> None:
        """An order that raises comes back as a fault that says what was raised."""
        with crew(None, jobs, None) as workers:
            done = dict(workers.run(orders.failing_at_three, range(6)))

        fault = done.pop(3)
        assert fault == Fault("mistake", "a mistake in tipdiff itself: ValueError: three")
        assert done == {n: n for n in (0, 1, 2, 4, 5)}

    def test_the_order_that_kills_is_named(self) -> None:
        """An order that kills each worker it is given to is told, and all others are done."""
        with crew(None, 2, None) as workers:
            done = dict(workers.run(orders.killing_at_seven, range(20)))

        fault = done.pop(7)
        assert isinstance(fault, Fault)
        assert fault.kind == "worker died"
        assert done == {n: 2 * n for n in range(20) if n != 7}

    def test_a_worker_killed_from_outside(self, tmp_path: Path) -> None:
        """What a killed worker was at is done again, once, and nothing is told twice."""
        with crew(None, 2, None) as workers:
            done = list(workers.run(orders.killing_once, [(str(tmp_path), n) for n in range(20)]))

        calls = {n: (tmp_path / str(n)).read_text().count("called") for n in range(20)}
        assert sorted((n, result) for (_, n), result in done) == [(n, 2 * n) for n in range(20)]
        assert calls[7] == 2
        # Only what was in flight beside it may have been begun twice.
        assert sum(calls.values()) <= 20 + 2 * AHEAD

    def test_a_limit_of_memory(self) -> None:
        """An order that takes more than the limit is told; its worker lives on."""
        with crew(None, 1, 1500) as workers:
            done = dict(workers.run(orders.greedy_at_two, range(4)))

        assert done == {0: 0, 1: 1, 2: Fault("memory", "there was not enough memory for it"), 3: 3}

    def test_somebody_elses_pool_breaks(self) -> None:
        """A broken executor of somebody else cannot be made anew: one line says so."""
        with (
            ProcessPoolExecutor(2, mp_context=executors._context()) as pool,
            crew(pool, None, None) as workers,
            pytest.raises(TipdiffError, match="a worker died; what was finished is kept"),
        ):
            list(workers.run(orders.killing_at_seven, range(20)))

    def test_somebody_elses_pool_is_closed(self) -> None:
        """So does one that was shut down."""
        pool = ThreadPoolExecutor(1)
        pool.shutdown()
        with crew(pool, None, None) as workers, pytest.raises(TipdiffError, match="no more work"):
            list(workers.run(orders.doubled, range(3)))

    def test_lost_work(self) -> None:
        """A future that its cluster cancels is no result: one line says so."""

        class Lossy(Executor):
            def submit(self, *_: Any, **__: Any) -> Future[Any]:  # type: ignore[override]
                future: Future[Any] = Future()
                future.cancel()
                future.set_running_or_notify_cancel()
                return future

        with crew(Lossy(), None, None) as workers, pytest.raises(TipdiffError, match="lost"):
            list(workers.run(orders.doubled, range(3)))

    def test_another_version(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A worker with another version of tipdiff gives no results."""
        versions = iter(["2.0", "1.0", "1.0", "1.0"])
        monkeypatch.setattr(executors, "own_version", lambda: next(versions))
        with (
            ThreadPoolExecutor(1) as pool,
            crew(pool, None, None) as workers,
            pytest.raises(TipdiffError, match=r"a worker has tipdiff 1\.0, not 2\.0"),
        ):
            list(workers.run(orders.doubled, [1]))


class TestEnd:
    """Whoever leaves takes the workers along."""

    def test_leaving_early(self) -> None:
        """Leaving while workers are at it ends them at once."""
        start = time.monotonic()
        with crew(None, 2, None) as workers:
            next(workers.run(orders.process_of, range(4)))
            workers._given(orders.slow, 1)

        assert time.monotonic() - start < 30
