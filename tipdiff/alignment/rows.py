"""Statements that only figures tell apart, and short answers: paired by what names them and place.

"Shelter No. 3 housed 19 women." is one of many of its form. With figures masked they are all alike,
so that likeness cannot choose among them. What names a row decides: a year, the number behind
"No.", "Article" or another name; then a figure that only one row on either side has; then order
between settled neighbours. A short answer ("Yes.", "No data were available.") says nothing without
its question, and pairs with its like under the same question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from tipdiff.alignment.answers import is_answer
from tipdiff.alignment.places import Where, in_order
from tipdiff.alignment.terms import content_words
from tipdiff.language.months import NAMES
from tipdiff.patterns import regex
from tipdiff.text import figures, words

if TYPE_CHECKING:
    from tipdiff.alignment.places import Homes, Pair
    from tipdiff.alignment.sides import Side

__all__ = ["BY_ORDER", "Settled", "opposite_answers", "settle"]

#: How likely a link is that a name of the row decides, a figure that no other row has, or order
#: alone. Set by hand, from generated reports: real ones hold too few such rows to measure.
BY_NAME: Final = 0.97
#: A text with fewer words beside its figures, or none of content, is not known by them: "14 men".
OWN_WORDS: Final = 2
BY_FIGURE: Final = 0.9
BY_ORDER: Final = 0.8

#: A word behind which a number is a name wherever it stands.
_NAMING = regex(
    r"(?:\b(?:no|nos|nr|num|number|article|articles|art|section|sec|paragraph|para|chapter|annex"
    r"|phase|tier|ref)\.?|[#§])\s*$"
)
#: What stands before a year, so that it is one and no count: "in 2003".
_BEFORE_YEAR = regex(
    r"(?:^|\b(?:in|of|during|since|for|by|until|till|from|to|through|and|or|year|fy|cy|after|before"
    rf"|{'|'.join(NAMES)}),?\s*"
    r"|[(/-]\s*)$"
)
_YEAR = regex(r"(?:19|20)\d\d")
#: So many characters before a figure tell whether it names something: no word is longer.
_NAME_REACH: Final = 60
#: A number at the beginning that is followed by a mark labels the row: "3: 14 arrests".
_LABEL_END = regex(r"\s*[:.)]")
#: A capitalised word right before a number, "District 3": the number is part of a name.
_NAME_BEFORE = regex(r"\b([A-Z][\w'-]*)\s+(?=\d)")
#: Answers that are each other's opposite: what they begin with.
_YES, _NO = frozenset({"yes"}), frozenset({"no", "none", "never"})


@frozen(eq=False)
class Settled:
    """What is linked before likeness is looked at.

    Args:
        pairs: Old and new places, with how likely each pair is.
        forms: The form of each text, figures masked, that several texts of one report share: only
            the pairs above link two statements of such a form.

    """

    pairs: Mapping[Pair, float]
    forms: Mapping[str, str]


@frozen(eq=False)
class _Row:
    """One row: where it stands, its folded text, its figures, and which of them name it."""

    place: int
    fold: str
    figures: tuple[str, ...]
    names: frozenset[int]


@frozen(eq=False)
class _Form:
    """The rows of one form on both sides."""

    rows: tuple[list[_Row], list[_Row]]
    named: tuple[int, ...] = field()
    """Places of the figures that name a row: those with a value in common on both sides."""

    @named.default
    def _named(self) -> tuple[int, ...]:
        count = len(self.rows[0][0].figures)
        return tuple(k for k in range(count) if self._is_name(k))

    def _is_name(self, k: int) -> bool:
        naming = all(k in row.names for side in self.rows for row in side)
        values = [{row.figures[k] for row in side} for side in self.rows]
        return naming and not values[0].isdisjoint(values[1])

    def left(self, taken: tuple[set[int], set[int]]) -> tuple[list[_Row], list[_Row]]:
        """Return the rows that are not paired yet."""
        old, new = (
            [row for row in side if row.place not in done]
            for side, done in zip(self.rows, taken, strict=True)
        )
        return old, new


def settle(
    sides: tuple[Side, Side], homes: Homes | None, decided: tuple[set[str], set[str]]
) -> Settled:
    """Pair the rows of one form, and the copies of answers.

    Args:
        sides: The two texts.
        homes: The aligned sections of their statements, where they are known.
        decided: Folded texts of either side that are linked, or left alone, otherwise.

    """
    forms = dict(_forms(sides, decided))
    rowed = {row.fold for form in forms.values() for side in form.rows for row in side}
    pairs: dict[Pair, float] = {}
    taken: tuple[set[int], set[int]] = set(), set()

    def accept(found: Iterable[Pair], score: float) -> None:
        for pair in found:
            pairs[pair] = score
            taken[0].add(pair[0])
            taken[1].add(pair[1])

    where = Where.of(homes, sides, ())
    for fold, places in sides[0].copies.items():
        others = sides[1].copies.get(fold)
        if others is None or fold in decided[0] or fold in decided[1]:
            continue
        if fold in rowed or is_answer(fold, *sides):
            accept(in_order(places, others, where, anywhere=fold in rowed), 1.0)
    accept(_by_words(sides, decided), BY_NAME)
    where = Where.of(homes, sides, pairs)
    for form in forms.values():
        accept(_by_name(form, taken, where), BY_NAME)
    for form in forms.values():
        if not form.named:
            accept(_by_figure(form, taken), BY_FIGURE)
    where = Where.of(homes, sides, pairs)
    for form in forms.values():
        if not form.named:
            old, new = ([row.place for row in side] for side in form.left(taken))
            accept(in_order(old, new, where, anywhere=True), BY_ORDER)
    told = {row.fold: name for name, form in forms.items() for side in form.rows for row in side}
    return Settled(pairs, told)


def _forms(
    sides: tuple[Side, Side], decided: tuple[set[str], set[str]]
) -> Iterator[tuple[str, _Form]]:
    """Yield the forms that both sides have, and one of them in several texts."""
    by_form = [_by_form(side, gone) for side, gone in zip(sides, decided, strict=True)]
    for form, olds in by_form[0].items():
        news = by_form[1].get(form, [])
        if form and news and max(len(olds), len(news)) > 1:
            rows = (
                [row for fold in olds for row in _rows(sides[0], fold)],
                [row for fold in news for row in _rows(sides[1], fold)],
            )
            if len({len(row.figures) for side in rows for row in side}) == 1:
                yield form, _Form(rows)


def _by_form(side: Side, gone: Collection[str] = ()) -> dict[str, list[str]]:
    """Return the texts of a side by their form, without those that are gone."""
    found: dict[str, list[str]] = {}
    for fold in side.copies:
        if fold not in gone:
            found.setdefault(side.form(fold), []).append(fold)
    return found


def _by_words(sides: tuple[Side, Side], decided: tuple[set[str], set[str]]) -> Iterator[Pair]:
    """Yield statements that are alone of their form on either side: their figures alone moved.

    A word may be all that tells such a row from the others ("Judge Orrin sentenced 30 men."), and
    one that carries no matter elsewhere ("Ward A", "May: 12 calls"). Where what names a row differs
    ("No. 5" and "No. 7"), likeness decides.
    """
    alone: list[dict[str, str]] = []
    for side, gone in zip(sides, decided, strict=True):
        alone.append(
            {
                form: fold
                for form, (fold, *more) in _by_form(side).items()
                if not more and fold not in gone and len(side.copies[fold]) == 1
            }
        )
    for form, old in alone[0].items():
        new = alone[1].get(form, old)
        if new == old or not _has_own_words(form, old):
            continue
        one, other = next(_rows(sides[0], old)), next(_rows(sides[1], new))
        if all(one.figures[k] == other.figures[k] for k in one.names | other.names):
            yield one.place, other.place


def _has_own_words(form: str, fold: str) -> bool:
    """Whether a text says something beside its figures."""
    count = len(figures(fold))
    return len(words(form)) >= OWN_WORDS + count and len(content_words(fold)) > count


def _rows(side: Side, fold: str) -> Iterator[_Row]:
    places = side.copies[fold]
    found = figures(fold)
    text = side.texts[places[0]]
    capital = {match[1].lower() for match in _NAME_BEFORE.finditer(text)}
    names = frozenset(
        k
        for k, (start, end) in enumerate(found)
        if _names(fold, start, end, frozenset() if text.isupper() else frozenset(capital))
    )
    values = tuple(fold[start:end] for start, end in found)
    for place in places:
        yield _Row(place, fold, values, names)


def _names(fold: str, start: int, end: int, capital: frozenset[str]) -> bool:
    """Whether the figure at a place of a folded text names what the text is about."""
    near = max(0, start - _NAME_REACH)
    before = fold[near:start]
    labels = near == 0 and not before.strip(" (") and _LABEL_END.match(fold, end)
    if _NAMING.search(fold, near, start) or labels:
        return True
    if _YEAR.fullmatch(fold, start, end) and _BEFORE_YEAR.search(fold, near, start):
        return True
    *_, last = words(before) or [""]
    return last in capital and bool(content_words(last)) and before.rstrip().endswith(last)


def _by_name(form: _Form, taken: tuple[set[int], set[int]], where: Where) -> Iterator[Pair]:
    """Yield the rows that have their names in common; of several, those with most in common."""
    if not form.named:
        return
    waiting: tuple[dict[tuple[str, ...], list[_Row]], dict[tuple[str, ...], list[_Row]]] = {}, {}
    for side, of_side in zip(form.left(taken), waiting, strict=True):
        for row in side:
            of_side.setdefault(tuple(row.figures[k] for k in form.named), []).append(row)
    for name, olds in waiting[0].items():
        if news := waiting[1].get(name):
            places = [row.place for row in olds], [row.place for row in news]
            yield from in_order(*places, where, anywhere=True)


def _by_figure(form: _Form, taken: tuple[set[int], set[int]]) -> Iterator[Pair]:
    """Yield the rows that have a figure in common that no other has, by the figure most share."""
    old, new = form.left(taken)
    if not old or not new:
        return
    best: list[Pair] = []
    for k in range(len(old[0].figures)):
        values = [Counter(row.figures[k] for row in side) for side in (old, new)]
        alone = {
            value for value, many in values[0].items() if many == 1 and values[1].get(value) == 1
        }
        later = {row.figures[k]: row.place for row in new}
        found = [(row.place, later[row.figures[k]]) for row in old if row.figures[k] in alone]
        if len(found) > len(best):
            best = found
    # One figure in common among many rows is chance.
    if 2 * len(best) > min(len(old), len(new)):
        yield from best


def opposite_answers(
    sides: tuple[Side, Side], lone: tuple[Sequence[int], Sequence[int]], homes: Homes
) -> list[Pair]:
    """Pair answers of one question that said yes and say no, or the reverse."""
    where = Where.of(homes, sides, ())
    found: list[Pair] = []
    for then, now in ((_YES, _NO), (_NO, _YES)):
        old, new = (
            [
                k
                for k in places
                if homes[which][k] is not None and _begins(sides[which].folds[k], said)
            ]
            for which, (places, said) in enumerate(zip(lone, (then, now), strict=True))
        )
        at_home = in_order(old, new, where, anywhere=False)
        found += [pair for pair in at_home if homes[0][pair[0]] == homes[1][pair[1]]]
    return sorted(found)


def _begins(fold: str, said: frozenset[str]) -> bool:
    return is_answer(fold) and not said.isdisjoint(words(fold)[:1])
