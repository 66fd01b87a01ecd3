"""Write docs/schemas, a JSON Schema for every JSON output: ``python docs/make_schemas.py``.

What a record holds is read from the record: its fields, their types, what its docstring says of
them, and the rules that data must keep to. What an output adds around its records is said here.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from tipdiff.archive.answers import Changed, FileOutcome, Said, Told
from tipdiff.archive.records import Problem
from tipdiff.archive.showing.data import POINT
from tipdiff.archive.store import Tally
from tipdiff.archive.summary import Summary as BuildSummary
from tipdiff.histories.records import Thread
from tipdiff.output.history.tables import TABLES
from tipdiff.records import Claim, Comparison, Edition, Note, Report, Statement
from tipdiff.serial import SCHEMAS, plural
from tipdiff.series.records import Point, Series
from tipdiff.validation import RULES

FOLDER = Path(__file__).with_name("schemas")
PAGE = Path(__file__).parent / "reference" / "schemas.md"
#: Where the list of schemas stands in the page: behind this line, to the page's end.
BEGIN: Final = "<!-- the table below is printed by docs/make_schemas.py -->\n"
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
#: Where a schema is found by whoever meets its name.
ADDRESS: Final = "https://github.com/tipdiff/tipdiff/blob/main/docs/schemas"

Schema = dict[str, Any]

_PLAIN: Final[Mapping[Any, Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    Any: {},
}
#: What rules of :mod:`tipdiff.validation` are as a schema, by how they word it.
_WORDED: Final[tuple[tuple[str, Callable[[re.Match[str]], Schema]], ...]] = (
    (
        r"is no (?:year|number) from (\d+) to (\d+)",
        lambda found: {"minimum": int(found[1]), "maximum": int(found[2])},
    ),
    (r"is less than (\d+)", lambda found: {"minimum": int(found[1])}),
    (r"is empty", lambda _found: {"minItems": 1}),
)


class Records:
    """The schemas of the records that one output holds, under their names."""

    def __init__(self) -> None:
        self.found: dict[str, Schema] = {}

    def of(self, kind: Any) -> Schema:
        """Return the schema of a type; records are referred to by name."""
        if kind in _PLAIN:
            return dict(_PLAIN[kind])
        origin, inner = get_origin(kind), get_args(kind)
        if origin is None:
            return self.record(kind)
        if origin is Literal:
            return {"enum": list(inner)}
        if origin in {Union, UnionType}:
            return self._either(inner)
        if origin is tuple:
            return self._row(inner)
        return {"type": "object", "additionalProperties": self.of(inner[1])}  # a Mapping

    def _row(self, kinds: tuple[Any, ...]) -> Schema:
        if kinds[-1] is Ellipsis:
            return {"type": "array", "items": self.of(kinds[0])}
        size, places = len(kinds), [self.of(kind) for kind in kinds]
        return {"type": "array", "prefixItems": places, "minItems": size, "maxItems": size}

    def _either(self, kinds: Iterable[Any]) -> Schema:
        schemas = [self.of(kind) for kind in kinds]
        if all(set(each) == {"type"} for each in schemas):
            return {"type": [each["type"] for each in schemas]}
        return {"anyOf": schemas}

    def record(self, kind: type) -> Schema:
        """Return a reference to a record's schema."""
        name = kind.__name__
        if name not in self.found:
            self.found[name] = {}  # named before its fields are looked at: they may hold it
            self.found[name] = self.fields(kind)
        return {"$ref": f"#/$defs/{name}"}

    def fields(
        self, kind: type, *, without: Iterable[str] = (), only: Iterable[str] = ()
    ) -> Schema:
        """Return the schema of an object with a record's fields, or some of them."""
        names = [field.name for field in attrs.fields(kind)]
        chosen = [n for n in names if n not in set(without) and (not only or n in set(only))]
        hints, told = get_type_hints(kind), _told(kind)
        return _object(
            {
                name: _narrowed(self.of(hints[name]), kind, name) | {"description": told[name]}
                for name in chosen
            },
            _in_json(inspect.cleandoc(kind.__doc__ or "").partition("\n")[0]),
        )


