"""What no result can hold is refused where data come in, with its path in the data."""

from __future__ import annotations

import json
import math
from functools import cache
from typing import Any

import pytest
from attrs import evolve

import tipdiff
from tests.output.test_hostile import result
from tipdiff.validation import RULES

TABLE = "REGISTER\n\nA. The register is kept.\n\nYear   Fined\n2003      14\n2004      19\n"


@cache
def written(kind: str) -> str:
    """The JSON of a result of each kind."""
    made: dict[str, Any] = {
        "comparison": lambda: result("comparison"),
        "report": lambda: tipdiff.read(TABLE, country="Ostrel", year=2005),
        "trends": lambda: result("trends").series,
        "history": lambda: result("history").threads,
        "claims": lambda: tipdiff.extract_claims("They fined 5 to 7 men."),
        "links": lambda: [tipdiff.Link((0,), (1, 2), 0.9, 0.8)],
    }
    return json.dumps(tipdiff.to_dict(made[kind]()))


#: One edit of each kind: the result, the place, what is put there, and what is said.
EDITS: list[tuple[str, str, Any, str]] = [
    ("report", "year", 10_000, "year: 10000 is no year"),
    ("report", "covers", 0, "covers: 0 is no year"),
    ("report", "year", "2005", "year: '2005' is not a whole number"),
    ("report", "missing_parts", [0], "missing_parts: has a part below 1"),
    ("report", "cables 0 part", 0, r"cables\[0\].part: 0 is less than 1"),
    ("report", "cables 0 parts", -1, r"cables\[0\].parts: -1 is less than 1"),
    ("report", "cables", "twice", "cables: has an id twice"),
    ("report", "statements", "twice", "statements: has an id twice"),
    ("report", "statements 0 id", "x:", r"statements\[0\].id: 'x:' is no id of a statement"),
    ("report", "statements 0 id", "x:" + "9" * 5000, r"statements\[0\].id: .* is no id"),
    ("report", "statements 0 span", [5, 2], r"statements\[0\].span: is no stretch"),
    ("report", "statements 0 span", [-1, 2], r"statements\[0\].span: is no stretch"),
    ("report", "statements 0 span", [1], r"statements\[0\].span: a list of 1 is not a list of 2"),
    ("report", "statements 0 paragraph", -1, "paragraph: -1 is less than 0"),
    ("report", "statements 0 paragraph", 10**5000, "paragraph: a number of many digits is too"),
    ("report", "statements 0 kind", "row", r"statements\[0\].row: None is of a row"),
    ("report", "tables 0 rows", [], r"tables\[0\].rows: is empty"),
    ("report", "tables 0 rows 0 row cells 0 year", 0, r"cells\[0\].year: 0 is no year"),
    ("report", "diagnostics", [{"source": "a", "line": 0, "kind": "b", "message": "c"}], "line: 0"),
    ("claims", "items 0 id", "#0", r"items\[0\].id: '#0' is no id of a claim"),
    ("claims", "items 0 low", 9, r"items\[0\].value: None with its bounds is no figure"),
    ("claims", "items 0 low", math.nan, r"items\[0\].low: nan is too large, or no number"),
    ("claims", "items 0 high", 1e200, r"items\[0\].high: 1e\+200 is too large"),
    ("claims", "items 0 stated", 0, r"items\[0\].stated: 0 is no year"),
    ("claims", "items 0 period", 10**9, r"items\[0\].period: 1000000000 is no year"),
    ("claims", "items 0 period_from", -5, r"items\[0\].period_from: -5 is no year"),
    ("claims", "items 0 breakdown", {"sex": 1}, r"items\[0\].breakdown: an object is not"),
    ("links", "items 0 old", [], r"items\[0\].old: is empty"),
    ("links", "items 0 new", [], r"items\[0\].new: is empty"),
    ("links", "items 0 old", [-1], r"items\[0\].old: is no index"),
    ("links", "items 0 new", [-1], r"items\[0\].new: is no index"),
    ("links", "items 0 score", 1.5, r"items\[0\].score: 1.5 is no number from 0 to 1"),
    ("links", "items 0 similarity", -0.1, r"items\[0\].similarity: -0.1 is no number from 0"),
    ("comparison", "summary new", -1, "summary.new: -1 is less than 0"),
    ("comparison", "summary changed", -1, "summary.changed: -1 is less than 0"),
    ("comparison", "summary dropped", -1, "summary.dropped: -1 is less than 0"),
    ("comparison", "summary unchanged", -1, "summary.unchanged: -1 is less than 0"),
    ("comparison", "summary no_counterpart", -1, "summary.no_counterpart: -1 is less than 0"),
    ("comparison", "changes 0 old", [], r"changes\[0\].status: '\w+' is not what its two sides"),
    ("comparison", "changes 0 claims 0 new", None, r"changes\[0\].claims\[0\].status: "),
    ("comparison", "changes 0 claims 0 new span", [0, 9999], r"changes\[0\].claims: has a claim"),
    ("comparison", "changes", "twice", "changes: has a statement twice"),
    ("comparison", "changes 0 status", "gone", r"changes\[0\].status: not one of new, changed"),
    ("comparison", "sections 0 old", None, r"sections\[0\].new: None is as empty"),
    ("comparison", "findings 0 weight", 2, r"findings\[0\].weight: 2 is no number from 0"),
    ("trends", "series 0 points", [], r"series\[0\].points: is empty"),
    ("trends", "series 0 points", "twice", r"series\[0\].points: do not stand by the year"),
    ("trends", "series 0 points 0 year", 0, r"series\[0\].points\[0\].year: 0 is no year"),
    ("trends", "series 0 points 0 edition", 0, r"points\[0\].edition: 0 is no year"),
    ("trends", "series", None, "series: no list of series"),
    ("trends", "series 0", 5, r"series\[0\]: is not an object"),
    ("history", "threads 0 versions", [], r"threads\[0\].versions: is empty"),
    ("history", "threads 0 versions", "twice", r"threads\[0\].versions: do not stand by the year"),
    ("history", "threads 0 versions 0 year", 1900, r"threads\[0\].versions: has one of no edition"),
    ("history", "threads 0 versions 0 statements", [], r"versions\[0\].statements: is empty"),
    ("history", "threads 0 versions 0 claims 0 id", "x:1#1", r"versions\[0\].claims: has a claim"),
    ("history", "threads 0 events", [], r"threads\[0\].events: is empty"),
    ("history", "threads 0 events 0 year", 1900, r"threads\[0\].events: are not those of its"),
    ("history", "threads 0 events 0 kind", "dropped", r"threads\[0\].events: are not those of"),
    ("history", "threads 0 events 0 since", 0, r"events\[0\].since: 0 is no year"),
    ("history", "editions", [], r"threads\[0\].editions: do not stand by the year"),
    ("history", "editions", [2006, 2005], r"threads\[0\].editions: do not stand by the year"),
]


