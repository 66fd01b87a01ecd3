"""How found quantities are scored against what was read by hand."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from attrs import define, field

from benchmarks.claim_readers import Found, Read, as_found

if TYPE_CHECKING:
    from tipdiff.records import Claim

__all__ = ["Row", "Scored", "measure", "news", "specifications"]

Row = tuple[str, str, str, float, float, float]
"""What was measured, on which texts, by which reader; precision, recall, F1."""

#: Values this near are the same: gold rounds fractions to two digits.
TOLERANCE: Final = 1e-3
#: Vague magnitudes are compared by their ends within this factor either way.
VAGUE_FACTOR: Final = 3.0
#: Overlap of words below which a counted noun is printed among the errors.
POOR_OVERLAP: Final = 0.5

_WORD: Final = re.compile(r"[^\W\d_]+")
_VALUES: Final = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
_LITTLE: Final = frozenset(
    "the of a an in by for to and or who whose which were was with on at".split()
)


def score(hits: int, found: int, wanted: int) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    precision = hits / found if found else 0.0
    recall = hits / wanted if wanted else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def near(one: float | None, other: float | None) -> bool:
    """Whether two values are the same up to rounding."""
    if one is None or other is None:
        return one is None and other is None
    return math.isclose(one, other, rel_tol=TOLERANCE, abs_tol=1e-6)


def same_value(found: Found, gold: dict[str, Any]) -> bool:
    """Whether a found quantity has the value (or the ends) of a gold claim."""
    if gold["value"] is not None:
        return near(found.value, gold["value"])
    if found.value is not None or found.low is None or found.high is None:
        return False
    if gold["approximation"] == "about":
        return all(
            1 / VAGUE_FACTOR <= (mine or 0.001) / (theirs or 0.001) <= VAGUE_FACTOR
            for mine, theirs in ((found.low, gold["low"]), (found.high, gold["high"]))
        )
    return near(found.low, gold["low"]) and near(found.high, gold["high"])


def paired(
    found: Sequence[Any], gold: Sequence[Any], same: Callable[[Any, Any], bool]
) -> list[tuple[int, int]]:
    """Pair found with gold one to one, in order, greedily."""
    pairs: list[tuple[int, int]] = []
    taken: set[int] = set()
    for i, mine in enumerate(found):
        for j, theirs in enumerate(gold):
            if j not in taken and same(mine, theirs):
                pairs.append((i, j))
                taken.add(j)
                break
    return pairs


def stems(text: str) -> set[str]:
    """Return the words of a phrase, plurals cut, without little words."""
    return {
        word[:-1] if word.endswith("s") and len(word) > 3 else word
        for word in _WORD.findall(text.lower())
        if word not in _LITTLE
    }


def year_of(gold: dict[str, Any]) -> int | None:
    """Return the year in the words of a gold claim."""
    year: int | None = gold.get("stated", gold.get("period"))
    return year


@define
class Scored:
    """What was counted over a set of statements: hits of each kind, and the rest."""

    found: int = 0
    wanted: int = 0
    empty: int = 0
    false_alarms: int = 0
    hits: Counter[str] = field(factory=Counter)
    approximations: list[int] = field(factory=lambda: [0, 0, 0])
    years: list[int] = field(factory=lambda: [0, 0, 0])
    overlaps: list[float] = field(factory=list)
    dice: list[float] = field(factory=list)

    def statement(self, found: Sequence[Found], gold: Sequence[dict[str, Any]]) -> list[Any]:
        """Count a statement; return the pairs of indexes."""
        pairs = paired(found, gold, same_value)
        self.found += len(found)
        self.wanted += len(gold)
        self.empty += not gold
        self.false_alarms += bool(found and not gold)
        self.hits["value"] += len(pairs)
        self.hits["value and unit"] += sum(found[i].unit == gold[j]["unit"] for i, j in pairs)
        return pairs

    def claim(self, mine: Claim, theirs: dict[str, Any], text: str) -> Iterable[str]:
        """Count what only claims have; yield what differs."""
        approximation, unit = theirs["approximation"], theirs["unit"]
        self.hits["value and approximation"] += mine.approximation == approximation
        if (mine.unit, mine.approximation) != (unit, approximation):
            yield f"~ {mine.text!r}: {mine.unit} {mine.approximation} for {unit} {approximation}"
        if approximation != "exact" or mine.approximation != "exact":
            self.approximations[0] += mine.approximation == approximation
            self.approximations[1] += mine.approximation != "exact"
            self.approximations[2] += approximation != "exact"
        year = year_of(theirs)
        self.years[0] += mine.stated is not None and mine.stated == year
        self.years[1] += mine.stated is not None
        self.years[2] += year is not None
        if mine.stated != year:
            yield f"@ {mine.text!r}: {mine.stated} for {year}"
        told = stems(theirs["counted"] or "") & stems(text)
        if unit not in {"count", "percent"} or not told:
            return
        words = stems(mine.counted or "")
        shared = len(words & told)
        self.overlaps.append(shared / min(len(words), len(told)) if words else 0.0)
        self.dice.append(2 * shared / (len(words) + len(told)) if words else 0.0)
        if self.overlaps[-1] < POOR_OVERLAP:
            yield f"# {mine.text!r}: {mine.counted!r} for {theirs['counted']!r}"

    def rows(self, texts: str, reader: str, *, claims: bool) -> list[Row]:
        """Return the rows of a table; ``claims`` says that more than quantities was read."""
        kinds = ["value", "value and unit", *["value and approximation"] * claims]
        rows: list[Row] = [
            (kind, texts, reader, *score(self.hits[kind], self.found, self.wanted))
            for kind in kinds
        ]
        if claims:
            told = "approximation, where not exact"
            rows.append((told, texts, reader, *score(*self.approximations)))
            rows.append(("stated year", texts, reader, *score(*self.years)))
            mean, dice = (sum(v) / len(v) if v else 0.0 for v in (self.overlaps, self.dice))
            rows.append(("counted, word overlap (and Dice)", texts, reader, mean, dice, mean))
        share = self.false_alarms / self.empty if self.empty else 0.0
        told = "statements without claims given one"
        rows.append((told, texts, reader, self.false_alarms, self.empty, share))
        return rows


def measure(
    rows: Iterable[dict[str, Any]],
    texts: str,
    read: Callable[[dict[str, Any]], Sequence[Claim]],
    *,
    show: bool = False,
) -> list[Row]:
    """Measure claims against those that were read by hand."""
    scored = Scored()
    for row in rows:
        found, gold = read(row), row["claims"]
        pairs = scored.statement([as_found(claim) for claim in found], gold)
        for i, j in pairs:
            for difference in scored.claim(found[i], gold[j], row["text"]):
                if show:
                    print(difference)
        if show:
            report(row["text"], found, gold, pairs)
    return scored.rows(texts, "tipdiff", claims=True)


def quantities(rows: Iterable[dict[str, Any]], texts: str, reader: str, read: Read) -> list[Row]:
    """Measure another reader's quantities against the same claims."""
    scored = Scored()
    for row in rows:
        scored.statement(read(row["text"]), row["claims"])
    return scored.rows(texts, reader, claims=False)


