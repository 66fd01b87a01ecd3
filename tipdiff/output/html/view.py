"""What a page shows of a comparison, worked out before the template lays it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from tipdiff.comparison.findings import Finding, findings
from tipdiff.output.explained import explained
from tipdiff.output.figures import named, quantity, step
from tipdiff.output.outline import Group, comparable, outline
from tipdiff.output.places import cited, heading
from tipdiff.output.safe import visible
from tipdiff.output.words import Piece, marked_sides, word_changes
from tipdiff.text import NUMBER_WORDS

if TYPE_CHECKING:
    from tipdiff.records import Change, ClaimChange, Comparison, Statement

__all__ = ["Fold", "Ghost", "Row", "Section", "View", "view_of"]

#: Share of a statement's letters that must have stayed for its words to be marked inside it.
REWRITTEN: Final = 0.5
#: What each status is called on the page, in the order of the bar.
STATUSES: Final = ("changed", "new", "dropped", "unchanged")
#: A figure among words that went or came, in digits or spelt out.
_FIGURE: Final = re.compile(
    rf"\b(?:\d[\d,.]*\d|\d|{'|'.join(sorted(NUMBER_WORDS))})\b", re.IGNORECASE
)
#: Longest quotation in a finding, in characters.
QUOTED: Final = 220


@frozen
class Mark:
    """Some words of a statement: ``kind`` is ``same``, ``old`` or ``new``."""

    kind: str
    text: str
    figure: bool


@frozen
class Row:
    """One change as the page shows it."""

    id: str
    change: Change
    label: str
    places: tuple[tuple[str, str], ...]
    inline: tuple[Mark, ...]
    old: tuple[tuple[Mark, ...], ...]
    new: tuple[tuple[Mark, ...], ...]
    figures: tuple[str, ...]
    claims: tuple[str, ...]
    why: tuple[str, ...]
    where: tuple[str, ...]
    stood: str
    came_from: str
    kind: str = "row"

    @property
    def words(self) -> str:
        """Return the names by which the page's filter finds the change."""
        return " ".join((self.change.status, *self.change.traits))


@frozen
class Fold:
    """Unchanged statements, or such as have no counterpart, folded to a line."""

    label: str
    rows: tuple[Row, ...]
    kind: str = "fold"


@frozen
class Ghost:
    """The place that a moved statement left, with the change it is told in."""

    id: str
    target: str
    text: str
    kind: str = "ghost"


@frozen
class Section:
    """A heading with all that stands under it."""

    id: str
    title: str
    origin: str
    items: tuple[Row | Fold | Ghost, ...]


@frozen
class View:
    """All that the template needs."""

    title: str
    comparison: Comparison
    levels: tuple[str, ...]
    bar: tuple[Mapping[str, object], ...]
    findings: tuple[Mapping[str, str], ...]
    figures: tuple[Mapping[str, str], ...]
    sections: tuple[Section, ...]
    traits: tuple[str, ...]
    warnings: tuple[str, ...]
    repairs: tuple[str, ...]
    totals: Mapping[str, int] = field(factory=dict)


def view_of(comparison: Comparison) -> View:
    """Return what the page shows of a comparison."""
    ids = {id(change): f"c{k}" for k, change in enumerate(comparison.changes, 1)}
    old, new = comparison.old, comparison.new
    country = new.country or old.country or "(country not known)"
    cables = [cable for edition in (old, new) for cable in edition.cables]
    traits = sorted({trait for change in comparison.changes for trait in change.traits})
    count = comparison.summary
    return View(
        visible(f"{country}: {old.year or '?'} → {new.year or '?'}"),
        comparison,
        tuple(dict.fromkeys(visible(cable.classification or "not marked") for cable in cables)),
        tuple(_bar(comparison)),
        tuple(_finding(found, ids) for found in findings(comparison)),
        tuple(_figures(comparison, ids)),
        tuple(_sections(comparison, ids)),
        tuple(traits),
        tuple(map(visible, (*comparison.warnings, *(n.message for n in comparison.notes)))),
        tuple(_repairs(comparison)),
        {
            "changed": count.changed,
            "new": count.new,
            "dropped": count.dropped,
            "unchanged": count.unchanged,
        },
    )


def _bar(comparison: Comparison) -> Iterator[Mapping[str, object]]:
    """Yield the stretches of the bar, in thousandths of its length."""
    count = comparison.summary
    known = {name: getattr(count, name) for name in STATUSES}
    if count.no_counterpart:
        known["no counterpart"] = count.no_counterpart
    total = sum(known.values()) or 1
    at = 0.0
    for name, number in known.items():
        width = 1000 * number / total
        yield {
            "name": name,
            "count": number,
            "x": round(at, 2),
            "width": round(width, 2),
            "class": name.replace(" ", "-"),
        }
        at += width


