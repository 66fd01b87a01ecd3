"""What must hold of every output, whatever stands in the result: nothing in it acts."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
import zipfile
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from markdown_it import MarkdownIt

import tipdiff
from tests.html.test_page import Seen
from tests.output.test_hostile import BLOCKS, INLINE, STYLES, TABLES, TAGS, acting, is_number
from tests.output.test_hostile import result as plain_result
from tipdiff.output import RENDERERS
from tipdiff.output.results import kind_of, result_of
from tipdiff.output.shared.csv import FORMULAS, MARK

if TYPE_CHECKING:
    from collections.abc import Callable

    from tipdiff.comparison.review import Review
    from tipdiff.output.results import Kind

__all__ = ["harmless", "is_json", "rendered", "uncommented"]

#: Elements that a page has where the clean one of the same kind happens to lack what they show.
FREE = set(
    "del ins p div section strong ul ol li table thead tbody tr td th details summary".split()
)
FREE |= set(
    "dl dt dd span small h2 h3 h4 a svg g path line rect circle polyline text title".split()
)
FREE |= set("nav em b label input figure figcaption caption cite time header footer q abbr".split())
#: Elements that run, load or send something: none but those of the page itself.
ACTING = set("script style link iframe object embed img form base meta".split())


def rendered(result: Any, options: tipdiff.Options, *, word: bool = False) -> None:
    """Render a result in every format that it has, and hold each to what must hold of it.

    Word documents, which take as long as all others, only where that is asked.
    """
    kind = kind_of(result_of(result))
    for name in RENDERERS[kind]:
        if name == "docx" and not word:
            continue
        harmless(kind, name, tipdiff.render(result, name, options))


def harmless(kind: Kind, name: str, output: Any) -> None:
    """Hold an output of a format to what must hold of it."""
    CHECKS[name](kind, output)


def is_json(text: str) -> Any:
    """The data of a text that is JSON in the strict sense: no NaN, no Infinity."""

    def refused(constant: str) -> float:
        raise AssertionError(f"{constant} is no JSON")

    return json.loads(text, parse_constant=refused)


def _terminal(_: Kind, output: str) -> None:
    assert all(line.isprintable() for line in STYLES.sub("", output).split("\n"))


def _json(_: Kind, output: str) -> None:
    is_json(output)
    assert acting(output) == set()


#: The page's own script and style, which are long and of which no page has others.
_OWN = re.compile(r"<(script|style)>.*?</\1>", re.DOTALL)


@cache
def _clean(kind: Kind) -> tuple[Seen, frozenset[str]]:
    page = tipdiff.render(plain_result(kind), "html")
    return Seen(page), frozenset(match[0] for match in _OWN.finditer(page))


def _html(kind: Kind, output: str) -> None:
    clean, own = _clean(kind)
    assert {match[0] for match in _OWN.finditer(output)} <= own
    output = _OWN.sub("", output)
    seen = Seen(output)

    assert seen.elements <= clean.elements | (FREE - ACTING)
    assert {name for _, name in seen.attributes if name.startswith("on")} == set()
    assert {target[:1] for target in seen.targets} <= {"#"}
    assert output.count("<script") == output.count("</script") == 1
    assert acting(output) == acting(seen.text) == set()
    is_json(output.split('id="data">')[1].split("</script>", maxsplit=1)[0])


def _csv(_: Kind, output: str) -> None:
    rows = list(csv.reader(io.StringIO(output.removeprefix(MARK), newline="")))
    parts = [part for row in rows for c in row if not is_number(c) for part in c.split(";")]

    assert len({len(row) for row in rows}) == 1
    assert [part for part in parts if part.lstrip().startswith(FORMULAS)] == []
    assert all(cell.isprintable() for row in rows for cell in row)


#: What stands between several statements of one side.
OWN = {"<br>"}


def _markdown(_: Kind, output: str) -> None:
    found = [
        inner
        for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(output)
        for inner in (token, *(token.children or ()))
    ]
    used = {re.sub("_(open|close)$", "", token.type) for token in found}

    assert used <= BLOCKS | INLINE | TABLES | {"html_inline"}
    assert {token.content for token in found if token.type == "html_inline"} <= TAGS | OWN
    assert acting(output) == set()


def _word(_: Kind, output: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(output)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                tree = ElementTree.fromstring(archive.read(name))  # noqa: S314 (our own)
                modes = {element.get("TargetMode") for element in tree.iter()}
                assert "External" not in modes


def uncommented(template: str) -> Review:
    """The review that a template is once the marks are off all that it offers."""
    taken = re.sub(r"(?m)^# (?=(?:# )?(?:\[\[(?:link|forbid)\]\]|old = |new = ))", "", template)
    return tipdiff.review_from_data(tomllib.loads(taken))


def _review(_: Kind, output: str) -> None:
    """The template decides nothing as it is, and all that it offers is a review."""
    assert tomllib.loads(output) == {}
    uncommented(output)


CHECKS: dict[str, Callable[[Kind, Any], None]] = {
    "text": _terminal,
    "plain": _terminal,
    "json": _json,
    "html": _html,
    "csv": _csv,
    "markdown": _markdown,
    "docx": _word,
    "review": _review,
}
