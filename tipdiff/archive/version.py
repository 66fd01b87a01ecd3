"""Which tipdiff this is: results of another are made anew."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version

__all__ = ["own_version"]


@cache
def own_version() -> str:
    """Return the version of the installed tipdiff; ``unknown`` where it runs uninstalled."""
    try:
        return version("tipdiff")
    except PackageNotFoundError:
        return "unknown"
