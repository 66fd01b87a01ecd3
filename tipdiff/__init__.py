"""What changed between one year's diplomatic report on a country and the next."""

from tipdiff.alignment import align
from tipdiff.claims import extract_claims
from tipdiff.comparison import compare
from tipdiff.reading import read, read_all

__all__ = ["align", "compare", "extract_claims", "read", "read_all"]
