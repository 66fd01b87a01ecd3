"""How well claims are found: against read cables, news sentences and number specifications.

Run ``python -m benchmarks.claims --real FOLDER``; FOLDER holds ``gold/``. With ``--peers`` the
public packages that do some of the work are measured beside, where they are installed; with
``--errors`` every difference is printed.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.gold import FIXTURES
from tipdiff.claims import extract_claims
from tipdiff.records import Claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Row = tuple[str, str, float, float, float]
"""What was measured, on which texts, precision, recall, F1."""

#: Values this near are the same: gold rounds fractions to two digits.
TOLERANCE = 1e-3
#: Vague magnitudes are compared by their lower end within this factor either way.
VAGUE_FACTOR = 3.0


class Found(NamedTuple):
    """A quantity, from whatever reader: its value or its two ends, and its unit."""

    value: float | None
    low: float | None
    high: float | None
    unit: str | None = None


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
    pairs, taken = [], set()
    for i, mine in enumerate(found):
        for j, theirs in enumerate(gold):
            if j not in taken and same(mine, theirs):
                pairs.append((i, j))
                taken.add(j)
                break
    return pairs


_WORD = re.compile(r"[^\W\d_]+")
_LITTLE = frozenset("the of a an in by for to and or who whose which were was with on at".split())


def stems(text: str) -> set[str]:
    """Return the words of a phrase, plurals cut, without little words."""
    return {
        word[:-1] if word.endswith("s") and len(word) > 3 else word
        for word in _WORD.findall(text.lower())
        if word not in _LITTLE
    }


def cables(
    rows: Iterable[dict[str, Any]], name: str = "cables", *, show: bool = False
) -> list[Row]:
    """Measure against the cables' claims that were read by hand."""
    hits: Counter[str] = Counter()
    overlaps: list[float] = []
    precisions: list[float] = []
    found_all = gold_all = false_alarms = empty = years_found = years_gold = years_hit = 0
    approximations = [0, 0, 0]
    for row in rows:
        found, gold = extract_claims(row["text"]), row["claims"]
        found_all += len(found)
        gold_all += len(gold)
        empty += not gold
        false_alarms += bool(found and not gold)
        pairs = paired(found, gold, lambda mine, theirs: same_value(as_found(mine), theirs))
        hits["value"] += len(pairs)
        for i, j in pairs:
            mine, theirs = found[i], gold[j]
            hits["value and unit"] += mine.unit == theirs["unit"]
            hits["value and approximation"] += mine.approximation == theirs["approximation"]
            if show and (
                mine.unit != theirs["unit"] or mine.approximation != theirs["approximation"]
            ):
                print(
                    f"~ {mine.text!r}: {mine.unit} {mine.approximation} for "
                    f"{theirs['unit']} {theirs['approximation']}"
                )
            if theirs["approximation"] != "exact" or mine.approximation != "exact":
                approximations[0] += mine.approximation == theirs["approximation"]
                approximations[1] += mine.approximation != "exact"
                approximations[2] += theirs["approximation"] != "exact"
            years_hit += mine.stated is not None and mine.stated == _year(theirs)
            years_found += mine.stated is not None
            years_gold += _year(theirs) is not None
            if show and mine.stated != _year(theirs):
                print(f"@ {mine.text!r}: {mine.stated} for {_year(theirs)}")
            mine_words, gold_words = stems(mine.counted or ""), stems(theirs["counted"])
            if theirs["unit"] in {"count", "percent"}:
                shared = len(mine_words & gold_words)
                overlaps.append(
                    shared / min(len(mine_words), len(gold_words)) if mine_words else 0.0
                )
                precisions.append(
                    2 * shared / (len(mine_words) + len(gold_words)) if mine_words else 0.0
                )
                if show and overlaps[-1] < 0.5:
                    print(f"# {mine.text!r}: {mine.counted!r} for {theirs['counted']!r}")
        if show:
            report(
                row["text"],
                [c for i, c in enumerate(found) if i not in {p[0] for p in pairs}],
                [g for j, g in enumerate(gold) if j not in {p[1] for p in pairs}],
            )
    rows_out: list[Row] = [
        (kind, name, *score(hits[kind], found_all, gold_all))
        for kind in ("value", "value and unit", "value and approximation")
    ]
    rows_out.append(("approximation, where not exact", name, *score(*approximations)))
    rows_out.append(("stated year", name, *score(years_hit, years_found, years_gold)))
    mean = sum(overlaps) / len(overlaps)
    dice = sum(precisions) / len(precisions)
    rows_out.append(("counted, word overlap (and Dice)", name, mean, dice, mean))
    rows_out.append(
        ("statements without claims given one", name, false_alarms, empty, false_alarms / empty)
    )
    return rows_out


def _year(gold: dict[str, Any]) -> int | None:
    """Return the year in the words of a gold claim."""
    year: int | None = gold.get("stated", gold.get("period"))
    return year


def fixture_claims() -> list[dict[str, Any]]:
    """Read the claims of the invented fixtures."""
    files = sorted((FIXTURES / "gold").glob("*.claims.jsonl"))
    return [json.loads(line) for f in files for line in f.read_text("utf-8").splitlines()]


def as_found(claim: Claim) -> Found:
    """Return the value of a claim in the shape that all readers share."""
    return Found(claim.value, claim.low, claim.high, claim.unit)


