"""What is a promise: somebody else than the post, and an affirmative act that is to come."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from tipdiff.language.lexicon import FUNCTION, MONTHS
from tipdiff.text import folded, words

__all__ = [
    "INTENTIONS",
    "IN_WORK",
    "NO_INTENTIONS",
    "Intention",
    "intends",
    "intentions",
    "is_promise",
    "leads_a_list",
]

#: An adverb that may stand inside a pattern, written ``%`` there: "is currently drafting".
_ADVERB: Final = r"(?:\w+ly |also |still |now |once more |again |eventually |soon |thus )?"
#: What stands with "will" and "would" and promises nothing.
_NO_ACT: Final = r"(?!not\b|to\b|of\b|than\b|and\b|have\b|never\b|only\b|likely\b)"

#: Words of intention, each with an invented sample. What they lead to follows them.
INTENTIONS: Final = (
    (
        r"\b(?:is|are|was|were|has been|have been) %planning (?:to|for|an?)\b",
        "Two towns are planning to hire guards.",
    ),
    (r"\bplan(?:s|ned) %(?:to|on)\b", "The ministry plans eventually to open a shelter."),
    (
        r"(?<!action )(?<!work )(?<!national )(?<!regional )(?<!draft )(?<!final )\bplan to\b",
        "The police and the union plan to meet.",
    ),
    (
        r"\b(?:is|are) %(?:planned|scheduled|slated|due|set|supposed) (?:to|for)\b",
        "A course is planned for May.",
    ),
    (
        r"\b(?:due|set|slated|scheduled) to (?=\w+ (?:in|by|on)\b)",
        "It met the guild, due to open in May.",
    ),
    (
        r"\b(?:has|have|had|are|is making|are making|announced|reported|"
        r"outlined) (?:\w+ )?plans (?:to|for)\b"
        r"|\bplans (?:are|is) under way\b",
        "Plans are under way for a course.",
    ),
    (
        r"\b(?:intends?|had intended|(?:is|are) intending) to\b|\bintention (?:to|of)\b",
        "Officials intend to sign.",
    ),
    (rf"\bwill %{_NO_ACT}", "The council will vote in May."),
    (
        r"\bhop(?:e|es|ed) %(?:to|that|for)\b|\b(?:is|are) %hoping (?:to|that|for)\b",
        "The police hope to hire five officers.",
    ),
    (
        r"\bexpect(?:s|ed)? %(?:to|that)\b|\b(?:is|are) %expected to\b",
        "A vote is expected to pass.",
    ),
    (
        r"\bexpects? (?:the|its|their|his|her|an?) (?:[\w'-]+ ){1,4}?to\b",
        "The guild expects the new code to deal with wages.",
    ),
    (
        r"\b(?:is|are) %seeking (?:funding|funds|money|donors|a donor) (?:to|for)\b",
        "The guild is seeking funds for a survey.",
    ),
    (
        r"\banticipat(?:es?|ing) (?:that|the|its)\b",
        "The guild anticipates the opening of a school.",
    ),
    (r"\b(?:promis|pledg|vow)(?:e|es|ed|ing) (?:to|that)\b", "The mayor promised to do it."),
    (
        r"\b(?:has|have) %(?:promised|pledged) (?!by\b)",
        "The minister has promised a bill.",
    ),
    (r"\b(?:commit(?:s|ted)?(?: itself)?|agreed) to\b", "The towns agreed to share their lists."),
    (
        r"\b(?:announced?|announcement|promised?|pledged?) (?:[\w,'-]+ ){0,10}?would (?!not\b)",
        "The union announced that it would pay.",
    ),
    (
        r"\bannounce (?:[\w(),'-]+ ){0,12}?would be\b",
        "The mayor was quick to announce that a code (see 2) would be written.",
    ),
    (
        r"\bshould be (?=(?:published|completed|finished|ready|adopted|passed|signed|issued|"
        r"released|open)\b)",
        "The survey should be published by May.",
    ),
    (
        r"\b(?:aims|(?<!the )(?<!an )(?<!its )aim|seeks?|is seeking|are seeking|wants) to\b",
        "The guild aims to end it.",
    ),
    (r"\bgoals? (?:of [\w ]{1,40} )?(?:include|is to|are to)\b", "Its goals include better pay."),
)
#: Words of what is in work already, likewise.
IN_WORK: Final = (
    (
        r"\b(?:is|are) %(?:considering|drafting|preparing|developing|elaborating|finali[sz]ing|"
        r"being (?:drafted|prepared|developed|finali[sz]ed))\b",
        "Parliament is now drafting a law.",
    ),
    (
        r"\b(?:is|are) %(?:constructing|building|establishing|creating|setting up|renovating|"
        r"revising|"
        r"reviewing|amending|being (?:built|constructed|established|set up|renovated|revised))\b",
        "The town is building a wall.",
    ),
    (
        r"\b(?:is|are) %working (?:to|on (?!the case))|\b(?:is|"
        r"are) %working (?:with \w+ \w+ (?:\w+ )?)to\b",
        "The guild is working to end it.",
    ),
    (r"\b(?:is|are) %in the process of\b", "The town is in the process of hiring a guard."),
)
#: What looks like one and is none, each with an invented sample: what others do, what does not
#: depend on anybody, a plan that there is not.
NO_INTENTIONS: Final = (
    (
        r"\bno (?:\w+ ){0,3}plans\b|\bnot (?:\w+ )?plan(?:ning|ned)?\b|"
        r"\bno changes (?:[\w ]+ )?planned\b",
        "There are no plans to build.",
    ),
    (r"\b(?:the|political|no|a|good|of|s|free) will\b", "The political will is there."),
    (
        r"\b(?:there|few|many|most|any|some|women|girls|men|victims|workers|clients|customers|"
        r"traffickers|"
        r"smugglers|employers|year|years|time|who|children|persons|migrants|unemployment|"
        r"poverty) will\b",
        "Few victims will speak in court.",
    ),
    (
        r"\bwill be (?:sanctioned|punished|fined|imprisoned|sentenced|liable|imposed|subject)\b"
        r"|\b(?:sentence|penalty|punishment|fine|term) will\b",
        "Whoever sells a child will be punished.",
    ),
    (
        r"(?<!expects )(?<!says )(?<!said )\bit will (?:\w+ly |also |still )?(?:be|take|require|"
        r"need|mean|cost|come|continue|become|have|give|see|get|go)\b",
        "It will take years.",
    ),
    (
        r"\b(?:whether|what|how) (?:[\w'/-]+ ){0,8}?will\b",
        "It is not known whether she will return.",
    ),
    (
        r"\b(?:will|would) (?:be (?:able|possible|necessary)|depend|show|tell)\b",
        "The verdict will depend on the court.",
    ),
    (
        r"\bwill (?:\w+ly |also |still )?(?:be (?:\w+ly )?(?:more|less|much|better|worse|different|"
        r"easier|harder|the result|felt)|have (?:an?|no|little|much|some) (?:\w+ ){0,2}(?:effect|"
        r"impact|picture|idea|influence|chance)|find|know|understand|feel|require|need|continue to "
        r"be|result|come as|contribute)\b",
        "Wages will be much more even.",
    ),
    (
        r"\b(?:likely|probable|clear|obvious|certain|possible|doubtful|fears?|afraid|worried|"
        r"concern(?:ed)?|believes?|mean(?:s|ing)|suggests?|shows?|knowledge|knowing|so|confident) "
        r"that (?:[\w'-]+ ){1,8}?(?:will|would)\b"
        r"|\b(?:knowledge|knowing|fear|believing) (?:\w+ ){1,4}?will\b",
        "It seems likely that the town will sell the mill.",
    ),
    (
        r"\b(?:is|are) (?:\w+ly )?(?:expected|anticipated) (?:to (?:\w+ly )?(?:see|continue|have|"
        r"maintain|reach|recover|stay|keep|be(?! (?:\w+ly )?(?:\w+ed|ready|open|operational|"
        r"complete|public|held|built|set|put|made|sent|in|part)\b))\b|that "
        r"(?:[\w'-]+ ){1,8}?will continue\b)",
        "The harvest is expected to be poor.",
    ),
    (
        r"\b(?:while|because|although|though|since|if|unless|when|once|as long as)\b[^,;]* will\b",
        "If the mayor will pay, the guards stay.",
    ),
    (
        r"\b(?:law|act|code|article|section|statute|decree|constitution)s?\b[^.;]{0,60}? "
        r"(?:provid|stipulat|stat|requir|authori[sz]|mandat|prescrib|say)(?:es|s|ed|ing)\b"
        r".*? will\b",
        "The law provides that those proceeds will be shared.",
    ),
    (r"\b(?:projects?|those|anyone|whoever) that will\b", "It aids projects that will sell."),
    (
        r"\b(?:will|would|expected to|expects? to) (?:\w+ly |only |most )?(?:rise|fall|grow|"
        r"worsen|increase|decrease|"
        r"decline|remain|lead to|result in|cause|suffer|face|lack|facilitate|attract|drive|likely|"
        r"make (?:it|matters|things))\b",
        "Prices are expected to rise.",
    ),
    (
        r"\b(?:workers|women|girls|migrants|persons|people|employees|students|children|"
        r"families) plan(?:ning)? to\b",
        "Many women plan to go abroad.",
    ),
    (
        r"\b(?:post|embassy|mission|poloff|conoff|econoff|amembassy|ambassador|dcm|we|department|"
        r"(?:political|consular|economic|labor) officer)(?:'s)? (?:\w+ly |also )?(?:plan|"
        r"intend|will|hope|expect|anticipat|"
        r"would|promis|agreed|aim|seek|is |are )\w*",
        "Post intends to follow the case.",
    ),
    (
        r"\b(?:post|embassy|mission) (?:\w+ly |also )?(?:expects?|anticipates?|believes?|"
        r"hopes?)\b.*|\bwe (?:\w+ly |also )?(?:expect|anticipate|believe|hope|understand)\b.*",
        "Post believes the code will be signed.",
    ),
    (
        r"\b(?:do|does|did) not (?:\w+ly )?(?:intend|plan|expect|hope|aim|seek|want|commit|"
        r"agree)\b.*"
        r"|\b(?:is|are) not (?:\w+ly )?(?:planning|planned|expected|intending|seeking|considering|"
        r"drafting|preparing|working)\b.*",
        "The guild does not intend to sell.",
    ),
    (
        r"\b(?:part|section) (?:\w+ )will follow\b|\bseptel\b.*\bwill\b",
        "Part two will follow soon.",
    ),
    (
        r"\b(?:traffickers?|recruiters?|smugglers?|madams?|pimps?|m[ae]n|wom[ae]n|boyfriends?|"
        r"husbands?|employers?|"
        r"agents?|brokers?|friends?|relatives?|aunts?|uncles?|suspects?)(?: \w+)?(?: who| had|"
        r" have| has| also| then){0,2} "
        r"(?:promis|pledg|vow|agreed|commit|hop|expect)\w*",
        "The woman who promised to marry him is gone.",
    ),
    (
        r"\bwith the (?:hope|expectation|intention) (?:that|of)\b|"
        r"\bintention of (?:\w+ ){0,3}exploit",
        "The mayor wrote with the hope that it would end.",
    ),
    (
        r"\bhad planned\b|\bhad intended\b|\bwere (?:planned|supposed) to\b|\bwas supposed to\b",
        "The guild had planned to pay.",
    ),
    (
        r"\b(?:victims?|girls?|witness(?:es)?|complainants?) (?:has |have |had )?agreed to\b",
        "Two victims agreed to speak.",
    ),
    (
        r"\b(?:militants?|terrorists?|extremists?|insurgents?|assassins?|gunmen|cells?|rebels?|network)"
        r"(?: \w+){0,4} (?:plan|intend|hop|seek|vow|pledg|aim|want)\w*"
        r"|\b(?:allegedly|reportedly) (?:plan|intend|hop|seek|promis)\w*",
        "The militants planned to blow up the bridge.",
    ),
    (r"\bagreed to by\b", "The text agreed to by both is lost."),
)
#: Letters of which each word of intention has some.
_STEMS: Final = re.compile(
    r"plan|due|set |slated|scheduled|supposed|inten|will|hop|expect|anticipat|promis|pledg|vow"
    r"|commit|agreed|announce|should be|aim|seek|wants|goal"
    r"|(?:is|are) (?:\w+ ){0,2}(?:\w+ing\b|being)"
    r"|in the process"
)
_INTENTIONS: Final = tuple(re.compile(p.replace("%", _ADVERB)) for p, _ in INTENTIONS)
_IN_WORK: Final = tuple(re.compile(p.replace("%", _ADVERB)) for p, _ in IN_WORK)
_NO_INTENTIONS: Final = tuple(re.compile(pattern) for pattern, _ in NO_INTENTIONS)
#: What ends the clause of a promise, before and behind its words of intention.
_OPENS: Final = re.compile(
    r"[;:(]|, (?:and|but|which|who|while)\b|\b(?:sa(?:id|ys?)|reported|reports|announced|noted|"
    r"that|but)\b"
)
_CLOSES: Final = re.compile(
    r"[;(]|,? (?:who|which|while|because|if|when|once|although|since|but)\b| that (?:will|would)\b"
    r"| within the next\b| (?:in order )?to (?:assist|help|provide|identify|address|gauge|"
    r"allow|ensure|combat)\b"
)
_ASIDE: Final = re.compile(r"\([^()]*\)")
#: A clause is not cut before so many words: "will include counselors who can identify victims".
_SHORTEST: Final = 4
#: An object of fewer words of matter is what stands before the intention, too.
_THIN: Final = 2
#: Acts that come to what stands before them: "the hall is scheduled to open".
_MOVED: Final = re.compile(r"(?:scheduled|slated|due|set|planned|expected) (?:to|for)\s*$")
#: Words behind an intention among which the promised act is.
_REACH: Final = 3
#: Words without matter of their own, and those that only date.
_EMPTY: Final = FUNCTION | MONTHS | frozenset("year next end spring summer autumn it".split())
_LITTLE: Final = frozenset(
    "a an also and be been being for in of on soon still that the to its their".split()
)
#: Words of a clause's object: more tell of its circumstances.
_LONGEST: Final = 16


@frozen
class Intention:
    """What a statement intends.

    Attributes:
        in_work: Whether it is in work already.
        act: The word of the promised act; None where none stands there.
        passive: Whether the act is done to what stands before it ("is to be opened").
        before: The words of its clause before the intention: who, or what is acted on.
        behind: The words behind it.
        rest: All that follows in the statement.

    """

    in_work: bool
    act: str | None
    passive: bool
    before: str
    behind: str
    rest: str


def intentions(text: str) -> list[Intention]:
    """Return the intentions of a statement that nothing speaks against, in their order."""
    fold = folded(text)
    return [_intention(fold, *each) for each in _intended(fold)]


def _intended(fold: str) -> list[tuple[int, int, bool]]:
    """Return where a folded statement has words of intention, and whether of what is in work."""
    if _STEMS.search(fold) is None:  # most statements intend nothing, and are searched once
        return []
    found = {
        (m.start(), m.end(), in_work)
        for in_work, patterns in ((False, _INTENTIONS), (True, _IN_WORK))
        for pattern in patterns
        for m in pattern.finditer(fold)
    }
    if not found:
        return []
    against = [m.span() for pattern in _NO_INTENTIONS for m in pattern.finditer(fold)]
    return sorted(
        each for each in found if not any(a < each[1] and each[0] < b for a, b in against)
    )


def is_promise(text: str) -> bool:
    """Whether a statement says what somebody intends."""
    return intends(folded(text))


def intends(folded: str) -> bool:
    """Whether a folded statement says what somebody intends."""
    return bool(_intended(folded))


def leads_a_list(text: str) -> bool:
    """Whether a statement intends what the list below it says."""
    return text.rstrip().endswith(":") and is_promise(text)


def _intention(fold: str, start: int, end: int, in_work: bool) -> Intention:
    rest = _ASIDE.sub(" ", fold[end:])
    said = words(fold[start:end])
    near = words(rest)[:_REACH]
    act = said[-1] if in_work else next((word for word in near if word not in _LITTLE), None)
    led = [*said, *near[: near.index(act)]] if act in near else said
    to_be = "be" in led or "being" in led
    moved = _MOVED.search(fold[start:end]) is not None
    before = _before(_ASIDE.sub(" ", fold[:start]))
    behind = words(_clause(rest))[:_LONGEST]
    thin = len([word for word in behind if word != act and word not in _EMPTY]) < _THIN
    return Intention(in_work, act, to_be or moved or thin, " ".join(before), " ".join(behind), rest)


def _before(fold: str) -> list[str]:
    """Return the words of a clause before an intention, with what its "which" stands for."""
    found: list[str] = []
    for part in reversed(_OPENS.split(fold)):
        found = [*words(part), *found]
        if len([word for word in found if word not in _EMPTY]) >= _THIN:
            break
    return found[-_LONGEST:]


def _clause(rest: str) -> str:
    """Return the words behind an intention up to the end of its clause."""
    cut = next(
        (m.start() for m in _CLOSES.finditer(rest) if len(words(rest[: m.start()])) >= _SHORTEST),
        len(rest),
    )
    return rest[:cut]