def _finding(found: Finding, ids: Mapping[int, str]) -> Mapping[str, str]:
    change = found.change
    figures = "; ".join(
        f"{named(claim)}: {step(each)}" for each in found.figures if (claim := each.new or each.old)
    )
    kind = "" if found.kind == "figures" else "law" if found.kind == "norm" else found.kind
    return {
        "kind": kind,
        "figures": visible(figures),
        "old": visible(_cut(change.old[0].text)) if change.old else "",
        "new": visible(_cut(change.new[0].text)) if change.new else "",
        "place": visible(" → ".join(cited(s[:1]) for s in (change.old, change.new) if s)),
        "target": ids[id(change)],
    }


def _cut(text: str) -> str:
    return text if len(text) <= QUOTED else text[:QUOTED].rsplit(" ", 1)[0] + " ..."


def _figures(comparison: Comparison, ids: Mapping[int, str]) -> list[Mapping[str, str]]:
    """Return the figures that changed, the largest relative change first."""
    found: list[tuple[float, Mapping[str, str]]] = []
    for change in comparison.changes:
        for claim in change.claims:
            if claim.status != "changed" or claim.old is None or claim.new is None:
                continue
            far = 0.0 if claim.ratio is None else abs(claim.ratio - 1)
            if claim.ratio is None and claim.difference:
                far = float("inf")
            row = {
                "what": visible(named(claim.new)),
                "indicator": claim.new.indicator or claim.old.indicator or "",
                "old": quantity(claim.old),
                "new": quantity(claim.new),
                "change": step(claim).partition("(")[2].rstrip(")"),
                "target": ids[id(change)],
            }
            found.append((far, row))
    found.sort(key=lambda item: -item[0])
    return [row for _, row in found]


def _repairs(comparison: Comparison) -> Iterator[str]:
    for edition in (comparison.old, comparison.new):
        for each in edition.diagnostics:
            yield visible(f"{each.source}:{each.line}: {each.kind}: {each.message}")


def _sections(comparison: Comparison, ids: Mapping[int, str]) -> Iterator[Section]:
    ghosts = _ghosts(comparison, ids)
    for number, group in enumerate(outline(comparison), 1):
        title = heading(group.section) + (" (continued)" if group.continued else "")
        yield Section(
            f"s{number}",
            visible(title),
            visible(group.origin),
            tuple(_items(comparison, group, ids, ghosts)),
        )


def _ghosts(comparison: Comparison, ids: Mapping[int, str]) -> dict[int, list[Ghost]]:
    """Return the places that moved statements left, by the change that stood before them."""
    home = {s.id: change for change in comparison.changes for s in change.old}
    order = sorted(home, key=_place_of)
    before = dict(zip(order[1:], order, strict=False))
    ghosts: dict[int, list[Ghost]] = {}
    for change in comparison.changes:
        if "moved" not in change.traits or not change.old:
            continue
        target = ids[id(change)]
        earlier = before.get(change.old[0].id)
        if earlier is not None and home[earlier] is not change:
            text = visible(_cut(change.old[0].text))
            ghosts.setdefault(id(home[earlier]), []).append(Ghost(f"{target}-from", target, text))
    return ghosts


def _place_of(identifier: str) -> tuple[str, int]:
    cable, _, number = identifier.rpartition(":")
    return cable, int(number) if number.isdigit() else 0


def _items(
    comparison: Comparison,
    group: Group,
    ids: Mapping[int, str],
    ghosts: Mapping[int, list[Ghost]],
) -> Iterator[Row | Fold | Ghost]:
    folded: list[Row] = []
    kind = ""
    for change in group.changes:
        row = _row(change, ids)
        folds = _folds(comparison, change)
        if folded and folds != kind:
            yield _fold(kind, folded)
            folded = []
        kind = folds
        if folds:
            folded.append(row)
        else:
            yield row
        if left := ghosts.get(id(change)):
            if folded:
                yield _fold(kind, folded)
                folded = []
            yield from left
    if folded:
        yield _fold(kind, folded)


def _folds(comparison: Comparison, change: Change) -> str:
    """Return as what a change is folded away, ``""`` if it is shown."""
    if not comparable(comparison, change):
        return "without counterpart: the other report lacks the part"
    if change.status == "unchanged" and not {"moved", "carried-over"} & set(change.traits):
        return "unchanged"
    return ""


def _fold(kind: str, rows: Sequence[Row]) -> Fold:
    return Fold(f"{len(rows)} {kind}", tuple(rows))


