"""The page of a comparison, read as text: what it holds, and what it never does."""

from __future__ import annotations

import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tipdiff
from tipdiff.output import Options, renderer
from tipdiff.output.html.view import view_of

FIXTURES = Path(__file__).parents[2] / "fixtures"
PAIRS = (
    ("varona/2004", "varona/2005"),
    ("varona/2006", "varona/2007"),
    ("ostrel/2005", "ostrel/2006"),
)
#: Texts that would do something if a page took them for anything but text.
HOSTILE = (
    "<script>document.title='gone'</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "<!-- <style>*{display:none}</style> -->",
    "{{ 7 * 7 }} {% raw %}",
    "&lt;b&gt; &amp;",
    "\x1b[2J\u202e\u2028",
)


@cache
def comparison(old: str, new: str) -> tipdiff.Comparison:
    """Two editions of the fixtures, compared."""
    return tipdiff.compare(FIXTURES / old, FIXTURES / new, explain=True)


def page_of(compared: tipdiff.Comparison) -> str:
    """Its page."""
    return renderer("html")(compared, Options())


class Seen(HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.targets: list[str] = []
        self.ids: list[str] = []
        self.text = ""
        self.data = ""
        self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.add(tag)
        known = {name: value or "" for name, value in attrs}
        self.attributes |= {(tag, name) for name in known}
        self.targets += [v for n, v in known.items() if n in {"href", "src", "action", "data"}]
        self.ids += [known["id"]] if "id" in known else []
        self._inside = known.get("id", tag) if tag == "script" else tag

    def handle_data(self, data: str) -> None:
        """Note text, but for the page's own style and script."""
        if self._inside == "data":
            self.data += data
        elif self._inside not in {"script", "style"}:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag in {"script", "style"}:
            self._inside = ""


def hostile(text: str) -> tipdiff.Comparison:
    """A comparison whose cables hold a hostile text, in changed, new and dropped statements."""
    old = f"The clerk wrote {text} in May. The porter kept it under {text} all year long.\n"
    new = f"The clerk wrote {text} in June. Nobody saw {text} on the quay at night.\n"
    return tipdiff.compare(
        tipdiff.read(old, country=f"Ostrel {text[:20]}", year=2005),
        tipdiff.read(new, country=f"Ostrel {text[:20]}", year=2006),
    )


class TestData:
    """What is embedded."""

    @pytest.mark.parametrize(("old", "new"), PAIRS)
    def test_gives_the_comparison_back(self, old: str, new: str) -> None:
        """The data in the page are the JSON of the contract, and give the same comparison."""
        compared = comparison(old, new)
        data = json.loads(Seen(page_of(compared)).data)

        assert data == tipdiff.to_dict(compared)
        assert tipdiff.from_dict(data) == compared

    @pytest.mark.parametrize("text", HOSTILE)
    def test_of_hostile_text_too(self, text: str) -> None:
        """Whatever the cables hold."""
        compared = hostile(text)

        assert tipdiff.from_dict(json.loads(Seen(page_of(compared)).data)) == compared


class TestSafety:
    """Text is text, and nothing is asked for."""

    @pytest.mark.parametrize("text", HOSTILE)
    def test_no_markup(self, text: str) -> None:
        """A hostile cable adds no element and no attribute to the page."""
        plain, seen = Seen(page_of(comparison(*PAIRS[0]))), Seen(page_of(hostile(text)))

        assert seen.elements <= plain.elements
        assert seen.attributes <= plain.attributes

    @given(st.text(max_size=60))
    def test_any_text(self, text: str) -> None:
        """Nor does any other text."""
        try:
            compared = hostile(text.replace("\n", " "))
        except tipdiff.TipdiffError:
            return
        seen = Seen(page_of(compared))

        assert not seen.elements & {"img", "iframe", "object", "embed", "base", "form2"}
        assert {name for _, name in seen.attributes if name.startswith("on")} == set()
        assert tipdiff.from_dict(json.loads(seen.data)) == compared

    def test_policy(self) -> None:
        """A strict policy stands in the page, before anything it is about."""
        page = page_of(comparison(*PAIRS[0]))
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)

        assert policy is not None
        assert policy.start() < page.index("<style>")
        assert "default-src 'none'" in policy[1]
        assert "unsafe" not in policy[1]

    def test_asks_for_nothing(self) -> None:
        """Every address in the page is a place in it."""
        seen = Seen(page_of(comparison(*PAIRS[1])))

        assert {target[:1] for target in seen.targets} == {"#"}
        assert {target[1:] for target in seen.targets} <= set(seen.ids)
        assert len(seen.ids) == len(set(seen.ids))

    def test_nothing_acts_on_a_terminal(self) -> None:
        """Shown in a terminal, the page obeys no cable either."""
        page = page_of(hostile(HOSTILE[-1]))

        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", page)


class TestContent:
    """What a reader finds."""

    @pytest.mark.parametrize(("old", "new"), PAIRS)
    def test_every_statement_is_there(self, old: str, new: str) -> None:
        """Without script the page tells every statement of either report, and where it stands."""
        compared = comparison(old, new)
        text = " ".join(Seen(page_of(compared)).text.split())
        ids = {s.id for c in compared.changes for s in (*c.old, *c.new)}

        assert {i for i in ids if i not in text} == set()

    @pytest.mark.parametrize(("old", "new"), PAIRS)
    def test_marked_words_are_the_texts(self, old: str, new: str) -> None:
        """The marked words of each side, joined, are the statements' texts."""
        for section in view_of(comparison(old, new)).sections:
            for item in section.items:
                for row in getattr(item, "rows", (item,) if item.kind == "row" else ()):
                    for parts, side in ((row.old, row.change.old), (row.new, row.change.new)):
                        shown = ["".join(m.text for m in part).strip() for part in parts]

                        assert shown == list(dict.fromkeys(s.text for s in side))

    def test_moves_point_both_ways(self) -> None:
        """A moved statement points at the place it left, and that place at the statement."""
        page = page_of(comparison(*PAIRS[0]))
        seen = Seen(page)
        left = [i.removesuffix("-from") for i in seen.ids if i.endswith("-from")]

        assert left
        assert all(f"#{i}" in seen.targets and f"#{i}-from" in seen.targets for i in left)

    def test_size(self) -> None:
        """A comparison of two hundred statements, a hundred a side, stays well under 600 kB."""
        assert len(page_of(comparison(*PAIRS[1])).encode()) < 400_000
