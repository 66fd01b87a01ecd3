"""Word lists that several rules of the claims layer share."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tipdiff.language.event_words import EVENT_PARTICIPLES, EVENT_PERSONS

__all__ = [
    "COMPARING",
    "FUNCTION",
    "IRREGULAR_NOUNS",
    "OFFICIALS",
    "PARTICIPLES",
    "PERSONS",
    "PREDICATES",
    "VERBS",
    "is_demonym",
    "is_plural",
    "singular",
]

#: Words that end a noun phrase: prepositions, conjunctions, pronouns, determiners, auxiliaries.
FUNCTION: Final = frozenset(
    "a about above across after against all along also although among amongst an and another any "
    "are as at be because been before behind being below beneath beside besides between beyond "
    "both but by can could despite did do does down due during each either even every few for "
    "from had has have he her hers him his how however i if in inside into is it its itself just "
    "least less many may might more most much must my near neither no none nor not of off on once "
    "one only onto or other others otherwise our out outside over own per plus rather same "
    "several she shall should since so some still such than that the their theirs them themselves "
    "then there thereby these they this those though through throughout thus to too toward "
    "towards under unless until up upon us versus very via was we were what whatever when where "
    "whereas whether which while who whom whose why will with within without would yet you your "
    "ago apart according including included respectively to-date already currently now later "
    "earlier annually abroad overseas together away back else instead well prior hence "
    "longer fewer estimated approximately roughly nearly almost".split()
)

#: Verbs that follow a number's noun, or stand for it ("all 4 received", "twelve remain").
VERBS: Final = frozenset(
    "received returned remained remain remains fled escaped pleaded pled completed began begin "
    "became come came went go gave give took take left leave made make told said say says found "
    "find led leads showed show shows reported claimed agreed refused applied accepted entered "
    "arrived attended participated decided worked work works sought seek requested resulted "
    "resulting involves awaiting await involving involve involved pending ending occurred died "
    "live lived "
    "stayed stay got get gets met visited served contained appeared followed joined voted moved "
    "travelled traveled faced faces face lost sent brought kept held runs ran run exist needed "
    "need needs provided provides provide operate operated operating using used having believed "
    "thought know knew think want wanted see saw seen lack lacked include includes "
    "participating attending working living serving traveling travelling seeking studying "
    "residing coming leading according starting beginning covering making giving reaching "
    "totaling totalling ranging rose fell increased decreased dropped declined grew grows provide "
    "provides stipulates prohibits forbids specialize specialized opened closed ended started "
    "handled dealt carried sees paid pay pays won wrote spoke fought meets meet convened convenes "
    "takes holds helps".split()
)

#: Participles, those of events among them, that say what happened to those counted ("12 arrested"),
#: or adorn a noun ("12 convicted traffickers"): which of the two depends on the word that follows.
PREDICATES: Final = EVENT_PARTICIPLES | frozenset(
    "suspected alleged confirmed opened released interviewed documented planned enacted "
    "conducted initiated filed submitted obtained completed held adopted passed signed given "
    "taken returned removed intercepted screened counted prevented forced sold abused "
    "exploited abducted recruited lured known found funded located situated based born aged "
    "killed injured wounded hospitalized available pending deemed considered described "
    "believed".split()
)

#: Before "from", "than", "with": what makes the figure behind one that is compared with.
COMPARING: Final = frozenset("up down compared rise fall increase decrease more less".split())

#: Participles without -ed of what is done to people.
PARTICIPLES: Final = frozenset(
    "brought found taken held caught sent given seen kept sold bought driven hidden beaten shot "
    "paid told left met led hurt".split()
)

#: Nouns of people, of either number: whose demonyms and sex are a breakdown, and who have an age.
PERSONS: Final = EVENT_PERSONS | frozenset(
    "person persons people individual individuals victim victims woman women man men girl girls "
    "boy boys child children minor minors adult adults national nationals citizen citizens "
    "foreigner foreigners migrant migrants worker workers laborer laborers labourer labourers "
    "prostitute prostitutes trafficker traffickers offender offenders suspect suspects "
    "defendant defendants perpetrator perpetrators criminal criminals smuggler smugglers male "
    "males female females youth youths teenager teenagers adolescent adolescents orphan orphans "
    "refugee refugees respondent respondents student "
    "students immigrant immigrants juvenile juveniles survivor survivors recruiter recruiters "
    "pimp pimps resident residents".split()
)

#: Those who act for a state, whose nationality is the report's own and no breakdown.
OFFICIALS: Final = frozenset(
    "police officers officials policemen prosecutors judges courts soldiers authorities "
    "guards".split()
)

#: Plurals without an s, and words in s that are no plural.
_PLURALS: Final = frozenset(
    "people police children men women persons staff personnel media data criteria youth "
    "policemen policewomen fishermen businessmen servicemen alumni".split()
)
_NO_PLURALS: Final = frozenset(
    "sex its this is was has business process access success abuse progress address news "
    "series crisis class press congress services-based os plus bus gas aids us status analysis "
    "basis emphasis consensus census campus virus always perhaps".split()
)
_DEMONYM_ENDINGS: Final = ("an", "ese", "ish", "ic", "ek", "ch", "ani", "eli", "oni", "ai", "qi")
_DEMONYM_PLURALS: Final = ("ans", "anis", "elis", "onis", "qis")
_DEMONYMS: Final = frozenset(
    "foreign thai czech greek slovak croat serb pole turk dane finn swede swiss filipino filipina "
    "iraqi saudi kuwaiti qatari omani yemeni emirati bahraini israeli pakistani bangladeshi nepali "
    "afghan azeri uzbek kazakh kyrgyz tajik turkmen roma romani laotian lao malagasy somali "
    "zulu congolese dutch french welsh".split()
)
_NOT_DEMONYM: Final = frozenset(
    "american-led human woman man european-funded urban german-funded artisan civilian median "
    "republican christian catholic public olympic islamic guardian orphan english-language ocean "
    "veteran partisan slavic pacific atlantic arctic domestic academic electronic specific plan "
    "clan van ban can than traffic clinic fish church research march branch".split()
)


def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    if word in _PLURALS:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "ous", "'s", "\u2019s", "?s", ",s"))
        and word not in _NO_PLURALS
    )


def is_demonym(word: str, capital: bool) -> bool:
    """Whether a word (lower case, and whether it began with a capital) names a nationality.

    By form rather than by list: the reports of every country name neighbours of their own.
    """
    stem = word.removesuffix("s") if word.endswith(_DEMONYM_PLURALS) else word
    if word in _DEMONYMS or word.removesuffix("s") in _DEMONYMS:
        return capital or word == "foreign"
    if not capital or word in _NOT_DEMONYM or stem in _NOT_DEMONYM or len(word) < 5:
        return False
    return stem.endswith(_DEMONYM_ENDINGS)


#: The singular of nouns whose plural has no rule.
IRREGULAR_NOUNS: Final = {
    "people": "person",
    "persons": "person",
    "children": "child",
    "men": "man",
    "women": "woman",
    "police": "police",
    "staff": "staff",
}


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """Return the singular of a noun in lower case, well enough to compare nouns by."""
    if word in IRREGULAR_NOUNS:
        return IRREGULAR_NOUNS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if is_plural(word) and word.endswith("s"):
        return word[:-1]
    return word
