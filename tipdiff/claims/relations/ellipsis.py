"""What a figure counts that has no noun of its own.

"One under the new act", "all 4", "11 of them", "three Ostreli and two Belmoran women": the noun is
said by what follows, by the figures beside it, or by what the paragraph counted before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.language.event_words import EVENT_PARTICIPLES
from tipdiff.language.lexicon import (
    FUNCTION,
    PERSONS,
    PREDICATES,
    VERBS,
    is_demonym,
    is_plural,
    singular,
)
from tipdiff.language.noun_phrases import (
    is_adjective,
    noun_before,
    noun_phrase,
    plural_before,
    predicate_noun,
    sized_place,
)

if TYPE_CHECKING:
    from tipdiff.claims.relations.antecedents import Antecedents
    from tipdiff.claims.scanning.figures import Figure, Relation
    from tipdiff.language.noun_phrases import Phrase
    from tipdiff.language.tokens import Tokens

__all__ = ["PRONOUNS", "is_of_them", "said_noun", "sibling", "unsaid"]

#: What stands for those counted before: "11 of them".
PRONOUNS: Final = frozenset({"them", "whom", "which"})
#: Figures that are looked back over for a noun.
MAX_SIBLINGS: Final = 11
#: How far before its colon a label begins, in tokens.
LABEL_REACH: Final = 4
#: Behind a figure that is the subject of its own verb.
_VERBAL: Final = frozenset({"was", "were", "had", "has", "have", "received"})
#: Before a participle, what makes it a passive; and what may stand between a verb and its figure.
_BE: Final = frozenset({"was", "were", "been", "being", "are", "is"})
_DEGREES: Final = frozenset("about some over nearly almost only approximately another".split())
#: What joins two figures that share a noun, and how much may stand between them.
_SHARING: Final = frozenset({"and", "or", ",", "perhaps", "possibly"})
MOST_SHARED: Final = 6


def unsaid(
    tokens: Tokens,
    figures: list[Figure],
    relations: list[Relation],
    index: int,
    antecedents: Antecedents,
) -> str | None:
    """Return what a figure without a noun counts, from the nearest that says it.

    Args:
        tokens: The sentence.
        figures: Its figures.
        relations: What those before the figure took from others.
        index: The figure.
        antecedents: What the paragraph counted so far.

    """
    figure = figures[index]
    return (
        _said_of(tokens, figure)
        or _labelled(tokens, figure)
        or _recalled(tokens, figure, antecedents)
        or _next_noun(tokens, figures, index)
        or _one_nation(tokens, figure)
        or sibling(tokens, figures, relations, index)
        or _of_them(tokens, figure, antecedents)
        or _told_before(tokens, figure, antecedents)
        or (None if figure.noun is None else tokens.phrase(*figure.noun))
    )


def _next_noun(tokens: Tokens, figures: list[Figure], index: int) -> str | None:
    """Return the noun that two figures share: "three Ostreli and two Belmoran women".

    Also "two confirmed and 129 likely victims", "at least 37, perhaps 60, men".
    """
    if index + 1 >= len(figures) or figures[index + 1].unit != "count":
        return None
    figure, after = figures[index], figures[index + 1]
    between = tokens.low[figure.end : after.start]
    if after.noun is None or not 0 < len(between) <= MOST_SHARED or between[-1] not in _SHARING:
        return None
    words = between[:-1]
    adjectives = all(
        word not in VERBS
        and (word.endswith("ed") or word not in PREDICATES)
        and (word not in FUNCTION or word in _SHARING)
        and word[:1].isalpha()
        for word in words
        if word not in _SHARING
    )
    if not words or not adjectives:
        return None
    start, end = after.noun
    if end - start == 1 and is_adjective(tokens, after.noun):
        return None
    return tokens.phrase(end - 1, end)


def said_noun(tokens: Tokens, figure: Figure) -> Phrase | None:
    """Return the noun that follows: "7 were boys", "12 of whom were minors", "93 as victims"."""
    of_them = is_of_them(tokens, figure)
    if tokens.low[figure.end] == "as":
        return noun_phrase(tokens, figure.end + 1)
    noun = predicate_noun(tokens, figure.end + 2 * of_them)
    if noun is None and of_them:  # "12 of them acquittals"
        noun = noun_phrase(tokens, figure.end + 2, share=False)
        if noun is not None and not is_plural(tokens.low[noun[1] - 1]):
            return None
    return noun


def _said_of(tokens: Tokens, figure: Figure) -> str | None:
    noun = said_noun(tokens, figure)
    return None if noun is None else tokens.phrase(*noun)


def _labelled(tokens: Tokens, figure: Figure) -> str | None:
    """Return the label of "Convictions: 4; acquittals: 2"."""
    if tokens.low[figure.start - 1] != ":" or figure.unit != "count":
        return None
    at = figure.start - 2
    if tokens.capital(at) and tokens.low[at - 1] in {".", ";", ""}:
        return tokens.raw(at)  # "Pending: 22", whatever kind of word it is
    start = at
    while start > 0 and at - start < LABEL_REACH * 2 and tokens.low[start - 1].isalpha():
        start -= 1
    label = noun_phrase(tokens, start, share=False)
    if label is not None and label[0] == start and tokens.low[label[1]] in FUNCTION:
        return tokens.phrase(*label)  # "Total calls to the hotline: 2,311"
    label = noun_before(tokens, figure.start - 1, LABEL_REACH)
    return None if label is None else tokens.phrase(*label)


def _recalled(tokens: Tokens, figure: Figure, antecedents: Antecedents) -> str | None:
    """Return the noun of the count that "all 4" or "the six" goes back to."""
    if tokens.low[figure.start - 1] not in {"all", "the", "these"}:
        return None
    known = antecedents.antecedent(figure.value)
    return None if known is None else known.counted


def sibling(
    tokens: Tokens, figures: list[Figure], relations: list[Relation], index: int
) -> str | None:
    """Return the noun of the figure before: "one under the new act and one under the old"."""
    persons = is_of_them(tokens, figures[index]) and _counts_persons(tokens, figures, index)
    for k in range(index - 1, max(index - 1 - MAX_SIBLINGS, -1), -1):
        noun = figures[k].noun
        if figures[k].unit not in {"count", "percent"}:
            continue
        if persons and (noun is None or tokens.low[noun[1] - 1] not in PERSONS):
            continue  # "27 suspects in 11 cases; 14 of them": not cases
        if (
            noun is not None
            and _is_nation(tokens, figures[index])
            and _is_nation(tokens, figures[k])
        ):
            continue  # "six Ostrelis and one Belmoran"
        if relations[k].of is not None and ")" in tokens.low[figures[k].end : figures[index].start]:
            continue  # behind the bracket the parts are done with: look on for the total
        named = noun is not None and not is_adjective(tokens, noun)
        counted = tokens.phrase(*noun) if named and noun else relations[k].counted
        if counted is not None:
            return counted
    return None


def _counts_persons(tokens: Tokens, figures: list[Figure], index: int) -> bool:
    """Whether one of the figures before counts persons."""
    nouns = [f.noun for f in figures[max(index - MAX_SIBLINGS, 0) : index] if f.noun is not None]
    return any(tokens.low[noun[1] - 1] in PERSONS for noun in nouns)


def _one_nation(tokens: Tokens, figure: Figure) -> str | None:
    """Return "Belmoran" of "six Ostrelis and one Belmoran": a person, and no adjective."""
    alone = figure.value == 1 and tokens.low[figure.start - 1] not in {",", "("}
    if not alone or figure.noun is None or not _is_nation(tokens, figure):
        return None
    return tokens.phrase(*figure.noun)


def _is_nation(tokens: Tokens, figure: Figure) -> bool:
    """Whether all that a figure counts is a nationality: "six Ostrelis", "one Belmoran"."""
    if figure.noun is None or figure.noun[1] - figure.noun[0] != 1:
        return False
    at = figure.noun[0]
    word = tokens.low[at]
    return word != "foreign" and is_demonym(singular(word), tokens.capital(at))


def is_of_them(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure is of those that a pronoun behind it stands for: "14 of them"."""
    return tokens.low[figure.end] == "of" and tokens.low[figure.end + 1] in PRONOUNS


