-- The desk: what came in, what was read out of it, what editors decided.
-- Everything below "stages" is derived from "inputs" and can be made again.
-- Times are RFC 3339 in UTC. JSON columns hold the root types of the program.

-- Addresses that reports are fetched from.
CREATE TABLE feeds (
	id            INTEGER PRIMARY KEY,
	url           TEXT NOT NULL UNIQUE,
	title         TEXT NOT NULL DEFAULT '',
	added         TEXT NOT NULL,
	state         TEXT NOT NULL DEFAULT 'new',
	problem       TEXT NOT NULL DEFAULT '',
	fails         INTEGER NOT NULL DEFAULT 0,
	fetched       TEXT NOT NULL DEFAULT '',
	worked        TEXT NOT NULL DEFAULT '',
	due           TEXT NOT NULL DEFAULT '',
	etag          TEXT NOT NULL DEFAULT '',
	last_modified TEXT NOT NULL DEFAULT '',
	items         INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX feeds_due ON feeds (due);

-- What came in, in the order of arrival. The bytes are files named by their
-- SHA-256 below raw/.
CREATE TABLE inputs (
	seq        INTEGER PRIMARY KEY AUTOINCREMENT,
	place      TEXT NOT NULL,            -- where the bytes came from: the same place with other bytes is a change
	sha256     TEXT NOT NULL,
	size       INTEGER NOT NULL,
	file       TEXT NOT NULL,            -- as the user named it
	url        TEXT NOT NULL,
	media_type TEXT NOT NULL,
	outlet     TEXT NOT NULL,            -- given by the user
	published  TEXT NOT NULL,            -- given by the user
	feed       INTEGER REFERENCES feeds (id),
	received   TEXT NOT NULL
) STRICT;

CREATE INDEX inputs_place ON inputs (place, seq);
CREATE INDEX inputs_feed ON inputs (feed);

-- The stages with their versions and those of the stages they build on, and
-- how far each has come.
CREATE TABLE stages (
	id     INTEGER PRIMARY KEY,
	kind   TEXT NOT NULL,                -- intake, reading, story, brief
	name   TEXT NOT NULL,                -- "claim/en/1"
	basis  TEXT NOT NULL,                -- "intake/1 lang/en/1"
	cursor INTEGER NOT NULL DEFAULT 0,
	acts   INTEGER NOT NULL DEFAULT 0,   -- the last act of an editor that its results follow
	UNIQUE (name, basis)
) STRICT;

-- Which stages' results the desk shows: one row.
CREATE TABLE shown (
	one     INTEGER PRIMARY KEY CHECK (one = 1),
	intake  INTEGER NOT NULL REFERENCES stages (id),
	reading INTEGER NOT NULL REFERENCES stages (id),
	story   INTEGER NOT NULL REFERENCES stages (id),
	brief   INTEGER NOT NULL REFERENCES stages (id)
) STRICT;

-- Every version of every report, in the order of arrival.
CREATE TABLE reports (
	seq        INTEGER PRIMARY KEY AUTOINCREMENT,
	stage      INTEGER NOT NULL REFERENCES stages (id),
	id         TEXT NOT NULL,
	input      INTEGER NOT NULL REFERENCES inputs (seq),
	chain      TEXT NOT NULL,            -- what the versions of a report share
	number     INTEGER NOT NULL,         -- of the version: 1, 2, ...
	content    TEXT NOT NULL,            -- SHA-256 of what it says
	status     TEXT NOT NULL,
	outlet     TEXT NOT NULL,
	headline   TEXT NOT NULL,
	url        TEXT NOT NULL,
	guid       TEXT NOT NULL,
	published  TEXT NOT NULL,
	received   TEXT NOT NULL,
	withdrawn  TEXT NOT NULL DEFAULT '', -- id of the report that kills it
	superseded TEXT NOT NULL DEFAULT '', -- id of the version or correction that replaces it
	text       TEXT NOT NULL,
	report     TEXT NOT NULL,            -- JSON, the text left out
	UNIQUE (stage, id)
) STRICT;

CREATE INDEX reports_chain ON reports (stage, chain, number);
CREATE INDEX reports_content ON reports (stage, content);
CREATE INDEX reports_url ON reports (stage, url) WHERE url <> '';
CREATE INDEX reports_guid ON reports (stage, guid) WHERE guid <> '';
CREATE INDEX reports_headline ON reports (stage, headline COLLATE NOCASE);
CREATE INDEX reports_withdrawn ON reports (stage, withdrawn) WHERE withdrawn <> '';
CREATE INDEX reports_superseded ON reports (stage, superseded) WHERE superseded <> '';
CREATE INDEX reports_input ON reports (input);

-- Kills and corrections of other reports, as they came in. A target that has
-- not arrived yet is withdrawn when it does.
CREATE TABLE withdrawals (
	stage  INTEGER NOT NULL REFERENCES stages (id),
	report TEXT NOT NULL,                -- id of the report that withdraws
	status TEXT NOT NULL,                -- killed or correction
	target TEXT NOT NULL,                -- id, address, guid or headline, as printed
	found  TEXT NOT NULL DEFAULT '',     -- id of the report withdrawn
	PRIMARY KEY (stage, report)
) STRICT;

CREATE INDEX withdrawals_open ON withdrawals (stage, target) WHERE found = '';

-- Full text. The words stand in reports; rows are added with the report's.
CREATE VIRTUAL TABLE words USING fts5 (
	headline, text, content = 'reports', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);

-- What was read out of each report.
CREATE TABLE readings (
	stage   INTEGER NOT NULL REFERENCES stages (id),
	report  INTEGER NOT NULL REFERENCES reports (seq),
	undated INTEGER NOT NULL,            -- 1 where no publication date is known
	reading TEXT NOT NULL,               -- JSON, the text left out
	PRIMARY KEY (stage, report)
) STRICT;

-- Stories and which reports belong to them.
CREATE TABLE stories (
	stage    INTEGER NOT NULL REFERENCES stages (id),
	id       TEXT NOT NULL,
	opened   INTEGER NOT NULL,           -- reports.seq of the report that opened it
	headline TEXT NOT NULL DEFAULT '',   -- an editor's; '' for the compiled one
	pinned   INTEGER NOT NULL DEFAULT 0,
	revision INTEGER NOT NULL DEFAULT 0, -- raised whenever something in it changes
	PRIMARY KEY (stage, id)
) STRICT;

CREATE TABLE assignments (
	stage      INTEGER NOT NULL REFERENCES stages (id),
	report     INTEGER NOT NULL REFERENCES reports (seq),
	id         TEXT NOT NULL,            -- of the report
	story      TEXT NOT NULL,
	pinned     INTEGER NOT NULL DEFAULT 0, -- 1 where an editor put it there
	undated    INTEGER NOT NULL DEFAULT 0, -- as in readings, to find the stories with such reports
	assignment TEXT NOT NULL,            -- JSON, as it was linked
	traced     TEXT NOT NULL DEFAULT '', -- JSON, with the origins that the whole story shows; '' until its brief is compiled
	print      TEXT NOT NULL,            -- JSON: the fingerprint that it was linked by
	PRIMARY KEY (stage, report)
) STRICT;

CREATE INDEX assignments_story ON assignments (stage, story, report);
CREATE INDEX assignments_undated ON assignments (stage, story) WHERE undated = 1;
CREATE INDEX assignments_id ON assignments (stage, id);

-- Ids of stories that were merged into others; they are never used again.
CREATE TABLE aliases (
	stage INTEGER NOT NULL REFERENCES stages (id),
	alias TEXT NOT NULL,
	story TEXT NOT NULL,
	act   INTEGER NOT NULL DEFAULT 0,    -- the editor's act, 0 for the desk's own
	PRIMARY KEY (stage, alias)
) STRICT;

CREATE INDEX aliases_story ON aliases (stage, story);

-- Compiled briefs, with what lists show of them.
CREATE TABLE briefs (
	stage    INTEGER NOT NULL REFERENCES stages (id),
	story    TEXT NOT NULL,
	revision INTEGER NOT NULL,           -- of the story that it was compiled from
	headline TEXT NOT NULL,
	reports  INTEGER NOT NULL,           -- 0 for a story that was merged or moved away
	outlets  INTEGER NOT NULL,
	origins  TEXT NOT NULL,              -- JSON
	first    TEXT NOT NULL,
	latest   TEXT NOT NULL,
	received TEXT NOT NULL,
	killed   INTEGER NOT NULL,
	rank     REAL NOT NULL,              -- freshness and independent origins in one number
	brief    TEXT NOT NULL,              -- JSON; '' where none could be compiled
	PRIMARY KEY (stage, story)
) STRICT;

CREATE INDEX briefs_rank ON briefs (stage, rank DESC) WHERE reports > 0;

-- What editors decided, in order. Nothing is ever taken out.
CREATE TABLE acts (
	id      INTEGER PRIMARY KEY AUTOINCREMENT,
	kind    TEXT NOT NULL,
	story   TEXT NOT NULL,
	other   TEXT NOT NULL,
	reports TEXT NOT NULL,               -- JSON: the reports that changed their story
	text    TEXT NOT NULL,
	undoes  INTEGER NOT NULL,
	undone  INTEGER NOT NULL DEFAULT 0,
	who     TEXT NOT NULL,
	at      TEXT NOT NULL,
	why     TEXT NOT NULL,
	after   INTEGER NOT NULL,            -- inputs.seq that had been linked when it was done
	before  TEXT NOT NULL                -- JSON: what undoing it brings back
) STRICT;

CREATE INDEX acts_story ON acts (story);

-- What could not be done, with the reason.
CREATE TABLE failures (
	stage       TEXT NOT NULL,
	subject     TEXT NOT NULL,           -- what it is about: an input's number and part, a report, a story, a feed
	input       TEXT NOT NULL,           -- as it is shown
	seq         INTEGER NOT NULL DEFAULT 0, -- of the input; 0 for a story or a feed
	report      TEXT NOT NULL DEFAULT '',
	story       TEXT NOT NULL DEFAULT '',
	reason      TEXT NOT NULL,
	advice      TEXT NOT NULL DEFAULT '',
	detail      TEXT NOT NULL DEFAULT '',
	tries       INTEGER NOT NULL,
	quarantined INTEGER NOT NULL DEFAULT 0,
	first       TEXT NOT NULL,
	last        TEXT NOT NULL,
	PRIMARY KEY (stage, subject)
) STRICT;

CREATE INDEX failures_seq ON failures (seq) WHERE seq > 0;

PRAGMA application_id = 1464095563;
