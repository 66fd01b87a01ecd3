"""The past of promised verbs: what tells that an act is done."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["BASES", "PASTS", "REGULAR", "pasts", "verbs_of"]

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
#: All irregular past forms.
PASTS: Final = frozenset(" ".join(_PAST.values()).split())
#: The verb of each irregular past form that is no verb itself, as "fell" and "found" are.
BASES: Final = {
    form: verb
    for verb, forms in _PAST.items()
    for form in forms.split()
    if form not in {*_PAST, "found", "fell", "felt", "saw", "left", "lit", "wound", "ground"}
}
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


def verbs_of(act: str) -> list[str]:
    """Return the verbs an act can be of: "opening" is of "open", "closing" of "close"."""
    stem = act.removesuffix("ing")
    if act in _PAST or stem == act or len(stem) < _LEAST_STEM:
        return [act]
    single = [stem[:-1]] if stem[-1] == stem[-2] else []
    return [stem, f"{stem}e", *single]


def pasts(verb: str) -> list[str]:
    """Return the past forms of a verb: "ratified" of "ratify", "took" and "taken" of "take"."""
    if verb in _PAST:
        return _PAST[verb].split()
    return next(
        [verb[: len(verb) - lost] + match.expand(one) for one in added]
        for ending, lost, added, _ in REGULAR
        if (match := re.search(ending, verb))
    )
