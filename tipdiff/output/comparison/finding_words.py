"""What is said of a finding before it is quoted: its kind, and what became of its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.output.shared.claim_words import told

if TYPE_CHECKING:
    from tipdiff.comparison.findings import Finding

__all__ = ["figures_of", "kind_of"]

#: Kinds that are not called by their name: figures speak for themselves.
NAMES: Final = {"figures": "", "norm": "law"}


def kind_of(finding: Finding) -> str:
    """Return what a finding is called, ``""`` for one of figures."""
    return NAMES.get(finding.kind, finding.kind)


def figures_of(finding: Finding) -> str:
    """Return its figures in one line; of a statement that went or came the kind says so."""
    ending = f" ({finding.kind})"
    return "; ".join(told(each).removesuffix(ending) for each in finding.figures)
