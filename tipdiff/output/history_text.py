"""Histories as text: threads by section, blame, renewal, promises, and what was dropped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from tipdiff.errors import TipdiffError
from tipdiff.histories.blame import blame
from tipdiff.histories.promises import is_promise, outcome
from tipdiff.histories.renewal import renewal
from tipdiff.output.page import Page
from tipdiff.output.places import cited, heading

if TYPE_CHECKING:
    from collections.abc import Callable

    from tipdiff.histories import Thread
    from tipdiff.histories.renewal import Renewal
    from tipdiff.output.options import Options
    from tipdiff.output.results import History
    from tipdiff.records import Section

__all__ = ["VIEWS", "history_text", "strip"]

#: What stands in the strip for what happened in an edition.
SIGNS: Final = {"new": "+", "unchanged": "=", "changed": "~", "dropped": "-", "returned": "^"}
#: In the strip, for an edition without the statement.
ABSENT: Final = "\u00b7"
#: How many statements the list of the longest carried shows.
LONGEST: Final = 15
#: Columns that stand before a statement in the blame.
KEY: Final = "+ new  = unchanged  ~ changed  - dropped  ^ came back  \u00b7 not there"


def strip(thread: Thread) -> str:
    """Return a thread's life as one sign for each edition."""
    kinds = {event.year: event.kind for event in thread.events}
    return "".join(SIGNS[kinds[y]] if y in kinds else ABSENT for y in thread.editions)


def history_text(history: History, options: Options) -> str:
    """Return one view of the threads as text.

    Args:
        history: What :func:`tipdiff.history` returned, or some of it, and the country.
        options: Width, styles, and the view.

    Raises:
        TipdiffError: There is no such view.

    """
    if options.view not in VIEWS:
        raise TipdiffError(f"no view is called {options.view!r}; there are {', '.join(VIEWS)}")
    page = Page(options)
    years = history.threads[0].editions if history.threads else ()
    page.line(("head", history.titled(", ".join(map(str, years)))))
    VIEWS[options.view](page, history.threads)
    return page.text()


def _by_section(threads: Sequence[Thread]) -> dict[Section, list[Thread]]:
    found: dict[Section, list[Thread]] = {}
    for thread in threads:
        found.setdefault(thread.section, []).append(thread)
    return found


def _threads(page: Page, threads: Sequence[Thread]) -> None:
    page.line(("dim", KEY))
    there = [thread for thread in threads if thread.last == thread.editions[-1]]
    gone = [thread for thread in threads if thread.last != thread.editions[-1]]
    for title, some in (("", there), ("No longer there", gone)):
        if title and some:
            page.rule()
            page.line(("head", title))
        for section, found in _by_section(some).items():
            page.rule()
            page.line(("head", heading(section)))
            for thread in found:
                _thread(page, thread)


def _thread(page: Page, thread: Thread) -> None:
    places = cited(thread.versions[-1].statements[:1])
    page.line(("head", strip(thread)), " ", thread.text, ("dim", f" [{places}]"), indent=2, hang=4)
    for event in thread.events:
        if event.kind == "returned" and event.since is not None:
            page.line(("dim", f"came back in {event.year}; stood in {event.since}"), indent=4)
    for doubt in thread.doubts:
        page.line(("warn", "doubt:"), " ", doubt, indent=4, hang=6)


def _blame(page: Page, threads: Sequence[Thread]) -> None:
    page.line(("dim", "first appeared, last changed"))
    current: Section | None = None
    for each in blame(threads):
        if each.statement.section != current:
            current = each.statement.section
            page.rule()
            page.line(("head", heading(current)))
        margin = f"{each.first} {each.changed if each.changed != each.first else '    '}"
        page.line(("dim", margin), " ", each.statement.text, indent=2, hang=12)


def _renewal(page: Page, threads: Sequence[Thread]) -> None:
    page.line(("dim", "share of statements (of words)"))
    page.rule()
    for each in renewal(threads):
        if each.section is None:
            page.rule()
            page.line(("head", str(each.year)), f" {each.statements} statements: ", _shares(each))
        else:
            page.line(("dim", f"{heading(each.section)}: "), _shares(each), indent=2, hang=4)
    page.rule()
    page.line(("head", "Carried word for word the longest"))
    runs = sorted(((_run(thread), thread) for thread in threads), key=lambda pair: -len(pair[0]))
    for run, thread in runs[:LONGEST]:
        if len(run) > 1:
            page.line(f"{run[0]} to {run[-1]}: {thread.text}", indent=2, hang=4)


def _shares(each: Renewal) -> str:
    kinds = (
        ("unchanged", each.unchanged, each.unchanged_words),
        ("changed", each.changed, each.changed_words),
        ("new", each.new, each.new_words),
        ("came back", each.returned, each.returned_words),
    )
    return ", ".join(
        f"{count / each.statements:.0%} ({size / max(each.words, 1):.0%}) {kind}"
        for kind, count, size in kinds
        if count
    )


def _run(thread: Thread) -> list[int]:
    """Return the editions of a thread's longest run without a change."""
    best: list[int] = []
    current: list[int] = []
    for event in thread.events:
        current = [*current, event.year] if event.kind == "unchanged" else [event.year]
        if event.kind == "dropped":
            current = []
        best = max(best, current, key=len)
    return best


def _promises(page: Page, threads: Sequence[Thread]) -> None:
    made = [t for t in threads if any(is_promise(version.text) for version in t.versions)]
    page.line(("dim", "what is intended, and what the newest reports say of it"))
    for thread in made:
        said = next(v for v in thread.versions if is_promise(v.text))
        page.rule()
        page.line(
            ("head", outcome(thread)),
            f" ({strip(thread)}) ",
            said.text,
            ("dim", f" [{cited(said.statements[:1])}]"),
            indent=2,
            hang=4,
        )
        if thread.versions[-1] is not said and thread.text != said.text:
            latest = thread.versions[-1]
            page.line(f"{latest.year}: {latest.text}", indent=4, hang=6)


def _dropped(page: Page, threads: Sequence[Thread]) -> None:
    for year in threads[0].editions[1:] if threads else ():
        gone = [
            t
            for t in threads
            if t.last != t.editions[-1] and t.editions[t.editions.index(t.last) + 1] == year
        ]
        page.rule()
        page.line(("head", f"Dropped in {year} ({len(gone)})"))
        for thread in gone:
            _thread(page, thread)


#: The views, by name.
VIEWS: Final[dict[str, Callable[[Page, Sequence[Thread]], None]]] = {
    "threads": _threads,
    "blame": _blame,
    "renewal": _renewal,
    "promises": _promises,
    "dropped": _dropped,
}
