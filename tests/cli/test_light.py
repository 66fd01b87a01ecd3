"""What a start loads: help and settings need neither numbers nor the reader of reports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
#: What only a command that reads reports may load.
HEAVY = ("numpy", "rapidfuzz", "matplotlib", "jinja2", "tipdiff.reading", "tipdiff.claims")
PROGRAM = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tipdiff.cli import main
main(sys.argv[1:])
print(sorted(set(sys.modules) & {set(HEAVY)!r}), file=sys.stderr)
"""


@pytest.mark.parametrize("settings", ["", "width = 60\n", "[diff]\nall = true\n"])
@pytest.mark.parametrize("command", [["--help"], ["diff", "--help"], ["--version"]])
def test_help_loads_no_reader(tmp_path: Path, settings: str, command: list[str]) -> None:
    """Help comes at once, also beside a file of settings."""
    if settings:
        (tmp_path / "tipdiff.toml").write_text(settings, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *command],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )

    assert done.stderr == "[]\n"
