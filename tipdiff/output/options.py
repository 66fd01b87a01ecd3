"""How a result is to be shown; the command line's edge decides, a library user may."""

from __future__ import annotations

from attrs import frozen

__all__ = ["Options"]


@frozen
class Options:
    """How a result is to be shown; each renderer heeds what means something in its format.

    Attributes:
        width: Columns of the page.
        color: Whether styles of a terminal may be used.
        all: Of a comparison, whether nothing is folded or left out; of a history, whether what
            each edition says is shown.
        explain: Whether to say why statements were taken for the same, in plain words.
        evidence: Whether to say with it what each kind of evidence weighed, in log-odds.
        sides: Whether old and new text stand in two columns.
        context: How many unchanged statements are shown around each change.
        view: What is told of a history: ``threads``, ``blame``, ``renewal``, ``carried``,
            ``promises`` or ``dropped``. Of figures over the years, ``moved`` keeps the order in
            which they are given.
        min_score: Of a history, the probability from which a link is sure: another one is marked,
            and stays out of blame and of what became of promises.
        brief: Of a comparison, whether only its findings are told: one page.
        figures: Of a comparison, whether only its figures are told: a table, then and now.

    """

    width: int = 100
    color: bool = False
    all: bool = False
    explain: bool = False
    evidence: bool = False
    sides: bool = False
    context: int = 0
    view: str = "threads"
    min_score: float = 0.6
    brief: bool = False
    figures: bool = False
