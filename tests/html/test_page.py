"""The page of a comparison, read as text: what it holds, and what it never does."""

from __future__ import annotations

import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import tipdiff
from benchmarks.texts import long_pair
from tipdiff.output import Options, renderer
from tipdiff.output.comparison.html import page
from tipdiff.output.comparison.html.body import Exchange
from tipdiff.output.comparison.html.rows import ChangeRow
from tipdiff.output.comparison.html.view import ComparisonView, Ghost, view_of
from tipdiff.records import Change, Statement

FIXTURES = Path(__file__).parents[2] / "fixtures"
PAIRS = (
    ("varona/2004", "varona/2005"),
    ("varona/2006", "varona/2007"),
    ("ostrel/2005", "ostrel/2006"),
)
#: Invented statements for a report that is turned about.
ONE = "The harbor police of Ostrel keep a ledger of every crew that lands at the quay."
TWO = (
    "Two clerks of the labor office visit the canneries each spring.",
    "A retired judge teaches the law against debt bondage to cadets.",
)
THREE = "The shelter above the chandlery has nine beds and a locked yard."
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


def rows(view: ComparisonView) -> list[ChangeRow]:
    """The changes as the page shows them, in its order."""
    found: list[ChangeRow] = []
    for section in view.sections:
        for item in section.items:
            sides = (*item.old, *item.new) if isinstance(item, Exchange) else (item,)
            for each in sides:
                found += [each] if isinstance(each, ChangeRow) else getattr(each, "rows", ())
    return found


def made_of(*changes: tuple[tuple[str, ...], int, int, str]) -> tipdiff.Comparison:
    """A comparison of changes, each its status and traits, its numbers then and now, its text."""
    empty = comparison(*PAIRS[0])
    made = []
    for (status, *traits), old, new, text in changes:
        sides = [
            (Statement(f"{cable}:{number}", text, (), None, "text", (0, len(text))),)
            for cable, number in (("05LANNOCK1", old), ("06LANNOCK1", new))
        ]
        made.append(Change(status, tuple(traits), 1.0, 1.0, False, *sides))  # type: ignore[arg-type]
    return evolve(empty, changes=tuple(made), claim_links=())


