"""What the surname that signs a cable looks like: its words, and what stands around them.

A name can be written in any case, with particle, initials, title, office, date and end mark.
Whether one signs, only its place can tell (:mod:`tipdiff.reading.signature`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from attrs import frozen

from tipdiff.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FORMS", "Name", "is_past", "name_in"]

NameCase = Literal["upper", "title", "lower"]

#: What stands around a surname on its line, and is taken off first: (what, pattern, sample).
AROUND: Final[tuple[tuple[str, str, str], ...]] = (
    ("end mark", r"[\s#*=~_-]+(?:BT|N{4,}|#\d*)?$|\s(?:BT|N{4,})$", "MARBECK## NNNN"),
    ("caption", r"\s(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|SENSITIVE)$", "MARBECK UNCLASSIFIED"),
    ("stars", r"^[\s\"“#*=~_-]+|[\s\"”*=~_-]+$", "*** MARBECK ***"),
    (
        "date",
        r",?\s+\(?(?:(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)"
        r"|\d{1,2}[ -]?[A-Z][A-Za-z]{2,8}\.?,?[ -](?:\d{4}|\d\d)"
        r"|[A-Z][A-Za-z]{2,8}\.? \d{1,2},? \d{4})\)?$",
        "MARBECK 2008-03-02",
    ),
    ("signed", r"^(?:/s/|\(?signed\)?:?|from:|by:)\s*", "/s/ Marbeck"),
    (
        "title",
        r"^(?:AMB(?:ASSADOR|\.)?|CHARG[EÉ](?: D['’]AFFAIRES)?(?: A\.?I\.?)?|CDA|A?/?DCM|MR|MRS|MS"
        r"|DR|CONSUL(?: GENERAL)?|CG)\b[.:]?\s*",
        "Amb. Marbeck",
    ),
    (
        "office",
        r"(?:,\s*|\s+-+\s*|\s+|\s*\()"
        r"(?:(?:U\.?S\.? )?AMBASSADOR|AMB\.?|CHARG[EÉ](?: D['’]AFFAIRES)?"
        r"(?:,? A\.?I\.?)?|CDA|A?/?DCM|ACTING|CONSUL(?: GENERAL)?|PRINCIPAL OFFICER)\)?$",
        "MARBECK, DCM",
    ),
    ("rank", r",?\s+(?:JR|SR|II|III|IV)\.?$", "MARBECK, JR."),
    ("bracket", r"^\(|\)$", "(MARBECK)"),
)
_AROUND = tuple(
    (what, regex(pattern, 0 if what == "date" else re.IGNORECASE)) for what, pattern, _ in AROUND
)
#: What stands around headings and answers too.
_SAYS_NOTHING: Final = frozenset({"stars", "bracket", "end mark", "caption"})
_LETTER = "A-ZÀ-ÖØ-Þ"
_SMALL = "a-zà-öø-ÿ"
_PARTICLE = (
    r"(?:al|bin|d|da|de|del|della|der|den|di|dos|du|el|la|le|mac|o|saint|st|ten|ter|van|von|zu)"
)
#: What is written close to a surname: McMarbeck, LaMarbeck, O'Marbeck.
_CLOSE = r"(?:Mc|Mac|Fitz|La|Le|De|Di|Du|Van|Von|[OD]['’]|d['’])"
#: A surname: particles, then words joined by hyphens, apostrophes or, of two who sign, a stroke.
_UPPER = regex(
    rf"(?:[{_LETTER}]\.? ?){{0,2}}(?:{_PARTICLE.upper()}[.']? ){{0,2}}(?:{_CLOSE})?"
    rf"[{_LETTER}][{_LETTER}'’/\-]*[{_LETTER}](?: [{_LETTER}]\.?)?(?: [{_LETTER}'’\-]{{2,}}){{0,2}}"
    rf"|(?:[{_LETTER}] ){{3,}}[{_LETTER}]"
)
_TITLE = regex(
    rf"(?:[{_LETTER}](?:\. ?| )){{0,2}}(?:{_PARTICLE}[.']? |{_PARTICLE.title()}[.']? ){{0,2}}"
    rf"(?:{_CLOSE}|[{_LETTER}]['’])?[{_LETTER}][{_SMALL}]+"
    rf"(?:[-'’/][{_LETTER}]?[{_SMALL}]+)*(?: [{_LETTER}]\.)?(?: [{_LETTER}][{_SMALL}'’\-]+)?",
)
_LOWER = regex(rf"(?:{_PARTICLE} ){{0,2}}[{_SMALL}]{{3,}}(?:-[{_SMALL}]+)?")
_PARTICLES = regex(rf"^(?:(?:{_PARTICLE}[.']?|[{_LETTER}]\.?) )+", re.IGNORECASE)

#: How a surname can be written, with samples that are invented.
FORMS: Final[tuple[tuple[NameCase, re.Pattern[str], tuple[str, ...]], ...]] = (
    (
        "upper",
        _UPPER,
        (
            *("MARBECK", "VAN DER MARBECK", "J. MARBECK", "O'MARBECK-LUND", "ADA MARBECK"),
            *("McMARBECK", "M A R B E C K"),
        ),
    ),
    (
        "title",
        _TITLE,
        (
            *("Marbeck", "van Marbeck", "McMarbeck", "Marbeck-Lund", "Ada Marbeck"),
            *("DeMarbeck", "Lund/Marbeck"),
        ),
    ),
    ("lower", _LOWER, ("marbeck", "van marbeck")),
)

#: Words that answers, lists and sentences hold, and no surname does: NOT YET, ALL OF THEM, TWO.
_NO_NAME: Final = frozenset(
    "above accordingly action all also an and annex any applicable are as at attached available be"
    " been below biography both but by can comment conclusion confidential contact continued could"
    " did do does end enclosure ended ends for from had has have he her his however if in is it its"
    " many may month most must negative neither never nil no none not nothing of on only or other"
    " our part pending post ref same see sensitive septel she should since some summary table text"
    " that the their there these they this to total unavailable unchanged unclas unclassified"
    " unknown until varies various very was we were what when where which while who will with"
    " would year yes yet"
    # Numbers are answers.
    " zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    " hundred thousand million billion dozen dozens half first second third".split()
)
#: Past forms that end like no others: with a word before them they make a sentence.
_PAST: Final = frozenset(
    "became began bought broke brought built came caught cut did drove fell fled flew fought found"
    " gave got grew held hit hurt kept knew laid led left lent lost made met paid put ran read rose"
    " said sank sat saw sent shut sold spent spoke stood stole swam taught thought threw told took"
    " went won wrote".split()
)
_VERB_END: Final = ("ing", "ly")


@frozen
class Name:
    """A surname as it stands on its line: how it is written, and how much of it there is."""

    text: str
    case: NameCase
    words: int  #: without particles and initials
    adorned: bool  #: a title, office, date or end mark stands with it


def name_in(text: str, *, is_common: Callable[[str], bool] | None = None) -> Name | None:
    """Return the name that all of a text is, or None.

    Args:
        text: A line, or the last words of one.
        is_common: Tells whether the cable has a word in small letters, as it has no surname.

    """
    bare, adorned = _bare(text)
    case = next((case for case, form, _ in FORMS if form.fullmatch(bare)), None)
    if case is None:
        return None
    words = [word.strip(".'’").casefold() for word in _PARTICLES.sub("", bare).split()]
    if _NO_NAME.intersection(bare.casefold().split()) or any(w in _NO_NAME for w in words):
        return None
    if len(words) == 2 and words[0] == words[1]:
        words, adorned = words[:1], True  # printed twice: MARBECK MARBECK
    if len(words) > 1 and not adorned and _is_said(words, is_common):
        return None
    return Name(bare, case, len(words), adorned)


def is_past(word: str) -> bool:
    """Tell whether a word in small letters is a past form: left, opened."""
    return word in _PAST or (word.endswith("ed") and len(word) > 5)


def _bare(text: str) -> tuple[str, bool]:
    """Return a text without what stands around a surname, and whether any of it told of one."""
    told = False
    bare = text.strip()
    for what, form in _AROUND:
        less = form.sub("", bare).strip()
        if less and less != bare:
            told = told or what not in _SAYS_NOTHING
            bare = less
    return bare, told


def _is_said(words: list[str], is_common: Callable[[str], bool] | None) -> bool:
    """Tell whether several words say something: one is a verb, or a word of the cable's text."""
    if any(is_past(word) or (word.endswith(_VERB_END) and len(word) > 5) for word in words[1:]):
        return True
    return is_common is not None and any(is_common(word) for word in words)
