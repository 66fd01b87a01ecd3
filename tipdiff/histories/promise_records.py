"""A promise, what became of it, and what tells so."""

from __future__ import annotations

from typing import Final, Literal

from attrs import frozen

from tipdiff.histories.records import Thread, Version  # noqa: TC001 (read by from_dict)

__all__ = ["OUTCOMES", "Found", "Outcome", "Promise", "outcome"]

Outcome = Literal[
    "dropped", "no counterpart", "kept", "not kept", "put off", "taken up", "repeated", "first made"
]
#: What can have become of a promise, in the order in which it is told, and what that means.
OUTCOMES: Final[dict[Outcome, str]] = {
    "dropped": "not found in any later report",
    "no counterpart": "not found, but the next report breaks off, lacks the part or no longer asks",
    "not kept": "a later report says that it was not done",
    "put off": "a later report gives a later date, or says that it was put off",
    "kept": "a later report tells the act as done",
    "taken up": "a later report has it in work, or tells of its object, and promises it no more",
    "repeated": "the newest report promises it again",
    "first made": "the newest report is the first that promises it",
}


@frozen
class Found:
    """A later statement beside a promise.

    Attributes:
        thread: Its thread.
        version: What it says, and in which edition.
        likeness: How much of the promise's object it tells of, from 0 to 1.

    """

    thread: Thread
    version: Version
    likeness: float


@frozen
class Promise:
    """A promise, and what became of it.

    Attributes:
        thread: The thread that made it first.
        made: The version that did.
        outcome: What became of it, one of :data:`OUTCOMES`.
        year: The edition that says so: for ``dropped`` and ``no counterpart`` the first that has
            nothing of it, else that of ``answer``; for ``first made`` that of ``made``.
        times: In how many editions it was made.
        twins: The other versions that make it, in the same edition and in later ones.
        answer: The statement that tells what became of it; None where nothing does.
        missing: The editions after ``made`` in which nothing tells of it.
        nearest: The later statement that is most like it, where it was dropped; None if none is
            like it at all.
        figures: Each figure of the promise that the answer gives too, as both have it.
        in_part: Whether the act is done, but on less than half as many as it was promised for.
        part_of: The promise that this one only says more of, where ``answer`` is that one's.

    """

    thread: Thread
    made: Version
    outcome: Outcome
    year: int
    times: int
    twins: tuple[Version, ...] = ()
    answer: Found | None = None
    missing: tuple[int, ...] = ()
    nearest: Found | None = None
    figures: tuple[tuple[str, str], ...] = ()
    in_part: bool = False
    part_of: Version | None = None


def outcome(promise: Promise) -> str:
    """Return what became of a promise in a few words: "kept in 2006", "not found in 2009, 2010"."""
    if promise.missing:
        return f"not found in {', '.join(map(str, promise.missing))}"
    if promise.outcome == "first made":
        return promise.outcome
    return f"{promise.outcome} in {promise.year}"
