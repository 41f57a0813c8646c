-- The schema of a desk, version 2. Made from internal/store/sqlite/migrations; do not edit.

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

CREATE TABLE stages (
	id     INTEGER PRIMARY KEY,
	kind   TEXT NOT NULL,                -- intake, reading, story, brief
	name   TEXT NOT NULL,                -- "claim/en/1"
	basis  TEXT NOT NULL,                -- "intake/1 lang/en/1"
	cursor INTEGER NOT NULL DEFAULT 0,
	acts   INTEGER NOT NULL DEFAULT 0,   -- the last act of an editor that its results follow
	UNIQUE (name, basis)
) STRICT;

CREATE TABLE shown (
	one     INTEGER PRIMARY KEY CHECK (one = 1),
	intake  INTEGER NOT NULL REFERENCES stages (id),
	reading INTEGER NOT NULL REFERENCES stages (id),
	story   INTEGER NOT NULL REFERENCES stages (id),
	brief   INTEGER NOT NULL REFERENCES stages (id)
) STRICT;

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
	report     TEXT NOT NULL, part INTEGER NOT NULL DEFAULT 0, about TEXT NOT NULL DEFAULT '',            -- JSON, the text left out
	UNIQUE (stage, id)
) STRICT;

CREATE INDEX reports_chain ON reports (stage, chain, number);

CREATE INDEX reports_content ON reports (stage, content);

CREATE INDEX reports_input ON reports (input);

CREATE TABLE withdrawals (
	stage  INTEGER NOT NULL REFERENCES stages (id),
	report TEXT NOT NULL,                -- id of the report that withdraws
	status TEXT NOT NULL,                -- killed or correction
	target TEXT NOT NULL,                -- id, address, guid or headline, as printed
	found  TEXT NOT NULL DEFAULT '',     -- id of the report withdrawn
	PRIMARY KEY (stage, report)
) STRICT;

CREATE INDEX withdrawals_open ON withdrawals (stage, target) WHERE found = '';

CREATE VIRTUAL TABLE words USING fts5 (
	headline, text, content = 'reports', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE readings (
	stage   INTEGER NOT NULL REFERENCES stages (id),
	report  INTEGER NOT NULL REFERENCES reports (seq),
	reading TEXT NOT NULL,               -- JSON, the text left out
	PRIMARY KEY (stage, report)
) STRICT;

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
	assignment TEXT NOT NULL,            -- JSON, as it was linked
	traced     TEXT NOT NULL DEFAULT '', -- JSON, with the origins that the whole story shows; '' until its brief is compiled
	print      TEXT NOT NULL,            -- JSON: the fingerprint that it was linked by
	PRIMARY KEY (stage, report)
) STRICT;

CREATE INDEX assignments_story ON assignments (stage, story, report);

CREATE INDEX assignments_id ON assignments (stage, id);

CREATE TABLE aliases (
	stage INTEGER NOT NULL REFERENCES stages (id),
	alias TEXT NOT NULL,
	story TEXT NOT NULL,
	act   INTEGER NOT NULL DEFAULT 0,    -- the editor's act, 0 for the desk's own
	PRIMARY KEY (stage, alias)
) STRICT;

CREATE INDEX aliases_story ON aliases (stage, story);

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
	after   INTEGER NOT NULL) STRICT;

CREATE INDEX acts_story ON acts (story);

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

CREATE TABLE names (
	stage  INTEGER NOT NULL REFERENCES stages (id),
	name   TEXT NOT NULL,
	report INTEGER NOT NULL REFERENCES reports (seq),
	PRIMARY KEY (stage, name, report)
) STRICT, WITHOUT ROWID;

CREATE TABLE befores (
	stage  INTEGER NOT NULL REFERENCES stages (id),
	act    INTEGER NOT NULL REFERENCES acts (id),
	before TEXT NOT NULL,                -- JSON
	PRIMARY KEY (stage, act)
) STRICT, WITHOUT ROWID;

CREATE TABLE tries (
	stage   TEXT NOT NULL,
	subject TEXT NOT NULL,
	input   TEXT NOT NULL,               -- as it is shown
	since   TEXT NOT NULL,
	tries   INTEGER NOT NULL,
	PRIMARY KEY (stage, subject)
) STRICT, WITHOUT ROWID;
