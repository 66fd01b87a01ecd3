"""The SQL of the questions to an archive; ``{where}`` is where conditions stand, values bound."""

from __future__ import annotations

from typing import Final

__all__ = [
    "ABOUT",
    "APART",
    "CHANGES",
    "EDITIONS",
    "FINDINGS",
    "POINTS",
    "PROBLEMS",
    "REPORTS",
    "SEARCH",
    "SERIES",
    "SIDES",
]

#: A change that only tells that the other report could not hold it.
APART: Final = "no-counterpart"

SEARCH: Final = """
WITH found AS MATERIALIZED (
  SELECT rowid AS number, bm25(statements_fts) AS likeness FROM statements_fts
  WHERE statements_fts MATCH ?
), said AS (
  SELECT o.country, o.kind, o.id AS collection, v.thread, r.year, s.number, s.place,
         found.likeness,
         s.number IN (SELECT rowid FROM statements_fts WHERE statements_fts MATCH ?) AS together
  FROM found
  JOIN statements AS s ON s.number = found.number
  JOIN reports AS r ON r.id = s.report
  JOIN collections AS o ON o.id = r.collection
  LEFT JOIN versions AS v ON v.report = s.report AND v.statement = s.id
  {where}
), ranked AS (
  SELECT *, max(together) OVER thread AS phrase, min(likeness) OVER thread AS best,
         row_number() OVER (PARTITION BY collection, coalesce(thread, number)
                            ORDER BY year DESC, place) AS row
  FROM said WINDOW thread AS (PARTITION BY collection, coalesce(thread, number))
)
SELECT k.country, k.kind, k.thread, coalesce(t.first, k.year), coalesce(t.last, k.year),
       coalesce(t.still_said, 0), k.collection, k.year, {quoted}
FROM ranked AS k
JOIN statements AS s ON s.number = k.number
JOIN cables AS c ON {cable}
LEFT JOIN threads AS t ON t.collection = k.collection AND t.id = k.thread
WHERE k.row = 1
ORDER BY k.phrase DESC, round(k.best, 6), k.country, k.kind, k.year DESC, k.place
LIMIT ?
"""
CHANGES: Final = """
SELECT o.country, o.kind, p.id, g.place, a.year, b.year, g.status, g.traits, g.score, a.id, b.id
FROM collections AS o
CROSS JOIN comparisons AS p ON p.collection = o.id
JOIN reports AS a ON a.id = p.old
JOIN reports AS b ON b.id = p.new
CROSS JOIN changes AS g ON g.comparison = p.id
{where}
ORDER BY o.country, o.kind, p.id, g.place
LIMIT ?
"""
#: Which changes are about some words: by their statements, found in the full-text index.
ABOUT: Final = """(g.comparison, g.place) IN (
  SELECT w.comparison, w.change FROM statements_fts AS f
  JOIN statements AS s ON s.number = f.rowid
  JOIN change_statements AS w ON w.report = s.report AND w.statement = s.id
  WHERE statements_fts MATCH ?)"""
FINDINGS: Final = """
SELECT o.country, o.kind, p.id, a.year, b.year, f.rank, f.kind, f.text, f.weight,
       a.id, f.old, b.id, f.new
FROM reports AS b
JOIN comparisons AS p ON p.new = b.id
JOIN reports AS a ON a.id = p.old
JOIN collections AS o ON o.id = p.collection
JOIN findings AS f ON f.comparison = p.id
{where}
ORDER BY f.weight DESC, o.country, o.kind, p.id, f.rank
LIMIT ?
"""
SERIES: Final = """
SELECT o.id, o.country, o.kind,
       e.place, e.indicator, e.label, e.unit, e.breakdown, e.law, e.who, e.better
FROM series AS e
JOIN collections AS o ON o.id = e.collection
{where}
ORDER BY o.country, o.kind, e.place
"""
POINTS: Final = """
SELECT p.year, p.value, p.low, p.high, p.approximation, p.reported_in, p.statement,
       p.revised, r.year, p.carried_over, p.partial
FROM points AS p JOIN reports AS r ON r.id = p.report
WHERE p.collection = ? AND p.series = ? AND p.year >= ? ORDER BY p.place
"""
REPORTS: Final = """
SELECT r.id, o.country, o.kind, r.year, r.covers,
       (SELECT json_group_array(id) FROM
         (SELECT id FROM cables WHERE report = r.id ORDER BY place)),
       (SELECT json_group_array(file) FROM
         (SELECT DISTINCT file FROM cables WHERE report = r.id ORDER BY place)),
       r.missing_parts, r.truncated, (SELECT count(*) FROM statements WHERE report = r.id)
FROM collections AS o JOIN reports AS r ON r.collection = o.id
{where}
ORDER BY o.country, o.kind, r.year
"""
PROBLEMS: Final = """
SELECT m.about, m.gravity, m.kind, m.message, nullif(m.collection, '')
FROM problems AS m LEFT JOIN collections AS o ON o.id = m.collection
{where}
ORDER BY m.gravity, m.collection, m.about, m.place
"""
#: In how many editions from a year on a thread has some words, and in which of all it first has.
EDITIONS: Final = """
SELECT count(DISTINCT v.year) FILTER (WHERE v.year >= ?), min(v.year) FROM versions AS v
JOIN statements AS s ON s.report = v.report AND s.id = v.statement
JOIN statements_fts AS f ON f.rowid = s.number
WHERE v.collection = ? AND v.thread = ? AND statements_fts MATCH ?
"""
SIDES: Final = """
SELECT side, statement FROM change_statements
WHERE comparison = ? AND change = ? ORDER BY side, place
"""
