"""Whether a figure covers only a stated part of its year: "since August", "to date"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from tipdiff.claims.context.frame import DATE, MONTH, framed, words_of
from tipdiff.language.months import MONTHS, month_number
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.records import Claim, Span

__all__ = ["PARTS", "with_parts"]

_DAY: Final = rf"(?:{DATE}|{MONTH})(?:,? \d{{4}})?"
_COUNT: Final = r"(?:\w+ )?"

#: The words of a part of a year, from the beginning of a word; a sample and a counter-sample, the
#: number of each in braces.
PARTS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        rf"[Ss]ince (?:early |mid-?\s?|late )?{_DAY}",
        "Since August police arrested {40} men.",
        "Since then police arrested {40} men.",
    ),
    (
        rf"(?:[Ff]rom|[Bb]etween) {_DAY} (?:to|through|until|till|and|up to|-) {_DAY}",
        "From January to June courts convicted {40} men.",
        "From town to town police arrested {40} men.",
    ),
    (
        rf"{MONTH} ?- ?{MONTH}",
        "Police arrested {40} men (January-June).",
        "Police arrested {40} men (mostly minors).",
    ),
    (
        rf"(?:[Uu]ntil|[Tt]hrough|[Uu]p to) (?:the end of )?{_DAY}",
        "Through September the courts convicted {40} men.",
        "Through its courts the state convicted {40} men.",
    ),
    (
        rf"(?:[Ff]irst|[Ll]ast|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Pp]ast) {_COUNT}"
        r"(?:months?|half|quarters?|weeks?|days|semester)\b",
        "In the first nine months police arrested {40} men.",
        "In the first nine raids police arrested {40} men.",
    ),
    (
        r"(?:half|quarter) of (?:the year|\d{4})\b",
        "In half of the year police arrested {40} men.",
        "In half of the cases police arrested {40} men.",
    ),
    (
        rf"[Aa]s of (?:early |mid-?\s?|late )?(?!Dec){_DAY}",
        "As of October police had arrested {40} men.",
        "As of old police arrested {40} men.",
    ),
    (
        r"(?:[Tt]o date|[Tt]hus far|[Ss]o far(?! as)|[Tt]his year to date|[Yy]ear-to-date)\b",
        "To date police arrested {40} men.",
        "On one date police arrested {40} men.",
    ),
    (
        rf"[Ii]n (?:early |mid-?\s?|late )?{MONTH}(?! \d{{1,2}}\b)(?! (?:and|or) )",
        "In May police arrested {40} men.",
        "In 2006 police arrested {40} men.",
    ),
    (
        r"[Ii]n the (?:spring|summer|autumn|fall|winter)\b",
        "In the summer police arrested {40} men.",
        "In the city police arrested {40} men.",
    ),
)
#: Words one of which each part of a year has.
_WORDS: Final = MONTHS | frozenset(
    "since month months half quarter quarters week weeks days semester date far spring summer "
    "autumn fall winter".split()
)
#: A year that has a figure of its own, all of it.
_WHOLE: Final = regex(r"\b(?:[Ii]n(?: all of)?|[Dd]uring|[Ff]or|[Tt]hroughout) \d{4}\b")
#: "As of October police had arrested 40 men in 2006" is of a part of 2006 all the same.
_AS_OF: Final = regex(rf"\b[Aa]s of (?!Dec){_DAY}")
#: Behind these a month is that of the telling, and at a year of its own the span is more than one.
_TELLING: Final = regex(
    r"\b(?:that|said|says|reported|reports|announced|told|stated|published|released|noted)\b"
)
_YEAR: Final = regex(r"\b[12]\d{3}\b")
#: What ends the stretch that a part of a year is said of.
_BREAK: Final = regex(r";|\band (?:another|an additional|\w+ more)\b")
#: Events that are no figures of a time.
_NO_TIME: Final = frozenset({"ratified", "employed"})
#: Claims before one, of which a part of a year may be said.
_NEAR: Final = 12
#: From so many months on a span is a year.
_YEARLONG: Final = 11
_PART: Final = regex(rf"\b(?:{'|'.join(pattern for pattern, _, _ in PARTS)})")


def with_parts(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Return claims that know whether they are of a part of their year.

    Args:
        claims: The claims of a text, in order.
        text: The text, which their spans lie in.

    """
    if _WORDS.isdisjoint(words_of(text)):
        return list(claims)
    told = [
        evolve(c, partial=True) if _is_partial(c, text, claims[max(at - _NEAR, 0) : at]) else c
        for at, c in enumerate(claims)
    ]
    known = {claim.id: claim.stated for claim in told if claim.partial}
    return [  # but "so far it trained 150 clerks (28 in 2005)": all of 2005
        evolve(c, partial=True) if c.of in known and c.stated == known[c.of] else c for c in told
    ]


def _is_partial(claim: Claim, text: str, earlier: Sequence[Claim]) -> bool:
    """Whether a part of a year is said of a claim: behind it, in its words, else before it."""
    if not _has_time(claim):
        return False
    frame = framed(text, claim.span)
    before, _, rest = frame.partition("«")
    own, _, behind = rest.partition("»")
    if before.rfind("(") > before.rfind(")"):  # what is in a bracket is dated there
        before = before[before.rfind("(") :]
        behind = behind.partition(")")[0]
    found = _PART.search(behind)
    if found is not None and _reaches(behind[: found.start()]):
        return not _is_long(found[0])
    if _PART.search(own) is not None:
        return True
    if _WHOLE.match(behind.lstrip()) is not None and not _AS_OF.search(before):
        return False
    found = next(reversed(list(_PART.finditer(before))), None)
    standing = claim.event is None  # "as of May there were 31": no part of what a year brought
    if found is None or _is_long(found[0]) or (standing and _AS_OF.match(found[0])):
        return False
    return _governs(before, found.start(), [c.span for c in earlier], claim)


def _has_time(claim: Claim) -> bool:
    """Whether a figure is of what happens in a time: shares, ages and stays are not."""
    if claim.kind == "norm" or claim.scope == "case" or claim.event in _NO_TIME:
        return False
    unit = claim.unit.partition(":")[0]
    return unit == "count" or (unit == "money" and claim.event is not None)


def _reaches(between: str) -> bool:
    """Whether a part of a year is said of a claim before it, over the words between."""
    if between.count("(") > between.count(")"):
        return between.strip() == "("  # else the bracket is about a figure of its own
    return not any(stop.search(between) for stop in (_WHOLE, _BREAK, _TELLING))


def _governs(before: str, at: int, spans: Sequence[Span], claim: Claim) -> bool:
    """Whether a part of a year said before a claim holds for it.

    "In 2006 three were tried, one in May, and nine were fined": not for the nine.
    """
    between = before[at:]
    if ";" in between or _WHOLE.search(between) or _TELLING.search(between):
        return False
    start = claim.span[0] - len(before)
    earlier = any(start <= span[0] and span[1] <= start + at for span in spans)
    return not earlier or ("," not in between and _YEAR.search(before[:at]) is None)


def _is_long(part: str) -> bool:
    """Whether a span is of a year or more: "from April 2006 to March 2007"."""
    months = [month_number(m[:3]) for m in re.findall(MONTH, part)]
    years = [int(year) for year in re.findall(r"\b\d{4}\b", part)]
    if len(months) < 2:
        return len(set(years)) > 1
    apart = months[-1] - months[0] + (12 * (years[-1] - years[0]) if len(years) > 1 else 0)
    return apart >= _YEARLONG
