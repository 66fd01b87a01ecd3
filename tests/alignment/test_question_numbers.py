"""Questions whose numbers have shifted from one year's instruction to the next."""

from __future__ import annotations

from collections import Counter

from tipdiff.alignment.sections import align_sections, heading_likeness

OLD = [("ANSWERS", str(number), letter) for number in (25, 27, 28) for letter in "AB"]
NEW = [("ANSWERS", str(number), letter) for number in (23, 25, 26) for letter in "AB"]


def test_shifted() -> None:
    """A block goes to the number that most numbers have shifted to, also with nothing linked."""
    linked = Counter({(OLD[0], NEW[0]): 3, (OLD[2], NEW[2]): 2, (OLD[1], NEW[1]): 1})
    links = align_sections(OLD, NEW, linked.elements()).links

    assert [(link.old, link.new) for link in links] == list(zip(OLD, NEW, strict=True))
    assert not any(link.moved for link in links)


def test_content_decides() -> None:
    """What most statements say outweighs the numbers."""
    linked = Counter({(OLD[0], NEW[0]): 2, (OLD[2], NEW[4]): 4, (OLD[3], NEW[5]): 4})
    pairs = align_sections(OLD, NEW, linked.elements()).pairs

    assert (OLD[2], NEW[4]) in pairs
    assert (OLD[2], NEW[2]) not in pairs


def test_other_question() -> None:
    """The same letter under another number is another question."""
    same = heading_likeness(OLD[0], NEW[0], -2)

    assert same == 1
    assert heading_likeness(OLD[0], NEW[2], -2) < same
