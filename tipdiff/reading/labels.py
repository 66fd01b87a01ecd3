"""What stands at the head of a line and is not its text: numbers, marks, keys, letters, bullets.

:func:`parse` reads a line's label token by token from a table of forms. It says what the line looks
like, not what it means: whether ``18.`` numbers a paragraph, an item of a list, or is the tail of a
sentence that a dump has put a pilcrow before, only its neighbours can tell.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import Final, Literal

from attrs import frozen

from tipdiff.patterns import regex

__all__ = ["ANSWER_TOKENS", "CLASSIFICATION", "Label", "Token", "TokenKind", "parse"]

TokenKind = Literal[
    "number",
    "mark",
    "key",
    "letter",
    "weak-letter",
    "item",
    "bullet",
    "garbled",
    "numeral",
    "outline",
]

#: The tokens that open an answer.
ANSWER_TOKENS: Final[tuple[TokenKind, ...]] = ("key", "letter", "weak-letter")
#: A paragraph's classification: (SBU), (U), (C/NF).
CLASSIFICATION: Final = r"\((?:U|SBU|C|S|LOU|FOUO|NF)(?:\s?/+\s?[A-Z]{1,5})*\)"
_LETTERS = r"[A-Z](?:(?:\s?[-/&]\s?|,\s?|\.?\s(?:and|through)\s)[A-Z]\b)*"
_DASHES = r"(?:[-\u2013\u2014]{1,3}|[*\u2022\u00b7])"
#: What word processors print before an item; the last few stand in a font of signs.
_SIGNS = (
    "[\u2023\u2043\u25a0\u25a1\u25aa\u25ab\u25b6\u25ba\u25cb\u25cf\u25e6\u2713\u2714\u27a2"
    "\uf0a7\uf0b7\uf0d8\uf0fc]"
)
_END = r"(?=\s|\(|$)"
#: "7.(U)": the paragraph's mark right behind its number, and no answer U.
_MARKED = r"\.?\s*\(U\)|\.\(S\)"
#: Where a range of paragraphs is answered in one: 4-14. (U)
_RANGE = r"(?:\s?[-\u2013]\s?\d{1,3})?"

#: The forms of a label's tokens: (kind, pattern with the value in group ``v`` and the number of the
#: question in ``n``, sample). The first that fits decides.
TOKEN_FORMS: Final[tuple[tuple[TokenKind, str, str], ...]] = (
    ("mark", rf"(?P<v>{CLASSIFICATION}):?", "(SBU) The ministry"),
    (
        "key",
        r"(?:REFTEL\s+)?(?:[Qq]uestions?|QUESTIONS?|Q\.?|Para(?:graph)?s?|PARA)\s+(?P<n>\d{1,2})"
        r"\s*[-\u2013.]*\s*"
        rf"(?P<v>{_LETTERS})\s*[:.)]",
        "Question 23 B/C:",
    ),
    (
        "key",
        r"(?i:REFTEL\s+Questions?)\s+(?P<n>\d{1,2})\s*(?P<v>)[-\u2013:]+",
        "REFTEL Question 27 -",
    ),
    (
        "key",
        rf"(?:{_DASHES}\s*|\u00b6\s*)?(?P<n>\d{{1,2}})(?!{_MARKED})[\s.\-]?"
        rf"\(?(?P<v>{_LETTERS}|[a-z](?=[.):]))"
        rf"(?:[.):]+{_END}|(?=\s*\([A-Z]))",
        "-- 27 A. (SBU), 18A., 27.A., 27 (A)",
    ),
    ("garbled", r"(?P<v>[Ss]i)\.(?=\s*\([A-Z]{1,4}\))", "si. (U)"),
    (
        "letter",
        rf"(?:{_DASHES}\s*|\u00b6\s*)\(?(?P<v>{_LETTERS}|[a-z](?=[.)]))"
        r"(?:(?:\.\d{1,2})?[.):]+(?=\s|\(|[A-Z][a-z]|$)|(?=\s+\([A-Z]+\)))",
        "-- A. (SBU), --J. The, -- G-K:",
    ),
    (
        "number",
        rf"(?:[\u00b6\u00a7]\s*)(?P<v>\d{{1,3}})(?:{_RANGE}[.)]+{_END}|(?=\s*{CLASSIFICATION}))",
        "\u00b61. (U), \u00a72. (U), \u00b64-14. (U)",
    ),
    (
        "number",
        rf"(?P<v>\d{{1,3}})(?:\.(?:{_END}|(?=[A-Z][a-z]))|{_RANGE}\.(?=\s*{CLASSIFICATION}))",
        "13. (SBU), 4-14. (U)",
    ),
    (
        "weak-letter",
        rf"(?:{_DASHES}\s*|\u00b6\s*)?(?P<v>[A-Z])\.\d{{1,2}}(?:\.?[a-z]\b)?"
        rf"(?:[.):]+{_END}|(?=\s+[A-Z]))",
        "A.1. The, A.11.a CORRUPTION",
    ),
    (
        "weak-letter",
        rf"\(?(?P<v>{_LETTERS}|[a-z](?!:))[.):]+{_END}",
        "A) The, a. The, A:",
    ),
    ("item", rf"\(?(?P<v>\d{{1,2}}|[ivx]{{1,4}})\)[.:]?{_END}", "(1) The, 14) The"),
    ("item", r"\[\^?(?P<v>\d{1,2})\]:?(?=\s)", "[3] The, [^3]: The"),
    ("bullet", rf"(?P<v>{_DASHES}+)(?=\s*\S)", "-- Procuring, * PREVENTION"),
    ("bullet", r"(?P<v>o)\s(?=\S)", "o Shelters"),
    ("bullet", rf"(?P<v>{_SIGNS})\s*(?=\S)", "\u25aa Shelters, \uf0b7 Shelters"),
    ("bullet", r"(?P<v>\+)\s(?=[A-Z])", "+ Shelters"),
)
_TOKEN_FORMS = tuple((kind, regex(pattern)) for kind, pattern, _ in TOKEN_FORMS)
#: What a label can open with; most lines open with a longer word and need no try.
_MAY_BE_LABEL = regex(
    r"[^\w\s\"'`\[]|\d|[A-Za-z](?:[.):]|\s?[-/&,]\s?[A-Z]\b| \(|\s[A-Z]|\sand\s)|[Ss]i\."
    r"|[ivx]{1,4}\)|o\s|\[\^?\d"
    r"|[Rr][Ee][Ff][Tt][Ee][Ll]|question \d|Q(?:uestion|UESTION|\.? \d)|P(?:ara|ARA)"
)
#: What may follow a token: a mark comes last but for the answer's own label.
_FOLLOWERS: Final[dict[TokenKind, frozenset[TokenKind]]] = {
    "number": frozenset({"mark", "key", "letter", "weak-letter"}),
    "garbled": frozenset({"mark"}),
    "mark": frozenset({"key", "letter", "weak-letter", "mark", "item"}),
    "key": frozenset({"mark", "letter", "weak-letter"}),
    "letter": frozenset({"mark", "item"}),
    "weak-letter": frozenset({"mark", "item"}),
    "item": frozenset({"mark"}),
    "bullet": frozenset({"mark"}),
}


@frozen
class Token:
    """One token of a label; ``start`` and ``end`` are places in the line."""

    kind: TokenKind
    value: str
    number: int | None
    start: int
    end: int
    text: str

    @property
    def is_decimal(self) -> bool:
        """Whether it numbers a part of a part: A.1., A.11.a."""
        return _DECIMAL.search(self.text) is not None


_DECIMAL = regex(r"[A-Z]\.\d")


@frozen
class Label:
    """A line's label: its tokens, and where the line's own text begins."""

    tokens: tuple[Token, ...] = ()
    rest: int = 0

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.tokens)

    def get(self, *kinds: TokenKind) -> Token | None:
        """Return the first token of one of these kinds."""
        return next((token for token in self.tokens if token.kind in kinds), None)

    @property
    def is_list(self) -> bool:
        """Whether the line is a bullet or a numbered item, and nothing more."""
        return bool(self.tokens) and self.tokens[0].kind in {"bullet", "item"}

    @property
    def starts_list(self) -> bool:
        """Whether a bare 1 stands in the label."""
        return [(token.kind, token.value) for token in self.tokens] == [("number", "1")]

    @property
    def is_marked(self) -> bool:
        """Whether a classification stands in the label: a list in a sentence has none."""
        return any(token.kind == "mark" for token in self.tokens)

    def before(self, kind: TokenKind) -> Label:
        """Return the label without its token of this kind, and what follows that."""
        kept = tuple(takewhile(lambda token: token.kind != kind, self.tokens))
        left_out = self.get(kind)
        return Label(kept, self.rest if left_out is None else left_out.start)


_NONE = Label()
_THROUGH = regex(r"\.?\s+through\s+")


def _plain(value: str) -> str:
    """Return several letters as one key: A through C is A-C, A and B is A/B."""
    return re.sub(r"\s+", "", re.sub(r"\.?\s+and\s+", "/", _THROUGH.sub("-", value)))


@lru_cache(maxsize=8192)  # asked for twice a line: for the width of the text, and for its blocks
def parse(line: str) -> Label:
    """Return the label at the head of a stripped line, empty where there is none."""
    if not _MAY_BE_LABEL.match(line):
        return _NONE
    tokens: list[Token] = []
    place = 0
    while True:
        allowed = _FOLLOWERS[tokens[-1].kind] if tokens else None
        for kind, form in _TOKEN_FORMS:
            if allowed is not None and kind not in allowed:
                continue
            match = form.match(line, place)
            if match:
                number = match.groupdict().get("n")
                tokens.append(
                    Token(
                        kind,
                        match["v"] if kind == "mark" else _plain(match["v"]),
                        int(number) if number else None,
                        place,
                        match.end(),
                        match[0],
                    )
                )
                place = match.end()
                while place < len(line) and line[place] == " ":
                    place += 1
                break
        else:
            break
    return Label(tuple(tokens), place) if tokens else _NONE
