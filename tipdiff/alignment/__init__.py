"""Alignment: which statements and sections of two reports belong together."""

from tipdiff.alignment.align import Alignment, align, align_texts
from tipdiff.alignment.answers import is_answer
from tipdiff.alignment.constraints import UNCONSTRAINED, Constraints
from tipdiff.alignment.judging import asked_of, remembered
from tipdiff.alignment.near_misses import Near
from tipdiff.alignment.places import homes_of
from tipdiff.alignment.sections import SectionMap, align_sections
from tipdiff.alignment.tables import RowLink, align_tables

__all__ = [
    "UNCONSTRAINED",
    "Alignment",
    "Constraints",
    "Near",
    "RowLink",
    "SectionMap",
    "align",
    "align_sections",
    "align_tables",
    "align_texts",
    "asked_of",
    "homes_of",
    "is_answer",
    "remembered",
]