def _told(kind: type) -> dict[str, str]:
    """Return what a record's docstring says of each field."""
    doc = inspect.cleandoc(kind.__doc__ or "").partition("\nAttributes:\n")[2]
    entries = re.split(r"\n(?=    \S)", "\n" + re.split(r"\n\n\S|\n\S", doc)[0])
    pairs = (entry.strip().partition(":") for entry in entries if entry.strip())
    return {name.strip(): _in_json(text) for name, _, text in pairs}


def _in_json(text: str) -> str:
    """Return a docstring's words as one line about JSON, in Markdown."""
    line = " ".join(text.split()).replace("``", "`").replace("None", "null")
    return re.sub(r":\w+:`tipdiff\.(\w+)`", r"`\1`", line)


def _narrowed(schema: Schema, kind: type, name: str) -> Schema:
    """Return the schema of a field with what the rules of its record say of it."""
    for rule in RULES:
        if kind in rule.kinds and rule.field == name:
            for pattern, narrowing in _WORDED:
                if found := re.fullmatch(pattern, rule.wanted):
                    schema = schema | narrowing(found)
    return schema


def _object(properties: Mapping[str, Schema], about: str = "", more: Iterable[str] = ()) -> Schema:
    """Return the schema of an object that has all its properties but those in ``more``."""
    required = [name for name in properties if name not in set(more)]
    told = {"description": about} if about else {}
    return {"type": "object", **told, "properties": dict(properties), "required": required}


def _array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _report_claims(records: Records) -> Schema:
    claim = records.fields(Claim)
    claim["properties"]["why"] = {"type": "string", "description": "Why it has its indicator."}
    records.found["Claim"] = claim
    edition = records.fields(Edition, only=("country", "year", "covers", "cables"))
    statement = records.fields(
        Statement, only=("id", "text", "section", "paragraph", "source", "span")
    )
    no_claim = _object(
        {
            "text": {"type": "string", "description": "The number, as it stands there."},
            "span": records.of(tuple[int, int]) | {"description": "Its place in the text."},
            "why": {"type": "string", "description": "Which rule says that it is no claim."},
        }
    )
    statement["properties"]["claims"] = _array(records.of(Claim))
    statement["required"].append("claims")
    statement["properties"]["no_claims"] = _array(no_claim)
    notes = _array(records.of(Note))
    return _object(
        {**edition["properties"], "statements": _array(statement), "notes": notes},
        "The numeric claims of a report: tipdiff claims.",
        more=("notes",),
    )


def _trends(records: Records) -> Schema:
    shared = records.fields(Series, only=("country", "editions"))
    series = records.fields(Series, without=("country", "editions"))
    return _object(
        {**shared["properties"], "series": _array(series)},
        "The figures of a country over the years: tipdiff trends.",
    )


def _history(records: Records) -> Schema:
    thread = records.fields(Thread, without=("editions",))
    return _object(
        {
            "country": records.of(str | None),
            "editions": _array(records.of(int)),
            "threads": _array(thread),
            "warnings": _array(records.of(str)),
        },
        "Every statement's life through the editions of a country: tipdiff history.",
        more=("warnings",),
    )


def _view(name: str) -> Callable[[Records], Schema]:
    """Return what makes the schema of a view of a history."""

    def made(records: Records) -> Schema:
        cell = {"type": ["string", "number", "null"]}
        columns = [column.replace(" ", "_") for column in TABLES[name].columns]
        return _object(
            {
                "country": records.of(str | None),
                "editions": _array(records.of(int)),
                "warnings": _array(records.of(str)),
                "rows": _array(_object(dict.fromkeys(columns, cell))),
            },
            f"A view of a history, {TABLES[name].title}: tipdiff history --view {name}.",
        )

    return made


