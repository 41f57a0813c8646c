package store

import (
	"encoding/json"

	"wiredesk"
)

// An Input is raw bytes as they were received, with what is known about them.
// Times are RFC 3339 in UTC.
type Input struct {
	Seq       int64  // order of arrival, given by the store
	Place     string // where it came from: an absolute path or an address
	SHA256    string // given by the store
	Bytes     []byte // nil where inputs are listed
	File      string // as the user named it
	URL       string
	MediaType string
	Outlet    string // given by the user
	Published string // given by the user
	Feed      int64  // the feed it came from, 0 for none
	Received  string
}

// A Report is one version of a report with what the store knows about it.
type Report struct {
	Seq        int64 // order of arrival, given by the store
	Input      int64
	Part       int    // its place among the reports of the input, from 0
	Chain      string // what its versions share
	Content    string // SHA-256 of what it says
	Received   string
	About      string // id of the report that it replaces, corrects or withdraws, "" for none
	Withdrawn  string // id of the report that kills it, "" for none
	Superseded string // id of what replaces it, "" for none
	Report     wiredesk.Report
}

// A Reading is what was read out of a report, at its place in the order of
// arrival. Reading is nil where the report could not be read.
type Reading struct {
	Report
	Reading *wiredesk.Reading
}

// A Link says which story a report belongs to. Print is the fingerprint that
// it was linked by.
type Link struct {
	Seq        int64
	Assignment wiredesk.Assignment
	Print      json.RawMessage
	Pinned     bool // an editor put it there, or pinned its story
}

// A Folder is a story as it is kept.
type Folder struct {
	ID       string
	Headline string // an editor's, "" for the compiled one
	Pinned   bool
	Opened   int64 // the report that opened it
}

// A Member is one report of a story. Reading is nil where it could not be read.
type Member struct {
	Report
	Reading    *wiredesk.Reading
	Assignment wiredesk.Assignment
}

// A Stale story has changed since its brief was compiled.
type Stale struct {
	Story    wiredesk.Story // without its reports
	Revision int64
}

// A Brief is a compiled brief with what lists show of its story. Brief is nil
// where none could be compiled.
type Brief struct {
	Story    string
	Revision int64
	Line     wiredesk.StoryLine
	Rank     float64 // freshness and independent origins in one number; higher stands first
	Brief    *wiredesk.Brief
	Traced   []wiredesk.Assignment // of the reports that it rests on, with the origins that the whole story shows; the others show none
}

// A Failure is a wiredesk.Failure as it is kept. Subject tells failures of one
// stage apart; Detail is for the log.
type Failure struct {
	wiredesk.Failure
	Subject string
	Seq     int64 // of the input; 0 for a story or a feed
	Detail  string
}

// A FeedTask is a feed that is due.
type FeedTask struct {
	ID           int64
	URL          string
	ETag         string
	LastModified string
	Fails        int
}

// A FeedResult is how one fetch of a feed went.
type FeedResult struct {
	ID           int64
	State        wiredesk.FeedState
	Problem      string // why it failed; "" otherwise
	Now, Due     string
	ETag         string // as answered; kept as it was where the feed failed or did not change
	LastModified string
	Title        string // "" to leave it
	Moved        string // the feed's address from now on, "" to leave it
	Items        int
	Input        *Input // what it brought; nil for nothing
}
