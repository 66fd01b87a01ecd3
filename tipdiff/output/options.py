"""How a result is to be shown; the command line's edge decides, a library user may."""

from __future__ import annotations

import math
from typing import Any, Final

from attrs import Attribute, field, frozen

from tipdiff.arguments import expect, shown
from tipdiff.errors import DataError

__all__ = ["Options"]

#: The widest page, in columns: no terminal is so wide, and padding to it stays cheap.
WIDEST: Final = 10_000


def _within(least: float, most: float, wanted: str) -> Any:
    """Return a check that an option is a number within bounds."""

    def check(_: object, attribute: Attribute[Any], value: Any) -> None:
        whole = isinstance(least, int)
        expect(attribute.name, value, int if whole else (int, float), wanted)
        if not least <= value <= most:
            raise DataError(f"{attribute.name}: {shown(value)} is not {wanted}")

    return check


def _of(kind: type, wanted: str) -> Any:
    """Return a check that an option is of a kind."""
    return lambda _, attribute, value: expect(attribute.name, value, kind, wanted)


_flag: Final = _of(bool, "true or false")


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

    width: int = field(default=100, validator=_within(1, WIDEST, f"a whole number to {WIDEST}"))
    color: bool = field(default=False, validator=_flag)
    all: bool = field(default=False, validator=_flag)
    explain: bool = field(default=False, validator=_flag)
    evidence: bool = field(default=False, validator=_flag)
    sides: bool = field(default=False, validator=_flag)
    context: int = field(default=0, validator=_within(0, math.inf, "a whole number from 0"))
    view: str = field(default="threads", validator=_of(str, "a text"))
    min_score: float = field(default=0.6, validator=_within(0.0, 1.0, "a number from 0 to 1"))
    brief: bool = field(default=False, validator=_flag)
    figures: bool = field(default=False, validator=_flag)
