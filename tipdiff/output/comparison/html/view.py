"""What a page shows of a comparison, worked out before the template lays it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import fields, frozen

from tipdiff.output.comparison.head import titled
from tipdiff.output.comparison.html.body import Fold, Ghost, Section, SectionBlock, blocks, sections
from tipdiff.output.comparison.html.chart import LENGTH, Bars, bars_of
from tipdiff.output.comparison.html.top import (
    APART,
    STATUSES,
    FigureLine,
    FindingLine,
    Noted,
    Source,
    Stretch,
    bar,
    figures,
    findings_of,
    noted,
    repairs,
    source,
)
from tipdiff.output.options import Options
from tipdiff.output.shared.safe import visible

if TYPE_CHECKING:
    from tipdiff.records import Comparison

__all__ = ["ComparisonView", "Fold", "Ghost", "Section", "view_of"]

#: One column, unchanged text folded.
DEFAULT: Final = Options()


@frozen
class ComparisonView:
    """All that the template needs.

    ``sides`` is what the old and the new report are called beside their text; ``shown``
    and ``left_out`` say how many changes are on the page, and how many are not, because only some
    were asked for; ``columns`` and
    ``unfolded`` say whether it opens with two columns, and with unchanged text shown;
    ``evidence`` whether it has the numbers of each link; ``brief`` whether it holds what to look at
    first and nothing else. ``longest`` is the length of the longest bar of the ``chart``.
    """

    title: str
    reports: tuple[Source, Source]
    sides: tuple[str, str]
    levels: tuple[str, ...]
    bar: tuple[Stretch, ...]
    findings: tuple[FindingLine, ...]
    chart: tuple[Bars, ...]
    longest: float
    figures: tuple[FigureLine, ...]
    sections: tuple[Section, ...]
    contents: tuple[SectionBlock, ...]
    statuses: tuple[str, ...]
    traits: tuple[str, ...]
    moved_sections: int
    shown: int
    left_out: int
    warnings: tuple[str, ...]
    notes: tuple[Noted, ...]
    repairs: tuple[str, ...]
    columns: bool = False
    unfolded: bool = False
    evidence: bool = False
    brief: bool = False


def view_of(comparison: Comparison, options: Options = DEFAULT) -> ComparisonView:
    """Return what the page shows of a comparison, and how it opens."""
    ids = {id(change): f"c{k}" for k, change in enumerate(comparison.changes, 1)}
    old, new = comparison.old, comparison.new
    cables = [cable for edition in (old, new) for cable in edition.cables]
    found = sections(comparison, ids)
    traits = {trait for change in comparison.changes for trait in change.traits}
    count = comparison.summary
    total = sum(getattr(count, each.name) for each in fields(type(count)))
    return ComparisonView(
        visible(titled(old, new)),
        (source("Old", old), source("New", new)),
        _sides(old.year, new.year),
        tuple(dict.fromkeys(visible(cable.classification or "not marked") for cable in cables)),
        tuple(bar(comparison)),
        tuple(findings_of(comparison, ids)),
        bars_of(comparison, ids),
        LENGTH,
        figures(comparison, ids),
        found,
        blocks(found),
        STATUSES if not count.no_counterpart else (*STATUSES, APART),
        tuple(sorted(traits)),
        sum(link.moved for link in comparison.sections),
        len(comparison.changes),
        total - len(comparison.changes),
        tuple(map(visible, comparison.warnings)),
        tuple(noted(comparison, ids)),
        tuple(repairs(comparison)),
        options.sides,
        options.all,
        options.evidence,
        options.brief,
    )


def _sides(old: int | None, new: int | None) -> tuple[str, str]:
    """Return the years as names of the two reports; an edition and its update have one year."""
    if old is None or new is None or old == new:
        return "was", "now"
    return str(old), str(new)
