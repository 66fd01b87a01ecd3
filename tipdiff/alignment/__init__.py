"""Alignment: which statements and sections of two reports belong together."""

from tipdiff.alignment.align import align
from tipdiff.alignment.sections import SectionMap, align_sections

__all__ = ["SectionMap", "align", "align_sections"]
