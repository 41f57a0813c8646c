package brief

import (
	"slices"
	"time"
)

// The similarities from which on two claims are taken to say the same: the
// first between accounts, the second inside one account, where a report that
// says a thing twice uses its own words again.
// Evidence: 130 pairs of claims of sixteen stories, read by hand. Of those that
// are joined six in seven say the same; the share of the shorter claim, which
// stood here before, joined as many wrong pairs as right ones.
const (
	sameAcross = 0.4
	sameWithin = 0.6
)

// sharedLeast is the number of content words that two claims share at least
// before they can be the same: two short claims are alike too easily. Those
// that share only so many, and no voice, must be nearly all alike: sharedFew.
const (
	sharedLeast = 3
	sharedFew   = 0.6
)

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
		if count[k] >= min(sharedLeast, max(2, len(f.bag))) {
			out = append(out, k)
		}
	}
	return out
}

// similarity is how far two claims say the same, 0 to 1: the likeness of what
// they are about, with the speaker and the dates for and against.
func similarity(f, g *fact) float64 {
	voice := f.through(g.speaker()) || g.through(f.speaker())
	s := likeness(f, g, voice)
	if s == 0 || countsApart(f, g) || s < sharedFew && !voice && f.bag.common(g.bag) == sharedLeast {
		return 0
	}
	if voice {
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
	if f.bag.numbersApart(g.bag) {
		s -= 0.2
	}
	return s
}

// numbersApart reports whether both bags hold numbers, and none in common.
func (b bag) numbersApart(c bag) bool {
	mine, other := b.numbers(), c.numbers()
	return len(mine) > 0 && len(other) > 0 && !meet(mine, other)
}

// numbers returns the numbers of a bag.
func (b bag) numbers() map[string]bool {
	out := map[string]bool{}
	for w := range b {
		if isDigits(w) {
			out[w] = true
		}
	}
	return out
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

// likeness is the likeness of two claims, or of their most alike clauses. A
// clause must share more words, unless the claims share a voice.
func likeness(f, g *fact, voice bool) float64 {
	best := f.bag.likeness(g.bag)
	least := clauseLeast
	if voice {
		least = sharedLeast
	}
	for _, c := range append(slices.Clone(f.clauses), f.bag) {
		for _, d := range append(slices.Clone(g.clauses), g.bag) {
			if c.common(d) >= least {
				best = max(best, clauseShare*c.likeness(d))
			}
		}
	}
	return best
}

// likeness is the share of the words of both bags that is common to them, by
// weight; 0 where they share too few.
func (b bag) likeness(c bag) float64 {
	if n := b.common(c); n < sharedLeast && !(n > 1 && n == len(b) && n == len(c)) {
		return 0
	}
	shared, mine, other := b.overlap(c)
	return 2 * shared / (mine + other)
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
