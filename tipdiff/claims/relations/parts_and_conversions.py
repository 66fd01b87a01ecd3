"""How figures hang together: parts and totals, one sum in two currencies.

Relations look a fixed number of figures ahead, so that a long list costs no more a figure than a
short one.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from tipdiff.claims.relations.ellipsis import PRONOUNS, is_of_them, said_noun, sibling, unsaid
from tipdiff.claims.scanning.figures import Figure, Relation
from tipdiff.language.currencies import UNKNOWN
from tipdiff.language.lexicon import COMPARING, PERSONS, VERBS, is_plural, singular
from tipdiff.language.noun_phrases import is_adjective, predicate_noun
from tipdiff.language.tokens import behind_bracket

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.claims.relations.antecedents import Antecedents
    from tipdiff.language.tokens import Tokens

__all__ = ["relate"]

#: Parts that one total can have: a list of countries is longer than any other.
MAX_PARTS: Final = 30
_BE: Final = frozenset({"was", "were", "is", "are"})
#: How near behind "of" its total stands, in tokens: "of the 22".
_OF_REACH: Final = 3
#: What may stand between "of" and a total: "of the 22", "of these 22".
_THESE: Final = frozenset({"the", "these", "those", "its"})
#: What opens a part far behind its total: "..., among them 12 minors".
_AMONG: Final = (["of"], ["among"], ["amongst"])
_THEM: Final = PRONOUNS | {"these", "those"}
#: What may stand between a sum and its conversion, how much of it, and what must.
_CONVERTING: Final = frozenset(
    "( , or - = / about approximately equivalent to the of in roughly around nearly some worth "
    "equal equivalents approx . i e".split()
)
_CONVERSIONS: Final = frozenset("( or = / equivalent equal about approximately roughly".split())
MAX_BETWEEN: Final = 6
#: Endings of nouns for people, who are paid for in brackets at times, but are no money.
_PEOPLE: Final = (
    "ers",
    "ors",
    "ees",
    "ists",
    "ians",
    "ants",
    "men",
    "people",
    "children",
    "victims",
)
#: Least number that a conversion behind it makes a sum: a bare one, or one of what ends like people
#: ("4,000 thalers").
LEAST_SUM: Final = 1000


def relate(
    tokens: Tokens, figures: list[Figure], antecedents: Antecedents, prefix: str
) -> list[Relation]:
    """Relate the figures of a sentence to each other, and to what the paragraph counted before."""
    relations = [Relation() for _ in figures]
    for index, figure in enumerate(figures):
        ahead = figures[index + 1].unit if index + 1 < len(figures) else ""
        if ahead.startswith("money") and figure.unit.startswith(("money", "count")):
            _convert(tokens, figures, relations, index, prefix)
        if figure.unit in {"count", "percent"}:
            if not _whole(tokens, figures, relations, index, prefix) and (
                not relations[index].of or _announces(tokens, figures, index)
            ):
                _parts(tokens, figures, relations, index, prefix)
            bare = figure.noun is None or is_adjective(tokens, figure.noun)
            told = index or predicate_noun(tokens, figure.end) is not None
            if figure.unit == "count" or (bare and told):
                _inherit(tokens, figures, relations, index, antecedents)
    return relations


def _announces(tokens: Tokens, figures: list[Figure], index: int) -> bool:
    """Whether a colon leads from a figure to the next: one that is a part can have parts too."""
    if index + 1 >= len(figures):
        return False
    return tokens.low[figures[index + 1].start - 1] == ":"


def _between(tokens: Tokens, before: Figure, after: Figure) -> list[str]:
    end = before.end if before.noun is None else max(before.end, before.noun[1])
    return tokens.low[end : after.start]


def _convert(
    tokens: Tokens, figures: list[Figure], relations: list[Relation], index: int, prefix: str
) -> None:
    """Tie a sum to the same sum in another currency: the local one keeps the word.

    An amount whose currency goes without saying is a sum too: "2.5 million (about $300,000)".
    """
    if index + 1 >= len(figures) or relations[index].equivalent is not None:
        return
    first, second = figures[index], figures[index + 1]
    between = _between(tokens, first, second)
    converted = 0 < len(between) <= MAX_BETWEEN and _CONVERTING.issuperset(between)
    if not converted or _CONVERSIONS.isdisjoint(between) or first.unit == second.unit:
        return
    if first.unit == "count":
        if between[0] != "(" or not (_bare_sum(first) or _in_unknown_coin(tokens, first, second)):
            return
        first.unit = f"money:{UNKNOWN}"
        if first.noun is not None:
            first.end, first.noun = first.noun[1], None  # the coin is not what the money is for
    if first.unit == "money:USD":
        relations[index].equivalent = f"{prefix}#{index + 2}"
    else:
        relations[index + 1].equivalent = f"{prefix}#{index + 1}"


def _bare_sum(figure: Figure) -> bool:
    """Whether a number without a noun is large enough for a sum."""
    return figure.noun is None and (figure.value or 0) >= LEAST_SUM


def _in_unknown_coin(tokens: Tokens, first: Figure, second: Figure) -> bool:
    """Whether the noun of a count is a currency in no table: "900 talers (150 dollars)".

    Nothing but the converted sum stands in the brackets, and the noun names no people.
    """
    if first.noun is None or first.noun[1] - first.noun[0] != 1 or tokens.low[second.end] != ")":
        return False
    noun = tokens.low[first.noun[0]]
    people = noun in PERSONS or (noun.endswith(_PEOPLE) and (first.value or 0) < LEAST_SUM)
    return second.unit.startswith("money:") and is_plural(noun) and not people


def _whole(
    tokens: Tokens, figures: list[Figure], relations: list[Relation], index: int, prefix: str
) -> bool:
    """Tie "none of the five clerks", "10 percent of the 900 women" to their total."""
    figure, low = figures[index], tokens.low
    end, at = figure.end, index + 1
    if low[end] == "(":  # "300 (60 percent) of the 500 women"
        end = behind_bracket(tokens, end)
        while at < len(figures) and figures[at].end < end:
            at += 1
    if low[end] != "of" or at >= len(figures) or low[end + 1] in PRONOUNS:
        return False
    whole = figures[at]
    if whole.head - end > _OF_REACH or whole.unit != "count":
        return False
    relations[index].of = f"{prefix}#{at + 1}"
    if whole.noun is not None:
        relations[index].counted = tokens.phrase(*whole.noun)
    return True


def _parts(
    tokens: Tokens, figures: list[Figure], relations: list[Relation], index: int, prefix: str
) -> None:
    """Find the parts that follow a total: in brackets, behind a colon, after "Of the 22"."""
    low, total = tokens.low, figures[index]
    end = total.end if total.noun is None else max(total.end, total.noun[1])
    me = f"{prefix}#{index + 1}"
    if total.value is None or total.value < 1:
        return
    ahead = [
        (k, figures[k])
        for k in range(index + 1, min(index + 1 + MAX_PARTS, len(figures)))
        if figures[k].unit == total.unit
        and figures[k].value is not None
        and not _compared(tokens, figures[k])
    ]
    if not ahead:
        return
    opening = low[total.start - 1 - (low[total.start - 1] in _THESE)]
    if opening == "of" and total.start <= 3 and index == 0:
        for k, part in ahead:
            if (
                {";", ":"} & set(low[end : part.start])
                or part.value is None
                or part.value > total.value
            ):
                break
            relations[k].of = me
        return
    first = ahead[0][1]
    lead = low[end : first.start]
    limit = tokens.count
    spread = {":", "including"} & set(lead[:-2]) or lead[-1:] == [":"]
    if "(" in lead and not spread and lead.count("(") > lead.count(")"):
        limit = end + _closing(low[end : end + 400])
        if lead[0] != "(" and total.unit == "count":
            limit = end if len(lead) > 10 else limit
        exact = False
    elif spread or "including" in lead or _opens_parts(tokens, lead, first):
        exact = ":" in lead
    elif _tells_kind_of_them(tokens, first):
        # "14 women were freed, nine of them minors"
        ahead = list(takewhile(lambda entry: _tells_kind_of_them(tokens, entry[1]), ahead))
        exact = False
    elif first.noun is None and lead and lead[-1] in {",", "-", "and"}:
        # "two were convicted, one under ..., one under ..."; verbs of their own make no parts
        ahead = list(takewhile(lambda entry: not _has_verb(tokens, entry[1]), ahead))
        exact = True
    elif predicate_noun(tokens, first.end) is not None:
        # "44 victims; 36 were women and eight were girls"
        ahead = list(takewhile(lambda e: predicate_noun(tokens, e[1].end) is not None, ahead))
        exact = True
    else:
        return
    parts = [(k, part) for k, part in ahead if part.start < limit]
    _link(parts, relations, me, total.value, exact=exact)


def _opens_parts(tokens: Tokens, lead: Sequence[str], first: Figure) -> bool:
    """Whether what stands between a total and a figure makes this a part of it.

    "40 victims, of whom 12"; farther on the part says what kind: "40 victims in 2006, among them
    12 minors", "40 victims were freed; of these, 12 were minors".
    """
    if not PRONOUNS.isdisjoint(lead[:4]):
        return True
    words = [word for word in lead if word != ","]
    opened = words[-1:] and words[-1] in _THEM and words[-2:-1] in _AMONG
    return bool(opened) and (first.noun is not None or said_noun(tokens, first) is not None)


def _tells_kind_of_them(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure says itself that it is a part, and of what kind: "nine of them minors"."""
    return is_of_them(tokens, figure) and said_noun(tokens, figure) is not None


