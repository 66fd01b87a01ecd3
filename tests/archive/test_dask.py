"""A real Dask cluster of several processes builds the same archive, also where one is killed."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.archive.whole import assert_sound, folder_of, rows_of
from tipdiff.archive.building import build
from tipdiff.archive.cluster import executor_at
from tipdiff.archive.records import Built, Progress  # noqa: TC001 (so is all else here)
from tipdiff.archive.store import Store
from tipdiff.errors import TipdiffError

distributed = pytest.importorskip("distributed")

pytestmark = pytest.mark.filterwarnings("ignore")  # what Dask says of a machine that is busy


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of reports."""
    few = ("karst", "ostrel", "quillon", "tessaly")
    return folder_of(tmp_path_factory.mktemp("folder") / "reports", *few)


@pytest.fixture(scope="module")
def expected(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of it, built by this process alone."""
    target = tmp_path_factory.mktemp("expected") / "a.db"
    build(folder, target, jobs=1)
    return target


@pytest.fixture
def cluster() -> Iterator[Any]:
    """A cluster of two worker processes."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as made:
        yield made


@pytest.fixture
def puts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The collections that are written, in order."""
    written: list[str] = []
    put = Store.put

    def counted(self: Store, built: Built) -> None:
        written.append(built.collection)
        put(self, built)

    monkeypatch.setattr(Store, "put", counted)
    return written


class TestCluster:
    """``--dask``."""

    def test_same_rows_though_a_worker_is_killed(
        self, cluster: Any, folder: Path, expected: Path, tmp_path: Path, puts: list[str]
    ) -> None:
        """A worker killed in the middle of its work: that is done again, and written once."""
        killed: list[int] = []

        def kill(at: Progress) -> None:
            if at.stage == "comparing" and not killed:
                worker = next(iter(cluster.workers.values()))
                killed.append(worker.pid)
                os.kill(worker.pid, signal.SIGKILL)

        with executor_at(cluster.scheduler_address) as executor:
            summary = build(folder, tmp_path / "a.db", executor, kill, ship_texts=True)

        assert len(killed) == 1
        assert len(puts) == len(set(puts)) == summary.archive.collections
        assert rows_of(tmp_path / "a.db") == rows_of(expected)
        assert_sound(tmp_path / "a.db")

    def test_at_the_command_line(
        self,
        cluster: Any,
        folder: Path,
        expected: Path,
        tmp_path: Path,
        capfd: pytest.CaptureFixture[str],
    ) -> None:
        """The command takes the scheduler's address."""
        from tipdiff.cli import main

        target = str(tmp_path / "a.db")
        told = ["archive", "build", str(folder), "--into", target, "--quiet"]

        assert main([*told, "--dask", cluster.scheduler_address]) == 1
        assert rows_of(tmp_path / "a.db") == rows_of(expected)
        assert capfd.readouterr().out == ""


class TestNoCluster:
    """What is told where there is none."""

    def test_nobody_answers(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """An address where nobody answers is told in one line."""
        monkeypatch.setattr("tipdiff.archive.cluster.PATIENCE", 1)
        with (
            pytest.raises(TipdiffError, match="no Dask scheduler answers"),
            executor_at("tcp://127.0.0.1:9"),
        ):
            pass

    def test_not_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without Dask the extra is named."""
        monkeypatch.setitem(sys.modules, "distributed", None)
        with pytest.raises(TipdiffError, match=r"tipdiff\[dask\]"), executor_at("tcp://x:1"):
            pass
