"""Reports of more sections than are all set beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.alignment import sections as module
from tipdiff.alignment.sections import SECTIONS, align_sections

if TYPE_CHECKING:
    import pytest

    from tipdiff.records import Section


def numbered(count: int, more: str = "") -> list[Section]:
    """Sections with headings of their own."""
    return [(f"PART {k} OF THE HARBOUR{more}",) for k in range(count)]


class TestManySections:
    """What aligns them past the limit, and at what cost."""

    def test_equal_headings(self) -> None:
        """Equal headings align as they do below the limit."""
        sections = numbered(SECTIONS + 1)
        found = align_sections(sections, sections[::-1], [])

        assert found.pairs == {(section, section) for section in sections}

    def test_statements(self) -> None:
        """Sections of other names align by the statements linked between them."""
        old, new = numbered(SECTIONS + 1), numbered(SECTIONS + 1, " AND THE STRAIT")
        found = align_sections(old, new, zip(old, new, strict=True))

        assert found.pairs == set(zip(old, new, strict=True))

    def test_answers_taken_in(self) -> None:
        """The answers of a block join the section that has no letters in the other report."""
        old = [*numbered(SECTIONS), ("PREVENTION", "A"), ("PREVENTION", "B")]
        new = [*numbered(SECTIONS), ("PREVENTION",)]
        found = align_sections(old, new, [])

        assert found.aligned(("PREVENTION", "A"), ("PREVENTION",))
        assert found.aligned(("PREVENTION", "B"), ("PREVENTION",))

    def test_looks(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Headings are set beside each other a few times each, and not all beside all."""
        looks = 0
        likeness = module.heading_likeness

        def counted(old: Section, new: Section, offset: int = 0) -> float:
            nonlocal looks
            looks += 1
            return likeness(old, new, offset)

        monkeypatch.setattr(module, "heading_likeness", counted)
        sections = numbered(4 * SECTIONS)
        align_sections(sections, sections, [])

        assert looks <= 10 * len(sections)
