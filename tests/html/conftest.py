"""A headless browser, and the page of a test module opened in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .opened import launched, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless browser."""
    with launched() as found:
        yield found


@pytest.fixture
def page(browser: Browser, path: Path) -> Iterator[Page]:
    """The module's page (its fixture ``path``), opened from disk: it must never complain."""
    with opened(browser, path) as found:
        yield found
