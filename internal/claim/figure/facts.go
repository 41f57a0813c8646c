package figure

import (
	_ "embed"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/qualifiers.txt
var qualifiersFile []byte

// qualifiers holds the words that say how sure a count is.
var qualifiers = sync.OnceValue(func() map[string]wiredesk.Qualifier {
	out := map[string]wiredesk.Qualifier{}
	for _, e := range lexicon.Parse(qualifiersFile) {
		out[e.Field(0)] = wiredesk.Qualifier(e.Field(1))
	}
	return out
})

// How many tokens before and behind the words of a figure the word may stand that
// says how sure it is.
const (
	qualifierBefore = 5
	qualifierBehind = 2
)

// qualifier says how sure its claimant is of a find: the weakest word counts.
func (r *reader) qualifier(f *found) wiredesk.Qualifier {
	best := wiredesk.Flat
	first, last := min(f.first, f.trigger), max(f.last, f.end)
	for i := max(r.First, first-qualifierBefore); i < min(r.Last, last+qualifierBehind); i++ {
		if i < first && (r.barrier[i] || r.is(i, "end of clause")) {
			best = wiredesk.Flat
		}
		if i >= last && (r.barrier[i] || r.Mark(i) || r.is(i, "joint")) {
			break
		}
		q := qualifiers()[r.Word(i)]
		if q == wiredesk.Confirmed && r.refused(i) {
			q = wiredesk.Suspected
		}
		if q == wiredesk.Feared || q == wiredesk.Suspected && best != wiredesk.Feared || best == wiredesk.Flat {
			best = q
		}
	}
	if best == wiredesk.Flat && r.may(f) {
		return wiredesk.Suspected
	}
	return best
}

// refused reports whether the word at i is denied: "not confirmed".
func (r *reader) refused(i int) bool {
	return r.is(i-1, "not") || r.is(i-2, "not")
}

// may reports whether the verb of the find is only possible: "may have drowned".
func (r *reader) may(f *found) bool {
	v := r.verbAt(f.trigger)
	return v.modal != "" && v.perfect
}

// coverage returns the words that say which part of the harm was counted: "in
// clinics alone", "not counting foreigners".
func (r *reader) coverage(f *found) string {
	at := max(f.last, f.end)
	for i := at; i < min(at+coverageReach, r.Last); i++ {
		switch {
		case r.barrier[i] || r.is(i, "end of clause"):
			return ""
		case r.is(i, "alone"):
			for j := i - 1; j >= at; j-- {
				if r.Stop(j) == "prep" {
					return r.Doc.Words(j, i+1)
				}
			}
		case r.is(i, "only") && r.Stop(i+1) == "prep":
			return r.Doc.Words(i, r.endOfPhrase(i+2))
		case r.is(i, "not") && r.is(i+1, "counting out"), r.is(i, "excluding"):
			return r.Doc.Words(i, r.endOfPhrase(i+1))
		}
	}
	return ""
}

// coverageReach is how many tokens behind a figure its coverage may begin.
const coverageReach = 12

// endOfPhrase returns the token at which the phrase around token i ends: a mark
// or a verb.
func (r *reader) endOfPhrase(i int) int {
	for i < r.Last && !r.Mark(i) && r.Stop(i) != "be" && r.Stop(i) != "verb" && !r.barrier[i] {
		i++
	}
	return i
}

// change says what the find does to a running count.
func (r *reader) change(f *found) wiredesk.FigureChange {
	switch {
	case f.ordinal:
		return wiredesk.ChangeOrdinal
	case f.scope == wiredesk.ScopeNew:
		return wiredesk.ChangeIncrement
	case f.scope == wiredesk.ScopeCumulative || r.summedUp(f):
		return wiredesk.ChangeTotal
	}
	return ""
}

// summedUp reports whether words of a total stand beside the find: "so far", "a
// total of", "to date".
func (r *reader) summedUp(f *found) bool {
	first, last := min(f.first, f.trigger), max(f.last, f.end)
	for i := max(r.First, first-totalReach); i < min(r.Last, last+totalReach); i++ {
		switch {
		case r.is(i, "total") && r.is(i+1, "of"), r.is(i, "so") && r.is(i+1, "far"), r.is(i, "to") && r.is(i+1, "date"),
			r.is(i, "in") && r.is(i+1, "all") && (r.Mark(i+2) || i+2 >= r.Last), r.is(i, "altogether"):
			return true
		}
	}
	return false
}

// totalReach is how many tokens beside a figure words of a total may stand.
const totalReach = 4

// polarity says whether the count is affirmed or denied: "not 12 but nine" denies
// 12. That nobody died affirms 0.
func (r *reader) polarity(f *found) wiredesk.Polarity {
	if r.is(f.first-1, "not") {
		for i := f.last; i < min(f.last+4, r.Last); i++ {
			if r.is(i, "but") {
				return wiredesk.Negated
			}
		}
	}
	if r.denies(f) {
		return wiredesk.Negated
	}
	return wiredesk.Affirmed
}

// denies reports whether a verb of denial governs the find: "denied killing 12
// men", "denied that 12 men were killed".
func (r *reader) denies(f *found) bool {
	first := min(f.first, f.trigger)
	for i := first - 1; i >= max(r.First, first-denialReach); i-- {
		switch {
		case r.is(i, "denial"):
			return !r.is(i-1, "not") && !r.is(i-2, "not")
		case r.barrier[i] || r.is(i, "end of clause") || r.is(i, "but"):
			return false
		}
	}
	return false
}

// denialReach is how many tokens before a figure the verb that denies it may
// stand.
const denialReach = 8
