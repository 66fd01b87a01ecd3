"""Whether a text names a matter, as titles do, or says something of it.

Only the words are looked at here; what stands around them decides elsewhere whether they are a
title (:mod:`tipdiff.reading.titles`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tipdiff.patterns import regex
from tipdiff.reading.endings import is_closing
from tipdiff.reading.pointers import is_pointer
from tipdiff.reading.preamble import is_handling
from tipdiff.reading.surnames import is_past

if TYPE_CHECKING:
    from tipdiff.reading.labels import Label

__all__ = ["bare", "is_matter", "is_said", "is_small_title", "is_title", "of_question"]

#: A title has no more words and letters than this.
_MAX_WORDS: Final = 12
_MAX_LENGTH: Final = 90
_SMALL: Final = frozenset(
    "a an and as at by de del for from in into of on or over per the through to under vs. with &"
    " - -- / la le les du des von van der".split()
)
_VERB = regex(
    r"\b(?:am|is|are|was|were|has|have|had|does|did|will|would|can|could|may|might|must|shall"
    r"|should|said|says|remains?|continue[sd]?|took|takes|made|makes|gave|held|saw|became)\b"
)
#: What a sentence in capitals has: THE BOATS WERE SOLD.
_FINITE = regex(
    r"\b(?:AM|IS|ARE|WAS|WERE|HAS|HAVE|HAD|DID|DOES|DO|WILL|WOULD|CAN|COULD|MAY|MUST|SHALL"
    r"|SHOULD)\b"
)
_YEAR = regex(r"(?<![\d.,])(?:19|20)\d\d(?:[-/](?:\d\d|\d{4}))?(?![\d,]|\.\d)")
_ANSWER = regex(
    r"(?:none|yes|no|unknown|n/?a|not (?:applicable|available|known)|see .*|same .*|nothing .*"
    r"|no .*)\W*",
    re.IGNORECASE,
)
#: A row of whom to ask or where: a name with what is its own, and no title.
_CONTACT = regex(
    r"@|\d|\b(?:tel|fax|phone|mr|mrs|ms|dr|POC|embassy|ambassador)\b\.?:?", re.IGNORECASE
)
#: A full stop inside a title is an abbreviation's: U.S. Policy Initiatives.
_INITIALS = regex(r"\b(?:[A-Z]\.)+(?=\s|$)|\b(?:vs|St|Dr)\.")

#: What a question is called, behind its number: REFTEL Question 27 - Best practices.
_NAMED = regex(r"[A-Z][^.:?!]{2,90}(?:[.:](?=\s|$)|$)")


def bare(text: str) -> str:
    """Return a title as it is read in every form: without the stop or dash behind it."""
    return re.sub(r"\s+", " ", text).strip(" -:").removesuffix(".").strip() if text else text


def of_question(line: str, label: Label) -> str:
    """Return what a question is called behind its number, in the line that has this label."""
    key = label.get("key")
    named = _NAMED.match(line, label.rest)
    if key is None or named is None or not key.text.upper().startswith("REFTEL"):
        return ""
    return named[0] if _VERB.search(named[0]) is None else ""


def is_said(text: str) -> bool:
    """Tell whether a line in capitals says something: with a full stop, and a verb in it."""
    if not text.isupper() or not text.rstrip().endswith("."):
        return False
    return _FINITE.search(text) is not None or any(
        is_past(word.strip(".,;\"'()").casefold()) for word in text.split()[1:]
    )


def is_title(text: str) -> bool:
    """Tell whether a text names something: title case or capitals, no verb, no small beginning."""
    name = bare(text)
    words = name.split()
    if not words or len(words) > _MAX_WORDS or len(name) > _MAX_LENGTH or is_said(text):
        return False
    first = name.lstrip("(")[:1]
    if not first.isupper() or not re.search(r"[A-Za-z]{4}", name):
        return False
    if name.count("(") != name.count(")"):
        return False
    if any(
        word.strip("()'\u2019,&/-")[:1].islower() and word.strip("(),") not in _SMALL
        for word in words
    ):
        return False
    if _ANSWER.fullmatch(name) or is_pointer(name) or is_closing(name) or is_handling(name):
        return False
    plain = _INITIALS.sub("X", _YEAR.sub("X", name))
    return not (_CONTACT.search(plain) or re.search(r"[.?!;:\"@_]", plain) or _VERB.search(plain))


#: What parts two titles in one line: Ports: Ferries and Crews, Ports - Ferries and Crews.
_PARTED = regex(r"(?<=\w): +|(?<=\w) +[-\u2013\u2014] +")


def is_matter(text: str) -> bool:
    """Tell whether a text alone on its line, behind its number, names something.

    The number tells that it can be a title, so that it need not look like one: it can be in small
    letters but for the first (Help for crews), hold a title below a title (Ports: Ferries) or ask.
    """
    name = bare(text)
    words = name.split()
    if not words or len(words) > _MAX_WORDS or len(name) > _MAX_LENGTH or not name[:1].isupper():
        return False
    if text.rstrip()[-1:] in ".;,!" or name.count("(") != name.count(")"):
        return False
    if _ANSWER.fullmatch(name) or is_pointer(name) or is_closing(name) or is_handling(name):
        return False
    plain = _INITIALS.sub("X", _YEAR.sub("X", _PARTED.sub(" ", name)))
    return not (_CONTACT.search(plain) or re.search(r"[.;:\"@_]", plain) or _VERB.search(plain))


#: A title in small letters is shorter: longer ones are mostly sentences without their stop.
_MAX_SMALL: Final = 8


def is_small_title(text: str) -> bool:
    """Tell whether a text alone on its line names something, though in small letters.

    Neither a question, what leads to a list nor a sentence without its stop does: a past form with
    words behind it is a verb (Crews left the port), and none at the end (Crews convicted).
    """
    words = text.split()
    if len(words) > _MAX_SMALL or not is_matter(text) or text.rstrip().endswith(("?", ":")):
        return False
    return not any(is_past(word.strip(",:()\"'").casefold()) for word in words[1:-1])
