"""Checks within one report: figures that stand side by side and cannot all be right.

Reports do contain such slips. Each rule asks for figures that the text itself ties together, since
a note on text that is fine costs more trust than a slip that goes unnoticed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

from tipdiff.checks.narrowed import is_narrowed
from tipdiff.checks.places import FigurePlace, exact, note, paragraphs, same_noun, whole, words
from tipdiff.language.amounts import amount
from tipdiff.language.lexicon import PERSONS
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from tipdiff.records import Claim, Note, Report

__all__ = ["RULES", "check_report"]

Rule = Callable[[Sequence[FigurePlace]], Iterator["Note"]]
"""Takes the figures of a paragraph."""

#: What opens a list that need not be complete, or tells of something else than its total's parts.
_INCOMPLETE: Final = regex(
    r"\b(?:includ\w+|among|such as|at least|e\.g|mostly|mainly|primarily|some|several|many|up from|"
    r"down from|compared|versus|previous|last|of (?:whom|them|which))\b",
    re.IGNORECASE,
)
#: What may stand between a total's noun and the bracket, or the colon, of its parts.
_TO_BRACKET: Final = regex(r"[^.;,:()\d]{0,40}\(")
_TO_COLON: Final = regex(r"[^.;,:()\d]{0,40}:\s")
#: What opens some of those counted, who are no more than all.
_TO_SOME: Final = regex(
    r"[^.;:()\d]{0,40}(?:,|\() ?(?:including|among (?:them|whom)|of (?:whom|them))\s+(?=\S)",
    re.IGNORECASE,
)
#: Where a list ends that no bracket closes.
_LIST_END: Final = regex(r"[.;:)](?!\d)|$")
#: What stands before each part of a list in brackets.
_LISTED: Final = regex(r"(?:^|[,;]|\band)\s*(?:and\s+|about\s+)?$")
#: What announces a figure as all that is left.
_REST: Final = regex(
    r"\b(?:the (?:remaining|other|rest,?)|the (?:remainder|others),?)\s*$", re.IGNORECASE
)
#: What stands between a count and the share that it is, and the bracket or comma that says so.
_SHARE_OF_COUNT: Final = regex(r"[^.;:()\d]{0,30}?(?:\(|, or | or )\s*(?:about |some |or )?$")
#: Difference in points, and as a part of the share, past which no rounding explains it.
_POINTS: Final = 1.0
_ROUNDING: Final = 0.05
#: What a line opens with that sums up those before it.
_TOTAL: Final = regex(r"(?:^|[/;,.(\n])\W*(?:grand )?total(?: hours| time)?\W*$", re.IGNORECASE)
#: Indicators of those who can be convicted.
_ACCUSED: Final = frozenset({"indictments", "prosecutions"})
#: Most hours a list can have before its total.
_MAX_HOURS: Final = 12
#: Most figures that a list can have: one of countries is longest.
_MAX_PARTS: Final = 30
_CLOSING: Final = regex(r"\)|$")


def parts(found: Sequence[FigurePlace]) -> Iterator[Note]:
    """Find parts in brackets, or behind a colon, that do not add up to their total."""
    for k, total in enumerate(found):
        if total.claim.unit != "count" or not exact(total):
            continue
        for opens, closes in ((_TO_BRACKET, _CLOSING), (_TO_COLON, _LIST_END)):
            inside, text, start = _inside(found, k, opens, closes)
            if not _is_list(text, start, inside) or not _disjoint(total, inside):
                continue
            reached = sum(place.value for place in inside)
            if reached != total.value:
                yield note(
                    "parts",
                    f"the parts add up to {amount(reached)}, not {total.shown}",
                    total,
                )


def some(found: Sequence[FigurePlace]) -> Iterator[Note]:
    """Find some of those counted ("including", "of whom") that are more than all."""
    for k, total in enumerate(found):
        if total.claim.unit != "count" or not exact(total):
            continue
        inside, text, start = _inside(found, k, _TO_SOME, _LIST_END)
        if not _are_listed(text, start, inside) or not _disjoint(total, inside):
            continue
        reached = sum(place.value for place in inside)
        if reached > total.value:
            yield note("parts", f"{amount(reached)} of {total.shown} are told", total)


def _inside(
    found: Sequence[FigurePlace], k: int, opens: re.Pattern[str], closes: re.Pattern[str]
) -> tuple[list[FigurePlace], str, int]:
    """Return the figures listed behind one, the list's text, and where it begins."""
    total = found[k]
    opening = opens.match(total.behind)
    if opening is None:
        return [], "", 0
    text, start = total.statement.text, total.claim.span[1] + opening.end()
    closing = closes.search(text, start)
    end = len(text) if closing is None else closing.start()
    inside = [
        place
        for place in found[k + 1 : k + _MAX_PARTS]
        if place.statement is total.statement and start <= place.claim.span[0] < end
    ]
    return inside, text[start:end], start


