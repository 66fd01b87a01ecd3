"""Text of a cable is data in every output: never markup, an escape, a formula, or a link.

The laws put hostile text wherever a cable has a say: statements, headings, the country, subjects,
sources, what is counted. Whatever it is, no renderer lets any of it act.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any
from unicodedata import category

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import tipdiff
from tests.html.test_page import Seen
from tipdiff.output import RENDERERS, Options, render
from tipdiff.output.results import KINDS, Claims, History, Kind, Trends
from tipdiff.output.shared.csv import FORMULAS, MARK
from tipdiff.output.shared.safe import visible

if TYPE_CHECKING:
    from markdown_it.token import Token

#: Two years of an invented country: something new, changed, dropped, reversed, moved, unchanged.
BODIES = (
    "PREVENTION\n\nA. Clerks found 14 forged papers in 2004. Nobody has plans to open a hostel.\n"
    "Divers searched the old quay twice. The harbor police keep a register.\n\n"
    "PROSECUTION\n\nB. Courts convicted three smugglers, two of them men, in 2004.\n"
    "The parliament has not signed the ferry accord.\n",
    "PREVENTION\n\nA. Clerks found about 20 forged papers in 2005. A choir sang for orphans.\n"
    "The harbor police keep a register.\n\n"
    "PROSECUTION\n\nB. Courts convicted five smugglers, four of them men, in 2005.\n"
    "The parliament has signed the ferry accord. Divers searched the old quay twice.\n",
)

#: Fields of records that hold a cable's own words.
WORDS = {"text", "country", "classification", "subject", "source", "post", "message", "counted"}
WORDS |= {
    "label",
    "law",
    "who",
    "where",
    "event",
    "warnings",
    "section",
    "sections",
    "tags",
    "refs",
}
WORDS |= {"doubts", "date", "supersedes"}

#: What would act somewhere, if it were taken for more than text.
SNIPPETS = (
    *("<script>alert(1)</script>", "</style><b>", "<img src=x onerror=alert(1)>", '" onclick="x'),
    *("&lt;i&gt;", "<!-- ", "-->", "]]>", "{{ 7*7 }}", "{% raw %}", "\\N{BELL}", "%s%n", "${HOME}"),
    *("\x1b[2J", "\x1b]0;x\x07", "\x9b31m", "\x00", "\r", "\u202e", "\u2028", "\u200b", "\ud800"),
    *("=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\uff1d1", "'=1", '","=1', "\n=1"),
    *("[a](http://b)", "![a](b)", "<http://b>", "http://quay.example/x", "www.quay.example"),
    *("clerk@quay.example", "@clerk", "#12", "GH-12", "!12", ":ship:", "$5 to $6", "`code`"),
    *("**b**", "__b__", "~~b~~", "*b*", "_b_", "# h", "> q", "- l", "1. l", "1) l", "+ l", "| a |"),
    *(
        "```",
        "~~~",
        "---",
        "===",
        "    code",
        "\\",
        "\\\\",
        "[x]: http://b",
        "[[link]]",
        "# [[link]]",
    ),
)
hostile = st.lists(st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=8)), max_size=4).map(
    " ".join
)
every_hostile = given(hostile)
each_kind = pytest.mark.parametrize("kind", KINDS)


@cache
def result(kind: Kind) -> Any:
    """A result of each kind, of the invented country."""
    reports = [tipdiff.read(body, country="Ostrel", year=2005 + k) for k, body in enumerate(BODIES)]
    if kind == "comparison":
        return tipdiff.compare(reports[0], reports[1], explain=True)
    if kind == "trends":
        series = tuple(tipdiff.trends(reports))
        return Trends(series, "Ostrel", series[0].editions)
    if kind == "history":
        return History(tuple(tipdiff.history(reports)), "Ostrel")
    if kind == "claims":
        found = {s.id: tipdiff.extract_claims(s.text) for s in reports[0].statements}
        return Claims(reports[0], found)
    return reports[0]


def poisoned(value: Any, text: str, name: str = "") -> Any:
    """A result with a text before and behind whatever is a cable's own words in it."""
    if isinstance(value, str):
        return f"{text} {value} {text}" if name in WORDS else value
    if isinstance(value, tuple | list):
        return type(value)(poisoned(item, text, name) for item in value)
    if isinstance(value, Mapping):
        return {key: poisoned(item, text, name) for key, item in value.items()}
    if attrs.has(type(value)):
        fields = {f.name: getattr(value, f.name) for f in attrs.fields(type(value))}
        if isinstance(value, tipdiff.Cable):
            value = attrs.evolve(value, id=f"{text} {value.id} {text}")
        return attrs.evolve(value, **{n: poisoned(v, text, n) for n, v in fields.items()})
    return value


