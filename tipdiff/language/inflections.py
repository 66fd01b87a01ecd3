"""The forms of regular English verbs and nouns, made from one."""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["VerbForms", "plural", "verb_forms"]

_VOWELS: Final = frozenset("aeiou")
#: Behind these an s is spoken with a vowel: "dismisses", "searches".
_HISSING: Final = ("s", "x", "z", "ch", "sh")


class VerbForms(NamedTuple):
    """The forms of a verb; the past is the participle too."""

    base: str
    third: str
    past: str
    ing: str


def plural(noun: str) -> str:
    """Return the plural of a regular noun, which is also the third person of a regular verb."""
    if noun.endswith("y") and noun[-2] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(_HISSING) else "s")


def verb_forms(verb: str) -> VerbForms:
    """Return the forms of a verb.

    Args:
        verb: Its base ("arrest"); behind a slash its past, where that is not regular or doubles a
            letter ("spend/spent", "refer/referred"), which no spelling tells.

    """
    base, _, past = verb.partition("/")
    stem = past.removesuffix("ed") if past.endswith("ed") and past.startswith(base) else base
    if base.endswith("e") and not base.endswith("ee"):
        stem = base[:-1]
    if not past:
        y = base.endswith("y") and base[-2] not in _VOWELS
        past = (base[:-1] + "i" if y else base.removesuffix("e")) + "ed"
    return VerbForms(base, plural(base), past, stem + "ing")
