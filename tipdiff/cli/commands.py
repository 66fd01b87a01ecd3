"""The commands and their options. What a command needs is loaded when it runs, not before."""

from __future__ import annotations

from typing import Any

import click

from tipdiff.cli.archive import archive
from tipdiff.cli.claims import claims
from tipdiff.cli.diff import diff
from tipdiff.cli.edge import options, sources, write
from tipdiff.cli.history import history
from tipdiff.cli.shared import REPORT, of_one_report, tell_unread
from tipdiff.cli.targets import checked_target
from tipdiff.cli.told import Group, version_option
from tipdiff.cli.trends import trends

__all__ = ["tipdiff"]


@click.group(
    cls=Group,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@version_option()
def tipdiff() -> None:
    """Tell what changed between one year's diplomatic report on a country and the next.

    Results go to standard output, all else to standard error. Every command ends with 0, or with 2
    in trouble; diff and archive build also with 1.
    """


@tipdiff.command(epilog=REPORT)
@click.option("--plain", is_flag=True, help="Only the statements, one a line (for git textconv).")
@of_one_report("report")
def show(
    report: str, *, plain: bool, form: str, output: str | None, unpaged: bool, **said: Any
) -> None:
    """Show how REPORT was read: its header, sections, statements, and what was repaired."""
    from tipdiff.output import renderer
    from tipdiff.reading import read

    target = checked_target(output, [report])
    given = read(*sources([report]), **said)
    tell_unread([given])
    text = renderer("plain" if plain else form, "report")(given, options(target))
    write(text, target, paged=not unpaged)


for _command in (archive, claims, diff, history, trends):
    tipdiff.add_command(_command)
