"""The head and foot of a comparison in text: who and when, warnings, findings, totals."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import fields

from tipdiff.comparison.comparable import countries_differ
from tipdiff.output.comparison.finding_words import place_of, reviewed

if TYPE_CHECKING:
    from tipdiff.output.shared.terminal import Page
    from tipdiff.records import Cable, Comparison, Edition

__all__ = ["titled", "totals", "write_findings", "write_head", "write_notes", "write_totals"]


def write_head(page: Page, comparison: Comparison) -> None:
    """Write who and when, the sources and their classification, and the warnings."""
    old, new = comparison.old, comparison.new
    page.line(("head", titled(old, new)))
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
    page.rule()


def titled(old: Edition, new: Edition) -> str:
    """Return the country and the editions as a title: an arrow where time runs that way.

    Where the editions are of two countries, each bears its own.
    """
    was, now = _year(old), _year(new)
    country = f"{new.country or old.country or '(country not known)'}: "
    if countries_differ(old, new):
        was, now, country = f"{old.country} {was}", f"{new.country} {now}", ""
    if old.year is not None and new.year is not None and old.year > new.year:
        return f"{country}{now} compared with {was}, the later edition given as the old"
    return f"{country}{was} → {now}"


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
    """Write the few things to look at first, each cited."""
    if not comparison.findings:
        return
    page.line(("head", "Findings"))
    for number, finding in enumerate(comparison.findings, 1):
        mark = " (reviewed)" if reviewed(comparison, finding) else ""
        first, *more = finding.text.splitlines()
        page.line(f"{number:2}. ", ("head", f"{finding.kind}:"), " ", first, indent=1, hang=5)
        for line in more:
            page.line(line, indent=5, hang=5)
        page.line(("dim", f"[{place_of(comparison, finding)}]{mark}"), indent=5, hang=5)
    page.rule()


def write_notes(page: Page, comparison: Comparison) -> None:
    """Write what is worth a look and no change: after what changed."""
    if not comparison.notes:
        return
    page.line(("head", "Notes"))
    for note in comparison.notes:
        page.line(note.message, indent=2, hang=4)
    page.rule()


def totals(comparison: Comparison) -> str:
    """Return how many changes there are of each status, in a line."""
    count = comparison.summary
    apart = f"; {count.no_counterpart} without counterpart" if count.no_counterpart else ""
    return (
        f"Totals: {count.new} new, {count.changed} changed, {count.dropped} dropped, "
        f"{count.unchanged} unchanged{apart}."
    )


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
