"""Histories as text: threads by section, blame, renewal, promises, what was carried and dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from tipdiff.errors import TipdiffError
from tipdiff.histories.blame import blame
from tipdiff.histories.promises import OUTCOMES, promises
from tipdiff.histories.records import SURE
from tipdiff.histories.renewal import renewal
from tipdiff.output.history.told import (
    DROPPED,
    LONGEST,
    case_line,
    dropped_selection,
    longest_carried,
    not_told,
)
from tipdiff.output.shared.citations import cited, heading
from tipdiff.output.shared.columns import filled, width_of
from tipdiff.output.shared.safe import visible
from tipdiff.output.shared.terminal import Page
from tipdiff.output.shared.word_diff import marked_inside
from tipdiff.series.figure_words import figure, named

if TYPE_CHECKING:
    from collections.abc import Callable

    from tipdiff.histories import Event, Thread
    from tipdiff.histories.carried import Carried
    from tipdiff.histories.promises import Promise
    from tipdiff.histories.ranking import Selection, Story
    from tipdiff.histories.renewal import Renewal
    from tipdiff.output.options import Options
    from tipdiff.output.results import History
    from tipdiff.output.shared.terminal import Run
    from tipdiff.records import Section

__all__ = ["ABSENT", "APART", "SIGNS", "UNSURE", "VIEWS", "history_text", "sign", "strip"]

#: What stands in the strip for what happened in an edition.
SIGNS: Final = {"new": "+", "unchanged": "=", "changed": "~", "dropped": "-", "returned": "^"}
#: In the strip, for an edition without the statement.
ABSENT: Final = "\u00b7"
#: What stands there for what an edition could not hold, or the one before it.
APART: Final = "?"
#: What stands there for a link that is not sure.
UNSURE: Final = "\u2248"
KEY: Final = (
    "+ new  = unchanged  ~ changed  - dropped  ^ came back  \u2248 perhaps  ? without counterpart"
    "  \u00b7 not there"
)
#: Widest column of headings in the table of renewal; a longer one is cut.
WIDEST: Final = 36
#: Widest cell in it.
CELL: Final = len("100% (100%)")
#: The columns of that table: what each is called.
COLUMNS: Final = ("unchanged", "changed", "came back", "new")


def strip(thread: Thread, least: float = SURE) -> str:
    """Return a thread's life as one sign for each edition."""
    events = {event.year: event for event in thread.events}
    return "".join(sign(events[y], least) if y in events else ABSENT for y in thread.editions)


def sign(event: Event, least: float = SURE) -> str:
    """Return the sign of an event; a link less probable than ``least`` has its own."""
    if event.is_apart:
        return APART
    return UNSURE if event.is_unsure(least) else SIGNS[event.kind]


def history_text(history: History, options: Options) -> str:
    """Return one view of the threads as text.

    Args:
        history: What :func:`tipdiff.history` returned, or some of it, and the country.
        options: Width, styles, the view, and whether it shows what each edition says.

    Raises:
        TipdiffError: There is no such view.

    """
    if options.view not in VIEWS:
        raise TipdiffError(f"no view is called {options.view!r}; there are {', '.join(VIEWS)}")
    page = Page(options)
    known = history.threads or history.every
    years = known[0].editions if known else ()
    page.line(("head", history.titled(", ".join(map(str, years)))))
    for warning in history.warnings:
        page.line(("warn", "warning:"), " ", warning, indent=2, hang=4)
    if history.near:
        page.line(("dim", f"near words: {', '.join(history.near)}"), indent=2, hang=4)
    if history.threads:
        VIEWS[options.view](page, history, options)
    else:
        page.line(("dim", "nothing"))
    return page.text()


def _by_section(threads: Iterable[Thread]) -> dict[Section, list[Thread]]:
    found: dict[Section, list[Thread]] = {}
    for thread in threads:
        found.setdefault(thread.section, []).append(thread)
    return found


def _threads(page: Page, history: History, options: Options) -> None:
    threads = history.threads
    page.line(("dim", KEY))
    if len(threads) < len(history.every):  # what was looked for stays in its order
        for section, own in groupby(threads, key=lambda thread: thread.section):
            page.rule()
            page.line(("head", heading(section)))
            for thread in own:
                _thread(page, thread, options)
        return
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
                _thread(page, thread, options)


