"""The evidence that is told of a link: what moved its judgement most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from tipdiff.alignment.model import log_odds
from tipdiff.records import Evidence

if TYPE_CHECKING:
    from tipdiff.alignment.judging import Heard
    from tipdiff.alignment.matching import Star
    from tipdiff.alignment.model import Judge

__all__ = ["OWN", "evidence_of"]

#: Kinds of evidence named for each link: those that moved its judgement most.
TOLD: Final = 6
#: What the judgement of a judge of the user's own is called among them.
OWN: Final = "your judge"


def evidence_of(told: Heard, by: Judge, star: Star) -> tuple[Evidence, ...]:
    """Return the evidence that moved the judgement of a star's first pair most, in log-odds.

    What a judge of the user's own said comes first: it took the place of all others.
    """
    judged, pairs = told.judged, told.judged.pairs
    here = np.flatnonzero((pairs.old == star.old[0]) & (pairs.new == star.new[0]))
    parts = by.contributions(judged.features, int(here[0]))
    most = sorted(parts.items(), key=lambda item: (-abs(item[1]), item[0]))[:TOLD]
    own = told.said.get((star.old[0], star.new[0]))
    return (
        *(() if own is None else (_own(*own),)),
        *(
            Evidence(name, round(float(judged.features[name][here[0]]), 2), round(weight, 2))
            for name, weight in most
        ),
    )


def _own(model: float, said: float) -> Evidence:
    """Return what a judge of the user's own said as evidence, beside what the model had said."""
    before, after = log_odds(np.array([model, said]))
    return Evidence(OWN, round(said, 2), round(float(after - before), 2))
