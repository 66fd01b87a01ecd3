"""Checks within one report: figures that stand side by side and cannot all be right.

Reports do contain such slips. Each rule asks for figures that the text itself ties together, since
a note on text that is fine costs more trust than a slip that goes unnoticed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tipdiff.checks.places import Place, exact, note, paragraphs, same_noun, whole, words
from tipdiff.claims.lexicon import PERSONS

if TYPE_CHECKING:
    from tipdiff.records import Claim, Note, Report

__all__ = ["RULES", "check_report"]

Rule = Callable[[Sequence[Place]], Iterator["Note"]]
"""Takes the figures of a paragraph."""

#: What opens a list that need not be complete, or tells of something else than its total's parts.
_INCOMPLETE: Final = re.compile(
    r"\b(?:includ\w+|among|such as|at least|e\.g|mostly|mainly|primarily|some|several|many|up from|"
    r"down from|compared|versus|previous|last|of (?:whom|them|which))\b",
    re.IGNORECASE,
)
#: What may stand between a total's noun and the bracket of its parts.
_TO_BRACKET: Final = re.compile(r"[^.;,:()\d]{0,40}\(")
#: What stands before each part of a list in brackets.
_LISTED: Final = re.compile(r"(?:^|[,;]|\band)\s*(?:and\s+|about\s+)?$")
#: What announces a figure as all that is left.
_REST: Final = re.compile(
    r"\b(?:the (?:remaining|other|rest,?)|the (?:remainder|others),?)\s*$", re.IGNORECASE
)
#: What stands between a count and the share that it is, and the bracket or comma that says so.
_SHARE_OF_COUNT: Final = re.compile(r"[^.;:()\d]{0,30}?(?:\(|, or | or )\s*(?:about |some |or )?$")
#: Difference in points, and as a part of the share, past which no rounding explains it.
_POINTS: Final = 1.0
_ROUNDING: Final = 0.05
#: What a line opens with that sums up those before it.
_TOTAL: Final = re.compile(r"\W*(?:grand )?total(?: hours| time)?\W*", re.IGNORECASE)
#: Indicators of those who can be convicted.
_ACCUSED: Final = frozenset({"indictments", "prosecutions"})
#: Most hours a list can have before its total.
_MAX_HOURS: Final = 12


def parts(found: Sequence[Place]) -> Iterator[Note]:
    """Find parts in brackets behind their total that do not add up to it."""
    for k, total in enumerate(found):
        opening = _TO_BRACKET.match(total.behind)
        if total.claim.unit != "count" or not exact(total) or opening is None:
            continue
        start = total.claim.span[1] + opening.end()
        text = total.statement.text
        closing = text.find(")", start)
        inside = [
            place
            for place in found[k + 1 : k + 30]
            if place.statement is total.statement and start <= place.claim.span[0] < closing
        ]
        if not _is_list(text[start:closing], start, inside) or not _disjoint(total, inside):
            continue
        reached = sum(place.value for place in inside)
        if reached != total.value:
            yield note("parts", f"the parts add up to {reached:g}, not {total.value:g}", total)


def _is_list(text: str, start: int, inside: Sequence[Place]) -> bool:
    """Whether exact counts are all that a bracket lists, from its first word on."""
    if len(inside) < 2 or not all(exact(p) and p.claim.unit == "count" for p in inside):
        return False
    if _INCOMPLETE.search(text):
        return False
    return all(_LISTED.search(text[: p.claim.span[0] - start]) for p in inside)


def _disjoint(total: Place, inside: Sequence[Place]) -> bool:
    """Whether parts exclude each other, and can be parts of their total."""
    keys = {tuple(sorted(p.claim.breakdown)) for p in inside}
    values = [tuple(sorted(p.claim.breakdown.items())) for p in inside]
    if len(keys) != 1 or (values[0] and len(set(values)) != len(values)):
        return False
    if any(p.claim.stated != total.claim.stated for p in inside):
        return False
    persons = not PERSONS.isdisjoint((total.claim.counted or "").lower().split())
    return all(
        same_noun(p.claim, total.claim) or (bool(p.claim.breakdown) and persons) for p in inside
    )


def remainder(found: Sequence[Place]) -> Iterator[Note]:
    """Find a stated remainder that does not follow from its total and the parts told before."""
    for k, place in enumerate(found):
        if not (exact(place) and place.claim.unit == "count" and _REST.search(place.before)):
            continue
        told: list[Place] = []
        for earlier in reversed(found[max(k - 12, 0) : k]):
            if earlier.claim.unit != "count" or not exact(earlier):
                continue
            if _bare(earlier):
                told.append(earlier)
                continue
            reached = sum(p.value for p in told)
            if told and earlier.value > reached and earlier.value - reached != place.value:
                left = earlier.value - reached
                yield note(
                    "parts",
                    f"of {earlier.value:g}, {left:g} are left and not {place.value:g}",
                    earlier,
                    *reversed(told),
                    place,
                )
            break


def _bare(place: Place) -> bool:
    """Whether a figure says no noun of its own, so that it is of those told before."""
    return place.claim.of is not None or " " not in place.claim.text.strip()


def hours(found: Sequence[Place]) -> Iterator[Note]:
    """Find a total of hours that is not the sum of the hours listed before it."""
    for k, total in enumerate(found):
        if total.claim.unit != "duration:hour" or not _TOTAL.fullmatch(total.before):
            continue
        listed: list[Place] = []
        for place in reversed(found[max(k - _MAX_HOURS, 0) : k]):
            if place.claim.unit != "duration:hour" or place.claim.who is None or not exact(place):
                break
            listed.insert(0, place)
        reached = sum(place.value for place in listed)
        if len(listed) > 1 and exact(total) and reached != total.value:
            yield note(
                "parts", f"the hours add up to {reached:g}, not {total.value:g}", *listed, total
            )


def share(found: Sequence[Place]) -> Iterator[Note]:
    """Find a share that disagrees with the counts it stands between."""
    for count, percent in pairwise(found):
        if percent.claim.unit != "percent" or count.claim.unit != "count":
            continue
        if count.statement is not percent.statement or not (exact(count) and exact(percent)):
            continue
        between = count.statement.text[count.claim.span[1] : percent.claim.span[0]]
        total = next((p for p in found if p.claim.id == count.claim.of), None)
        if total is None or not exact(total) or not total.value or percent.claim.of is not None:
            continue
        if not _SHARE_OF_COUNT.fullmatch(between):
            continue
        right = 100 * count.value / total.value
        if abs(right - percent.value) > max(_POINTS, _ROUNDING * right):
            yield note(
                "share",
                f"{count.value:g} of {total.value:g} are {right:.3g} percent, not "
                f"{percent.value:g}",
                total,
                count,
            )


def convicted(found: Sequence[Place]) -> Iterator[Note]:
    """Find more convicted than charged or prosecuted in one paragraph and year."""
    for few in found:
        if few.claim.indicator not in _ACCUSED or not _of_year(few):
            continue
        for many in found:
            if many.claim.indicator != "convictions" or not _of_year(many):
                continue
            same = _year(many.claim) == _year(few.claim) and many.value > few.value
            if same and _cases(many.claim) == _cases(few.claim):
                verb = few.claim.event
                message = f"{many.value:g} convicted, but {few.value:g} {verb}"
                yield note("more convicted", message, few, many)


def _of_year(place: Place) -> bool:
    return exact(place) and whole(place) and place.value > 0


def _year(claim: Claim) -> tuple[int | None, int | None]:
    return claim.period_from, claim.period


def _cases(claim: Claim) -> bool:
    """Whether cases are counted, which can be of several persons each."""
    return not {"case", "trial"}.isdisjoint(words(claim.counted))


#: The rules of a paragraph: the kind of note, the rule, a sample of what it finds.
RULES: Final[tuple[tuple[str, Rule, str], ...]] = (
    ("parts", parts, "Police freed 26 victims (14 women and 11 men)."),
    ("parts", remainder, "Courts convicted 30 men. Ten went to prison, the other 25 were fined."),
    ("parts", hours, "Officer: 12 hours / Assistant: 30 hours / Total: 43 hours"),
    ("share", share, "Of the 60 victims, 12 (30 percent) were minors."),
    (
        "more convicted",
        convicted,
        "Prosecutors charged 12 persons, and courts convicted 15 persons.",
    ),
)

#: Sections that sum a report up.
_SUMMARY: Final = re.compile(r"\b(?:summary|overview|introduction|comment)\b", re.IGNORECASE)


def summary(report: Report, claims: Mapping[str, Sequence[Claim]]) -> Iterator[Note]:
    """Find figures of one indicator that the summary and the body give differently."""
    first: dict[tuple[object, ...], Place] = {}
    body: dict[tuple[object, ...], list[Place]] = {}
    for found in paragraphs(report, claims):
        for place in found:
            claim = place.claim
            if claim.indicator is None or not exact(place) or not whole(place):
                continue
            key: tuple[object, ...] = (
                claim.indicator,
                claim.unit,
                _year(claim),
                claim.stated is None,
            )
            if any(_SUMMARY.search(heading) for heading in place.statement.section):
                first.setdefault(key, place)
            else:
                body.setdefault(key, []).append(place)
    for key, place in first.items():
        told = [p for p in body.get(key, ()) if same_noun(p.claim, place.claim)]
        if told and all(p.value != place.value for p in told):
            message = f"the summary says {place.value:g}, the body {told[0].value:g}"
            yield note("summary", message, place, told[0])


def check_report(report: Report, claims: Mapping[str, Sequence[Claim]]) -> tuple[Note, ...]:
    """Return what does not agree within one report.

    Args:
        report: A report.
        claims: Its claims, by the id of their statement.

    Returns:
        Notes in the order of the report; each quotes all the places it is about.

    """
    notes = [
        found
        for paragraph in paragraphs(report, claims)
        for _, rule, _ in RULES
        for found in rule(paragraph)
    ]
    return tuple(dict.fromkeys([*notes, *summary(report, claims)]))
