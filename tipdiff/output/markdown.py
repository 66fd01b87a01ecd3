"""A comparison as Markdown, for issue trackers and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tipdiff.comparison.findings import findings
from tipdiff.output.figures import told
from tipdiff.output.found import figures_of, kind_of
from tipdiff.output.outline import Folded, condensed, outline
from tipdiff.output.places import cited, heading
from tipdiff.output.safe import visible
from tipdiff.output.words import Piece, marked_inside

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.records import Change, Comparison, Edition, Statement

__all__ = ["comparison_markdown", "inner", "line", "plain"]

#: What trackers look for in the text when all markup is done, so that no escape helps: mentions,
#: links to issues, shortcodes of pictures. A comment that says nothing parts the two halves.
_LOOKED_FOR: Final = r"@(?=\w)|[#!](?=\d)|\bGH-(?=\d)|:(?=(?:[a-z+-][\w+-]*|100|1234):)"
#: What is markup, begins mathematics, or makes an address a link, wherever it stands.
_MEANT: Final = r"[&<$]|:(?=//)|(?<=\bwww)\."
#: What a backslash takes the meaning of.
_ESCAPED: Final = r"[\\`*_{}\[\]|~]"
_SIGNS: Final = re.compile(
    f"(?P<parted>{_LOOKED_FOR})|(?P<meant>{_MEANT})|{_ESCAPED}", re.IGNORECASE
)
PARTED: Final = "<!-- -->"
#: What means something at the beginning of a line: a list, a rule, a quotation, a heading.
_LEADING: Final = re.compile(r"^(\s*)([-+=>#]|\d+(?=[.)]))")


def plain(text: str) -> str:
    """Return a text that Markdown shows as it is: no markup, no mention, no link."""
    text = inner(text)
    return _LEADING.sub(lambda found: f"{found[1]}&#{ord(found[2][0])};{found[2][1:]}", text)


def inner(text: str) -> str:
    """Return the same of a text that begins no line, such as that of a table's cell."""
    return _SIGNS.sub(_harmless, visible(text))


def line(text: str) -> str:
    """Return a text as a line of its own: spaces before it would make it code."""
    return plain(text).strip()


def _harmless(found: re.Match[str]) -> str:
    if found["meant"]:
        return f"&#{ord(found[0])};"
    if found["parted"]:
        return found[0] + PARTED
    return "\\" + found[0]


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
    yield f"# {line(new.country or old.country or '?')}: {old.year or '?'} → {new.year or '?'}"
    yield ""
    for which, edition in (("Old", old), ("New", new)):
        yield f"- {which}: {_edition(edition)}"
    for warning in (*comparison.warnings, *(note.message for note in comparison.notes)):
        yield f"- **Warning:** {line(warning)}"
    yield ""


def _edition(edition: Edition) -> str:
    cables = (
        f"{line(cable.id)} ({line(cable.classification or 'not marked')})"
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
        about = ": ".join(filter(None, (kind_of(finding), line(figures_of(finding)))))
        quoted = " → ".join(f"“{line(s[0].text)}”" for s in sides if s)
        places = " → ".join(cited(side[:1]) for side in sides if side)
        start = f"**{about}** " if about else ""
        yield f"{number}. {start}{quoted} ({plain(places)})"
    yield ""


def _body(comparison: Comparison, options: Options) -> Iterator[str]:
    for group in outline(comparison):
        origin = f" ({plain(group.origin)})" if group.origin else ""
        yield f"## {line(heading(group.section))}{origin}"
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
            yield f"  - {line(told(claim))}"


def _texts(change: Change) -> Iterator[str]:
    if change.status != "changed":
        yield line(_joined(change.new or change.old))
        return
    old, new = _joined(change.old), _joined(change.new)
    pieces = marked_inside(old, new)
    if pieces is None:
        # Tags, since the signs of Markdown mark nothing that ends in a space or a sign.
        yield f"<del>{line(old)}</del>  "
        yield line(new)
        return
    yield "".join(_marked(pieces)).strip()


#: How words that went and came are marked, and how where Markdown would not take that for a mark:
#: between a letter and a sign.
_MARKS: Final = {"old": ("~~", "~~"), "new": ("**", "**")}
_TAGS: Final = {"old": ("<del>", "</del>"), "new": ("<strong>", "</strong>")}


def _marked(pieces: Sequence[Piece]) -> Iterator[str]:
    for k, (kind, text) in enumerate(pieces):
        bare = text.strip()
        if kind == "same" or not bare:
            yield plain(text)
            continue
        before = pieces[k - 1][1][-1:] if k else ""
        after = pieces[k + 1][1][:1] if k + 1 < len(pieces) else ""
        start, _, end = text.partition(bare)
        inside = all(
            (bare[edge].isalnum() or not (near or " ").isalnum())
            and (near or " ").isascii()
            and bare[edge].isascii()
            for edge, near in ((0, start[-1:] or before), (-1, end[:1] or after))
        )
        mark = (_MARKS if inside else _TAGS)[kind]
        yield f"{start}{mark[0]}{plain(bare)}{mark[1]}{end}"


def _joined(statements: Sequence[Statement]) -> str:
    return " / ".join(dict.fromkeys(statement.text for statement in statements))


def _totals(comparison: Comparison) -> Iterator[str]:
    count = comparison.summary
    apart = f"; {count.no_counterpart} without counterpart" if count.no_counterpart else ""
    yield (
        f"Totals: {count.new} new, {count.changed} changed, {count.dropped} dropped, "
        f"{count.unchanged} unchanged{apart}."
    )
