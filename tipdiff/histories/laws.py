"""Laws: the bill that was promised and the law that was passed are one by what they are about.

Between a promise and its keeping a law changes its name: the draft, the bill, "this legislation" is
a law when it is passed. What it is about stays: "the bill on witness protection", "the witness
protection act". A bill that a promise only points at is about what is told around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tipdiff.histories.fulfilment import tells_done
from tipdiff.language.lexicon import FUNCTION
from tipdiff.patterns import regex
from tipdiff.text import folded, words

if TYPE_CHECKING:
    from tipdiff.histories.mentions import Mention
    from tipdiff.language.intentions import Intention

__all__ = ["LIKE", "PASSED", "Laws", "subjects"]

#: How like a promise is what tells that its law was passed.
LIKE: Final = 0.6
#: What a law is called, before and after it is one.
_LAW: Final = regex(r"(?:law|bill|legislation|act|statute|decree|ordinance|amendment)s?")
#: What says of a law that it is new, or what for a law, and not what it is about.
_KINDS: Final = frozenset(
    "new draft comprehensive proposed national federal specific special separate first second "
    "amended revised additional proposing current pending such criminal implementing necessary "
    "government parliament parliamentary ministry justice anti counter".split()
)
#: What a law is about stands behind these.
_ABOUT: Final = frozenset("on against about concerning regarding for prohibiting".split())
#: Words before a law, and words of matter behind it, that tell what it is about.
_BEFORE: Final = 3
_BEHIND: Final = 3
#: Of the words that tell what either law is about, so many are the other's too.
HALF: Final = 0.5
#: Words are compared by so many letters: terrorism and terrorist are one.
_LETTERS: Final = 6
_AGAINST: Final = regex(r"^(?:anti|counter)-?(?=\w{4})")
#: Acts by which a bill becomes a law.
_ACTS: Final = regex(
    r"draft|prepar|develop|elaborat|finali[sz]|complet|introduc|submit|present|adopt|pass|enact|"
    r"approv|vot|enter|come|tak|propos|sign|consider|discuss|debat|promulgat|ratif"
)
#: What is promised itself ("has promised a bill") begins so, and is among so many words.
_ARTICLES: Final = (["a"], ["an"], ["the"], ["new"])
_OBJECT: Final = 5
#: What tells that a law was passed.
PASSED: Final = frozenset("passed adopted enacted approved promulgated signed".split())
_IN_FORCE: Final = regex(
    r"(?<!not )(?<!yet )\b(?:took|taken) effect\b|\b(?:came|entered|went|gone|put|brought) into "
    r"(?:force|effect|law)\b"
)


class Laws:
    """The statements that tell that a law was passed, and what each law is about."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Look for them in the texts of all statements."""
        self._passed = {
            place: found
            for place, text in enumerate(texts)
            if _LAW.search(fold := folded(text)) is not None
            and (tells_done(PASSED, fold) or _IN_FORCE.search(fold) is not None)
            and (found := [about for about in subjects(words(_loose(fold))) if about])
        }

    def passed(self, mention: Mention) -> Iterator[int]:
        """Yield the places of what tells that the law of a promise was passed."""
        if not any(_is_of_law(each) for each in mention.intended):
            return
        own = [
            about
            for each in mention.meant
            for about in subjects(words(_loose(f"{each.before} {each.behind}")))
            if about
        ]
        around = {_root(word) for word in words(_loose(folded(mention.around)))}
        for place, found in self._passed.items():
            if any(_is_about(law, own, around) for law in found):
                yield place


def subjects(told: Sequence[str]) -> Iterator[frozenset[str]]:
    """Yield what each law that is named in some words is about, by the roots of its words.

    It stands before the law ("the witness protection act"), else behind it ("a law on witnesses").
    """
    for at, word in enumerate(told):
        if _LAW.fullmatch(word) is None:
            continue
        before: list[str] = []
        for other in reversed(told[max(at - _BEFORE, 0) : at]):
            if other in FUNCTION or other in PASSED:
                break
            before.append(other)
        behind = told[at + 2 :] if told[at + 1 : at + 2] and told[at + 1] in _ABOUT else []
        about = [w for w in before if w not in _KINDS] or [
            w for w in behind if w not in FUNCTION and w not in _KINDS
        ][:_BEHIND]
        yield frozenset(_root(each) for each in about)


def _is_of_law(intended: Intention) -> bool:
    """Whether an intention is that a law be made: by its act, its object, or as a bill has it."""
    before, behind = (words(side) for side in (intended.before, intended.behind))
    if any(_LAW.fullmatch(word) for word in before):
        return True
    pronoun = before[-1:] == ["it"]
    made = intended.act is not None and _ACTS.match(intended.act) is not None
    promised = behind[:1] in _ARTICLES and any(_LAW.fullmatch(word) for word in behind[:_OBJECT])
    return promised or (made and (pronoun or any(_LAW.fullmatch(word) for word in behind)))


def _is_about(law: frozenset[str], own: Sequence[frozenset[str]], around: set[str]) -> bool:
    if own:
        return any(len(law & each) >= HALF * max(len(law), len(each)) for each in own)
    return len(law & around) >= HALF * len(law)


def _loose(fold: str) -> str:
    return fold.replace("-", " ")


def _root(word: str) -> str:
    return _AGAINST.sub("", word)[:_LETTERS]
