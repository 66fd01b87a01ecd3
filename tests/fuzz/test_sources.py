"""Whatever a file, a page or a text holds: it is read, or refused in one line."""

from __future__ import annotations

import io
import json

from hypothesis import example, given
from hypothesis import strategies as st

import tipdiff

from .files import archive, mutated_files, mutated_pages
from .outputs import rendered
from .running import many, tried
from .words import hostile_texts


def holds(report: tipdiff.Report | None) -> None:
    """Hold what must be true of every report that was read."""
    if report is None:
        return
    ids = [statement.id for statement in report.all_statements]

    assert len(set(ids)) == len(ids)
    assert all(statement.text.strip() for statement in report.all_statements)
    data = json.loads(json.dumps(tipdiff.to_dict(report), allow_nan=False))
    assert tipdiff.from_dict(data) == report


@given(data=mutated_files())
@example(data=archive(16, 60_000))  # its entries would lie before its begin: a seek below 0
@example(data=archive(12, 60_000))  # so would its list of them
@example(data=archive(-40, 99))  # a version of the format that no library knows
@many("bytes")
def test_bytes(data: bytes) -> None:
    """Fixtures of which bytes are changed, in every encoding and form."""
    holds(tried(lambda: tipdiff.read(io.BytesIO(data))))


@given(page=mutated_pages())
@many("pages")
def test_pages(page: str) -> None:
    """Web pages that no program would write."""
    holds(tried(lambda: tipdiff.read(page, country="Varona", year=2006)))


@given(text=hostile_texts, country=st.sampled_from((None, "Varona")))
@example(text="The rate is 60.5/62 here.\n", country="Varona")
@many("texts")
def test_texts(text: str, country: str | None) -> None:
    """Texts that no post would send; what is read of them is shown too."""
    report = tried(lambda: tipdiff.read(text, country=country, year=2006))
    holds(report)
    if report is not None:
        rendered(report, tipdiff.Options(width=60, color=True))


@given(texts=st.lists(hostile_texts, min_size=1, max_size=4), country=st.none() | st.just("Varona"))
@many("several")
def test_several(texts: list[str], country: str | None) -> None:
    """Several of them at once, as one report and as many."""
    holds(tried(lambda: tipdiff.read(texts, country=country)))
    for report in tried(lambda: tipdiff.read_all(texts)) or ():
        holds(report)
