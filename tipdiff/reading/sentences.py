"""Paragraphs into sentences: nupunkt's boundaries, mended by what is known of cables.

nupunkt knows English abbreviations; the tables here add what it cannot know: the field's own
abbreviations and references, dashes that became question marks, parentheses that a sentence opened.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from tipdiff.records import Span

__all__ = ["is_closing", "is_pointer", "sentence_spans"]

#: Words that begin a sentence and are no part of a name.
_STARTER = (
    r"(?:The|This|These|Those|There|It|Its|In|On|At|By|He|She|They|We|However|Although|While|When|If"
    r"|For|As|According|During|Since|Some|Most|Many|Several|Both|Each|Such|That|To|Under|With|After"
    r"|Before|Post|Police|Victims|Government|NGOs|Additionally|Moreover|Also|Because|Despite)(?:[',]s)?\s"
)
#: Boundaries that are none: (end of what comes before, beginning of what follows, sample).
JOINS: Final[tuple[tuple[str, str, str], ...]] = (
    (r"", r"[a-z]", "He said \"We do.\" and left: a sentence begins with a capital"),
    (r"", r"[)\]]", "a closing bracket begins nothing"),
    (r"(?:\s|^)\?", r"", "Sources ? harbor police ? say: a dash that became a question mark"),
    (r"\b(?:[Rr]ef|[Rr]efs|[Aa]rt|[Aa]rts|[Pp]ara|[Pp]aras|[Ss]ec|No|Nos|[Cc]h|[Vv]ol|[Pp]p?)\.",
     r"[\d(]|[A-Z]\b", "Art. 5, para. B, No. 7"),
    (r"\b(?:e\.g|i\.e|cf|viz|approx|[Tt]el|[Ee]xt|esp|incl)\.,?", r"", "e.g. The Lamp, tel. 5"),
    (r"(?:^|[\s(])(?:[A-Z]\.){1,3}", rf"(?!{_STARTER})[A-Z][a-z]+(?:[\s,.;)]|$)", "J. Smith, A. B. Doe"),
    (r"\b(?:St|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Capt|Prof|Sgt|Rep|Sen|Gov|Min|Amb)\.", r"", "Dr. Doe"),
    (r"\bU\.\s?S\.", r"(?:[A-Z]{2,}|Government|Embassy|Department|Dollars?|Ambassador|Mission|Agency"
     r"|Code|Congress|State|Coast|Peace|Customs|Marine|Army|Navy|Supreme|Attorney|Consul)", "U.S. Embassy"),
    (r"^\(?(?:\d{1,2}|[a-zA-Z])[.)]+", r"", "1. Ports: a number of a list is no sentence"),
)  # fmt: skip
_JOINS = tuple(
    (re.compile(rf"(?:{before})[\"'\u201d)\]]*$") if before else None, re.compile(after))
    for before, after, _ in JOINS
)

#: Boundaries that are missed: (last letters before the stop, what stands between, beginning, sample).
SPLITS: Final[tuple[tuple[str, str, str, str], ...]] = (
    (r"[A-Za-z\d]", r"[.?!][\"'\u201d)\]]*\s+", _STARTER, "funded by IMO. The, is no. That, over 30. Most"),
    (r"[a-z]{3}", r"[.?!]", _STARTER, "is legal.The law: the space was lost"),
    (r"[a-z]", r"[.!]8\s+", r"[A-Z]", "of labor.8 The: a closing quote that became 8"),
    (r"[a-z]{3}", r"[.?!][\"'\u201d)\]]*\s{2,}", r"[A-Z\"'(]", "two spaces end a sentence"),
)  # fmt: skip
_SPLITS = tuple(
    (re.compile(rf"{before}$"), re.compile(between), re.compile(after))
    for before, between, after, _ in SPLITS
)
#: End note) The next: what ends a remark ends a sentence, with or without its full stop.
_END_NOTE = re.compile(r"\bE(?:nd|ND) (?:[Nn]ote|NOTE|[Cc]omment|COMMENT)\.?\)\s+(?=[A-Z\"'(])")
_STOP = re.compile(r"[.?!][\"'\u201d)\]8]*\s*(?=[A-Z\"'(])")
#: After these a capital proves nothing, so that no missed boundary is looked for.
_NO_SPLIT = re.compile(
    r"(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Capt|Prof|No|Nos|Art|Ref|Para|vs?|cf|approx|Sen|Rep|Gov|tel|ext)"
    r"$",
    re.IGNORECASE,
)
#: "is no. That said": the answer, not a number.
_ANSWER_NO = re.compile(r"\b(?:is|was|are|:|,) no$")
#: So many letters before a boundary tell what stands there.
_TAIL: Final = 24

#: How far on a parenthesis that a sentence has opened must close for the sentence to go on.
_MAX_PARENTHESIS: Final = 400


#: A quotation after which its sentence goes on: ... "We do. We will." and left.
_GOES_ON = re.compile(r"[^\"]*\"\s*(?:[a-z,;]|--? )")
_CLOSES = re.compile(r"[^()]*\)")


@lru_cache(maxsize=1)
def _tokenizer() -> Callable[[str], list[tuple[str, Span]]]:
    from nupunkt import load_default_model

    return load_default_model().tokenize_with_spans  # type: ignore[no-any-return]


def _opened(text: str, start: int, end: int, stop: int) -> bool:
    """Tell whether a parenthesis opens inside the sentence, is open at its end, and closes soon.

    A parenthesis around whole sentences, which opens with the first of them, holds nothing together.
    """
    if "(" not in text[start + 1 : end]:
        return False
    depth = 0
    for bracket in re.finditer(r"[()]", text[start:end]):
        if bracket[0] == "(":
            depth += bracket.start() > 0
        elif depth:
            depth -= 1
    return depth > 0 and _CLOSES.match(text, end, min(stop, end + _MAX_PARENTHESIS)) is not None


def _quotes_on(text: str, start: int, end: int) -> bool:
    """Tell whether a quotation is open at the end, and the sentence goes on after it closes."""
    if text.count('"', start, end) % 2 == 0:
        return False
    return _GOES_ON.match(text, end, min(len(text), end + _MAX_PARENTHESIS)) is not None


def sentence_spans(text: str) -> list[Span]:
    """Return the sentences of one paragraph as spans of ``text``, first letter to last.

    The spans do not overlap, and only white space lies outside of them.
    """
    if not text.strip():
        return []
    cuts = [span[1] for _, span in _tokenizer()(text)][:-1]
    missed = _missed(text, set(cuts))
    if missed:
        cuts = sorted(missed.union(cuts))
    spans: list[Span] = []
    start = 0
    for cut in cuts:
        head, tail = text[start:cut].rstrip(), text[cut:].lstrip()[:40]
        if not head.strip() or not tail:
            continue
        if any(
            (before is None or before.search(head[-_TAIL:])) and after.match(tail)
            for before, after in _JOINS
        ):
            continue
        if _opened(text, start, cut, len(text)) or _quotes_on(text, start, cut):
            continue
        spans.append(_trimmed(text, start, cut))
        start = cut
    spans.append(_trimmed(text, start, len(text)))
    return [span for span in spans if span[0] < span[1]]


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
    missed.update(end.end() for end in _END_NOTE.finditer(text))
    return missed - known


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


_KEY = r"(?:\(?\d{0,2}\s?[.\-]?\s?\(?[a-z]\b\)?|\d{1,2}\b)"
_PLACE = (
    rf"(?:(?:also |our |the )?(?:answers?|responses?|paras?|paragraphs?|sections?|questions?|items?|points?|refs?|reftels?|septel|parts?)?"
    rf"[. ]*(?:to |in |for )?(?:paras?|paragraphs?|sections?|questions?|points?)?[. ]*(?:{_KEY}|above|below|septel|reftel|next question)\.?"
    rf"(?:(?:,| and| or|/|;|,? and) ?{_KEY})*)"
)
#: Bare pointers: statements that only send the reader elsewhere, or say that nothing is to be said.
POINTERS: Final[tuple[tuple[str, str], ...]] = (
    (rf"(?:please )?see {_PLACE}(?: [^.;]{{0,140}})?", "See 3.g."),
    (r"(?:there (?:are|were|have been) )?no (?:known |significant |new |major )?(?:changes?|updates?)"
     r"(?: (?:from|since|to|in|over) [^.;]{1,60})?", "No known changes."),
    (rf"(?:(?:none|no|answer)[;,/:] ?)?(?:this (?:question )?is )?not applicable(?:[;,.:]? (?:please )?see {_PLACE}[^.;]{{0,60}})?",
     "Not applicable; see 3.j."),
    (r"n\.?/?a\.?", "N/A."),
    (rf"(?:same as|as (?:noted|stated|mentioned|described|discussed|reported) in) {_PLACE}(?: [^.;]{{0,40}})?", "Same as 2 B above."),
    (r"(?:please )?(?:refer to|ref(?:er)? to) [^.;]{1,60}", "Refer to 2.b."),
    (r"as (?:noted|stated|mentioned|described|discussed|reported) (?:above|below|previously|earlier)", "As noted above."),
)  # fmt: skip
_POINTER = re.compile(
    r"[(\s\"]*(?:%s)[\s.;)\"]*" % "|".join(f"(?:{pattern})" for pattern, _ in POINTERS),
    re.IGNORECASE,
)
#: The longest bare pointer: longer, and it says something of its own.
_MAX_POINTER: Final = 200
_CLOSING = re.compile(
    r"\(?end (?:of )?(?:the )?(?:unclassified )?(?:summary|comment|note|text|report|submission|cable|message"
    r"|tip report(?: submission)?|[a-z]{3,12} (?:summary|comment|note|report))(?: (?:submission|and comment))?[.\s)]*",
    re.IGNORECASE,
)


def is_pointer(text: str) -> bool:
    """Tell whether a statement only points elsewhere, or says that there is nothing to say."""
    return len(text) <= _MAX_POINTER and _POINTER.fullmatch(text) is not None


def is_closing(text: str) -> bool:
    """Tell whether a sentence only ends something: END SUMMARY."""
    return text[:4].lower().lstrip("(").startswith("end") and _CLOSING.fullmatch(text) is not None
