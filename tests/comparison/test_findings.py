"""Findings: the few changes to look at first."""

from __future__ import annotations

import tipdiff
from tipdiff.comparison.findings import MOST, Finding, findings

OLD = (
    "Port officers arrested 14 smugglers in 2004.",
    "There is no evidence that clerks are involved.",
    "No victims were identified on the isles.",
    "Elsewhere too no victims were identified.",
    "The coast guard trained 30 pilots in 2004, up from 20 pilots in 2003.",
    "The mayor reads the register aloud on Sundays.",
)
NEW = (
    "Port officers arrested 21 smugglers in 2005.",
    "There is evidence that clerks are involved.",
    "Under the new scheme of the harbor council, 26 persons were identified as victims.",
    "The coast guard trained 45 pilots in 2005, up from 30 pilots in 2004.",
    "The bishop hears the register aloud on Mondays.",
)


def found(old: tuple[str, ...] = OLD, new: tuple[str, ...] = NEW) -> tuple[Finding, ...]:
    """The findings between two cables of these sentences."""
    texts = (
        f"R 011431Z MAR {year}\nFM AMEMBASSY KALVIK\n\nUNCLAS KALVIK 000140\n\n"
        f"SUBJECT: OSTREL: TIP REPORT\n\n1. (U) {'  '.join(said)}\n"
        for year, said in (("05", old), ("06", new))
    )
    return findings(tipdiff.compare(*map(tipdiff.read, texts)))


def test_best_first() -> None:
    """Findings come by weight, reversals and figures of indicators first, at most ten of them."""
    weights = [finding.weight for finding in found()]
    kinds = {finding.kind for finding in found()}

    assert weights == sorted(weights, reverse=True)
    assert kinds >= {"figures", "reversed"}
    assert (
        len(found(tuple(f"Officers arrested {n} men in ward {n}." for n in range(2, 40)))) == MOST
    )


def test_compared_figures() -> None:
    """What a figure is compared with is no figure that came or went."""
    (pilots,) = [f for f in found() if "pilots" in (*f.old, *f.new)[0].text]

    assert [(c.old.value, c.new.value) for c in pilots.figures if c.old and c.new] == [(30, 45)]
    assert len(pilots.figures) == 1


def test_one_figure_in_several_places() -> None:
    """A figure that goes on is one finding, wherever else the report says it."""
    victims = [f for f in found() if any("victims" in s.text for s in (*f.old, *f.new))]

    assert [f.kind for f in victims] == ["figures"]
    assert [(c.old.value, c.new.value) for f in victims for c in f.figures if c.old and c.new] == [
        (0, 26)
    ]


def test_words_alone() -> None:
    """What only says it otherwise is no finding."""
    assert not [f for f in found() if "aloud" in (*f.old, *f.new)[0].text]


def test_a_figure_that_stands_elsewhere() -> None:
    """A figure that was dropped here and is given there too is no finding."""
    old = (*OLD, "To the anger of all who sail, no smugglers were convicted.")
    new = (*NEW, "The bishop's council on port matters has it that no smugglers were convicted.")
    told = [s.text for f in found(old, new) for s in (*f.old, *f.new)]

    assert not [text for text in told if "convicted" in text]
