"""The words of numbers: units, tens, scales, fractions, signs, and vague magnitudes."""

from __future__ import annotations

import re
from typing import Final

from tipdiff.patterns import regex

__all__ = [
    "EVERY",
    "FRACTIONS",
    "GLUED_SCALES",
    "HABIT",
    "NOUGHTS",
    "NUMBERS",
    "ORDINAL_DIGITS",
    "PLURAL_SCALES",
    "REGULAR",
    "SCALES",
    "SECOND",
    "SIGNS",
    "TENS",
    "TIMES",
    "UNITS",
    "VAGUE",
]

#: Words below one hundred.
UNITS: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS: Final = {
    word: value * 10
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
TENS["fourty"] = 40  # a misspelling that cables keep
NUMBERS: Final = UNITS | TENS

#: Words that multiply what stands before them ("three hundred", "4.3 trillion", "two dozen").
SCALES: Final = {
    "dozen": 12,
    "dozens": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1000,
    "lakh": 10**5,
    "lakhs": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "mil": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "mrd": 10**9,
    "tn": 10**12,
    "tln": 10**12,
}
#: Plurals that multiply a figure right before them ("3 millions"), and are vague without one.
PLURAL_SCALES: Final = {
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
}
#: What ends an ordinal of several words: "twenty-third", "hundred and first".
ORDINAL_DIGITS: Final = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth".split()
)
#: Letters that multiply only where they touch the figure ("10k", "$2.7m").
GLUED_SCALES: Final = {"k": 1000, "m": 10**6, "b": 10**9, "t": 10**12, "mm": 10**6}

#: Denominators in words; those of two forms say one part and several ("one third", "two thirds").
FRACTIONS: Final = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "ninth": 9,
    "ninths": 9,
    "tenth": 10,
    "tenths": 10,
    "eleventh": 11,
    "elevenths": 11,
    "twelfth": 12,
    "twelfths": 12,
    "twentieth": 20,
    "twentieths": 20,
    "hundredth": 100,
    "hundredths": 100,
    "thousandth": 1000,
    "thousandths": 1000,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}
#: Noughts of spoken decimals: "nought point five", "nine point nought four".
NOUGHTS: Final = frozenset({"nought", "naught", "oh"})
SIGNS: Final = {"\u00bd": 0.5, "\u2153": 1 / 3, "\u2154": 2 / 3, "\u00bc": 0.25, "\u00be": 0.75}

#: Vague magnitudes, as ranges: from twice the unit up to the next magnitude.
VAGUE: Final = {
    "tens": (20, 99),
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "thousands": (2000, 9999),
    "millions": (2 * 10**6, 99 * 10**6),
    "billions": (2 * 10**9, 99 * 10**9),
}

#: How often something was done.
TIMES: Final = {"once": 1, "twice": 2, "thrice": 3}
#: How often a year something is done that is done so: "met quarterly", "met every other month".
REGULAR: Final = {"weekly": 52, "monthly": 12, "quarterly": 4}
EVERY: Final = {"week": 52, "month": 12}
SECOND: Final = frozenset({"other", "second"})

#: How often something is done, at the end of a text: "quarterly", "twice", "every other month".
HABIT: Final = regex(
    rf"\b(?:{'|'.join((*REGULAR, *TIMES))}"
    rf"|every (?:(?:{'|'.join(sorted(SECOND))}) )?(?:{'|'.join(EVERY)}))$",
    re.IGNORECASE,
)