def report(
    text: str, found: Sequence[Any], gold: Sequence[Any], pairs: Sequence[tuple[int, int]]
) -> None:
    """Print what was found and should not, and what was missed."""
    false = [one for i, one in enumerate(found) if i not in {p[0] for p in pairs}]
    missed = [one for j, one in enumerate(gold) if j not in {p[1] for p in pairs}]
    if not false and not missed:
        return
    print("*", text)
    for claim in false:
        text = getattr(claim, "text", "")
        print(f"    + {text!r} {claim.value} ({claim.low}, {claim.high}) {claim.unit}")
    for each in missed:
        shown = each if not isinstance(each, dict) else {k: each[k] for k in list(each)[:6]}
        print(f"    - {shown}")


def news_values(quantity: dict[str, Any]) -> tuple[float, ...]:
    """Return the one value of a news quantity, or the two of a range."""
    text = str(quantity["value"])
    match = re.fullmatch(r"(-?[\d.]+)\s*-\s*([\d.]+)", text)
    return (float(match[1]), float(match[2])) if match else (float(text),)


def same_news(found: Found, gold: dict[str, Any]) -> bool:
    """Whether a found value is that of a news quantity; a share may be 0.5 or 50 percent."""
    values = news_values(gold)
    if len(values) == 2:
        if found.value is not None or found.low is None or found.high is None:
            return False
        vague = found.low >= 20 and values[1] >= 9.9 * values[0]
        return vague or (near(found.low, values[0]) and near(found.high, values[1]))
    if found.value is None:
        return found.low is not None and values[0] == 12.0 and found.low == 24
    return one_of_news(found, values[0])


