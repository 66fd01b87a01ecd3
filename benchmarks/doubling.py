"""Whether cost grows with the text and no faster: texts of many shapes, each doubled and doubled.

Real cables are of one shape, and what is quadratic in a word repeated without end, in one sentence
of a thousand figures or in a thousand headings does not show in them. Here each shape is made from
5 kB to 320 kB, each call is timed on it, and the exponent by which its time grows is fitted.

``python -m benchmarks.doubling [SHAPE ...]`` measures some shapes alone.
"""

from __future__ import annotations

import gc
import math
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import pairwise
from typing import Final

from attrs import frozen
from tqdm import tqdm

import tipdiff
from benchmarks.tables import Cell, table
from benchmarks.texts import cable_head
from tipdiff.errors import TipdiffError

__all__ = ["CALLS", "SHAPES", "TooSteep", "doublings", "exponent", "made"]

#: Sizes of the texts, in characters: each twice the one before.
SIZES: Final = tuple(5000 * 2**k for k in range(7))
#: So many sizes with ``--quick``.
QUICK: Final = 5
#: The reach of the exponent.
REACH: Final = 1.3
#: A shorter time is mostly the start of things and noise, and no exponent is fitted to it.
NOISE: Final = 0.02
#: Two times tell a growth from a step (a text that is told otherwise from some length on) only
#: where the longer one is as long as this.
CLEAR: Final = 1.0
#: What takes less is run three times, and the least counts: others may work on the machine.
SHORT: Final = 0.3
#: A call that takes longer is not tried on longer texts; the table says so.
PATIENCE: Final = 6.0
#: What takes so many times as long is not waited for: it is counted as if it had ended then.
GIVEN_UP: Final = 3
#: The upper doublings that the exponent is fitted to: below them what is done once still counts.
FITTED: Final = 3
#: The bound of a second for each 100 kB that ``extract_claims`` is given.
CLAIMS_A_SECOND: Final = 100_000
#: What tells the two years apart in every shape, before and behind what is repeated.
_FRAME: Final = "The port of Merrin reports on {year}.", "The ministry closed {year} with a plan."
_WORDS: Final = "harbour ferry timber consul ledger island strait warden pier lantern".split()


#: What functools makes of a function that remembers.
_Cached: Final = type(lru_cache(len))


class TooSteep(Exception):  # noqa: N818 (it says what was found, and nothing broke)
    """Some call grows faster than it may."""


def _run(piece: str) -> Callable[[int, int], str]:
    """Return a shape that says one thing without end in one paragraph, and a figure of the year."""
    return lambda size, year: (
        f"1. (U) It begins. {(piece * (size // len(piece) + 1))[:size]} {year * 7 % 95} crates."
    )


def _line(piece: str) -> Callable[[int, int], str]:
    """Return a shape that says one thing without end on a line of its own."""
    return lambda size, _year: f"x\n{(piece * (size // len(piece) + 1))[:size]}"


def _each(form: str, gap: str = "\n\n") -> Callable[[int, int], str]:
    """Return a shape of pieces that differ by number ``k``, figure ``n`` and two words.

    ``p`` is the number of a paragraph: such of three digits are read as text.
    """

    def text(size: int, year: int) -> str:
        pieces: list[str] = []
        length = 0
        while length < size:
            k = len(pieces) + 1
            piece = form.format(
                k=k,
                p=(k - 1) % 99 + 1,
                n=(k * 7 + year) % 90 + 3,
                year=year,
                word=f"{_WORDS[k % 10]}{_WORDS[k // 10 % 10]}",
                other=f"{_WORDS[k * 3 % 10]}{_WORDS[k // 7 % 10]}{_WORDS[k // 70 % 10]}",
            )
            pieces.append(piece)
            length += len(piece) + len(gap)
        return gap.join(pieces)

    return text


