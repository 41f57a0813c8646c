package brief

import (
	"slices"

	"wiredesk"
)

// mostSaid bounds what is printed of one source, mostSources how many sources
// are, and mostStatements how much of all of them: a brief is read at a glance.
const (
	mostSaid       = 4
	mostSources    = 14
	mostStatements = 26
)

// says chooses what each source is reported to say: the sources that say most
// first, each with its claims in story order. Groups that are told already are
// left out.
func says(groups [][]*fact, told map[int]bool) []draft {
	bySource := map[string][]*fact{}
	var order []string
	for _, g := range groups {
		f := fullest(g)
		if f == nil || told[f.group] {
			continue
		}
		key := f.speaker()
		if bySource[key] == nil {
			order = append(order, key)
		}
		bySource[key] = append(bySource[key], f)
	}
	slices.SortStableFunc(order, func(a, b string) int { return rank(bySource[b]) - rank(bySource[a]) })
	var out []draft
	for i, key := range order {
		if i == mostSources {
			break
		}
		for k, f := range bySource[key] {
			if k == mostSaid || len(out) == mostStatements {
				break
			}
			d := f.statement()
			d.citations = append(d.citations, f.others(groups)...)
			out = append(out, d)
		}
	}
	return out
}

// rank weighs a source by its claims; a named one weighs more than one whom
// the report leaves unknown.
func rank(fs []*fact) int {
	n := 2 * min(len(fs), mostSaid)
	if fs[0].speaker() == "" {
		return 0
	}
	if fs[0].claim.Source.Entity != "" {
		n++
	}
	return n
}

// fullest returns the attributed fact of a group that says most, of an
// independent account if there is one; nil where the group has none. Caveats
// have a section of their own, and a claim inside another one is printed with
// it.
func fullest(g []*fact) *fact {
	var best *fact
	for _, f := range g {
		if !f.attributed() || f.claim.Stance == wiredesk.Caveat || f.claim.Within != "" || f.inHeadline() || f.directory() {
			continue
		}
		if best == nil || better(f, best) {
			best = f
		}
	}
	return best
}

// inHeadline reports whether the claim stands in a headline, which says in
// short what the body says with its sources.
func (f *fact) inHeadline() bool {
	h := f.account.reading.Headline
	return h != nil && h.Span.Overlaps(f.hull)
}

// better prefers independent accounts, then longer words.
func better(f, g *fact) bool {
	if f.own != g.own {
		return f.own
	}
	return len(f.words()) > len(g.words())
}
