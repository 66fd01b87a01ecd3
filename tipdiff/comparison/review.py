"""What a person has decided about a comparison: links forced or forbidden, statuses set.

Decisions name statements by their text, folded, so that they survive another reading of the same
reports, another layout, and new editions of the file. One that names a text that is no longer there
is told of and does nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from attrs import evolve, frozen

from tipdiff.alignment import Constraints
from tipdiff.arguments import expect, shown, unknown_key
from tipdiff.errors import DataError
from tipdiff.records import Status
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.records import Change

__all__ = ["NOTHING", "Decided", "Decision", "Review", "cut", "naming", "review_from_data"]

Kind = Literal["link", "forbid", "status"]

#: Which sides a decision of each kind must name, at least.
SIDES: Final[Mapping[Kind, tuple[str, ...]]] = {
    "link": ("old", "new"),
    "forbid": ("old", "new"),
    "status": (),
}
#: What a table of each kind may hold.
KEYS: Final[Mapping[Kind, frozenset[str]]] = {
    "link": frozenset({"old", "new", "note"}),
    "forbid": frozenset({"old", "new", "note"}),
    "status": frozenset({"old", "new", "status", "traits", "note"}),
}
#: The sides that a change of each status has.
HAS: Final[Mapping[Status, tuple[bool, bool]]] = {
    "new": (False, True),
    "dropped": (True, False),
    "changed": (True, True),
    "unchanged": (True, True),
}
#: Longest quotation in a warning, in characters.
QUOTED: Final = 60


@frozen
class Decision:
    """One entry of a review: texts as given, and folded; ``place`` is where it stands."""

    kind: Kind
    place: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    status: Status | None = None
    traits: tuple[str, ...] | None = None


@frozen
class Review:
    """All that a person has decided about a pair of reports."""

    decisions: tuple[Decision, ...] = ()


#: Nothing decided.
NOTHING: Final = Review()


def review_from_data(data: Mapping[str, Any], source: str = "review") -> Review:
    """Return a review from the plain data of its file.

    Args:
        data: Lists of tables under ``link``, ``forbid`` and ``status``.
        source: The file's name, for what is said of its entries.

    Returns:
        The review, ready for :func:`tipdiff.compare`.

    Raises:
        DataError: It is not of that shape, or contradicts itself.

    """
    expect("source", source, str, "a name")
    expect("review", data, Mapping, "the tables of a review file")
    if (unknown := unknown_key(data, SIDES)) is not None:
        raise DataError(
            f"unknown table {shown(unknown)}; there are {', '.join(SIDES)}", source=source
        )
    decisions = []
    for kind in SIDES:
        tables = data.get(kind, [])
        if not isinstance(tables, list):
            raise DataError(f"write [[{kind}]], not [{kind}]", source=source)
        for number, table in enumerate(tables, 1):
            decisions.append(_decision(kind, table, f"{source}: [[{kind}]] {number}"))
    _consistent(decisions)
    return Review(tuple(decisions))


def naming(review: Review, old: Iterable[str], new: Iterable[str]) -> Review:
    """Return what of a review is about a pair: the decisions whose texts all stand in it.

    Args:
        review: A review of many pairs.
        old: The statements of the old report, folded.
        new: The same of the new.

    """
    if not review.decisions:
        return review
    there, here = frozenset(old), frozenset(new)
    return Review(
        tuple(d for d in review.decisions if there.issuperset(d.old) and here.issuperset(d.new))
    )


def _decision(kind: Kind, table: object, place: str) -> Decision:
    if not isinstance(table, Mapping):
        raise DataError("is no table", source=place)
    if (unknown := unknown_key(table, KEYS[kind])) is not None:
        raise DataError(f"unknown key {shown(unknown)}", source=place)
    old, new = (_texts(table.get(side), side, place) for side in ("old", "new"))
    missing = [side for side in SIDES[kind] if not table.get(side)]
    if missing or not (old or new):
        raise DataError(f"names no {' and no '.join(missing or ['old or new'])} text", source=place)
    if kind == "link" and len(set(old)) > 1 and len(set(new)) > 1:
        raise DataError("links several statements to several", source=place)
    if kind != "status":
        return Decision(kind, place, old, new)
    status, traits = table.get("status"), table.get("traits")
    if status not in get_args(Status):
        raise DataError(f"status must be one of {', '.join(get_args(Status))}", source=place)
    if traits is not None and not _is_texts(traits):
        raise DataError("traits must be a list of names", source=place)
    return Decision(kind, place, old, new, status, None if traits is None else tuple(traits))


def _texts(value: object, side: str, place: str) -> tuple[str, ...]:
    if value is None:
        return ()
    texts = [value] if isinstance(value, str) else value
    if not _is_texts(texts):
        raise DataError(f"{side} must be a text or a list of texts", source=place)
    return tuple(folded(text) for text in texts)  # type: ignore[attr-defined]


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _consistent(decisions: Sequence[Decision]) -> None:
    """Raise if a statement is linked by force twice, or a forced pair is forbidden."""
    forced: dict[tuple[str, str], Decision] = {}
    pairs: dict[tuple[str, str], Decision] = {}
    for decision in decisions:
        named = [(side, text) for side in ("old", "new") for text in getattr(decision, side)]
        if decision.kind == "link":
            for key in named:
                if key in forced:
                    raise DataError(
                        f"links a statement that {forced[key].place} links", source=decision.place
                    )
                forced[key] = decision
            pairs.update({(a, b): decision for a in decision.old for b in decision.new})
    for decision in decisions:
        for pair in ((a, b) for a in decision.old for b in decision.new):
            if decision.kind == "forbid" and pair in pairs:
                raise DataError(f"forbids what {pairs[pair].place} links", source=decision.place)


@frozen
class Decided:
    """A review brought to bear on two reports: what applies, and what no longer does."""

    links: tuple[Decision, ...]
    forbidden: tuple[Decision, ...]
    statuses: tuple[Decision, ...]
    unmet: tuple[str, ...]

    @classmethod
    def of(cls, review: Review, old: Iterable[str], new: Iterable[str]) -> Decided:
        """Sort a review's decisions by kind, once those about texts that are gone are out.

        Args:
            review: The review.
            old: The statements of the old report, folded.
            new: The same of the new.

        """
        if not review.decisions:
            return cls((), (), (), ())
        there = set(old), set(new)
        unmet: list[str] = []
        kinds: dict[Kind, list[Decision]] = {kind: [] for kind in SIDES}
        for decision in review.decisions:
            gone = [
                f"no {name} statement “{cut(text)}”"
                for name, texts, known in (
                    ("old", decision.old, there[0]),
                    ("new", decision.new, there[1]),
                )
                for text in texts
                if text not in known
            ]
            if gone:
                unmet.append(f"{decision.place} no longer applies: {gone[0]}")
            else:
                kinds[decision.kind].append(decision)
        link, forbid, status = (tuple(kinds[kind]) for kind in SIDES)
        return cls(link, forbid, status, tuple(unmet))

    @property
    def constraints(self) -> Constraints:
        """What the alignment has to keep to."""
        return Constraints(
            tuple((link.old, link.new) for link in self.links),
            frozenset((a, b) for each in self.forbidden for a in each.old for b in each.new),
        )

    def applied(self, changes: Sequence[Change]) -> tuple[tuple[Change, ...], tuple[str, ...]]:
        """Return the changes with what was decided, and in words what did not apply."""
        unmet = list(self.unmet)
        if not (self.links or self.forbidden or self.statuses):
            return tuple(changes), tuple(unmet)
        out = list(changes)
        homes = [_homes(changes, side) for side in ("old", "new")]
        for decision in (*self.links, *self.forbidden):
            named = [homes[0][text] for text in decision.old], [homes[1][t] for t in decision.new]
            for k in {*named[0], *named[1]}:
                out[k] = evolve(out[k], reviewed=True)
        for decision in self.statuses:
            at = {homes[0][text] for text in decision.old} | {homes[1][t] for t in decision.new}
            change = out[min(at)]
            status = decision.status or change.status
            if len(at) > 1 or HAS[status] != (bool(change.old), bool(change.new)):
                unmet.append(f"{decision.place} does not apply: the statement is {change.status}")
                continue
            traits = change.traits if decision.traits is None else decision.traits
            out[min(at)] = evolve(change, status=status, traits=traits, reviewed=True)
        return tuple(out), tuple(unmet)


def _homes(changes: Sequence[Change], side: str) -> dict[str, int]:
    """Return in which change each folded text of a report stands."""
    return {
        folded(statement.text): k
        for k, change in enumerate(changes)
        for statement in getattr(change, side)
    }


def cut(text: str) -> str:
    """Return a text as a warning quotes it."""
    return text if len(text) <= QUOTED else f"{text[:QUOTED]}..."