def _has_verb(tokens: Tokens, figure: Figure) -> bool:
    behind = tokens.low[figure.end]
    return behind in _BE or behind in VERBS or behind in {"had", "have", "has"}


def _closing(words: Sequence[str]) -> int:
    """Return the place of the bracket that closes the first one opened."""
    depth = 0
    for place, word in enumerate(words):
        depth += (word == "(") - (word == ")")
        if word == ")" and depth <= 0:
            return place
    return len(words)


def _link(
    parts: list[tuple[int, Figure]],
    relations: list[Relation],
    me: str,
    total: float,
    *,
    exact: bool,
) -> None:
    """Mark as parts the figures up to where they reach their total; all must fit in it."""
    reached, taken = 0.0, []
    for k, part in parts:
        if part.value is None or reached + part.value > total or relations[k].of is not None:
            break
        reached += part.value
        taken.append(k)
        if reached == total:
            break
    if exact and (reached != total or len(taken) < 2):
        return
    for k in taken:
        relations[k].of = me


def _inherit(
    tokens: Tokens,
    figures: list[Figure],
    relations: list[Relation],
    index: int,
    antecedents: Antecedents,
) -> None:
    """Say what a figure without a noun counts, and which total one with a noun is part of."""
    figure, relation = figures[index], relations[index]
    if figure.whole is not None:
        relation.of = figure.whole[0]
        relation.counted = figure.whole[1] or sibling(tokens, figures, relations, index)
    elif figure.noun is None or is_adjective(tokens, figure.noun):
        relation.counted = relation.counted or unsaid(
            tokens, figures, relations, index, antecedents
        )
    elif figure.partitive and relation.of is None and figure.value is not None:
        known = antecedents.total(singular(tokens.low[figure.noun[1] - 1]))
        if known is not None and figure.value < known.value:
            relation.of = known.id


def _compared(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure is one that another is compared with: "44, up from 31"."""
    before = tokens.low[max(figure.start - 2, 0) : figure.start]
    pointed = before[-1:] in (["from"], ["than"], ["with"], ["to"])
    return pointed and not COMPARING.isdisjoint(before)
