"""From a sentence to its claims: figures are read, related, put in their context, written down."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from attrs import evolve

from tipdiff.arguments import expect
from tipdiff.claims.context.events import noun_event
from tipdiff.claims.context.part_of_year import with_parts
from tipdiff.claims.context.periods import Period, Periods
from tipdiff.claims.context.retraction import with_retractions
from tipdiff.claims.context.scope import scoped
from tipdiff.claims.context.setting import Context, Setting
from tipdiff.claims.indicators.matching import Sentence
from tipdiff.claims.indicators.tables import field_indicators, indicators_given
from tipdiff.claims.relations.antecedents import Antecedents
from tipdiff.claims.relations.baselines import baselines
from tipdiff.claims.relations.derived import derive
from tipdiff.claims.relations.parts_and_conversions import relate
from tipdiff.claims.scanning.dispatch import READERS
from tipdiff.claims.scanning.figures import Figure, Relation, scan
from tipdiff.claims.scanning.plain import number
from tipdiff.language.tokens import Tokens
from tipdiff.normalise import normalised
from tipdiff.patterns import regex
from tipdiff.records import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tipdiff.claims.indicators.matching import Indicators
    from tipdiff.normalise import Mapped

__all__ = ["Antecedents", "extract_claims", "read_claims"]

#: What opens a share in brackets that says a figure once more: "(or 62 percent of GDP)".
_RESTATING: Final = regex(r"\((?:or|i\.e\.,?|about|some|equal to)? ?$")

_DIGIT: Final = regex(r"[\d\u00bc-\u00be\u2153\u2154]")
_WORDS: Final = regex(r"[a-z]+")
#: Words one of which a sentence without a digit must hold to be read at all.
_OPENINGS: Final = frozenset(READERS) | {"remainder", "rest", "same", "equal"}

#: A statement with more numbers is told whole: it is a table that lost its lines, or noise, and
#: what each figure counts is anybody's guess. Of the real cables' statements none has more than
#: 14, and no stretch of ``PIECE`` letters more than 30.
FIGURES: Final = 60
#: A text of more letters is read a piece at a time, each of whole sentences if it has any: every
#: figure is seen in the light of all the words about it. No statement of the real cables has 1,000.
PIECE: Final = 1000
_SENTENCE_END: Final = regex(r"[.?!][\"'\u201d)\]]*\s+")
_SPACE: Final = regex(r"\s+")
_NUMBER: Final = regex(r"[\d\u00bc-\u00be\u2153\u2154]+(?:[.,'\u2019]\d+)*|[a-z]+")

#: What stands between two subjects of one verb.
_COORDINATING: Final = frozenset(", and or as well plus the another also together with".split())


def _may_claim(text: str) -> bool:
    """Whether a text can hold claims: most sentences leave here, at little cost."""
    if len(text) > FIGURES and _numbers(text) > FIGURES:
        return False
    if _DIGIT.search(text) is not None:
        return True
    return not _OPENINGS.isdisjoint(_WORDS.findall(text.lower()))


def _numbers(text: str) -> int:
    """Return how many numbers a text holds, in digits and in words."""
    words = _NUMBER.findall(text.lower())
    return sum(not word[0].isalpha() or word in _OPENINGS for word in words)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that a text is read in: all of it, unless it is very long."""
    at = 0
    while len(text) - at > PIECE:
        end = at + PIECE
        for gap in (_SENTENCE_END, _SPACE):
            # What is cut is at least half as long as may be.
            ends = [match.end() for match in gap.finditer(text, at + PIECE // 2, at + PIECE)]
            if ends:
                end = ends[-1]
                break
        yield at, end
        at = end
    yield at, len(text)


def extract_claims(text: str, *, indicators: Indicators | None = None) -> list[Claim]:
    """Return the numeric claims of a sentence in order of appearance.

    Args:
        text: A sentence, or a few; spans are in it.
        indicators: What the claims' indicators are; the field's own if None.

    Returns:
        Claims with the ids ``#1``, ``#2``, ...; ``period`` is None where the words state no year.

    Raises:
        DataError: It is no text.

    """
    expect("text", text, str, "a text")
    indicators_given(indicators)
    return _read(text, "", None, Antecedents(), indicators)


def read_claims(  # noqa: PLR0913 what a statement is read in the light of
    text: str,
    prefix: str,
    covers: int | None,
    antecedents: Antecedents,
    indicators: Indicators | None = None,
    *,
    country: str | None = None,
) -> list[Claim]:
    """Return the claims of a statement, in the light of what its paragraph said before.

    Args:
        text: The statement's text.
        prefix: What stands before ``#1`` in the ids.
        covers: The period of claims that state none.
        antecedents: What the paragraph counted so far; it is brought up to date.
        indicators: What the claims' indicators are; the field's own if None.
        country: The country that is reported on; a place of that name is no part of it.

    """
    if len(text) > PIECE and _numbers(text) > FIGURES:
        return []
    return _read(text, prefix, covers, antecedents, indicators, country=country)


def _read(  # noqa: PLR0913 as above
    text: str,
    prefix: str,
    covers: int | None,
    antecedents: Antecedents,
    indicators: Indicators | None,
    *,
    country: str | None = None,
) -> list[Claim]:
    """Return the claims of a text as :func:`read_claims` does, however many numbers it has."""
    form = normalised(text)
    found: list[Claim] = []
    for start, end in _pieces(form.text):
        piece = form.text[start:end] if start or end < len(form.text) else form.text
        if _may_claim(piece):
            claims = _read_plain(piece, prefix, covers, antecedents, indicators)
            if claims:
                claims = with_parts(scoped(claims, piece, country), piece)
                claims = with_retractions(claims, piece)
                found += _further(claims, prefix, len(found), start) if start else claims
        if end < len(form.text):  # the ids of the next piece's claims are its own so far
            antecedents = Antecedents()
    return found if form.starts is None else [_as_written(c, text, form) for c in found]


def _further(claims: Sequence[Claim], prefix: str, before: int, start: int) -> Iterator[Claim]:
    """Yield the claims of a further piece with their ids and places in the whole text."""
    ids = {claim.id: f"{prefix}#{before + k}" for k, claim in enumerate(claims, 1)}
    for claim in claims:
        yield evolve(
            claim,
            id=ids[claim.id],
            span=(claim.span[0] + start, claim.span[1] + start),
            of=ids.get(claim.of or "", claim.of),
            equivalent=ids.get(claim.equivalent or "", claim.equivalent),
            baseline_of=ids.get(claim.baseline_of or "", claim.baseline_of),
        )


def _as_written(claim: Claim, text: str, form: Mapped) -> Claim:
    """Return a claim with its words and place as they are in the text."""
    start, end = form.span(*claim.span)
    return evolve(claim, text=text[start:end], span=(start, end))


def _read_plain(
    text: str,
    prefix: str,
    covers: int | None,
    antecedents: Antecedents,
    indicators: Indicators | None,
) -> list[Claim]:
    """Return the claims of a text in its plain form, with their places in that."""
    tokens = Tokens(text)
    figures = scan(tokens, READERS, number)
    derive(tokens, figures, antecedents, prefix)
    if not figures:
        return []
    compared = baselines(tokens, figures)
    relations = relate(tokens, figures, antecedents, prefix)
    periods = Periods(tokens, figures)
    context = Context(tokens, figures)
    settings = [context.of(at, relations[at].counted) for at in range(len(figures))]
    claims = [
        _claim(
            (tokens, figure, f"{prefix}#{index + 1}"),
            relations[index],
            settings[index],
            periods.of(index),
            covers,
        )
        for index, figure in enumerate(figures)
    ]
    known = field_indicators() if indicators is None else indicators
    sentence = Sentence(text)
    claims = _compared(_shared(_coordinated(claims, figures, tokens)), figures, compared)
    claims = _restated(claims, text)
    claims = [
        # How many more there were is no point of how many there were.
        claim if figure.shape == "change" else _indicated(claim, sentence, known)
        for claim, figure in zip(claims, figures, strict=True)
    ]
    if any(setting.also for setting in settings):
        claims, told = _of_each_verb(claims, settings, prefix, sentence, known)
    else:
        told = claims
    antecedents.learn(figures, claims)
    return told


def _of_each_verb(
    claims: Sequence[Claim],
    settings: Sequence[Setting],
    prefix: str,
    sentence: Sentence,
    indicators: Indicators,
) -> tuple[list[Claim], list[Claim]]:
    """Return claims under their ids among all, and all: one for each of coordinated verbs.

    "Police arrested and charged 12 men" tells of 12 arrested and of 12 charged. They stand in the
    order of the verbs' figure: its own verb's first.
    """
    starts = list(accumulate((1 + len(each.also) for each in settings), initial=1))
    renamed = {claim.id: f"{prefix}#{at}" for claim, at in zip(claims, starts, strict=False)}
    own: list[Claim] = []
    told: list[Claim] = []
    for claim, setting, start in zip(claims, settings, starts, strict=False):
        first = evolve(
            claim,
            id=renamed[claim.id],
            of=renamed.get(claim.of or "", claim.of),
            equivalent=renamed.get(claim.equivalent or "", claim.equivalent),
            baseline_of=renamed.get(claim.baseline_of or "", claim.baseline_of),
        )
        own.append(first)
        told.append(first)
        for further, event in enumerate(setting.also):
            one = evolve(first, id=f"{prefix}#{start + 1 + further}", event=event, indicator=None)
            told.append(_indicated(one, sentence, indicators))
    return own, told


def _claim(
    said: tuple[Tokens, Figure, str],
    relation: Relation,
    setting: Setting,
    period: Period,
    covers: int | None,
) -> Claim:
    """Write a figure down; its year is the stated one, else the report's (or the one before)."""
    tokens, figure, name = said
    default = None if covers is None else covers - period.back
    end = figure.end if figure.noun is None else max(figure.end, figure.noun[1])
    start, stop = tokens.start[figure.start], tokens.end[end - 1]
    return Claim(
        id=name,
        text=tokens.text[start:stop],
        value=figure.value,
        low=figure.least,
        high=figure.most,
        approximation=figure.approximation,
        unit=figure.unit,
        counted=setting.counted,
        span=(start, stop),
        event=setting.event,
        kind=setting.kind,
        breakdown=setting.breakdown,
        of=relation.of,
        equivalent=relation.equivalent,
        law=setting.law,
        who=setting.who,
        where=setting.where,
        derived=figure.shape == "derived",
        stated=period.stated,
        period=default if period.stated is None else period.stated,
        period_from=period.since,
    )


def _compared(
    claims: list[Claim], figures: list[Figure], compared: Mapping[int, int]
) -> list[Claim]:
    """Give baselines and what is compared with them the noun and event that only one of them says.

    "68 kilos of heroin, down from 146": both are heroin, both were seized.
    """
    for earlier, later in compared.items():
        one, other = claims[earlier], claims[later]
        if figures[earlier].noun is None:
            one = evolve(one, counted=other.counted, breakdown=other.breakdown)
        elif figures[later].noun is None:
            other = evolve(other, counted=one.counted, breakdown=one.breakdown)
        event, law = one.event or other.event, one.law or other.law
        claims[earlier] = evolve(one, event=event, law=law, baseline_of=other.id)
        claims[later] = evolve(other, event=other.event or event)
    return claims


def _indicated(claim: Claim, sentence: Sentence, indicators: Indicators) -> Claim:
    """Name the indicator that a claim is a point of."""
    name = indicators.of(claim, sentence)
    return claim if name is None else evolve(claim, indicator=name)


def _coordinated(claims: list[Claim], figures: list[Figure], tokens: Tokens) -> list[Claim]:
    """Give subjects of one verb its event: "five men, as well as one Ostreler, were arrested"."""
    told = list(claims)
    for at in range(len(told) - 2, -1, -1):
        one, two = told[at], told[at + 1]
        if one.event is not None or two.event is None or {one.unit, two.unit} != {"count"}:
            continue
        noun = figures[at].noun
        end = figures[at].end if noun is None else max(noun[1], figures[at].end)
        between = tokens.low[end : figures[at + 1].start]
        joined = bool(between) and _COORDINATING.issuperset(between) and between != [","]
        if joined and noun_event(two.counted, two.unit) is None:
            told[at] = evolve(one, event=two.event, who=one.who or two.who)
    return told


def _restated(claims: list[Claim], text: str) -> list[Claim]:
    """Give a share in brackets the year of the sum it restates: "$17 billion (or 62 percent"."""
    told: list[Claim] = []
    for claim in claims:
        restates = claim.unit == "percent" and _RESTATING.search(text[: claim.span[0]])
        if restates and told and claim.stated is None:
            of = told[-1]
            told.append(
                evolve(claim, stated=of.stated, period=of.period, period_from=of.period_from)
            )
        else:
            told.append(claim)
    return told


def _shared(claims: list[Claim]) -> list[Claim]:
    """Give parts the event and year of their total, and both amounts of a sum one purpose."""
    if not any(claim.of or claim.equivalent for claim in claims):
        return claims
    known = {claim.id: claim for claim in claims}
    conversions = {claim.equivalent: claim for claim in claims if claim.equivalent}
    shared = []
    for claim in claims:
        whole, local = known.get(claim.of or ""), known.get(claim.equivalent or "")
        counted = claim.counted if local is None else local.counted
        source = whole or local
        converted = conversions.get(claim.id)
        event = claim.event or (None if source is None else source.event)
        dated = next(
            (c for c in (claim, whole, local, converted) if c is not None and c.stated is not None),
            claim,
        )
        shared.append(
            evolve(
                claim,
                counted=counted,
                event=event,
                stated=dated.stated,
                period=dated.period,
                period_from=dated.period_from,
            )
        )
    return shared
