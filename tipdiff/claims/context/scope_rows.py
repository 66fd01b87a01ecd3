"""The words that tell whose figure it is: a case's, somebody's estimate, a group's.

A claim is set against rows of words around it, the narrowest scope first: what is told of one
case is no figure of a group, and what somebody estimates is none that a body has counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.claims.context.frame import DATE, MONTH
from tipdiff.language.months import MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tipdiff.records import Claim, ClaimScope

__all__ = ["SCOPES", "ScopeRow"]

#: What is done to few at a time: a handful of them in a named month are those of one case.
_DEEDS: Final = frozenset(
    "arrested detained charged prosecuted convicted acquitted sentenced fined extradited raided "
    "inspected identified rescued deported repatriated".split()
)
#: From so many on, those of a month are no longer those of one case.
_HANDFUL: Final = 10
#: Who counts for themselves, and not for the country; "the shelter" may be its only one.
_OWN: Final = (
    r"(?:NGOs?|IOM|ILO|UNICEF|UNHCR|OSCE|Red Cross|Red Crescent|[Ff]oundations?|[Aa]ssociations?|"
    r"[Cc]hurch(?:es)?|[Cc]harit(?:y|ies)|(?<![Tt]he )(?:[Ss]helter|[Cc]linic|[Hh]ospital|"
    r"[Hh]ot-?line|[Hh]elp-?line)|[Uu]nion|[Ll]eague|[Ss]ociety|[Ee]mbassy|"
    r"[Oo]rgani[sz]ations?|[Cc]risis [Cc]ent(?:er|re))"
)
#: Whose word is no count of the state's.
_VOICES: Final = (
    rf"(?:{_OWN}|[Aa]nalysts?|[Ee]xperts?|[Oo]bservers?|[Aa]ctivists?|[Ss]ources?|[Cc]ritics|"
    r"[Mm]edia|[Pp]ress|[Nn]ewspapers?|[Rr]esearchers?|[Ss]cholars?|[Ss]tudy|[Ss]tudies|[Ss]urveys?|"
    r"[Pp]olls?|[Ii]ndependent groups|[Cc]ivil society)"
)
_SAYING: Final = (
    r"(?:predict|believe|claim|allege|assess|say|said|state|suggest|think|put|told|report|agree|"
    r"stress|warn|fear|indicate|note|show|announce|found)(?:s|d|ed)?"
)
#: What is one event, and what several persons are taught in at a time.
_INCIDENT: Final = "(?:case|incident|instance|raid|operation|sting|accident|attack|episode)"
_COURSE: Final = "(?:course|seminar|workshop|conference|exercise|session|program|programme)"
_ONE: Final = "(?:a|an|one|another|this|that|the (?:first|second|third|latter|other|same))"
#: The words by which the rows are found that have several.
_INCIDENTS: Final = "case incident instance raid operation sting accident attack episode"
_COURSES: Final = "course seminar workshop conference exercise session program programme"
_MONTHS: Final = " ".join(sorted(MONTHS))
_OWNERS: Final = (
    "ngo ngos iom ilo unicef unhcr osce cross crescent foundation foundations association "
    "associations church churches charity charities shelter shelters clinic clinics hospital "
    "hospitals hot hotline hotlines help helpline helplines union league society embassy "
    "organization organizations organisation organisations crisis"
)
_SPEAKERS: Final = (
    f"{_OWNERS} analyst analysts expert experts observer observers activist activists source "
    "sources critics media press newspaper newspapers researcher researchers scholar scholars "
    "study studies survey surveys poll polls independent civil"
)
#: A part of a country, by its kind: "the northern region", "Port Merrin province".
_AREA: Final = (
    r"(?:the (?:(?:north|south|east|west)[a-z]*|central|coastal|border) |"
    r"(?:the )?(?:[A-Z][\w'-]+ ){1,3}|one )(?:region|province|district|area|county|department)"
)
_REGIONS: Final = (
    "area county department capital north south east west city province region district port"
)


class ScopeRow(NamedTuple):
    """What shows whose figure it is.

    Attributes:
        scope: Whose it is.
        words: Words, one of which the text must hold for the row to be tried.
        pattern: The words around the claim, which stands in ``«`` and ``»``; what is named ``who``
            in it is who counted.
        sample: A sentence whose number in braces has that scope.
        counter: One much like it whose number in braces has another.
        only: What the claim must be, besides; None where it may be any.

    """

    scope: ClaimScope
    words: str
    pattern: str
    sample: str
    counter: str
    only: Callable[[Claim], bool] | None = None


def _happened(claim: Claim) -> bool:
    return claim.event is not None and claim.unit == "count" and claim.value != 0


def _done(claim: Claim) -> bool:
    return claim.event in _DEEDS and claim.unit == "count" and claim.value != 0


def _few(claim: Claim) -> bool:
    return _done(claim) and claim.value is not None and claim.value < _HANDFUL


def _term(claim: Claim) -> bool:
    served = claim.unit.startswith("duration") and claim.event in {"sentenced", "convicted"}
    return claim.kind == "figure" and (
        served or (claim.unit.startswith("money") and claim.event == "fined")
    )


def _of_one(claim: Claim) -> bool:
    return claim.kind == "figure" and claim.unit.startswith(("duration", "money", "age", "ratio"))


def _persons(claim: Claim) -> bool:
    return claim.unit == "count" and claim.value != 0


def _sum(claim: Claim) -> bool:
    return claim.unit.startswith(("money", "duration")) and claim.unit != "duration:hour"


def _opined(claim: Claim) -> bool:
    return not claim.unit.startswith("duration:hour") and claim.event not in {"budgeted", "spent"}


#: Rows in the order in which they are tried.
SCOPES: Final[tuple[ScopeRow, ...]] = (
    ScopeRow(
        "case",
        _INCIDENTS,
        rf"\b[Ii]n {_ONE} (?:[\w-]+ ){{0,3}}{_INCIDENT}\b(?! of\b)[^;]*«",
        "In one case {three} girls were freed.",
        "In most cases {three} girls were freed.",
    ),
    ScopeRow(
        "case",
        _INCIDENTS,
        rf"\b(?:{_ONE}|[Tt]he) (?:[\w-]+ ){{0,3}}{_INCIDENT} (?:of|involving|in which|where)\b"
        r"[^;]*«",
        "The police told of a case of {two} girls who were sold.",
        "The police told of cases of {two} girls who were sold.",
        _persons,
    ),
    ScopeRow(
        "case",
        _INCIDENTS,
        rf"»[^;]*\b(?:in|during|at|after|from) {_ONE} (?:[\w-]+ ){{0,3}}{_INCIDENT}\b",
        "Police freed {31} girls in a single raid.",
        "Police freed {31} girls in raids.",
    ),
    ScopeRow(
        "case",
        _INCIDENTS,
        rf"»[^;]*\b(?:in|during|at|after) the (?:same )?{_INCIDENT}\b(?! of\b)",
        "Police freed {31} girls in the case.",
        "Police freed {31} girls in the case of need.",
    ),
    ScopeRow(
        "case",
        "one",
        r"«(?:[Aa]t least )?[Oo]ne»? of (?:the|these|those|them)\b",
        "At least {one} of the boys was freed.",
        "At least {one} woman was freed.",
        _done,
    ),
    ScopeRow(
        "case",
        "example instance",
        r"\b[Ff]or (?:example|instance)\b[^;]*«",
        "For example, police freed {31} girls.",
        "For years, police freed {31} girls.",
    ),
    ScopeRow(
        "case",
        "ring gang syndicate",
        r"\b(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]hat|[Oo]ne|[Ii]ts) (?:[\w-]+ ){0,4}"
        r"(?:ring|gang|syndicate)\b[^;]*«",
        "Police broke up a smuggling ring and arrested {14} men.",
        "Police broke up smuggling rings and arrested {14} men.",
        _persons,
    ),
    ScopeRow(
        "case",
        "operation",
        r"\bOperation [A-Z][^;]*«",
        "In Operation Lantern police arrested {14} men.",
        "In its operation police arrested {14} men.",
    ),
    ScopeRow(
        "case",
        _MONTHS,
        rf"\b[Oo]n {DATE}(?:(?!\b(?:that|said|reported|announced|law|decree)\b)[^;])*«",
        "On May 12, police arrested {14} men.",
        "On May 12, the ministry said that police arrested {14} men.",
        _done,
    ),
    ScopeRow(
        "case",
        _MONTHS,
        rf"»(?:(?!\b(?:that|and|but)\b)[^;])*\b[Oo]n {DATE}",
        "Police arrested {14} men on 12 May.",
        "Police arrested {14} men and met on 12 May.",
        _done,
    ),
    ScopeRow(
        "case",
        _MONTHS,
        rf"\b[Ii]n (?:early |mid-?\s?|late )?{MONTH}\b"
        r"(?:(?!\b(?:that|said|reported|announced)\b)[^;])*«",
        "In May police arrested {two} men.",
        "In May police arrested {140} men.",
        _few,
    ),
    ScopeRow(
        "case",
        _MONTHS,
        rf"»(?:(?!\b(?:that|and|but)\b)[^;])*\bin (?:early |mid-?\s?|late )?{MONTH}\b",
        "Police arrested {two} men in May.",
        "Police arrested {140} men in May.",
        _few,
    ),
    ScopeRow(
        "case",
        _COURSES,
        rf"»[^;]*\b(?:attended|participated in|took part in|completed|joined|at|in) "
        rf"(?:a|an|one|the) (?:[\w'-]+ ){{0,6}}{_COURSE}\b",
        "Some {40} officers attended a two-day seminar.",
        "Some {40} officers attended seminars.",
        _persons,
    ),
    ScopeRow(
        "case",
        _COURSES,
        rf"\b(?:[Aa]n?|[Oo]ne|[Tt]he) (?:[\w'-]+ ){{0,5}}{_COURSE} (?:for|with|of|drew|brought|"
        r"gathered|reached|taught|trained) (?:about |some |over |up to )?«",
        "A seminar for {40} judges was held.",
        "Seminars for {40} judges were held.",
        _persons,
    ),
    ScopeRow(
        "case",
        "sentenced convicted fined got received drew jailed imprisoned prison jail",
        r"^(?!.*\b(?:average|mean|typical\w*|total|range\w*|between|up to|maximum)\b).*«",
        "A recruiter was sentenced to {six} years in prison.",
        "The average recruiter was sentenced to {six} years in prison.",
        _term,
    ),
    ScopeRow(
        "case",
        "he she the",
        r"\b(?:[Hh]e|[Ss]he|[Tt]he (?:man|woman|girl|boy|victim|couple|defendant|suspect|owner|"
        r"driver|widow))\b[^;]*«",
        "The woman was paid {300} crowns.",
        "The women were paid {300} crowns.",
        _of_one,
    ),
    ScopeRow(
        "case",
        "contract pilot deal loan lawsuit",
        r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]his) (?:[\w-]+,? ){0,3}«[^»]*»?-?(?: [\w(),.-]+){0,5}? ?"
        r"\b(?:contract|pilot|deal|loan|lawsuit)\b",
        "The {12}-month pilot ended.",
        "The {12} months ended.",
        _sum,
    ),
    ScopeRow(
        "source",
        "estimate estimates estimated estimating estimation estimations reportedly allegedly "
        "believed",
        r"\b(?:[Ee]stimat(?:e|es|ed|ing|ions?)|[Rr]eportedly|[Aa]llegedly|believed)\b"
        r"(?! (?:hours|time))",
        "Some {300} girls are believed to be held.",
        "Some {300} girls are held.",
        _opined,
    ),
    ScopeRow(
        "source",
        "according",
        rf"\b[Aa]ccording to (?:[\w',-]+ ){{0,5}}?(?P<who>{_VOICES})\b",
        "According to activists, {300} girls were sold.",
        "According to the police, {300} girls were sold.",
        _opined,
    ),
    ScopeRow(
        "source",
        _SPEAKERS,
        rf"\b(?P<who>{_VOICES})\b(?: [\w-]+){{0,4}} {_SAYING}\b(?:(?!,).)*\bthat\b[^;]*«",
        "One shelter said that {300} girls were sold.",
        "One policeman said that {300} girls were sold.",
        _opined,
    ),
    ScopeRow(
        "source",
        _SPEAKERS,
        r"\b(?:[Aa]nalysts?|[Ee]xperts?|[Oo]bservers?|[Aa]ctivists?|[Ss]ources?|[Cc]ritics|[Mm]edia|"
        rf"[Pp]ress|[Nn]ewspapers?|[Rr]esearchers?)\b(?: [\w-]+){{0,3}} {_SAYING}\b[^;]*«",
        "Most sources put it at {300} girls.",
        "Most courts put it at {300} girls.",
        _opined,
    ),
    ScopeRow(
        "source",
        "source sources representative representatives activist activists",
        r"\b(?P<who>NGO|police|media|press|church) (?:sources?|representatives?|activists?)\b"
        r"[^;]*«",
        "NGO representatives saw {nine} girls.",
        "NGO clerks saw {nine} girls.",
        _opined,
    ),
    ScopeRow(
        "group",
        _OWNERS,
        rf"\b(?P<who>(?:(?!The |An? |In )[A-Z][\w'-]* ){{0,3}}{_OWN})(?:-| )"
        r"(?:(?!\b(?:to|that|who|which|for|in|with)\b)[\w' -]){0,40}«",
        "The convent's shelter assisted {31} women.",
        "The state near the shelter, which is full, assisted {31} women.",
        _happened,
    ),
    ScopeRow(
        "group",
        _OWNERS,
        rf"»[^;,]*\b(?:by|through) (?:the |an? |one |its )?(?P<who>(?:[\w'-]+ ){{0,3}}{_OWN})\b",
        "Some {31} women were assisted by one clinic.",
        "Some {31} women were assisted by one law.",
        _happened,
    ),
    ScopeRow(
        "group",
        _OWNERS,
        rf"(?P<who>(?:[A-Z][\w'-]* )*[A-Z][\w'-]*), (?:an?|the) (?:[\w-]+ ){{0,4}}{_OWN}"
        r"(?: [\w-]+){0,5}, (?:[\w-]+ ){0,4}«",
        "The Lantern House, a local NGO, assisted {31} women.",
        "The Lantern Court, a local body, assisted {31} women.",
        _happened,
    ),
    ScopeRow(
        "group",
        _REGIONS,
        rf"\b[Ii]n {_AREA}\b[^;]*«",
        "Police in the northern region arrested {140} men.",
        "Police in the northern summers arrested {140} men.",
        _happened,
    ),
    ScopeRow(
        "group",
        _REGIONS,
        rf"»[^;,]* in {_AREA}\b",
        "Police arrested {140} men in the northern region.",
        "Police arrested {140} men in the northern summers.",
        _happened,
    ),
    ScopeRow(
        "group",
        _REGIONS,
        r"\b[Ii]n the (?:capital|north|south|east|west|city|province|region|district|port)\b[^;]*«",
        "In the north police arrested {140} men.",
        "In the summers police arrested {140} men.",
        _happened,
    ),
    ScopeRow(
        "group",
        _REGIONS,
        r"»[^;,]* in the (?:capital|north|south|east|west|city|province|region|district|port)\b",
        "Police arrested {140} men in the capital.",
        "Police arrested {140} men in the country.",
        _happened,
    ),
    ScopeRow(
        "group",
        "program programme project campaign",
        r"»[^;]*\bfor (?:its|the|an?|this) (?:[\w-]+ ){0,7}"
        r"(?:program|programme|project|campaign)\b",
        "The cabinet budgeted {900,000} crowns for its school fees program.",
        "The cabinet budgeted {900,000} crowns for its school fees.",
        lambda claim: claim.unit.startswith("money"),
    ),
)
