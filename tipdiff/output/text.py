"""A comparison as text: what to look at first, then every change by section of the new report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, Literal

from tipdiff.output.explained import explained
from tipdiff.output.figures import named, step
from tipdiff.output.head import write_findings, write_head, write_totals
from tipdiff.output.page import Page, Run
from tipdiff.output.places import cited, heading, headings
from tipdiff.output.words import word_changes

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.records import Change, ClaimChange, Comparison, Section, SectionLink, Statement

__all__ = ["comparison_text"]

#: Share of a statement's letters that must have stayed for its words to be marked inside it; below
#: it the old and the new text are shown one after the other, since marks would be a thicket.
REWRITTEN: Final = 0.5
#: Columns that the mark of a change takes, and that what belongs to it is indented by.
INDENT: Final = 2
TEXT: Final = 4
#: Said of a heading under which nothing is left.
GONE: Final = "  (of the old report)"

Place = tuple[Literal["old", "new"], "Section"]
"""A section, and of which report it is."""


def comparison_text(comparison: Comparison, options: Options) -> str:
    """Return a comparison as text for a terminal, a mail or a file.

    Args:
        comparison: A comparison.
        options: Width, styles, whether unchanged text is shown in full, and whether evidence is.

    Returns:
        The text. Marks: ``+`` new, ``-`` dropped, ``~`` changed, ``>`` moved word for word, ``=``
        unchanged. Nothing in it acts on a terminal but the styles, if they are asked for.

    """
    page = Page(options)
    write_head(page, comparison)
    write_findings(page, comparison)
    _Body(page, comparison, options).write()
    page.rule()
    write_totals(page, comparison)
    return page.text()


class _Body:
    """The changes in the order of the new report, under its headings."""

    def __init__(self, page: Page, comparison: Comparison, options: Options) -> None:
        self._page = page
        self._comparison = comparison
        self._options = options
        self._folded = 0
        self._apart = 0
        self._at: Place | None = None
        self._headed: Place | None = None
        links = comparison.sections
        self._was: dict[Section, list[SectionLink]] = {}
        for link in links:
            if link.new is not None:
                self._was.setdefault(link.new, []).append(link)
        self._goes = {link.old: link.new for link in links if link.old is not None}

    def write(self) -> None:
        for change in self._comparison.changes:
            self._enter(self._place(change))
            if self._folds(change):
                self._folded += 1
            elif self._incomparable(change):
                self._apart += 1
            else:
                self._flush()
                self._head()
                self._write(change)
        self._flush()

    def _place(self, change: Change) -> Place:
        """Return under which heading a change is told."""
        if change.new:
            return "new", change.new[0].section
        section = change.old[0].section
        stands = self._goes.get(section) is not None or not section
        if self._at is None:
            return ("new", section) if stands else ("old", section)
        return self._at if stands else ("old", section)

    def _enter(self, place: Place) -> None:
        if place != self._at:
            self._flush()
            self._at = place

    def _folds(self, change: Change) -> bool:
        if self._options.all or change.status != "unchanged":
            return False
        return not {"moved", "carried-over"} & set(change.traits)

    def _incomparable(self, change: Change) -> bool:
        """Whether the other report lacks the very part that a statement belongs to."""
        if self._options.all or "no-counterpart" not in change.traits:
            return False
        other = self._comparison.old if change.new else self._comparison.new
        return bool(other.missing_parts)

    def _flush(self) -> None:
        """Tell how much was folded since the last change shown."""
        if self._folded or self._apart:
            self._head()
        if self._folded:
            self._page.line(("=", f"= {self._folded} unchanged"), indent=INDENT)
        if self._apart:
            text = f"? {self._apart} without counterpart: the other report lacks the part"
            self._page.line(("=", text), indent=INDENT)
        self._folded = self._apart = 0

    def _head(self) -> None:
        if self._at == self._headed or self._at is None:
            return
        self._headed = self._at
        which, section = self._at
        self._page.rule()
        origin = self._origin(section) if which == "new" else [("dim", GONE)]
        self._page.line(("head", heading(section)), *origin, hang=2)

    def _origin(self, section: Section) -> Iterator[Run | str]:
        """Yield where a section stood before, if its name or place is another one."""
        links = self._was.get(section, ())
        before = [link.old for link in links if link.old is not None]
        if not before:
            if links:
                yield ("dim", "  (new section)")
            return
        same = any(_alike(old, section) for old in before)
        told = [] if same else [f"was {headings(before)}"]
        told += ["moved"] if any(link.moved for link in links) else []
        if told:
            yield ("dim", f"  ({', '.join(told)})")

    def _write(self, change: Change) -> None:
        mark = _mark(change)
        label = ", ".join((change.status, *change.traits))
        label += " (reviewed)" if change.reviewed else ""
        places = " → ".join(cited(side) for side in (change.old, change.new) if side)
        self._page.line((mark, f"{mark} "), label, "  ", ("dim", places), indent=INDENT, hang=TEXT)
        if "moved" in change.traits and change.old:
            origin = f"stood in {heading(change.old[0].section)}"
            self._page.line(("dim", origin), indent=TEXT, hang=TEXT + 2)
        self._texts(change)
        for claim in change.claims:
            if change.status == "changed" and claim.status != "unchanged":
                self._page.line("figure: ", *_figure(claim), indent=TEXT, hang=TEXT + 2)
        if self._options.explain:
            for line in explained(change):
                self._page.line(("dim", line), indent=TEXT, hang=TEXT + 2)

    def _texts(self, change: Change) -> None:
        if change.status != "changed":
            text = _joined(change.new or change.old)
            self._page.line(text, indent=TEXT)
            return
        old, new = _joined(change.old), _joined(change.new)
        pieces = word_changes(old, new)
        kept = sum(len(text) for kind, text in pieces if kind == "same")
        if kept < REWRITTEN * max(len(old), len(new)):
            self._page.line(("-", "was:"), " ", old, indent=TEXT, hang=TEXT + 5)
            self._page.line(("+", "now:"), " ", new, indent=TEXT, hang=TEXT + 5)
            return
        runs = [("" if kind == "same" else kind, text) for kind, text in pieces]
        self._page.line(*runs, indent=TEXT)


def _alike(one: Section, other: Section) -> bool:
    return [part.casefold() for part in one] == [part.casefold() for part in other]


def _mark(change: Change) -> str:
    if change.status == "unchanged":
        return ">" if "moved" in change.traits else "="
    return {"new": "+", "dropped": "-", "changed": "~"}[change.status]


def _joined(statements: Sequence[Statement]) -> str:
    """Return the text of some statements; copies are told once."""
    return " / ".join(dict.fromkeys(statement.text for statement in statements))


def _figure(change: ClaimChange) -> Iterator[Run | str]:
    claim = change.new or change.old
    if claim is not None:
        yield f"{named(claim)}: "
        yield ("head", step(change))
        if claim.indicator:
            yield ("dim", f" [{claim.indicator}]")