def report(text: str, false: Sequence[Any], missed: Sequence[Any]) -> None:
    """Print what was found and should not, and what was missed."""
    if not false and not missed:
        return
    print("*", text)
    for claim in false:
        value = getattr(claim, "value", claim)
        ends = (claim.low, claim.high) if isinstance(claim, Claim) else ""
        print(f"    + {getattr(claim, 'text', '')!r} {value} {ends} {getattr(claim, 'unit', '')}")
    for gold in missed:
        print(
            f"    - {gold if not isinstance(gold, dict) else {k: gold[k] for k in list(gold)[:6]}}"
        )


_VALUES = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")


def news_values(quantity: dict[str, Any]) -> tuple[float, ...]:
    """Return the one value of a news quantity, or the two of a range."""
    text = str(quantity["value"])
    match = re.fullmatch(r"(-?[\d.]+)\s*-\s*([\d.]+)", text)
    if match:
        return float(match[1]), float(match[2])
    return (float(text),)


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
    value = float(found.value)
    return (
        near(value, values[0])
        or (found.unit == "percent" and near(value / 100, values[0]))
        or (
            found.unit is not None
            and found.unit.startswith("money")
            and near(value * 100, values[0])
        )
        or (found.unit == "points" and near(value * 100, values[0]))
    )


def news(
    rows: Sequence[dict[str, Any]],
    read: Callable[[str], list[Found]],
    name: str,
    show: bool = False,
) -> Row:
    """Measure values, one to one, against the news sentences."""
    hits = found_all = gold_all = 0
    for row in rows:
        found, gold = read(row["text"]), row["quantities"]
        pairs = paired(found, gold, same_news)
        hits += len(pairs)
        found_all += len(found)
        gold_all += len(gold)
        if show:
            report(
                row["text"],
                [c for i, c in enumerate(found) if i not in {p[0] for p in pairs}],
                [
                    (g["value"], g["unit"])
                    for j, g in enumerate(gold)
                    if j not in {p[1] for p in pairs}
                ],
            )
    return ("value", name, *score(hits, found_all, gold_all))


def specifications(cases: dict[str, Any], kind: str, show: bool = False) -> Row:
    """Measure against the number specifications: a found value counts once."""
    hits = found_all = gold_all = 0
    for case in cases[kind]:
        found = [as_found(claim) for claim in extract_claims(case["text"])]
        gold = [
            value
            for result in case["results"]
            if (value := spec_value(result["value"])) is not None
        ]
        pairs = paired(found, gold, same_spec)
        hits += len(pairs)
        found_all += len(found)
        gold_all += len(gold)
        if show:
            report(
                case["text"],
                [c for i, c in enumerate(found) if i not in {p[0] for p in pairs}],
                [g for j, g in enumerate(gold) if j not in {p[1] for p in pairs}],
            )
    return ("value", f"specifications: {kind}", *score(hits, found_all, gold_all))


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


def own(text: str) -> list[Found]:
    """Read quantities with tipdiff."""
    return [as_found(claim) for claim in extract_claims(text)]


def quantulum() -> Callable[[str], list[Found]] | None:
    """Return a reader of quantities by quantulum3, if it is installed."""
    try:
        from quantulum3 import classifier, parser  # noqa: PLC0415 - an optional peer
    except ImportError:
        return None
    classifier.USE_CLF = False

    def read(text: str) -> list[Found]:
        found = []
        for quantity in parser.parse(text):
            spread = quantity.uncertainty
            if spread:
                found.append(
                    Found(
                        None, quantity.value - spread, quantity.value + spread, quantity.unit.name
                    )
                )
            else:
                found.append(
                    Found(quantity.value, quantity.value, quantity.value, quantity.unit.name)
                )
        return found

    return read


def speed(texts: Sequence[str]) -> float:
    """Return milliseconds a sentence, warm: the best of five runs."""
    best = math.inf
    for _ in range(5):
        start = time.perf_counter()
        for text in texts:
            extract_claims(text)
        best = min(best, time.perf_counter() - start)
    return 1000 * best / len(texts)


def rows(folder: Path, *, peers: bool = False, show: str = "") -> list[Row]:
    """Measure everything there is gold for in a folder of real texts."""
    gold = folder / "gold"
    claims = [
        json.loads(line) for line in (gold / "claims-dev.jsonl").read_text("utf-8").splitlines()
    ]
    measured = cables(claims, show=show == "cables")
    measured += cables(fixture_claims(), "fixtures", show=show == "fixtures")
    sentences = json.loads((gold / "newsquant-dev.json").read_text("utf-8"))
    measured.append(news(sentences, own, "news", show=show == "news"))
    other = quantulum() if peers else None
    if other is not None:
        measured.append(news(sentences, other, "news, quantulum3"))
    cases = json.loads((gold / "recognizers-dev.json").read_text("utf-8"))
    measured.extend(
        specifications(cases, kind, show=show == kind) for kind in ("number", "percent", "age")
    )
    measured.append(
        ("milliseconds a sentence", "cables", 0, 0, speed([row["text"] for row in claims]))
    )
    return measured


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the measured rows as a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--real", default=os.environ.get("TIPDIFF_REAL_TEXTS"), help="folder of real texts"
    )
    parser.add_argument("--peers", action="store_true")
    parser.add_argument(
        "--errors",
        default="",
        choices=["", "cables", "fixtures", "news", "number", "percent", "age"],
    )
    options = parser.parse_args(arguments)
    if not options.real:
        parser.error("no folder of real texts: give --real")
    measured = rows(Path(options.real), peers=options.peers, show=options.errors)
    print(f"{'what':40}{'texts':26}{'P':>8}{'R':>8}{'F1':>8}")
    for what, texts, precision, recall, f1 in measured:
        print(f"{what:40}{texts:26}{precision:8.3f}{recall:8.3f}{f1:8.3f}")


if __name__ == "__main__":
    main()
