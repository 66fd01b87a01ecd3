"""The laws themselves: each a function that asserts it of reports or comparisons it is given.

Generated reports, the repository's fixtures and the optional real texts are all held to the same
functions. They know tipdiff by its public names and its JSON only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from typing import TYPE_CHECKING, Any

import tipdiff
from tipdiff.alignment import is_answer
from tipdiff.text import folded, masked

if TYPE_CHECKING:
    from tipdiff.records import Change, Comparison, Report, Section, Span, Statement

Json = Mapping[str, Any]

MIRROR_STATUS = {"new": "dropped", "dropped": "new", "changed": "changed", "unchanged": "unchanged"}
MIRROR_TRAIT = {"split": "merged", "merged": "split"}
#: Traits that know which report is the older one: their mirror is no trait, or another.
DIRECTED = {"carried-over", "period", "no-counterpart", "wording"}

#: A tag of a page.
TAG = re.compile(r"<[^<>]*>")
#: The traits of which a changed statement has at least one, and those that any may have.
CHANGED = {
    "figures",
    "period",
    "wording",
    "strength",
    "reversed",
    "garbled",
    "conversion",
    "split",
    "merged",
}
FURTHER = {"moved", "repeated", "carried-over", "no-counterpart"}


def exit_code(comparison: Comparison) -> int:
    """What ``tipdiff diff`` exits with, by the contract, read off the records."""
    same = all(c.status == "unchanged" and "moved" not in c.traits for c in comparison.changes)
    return 0 if same and not any(s.moved for s in comparison.sections) else 1


# ---------------------------------------------------------------------------- partition


def partition(comparison: Comparison, old: Report, new: Report) -> None:
    """Every statement of either report stands in exactly one change, as it stands in its report."""
    for side, report in (("old", old), ("new", new)):
        found = [s for change in comparison.changes for s in getattr(change, side)]

        assert Counter(s.id for s in found) == Counter(s.id for s in report.all_statements)
        assert {s.id: s for s in found} == {s.id: s for s in report.all_statements}


def sides(comparison: Comparison) -> None:
    """New changes have no old side, dropped ones no new one, all others both; totals agree."""
    for change in comparison.changes:
        assert bool(change.old) == (change.status != "new")
        assert bool(change.new) == (change.status != "dropped")
        assert (change.score is None) == (change.status in ("new", "dropped"))
        assert (change.similarity is None) == (change.status in ("new", "dropped"))
        assert change.score is None or 0 <= change.score <= 1
        assert change.similarity is None or 0 <= change.similarity <= 1

    apart = [c for c in comparison.changes if "no-counterpart" in c.traits]
    total = Counter(c.status for c in comparison.changes if "no-counterpart" not in c.traits)
    summary = comparison.summary

    assert {c.status for c in apart} <= {"new", "dropped"}
    assert summary.no_counterpart == len(apart)
    assert (summary.new, summary.changed, summary.dropped, summary.unchanged) == (
        total["new"],
        total["changed"],
        total["dropped"],
        total["unchanged"],
    )
    if apart:
        assert comparison.warnings


def near(texts: Sequence[str]) -> bool:
    """Whether texts are copies, or so near that they share four words of five."""
    bags = [Counter(folded(text).split()) for text in texts]
    return all((a & b).total() >= 0.8 * max(a.total(), b.total()) for a in bags for b in bags)


def statuses(comparison: Comparison) -> None:
    """Unchanged is what is the same once layout is gone; changed says how; copies stay together."""
    for change in comparison.changes:
        texts = {folded(s.text) for s in (*change.old, *change.new)}
        traits = set(change.traits)

        assert traits <= CHANGED | FURTHER
        assert len(traits) == len(change.traits)
        if change.is_row:  # its columns' years are part of what it says
            assert change.status != "unchanged" or len(texts) == 1
            assert not traits & {"split", "merged", "repeated"}
        elif change.old and change.new:
            assert (change.status == "unchanged") == (len(texts) == 1)
            assert bool(traits & CHANGED) == (change.status == "changed")
        else:
            assert not traits - {"repeated", "no-counterpart"}
        if "repeated" in traits:
            assert not traits & {"split", "merged"}
            assert all(near([s.text for s in group]) for group in (change.old, change.new))
        else:
            assert ("split" in traits) == (len(change.new) > 1 == len(change.old))
            assert ("merged" in traits) == (len(change.old) > 1 == len(change.new))
        if len(change.old) > 1 and len(change.new) > 1:
            assert "repeated" in traits


def copies(comparison: Comparison) -> None:
    """Copies within one report share one change, and it says that they are repeated.

    Rows are no copies: two tables can have the same total. Neither are answers, which belong to
    their questions, nor statements that others equal but for their figures: two of these pair with
    what stands in the place of each.
    """
    said = [change for change in comparison.changes if not change.is_row]
    every = {folded(s.text) for change in said for s in (*change.old, *change.new)}
    forms = Counter(masked(text) for text in every)
    for side in ("old", "new"):
        homes: dict[str, set[int]] = {}
        count: Counter[str] = Counter()
        for place, change in enumerate(said):
            for statement in getattr(change, side):
                text = folded(statement.text)
                homes.setdefault(text, set()).add(place)
                count[text] += 1
        for text, places in homes.items():
            if is_answer(text, again=True) or forms[masked(text)] > 1:
                continue
            if count[text] > 1:
                assert len(places) == 1
                assert "repeated" in said[min(places)].traits


def ordered(comparison: Comparison, old: Report, new: Report) -> None:
    """Changes follow the new report; a dropped one stands after its predecessor in the old."""
    place_new = {s.id: i for i, s in enumerate(new.all_statements)}
    place_old = {s.id: i for i, s in enumerate(old.all_statements)}
    firsts = [min(place_new[s.id] for s in c.new) for c in comparison.changes if c.new]

    assert firsts == sorted(firsts)

    home = {s.id: i for i, c in enumerate(comparison.changes) for s in c.old}
    for i, change in enumerate(comparison.changes):
        if change.status == "dropped":
            first = min(place_old[s.id] for s in change.old)
            before = home[old.all_statements[first - 1].id] if first else -1
            between = comparison.changes[before + 1 : i]

            assert before < i
            assert all(c.status == "dropped" for c in between)


# ---------------------------------------------------------------------------- identity


def identity(report: Report) -> None:
    """A report against itself: all unchanged, no section moved, nothing new, exit 0."""
    comparison = tipdiff.compare(report, report)
    partition(comparison, report, report)

    assert {c.status for c in comparison.changes} <= {"unchanged"}
    assert not [c for c in comparison.changes if "moved" in c.traits]
    assert all(
        {s.id for s in c.old} == {s.id for s in c.new}
        and (len(c.old) == 1 or "repeated" in c.traits)
        for c in comparison.changes
    )
    assert all(s.old == s.new and not s.moved for s in comparison.sections)
    assert exit_code(comparison) == 0
    assert not comparison.differs


# ---------------------------------------------------------------------------- swap


def _ids(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(sorted(s.id for s in statements))


def swapped(there: Comparison, back: Comparison) -> None:
    """New and dropped change places; all else mirrors."""

    def seen(change: Change) -> tuple[object, ...]:
        traits = frozenset(change.traits) - DIRECTED - {"moved"}
        return _ids(change.old), _ids(change.new), change.status, traits

    def mirrored(change: Change) -> tuple[object, ...]:
        traits = frozenset(MIRROR_TRAIT.get(t, t) for t in change.traits) - DIRECTED - {"moved"}
        return _ids(change.new), _ids(change.old), MIRROR_STATUS[change.status], traits

    def moved(comparison: Comparison) -> int:
        return sum("moved" in c.traits for c in comparison.changes)

    assert {mirrored(c) for c in back.changes} == {seen(c) for c in there.changes}
    assert moved(back) == moved(there)
    assert sorted((str(s.old), str(s.new)) for s in there.sections) == sorted(
        (str(s.new), str(s.old)) for s in back.sections
    )


# ---------------------------------------------------------------------------- rebuild


def stripped(comparison: Json) -> Json:
    """The JSON of a comparison less what its changes say otherwise.

    Of unchanged statements the text goes, and of those that did not move the section: it is the one
    that their old section has become, if that is one. A statement under no heading on either side
    keeps its own, for it has no section to have stayed in. All ids of new statements become their
    place among those of their change, so that nothing can be read off them.
    """
    became = successors(comparison)
    changes = []
    for change in comparison["changes"]:
        gone = {"text"} if change["status"] == "unchanged" else set[str]()
        told = [{k: v for k, v in s.items() if k not in gone} for s in change["new"]]
        if len(change["old"]) == len(told) == 1 and "moved" not in change["traits"]:
            source = tuple(change["old"][0]["section"])
            if source and told[0]["section"] and len(became.get(source, ())) == 1:
                del told[0]["section"]
        numbered = [{**s, "id": place} for place, s in enumerate(told)]
        bare = [{"id": s["id"]} for s in change["old"]]
        changes.append({**change, "old": bare, "new": numbered})
    return {**comparison, "changes": changes}


def successors(comparison: Json) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    """What each old section has become, by the links of sections."""
    became: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for link in comparison["sections"]:
        if link["old"] is not None and link["new"] is not None:
            became.setdefault(tuple(link["old"]), []).append(tuple(link["new"]))
    return became


def rebuilt(old: Json, comparison: Json) -> list[tuple[str, tuple[str, ...]]]:
    """The new report's statements (text and section) in order, as the changes alone tell it.

    Of a change with several new statements the first one: only it has its place among the changes.
    """
    known = {s["id"]: s for s in old["statements"]}
    known |= {s["id"]: s for table in old["tables"] for s in table["rows"]}
    became = successors(comparison)
    found = []
    for change in comparison["changes"]:
        for statement in change["new"][:1]:
            source = known[change["old"][0]["id"]] if change["old"] else {}
            text = statement.get("text", source.get("text"))
            section = statement.get("section")
            if section is None:
                (section,) = became[tuple(source["section"])]
            found.append((text, tuple(section)))
    return found


def rebuild(old: Report, new: Report) -> None:
    """The old report and the changes give the new report's statements, headings and order.

    What was removed is the text of the unchanged, so what comes back is the same but for layout.
    """
    comparison = tipdiff.to_dict(tipdiff.compare(old, new))
    found = rebuilt(tipdiff.to_dict(old), stripped(comparison))
    later = {s["id"] for change in comparison["changes"] for s in change["new"][1:]}
    # Statements before the first heading may have an entry, though a report lists no such section;
    # a section that several old ones have become has one entry for each.
    sections = list(dict.fromkeys(tuple(s["new"]) for s in comparison["sections"] if s["new"]))

    assert [(folded(text), section) for text, section in found] == [
        (folded(s.text), s.section) for s in new.all_statements if s.id not in later
    ]
    assert later <= {s.id for s in new.all_statements}
    assert sections == list(new.sections)


# ---------------------------------------------------------------------------- moves


def longest_run(places: Sequence[int]) -> int:
    """The length of the longest strictly rising subsequence (patience sorting)."""
    tails: list[int] = []
    for place in places:
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
    return len(tails)


def moves(comparison: Comparison, old: Report, new: Report) -> None:
    """Moved = outside the aligned section, or inside it: size less the longest run in order.

    Sections that one section of the other report took in are one with it. Sections with statements
    that are repeated, split or merged are left out, since the contract does not say which of their
    statements count; so are statements that stand under no heading in one report only, since there
    is no section to have left. The order of rows is that of their table, which moves as one.
    """
    place_old = {s.id: i for i, s in enumerate(old.statements)}
    place_new = {s.id: i for i, s in enumerate(new.statements)}
    pairs = {(s.old, s.new) for s in comparison.sections} | {((), ())}
    several = [Counter(pair[side] for pair in pairs if None not in pair) for side in (0, 1)]
    inside: dict[tuple[Section | None, Section | None], list[Change]] = {}
    unclear: set[object] = set()
    for change in comparison.changes:
        if not change.old or not change.new:
            assert "moved" not in change.traits
        elif change.is_row:
            continue
        elif len(change.old) > 1 or len(change.new) > 1:
            unclear.update((0, s.section) for s in change.old)
            unclear.update((1, s.section) for s in change.new)
        else:
            pair = (change.old[0].section, change.new[0].section)
            if pair in pairs:
                took_in = several[0][pair[0]] > 1, several[1][pair[1]] > 1
                home = (
                    pair
                    if took_in[0] == took_in[1]
                    else (pair[0], None)
                    if took_in[0]
                    else (None, pair[1])
                )
                inside.setdefault(home, []).append(change)
            elif all(pair):
                assert "moved" in change.traits

    for changes in inside.values():
        places = {(0, c.old[0].section) for c in changes} | {(1, c.new[0].section) for c in changes}
        if not places & unclear:
            in_order = sorted(changes, key=lambda c: place_new[c.new[0].id])
            kept = longest_run([place_old[c.old[0].id] for c in in_order])

            assert sum("moved" in c.traits for c in changes) == len(changes) - kept


# ---------------------------------------------------------------------------- coverage


def _alnum(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _places(spans: Iterable[Span]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def coverage(report: Report, sources: Mapping[str, str]) -> None:
    """Spans lie in their source, and account for every letter of it, each once.

    A letter is a statement's, or a mark's or question's. A statement's text has the letters of its
    span less those of the marks inside it. Of a page its tags and furniture are not accounted for.
    """
    for name, source in sources.items():
        page = name.endswith((".html", ".htm"))
        marks = [m.span for m in report.marks if m.source == name]
        marks += [q.span for q in report.questions if q.source == name]
        statements = [s for s in report.all_statements if s.source == name]
        for start, end in marks + [s.span for s in statements]:
            assert 0 <= start < end <= len(source)

        marked = _places(marks)
        taken: set[int] = set()
        last = 0
        for statement in statements:
            start, end = statement.span
            own = [i for i in range(start, end) if i not in marked]

            assert start >= last, "statements overlap, or stand out of order"
            assert not source[start].isspace()
            assert not source[end - 1].isspace()
            printed = "".join(source[i] for i in own)
            if page:
                printed = unescape(TAG.sub(" ", printed))

            assert _alnum(statement.text) == _alnum(printed)
            taken.update(own)
            last = end

        if page:
            continue
        lost = [i for i, c in enumerate(source) if c.isalnum() and i not in marked | taken]

        assert not lost, f"{name}: nothing accounts for {source[lost[0] : lost[0] + 60]!r}"


def shape(report: Report) -> None:
    """Ids are unique and number each cable's statements from 1; texts are one line, not blank."""
    ids = [s.id for s in report.all_statements]

    assert len(set(ids)) == len(ids)

    numbers: dict[str, list[int]] = {}
    for statement in report.all_statements:
        cable, _, number = statement.id.rpartition(":")
        numbers.setdefault(cable, []).append(int(number))

        assert statement.text.strip() == statement.text != ""
        assert "\n" not in statement.text
        assert statement.section == () or statement.section in report.sections
        assert statement.lead is None or statement.lead in ids
        assert (statement.kind == "row") == (statement.row is not None)

    for table in report.tables:
        for row in table.rows:
            assert row.row.table == table.id
            assert all(row.text[slice(*cell.span)] == cell.text for cell in row.row.cells)
            assert len(row.row.cells) == len(table.rows[0].row.cells)
    assert not [s for s in report.statements if s.row is not None]

    for found in numbers.values():
        assert found == list(range(1, len(found) + 1))
    assert len(set(report.sections)) == len(report.sections)
