package perceptron

import (
	"math"
	"math/rand/v2"

	"wiredesk/internal/lang/linear"
)

// A Set collects training examples. Each is a sequence of rows with one gold
// label per row. Features are kept as small numbers: four bytes each.
type Set struct {
	index
	labels   []string
	counts   []int32
	features []int32 // of all rows, one after the other
	ends     []int   // end of each row in features
	gold     []uint16
	examples []int // end of each example in ends
	again    []int // examples to learn from more than once, once for each time more
}

// NewSet returns an empty set for the labels.
func NewSet(labels []string) *Set { return &Set{index: newIndex(), labels: labels} }

// Add copies an example into the set; rows and gold may be reused. gold holds
// indexes into the labels.
func (s *Set) Add(rows *linear.Rows, gold []int) {
	for i := range rows.Len() {
		for _, f := range rows.Row(i) {
			id := s.intern(f)
			if int(id) == len(s.counts) {
				s.counts = append(s.counts, 0)
			}
			s.counts[id]++
			s.features = append(s.features, id)
		}
		s.ends = append(s.ends, len(s.features))
		s.gold = append(s.gold, uint16(gold[i]))
	}
	s.examples = append(s.examples, len(s.ends))
}

// Len returns the number of examples, each as often as it is learned from.
func (s *Set) Len() int { return len(s.examples) + len(s.again) }

// Repeat makes the last example count n times, as if it had been added as
// often. Only Sequences heeds it.
func (s *Set) Repeat(n int) {
	last := len(s.examples) - 1
	first, end := s.example(last)
	for i := first; i < end; i++ {
		for _, id := range s.row(i) {
			s.counts[id] += int32(n - 1)
		}
	}
	for range n - 1 {
		s.again = append(s.again, last)
	}
}

// Options say how a set is trained on.
type Options struct {
	Epochs   int
	Seed     uint64
	MinCount int     // features seen in fewer rows are ignored
	Prune    float64 // averaged weights smaller than this are left out
	Margin   int32   // by how much the gold label of each row must win in a sequence; 0: just be the best
	// Allowed says whether a label may follow another in a sequence, as
	// linear.Follows does: "" stands for the start and the end. nil allows all.
	Allowed func(previous, next string) bool
	// Progress, if not nil, is called after each epoch with the share of rows
	// that were predicted right while learning.
	Progress func(epoch int, right float64)
}

// example returns the rows [first, last) of example i.
func (s *Set) example(i int) (first, last int) {
	if i > 0 {
		first = s.examples[i-1]
	}
	return first, s.examples[i]
}

func (s *Set) row(i int) []int32 {
	start := 0
	if i > 0 {
		start = s.ends[i-1]
	}
	return s.features[start:s.ends[i]]
}

// dropRare takes the features that were seen in too few rows out of the rows.
func (s *Set) dropRare(least int) {
	if least <= 1 {
		return
	}
	kept, start := s.features[:0], 0
	for i, end := range s.ends {
		for _, id := range s.features[start:end] {
			if int(s.counts[id]) >= least {
				kept = append(kept, id)
			}
		}
		start, s.ends[i] = end, len(kept)
	}
	s.features = kept
}

// trainer returns a Trainer whose feature numbers are those of the set.
func (s *Set) trainer() *Trainer {
	return &Trainer{index: s.index, classes: len(s.labels), rows: make([][]entry, len(s.hashes))}
}

// Decisions trains on each row by itself and returns the packed model.
func (s *Set) Decisions(o Options) []byte {
	s.dropRare(o.MinCount)
	t := s.trainer()
	scores := make([]int32, len(s.labels))
	order := rand.New(rand.NewPCG(o.Seed, 1))
	for epoch := range o.Epochs {
		right := 0
		for _, i := range order.Perm(len(s.ends)) {
			t.Step()
			clear(scores)
			for _, id := range s.row(i) {
				t.add(id, scores)
			}
			gold, best := int(s.gold[i]), linear.Best(scores)
			if best == gold {
				right++
				continue
			}
			for _, id := range s.row(i) {
				t.bump(id, gold, 1)
				t.bump(id, best, -1)
			}
		}
		o.report(epoch, right, len(s.ends))
	}
	return t.Encode(s.labels, o.Prune)
}

func (o Options) report(epoch, right, all int) {
	if o.Progress != nil {
		o.Progress(epoch, float64(right)/float64(max(all, 1)))
	}
}

