"""Promises: statements about what is intended, and what the history says became of them.

Whether a promise was kept is for a reader to judge; what the texts say of it is not. A later
version that tells the promised act as done is ``kept``, one that says it was not is ``not kept``,
one that only is no promise any more is ``taken up``, and all are shown with their words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from attrs import frozen

from tipdiff.text import folded, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tipdiff.histories.records import Thread, Version

__all__ = [
    "INTENTIONS",
    "NO_INTENTIONS",
    "OUTCOMES",
    "REGULAR",
    "Promise",
    "is_promise",
    "outcome",
    "promises",
]

#: An adverb that may stand inside a pattern, written ``%`` there: "is currently drafting".
_ADVERB: Final = r"(?:\w+ly |also |still |now |once more |again |eventually )?"

#: Words of intention, each with an invented sample. What they lead to follows them.
INTENTIONS: Final = (
    (
        r"\b(?:is|are|was|were|has been|have been) %planning (?:to|for)\b",
        "Two towns are planning to hire guards.",
    ),
    (r"\bplan(?:s|ned) %(?:to|on)\b", "The ministry plans eventually to open a shelter."),
    (
        r"(?<!action )(?<!work )(?<!national )(?<!regional )(?<!draft )(?<!final )\bplan to\b",
        "The police and the union plan to meet.",
    ),
    (
        r"\b(?:is|are) %(?:planned|scheduled|slated|due) (?:to|for)\b",
        "A course is planned for May.",
    ),
    (
        r"\b(?:has|have|had|are) plans (?:to|for)\b|\bplans (?:are|is) under way\b",
        "Plans are under way for a course.",
    ),
    (
        r"\b(?:intends?|had intended|(?:is|are) intending) to\b|\bintention (?:to|of)\b",
        "Officials intend to sign.",
    ),
    (r"\bwill %(?!not\b|to\b|of\b|than\b|and\b|have\b)", "The council will vote in May."),
    (
        r"\bhop(?:e|es|ed) %(?:to|that|for)\b|\b(?:is|are) %hoping (?:to|that|for)\b",
        "The police hope to hire five officers.",
    ),
    (
        r"\bexpect(?:s|ed)? %(?:to|that)\b|\b(?:is|are) %expected to\b",
        "A vote is expected to pass.",
    ),
    (
        r"\b(?:promis|pledg)(?:e|es|ed|ing) (?:to|that)\b",
        "The mayor promised to do it.",
    ),
    (
        r"\b(?:has|have|had) %(?:promised|pledged) (?:an? |the |\d)",
        "The minister has promised a bill.",
    ),
    (r"\b(?:commit(?:s|ted)?|agreed) to\b", "The towns agreed to share their lists."),
    (
        r"\b(?:announced?|announcement|promised?|pledged?) (?:[\w,]+ ){0,8}?would\b",
        "The union announced that it would pay.",
    ),
    (
        r"\b(?:is|are) %(?:considering|drafting|preparing|developing|being (?:drafted|prepared))\b",
        "Parliament is now drafting a law.",
    ),
)
#: What looks like one and is none, each with an invented sample: what others do, what does not
#: depend on anybody, a plan that there is not.
NO_INTENTIONS: Final = (
    (r"\bno (?:\w+ )?plans\b|\bnot plan(?:ning)? to\b", "There are no plans to build."),
    (r"\b(?:the|political|no|a|good|of) will\b", "The political will is there."),
    (
        r"\b(?:there|few|many|most|any|some|women|girls|men|victims|workers|clients|customers|traffickers|"
        r"smugglers|employers|year|years|time) will\b",
        "Few victims will speak in court.",
    ),
    (
        r"\bwill be (?:sanctioned|punished|fined|imprisoned|sentenced|liable|imposed)\b"
        r"|\b(?:sentence|penalty|punishment|fine|term) will\b",
        "Whoever sells a child will be punished.",
    ),
    (r"\bwhether (?:[\w/]+ ){0,8}will\b", "It is not known whether she will return."),
    (
        r"\bwill (?:be (?:able|possible|necessary)|depend|show|tell)\b",
        "It will depend on the court.",
    ),
    (
        r"\b(?:workers|women|girls|migrants|persons|employees|students) plan(?:ning)? to\b",
        "Many women plan to go abroad.",
    ),
)
_INTENTIONS: Final = tuple(re.compile(p.replace("%", _ADVERB)) for p, _ in INTENTIONS)
_NO_INTENTIONS: Final = tuple(re.compile(pattern) for pattern, _ in NO_INTENTIONS)
#: A later version that says so tells that nothing has come of it.
_NOT_DONE: Final = re.compile(
    r"\b(?:has|have|had|was|were|did|does|do|is|are) (?:still )?not\b"
    r"|\bno longer (?:plan|intend|hope)"
    r"|\b(?:postponed|delayed|abandoned|shelved|cancell?ed|rejected|refused|failed|never|languish)"
)
#: Verbs whose past is not regular: the promised word, and what tells that it is done. "Have" is not
#: among them, for "had" stands before any other verb.
_PAST: Final = {
    "arise": "arose arisen", "become": "became", "begin": "began begun", "bend": "bent",
    "bind": "bound", "break": "broke broken", "bring": "brought", "broadcast": "broadcast",
    "build": "built", "buy": "bought", "cast": "cast", "catch": "caught",
    "choose": "chose chosen", "come": "came", "cut": "cut", "deal": "dealt", "dig": "dug",
    "do": "did done", "draw": "drew drawn", "drive": "drove driven", "eat": "ate eaten",
    "fall": "fell fallen", "feed": "fed", "feel": "felt", "fight": "fought", "find": "found",
    "fly": "flew flown", "forbid": "forbade forbidden", "forgive": "forgave forgiven",
    "freeze": "froze frozen", "get": "got gotten", "give": "gave given", "go": "went gone",
    "grow": "grew grown", "hear": "heard", "hide": "hid hidden", "hit": "hit", "hold": "held",
    "keep": "kept", "know": "knew known", "lay": "laid", "lead": "led", "learn": "learned learnt",
    "leave": "left", "lend": "lent", "let": "let", "light": "lit lighted", "lose": "lost",
    "make": "made", "mean": "meant", "meet": "met", "overcome": "overcame",
    "oversee": "oversaw overseen", "overthrow": "overthrew overthrown", "pay": "paid",
    "plead": "pled pleaded", "prove": "proved proven", "put": "put", "quit": "quit",
    "read": "read", "rebuild": "rebuilt", "redo": "redid redone", "rewrite": "rewrote rewritten",
    "rid": "rid", "ride": "rode ridden", "ring": "rang rung", "rise": "rose risen", "run": "ran",
    "say": "said", "see": "saw seen", "seek": "sought", "sell": "sold", "send": "sent",
    "set": "set", "sew": "sewed sewn", "show": "showed shown", "shut": "shut",
    "sing": "sang sung", "sit": "sat", "sleep": "slept", "speak": "spoke spoken",
    "spend": "spent", "split": "split", "spread": "spread", "stand": "stood",
    "steal": "stole stolen", "stick": "stuck", "strike": "struck", "strive": "strove striven",
    "swear": "swore sworn", "sweep": "swept", "swim": "swam swum", "take": "took taken",
    "teach": "taught", "tell": "told", "think": "thought", "throw": "threw thrown",
    "undergo": "underwent undergone", "understand": "understood",
    "undertake": "undertook undertaken", "undo": "undid undone", "uphold": "upheld",
    "wear": "wore worn", "win": "won", "withdraw": "withdrew withdrawn", "withhold": "withheld",
    "withstand": "withstood", "write": "wrote written",
}  # fmt: skip
_PASTS: Final = frozenset(" ".join(_PAST.values()).split())
#: How the past of all others is made, the first that fits: what the verb ends with, the letters of
#: it that go, what comes, and a sample. Its sound decides whether a last consonant is doubled; both
#: are looked for.
REGULAR: Final = (
    (r"e$", 0, ("d",), "close closed"),
    (r"[^aeiou]y$", 1, ("ied",), "ratify ratified"),
    (r"ic$", 0, ("ked",), "panic panicked"),
    (r"(?:[^aeiou]|qu)[aeiou]([^aeiouwxy])$", 0, ("ed", r"\1ed"), "plan planned"),
    (r"$", 0, ("ed",), "add added"),
)
#: Letters before an "ing" that can be a verb: "going", but not "king".
_LEAST_STEM: Final = 2
#: Words behind an intention among which the promised act is.
_REACH: Final = 3
_LITTLE: Final = frozenset("a an also and be been for in of on soon still that the to".split())

Outcome = Literal[
    "kept", "not kept", "taken up", "repeated", "reworded", "returned", "dropped", "first made"
]
#: What can have become of a promise, in the order in which it is told, and what that means.
OUTCOMES: Final[dict[Outcome, str]] = {
    "dropped": "no later report says a word of it",
    "kept": "a later version tells the act as done",
    "not kept": "a later version says that it was not done",
    "taken up": "the newest version is no promise any more",
    "returned": "promised again after a gap",
    "repeated": "promised again word for word",
    "reworded": "promised again in other words",
    "first made": "the newest report is the first that promises it",
}


@frozen
class Promise:
    """A promise: the version that made it first, and what became of it.

    ``year`` is the edition that says so: the first without it for ``dropped``, the first that is no
    promise any more for ``kept``, ``not kept`` and ``taken up``, else the newest that has it.
    ``times`` is in how many editions it was made.
    """

    thread: Thread
    made: Version
    outcome: Outcome
    year: int
    times: int


def is_promise(text: str) -> bool:
    """Whether a statement says what somebody intends."""
    return bool(_intended(text))


def _intended(text: str) -> list[re.Match[str]]:
    """Return the words of intention of a statement that nothing speaks against."""
    fold = folded(text)
    against = [span for pattern in _NO_INTENTIONS for span in pattern.finditer(fold)]
    found = [match for pattern in _INTENTIONS for match in pattern.finditer(fold)]
    return [
        m for m in found if not any(a.start() < m.end() and m.start() < a.end() for a in against)
    ]


def promises(threads: Iterable[Thread]) -> list[Promise]:
    """Return all promises among some threads, in their order.

    Args:
        threads: What :func:`tipdiff.history` returned, or some of it.

    """
    return [promise for thread in threads if (promise := _promise(thread)) is not None]


def outcome(thread: Thread) -> str:
    """Return what became of a thread's promise, and in which edition where it is not the newest."""
    promise = _promise(thread)
    if promise is None:
        return ""
    if promise.outcome == "dropped":
        return f"dropped after {thread.last}"
    if promise.outcome in {"kept", "not kept", "taken up"}:
        return f"{promise.outcome} in {promise.year}"
    return promise.outcome


