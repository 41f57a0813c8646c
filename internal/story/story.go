// Package story is the fourth room: it finds the reports that tell of the same
// news, who carries whose text, and how many origins say so.
package story

import "wiredesk"

// Version is the version of this stage; see lang.Version.
const Version = "1"

// A Print is the compact fingerprint of a report that linking works on. It can
// be stored as JSON and is at most 2 KB for a report of ordinary length.
type Print struct {
	Report string `json:"report"`
}

// Fingerprint makes the Print of one reading.
func Fingerprint(r *wiredesk.Reading) Print { return Print{Report: r.ID} }

// A Linker puts reports into stories, one after the other, for good. It is not
// safe for concurrent use: linking is one ordered writer.
type Linker struct {
	n int
}

// NewLinker returns a Linker that knows no report yet.
func NewLinker() *Linker { return &Linker{} }

// Add links one report and says to which story it belongs and why. The same
// prints in the same order give the same assignments.
func (l *Linker) Add(p Print) wiredesk.Assignment {
	l.n++
	return wiredesk.Assignment{Report: p.Report, Story: "s-" + p.Report}
}

// Restore adds a report that was linked before, as it was assigned then.
func (l *Linker) Restore(p Print, a wiredesk.Assignment) {}

// InferPublished works out when a report without a publication date was
// published, from dated readings of the same story. ok is false where nothing
// speaks for one date.
func InferPublished(undated *wiredesk.Reading, dated []wiredesk.Reading) (p wiredesk.Published, ok bool) {
	return wiredesk.Published{}, false
}

// CountOrigins answers "how many say so" for a set of reports of one story: the
// one function for it everywhere.
func CountOrigins(readings []wiredesk.Reading, assignments []wiredesk.Assignment) wiredesk.Origins {
	return wiredesk.Origins{}
}
