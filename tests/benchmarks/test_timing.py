"""Clocks: calls in turns, and commands that must end as they should."""

from __future__ import annotations

import sys

import pytest

from benchmarks.timing import alternating, command


class TestAlternating:
    """Clocks in turns."""

    def test_in_turns(self) -> None:
        """Each is called once untimed, then all in turns."""
        called: list[str] = []
        took = alternating(
            {"one": lambda: called.append("one"), "two": lambda: called.append("two")}, runs=2
        )

        assert called == ["one", "two"] * 3
        assert list(took) == ["one", "two"]


class TestCommand:
    """Whole commands."""

    def test_an_allowed_end(self, capfd: pytest.CaptureFixture[str]) -> None:
        """A command may end with any allowed code; its output is thrown away."""
        command(
            [sys.executable, "-c", "print(1); raise SystemExit(1)"], allowed=frozenset({0, 1})
        )()

        assert capfd.readouterr().out == ""

    def test_another_end(self) -> None:
        """Any other code stops the clock; what the command said may name this machine's folders."""
        run = command(
            [sys.executable, "-c", "import sys; sys.exit('no cable')"], allowed=frozenset({0})
        )

        with pytest.raises(RuntimeError, match="failed with exit 1"):
            run()

    def test_a_failure_that_looks_allowed(self) -> None:
        """Python's own failures end with 1 too; they print no result."""
        run = command([sys.executable, "-m", "no_such_module"], allowed=frozenset({0, 1}))

        with pytest.raises(RuntimeError, match="failed with exit 1"):
            run()
