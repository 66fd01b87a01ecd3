"""A made archive: cables of invented countries over the years, in the fixtures' own sentences.

``python -m benchmarks.archive_texts FOLDER [--countries N] [--years N]`` writes it. The same
numbers give the same bytes. What a country says grows from the threads of the fixtures' gold,
judged by reading: a reworded statement is the words that its thread has in another edition.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from benchmarks.gold import FIXTURES

__all__ = ["COUNTRIES", "FIRST_YEAR", "YEARS", "write_archive"]

#: The size of the archive that growth is measured up to: all countries a ministry reports on.
COUNTRIES: Final = 190
YEARS: Final = 8
FIRST_YEAR: Final = 2003
#: Statements of an edition: with the fixtures' sentences they make a cable of about 30 kB.
STATEMENTS: Final = 310
#: How often the fixtures' threads are told in one country, each time in words of its own.
COPIES: Final = 3
#: What becomes of a statement from one year to the next, of a hundred, as in the fixtures' gold.
FATES: Final = {"kept": 58, "figures": 18, "reworded": 10, "dropped": 8, "moved": 3, "split": 3}
#: A word that stands in so many threads is the field's; a rarer one may be a copy's own.
FIELD: Final = 3
#: Words at least this long carry meaning; shorter ones are mostly grammar.
LONG: Final = 5
COLUMNS: Final = 65
PARAGRAPH: Final = 5
#: Every third country sends its report in three cables, the others in one.
IN_PARTS: Final = 3

HEADINGS: Final = (
    "OVERVIEW",
    "PREVENTION",
    "INVESTIGATION AND PROSECUTION OF TRAFFICKERS",
    "PROTECTION AND ASSISTANCE TO VICTIMS",
)
#: Names of the fixtures' countries and places, which each country has of its own.
NAMES: Final = (
    "Varonans Varonan Varona Merrin Karst Belmoran Belmora Tessaly Tessal Ostreli Ostrel Estermouth"
    " Dunmarrow Lannock Vell Greywater Orvast Kalvik Tarn Saltgate Vadel Selmouth Sable"
).split()
_SYLLABLES: Final = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()
_NUMBER: Final = re.compile(r"(?<![\w.,-])(?<!Article )(?<!No\. )\d{1,3}(?:,\d{3})*(?![\w.-]|,\d)")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_WORD: Final = re.compile(r"[A-Za-z]+")
_NAME: Final = re.compile(rf"\b(?:{'|'.join(NAMES)})\b")
#: Where a sentence can be told as two.
_JOINT: Final = re.compile(r"(?:; (?:and )?|, (?:and|but) (?=(?:the|it|they|no|a) ))")


@frozen
class _Thread:
    """A statement of the fixtures: the year and the words of each edition that has it."""

    versions: tuple[tuple[int, str], ...]


@frozen
class _Said:
    """A statement of a country: its thread, how it is told, and its words."""

    thread: int
    copy: int
    version: int
    draw: int
    text: str


@cache
def _threads() -> tuple[_Thread, ...]:
    found = []
    for name in ("varona", "ostrel"):
        texts: dict[int, list[str]] = {}
        for path in sorted((FIXTURES / "gold").glob(f"{name}-20??-20??.json")):
            data = json.loads(path.read_text("utf-8"))
            for side in ("old", "new"):
                texts[int(data[side][-4:])] = data[f"{side}_statements"]
        for thread in json.loads((FIXTURES / "gold" / f"{name}-threads.json").read_text("utf-8")):
            told: dict[int, list[str]] = {}
            for year, place in thread:
                told.setdefault(year, []).append(texts[year][place])
            versions = tuple(
                (year, " ".join(parts))
                for year, parts in sorted(told.items())
                if all(part.endswith(".") and len(part) > 30 for part in parts)
            )
            if versions:
                found.append(_Thread(versions))
    return tuple(found)


@cache
def _field_words() -> frozenset[str]:
    """Return the words that many threads share: in them the figures are told."""
    words = Counter(
        word
        for thread in _threads()
        for word in {w for _, text in thread.versions for w in _WORD.findall(text.lower())}
    )
    return frozenset(word for word, count in words.items() if count >= FIELD)


def _coined(draw: random.Random, syllables: int) -> str:
    return "".join(draw.choices(_SYLLABLES, k=syllables))


class _Country:
    """A country: its names, and what it says from year to year."""

    def __init__(self, number: int) -> None:
        self._number = number
        draw = random.Random(f"country {number}")  # noqa: S311
        # The number is spelled into the name, so that no two countries share theirs.
        spelled = "".join(_SYLLABLES[int(digit)] for digit in f"{number:03}")
        self.name = f"{spelled}{draw.choice(('nia', 'land', 'stan', 'mark'))}".title()
        self.post = f"PORT {_coined(draw, 3).upper()}"
        self._draw = draw
        pool = [(t, c) for t in range(len(_threads())) for c in range(COPIES)]
        draw.shuffle(pool)
        self._pool = pool

    def years(self, count: int) -> Iterator[tuple[int, list[_Said]]]:
        """Yield each edition's statements, oldest first."""
        # As the fixtures order them, heading by heading, and below each one province after another.
        share = -(-len(_threads()) // len(HEADINGS))
        said = sorted(
            (self._new(FIRST_YEAR) for _ in range(STATEMENTS)),
            key=lambda s: (s.thread // share, s.copy, s.thread),
        )
        for year in range(FIRST_YEAR, FIRST_YEAR + count):
            if year > FIRST_YEAR:
                said = self._next(said, year)
            yield year, said

    def _new(self, year: int) -> _Said:
        thread, copy = self._pool.pop()
        version = self._draw.randrange(len(_threads()[thread].versions))
        return self._told(_Said(thread, copy, version, 0, ""), year)

    def _next(self, said: Sequence[_Said], year: int) -> list[_Said]:
        draw = self._draw
        kept: list[_Said] = []
        for each, fate in zip(
            said,
            draw.choices(list(FATES), weights=list(FATES.values()), k=len(said)),
            strict=True,
        ):
            versions = _threads()[each.thread].versions
            if fate == "dropped":
                self._pool.insert(0, (each.thread, each.copy))
                continue
            after = each
            if fate == "figures":
                after = self._told(evolve(each, draw=each.draw + 1), year)
            elif fate == "reworded":
                other = (each.version + 1) % len(versions)
                after = self._told(evolve(each, version=other), year)
            elif fate == "split":
                after = evolve(each, text=_split(each.text))
            if fate == "moved" and kept:
                kept.insert(draw.randrange(len(kept)), after)
            else:
                kept.append(after)
        while len(kept) < STATEMENTS:
            kept.insert(draw.randrange(len(kept) + 1), self._new(year))
        return kept

    def _told(self, said: _Said, year: int) -> _Said:
        """Return a statement in the words of its version, with names, years and figures."""
        then, text = _threads()[said.thread].versions[said.version]
        text = _NAME.sub(lambda m: self._named(m.group(), said.copy), text)
        if said.copy:
            text = _WORD.sub(lambda m: _own(m.group(), said.copy), text)
        figures = random.Random(  # noqa: S311
            f"{self._number} {said.thread} {said.copy} {said.draw}"
        )
        text = _YEAR.sub(lambda m: str(int(m.group()) + year - then), text)
        text = _NUMBER.sub(lambda m: _figure(m.group(), figures), text)
        return evolve(said, text=text)

    def _named(self, name: str, copy: int) -> str:
        if name in {"Varona", "Ostrel"}:
            return self.name
        if name in {"Varonan", "Varonans", "Ostreli"}:
            return f"{self.name}n" + "s" * (name == "Varonans")
        return _coined(random.Random(f"{self._number} {name} {copy}"), 3).title()  # noqa: S311


@cache
def _own(word: str, copy: int) -> str:
    """Return a rare word as a copy tells it: the same in all countries, as in real prose."""
    if len(word) < LONG or word.lower() in _field_words() or word[0].isupper():
        return word
    draw = random.Random(f"{word} {copy}")  # noqa: S311
    return _coined(draw, max(2, len(word) // 3)) + word[-2:] if draw.random() < 0.5 else word


def _figure(text: str, draw: random.Random) -> str:
    value = int(text.replace(",", ""))
    return f"{max(2, round(value * draw.lognormvariate(0, 0.5))):,}"


def _split(text: str) -> str:
    joints = [m for m in _JOINT.finditer(text) if 20 < m.start() < len(text) - 20]
    if not joints:
        return text
    rest = text[joints[0].end() :]
    return f"{text[: joints[0].start()]}.  {rest[0].upper()}{rest[1:]}"


def _body(said: Sequence[_Said]) -> Iterator[str]:
    share = -(-len(said) // len(HEADINGS))
    paragraph = 1
    yield "¶1.  (U)  This cable is sensitive but unclassified and is not meant for the Internet."
    for number, heading in enumerate(HEADINGS):
        rule = "-" * len(heading)
        yield f"{rule} \n{heading} \n{rule}"
        part = said[number * share : (number + 1) * share]
        for start in range(0, len(part), PARAGRAPH):
            paragraph += 1
            told = "  ".join(s.text for s in part[start : start + PARAGRAPH])
            yield f"¶{paragraph}.  (SBU)  {told}"


def _cables(country: _Country, number: int, year: int, said: Sequence[_Said]) -> dict[str, str]:
    """Return the cables of an edition by their ids."""
    paragraphs = [
        each if each.startswith("-") else textwrap.fill(each, COLUMNS, break_on_hyphens=False)
        for each in _body(said)
    ]
    parts = 3 if number % IN_PARTS == 0 else 1
    share = -(-len(paragraphs) // parts)
    found = {}
    for part in range(parts):
        serial = 100 + number + part
        place = country.post.replace(" ", "")
        told = f" - PART {part + 1} OF {parts}" if parts > 1 else ""
        head = (
            f"{year % 100:02}{place}{serial}\n"
            f"{country.name.upper()}: {year} TRAFFICKING IN PERSONS REPORT{told}\n"
            f"UNCLASSIFIED//FOR OFFICIAL USE ONLY\nEmbassy {country.post.title()}\n"
            f"R 0{part + 1}1110Z MAR {year % 100:02}\nFM AMEMBASSY {country.post}\n"
            f"TO RUEHC/SECSTATE WASHDC {4000 + serial}\n\n"
            f"UNCLAS {country.post} {serial:06} \n \nSIPDIS \n \nSENSITIVE \n \n"
            f"E.O. 12958: N/A \nTAGS: PHUM KCRM SMIG KFRD ELAB \n"
            f"SUBJECT: {country.name.upper()}: {year} TRAFFICKING IN PERSONS REPORT{told} \n \n"
            f"REF: STATE {year % 100:02}5120 \n \n"
        )
        body = "\n \n".join(paragraphs[part * share : (part + 1) * share])
        found[f"{year % 100:02}{place}{serial}"] = f"{head}{body}\n \nNNNN\n"
    return found


def write_archive(folder: Path, countries: int, years: int = YEARS) -> int:
    """Write the cables of some countries, a folder for each, and return how many bytes they have.

    Country number five says the same whether ten countries are written or a hundred.
    """
    size = 0
    for number in range(countries):
        country = _Country(number)
        home = folder / country.name.lower()
        home.mkdir(parents=True, exist_ok=True)
        for year, said in country.years(years):
            for name, text in _cables(country, number, year, said).items():
                size += (home / f"{name}.txt").write_bytes(text.encode())
    return size


def main() -> None:
    """Write the archive that the arguments name."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive_texts", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--countries", type=int, default=COUNTRIES)
    parser.add_argument("--years", type=int, default=YEARS)
    options = parser.parse_args()
    print(f"{write_archive(options.folder, options.countries, options.years):,} bytes")


if __name__ == "__main__":
    main()
