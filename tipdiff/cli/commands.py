"""The commands and their options. What a command needs is loaded when it runs, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tipdiff.cli.claims import claims
from tipdiff.cli.diff import diff
from tipdiff.cli.edge import checked_target, options, sources, write
from tipdiff.cli.history import history
from tipdiff.cli.shared import REPORT, of_one_report
from tipdiff.cli.trends import trends

if TYPE_CHECKING:
    from pathlib import Path

    from tipdiff.records import Report

__all__ = ["tipdiff"]


@click.group(
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="tipdiff", message="tipdiff %(version)s")
def tipdiff() -> None:
    """Tell what changed between one year's diplomatic report on a country and the next.

    Results go to standard output, all else to standard error. Every command ends with 0, or with 2
    in trouble; diff also with 1.
    """


@tipdiff.command(epilog=REPORT)
@click.option("--plain", is_flag=True, help="Only the statements, one a line (for git textconv).")
@of_one_report
def show(form: str, output: str | None, *, plain: bool, **said: Any) -> None:
    """Show how REPORT was read: its header, sections, statements, and what was repaired."""
    from tipdiff.output.json import json_text
    from tipdiff.output.show import plain_text, show_text
    from tipdiff.serial import to_dict

    target, report = _read(output, **said)
    if plain:
        text = plain_text(report)
    elif form == "json":
        text = json_text(to_dict(report))
    else:
        text = show_text(report, options(target))
    write(text, target)


def _read(output: str | None, report: str, **said: Any) -> tuple[Path | None, Report]:
    """Read the one report of a command, once its target is known to be none of its files."""
    from tipdiff.reading import read

    target = checked_target(output, [report])
    return target, read(*sources([report]), **said)


for _command in (claims, diff, history, trends):
    tipdiff.add_command(_command)
