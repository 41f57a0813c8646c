package desk

import (
	"wiredesk"
)

// A fate says what became of a report among others that were read with it.
type fate struct {
	withdrawn  string // id of the report that kills it
	superseded string // id of the version or correction that replaces it
	about      int    // index of the report that this one replaces or withdraws, -1 for none
}

// fates works out kills, corrections and new versions among readings, in the
// order given: what the store of a desk keeps, for readings in memory. A later
// report at the same address or with the same guid is a new version.
func fates(readings []wiredesk.Reading, order []int) []fate {
	out := make([]fate, len(readings))
	named := map[string][]int{}
	newest := map[string]int{}
	for _, i := range order {
		out[i].about = -1
		r := &readings[i].Report
		for _, name := range r.Names() {
			named[name] = append(named[name], i)
		}
		for _, chain := range []string{string(r.URL), string(r.GUID)} {
			if chain == "" {
				continue
			}
			if old, ok := newest[chain]; ok && old != i && wiredesk.Resembles(readings[old].Text, r.Text) {
				out[old].superseded, out[i].about = r.ID, old
			}
			newest[chain] = i
		}
	}
	for _, i := range order {
		r := &readings[i].Report
		for _, k := range named[wiredesk.Fold(string(r.Replaces))] {
			if k == i || !r.Withdraws(&readings[k].Report) {
				continue
			}
			if r.Status == wiredesk.Killed {
				out[k].withdrawn = r.ID
			} else {
				out[k].superseded = r.ID
			}
			out[i].about = k
		}
	}
	return out
}
