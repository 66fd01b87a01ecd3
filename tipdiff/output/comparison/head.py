"""The head and foot of a comparison in text: who and when, warnings, findings, totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from attrs import fields

from tipdiff.comparison.findings import Finding, findings
from tipdiff.output.comparison.finding_words import figures_of, kind_of
from tipdiff.output.shared.citations import cited
from tipdiff.output.shared.excerpts import cut, excerpt
from tipdiff.output.shared.word_diff import marked_inside

if TYPE_CHECKING:
    from tipdiff.output.shared.terminal import Page, Run
    from tipdiff.records import Cable, Comparison, Edition, Statement

__all__ = ["write_findings", "write_head", "write_totals"]

#: Longest quotation in a finding, in characters; the whole statement stands further down.
QUOTED: Final = 180
#: What stands for words that were cut off.
MORE: Final = "..."


def write_head(page: Page, comparison: Comparison) -> None:
    """Write who and when, the sources and their classification, and the warnings."""
    old, new = comparison.old, comparison.new
    country = new.country or old.country or "(country not known)"
    page.line(("head", f"{country}: {_year(old)} → {_year(new)}"))
    for which, edition in (("old", old), ("new", new)):
        covers = "" if edition.covers is None else f", covers {edition.covers}"
        page.line(f"{which}  edition {_year(edition)}{covers}", indent=2)
        for cable in edition.cables:
            page.line(_cable(cable), indent=7, hang=9)
    levels = dict.fromkeys(
        cable.classification or "not marked" for e in (old, new) for cable in e.cables
    )
    page.line(f"classification of the sources: {'; '.join(levels)}", indent=2)
    for warning in comparison.warnings:
        page.line(("warn", "warning:"), " ", warning, indent=2, hang=4)
    for note in comparison.notes:
        page.line(("warn", "note:"), " ", note.message, indent=2, hang=4)
    page.rule()


def _year(edition: Edition) -> str:
    return "?" if edition.year is None else str(edition.year)


def _cable(cable: Cable) -> str:
    facts = [
        cable.id,
        cable.date or "no date",
        cable.post or "no post",
        cable.classification or "not marked",
    ]
    if cable.part is not None:
        facts.append(f"part {cable.part}" + (f" of {cable.parts}" if cable.parts else ""))
    if cable.supersedes:
        facts.append(f"supersedes {cable.supersedes}")
    if cable.source:
        facts.append(f"from {cable.source}")
    return ", ".join(facts)


def write_findings(page: Page, comparison: Comparison) -> None:
    """Write the few changes to look at first, each cited."""
    found = findings(comparison)
    if not found:
        return
    page.line(("head", "Findings"))
    for number, finding in enumerate(found, 1):
        page.line(f"{number:2}. ", *_told(finding), indent=1, hang=5)
    page.rule()


def _told(finding: Finding) -> Iterator[Run | str]:
    """Yield a finding: its kind, its figures, a quotation, and where it stands."""
    change = finding.change
    kind = kind_of(finding)
    yield ("head", f"{kind and kind + ': '}{figures_of(finding)}".strip())
    yield " "
    yield from _quoted(finding.old, finding.new)
    places = " → ".join(cited(side[:1]) for side in (finding.old, finding.new) if side)
    yield ("dim", f" [{places}]{' (reviewed)' if change.reviewed else ''}")


def _quoted(before: Sequence[Statement], after: Sequence[Statement]) -> Iterator[Run | str]:
    if not (before and after):
        yield f"“{cut((after or before)[0].text, QUOTED, MORE)}”"
        return
    old, new = before[0].text, after[0].text
    pieces = marked_inside(old, new)
    if pieces is None:
        yield f"“{cut(old, QUOTED // 2, MORE)}” → “{cut(new, QUOTED // 2, MORE)}”"
        return
    yield "“"
    for kind, text in excerpt(pieces, QUOTED, MORE):
        yield ("" if kind == "same" else kind, text)
    yield "”"


def write_totals(page: Page, comparison: Comparison) -> None:
    """Write how many changes there are of each status and trait."""
    count = comparison.summary
    page.line(
        ("head", "Totals"),
        f"  {count.new} new, {count.changed} changed, {count.dropped} dropped, "
        f"{count.unchanged} unchanged",
    )
    if count.no_counterpart:
        page.line(f"{count.no_counterpart} without counterpart, counted apart", indent=8)
    total = sum(getattr(count, field.name) for field in fields(type(count)))
    if len(comparison.changes) < total:
        page.line(f"{len(comparison.changes)} of {total} changes are shown", indent=8)
        return
    traits = Counter(
        trait
        for change in comparison.changes
        if "no-counterpart" not in change.traits
        for trait in change.traits
    )
    if traits:
        page.line(", ".join(f"{trait} {n}" for trait, n in sorted(traits.items())), indent=8)
    moved = sum(link.moved for link in comparison.sections)
    if moved:
        page.line(f"{moved} section{'s' * (moved > 1)} moved", indent=8)
    if not comparison.differs:
        page.line("Nothing changed.", indent=8)
