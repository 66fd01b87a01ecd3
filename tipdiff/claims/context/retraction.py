"""Figures that a text takes back, or that it only quotes from an older report.

Neither is a figure of this report: the one is wrong by its own word, the other was told before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from tipdiff.claims.context.frame import framed, words_of
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.records import Claim

__all__ = ["RETRACTIONS", "WITHDRAWALS", "takes_back", "with_retractions", "withdrawn"]

_OLDER: Final = (
    r"\b(?:[Ll]ast year's|[Tt]he previous year's|[Tt]he (?:previous|last|prior|earlier|\d{4})|"
    r"[Aa]n earlier|[Oo]ur (?:last|previous|\d{4})|[Pp]ost's (?:last|previous|\d{4})|\d{4}) "
    r"(?:[\w-]+ ){0,3}(?:report|cable|submission)\b"
)
_WRONG: Final = (
    r"(?:(?:a|an|in|based on an?) )?(?:[\w-]+ly )?(?:mistaken?|error|erroneous|incorrect|wrong|"
    r"inaccurate|misprint|typographical|miscount|false|untrue|overstated|understated|too high|"
    r"too low)\b"
)
_WRONGLY: Final = "(?:erroneously|mistakenly|incorrectly|wrongly|inaccurately)"
_SAID: Final = (
    r"(?:said|stated|noted|gave|reported|spoke of|put|listed|cited|mentioned|told|counted|claimed|"
    r"quoted|recorded|had)"
)
_FIGURE: Final = r"(?:figures?|numbers?|totals?|counts?|statistics?|data)"

#: The words that take a figure back, the claim in ``«`` and ``»``; a sample and a counter-sample.
RETRACTIONS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        rf"\b{_WRONGLY} (?:[\w-]+ ){{1,8}}?[^;«]*«",
        "The ministry erroneously told of {12} trials.",
        "The ministry rightly told of {12} trials.",
    ),
    (
        rf"{_OLDER}(?: [\w-]+)? {_SAID}\b[^;]*«",
        "Last year's report told of {12} trials.",
        "The ministry told of {12} trials.",
    ),
    (
        r"»[^;]*\b(?:as|which|that) (?:was |were |we |post )?(?:reported|stated|noted) "
        r"(?:in )?(?:last year|(?:last year's|the previous|an earlier) (?:\w+ )?(?:report|cable))",
        "There were {12} trials, as reported last year.",
        "There were {12} trials, as reported this year.",
    ),
    (
        r"»[^;.]{0,40}\b(?:reported|given|listed|cited) (?:in )?(?:last year|last year's "
        rf"(?:\w+ )?(?:report|cable))(?: (?:was|were) (?:for|of|about|in) |[^;.]*\b{_WRONG})",
        "The {12} trials reported last year were for theft.",
        "The {12} trials reported this year were for theft.",
    ),
    (
        r"»[^;.]{0,60}\b(?:reported|given|listed|counted|recorded|published) "
        r"(?:in error|by mistake)\b",
        "Police said that {12} trials were reported in error.",
        "Police said that {12} trials were reported in May.",
    ),
    (
        r"\b[Aa]s (?:was |we |post )?(?:reported|stated|noted) (?:in )?(?:last year|(?:last year's|"
        r"the previous|an earlier) (?:\w+ )?(?:report|cable))\b[^;]*«",
        "As noted last year, {12} men were tried.",
        "As noted this year, {12} men were tried.",
    ),
    (
        rf"\b{_FIGURE} of [^;«]{{0,20}}«[^;]*\b(?:was|were|is|proved(?: to be)?|turned out to be) "
        rf"{_WRONG}",
        "The figure of {12} trials was a mistake.",
        "The figure of {12} trials was a surprise.",
    ),
    (
        r"\b[Cc]orrect(?:ed|s|ing)? (?:upwards? |downwards? )?(?:from|the (?:figure|number) of) «",
        "The count was corrected from {12} trials.",
        "The count fell from {12} trials.",
    ),
    (
        rf"\b(?:[Pp]reviously|[Ee]arlier) {_SAID} (?:{_FIGURE} of )?(?:the )?«",
        "They were 14 and not the previously reported {12} trials.",
        "They were 14 and not the recently reported {12} trials.",
    ),
    (
        rf"\b(?:not|[Ii]nstead of|[Rr]ather than) (?:the )?«[^»]*»,? (?:as )?(?:which |that )?"
        rf"(?:were |was |had been )?(?:previously |earlier |first )?{_SAID}\b",
        "There were nine, not {12} trials as stated before.",
        "There were nine, not {12} trials as planned before.",
    ),
)
#: What takes back the figure of the sentence before; a sample, and one that does not.
WITHDRAWALS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        rf"^\W*(?:[Hh]owever,? |[Bb]ut )?(?:[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Tt]he) "
        rf"(?:[\w-]+ ){{0,2}}(?:{_FIGURE}|statement|claim|report)?\s?"
        rf"(?:was|were|is|are|proved(?: to be)?|turned out to be) (?:later |since )?{_WRONG}",
        "Police arrested {12} men. This figure was a mistake.",
        "Police arrested {12} men. This raid was a success.",
    ),
    (
        rf"^\W*(?:[Hh]owever,? |[Bb]ut )?(?:[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Tt]he) "
        rf"(?:[\w-]+ )?{_FIGURE} (?:was|were|has been|have been|had been) (?:later |since )?"
        r"(?:withdrawn|retracted|disowned|taken back)",
        "Police arrested {12} men. The figure was later withdrawn.",
        "Police arrested {12} men. The figure was later printed.",
    ),
    (
        rf"^\W*(?:[Tt]he|[Ii]ts|[Oo]ur) (?:correct|right|true|actual|real) {_FIGURE} "
        r"(?:is|was|should|would)\b",
        "Police arrested {12} men. The correct figure is nine.",
        "Police arrested {12} men. The latest figure is nine.",
    ),
)
#: Words one of which every row has.
_WORDS: Final = frozenset(
    "erroneously mistakenly incorrectly wrongly inaccurately report cable submission reported "
    "stated noted mistake mistaken error erroneous incorrect wrong inaccurate misprint "
    "typographical miscount false untrue overstated understated too correct corrected corrects "
    "correcting previously earlier instead rather not withdrawn retracted disowned taken right "
    "true actual real".split()
)
_PLURAL: Final = regex(r"\b(?:these|those|figures|numbers|data|statistics)\b", re.IGNORECASE)
_SENTENCE: Final = regex(r"(?<=[.!?])\s+(?=[\"'(\[]*[A-Z])")


#: Characters within which a sentence says that it takes something back.
_LONGEST: Final = 200


_RETRACTING: Final = regex("|".join(pattern for pattern, _, _ in RETRACTIONS))
_WITHDRAWING: Final = regex("|".join(pattern for pattern, _, _ in WITHDRAWALS))


def takes_back(sentence: str) -> bool:
    """Whether a sentence takes back the figure of the one before it."""
    return _WITHDRAWING.search(sentence) is not None


def with_retractions(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Return claims that know whether their own text takes them back.

    Args:
        claims: The claims of a text, in order.
        text: The text, which their spans lie in.

    """
    if _WORDS.isdisjoint(words_of(text)):
        return list(claims)
    told = [
        evolve(c, retracted=True) if _RETRACTING.search(framed(text, c.span)) else c for c in claims
    ]
    for end in [match.end() for match in _SENTENCE.finditer(text)]:
        following = text[end : end + _LONGEST]
        if takes_back(following):
            before = [c for c in told if c.span[1] <= end]
            told = [*withdrawn(before, following), *told[len(before) :]]
    return told


def withdrawn(claims: Sequence[Claim], sentence: str) -> list[Claim]:
    """Return the claims of a statement that the next one takes back.

    "These figures" are all of them, "this figure" is the last that is not only compared with.
    """
    figures = [c for c in claims if c.kind == "figure" and c.baseline_of is None]
    figures = [c for c in figures if c.unit not in {"age", "ordinal"}]
    if not _PLURAL.search(sentence[: sentence.find(".") + 1] or sentence):
        figures = figures[-1:]
    taken = {claim.id for claim in figures}
    return [evolve(claim, retracted=True) if claim.id in taken else claim for claim in claims]
