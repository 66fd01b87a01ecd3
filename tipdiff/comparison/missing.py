"""What stands alone only because the other report could not hold it.

A report can lack parts, break off, or answer another questionnaire. What only the missing part or
question could have held is neither new nor dropped: it has no counterpart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from tipdiff.alignment.sections import split_label
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.alignment import SectionMap
    from tipdiff.records import Report, Section

__all__ = ["without_counterpart"]

#: Likeness in percent, words sorted, from which two questions of different years are the same:
#: questionnaires are edited in place, and new ones share little but grammar with old ones.
SAME_QUESTION: Final = 55


def without_counterpart(
    report: Report, other: Report, aligned: SectionMap, *, other_is_new: bool
) -> frozenset[Section]:
    """Return the sections of ``report`` that ``other`` could not answer.

    Args:
        report: The report that has the sections.
        other: The report that may lack them.
        aligned: The aligned sections of the two.
        other_is_new: Whether ``other`` is the newer one.

    """
    here = [section for section in report.sections if section]
    partners = {
        (pair[0] if other_is_new else pair[1]): (pair[1] if other_is_new else pair[0])
        for pair in sorted(aligned.pairs)
    }
    return frozenset(
        [*_in_missing_parts(here, partners, other), *_not_asked(here, partners, report, other)]
    )


def _in_missing_parts(
    here: Sequence[Section], partners: dict[Section, Section], other: Report
) -> list[Section]:
    """Return sections without partner that lie where the other report is cut off."""
    lost_tail, lost_head, lost_middle = _lost(other)
    if not (lost_tail or lost_head or lost_middle):
        return []
    known = [k for k, section in enumerate(here) if section in partners]
    if not known:
        return list(here)
    blocks = {split_label(here[k])[0] for k in known}
    first, last = known[0], known[-1]
    found = []
    for k, section in enumerate(here):
        if section in partners:
            continue
        block_is_gone = split_label(section)[0] not in blocks
        after, before = k > last, k < first
        if (lost_tail and after) or (lost_head and before) or (lost_middle and block_is_gone):
            found.append(section)
        elif block_is_gone and (lost_tail or lost_head) and other.missing_parts:
            # Blocks change places from year to year: a whole block that is gone was in a lost part.
            found.append(section)
    return found


def _lost(report: Report) -> tuple[bool, bool, bool]:
    """Return whether a report lacks its tail, its head, or something between."""
    have = [cable.part for cable in report.cables if cable.part is not None]
    missing = report.missing_parts
    tail = report.truncated or any(part > max(have, default=0) for part in missing)
    head = any(part < min(have, default=0) for part in missing)
    middle = any(min(have, default=0) < part < max(have, default=0) for part in missing)
    return tail, head, middle


def _not_asked(
    here: Sequence[Section], partners: dict[Section, Section], report: Report, other: Report
) -> list[Section]:
    """Return sections whose question the other questionnaire did not ask.

    Only where both reports repeat their questions can it be known what was asked.
    """
    if not report.questions or not other.questions:
        return []
    asked: dict[Section, list[str]] = {}
    for question in report.questions:
        asked.setdefault(question.section, []).append(folded(question.text))
    theirs = [folded(question.text) for question in other.questions]
    lone = [section for section in here if section in asked and section not in partners]
    return [
        section
        for section in lone
        if all(
            process.extractOne(
                text, theirs, scorer=fuzz.token_sort_ratio, score_cutoff=SAME_QUESTION
            )
            is None
            for text in asked[section]
        )
    ]
