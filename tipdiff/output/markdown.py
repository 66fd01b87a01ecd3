"""A comparison as Markdown, for issue trackers and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tipdiff.comparison.findings import findings
from tipdiff.output.figures import named, step
from tipdiff.output.outline import Folded, condensed, outline
from tipdiff.output.places import cited, heading
from tipdiff.output.safe import visible
from tipdiff.output.words import marked_inside

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.records import Change, ClaimChange, Comparison, Edition, Statement

__all__ = ["comparison_markdown", "plain"]

#: What trackers take for markup, mentions or links to issues wherever it stands.
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;", "#": "&#35;"}
_ENTITY: Final = re.compile("[&<>@#]")
#: What a backslash takes the meaning of.
_ESCAPED: Final = re.compile(r"([\\`*_{}\[\]()|~])")
#: What means something at the beginning of a line: a list, a rule, a quotation.
_LEADING: Final = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def plain(text: str) -> str:
    """Return a text that Markdown shows as it is: no markup, no mention, no link to an issue."""
    text = _ENTITY.sub(lambda found: _ENTITIES[found[0]], visible(text))
    text = _ESCAPED.sub(r"\\\1", text)
    return _LEADING.sub(lambda found: f"{found[1]}&#{ord(found[2][0])};{found[2][1:]}", text)


def comparison_markdown(comparison: Comparison, options: Options) -> str:
    """Return a comparison as Markdown: findings, then every change by section, then the totals.

    Args:
        comparison: A comparison.
        options: How much unchanged text is shown; width and styles mean nothing here.

    """
    lines = [
        *_head(comparison),
        *_findings(comparison),
        *_body(comparison, options),
        *_totals(comparison),
    ]
    return "\n".join(lines) + "\n"


def _head(comparison: Comparison) -> Iterator[str]:
    old, new = comparison.old, comparison.new
    yield f"# {plain(new.country or old.country or '?')}: {old.year or '?'} → {new.year or '?'}"
    yield ""
    for which, edition in (("Old", old), ("New", new)):
        yield f"- {which}: {_edition(edition)}"
    for warning in (*comparison.warnings, *(note.message for note in comparison.notes)):
        yield f"- **Warning:** {plain(warning)}"
    yield ""


def _edition(edition: Edition) -> str:
    cables = (
        f"{plain(cable.id)} ({plain(cable.classification or 'not marked')})"
        for cable in edition.cables
    )
    return f"edition {edition.year or '?'}, {', '.join(cables)}"


def _findings(comparison: Comparison) -> Iterator[str]:
    found = findings(comparison)
    if not found:
        return
    yield "## Findings"
    yield ""
    for number, finding in enumerate(found, 1):
        sides = finding.old, finding.new
        kind = {"figures": "", "norm": "law: "}.get(finding.kind, f"{finding.kind}: ")
        figures = "; ".join(_figure(claim) for claim in finding.figures)
        quoted = " → ".join(f"“{plain(s[0].text)}”" for s in sides if s)
        places = " → ".join(cited(side[:1]) for side in sides if side)
        yield f"{number}. **{kind}{figures}** {quoted} ({plain(places)})".replace("**** ", "")
    yield ""


def _figure(change: ClaimChange) -> str:
    claim = change.new or change.old
    return "" if claim is None else plain(f"{named(claim)}: {step(change)}")


def _body(comparison: Comparison, options: Options) -> Iterator[str]:
    for group in outline(comparison):
        origin = f" ({plain(group.origin)})" if group.origin else ""
        yield f"## {plain(heading(group.section))}{origin}"
        yield ""
        for item in condensed(comparison, group, options):
            if not isinstance(item, Folded):
                yield from _change(item)
                continue
            if item.unchanged:
                yield f"- {item.unchanged} unchanged"
            if item.apart:
                yield f"- {item.apart} without counterpart: the other report lacks the part"
        yield ""


def _change(change: Change) -> Iterator[str]:
    label = ", ".join((change.status, *change.traits)) + (" (reviewed)" if change.reviewed else "")
    places = " → ".join(cited(side) for side in (change.old, change.new) if side)
    yield f"- **{label}** ({plain(places)})"
    yield from (f"  {line}" for line in _texts(change))
    for claim in change.claims:
        if change.status == "changed" and claim.status != "unchanged":
            yield f"  - {_figure(claim)}"


def _texts(change: Change) -> Iterator[str]:
    if change.status != "changed":
        yield plain(_joined(change.new or change.old))
        return
    old, new = _joined(change.old), _joined(change.new)
    pieces = marked_inside(old, new)
    if pieces is None:
        yield f"~~{plain(old)}~~  "
        yield plain(new)
        return
    yield "".join(_marked(kind, text) for kind, text in pieces).strip()


def _marked(kind: str, text: str) -> str:
    if kind == "same" or not text.strip():
        return plain(text)
    sign = "~~" if kind == "old" else "**"
    # Emphasis that begins with a space is none.
    bare = text.lstrip()
    return f"{text[: len(text) - len(bare)]}{sign}{plain(bare)}{sign}"


def _joined(statements: Sequence[Statement]) -> str:
    return " / ".join(dict.fromkeys(statement.text for statement in statements))


def _totals(comparison: Comparison) -> Iterator[str]:
    count = comparison.summary
    apart = f"; {count.no_counterpart} without counterpart" if count.no_counterpart else ""
    yield (
        f"Totals: {count.new} new, {count.changed} changed, {count.dropped} dropped, "
        f"{count.unchanged} unchanged{apart}."
    )
