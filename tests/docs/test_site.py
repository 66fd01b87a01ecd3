"""The pages as Sphinx builds them."""

from __future__ import annotations

import re
from pathlib import Path

import tipdiff

ROOT = Path(__file__).parents[2]


class TestReference:
    """The page of the Python names."""

    def test_every_public_name_is_there(self) -> None:
        """What a script may rely on is explained, once, and nothing else is."""
        page = (ROOT / "docs" / "reference" / "api.md").read_text("utf-8")
        told = re.findall(r"^\.\. auto\w+:: (?:tipdiff\.)?(\w+)$", page, re.MULTILINE)

        assert sorted(told) == sorted(tipdiff.__all__)
