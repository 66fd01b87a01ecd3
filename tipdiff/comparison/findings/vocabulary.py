"""What a statement speaks of, by the words that tell it: groups of words with a sample each."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from tipdiff.patterns import regex

__all__ = ["OF_THE_REPORT", "SUBJECTS", "Subject", "is_of_the_report", "subjects_of"]


#: Words whose subjects are kept: a report has one or two thousand.
KEPT: Final = 8192
_WORD: Final = regex(r"\w+")


class Subject(NamedTuple):
    """Something statements speak of: its name, the forms of words that tell it, and a sample.

    ``words`` are forms of one word, so that a word is looked up once for all texts it stands in;
    what goes beyond a word is among the ``phrases``.
    """

    name: str
    words: re.Pattern[str]
    phrases: re.Pattern[str] | None
    sample: str


def _subject(name: str, words: str, sample: str, *, phrases: str = "") -> Subject:
    beyond = regex(rf"\b(?:{phrases})\b") if phrases else None
    return Subject(name, regex(words), beyond, sample)


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
        r"suspect\w*|alleg\w+|rings?|gangs?|syndicates?|madam|brothels?",
        "The owner is suspected of more.",
        phrases="organi[sz]ed crime",
    ),
    _subject(
        "institutions",
        r"establish\w*|creat\w+|opened|launch\w+|inaugurat\w+|committee|coalition|council|hotline"
        r"|campaigns?|shelters?|cent(?:er|re)s?",
        "A ferry council was inaugurated.",
        phrases="set up|task ?forces?|working group",
    ),
    _subject(
        "plans",
        r"plans?|planned|planning|intend\w*|expect\w*|await\w*|drafts?|drafting|schedul\w+|promis\w+"
        r"|will|delay\w*|postpon\w+|pending",
        "A second pier will follow.",
        phrases="due(?! to)",
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
        r"first|newly|replac\w+|now|became|becoming",
        "The pier is no longer used.",
        phrases="no longer|since then",
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
        r"reluctan\w+|efforts?|priority|committed|commitment|cooperat\w+|progress|tolera\w+"
        r"|resources?|serious\w*|effective\w*",
        "Making progress takes time.",
        phrases="political will",
    ),
    _subject(
        "sources",
        r"ngos?|iom|unicef|estimat\w+|stud(?:y|ies)|survey\w*|statistics|figures|data",
        "A survey was made.",
        phrases="according to",
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
        r"|please|telephone|fax",
        "See reftel.",
        phrases="point of contact|e-?mail",
    ),
)


_PHRASES: Final = tuple((each.name, each.phrases) for each in SUBJECTS if each.phrases is not None)
_PHRASE: Final = regex("|".join(phrases.pattern for _, phrases in _PHRASES))


def subjects_of(folded: str) -> frozenset[str]:
    """Return the names of what a folded text speaks of."""
    told: set[str] = set()
    if _PHRASE.search(folded) is not None:  # most texts hold no phrase, and are searched once
        told.update(name for name, phrases in _PHRASES if phrases.search(folded))
    return frozenset(told.union(*map(_of_word, set(_WORD.findall(folded)))))


@lru_cache(maxsize=KEPT)
def _of_word(word: str) -> frozenset[str]:
    return frozenset(subject.name for subject in SUBJECTS if subject.words.fullmatch(word))


#: What a report says of itself, each with an invented sample: never of the country, so never told.
OF_THE_REPORT: Final = (
    (
        r"\b(?:keyed|correspond\w*|respon(?:ds?|ses?|ding)|repl(?:y|ies)) to (?:the )?(?:format"
        r"|questions?|paragraphs?|questionnaire|instructions|guidance|ref\w*|items?)\b",
        "These answers are keyed to the questionnaire.",
    ),
    (
        r"\b(?:submission|input|responses?|answers?|report|text|part (?:one|two|three|\w)"
        r"|section \w+) (?:is |are |will )?(?:follows?|below|continued|ends?|begins?)\b",
        "Our submission follows.",
    ),
    (
        r"\b(?:follow\w*|following) (?:is|are) (?:the |our )?(?:embassy|post|mission)\b",
        "Following is Embassy Tarn's input.",
    ),
    (
        r"\bpoints? of contact (?:at|for|on) (?:the |this )?"
        r"(?:post|embassy|mission|report|issue|tip)\b"
        r"|\b(?:embassy|post|mission)(?:'s)? (?:\w+ )?points? of contact\b",
        "The Embassy point of contact is a clerk.",
    ),
    (
        r"\bhours? (?:\w+ )?(?:on|to) (?:\w+ ){0,3}(?:report|cable|preparation|research)\b"
        r"|\btime spent (?:on|in)\b|\bspent (?:\w+[ -]){0,4}hours?\b",
        "A clerk spent nine hours on it.",
    ),
    (
        r"\b(?:ref|reftel|septel) (?:[a-z] )?(?:asks|requests|reports?)\b"
        r"|\bas requested (?:in|by|per) ref",
        "Reftel asks for figures.",
    ),
    (
        r"\bplease (?:contact|see|refer|protect|note|handle)\b|\bprotect accordingly\b",
        "Please contact the clerk.",
    ),
)
_OF_THE_REPORT: Final = regex("|".join(pattern for pattern, _ in OF_THE_REPORT))


def is_of_the_report(folded: str) -> bool:
    """Whether a folded sentence speaks of the report that it stands in."""
    return bool(_OF_THE_REPORT.search(folded))
