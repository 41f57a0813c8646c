package story

import (
	"math"
	"slices"
)

// priorDocuments is the number of documents that the background frequencies
// count as, against those of the reports that were linked. The more reports
// there are, the more they say themselves what is rare: "shooting" means
// little where all report shootings. B-cubed F1 on the three sets moves by
// less than one between 300 and 4,000.
const priorDocuments = 1000

// rarity is how rare a term is by now: the logarithm of the share of documents
// that hold it. spot is where the term stands among the postings, or none.
func (l *Linker) rarity(spot, key uint32) float32 {
	var held float32
	if spot == none {
		held = prior(key)
	} else {
		x := l.terms.lists.one(spot)
		held = x.prior + float32(x.seen)
	}
	return float32(math.Log((priorDocuments + float64(l.n) + 1) / (float64(held) + 0.5)))
}

// mostHeavy is the number of terms by which a report is found, those that
// weigh most. The others only count in the comparison.
const mostHeavy = 24

// weigh fills in what is rare in a sheet, its norms, and its heavy terms.
func (l *Linker) weigh(s *sheet) {
	s.rarity, s.spots = make([]float32, len(s.terms)), make([]uint32, len(s.terms))
	var n norms
	for i, t := range s.terms {
		s.spots[i] = l.terms.find(key(t))
		r := l.rarity(s.spots[i], key(t))
		s.rarity[i] = r
		w := levels[t&31] * r
		w *= w
		n.all += w
		switch kind(t) {
		case NumberTerm:
			n.numbers += w
		case PlaceTerm:
			n.places += w
			n.names += w
		case NameTerm:
			n.names += w
		}
		if inHead(t) {
			n.head += w
		}
	}
	s.heavy = s.heaviest(l.heavy)
	s.norms = norms{root(n.all), root(n.names), root(n.places), root(n.numbers), root(n.head)}
}

// heaviest returns the positions of the terms that weigh most, of equals the
// first. Weight and position are sorted as one number: the bits of positive
// floating-point numbers rise as they do.
func (s *sheet) heaviest(most int) []uint32 {
	order := make([]uint64, len(s.terms))
	for i, t := range s.terms {
		w := math.Float32bits(max(0, s.rarity[i]*levels[t&31]))
		order[i] = uint64(^w)<<32 | uint64(i)
	}
	slices.Sort(order)
	at := make([]uint32, min(len(order), most))
	for i := range at {
		at[i] = uint32(order[i])
	}
	return at
}

// root is the square root.
func root(x float32) float32 { return float32(math.Sqrt(float64(x))) }
