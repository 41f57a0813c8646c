package brief

import "time"

// The similarities from which on two claims are taken to say the same: the
// first between accounts, the second inside one account, where a report that
// says a thing twice uses its own words again.
// Evidence: pairs of the bundled examples and of two real reports, read by
// hand: right ones lie from 0.40 up, the nearest wrong one at 0.38.
const (
	sameAcross = 0.4
	sameWithin = 0.65
)

// sharedLeast is the number of content words that two claims share at least
// before they can be the same: two short claims are alike too easily.
const sharedLeast = 3

// group numbers the facts: those of one number say the same. Each fact joins
// the group of the fact before it that is most like it.
func group(all []*fact) (groups [][]*fact) {
	index := map[string][]int{} // word -> facts before, so that only facts with a common word are compared
	for i, f := range all {
		best, at := 0.0, -1
		for _, k := range candidates(index, f) {
			g := all[k]
			threshold := sameAcross
			if g.account == f.account {
				threshold = sameWithin
			}
			if s := similarity(f, g); s >= threshold && s > best {
				best, at = s, g.group
			}
		}
		if at < 0 {
			at = len(groups)
			groups = append(groups, nil)
		}
		f.group = at
		groups[at] = append(groups[at], f)
		for w := range f.bag {
			index[w] = append(index[w], i)
		}
	}
	return groups
}

// mostCandidates bounds the earlier facts that one fact is compared with.
const mostCandidates = 400

// candidates returns the facts that share at least sharedLeast words with f,
// in order.
func candidates(index map[string][]int, f *fact) []int {
	count := map[int]int{}
	for _, w := range sortedKeys(f.bag) {
		posting := index[w]
		if len(posting) > mostCandidates {
			posting = posting[len(posting)-mostCandidates:]
		}
		for _, k := range posting {
			count[k]++
		}
	}
	var out []int
	for _, k := range sortedKeys(count) {
		if count[k] >= sharedLeast {
			out = append(out, k)
		}
	}
	return out
}

// similarity is how far two claims say the same, 0 to 1: the likeness of what
// they are about, with the speaker and the dates for and against.
func similarity(f, g *fact) float64 {
	s := likeness(f, g)
	if s == 0 || countsApart(f, g) {
		return 0
	}
	if sp := f.speaker(); sp != "" && sp == g.speaker() {
		s += 0.1
	}
	switch {
	case len(f.days) == 0 || len(g.days) == 0:
	case meet(f.days, g.days):
		s += 0.1
	default:
		s -= 0.3
	}
	if f.negated() != g.negated() {
		s -= 0.2
	}
	return s
}

// sameCount is the time between two reports beyond which one number in both is
// no longer taken for one count.
const sameCount = 48 * time.Hour

// countsApart reports whether two claims give different numbers, or one number
// of different days: such claims are compared as figures.
func countsApart(f, g *fact) bool {
	if len(f.counts) == 0 || len(g.counts) == 0 {
		return false
	}
	if !meet(f.counts, g.counts) {
		return true
	}
	a, b := f.account.published(), g.account.published()
	return !meet(f.days, g.days) && !a.IsZero() && !b.IsZero() && a.Sub(b).Abs() > sameCount
}

// clauseShare weighs the likeness of two clauses against that of whole claims:
// a report may put into half a sentence what another says in one.
const clauseShare = 0.9

// likeness is the likeness of two claims, or of their most alike clauses.
func likeness(f, g *fact) float64 {
	best := f.bag.likeness(g.bag)
	for _, c := range append(f.clauses, f.bag) {
		for _, d := range append(g.clauses, g.bag) {
			best = max(best, clauseShare*c.likeness(d))
		}
	}
	return best
}

// likeness weighs the words that two bags share against the shorter and the
// longer of them; 0 where they share too few.
func (b bag) likeness(c bag) float64 {
	if b.common(c) < sharedLeast {
		return 0
	}
	shared, mine, other := b.overlap(c)
	return 0.5*shared/min(mine, other) + shared/(mine+other)
}

// meet reports whether two sets have a member in common.
func meet(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}
