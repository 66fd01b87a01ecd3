"""Whatever is given to a public call for an argument: it is taken, or refused in one line."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tipdiff
from tests.output.test_hostile import result

from .data import junk
from .running import many, tried

REPORT = result("report")
SERIES = result("trends").series
THREADS = result("history").threads
TEXT = "The port of Vell is open. It has 14 boats.\n"

#: Things of every kind, the right ones among them.
things = st.one_of(
    junk,
    st.sampled_from(
        (
            *(b"x", b"", bytearray(b"x"), object, len, 3 + 4j, range(3), slice(1), ..., set()),
            *(io.StringIO(""), io.StringIO(TEXT), io.BytesIO(b"\xff"), iter(()), TEXT, [TEXT]),
            *(REPORT, [REPORT, REPORT], SERIES, SERIES[0], THREADS, THREADS[0], [SERIES, 1]),
            *(result("comparison"), tipdiff.Options(), tipdiff.review_from_data({}), Any),
        )
    ),
)
#: Each public call with its arguments: a call takes what is drawn for any of them.
CALLS: dict[str, Any] = {
    "read": lambda a, b, c: tipdiff.read(a, country=b, year=c),
    "read_all": tipdiff.read_all,
    "compare": lambda a, b, c: tipdiff.compare(a, b, review=c),
    "compare, judge": lambda a, b, _: tipdiff.compare(TEXT, TEXT, judge=a, explain=b),
    "compare, indicators": lambda a, b, _: tipdiff.compare(TEXT, b, indicators=a),
    "compare, years": lambda a, b, c: tipdiff.compare(
        REPORT, TEXT, country=a, old_year=b, new_year=c
    ),
    "align": lambda a, b, _: tipdiff.align(a, b),
    "align, judges": lambda a, b, _: tipdiff.align([TEXT], [TEXT], judges=a, moves=b),
    "extract_claims": lambda a, b, _: tipdiff.extract_claims(a, indicators=b),
    "trends": lambda a, b, _: tipdiff.trends(a, indicators=b),
    "history": lambda a, b, _: tipdiff.history(a, indicators=b),
    "render": tipdiff.render,
    "render, result": lambda a, _b, _c: tipdiff.render(a),
    "render, format": lambda a, b, _: tipdiff.render(REPORT, a, b),
    "plot": lambda a, b, c: tipdiff.plot(a, title=b, colors=c),
    "Series.plot": lambda a, b, _: SERIES[0].plot(ax=a, color=b),
    "to_frame": lambda a, _b, _c: tipdiff.to_frame(a),
    "rows": lambda a, b, _: tipdiff.rows(a, figures=b),
    "to_dict": lambda a, _b, _c: tipdiff.to_dict(a),
    "from_dict": lambda a, _b, _c: tipdiff.from_dict(a),
    "review_from_data": lambda a, b, _: tipdiff.review_from_data(a, b),
    "indicators_from_data": lambda a, b, _: tipdiff.indicators_from_data(a, b),
    "remembered": lambda a, b, c: tipdiff.remembered(a, b, name=c),
    "options, width": lambda a, b, c: tipdiff.Options(width=a, context=b, min_score=c),
    "options, view": lambda a, b, c: tipdiff.Options(view=a, color=b, all=c),
}
#: What the user's own code raises is the user's: a callable that is no renderer or no judge.
OWN = {"render": (1,), "render, format": (0,), "compare, judge": (0,)}


@pytest.mark.parametrize("name", CALLS)
@given(given=st.tuples(things, things, things))
@many("arguments")
def test_arguments(name: str, given: tuple[Any, Any, Any]) -> None:
    """Any three things for the arguments of each public call."""
    if any(callable(given[k]) for k in OWN.get(name, ())):
        return
    tried(lambda: CALLS[name](*given))


@pytest.mark.parametrize("name", CALLS)
def test_nothing(name: str) -> None:
    """None for each of them."""
    tried(lambda: CALLS[name](None, None, None))
