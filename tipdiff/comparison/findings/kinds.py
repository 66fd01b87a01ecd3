"""What kind of thing a finding tells, by what its figures did and the act its sentence tells.

A word alone tells no kind: law enforcement is no law, and a planned gathering no promise. An act
does: a word for what is acted on, and near it the verb that acts on it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.language.intentions import intends
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from tipdiff.records import FindingKind

__all__ = ["ACTS", "KINDS", "Act", "Kind", "acts_of", "kind_of"]

#: Words between an act and what it acts on, at most.
NEAR: Final = 9


class Act(NamedTuple):
    """An act that sentences tell: what is acted on, the verbs of it, and samples.

    ``verbs`` stand within :data:`NEAR` words of one of the ``things``, on either side of it and in
    the same clause. ``counter`` holds the words without the act.
    """

    name: str
    things: str
    verbs: str
    sample: str
    counter: str


#: The acts that make a kind, most telling first.
ACTS: Final = (
    Act(
        "law",
        r"laws?(?! enforcement| and order|s? of nature)|bills?|acts?(?= (?:on|of|to|that|was|is|has"
        r"|bans?|\d)|\.|,)|legislation|amendments?|decrees?|statutes?|penal code|criminal code"
        r"|constitution|conventions?|protocols?|treat(?:y|ies)|articles? \d+|executive order",
        r"passed|adopt\w+|enact\w+|approv\w+|ratif\w+|sign(?:ed|ing|s|atory)|amend(?:ed|s|ing)"
        r"|introduc\w+|draft(?:ed|ing|s)?|repeal\w*|abolish\w*|entered into force|in force"
        r"|came into (?:force|effect)|took effect|takes effect|effective|criminali[sz]\w+"
        r"|decriminali[sz]\w+|legali[sz]\w+|outlaw\w*|prohibits?|bans?|banned|punish\w*|permits"
        r"|authori[sz]ed|acced\w+|submitted|pending|awaits?|vot(?:ed|e)|reject\w+|provides for"
        r"|expand\w*|relax\w*|establishes|requires",
        "The assembly passed a law on pilots.",
        "Law enforcement officers passed the pier.",
    ),
    Act(
        "case",
        r"(?:an?|one|two|three|four|five|six|\d+|the|several|some|another) "
        r"(?:[\w-]+ ){0,4}(?:m[ae]n|militants?|individuals?|people|traffickers?|wom[ae]n"
        r"|girls?|boys?|child(?:ren)?|persons?|nationals?|citizens?|owners?|officials?"
        r"|officers?|workers?|suspects?|victims?|couple|ring|employers?|members?|brothers?)",
        r"arrest\w*|detain\w*|charg\w+|convict\w*|sentenc\w+|acquit\w*|indict\w*|deport\w*"
        r"|extradit\w+|interrogat\w+|questioned|raid\w*|escap\w+|rescu\w+|fled|kidnapp?\w*"
        r"|abduct\w*|lured|held captive|under suspicion|suspected of",
        "In May two women were deported after a raid.",
        "Officers are trained to identify two women.",
    ),
    Act(
        "programme",
        r"task ?forces?|working groups?|committees?|councils?|commissions?|coalitions?|units?"
        r"|hotlines?|helplines?|campaigns?|shelters?|cent(?:er|re)s?|programs?|programmes?|projects?"
        r"|offices?|agenc(?:y|ies)|academ(?:y|ies)|schools?|funds?|databases?|courses?|seminars?"
        r"|workshops?|trainings?|curricul(?:um|a)|action plans?",
        r"establish\w*|creat(?:ed|es|ing)|set up|sets up|opened|opens|launch\w*|inaugurat\w+"
        r"|began|begun|started|found(?:ed|ing)|implement\w*|fund(?:ed|s)|financ\w+|form(?:ed|s)"
        r"|organi[sz]ed|held|conducted|participat\w+|introduced|concluded|ended|closed|reopened",
        "The guild opened a shelter.",
        "The shelter is cold.",
    ),
)


def _act(act: Act) -> re.Pattern[str]:
    between = rf"(?:[^\w.;:]+[\w'’.-]+){{0,{NEAR}}}?[^\w.;:]+"
    things, verbs = rf"\b(?:{act.things})\b", rf"\b(?:{act.verbs})\b"
    return regex(rf"{things}{between}{verbs}|{verbs}{between}{things}")


_ACTS: Final = {act.name: _act(act) for act in ACTS}


def acts_of(folded: str) -> frozenset[str]:
    """Return the names of the acts that a folded sentence tells; ``promise`` where it makes one."""
    told = {name for name, pattern in _ACTS.items() if pattern.search(folded)}
    return frozenset(told | ({"promise"} if intends(folded) else set()))


class Kind(NamedTuple):
    """A kind of finding: what must all hold of it, and an invented sample.

    What can hold: traits of the leading change; ``moved`` or ``indicator`` of its figures; ``came``
    or ``gone`` where one side has nothing; an act of the leading sentence.
    """

    name: FindingKind
    holds: frozenset[str]
    sample: str


def _kind(name: FindingKind, holds: str, sample: str) -> Kind:
    return Kind(name, frozenset(holds.split()), sample)


#: The first that holds is the kind of a finding.
KINDS: Final = (
    _kind("reversed", "reversed", "has signed / has not signed"),
    _kind("figure", "moved", "14 arrests / 20 arrests"),
    _kind("promise", "gone promise", "'The guild plans a ferry' has nothing after it"),
    _kind("dropped", "gone", "'Clerks look away' has nothing after it"),
    _kind("law", "law", "The assembly passed a law on pilots."),
    _kind("figure", "indicator", "Police arrested 20 men."),
    _kind("case", "case", "In May a woman was deported after a raid."),
    _kind("promise", "promise", "The guild plans to build a ferry."),
    _kind("programme", "programme", "The guild opened a shelter."),
    _kind("event", "came", "A storm took the pier."),
    _kind("other", "", "anything else"),
)


def kind_of(holds: Collection[str]) -> FindingKind:
    """Return the first kind of which all holds."""
    return next(kind.name for kind in KINDS if kind.holds <= frozenset(holds))
