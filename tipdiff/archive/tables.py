"""The tables of an archive: what each holds, column by column.

Their SQL, their documentation, the rows that are written, and what is exported all come from here.
"""

from __future__ import annotations

from typing import Final

from tipdiff.archive.schema import Column, Table

__all__ = ["TABLES"]


def _text(name: str, why: str, *, null: bool = False) -> Column:
    return Column(name, "TEXT", why, null)


def _whole(name: str, why: str, *, null: bool = False) -> Column:
    return Column(name, "INTEGER", why, null)


def _real(name: str, why: str, *, null: bool = False) -> Column:
    return Column(name, "REAL", why, null)


_COLLECTION: Final = (("collection",), "collections", ("id",))
_REPORT: Final = (("report",), "reports", ("id",))
_STATEMENT: Final = (("report", "statement"), "statements", ("report", "id"))
_COMPARISON: Final = (("comparison",), "comparisons", ("id",))
_CHANGE: Final = (("comparison", "change"), "changes", ("comparison", "place"))
_SERIES: Final = (("collection", "series"), "series", ("collection", "place"))
_THREAD: Final = (("collection", "thread"), "threads", ("collection", "id"))

TABLES: Final = (
    Table(
        "files",
        "A file of the folder, and what was made of it.",
        (
            _text("path", "From the folder on, with slashes."),
            _whole("size", "In bytes."),
            _text("sha256", "Of its bytes, in hexadecimal; empty where it could not be read."),
            _text(
                "outcome",
                "`read`, `duplicate`, `near-duplicate`, `superseded`, `no report`, `failed`, or"
                " `waiting` until a build that was stopped goes on; the worst of its outcomes.",
            ),
            _text("of", "The file that it is a copy of, or that supersedes it.", null=True),
            _text("note", "Why, in a line of plain English; empty for what was read.", null=True),
            _text("found", "What was found in it, for the next run: JSON.", null=True),
            _text("made_by", "The version of tipdiff that looked into it."),
        ),
        ("path",),
    ),
    Table(
        "outcomes",
        "What was made of a file for one collection.",
        (
            _text("file", "The path of the file."),
            _text("collection", "For which; empty where it is of none."),
            _text("outcome", "As in files, but never `waiting`."),
            _text("of", "The file that it is a copy of, or that supersedes it.", null=True),
            _text("note", "Why, in a line of plain English; empty for what was read.", null=True),
        ),
        ("file", "collection"),
        ((("file",), "files", ("path",)),),
        (("collection",),),
    ),
    Table(
        "collections",
        "All editions of one kind of report on one country.",
        (
            _text("id", "`belmora/trafficking`."),
            _text("country", "In English."),
            _text("kind", "`trafficking`, `human-rights` ...; `report` where nothing tells it."),
            _text("made_from", "What its threads and series were made from: a hash."),
        ),
        ("id",),
        indexes=(("country",), ("kind",)),
    ),
    Table(
        "reports",
        "One edition of a collection.",
        (
            _text("id", "`belmora/trafficking/2006`."),
            _text("collection", "Of which it is an edition."),
            _whole("year", "The edition."),
            _whole("covers", "The calendar year most of it is about.", null=True),
            _whole("truncated", "1 if a cable breaks off in the middle, else 0."),
            _text("missing_parts", "The numbers of the parts that are not there: a JSON list."),
            _text("made_from", "What it was read from: a hash."),
        ),
        ("id",),
        (_COLLECTION,),
        (("collection",), ("year",)),
    ),
    Table(
        "cables",
        "A cable of a report.",
        (
            _text("report", "That it is a part of."),
            _whole("place", "Among the report's cables, from 0."),
            _text("id", "`06LANZA12`, else COUNTRY-YEAR."),
            _text("post", "The embassy, in capitals.", null=True),
            _text("date", "The day it was sent, ISO 8601.", null=True),
            _text("classification", "As the header has it.", null=True),
            _whole("part", "Which part it is, from 1.", null=True),
            _whole("parts", "Of how many.", null=True),
            _text("subject", "The subject line.", null=True),
            _text("supersedes", "The id of the cable that it updates.", null=True),
            _text("file", "The path of the file that it stands in."),
        ),
        ("report", "place"),
        (_REPORT, (("file",), "files", ("path",))),
        (("id",), ("file",)),
    ),
    Table(
        "statements",
        "A sentence, bullet, list item or row of a report.",
        (
            _text("report", "In which it stands."),
            _text("id", "The cable's id, `:`, and its number."),
            _whole("place", "In the report, from 0."),
            _text("text", "In one line, its letters as in the source."),
            _text("section", "The headings above it, then the answer's letter: a JSON list."),
            _whole("paragraph", "The number of its paragraph.", null=True),
            _text("kind", "`sentence`, `bullet`, `item`, `pointer` or `row`."),
            _text("lead", "The statement that introduces its list.", null=True),
            _text("source", "The name of the file."),
            _whole("start", "Its first character in the decoded source, from 0."),
            _whole("end", "Behind its last."),
        ),
        ("report", "id"),
        (_REPORT,),
        search="text",
    ),
    Table(
        "claims",
        "A figure in a statement; see docs/claims.md for its fields.",
        (
            _text("report", "In which it stands."),
            _text("id", "The statement's id, `#`, and its number."),
            _text("statement", "In which it stands."),
            _text("text", "Its words."),
            _real("value", "In the unit's own terms; empty for a range.", null=True),
            _real("low", "The least it can be.", null=True),
            _real("high", "The most it can be.", null=True),
            _text("approximation", "`exact`, `about`, `over`, `under`, `at least`, `at most`."),
            _text("unit", "`count`, `percent`, `money:USD` ..."),
            _text("counted", "The noun that is counted.", null=True),
            _text("event", "What happened to those counted.", null=True),
            _text("kind", "`figure` or `norm`."),
            _text("indicator", "The indicator it belongs to.", null=True),
            _whole("stated", "The year in the words.", null=True),
            _whole("period", "The year it is of.", null=True),
            _whole("period_from", "The first year of a span.", null=True),
            _text("breakdown", "Of which part it is: a JSON object."),
            _text("of", "The claim that is its total.", null=True),
            _text("equivalent", "The claim that is the same sum in another currency.", null=True),
            _text("law", "The article or act.", null=True),
            _text("who", "The one who acted.", null=True),
            _text("where", "The place.", null=True),
            _text("scope", "`national`, `group`, `case` or `source`.", null=True),
            _whole("partial", "1 if it covers only a part of its year, else 0."),
            _whole("retracted", "1 if the text takes it back, else 0."),
            _whole("derived", "1 if it was worked out and not said, else 0."),
            _whole("start", "Its first character in the statement's text, from 0."),
            _whole("end", "Behind its last."),
        ),
        ("report", "statement", "id"),
        (_STATEMENT,),
    ),
    Table(
        "diagnostics",
        "What the reader repaired or did not understand.",
        (
            _text("report", "In which it stands."),
            _whole("place", "Among those of the report, from 0."),
            _text("source", "The name of the file."),
            _whole("line", "From 1."),
            _text("kind", "`paragraph-number`, `truncated` ..."),
            _text("message", "A line of plain English."),
        ),
        ("report", "place"),
        (_REPORT,),
    ),
    Table(
        "comparisons",
        "Two successive editions compared.",
        (
            _text("id", "`belmora/trafficking/2005-2006`."),
            _text("collection", "Of which both are editions."),
            _text("old", "The earlier report."),
            _text("new", "The later report."),
            _whole("new_count", "How many statements are new."),
            _whole("changed_count", "How many changed."),
            _whole("dropped_count", "How many were dropped."),
            _whole("unchanged_count", "How many stand unchanged."),
            _whole("no_counterpart_count", "How many the other report could not hold."),
            _text("warnings", "What a reader must know first: a JSON list."),
            _text("made_from", "What it was made from: a hash."),
            Column(
                "data",
                "BLOB",
                "All of it: JSON of the schema `tipdiff/comparison/1`, compressed by zlib.",
            ),
        ),
        ("id",),
        (_COLLECTION, (("old",), "reports", ("id",)), (("new",), "reports", ("id",))),
        (("collection",), ("old",), ("new",)),
    ),
    Table(
        "changes",
        "What became of a statement, or of a few that belong together.",
        (
            _text("comparison", "In which it stands."),
            _whole("place", "In it, from 0."),
            _text("status", "`unchanged`, `changed`, `new` or `dropped`."),
            _text("traits", "How it changed: a JSON list."),
            _real("score", "The probability of the link.", null=True),
            _real("similarity", "The likeness of the letters.", null=True),
            _whole("reviewed", "1 if a person decided it, else 0."),
        ),
        ("comparison", "place"),
        (_COMPARISON,),
    ),
    Table(
        "change_statements",
        "A statement of a change.",
        (
            _text("comparison", "In which the change stands."),
            _whole("change", "The change's place."),
            _text("side", "`old` or `new`."),
            _whole("place", "Among those of its side, from 0."),
            _text("report", "In which the statement stands."),
            _text("statement", "Its id."),
        ),
        ("comparison", "change", "side", "place"),
        (_CHANGE, _STATEMENT),
        (("report", "statement"),),
    ),
    Table(
        "claim_changes",
        "A figure then and now.",
        (
            _text("comparison", "In which the change stands."),
            _whole("change", "The change's place."),
            _whole("place", "Among the figures of the change, from 0."),
            _text("status", "`unchanged`, `changed`, `new` or `dropped`."),
            _text("old", "The claim of the old report.", null=True),
            _text("new", "The claim of the new report.", null=True),
            _real("difference", "New less old.", null=True),
            _real("ratio", "New by old.", null=True),
        ),
        ("comparison", "change", "place"),
        (_CHANGE,),
    ),
    Table(
        "findings",
        "What to tell of a comparison, the weightiest first.",
        (
            _text("comparison", "Of which it tells."),
            _whole("rank", "From 1."),
            _text("kind", "`figure`, `reversed`, `law`, `event` ..."),
            _text("text", "What there is to tell."),
            _real("weight", "The probability that an analyst would tell it."),
            _text("old", "The statements of the old report: a JSON list of ids."),
            _text("new", "The statements of the new report: a JSON list of ids."),
        ),
        ("comparison", "rank"),
        (_COMPARISON,),
        search="text",
    ),
    Table(
        "series",
        "A figure over the years.",
        (
            _text("collection", "Of which it tells."),
            _whole("place", "Among those of the collection, from 0."),
            _text("indicator", "`convictions` ...", null=True),
            _text("label", "What it is called."),
            _text("unit", "As in claims."),
            _text("breakdown", "Of which part it is: a JSON object."),
            _text("law", "The offence or statute.", null=True),
            _text("who", "The body, where they are not the country's.", null=True),
            _text("better", "`up` or `down`, where the indicator says.", null=True),
        ),
        ("collection", "place"),
        (_COLLECTION,),
        (("indicator",),),
    ),
    Table(
        "points",
        "The figure of one year.",
        (
            _text("collection", "Of its series."),
            _whole("series", "Its series's place."),
            _whole("year", "That it is about."),
            _whole("place", "Among the points of the series, from 0."),
            _real("value", "As in claims.", null=True),
            _real("low", "The least it can be.", null=True),
            _real("high", "The most it can be.", null=True),
            _text("approximation", "As in claims."),
            _text("report", "That gives it."),
            _text("statement", "That gives it."),
            _text("reported_in", "The id of the cable."),
            _whole("revised", "1 if an earlier report gave another figure, else 0."),
            _whole("partial", "1 if it covers only a part of the year, else 0."),
            _whole("carried_over", "1 if it may be an old figure, else 0."),
            _whole("summed", "1 if it is the sum of several claims, else 0."),
        ),
        ("collection", "series", "place"),
        (_SERIES, _STATEMENT),
        (("report", "statement"),),
    ),
    Table(
        "threads",
        "A statement's life through the editions.",
        (
            _text("collection", "Of which it is a part."),
            _text("id", "`2004 04LANZA7:12`: the edition and the id of its first statement."),
            _whole("place", "Among those of the collection, from 0."),
            _whole("first", "The edition in which it first appeared."),
            _whole("last", "The edition that has it last."),
            _whole("changed", "The edition in which it became what it is."),
            _whole("still_said", "1 if the newest edition has it, else 0."),
            _text("text", "What it says last."),
        ),
        ("collection", "id"),
        (_COLLECTION,),
    ),
    Table(
        "versions",
        "A statement of a thread, in one edition.",
        (
            _text("collection", "Of the thread."),
            _text("thread", "To which it belongs."),
            _whole("year", "The edition."),
            _whole("place", "Among the statements of the thread in that edition, from 0."),
            _text("report", "In which the statement stands."),
            _text("statement", "Its id."),
        ),
        ("collection", "thread", "year", "place"),
        (_THREAD, _STATEMENT),
        (("report", "statement"),),
    ),
    Table(
        "events",
        "What happened to a thread in one edition.",
        (
            _text("collection", "Of the thread."),
            _text("thread", "To which it happened."),
            _whole("year", "The edition."),
            _text("kind", "`new`, `unchanged`, `changed`, `dropped` or `returned`."),
            _text("traits", "Of the change: a JSON list."),
            _real("score", "The probability of the link to the version before.", null=True),
            _whole("since", "The earlier edition, where it returned.", null=True),
        ),
        ("collection", "thread", "year"),
        (_THREAD,),
    ),
    Table(
        "problems",
        "Something that failed, or that a reader must know.",
        (
            _text("collection", "That it belongs to; empty where it belongs to none."),
            _text("about", "The path of a file, or the id of a report, comparison, collection."),
            _whole("place", "Among those about the same, from 0."),
            _text("gravity", "`failed` or `warning`."),
            _text("kind", "`unreadable`, `changed while read`, `time`, `memory`, `mistake` ..."),
            _text("message", "A line of plain English."),
        ),
        ("collection", "about", "place"),
    ),
)
