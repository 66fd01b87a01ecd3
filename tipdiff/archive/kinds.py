"""Which annual report a cable is: reports of different kinds are different series.

A post writes many reports each year. What one is stands in its subject; of a text without one in
its title or first headings, else in the TAGS, else in the names of its file and folders.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from tipdiff.patterns import regex

__all__ = [
    "NAMES",
    "OTHER",
    "TAGS",
    "Name",
    "Tagged",
    "kind_of",
    "kind_of_names",
    "says_report",
    "without_kind",
]

#: The kind of a report that nothing tells.
OTHER: Final = "report"


class Name(NamedTuple):
    """How a kind of report is called.

    Attributes:
        kind: The kind.
        pattern: What its subjects, titles and names hold, in any case.
        sample: A subject.

    """

    kind: str
    pattern: str
    sample: str


class Tagged(NamedTuple):
    """The TAGS of a kind of report: all of them.

    Attributes:
        kind: The kind.
        tags: What it bears.
        sample: The TAGS of a cable.

    """

    kind: str
    tags: frozenset[str]
    sample: str


#: The names of reports in the order in which they are tried: one that is about a part of what
#: another is about stands before it, and a publication's name before words that others use too.
NAMES: Final = (
    Name("child-soldiers", r"\bchild soldiers?\b", "VARONA: CHILD SOLDIERS PREVENTION ACT REPORT"),
    # The second part of the narcotics report is on money, by other authors.
    Name("money-laundering",
         r"\bmoney[- ]launder|\bfinancial crimes?\b|\bAML\b"
         r"|\b(?:INCSR|narcotics)\b.*\b(?:part|volume|vol\.?) ?(?:II|2|two)\b",
         "VARONA 2008-2009 INCSR PART II"),
    Name("narcotics",
         r"\bINCSR\b|\b(?:counter-?|anti-?)?narcotics\b|\b(?:anti-?)?drugs?\b|\bchemical control\b",
         "VARONA: NARCOTICS CONTROL STRATEGY REPORT"),
    Name("democracy", r"\bhuman rights and democracy\b|\bSHRD\b|\bfreedom and democracy\b",
         "VARONA: SUPPORTING HUMAN RIGHTS AND DEMOCRACY REPORT"),
    Name("human-rights", r"\bhuman rights (?:practices|report\b)|\bHRR\b|\bon human rights\b",
         "VARONA 2008 HUMAN RIGHTS REPORT: TRAFFICKING IN PERSONS SECTION"),
    Name("child-labor", r"\bchild labou?r\b|\bworst forms\b", "VARONA: WORST FORMS OF CHILD LABOR"),
    Name("religious-freedom", r"\breligious (?:freedom|liberty|tolerance)\b|\bIRF\b",
         "VARONA: INTERNATIONAL RELIGIOUS FREEDOM REPORT"),
    Name("anti-semitism", r"\banti-?semiti", "VARONA: REPORT ON GLOBAL ANTI-SEMITISM"),
    # Between two reports a post tells how far a plan has come: that is no edition.
    Name("trafficking-interim",
         r"\b(?:trafficking|TIP)\b.*\b(?:interim|mid-?year|mid-?term)\b"
         r"|\b(?:interim|mid-?year|mid-?term)\b.*\b(?:trafficking|TIP)\b",
         "VARONA: INTERIM ASSESSMENT OF PROGRESS AGAINST TRAFFICKING"),
    Name("trafficking",
         r"(?<!arms )(?<!weapons )(?<!wildlife )(?<!organ )\b(?:anti-?)?trafficking\b"
         r"(?! (?:in|of) (?:arms|weapons|wildlife|organs|antiquities))"
         r"|\bTIP\b(?! of\b)|\btraffickers\b",
         "VARONA: NINTH ANNUAL TIP REPORT"),
    Name("forced-labor", r"\bforced labou?r\b|\bgoods list\b",
         "VARONA: INPUT FOR THE LIST OF GOODS MADE BY FORCED LABOR"),
    Name("terrorism", r"\b(?:counter-?|anti-?)?terroris[mt]s?\b|\bCRT\b",
         "VARONA: 2008 COUNTRY REPORT ON TERRORISM"),
    Name("investment-disputes", r"\binvestment disputes?\b|\bexpropriat",
         "VARONA: INVESTMENT DISPUTES AND EXPROPRIATION CLAIMS"),
    Name("investment-climate",
         r"\binvestment (?:climate|statement)\b|\bclimate (?:for|of) investment\b|\bICS\b",
         "VARONA: 2009 INVESTMENT CLIMATE STATEMENT"),
    Name("commercial-guide", r"\bcommercial guide\b|\bCCG\b", "VARONA: COUNTRY COMMERCIAL GUIDE"),
    Name("intellectual-property", r"\bspecial 301\b|\bintellectual property\b|\bIPR\b",
         "2008 SPECIAL 301 REVIEW - VARONA"),
    Name("telecommunications", r"\b(?:section )?1377\b|\btelecom", "VARONA: SECTION 1377 REVIEW"),
    Name("trade-barriers", r"\btrade (?:estimate|barriers?)\b|\bNTE\b",
         "VARONA: NATIONAL TRADE ESTIMATE REPORT"),
    Name("fiscal-transparency", r"\b(?:fiscal|budget) transparency\b",
         "VARONA: FISCAL TRANSPARENCY REPORT"),
    Name("corruption", r"\b(?:anti-?)?corruption\b|\b(?:anti-?)?bribery\b|\bkleptocra",
         "VARONA: ANTI-CORRUPTION REPORT"),
    Name("labor", r"\blabou?r\b", "VARONA: ANNUAL LABOR REPORT"),
    Name("human-rights", r"\bhuman rights\b", "HUMAN RIGHTS IN VARONA"),
    Name("refugees", r"\brefugees?\b|\basylum\b", "VARONA: REFUGEE ADMISSIONS"),
    Name("visa-fraud", r"\bfraud summary\b|\bvalidation study\b", "FRAUD SUMMARY - KALVIK"),
    Name("crime-and-safety", r"\bcrime (?:and|&) safety\b|\bOSAC\b",
         "VARONA: CRIME AND SAFETY REPORT"),
    Name("export-controls", r"\bexport controls?\b|\bblue lantern\b|\bend[- ]use\b",
         "VARONA: EXPORT CONTROL ASSESSMENT"),
    Name("hiv-aids", r"\bHIV\b|\bPEPFAR\b", "VARONA: PEPFAR ANNUAL PROGRAM RESULTS"),
    Name("biotechnology", r"\bbiotech", "VARONA: AGRICULTURAL BIOTECHNOLOGY ANNUAL"),
    Name("environment", r"\benvironment(?:al)?\b|\bclimate change\b",
         "VARONA: ENVIRONMENT AND SCIENCE REPORT"),
    Name("economic", r"\beconom(?:y|ic)\b", "VARONA: ANNUAL ECONOMIC REPORT"),
)  # fmt: skip
#: What TAGS say of a cable whose subject and title are silent, the most particular first: a report
#: on trafficking bears those of crime, women and labor too.
TAGS: Final = (
    Tagged("trafficking", frozenset({"KTIP"}), "KTIP PHUM PREL"),
    Tagged("trafficking", frozenset({"PHUM", "SMIG", "KCRM"}), "PHUM KCRM KWMN SMIG ELAB"),
    Tagged("religious-freedom", frozenset({"KIRF"}), "PHUM KIRF PREL"),
    Tagged("money-laundering", frozenset({"KTFN"}), "EFIN KTFN SNAR PTER"),
    Tagged("narcotics", frozenset({"SNAR"}), "SNAR PTER PREL"),
    Tagged("terrorism", frozenset({"PTER"}), "PTER ASEC PHUM"),
    Tagged("intellectual-property", frozenset({"KIPR"}), "ETRD ECON KIPR"),
    Tagged("corruption", frozenset({"KCOR"}), "KCOR ECON PGOV"),
    Tagged("investment-climate", frozenset({"EINV"}), "EINV ECON OPIC"),
    Tagged("human-rights", frozenset({"PHUM"}), "PHUM ELAB PGOV"),
    Tagged("labor", frozenset({"ELAB"}), "ELAB ECON PGOV"),
    Tagged("economic", frozenset({"ECON"}), "ECON EFIN PGOV"),
)
#: So many lines at the head of a text can be its title or first headings.
HEAD_LINES: Final = 12
#: A heading has no more words; a sentence that wraps has a line as long.
HEADING_WORDS: Final = 14
#: The characters of a cable's body in which it says what it is: its first paragraph.
OPENING: Final = 600
#: How a subject or a first paragraph says that a cable is a report, and not on its matter alone.
_IS_REPORT: Final = regex(
    r"\b(?:report(?:ing)?|annual|submission|input|response|questionnaire|assessment|statement|review"
    r"|strategy|estimate|guide|INCSR|TIPR|update[ds]?|corrected|draft|part)\b",
    re.IGNORECASE,
)
_SENTENCE_END: Final = regex(r"[.;,]\s*$")
_NAMES: Final = tuple((name.kind, regex(name.pattern, re.IGNORECASE)) for name in NAMES)


def _named(text: str) -> str | None:
    """Return the kind that a subject, title or name gives."""
    line = " ".join(text.split())
    return next((kind for kind, pattern in _NAMES if pattern.search(line)), None)


def kind_of(subject: str | None, tags: Iterable[str] = (), body: str = "", path: str = "") -> str:
    """Return which kind of report a cable is.

    Args:
        subject: Its subject line; None where it has none.
        tags: Its TAGS.
        body: Its text, from the body's first line.
        path: The path of its file, whose folders' names may say it.

    """
    told = _named(subject or "") or _of_head(body) or (_of_opening(body) if subject else None)
    return told or _of_tags(tags) or kind_of_names(path) or OTHER


def says_report(subject: str) -> bool:
    """Whether a subject says that its cable is a report: others tell of what happened meanwhile."""
    return _IS_REPORT.search(subject) is not None


def _of_head(body: str) -> str | None:
    """Return the kind that the title or one of the first headings gives, the first that does."""
    lines = ["", *(line.strip(" \t#*=_-") for line in body[: OPENING * 4].splitlines()), ""]
    around = list(zip(lines, lines[1:], lines[2:], strict=False))
    head = [each for each in around if each[1]][:HEAD_LINES]
    return next((kind for each in head if _is_title(*each) and (kind := _named(each[1]))), None)


def _is_title(before: str, line: str, after: str) -> bool:
    """Whether a line stands by itself, or at least begins what does not run on below it."""
    if before or _SENTENCE_END.search(line):
        return False
    most = HEADING_WORDS if not after else HEADING_WORDS // 2
    return len(line.split()) <= most and not after[:1].islower()


def _of_opening(body: str) -> str | None:
    """Return the kind of the report that the first paragraph of a cable says it is."""
    opening = body.lstrip()[:OPENING].split("\n\n")[0]
    sentences = re.split(r"(?<=[.:])\s+(?=[A-Z(])", opening)
    return next((kind for s in sentences if _IS_REPORT.search(s) and (kind := _named(s))), None)


def _of_tags(tags: Iterable[str]) -> str | None:
    own = set(tags)
    return next((row.kind for row in TAGS if row.tags <= own), None)


def kind_of_names(path: str) -> str | None:
    """Return the kind that the name of a file, or of the nearest folder that does, gives."""
    pieces = re.split(r"[/\\]", path)
    return next((kind for piece in reversed(pieces) if (kind := _named(_spelt(piece)))), None)


def without_kind(path: str) -> str:
    """Return a path without what its names say of the kind: what is left may be a country's."""
    pieces = []
    for piece in re.split(r"[/\\]", path):
        left = _spelt(piece)
        for _, pattern in _NAMES:
            left = pattern.sub(" ", left)
        if left.strip():
            pieces.append(" ".join(left.split()))
    return "/".join(pieces)


def _spelt(name: str) -> str:
    """Return a file's or folder's name as words: ``human_rights-2006.txt``."""
    bare = re.sub(r"\.[A-Za-z]\w{0,4}$", "", name)
    return " ".join(re.findall(r"[^\W\d_]+(?:'\w)?|\d+", bare))
