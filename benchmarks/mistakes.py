"""Print what is got wrong, each mistake with its texts: ``python -m benchmarks.mistakes [NAME]``.

On the fixtures whole comparisons are judged (the counts are in :mod:`benchmarks.endtoend`); with
``--real FOLDER`` the alignment of the real texts, by weights blind to them
(:mod:`benchmarks.shortfall` counts these).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tipdiff
from benchmarks.endtoend import SAID, Told, linked, told_of
from benchmarks.fit_alignment import judges_without
from benchmarks.gold import FIXTURES, POOLED, Gold, fixtures, load
from benchmarks.shortfall import mistakes_of
from tipdiff.alignment import align

if TYPE_CHECKING:
    from tipdiff.records import Change, Link

__all__ = ["links_wrong", "mistakes"]


def _texts(gold: Gold, link: dict[str, Any]) -> Iterator[str]:
    for side, texts in (("old", gold.old), ("new", gold.new)):
        yield from (f"    {side} {k}: {texts[k]}" for k in link[side])


def _change(change: Change) -> Iterator[str]:
    for side, statements in (("old", change.old), ("new", change.new)):
        yield from (f"    {side}: {statement.text}" for statement in statements)


def _values(change: Change) -> str:
    pairs = [
        f"{claim.old.value:g} > {claim.new.value:g}"
        for claim in change.claims
        if claim.status == "changed" and claim.old is not None and claim.new is not None
        if claim.old.value is not None and claim.new.value is not None
    ]
    return f" [{', '.join(pairs)}]" if pairs else ""


def mistakes(gold: Gold, told: Sequence[Told]) -> Iterator[str]:
    """Yield a few lines for each link missed or told otherwise, and for each false one."""
    links: list[dict[str, Any]] = gold.raw["links"]
    for link in links:
        kind, change = link["kind"], linked(told, link)
        if change is None:
            yield f"{kind}: not linked"
        elif SAID[kind] not in change.said:
            yield f"{kind}: told as {' '.join(sorted(change.said))}"
        elif link["moved"] != ("moved" in change.said):
            yield f"{kind}: {'a move missed' if link['moved'] else 'no move, told as one'}"
        else:
            continue
        yield from _texts(gold, link)
    for k, figure in enumerate(gold.raw["figures"]):
        link = links[figure["link"]]
        change = linked(told, link)
        values = _values(change.change) if change else ""
        if change and f"{figure['old']:g} > {figure['new']:g}" not in values:
            yield (
                f"figure {k}: {figure['old']:g} > {figure['new']:g} {figure['counted']}, "
                f"told{values or ' none'}"
            )
            yield from _texts(gold, link)
    for each in told:
        if each.pairs - gold.allowed:
            yield f"false link: {' '.join(sorted(each.said))}, score {each.change.score}"
            yield from _change(each.change)


def links_wrong(gold: Gold, links: Sequence[Link]) -> Iterator[str]:
    """Yield a few lines for each link that an alignment missed, and for each false one."""
    for each in mistakes_of(gold, links):
        i, j = each.pair
        yield f"{'missed' if each.missed else 'false'}: {each.kind}"
        yield f"    old {i}: {gold.old[i]}"
        yield f"    new {j}: {gold.new[j]}"


def _of_real_texts(real: Path, name: str) -> None:
    for which, golds in load(real).items():
        if which == POOLED or "old_statements" in golds[0].raw:
            continue
        for place, gold in enumerate(golds):
            if name in gold.name:
                print(f"## {gold.name}")
                links = align(gold.old, gold.new, judges=judges_without(real, gold, place))
                for line in links_wrong(gold, links):
                    print(line)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the mistakes of the pairs whose name holds ``NAME``."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mistakes", description=__doc__)
    parser.add_argument("name", nargs="?", default="", help="part of a pair's name")
    parser.add_argument("--real", type=Path, help="a folder of real texts: their links instead")
    options = parser.parse_args(arguments)
    if options.real:
        _of_real_texts(options.real, options.name)
        return
    for gold in fixtures():
        if options.name in gold.name:
            old, new = (tipdiff.read(FIXTURES / gold.raw[side]) for side in ("old", "new"))
            print(f"## {gold.name}")
            for line in mistakes(gold, told_of(gold, old, new, tipdiff.compare(old, new))):
                print(line)


if __name__ == "__main__":
    main()
