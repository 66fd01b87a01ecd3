"""Paragraphs into sentences: nupunkt's boundaries, mended by what is known of cables.

nupunkt knows English abbreviations; the tables here add what it cannot know: the field's own
abbreviations and references, dashes that became question marks, parentheses that a sentence opened.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import define

from tipdiff.language import currencies
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from tipdiff.records import Span

__all__ = ["sentence_spans"]

#: Words that begin a sentence and are no part of a name.
_STARTER = (
    r"(?:The|This|These|Those|There|It|Its|In|On|At|By|He|She|They|We|However|Although|While|When"
    r"|If|For|As|According|During|Since|Some|Most|Many|Several|Both|Each|Such|That|To|Under|With"
    r"|After|Before|Post|Police|Victims|Government|NGOs|Additionally|Moreover|Also|Because|Despite)"
    r"(?:[',]s)?\s"
)
_TITLES = r"(?:St|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Capt|Prof|Sgt|Rep|Sen|Gov|Min|Amb)"
_CITED = r"(?:[Rr]efs?|[Aa]rts?|[Pp]aras?|[Ss]ec|Nos?|[Cc]h|[Vv]ol|[Pp]p?)"
_AMERICAN = (
    r"(?:[A-Z]{2,}|Government|Embassy|Department|Dollars?|Ambassador|Mission|Agency|Code|Congress"
    r"|State|Coast|Peace|Customs|Marine|Army|Navy|Supreme|Attorney|Consul)"
)
#: A short form of money with its full stop, unless the figure stands before it: "is Rs. 500", but
#: "costs 500 Rs. 12 ferries ...".
_MONEY_STOP = (
    r"(?:^|[(]|[^\d\s][\s(]+)(?:"
    + "|".join(re.escape(name) for name in currencies.written_short())
    + r")\."
)
_SIGN = "(?:[A-Z]{1,3}\\s?)?[" + "".join(currencies.MARKS) + "]|[A-Z]{3}"
_AMOUNT = rf"(?:{_SIGN})?\s?\d[\d,.]*(?:\s?(?:thousand|million|billion|crore|lakh|k|m|bn)\b)?"
#: A sum and nothing else in brackets: what the sentence before costs in other money.
_CONVERTED = (
    r"\((?:(?:about|around|approximately|approx\.|roughly|some|or|equal to|equivalent to|=|~)\s)?"
    rf"(?=[^()]*(?:{_SIGN}|[a-z]{{3}})){_AMOUNT}(?:\s?(?:-|\u2013|to)\s?{_AMOUNT})?"
    r"(?:\s(?:U\.?S\.? )?(?:%s))?\)" % "|".join(sorted(currencies.NOUNS))
)
#: Boundaries that are none: (end of what comes before, beginning of what follows, sample, in which
#: a bar is a boundary). A sentence begins with a capital, and no closing bracket begins one; a
#: bracket with a sum says what the sentence before costs in other money; a dash can have become a
#: question mark; a list's number is no sentence.
JOINS: Final[tuple[tuple[str, str, str], ...]] = (
    (r"", r"[a-z]", "She asked why? and left."),
    (r"", r"[)\]]", "The board decides.| (see also 3.l.)."),
    (r"", _CONVERTED, "They paid 500 crowns. (USD 9,000).| It is much."),
    (_MONEY_STOP, r"\d", "The fine is Rs. 5,000"),
    (r"(?:\s|^)\?", r"", "As such ? The board says ? it is shut."),
    (rf"\b{_CITED}\.", r"[\d(]|[A-Z]\b", "It is in arts. 4 and 5."),
    (r"\b(?:e\.g|i\.e|cf|viz|approx|[Tt]el|[Ee]xt|esp|incl)\.,?", r"", "e.g. The Lamp, tel. 5"),
    (rf"\b{_TITLES}\.", r"", "They met Lt. Osk there."),
    (r"\bU\.\s?S\.", _AMERICAN, "Lamps are lit.|  The U.S. Government supports them."),
    (r"^\(?(?:\d{1,2}|[a-zA-Z])[.)]+", r"", "B. The ports are shut."),
)
_CLOSED = r"[\"'\u201d)\]]*$"
_JOINS = tuple(
    (regex(rf"(?:{before}){_CLOSED}"), regex(after)) for before, after, _ in JOINS if before
)
#: A word longer than any abbreviation; most sentences end so, and no row has to be tried.
_PLAIN_END = regex(r"[a-z]{7}[.!?]$")
_GOING_ON = regex("|".join(after for before, after, _ in JOINS if not before))

#: The number of a footnote behind a full stop belongs to the sentence before it.
_NOTE = r"(?:\[\d{1,3}\]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+|[*\u2020\u2021]{1,3})"
_BEHIND = regex(rf"(?<=\S)[\"'\u201d)]*(?:{_NOTE}+|(?!8\b)\d{{1,2}})(?=\s|$)")
_ENDS = rf"[\"'\u201d)\]]*(?:{_NOTE}+)?"
#: Boundaries that are missed: (letters before the stop, stop and space, beginning, sample, in which
#: a bar is a boundary). An answer's key or "no" ends a sentence, the space can have been lost, an 8
#: be a closing quote that went wrong; two spaces end a sentence, and so does what the splitter
#: takes for an abbreviation: month, week, tax, south, works.
SPLITS: Final[tuple[tuple[str, str, str, str], ...]] = (
    (r"[A-Za-z\d]", rf"[.?!]{_ENDS}\s+", _STARTER, "It is no.| That is all."),
    (
        r"\d\.?[A-Za-z]",
        rf"[.?!]{_ENDS}\s+",
        r"[A-Z\"'(]",
        "It says so, see 2.c.| Ferries are idle.",
    ),
    (r"[a-z]{3}", r"[.?!]", _STARTER, "The boat is legal.|The law says so."),
    (r"[a-z]", r"[.!]8\s+", r"[A-Z]", "They told of &ferries.8| The board met."),
    (
        r"[a-z]{3}",
        rf"[.?!]{_ENDS}\s{{2,}}",
        r"[A-Z\"'(]",
        "Title III (known as the Harbor Law) of the Criminal Code.|  Articles 15 to 16 say so.",
    ),
    (
        r"[A-Za-z\d)]",
        rf"[.?!][\"'\u201d)]*{_NOTE}+\s+",
        r"[A-Z\"'(]",
        "It has 30.\u00b9| Lamps were lit.",
    ),
    (
        r"[a-z]{4}",
        rf"[.?!]{_ENDS}(?!8\s)\d{{1,2}}\s+",
        r"[A-Z\"'(]",
        "They left.3| The clerk stayed.",
    ),
    (r"^No", rf"\.{_ENDS}\s+", r"[A-Z\"'(]", "No.| A draft is with the clerks."),
    (
        r"(?:^|[\s(\"'-])(?:[a-z]{3,}|so|in|on|up|us|it)",
        rf"[.?!]{_ENDS}\s+",
        r"[A-Z\"'(]",
        "They left this month.| Ferries are idle.",
    ),
)
_SPLITS = tuple(
    (regex(rf"{before}$"), regex(between), regex(after)) for before, between, after, _ in SPLITS
)
#: "End note) The next": what ends a remark ends a sentence, with or without its full stop.
_END_NOTE = regex(r"\bE(?:nd|ND) (?:[Nn]ote|NOTE|[Cc]omment|COMMENT)\.?\)\s+(?=[A-Z\"'(])")
_STOP = regex(rf"[.?!][\"'\u201d)\]8]*(?:{_NOTE}+|\d{{1,2}}(?=\s))?\s*(?=[A-Z\"'(])")
#: After these a capital proves nothing, so that no missed boundary is looked for.
_NO_SPLIT = regex(
    rf"(?:^|[\s(])(?:{_TITLES}|{_CITED}|vs?|cf|approx|tel|ext|incl|excl|esp|est|avg|max|viz|aka"
    r"|dept|govt|assn|assoc|inc|corp|ltd|bros|intl|natl|univ|prov|dist|figs?|vols|arts|chap)$",
    re.IGNORECASE,
)
#: "is no. That said", "No. A draft": the answer, not a number.
_ANSWER_NO = regex(r"^[Nn]o$|\b(?:is|was|are|:|,) no$")
#: So many letters before a boundary tell what stands there.
_TAIL: Final = 24
#: And so many behind it: a sum in brackets is no longer.
_AHEAD: Final = 80

#: More letters without a space are no words: a web address has some hundred.
_WORD: Final = 250
#: So many letters at either end of such a run are split like words all the same.
_SEEN: Final = 40
_UNBROKEN = regex(rf"\S{{{_WORD},}}")
_LETTER = regex(r"\S")

#: How far on a parenthesis that a sentence has opened must close for the sentence to go on.
_MAX_PARENTHESIS: Final = 400


#: A quotation inside a sentence is part of it, its own sentences too, if it closes so soon: a
#: longer one is told sentence by sentence.
_MAX_QUOTATION: Final = 200
_QUOTE = regex('["\u201c\u201d]')
_PAIRED = regex('[()"\u201c\u201d]')
#: A quotation after which its sentence goes on: ... "We do. We will." and left.
_GOES_ON = regex('[^"\u201d]*["\u201d]\\s*(?:[a-z,;]|--? )')
_CLOSES = regex(r"[^()]*\)")


@lru_cache(maxsize=1)
def _tokenizer() -> Callable[[str], list[tuple[str, Span]]]:
    from nupunkt import load_default_model

    return load_default_model().tokenize_with_spans


@define(eq=False)
class _Open:
    """A sentence in the making, and what it has open: each letter is looked at once."""

    text: str
    start: int = 0
    first: int = 0  #: its first letter
    reached: int = 0
    depth: int = 0  #: brackets that it has opened and not closed, one around all of it left out
    quotes: int = 0  #: quotation marks in it
    quoted: int = -1  #: where the last of them stands

    def begin(self, start: int) -> None:
        """Begin a sentence."""
        self.start = self.reached = start
        letter = _LETTER.search(self.text, start)
        self.first = letter.start() if letter else len(self.text)
        self.depth = self.quotes = 0

    def reach(self, end: int) -> None:
        """Look on to where it may end."""
        for sign in _PAIRED.finditer(self.text, self.reached, end):
            if sign[0] == "(":
                self.depth += sign.start() > self.start
            elif sign[0] != ")":
                self.quotes, self.quoted = self.quotes + 1, sign.start()
            elif self.depth:
                self.depth -= 1
        self.reached = max(self.reached, end)

    def in_parenthesis(self, end: int) -> bool:
        """Tell whether a parenthesis opens inside the sentence, is open here, and closes soon.

        One around whole sentences, which opens with the first of them, holds nothing together.
        """
        return self.depth > 0 and _CLOSES.match(self.text, end, end + _MAX_PARENTHESIS) is not None

    def in_quotation(self, end: int) -> bool:
        """Tell whether a quotation is open here, and belongs to the sentence as a whole.

        It does if the sentence goes on after it closes, or has begun before it opened.
        """
        if self.quotes % 2 == 0:
            return False
        begun = self.quoted > self.start + 1
        if begun and _QUOTE.search(self.text, end, end + _MAX_QUOTATION):
            return True
        return _GOES_ON.match(self.text, end, end + _MAX_PARENTHESIS) is not None


def sentence_spans(text: str) -> list[Span]:
    """Return the sentences of one paragraph as spans of ``text``, first letter to last.

    The spans do not overlap, and only white space lies outside of them.
    """
    if not text.strip():
        return []
    cuts = _proposed(text)
    missed = _missed(text, set(cuts))
    if missed:
        cuts = sorted(missed.union(cuts))
    spans: list[Span] = []
    so_far = _Open(text)
    so_far.begin(0)
    for boundary in cuts:
        note = _BEHIND.match(text, boundary)
        cut = note.end() if note else boundary
        goes_on = _LETTER.search(text, cut)
        if not so_far.first < cut or not goes_on:
            continue
        end = _last(text, cut)
        tail = text[goes_on.start() : goes_on.start() + _AHEAD]
        head = text[max(so_far.start, end - _TAIL) : end]
        if _GOING_ON.match(tail) or (head != "No." and _is_joined(head, tail)):
            continue
        so_far.reach(cut)
        if so_far.in_parenthesis(cut) or so_far.in_quotation(cut):
            continue
        spans.append((so_far.first, end))
        so_far.begin(cut)
    spans.append((so_far.first, _last(text, len(text))))
    return [span for span in spans if span[0] < span[1]]


def _proposed(text: str) -> list[int]:
    """Return the boundaries that the splitter finds.

    It looks at the whole of what stands between spaces for each stop in it, so that what is far
    longer than a word is left out; its ends are seen.
    """
    cuts: list[int] = []
    at = 0
    for run in _UNBROKEN.finditer(text):
        cuts += _split(text, at, run.start() + _SEEN)
        at = run.end() - _SEEN
    cuts += _split(text, at, len(text))
    return cuts


def _split(text: str, start: int, end: int) -> list[int]:
    """Return the boundaries that the splitter finds inside a stretch of the text."""
    return [start + span[1] for _, span in _tokenizer()(text[start:end])][:-1]


def _is_joined(head: str, tail: str) -> bool:
    """Tell whether a row of the table says that what ends so goes on so."""
    if _PLAIN_END.search(head) and not tail[:1].isdecimal():
        return False
    return any(after.match(tail) and before.search(head) for before, after in _JOINS)


def _missed(text: str, known: set[int]) -> set[int]:
    """Return the boundaries that are not among the known ones."""
    missed = set()
    for stop in _STOP.finditer(text):
        if stop.end() in known:
            continue
        before = text[max(0, stop.start() - _TAIL) : stop.start()]
        if any(
            head.search(before) and between.fullmatch(stop[0]) and after.match(text, stop.end())
            for head, between, after in _SPLITS
        ) and (_ANSWER_NO.search(before) or not _NO_SPLIT.search(before)):
            missed.add(stop.end())
    if any(word in text for word in ("ote", "OTE", "omment", "OMMENT")):
        missed.update(end.end() for end in _END_NOTE.finditer(text))
    return missed - known


def _last(text: str, end: int) -> int:
    """Return where the last letter before an end ends; the text has one."""
    while text[end - 1].isspace():
        end -= 1
    return end
