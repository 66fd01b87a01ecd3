"""What a text negates, and whether another text says the opposite of it.

A negation reaches over the next few content words. Two texts contradict each other where one
negates what the other says without negation; a "not" that stands by other matter reverses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile
from typing import Final

from attrs import frozen

from tipdiff.patterns import regex
from tipdiff.text import NUMBER_WORDS, WORD

__all__ = ["reverses"]

#: Words that negate what follows them, by what they deny: a thing, an act, or (verbs) what their
#: object says.
DENIED: Final = {
    word: denied
    for denied, words in {
        "thing": "no none neither nobody nothing lack lacks lacked lacking",
        "act": "not never nor cannot",
        "object": "unable fail fails failed failing refuse refuses refused refusing",
    }.items()
    for word in words.split()
}
#: Words that come near to a negation: what stands beside "no" is weaker, and nothing turned round.
NEARLY: Final = frozenset("few little hardly scarcely seldom rarely barely".split())
_SHORT_NOT = regex(r"n't\b")
#: What a text must hold to negate anything.
_NEGATES = regex(rf"\b(?:{'|'.join(DENIED)}|rather|instead|in[aesc]\w+|un\w+|impossible)\b|n't")
#: Phrases with a negation in them that negate nothing, and what they come to.
NOT_NEGATIONS: Final = tuple(
    (regex(rf"\b{phrase}\b"), instead)
    for phrase, instead in (
        ("not (?:a few|only|least|merely|just)", "many"),
        ("(?:almost|nearly|virtually|practically) (?:no|none|nothing|nobody|never)", "little"),
        ("an? (?:few|little)", "some"),
        (r"no (?:more|later|less|fewer|longer) than", "at most"),
        ("none longer than", "at most"),
        ("no one", "nobody"),
        ("rather than|instead of", "not"),
        ("no doubt", "surely"),
        ("no matter", "even"),
        ("if not", "or"),
        ("cannot but", "must"),
    )
)
#: A thing that is wanting, named in passing: "closed for lack of funds", "the lack of a port". Only
#: where the texts are close is it set against what the other says; that "there is a lack of pilots"
#: denies that there are pilots anywhere.
_WANTING = regex(r"\black of\b")
_THERE_IS_NO = regex(
    r"\bthere (?:is|was|remains|remained|has been|continues to be) (?:\w+ ){0,3}lack of\b"
)
#: Words that negate what they are made of. Those that go with a noun ("illegal migrants", who may
#: have legal advice) are left out.
_PREFIXED = regex(
    r"\b(?:in(?=(?:adequate|sufficient|effective|complete|accurate)(?:ly)?\b)"
    r"|un(?=(?:willing|clear|aware|cooperative|successful|reliable|available)(?:ly)?\b)"
    r"|im(?=possible\b))"
)
#: Words that a negation reaches over without touching them.
_EMPTY: Final = frozenset(
    "a an the any some of in on at to by for with from and or as be been being is are was were has "
    "have had do does did will would can could may might should must it its their his her they he "
    "she this that these those there who which such longer yet ever so far also either "
    "generally usually often always normally currently specifically necessarily fully formally "
    "officially regularly really just only still already "
    # what every statement of such a report is about
    "trafficking trafficked trafficker traffickers traffic".split()
)
#: Stems of when something was: that two texts tell of one time is nothing that both say.
_TIMES: Final = frozenset({"during", "report", "period", "year"})
#: A word, or the end of a clause, which no negation reaches over.
_TOKEN = regex(rf"{WORD.pattern}|[;:,()]|\.(?= |$)")
#: What a negation is said to be about where it is about what follows: no reports of ferries.
_REPORTED: Final = frozenset(
    "report reports reported case cases evidence instances indication indications information "
    "record records sign signs known".split()
)
#: How many content words a negation reaches over.
REACH: Final = 3
#: Words that begin another clause.
_JOINING: Final = frozenset("and but or".split())
#: The share of them that the other text must say as well.
SHARED: Final = 0.5
#: Letters by which forms of a word are the same: official, officials; confuse, confuses.
STEM: Final = 6


def _stem(word: str) -> str:
    return word.removesuffix("s")[:STEM].removesuffix("e")


def _plain(fold: str, *, close: bool = True) -> list[str]:
    fold = _THERE_IS_NO.sub("no", fold)
    if not close:
        fold = _WANTING.sub("want of", fold)
    text = _PREFIXED.sub("not ", _SHORT_NOT.sub(" not", fold))
    for pattern, instead in NOT_NEGATIONS:
        text = pattern.sub(instead, text)
    return _TOKEN.findall(text)


@frozen(eq=False)
class _Scope:
    """A negation: what it denies, the content words it is about, and all it reaches.

    ``clause`` are the content words up to the end of its clause: "no gaps emerge" denies what "gaps
    do not emerge" denies.
    """

    denies: str
    stems: Sequence[str]
    reached: Sequence[str]
    clause: frozenset[str]


def _scopes(plain: Sequence[str]) -> list[_Scope]:
    """Return what each negation reaches over."""
    scopes = []
    for place, word in enumerate(plain):
        if word in DENIED or word in NEARLY:
            clause = takewhile(lambda w: w[0].isalnum(), plain[place + 1 : place + 4 * REACH])
            after = [w for w in clause if w not in _EMPTY and w not in NUMBER_WORDS]
            about = [w for w in after if w not in _REPORTED] or after
            stems, reached = (
                [_stem(w) for w in each[:REACH] if w not in DENIED] for each in (about, after)
            )
            ended = takewhile(lambda w: w[0].isalnum() and w not in _JOINING, plain[place + 1 :])
            whole = frozenset(_stem(w) for w in ended if w not in _EMPTY)
            scopes.append(_Scope(DENIED.get(word, ""), stems, [*stems, *reached], whole))
    return scopes


def reverses(old: str, new: str, *, close: bool = True) -> bool:
    """Whether one of two folded texts negates what the other says without negation.

    Args:
        old: The one.
        new: The other.
        close: Whether they are so alike that single words can be set against each other.

    """
    if _turned_round(old, new):
        return True
    if not (_NEGATES.search(old) or _NEGATES.search(new)):
        return False
    sides = _plain(old, close=close), _plain(new, close=close)
    scopes = _scopes(sides[0]), _scopes(sides[1])
    for mine, theirs in ((0, 1), (1, 0)):
        said = {_stem(word) for word in sides[theirs]}
        denied = {stem for scope in scopes[theirs] for stem in scope.reached}
        acts = {scope.stems[0] for scope in scopes[theirs] if scope.stems}
        things = [scope for scope in scopes[theirs] if scope.denies == "thing"]
        own = {_stem(word) for word in sides[mine]}
        if any(
            scope.denies
            and acts.isdisjoint(scope.clause)
            and not any(_same_denial(scope, thing, own) for thing in things)
            and _denies(scope, said, denied)
            for scope in scopes[mine]
        ):
            return True
    return False


def _same_denial(act: _Scope, thing: _Scope, said: AbstractSet[str]) -> bool:
    """Whether an act is denied of a thing that the other text denies with what it does.

    ``said`` is what the text of the act says: "long gaps do not emerge as it goes on" is no more
    than "no new gaps emerge as it goes on".
    """
    return (
        act.denies == "act"
        and bool(act.stems)
        and act.stems[0] in thing.clause
        and not said.isdisjoint(thing.stems)
    )


def _turned_round(old: str, new: str) -> bool:
    """Whether one text is a bare yes and the other a bare no."""
    said = {text.strip(" .!") for text in (old, new)}
    return said in ({"yes", "no"}, {"yes", "none"}, {"yes", "never"})


def _denies(scope: _Scope, said: AbstractSet[str], denied: AbstractSet[str]) -> bool:
    """Whether a negation is of what another text says, and does not deny itself.

    The word right behind the negation decides where the other text has it: "no boat and depends"
    is turned round by "a boat and no longer depends". Where it has not, and an act is denied ("has
    not left the drawer"), one word in common is chance.
    """
    shared = [stem for stem in scope.stems if stem in said and stem not in _TIMES]
    if not shared or len(shared) < SHARED * len(scope.stems):
        return False
    if scope.stems[0] in shared:
        return scope.stems[0] not in denied
    enough = {"thing": 1, "act": 2}.get(scope.denies)
    return enough is not None and len(shared) >= enough and denied.isdisjoint(shared)
