"""What a statement speaks of, by the words that tell it: groups of words with a sample each."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

__all__ = ["SUBJECTS", "Subject", "subjects_of"]


class Subject(NamedTuple):
    """Something statements speak of: its name, the forms of words that tell it, and a sample."""

    name: str
    words: re.Pattern[str]
    sample: str


def _subject(name: str, words: str, sample: str) -> Subject:
    return Subject(name, re.compile(rf"\b(?:{words})\b"), sample)


#: The groups are the things that briefs of analysts are made of; a word stands in one group only
#: where the others would tell something else by it.
SUBJECTS: Final = (
    _subject(
        "law",
        r"laws?|bills?|acts?|legislation|legislative|parliament\w*|amend\w+|constitution\w*|decrees?"
        r"|ratif\w+|conventions?|protocols?|treat(?:y|ies)|enact\w+|decriminali[sz]\w+"
        r"|criminali[sz]\w+|legali[sz]\w+",
        "The assembly voted on the bill.",
    ),
    _subject(
        "court",
        r"convict\w+|prosecut\w+|trials?|sentenc\w+|charged|indict\w+|acquit\w+|courts?|judges?",
        "Two of the porters were acquitted.",
    ),
    _subject(
        "police work",
        r"arrest\w*|raid\w*|investigat\w+|deport\w+|detain\w+|apprehend\w+|seiz\w+",
        "Harbor police raided a warehouse.",
    ),
    _subject(
        "suspects",
        r"suspect\w*|alleg\w+|rings?|gangs?|syndicates?|organi[sz]ed crime|madam|brothels?",
        "The owner is suspected of more.",
    ),
    _subject(
        "institutions",
        r"establish\w*|creat\w+|set up|opened|launch\w+|inaugurat\w+|task ?forces?|working group"
        r"|committee|coalition|council|hotline|campaigns?|shelters?|cent(?:er|re)s?",
        "A ferry council was inaugurated.",
    ),
    _subject(
        "plans",
        r"plans?|planned|planning|intend\w*|expect\w*|await\w*|drafts?|drafting|schedul\w+|promis\w+"
        r"|will|due(?! to)|delay\w*|postpon\w+|pending",
        "A second pier will follow.",
    ),
    _subject(
        "officials",
        r"officials?|complicit\w*|corrupt\w*|brib\w+|officers?|soldiers?|scandals?",
        "Corruption among clerks is common.",
    ),
    _subject("victims", r"victims?|identified|assisted|rescued", "Six persons were rescued."),
    _subject(
        "course",
        r"increas\w+|decreas\w+|fell|fall|rose|risen|rise|grew|grow\w+|record|doubl\w+|declin\w+"
        r"|dropp?ed|jump\w+|collaps\w+|improv\w+|worsen\w+|shrank|reduc\w+|expand\w+|extensive",
        "Freight has declined.",
    ),
    _subject(
        "firsts",
        r"for the first time|first|newly|no longer|replac\w+|now|became|becoming|since then",
        "The pier is no longer used.",
    ),
    _subject(
        "crisis",
        r"cris[ie]s|violence|turmoil|econom\w+|budget\w*|layoffs|recession|nationali[sz]\w+"
        r"|bankrupt\w*|demoli\w+|unemployment",
        "Turmoil closed the port.",
    ),
    _subject(
        "contrast",
        r"however|although|though|despite|nevertheless|but|yet|still|instead|without",
        "Nevertheless the ferry sails.",
    ),
    _subject(
        "absence",
        r"not|no|none|never|nor|nobody|lack\w*|fail\w*|unable|refus\w+|absen\w+",
        "The mayor has never answered.",
    ),
    _subject(
        "judgement",
        r"political will|reluctan\w+|efforts?|priority|committed|commitment|cooperat\w+|progress"
        r"|tolera\w+|resources?|serious\w*|effective\w*",
        "Making progress takes time.",
    ),
    _subject(
        "sources",
        r"ngos?|iom|unicef|estimat\w+|stud(?:y|ies)|survey\w*|statistics|figures|data|according to",
        "A survey was made.",
    ),
    _subject(
        "training",
        r"train\w*|courses?|seminars?|workshops?|conferences?|delegations?|curricul\w+",
        "A seminar was held.",
    ),
    _subject(
        "penalties",
        r"imprison\w+|penalt(?:y|ies)|fines?|punish\w+|shall|perpetrators?|articles?|offenses?",
        "The perpetrator shall be punished.",
    ),
    _subject(
        "the report itself",
        r"septels?|reftels?|refs?|posts?|poloff\w*|para(?:graph)?s?|hours?|reporting|embassy"
        r"|please|point of contact|e-?mail|telephone|fax",
        "See reftel.",
    ),
)


def subjects_of(folded: str) -> frozenset[str]:
    """Return the names of what a folded text speaks of."""
    return frozenset(subject.name for subject in SUBJECTS if subject.words.search(folded))
