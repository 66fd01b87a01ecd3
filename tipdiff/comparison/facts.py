"""The facts about one change, found in its texts, claims and place.

Each function looks at one kind of evidence and returns the facts it found, by the names of
:data:`tipdiff.comparison.rules.FACTS`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from tipdiff.claims import figures_differ, only_conversion_drifts
from tipdiff.comparison.negation import reverses
from tipdiff.comparison.opposites import opposed
from tipdiff.comparison.word_differences import Difference, difference
from tipdiff.language.event_words import FLOW_EVENTS
from tipdiff.language.months import NAMES, SEASONS, SHORT
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from tipdiff.records import Claim, ClaimChange

__all__ = ["claim_facts", "copy_facts", "period_facts", "text_facts"]

#: Likeness of two texts, letters with figures masked, from which single words are set against each
#: other. Below it a "not" here and a "may" there stand in different clauses: read off the real
#: cables, where half of what was found below it was no reversal.
CLOSE: Final = 0.6
#: Likeness from which a single word that came is what changed: one word in six may differ.
NEARLY_SAME: Final = 0.85
#: Likeness of two statements of one report, words sorted, from which they say the same thing twice.
COPY: Final = 0.9

#: Words that date a statement to the report it stands in.
_THIS_PERIOD = regex(
    r"\b(?:this (?:past )?(?:year|month|quarter|reporting period)|currently|at present|so far"
    r"|(?:in|during|over|for) the (?:past|last|reporting|current|previous)"
    r" (?:\w+ )?(?:year|years|months?|period)|(?:last|past) year|to date|recently"
    r"|presently|at this time|at the moment"
    r"|as of (?:this )?(?:writing|now)|year to date)\b"
)
#: Words that make a figure one of every year.
_PER_YEAR = regex(
    r"\b(?:annually|(?:each|every|per|a) year|yearly|per annum|during the year|in the year)\b"
)
#: What holds of all time up to the report, and of no period.
_EVER = regex(r"\b(?:ever|yet)\b")
#: What a law says in its own words, and what says which law holds.
_SHALL: Final = regex(r"\bshall\b")
_OF_LAW: Final = regex(
    r"\b(?:laws?|acts?|articles?|legislation|statutes?|provisions?|penal code|criminal code|code"
    r"|penalt(?:y|ies)|punishable)\b"
)
#: A month before its year: the date of an event, not of a period.
_DATED = regex(
    rf"\b(?:{'|'.join((*NAMES, *SHORT, 'sept', *SEASONS))})\.? (?:\d{{1,2}}, )?(?:19|20)\d\d\b"
)
#: The apostrophe of a plural, or the comma it became: ``the workers, papers``.
_LOST_APOSTROPHE = regex("s[,'] ")


def text_facts(
    old: Sequence[str], new: Sequence[str], similarity: float, since: int | None = None
) -> set[str]:
    """Return what the folded texts of a link's two sides say of it.

    Args:
        old: The texts of the old side.
        new: The texts of the new side.
        similarity: The likeness of their letters.
        since: The first year that is the old report's own; None where that is not known.

    """
    before, after = list(dict.fromkeys(old)), list(dict.fromkeys(new))
    facts: set[str] = set()
    if len(before) == len(after) == 1 and before == after:
        return {"same text"}
    one, other = _closest(before, after)
    if _all_copies(before) and _all_copies(after):
        differs = difference(one, other)
    else:
        differs = difference(" ".join(before), " ".join(after))
    close = similarity >= CLOSE
    facts |= _difference_facts(differs, (one, other), since, close=close)
    if close:
        facts.add("close")
    if opposed(one, other, close=close):
        facts.add("negation differs")
    if similarity >= NEARLY_SAME:
        facts.add("nearly the same")
    if len(after) > 1 and not _all_copies(after):
        facts.add("several new")
    if len(before) > 1 and not _all_copies(before):
        facts.add("several old")
    return facts


def _difference_facts(
    differs: Difference, texts: tuple[str, str], since: int | None, *, close: bool
) -> set[str]:
    """Return what the differing words of two texts say."""
    one, other = texts
    facts: set[str] = set()
    if differs.dates[0] and differs.dates[1]:
        facts.add("past date differs" if _past(differs, since) else "dates roll on")
    elif differs.dates[0] or differs.dates[1]:
        facts.add("words differ")
    if differs.shifted:
        facts.add("strength shifts")
    if differs.hedged:
        facts.add("hedge differs")
    if reverses(one, other, close=close):
        facts.add("negation differs")
    if differs.lost_letters:
        facts.add("letters lost")
    elif differs.other[0] or differs.other[1]:
        facts.add("words differ")
    told = facts & {"strength shifts", "hedge differs", "negation differs"}
    if not told and any((*differs.negations, *differs.strength)):
        facts.add("words differ")  # "No, the port has": a word of this kind that says nothing by it
    if not differs.any_words:
        lost = _LOST_APOSTROPHE.sub("s'", one) == _LOST_APOSTROPHE.sub("s'", other)
        facts.add("letters lost" if lost else "marks differ")
    return facts


def _past(differs: Difference, since: int | None) -> bool:
    """Whether only years differ, and all of them lie before the old report's own.

    What happened in a year that was past already happened in no other a year later.
    """
    dates = [word for side in differs.dates for word in side]
    return since is not None and all(word.isdecimal() and int(word) < since for word in dates)


def copy_facts(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """Return whether one of two sides, folded, holds copies within one report."""
    if any(len(side) > 1 and _all_copies(side) for side in (old, new)):
        return {"copies"}
    return set()


def claim_facts(changes: Sequence[ClaimChange]) -> set[str]:
    """Return what the paired claims say of a change."""
    facts: set[str] = set()
    if figures_differ(changes):
        facts.add("figures differ")
    elif only_conversion_drifts(changes):
        facts.add("conversion drifts")
    else:
        facts.add("figures stand")
    return facts


def period_facts(
    text: str, claims: Sequence[Claim], years: frozenset[int], *, period_moved: bool
) -> set[str]:
    """Return whether a statement is bound to its report's period, and whether that moved on.

    Args:
        text: The folded text.
        claims: The statement's claims.
        years: The years that were the old report's own: its edition's, and the one it covers.
        period_moved: Whether the two reports cover different years.

    """
    facts = {"period moved"} if period_moved else set()
    if _THIS_PERIOD.search(text) or any(_of_the_period(claim, text, years) for claim in claims):
        facts.add("dated")
    if _SHALL.search(text) or (
        _OF_LAW.search(text) and not any(_of_the_period(claim, text, years) for claim in claims)
    ):
        facts.add("of the law")
    return facts


def _of_the_period(claim: Claim, text: str, years: frozenset[int]) -> bool:
    """Whether a figure is one of the old report's own period: norms and ages are not.

    Neither is a past event with its date, nor what never happened yet.
    """
    if claim.kind != "figure" or claim.unit == "age" or _EVER.search(text):
        return False
    if claim.stated is not None:
        return claim.stated in years and not _DATED.search(text)
    if claim.unit.startswith("duration"):
        return "average" in text
    return bool(_PER_YEAR.search(text)) or claim.event in FLOW_EVENTS


def _all_copies(folds: Sequence[str]) -> bool:
    """Whether all texts say the same thing, give or take a word."""
    return all(fuzz.token_sort_ratio(folds[0], fold) >= 100 * COPY for fold in folds[1:])


def _closest(before: Sequence[str], after: Sequence[str]) -> tuple[str, str]:
    """Return the two texts, one of each side, that are most alike."""
    return max(
        ((one, other) for one in before for other in after),
        key=lambda pair: fuzz.ratio(*pair),
    )
