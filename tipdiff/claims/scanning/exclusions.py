"""Numbers that are no claims: dates, references, names, telephone numbers, labels.

Each rule is a row of ``RULES`` or ``TIED_RULES`` with a sample of what it is for; one that holds is
enough.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from tipdiff.claims.quantities.units import DURATIONS, GLUED_MEASURES, MEASURES
from tipdiff.claims.scanning import date_exclusions as dates
from tipdiff.claims.scanning.date_exclusions import common_noun
from tipdiff.language import currencies
from tipdiff.language.lexicon import FUNCTION, MONTHS, is_plural
from tipdiff.language.number_words import GLUED_SCALES, NUMBERS, SCALES

if TYPE_CHECKING:
    from tipdiff.language.tokens import Tokens

__all__ = ["RULES", "TIED_RULES", "addresses", "excluded", "numbered_word"]

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
#: Nouns that a name with "of" begins with.
_GROUPS: Final = frozenset("group committee council gang".split())
#: Words before a telephone number, and how far.
_PHONES: Final = frozenset("tel telephone phone fax cell mobile dial".split())
_PHONE_REACH: Final = 6
#: The same, where no noun follows ("Law 12", but "Law 12 years ago").
_NUMBERED_ALONE: Final = frozenset("case cases law laws act state phone form ref".split())
_ABBREVIATED: Final = frozenset("no nos art sec para p pp ext tel pub l".split())
_DIALLED: Final = frozenset("dial dialing dialling dialed call calling".split())
#: Longest number that one dials in an emergency.
_LONGEST_DIALLED: Final = 4
_LISTING: Final = frozenset({",", "and", "or", "-", "/", "&", "to", "through"})
#: How far a list of references is followed back, and a label's line, in tokens.
_LIST_REACH: Final = 24
#: Words that a hyphen ties to a figure which counts all the same ("mid-20", "minus-130").
_PREFIXES: Final = frozenset(
    "mid minus under over sub now to about nearly almost aged plus approximately some up "
    "from".split()
)
#: Letters in capitals that stand for money before a figure, beside the codes.
_MONEY_LETTERS: Final = frozenset({"PS", "RM", "US", "Rs", "Kc"})
#: Letters of sections that could be a unit ("see 18G", "in 5B"), and the words before them; "3M"
#: and "2K" only behind a pointer.
_LETTERS: Final = frozenset("bglpst")
_POINTERS: Final = frozenset(
    "see section para paragraph question in at under by from also and ( point".split()
)
_STRICT_POINTERS: Final = frozenset({"see", "section", "para", "paragraph", "question"})
#: How what has numbered parts ends: "110(b)(3)".
_SUBDIVIDED: Final = frozenset("0123456789)")
#: What halves, quarters and tenths are written with; "2/11" is a day.
_DENOMINATORS: Final = frozenset("2 3 4 5 6 7 8 9 10 16 20".split())
#: What a stroke makes a name of: the attacks, and all day and night; "9/11 of them" is a share.
_NAMED: Final = frozenset({("9", "11"), ("24", "7")})
#: Behind a hyphen that makes a number an adjective of how something is made: "a two-way street".
_ADORNING: Final = frozenset(
    "way pronged track tier tiered star wheel dimensional faced part step stage door".split()
)
_STREETS: Final = frozenset(
    "street st road rd avenue ave boulevard blvd lane drive way plaza".split()
)
#: Where figures are letters: addresses of the web and of mail, a terminal's escape sequences, tags
#: of markup, and scripts between two of them.
_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)\S{1,500}|(?<!\S)[^\s@]{1,100}@\S{1,500}|\x1b\[[\d;]{0,20}[A-Za-z]"
    r"|<script\b[^<>]{0,200}>[^<>]{0,200}</script>|</?[A-Za-z][^<>]{0,200}>"
)


def _abbreviated(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    return low[i - 1] == "#" or (low[i - 1] == "." and low[i - 2] in _ABBREVIATED)


def _numbered(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    at = i - 1 - (low[i - 1] == "(")
    if at < 0:
        return False
    word, capital = low[at], tokens.capital(at)
    if word == "number":
        return low[at - 1] not in {"total", "the"} or low[i + 1] in {".", ")", ",", ""}
    if at < i - 1:
        return False
    if word in _NUMBERED_ALONE:
        return capital and at > 0 and not common_noun(tokens, i)
    named = word in _NUMBERED_NAMES and capital and (at > 0 or not common_noun(tokens, i))
    return named or word in _NUMBERED or word in _NUMBERED_MANY


def _dialled(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    at = i - 1
    while at >= 0 and i - at < _LIST_REACH and (low[at] in _LISTING or low[at][:1].isdecimal()):
        at -= 1
    short = low[at] in _DIALLED and len(low[i]) <= _LONGEST_DIALLED
    return at >= 0 and short and not (low[i + 1].isalpha() and is_plural(low[i + 1]))


def _listed(tokens: Tokens, i: int) -> bool:
    """Whether the figure goes on a list of references."""
    low = tokens.low
    if is_plural(low[i + 1]):
        return False
    at = i - 1
    while at >= 0 and i - at < _LIST_REACH and (low[at] in _LISTING or low[at][:1].isdecimal()):
        at -= 1
    known = low[at] in _NUMBERED_MANY or (low[at] in _NUMBERED and tokens.capital(at))
    return at < i - 2 and known


def _dotted(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    touching = low[i + 1] == "." and tokens.glued(i + 1) and tokens.glued(i + 2)
    return touching and low[i + 2].isalpha() and len(low[i + 2]) <= 2


def _lettered(tokens: Tokens, i: int) -> bool:
    """Whether letters that are no unit touch the figure from behind."""
    low, word = tokens.low, tokens.low[i + 1]
    if not tokens.glued(i + 1) or not word.isalpha():
        return False
    if len(word) == 1 and tokens.capital(i + 1) and low[i].isdecimal():
        if word in GLUED_SCALES and word in {"m", "k"}:
            return low[i - 1] in _STRICT_POINTERS
        if word in _LETTERS:
            return low[i - 1] in _POINTERS or i == 0
    known = word in GLUED_SCALES or word in SCALES or word in DURATIONS
    measured = word in MEASURES or word in GLUED_MEASURES
    said = word in {"pc", "pct", "percent", "yo", "p"}
    return not (known or measured or said) and currencies.written_code(tokens.raw(i + 1)) is None


def _alphanumeric(tokens: Tokens, i: int) -> bool:
    """Whether letters that are no currency touch the figure from before, or by a hyphen."""
    low, raw = tokens.low, tokens.raw(i - 1)
    before = low[i - 1]
    if not tokens.glued(i):
        return False
    if before.isalpha():
        dollars = low[i - 2] == "$" and before in currencies.DOLLARS
        money = raw in _MONEY_LETTERS or currencies.written_code(raw) is not None
        return not (dollars or money or before in NUMBERS)
    if before not in {"-", ".", "_"} or not tokens.glued(i - 1):
        return before == "_"
    word = low[i - 2]
    prefixed = word in _PREFIXES or word in NUMBERS or word in DURATIONS
    return word.isalpha() and (before == "." or not prefixed)


def _slashed(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    if low[i - 1] == "/" and tokens.glued(i):
        return low[i - 2][-1:].isdecimal()
    joined = low[i + 1] == "/" and tokens.glued(i + 1) and tokens.glued(i + 2)
    if not joined or not low[i + 2].isdecimal():
        return False
    if low[i + 3] == "/" or ((low[i], low[i + 2]) in _NAMED and low[i + 3] != "of"):
        return True
    odd = low[i + 2] not in _DENOMINATORS and low[i + 3] != "of"
    if odd and int(low[i][:3] or 0) <= 12 and int(low[i + 2][:4]) <= 31:
        return True  # "the week of 2/11"
    fraction = low[i].isdecimal() and 0 < int(low[i][:4]) < int(low[i + 2][:4]) <= 100
    return not fraction


def _group(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    return low[i - 1] == "of" and low[i - 2] in _GROUPS and tokens.capital(i - 2) and i > 2


def _is_short_number(tokens: Tokens, i: int) -> bool:
    """Whether three figures, a hyphen and four more measure nothing: "at 555-0123"."""
    low = tokens.low
    at = i if low[i + 1] == "-" else i - 2
    if at < 0 or len(low[at]) != 3 or len(low[at + 2]) != 4 or low[at + 1] != "-":
        return False
    digits = low[at].isdecimal() and low[at + 2].isdecimal() and not common_noun(tokens, at + 2)
    return digits and all(tokens.glued(at + k) for k in (1, 2))


def _telephone(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    for at in (i, i - 2, i - 4):
        figures = (
            at >= 0 and low[at].isdecimal() and low[at + 2].isdecimal() and low[at + 4].isdecimal()
        )
        joined = low[at + 1] in {"-", "."} and low[at + 3] in {"-", "."}
        if figures and joined and all(tokens.glued(at + k) for k in range(1, 5)):
            return True
    if not _PHONES.isdisjoint(low[max(i - _PHONE_REACH, 0) : i]) and "-" in low[i - 1 : i + 2]:
        return True
    if low[i - 1] == "(" and low[i + 1] == ")" and low[i + 2].isdecimal() and low[i + 3] == "-":
        return True
    if _is_short_number(tokens, i):
        return True
    first = i  # the groups of a number that begins with a nought: "0800 20 100"
    while first > 0 and i - first < _LONGEST_DIALLED and low[first - 1].isdecimal():
        first -= 1
    if first < i and low[first][0] == "0" and not is_plural(low[i + 1]):
        return True
    return low[i - 1] == "+" and low[i + 1] in {"-", "(", "."} and tokens.glued(i + 1)


def _label(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    if i == 0 and low[1] in {".", ")"} and tokens.glued(1):
        return tokens.count > 3 and len(low[0]) < 3
    if low[i + 1] != ")" or not tokens.glued(i + 1) or len(low[i]) > 2:
        return False
    if low[i - 1] == "(" and tokens.glued(i - 1) and low[i - 2][-1:] in _SUBDIVIDED:
        return True
    if low[i - 1] != "(":
        return "(" not in low[max(i - _LIST_REACH, 0) : i]
    before = low[i - 2]
    opens = before in {"", ":", ";", ",", "."} or before in FUNCTION
    return opens and low[i + 2] not in {",", ".", ";"}


def _tail(tokens: Tokens, i: int) -> bool:
    """Whether a hyphen ties the figure to the number of something: "Law 106-386"."""
    low = tokens.low
    tied = low[i - 1] == "-" and tokens.glued(i) and tokens.glued(i - 1) and low[i - 2].isdecimal()
    return tied and (_abbreviated(tokens, i - 2) or _numbered(tokens, i - 2))


def _decade(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    return low[i + 1] == "s" and tokens.glued(i + 1) and low[i].isdecimal() and low[i][-1] == "0"


def _postal(tokens: Tokens, i: int) -> bool:
    """Whether the figure is the code of a place: "90049 ZIP Code", "Box 12, 1100 Port Merrin"."""
    low = tokens.low
    if low[i + 1] == "zip" or not (4 <= len(low[i]) <= 5 and low[i].isdecimal()):
        return low[i + 1] == "zip"
    before = low[i - 2]
    told = low[i - 1] == "," and (before.isdecimal() or before in _STREETS)
    return told and tokens.capital(i + 1)


def _name(tokens: Tokens, i: int) -> bool:
    """Whether a name with a capital stands before a figure that counts nothing."""
    low, raw = tokens.low, tokens.raw(i - 1)
    before = low[i - 1]
    if i < 2 or not before.isalpha() or before in FUNCTION or before in MONTHS:
        return False
    if raw.islower() or low[i - 2] == ".":
        return False
    if raw in _MONEY_LETTERS or currencies.written_code(raw) is not None:
        return False
    if common_noun(tokens, i) or low[i + 1] in {"%", "$", "-"} or low[i + 1] in SCALES:
        return False
    listed = low[i - 2] in {",", ":", ";", "and", "(", "-"}
    return not (listed and low[i + 1] in {",", ";", ".", ")", "and", ""})


def _house(tokens: Tokens, i: int) -> bool:
    """Whether capitalised words and then a street follow."""
    for at in range(i + 1, i + 6):
        if tokens.low[at] in _STREETS and tokens.capital(at):
            return at > i + 1 or tokens.capital(at + 1)
        joined = tokens.low[at][:1].isdecimal() or tokens.low[at] in {"-", "st", "nd", "rd", "th"}
        if not (tokens.capital(at) or joined):
            return False
    return False


def _power(tokens: Tokens, i: int) -> bool:
    return not {"\u00d7", "^"}.isdisjoint((tokens.low[i - 1], tokens.low[i + 1]))


def _padded(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    decimals = low[i - 1] == "." and tokens.glued(i)
    if low[i + 1][:1] == "0" and low[i + 1].isdecimal() and len(low[i + 1]) > 3:
        return not tokens.glued(i + 1)  # a serial number: "817 0042"
    return low[i][0] == "0" and low[i].isdecimal() and len(low[i]) > 1 and not decimals


def _odds(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    if low[i + 1] == "-" and tokens.glued(i + 1) and tokens.glued(i + 2):
        return _falls(low[i], low[i + 2])
    joined = low[i - 1] == "-" and tokens.glued(i) and tokens.glued(i - 1)
    return joined and _falls(low[i - 2], low[i])


def _falls(first: str, last: str) -> bool:
    """Whether two figures with a hyphen are no range: ranges rise."""
    small = first.isdecimal() and last.isdecimal() and len(first) <= 3 and len(last) <= 3
    return small and int(last) <= int(first)


Rules = tuple[tuple[str, Callable[["Tokens", int], bool], str], ...]
"""The name of what a figure can be that is no claim, the test, a sample."""

#: What any figure can be that is no claim.
RULES: Final[Rules] = (
    ("day", dates.after_month, "on March 14; March 1-15"),
    ("day", dates.before_month, "14 March; the 3rd of May"),
    ("year", dates.year, "in 2006; the 2006 plan"),
    ("year long past", dates.old_year, "between 1600 and 1700"),
    ("time", dates.time, "10:30; 9 p.m."),
    ("abbreviation", _abbreviated, "No. 7; Art. 12; #5"),
    ("reference", _numbered, "Article 12; Tier 2; Operation 1; grade 8"),
    ("hotline", _dialled, "by dialing 117"),
    ("list of references", _listed, "Articles 12, 13 and 15"),
    ("telephone", _telephone, "555-01-23; tel. 555-0123; 0800 20 100"),
    ("group", _group, "the Group of 77"),
    ("postal code", _postal, "Box 12, 1100 Port Merrin"),
    ("name", _name, "the Horizon 7, which"),
    ("house number", _house, "27 Harbour View Road"),
    ("power", _power, "1.9\u00d710"),
    ("padded", _padded, "FS 02"),
)
#: What only a figure can be that touches the word or mark before it or behind it.
TIED_RULES: Final[Rules] = (
    ("end of a span", dates.year_end, "2005-06"),
    ("section", _dotted, "see 1.G."),
    ("section or ordinal", _lettered, "9th; 23D; see 5B"),
    ("alphanumeric", _alphanumeric, "G8; COVID-19; 'wages.8"),
    ("slashed", _slashed, "4/11/2006; 24/7"),
    ("label", _label, "1) training, 2) shelter; (1) training; section 9(b)(2)"),
    ("tail", _tail, "Law 106-386"),
    ("decade", _decade, "the 1990s; in her 30s"),
    ("odds", _odds, "a 50-50 chance; a 5-2 vote"),
)
_TESTS: Final = tuple(test for _, test, _ in RULES)
_TIED_TESTS: Final = tuple(test for _, test, _ in TIED_RULES)


def excluded(tokens: Tokens, index: int) -> bool:
    """Whether the figure in digits at a token is no claim by itself."""
    for test in _TESTS:
        if test(tokens, index):
            return True
    if not (tokens.glued(index) or tokens.glued(index + 1)):
        return False
    return any(test(tokens, index) for test in _TIED_TESTS)


def numbered_word(tokens: Tokens, index: int) -> bool:
    """Whether a number in words is part of a name ("Phase Two", "two-way traffic")."""
    before = tokens.low[index - 1]
    if tokens.low[index + 1] == "-" and tokens.low[index + 2] in _ADORNING:
        return tokens.glued(index + 1)
    if before == "number" and tokens.low[index - 2] not in {"the", "total", "a"}:
        return True
    if before in _NUMBERED and before != "operation":
        return not common_noun(tokens, index)
    return before in _NUMBERED_NAMES and tokens.capital(index - 1) and tokens.capital(index)


def addresses(text: str) -> list[tuple[int, int]]:
    """Return the places of addresses, markup and escape sequences, whose figures are letters."""
    if not any(mark in text for mark in ("://", "www.", "@", "<", "\x1b")):
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]
