"""Two reports of which the same parts are missing lack nothing that only one of them could hold."""

from __future__ import annotations

import pytest

import tipdiff

HEAD = (
    "P 0{day}0900Z MAR {yy}\nFM AMEMBASSY PORT MERRIN\nTO SECSTATE WASHDC\n\n"
    "UNCLAS SECTION 01 OF 0{parts} PORT MERRIN 000{n}\n\nSIPDIS\n\nTAGS: KCRM, PHUM, VR\n"
    "SUBJECT: VARONA: ANNUAL TRAFFICKING IN PERSONS REPORT (PART {part} OF {parts})\n\n"
)
OLD = (
    "OVERVIEW\n--------\n\n-- A. The harbour of Merrin is open.  The guard has nine boats.\n\n"
    "PREVENTION\n----------\n\n-- A. Schools teach of false offers.\n"
)
NEW = (
    "THE COUNTRY IN SHORT\n--------------------\n\n-- A. The harbour of Merrin is open.  "
    "Brokers lease the crews to foreign trawlers.\n\n"
    "PREVENTION\n----------\n\n-- A. Schools teach of false offers.\n"
)


def report(body: str, year: int, part: int, parts: int) -> tipdiff.Report:
    """One part of a report of the invented country."""
    head = HEAD.format(day=1, yy=f"{year % 100:02}", n=101, part=part, parts=parts)
    return tipdiff.read(head + body)


def new_one(comparison: tipdiff.Comparison) -> tipdiff.Change:
    """What became of the statement that only the new report has."""
    return next(c for c in comparison.changes if c.new and "Brokers" in c.new[0].text)


def test_the_same_parts_are_missing() -> None:
    """What a block of another name says is news, since both reports hold the same part."""
    comparison = tipdiff.compare(report(OLD, 2008, 1, 3), report(NEW, 2009, 1, 3))

    assert comparison.old.missing_parts == comparison.new.missing_parts == (2, 3)
    assert new_one(comparison).status == "new"
    assert "no-counterpart" not in new_one(comparison).traits


@pytest.mark.parametrize("parts", [2, 4])
def test_other_parts_are_missing(parts: int) -> None:
    """Where the reports were cut otherwise, it may stand in what the old one lacks."""
    comparison = tipdiff.compare(report(OLD, 2008, 1, 3), report(NEW, 2009, 1, parts))

    assert "no-counterpart" in new_one(comparison).traits
