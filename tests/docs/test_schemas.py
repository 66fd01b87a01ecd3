"""``docs/schemas``: a JSON Schema for every JSON output, held to the code and to what it writes."""

from __future__ import annotations

import copy
import json
import re
import runpy
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

import tipdiff
from tipdiff.cli.commands import tipdiff as command

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PACKAGE = Path(str(tipdiff.__file__)).parent
FIXTURES = ROOT / "fixtures"
MADE = runpy.run_path(str(DOCS / "make_schemas.py"))
NAMES = sorted(MADE["OUTPUTS"])
#: The countries of the fixtures, and the editions of each.
EDITIONS = {
    folder.name: sorted(folder.iterdir())
    for folder in sorted(FIXTURES.iterdir())
    if folder.is_dir() and folder.name not in {"gold", "hostile", "promises"}
}
each_country = pytest.mark.parametrize("country", EDITIONS)


def written(*arguments: object) -> Any:
    """The JSON that a command prints."""
    done = CliRunner().invoke(command, [*map(str, arguments), "--format", "json"])
    assert done.exit_code in {0, 1}, done.stderr
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return json.loads(done.stdout)


def closed(schema: Any) -> Any:
    """A schema that allows no keys but those it lists: what tests hold outputs to."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    if isinstance(inner.get("properties"), dict) and inner.get("type") == "object":
        inner["additionalProperties"] = False
    return inner


@cache
def validator(name: str) -> Draft202012Validator:
    """What holds data to the schema of a name, as the file has it, and to no key beyond."""
    text = (DOCS / "schemas" / MADE["file_of"](name)).read_text("utf-8")
    return Draft202012Validator(closed(json.loads(text)))


def wrong(data: Any) -> list[str]:
    """What is wrong with data by the schema that they name, a line each."""
    errors = validator(data["schema"]).iter_errors(data)
    return [f"{error.json_path}: {error.message[:200]}" for error in errors]


class TestFiles:
    """The files themselves."""

    def test_they_are_up_to_date(self) -> None:
        """They are as ``docs/make_schemas.py`` writes them, and no other file is there."""
        kept = {path.name: path.read_text("utf-8") for path in (DOCS / "schemas").iterdir()}

        assert kept == MADE["files"]()
        assert (DOCS / "reference" / "schemas.md").read_text("utf-8") == MADE["page"]()

    @pytest.mark.parametrize("name", NAMES)
    def test_they_are_schemas(self, name: str) -> None:
        """Each keeps to the draft that it names."""
        Draft202012Validator.check_schema(MADE["schema"](name))

    def test_every_output_has_one(self) -> None:
        """No name of a schema stands in the code without a file here.

        The answers of a judge, which are kept for the next run, are no output.
        """
        code = "".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
        named = set(re.findall(r'"(tipdiff/[a-z-]+/1)"', code))

        assert named - {"tipdiff/judge/1"} <= set(NAMES)
        assert len(named) > 9

    def test_every_field_is_explained(self) -> None:
        """Each field of a record says in its schema what it is."""
        for name in NAMES:
            for record in MADE["schema"](name).get("$defs", {}).values():
                assert all(field.get("description") for field in record["properties"].values())


class TestOutputs:
    """What the commands print on all fixtures keeps to the schemas, and has no key beyond."""

    @each_country
    def test_reports_and_claims(self, country: str) -> None:
        """``show`` and ``claims``, with all that these can add."""
        for edition in EDITIONS[country]:
            assert not wrong(written("show", edition))
            assert not wrong(written("claims", edition))
            assert not wrong(written("claims", edition, "--explain", "--check"))

    @each_country
    def test_comparisons(self, country: str) -> None:
        """``diff``, with evidence."""
        for old, new in pairwise(EDITIONS[country]):
            assert not wrong(written("diff", old, new, "--explain"))

    @each_country
    def test_trends(self, country: str) -> None:
        """``trends``."""
        assert not wrong(written("trends", *EDITIONS[country]))

    @pytest.mark.parametrize("country", ["ostrel", "tessaly"])
    @pytest.mark.parametrize(
        "view", ["threads", "blame", "renewal", "carried", "promises", "dropped"]
    )
    def test_history(self, country: str, view: str) -> None:
        """``history``, in each of its views."""
        assert not wrong(written("history", *EDITIONS[country], "--view", view))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """An archive of an invented country, and what its build told."""
    path = tmp_path_factory.mktemp("archive") / "a.db"
    return path, written("archive", "build", FIXTURES / "ostrel", "--into", path)


class TestArchive:
    """What an archive tells."""

    def test_build(self, archive: tuple[Path, Any]) -> None:
        """The summary of a build."""
        assert not wrong(archive[1])

    @pytest.mark.parametrize(
        ("question", "asked"),
        [
            ("search", ["convicted"]),
            ("changes", ["--since", "2006"]),
            ("trends", ["--indicator", "convictions"]),
            ("findings", []),
            ("problems", ["--files"]),
        ],
    )
    def test_answers(self, archive: tuple[Path, Any], question: str, asked: list[str]) -> None:
        """The answer to each question, which is not empty."""
        path, _ = archive
        data = written("archive", question, path, *asked)

        assert any(data.get(key) for key in ("found", question, "files"))
        assert not wrong(data)


def plain() -> Iterator[dict[str, Any]]:
    """The plain data of every record that stands for itself, and of lists of them."""
    reports = tipdiff.read_all(FIXTURES / "ostrel")
    comparison = tipdiff.compare(reports[0], reports[1], explain=True)
    claims = [claim for s in reports[0].statements for claim in tipdiff.extract_claims(s.text)]
    texts = [[s.text for s in report.statements] for report in reports[:2]]
    for items in (
        [comparison],
        reports,
        claims,
        tipdiff.align(*texts),
        comparison.changes,
        reports[0].statements,
        tipdiff.trends(reports),
        tipdiff.history(reports),
    ):
        yield tipdiff.to_dict(items)
        yield tipdiff.to_dict(items[0])
    yield tipdiff.to_dict([])


def test_plain_data() -> None:
    """``to_dict`` of each record and each list keeps to its schema; none is without data."""
    seen = set()
    for data in plain():
        seen.add(data["schema"])
        assert not wrong(data)

    assert seen >= {name for name in NAMES if not re.search("archive|history-|report-claims", name)}


#: An edit that no result can be, and where the schema says so.
EDITS: dict[str, tuple[Any, str]] = {
    "a status of its own": (lambda data: data["changes"][0].update(status="kept"), "status"),
    "a probability above 1": (lambda data: data["changes"][1].update(score=1.5), "score"),
    "a year as text": (lambda data: data["old"].update(year="2005"), "old.year"),
    "no such year": (lambda data: data["old"].update(year=0), "old.year"),
    "a key less": (lambda data: data["summary"].pop("new"), "summary"),
    "a place of three ends": (
        lambda data: next(c for c in data["changes"] if c["new"])["new"][0]["span"].append(3),
        "span",
    ),
    "another form": (lambda data: data.update(schema="tipdiff/comparison/2"), "schema"),
}


@cache
def _comparison() -> dict[str, Any]:
    old, new, *_ = tipdiff.read_all(FIXTURES / "ostrel")
    return tipdiff.to_dict(tipdiff.compare(old, new))


@pytest.mark.parametrize("name", EDITS)
def test_what_is_wrong_is_refused(name: str) -> None:
    """The schemas say more than that data are JSON."""
    edit, place = EDITS[name]
    data = copy.deepcopy(_comparison())
    edit(data)
    errors = list(validator("tipdiff/comparison/1").iter_errors(data))

    assert any(place in error.json_path for error in errors)
