"""What looks like a promise and is none: forecasts, statutes, the post's own work, plans denied."""

from __future__ import annotations

from typing import Final

from tipdiff.patterns import regex

__all__ = ["NO_INTENTIONS", "spoken_against"]

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
        r"that (?:[\w',-]+ ){1,8}?(?:will|would)\b"
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
        r"\breviewing (?:\w+ ){1,2}(?:appeal|case|complaint|petition)s?\b",
        "The court is reviewing the appeal.",
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
_NO_INTENTIONS: Final = tuple(regex(pattern) for pattern, _ in NO_INTENTIONS)


def spoken_against(fold: str) -> list[tuple[int, int]]:
    """Return where a folded statement has words that no intention may touch."""
    return [m.span() for pattern in _NO_INTENTIONS for m in pattern.finditer(fold)]