def shown(kind: Kind, name: str, text: str, **options: Any) -> str:
    """What a renderer gives of a poisoned result."""
    return render(poisoned(result(kind), text), name, Options(**options))


#: The styles that the text output has, and nothing else of a terminal's language.
STYLES = re.compile(r"\x1b\[(?:0|1|2|3[0-7]|4|9)(?:;\d+)*m")


def acting(text: str) -> set[str]:
    """What of a text is neither to be seen nor a space or line feed."""
    kinds = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return {c for c in text if category(c) in kinds and c != "\n"}


class TestTerminal:
    """Plain text."""

    @each_kind
    @every_hostile
    @example(" ".join(SNIPPETS))
    def test_nothing_acts(self, kind: Kind, text: str) -> None:
        """No character acts on a terminal but line feeds, and styles where they are asked for."""
        for name in ("text", "plain") if kind == "report" else ("text",):
            plain = shown(kind, name, text, explain=True, all=True)
            styled = shown(kind, name, text, color=True, sides=True)

            assert all(line.isprintable() for line in plain.split("\n"))
            assert all(line.isprintable() for line in STYLES.sub("", styled).split("\n"))

    @every_hostile
    @example("\n")
    def test_a_line_a_statement(self, text: str) -> None:
        """For tools that compare lines each statement is one line, whatever is in it."""
        lines = shown("report", "plain", text).splitlines()

        assert len(lines) == len(result("report").statements)


class TestJson:
    """The contract's data."""

    @each_kind
    @every_hostile
    def test_data_come_back(self, kind: Kind, text: str) -> None:
        """The JSON is printable text, and gives the words back as they are."""
        written = shown(kind, "json", text)
        data = json.loads(written)

        assert acting(written) == set()
        if kind != "claims":
            assert tipdiff.from_dict(data) in (
                poisoned(result(kind), text),
                [*getattr(poisoned(result(kind), text), "series", ())],
                [*getattr(poisoned(result(kind), text), "threads", ())],
            )


class TestHtml:
    """Pages."""

    @pytest.mark.parametrize("kind", [kind for kind in KINDS if "html" in RENDERERS[kind]])
    @every_hostile
    @example(" ".join(SNIPPETS))
    def test_text_is_text(self, kind: Kind, text: str) -> None:
        """It adds no element, attribute or address to a page, and is there to be read."""
        plain, seen = Seen(shown(kind, "html", "quay")), Seen(shown(kind, "html", text))

        assert seen.elements <= plain.elements
        assert {name for _, name in seen.attributes if name.startswith("on")} == set()
        assert {name for _, name in seen.attributes} <= {name for _, name in plain.attributes} | {
            "data-figures"
        }
        assert {target[:1] for target in seen.targets} <= {"#"}
        assert "".join(visible(text).split()) in "".join(seen.text.split())

    @pytest.mark.parametrize("kind", [kind for kind in KINDS if "html" in RENDERERS[kind]])
    @every_hostile
    @example("\x1b[2J")
    @example("\u202efdp.txt")
    def test_nothing_acts(self, kind: Kind, text: str) -> None:
        """No control character and no mark of direction is in a page, as such or as a reference."""
        page = shown(kind, "html", text, all=True)

        assert acting(page) == acting(Seen(page).text) == set()


def is_number(cell: str) -> bool:
    """Whether a spreadsheet reckons with a cell."""
    return re.fullmatch(r"-?\d+(\.\d+)?(e[+-]\d+)?", cell) is not None


