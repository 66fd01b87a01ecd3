"""What the words above a list say of the figures in it: their year, what was counted and done.

"Number of sentences imposed in 2007:" says of the item "Fines: 12" that twelve sentences were
imposed in 2007. An item that tells a year or an event of its own keeps it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from tipdiff.claims.context.years import years_of
from tipdiff.claims.extract import Antecedents, read_claims
from tipdiff.claims.indicators.matching import Sentence
from tipdiff.language.tokens import Tokens
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.claims.indicators.matching import Indicators
    from tipdiff.records import Claim

__all__ = ["COUNTING", "Lead", "lead_of", "led"]

#: The figure that a lead is read with where it announces figures: any that is no share or year.
_SOME: Final = "7 "

#: What in a lead stands in the place of the figures to come, with a sample. The last row is a lead
#: that opens with what is counted.
COUNTING: Final[tuple[tuple[str, str], ...]] = (
    (
        r"(?i:^(?:the )?(?:total |overall )?(?:numbers?|no\.|counts?|tall(?:y|ies)) of (?:the )?)",
        "Number of sentences imposed in 2007:",
    ),
    (
        r"(?i:\b(?:the )?following (?:numbers? of |figures? (?:for|on) )?(?:the )?)",
        "In 2007 the police reported the following arrests:",
    ),
    (r"(?i:\bthese )(?=[a-z]+s\b)", "The ministry reported these arrests in 2007:"),
    (r"^(?=[A-Z][a-z]+ ?[a-z])", "Victims identified in 2007:"),
)
#: A year that stands by itself at either end of a lead: "Arrests, 2007:", "2007 arrests".
_LONE: Final = regex(r"^((?:19|20)\d\d)\b(?! ?[-/\u2013])|[,(] ?((?:19|20)\d\d)\)?\W*$")
#: What a bracket says of something in a lead: "Article 88 (as amended in 2003):".
_ASIDE: Final = regex(r"\([^()]*[a-z][^()]*\)")
#: An item that is a name and a figure ("Port Merrin: 12", "Fines - 9"), or a figure alone.
_NAMED: Final = regex(r"^(?P<name>[^:;.\d]*?)\s*(?:[:=]|\s[-\u2013\u2014]+|\.{2,})?\s*$")
_END: Final = regex(r"^\W*(?:(?:and|or)\W*)?$")
#: What ties a figure to its offence: "21 for smuggling".
_OF: Final = regex(r"^(?:for|on|of|under|on charges of) (?!the )", re.IGNORECASE)
#: The name of an item that adds up the others.
_TOTAL: Final = regex(r"^(?:in |grand )?(?:totals?|all|altogether|overall)$", re.IGNORECASE)
#: What tells how things stand now, not what was in the lead's year.
_NOW: Final = regex(r"\b(?:is|are|has|have|will|can|may|currently|now)\b", re.IGNORECASE)
#: What tells an event in the item itself, be it a known one or not.
_VERB: Final = regex(r"\b(?:was|were|did|had|been|is|are|has|have|will)\b", re.IGNORECASE)
#: Units whose figures have no year: what a year holds is counted, paid or measured.
_TIMELESS: Final = frozenset({"age", "ordinal", "duration", "ratio"})
#: Longest name that is a row of a list: more words are a sentence.
_LONGEST: Final = 8


@frozen
class Lead:
    """What a lead says of the items below it.

    Attributes:
        text: Its words.
        year: The year of what is listed, the last of a span; None where it tells none.
        since: The first year of a span.
        what: The figure that it announces, as if it were told; None where it announces none.

    """

    text: str
    year: int | None
    since: int | None
    what: Claim | None


def lead_of(text: str, indicators: Indicators, above: Lead | None = None) -> Lead | None:
    """Read a lead; None where it says nothing of figures.

    Args:
        text: The statement that introduces a list; only one that ends with a colon says what its
            items are.
        indicators: What the announced figures' indicators are.
        above: What the lead of its own list says, where it is an item itself.

    """
    plain = text.rstrip()
    if not plain.endswith(":"):
        return None
    what = _announced(plain.rstrip(" :"), indicators)
    year, since = _year(plain, what)
    if above is not None:
        year, since = (above.year, above.since) if year is None else (year, since)
        what = what if what is not None and what.event else above.what
    return None if year is None and what is None else Lead(plain, year, since, what)


def _announced(text: str, indicators: Indicators) -> Claim | None:
    """Return the figure that a lead announces, read as if it stood there."""
    for pattern, _ in COUNTING:
        found = re.search(pattern, text)
        if found is None:
            continue
        told = f"{text[: found.start()]}{_SOME}{_small(text[found.end() :])}."
        claims = read_claims(told, "", None, Antecedents(), indicators)
        for claim in claims:
            if claim.span[0] == found.start() and claim.unit == "count" and claim.counted:
                return claim if claim.event or claim.indicator else None
        return None
    return None


def _small(text: str) -> str:
    """Return text that begins in small letters, where it is no name: "Victims identified"."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _year(text: str, what: Claim | None) -> tuple[int | None, int | None]:
    if what is not None and what.stated is not None:
        return what.stated, what.period_from
    told = [
        year
        for year in years_of(Tokens(_ASIDE.sub(" ", text)), [])
        if year.year is not None and year.host < 0
    ]
    if len(told) == 1:
        return told[0].year, told[0].since
    lone = _LONE.search(text.rstrip(" :")) if not told else None
    return (None, None) if lone is None else (int(lone[1] or lone[2]), None)


