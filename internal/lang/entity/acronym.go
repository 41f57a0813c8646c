package entity

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/lang/body"
	"wiredesk/internal/lang/nation"
)

// longestAcronym is the number of letters up to which a word in capitals is
// taken for an acronym that a town may share its letters with.
const longestAcronym = 6

// unlikeAcronyms tells a town from an acronym of the same letters: a report
// that prints "SANA" for the agency means something else by "Sana". Bodies that
// are printed either way ("NATO", "Nato") are known by their names, unless a
// capital bears one of them.
func (r *resolver) unlikeAcronyms() {
	acronyms := map[string]bool{}
	for i := range r.mentions {
		if w := r.words(i); len(w) <= longestAcronym && len(w) > 2 && w == strings.ToUpper(w) && !r.shouted(i) {
			acronyms[w] = true
		}
	}
	for i := range r.mentions {
		m, w := &r.mentions[i], r.words(i)
		if m.Type == wiredesk.Organization && w != strings.ToUpper(w) && acronyms[strings.ToUpper(w)] && (body.Named(w) == nil || nation.SeatedAt(w) != nil) {
			m.Type = wiredesk.PlaceName
		}
	}
}

// shouted reports whether the words beside a mention are in capitals too.
func (r *resolver) shouted(i int) bool {
	for _, k := range []int{r.first[i] - 1, r.last[i]} {
		w := r.word(k)
		if len(w) > 2 && w == strings.ToUpper(w) && w != strings.ToLower(w) {
			return true
		}
	}
	return false
}