class TestCsv:
    """Spreadsheets."""

    @pytest.mark.parametrize("kind", [kind for kind in KINDS if "csv" in RENDERERS[kind]])
    @every_hostile
    @example("\uff1d1")
    @example("\t=1")
    @example("a; =1;\t-1")
    @example(';"=1')
    @example('; " "=1')
    def test_no_formula(self, kind: Kind, text: str) -> None:
        """No cell begins with what a spreadsheet runs, and rows and columns stay as they are."""
        for figures in (False, True) if kind == "comparison" else (False,):
            given = (
                render(result(kind), "csv", Options(figures=figures)),
                shown(kind, "csv", text, figures=figures),
            )
            self.is_harmless(*given)

    def is_harmless(self, one: str, other: str) -> None:
        """Hold that a table of hostile text has the shape of a plain one, and no formula."""
        plain, rows = (
            list(csv.reader(io.StringIO(each.removeprefix(MARK), newline="")))
            for each in (one, other)
        )
        parts = [part for row in rows for c in row if not is_number(c) for part in c.split(";")]

        # How a spreadsheet takes it that has semicolons between cells.
        split = csv.reader(io.StringIO(other.removeprefix(MARK), newline=""), delimiter=";")
        parts += [c for row in split for c in row if not is_number(c)]

        assert [len(row) for row in rows] == [len(row) for row in plain]
        assert [part for part in parts if part.lstrip().startswith(FORMULAS)] == []
        assert all(cell.isprintable() for row in rows for cell in row)

    @pytest.mark.parametrize("kind", [kind for kind in KINDS if "csv" in RENDERERS[kind]])
    @every_hostile
    @example("\r\n")
    @example("\n")
    def test_line_ends(self, kind: Kind, text: str) -> None:
        """Each row ends in CR and LF (RFC 4180), and neither stands anywhere else."""
        written = shown(kind, "csv", text).removeprefix(MARK)
        rows = list(csv.reader(io.StringIO(written, newline="")))

        assert written.endswith("\r\n")
        assert [written.count(end) for end in ("\r", "\n", "\r\n")] == [len(rows)] * 3


#: What of Markdown the renderers use: nothing but this may stand in what they give.
BLOCKS = {"heading", "paragraph", "bullet_list", "ordered_list", "list_item", "inline"}
TABLES = {"table", "thead", "tbody", "tr", "th", "td", "code_inline"}
INLINE = {"text", "text_special", "softbreak", "hardbreak", "strong", "s"}
TAGS = {"<!-- -->", "<del>", "</del>", "<strong>", "</strong>"}


def tokens(markdown: str) -> Iterator[Token]:
    """All that a parser of Markdown takes a text for."""
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        yield token
        yield from token.children or ()


class TestMarkdown:
    """Trackers and notes."""

    @pytest.mark.parametrize("kind", [kind for kind in KINDS if "markdown" in RENDERERS[kind]])
    @every_hostile
    @example(" ".join(SNIPPETS))
    @example("    code")
    def test_text_is_text(self, kind: Kind, text: str) -> None:
        """It is no markup to a parser, and is there to be read."""
        written = shown(kind, "markdown", text, all=True)
        found = list(tokens(written))
        signs = re.findall(r"\\.|\*\*|~~", written)
        used = {re.sub("_(open|close)$", "", token.type) for token in found}
        read = "".join(t.content for t in found if t.type in {"text", "text_special"})

        # A mark that a parser does not take for one would stand there as it is.
        assert signs.count("**") == sum(token.markup == "**" for token in found)
        assert signs.count("~~") == sum(token.markup == "~~" for token in found)
        assert used <= BLOCKS | INLINE | {"html_inline"} | (
            set() if kind == "comparison" else TABLES
        )
        assert {token.content for token in found if token.type == "html_inline"} <= TAGS
        assert "".join(visible(text).split()) in "".join(read.split())

    @pytest.mark.parametrize("kind", [kind for kind in KINDS if "markdown" in RENDERERS[kind]])
    @every_hostile
    @example("@clerk #12 GH-12 !12 :ship: http://b www.b")
    def test_nothing_to_be_found(self, kind: Kind, text: str) -> None:
        """Nor has a tracker, once all markup is done, a mention or an address to find in it."""
        for token in tokens(shown(kind, "markdown", text, all=True)):
            if token.type == "inline":
                parts = [""]
                for child in token.children or ():
                    parts = [*parts, ""] if child.type == "html_inline" else parts
                    parts[-1] += child.content if child.type.startswith("text") else " "

                assert not any(
                    re.search(r"@\w|#\d|!\d|GH-\d", part, re.IGNORECASE) for part in parts
                )

    @every_hostile
    @example("http://b.c www.b.c")
    def test_no_address(self, text: str) -> None:
        """No address is left in one piece where links are made of them while markup is read."""
        written = shown("comparison", "markdown", text, all=True)

        assert not re.search(r"[a-z]+://|\bwww\.", written, re.IGNORECASE)


class TestReview:
    """The review file to begin with."""

    @every_hostile
    @example("\n[[link]]\nold = 1")
    def test_decides_nothing(self, text: str) -> None:
        """As written it is TOML that decides nothing; with its remarks taken off, a review."""
        written = shown("comparison", "review", text)
        taken = re.sub(r"(?m)^# (?=\[\[|old = |new = )", "", written)

        assert tomllib.loads(written) == {}
        assert set(tomllib.loads(taken)) <= {"link", "forbid"}
