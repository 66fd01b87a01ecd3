"""What a build tells at its end: what there is now, what was done, what failed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from attrs import asdict, frozen

from tipdiff.archive.store import Tally  # noqa: TC001 (read at run time, as the other records)

__all__ = ["SCHEMA", "Summary"]

#: What the JSON of a summary says that it is.
SCHEMA: Final = "tipdiff/archive-summary/1"


@frozen
class Summary:
    """What a build did, and what the archive holds after it.

    Attributes:
        archive: How much it holds.
        compared: How many comparisons this build made.
        reused: How many it took over, though something else in their collection was new.
        worked_on: How many collections this build worked on.
        as_before: How many it did not touch, since nothing of theirs had changed.

    """

    archive: Tally
    compared: int
    reused: int
    worked_on: int
    as_before: int

    @property
    def files(self) -> int:
        """Return how many files the folder has."""
        return sum(self.archive.outcomes.values())

    @property
    def failed(self) -> int:
        """Return how many problems there are that are no mere warnings."""
        return sum(self.archive.failed.values())

    def to_json(self) -> str:
        """Return it as JSON."""
        own = {name: value for name, value in asdict(self).items() if name != "archive"}
        data = {"schema": SCHEMA, "files": self.files, **asdict(self.archive), **own}
        return json.dumps(data, indent=2)

    def to_text(self) -> str:
        """Return it in some lines."""
        has = self.archive
        left = has.pairs - self.compared - self.reused
        lines = [
            f"{_many(self.files, 'file')}: {_counts(has.outcomes)}",
            f"{_many(has.reports, 'report')} in {_many(has.collections, 'collection')}"
            f" of {_many(has.countries, 'country', 'countries')}",
            f"{_many(has.pairs, 'pair')}: {self.compared} compared, {self.reused} reused, {left} in"
            " collections left as they were",
        ]
        if has.failed:
            lines.append(f"{self.failed} failed: {_counts(has.failed)}")
        if has.warnings:
            told = _many(sum(has.warnings.values()), "warning")
            lines.append(f"{told}: {_counts(has.warnings)}")
        if has.failed or has.warnings:
            lines.append("`tipdiff archive problems` lists them")
        return "\n".join(lines) + "\n"


def _many(count: int, one: str, more: str | None = None) -> str:
    return f"{count} {one if count == 1 else more or f'{one}s'}"


def _counts(by_name: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in by_name.items()) or "none"