def _nested(size: int, _year: int) -> str:
    return "1. (U) " + "(so " * (size // 5) + "it is" + ")" * (size // 5)


def _cables(size: int, year: int) -> str:
    one = "1. (U) Police of {} arrested {} men in {}.  The court of {} heard them.\n\n"
    pieces: list[str] = []
    length = 0
    while length < size:
        k = len(pieces)
        body = "".join(one.format(_WORDS[j], k + j, year, _WORDS[j]) for j in range(4))
        pieces.append(cable_head(year).replace("000101", f"{101 + k:06}") + body)
        length += len(pieces[-1])
    return "".join(pieces)


_PROSE: Final = (
    "{p}. (U) Officers of the {other} found {n} men on a {word} in {year}.  "
    "The {word} court heard {n} of the {other} cases, and the clerk of the {other} wrote it down."
)

#: What a text can be made of: a shape gives one by its size in characters and the year.
SHAPES: Final[dict[str, Callable[[int, int], str]]] = {
    # One thing without end, in one paragraph.
    "A.?": _run("A.?"),
    "????": _run("?"),
    "!!!!": _run("!"),
    "....": _run("."),
    "X.X.": _run("X."),
    "one letter": _run("a"),
    "one word": _run("word "),
    "ands": _run("and "),
    "1 1 1": _run("1 "),
    "digits": _run("7"),
    "commas in digits": _run("1,"),
    "14 men": _run("14 men "),
    "3 women,": _run("3 women, "),
    "1 year": _run("1 year "),
    "arrested men": _run("police arrested 5 men and "),
    "number words": _run("twenty one hundred and "),
    "fractions": _run("1/2 of 3/4 "),
    "percent": _run("12 percent "),
    "percent signs": _run("12%, "),
    "money": _run("$5,000 and "),
    "dates": _run("on May 3, 2004, "),
    "years": _run("2004-2005, "),
    "from to": _run("from 5 to 7 "),
    "Smith": _run("Mr. Smith "),
    "quotes": _run('"so" '),
    "open brackets": _run("("),
    "nested brackets": _nested,
    "footnotes": _run("word[1] "),
    "hyphens": _run("well-known-"),
    "dashes": _run("- "),
    "capitals": _run("THE PORT "),
    "initials": _run("J. R. "),
    "e.g.": _run("e.g. "),
    "spaces": _run(" "),
    "tags": _run("<b>a</b>"),
    "open tags": _run("<div>"),
    "ampersands": _run("&amp;"),
    "one sentence": _run("The port is open. "),
    "questions": _run("Who? "),
    "(U)": _run("(U) "),
    "soft hyphens": _run("a\u00ad"),
    "accents apart": _run("e\u0301 "),
    # The same on a line of its own.
    "????, a line": _line("?"),
    "!!!!, a line": _line("!"),
    "----, a line": _line("-"),
    "= =, a line": _line("= "),
    "A.1, a line": _line("A.1 "),
    # Many lines, or many sentences.
    "line feeds": _each("", "\n"),
    "lines of one letter": _each("x", "\n"),
    "lone CR": lambda size, year: _each("The {word} of {other} is open.")(size, year).replace(
        "\n", "\r"
    ),
    "headings": _each("{word} {other}\n\n{p}. (U) The {other} is open."),
    "capital headings": _each("PART {k}\n\nThe port of {other} is open in {year}."),
    "bare paragraphs": _each("{p}. (U)"),
    "short paragraphs": _each("{p}. (U) The {other} is open."),
    "prose": _each(_PROSE),
    "one long line": _each("The {word} of {other} took in {n} crates in {year}.", "  "),
    "bullets": _each("- the {other} of the {word}, {n} men", "\n"),
    "dashes in front": _each("-- A. The {other} is open.", "\n"),
    "letters": _each("A. (U) The {other} is open."),
    "table": _each("{word:<30}{n:>10}{k:>10}", "\n"),
    "pipes": _each("| {word} | {n} | {k} |", "\n"),
    "rules": _each("----------", "\n"),
    "mail quoting": _each("> > The {other} took {n} crates.", "\n"),
    "pointers": _each("{p}. (U) See paragraph {n}."),
    "asked and answered": _each("-- Is the {other} open in {year}?\n\n{p}. (U) Yes, the {word}."),
    "near copies": _each(
        "{p}. (U) The warden of the harbour at Merrin wrote again that crate {k} of "
        "{n} crates had come by the ferry."
    ),
    "rows": _each("{p}. (U) Shelter No. {k} housed {n} women."),
    "copies": _each("{n}. (U) The warden of the harbour wrote that the crates had come."),
    "signatures": _each("SMITH", "\n"),
    "captions": _each("UNCLAS PORT MERRIN {k:06}", "\n"),
    "cables": _cables,
    "section marks": _each("C O N F I D E N T I A L SECTION {n} OF 99 PORT MERRIN", "\n"),
    "Subject:": _each("SUBJECT: VARONA: {other}", "\n"),
}


def made(shape: str, size: int, year: int) -> str:
    """Return a cable of a year whose body is of a shape, of about so many characters."""
    begins, ends = (each.format(year=year) for each in _FRAME)
    body = SHAPES[shape](size, year)
    return f"{cable_head(year)}{begins}\n\n{body}\n\n{ends}\n"


class _Case:
    """Two years of one shape, and what one call leaves for the next."""

    def __init__(self, shape: str, size: int) -> None:
        self._texts = made(shape, size, 2005), made(shape, size, 2006)

    def read(self) -> None:
        self._reports = tipdiff.read(self._texts[0]), tipdiff.read(self._texts[1])

    def extract_claims(self) -> None:
        tipdiff.extract_claims(self._texts[0])

    def compare(self) -> None:
        self._compared = tipdiff.compare(*self._reports)

    def text(self) -> None:
        tipdiff.render(self._compared, "text")

    def html(self) -> None:
        tipdiff.render(self._compared, "html")

    def json(self) -> None:
        tipdiff.render(self._compared, "json")

    def trends(self) -> None:
        tipdiff.trends(self._reports)

    def history(self) -> None:
        tipdiff.history(self._reports)


#: The calls, in an order in which each has what it needs of those before it.
CALLS: Final[dict[str, Callable[[_Case], None]]] = {
    "read": _Case.read,
    "claims": _Case.extract_claims,
    "compare": _Case.compare,
    "text": _Case.text,
    "html": _Case.html,
    "json": _Case.json,
    "trends": _Case.trends,
    "history": _Case.history,
}
#: Calls that the others rest on: where one takes too long, none is tried on longer texts.
_GROUND: Final = ("read", "compare")


@frozen
class Grown:
    """How long one call took on texts of one shape, by their size in characters; how it ended."""

    seconds: dict[int, float]
    ended: str = ""

    @property
    def exponent(self) -> float | None:
        """By which power of the length the time grows; null where all is over at once."""
        return exponent(self.seconds)

    @property
    def steep(self) -> bool:
        """Whether that is more than may be, or the call took too long before it could be told."""
        power = self.exponent
        return self.ended.startswith(("stopped", "given")) if power is None else power > REACH


def exponent(seconds: dict[int, float]) -> float | None:
    """Return the slope of time over length, both as logarithms, by least squares.

    Args:
        seconds: Times by the length of the text. The longest ``FITTED + 1`` count, and of these
            such as are above the noise.

    """
    points = [
        (math.log(size), math.log(took))
        for size, took in sorted(seconds.items())[-FITTED - 1 :]
        if took >= NOISE
    ]
    if len(points) < 2 or (len(points) == 2 and points[-1][1] < math.log(CLEAR)):
        return None
    middle = [sum(each) / len(points) for each in zip(*points, strict=True)]
    across = sum((x - middle[0]) * (y - middle[1]) for x, y in points)
    return float(across / sum((x - middle[0]) ** 2 for x, _ in points))


def _cold() -> None:
    """Forget what is remembered of texts, or a call that is run again has nothing to do.

    What is loaded once has no bound, and stays.
    """
    gc.collect()
    for each in gc.get_objects():
        if isinstance(each, _Cached) and each.cache_parameters()["maxsize"] is not None:
            each.cache_clear()


def _seconds(run: Callable[[_Case], None], case: _Case) -> float:
    _cold()
    start = time.process_time()
    run(case)
    return time.process_time() - start


@contextmanager
def _patient() -> Iterator[None]:
    """Raise a TimeoutError in what takes many times as long as a call may."""

    def give_up(_signal: int, _frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, GIVEN_UP * PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def doublings(shape: str, sizes: Sequence[int] = SIZES) -> dict[str, Grown]:
    """Return how the time of each call grows with texts of a shape."""
    seconds: dict[str, dict[int, float]] = {call: {} for call in CALLS}
    ended: dict[str, str] = {}
    for size in sizes:
        case = _Case(shape, size)
        for call, run in CALLS.items():
            if call in ended or any(ground in ended for ground in _GROUND):
                continue
            took = GIVEN_UP * PATIENCE
            try:
                with _patient():
                    took = _seconds(run, case)
            except TipdiffError as error:
                ended[call] = f"refused: {type(error).__name__}"
                continue
            except TimeoutError:
                ended[call] = f"given up at {size // 1000} kB"
            if took < SHORT:
                took = min(took, *(_seconds(run, case) for _ in range(2)))
            seconds[call][size] = took
            if took > PATIENCE:
                ended.setdefault(call, f"stopped at {size // 1000} kB")
    return {call: Grown(seconds[call], ended.get(call, "")) for call in CALLS}


def _rows(
    grown: dict[str, Grown], shape: str, failed: list[str], slow: list[str]
) -> Iterator[tuple[Cell, ...]]:
    cells: list[Cell] = []
    for call, each in grown.items():
        power = each.exponent
        longest = max(each.seconds, default=0)
        told = f"{each.seconds.get(longest, 0):.2f}"
        told += "" if power is None else f" ^{power:.2f}"
        told += " STEEP" if each.steep else ""
        told += f" ({each.ended})" if each.ended else ""
        cells.append(told)
        if each.steep:
            failed.append(f"{call} of {shape}: {told}")
        if call == "claims":
            slow += [
                f"{shape}: {took:.1f} s for {size // 1000} kB"
                for size, took in each.seconds.items()
                if took > max(1.0, size / CLAIMS_A_SECOND)
            ][-1:]
    yield (shape, *cells)


def growing(*, quick: bool = False, shapes: Sequence[str] = tuple(SHAPES)) -> Iterator[str]:
    """Yield the table of shapes and calls.

    Raises:
        TooSteep: After the table, if a call grows faster than may be, or claims take too long.

    """
    failed: list[str] = []
    slow: list[str] = []
    sizes = SIZES[: QUICK if quick else None]

    def rows() -> Iterator[tuple[Cell, ...]]:
        for shape in tqdm(shapes, unit="shape"):  # an hour in silence is no answer
            yield from _rows(doublings(shape, sizes), shape, failed, slow)

    yield table(
        f"Texts of many shapes, from {sizes[0] // 1000} kB to {sizes[-1] // 1000} kB, each twice "
        "the one before: CPU seconds for the longest, and the exponent by which they grow",
        ("shape", *CALLS),
        rows(),
        f"An exponent is fitted to the upper {FITTED} doublings, of times from "
        f"{1000 * NOISE:.0f} ms on; none may pass {REACH}. Calls but `claims` are given "
        f"two reports. A call that passes {PATIENCE:.0f} s is not tried on longer texts.",
    )
    if failed or slow:
        raise TooSteep("; ".join([*failed, *(f"claims of {each}" for each in slow)]))


def main(arguments: Sequence[str]) -> None:
    """Print how each call grows with some shapes, all sizes of it."""
    for shape in arguments or SHAPES:
        print(f"## {shape}")
        for call, grown in doublings(shape).items():
            times = " ".join(f"{took:.3f}" for took in grown.seconds.values())
            steep = [b / a for a, b in pairwise(grown.seconds.values()) if a > NOISE]
            last = f" last x{steep[-1]:.1f}" if steep else ""
            told = "-" if grown.exponent is None else f"{grown.exponent:.2f}"
            mark = "STEEP" if grown.steep else ""
            print(f"{call:8} {told:>5} {mark:5} {times}{last} {grown.ended}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
