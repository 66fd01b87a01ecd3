"""An archive: every report of a folder tree compared, and the results kept in a database."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tipdiff.archive.building import build
    from tipdiff.archive.queries import Archive
    from tipdiff.archive.queries import open_archive as open  # noqa: A004 the public name
    from tipdiff.archive.records import Progress, Settings
    from tipdiff.archive.summary import Summary

__all__ = ["Archive", "Progress", "Settings", "Summary", "build", "open"]

#: Where each public name comes from, and what it is called there.
_HOMES = {
    "Archive": ("tipdiff.archive.queries", "Archive"),
    "Progress": ("tipdiff.archive.records", "Progress"),
    "Settings": ("tipdiff.archive.records", "Settings"),
    "Summary": ("tipdiff.archive.summary", "Summary"),
    "build": ("tipdiff.archive.building", "build"),
    "open": ("tipdiff.archive.queries", "open_archive"),
}


if not TYPE_CHECKING:  # a type checker knows the names, and tells of those that are none

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module 'tipdiff.archive' has no attribute {name!r}")
        module, inner = _HOMES[name]
        value: object = getattr(import_module(module), inner)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__
