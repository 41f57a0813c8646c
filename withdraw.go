package wiredesk

import (
	"slices"
	"strings"
)

// Names are the folded names under which a kill or correction can mean a
// report: its id, address, guid and headline.
func (r *Report) Names() []string {
	names := []string{Fold(r.ID), Fold(string(r.URL)), Fold(string(r.GUID))}
	if r.Headline != nil {
		names = append(names, Fold(r.Headline.Text))
	}
	return slices.DeleteFunc(names, func(name string) bool { return name == "" })
}

// Withdraws reports whether a kill or correction means another report: it
// names it and may speak for it, since it comes from the same outlet or from an
// agency that the other one credits. Where one of the two names nobody it is
// let through: a kill that is ignored does more harm than one too many, which
// shows.
func (r *Report) Withdraws(other *Report) bool {
	if r.Status != Killed && r.Status != Correction || !slices.Contains(other.Names(), Fold(string(r.Replaces))) {
		return false
	}
	mine, theirs := r.publishers(), other.publishers()
	return len(mine) == 0 || len(theirs) == 0 || slices.ContainsFunc(mine, func(name string) bool { return slices.Contains(theirs, name) })
}

// publishers are the folded names of the outlet and the agencies of a report.
func (r *Report) publishers() []string {
	var out []string
	for _, name := range append([]string{string(r.Outlet)}, r.Agencies...) {
		if name != "" {
			out = append(out, Fold(name))
		}
	}
	return out
}

// Fold makes names and headlines comparable: lower case, single spaces, no full
// stop at the end.
func Fold(name string) string {
	return strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(name), " ")), ".")
}

// sameReport is the share of the shorter text's words that two versions of a
// report share at least. Updates keep most of a report; a front page or a live
// page tells of something else under the same address.
const sameReport = 0.3

// Resembles reports whether two texts share enough words to be versions of one
// report.
func Resembles(a, b string) bool {
	words, others := wordSet(a), wordSet(b)
	both := 0
	for w := range others {
		if words[w] {
			both++
		}
	}
	return float64(both) >= sameReport*float64(min(len(words), len(others)))
}

// wordSet are the folded words of a text, without the marks around them.
func wordSet(text string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		if w = strings.Trim(w, `.,;:!?()"'“”‘’—–-`); w != "" {
			out[w] = true
		}
	}
	return out
}
