"""How much of each report is new, as a picture: a bar for each edition, a panel for each part."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.errors import DataError
from tipdiff.histories.renewal import renewal
from tipdiff.plots.panels import spaced, wrapped
from tipdiff.plots.parts import parts_of
from tipdiff.plots.sheet import INNER, Sheet, file_of
from tipdiff.plots.style import GREY, INK, SMALL, TINY, styled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from tipdiff.histories.records import Thread
    from tipdiff.histories.renewal import Renewal
    from tipdiff.records import Edition

__all__ = ["plot_renewal", "renewal_picture", "renewal_words"]

#: What a bar is stacked of, from below: what it is called, its colour, that of its figure, and that
#: of its name. What is old is pale and what is new dark, so that bars read without colours too.
KINDS: Final = (
    ("word for word", "#D9D9D9", INK, "#6A6A6A"),
    ("changed", "#8FBBD9", INK, "#3A7CA5"),
    ("came back", "#E69F00", INK, "#A06F00"),
    ("new", "#0072B2", "white", "#0072B2"),
)
#: Panels of parts of the report, beside the two for all of it.
PARTS: Final = 4
#: Parts with fewer statements in every edition have no panel: of three, one is a third.
SMALLEST: Final = 5
#: Least height of a name beside a bar: one on the line of the axis could not be read.
LOWEST: Final = 0.045
#: Least share of a bar that bears its figure, width of a bar in years, and the bars a panel has
#: room for at least: one alone would be a wall.
LEAST: Final = 0.09
WIDE: Final = 0.72
BARS: Final = 3
#: Least distance of two names beside a bar, as a share of its height.
APART: Final = 0.09
Counts = tuple[int, int, int, int]
"""How many there are of each kind, in the order of ``KINDS``."""


@frozen
class Bars:
    """A panel: what each edition consists of, in statements or in words."""

    title: str
    counts: dict[int, Counts]


def plot_renewal(threads: Sequence[Thread], editions: Iterable[Edition] = ()) -> Figure:
    """Draw how much of each report is word for word, changed, new, or came back.

    Two panels are of the whole report, by statements and by words; the others are of its largest
    parts, by statements.

    Args:
        threads: What :func:`tipdiff.history` returned.
        editions: The editions that were looked at, for the title and the foot.

    Returns:
        A figure of matplotlib, as :func:`tipdiff.plot` gives.

    Raises:
        DataError: There are fewer than two editions.

    """
    looked_at = tuple(editions)
    bars = list(_bars(threads))
    with styled():
        lines = max(wrapped(each.title, INNER[len(bars) > 1]).count("\n") + 1 for each in bars)
        sheet = Sheet(len(bars), len(KINDS[0][0] + " 99 %") * TINY * 0.62 / 72, lines)
        for each, ax in zip(bars, sheet.axes(), strict=True):
            _panel(ax, each, sheet.inner)
        key = "below each bar: the edition; above it: how many statements or words it has"
        return sheet.finish(_title(looked_at), [key, *_apart(threads)], looked_at)


def renewal_picture(
    threads: Sequence[Thread], kind: str, editions: Iterable[Edition] = ()
) -> bytes:
    """Return that picture as the bytes of a file: ``png``, ``svg`` or ``pdf``."""
    looked_at = tuple(editions)
    return file_of(
        lambda: plot_renewal(threads, looked_at), kind, _title(looked_at), renewal_words(threads)
    )


def renewal_words(threads: Sequence[Thread]) -> str:
    """Return the picture in words."""
    return " ".join(
        f"{bars.title}: "
        + "; ".join(
            f"{year} "
            + ", ".join(
                f"{count / max(sum(counts), 1):.0%} {name}"
                for count, (name, *_) in zip(counts, KINDS, strict=True)
                if count
            )
            for year, counts in bars.counts.items()
        )
        + "."
        for bars in _bars(threads)
    ) + "".join(f" {line[:1].upper()}{line[1:]}." for line in _apart(threads))


def _apart(threads: Sequence[Thread]) -> Iterator[str]:
    """Yield the line that says what stands in no bar, if anything does."""
    counts = [(each.year, each.apart) for each in renewal(threads) if each.section is None]
    told = ", ".join(f"{count} statements of {year}" for year, count in counts if count)
    if told:
        yield f"in no bar, since the edition before could not hold them: {told}"


def _title(editions: Iterable[Edition]) -> str:
    country = next((e.country for e in editions if e.country), None)
    return f"{country or 'Country not known'}: how much of each report is new"


def _bars(threads: Sequence[Thread]) -> Iterator[Bars]:
    found = renewal(threads)
    whole = [each for each in found if each.section is None]
    if not whole:
        raise DataError("how much is new needs two editions")
    yield Bars("All statements", {each.year: _statements(each) for each in whole})
    yield Bars("All words", {each.year: _words(each) for each in whole})
    parts: dict[str, dict[int, Counts]] = {}
    known, names = parts_of(threads)
    for each in found:
        if each.section:
            fold = known[each.year, each.section[0]]
            of_part = parts.setdefault(fold, {})
            before = of_part.get(each.year, (0, 0, 0, 0))
            counts = zip(before, _statements(each), strict=True)
            of_part[each.year] = tuple(a + b for a, b in counts)  # type: ignore[assignment]
    sizes = Counter({fold: max(map(sum, each.values())) for fold, each in parts.items()})
    largest = {fold for fold, size in sizes.most_common(PARTS) if size >= SMALLEST}
    if len(parts) > 1:
        for fold in (fold for fold in parts if fold in largest):
            # An edition of which nothing is told there has no bar.
            told = {year: counts for year, counts in parts[fold].items() if any(counts)}
            yield Bars(names[fold].rstrip(" :"), told)


def _statements(each: Renewal) -> Counts:
    return each.unchanged, each.changed, each.returned, each.new


def _words(each: Renewal) -> Counts:
    return each.unchanged_words, each.changed_words, each.returned_words, each.new_words


def _panel(ax: Axes, bars: Bars, width: float) -> None:
    from matplotlib.patches import Patch

    years = sorted(bars.counts)
    middles: dict[str, float] = {}
    told: dict[str, str] = {}
    unnamed: set[str] = set()
    for year in years:
        counts = bars.counts[year]
        total = sum(counts)
        at = 0.0
        for count, (name, color, ink, _) in zip(counts, KINDS, strict=True):
            share = count / max(total, 1)
            ax.bar([year], [share], WIDE, bottom=[at], color=color, linewidth=0)
            if share >= LEAST:
                ax.text(year, at + share / 2, f"{share:.0%}", ha="center", va="center",
                        fontsize=TINY, color=ink)  # fmt: skip
            if year == years[-1] and count:
                middles[name] = at + share / 2
                told[name] = name if share >= LEAST else f"{name} {share:.0%}"
            elif count:
                unnamed.add(name)
            at += share
        ax.text(year, 1.02, f"{total:,}", ha="center", va="bottom", fontsize=TINY, color=GREY)
    wanted = [max(middle, LOWEST) for middle in middles.values()]
    heights = dict(zip(middles, spaced(wanted, APART), strict=True))
    for name, _, _, color in KINDS:
        if name in heights:
            ax.text(years[-1] + WIDE * 0.6, heights[name], told[name], ha="left", va="center",
                    fontsize=TINY, color=color)  # fmt: skip
    others = [Patch(color=c, label=n) for n, c, *_ in KINDS if n in unnamed - set(middles)]
    if others:  # the last bar names its own colours; of those it lacks there is a legend
        ax.legend(handles=others, loc="upper left", bbox_to_anchor=(1.0, 0.0), frameon=False,
                  fontsize=TINY, handlelength=1, borderaxespad=0)  # fmt: skip
    span = years[-1] - years[0] + 1
    ax.set_ylim(0, 1.14)
    ax.set_yticks([])
    ax.set_xticks(years, [str(year) for year in years])
    ax.set_xlim(years[0] - 0.55, years[0] - 0.45 + max(span, BARS))
    ax.tick_params(axis="x", length=0)
    ax.grid(visible=False)
    ax.set_title(wrapped(bars.title, width), loc="left", fontsize=SMALL + 1, fontweight="bold",
                 pad=8)  # fmt: skip
