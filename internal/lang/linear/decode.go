package linear

// Forbidden is the transition score of a label that may not follow another.
const Forbidden = -1 << 29

// floor keeps sums of forbidden transitions from overflowing.
const floor = -1 << 30

// A Buffer is the memory of Decode, reused from call to call. The zero Buffer
// is ready. It belongs to one goroutine at a time.
type Buffer struct {
	scores []int32 // of each label at each position
	back   []uint16
	best   [2][]int32
	path   []int
}

// Decode returns the best sequence of labels (indexes into Classes) for the
// rows, by Viterbi's algorithm over the scores of the rows and the
// transitions; forbidden transitions are never taken. The result is valid
// until the next use of the buffer.
func (m *Model) Decode(rows *Rows, b *Buffer) []int {
	n, labels := rows.Len(), len(m.Classes)
	b.scores = sized(b.scores, n*labels)
	clear(b.scores)
	for i := range n {
		m.Score(rows.Row(i), b.scores[i*labels:(i+1)*labels])
	}
	return Viterbi(b.scores, m.transitions, labels, b)
}

// Viterbi returns the best path through scores (position by position, one per
// label) with the transitions of a Model: a square of labels+1 rows and
// columns, whose last row is the start and whose last column the end. The
// trainer shares it.
func Viterbi(scores, transitions []int32, labels int, b *Buffer) []int {
	n := len(scores) / max(labels, 1)
	b.path = sized(b.path, n)
	if n == 0 {
		return b.path
	}
	b.back = sized(b.back, n*labels)
	b.best[0], b.best[1] = sized(b.best[0], labels), sized(b.best[1], labels)
	width := labels + 1
	before, now := b.best[0], b.best[1]
	for c := range labels {
		before[c] = max(scores[c]+transitions[labels*width+c], floor)
	}
	for i := 1; i < n; i++ {
		row := scores[i*labels : (i+1)*labels]
		back := b.back[i*labels : (i+1)*labels]
		for c := range labels {
			best, from := int32(floor), 0
			for p, s := range before {
				if s += transitions[p*width+c]; s > best {
					best, from = s, p
				}
			}
			now[c], back[c] = max(best+row[c], floor), uint16(from)
		}
		before, now = now, before
	}
	best, last := int32(floor)-1, 0
	for p, s := range before {
		if s = max(s+transitions[p*width+labels], floor); s > best {
			best, last = s, p
		}
	}
	for i := n - 1; i >= 0; i-- {
		b.path[i] = last
		last = int(b.back[i*labels+last])
	}
	return b.path
}

// sized returns a slice of length n, reusing s where it is large enough.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}