def _thread(page: Page, thread: Thread, options: Options) -> None:
    places = cited(thread.versions[-1].statements[:1])
    life = strip(thread, options.min_score)
    page.line(("head", life), " ", thread.text, ("dim", f" [{places}]"), indent=2, hang=4)
    if options.all:
        _versions(page, thread, options.min_score)
    else:
        for event in thread.events:
            if event.kind == "returned" and event.since is not None:
                page.line(("dim", f"came back in {event.year}; stood in {event.since}"), indent=4)
    for doubt in thread.doubts:
        page.line(("warn", "doubt:"), " ", doubt, indent=4, hang=6)


def _versions(page: Page, thread: Thread, least: float) -> None:
    """Tell what each edition says, with its words marked against the version before."""
    versions = {version.year: version for version in thread.versions}
    before = {now.year: then.text for then, now in pairwise(thread.versions)}
    for event in thread.events:
        mark = sign(event, least)
        start: tuple[Run | str, ...] = (("dim", str(event.year)), " ", (_style(mark), mark), " ")
        version = versions.get(event.year)
        if version is not None and len(versions) == 1:
            continue  # its text stands beside the strip
        if version is None or event.kind == "unchanged":
            gone = "could not be there" if event.is_apart else "not there"
            told = "word for word" if version else gone
            page.line(*start, ("dim", told), indent=4, hang=6)
            continue
        why = ", ".join(event.traits)
        if event.since is not None:
            why = f"as in {event.since}" if event.kind == "returned" else f"like {event.since}"
        place = ("dim", f" [{cited(version.statements)}]")
        page.line(
            *start,
            *([("dim", f"{why}: ")] if why else []),
            *_marked(before.get(event.year), version.text),
            place,
            indent=4,
            hang=6,
        )
    for one in thread.series:
        points = ", ".join(f"{figure(point)} ({point.year})" for point in one.points)
        page.line(("dim", f"{named(one)}: "), points, indent=4, hang=6)


def _style(sign: str) -> str:
    return sign if sign in {"+", "~", "=", "-"} else "+"


def _marked(before: str | None, text: str) -> Iterator[Run]:
    """Yield a text with its words marked, or plain where so few stayed that marks would hinder.

    What it was stands in a line above: every edition is told, but where it repeats the one before.
    """
    pieces = None if before is None else marked_inside(before, text)
    for kind, words in pieces or (("same", text),):
        yield "" if kind == "same" else kind, words


def _blame(page: Page, history: History, options: Options) -> None:
    threads = history.threads
    found = blame(threads, options.min_score)
    older = any(each.may_be_older for each in found)
    key = "; ? may be older: the edition before could not hold it" if older else ""
    page.line(("dim", f"first appeared, last changed{key}"))
    for section, some in groupby(found, key=lambda each: each.statement.section):
        page.rule()
        page.line(("head", heading(section)))
        for each in some:
            changed = each.changed if each.changed != each.first else ABSENT * 4
            margin = f"{each.first}{'?' if each.may_be_older else ' '}{changed}"
            page.line(("dim", margin), " ", each.statement.text, indent=2, hang=12)


def _renewal(page: Page, history: History, _options: Options) -> None:
    threads = history.threads
    page.line(("dim", "share of statements (of words)"))
    found = renewal(threads)
    _shares(page, "All of it", [(str(r.year), r) for r in found if r.section is None])
    for year in dict.fromkeys(each.year for each in found):
        sections = [(r.section, r) for r in found if r.year == year and r.section is not None]
        if len(sections) > 1:
            _shares(page, str(year), [(_cut(section), each) for section, each in sections])


def _shares(page: Page, title: str, rows: Sequence[tuple[str, Renewal]]) -> None:
    """Add a table: a row for each edition or section, a column for each kind of statement."""
    if not rows:
        return
    page.rule()
    labels = [visible(label) for label, _ in rows]
    first = max(map(width_of, [*labels, title]))
    head = "  ".join(name.rjust(CELL) for name in COLUMNS)
    page.raw(f"{filled(title, first)}  statements  {head}")
    for label, (_, each) in zip(labels, rows, strict=True):
        cells = "  ".join(cell.rjust(CELL) for cell in _cells(each))
        apart = f"  and {each.apart} without counterpart" if each.apart else ""
        page.raw(f"{filled(label, first)}  {each.statements:>10}  {cells}{apart}".rstrip())


def _cut(section: Section) -> str:
    """Return a section's path so that it fits: headings are cut, the answer's letter is not."""
    path = heading(section)
    if len(path) <= WIDEST:
        return path
    first, _, rest = path.partition(" > ")
    tail = f" > {rest}" if rest else ""
    if len(tail) > WIDEST // 2:
        tail = f" > ...{tail[3 - WIDEST // 2 :]}"
    return f"{first[: WIDEST - len(tail) - 3].rstrip()}...{tail}"


