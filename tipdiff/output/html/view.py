"""What a page shows of a comparison, worked out before the template lays it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from tipdiff.comparison.findings import Finding, findings
from tipdiff.output.figures import named, quantity, step
from tipdiff.output.html.rows import Row, row_of
from tipdiff.output.outline import Group, comparable, outline
from tipdiff.output.places import cited, heading
from tipdiff.output.safe import visible

if TYPE_CHECKING:
    from tipdiff.records import Change, Comparison

__all__ = ["Fold", "Ghost", "Row", "Section", "View", "view_of"]

#: What each status is called on the page, in the order of the bar.
STATUSES: Final = ("changed", "new", "dropped", "unchanged")
#: Longest quotation in a finding, in characters.
QUOTED: Final = 220


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
    figures = "; ".join(
        f"{named(claim)}: {step(each)}" for each in found.figures if (claim := each.new or each.old)
    )
    kind = "" if found.kind == "figures" else "law" if found.kind == "norm" else found.kind
    return {
        "kind": kind,
        "figures": visible(figures),
        "old": visible(_cut(found.old[0].text)) if found.old else "",
        "new": visible(_cut(found.new[0].text)) if found.new else "",
        "place": visible(" → ".join(cited(s[:1]) for s in (found.old, found.new) if s)),
        "target": ids[id(found.change)],
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
        row = row_of(change, ids[id(change)])
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
