"""What has no counterpart because the other report lost the text where it would stand.

A line that was lost in transmission hides what stood there: what the other report says between the
statements before and after it may still be said, and is neither dropped nor new. The same goes for
what is left of a sentence at the edge of the loss.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tipdiff.records import Link, Mark, Report

__all__ = ["hidden", "losses"]


def losses(report: Report) -> list[Mark]:
    """Return the marks where text of a report was lost."""
    return [mark for mark in report.marks if mark.kind == "lost"]


def hidden(
    report: Report, other: Report, links: Sequence[Link], *, other_is_new: bool
) -> frozenset[str]:
    """Return the ids of statements of ``report`` that a loss in either report may hide.

    Args:
        report: The report that has the statements.
        other: The report they are compared with.
        links: The links of the two.
        other_is_new: Whether ``other`` is the newer one.

    """
    found = set(_torn(report))
    marks = losses(other)
    # Of the other's statements: the first and the last of their partners in the report. All of
    # them would be a square of what a report says alike.
    partners: dict[int, tuple[int, int]] = {}
    for link in links if marks else ():
        here, there = (link.old, link.new) if other_is_new else (link.new, link.old)
        for k in there if here else ():
            known = partners.get(k, (here[0], here[0]))
            partners[k] = min(*known, *here), max(*known, *here)
    for mark in marks:
        first, last = _between(mark, other, partners, len(report.statements))
        found.update(s.id for s in report.statements[first:last])
    return frozenset(found)


def _between(
    mark: Mark, other: Report, partners: Mapping[int, tuple[int, int]], size: int
) -> tuple[int, int]:
    """Return the range of statements between the partners of those around a loss."""
    before, after = _around(mark, other)
    first = next((partners[k][1] + 1 for k in range(before, -1, -1) if k in partners), 0)
    last = next(
        (partners[k][0] for k in range(after, len(other.statements)) if k in partners), size
    )
    return first, max(first, last)


def _around(mark: Mark, report: Report) -> tuple[int, int]:
    """Return the indexes of the statements before and after a mark, -1 and the number of all."""
    own = [k for k, s in enumerate(report.statements) if s.source == mark.source]
    before = [k for k in own if report.statements[k].span[1] <= mark.span[0]]
    after = [k for k in own if report.statements[k].span[0] >= mark.span[1]]
    fallback = before[-1] + 1 if before else 0
    return (before[-1] if before else (own[0] if own else 0) - 1), (after[0] if after else fallback)


def _torn(report: Report) -> Iterator[str]:
    """Yield the statements of a report that a loss of its own has cut."""
    for mark in losses(report):
        before, after = _around(mark, report)
        if before >= 0 and not report.statements[before].text.endswith((".", "!", "?", ":")):
            yield report.statements[before].id
        if after < len(report.statements) and report.statements[after].text[:1].islower():
            yield report.statements[after].id