def edited(kind: str, place: str, value: Any) -> Any:
    """The data of a result with something else in one place; ``twice`` is its first item again."""
    data = json.loads(written(kind))
    *names, last = (int(name) if name.isdecimal() else name for name in place.split())
    inner = data
    for name in names:
        inner = inner[name]
    inner[last] = [inner[last][0], *inner[last]] if value == "twice" else value
    if place == "sections 0 old":
        inner["new"] = None
    return data


@pytest.mark.parametrize("edit", EDITS, ids=[f"{n}-{e[0]}-{e[1]}" for n, e in enumerate(EDITS)])
def test_edited(edit: tuple[str, str, Any, str]) -> None:
    """What was edited to something that no result can hold is refused with its path."""
    kind, place, value, message = edit
    assert tipdiff.from_dict(json.loads(written(kind)))

    with pytest.raises(tipdiff.DataError, match=message) as error:
        tipdiff.from_dict(edited(kind, place, value))
    assert "\n" not in str(error.value)


def test_rows_where_none_stand() -> None:
    """A row stands in a table and any other statement outside, not the other way round."""
    data = json.loads(written("report"))
    row, statement = data["tables"][0]["rows"][0], data["statements"][0]

    data["statements"][0] = row
    with pytest.raises(tipdiff.DataError, match="statements: holds the row of a table"):
        tipdiff.from_dict(data)
    data["statements"][0], data["tables"][0]["rows"][0] = statement, statement
    with pytest.raises(tipdiff.DataError, match=r"tables\[0\].rows: holds a statement that is"):
        tipdiff.from_dict(data)


def test_every_rule_has_an_edit() -> None:
    """No rule stands in the table that no edit of above breaks."""
    told = [message for _, _, _, message in EDITS]
    told += ["statements: holds the row of a table", "rows: holds a statement that is no row"]
    fields = [rule.field for rule in RULES if not any(rule.field in each for each in told)]

    assert fields == []


def test_deep_data() -> None:
    """Lists by the thousand in one another are told as the lists they are."""
    deep: Any = []
    for _ in range(5000):
        deep = [deep]

    with pytest.raises(tipdiff.DataError, match=r"statements\[0\].text: a list of 1 is not a text"):
        tipdiff.from_dict(edited("report", "statements 0 text", deep))


def test_what_all_share_is_said_once() -> None:
    """A series or a thread cannot have editions or a country of its own beside the list's."""
    data = json.loads(written("history"))
    data["threads"][0]["editions"] = [1, 2]

    assert tipdiff.from_dict(data) == [*result("history").threads]


def test_a_record_of_ones_own() -> None:
    """Rules are of what comes in as data: a record can be built by hand as one likes."""
    statement = result("report").statements[0]

    assert evolve(statement, id="x").id == "x"
