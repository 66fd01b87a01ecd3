"""Data that were edited are refused with their path, or every output of them is harmless."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tipdiff
from tests.output.test_hostile import result
from tipdiff.histories.records import Thread
from tipdiff.plots import picture, renewal_picture
from tipdiff.series.records import Series

from .data import KINDS, edited_data, tables
from .outputs import rendered
from .running import many, tried

#: Kinds whose records are shown.
SHOWN = ("comparison", "report", "table", "trends", "history")
#: Kinds whose outputs take long.
LARGE = ("comparison", "trends", "history")
VIEWS = ("threads", "blame", "renewal", "carried", "promises", "dropped", "moved")


widths = st.sampled_from((20, 100))


@pytest.mark.parametrize("kind", LARGE)
@given(draws=st.data(), width=widths, whole=st.booleans())
@many("large data")
def test_edited(kind: str, draws: Any, width: int, whole: bool) -> None:
    """What comes back from edited data is shown in every format, or does not come back."""
    shown(kind, draws, width=width, whole=whole)


@pytest.mark.parametrize("kind", sorted(set(KINDS) - set(LARGE)))
@given(draws=st.data(), width=widths, whole=st.booleans())
@many("small data")
def test_edited_small(kind: str, draws: Any, width: int, whole: bool) -> None:
    """So are the small kinds, of which more are drawn."""
    shown(kind, draws, width=width, whole=whole)


def shown(kind: str, draws: Any, *, width: int, whole: bool) -> None:
    """Draw edited data of a kind, and show what comes back from them."""
    data = draws.draw(edited_data(kind))
    found = tried(lambda: tipdiff.from_dict(data))
    if not found:
        return
    again = tipdiff.to_dict(found)
    assert tipdiff.from_dict(again) == found
    if kind in SHOWN:
        view = draws.draw(st.sampled_from(VIEWS)) if kind == "history" else "threads"
        options = tipdiff.Options(width=width, all=whole, explain=whole, view=view)
        tried(lambda: rendered(found, options, word=width == 20 and not whole))
    if isinstance(found, list) and isinstance(found[0], Series) and find_spec("pandas"):
        assert len(tipdiff.to_frame(found)) == sum(len(one.points) for one in found)


@given(data=edited_data("trends"))
@many("pictures")
def test_pictures(data: Any) -> None:
    """Series that were edited are drawn, and the picture holds no element that acts."""
    found = tried(lambda: tipdiff.from_dict(data))
    if found:
        drawn = tried(lambda: picture(found[:2], "svg"))
        assert drawn is None or not any(
            tag in drawn for tag in (b"<script", b"<image", b"<foreign")
        )


@given(data=edited_data("history"))
@many("renewal")
def test_renewal(data: Any) -> None:
    """So is how much of each edition is new."""
    found = tried(lambda: tipdiff.from_dict(data))
    if found and all(isinstance(each, Thread) for each in found):
        tried(lambda: renewal_picture(found, "svg"))


@given(data=tables)
@many("tables")
def test_tables(data: Any) -> None:
    """A review or indicator file of any tables is taken or refused, and what is taken applies."""
    review = tried(lambda: tipdiff.review_from_data(data))
    indicators = tried(lambda: tipdiff.indicators_from_data(data))
    old, new = result("report"), result("report")
    if (review is not None and review.decisions) or indicators is not None:
        extra = {} if review is None else {"review": review}
        tipdiff.compare(old, new, indicators=indicators, **extra)
