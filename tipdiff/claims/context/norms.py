"""Figure or norm: what the law provides is no figure of the year.

A duration, a sum or an age is a norm where its sentence speaks of a rule and not of something that
was done to somebody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tipdiff.patterns import regex

if TYPE_CHECKING:
    from tipdiff.claims.scanning.figures import Figure

__all__ = ["NORM_UNITS", "is_norm"]

#: Units that laws are made of.
NORM_UNITS: Final = ("duration", "money", "age")

#: What shows that a sentence tells a rule, each with a sample.
RULES: Final[tuple[tuple[str, str], ...]] = (
    (r"punish|penalt|sanction", "punishable by two years"),
    (
        r"prison term|term of imprisonment|imprisonment (?:of|for|from|not)",
        "a prison term of 4 years",
    ),
    (r"carr(?:y|ies) ", "the crime carries ten years"),
    (
        r"fac(?:e|es|ing) (?:(?:a|an|terms|fines|sentences|prison|imprisonment|between|from) |"
        r"(?:up|at) )",
        "a smuggler faces up to eight years",
    ),
    (
        r"(?:maximum|minimum) (?:sentence|term|fine|age|prison)|liable\b",
        "a minimum sentence of 5 years",
    ),
    (
        r"prescri|stipulat|shall\b|(?:de)?criminali[sz]|\barticles? \d",
        "Article 5 prescribes 6 years",
    ),
    (r"age of (?:consent|majority|criminal)|legal age|working age", "the age of consent is 16"),
    (r"reflection|to decide whether|entitled to", "a reflection period of 30 days"),
    (
        r"laws? (?:also )?(?:allow|provid|permit|require|forbid|prohibit|set|codif|define|"
        r"establish|guarantee|limit|grant|increase)",
        "the law allows a stay of six months",
    ),
    (
        r"prohibits|forbids|codifies|felony|misdemeanor|defined as",
        "the act forbids a stay of 5 years",
    ),
    (r"sentences? (?:\w+ )?(?:vary|varies|ranges?)\b", "sentences vary from 4 to 15 years"),
    (r"sentences? (?:will|would|shall|may|can) be", "the sentence will be 3-8 years"),
    (r"(?:will|shall|may|can|is|are|would) be imposed|is imposed", "5 years will be imposed"),
    (r"(?:is|are|was|be) (?:il)?legal\b|illegal to\b|permissible|unlawful", "is legal over 18"),
    (r"compulsory education|may be detained", "may be detained for 48 hours"),
)
#: What shows that something was really done, each with a sample.
DEEDS: Final[tuple[tuple[str, str], ...]] = (
    (r"(?:was|were|been|courts?) sentenced", "he was sentenced to a prison term of 5 years"),
    (r"sentenced (?!to )(?:\w+ ){1,3}to\b", "they sentenced him to a prison term of 5 years"),
    (
        r"received\b|convicted\b|serv(?:ed|ing)\b|handed down\b",
        "he received a prison term of 5 years",
    ),
    # looked behind last: a row is passed over by its first letter
    (
        r"imposed\b(?<!be imposed)(?<!is imposed)(?<!are imposed)",
        "the judge imposed a prison term of 5 years",
    ),
)


def _either(rows: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """Return a pattern of all rows, for text in lower case; each begins at a word's beginning."""
    return regex(rf"\b(?:{'|'.join(pattern for pattern, _ in rows)})")


_RULE: Final = _either(RULES)
_DEED: Final = _either(DEEDS)


def is_norm(text: str, figures: list[Figure]) -> bool:
    """Whether the durations, sums and ages of a sentence are norms."""
    if not any(figure.unit.startswith(NORM_UNITS) for figure in figures):
        return False
    lower = text.lower()
    return _RULE.search(lower) is not None and _DEED.search(lower) is None
