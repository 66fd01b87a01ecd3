"""Whether an edit touches the form of a statement alone: then an output may fold it to a count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.patterns import regex
from tipdiff.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tipdiff.records import Change

__all__ = ["FORMS", "bare", "is_of_form", "only_form"]

#: What is form: (pattern, what it becomes, a sample then and now). Case is folded before. The order
#: matters: what names a place in the report goes before the marks that it is written with.
FORMS: Final = (
    (
        r"\b((?:sub)?(?:paras?|paragraphs?|sections?|questions?|items?|tabs?)|ref(?:tel)?s?|see"
        r"|keyed to|beginning at)\.?\s+(?:\d+\.?[a-z]?(?:\.\d+)?|[a-z]\.?\d+|[a-z]\b)\.?",
        r"\1",
        "As paragraph 18G says, the quay is shut. / As paragraph 21C says, the quay is shut.",
    ),
    (
        r"^\W*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):]|[-*o\u2022])\s+",
        "",
        "b) The quay is shut. / - The quay is shut.",
    ),
    (
        r"\b(\d{1,3}) (and|to) (\d{1,3}) thousand\b",
        r"\1,000 \2 \3,000",
        "From 20 to 25 thousand crowns went. / From 20,000 to 25,000 crowns went.",
    ),
    (r"\b(\d{1,3}) thousand\b", r"\1,000", "He paid 10 thousand crowns. / He paid 10,000 crowns."),
    (r"['\"]", "", "The clerks' quay is shut. / The clerks quay is shut."),
    (r"(?<=\w)\s?-\s?(?=\w)", "", "The non-local quay is shut. / The nonlocal quay is shut."),
    (r"(?<!\d)[.,;:]|[.,;:](?!\d)", "", "The quay, now shut, is old. / The quay now shut is old."),
    (
        r"\b(?:an?|the|of|for|in|on|at|that|which|such|also|however|further(?:more)?|moreover"
        r"|additionally)\b",
        "",
        "The clerks of the quay also sang. / Clerks at the quay sang.",
    ),
    (r"\s+", " ", "The quay : now shut. / The quay now shut."),
)
_FORMS = tuple((regex(pattern), becomes) for pattern, becomes, _ in FORMS)
#: Traits that an edit of form may bear.
TRAITS: Final = frozenset({"wording", "garbled", "moved", "repeated"})


def bare(text: str) -> str:
    """Return a text without case, marks, list marks, numbering and words without content."""
    text = folded(text).casefold()
    for pattern, becomes in _FORMS:
        text = pattern.sub(becomes, text)
    return text.strip()


def is_of_form(change: Change) -> bool:
    """Whether a changed statement says what it said, written otherwise.

    No figure of it differs, and nothing but its form or letters lost in transmission do.
    """
    if change.status != "changed" or any(claim.status != "unchanged" for claim in change.claims):
        return False
    return only_form(change.traits, (s.text for s in change.old), (s.text for s in change.new))


def only_form(traits: Iterable[str], old: Iterable[str], new: Iterable[str]) -> bool:
    """Whether what was edited so says what it said.

    Args:
        traits: Of the edit, none where the texts were not compared.
        old: The texts before.
        new: The texts after.

    """
    found = set(traits)
    if not found <= TRAITS:
        return False
    if "garbled" in found and "wording" not in found:
        return True
    return {bare(text) for text in old} == {bare(text) for text in new}
