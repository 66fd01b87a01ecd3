"""Forms: how a copy spells its letters changes no status and no claim.

Invisible marks inside words, ligatures, accents on their own, hyphens at lines' ends and UTF-8 read
as cp1252 are form. A report in another form than its twin has not changed, and says the same.
"""

from __future__ import annotations

import random
import re

from hypothesis import given
from hypothesis import strategies as st

import tipdiff

from . import laws
from .generators import SETTINGS, layouts, models
from .reports import COUNTRY, Layout, Model, render

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c"
LIGATURES = {"ffi": "\ufb03", "ffl": "\ufb04", "ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02"}


def body_of(text: str) -> int:
    """Where the body begins: behind the header, whose words are read by other rules."""
    return text.index("SUBJECT") if "SUBJECT" in text else 0


def inside_words(text: str, mark: str, seed: int) -> str:
    """The text with a mark put into some of its words."""
    chance = random.Random(seed)  # noqa: S311 - which words, not a secret

    def marked(match: re.Match[str]) -> str:
        word = match[0]
        if chance.random() > 0.2:
            return word
        place = chance.randrange(1, len(word))
        return word[:place] + mark + word[place:]

    start = body_of(text)
    return text[:start] + re.sub(r"[a-z]{4,}", marked, text[start:])


def tied(text: str) -> str:
    """The text with ligatures."""
    start = body_of(text)
    for letters, tie in LIGATURES.items():
        text = text[:start] + text[start:].replace(letters, tie)
    return text


def broken(text: str, seed: int) -> str:
    """The text with words broken at some lines' ends, that stand whole elsewhere or end so."""
    chance = random.Random(seed)  # noqa: S311 - which words, not a secret
    words = set(re.findall(r"[a-z]+", text))

    def wrapped(match: re.Match[str]) -> str:
        first, ending = match[1], match[2]
        return f"{first}-\n{ending} " if first not in words and chance.random() < 0.5 else match[0]

    start = body_of(text)
    return text[:start] + re.sub(
        r"(?<= )([a-z]{3,8})(tion|tions|ment|ments|ding|ted|ties)\s", wrapped, text[start:]
    )


def same(old: str, new: str) -> None:
    """Nothing has changed, and both say the same figures."""
    before = tipdiff.read(old, country=COUNTRY, year=2007)
    after = tipdiff.read(new, country=COUNTRY, year=2007)
    comparison = tipdiff.compare(before, after)

    assert {c.status for c in comparison.changes} <= {"unchanged"}
    assert laws.exit_code(comparison) == 0

    told = [
        [
            (c.value, c.low, c.high, c.unit, c.counted, c.event, c.period)
            for s in report.statements
            for c in tipdiff.extract_claims(s.text)
        ]
        for report in (before, after)
    ]

    assert told[0] == told[1]

    laws.shape(after)
    laws.coverage(after, {after.statements[0].source: new} if after.statements else {})


@given(
    model=models(),
    layout=layouts(),
    mark=st.sampled_from(INVISIBLE),
    seed=st.integers(0, 9999),
)
@SETTINGS
def test_invisible_marks(model: Model, layout: Layout, mark: str, seed: int) -> None:
    """Marks that nobody sees change nothing."""
    text = render(model, layout)

    same(text, inside_words(text, mark, seed))


@given(model=models(), layout=layouts())
@SETTINGS
def test_ligatures(model: Model, layout: Layout) -> None:
    """Nor do letters tied together."""
    text = render(model, layout)

    same(text, tied(text))


@given(model=models(), layout=layouts(), seed=st.integers(0, 9999))
@SETTINGS
def test_broken_words(model: Model, layout: Layout, seed: int) -> None:
    """Nor do words broken at lines' ends."""
    text = render(model, layout)

    same(text, broken(text, seed))
