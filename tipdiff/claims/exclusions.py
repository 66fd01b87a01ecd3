"""Numbers that are no claims: dates, references, names, telephone numbers, times, labels.

Each rule is a row of ``RULES`` with a sample of what it is for; the first that holds decides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tipdiff.claims import currencies
from tipdiff.claims.lexicon import FUNCTION, MONTHS, VERBS, is_plural
from tipdiff.claims.numerals import GLUED_SCALES, NUMBERS, SCALES
from tipdiff.claims.units import DURATIONS, GLUED_MEASURES, MEASURES, unit_after

if TYPE_CHECKING:
    from collections.abc import Callable

    from tipdiff.claims.tokens import Tokens

__all__ = ["RULES", "excluded", "is_year"]

#: Years that the texts speak of; figures in this span without a comma are years unless counted.
FIRST_YEAR: Final = 1800
LAST_YEAR: Final = 2100

#: What is numbered, in any case ("article 12"); plurals allow a list ("articles 12, 13 and 15").
_NUMBERED: Final = frozenset(
    "article art section sec paragraph para chapter clause annex appendix tier phase grade "
    "version resolution unscr convention protocol decree bill decision directive regulation "
    "question reftel ref secstate state operation page extension ext fax tel telephone phone "
    "category number nos law case act amendment item footnote subparagraph subsection schedule "
    "ordinance title form flight route highway track season episode p pp room apt suite iso "
    "septel".split()
)
_NUMBERED_MANY: Final = frozenset(
    "articles arts sections paragraphs paras chapters clauses annexes resolutions conventions "
    "protocols decrees bills laws questions items tiers phases grades pages cases".split()
)
#: What is numbered only when it begins with a capital ("Part 2", but "in part 12 victims").
_NUMBERED_NAMES: Final = frozenset(
    "part book level stage step group unit order type class model channel line zone district "
    "block gate platform task plan bureau court no act camp highway code rule series area "
    "goal option statute road street avenue big top sp ta euro world iphone windows galaxy ford "
    "force brigade battalion precinct station".split()
)
_LISTING: Final = frozenset({",", "and", "or", "-", "/", "&", "to", "through"})
_TIMES: Final = frozenset({"am", "pm", "hrs", "gmt", "est"})
_PREFIXES: Final = frozenset(
    "mid minus under over sub now to about nearly almost aged plus approximately some up "
    "from".split()
)
_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")


def is_year(token: str) -> bool:
    """Whether a token is four digits that can be a year."""
    return len(token) == 4 and token.isdigit() and FIRST_YEAR <= int(token) <= LAST_YEAR


def _after_month(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    before = i - 1 - (low[i - 1] == ".")
    if low[before] in MONTHS and tokens.capital(before):
        counted = is_plural(low[i + 1]) and not tokens.capital(i + 1)
        return is_year(low[i]) or (len(low[i]) <= 2 and not counted)
    if low[i - 1] in {"-", "and", ",", "or"} and low[i - 2].isdigit() and low[i - 3] in MONTHS:
        return tokens.capital(i - 3) and len(low[i]) <= 2 and low[i - 1] == "-"
    return False


def _before_month(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    at = i + 1
    if low[at] in _SUFFIXES and tokens.glued(at):
        at += 1
    at += low[at] == "of" and len(low[i]) <= 2
    if low[at] == "-" and low[at + 1].isdigit() and len(low[i]) <= 2:
        at += 2
    return (
        len(low[i]) <= 2
        and low[at] in MONTHS
        and tokens.capital(at)
        and (low[at] not in {"may", "march"} or tokens.count > 3)
    )


def _year(tokens: Tokens, i: int) -> bool:
    """Four digits, unless money or percent, or approximated and then counted."""
    low = tokens.low
    if not is_year(low[i]):
        if len(low[i]) == 4 and low[i].isdigit() and low[i][0] in "12":
            timed = low[i - 1] in {"in", "since", "between", "until", "by"}
            if timed and not _noun_next(tokens, i) and unit_after(tokens, i + 1) is None:
                return True
        return (
            low[i - 1] in {"-", "/"}
            and is_year(low[i - 2])
            and len(low[i]) <= 2
            and tokens.glued(i)
            and tokens.glued(i - 1)
        )
    unit = unit_after(tokens, i + 1)
    if unit is not None and (unit.code == "percent" or unit.code.startswith("money")):
        return False
    if unit is not None and unit.code.startswith("duration") and low[i + 1] in DURATIONS:
        return low[i - 1] in {"in", "during", "since", "the", "of"}
    if low[i - 1] in currencies.SIGNS or currencies.written_code(tokens.raw(i - 1)) is not None:
        return False
    if unit is not None and low[i + 1] in MEASURES and low[i - 1] not in {"in", "of", "since"}:
        return False
    follows = low[i + 1]
    counted = follows.isalpha() and follows not in FUNCTION and not tokens.capital(i + 1)
    approximated = low[i - 1] in {
        "about", "approximately", "nearly", "almost", "over", "than", "some", "estimated",
        "least", "around", "roughly",
    }  # fmt: skip
    return not (counted and approximated and follows.endswith(("s", "e", "n")))


def _reference(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    at = i - 1
    if low[at] in {".", "#", "("} and low[at - 1] != "":
        if low[at] == "." and low[at - 1] in {
            "no",
            "nos",
            "art",
            "sec",
            "para",
            "p",
            "pp",
            "ext",
            "tel",
        }:
            return True
        at -= low[at] == "." and low[at - 1] in _NUMBERED
    if low[at] == "#":
        return True
    if low[at] == "number":
        return low[at - 1] not in {"total", "the"} or low[i + 1] in {".", ")", ",", ""}
    if low[at] in {"case", "cases", "law", "laws", "act", "state", "phone", "form", "ref"}:
        return tokens.capital(at) and at > 0 and not _noun_next(tokens, i)
    if low[at] in _NUMBERED or low[at] in _NUMBERED_MANY:
        return True
    if low[at] in _NUMBERED_NAMES and tokens.capital(at) and at > 0:
        return True
    if low[at] in {"dial", "dialing", "dialling", "dialed", "call", "calling"} and len(low[i]) <= 4:
        return not _noun_next(tokens, i)
    return not is_plural(low[i + 1]) and _listed(tokens, i)


def _listed(tokens: Tokens, i: int) -> bool:
    """Whether the figure goes on a list of references ("articles 12, 13 and 15")."""
    low = tokens.low
    at = i - 1
    while at >= 0 and i - at < 24 and (low[at] in _LISTING or low[at][:1].isdigit()):
        at -= 1
    known = low[at] in _NUMBERED_MANY or (low[at] in _NUMBERED and tokens.capital(at))
    return at < i - 2 and known and (low[at] not in {"case", "cases"} or tokens.capital(at))


def _noun_next(tokens: Tokens, i: int) -> bool:
    """Whether a common noun or adjective stands right after the number."""
    word = tokens.low[i + 1]
    content = word.isalpha() and word not in FUNCTION and word not in VERBS
    return content and not tokens.capital(i + 1)


def _dotted(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    return (
        low[i + 1] == "."
        and tokens.glued(i + 1)
        and tokens.glued(i + 2)
        and low[i + 2].isalpha()
        and len(low[i + 2]) <= 2
    )


def _alphanumeric(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    if tokens.glued(i + 1) and low[i + 1].isalpha():
        word = low[i + 1]
        known = (
            word in GLUED_SCALES
            or word in SCALES
            or word in MEASURES
            or word in GLUED_MEASURES
            or word in DURATIONS
            or word in {"pc", "pct", "percent", "yo", "p"}
            or currencies.written_code(tokens.raw(i + 1)) is not None
        )
        if not known or _lettered(tokens, i):
            return True
    if not tokens.glued(i):
        return False
    before = low[i - 1]
    if before.isalpha():
        raw = tokens.raw(i - 1)
        dollars = low[i - 2] == "$" and before in currencies.DOLLARS
        return not (
            dollars
            or currencies.written_code(raw) is not None
            or raw in {"PS", "RM", "US", "Rs"}
            or before in NUMBERS
        )
    if before == "." and tokens.glued(i - 1) and low[i - 2].isalpha():
        return True  # a closing quotation mark that was lost became a figure
    if before == "-" and tokens.glued(i - 1):
        word = low[i - 2]
        return (
            word.isalpha()
            and word not in _PREFIXES
            and word not in NUMBERS
            and word not in DURATIONS
        )
    return before == "_"


#: Letters of sections that could be a unit: "see 18G", "in 5B"; "3M" and "2K" only after a pointer.
_LETTERS: Final = frozenset("bglpst")
_POINTERS: Final = frozenset(
    "see section para paragraph question in at under by from also and ( point".split()
)


def _lettered(tokens: Tokens, i: int) -> bool:
    """Whether a capital letter at the figure makes it the name of a section."""
    low, letter = tokens.low, tokens.low[i + 1]
    if len(letter) != 1 or not tokens.capital(i + 1) or not low[i].isdigit():
        return False
    if letter in {"m", "k"}:
        return low[i - 1] in {"see", "section", "para", "paragraph", "question"}
    return letter in _LETTERS and (low[i - 1] in _POINTERS or i == 0)


def _time(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    if low[i + 1] == ":" and tokens.glued(i + 1) and tokens.glued(i + 2) and low[i + 2].isdigit():
        return True
    if low[i - 1] == ":" and tokens.glued(i) and tokens.glued(i - 1) and low[i - 2].isdigit():
        return True
    if low[i + 1] in _TIMES and low[i + 1] != "hrs":
        return True
    return low[i + 1] in {"a", "p"} and low[i + 2] == "." and low[i + 3] == "m"


def _slashed(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    if low[i + 1] == "/" and tokens.glued(i + 1) and tokens.glued(i + 2) and low[i + 2].isdigit():
        if low[i + 3] == "/" or (low[i], low[i + 2]) in {("9", "11"), ("24", "7")}:
            return True
        return not (low[i].isdigit() and 0 < int(low[i][:4]) < int(low[i + 2][:4]) <= 100)
    return low[i - 1] == "/" and tokens.glued(i) and low[i - 2][-1:].isdigit()


def _telephone(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    for at in (i, i - 2, i - 4):
        if (
            at >= 0
            and low[at + 1] in {"-", "."}
            and low[at + 3] in {"-", "."}
            and tokens.glued(at + 1)
            and tokens.glued(at + 2)
            and tokens.glued(at + 3)
            and tokens.glued(at + 4)
            and low[at].isdigit()
            and low[at + 2].isdigit()
            and low[at + 4].isdigit()
        ):
            return True
    return low[i - 1] == "+" and low[i + 1] in {"-", "(", "."} and tokens.glued(i + 1)


def _label(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    if i == 0 and low[1] in {".", ")"} and tokens.glued(1) and tokens.count > 3 and len(low[0]) < 3:
        return True
    if low[i + 1] == ")" and tokens.glued(i + 1) and len(low[i]) <= 2 and low[i].isdigit():
        if low[i - 1] != "(":
            return "(" not in low[max(i - 25, 0) : i]
        before = low[i - 2]
        return (before in {"", ":", ";", ",", "and", "or", "."} or before in FUNCTION) and low[
            i + 2
        ] not in {",", ".", ";"}
    return False


def _name(tokens: Tokens, i: int) -> bool:
    """A capitalised word with a figure that counts nothing after it."""
    low = tokens.low
    before = low[i - 1]
    if i < 2 or not before.isalpha() or before in FUNCTION:
        return False
    if tokens.raw(i - 1)[1:].lower() == tokens.raw(i - 1)[1:] and not tokens.capital(i - 1):
        return False
    if (
        low[i - 2] == "."
        or currencies.written_code(tokens.raw(i - 1)) is not None
        or before in MONTHS
    ):
        return False
    if tokens.raw(i - 1) in {"RM", "PS", "Rs", "Kc", "US"}:
        return False
    if _noun_next(tokens, i) or low[i + 1] in {"%", "$", "-"} or low[i + 1] in SCALES:
        return False
    listed = low[i - 2] in {",", ":", ";", "and", "(", "-"}
    return not (listed and low[i + 1] in {",", ";", ".", ")", "and", ""})


_STREETS: Final = frozenset(
    "street st road rd avenue ave boulevard blvd lane drive way plaza".split()
)


def _address(tokens: Tokens, i: int) -> bool:
    """A house number: capitalised words and then a street."""
    for at in range(i + 1, i + 6):
        if tokens.low[at] in _STREETS and tokens.capital(at):
            return at > i + 1
        if not (
            tokens.capital(at)
            or tokens.low[at][:1].isdigit()
            or tokens.low[at] in {"-", "st", "nd", "rd", "th"}
        ):
            return False
    return False


def _power(tokens: Tokens, i: int) -> bool:
    return tokens.low[i + 1] in {"\u00d7", "^"} or tokens.low[i - 1] in {"\u00d7", "^"}


def _padded(tokens: Tokens, i: int) -> bool:
    return tokens.low[i][0] == "0" and tokens.low[i].isdigit() and len(tokens.low[i]) > 1


def _odds(tokens: Tokens, i: int) -> bool:
    """ "50-50", and "5-0" in a score: two figures that are no range."""
    low = tokens.low
    if low[i + 1] == "-" and tokens.glued(i + 1) and tokens.glued(i + 2):
        return low[i + 2] == low[i]
    return low[i - 1] == "-" and tokens.glued(i) and low[i - 2] == low[i]


RULES: Final[tuple[tuple[str, Callable[[Tokens, int], bool], str], ...]] = (
    ("day", _after_month, "on March 14; March 1-15"),
    ("day", _before_month, "14 March; the 3rd of May"),
    ("year", _year, "in 2006; the 2006 plan; 2005-06"),
    ("reference", _reference, "Article 12; No. 7; Tier 2; Operation 1; grade 8"),
    ("section", _dotted, "see 1.G."),
    ("alphanumeric", _alphanumeric, "9th; 23D; G8; COVID-19"),
    ("time", _time, "10:30; 9 p.m."),
    ("slashed", _slashed, "4/11/2006; 24/7"),
    ("telephone", _telephone, "555-01-23"),
    ("label", _label, "1) training, 2) shelter; (1) training"),
    ("name", _name, "the Horizon 7, which"),
    ("address", _address, "27 Harbour View Road"),
    ("power", _power, "1.9\u00d710"),
    ("padded", _padded, "FS 02"),
    ("odds", _odds, "a 50-50 chance"),
)
_TESTS: Final = tuple(test for _, test, _ in RULES)


def excluded(tokens: Tokens, index: int) -> bool:
    """Whether the figure at a token is no claim by itself."""
    return any(test(tokens, index) for test in _TESTS)


def numbered_word(tokens: Tokens, index: int) -> bool:
    """Whether a number in words is a name's or a part's ("Phase Two", "Chapter Three")."""
    before = tokens.low[index - 1]
    if before in {"case", "cases", "law", "laws", "act", "state", "operation", "form", "number"}:
        return False
    if before in _NUMBERED:
        return not _noun_next(tokens, index)
    return before in _NUMBERED_NAMES and tokens.capital(index - 1) and tokens.capital(index)


def addresses(text: str) -> list[tuple[int, int]]:
    """Return the places of web and mail addresses, whose figures are letters."""
    if "://" not in text and "www." not in text and "@" not in text:
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]
