"""The texts that speed is measured on: pairs of cables, and a report ten times as long."""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.gold import FIXTURES, Gold, fixtures
from tipdiff.text import folded

__all__ = ["long_pair", "pairs", "rewrapped"]

#: Pairs of real cables of about 30 kB each, by their files' names.
REAL: Final = (
    ("05HARARE339.txt", "06HARARE252.txt"),
    ("05SANJOSE488.txt", "06SANJOSE481.txt"),
    ("07REYKJAVIK90.txt", "08REYKJAVIK36.txt"),
)
#: Share of the longer words that each copy of a report says in words of its own.
OWN_WORDS: Final = 0.5
#: Words at least this long are told in a copy's own words: shorter ones are mostly grammar.
LONG: Final = 5
COLUMNS: Final = 65
#: Another width than any cable's own.
REWRAPPED_COLUMNS: Final = 52
#: Lines of running text are at least this long, all but the last.
FULL: Final = 45
_BLANK: Final = re.compile(r"(\n[ \t]*\n)")
_FURNITURE: Final = re.compile(r"-{5}|={5}|_{5}| OF \d{2,3}$", re.MULTILINE)
#: What a line may begin with that makes its break more than layout.
_LABEL: Final = re.compile(r"\W|\(|\d+[.)]|[A-Za-z]{1,3}[.)]|\S*[:.]$|[A-Z]{3}")
_WORD: Final = re.compile(r"[A-Za-z]+")
_SYLLABLES: Final = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()


def pairs(real: Path | None, folder: Path = FIXTURES) -> dict[str, tuple[Path, Path]]:
    """Return pairs of reports by name: the longest fixtures in one plain file, and real cables."""
    plain = [gold for gold in fixtures(folder) if all(_plain(folder, gold))]
    found = {}
    if plain:
        longest = max(plain, key=lambda gold: sum(map(len, gold.old + gold.new)))
        old, new = _plain(folder, longest)
        found[longest.name] = (old[0], new[0])
    if real is not None:
        cables = real / "cables"
        found |= {f"{old} > {new}": (cables / old, cables / new) for old, new in REAL}
    return found


def _plain(folder: Path, gold: Gold) -> list[list[Path]]:
    """Return the one plain file of each side, or nothing for a side in parts or as a page."""
    files = [sorted((folder / gold.raw[side]).iterdir()) for side in ("old", "new")]
    return [each if [path.suffix for path in each] == [".txt"] else [] for each in files]


def rewrapped(text: str) -> str:
    """Return a cable's text with the paragraphs of its body wrapped anew, and nothing else done.

    Only running text below the subject is wrapped: not headings, rules, lists or page marks, nor
    where a new line would begin with what reads as a label, for there line breaks mean something.
    """
    blocks = _BLANK.split(text.replace("\r\n", "\n"))
    subject = next((k for k, block in enumerate(blocks) if "SUBJECT" in block.upper()), -1)
    return "".join(
        _filled(block) if k > subject and k % 2 == 0 else block for k, block in enumerate(blocks)
    )


def _filled(block: str) -> str:
    lines = block.split("\n")
    running = all(len(line) >= FULL for line in lines[:-1]) and len(block) > COLUMNS
    if not running or _FURNITURE.search(block) or any(map(_LABEL.match, lines[1:])):
        return block
    indent = block[: len(block) - len(block.lstrip())]
    filled = textwrap.wrap(
        " ".join(block.split()),
        REWRAPPED_COLUMNS,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return block if any(map(_LABEL.match, filled[1:])) else indent + "\n".join(filled)


class _Copy:
    """One copy of a report's statements, told in words of its own, the same then and now."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._own: dict[str, str] = {}

    def _word(self, match: re.Match[str]) -> str:
        word = match.group()
        if len(word) < LONG:
            return word
        if word not in self._own:
            # Drawn from the word itself, so that it does not matter which report comes first.
            draw = random.Random(f"{self._number} {word}")  # noqa: S311
            coined = "".join(draw.choices(_SYLLABLES, k=len(word) // 2))
            own = draw.random() < OWN_WORDS
            self._own[word] = (coined.title() if word[0].isupper() else coined) if own else word
        return self._own[word]

    def told(self, statement: str) -> str:
        return _WORD.sub(self._word, statement)


def _sections(statements: Sequence[str], times: int) -> Iterator[str]:
    for number in range(times):
        copy = _Copy(number)
        told = [copy.told(text) for text in statements]
        yield f"{number + 1}. (U) Province {number + 1}"
        for letter, start in zip(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ", range(0, len(told), 8), strict=False
        ):
            paragraph = f"-- {letter}. (U) " + "  ".join(told[start : start + 8])
            yield textwrap.fill(paragraph, COLUMNS, break_on_hyphens=False)


def cable_head(year: int) -> str:
    """Return the head of an invented cable."""
    return (
        f"P 010900Z MAR {year % 100:02}\nFM AMEMBASSY PORT MERRIN\nTO SECSTATE WASHDC\n\n"
        f"UNCLAS PORT MERRIN 000101\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: KCRM, PHUM, VR\n"
        f"SUBJECT: VARONA: {year} ANTI-TRAFFICKING IN PERSONS REPORT\n\n"
    )


def long_text(gold: Gold, side: str, times: int) -> str:
    """Return a cable that tells one side of ``gold`` so many times, each in words of its own."""
    # Copies within a report would be looked at once; only what ends as a sentence stays one.
    kept = {folded(text): text for text in getattr(gold, side) if text.endswith(".")}
    year = 2005 if side == "old" else 2006
    return cable_head(year) + "\n\n".join(_sections(list(kept.values()), times)) + "\n"


def long_pair(times: int, size: int, folder: Path = FIXTURES) -> tuple[str, str]:
    """Return two cables of about ``times * size`` statements each, made from the fixtures."""
    golds = fixtures(folder)
    gold = max(golds, key=lambda each: len(each.old) + len(each.new))
    copies = max(1, round(size / max(1, min(len(gold.old), len(gold.new)))))
    return long_text(gold, "old", copies * times), long_text(gold, "new", copies * times)