def led(claims: Sequence[Claim], text: str, lead: Lead, indicators: Indicators) -> list[Claim]:
    """Return the claims of an item, with what its lead says of them.

    Args:
        claims: The item's.
        text: The item.
        lead: What stands above its list.
        indicators: What their indicators are.

    """
    dated = (
        lead.year is not None
        and not any(c.stated is not None or c.period_from is not None for c in claims)
        and not years_of(Tokens(text), [])
        and _NOW.search(text) is None
    )
    told = []
    for at, claim in enumerate(claims):
        one = _counted(claim, text, lead, indicators) if at == 0 else claim
        timed = one.kind == "figure" and one.unit.partition(":")[0] not in _TIMELESS
        if dated and timed:
            one = evolve(one, stated=lead.year, period=lead.year, period_from=lead.since)
        told.append(one)
    return told


def _counted(claim: Claim, text: str, lead: Lead, indicators: Indicators) -> Claim:
    """Return an item's figure as one of what its lead announces, if it says no event itself."""
    what = lead.what
    if what is None or claim.unit != "count" or claim.kind != "figure" or claim.of is not None:
        return claim
    named = _NAMED.match(text[: claim.span[0]])
    first = not text[: claim.span[0]].strip()
    closes = _END.match(text[claim.span[1] :]) is not None
    row: str | None
    if named is not None and closes and not first:
        row, noun = named["name"].strip(), what.counted
    elif first and claim.event is None and _VERB.search(text) is None:
        own = " " in claim.text
        row = claim.counted if own else _OF.sub("", text[claim.span[1] :].strip(" .,;:"))
        row = None if claim.breakdown else row
        noun = claim.counted if own else what.counted
    else:
        return claim
    if row and len(row.split()) > _LONGEST:
        return claim
    if row and _TOTAL.match(row):
        row = None
    one = evolve(
        claim,
        counted=noun,
        event=what.event,
        law=claim.law or what.law,
        who=claim.who or what.who,
        scope=claim.scope or what.scope,
        partial=claim.partial or what.partial,
        breakdown={**claim.breakdown, **({"row": row} if row else {})},
    )
    sentence = Sentence(f"{lead.text} {text}")
    name = indicators.of(one, sentence) or indicators.of(
        evolve(one, counted=what.counted, breakdown=claim.breakdown), sentence
    )
    return evolve(one, indicator=name or what.indicator)