def _answer(question: str, key: str, kind: type) -> Callable[[Records], Schema]:
    """Return what makes the schema of an answer of an archive."""

    def made(records: Records) -> Schema:
        item = records.of(kind)
        if kind is Series:
            item = records.fields(Series, without=("points", "editions", "law", "who"))
            item["properties"]["points"] = _array(records.fields(Point, only=POINT))
            item["required"].append("points")
            records.found.clear()
        asked = {"type": "object", "description": "The conditions that were given, by name."}
        more = {"type": "boolean", "description": "Whether there are further ones."}
        properties = {"asked": asked, "more": more, key: _array(item)}
        if question == "problems":
            properties["counts"] = records.of(Mapping[str, int])
            properties["files"] = _array(records.of(FileOutcome))
        return _object(properties, f"What tipdiff archive {question} answers.")

    return made


def _archive_summary(records: Records) -> Schema:
    own = records.fields(BuildSummary, without=("archive",))["properties"]
    files = {"type": "integer", "description": "How many files the folder has."}
    held = records.fields(Tally)["properties"]
    return _object({"files": files, **held, **own}, "What tipdiff archive build did.")


def _record(kind: type) -> Callable[[Records], Schema]:
    return lambda records: records.fields(kind)


def _list(kind: type) -> Callable[[Records], Schema]:
    about = f"A list of records, each a {kind.__name__}: to_dict of a list."
    return lambda records: _object({"items": _array(records.of(kind))}, about)


def _nothing(_records: Records) -> Schema:
    return _object({"items": {"type": "array", "maxItems": 0}}, "An empty list: to_dict([]).")


#: What makes the schema of each output, by its name.
OUTPUTS: Final[Mapping[str, Callable[[Records], Schema]]] = {
    **{SCHEMAS[kind]: _record(kind) for kind in (Comparison, Report)},
    "tipdiff/report-claims/1": _report_claims,
    "tipdiff/trends/1": _trends,
    "tipdiff/history/1": _history,
    **{f"tipdiff/history-{name}/1": _view(name) for name in TABLES if name != "threads"},
    "tipdiff/archive-search/1": _answer("search", "found", Said),
    "tipdiff/archive-changes/1": _answer("changes", "changes", Changed),
    "tipdiff/archive-findings/1": _answer("findings", "findings", Told),
    "tipdiff/archive-trends/1": _answer("trends", "trends", Series),
    "tipdiff/archive-problems/1": _answer("problems", "problems", Problem),
    "tipdiff/archive-summary/1": _archive_summary,
    **{name: _record(kind) for kind, name in SCHEMAS.items() if kind not in {Comparison, Report}},
    **{plural(name): _list(kind) for kind, name in SCHEMAS.items() if kind not in {Series, Thread}},
    "tipdiff/list/1": _nothing,
}


def file_of(name: str) -> str:
    """Return the file of an output's schema: ``comparison-1.json`` of ``tipdiff/comparison/1``."""
    return f"{name.removeprefix('tipdiff/').replace('/', '-')}.json"


def schema(name: str) -> Schema:
    """Return the schema of an output by its name."""
    records = Records()
    made = OUTPUTS[name](records)
    properties = {"schema": {"const": name}, **made["properties"]}
    about = {"description": made["description"]} if "description" in made else {}
    return {
        "$schema": DIALECT,
        "$id": f"{ADDRESS}/{file_of(name)}",
        "title": name,
        **about,
        "type": "object",
        "properties": properties,
        "required": ["schema", *made["required"]],
        **({"$defs": dict(sorted(records.found.items()))} if records.found else {}),
    }


def files() -> dict[str, str]:
    """Return the text of each file, by its name."""
    return {
        file_of(name): json.dumps(schema(name), indent=1, ensure_ascii=False) + "\n"
        for name in OUTPUTS
    }


def page() -> str:
    """Return the page that lists them."""
    before, _, _ = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    lines = ["| `schema` | what it is | file |", "|---|---|---|"]
    for name in OUTPUTS:
        about = schema(name)["description"]
        lines.append(f"| `{name}` | {about} | [{file_of(name)}](../schemas/{file_of(name)}) |")
    return f"{before}{BEGIN}\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")
