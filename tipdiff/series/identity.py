"""Whose figure and under which law: what may stand in one series, and what may not.

Convictions for pimping are no convictions for trafficking, and what one foundation counted is not
the country's. Of an indicator and breakdown there is one series for each offence or statute and
each body. A statute or a body that is named in one edition and left out in the next is the same one
all the same, as long as no report gives one figure with it and another without.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tipdiff.series.mention import Mention

__all__ = ["OFFENCES", "OWN_BODIES", "Identity", "identities", "offence_of"]


class Identity(NamedTuple):
    """What tells a series from others of its indicator and breakdown.

    Attributes:
        law: The offence or statute; None where it is the one that the report is about.
        who: The body whose figures they are; None where they are the country's.

    """

    law: str | None
    who: str | None


#: Offences: how a series calls each, its words, a sentence that has one figure of it. The first is
#: what a report on trafficking is about, and stands in a label only beside another.
OFFENCES: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "trafficking",
        r"(?<!drug )(?<!narcotics )traffick\w+",
        "Nine men were convicted of trafficking and pimping.",
    ),
    (
        "pimping",
        r"pimp\w*|procur(?:ing|ers?|ement)|pander\w*",
        "Nine men were convicted of pimping.",
    ),
    (
        "prostitution",
        r"prostitution|soliciting",
        "Nine men were charged with illegal prostitution.",
    ),
    (
        "rape",
        r"rape|rapists?|sexual (?:assault|violence|abuse)",
        "Nine men were convicted of rape.",
    ),
    ("smuggling", r"smuggl\w+", "Nine men were convicted of alien smuggling."),
    (
        "forced labor",
        r"forced labou?r|slavery|peonage|servitude",
        "Nine men were charged with slavery.",
    ),
    ("child labor", r"child labou?r", "Nine men were prosecuted for child labor."),
    ("kidnapping", r"kidnap\w*|abduction", "Nine men were arrested for kidnapping."),
    (
        "child pornography",
        r"(?:child )?pornography",
        "Nine men were arrested for child pornography.",
    ),
    ("corruption", r"corruption|bribery|bribes?", "Nine men were charged with corruption."),
    (
        "narcotics",
        r"narcotics|drug[- ](?:related|traffick\w+|offen[cs]es)",
        "Nine men were arrested for drug trafficking.",
    ),
    (
        "document fraud",
        r"(?:document|passport|visa) (?:fraud|forgery)",
        "Nine men were charged with visa fraud.",
    ),
)
#: Of what an offence is told: what police, prosecutors and courts do.
_ENFORCED: Final = frozenset(
    "investigated arrested detained charged prosecuted convicted acquitted sentenced fined opened "
    "dismissed".split()
)
#: Words behind which an offence is named, and how far behind the figure, in letters.
_FOR: Final = regex(
    r"^[^.;:\d]{0,80}?\b(?:for|of|on|with|in|under|involving)\b(?P<what>[^.;:,\d]{3,60})"
)
#: Bodies of the country itself: their figures are its own.
OWN_BODIES: Final = regex(
    r"\b(?:polic|court|judg|judicia|prosecut|government|minist|author|state|customs|guard|army|navy|"
    r"coast|border|immigration|parliament|attorney|bureau|office|department|secretar|officials?|"
    r"inspect|province|municipal|city|district|unit|directorate|force|jandarma|gendarm|embassy|"
    r"agency|council|commission|committee|tnp|goc|got|cabinet|president|country)\w*",
    re.IGNORECASE,
)


def offence_of(mention: Mention) -> str | None:
    """Return the offence or statute that a figure is of; None for trafficking, or where none is.

    Args:
        mention: A figure in its words.

    """
    claim = mention.claim
    if claim.event not in _ENFORCED:
        return None
    behind = _FOR.match(mention.after)
    told = f"{claim.counted or ''} {claim.text} {behind['what'] if behind else ''}"
    found = [
        name for name, words, _ in OFFENCES if re.search(rf"\b(?:{words})\b", told, re.IGNORECASE)
    ]
    return None if found in ([], [OFFENCES[0][0]]) else " and ".join(found)


def identities(found: Iterable[Mention]) -> list[tuple[Identity, list[Mention]]]:
    """Return the figures of one indicator and breakdown by offence or statute, and by body.

    Args:
        found: Its mentions, in the order of editions and text.

    Returns:
        Each identity with its mentions; the country's, of no other offence, first.

    """
    offences: dict[str | None, list[Mention]] = defaultdict(list)
    for mention in found:
        offences[offence_of(mention)].append(mention)
    told: list[tuple[Identity, list[Mention]]] = []
    for offence in sorted(offences, key=lambda name: name or ""):
        told += _by_body(offence, offences[offence])
    return told


def _by_body(offence: str | None, found: Sequence[Mention]) -> list[tuple[Identity, list[Mention]]]:
    groups: dict[Identity, list[Mention]] = defaultdict(list)
    for mention in found:
        law = offence or mention.claim.law
        groups[Identity(law, _body(mention))].append(mention)
    own = Identity(offence, None)
    for key in [key for key in groups if key != own]:
        named = groups[own] if own in groups or len(groups) > 1 else []
        if own in groups and not _differ(named, groups[key]):
            groups[own] = sorted([*named, *groups.pop(key)], key=lambda m: (m.place, m.order))
    return sorted(groups.items(), key=lambda item: (item[0].law or "", item[0].who or ""))


def _body(mention: Mention) -> str | None:
    """Return the body whose figure it is, None for one of the country's own."""
    who = mention.claim.who
    return None if who is None or OWN_BODIES.search(who) else who


def _differ(mine: Iterable[Mention], theirs: Sequence[Mention]) -> bool:
    """Whether one report gives two figures for a year, one of them under another law or body."""
    said: dict[tuple[int, int], set[object]] = defaultdict(set)
    for mention in mine:
        said[mention.place, mention.year].add(mention.ends)
    return any(m.ends not in said[m.place, m.year] for m in theirs if (m.place, m.year) in said)
