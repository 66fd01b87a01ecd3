"""``tipdiff archive build``: every report of a folder tree compared, into a database."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

import click

from tipdiff.cli.edge import Interrupted, say, toml, write
from tipdiff.cli.paths import PATH
from tipdiff.cli.shared import own_indicators
from tipdiff.cli.told import Command

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from tipdiff.archive.records import Progress, Settings

__all__ = ["FAILED", "NOTHING", "build"]

#: The exit code where some of it failed.
FAILED: Final = 1
#: The exit code where nothing could be done: the folder holds no report that can be read.
NOTHING: Final = 2
#: Megabytes below which a process cannot even load what it needs.
LEAST_MEMORY: Final = 256
#: What is said at each stage.
STAGES: Final = {"looking": ("Looking into files", "file"), "comparing": ("Comparing", "country")}


@click.command(cls=Command)
@click.argument("folder", type=PATH)
@click.option("--into", type=PATH, metavar="FILE", required=True, help="The database (SQLite).")
@click.option(
    "--jobs",
    type=click.IntRange(1, 1024),
    metavar="N",
    help="How many processes work; one for each core if not given.",
)
@click.option(
    "--dask",
    "address",
    metavar="ADDRESS",
    help="Give the work to the Dask scheduler at ADDRESS instead: tcp://HOST:8786. Needs the extra"
    " dask.",
)
@click.option("--ship-texts", is_flag=True, help="Send texts to workers that share no disk.")
@own_indicators
@click.option(
    *("--review", "reviewed"),
    type=PATH,
    metavar="FILE",
    help="Let the decisions of FILE (TOML) stand.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0, min_open=True),
    metavar="N",
    help="The most that the reports of one country may take, or a look into one file.",
)
@click.option(
    "--memory",
    type=click.IntRange(min=LEAST_MEMORY),
    metavar="MB",
    help="The most memory that each process may take.",
)
@click.option(
    *("--format", "form"),
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the summary is printed.",
)
@click.option("--quiet", is_flag=True, help="Show no progress and no summary.")
@click.option("--verbose", is_flag=True, help="Say each country that is done, a line each.")
def build(  # noqa: PLR0913 one parameter for each option
    *,
    folder: str,
    into: str,
    jobs: int | None,
    address: str | None,
    ship_texts: bool,
    own: str | None,
    reviewed: str | None,
    seconds: float | None,
    memory: int | None,
    form: str,
    quiet: bool,
    verbose: bool,
) -> int:
    """Compare all reports of FOLDER, whatever its layout, and keep the results in a database.

    Once more on the same folder, only what is new is done. Stopped at any moment, it goes on where
    it was. The exit code is 1 if something failed, 2 if nothing could be done.
    """
    from tipdiff.archive.building import build as build_archive

    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose contradict each other")
    if address is not None and (jobs is not None or memory is not None):
        raise click.UsageError("--jobs and --memory are about own processes, not those of --dask")
    settings = _settings(own, reviewed)
    with _executor(address) as executor, _shown(quiet=quiet, verbose=verbose) as progress:
        try:
            summary = build_archive(
                folder,
                into,
                executor,
                progress,
                jobs=jobs,
                ship_texts=ship_texts,
                settings=settings,
                seconds=seconds,
                memory=memory,
            )
        except KeyboardInterrupt:
            raise Interrupted(
                "interrupted; what was finished is kept, and the same command goes on from there"
            ) from None
    if not quiet:
        write(summary.to_json() if form == "json" else summary.to_text(), None)
    if not summary.archive.reports:
        return NOTHING
    return FAILED if summary.failed else 0


def _settings(own: str | None, reviewed: str | None) -> Settings:
    """Return what changes results, looked at before any work begins."""
    from tipdiff.archive.records import Settings
    from tipdiff.claims import indicators_from_data
    from tipdiff.comparison.review import review_from_data

    settings: dict[str, Any] = {}
    if own is not None:
        data = toml(own)
        indicators_from_data(data, own)
        settings |= {"indicators": data, "indicators_name": own}
    if reviewed is not None:
        data = toml(reviewed)
        review_from_data(data, reviewed)
        settings |= {"review": data, "review_name": reviewed}
    return Settings(**settings)


@contextlib.contextmanager
def _executor(address: str | None) -> Iterator[Executor | None]:
    if address is None:
        yield None
        return
    from tipdiff.archive.cluster import executor_at

    with executor_at(address) as executor:
        yield executor


@contextlib.contextmanager
def _shown(*, quiet: bool, verbose: bool) -> Iterator[Callable[[Progress], None] | None]:
    """Give what shows progress: lines if asked for, a bar on a terminal, else nothing."""
    if verbose:
        yield lambda at: say(f"{at.stage}: {at.done} of {at.total}, {at.failed} failed: {at.label}")
    elif quiet or sys.stderr is None or not sys.stderr.isatty():
        yield None
    else:
        bars = _Bars()
        try:
            yield bars.show
        finally:
            bars.close()


class _Bars:
    """A bar of progress for each stage, on standard error."""

    def __init__(self) -> None:
        self._stage: str | None = None
        self._bar: Any = None

    def show(self, at: Progress) -> None:
        """Move the bar on, and say what was done last."""
        from tqdm import tqdm

        if at.stage != self._stage:
            self.close()
            said, unit = STAGES[at.stage]
            self._bar = tqdm(total=at.total, desc=said, unit=f" {unit}", file=sys.stderr)
            self._stage = at.stage
        self._bar.set_postfix_str(f"{at.failed} failed, {at.label}"[:60], refresh=False)
        self._bar.update(at.done - self._bar.n)

    def close(self) -> None:
        """Leave the terminal as it was, below the last bar."""
        if self._bar is not None:
            self._bar.close()
