"""Texts that no post would send: chains of numbers, runs of marks, nesting, enormous lines."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.laws.generators import any_texts
from tests.laws.vocabulary import AWKWARD
from tests.output.test_hostile import SNIPPETS

__all__ = ["LONGEST", "hostile_texts", "pairs_of_texts", "pieces"]

#: Longest text, in characters: a case stays under a second. Cost is measured elsewhere.
LONGEST = 1200

NUMBERS = tuple(
    "one two three nine twelve twenty forty-one ninety hundred thousand million billion trillion "
    "dozen half quarter third two-thirds and a point zero no none 0 1 2 7 14 1,250 40 000 60.5 3/4 "
    "1/2 1,250/30 2006 1999 18 5th twenty-first 10^6 1.3x10^6 \u00bd \u0663 \u00b2 $ \u20ac % "
    "percent EUR USD crowns over under about at least between from to - -- / , . ( ) : ; x".split()
)
NOUNS = tuple(
    "men women girls boys victims persons cases arrests convictions years months hours days boats "
    "police courts ministry ferries were was arrested convicted sentenced fined in of the for by "
    "aged compared with down up than last year".split()
)
MARKS = tuple(
    ". ? ! , ; : - -- ( ) [ ] \" ' \u2019 \u201c \u2026 / \\ | * _ # & < > = + ~ ^ @".split()
)
SPACES = (" ", "  ", "\t", "\n", "\n\n", "\r\n", "\f", "\v", "\u00a0", "\u2003", "\u200b", "\ufeff")
LAYOUT = (
    "\n\u00b61. (U) ",
    "\n1. (SBU) ",
    "\n-- A. ",
    "\n18B. ",
    "\n--------\nOVERVIEW\n--------\n",
    "\nUNCLAS SECTION 01 OF 02 VELL 000140\nSIPDIS\nSUBJECT: VARONA: 2006 REPORT\nREF: VELL 12\n\n",
    "\nSIPDIS\n",
    "\nNNNN\n",
    "\n- a bullet\n- another\n",
    "\n(1) one; (2) two\n",
    "\nYear   Fined   Freed\n2003      14       5\n2004      19       6\n",
    "\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "\nPage 2 of 9\n",
    "\nIs there a plan? If so, describe it.\n",
    "\nSee 3.g.\n",
    "<html><body><p>",
    "</p><table><tr><td>",
    "{\\rtf1 ",
    "From: clerk@quay.example\nSubject: x\n\n",
)
ENDLESS = ("9" * 1000, "0." + "1" * 400, "x" * 1000, "A." * 300, "\u0301" * 200, "(" * 400)

pieces = st.one_of(
    st.sampled_from(NUMBERS),
    st.sampled_from(NUMBERS),
    st.sampled_from(NOUNS),
    st.sampled_from(MARKS),
    st.sampled_from(SPACES),
    st.sampled_from(LAYOUT),
    st.sampled_from(AWKWARD),
    st.sampled_from(SNIPPETS),
    st.sampled_from(ENDLESS),
    st.text(max_size=6),
)
#: A piece, or the same again and again, or a chain with one joint.
runs = st.one_of(
    pieces,
    st.tuples(pieces, st.integers(2, 60)).map(lambda run: run[0] * run[1]),
    st.tuples(st.lists(pieces, max_size=3), st.integers(2, 40)).map(
        lambda run: (" ".join(run[0]) + " ") * run[1]
    ),
)
_chains = st.tuples(
    st.sampled_from((" ", " ", "", "-", " and ", ", ", "/", "\n")), st.lists(runs, max_size=14)
).map(lambda chain: chain[0].join(chain[1]))

hostile_texts = st.one_of(_chains, _chains, any_texts()).map(lambda text: text[:LONGEST] + "\n")


@st.composite
def pairs_of_texts(draw: st.DrawFn) -> tuple[str, str]:
    """A text and another: of its own, or the first with a piece put in, taken out or doubled."""
    old = draw(hostile_texts)
    if draw(st.booleans()):
        return old, draw(hostile_texts)
    start, end = sorted(draw(st.tuples(*(2 * [st.integers(0, len(old))]))))
    middle = draw(st.sampled_from(("", old[start:end] * 2, "7", " not ", "\n\n")) | runs)
    return old, (old[:start] + middle + old[end:])[:LONGEST] + "\n"
