"""Each mistake is told with its texts; where there is none, nothing is."""

from __future__ import annotations

import tipdiff
from benchmarks.endtoend import told_of
from benchmarks.gold import Gold
from benchmarks.mistakes import mistakes

OLD = "Police in Varona arrested three men at the ferry."
NEW = "Police in Varona arrested nine men at the ferry."


def told(kind: str, new: str) -> list[str]:
    """Compare two reports of one statement, linked in the gold as ``kind``."""
    links = [{"old": [0], "new": [0], "kind": kind, "moved": False}]
    figures = [{"link": 0, "old": 3, "new": 9, "counted": "men arrested"}]
    gold = Gold(
        "varona",
        (OLD,),
        (new,),
        frozenset({(0, 0)}),
        frozenset(),
        frozenset(),
        {"links": links, "figures": figures if kind == "figures" else [], "near_misses": []},
    )
    reports = [
        tipdiff.read(f"{text}\n", country="Varona", year=year)
        for text, year in ((OLD, 2004), (new, 2005))
    ]
    return list(mistakes(gold, told_of(gold, *reports, tipdiff.compare(*reports))))


class TestMistakes:
    """What a comparison gets wrong."""

    def test_none(self) -> None:
        """A change told as the gold has it is no mistake."""
        assert told("figures", NEW) == []

    def test_told_otherwise(self) -> None:
        """A change told as of another kind stands with what was said and both texts."""
        lines = told("strength", NEW)

        assert lines[0].startswith("strength: told as changed figures")
        assert lines[1:] == [f"    old 0: {OLD}", f"    new 0: {NEW}"]

    def test_not_linked(self) -> None:
        """A link of the gold that was not found is told as such."""
        assert told("rewritten", "Ships are registered abroad.")[0] == "rewritten: not linked"
