// Package linear runs linear models over hashed features: for each decision,
// the scores of the classes are the sums of the weights of the features that
// hold. internal/train/perceptron makes such models.
//
// A decision by itself:
//
//	clear(scores)
//	model.Score(features, scores)
//	class := model.Classes[linear.Best(scores)]
//
// A sequence, with transitions between neighbouring labels:
//
//	rows.Reset()
//	for each position { rows.Add(linear.Mix(1, word)); ...; rows.End() }
//	labels := model.Decode(&rows, &buffer)
//
// A Model is read once and then only read: it may be used from many goroutines
// at the same time, each with its own Rows, Buffer and scores.
package linear

// A Model holds the weights of a linear model.
type Model struct {
	Classes []string

	// transitions[p*(n+1)+c] is added where class c follows class p, n being
	// the number of classes; p = n is the start of a sequence and c = n its
	// end. It is nil for a model of single decisions.
	transitions []int32

	shift   uint // a feature's place is its hash >> shift
	groups  []group
	entries []entry
	weights []uint32
}

// checkBits is how much of a hash an entry keeps. A feature that was never seen
// passes for a known one about once in 2^24 looks.
const checkBits = 24

func check(feature uint64) uint32 { return uint32(feature) & (1<<checkBits - 1) }

// A weight is packed: the class in the upper 15 bits, then a bit that marks
// the last weight of its feature, then the weight as int16.
const lastWeight = 1 << 16

func pack(class int, weight int16, last bool) uint32 {
	w := uint32(class)<<17 | uint32(uint16(weight))
	if last {
		w |= lastWeight
	}
	return w
}

// Score adds the weights of the features to the scores of the classes. scores
// has one element per class. Features that the model does not know add
// nothing.
func (m *Model) Score(features []uint64, scores []int32) {
	// The entries and the weights are larger than the cache, and a branch on
	// what is fetched from them waits for it. So the entries of many features
	// are fetched before the first is looked at, and then their first weights.
	var likely [batch]candidate
	var found [batch]struct{ offset, weight uint32 }
	for len(features) > 0 {
		some := features[:min(len(features), batch)]
		features = features[len(some):]
		n := 0
		for _, f := range some {
			if at, end := m.place(f); at != end {
				likely[n] = candidate{check: check(f), at: at, end: end}
				n++
			}
		}
		for i := range likely[:n] {
			c := &likely[i]
			c.entry = m.entries[c.at]
		}
		k := 0
		for i := range likely[:n] {
			if offset, ok := m.find(&likely[i]); ok {
				found[k].offset = offset
				k++
			}
		}
		for i := range found[:k] {
			found[i].weight = m.weights[found[i].offset]
		}
		for _, f := range found[:k] {
			m.add(f.offset, f.weight, scores)
		}
	}
}

// batch is how many features are looked up at once.
const batch = 64

// add adds the weights that begin at offset, w first, to the scores.
func (m *Model) add(offset, w uint32, scores []int32) {
	scores[w>>17] += int32(int16(w))
	for w&lastWeight == 0 {
		offset++
		w = m.weights[offset]
		scores[w>>17] += int32(int16(w))
	}
}

// Best returns the index of the highest score, the first one of equals.
func Best(scores []int32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

// Knows returns the number of features of the model.
func (m *Model) Knows() int { return len(m.entries) }
