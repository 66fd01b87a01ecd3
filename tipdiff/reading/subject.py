"""What a subject line says: the part, the country, the years, and whether it is an update."""

from __future__ import annotations

import re
from typing import Final

from tipdiff.patterns import regex

__all__ = ["PART_FORMS", "full_year", "is_update", "part_of", "rest_of_subject", "years_in"]

_NUMBERS: Final = {
    name: number
    for number, names in enumerate(
        (
            "one i",
            "two ii",
            "three iii",
            "four iv",
            "five v",
            "six vi",
            "seven vii",
            "eight viii",
            "nine ix",
            "ten x",
        ),
        1,
    )
    for name in (*names.split(), str(number), f"0{number}")
}
_NUMBER = r"(?:\d{1,2}|[IVX]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)"
_ORDINALS: Final = {
    name: number
    for number, name in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1
    )
}
#: How a text says which part of how many it is: (pattern, sample).
PART_FORMS: Final[tuple[tuple[str, str], ...]] = (
    (
        rf"\b(?:P(?:AR)?T\.?|CABLE|MESSAGE|SECTION)\s+(?P<part>{_NUMBER})"
        rf"(?:\s+OF\s+(?:A\s+)?|\s*/\s*)(?P<parts>{_NUMBER})\b",
        "PART I OF III, Part 2/3, part one of a two-part report",
    ),
    (r"\((?P<part>\d{1,2})\s?(?:OF|/)\s?(?P<parts>\d{1,2})\)", "TIP REPORT (1/2)"),
    (
        rf"\b(?P<part>{'|'.join(_ORDINALS)})\s+of\s+(?P<parts>{_NUMBER})\s+"
        r"(?:parts|cables|messages|telegrams|reports|installments|septels)\b",
        "the second of two cables",
    ),
)
_PARTS = tuple(regex(form, re.IGNORECASE) for form, _ in PART_FORMS)
#: Two digits above it are a year of the last century: the first cables kept are of 1966.
LAST_CENTURY: Final = 65
_YEAR = regex(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_UPDATE = regex(
    r"\b(?:UPDATED?|CORR(?:ECTED)?(?: COPY)?|REVISED|REVISION|AMENDED|CORRECTION|SUPERSED(?:ES|ING)"
    r"|RE-?ISSUED?|RE-?SEN[DT]|RETRANSMI(?:SSION|TTED))\b",
    re.IGNORECASE,
)
#: Words of a subject that name no country.
_COMMON: Final = frozenset(
    "a an the of on for in to and from by with re its as "
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
    "annual yearly report reports reporting submission submissions input inputs response responses "
    "reply update updated corrected copy revised amended correction supersedes final draft part pt "
    "anti antitrafficking trafficking traffickers tip persons person human beings people victims "
    "embassy post posts amembassy consulate mission american us u.s state department edition "
    "year years calendar cy fy country countries information questionnaire assessment overview "
    "efforts activities combat combating against section text message cable septel reftel "
    "efforts prevention protection prosecution national ref sbu unclassified".split()
)
_ORDINAL = regex(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
_WORD = regex(r"[^\W\d_]+(?:[.'\u2019?-][^\W\d_]+)*\.?|\d\w*")


def part_of(text: str) -> tuple[int, int] | None:
    """Return the part and the number of parts that a text gives, if it gives both."""
    match = next((m for form in _PARTS if (m := form.search(text))), None)
    if not match:
        return None
    part = _NUMBERS.get(match["part"].lower()) or _ORDINALS.get(match["part"].lower())
    parts = _NUMBERS.get(match["parts"].lower())
    return (part, parts) if part and parts and part <= parts else None


def full_year(digits: int) -> int:
    """Return the year that two digits stand for."""
    return (1900 if digits > LAST_CENTURY else 2000) + digits


def years_in(text: str) -> list[int]:
    """Return the years that a subject names, in order."""
    return [int(year) for year in _YEAR.findall(text)]


def is_update(subject: str) -> bool:
    """Whether a cable says that it updates or corrects an earlier one."""
    return _UPDATE.search(subject) is not None


def rest_of_subject(subject: str) -> list[str]:
    """Return the runs of words that are left of a subject without its stock words.

    What is left of ``OSTREL'S 2005 ANNUAL TIP REPORT`` is ``OSTREL``.
    """
    runs: list[str] = []
    run: list[str] = []
    bare = subject
    for form in _PARTS:
        bare = form.sub(" ; ", bare)
    for match in _WORD.finditer(bare):
        word = re.sub(r"['\u2019?,]s$", "", match[0], flags=re.IGNORECASE)
        plain = word.lower()
        if plain in _COMMON or _ORDINAL.fullmatch(word) or word[0].isdecimal():
            stock = True
        else:
            stock = all(piece in _COMMON for piece in re.split(r"[-.]", plain) if piece)
        if stock:
            if run:
                runs.append(" ".join(run))
            run = []
        else:
            run.append(word)
            after = bare[match.end() : match.end() + 1]
            if match[0] != word or after in {":", ";", ",", "("}:
                runs.append(" ".join(run))
                run = []
    if run:
        runs.append(" ".join(run))
    return runs
