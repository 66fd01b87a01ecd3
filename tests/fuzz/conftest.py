"""How many cases a run tried is told at its end, so that the figure is one that was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .running import ran

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Cases of the tests done so far, of every worker.
counts: list[int] = []


@pytest.fixture(autouse=True)
def _counted(record_property: Callable[[str, object], None]) -> Iterator[None]:
    """The cases of a test stand in its report, which reaches the process that sums them."""
    before = ran()
    yield
    record_property("cases", ran() - before)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Sum what the tests ran, when they are wholly done."""
    if report.when == "teardown":
        counts.extend(number for name, number in report.user_properties if name == "cases")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say the sum."""
    terminalreporter.write_line(f"{sum(counts):,} hostile cases were run in {len(counts)} tests")