// Sequences trains on whole examples, with transitions between the labels,
// and returns the packed model.
func (s *Set) Sequences(o Options) []byte {
	s.dropRare(o.MinCount)
	c := &chain{Set: s, weights: s.trainer(), moves: newMoves(s.labels, o.Allowed), margin: o.Margin}
	order := rand.New(rand.NewPCG(o.Seed, 1))
	for epoch := range o.Epochs {
		right, rows := 0, 0
		for _, i := range order.Perm(s.Len()) {
			if i >= len(s.examples) {
				i = s.again[i-len(s.examples)]
			}
			first, last := s.example(i)
			right, rows = right+c.learn(first, last), rows+last-first
		}
		o.report(epoch, right, rows)
	}
	scale := min(c.weights.scale(), c.moves.scale(c.weights.step))
	return linear.Encode(s.labels, c.moves.encode(c.weights.step, scale), c.weights.features(o.Prune, scale))
}

// A chain is the state of sequence training.
type chain struct {
	*Set
	weights *Trainer
	moves   *moves
	margin  int32
	scores  []int32
	buffer  linear.Buffer
}

// learn decodes the rows [first, last) with the present weights, which the gold
// labels must win by the margin, moves the weights towards the gold labels,
// and returns how many were right.
func (c *chain) learn(first, last int) int {
	if first == last {
		return 0
	}
	c.weights.Step()
	labels := len(c.labels)
	if n := (last - first) * labels; cap(c.scores) < n {
		c.scores = make([]int32, n)
	} else {
		c.scores = c.scores[:n]
		clear(c.scores)
	}
	for i := first; i < last; i++ {
		for _, id := range c.row(i) {
			c.weights.add(id, c.scores[(i-first)*labels:(i-first+1)*labels])
		}
		c.scores[(i-first)*labels+int(c.gold[i])] -= c.margin
	}
	path := linear.Viterbi(c.scores, c.moves.weights, labels, &c.buffer)
	right := 0
	for k, label := range path {
		if gold := int(c.gold[first+k]); label != gold {
			for _, id := range c.row(first + k) {
				c.weights.bump(id, gold, 1)
				c.weights.bump(id, label, -1)
			}
		} else {
			right++
		}
	}
	if right < len(path) {
		c.moves.update(c.gold[first:last], path, c.weights.step)
	}
	return right
}

// moves are the transition weights: see linear.Viterbi for their layout.
type moves struct {
	labels  int
	weights []int32
	totals  []int64
	stamps  []int32
}

func newMoves(labels []string, allowed func(previous, next string) bool) *moves {
	n := len(labels)
	m := &moves{n, make([]int32, (n+1)*(n+1)), make([]int64, (n+1)*(n+1)), make([]int32, (n+1)*(n+1))}
	name := func(i int) string {
		if i == n {
			return ""
		}
		return labels[i]
	}
	for p := range n + 1 {
		for c := range n + 1 {
			if allowed != nil && (p < n || c < n) && !allowed(name(p), name(c)) {
				m.weights[p*(n+1)+c] = linear.Forbidden
			}
		}
	}
	return m
}

// update moves the weights of the transitions towards the gold labels.
func (m *moves) update(gold []uint16, path []int, step int32) {
	g, p := m.labels, m.labels
	for k := range path {
		m.bump(g, int(gold[k]), 1, step)
		m.bump(p, path[k], -1, step)
		g, p = int(gold[k]), path[k]
	}
	m.bump(g, m.labels, 1, step)
	m.bump(p, m.labels, -1, step)
}

func (m *moves) bump(from, to int, by, step int32) {
	i := from*(m.labels+1) + to
	if m.weights[i] == linear.Forbidden {
		return
	}
	m.totals[i] += int64(m.weights[i]) * int64(step-m.stamps[i])
	m.weights[i], m.stamps[i] = m.weights[i]+by, step
}

func (m *moves) average(i int, step int32) float64 {
	sum := m.totals[i] + int64(m.weights[i])*int64(step-m.stamps[i])
	return float64(sum) / float64(max(step, 1))
}

// scale returns the largest factor that keeps the averages far from
// linear.Forbidden.
func (m *moves) scale(step int32) float64 {
	biggest := 1.0
	for i, w := range m.weights {
		if w != linear.Forbidden {
			biggest = max(biggest, math.Abs(m.average(i, step)))
		}
	}
	return -linear.Forbidden / 1024 / biggest
}

// encode returns the averaged transitions in the scale of the file.
func (m *moves) encode(step int32, scale float64) []int32 {
	out := make([]int32, len(m.weights))
	for i, w := range m.weights {
		if out[i] = linear.Forbidden; w != linear.Forbidden {
			out[i] = int32(math.Round(m.average(i, step) * scale))
		}
	}
	return out
}
