-- What stands is decided outside the store: it keeps what was decided.

ALTER TABLE reports ADD COLUMN part INTEGER NOT NULL DEFAULT 0;  -- its place among the reports of its input
ALTER TABLE reports ADD COLUMN about TEXT NOT NULL DEFAULT '';   -- id of the report that it replaces, corrects or withdraws

-- The folded names by which a kill or correction can mean a report.
CREATE TABLE names (
	stage  INTEGER NOT NULL REFERENCES stages (id),
	name   TEXT NOT NULL,
	report INTEGER NOT NULL REFERENCES reports (seq),
	PRIMARY KEY (stage, name, report)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO names SELECT stage, lower(id), seq FROM reports;
INSERT OR IGNORE INTO names SELECT stage, lower(url), seq FROM reports WHERE url <> '';
INSERT OR IGNORE INTO names SELECT stage, lower(guid), seq FROM reports WHERE guid <> '';
INSERT OR IGNORE INTO names SELECT stage, lower(rtrim(headline, '.')), seq FROM reports WHERE headline <> '';
UPDATE reports SET about = coalesce((SELECT r.id FROM reports r WHERE r.stage = reports.stage AND r.seq < reports.seq
	AND (r.superseded = reports.id OR r.withdrawn = reports.id) ORDER BY r.seq DESC LIMIT 1), '');

DROP INDEX reports_url;
DROP INDEX reports_guid;
DROP INDEX reports_headline;
DROP INDEX reports_withdrawn;
DROP INDEX reports_superseded;

-- What undoing an act brings back, by the story stage on which it was done.
CREATE TABLE befores (
	stage  INTEGER NOT NULL REFERENCES stages (id),
	act    INTEGER NOT NULL REFERENCES acts (id),
	before TEXT NOT NULL,                -- JSON
	PRIMARY KEY (stage, act)
) STRICT, WITHOUT ROWID;

INSERT INTO befores SELECT shown.story, acts.id, acts.before FROM acts, shown;
ALTER TABLE acts DROP COLUMN before;

-- What a stage has begun and not ended. What is there when a desk is opened was
-- cut short, and is counted.
CREATE TABLE tries (
	stage   TEXT NOT NULL,
	subject TEXT NOT NULL,
	input   TEXT NOT NULL,               -- as it is shown
	since   TEXT NOT NULL,
	tries   INTEGER NOT NULL,
	PRIMARY KEY (stage, subject)
) STRICT, WITHOUT ROWID;

DROP INDEX assignments_undated;
ALTER TABLE assignments DROP COLUMN undated;
ALTER TABLE readings DROP COLUMN undated;
