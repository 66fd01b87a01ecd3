"""What of a comparison is folded, and what never is."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

import tipdiff
from tipdiff.claims.told import step
from tipdiff.output import Options, render
from tipdiff.output.comparison.folding import Exchange, Folded, condensed
from tipdiff.output.comparison.outline import outline

FIXTURES = Path(__file__).parents[2] / "fixtures"
EDITIONS = [str(FIXTURES / "varona" / str(year)) for year in range(2004, 2009)]
PAIRS = [*pairwise(EDITIONS), tuple(str(FIXTURES / "ostrel" / y) for y in ("2005", "2006"))]
KEPT = "The harbor police keep a register of all ferries. "


def compared(old: str, new: str) -> tipdiff.Comparison:
    """Two narratives of invented Ostrel."""
    sides = (old, new)
    return tipdiff.compare(
        *(tipdiff.read(s + "\n", country="Ostrel", year=2005 + k) for k, s in enumerate(sides))
    )


def flat(text: str) -> str:
    """A text without its lines."""
    return " ".join(text.split())


@pytest.mark.parametrize(("old", "new"), PAIRS)
@pytest.mark.parametrize("form", ["text", "markdown"])
class TestNeverFolded:
    """Whatever changed a figure or a negation."""

    def test_figures(self, old: str, new: str, form: str) -> None:
        """Every figure that changed is told, between linked statements and across others."""
        comparison = tipdiff.compare(old, new)
        shown = flat(render(comparison, form))
        told = [
            each
            for each in (*(c for ch in comparison.changes for c in ch.claims if not ch.is_row),
                         *comparison.claim_links)
            if each.status == "changed"
        ]  # fmt: skip

        assert told
        assert [
            each for each in told if flat(step(each)) not in re.sub(r"\\(.)", r"\1", shown)
        ] == []

    def test_reversals(self, old: str, new: str, form: str) -> None:
        """What was turned into its opposite is told whole, now and then."""
        comparison = tipdiff.compare(old, new)
        shown = flat(render(comparison, form))
        turned = [c for c in comparison.changes if {"reversed", "strength"} & set(c.traits)]

        assert [
            c for c in turned if c.new[0].id not in shown and f" :{_number(c)}" not in shown
        ] == []


def _number(change: tipdiff.Change) -> str:
    return change.new[0].id.rpartition(":")[2]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_everything_stands_once(old: str, new: str) -> None:
    """Every change is shown or counted, and stands in one place."""
    comparison = tipdiff.compare(old, new)
    count = 0
    for group in outline(comparison):
        for item in condensed(comparison, group, Options()):
            if isinstance(item, Folded):
                count += item.unchanged + item.form + item.moved + item.apart
            elif isinstance(item, Exchange):
                count += sum(len(stretch.changes) for stretch in (*item.old, *item.new))
            else:
                count += len(getattr(item, "changes", (item,)))

    assert count == len(comparison.changes)


class TestRuns:
    """Statements that came, or went, one after another."""

    OLD = "Nurses visit the ward. "
    NEW = (
        "A choir sang for the orphans of the quay. Bakers gave bread to every child on the pier. "
        "Two sailors taught the boys to tie knots."
    )

    def test_first_and_count(self) -> None:
        """The first is quoted, the others are a count; ``all`` tells each."""
        comparison = compared(KEPT, KEPT + self.NEW)
        shown, whole = (render(comparison, "text", Options(all=a)) for a in (False, True))

        assert re.search(r"\+ 3 new +:2-4 +A choir sang", shown)
        assert "Bakers" not in shown
        assert "Bakers" in whole

    @pytest.mark.parametrize("form", ["text", "markdown", "html"])
    def test_side_by_side(self, form: str) -> None:
        """What went stands beside what came."""
        shown = render(compared(KEPT + self.OLD, KEPT + self.NEW), form)
        beside = {
            "text": r"- dropped.*\|  \+ 3 new",
            "markdown": r"\| \*\*dropped\*\*.*\| \*\*3 new\*\*",
            "html": r'class="exchange both"',
        }

        assert re.search(beside[form], shown)

    def test_a_linked_figure_stays(self) -> None:
        """A statement whose figure is paired with another one's is never folded."""
        old = KEPT + "The courts convicted 4 smugglers in 2005. The trials were long and costly."
        new = (
            KEPT + "Bakers gave bread to every child on the pier. In all of 2006 convictions of "
            "smugglers by judges of every court of the land came to 9 in number."
        )
        comparison = compared(old, new)
        shown = flat(render(comparison, "text"))

        assert "4 → 9" in shown


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The Clerks' guild keeps a Register.", "The clerks guild keeps a register."),
        ("a) The guild keeps a register.", "- The guild keeps a register."),
        ("As paragraph 18G says, the guild is shut.", "As paragraph 21C says, the guild is shut."),
    ],
)
def test_form_is_a_count(old: str, new: str) -> None:
    """Case, apostrophes, list marks and numbers of paragraphs are no more than a count."""
    comparison = compared(f"{KEPT}\n\n{old}", f"{KEPT}\n\n{new}")
    shown = render(comparison, "text")

    assert "guild" not in shown.split("(before the first heading)")[1]
    assert ("in form only" in shown) == (comparison.summary.changed == 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Clerks found 14 forged papers.", "Clerks found 20 forged papers."),
        ("The guild has a lawyer.", "The guild has no lawyer."),
        ("The guild may open a shelter.", "The guild will open a shelter."),
        ("The guild gave money to the mayor.", "The guild gave money from the mayor."),
    ],
)
def test_content_is_no_form(old: str, new: str) -> None:
    """A figure, a negation, a modal and who acts on whom are shown."""
    shown = render(compared(KEPT + old, KEPT + new), "text")

    assert "in form only" not in shown
    assert "{+" in shown or "now:" in shown or "+ new" in shown


def test_old_sections_do_not_break_in() -> None:
    """A section that became nothing stands behind the one that it would interrupt."""
    for old, new in PAIRS:
        groups = [(g.of, g.section) for g in outline(tipdiff.compare(old, new))]

        assert not [
            (a, b, c)
            for a, b, c in zip(groups, groups[1:], groups[2:], strict=False)
            if a == c and b[0] == "old"
        ]


def test_only_dropped_under_their_own() -> None:
    """Dropped statements alone stand under the sections that theirs became."""
    from tipdiff.comparison.selection import Selection, select

    for old, new in PAIRS:
        left = select(tipdiff.compare(old, new), Selection(only=("dropped",)))
        goes = {link.old: link.new for link in left.sections if link.old is not None}
        for group in outline(left):
            for change in group.changes:
                section = change.old[0].section
                home = goes.get(section)

                assert group.section in {section, home}
                assert home is None or group.section == home