def _of_them(tokens: Tokens, figure: Figure, antecedents: Antecedents) -> str | None:
    """Return what the paragraph counted last, for "11 of them"."""
    told = antecedents.counts and is_of_them(tokens, figure)
    return antecedents.counts[-1].counted if told else None


def _told_before(tokens: Tokens, figure: Figure, antecedents: Antecedents) -> str | None:
    """Return the subject of "convictions rose to five"; else what the paragraph counted last."""
    if figure.unit == "percent" and antecedents.counts:
        noun = antecedents.counts[-1].counted or ""
        return noun if noun.rpartition(" ")[2] in PERSONS else None  # "two thirds knew him"
    if figure.unit != "count" or is_of_them(tokens, figure):
        return None
    own = tokens.low[figure.end] in _VERBAL  # the figure is the subject: "five were fined"
    place = sized_place(tokens, figure.start)
    if place is not None:  # "most institutions (the population is about 300,000)"
        return place if place.lower() == "population" else None
    last = antecedents.counts[-1] if antecedents.counts else None
    if not own and _is_done(tokens, figure.start - 1):
        # The one who acts is no one counted: "police arrested 40", some of those told before.
        return last.counted if last is not None and last.value >= (figure.value or 0) else None
    subject = None if own else plural_before(tokens, figure.start)
    return subject or (None if last is None else last.counted)


def _is_done(tokens: Tokens, at: int) -> bool:
    """Whether the word at a token is an active verb of what is done to those behind it."""
    low = tokens.low
    back = at
    while low[back] in _DEGREES:
        back -= 1
    return low[back] in EVENT_PARTICIPLES and _BE.isdisjoint(low[max(back - 2, 0) : back])
