"""Halves of words at a line's end."""

from __future__ import annotations

import pytest

from tipdiff.normalise.hyphens import BROKEN


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("a well-known-\nharbour", "well-known"),
        ("x--well-known-\nharbour", "well-known"),
        ("it's-\nso", "it's"),
        ("_port-\nmaster", "port"),
        ("'port-\nmaster", "port"),
    ],
)
def test_first_half_is_all_of_the_word(text: str, first: str) -> None:
    """The half before a line's end goes back to where its word begins."""
    found = BROKEN.search(text)

    assert found is not None
    assert found[1] == first
