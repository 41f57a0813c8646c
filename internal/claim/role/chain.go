package role

import "math"

// Contexts is the number of contexts that transitions are told apart by; see
// View.Context.
const Contexts = 3 * 4 * 4

// Transitions holds a weight for each pair of neighbouring labels in each
// context: [context][before][label].
type Transitions [Contexts][Labels][Labels]float32

// impossible is the weight of a pair that must not stand.
const impossible = -1e9

// Forbid sets the pairs that must not stand: an I label after another role, and
// one over the end of a paragraph. A speech over two paragraphs is two
// contents.
func (t *Transitions) Forbid() {
	for c := range t {
		for a := range Label(Labels) {
			for b := range Label(Labels) {
				if !b.follows(a) || c/16 == boundaryParagraph && b != Out && !b.Begins() {
					t[c][a][b] = impossible
				}
			}
		}
	}
}

// Scores holds the weight of each label at each token.
type Scores [][Labels]float32

// Decode returns the most probable labels (Viterbi).
func Decode(scores Scores, contexts []uint8, t *Transitions) []Label {
	n := len(scores)
	if n == 0 {
		return nil
	}
	back := make([][Labels]Label, n)
	var best, next [Labels]float32
	for l := range Label(Labels) {
		best[l] = scores[0][l]
		if !l.follows(Out) {
			best[l] = impossible
		}
	}
	for i := 1; i < n; i++ {
		m := &t[contexts[i]]
		for l := range Label(Labels) {
			top, from := float32(math.Inf(-1)), Label(0)
			for k, end := l.after(); k < end; k++ {
				if s := best[k] + m[k][l]; s > top {
					top, from = s, k
				}
			}
			next[l], back[i][l] = top+scores[i][l], from
		}
		best = next
	}
	last := Label(0)
	for l := range Label(Labels) {
		if best[l] > best[last] {
			last = l
		}
	}
	labels := make([]Label, n)
	for i := n - 1; i >= 0; i-- {
		labels[i] = last
		last = back[i][last]
	}
	return labels
}

// A Lattice holds the sums of the forward and backward pass over a chain, by
// which probabilities are computed.
type Lattice struct {
	Marginal       [][Labels]float32 // probability of each label at each token
	forward, back  [][Labels]float32 // scaled
	exponent       [][Labels]float32 // exp(score), scaled per token
	LogPartition   float64
	expTransitions *Transitions
	contexts       []uint8
}

// Exp returns the transitions as factors.
func (t *Transitions) Exp() *Transitions {
	var e Transitions
	for c := range t {
		for a := range Labels {
			for b := range Labels {
				if t[c][a][b] > impossible/2 {
					e[c][a][b] = float32(math.Exp(float64(t[c][a][b])))
				}
			}
		}
	}
	return &e
}

// Sum runs the forward and backward pass. e is Exp of the transitions. The
// lattice's memory is used again.
func (a *Lattice) Sum(scores Scores, contexts []uint8, e *Transitions) {
	n := len(scores)
	a.Marginal, a.forward = grow(a.Marginal, n), grow(a.forward, n)
	a.back, a.exponent = grow(a.back, n), grow(a.exponent, n)
	a.expTransitions, a.contexts, a.LogPartition = e, contexts, 0
	for i, s := range scores {
		top := s[0]
		for _, v := range s[1:] {
			top = max(top, v)
		}
		a.LogPartition += float64(top)
		for l, v := range s {
			a.exponent[i][l] = 1
			if v < top {
				a.exponent[i][l] = float32(math.Exp(float64(max(v-top, floor))))
			}
		}
	}
	a.forwardPass(n)
	a.backwardPass(n)
}

// floor keeps a label from becoming impossible by its score alone: the best
// label of a token may be one that must not stand there.
const floor = -25

func grow(s [][Labels]float32, n int) [][Labels]float32 {
	if cap(s) < n {
		return make([][Labels]float32, n)
	}
	return s[:n]
}

func (a *Lattice) forwardPass(n int) {
	for i := range n {
		var f [Labels]float32
		if i == 0 {
			for l := range Label(Labels) {
				if l.follows(Out) {
					f[l] = 1
				}
			}
		} else {
			m, before := &a.expTransitions[a.contexts[i]], &a.forward[i-1]
			for l := range Label(Labels) {
				s := float32(0)
				for k, end := l.after(); k < end; k++ {
					s += before[k] * m[k][l]
				}
				f[l] = s
			}
		}
		sum := float32(0)
		for l := range Labels {
			f[l] *= a.exponent[i][l]
			sum += f[l]
		}
		for l := range Labels {
			f[l] /= sum
		}
		a.forward[i] = f
		a.LogPartition += math.Log(float64(sum))
	}
}

func (a *Lattice) backwardPass(n int) {
	for i := n - 1; i >= 0; i-- {
		var b [Labels]float32
		if i == n-1 {
			for l := range Labels {
				b[l] = 1
			}
		} else {
			m, exponent, back := &a.expTransitions[a.contexts[i+1]], &a.exponent[i+1], &a.back[i+1]
			total := float32(0)
			for k := range Label(Labels) {
				s := float32(0)
				for _, l := range followers[k] {
					s += m[k][l] * exponent[l] * back[l]
				}
				b[k] = s
				total += s
			}
			for k := range Labels {
				b[k] /= total
			}
		}
		a.back[i] = b
		sum := float32(0)
		for l := range Labels {
			a.Marginal[i][l] = a.forward[i][l] * b[l]
			sum += a.Marginal[i][l]
		}
		for l := range Labels {
			a.Marginal[i][l] /= sum
		}
	}
}

// Pairs returns the probability of each pair of labels of the tokens i-1 and
// i.
func (a *Lattice) Pairs(i int) [Labels][Labels]float32 {
	var out [Labels][Labels]float32
	m, sum := &a.expTransitions[a.contexts[i]], float32(0)
	for k := range Labels {
		for l := range Labels {
			out[k][l] = a.forward[i-1][k] * m[k][l] * a.exponent[i][l] * a.back[i][l]
			sum += out[k][l]
		}
	}
	for k := range Labels {
		for l := range Labels {
			out[k][l] /= sum
		}
	}
	return out
}
