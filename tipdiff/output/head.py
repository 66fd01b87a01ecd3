"""The head and foot of a comparison in text: who and when, warnings, findings, totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from attrs import fields

from tipdiff.comparison.findings import Finding, findings
from tipdiff.output.figures import named, step
from tipdiff.output.places import cited
from tipdiff.output.words import word_changes

if TYPE_CHECKING:
    from tipdiff.output.page import Page, Run
    from tipdiff.records import Cable, Comparison, Edition, Statement

__all__ = ["write_findings", "write_head", "write_totals"]

#: Longest quotation in a finding, in characters; the whole statement stands further down.
QUOTED: Final = 180
#: Words kept before what a quotation is about, when its beginning is cut.
BEFORE: Final = 6


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
    figures = [f"{named(c.new or c.old)}: {_step(finding, c)}" for c in finding.figures]  # type: ignore[arg-type]
    kind = {"figures": "", "norm": "law: "}.get(finding.kind, f"{finding.kind}: ")
    yield ("head", (kind + "; ".join(figures)).strip())
    yield " "
    yield from _quoted(finding.old, finding.new)
    places = " → ".join(cited(side[:1]) for side in (finding.old, finding.new) if side)
    yield ("dim", f" [{places}]{' (reviewed)' if change.reviewed else ''}")


def _step(finding: Finding, change: object) -> str:
    """Return what became of a figure; that of a statement that went goes without saying so."""
    told = step(change)  # type: ignore[arg-type]
    if finding.kind in {"dropped", "new"}:
        return told.removesuffix(f" ({finding.kind})")
    return told


def _quoted(before: Sequence[Statement], after: Sequence[Statement]) -> Iterator[Run | str]:
    if not (before and after):
        yield f"“{_cut((after or before)[0].text)}”"
        return
    old, new = before[0].text, after[0].text
    pieces = list(word_changes(old, new))
    same = sum(len(text) for kind, text in pieces if kind == "same")
    if same * 2 < len(new):
        yield f"“{_cut(old, QUOTED // 2)}” → “{_cut(new, QUOTED // 2)}”"
        return
    left = QUOTED
    yield "“"
    if pieces[0][0] == "same" and len(pieces) > 1:
        pieces[0] = ("same", _tail(pieces[0][1]))
    for kind, text in pieces:
        if left <= 0:
            yield " ..."
            break
        yield ("" if kind == "same" else kind, _cut(text, left))
        left -= len(text)
    yield "”"


def _tail(text: str) -> str:
    words = text.split()
    if len(words) <= BEFORE:
        return text
    space = " " if text[-1:].isspace() else ""
    return "... " + " ".join(words[-BEFORE:]) + space


def _cut(text: str, most: int = QUOTED) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " ..."


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