def _promise(thread: Thread) -> Promise | None:
    made = [version for version in thread.versions if is_promise(version.text)]
    if not made:
        return None
    after = [version for version in thread.versions if version.year > made[-1].year]
    times = len(made)
    if after:
        kind, year = _answer(made[-1], after)
        return Promise(thread, made[0], kind, year, times)
    newest = thread.editions[-1]
    if thread.last != newest:
        year = thread.editions[thread.editions.index(thread.last) + 1]
        return Promise(thread, made[0], "dropped", year, times)
    if made[0].year == newest:
        return Promise(thread, made[0], "first made", newest, times)
    kinds = {event.kind for event in thread.events if event.year > made[0].year}
    again: Outcome = "reworded"
    if "returned" in kinds:
        again = "returned"
    elif kinds <= {"unchanged"}:
        again = "repeated"
    return Promise(thread, made[0], again, newest, times)


def _answer(made: Version, after: Sequence[Version]) -> tuple[Outcome, int]:
    """Return what the versions after a promise say of it, and the edition that says so."""
    fold = folded(made.text)
    done = {form for match in _intended(made.text) for form in _done(fold[match.end() :])}
    for version in after:
        fold = folded(version.text)
        if _NOT_DONE.search(fold):
            return "not kept", version.year
        if not done.isdisjoint(words(fold)):
            return "kept", version.year
    return "taken up", after[0].year


def _done(behind: str) -> set[str]:
    """Return what tells that the act is done that is promised in the words behind an intention."""
    near = words(behind)[:_REACH]
    act = next((word for word in near if word not in _LITTLE), None)
    if act is None:
        return set()
    if "be" in near[: near.index(act)]:  # "will be opened": the promise has the past already
        return {act} if act.endswith("ed") or act in _PASTS else set()
    return {form for verb in _verbs(act) for form in _pasts(verb)}


def _verbs(act: str) -> list[str]:
    """Return the verbs an act can be of: "opening" is of "open", "closing" of "close"."""
    stem = act.removesuffix("ing")
    if act in _PAST or stem == act or len(stem) < _LEAST_STEM:
        return [act]
    single = [stem[:-1]] if stem[-1] == stem[-2] else []
    return [stem, f"{stem}e", *single]


def _pasts(verb: str) -> list[str]:
    """Return the past forms of a verb: "ratified" of "ratify", "took" and "taken" of "take"."""
    if verb in _PAST:
        return _PAST[verb].split()
    return next(
        [verb[: len(verb) - lost] + match.expand(one) for one in added]
        for ending, lost, added, _ in REGULAR
        if (match := re.search(ending, verb))
    )
