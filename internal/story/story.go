// Package story is the fourth room: it finds the reports that tell of the same
// news, who carries whose text, and how many origins say so.
package story

import "wiredesk"

// Version is the version of this stage; see lang.Version.
const Version = "1"

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