def _row(change: Change, ids: Mapping[int, str]) -> Row:
    number = ids[id(change)]
    label = ", ".join((change.status, *change.traits)) + (" (reviewed)" if change.reviewed else "")
    sides = _texts(change.old), _texts(change.new)
    inline: tuple[Mark, ...] = ()
    old = tuple(_plain(text) for text in sides[0])
    new = tuple(_plain(text) for text in sides[1])
    if change.status == "changed":
        joined = " ".join(sides[0]), " ".join(sides[1])
        before, after = marked_sides(*joined)
        old, new = _cut_up(before, sides[0]), _cut_up(after, sides[1])
        pieces = word_changes(*joined)
        kept = sum(len(text) for kind, text in pieces if kind == "same")
        if kept >= REWRITTEN * max(map(len, joined)) and len(sides[0]) == len(sides[1]) == 1:
            inline = tuple(_marks(pieces))
    return Row(
        number,
        change,
        label,
        tuple(
            (which, visible(cited(side)))
            for which, side in (("old", change.old), ("new", change.new))
            if side
        ),
        inline,
        old,
        new,
        tuple(_told(change.claims)) if change.status == "changed" else (),
        tuple(_claims(change.claims)),
        tuple(map(visible, explained(change))),
        tuple(_where(change)),
        f"{number}-from" if "moved" in change.traits else "",
        visible(heading(change.old[0].section)) if "moved" in change.traits and change.old else "",
    )


def _texts(statements: Sequence[Statement]) -> list[str]:
    """Return the text of some statements; copies once."""
    return list(dict.fromkeys(visible(statement.text) for statement in statements))


def _plain(text: str) -> tuple[Mark, ...]:
    return (Mark("same", text, figure=False),)


def _marks(pieces: Iterable[Piece]) -> Iterator[Mark]:
    """Yield the pieces of a text, figures in words that went or came apart from wording.

    The space behind such words is nobody's: a line through it would look like a dash.
    """
    for kind, text in pieces:
        if kind == "same":
            yield Mark(kind, text, figure=False)
            continue
        bare = text.rstrip()
        at = 0
        for found in _FIGURE.finditer(bare):
            if found.start() > at:
                yield Mark(kind, bare[at : found.start()], figure=False)
            yield Mark(kind, found[0], figure=True)
            at = found.end()
        if at < len(bare):
            yield Mark(kind, bare[at:], figure=False)
        if len(bare) < len(text):
            yield Mark("same", text[len(bare) :], figure=False)


def _cut_up(pieces: Sequence[Piece], texts: Sequence[str]) -> tuple[tuple[Mark, ...], ...]:
    """Cut the marked words of several joined statements where one ends and the next begins."""
    if len(texts) == 1:
        return (tuple(_marks(pieces)),)
    parts: list[list[Mark]] = [[] for _ in texts]
    ends: list[int] = []
    for text in texts:
        ends.append((ends[-1] + 1 if ends else 0) + len(text.strip()))
    at = part = 0
    for mark in _marks(pieces):
        text = mark.text
        while text:
            if part < len(ends) - 1 and at >= ends[part]:
                part += 1
            room = len(text) if part == len(ends) - 1 else max(ends[part] + 1 - at, 1)
            parts[part].append(Mark(mark.kind, text[:room], mark.figure))
            at += len(text[:room])
            text = text[room:]
    return tuple(map(tuple, parts))


def _told(claims: Sequence[ClaimChange]) -> Iterator[str]:
    for each in claims:
        claim = each.new or each.old
        if each.status != "unchanged" and claim is not None:
            yield visible(f"{named(claim)}: {step(each)}")


def _claims(claims: Sequence[ClaimChange]) -> Iterator[str]:
    """Yield every figure of a change in a line: what it counts, then and now, year, indicator."""
    for each in claims:
        claim = each.new or each.old
        if claim is None:
            continue
        told = quantity(claim) if each.status == "unchanged" else step(each)
        facts = [
            "" if claim.period is None else str(claim.period),
            claim.indicator or "",
            "norm" if claim.kind == "norm" else "",
        ]
        known = ", ".join(fact for fact in facts if fact)
        yield visible(f"{named(claim)}: {told}{f' [{known}]' if known else ''}")


def _where(change: Change) -> Iterator[str]:
    """Yield where each statement stands: report, section, file, paragraph, characters."""
    for which, side in (("old", change.old), ("new", change.new)):
        for statement in side:
            start, end = statement.span
            paragraph = "" if statement.paragraph is None else f", paragraph {statement.paragraph}"
            yield visible(
                f"{which}: {statement.id} in {heading(statement.section)}; {statement.source}"
                f"{paragraph}, characters {start} to {end}"
            )
