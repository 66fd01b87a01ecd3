"""What stands at the head of a page: how much changed, what to look at first, which figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.claims.told import by_how_much, named, quantity
from tipdiff.output.comparison.finding_words import change_of, place_of
from tipdiff.output.shared.citations import sourced
from tipdiff.output.shared.safe import visible

if TYPE_CHECKING:
    from tipdiff.records import ClaimChange, Comparison, Edition

__all__ = [
    "APART",
    "STATUSES",
    "FigureLine",
    "FindingLine",
    "Noted",
    "Source",
    "Stretch",
    "bar",
    "figures",
    "findings_of",
    "noted",
    "repairs",
    "source",
]

#: What each status is called on the page, in the order of the bar.
STATUSES: Final = ("changed", "new", "dropped", "unchanged")
#: What has no counterpart is counted apart, as in the summary.
APART: Final = "no counterpart"
#: Length of the bar in units of its drawing.
LENGTH: Final = 1000


@frozen
class Source:
    """One of the two reports: which, its years, a line for each of its cables, and their ids."""

    which: str
    year: int | None
    covers: int | None
    cables: tuple[str, ...]
    names: tuple[str, ...]


@frozen
class Stretch:
    """A part of the bar: what, how many, and from where to where."""

    name: str
    count: int
    x: float
    width: float
    share: int

    @property
    def css(self) -> str:
        """Return its class in the style."""
        return self.name.replace(" ", "-")


@frozen
class FindingLine:
    """A finding in words, where it rests, and the change that a link leads to."""

    kind: str
    lines: tuple[str, ...]
    place: str
    target: str


@frozen
class FigureLine:
    """A figure that changed. ``apart`` says that its statements are not linked."""

    what: str
    indicator: str
    old: str
    new: str
    way: str
    change: str
    place: str
    target: str
    apart: bool


@frozen
class Noted:
    """A note, and the ids of the changes that it is about."""

    text: str
    targets: tuple[str, ...]


def source(which: str, edition: Edition) -> Source:
    """Return what the page says of a report; ``which`` is what it is called there."""
    cables = tuple(visible(sourced(cable)) for cable in edition.cables)
    names = tuple(visible(cable.id) for cable in edition.cables)
    return Source(which, edition.year, edition.covers, cables, names)


def bar(comparison: Comparison) -> Iterator[Stretch]:
    """Yield the stretches of the bar."""
    count = comparison.summary
    known = {name: getattr(count, name) for name in STATUSES}
    if count.no_counterpart:
        known[APART] = count.no_counterpart
    total = sum(known.values()) or 1
    at = 0.0
    for name, number in known.items():
        width = LENGTH * number / total
        yield Stretch(name, number, round(at, 2), round(width, 2), round(100 * number / total))
        at += width


def findings_of(comparison: Comparison, ids: Mapping[int, str]) -> Iterator[FindingLine]:
    """Yield the findings of the text output; of a change that is not shown there is none."""
    for found in comparison.findings:
        change = change_of(comparison, found)
        if change is not None:
            place = visible(place_of(comparison, found))
            said = tuple(map(visible, found.text.splitlines()))
            yield FindingLine(found.kind, said, place, ids[id(change)])


def figures(comparison: Comparison, ids: Mapping[int, str]) -> tuple[FigureLine, ...]:
    """Return the figures that changed, the largest relative change first.

    What was nothing and is something has changed most; of which no ratio is known, such as ranges,
    comes last. Of a sum in two currencies the local amount tells.
    """
    homes = {s.id: change for change in comparison.changes for s in (*change.old, *change.new)}
    inside = ((claim, change, False) for change in comparison.changes for claim in change.claims)
    across = (
        (link, homes[home], True)
        for link in comparison.claim_links
        if link.new is not None and (home := link.new.statement) in homes
    )
    found: list[tuple[float, FigureLine]] = []
    for claim, change, apart in (*inside, *across):
        old, new = claim.old, claim.new
        if claim.status != "changed" or old is None or new is None or new.equivalent is not None:
            continue
        line = FigureLine(
            visible(named(new)),
            visible(new.indicator or old.indicator or ""),
            visible(quantity(old)),
            visible(quantity(new)),
            "" if not claim.difference else "up" if claim.difference > 0 else "down",
            visible(by_how_much(claim)),
            visible(" → ".join(c.statement for c in (old, new))),
            ids[id(change)],
            apart,
        )
        found.append((_far(claim), line))
    found.sort(key=lambda item: -item[0])
    return tuple(line for _, line in found)


def _far(claim: ClaimChange) -> float:
    """Return the relative change of a figure."""
    if claim.ratio is None:
        return float("inf") if claim.difference else 0.0
    return abs(claim.ratio - 1)


def noted(comparison: Comparison, ids: Mapping[int, str]) -> Iterator[Noted]:
    """Yield the notes, with where to look."""
    homes = {s.id: ids[id(c)] for c in comparison.changes for s in (*c.old, *c.new)}
    for note in comparison.notes:
        known = dict.fromkeys(homes[name] for name in note.statements if name in homes)
        yield Noted(visible(note.message), tuple(known))


def repairs(comparison: Comparison) -> Iterator[str]:
    """Yield what the reader repaired or did not understand, with file and line."""
    for edition in (comparison.old, comparison.new):
        for each in edition.diagnostics:
            yield visible(f"{each.source}:{each.line}: {each.kind}: {each.message}")
