"""Laws of claims: what holds for any number, any sentence and any pair of lists."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tipdiff.claims import extract_claims, figures_differ, pair_claims

if TYPE_CHECKING:
    from tipdiff.records import Claim

# Numbers are written here by code of their own, apart from the grammar that reads them.

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
GROUPS = (("million", 10**6), ("thousand", 10**3))


def below_hundred(number: int) -> str:
    """Spell a number below one hundred."""
    if number < 20:
        return ONES[number]
    ten, one = divmod(number, 10)
    return TENS[ten] + (f"-{ONES[one]}" if one else "")


def below_thousand(number: int, joint: str) -> str:
    """Spell a number below one thousand; ``joint`` stands behind its hundreds."""
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return below_hundred(rest)
    head = f"{ONES[hundreds]} hundred"
    return f"{head}{joint}{below_hundred(rest)}" if rest else head


def spelt(number: int, joint: str) -> str:
    """Spell a number up to the millions."""
    parts = []
    for name, size in GROUPS:
        count, number = divmod(number, size)
        if count:
            parts.append(f"{below_thousand(count, joint)} {name}")
    if number or not parts:
        parts.append(below_thousand(number, joint))
    return " ".join(parts)


FORMS = {
    "plain": str,
    "commas": lambda n: f"{n:,}",
    "spaces": lambda n: f"{n:,}".replace(",", " "),
    "points": lambda n: f"{n:,}".replace(",", "."),
    "words": lambda n: spelt(n, " "),
    "words and": lambda n: spelt(n, " and "),
    "both": lambda n: f"{spelt(n, ' ')} ({n:,})",
}


#: Parts of a whole, by their number.
PARTS = {3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 10: "tenth"}
#: Ways to write a sum, and its unit.
SUMS = {
    "sign": ("${:,}", "money:USD"),
    "code before": ("EUR {:,}", "money:EUR"),
    "code behind": ("{:,} ZWD", "money:ZWD"),
    "name": ("{:,} Danish crowns", "money:DKK"),
    "both": ("US ${:,}", "money:USD"),
}
#: Words of a bound: what they make of the number, and which ends are known.
BOUNDS = {
    "about": ("about", (True, True)),
    "nearly": ("about", (True, True)),
    "more than": ("over", (True, False)),
    "at least": ("at least", (True, False)),
    "fewer than": ("under", (False, True)),
    "up to": ("at most", (False, True)),
    "no more than": ("at most", (False, True)),
}


def may_be_year(number: int) -> bool:
    """Whether four plain digits could be a year."""
    return 1000 <= number <= 2999


class TestNumbersReadBack:
    """Any number in any supported form reads back as itself."""

    @given(st.integers(2, 99_999_999), st.sampled_from(sorted(FORMS)))
    @example(1_000_000, "words")
    @example(1_000_001, "words and")
    @example(110, "words and")
    @example(2006, "commas")
    def test_counts(self, number: int, form: str) -> None:
        """A count is read with its value, and it is the only claim."""
        if form == "plain" and may_be_year(number):
            number += 2000
        text = f"The agency reached {FORMS[form](number)} pupils in the villages."

        [claim] = extract_claims(text)

        assert (claim.value, claim.unit, claim.counted) == (number, "count", "pupils")

    @given(st.integers(1, 999), st.sampled_from(["thousand", "million", "billion", "trillion"]))
    def test_scales(self, tenths: int, scale: str) -> None:
        """A decimal before a scale is multiplied by it."""
        size = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}[scale]
        [claim] = extract_claims(f"The agency spent {tenths / 10:.1f} {scale} euros.")

        assert claim.value == pytest.approx(tenths * size / 10)
        assert claim.unit == "money:EUR"

    @given(st.integers(0, 1000), st.sampled_from(["%", " percent", " per cent"]))
    def test_percents(self, tenths: int, sign: str) -> None:
        """A percentage is read in percent."""
        [claim] = extract_claims(f"The share was {tenths / 10:.1f}{sign} of all pupils.")

        assert claim.value == pytest.approx(tenths / 10)
        assert claim.unit == "percent"

    @given(
        st.integers(2, 400),
        st.integers(1, 400),
        st.sampled_from(
            ["{}-{} days", "{} to {} days", "between {} and {} days", "{} days to {} days"]
        ),
    )
    def test_ranges(self, low: int, step: int, form: str) -> None:
        """A range has both its ends."""
        [claim] = extract_claims(f"The stay was {form.format(low, low + step)}.")

        assert (claim.value, claim.low, claim.high) == (None, low, low + step)
        assert claim.unit == "duration:day"

    @given(above=st.integers(1, 19), below=st.integers(2, 20), words=st.booleans())
    @example(above=9, below=11, words=False)  # a share, not the attacks
    def test_fractions(self, above: int, below: int, words: bool) -> None:
        """A fraction, in figures or in words, is read as a share."""
        above = min(above, below - 1)
        text = f"{above}/{below}"
        if words and below in PARTS:
            text = f"{ONES[above]}-{PARTS[below]}{'s' if above > 1 else ''}"
        [claim] = extract_claims(f"The league said that {text} of the weavers agreed.")

        assert claim.value == pytest.approx(100 * above / below, abs=0.006)
        assert (claim.unit, claim.counted) == ("percent", "weavers")

    @given(st.integers(2, 9_999_999), st.sampled_from(sorted(SUMS)))
    def test_sums(self, amount: int, form: str) -> None:
        """A sum is read with its code, whichever side its currency stands on."""
        [claim] = extract_claims(f"The ministry paid {SUMS[form][0].format(amount)} for boats.")

        assert (claim.value, claim.unit) == (amount, SUMS[form][1])

    @given(st.integers(2, 99), st.sampled_from(["hour", "day", "week", "month", "year"]))
    def test_durations(self, number: int, unit: str) -> None:
        """A stretch of time is read in figures and in words, beside its unit or hyphened to it."""
        for text in (
            f"{number} {unit}s",
            f"{below_hundred(number)} {unit}s",
            f"{number}-{unit}",
        ):
            [claim] = extract_claims(f"The trial took {text} in all.")

            assert (claim.value, claim.unit) == (number, f"duration:{unit}")

    @given(st.integers(2, 11), st.sampled_from(["dozen", "hundred", "thousand", "million"]))
    def test_words_with_scales(self, number: int, scale: str) -> None:
        """A small number before a scale, in figures or words, and the half of a scale."""
        size = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6}[scale]
        for text, value in (
            (f"{number} {scale}", number * size),
            (f"{ONES[number]} {scale}", number * size),
            (f"half a {scale}", size // 2),
        ):
            [claim] = extract_claims(f"The fair drew {text} visitors.")

            assert (claim.value, claim.counted) == (value, "visitors")

    @given(st.integers(2, 90), st.sampled_from(sorted(BOUNDS)))
    def test_bounds(self, number: int, words: str) -> None:
        """A bound leaves its side open and the value as it is."""
        [claim] = extract_claims(f"The parish fed {words} {number} orphans.")
        ends = claim.low is not None, claim.high is not None

        assert (claim.value, claim.approximation) == (number, BOUNDS[words][0])
        assert ends == BOUNDS[words][1]


TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=120) | st.lists(
    st.sampled_from(
        "one two twelve half third dozen dozens million percent % $ euros ( ) - / . , : ; and "
        "or  to of in between from than more about over up under the a no none any not once "
        "twice double  12 1,250 3.6 2006 1/4 (39) women cases years old aged police arrested "
        "convicted law  article remainder the rest Varona Ostreli point hundred and-a-half "
        "\u00bd \u2013 US ZWD  hours seventh year".split()
    ),
    max_size=24,
).map(" ".join)


class TestSpans:
    """Claims lie in the text."""

    @given(TEXTS)
    @example("5B")
    @example("\u0130 12 women")
    @example("the remainder")
    @example("double-digit")
    def test_text_is_where_the_span_says(self, text: str) -> None:
        """The text of a claim is what its span cuts out, and spans follow each other."""
        claims = extract_claims(text)

        assert [text[slice(*claim.span)] for claim in claims] == [claim.text for claim in claims]
        assert all(claim.text.strip() == claim.text != "" for claim in claims)
        assert all(one.span[0] < two.span[0] for one, two in pairwise(claims))

    @given(TEXTS)
    def test_ends_agree_with_the_value(self, text: str) -> None:
        """A value lies on the ends that are there; a range has both and is in order."""
        for claim in extract_claims(text):
            ends = [end for end in (claim.low, claim.high) if end is not None]

            assert ends
            assert ends == sorted(ends)
            assert claim.value is None or set(ends) == {claim.value}
            assert claim.value is not None or len(ends) == 2

    @given(TEXTS)
    def test_references_are_to_claims(self, text: str) -> None:
        """Totals and equivalents are claims of the same text, other than the claim itself."""
        claims = extract_claims(text)
        ids = [claim.id for claim in claims]

        assert ids == [f"#{n}" for n in range(1, len(claims) + 1)]
        assert {c.of for c in claims} | {c.equivalent for c in claims} <= {*ids, None}
        assert all(claim.id not in {claim.of, claim.equivalent} for claim in claims)


SENTENCES = (
    "Police arrested 16 clerks.",
    "There were no trials at all.",
    "The ministry spent 5,000 euros (about $6,000) on beds.",
    "One fourth of the girls came from Ostrel.",
    "In 2005 the unit met twelve women, three of them from Ostrel.",
    "The term is three to seven years.",
)
QUIET = (
    "The town lies by the sea.",
    "Officials remain willing.",
    "The harbor was calm.",
    "Nurses visit the shelter.",
)


class TestQuietSentences:
    """A sentence without a number changes no claim."""

    @given(st.lists(st.sampled_from(SENTENCES), max_size=4), st.sampled_from(QUIET), st.data())
    def test_insertion(self, told: list[str], quiet: str, data: st.DataObject) -> None:
        """Wherever it is put in, every claim keeps value, unit and bound."""
        at = data.draw(st.integers(0, len(told)))
        before = extract_claims(" ".join(told))
        after = extract_claims(" ".join([*told[:at], quiet, *told[at:]]))

        assert [shape(claim) for claim in after] == [shape(claim) for claim in before]


def shape(claim: Claim) -> tuple[object, ...]:
    """Return what a claim says by itself."""
    return claim.value, claim.low, claim.high, claim.unit, claim.approximation, claim.counted


class TestPairs:
    """Pairing partitions the claims."""

    @given(TEXTS, TEXTS)
    def test_every_claim_once(self, old: str, new: str) -> None:
        """Each claim of both sides stands in exactly one change, the new ones in their order."""
        before, after = extract_claims(old), extract_claims(new)
        changes = pair_claims(before, after)

        assert [c.new for c in changes if c.new] == after
        assert sorted(c.old.id for c in changes if c.old) == sorted(c.id for c in before)
        assert all((c.status == "dropped") == (c.new is None) for c in changes)
        assert all((c.status == "new") == (c.old is None) for c in changes)

    @given(TEXTS)
    def test_itself(self, text: str) -> None:
        """A sentence beside itself has no figure that differs."""
        changes = pair_claims(extract_claims(text), extract_claims(text))

        assert not figures_differ(changes)
        assert all(change.status == "unchanged" for change in changes)

    @given(TEXTS, TEXTS)
    def test_swap(self, old: str, new: str) -> None:
        """The other way round, as many figures are paired, and new and dropped change places."""
        forth = [c.status for c in pair_claims(extract_claims(old), extract_claims(new))]
        back = [c.status for c in pair_claims(extract_claims(new), extract_claims(old))]
        mirror = {"new": "dropped", "dropped": "new"}

        assert sorted(mirror.get(status, status) for status in back) == sorted(forth)


class TestLongTexts:
    """Long texts are read to their end, in time that grows as they do."""

    @pytest.mark.parametrize(
        "piece",
        [
            "9",
            "one ",
            "12 (",
            "between 4 and ",
            "of the 12 ",
            "a@b.c ",
            "million ",
            "under the ",
            "; 5 euros (",
            "arrested 5 men for ",
            "in 2005 three, ",
            "12 of 30 were ",
            "hours 5, chief 6, ",
            "5 (five in 2017) ",
        ],
    )
    def test_hostile_repetition(self, piece: str) -> None:
        """However often a piece is repeated, each claim lies in the text."""
        text = piece * (60_000 // len(piece))

        claims = extract_claims(text)

        assert all(text[slice(*claim.span)] == claim.text for claim in claims[-3:])
        assert extract_claims(text + " Police arrested 16 clerks.")[-1].value == 16

    @pytest.mark.parametrize(
        "piece", ["9", "(", "a@b.c ", "<a1>", "the remainder ", "million ", "under the ", "5/"]
    )
    def test_a_million_letters(self, piece: str) -> None:
        """A million letters are read to their end; what looked back would never get there."""
        text = piece * (1_000_000 // len(piece))

        assert extract_claims(text + ". Police arrested 16 clerks.")[-1].value == 16
