"""A judge of a user's own: asked about the pairs that the model doubts, and heard or not.

The model reads words, not meaning. Where it doubts, a user may ask something that reads: a larger
model, a service, a person. What the judge says takes the place of the model's probability before
links are chosen; where it fails, the model's stays and a line says so. Nothing here knows what a
judge is made of: it is a callable, and what it has answered is kept in a mapping that it is given.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, MutableMapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from attrs import define, evolve, field, frozen

from tipdiff.errors import DataError
from tipdiff.records import DoubtfulPair

if TYPE_CHECKING:
    from tipdiff.alignment.scoring import Judged
    from tipdiff.alignment.sides import Side
    from tipdiff.records import OwnJudge, Section

__all__ = ["Asked", "Heard", "answered", "asked_of", "heard", "key_of", "remembered"]

#: The model doubts what it gives a probability from here to there. On ten comparisons of
#: real cables some 60 pairs each lie between; a judge that is right about all of them brings the F1
#: of links from 0.929 to 0.961, and about every pair to 0.968, at ten times the questions.
DOUBTED_FROM: Final = 0.05
DOUBTED_TO: Final = 0.9
#: The most pairs that a judge is asked about at once: what a cross-encoder takes in one go, and a
#: service in one request.
BATCH: Final = 32
#: After so many batches in a row without a usable answer a judge is asked no more: a service that
#: is down is waited for twice and not forty times.
FAILURES: Final = 2
#: The most that a warning quotes of what went wrong.
QUOTED: Final = 200
#: What is hashed with the texts, so that another way to ask has other keys.
KEYED: Final = "tipdiff/judge/1"


@frozen(eq=False)
class Asked:
    """A judge to ask: the callable, what it is called, and the sections of either text."""

    judge: OwnJudge
    name: str
    sections: tuple[Sequence[Section], Sequence[Section]] | None = None


@frozen(eq=False)
class Heard:
    """What became of asking: the pairs judged anew, what was said, and what went wrong.

    ``said`` holds by old and new statement the model's probability and the judge's.
    """

    judged: Judged
    said: Mapping[tuple[int, int], tuple[float, float]] = field(factory=dict)
    warnings: tuple[str, ...] = ()


def asked_of(
    judge: object, sections: tuple[Sequence[Section], Sequence[Section]] | None = None
) -> Asked | None:
    """Return a judge with its name, None for none.

    Raises:
        DataError: It cannot be called.

    """
    if judge is None:
        return None
    if not callable(judge):
        raise DataError(f"judge: expected a callable, got {type(judge).__name__}")
    name = getattr(judge, "name", None) or getattr(judge, "__qualname__", type(judge).__qualname__)
    return Asked(judge, str(name), sections)


def heard(
    judged: Judged,
    allowed: np.ndarray[Any, Any],
    asked: Asked | None,
    sides: tuple[Side, Side],
    firsts: tuple[Sequence[int], Sequence[int]],
) -> Heard:
    """Ask a judge about the doubtful ones among the pairs that may be linked.

    Args:
        judged: All pairs, judged by the model.
        allowed: Which of them may be linked at all.
        asked: The judge; None to ask nothing.
        sides: The two texts.
        firsts: Where each of their distinct statements stands first.

    """
    if asked is None:
        return Heard(judged)
    doubted = allowed & (judged.probability >= DOUBTED_FROM) & (judged.probability <= DOUBTED_TO)
    here = np.flatnonzero(doubted)
    places = [(int(judged.pairs.old[k]), int(judged.pairs.new[k])) for k in here]
    model = [float(judged.probability[k]) for k in here]
    pairs = [
        _told(asked, sides, (firsts[0][old], firsts[1][new]), score)
        for (old, new), score in zip(places, model, strict=True)
    ]
    found, warnings = _answers(asked, pairs)
    probability, said = judged.probability.copy(), {}
    for k, at, score, own in zip(here, places, model, found, strict=True):
        if own is not None:
            probability[k], said[at] = own, (score, own)
    return Heard(evolve(judged, probability=probability), said, warnings)


def _told(
    asked: Asked, sides: tuple[Side, Side], places: tuple[int, int], score: float
) -> DoubtfulPair:
    """Return what a judge is told of the pair of statements at two places."""
    texts = sides[0].texts, sides[1].texts
    sections = [
        () if asked.sections is None else asked.sections[k][place] for k, place in enumerate(places)
    ]
    before = [text[place - 1] if place else "" for text, place in zip(texts, places, strict=True)]
    after = ["".join(text[p + 1 : p + 2]) for text, p in zip(texts, places, strict=True)]
    return DoubtfulPair(
        texts[0][places[0]],
        texts[1][places[1]],
        sections[0],
        sections[1],
        before[0],
        after[0],
        before[1],
        after[1],
        score,
    )


def _answers(
    asked: Asked, pairs: Sequence[DoubtfulPair]
) -> tuple[list[float | None], tuple[str, ...]]:
    """Return what a judge says of each pair, None where it failed, and a warning if it did."""
    found: list[float | None] = []
    wrong: list[str] = []
    in_a_row = 0
    for start in range(0, len(pairs), BATCH):
        batch = tuple(pairs[start : start + BATCH])
        if in_a_row == FAILURES:
            break
        try:
            found += answered(asked.judge(batch), len(batch))
            in_a_row = 0
        except Exception as error:  # noqa: BLE001 whatever a judge does, the model stands
            found += [None] * len(batch)
            wrong.append(_quoted(error))
            in_a_row += 1
    found += [None] * (len(pairs) - len(found))
    if not wrong:
        return found, ()
    lost = sum(answer is None for answer in found)
    given_up = ", and was asked no more" if in_a_row == FAILURES else ""
    return found, (
        f"the judge {asked.name} failed{given_up}: {lost} of {len(pairs)} doubtful pairs keep the "
        f"model's probability ({wrong[0]})",
    )


def _quoted(error: Exception) -> str:
    """Return what went wrong in a line."""
    told = str(error) if isinstance(error, DataError) else f"{type(error).__name__}: {error}"
    told = " ".join(told.split()).removesuffix(":")
    return told if len(told) <= QUOTED else f"{told[:QUOTED]}..."


def answered(answer: object, count: int) -> list[float]:
    """Return a judge's answer as probabilities.

    Args:
        answer: What it gave: anything that holds numbers, such as a list or an array.
        count: How many pairs it was asked about.

    Raises:
        DataError: The answer has another length, or holds what is no probability.

    """
    if isinstance(answer, str | bytes | Mapping):
        raise DataError(f"it answered with {type(answer).__name__}, not with a list of numbers")
    try:
        given: list[Any] = list(answer)  # type: ignore[call-overload]
        found = [float(each) for each in given]
    except (TypeError, ValueError):
        raise DataError("it answered with something else than a list of numbers") from None
    if len(found) != count:
        raise DataError(f"it gave {len(found)} answers to {count} pairs")
    for each in found:
        if not 0 <= each <= 1:
            raise DataError(f"it answered {each:g}, which is no probability from 0 to 1")
    if any(isinstance(each, str) for each in given):
        raise DataError("it answered with text, not with numbers")
    return found


def key_of(name: str, pair: DoubtfulPair) -> str:
    """Return what a judge's answer about a pair is kept under.

    Args:
        name: The judge's name.
        pair: The pair. The model's own probability is no part of the key, since it depends on
            all that both reports say.

    Returns:
        64 letters and digits, which tell nothing of the text: a SHA-256.

    """
    told = [
        *(KEYED, name, pair.old, pair.new, pair.old_section, pair.new_section),
        *(pair.old_before, pair.old_after, pair.new_before, pair.new_after),
    ]
    from hashlib import sha256  # loads OpenSSL, and most are compared without a judge

    return sha256(json.dumps(told).encode()).hexdigest()


@define(eq=False)
class _Remembered:
    judge: OwnJudge
    answers: MutableMapping[str, float]
    name: str

    def __call__(self, pairs: Sequence[DoubtfulPair]) -> list[float]:
        keys = [key_of(self.name, pair) for pair in pairs]
        unknown = {
            key: pair for key, pair in zip(keys, pairs, strict=True) if key not in self.answers
        }
        if unknown:
            found = answered(self.judge(tuple(unknown.values())), len(unknown))
            self.answers.update(zip(unknown, found, strict=True))
        return [self.answers[key] for key in keys]


def remembered(
    judge: OwnJudge, answers: MutableMapping[str, float], *, name: str | None = None
) -> OwnJudge:
    """Return a judge that asks another one only what has not been answered.

    Args:
        judge: The judge to ask.
        answers: What it has answered, by a key of the texts, the sections, the neighbours and its
            name. New answers are put there; where they are kept is the caller's affair.
        name: What the judge is called; its own name if None. Under another name it is asked anew.

    Returns:
        A judge for :func:`tipdiff.align` and :func:`tipdiff.compare`.

    Raises:
        DataError: The judge cannot be called.

    """
    asked = asked_of(judge)
    if asked is None:
        raise DataError("judge: expected a callable, got None")
    return _Remembered(judge, answers, name or asked.name)
