"""What is told first of what was dropped and carried, what has one line, and what is counted."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tipdiff
from tipdiff.histories.dropped import dropped_in
from tipdiff.histories.ranking import selected, weight_of
from tipdiff.output import render
from tipdiff.output.history.told import DROPPED, dropped_selection, longest_carried, not_told
from tipdiff.output.options import Options
from tipdiff.output.results import History

STAYS = "Calls to the harbor office are free."
DULL = "The quays are old and damp."
TELLING = "In May 2003 parliament passed a law on ferry pilots with 12 articles."
CASE = "In June police arrested two men who had sold tickets to nowhere."
CASE_ON = "In July a court sentenced the two men to three years in prison."
OURS = "Embassy point of contact for this report is a clerk, who spent nine hours on it."


def series(*bodies: list[str]) -> list[tipdiff.Thread]:
    """Return the threads of editions from 2004 on."""
    return tipdiff.history(
        tipdiff.read("\n\n".join(body) + "\n", country="Ostrel", year=year)
        for year, body in enumerate(bodies, 2004)
    )


class TestDropped:
    """What an edition dropped."""

    def test_order(self) -> None:
        """What stood longer, and has acts and figures, comes before what is dull."""
        found = dropped_selection(series([STAYS, DULL, TELLING], [STAYS]), 2005)

        assert [story.item.text for story in found.told] == [TELLING, DULL]

    def test_capitals(self) -> None:
        """An act is one whether or not its word opens the sentence."""
        (opens,) = series(["Legislation on ferry pilots was passed by the assembly."])
        (dull,) = series([DULL])

        assert weight_of(opens.versions[-1]) == 1 + weight_of(dull.versions[-1])

    def test_years(self) -> None:
        """Of sentences alike in matter that which stood in more editions is first."""
        other = "Gulls nest on every roof of Tarn."
        threads = series([STAYS, other], [STAYS, other, DULL], [STAYS])

        assert [s.item.text for s in dropped_selection(threads, 2006).told] == [other, DULL]

    def test_case(self) -> None:
        """A case told in two statements is one, in a line that says so; all of it with --all."""
        threads = series([STAYS, CASE, CASE_ON, DULL], [STAYS])
        (story,) = [s for s in dropped_selection(threads, 2005).told if s.case]
        shown = History(tuple(threads), "Ostrel")

        assert story.item.text == CASE
        assert [thread.text for thread in story.more] == [CASE_ON]
        assert "(case, 1 more)" in render(shown, options=Options(view="dropped"))
        assert "In July a court" not in render(shown, options=Options(view="dropped"))
        assert "In July a court" in render(shown, options=Options(view="dropped", all=True))

    def test_of_the_report(self) -> None:
        """What the report says of itself is left out and counted."""
        threads = series([STAYS, OURS, DULL], [STAYS])
        found = dropped_selection(threads, 2005)

        assert [story.item.text for story in found.told] == [DULL]
        assert "1 of the report itself left out" in not_told(found)
        assert "1 of the report itself left out" in render(threads, options=Options(view="dropped"))

    def test_all_are_counted(self) -> None:
        """What is told, what is further, and what is of the report are all that was dropped."""
        many = [f"Gulls nest on roof number {name} of Tarn." for name in NAMES]
        threads = series([STAYS, OURS, CASE, CASE_ON, *many], [STAYS])
        found = dropped_selection(threads, 2005)
        shown = sum(1 + len(story.more) for story in found.told)

        assert len(found.told) == DROPPED
        assert found.further > 0
        assert shown + found.further + len(found.of_the_report) == len(many) + 3


NAMES = [f"{a}{b}{c}" for a in "bdf" for b in "aeio" for c in ("lm", "rn", "st", "nd")]


@given(st.lists(st.sampled_from([DULL, TELLING, CASE, CASE_ON, OURS]), unique=True))
def test_every_statement_once(texts: list[str]) -> None:
    """Law: whatever an edition dropped is told, told with its case, or left out, and once."""
    threads = series([STAYS, *texts], [STAYS])
    found = dropped_selection(threads, 2005, None)

    assert sorted(thread.id for thread in found.items) == sorted(
        thread.id for thread in dropped_in(threads, 2005)
    )
    assert found.further == 0


class TestReaches:
    """What the warnings and the line of sure links reach."""

    @pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
    @pytest.mark.parametrize("view", ["threads", "dropped", "promises"])
    def test_warnings(self, form: str, view: str) -> None:
        """The warnings of the comparisons stand in every output that is no table."""
        shown = History(tuple(series([STAYS, DULL], [STAYS])), warnings=("one is cut off",))

        assert "one is cut off" in render(shown, form, Options(view=view))

    def test_warnings_leave_the_threads(self) -> None:
        """The JSON gives its threads back, warnings or none."""
        threads = series([STAYS, DULL], [STAYS])
        shown = History(tuple(threads), "Ostrel", warnings=("one is cut off",))

        assert tipdiff.from_dict(json.loads(render(shown, "json"))) == threads

    @pytest.mark.parametrize("form", ["text", "csv", "markdown", "html"])
    def test_sure_from(self, form: str) -> None:
        """A line above every other link leaves nothing of the past of what changed in blame."""
        changed = f"In 2004 and again in spring {TELLING[0].lower()}{TELLING[1:]}"
        threads = tuple(series([STAYS, TELLING], [STAYS, changed]))
        told = [
            render(History(threads), form, Options(view="blame", min_score=least))
            for least in (0.0, 1.0)
        ]

        assert told[0] != told[1]


class TestCarried:
    """What stood word for word."""

    def test_order(self) -> None:
        """More editions come first whatever stands in them; then acts and figures."""
        threads = series([DULL, STAYS], [DULL, STAYS, TELLING, OURS], [DULL, STAYS, TELLING, OURS])
        found = longest_carried(threads)

        assert [story.item.version.text for story in found.told] == [DULL, STAYS, TELLING]
        assert [run.version.text for run in found.of_the_report] == [OURS]

    def test_weight(self) -> None:
        """A statement of acts and figures weighs more than one of neither."""
        weights = [weight_of(thread.versions[0]) for thread in series([DULL, TELLING])]

        assert weights[0] == 0 < weights[1]

    def test_none(self) -> None:
        """Of nothing nothing is selected."""
        found = selected([], lambda each: each, lambda _: 1)

        assert (found.told, found.further, found.of_the_report) == ((), 0, ())
