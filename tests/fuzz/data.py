"""Plain data of results, and of review and indicator files, edited as a person or a program may."""

from __future__ import annotations

import json
import math
from functools import cache
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

import tipdiff
from tests.output.test_hostile import SNIPPETS, result

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["KINDS", "edited_data", "junk", "tables"]

TABLE = "REGISTER\n\nA. The register is kept.\n\nYear   Fined\n2003      14\n2004      19\n"
KINDS = ("comparison", "report", "table", "trends", "history", "claims", "links")


def _deep(depth: int) -> Any:
    found: Any = []
    for _ in range(depth):
        found = [found]
    return found


#: What stands where something else is wanted.
ODD: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        1,
        -1,
        2,
        0.5,
        -0.5,
        1.5,
        1900,
        2005,
        2006,
        9999,
        10_000,
        10**18,
        10**19,
    ),
    *(10**400, 10**4000, 1e149, 1e308, -1e308, 5e-324, math.inf, -math.inf, math.nan, -0.0),
    *("", " ", "x", "x:1", "x:1#1", "OSTREL-2005:1", "#1", ":", "9" * 5000, "x:" + "9" * 5000),
    *("count", "percent", "money:USD", "money:", "duration:x", "duration:year", "ratio", "ordinal"),
    *("new", "dropped", "changed", "unchanged", "returned", "row", "over", "up", "exact", "link"),
    *([], {}, [None], [[]], {"a": 1}, {"": ""}, [1, 2], [2, 1], [0, 10**6], ["x"]),
)
junk = st.one_of(
    st.sampled_from(ODD), st.sampled_from(SNIPPETS), st.builds(_deep, st.sampled_from((3, 1500)))
)


@cache
def _written(kind: str) -> str:
    if kind == "table":
        made: Any = tipdiff.read(TABLE, country="Ostrel", year=2005)
    elif kind == "claims":
        made = tipdiff.extract_claims("They fined 5 to 7 men, 3 of them aged 18, $4 each in 2004.")
    elif kind == "links":
        made = tipdiff.align(["The port is open.", "It rains."], ["The port is open now."])
    else:
        found = result(kind)  # type: ignore[arg-type]
        made = {"trends": "series", "history": "threads"}.get(kind)
        made = found if made is None else list(getattr(found, made))
    return json.dumps(tipdiff.to_dict(made))


def _places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in data, as the keys and indexes that lead to it."""
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from _places(value, (*path, key))


@cache
def _named(kind: str) -> dict[str, list[tuple[Any, ...]]]:
    """The places of a result's data by the field that each is of, so that all are edited alike."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    for path in _places(json.loads(_written(kind))):
        name = ".".join(str(key) for key in path if isinstance(key, str))
        found.setdefault(f"{name} {isinstance(path[-1], int)}", []).append(path)
    return found


@st.composite
def edited_data(draw: st.DrawFn, kind: str) -> Any:
    """The data of a result with up to three edits."""
    data = json.loads(_written(kind))
    named = _named(kind)
    for _ in range(draw(st.integers(1, 3))):
        field = draw(st.sampled_from(sorted(named)))
        *path, last = draw(st.sampled_from(named[field]))
        inner = data
        try:
            for key in path:
                inner = inner[key]
            _edit(draw, inner, last)
        except (KeyError, IndexError, TypeError):  # an earlier edit took the place away
            continue
        except OverflowError:  # it put a number there to which no half can be added
            continue
    return data


def _edit(draw: st.DrawFn, inner: Any, last: Any) -> None:
    how = draw(st.sampled_from(("put", "put", "put", "swap", "drop", "double", "near")))
    if how == "drop":
        del inner[last]
    elif how == "double" and isinstance(inner, list):
        inner.insert(last, inner[last])
    elif how == "swap" and isinstance(inner, list):
        inner.reverse()
    elif how == "near" and type(inner[last]) in {int, float}:
        inner[last] += draw(st.sampled_from((-1, 1, -0.5, 1000)))
    elif how == "near" and isinstance(inner[last], str):
        inner[last] += draw(st.sampled_from(SNIPPETS))
    else:
        inner[last] = draw(junk)


#: Tables of a review or an indicator file: keys that mean something, and others.
_KEYS = (
    "link forbid status old new note traits indicator id label unit kind event counted not_counted "
    "before near also beside without has breakdowns total lone better samples x 1"
).split()
_TEXTS = (
    "The harbor police keep a register.",
    "Divers searched the old quay twice.",
    "count",
    "convicted",
    "@official",
    "@nobody",
    "figure",
    "up",
    "changed",
    "wording",
    "",
)
_names = st.sampled_from(_KEYS) | st.text(max_size=3)
_values = st.recursive(
    junk | st.sampled_from(_TEXTS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_names, inner, max_size=4),
    max_leaves=12,
)
#: Data as a file of tables gives them, and as only a program can.
tables = st.one_of(
    st.dictionaries(
        st.sampled_from(("link", "forbid", "status", "indicator")),
        st.lists(st.dictionaries(_names, _values, max_size=5), max_size=4),
        max_size=3,
    ),
    st.dictionaries(st.one_of(_names, st.sampled_from((1, None, True, ()))), _values, max_size=3),
    _values,
)
