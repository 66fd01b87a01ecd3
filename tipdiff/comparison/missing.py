"""What stands alone only because the other report could not hold it.

A report can lack parts, break off, or answer another questionnaire. What only the missing part or
question could have held is neither new nor dropped: it has no counterpart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from tipdiff.alignment.sections import same_block, split_label
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
    pairs = [pair if other_is_new else pair[::-1] for pair in sorted(aligned.pairs)]
    return frozenset(
        [*_in_missing_parts(here, pairs, report, other), *_not_asked(here, pairs, report, other)]
    )


def _in_missing_parts(
    here: Sequence[Section], pairs: Sequence[tuple[Section, Section]], report: Report, other: Report
) -> list[Section]:
    """Return the sections that lie where the other report is cut off.

    A section whose own block the other report has is covered. Of the rest, those before the other's
    first section or after its last are lost with its head or tail, and so is a block that the other
    lacks as a whole: blocks change places from year to year. Not where both reports lack the same
    parts: then each holds what the other's parts held, and a block of another name is news.
    """
    head, middle, tail = _lost(other)
    alike = report.missing_parts == other.missing_parts and not other.truncated
    if not (head or middle or tail):
        return []
    theirs = [section for section in other.sections if section]
    covered = {ours for ours, partner in pairs if ours and partner and same_block(ours, partner)}
    held = {split_label(section)[0] for section in theirs}
    place = {section: k for k, section in enumerate(here)}
    met = [place[ours] for ours, partner in pairs if ours in covered]
    first, last = min(met, default=len(here)), max(met, default=-1)
    found = []
    for section in here:
        if section in covered:
            continue
        block_held = any(same_block(section, (*block,)) for block in held if block)
        beyond = (head and place[section] < first) or (tail and place[section] > last)
        if beyond or not (block_held or alike):
            found.append(section)
    return found


def _lost(report: Report) -> tuple[bool, bool, bool]:
    """Return whether a report lacks its head, something between, or its tail."""
    have = [cable.part for cable in report.cables if cable.part is not None]
    missing = report.missing_parts
    tail = report.truncated or any(part > max(have, default=0) for part in missing)
    head = any(part < min(have, default=0) for part in missing)
    middle = any(min(have, default=0) < part < max(have, default=0) for part in missing)
    return head, middle, tail


def _not_asked(
    here: Sequence[Section],
    pairs: Sequence[tuple[Section, Section]],
    report: Report,
    other: Report,
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
    partnered = {ours for ours, _ in pairs}
    lone = [section for section in here if section in asked and section not in partnered]
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
