-- The schema as it was before its first version, with a few rows: what migrations begin from.
CREATE TABLE files (
  "path" TEXT NOT NULL,
  "size" INTEGER NOT NULL,
  "sha256" TEXT NOT NULL,
  "outcome" TEXT NOT NULL,
  "of" TEXT,
  "note" TEXT,
  "found" TEXT,
  "made_by" TEXT NOT NULL,
  PRIMARY KEY ("path")
) WITHOUT ROWID;
CREATE TABLE collections (
  "id" TEXT NOT NULL,
  "country" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "made_from" TEXT NOT NULL,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
CREATE INDEX collections_by_country ON collections ("country");
CREATE INDEX collections_by_kind ON collections ("kind");
CREATE TABLE reports (
  "id" TEXT NOT NULL,
  "collection" TEXT NOT NULL,
  "year" INTEGER NOT NULL,
  "covers" INTEGER,
  "truncated" INTEGER NOT NULL,
  "missing_parts" TEXT NOT NULL,
  "made_from" TEXT NOT NULL,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("collection") REFERENCES collections ("id") ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX reports_by_collection ON reports ("collection");
CREATE INDEX reports_by_year ON reports ("year");
CREATE TABLE cables (
  "report" TEXT NOT NULL,
  "place" INTEGER NOT NULL,
  "id" TEXT NOT NULL,
  "post" TEXT,
  "date" TEXT,
  "classification" TEXT,
  "part" INTEGER,
  "parts" INTEGER,
  "subject" TEXT,
  "supersedes" TEXT,
  "file" TEXT NOT NULL,
  PRIMARY KEY ("report", "place"),
  FOREIGN KEY ("report") REFERENCES reports ("id") ON DELETE CASCADE,
  FOREIGN KEY ("file") REFERENCES files ("path") ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX cables_by_id ON cables ("id");
CREATE INDEX cables_by_file ON cables ("file");
CREATE TABLE statements (
  "report" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "place" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "section" TEXT NOT NULL,
  "paragraph" INTEGER,
  "kind" TEXT NOT NULL,
  "lead" TEXT,
  "source" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("report", "id"),
  FOREIGN KEY ("report") REFERENCES reports ("id") ON DELETE CASCADE
);
CREATE VIRTUAL TABLE statements_fts USING fts5 (text, content=statements, tokenize='porter unicode61');
CREATE TRIGGER statements_put AFTER INSERT ON statements BEGIN INSERT INTO statements_fts (rowid, text) VALUES (new.rowid, new.text); END;
CREATE TRIGGER statements_taken AFTER DELETE ON statements BEGIN INSERT INTO statements_fts (statements_fts, rowid, text) VALUES ('delete', old.rowid, old.text); END;
CREATE TRIGGER statements_told AFTER UPDATE ON statements BEGIN INSERT INTO statements_fts (statements_fts, rowid, text) VALUES ('delete', old.rowid, old.text); INSERT INTO statements_fts (rowid, text) VALUES (new.rowid, new.text); END;
CREATE TABLE claims (
  "report" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "statement" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "value" REAL,
  "low" REAL,
  "high" REAL,
  "approximation" TEXT NOT NULL,
  "unit" TEXT NOT NULL,
  "counted" TEXT,
  "event" TEXT,
  "kind" TEXT NOT NULL,
  "indicator" TEXT,
  "stated" INTEGER,
  "period" INTEGER,
  "period_from" INTEGER,
  "breakdown" TEXT NOT NULL,
  "of" TEXT,
  "equivalent" TEXT,
  "law" TEXT,
  "who" TEXT,
  "where" TEXT,
  "scope" TEXT,
  "partial" INTEGER NOT NULL,
  "retracted" INTEGER NOT NULL,
  "derived" INTEGER NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("report", "id"),
  FOREIGN KEY ("report", "statement") REFERENCES statements ("report", "id") ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX claims_by_indicator ON claims ("indicator");
CREATE INDEX claims_by_report_statement ON claims ("report", "statement");
CREATE TABLE diagnostics (
  "report" TEXT NOT NULL,
  "place" INTEGER NOT NULL,
  "source" TEXT NOT NULL,
  "line" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "message" TEXT NOT NULL,
  PRIMARY KEY ("report", "place"),
  FOREIGN KEY ("report") REFERENCES reports ("id") ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE comparisons (
  "id" TEXT NOT NULL,
  "collection" TEXT NOT NULL,
  "old" TEXT NOT NULL,
  "new" TEXT NOT NULL,
  "new_count" INTEGER NOT NULL,
  "changed_count" INTEGER NOT NULL,
  "dropped_count" INTEGER NOT NULL,
  "unchanged_count" INTEGER NOT NULL,
  "no_counterpart_count" INTEGER NOT NULL,
  "warnings" TEXT NOT NULL,
  "made_from" TEXT NOT NULL,
  "data" BLOB NOT NULL,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("collection") REFERENCES collections ("id") ON DELETE CASCADE,
  FOREIGN KEY ("old") REFERENCES reports ("id") ON DELETE CASCADE,
  FOREIGN KEY ("new") REFERENCES reports ("id") ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX comparisons_by_collection ON comparisons ("collection");
CREATE INDEX comparisons_by_old ON comparisons ("old");
CREATE INDEX comparisons_by_new ON comparisons ("new");
CREATE TABLE changes (
  "comparison" TEXT NOT NULL,
  "place" INTEGER NOT NULL,
  "status" TEXT NOT NULL,
  "traits" TEXT NOT NULL,
  "score" REAL,
  "similarity" REAL,
  "reviewed" INTEGER NOT NULL,
  PRIMARY KEY ("comparison", "place"),
  FOREIGN KEY ("comparison") REFERENCES comparisons ("id") ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX changes_by_status ON changes ("status");
CREATE TABLE change_statements (
  "comparison" TEXT NOT NULL,
  "change" INTEGER NOT NULL,
  "side" TEXT NOT NULL,
  "place" INTEGER NOT NULL,
  "report" TEXT NOT NULL,
  "statement" TEXT NOT NULL,
  PRIMARY KEY ("comparison", "change", "side", "place"),
  FOREIGN KEY ("comparison", "change") REFERENCES changes ("comparison", "place") ON DELETE CASCADE,
  FOREIGN KEY ("report", "statement") REFERENCES statements ("report", "id") ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX change_statements_by_report_statement ON change_statements ("report", "statement");
CREATE TABLE claim_changes (
  "comparison" TEXT NOT NULL,
  "change" INTEGER NOT NULL,
  "place" INTEGER NOT NULL,
  "status" TEXT NOT NULL,
  "old" TEXT,
  "new" TEXT,
  "difference" REAL,
  "ratio" REAL,
  PRIMARY KEY ("comparison", "change", "place"),
  FOREIGN KEY ("comparison", "change") REFERENCES changes ("comparison", "place") ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE findings (
  "comparison" TEXT NOT NULL,
  "rank" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "weight" REAL NOT NULL,
  "old" TEXT NOT NULL,
  "new" TEXT NOT NULL,
  PRIMARY KEY ("comparison", "rank"),
  FOREIGN KEY ("comparison") REFERENCES comparisons ("id") ON DELETE CASCADE
);
CREATE INDEX findings_by_kind ON findings ("kind");
CREATE VIRTUAL TABLE findings_fts USING fts5 (text, content=findings, tokenize='porter unicode61');
CREATE TRIGGER findings_put AFTER INSERT ON findings BEGIN INSERT INTO findings_fts (rowid, text) VALUES (new.rowid, new.text); END;
CREATE TRIGGER findings_taken AFTER DELETE ON findings BEGIN INSERT INTO findings_fts (findings_fts, rowid, text) VALUES ('delete', old.rowid, old.text); END;
CREATE TRIGGER findings_told AFTER UPDATE ON findings BEGIN INSERT INTO findings_fts (findings_fts, rowid, text) VALUES ('delete', old.rowid, old.text); INSERT INTO findings_fts (rowid, text) VALUES (new.rowid, new.text); END;
CREATE TABLE series (
  "collection" TEXT NOT NULL,
  "place" INTEGER NOT NULL,
  "indicator" TEXT,
  "label" TEXT NOT NULL,
  "unit" TEXT NOT NULL,
  "breakdown" TEXT NOT NULL,
  "law" TEXT,
  "who" TEXT,
  "better" TEXT,
  PRIMARY KEY ("collection", "place"),
  FOREIGN KEY ("collection") REFERENCES collections ("id") ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX series_by_indicator ON series ("indicator");
CREATE TABLE points (
  "collection" TEXT NOT NULL,
  "series" INTEGER NOT NULL,
  "year" INTEGER NOT NULL,
  "place" INTEGER NOT NULL,
  "value" REAL,
  "low" REAL,
  "high" REAL,
  "approximation" TEXT NOT NULL,
  "report" TEXT NOT NULL,
  "statement" TEXT NOT NULL,
  "reported_in" TEXT NOT NULL,
  "revised" INTEGER NOT NULL,
  "partial" INTEGER NOT NULL,
  "carried_over" INTEGER NOT NULL,
  "summed" INTEGER NOT NULL,
  PRIMARY KEY ("collection", "series", "place"),
  FOREIGN KEY ("collection", "series") REFERENCES series ("collection", "place") ON DELETE CASCADE,
  FOREIGN KEY ("report", "statement") REFERENCES statements ("report", "id") ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX points_by_report_statement ON points ("report", "statement");
CREATE TABLE threads (
  "collection" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "place" INTEGER NOT NULL,
  "first" INTEGER NOT NULL,
  "last" INTEGER NOT NULL,
  "changed" INTEGER NOT NULL,
  "still_said" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  PRIMARY KEY ("collection", "id"),
  FOREIGN KEY ("collection") REFERENCES collections ("id") ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE versions (
  "collection" TEXT NOT NULL,
  "thread" TEXT NOT NULL,
  "year" INTEGER NOT NULL,
  "place" INTEGER NOT NULL,
  "report" TEXT NOT NULL,
  "statement" TEXT NOT NULL,
  PRIMARY KEY ("collection", "thread", "year", "place"),
  FOREIGN KEY ("collection", "thread") REFERENCES threads ("collection", "id") ON DELETE CASCADE,
  FOREIGN KEY ("report", "statement") REFERENCES statements ("report", "id") ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX versions_by_report_statement ON versions ("report", "statement");
CREATE TABLE events (
  "collection" TEXT NOT NULL,
  "thread" TEXT NOT NULL,
  "year" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "traits" TEXT NOT NULL,
  "score" REAL,
  "since" INTEGER,
  PRIMARY KEY ("collection", "thread", "year"),
  FOREIGN KEY ("collection", "thread") REFERENCES threads ("collection", "id") ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE problems (
  "about" TEXT NOT NULL,
  "place" INTEGER NOT NULL,
  "gravity" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "message" TEXT NOT NULL,
  "collection" TEXT,
  PRIMARY KEY ("about", "place")
) WITHOUT ROWID;
CREATE INDEX problems_by_collection ON problems ("collection");
PRAGMA application_id = 1953067108;
INSERT INTO files VALUES
  ('a/1.txt', 10, 'aa', 'read', NULL, NULL, '[]', '0.1.0'),
  ('a/2.txt', 12, 'bb', 'failed', NULL, 'is no text', NULL, '0.1.0');
INSERT INTO collections VALUES ('ostrel/trafficking', 'Ostrel', 'trafficking', 'h1');
INSERT INTO reports VALUES
  ('ostrel/trafficking/2005', 'ostrel/trafficking', 2005, 2004, 0, '[]', 'r1'),
  ('ostrel/trafficking/2006', 'ostrel/trafficking', 2006, NULL, 1, '[2]', 'r2');
INSERT INTO cables VALUES
  ('ostrel/trafficking/2005', 0, '05PORTA1', 'PORTA', '2005-03-01', NULL, NULL, NULL, 'Report',
   NULL, 'a/1.txt');
INSERT INTO statements VALUES
  ('ostrel/trafficking/2005', '05PORTA1:1', 0, 'The harbour police freed 4 weavers.', '[]', 1,
   'sentence', NULL, 'a/1.txt', 0, 35),
  ('ostrel/trafficking/2006', '06PORTA1:1', 0, 'The harbour police freed 9 weavers.', '[]', 1,
   'sentence', NULL, 'a/2.txt', 0, 35);
INSERT INTO comparisons VALUES
  ('ostrel/trafficking/2005-2006', 'ostrel/trafficking', 'ostrel/trafficking/2005',
   'ostrel/trafficking/2006', 0, 1, 0, 0, 0, '[]', 'c1', x'78');
INSERT INTO changes VALUES ('ostrel/trafficking/2005-2006', 0, 'changed', '["figures"]', 0.9, 0.9, 0);
INSERT INTO findings VALUES
  ('ostrel/trafficking/2005-2006', 1, 'figure', 'Weavers freed rose from 4 to 9.', 0.8,
   '["05PORTA1:1"]', '["06PORTA1:1"]');
INSERT INTO problems VALUES
  ('a/2.txt', 0, 'failed', 'unreadable', 'is no text', NULL),
  ('ostrel/trafficking/2006', 0, 'warning', 'truncated', 'breaks off', 'ostrel/trafficking');