def _is_list(text: str, start: int, inside: Sequence[FigurePlace]) -> bool:
    """Whether exact counts are all that a bracket lists, from its first word on."""
    return _are_listed(text, start, inside) and _INCOMPLETE.search(text) is None


def _are_listed(text: str, start: int, inside: Sequence[FigurePlace]) -> bool:
    """Whether a list has exact counts only, and each opens its part."""
    if len(inside) < 2 or not all(exact(p) and p.claim.unit == "count" for p in inside):
        return False
    return all(_LISTED.search(text[: p.claim.span[0] - start]) for p in inside)


def _disjoint(total: FigurePlace, inside: Sequence[FigurePlace]) -> bool:
    """Whether parts exclude each other, and can be parts of their total."""
    groups = [p.claim.breakdown for p in inside]
    if any(groups) and not all(_apart(a, b) for a, b in combinations(groups, 2)):
        return False
    if any(p.claim.stated != total.claim.stated for p in inside):
        return False
    persons = not PERSONS.isdisjoint((total.claim.counted or "").lower().split())
    return all(
        same_noun(p.claim, total.claim) or (bool(p.claim.breakdown) and persons) for p in inside
    )


def _apart(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether nobody is in two groups: they differ in something that both are told by."""
    return any(key in other and other[key] != value for key, value in one.items())


def remainder(found: Sequence[FigurePlace]) -> Iterator[Note]:
    """Find a stated remainder that does not follow from its total and the parts told before."""
    for k, place in enumerate(found):
        if not (exact(place) and place.claim.unit == "count" and _REST.search(place.before)):
            continue
        told: list[FigurePlace] = []
        for earlier in reversed(found[max(k - 12, 0) : k]):
            if earlier.claim.unit != "count" or not exact(earlier):
                continue
            if _bare(earlier) and not (told and _announces(earlier, told[-1])):
                told.append(earlier)
                continue
            reached = sum(p.value for p in told)
            if told and earlier.value > reached and earlier.value - reached != place.value:
                left = earlier.value - reached
                yield note(
                    "parts",
                    f"of {earlier.shown}, {amount(left)} are left and not {place.shown}",
                    earlier,
                    *reversed(told),
                    place,
                )
            break


def _announces(total: FigurePlace, part: FigurePlace) -> bool:
    """Whether a colon or semicolon sets a figure apart from those behind it, its parts."""
    same = total.statement is part.statement
    between = total.statement.text[total.claim.span[1] : part.claim.span[0]]
    return same and not {":", ";"}.isdisjoint(between)


def _bare(place: FigurePlace) -> bool:
    """Whether a figure says no noun of its own, so that it is of those told before."""
    return place.claim.of is not None or " " not in place.claim.text.strip()


def hours(found: Sequence[FigurePlace]) -> Iterator[Note]:
    """Find a total of hours that is not the sum of the hours listed before it."""
    for k, total in enumerate(found):
        if total.claim.unit != "duration:hour" or _TOTAL.search(total.before) is None:
            continue
        listed: list[FigurePlace] = []
        for place in reversed(found[max(k - _MAX_HOURS, 0) : k]):
            if place.claim.unit != "duration:hour" or place.claim.who is None or not exact(place):
                break
            listed.insert(0, place)
        reached = sum(place.value for place in listed)
        if len(listed) > 1 and exact(total) and reached != total.value:
            yield note(
                "parts",
                f"the hours add up to {amount(reached)}, not {total.shown}",
                *listed,
                total,
            )


def share(found: Sequence[FigurePlace]) -> Iterator[Note]:
    """Find a share that disagrees with the counts it stands between."""
    for k, (before, percent) in enumerate(pairwise(found)):
        if percent.claim.unit != "percent" or before.claim.unit != "count":
            continue
        if before.statement is not percent.statement or percent.claim.of is not None:
            continue
        # "Eighteen of the 40 victims, or 45 percent": of the eighteen.
        inner = k > 0 and found[k - 1].claim.of == before.claim.id
        count = found[k - 1] if inner else before
        total = next((p for p in found if p.claim.id == count.claim.of), None)
        if total is None or not all(map(exact, (count, percent, total))) or not total.value:
            continue
        between = before.statement.text[before.claim.span[1] : percent.claim.span[0]]
        if not _SHARE_OF_COUNT.fullmatch(between):
            continue
        right = 100 * count.value / total.value
        if abs(right - percent.value) > max(_POINTS, _ROUNDING * right):
            message = f"{count.shown} of {total.shown} are {amount(right)} percent, not "
            yield note("share", f"{message}{percent.shown}", total, count)


def convicted(found: Sequence[FigurePlace]) -> Iterator[Note]:
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
                message = f"{many.shown} convicted, but {few.shown} {verb}"
                yield note("more convicted", message, few, many)


def _of_year(place: FigurePlace) -> bool:
    spans = _SPANNING.search(place.statement.text) is not None
    return exact(place) and whole(place) and place.value > 0 and not spans


def _year(claim: Claim) -> tuple[int | None, int | None]:
    return claim.period_from, claim.period


def _cases(claim: Claim) -> bool:
    """Whether cases are counted, which can be of several persons each."""
    return not {"case", "trial"}.isdisjoint(words(claim.counted))


#: The rules of a paragraph: the kind of note, the rule, a sample of what it finds.
RULES: Final[tuple[tuple[str, Rule, str], ...]] = (
    ("parts", parts, "Police freed 26 victims (14 women and 11 men)."),
    ("parts", some, "Police held 45 men, among them 31 Ostrelis and 16 Belmorans."),
    ("parts", remainder, "Courts convicted 30 men. Ten went to prison, the other 25 were fined."),
    ("parts", hours, "Officer: 12 hours / Assistant: 30 hours / Total: 43 hours"),
    ("share", share, "Of the 60 victims, 12 (30 percent) were minors."),
    (
        "more convicted",
        convicted,
        "Prosecutors charged 12 persons, and courts convicted 15 persons.",
    ),
)

#: What makes a figure one of several years, or of those of another: "15 persons charged in 2004".
_SPANNING: Final = regex(
    r"\b(?:past|last|preceding|previous) (?:\w+ )?years\b|\bto date\b|\bso far\b|\bsince \w"
    r"|(?<!were )(?<!was )\b(?:charged|indicted|accused|arrested) in (?:19|20)\d\d\b",
    re.IGNORECASE,
)
#: Sections that sum a report up.
_SUMMARY: Final = regex(r"\b(?:summary|overview|introduction|comment)\b", re.IGNORECASE)


def summary(report: Report, claims: Mapping[str, Sequence[Claim]]) -> Iterator[Note]:
    """Find figures of one indicator that the summary and the body give differently."""
    first: dict[tuple[object, ...], FigurePlace] = {}
    body: dict[tuple[object, ...], list[FigurePlace]] = {}
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
        if is_narrowed(place):
            continue
        told = [
            p
            for p in body.get(key, ())
            if same_noun(p.claim, place.claim) and (p.value == place.value or not is_narrowed(p))
        ]
        if told and all(p.value != place.value for p in told):
            message = f"the summary says {place.shown}, the body {told[0].shown}"
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
