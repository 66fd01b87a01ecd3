"""The walk of one claim: ``python -m benchmarks.walk ["SENTENCE" ...]``.

How often reading a sentence goes from one module to another within ``tipdiff.claims`` and
``tipdiff.language``, and how many modules it comes through. A newcomer who follows a figure through
the code makes the same walk; few modules, come to in an order, make it short.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.claims import extract_claims

if TYPE_CHECKING:
    from types import FrameType

__all__ = ["SENTENCES", "Walk", "walk"]

#: Sentences of the kinds that reports are made of; about an invented country.
SENTENCES: Final = (
    "In 2006 Varonan police arrested 14 smugglers, up from nine in 2005.",
    "Of 31 victims identified, 12 were minors and 19 were women from Ostrel.",
    "The ministry gave 40,000 crowns (about USD 6,000) to the shelter at Port Merrin.",
    "There were no prosecutions under Article 88, which provides for five to ten years in prison.",
)
PACKAGES: Final = ("tipdiff.claims.", "tipdiff.language.")


@frozen
class Walk:
    """What reading a sentence goes through.

    Attributes:
        modules: Modules in the order in which they are first come to.
        moves: Calls from one module into another, by pair.
        calls: Calls within the packages, those inside a module too.

    """

    modules: tuple[str, ...]
    moves: Counter[tuple[str, str]]
    calls: int


def _module(frame: FrameType | None) -> str | None:
    """Return the module of the frame, or of the nearest above it, inside the packages."""
    while frame is not None:
        name = str(frame.f_globals.get("__name__", ""))
        if name.startswith(PACKAGES):
            return name.removeprefix("tipdiff.")
        frame = frame.f_back
    return None


def walk(text: str) -> Walk:
    """Read a sentence and return the walk that it took."""
    modules: dict[str, None] = {}
    moves: Counter[tuple[str, str]] = Counter()
    calls = 0

    def follow(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        if event != "call" or not str(frame.f_globals.get("__name__", "")).startswith(PACKAGES):
            return
        here, before = _module(frame), _module(frame.f_back)
        assert here is not None
        calls += 1
        modules.setdefault(here)
        if before is not None and before != here:
            moves[before, here] += 1

    extract_claims(text)  # tables are loaded, and remembered words are
    sys.setprofile(follow)
    try:
        extract_claims(text)
    finally:
        sys.setprofile(None)
    return Walk(tuple(modules), moves, calls)


def main() -> None:
    """Print the walk of each sentence given, or of the sentences here."""
    for text in sys.argv[1:] or SENTENCES:
        found = walk(text)
        print(
            f"{text}\n  {found.moves.total()} moves between {len(found.modules)} modules, ", end=""
        )
        print(f"{found.calls} calls\n  {' > '.join(found.modules)}")
        for (one, other), times in found.moves.most_common():
            print(f"  {times:4} {one} > {other}")


if __name__ == "__main__":
    main()
