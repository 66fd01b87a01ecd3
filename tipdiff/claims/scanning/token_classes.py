"""The classes of tokens that the exclusions name: sets of words, and tests of one token."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from tipdiff.claims.quantities.units import DURATIONS, GLUED_MEASURES, MEASURES, unit_after
from tipdiff.claims.scanning.years import common_noun, is_uncounted_year, is_year
from tipdiff.language import currencies
from tipdiff.language.lexicon import FUNCTION, PERSONS, is_plural
from tipdiff.language.months import MONTHS
from tipdiff.language.number_words import GLUED_SCALES, NUMBERS, ORDINAL_DIGITS, SCALES, TENS
from tipdiff.language.token_patterns import Narrow
from tipdiff.text import whole_number

if TYPE_CHECKING:
    from tipdiff.language.token_patterns import Classes
    from tipdiff.language.tokens import Tokens

__all__ = ["CLASSES"]

#: What is numbered, in any case ("article 12").
_NUMBERED: Final = frozenset(
    "article art section sec paragraph para chapter clause annex appendix tier phase grade version "
    "resolution unscr convention protocol decree bill decision directive regulation question "
    "reftel secstate operation page extension ext fax tel telephone category nos amendment item "
    "footnote subparagraph subsection schedule ordinance title flight route highway track season "
    "episode p pp room apt suite iso septel".split()
)
#: Its plurals, which allow a list ("articles 12, 13 and 15").
_NUMBERED_MANY: Final = frozenset(
    "articles arts sections paragraphs paras chapters clauses annexes resolutions conventions "
    "protocols decrees bills laws questions items tiers phases grades pages parts titles points "
    "subsections subparagraphs".split()
)
#: What is numbered where it begins with a capital ("Part 2", but "in part 12 victims").
_NUMBERED_NAMES: Final = frozenset(
    "part book level stage step group unit order type class model channel line zone district block "
    "gate platform task plan bureau court no camp code rule series area goal option statute road "
    "street avenue force brigade battalion "
    "precinct station box round threshold wave doc".split()
)
#: Words before a telephone number, and how far.
_PHONES: Final = frozenset("tel telephone phone fax cell mobile dial".split())
#: The same, where no noun follows ("Law 12", but "Law 12 years ago").
_NUMBERED_ALONE: Final = frozenset("case cases law laws act state phone form ref".split())
_ABBREVIATED: Final = frozenset("no nos art sec para p pp ext tel pub l".split())
_DIALLED: Final = frozenset("dial dialing dialling dialed call calling".split())
#: Words that a hyphen ties to a figure which counts all the same ("mid-20", "minus-130").
_PREFIXES: Final = frozenset(
    "mid minus under over sub now to about nearly almost aged plus approximately some up "
    "from".split()
)
#: Letters in capitals that stand for money before a figure, beside the codes.
_MONEY_LETTERS: Final = frozenset({"PS", "RM", "US", "Rs", "Kc"})
#: What halves, quarters and tenths are written with; "2/11" is a day.
_DENOMINATORS: Final = frozenset("2 3 4 5 6 7 8 9 10 16 20".split())
#: Behind a hyphen that makes a number an adjective of how something is made: "a two-way street".
_ADORNING: Final = frozenset(
    "way pronged track tier tiered star wheel dimensional faced part step stage door".split()
)
#: What a full stop shortens that bounds the figure behind: "ca.20".
_CIRCA: Final = frozenset({"c", "ca", "approx"})
#: What units are put to: "twenty-first", "hundred and first".
_ROUND: Final = frozenset(TENS) | (frozenset(SCALES) - {"dozen", "dozens", "score"})
_STREETS: Final = frozenset(
    "street st road rd avenue ave boulevard blvd lane drive way plaza".split()
)
#: Letters of sections that could be a unit: "see 18G", "in 5B".
_SECTIONS: Final = frozenset("bglpst")
#: The words before them; "3M" and "2K" are sections only behind the stricter ones.
_STRICT_POINTERS: Final = frozenset("see section para paragraph question".split())
_POINTERS: Final = _STRICT_POINTERS | set("in at under by from also and ( point".split())
_LISTING: Final = frozenset(", and or - / & to through".split())
#: What measures a figure that it touches, beside units and scales.
_SAID: Final = frozenset("pc pct percent yo p".split())
#: What stands in a house number with its street, beside capitals and figures.
_HOUSED: Final = frozenset({"-", "st", "nd", "rd", "th"})
#: Largest month, and largest day of one.
_MONTH, _DAY = 12, 31
#: Largest figure of odds, in digits, and of what is divided by a stroke.
_ODDS, _WHOLE = 3, 100
#: How far back a bracket may have opened that a figure and its bracket close, in tokens.
_BRACKET_REACH: Final = 24


def _digits(most: int, least: int = 1) -> Callable[[Tokens, int], bool]:
    """Return a test for a whole number of so many digits."""
    return lambda t, i: least <= len(t.low[i]) <= most and t.low[i].isdecimal()


_SERIAL: Final = _digits(20, 4)


def _is_name(tokens: Tokens, i: int) -> bool:
    """Whether a word with a capital can be a name that a number belongs to: "Horizon 7"."""
    word, raw = tokens.low[i], tokens.raw(i)
    if not word.isalpha() or word in FUNCTION or word in MONTHS or raw.islower():
        return False
    return raw not in _MONEY_LETTERS and currencies.written_code(raw) is None


#: Behind "3x", where it multiplies.
_TIMED: Final = frozenset({"as", "more", "higher", "larger", "greater"})


def _is_tail(tokens: Tokens, i: int) -> bool:
    """Whether letters behind a figure are no unit and no scale: "9th", "23D"."""
    word = tokens.low[i]
    if not word.isalpha() or word in _SAID or word in GLUED_SCALES or word in SCALES:
        return False
    if word == "x" and tokens.low[i + 1] in _TIMED:
        return False  # "3x as many"
    measures = word in DURATIONS or word in MEASURES or word in GLUED_MEASURES
    return not measures and currencies.written_code(tokens.raw(i)) is None


def _is_head(tokens: Tokens, i: int) -> bool:
    """Whether letters before a figure are no money and no number: "G8"."""
    word, raw = tokens.low[i], tokens.raw(i)
    if not word.isalpha() or word in NUMBERS:
        return False
    dollars = i > 0 and tokens.low[i - 1] == "$" and word in currencies.DOLLARS
    return not (dollars or raw in _MONEY_LETTERS or currencies.written_code(raw) is not None)


def _is_tied(tokens: Tokens, i: int) -> bool:
    """Whether a word makes a name with the number that a hyphen ties to it: "route-9"."""
    word = tokens.low[i]
    counts = word in _PREFIXES or word in NUMBERS or word in DURATIONS
    return word.isalpha() and not counts


def _is_padded(tokens: Tokens, i: int) -> bool:
    """Whether noughts stand before a whole number: "02"; not the decimals of ".05"."""
    word = tokens.low[i]
    decimals = tokens.glued(i) and tokens.low[i - 1] == "."
    return word[0] == "0" and len(word) > 1 and word.isdecimal() and not decimals


def _falls(tokens: Tokens, i: int) -> bool:
    """Whether a figure and the one behind the hyphen are no range: ranges rise."""
    pair = tokens.low[i], tokens.low[i + 2]
    small = all(each.isdecimal() and len(each) <= _ODDS for each in pair)
    return small and int(pair[1]) <= int(pair[0])


def _is_no_share(tokens: Tokens, i: int) -> bool:
    """Whether a figure and the one behind the stroke are no fraction: "40/20", "3/400"."""
    part, whole = (whole_number(tokens.low[at]) for at in (i, i + 2))
    return part is None or whole is None or not 0 < part < whole <= _WHOLE


def _is_month_and_day(tokens: Tokens, i: int) -> bool:
    """Whether a stroke parts a month and a day that no fraction is written with: "2/11"."""
    month, day = (whole_number(tokens.low[at]) for at in (i, i + 2))
    if month is None or day is None or tokens.low[i + 2] in _DENOMINATORS:
        return False
    return month <= _MONTH and day <= _DAY


def _no_bracket(tokens: Tokens, i: int) -> bool:
    """Whether a token opens no bracket, nor do those before it that are near."""
    return "(" not in tokens.low[max(i - _BRACKET_REACH, 0) : i + 1]


#: The classes by name.
CLASSES: Final[Classes] = {
    "abbreviated": _ABBREVIATED,
    "adorning": _ADORNING,
    "alone": _NUMBERED_ALONE,
    "bounding": frozenset({"under", "over", "u"}),
    "any": lambda t, i: t.low[i] != "",
    "capital": lambda t, i: t.capital(i),
    "clock": lambda t, i: _digits(4, 4)(t, i) and t.low[i] < "2400",
    "day": _digits(2),
    "dialling": _DIALLED,
    "digits": Narrow(lambda t, i: t.low[i].isdecimal(), digits=True),
    "edge": frozenset({""}),
    "ended": lambda t, i: t.low[i][-1:].isdecimal() or t.low[i] == ")",
    "falling": _falls,
    "figure": Narrow(lambda t, i: t.low[i][-1:].isdecimal(), digits=True),
    "four": Narrow(_digits(4, 4), digits=True),
    "function": FUNCTION,
    # Before a bracket: "they (1) train clerks"; but "all (25) crossings" are 25.
    "introducing": FUNCTION - {"all"},
    "head": _is_head,
    "housed": Narrow(
        lambda t, i: t.capital(i) or t.low[i][:1].isdecimal() or t.low[i] in _HOUSED,
        words=_HOUSED,
        digits=True,
        capitals=True,
    ),
    "letters": lambda t, i: t.low[i].isalpha() and t.low[i] not in _CIRCA,
    "listing": Narrow(
        lambda t, i: t.low[i] in _LISTING or t.low[i][:1].isdecimal(), words=_LISTING, digits=True
    ),
    "many": _NUMBERED_MANY,
    "mark": frozenset({"#"}),
    "month": Narrow(lambda t, i: t.low[i] in MONTHS and (t.capital(i) or t.shouting), words=MONTHS),
    "month-and-day": _is_month_and_day,
    "name": Narrow(_is_name, capitals=True),
    "named": _NUMBERED_NAMES,
    "no-share": _is_no_share,
    "nought": Narrow(lambda t, i: t.low[i][:1] == "0" and t.low[i].isdecimal(), digits=True),
    "noun": lambda t, i: i > 0 and common_noun(t, i - 1),
    "numbered": _NUMBERED,
    "number-word": frozenset(NUMBERS) | _ROUND,
    "numbered-thing": _NUMBERED - {"operation"},
    "old": lambda t, i: _digits(4, 4)(t, i) and t.low[i][0] in "12",
    "ordinal-digit": ORDINAL_DIGITS - {"second"},
    "ordinal-word": ORDINAL_DIGITS | {"eleventh", "twelfth"},
    "ordinal": frozenset({"st", "nd", "rd", "th"}),
    "padded": _is_padded,
    "person": PERSONS,
    "phone": _PHONES,
    "plural": lambda t, i: is_plural(t.low[i]),
    "pointer": _POINTERS,
    "postcode": _digits(5, 4),
    "power": frozenset("\u00d7^"),
    "scale": frozenset(SCALES),
    "section": _SECTIONS,
    "serial": Narrow(lambda t, i: t.low[i][:1] == "0" and _SERIAL(t, i), digits=True),
    "short": _digits(4),
    "stop": lambda t, i: t.low[i].isalpha() and len(t.low[i]) <= 2,
    "street": _STREETS,
    "strict-pointer": _STRICT_POINTERS,
    "tail": _is_tail,
    "round": _ROUND,
    "ten-word": frozenset(TENS),
    "tens": lambda t, i: t.low[i].isdecimal() and t.low[i][-1] == "0",
    "three": Narrow(_digits(3, 3), digits=True),
    "tied": _is_tied,
    "unbracketed": _no_bracket,
    "uncounted-year": is_uncounted_year,
    "unit": lambda t, i: unit_after(t, i) is not None,
    "year": Narrow(lambda t, i: is_year(t.low[i]), digits=True),
}
