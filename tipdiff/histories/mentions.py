"""Where promises stand: every statement of a country that intends something, and what it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from tipdiff.histories.antecedents import BACK, leaning
from tipdiff.histories.blame import place_in_cable
from tipdiff.histories.instruments import named
from tipdiff.language.intentions import Intention, intentions, is_item, leads_a_list
from tipdiff.text import folded, words

if TYPE_CHECKING:
    from tipdiff.histories.records import Thread, Version

__all__ = ["Mention", "Mentions"]


@frozen
class Mention:
    """A version that promises something.

    Attributes:
        thread: Its thread.
        version: What it says, and in which edition.
        intended: What it intends.
        meant: The same, with what it leans on in the statements before it.
        around: What it says, and the statements before it.
        place: Where its text is among all.

    """

    thread: Thread
    version: Version
    intended: tuple[Intention, ...]
    meant: tuple[Intention, ...]
    around: str
    place: int


class Mentions:
    """All statements of a country, and which of them promise something.

    Attributes:
        said: Every statement of every edition, with its thread.
        texts: What they say.
        intended: What each intends.
        items: The places of items of lists of what is intended.
        all: Those that promise, by edition and place.

    """

    def __init__(self, threads: Sequence[Thread]) -> None:
        """Look for promises in all statements of some threads."""
        self.said = [(thread, version) for thread in threads for version in thread.versions]
        self.texts = [version.text for _, version in self.said]
        self.intended = [tuple(intentions(text)) for text in self.texts]
        items = dict(self._below_lists())
        for place, lead in items.items():
            self.intended[place] = self.intended[place] or lead
        self.items = frozenset(items)
        self.all = sorted(
            self._mentions(),
            key=lambda m: (m.version.year, place_in_cable(m.version.statements[0])),
        )

    def _mentions(self) -> Iterator[Mention]:
        """Yield promises, which lean on the statements before them ("will open the center")."""
        told = {
            (version.year, statement.id): version.text
            for _, version in self.said
            for statement in version.statements
        }
        for place, intended in enumerate(self.intended):
            if intended:
                thread, version = self.said[place]
                cable, number = place_in_cable(version.statements[0])
                near = ((version.year, f"{cable}:{number - back}") for back in range(1, BACK + 1))
                before = [told[key] for key in near if key in told]
                meant = leaning(self.texts[place], intended, before)
                more = _treaties(self.texts[place], intended)
                around = " ".join([self.texts[place], *before])
                yield Mention(thread, version, intended, (*meant, *more), around, place)

    def _below_lists(self) -> Iterator[tuple[int, tuple[Intention, ...]]]:
        """Yield the items of lists whose lead intends what they say, with that intention."""
        leads = {
            (version.year, statement.id): statement.text
            for _, version in self.said
            for statement in version.statements
            if leads_a_list(statement.text)
        }
        for place, (_, version) in enumerate(self.said):
            lead = leads.get((version.year, version.statements[0].lead or ""))
            if lead is not None and is_item(version.text):
                first = intentions(lead)[0]
                text = folded(version.text)
                act = text.split()[0] if text else None
                yield place, (Intention(False, act, False, first.before, text),)


def _treaties(text: str, intended: Sequence[Intention]) -> Iterator[Intention]:
    """Yield the intention of a statement on each treaty that it names behind its clause."""
    told = " ".join(words(folded(text)))
    first = intended[0]
    behind = told.partition(first.behind)[2] if first.behind else ""
    for name in named(behind):
        yield evolve(first, behind=f"{first.act or ''} {name}".strip())