def one_of_news(found: Found, value: float) -> bool:
    """Whether a found value is one that the news gold writes as a part, in cents or in percent."""
    mine, unit = float(found.value or 0), found.unit or ""
    factors = {"percent": 0.01, "points": 100.0}
    factor = 100.0 if unit.startswith("money") else factors.get(unit, 1.0)
    return near(mine, value) or near(mine * factor, value)


def news(
    rows: Sequence[dict[str, Any]], read: Read, reader: str, *, show: bool = False
) -> list[Row]:
    """Measure values against the news sentences, one to one; and once more with changes mapped.

    The news gold makes one quantity of "from 4.8 to 4.7 percent"; to the project, and to the
    peers, these are two figures. Mapped, two found figures that are its two values count as it.
    """
    hits = found_all = gold_all = changes = 0
    for row in rows:
        found, gold = read(row["text"]), row["quantities"]
        pairs = paired(found, gold, same_news)
        hits += len(pairs)
        found_all += len(found)
        gold_all += len(gold)
        left = [one for i, one in enumerate(found) if i not in {p[0] for p in pairs}]
        for j, each in enumerate(gold):
            values = news_values(each)
            if j not in {p[1] for p in pairs} and len(values) == 2:
                changes += all(
                    any(one.value is not None and one_of_news(one, value) for one in left)
                    for value in values
                )
        if show:
            report(row["text"], found, gold, pairs)
    mapped = score(hits + changes, found_all - changes, gold_all)
    return [
        ("value", "news", reader, *score(hits, found_all, gold_all)),
        ("value, changes mapped", "news", reader, *mapped),
    ]


def spec_value(text: str) -> float | None:
    """Return the value of a specification, or null where it says that there is none."""
    match = _VALUES.match(text)
    return float(match.group()) if match else None


def same_spec(found: Found, gold: float) -> bool:
    """Whether a found value is that of a specification."""
    value = found.value
    return value is not None and (
        near(value, gold) or (found.unit == "percent" and near(value / 100, gold))
    )


def specifications(
    cases: Sequence[dict[str, Any]], kind: str, read: Read, reader: str, *, show: bool = False
) -> Row:
    """Measure against the specifications of one kind of number.

    Those of ages ask for ages alone: other figures of the sentence do not count. A reader without
    ages has years instead.
    """
    units = {"age", "duration:year"} if kind == "age" else None
    hits = found_all = gold_all = 0
    for case in cases:
        found = [one for one in read(case["text"]) if units is None or one.unit in units]
        values = [spec_value(result["value"]) for result in case["results"]]
        gold = [value for value in values if value is not None]
        pairs = paired(found, gold, same_spec)
        hits += len(pairs)
        found_all += len(found)
        gold_all += len(gold)
        if show:
            report(case["text"], found, gold, pairs)
    return ("value", f"specifications: {kind}", reader, *score(hits, found_all, gold_all))
