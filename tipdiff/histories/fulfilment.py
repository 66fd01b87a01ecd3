"""What a later statement tells of a promise: that it is done, put off, or not done."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Final

from tipdiff.histories.past_forms import PASTS, pasts, verbs_of
from tipdiff.language.months import MONTHS, NAMES
from tipdiff.patterns import regex
from tipdiff.text import folded, words

if TYPE_CHECKING:
    from tipdiff.language.intentions import Intention

__all__ = [
    "DONE_NOUNS",
    "FULFILMENTS",
    "NOT_DONE",
    "PUT_OFF",
    "is_done",
    "is_earlier",
    "is_not_done",
    "is_of_state",
    "is_put_off",
    "tells_done",
]

#: Acts that answer one another: the stems of verbs that are promised, the pasts that tell them
#: done, and an invented sample of a promised word and what answers it.
FULFILMENTS: Final = (
    (
        r"draft|prepar|develop|elaborat|formulat|finali[sz]|complet|finish|releas|publish|issu|"
        r"writ|be$|produc|ready|public",
        "adopted approved completed finalized published launched issued released introduced "
        "passed enacted",
        "draft adopted",
    ),
    (
        r"stud(?:y|ies)$|survey|report|research|census|assess|investigat|inquir|manual|guide|handbook",
        "conducted completed published released issued concluded carried printed",
        "survey published",
    ),
    (
        r"complet|finish|conclud|end$",
        "conducted concluded carried held made ended",
        "complete conducted",
    ),
    (
        r"open|establish|creat|form|build|construct|inaugurat|launch|start|begin|set$|setting|run",
        "opened established created built constructed inaugurated launched started began completed",
        "construct opened",
    ),
    (
        r"ratif|acced|adopt|pass|enact|vot|introduc|submit|take|approv|present|amend",
        "ratified acceded adopted passed enacted approved amended",
        "submit passed",
    ),
    (r"sign", "signed ratified acceded", "sign ratified"),
    (r"enter", "adopted passed enacted promulgated", "enter enacted"),
    (
        r"train|conduct|hold|organi[sz]|provid|offer|carr|undertak|host",
        "trained conducted held organized provided offered hosted",
        "provide trained",
    ),
    (
        r"appoint|hir|recruit|add|assign|nam",
        "appointed hired recruited added assigned named",
        "add hired",
    ),
    (
        r"giv|allocat|fund|donat|pay|grant|financ|receiv",
        "gave given allocated funded donated paid granted financed received",
        "allocate granted",
    ),
    (r"distribut|print|send|hand", "distributed printed sent handed", "print distributed"),
)
#: What tells an act as done by its noun, each with an invented sample: something came after it, in
#: spite of it, or it has a date.
DONE_NOUNS: Final = (
    (
        r"\b(?:after|since|following|despite|upon) (?:[\w']+ ){0,3}?"
        r"(?:ratification|adoption|approval|passage|enactment|signature|opening|"
        r"establishment|creation|publication|launch|appointment|inauguration|completion) of\b",
        "After the mayor's approval of the code nothing moved.",
    ),
)
#: A later version that says so tells that it is put off, each with an invented sample.
PUT_OFF: Final = (
    (r"\b(?:postpon|deferr|delay)(?:ed|es|ing)\b|\bdeferral\b", "The opening was postponed."),
    (r"\b(?:put|pushed|set) (?:off|back)\b", "The opening was put off."),
    (
        r"\b(?:was|were) (?:to|expected to|scheduled to|due to|planned)\b.*\bnow (?:expected|"
        r"scheduled|due|planned|expects?|plans?|to)\b",
        "It was to open in May but is now expected to do so in June.",
    ),
)
#: A later version that says so tells that nothing has come of it, each with an invented sample.
NOT_DONE: Final = (
    (
        r"\b(?:has|have|had|was|were|did|does|do|is|are) (?:still |yet )?not\b",
        "The guild has not paid.",
    ),
    (
        r"\b(?:has|have|had) yet to\b|\bthere (?:is|are|was|"
        r"were) (?:still )?no\b",
        "It has yet to open.",
    ),
    (r"\bno longer (?:plan|intend|hope)", "The guild no longer plans it."),
    (
        r"\b(?:abandoned|shelved|cancell?ed|rejected|refused|failed|never|languish(?:ed|es)?|"
        r"stalled)\b",
        "The plan was shelved.",
    ),
)
_FULFILMENTS: Final = tuple(
    (regex(rf"(?:{stems})"), frozenset(told.split())) for stems, told, _ in FULFILMENTS
)
#: Acts in which one body asks and another does.
_OF_STATE: Final = regex(r"ratif|sign|acced|adopt|pass|enact|vot|submit|introduc|approv")
_DONE_NOUNS: Final = tuple(regex(pattern) for pattern, _ in DONE_NOUNS)
_PUT_OFF: Final = tuple(regex(pattern) for pattern, _ in PUT_OFF)
_NOT_DONE: Final = tuple(regex(pattern) for pattern, _ in NOT_DONE)
#: Words before a past form that make it no finite act: "an established center", "to be opened".
_NOT_FINITE: Final = frozenset(
    "a an the its their newly recently be being of to by not never yet no this that his her "
    "expected".split()
)
#: What is to come first, or may come.
_ONCE: Final = frozenset("once if until unless".split())
#: What tells that a thing came about of which no act was promised: "a second school is planned for
#: the town", "a second school opened".
_CAME_ABOUT: Final = frozenset(
    "opened established created built constructed inaugurated launched started began founded held "
    "conducted organized completed introduced".split()
)
#: What was done was something else.
_PARTLY: Final = regex(r"\bbut not\b")
_YEAR: Final = regex(r"\b(?:19|20)\d\d\b")


def is_done(intended: Iterable[Intention], text: str) -> bool:
    """Whether a later text tells an intended act as done: a finite past, not denied."""
    fold = folded(text)
    if _PARTLY.search(fold):
        return False
    if any(pattern.search(fold) for pattern in _DONE_NOUNS):
        return True
    return tells_done({form for each in intended for form in _done(each)}, fold)


def tells_done(forms: Collection[str], fold: str) -> bool:
    """Whether a folded text has one of some past forms that is finite and not denied."""
    told = words(fold)
    return any(
        word in forms
        and not (
            set(told[max(k - 1, 0) : k]) & _NOT_FINITE
            or {"not", "nor"}.intersection(told[max(k - 3, 0) : k])
        )
        and _ONCE.isdisjoint(told[max(k - 6, 0) : k])
        for k, word in enumerate(told)
    )


def is_earlier(text: str, year: int) -> bool:
    """Whether a text dates all that it tells before the year that a report of ``year`` is on."""
    years = [int(match[0]) for match in _YEAR.finditer(text)]
    return bool(years) and max(years) < year - 1


def is_of_state(intended: Iterable[Intention]) -> bool:
    """Whether an act is such as the bodies of a state do for one another: to ratify, to enact."""
    return any(_OF_STATE.match(each.act) for each in intended if each.act is not None)


def _done(each: Intention) -> set[str]:
    """Return the words that tell that an act is done."""
    act = each.act
    if act is None:
        return set()
    behind = each.behind.split()
    if each.passive and act in behind and (act in MONTHS or behind[0] != act):
        return set(_CAME_ABOUT)
    own = {act} if act.endswith("ed") or act in PASTS else set()
    if not (each.passive and own):
        own |= {form for verb in verbs_of(act) for form in pasts(verb)}
    answers = {form for stems, told in _FULFILMENTS if stems.match(act) for form in told}
    return own | answers


def is_put_off(before: str, text: str, *, promised: bool) -> bool:
    """Whether a later text tells another date than a promise did, or that it was put off.

    Args:
        before: The promise as it stood.
        text: What is said later.
        promised: Whether that is a promise too, with the same figures.

    """
    fold = folded(text)
    if any(pattern.search(fold) for pattern in _PUT_OFF):
        return True
    dates = [_dates(folded(each)) for each in (before, text)]
    return promised and bool(dates[0]) and bool(dates[1]) and max(dates[1]) > max(dates[0])


def is_not_done(text: str) -> bool:
    """Whether a text tells that nothing has come of what was intended."""
    fold = folded(text)
    return any(pattern.search(fold) for pattern in _NOT_DONE)


def _dates(fold: str) -> list[int]:
    """Return the months that a text names with a year, and the ends of its bare years."""
    found = []
    for match in _YEAR.finditer(fold):
        before = words(fold[: match.start()])[-1:]
        month = NAMES.index(before[0]) if before and before[0] in NAMES else 11
        found.append(12 * int(match[0]) + month)
    return found
