"""The version stands once, and the changelog tells what it brought."""

from __future__ import annotations

import re
from pathlib import Path

import tipdiff

CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"


def test_the_changelog_opens_with_this_version() -> None:
    """Below what is not released stands the version that the package has, with its day."""
    heads = re.findall(r"^## (.+)$", CHANGELOG.read_text("utf-8"), re.MULTILINE)

    assert heads[0] == "Unreleased"
    assert re.fullmatch(re.escape(tipdiff.__version__) + r" - \d{4}-\d\d-\d\d", heads[1])
