"""Indicators: the figures that come back every year, by name.

A count is a point of an indicator where its event and its noun say so: "two clerks were convicted",
"53 convictions" and "no convictions" are all of the indicator ``convictions``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.claims.events import noun_event
from tipdiff.claims.lexicon import PERSONS, singular

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["INDICATORS", "indicator"]

#: The event, the indicator, and a sample.
INDICATORS: Final[tuple[tuple[str, str, str], ...]] = (
    ("investigated", "investigations", "police investigated 14 suspects"),
    ("arrested", "arrests", "police arrested 16 men"),
    ("detained", "detentions", "5 persons were detained"),
    ("charged", "indictments", "71 persons were charged"),
    ("prosecuted", "prosecutions", "there were no prosecutions"),
    ("convicted", "convictions", "53 convictions"),
    ("acquitted", "acquittals", "one defendant was acquitted"),
    ("sentenced", "sentences", "12 offenders were sentenced"),
    ("fined", "fines", "7 offenders were fined"),
    ("dismissed", "dismissals", "5 cases were dismissed"),
    ("extradited", "extraditions", "no extraditions"),
    ("identified", "victims identified", "19 girls identified as victims"),
    ("rescued", "victims rescued", "police rescued 9 girls"),
    ("assisted", "victims assisted", "the shelter assisted 33 victims"),
    ("sheltered", "victims sheltered", "12 women were housed"),
    ("referred", "victims referred", "police referred 8 victims"),
    ("repatriated", "repatriations", "8 nationals were repatriated"),
    ("deported", "deportations", "3 women were deported"),
    ("trained", "persons trained", "300 officers were trained"),
    ("raided", "raids", "59 raids"),
)
_INDICATORS: Final = {event: name for event, name, _ in INDICATORS}
#: Nouns that any event may have happened to, beside persons.
_CASES: Final = frozenset({"case", "victim"})
#: Who is trained, beside persons: a profession.
_PROFESSIONS: Final = ("er", "or", "ge", "police", "official", "staff", "employee", "attorney")


def indicator(event: str | None, counted: str | None, breakdown: Mapping[str, str]) -> str | None:
    """Return the indicator of a count, or null where it is of none.

    Args:
        event: What happened to those counted.
        counted: The noun phrase.
        breakdown: Its breakdown: a nationality alone ("two Ostrelis") is of persons too.

    """
    name = _INDICATORS.get(event or "")
    if name is None or event is None:
        return None
    if noun_event(counted) == event:
        return name
    words = [] if counted is None else [singular(word) for word in counted.lower().split()]
    if not _CASES.isdisjoint(words) or not PERSONS.isdisjoint(words) or "nationality" in breakdown:
        return name
    trained = event == "trained" and bool(words) and words[-1].endswith(_PROFESSIONS)
    return name if trained else None
