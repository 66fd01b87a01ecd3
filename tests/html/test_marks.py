"""Marks of a person in the page, taken away as the review file of ``--review``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import tipdiff
from tests.output.test_hostile import poisoned
from tipdiff.output import Options, renderer

from .opened import launched, needs_browser, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FIXTURES = Path(__file__).parents[2] / "fixtures"
PAIRS = (
    ("varona/2004", "varona/2005"),
    ("varona/2006", "varona/2007"),
    ("ostrel/2005", "ostrel/2006"),
)

pytestmark = needs_browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless browser."""
    with launched() as found:
        yield found


def compared(pair: tuple[str, str], review: Any = None) -> tipdiff.Comparison:
    """Two editions, compared under a review."""
    known = tipdiff.review_from_data(review or {})
    return tipdiff.compare(*(FIXTURES / name for name in pair), review=known, explain=True)


@pytest.fixture
def marked(browser: Browser, tmp_path: Path) -> Iterator[tuple[Page, tipdiff.Comparison]]:
    """The page of two editions, and what it is about."""
    known = compared(PAIRS[0])
    with opened(browser, written(known, tmp_path)) as page:
        yield page, known


def written(known: tipdiff.Comparison, folder: Path) -> Path:
    """The page of a comparison on disk."""
    path = folder / "report.html"
    path.write_text(renderer("html")(known, Options()), encoding="utf-8")
    return path


def downloaded(page: Page, folder: Path) -> str:
    """The review that the page gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Download review").click()
    target = folder / "review.toml"
    download.value.save_as(target)
    assert download.value.suggested_filename == "review.toml"
    return target.read_text("utf-8")


def mark(page: Page, number: int, verdict: str) -> None:
    """Mark a change, also one that is folded away."""
    page.locator(f"#c{number} .verdict [value={verdict}]").evaluate("(e) => e.click()")


def numbers(known: tipdiff.Comparison, status: str) -> list[int]:
    """The numbers of the changes of a status."""
    return [k for k, change in enumerate(known.changes, 1) if change.status == status]


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("verdict", ["reviewed", "wrong"])
def test_everything_marked(
    browser: Browser, tmp_path: Path, pair: tuple[str, str], verdict: str
) -> None:
    """Whatever is marked, the review is taken, and every entry of it applies."""
    known = compared(pair)
    with opened(browser, written(known, tmp_path)) as page:
        for number in range(1, len(known.changes) + 1):
            mark(page, number, verdict)
        data = tomllib.loads(downloaded(page, tmp_path))
    again = compared(pair, data)

    # A reviewer who says that all links are wrong leaves nothing to compare, and is told so.
    said = [w for w in again.warnings if w not in known.warnings]
    assert [w for w in said if not w.startswith("not comparable")] == []
    if verdict == "reviewed":
        assert {c.status for c in again.changes if not c.reviewed} == set()
        assert [(c.status, c.old, c.new) for c in again.changes] == [
            (c.status, c.old, c.new) for c in known.changes
        ]
    else:
        before = {(a.id, b.id) for c in known.changes for a in c.old for b in c.new}
        after = {(a.id, b.id) for c in again.changes for a in c.old for b in c.new}

        assert before & after == set()


def test_odd_characters(browser: Browser, tmp_path: Path) -> None:
    """Whatever the statements hold, half characters too, the review that is downloaded parses."""
    odd = poisoned(compared(PAIRS[0]), 'x\ud800\x7f\U0001f6a2\x1b"\\\u202e\u2028')
    with opened(browser, written(odd, tmp_path)) as page:
        for number in range(1, len(odd.changes) + 1):
            mark(page, number, "reviewed")
        data = tomllib.loads(downloaded(page, tmp_path))

    assert tipdiff.review_from_data(data).decisions


def test_a_partner_is_named(marked: tuple[Page, tipdiff.Comparison], tmp_path: Path) -> None:
    """What is wrongly new gets the partner that a person names, by the id of a statement."""
    page, known = marked
    new, dropped = numbers(known, "new")[2], numbers(known, "dropped")[1]
    old = known.changes[dropped - 1].old[0]
    mark(page, new, "wrong")
    field = page.locator(f"#c{new}").get_by_label("Belongs to")
    field.fill("nobody")
    refused = field.evaluate("(e) => e.validationMessage")
    field.fill(old.id)
    offered = page.locator(f"#{field.get_attribute('list')} option[value='{old.id}']").count()
    data = tomllib.loads(downloaded(page, tmp_path))
    again = compared(PAIRS[0], data)
    linked = next(c for c in again.changes if old in c.old)

    assert "no statement of the old report" in refused
    assert offered == 1
    assert data == {"link": [{"old": old.text, "new": known.changes[new - 1].new[0].text}]}
    assert linked.reviewed
    assert linked.new == known.changes[new - 1].new


def test_several_partners_are_one_link(
    marked: tuple[Page, tipdiff.Comparison], tmp_path: Path
) -> None:
    """Two that belong to one statement, one of them said from both ends, are one entry."""
    page, known = marked
    new = numbers(known, "new")[:2]
    old = numbers(known, "dropped")[0]
    gone = known.changes[old - 1].old[0]
    for number in new:
        mark(page, number, "wrong")
        page.locator(f"#c{number}").get_by_label("Belongs to").fill(gone.id)
    mark(page, old, "wrong")
    page.locator(f"#c{old}").get_by_label("Belongs to").fill(known.changes[new[0] - 1].new[0].id)
    data = tomllib.loads(downloaded(page, tmp_path))

    assert [set(link["new"]) for link in data["link"]] == [
        {known.changes[number - 1].new[0].text for number in new}
    ]
    assert tipdiff.review_from_data(data).decisions


def test_without_a_partner_a_remark(
    marked: tuple[Page, tipdiff.Comparison], tmp_path: Path
) -> None:
    """Wrong without a partner decides nothing, but the entry stands there to be completed."""
    page, known = marked
    number = numbers(known, "dropped")[0]
    mark(page, number, "wrong")
    text = downloaded(page, tmp_path)

    assert tomllib.loads(text) == {}
    assert "# [[link]]" in text
    assert known.changes[number - 1].old[0].text in text


def test_notes(marked: tuple[Page, tipdiff.Comparison], tmp_path: Path) -> None:
    """A note goes along, whatever it holds."""
    page, known = marked
    number = numbers(known, "changed")[0]
    mark(page, number, "reviewed")
    page.locator(f"#c{number}").get_by_label("Note").fill('see "ledger" \\ [[forbid]]')
    data = tomllib.loads(downloaded(page, tmp_path))

    assert data["link"][0]["note"] == 'see "ledger" \\ [[forbid]]'


def test_marks_stay(browser: Browser, tmp_path: Path) -> None:
    """Marks outlive the page's being closed, and another page has none of them."""
    known = compared(PAIRS[0])
    path = written(known, tmp_path)
    (tmp_path / "other").mkdir()
    other = written(compared(PAIRS[2]), tmp_path / "other")
    number = numbers(known, "new")[0]
    context = browser.new_context()
    page = context.new_page()
    page.goto(path.as_uri())
    mark(page, number, "wrong")
    page.locator(f"#c{number}").get_by_label("Note").fill("ask the post")
    page.close()
    page = context.new_page()
    page.goto(path.as_uri())
    note = page.locator(f"#c{number}").get_by_label("Note").input_value()
    pressed = page.locator(".verdict [aria-pressed=true]").count()
    page.goto(other.as_uri())
    elsewhere = page.locator(".verdict [aria-pressed=true]").count()
    context.close()

    assert note == "ask the post"
    assert pressed == 1
    assert elsewhere == 0


