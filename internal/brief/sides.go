package brief

import (
	"slices"

	"wiredesk"
)

// mostSaid bounds what is printed of one source, mostSources how many sources
// are, and mostStatements how much of all of them, fewer where there are few
// reports: a brief is read at a glance.
const (
	mostSaid        = 4
	mostSources     = 14
	leastStatements = 8
	moreStatements  = 3
	mostStatements  = 26
)

// says chooses what each source is reported to say: the sources whose words more
// accounts give or stand higher in their report first, each with its claims in
// story order. Groups that are told already are left out, and so is what says
// too little or of nobody.
func says(all []*account, groups [][]*fact, told map[int]bool) []draft {
	bySource := map[string][]*fact{}
	var order []string
	for _, g := range groups {
		f := fullest(g)
		if f == nil || told[f.group] || len(f.bag) < leastSaid || f.firstPersonSource() || !f.wholeSentence() || dangles(f.statement().text) {
			continue
		}
		key := f.speaker()
		if bySource[key] == nil {
			order = append(order, key)
		}
		bySource[key] = append(bySource[key], f)
	}
	slices.SortStableFunc(order, func(a, b string) int { return rank(groups, bySource[b]) - rank(groups, bySource[a]) })
	most := min(mostStatements, leastStatements+moreStatements*len(all))
	var out []draft
	var printed []*fact
	for i, key := range order {
		if i == mostSources {
			break
		}
		for _, f := range weightiest(groups, bySource[key]) {
			if len(out) == most {
				break
			}
			if said(printed, f) {
				continue
			}
			printed = append(printed, f)
			d := f.statement()
			d.citations = append(d.citations, f.others(groups)...)
			out = append(out, d)
		}
	}
	return out
}

// weightiest returns the claims of one source that weigh most, at most
// mostSaid, in story order.
func weightiest(groups [][]*fact, fs []*fact) []*fact {
	if len(fs) <= mostSaid {
		return fs
	}
	byWeight := slices.Clone(fs)
	slices.SortStableFunc(byWeight, func(f, g *fact) int { return score(groups, g) - score(groups, f) })
	return slices.DeleteFunc(slices.Clone(fs), func(f *fact) bool { return !slices.Contains(byWeight[:mostSaid], f) })
}

// rank weighs a source by its weightiest claim; one whom the report leaves
// unknown comes last, and a named one before one of equal weight.
func rank(groups [][]*fact, fs []*fact) int {
	if fs[0].speaker() == "" {
		return -1
	}
	n := 0
	for _, f := range fs {
		n = max(n, 2*score(groups, f))
	}
	if fs[0].claim.Source.Entity != "" {
		n++
	}
	return n
}

// firstPersonSource reports whether the source is the paper itself: "we asked".
func (f *fact) firstPersonSource() bool {
	return firstPerson()[f.sourceWords()]
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
