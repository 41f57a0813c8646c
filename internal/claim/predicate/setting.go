package predicate

import "wiredesk"

// setting returns the place and the time that the clause of the predicate in
// the tokens [first, last) gives.
func (r *reader) setting(first, last int) (*wiredesk.Site, *wiredesk.Window) {
	return r.where.Place(first, last), r.where.Window(first, last)
}
