"""Alignment: which statements and sections of two reports belong together."""

from tipdiff.alignment.align import Alignment, align, align_texts
from tipdiff.alignment.refused import Near
from tipdiff.alignment.sections import SectionMap, align_sections
from tipdiff.alignment.wishes import NONE, Wishes

__all__ = [
    "NONE",
    "Alignment",
    "Near",
    "SectionMap",
    "Wishes",
    "align",
    "align_sections",
    "align_texts",
]
