"""What an analyst would tell of two reports, most important first, each thing once.

Changes are gathered to topics (``topics.py``), measured (``features.py``, ``vocabulary.py``),
ranked by weights fitted on briefs of analysts (``ranking.py``, ``weights.json``), and told
(``telling.py``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from tipdiff.comparison.findings.features import Setting, features_of
from tipdiff.comparison.findings.ranking import chosen, trained
from tipdiff.comparison.findings.telling import told
from tipdiff.comparison.findings.terms import Terms
from tipdiff.comparison.findings.topics import Topic, gathered
from tipdiff.comparison.opposites import opposed
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.records import Change, ClaimChange, Comparison, Edition, Finding

__all__ = ["MOST", "findings_of", "topics_of"]

#: How many findings open a comparison: what a reader takes in at once.
MOST: Final = 10
#: By how much the log-odds of a topic rise where the country stands on another rung of the ladder:
#: what such a report is written for. Set by hand, so that it comes first: the reports that the
#: weights were fitted on are sent before anyone is put on a rung, and say nothing of it.
RUNG: Final = 4.0


def findings_of(
    editions: tuple[Edition, Edition],
    changes: Sequence[Change],
    links: Sequence[ClaimChange],
    most: int = MOST,
) -> tuple[Finding, ...]:
    """Return what to look at first, the weightiest first.

    Args:
        editions: The old and the new report's.
        changes: What became of every statement.
        links: Figures of one indicator paired across statements that are not linked.
        most: How many at most.

    Returns:
        At most one finding a topic. What has no counterpart, because the other report lacks its
        part or question, is none, and neither is the row of a table: a reader sees the table.

    """
    setting, topics = _gathered(editions, changes, links)
    ranking = trained()
    vectors = [_vector(topic, setting) for topic in topics]
    odds = [
        ranking.log_odds(features_of(topic, vector, setting))
        + RUNG * any(map(_on_another_rung, topic.changes))
        for topic, vector in zip(topics, vectors, strict=True)
    ]
    picked = chosen(odds, vectors, most)
    return tuple(told(topics[place], setting, weight) for place, weight in picked)


def topics_of(
    comparison: Comparison,
) -> tuple[Sequence[Topic], Sequence[Mapping[str, float]], Sequence[Mapping[str, float]]]:
    """Return all topics of a comparison, the features of each, and its words by their weight."""
    editions = comparison.old, comparison.new
    setting, topics = _gathered(editions, comparison.changes, comparison.claim_links)
    vectors = [_vector(topic, setting) for topic in topics]
    features = [
        features_of(topic, vector, setting) for topic, vector in zip(topics, vectors, strict=True)
    ]
    return topics, features, vectors


def _gathered(
    editions: tuple[Edition, Edition], changes: Sequence[Change], links: Sequence[ClaimChange]
) -> tuple[Setting, tuple[Topic, ...]]:
    terms = Terms.of(
        (s.text for change in changes for s in change.old),
        (s.text for change in changes for s in change.new),
    )
    return Setting.of(editions, changes, terms), gathered(changes, links, terms)


def _on_another_rung(change: Change) -> bool:
    """Whether a statement puts the country higher or lower than its partner did."""
    old, new = (folded(" ".join(s.text for s in side)) for side in (change.old, change.new))
    return "reversed" in change.traits and opposed(old, new, close=False)


def _vector(topic: Topic, setting: Setting) -> dict[str, float]:
    return setting.terms.vector(s.text for s in (*topic.old, *topic.new))
