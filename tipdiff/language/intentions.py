"""What is a promise: somebody else than the post, and an affirmative act that is to come."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from tipdiff.language.lexicon import FUNCTION, VERBS
from tipdiff.language.months import MONTHS
from tipdiff.language.no_intentions import spoken_against
from tipdiff.patterns import regex
from tipdiff.text import folded, words

__all__ = [
    "INTENTIONS",
    "IN_WORK",
    "Intention",
    "intends",
    "intentions",
    "is_item",
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
    (
        r"\b(?:proposed|proposes|proposing|announced) (?:in [\w ]{1,16} )?(?:the )?(?=(?:creation|"
        r"establishment|hiring|recruitment|construction|introduction|formation) of\b)",
        "The mayor proposed in May the creation of a guard.",
    ),
    (
        r"\b(?:has|have) proposed (?!by\b)|\bproposes (?=(?:to )?\w+ing\b|to\b)"
        r"|\bproposed (?=(?:an?|new|several|some) (?:[\w-]+ ){0,3}(?:bills?|laws?|legislation|"
        r"measures?|reforms?|amendments?)\b)",
        "The guild proposes raising the toll.",
    ),
    (
        r"\b(?:has|have) (?:authori[sz]ed|instructed|directed|tasked) (?:the )?(?:[\w'-]+ ){1,4}?"
        r"to (?!be\b)",
        "The mayor has authorized the guards to run the ferry.",
    ),
    (
        r"\b(?:publication|completion|adoption|approval|passage|ratification|enactment|opening|"
        r"release|launch|signature)(?: is| are)? %expected (?!to\b|that\b)",
        "The clerks write a code, with publication expected in May.",
    ),
)
#: Words of what is in work already, likewise.
IN_WORK: Final = (
    (
        r"\b(?:is|are) %(?:considering|drafting|preparing|developing|elaborating|finali[sz]ing|"
        r"being (?:drafted|prepared|developed|finali[sz]ed|negotiated|translated|printed|selected|"
        r"recruited|hired))\b",
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
        r"are) %working (?:with \w+ \w+ (?:\w+ )?)to\b"
        r"|\b(?:is|are) %working with (?:[\w.'-]+ ){1,7}?on an?\b",
        "The guild is working to end it.",
    ),
    (
        r"\bawaiting (?:[\w']+ ){0,4}?(?=(?:signature|approval|ratification|adoption|"
        r"passage|enactment|publication)\b)",
        "The code is awaiting the mayor's signature.",
    ),
    (r"\b(?:is|are) %in the process of\b", "The town is in the process of hiring a guard."),
)
#: Letters of which each word of intention has some.
_STEMS: Final = regex(
    r"plan|due|set |slated|scheduled|supposed|inten|will|hop|expect|anticipat|promis|pledg|vow"
    r"|commit|agreed|announce|should be|aim|seek|wants|goal|propos|authori|instructed|directed"
    r"|tasked|awaiting"
    r"|(?:is|are) (?:\w+ ){0,2}(?:\w+ing\b|being)"
    r"|in the process"
)
_INTENTIONS: Final = tuple(regex(p.replace("%", _ADVERB)) for p, _ in INTENTIONS)
_IN_WORK: Final = tuple(regex(p.replace("%", _ADVERB)) for p, _ in IN_WORK)
#: What ends the clause of a promise, before and behind its words of intention.
_OPENS: Final = regex(
    r"[;:(]|, (?:and|but|which|who|while)\b|\b(?:sa(?:id|ys?)|reported|reports|announced|noted|"
    r"that|but)\b"
)
_CLOSES: Final = regex(
    r"[;(]|,? with (?:the|an?) (?:\w+ )?(?:aim|goal|purpose|objective|view|intention) (?:of|to)\b"
    r"|,? (?:who|which|while|because|if|when|once|although|since|but)\b| that (?:will|would)\b"
    r"| as (?:an? |the |part of|important|necessary|first)| within the next\b"
    r"| (?:in order )?to (?:assist|help|provide|identify|address|gauge|"
    r"allow|ensure|combat)\b"
)
#: Who says so.
_ACCORDING: Final = regex(r"^\s*according to [^,;]*, ")
#: What stands in no list of things.
_FINITE: Final = frozenset(
    "is are was were be has have had do does did will would can could may might must should".split()
)
#: A remark has its verb among so many words.
_OWN_VERB: Final = 4
#: Acts that only lead to the act that is meant: "begin to pay", "getting the court to sign".
_LEADING: Final = regex(
    r"(?:begin|beginning|start|starting|continue|continuing|try|trying) "
    r"to (?=\w)|(?:get|getting|urge|urging|persuade|persuading|push|pushing) (?:for |the )?"
    r"(?:\w+ ){1,4}?to (?=\w)"
)
#: With whom or what, between an act and its thing: "is building, with funds of the guild, a wall".
_BESIDE: Final = regex(
    r"^(\w* ?), (?:with|through|by|in|together|along|under|jointly|at|on)\b[^,;]{1,80},"
)
#: "And plans to do so": the act is the one named before.
_DO_SO: Final = regex(r"(?:continue to )?do (?:so|this|that|it)\b")
_INFINITIVE: Final = regex(r"\bto (?!do\b)(\w+)(?= (?:the|an?|its|their|\w+))")
#: Where nothing was to be done, it was done: "issued a report, and plans to do so each year".
_DID: Final = regex(r"\b(?!need)(\w\w+ed)(?= (?:the|an?|its|their|\w+))")
_ASIDE: Final = regex(r"\([^()]*\)")
#: A clause is not cut before so many words: "will include counselors who can identify victims".
_SHORTEST: Final = 4
#: An object of fewer words of matter is what stands before the intention, too.
_THIN: Final = 2
#: Acts that come to what stands before them: "the hall is scheduled to open".
_MOVED: Final = regex(r"(?:scheduled|slated|due|set|planned|expected) (?:to|for)\s*$")
#: An act that is named before the intention: "with publication expected in May".
_NAMED: Final = regex(r"(\w+)(?: is| are)? (?:\w+ )?expected $")
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

    """

    in_work: bool
    act: str | None
    passive: bool
    before: str
    behind: str


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
    against = spoken_against(fold)
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


