"""The rules from evidence to status and traits, as one table.

Evidence is a set of plain facts about a change (``FACTS`` says what each means). A rule holds if
all facts it needs are there and none that it rules out. Nothing else decides a status or a trait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from attrs import frozen

if TYPE_CHECKING:
    from tipdiff.records import Status

__all__ = ["FACTS", "STATUSES", "TRAITS", "Rule", "status_of", "traits_of"]

#: What each fact means. The functions that find them are in ``facts.py``.
FACTS: Final[dict[str, str]] = {
    "in the old": "the change has a statement of the old report",
    "in the new": "the change has a statement of the new report",
    "same text": "both sides are equal once layout is folded away",
    "figures differ": "a numeric claim changed, came or went, and not in notation only",
    "conversion drifts": "nothing differs among the figures but the converted amount of a sum",
    "dates roll on": "years, months or days gave way to others",
    "past date differs": "a year before either report's own gave way to another: one is wrong",
    "words differ": "words differ that are no figure, date, negation or word of strength",
    "marks differ": "only hyphens, commas or full stops differ",
    "strength shifts": "a quantifier, hedge or modal gave way to another of its scale",
    "hedge differs": "a word of doubt came or went",
    "negation differs": "one side negates what the other says",
    "letters lost": "the words that differ are garbled forms of each other",
    "nearly the same": "the texts differ by a word or two",
    "close": "the texts are close enough for single words to be set against each other",
    "several old": "several different statements of the old report",
    "several new": "several different statements of the new report",
    "copies": "statements that are copies of each other within one report",
    "elsewhere": "the partner is outside the aligned section, or out of its order",
    "period moved": "the two reports cover different years",
    "dated": "a dated or per-year figure, or a word such as currently",
    "of the law": "it says what the law says, and counts nothing of the report's own period",
    "figures stand": "every figure is repeated as it was",
    "not asked": "the other report lacks the part or question this belongs to",
}


@frozen(eq=False)
class Rule:
    """A status or trait, the facts it needs and rules out, and an invented sample."""

    gives: str
    needs: frozenset[str]
    without: frozenset[str]
    sample: str

    def holds(self, facts: frozenset[str]) -> bool:
        """Whether the facts bear the rule out."""
        return self.needs <= facts and not self.without & facts


def _rule(gives: str, needs: str, without: str, sample: str) -> Rule:
    def facts(text: str) -> frozenset[str]:
        named = frozenset(part.strip() for part in text.split(",") if part.strip())
        unknown = named - FACTS.keys()
        if unknown:
            raise ValueError(f"rule for {gives!r} names unknown facts: {sorted(unknown)}")
        return named

    return Rule(gives, facts(needs), facts(without), sample)


#: The first that holds is the status.
STATUSES: Final = (
    _rule("unchanged", "in the old, in the new, same text", "", "word for word"),
    _rule("changed", "in the old, in the new", "same text", "anything else that is linked"),
    _rule("new", "in the new", "in the old", "nothing of the old report is linked"),
    _rule("dropped", "in the old", "in the new", "nothing of the new report is linked"),
)

#: Every one that holds is a trait, in this order.
TRAITS: Final = (
    _rule("figures", "figures differ", "same text", "14 arrests / 20 arrests"),
    _rule("conversion", "conversion drifts", "figures differ, same text", "500 varons ($90 / $88)"),
    _rule("period", "dates roll on, close", "same text", "in 2005 / in 2006"),
    _rule("reversed", "negation differs", "same text", "has signed / has not signed"),
    _rule("strength", "strength shifts, close", "same text", "may open / will open"),
    _rule("strength", "hedge differs, nearly the same", "same text", "is twice / may be twice"),
    _rule("garbled", "letters lost, close", "figures differ, same text", "imrisoned / imprisoned"),
    _rule("wording", "words differ", "same text", "the police freed / officers released"),
    _rule("wording", "past date differs", "same text", "in force in 1990 / in force in 1993"),
    _rule("wording", "marks differ", "same text", "co-operate / cooperate"),
    _rule("split", "several new", "several old", "one statement becomes two"),
    _rule("merged", "several old", "several new", "two statements become one"),
    _rule("moved", "elsewhere, in the old, in the new", "", "from Prevention to Protection"),
    _rule("repeated", "copies", "", "in the summary and in the body"),
    _rule(
        "carried-over",
        "in the old, in the new, dated, figures stand, period moved",
        "words differ, dates roll on, past date differs, negation differs, strength shifts, "
        "of the law",
        "'This year police held 40 raids', again a year later",
    ),
    _rule("no-counterpart", "not asked", "", "the other report lacks part III"),
)

#: Traits of which a changed statement has at least one; ``wording`` where no other is found.
OF_CHANGE: Final = frozenset(
    "figures period wording strength reversed garbled conversion split merged".split()
)


def status_of(facts: frozenset[str]) -> Status:
    """Return the status that the facts bear out."""
    return cast("Status", next(rule.gives for rule in STATUSES if rule.holds(facts)))


def traits_of(facts: frozenset[str], status: Status) -> tuple[str, ...]:
    """Return the traits that the facts bear out, in the order of the table."""
    found = list(dict.fromkeys(rule.gives for rule in TRAITS if rule.holds(facts)))
    if status == "changed" and not OF_CHANGE.intersection(found):
        found.insert(0, "wording")
    return tuple(found)