def _cells(each: Renewal) -> list[str]:
    pairs = (
        (each.unchanged, each.unchanged_words),
        (each.changed, each.changed_words),
        (each.returned, each.returned_words),
        (each.new, each.new_words),
    )
    return [
        f"{count / max(each.statements, 1):.0%} ({size / max(each.words, 1):.0%})"
        if count
        else ABSENT
        for count, size in pairs
    ]


def _carried(page: Page, history: History, options: Options) -> None:
    threads = history.threads
    found = longest_carried(threads, None if options.all else LONGEST)
    page.line(("dim", f"word for word the longest; {found.count} stood so in two editions or more"))
    for times, some in groupby(found.told, key=lambda story: story.item.times):
        page.rule()
        page.line(("head", f"{times} editions"))
        for story in some:
            folded = story.case and not options.all
            for run in (story.item,) if folded else (story.item, *story.more):
                places = cited(run.version.statements[:1])
                text = case_line(story, run.version.text) if folded else run.version.text
                page.line(
                    ("dim", f"{run.first} to {run.last}"),
                    " ",
                    text,
                    ("dim", f" [{places}]"),
                    indent=2,
                    hang=4,
                )
    _untold(page, found)


def _untold(page: Page, selection: Selection[Thread] | Selection[Carried]) -> None:
    told = not_told(selection, " (--all shows them)")
    if told:
        page.line(("dim", told), indent=2)


def _promises(page: Page, history: History, options: Options) -> None:
    found = promises(history.threads, history.every, options.min_score)
    page.line(("dim", "what is intended, and what became of it as far as the reports tell"))
    for kind, meaning in OUTCOMES.items():
        some = [promise for promise in found if promise.outcome == kind]
        if some:
            page.rule()
            page.line(
                ("head", f"{kind[:1].upper()}{kind[1:]} ({len(some)})"), ("dim", f": {meaning}")
            )
            for promise in some:
                _promise(page, promise, options.min_score)


def _promise(page: Page, promise: Promise, least: float) -> None:
    thread, made = promise.thread, promise.made
    page.line(
        ("head", strip(thread, least)),
        ("dim", f" {made.year} "),
        made.text,
        ("dim", f" [{cited(made.statements[:1])}]"),
        indent=2,
        hang=4,
    )
    if promise.missing:
        page.line(("dim", f"not found in {', '.join(map(str, promise.missing))}"), indent=4, hang=6)
    if promise.part_of is not None:
        whole = cited(promise.part_of.statements[:1])
        page.line(("dim", f"with what it says more of [{whole}]:"), indent=4, hang=6)
    later = promise.answer or promise.nearest
    if later is not None and later.version.text != made.text:
        version = later.version
        nearest = f"nearest ({later.likeness:.2f}) " if promise.answer is None else ""
        place = ("dim", f" [{cited(version.statements[:1])}]")
        start = ("dim", f"{nearest}{version.year} ")
        page.line(start, version.text, place, indent=4, hang=6)
    for promised, done in promise.figures:
        much = "in part: promised " if promise.in_part else "promised "
        page.line(("dim", much), promised, ("dim", ", then "), done, indent=4, hang=6)


def _dropped(page: Page, history: History, options: Options) -> None:
    threads = history.threads
    page.line(("dim", KEY))
    for year in threads[0].editions[1:] if threads else ():
        found = dropped_selection(threads, year, None if options.all else DROPPED)
        if found.count:
            page.rule()
            page.line(("head", f"Dropped in {year} ({found.count})"))
        for story in found.told:
            if story.case and not options.all:
                _case(page, story, options)
            else:
                for thread in (story.item, *story.more):
                    _thread(page, thread, options)
        _untold(page, found)


def _case(page: Page, story: Story[Thread], options: Options) -> None:
    thread = story.item
    life, place = strip(thread, options.min_score), cited(thread.versions[-1].statements[:1])
    told = case_line(story, thread.text)
    page.line(("head", life), " ", told, ("dim", f" [{place}]"), indent=2, hang=4)


#: The views, by name.
VIEWS: Final[dict[str, Callable[[Page, History, Options], None]]] = {
    "threads": _threads,
    "blame": _blame,
    "renewal": _renewal,
    "carried": _carried,
    "promises": _promises,
    "dropped": _dropped,
}
