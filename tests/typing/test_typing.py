"""The types of the public face, as a user's type checker sees them, and which names it has."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import tipdiff
import tipdiff.archive

ROOT = Path(__file__).parents[2]


def test_documented_uses() -> None:
    """``mypy --strict`` takes every documented use for what it is, and refuses wrong ones."""
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", str(Path(__file__).with_name("uses.py"))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


class TestAll:
    """``__all__`` is exact."""

    def test_every_name_is_there(self) -> None:
        """Each name can be had, stands once, and in the order of the alphabet."""
        assert all(getattr(tipdiff, name) is not None for name in tipdiff.__all__)
        assert len(set(tipdiff.__all__)) == len(tipdiff.__all__)
        assert set(dir(tipdiff)) == {*tipdiff.__all__, "__version__"}

    def test_type_checkers_see_the_same(self) -> None:
        """What is imported for type checkers is what is public: no more, and no less."""
        tree = ast.parse(Path(str(tipdiff.__file__)).read_text("utf-8"))
        [block] = [
            node
            for node in tree.body
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        ]
        seen = {
            alias.asname or alias.name
            for node in block.body
            if isinstance(node, ast.ImportFrom) and node.module != "typing"
            for alias in node.names
        }

        assert seen == set(tipdiff.__all__)

    def test_the_archive(self) -> None:
        """So is that of the archive."""
        assert all(getattr(tipdiff.archive, name) is not None for name in tipdiff.archive.__all__)
        assert sorted(dir(tipdiff.archive)) == sorted(tipdiff.archive.__all__)
