"""The repository's own fixtures: every country's folder, and its editions as reports."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import tipdiff
from tipdiff.reading.sources import documents

if TYPE_CHECKING:
    from tipdiff.records import Report

ROOT = Path(__file__).parents[2] / "fixtures"
#: Endings of files whose text has to be taken out.
CONTAINERS = {".eml", ".pdf"}
#: Folders that hold no country: what the fixtures are measured against, and what cannot be read.
OTHERS = {"gold", "hostile", "promises"}
FOLDERS = sorted(path for path in ROOT.iterdir() if path.is_dir()) if ROOT.is_dir() else []
COUNTRIES = [path.name for path in FOLDERS if path.name not in OTHERS]
HOSTILE = sorted(ROOT.glob("hostile/*"))


@cache
def editions(country: str) -> tuple[Report, ...]:
    """All editions of one country of the fixtures, oldest first."""
    return tuple(tipdiff.read_all(ROOT / country))


def successive(country: str) -> list[tuple[Report, Report]]:
    """Each edition with the next."""
    return list(pairwise(editions(country)))


def decoded(data: bytes) -> str:
    """A file's characters, by its byte order mark, else as UTF-8, else as a western code page."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def sources(country: str) -> dict[str, str]:
    """The decoded files of one country by base name."""
    found = {}
    for path in sorted((ROOT / country).rglob("*")):
        if path.is_file():
            found[path.name] = (
                documents([path])[0].raw  # what a container holds is its reader's to say
                if path.suffix in CONTAINERS
                else decoded(path.read_bytes())
            )
    return found
