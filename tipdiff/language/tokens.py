"""A sentence cut into words, figures and marks, each with its place.

Figures keep the separators inside them (``1,250``, ``12'500`` and ``3.6`` are one token each);
every other mark is a token of its own, so that "17-26" is three tokens and "30-day" is three. An
apostrophe that transmission turned into a comma or a question mark stays inside its word
("workers,s", "women?s").
"""

from __future__ import annotations

from typing import Final

from tipdiff.patterns import regex

__all__ = ["PADDING", "Tokens", "behind_bracket"]

_TOKEN: Final = regex(
    r"\d+(?:[.,]\d+|['\u2019]\d{3}(?!\d))*|[^\W\d_]+(?:['\u2019](?=[^\W\d_])[^\W\d_]+|[,?]s\b)*|[^\w\s]|_"
)

#: Empty tokens after the last one: what a rule may look ahead without asking whether it is the end.
PADDING: Final = 12

_EM_DASH: Final = "\u2014"
#: Marks with one meaning for the grammar: typographic forms and the plain one they stand for.
_PLAIN: Final = {
    "\u2013": "-",
    "\u2212": "-",
    "\u2010": "-",
    "\u2011": "-",
    "\u2044": "/",
}

#: Longest bracket between a figure and its verb that is stepped over, in tokens.
_ASIDE: Final = 60


class Tokens:
    """The tokens of a text.

    ``low`` holds them in lower case, ``start`` and ``end`` their places in ``text``. Looking before
    the first token or after the last gives an empty string. ``shouting`` says that the text is all
    in capitals, so that capitals tell nothing.
    """

    __slots__ = ("count", "end", "low", "shouting", "start", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.shouting = text.isupper()
        spans = [match.span() for match in _TOKEN.finditer(text)]
        lower = text.lower()
        if len(lower) != len(text):  # a letter whose small form is two
            lower = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
        self.low: list[str] = [lower[start:end] for start, end in spans]
        if not text.isascii():
            self.low = [_PLAIN.get(token, token) for token in self.low]
            if _EM_DASH in self.low:
                spans = self._doubled(spans)
        self.start: list[int] = [start for start, _ in spans]
        self.end: list[int] = [end for _, end in spans]
        self.count = len(self.low)
        self.low.extend([""] * PADDING)
        self.start.extend([len(text)] * PADDING)
        self.end.extend([len(text)] * PADDING)

    def _doubled(self, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Make two hyphens of each long dash, as cables print it: it ties no words together."""
        low, places = [], []
        for token, (start, end) in zip(self.low, spans, strict=True):
            dash = token == _EM_DASH
            low.extend(["-", "-"] if dash else [token])
            places.extend([(start, end), (end, end)] if dash else [(start, end)])
        self.low = low
        return places

    def raw(self, index: int) -> str:
        """Return the token as it is written."""
        return self.text[self.start[index] : self.end[index]]

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter; none does in a text all in capitals."""
        return not self.shouting and self.text[self.start[index] : self.start[index] + 1].isupper()

    def glued(self, index: int) -> bool:
        """Whether nothing stands between the token and the one before it."""
        return index > 0 and self.start[index] == self.end[index - 1]

    def phrase(self, start: int, end: int) -> str:
        """Return the text from token ``start`` up to token ``end``, white space made single."""
        if end <= start:
            return ""
        return " ".join(self.text[self.start[start] : self.end[end - 1]].split())


def behind_bracket(tokens: Tokens, at: int) -> int:
    """Return the token behind the bracket that opens at a token, or the token itself."""
    for end in range(at + 1, min(at + _ASIDE, tokens.count)):
        if tokens.low[end] == ")":
            return end + 1
    return at