def is_item(text: str) -> bool:
    """Whether a statement below such a lead names what is intended, and is no remark of its own."""
    return not text.startswith("(") and _FINITE.isdisjoint(words(folded(text))[:_OWN_VERB])


def _intention(fold: str, start: int, end: int, in_work: bool) -> Intention:
    rest = _ASIDE.sub(" ", fold[end:]).lstrip()
    if (led := _LEADING.match(rest)) is not None:
        rest = rest[led.end() :]
    rest = _BESIDE.sub(r"\1", rest)
    before = _ASIDE.sub(" ", fold[:start])
    if _DO_SO.match(rest) and (meant := _meant(before)):
        before, rest = meant
    said = words(fold[start:end])
    near = words(rest)[:_REACH]
    act = next((word for word in near if word not in _LITTLE), None)
    if in_work and said[-1].endswith(("ing", "ed")):
        act = said[-1]
    named = _NAMED.fullmatch(fold[start:end]) if not in_work else None
    act = named[1] if named is not None else act
    led_by = [*said, *near[: near.index(act)]] if act in near else said
    to_be = "be" in led_by or "being" in led_by
    moved = _MOVED.search(fold[start:end]) is not None
    behind = words(_clause(rest))[:_LONGEST]
    thin = len([word for word in behind if word != act and word not in _EMPTY]) < _THIN
    passive = to_be or moved or thin or named is not None or said[0] == "awaiting"
    return Intention(in_work, act, passive, " ".join(_before(before)), " ".join(behind))


def _meant(before: str) -> tuple[str, str] | None:
    """Return who is to act, and the acts that "to do so" stands for, from what stands before it."""
    sentence = before.rpartition(";")[2]
    found = _INFINITIVE.search(sentence) or _DID.search(sentence)
    return (sentence[: found.start()], sentence[found.start(1) :]) if found else None


def _before(fold: str) -> list[str]:
    """Return the words of a clause before an intention, with what its "which" stands for."""
    fold = _ACCORDING.sub("", fold)
    found: list[str] = []
    cuts = [m for m in _OPENS.finditer(fold) if not _joins_a_subject(fold, m)]
    bounds = [0, *(k for m in cuts for k in m.span()), len(fold)]
    for part in reversed([fold[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True)]):
        found = [*words(part), *found]
        if len([word for word in found if word not in _EMPTY]) >= _THIN:
            break
    return found[-_LONGEST:]


def _joins_a_subject(fold: str, cut: re.Match[str]) -> bool:
    """Whether an ", and" ends a list that is one subject: no verb stands before it."""
    if cut[0] != ", and":
        return False
    clause = re.split(r"[;:]|\b(?:that|said)\b", fold[: cut.start()])[-1]
    told = words(clause)
    return "," in clause and not any(w in VERBS or w in _FINITE or w.endswith("ed") for w in told)


def _clause(rest: str) -> str:
    """Return the words behind an intention up to the end of its clause."""
    cut = next(
        (m.start() for m in _CLOSES.finditer(rest) if len(words(rest[: m.start()])) >= _SHORTEST),
        len(rest),
    )
    return rest[:cut]