def _far(change: str) -> float:
    """The relative change that a cell tells; without percent it is from nothing, or not known."""
    told = re.search(r"([\d,.]+) %", change)
    if told:
        return float(told[1].replace(",", ""))
    return float("inf") if change else 0.0


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
        for row in rows(view_of(comparison(old, new))):
            for parts, side in ((row.old, row.change.old), (row.new, row.change.new)):
                shown = ["".join(m.text for m in part).strip() for part in parts]

                assert shown == list(dict.fromkeys(s.text for s in side))

    @pytest.mark.parametrize(("old", "new"), PAIRS)
    def test_each_change_is_told_once(self, old: str, new: str) -> None:
        """Sections and folds hold every change exactly once."""
        compared = comparison(old, new)
        told = [id(row.change) for row in rows(view_of(compared))]

        assert sorted(told) == sorted(map(id, compared.changes))

    @pytest.mark.parametrize(("old", "new"), PAIRS)
    def test_contents_count_every_change(self, old: str, new: str) -> None:
        """The contents name each section once, with all that differs under it."""
        compared = comparison(old, new)
        listed = [s for block in view_of(compared).contents for s in block.sections]

        assert len({section.key for section in listed}) == len(listed)
        assert sum(section.differing for section in listed) == sum(
            change.status != "unchanged" for change in compared.changes
        )

    @pytest.mark.parametrize(("old", "new"), PAIRS)
    def test_figures_largest_first(self, old: str, new: str) -> None:
        """The table of figures begins with the largest relative change; from nothing is most."""
        compared = comparison(old, new)
        ratios = {
            (c.old.id, c.new.id): float("inf") if c.ratio is None and c.difference else c.ratio
            for c in [c for change in compared.changes for c in change.claims]
            if c.status == "changed" and c.old and c.new and c.new.equivalent is None
        }
        shown = view_of(compared).figures
        far = sorted((abs((r or 1.0) - 1) for r in ratios.values()), reverse=True)

        assert len([line for line in shown if not line.apart]) == len(ratios)
        assert [line.change for line in shown if line.way][:1] != []
        assert far == sorted(far, reverse=True)
        assert [_far(line.change) for line in shown] == sorted(
            (_far(line.change) for line in shown), reverse=True
        )

    @pytest.mark.parametrize(("old", "new"), PAIRS)
    def test_moves_point_both_ways(self, old: str, new: str) -> None:
        """A moved statement points at the place it left, and that place at the statement."""
        compared = comparison(old, new)
        seen = Seen(page_of(compared))
        left = [i for i in seen.ids if "-from" in i]
        moved = {
            f"c{k}" for k, c in enumerate(compared.changes, 1) if "moved" in c.traits and c.old
        }

        assert {i.partition("-")[0] for i in left} == moved
        assert all({f"#{i}", f"#{i.partition('-')[0]}"} <= set(seen.targets) for i in left)

    def test_places_left_follow_what_stayed(self) -> None:
        """What moved is missed where it stood, also if what stood before it moved with it."""
        stays, leaves = ("unchanged",), ("unchanged", "moved")
        made = made_of(
            (stays, 1, 1, ONE), (stays, 4, 2, THREE), (leaves, 2, 3, TWO[0]), (leaves, 3, 4, TWO[1])
        )
        items = [item for section in view_of(made).sections for item in section.items]

        assert [item.kind for item in items] == ["fold", "ghost", "ghost", "fold", "row", "row"]
        assert [g.text for g in items if isinstance(g, Ghost)] == list(TWO)

    def test_first_place_left(self) -> None:
        """What moved away from the very beginning is missed there."""
        made = made_of((("unchanged",), 2, 1, ONE), (("unchanged", "moved"), 1, 2, THREE))

        assert [item.kind for item in view_of(made).sections[0].items] == ["ghost", "fold", "row"]

    def test_splits_and_merges_are_drawn(self) -> None:
        """One curve leads to each part, and words say the same."""
        compared = comparison(*PAIRS[0])
        forks = [row for row in rows(view_of(compared)) if row.fork]

        assert {t for row in forks for t in row.change.traits} >= {"split", "merged"}
        for row in forks:
            assert row.fork is not None
            assert len(row.fork.curves) == max(len(row.old), len(row.new))
            assert str(len(row.fork.curves)) in row.fork.told

    def test_opens_as_asked(self) -> None:
        """Two columns and unfolded text can be asked for; a reader may change both."""
        compared = comparison(*PAIRS[0])
        plain = renderer("html")(compared, Options())
        asked = renderer("html")(compared, Options(sides=True, all=True))

        assert '<body class="side-by-side">' in asked
        assert '<body class="side-by-side">' not in plain
        assert asked.count('class="fold" open') == plain.count('class="fold"')

    def test_notes_lead_to_what_they_are_about(self) -> None:
        """A note of statements leads to the changes they stand in."""
        compared = comparison(*PAIRS[0])
        noted = [n for n in compared.notes if n.statements]
        shown = view_of(compared).notes

        assert noted
        for note, line in zip(compared.notes, shown, strict=True):
            found = [compared.changes[int(target[1:]) - 1] for target in line.targets]
            ids = {s.id for change in found for s in (*change.old, *change.new)}

            assert set(note.statements) <= ids

    def test_right_to_left(self) -> None:
        """Whatever a cable says has the direction of its own letters, then and now."""
        old, new = (f"\u05e9\u05dc\u05d5\u05dd \u05e8\u05e6\u05d9\u05e3 {n} ." for n in (3, 9))
        compared = tipdiff.compare(
            tipdiff.read(f"{old}\n", country="Ostrel", year=2005),
            tipdiff.read(f"{new}\n", country="Ostrel", year=2006),
        )
        shown = renderer("html")(compared, Options())
        texts = re.findall(r'<p class="text[^>]*>', shown)

        assert texts
        assert [tag for tag in texts if 'dir="auto"' not in tag] == []
        assert re.search(r'<small dir="ltr">2005</small>', shown)

    def test_notes_are_no_warnings(self) -> None:
        """Warnings stand at the head, and notes behind the findings."""
        compared = comparison(*PAIRS[0])
        text = Seen(page_of(compared)).text
        note = compared.notes[0].message.split('"')[0]

        assert text.index("Findings") < text.index("worth a look, and no change")
        assert note not in text.split("Findings")[0]

    def test_says_what_is_left_out(self) -> None:
        """A page of some of the changes says how many it leaves out."""
        compared = comparison(*PAIRS[0])
        some = evolve(compared, changes=compared.changes[:10])

        assert f"{len(compared.changes) - 10} are not" in Seen(page_of(some)).text
        assert "are not" not in Seen(page_of(compared)).text.split("Findings")[0]

    def test_size(self) -> None:
        """Two reports of two hundred statements make a page under 600 kB."""
        old, new = long_pair(1, 200)
        compared = tipdiff.compare(tipdiff.read(old), tipdiff.read(new), explain=True)

        assert len(compared.changes) >= 200
        assert len(page_of(compared).encode()) < 600_000


class TestBase:
    """What every page begins with."""

    def test_without_a_script(self) -> None:
        """A page that has no script lets none run."""
        text = page("base", {"said": HOSTILE[1]})

        assert "script-src" not in text
        assert "default-src 'none'" in text
        assert json.loads(Seen(text).data) == {"said": HOSTILE[1]}

    def test_closes_nothing_early(self) -> None:
        """Style and script are inlined whole: nothing in them ends their element."""
        text = page_of(comparison(*PAIRS[0]))

        assert text.count("</style>") == 1
        assert text.count("</script>") == 2