def test_not_yet_reviewed(marked: tuple[Page, tipdiff.Comparison]) -> None:
    """What is marked leaves what is not reviewed once one goes on; a mark can be taken back."""
    page, known = marked
    number = numbers(known, "changed")[0]
    everything = len(known.changes)
    page.get_by_label("not yet reviewed").check()
    mark(page, number, "reviewed")
    stays = page.locator(f"#c{number}").is_visible()
    page.get_by_role("button", name="Next").click()
    after = page.locator(".tally").inner_text()
    told = page.locator("output[name=marked]").inner_text()
    mark(page, number, "reviewed")
    page.get_by_role("button", name="Next").click()

    assert stays
    assert after == f"{everything - 1} of {everything} changes"
    assert told == "1 marked"
    assert page.locator(".tally").inner_text() == f"{everything} of {everything} changes"


def test_what_was_reviewed_says_so(browser: Browser, tmp_path: Path) -> None:
    """A page made under a review shows which changes it applied to."""
    known = compared(PAIRS[0])
    change = next(c for c in known.changes if c.status == "changed" and len(c.new) == 1)
    data = {"link": [{"old": change.old[0].text, "new": change.new[0].text}]}
    again = compared(PAIRS[0], data)
    with opened(browser, written(again, tmp_path)) as page:
        assert page.locator(".change h3 > i", has_text="reviewed").count() == sum(
            c.reviewed for c in again.changes
        )


def test_further_marks(browser: Browser, tmp_path: Path) -> None:
    """What a page made under a review gives can be put behind that review."""
    first = numbers(compared(PAIRS[0]), "changed")[:6]
    texts = []
    data: Any = None
    for marks in (first[:3], first):
        known = compared(PAIRS[0], data)
        with opened(browser, written(known, tmp_path)) as page:
            for number in marks:
                mark(page, number, "reviewed")
            texts.append(downloaded(page, tmp_path))
        data = tomllib.loads("\n".join(texts))
    again = compared(PAIRS[0], data)

    assert len(data["link"]) == len(first)
    assert {k for k, c in enumerate(again.changes, 1) if c.reviewed} >= set(first)
