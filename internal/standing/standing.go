// Package standing decides what stands: which version of a report counts, what
// says the same as another one, what a kill or correction reaches and who may
// send one, what an editor's act moves and what undoing it brings back. It is
// pure functions over plain values: whoever calls them fetches the values from
// a store and keeps what comes out.
package standing

import "wiredesk"

// A Version is one version of a report among the others of the desk.
type Version struct {
	Chain      string // what its versions share; see Chain
	Content    string // what it says; see Content
	Input      int64  // what it came in with
	Number     int    // of the version in its chain: 1, 2, ...
	Withdrawn  string // id of the report that kills it, "" for none
	Superseded string // id of what replaces it, "" for none
	Report     *wiredesk.Report
}
