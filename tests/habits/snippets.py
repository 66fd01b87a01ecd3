"""Small cables of invented Ostrel, part by part, and what a reader must see in them.

A habit is a row: its name, the cable's text, and the facts expected of the report. A new habit is
one more row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

import tipdiff

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tipdiff.records import Report

ROUTING = """VZCZCXRO1140
RR RUEHAA RUEHVN
DE RUEHKV #0140/01 0601431
ZNR UUUUU ZZH
R 011431Z MAR 05
FM AMEMBASSY KALVIK
TO RUEHC/SECSTATE WASHDC 2210
INFO RUEHVN/AMEMBASSY PORT MERRIN 0091
RUEATRS/DEPT OF TREASURY WASHDC

"""
LINE = "UNCLAS KALVIK 000140\n\n"
CAPTIONS = "SIPDIS\nSENSITIVE\n\nDEPT FOR G/TIP, G, INL\n\n"
TAGS = "E.O. 12958: N/A\nTAGS: PHUM KCRM KWMN SMIG OZ\n"
SUBJECT = "SUBJECT: OSTREL: FIFTH ANNUAL TRAFFICKING IN PERSONS REPORT\n\n"
REF = "REF: 04 STATE 273089\n\n"
BODY = "1. (U) The clerks keep a register. The porters read it.\n"
#: What the statements of :data:`BODY` are.
SAID = ("The clerks keep a register.", "The porters read it.")


def cable(
    body: str = BODY,
    *,
    routing: str = ROUTING,
    line: str = LINE,
    captions: str = CAPTIONS,
    tags: str = TAGS,
    subject: str = SUBJECT,
    ref: str = REF,
) -> str:
    """A whole cable, each part of which can be put another way."""
    return routing + line + captions + tags + subject + ref + body


#: How a fact is looked up in a report: those the contract names, and nothing of the inside.
FACTS: dict[str, Callable[[Report], object]] = {
    "id": lambda report: report.cables[0].id,
    "ids": lambda report: tuple(cable.id for cable in report.cables),
    "post": lambda report: report.cables[0].post,
    "date": lambda report: report.cables[0].date,
    "classification": lambda report: (report.cables[0].classification or "").replace(" ", ""),
    "part": lambda report: (report.cables[0].part, report.cables[0].parts),
    "parts": lambda report: tuple((cable.part, cable.parts) for cable in report.cables),
    "subject": lambda report: report.cables[0].subject,
    "tags": lambda report: report.cables[0].tags,
    "refs": lambda report: len(report.cables[0].refs),
    "country": lambda report: (report.country or "").casefold(),
    "year": lambda report: report.year,
    "covers": lambda report: report.covers,
    "missing": lambda report: report.missing_parts,
    "sections": lambda report: report.sections,
    "texts": lambda report: tuple(statement.text for statement in report.statements),
    "kinds": lambda report: tuple(statement.kind for statement in report.statements),
    "paragraphs": lambda report: tuple(statement.paragraph for statement in report.statements),
    "of": lambda report: tuple(statement.section for statement in report.statements),
    "letters": lambda report: tuple(
        statement.section[-1] if statement.section else None for statement in report.statements
    ),
    "leads": lambda report: tuple(statement.lead for statement in report.statements),
    "questions": lambda report: tuple(question.text for question in report.questions),
    "diagnosed": lambda report: bool(report.diagnostics),
    "diagnostics": lambda report: {diagnostic.kind for diagnostic in report.diagnostics},
    "truncated": lambda report: report.truncated,
}


class Habit(NamedTuple):
    """A habit of cables: its name, a cable that has it, and what must be read."""

    name: str
    text: str
    expected: Mapping[str, object]


def habits(*rows: tuple[str, str, Mapping[str, object]]) -> pytest.MarkDecorator:
    """Run a test once for each habit, under the habit's name."""
    return pytest.mark.parametrize("habit", [pytest.param(Habit(*row), id=row[0]) for row in rows])


def holds(habit: Habit) -> None:
    """Read the cable as text and find each expected fact."""
    report = tipdiff.read(habit.text)

    assert {name: FACTS[name](report) for name in habit.expected} == dict(habit.expected)
