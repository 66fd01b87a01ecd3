"""Alignment: which statements and sections of two reports belong together."""

from tipdiff.alignment.align import Alignment, align, align_texts
from tipdiff.alignment.constraints import NONE, Wishes
from tipdiff.alignment.near_misses import Near
from tipdiff.alignment.sections import SectionMap, align_sections

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
