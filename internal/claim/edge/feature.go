package edge

import (
	"math"

	"wiredesk/internal/claim/role"
	"wiredesk/internal/lang/linear"
)

// Features returns what speaks for moving one side of run i to the token at.
func Features(v *role.View, runs []role.Run, i int, side Side, at int) []uint64 {
	r := runs[i]
	present, first, last := r.Last, r.First, at
	if side == Left {
		present, first, last = r.First, at, r.Last
	}
	f := list{side: uint64(side)}
	order, cue := neighbours(runs, i)
	lemma := uint64(0)
	if cue >= 0 {
		lemma = uint64(v.CueLemma(v.Head(runs[cue].First, runs[cue].Last)))
	}
	shift := sign(at - present)
	odds := bucket(gain(v, side, present, at))
	f.add(shift)
	f.add(odds)
	f.add(odds, order)
	f.add(shift, order)
	f.add(shift, order, distance(at-present))
	out, in := at, at-1 // the tokens outside and inside the edge
	if side == Left {
		out, in = at-1, at
	}
	root := v.Head(first, last)
	hook := attachment(v, out, first, last, root, runs, cue)
	w, tag := uint64(v.Lower(out)), uint64(v.Tag(out))
	f.add(w)
	f.add(tag, uint64(v.Tag(in)))
	f.add(w, hook)
	f.add(tag, hook, order)
	f.add(uint64(v.Relation(out)), hook)
	f.add(uint64(v.Lower(in)), order)
	f.add(w, uint64(v.Lower(beyond(out, side))), hook)
	f.add(w, uint64(v.Tag(beyond(out, side))), order)
	f.add(hook, lemma)
	f.add(uint64(v.Lower(first)), hook, boundary(v, side, at, runs, i))
	f.add(boundary(v, side, at, runs, i), order)
	f.add(boundary(v, side, at, runs, i), lemma)
	f.add(boundary(v, side, at, runs, i), shift, odds)
	f.add(crossing(v, first, last, side), order)
	f.add(crossing(v, first, last, side), hook, shift)
	f.add(balanced(v, first, last), shift)
	f.add(distance(last-first), order)
	return f.out
}

// A list numbers its features by their place.
type list struct {
	side uint64
	out  []uint64
}

func (l *list) add(values ...uint64) {
	h := linear.Mix(l.side, uint64(len(l.out)+1))
	for _, x := range values {
		h = linear.Mix(h, x)
	}
	l.out = append(l.out, h)
}

// neighbours tells the roles before and after run i and finds its cue: the run
// before it, or the nearest after it.
func neighbours(runs []role.Run, i int) (order uint64, cue int) {
	cue = -1
	for k := -2; k <= 2; k++ {
		order *= 5
		if j := i + k; k != 0 && j >= 0 && j < len(runs) {
			order += uint64(runs[j].Role) + 1
		}
	}
	for _, k := range []int{i - 1, i + 1, i + 2, i - 2} {
		if k >= 0 && k < len(runs) && runs[k].Role == role.Cue {
			return order, k
		}
	}
	return order, cue
}

func sign(n int) uint64 {
	switch {
	case n < 0:
		return 1
	case n > 0:
		return 2
	}
	return 0
}

// gain is by how much the log odds of the content rise if the edge is moved.
func gain(v *role.View, side Side, present, at int) float64 {
	switch {
	case side == Right && at > present:
		return v.ContentOdds(present, at)
	case side == Right:
		return -v.ContentOdds(at, present)
	case at < present:
		return v.ContentOdds(at, present)
	}
	return -v.ContentOdds(present, at)
}

// bucket puts log odds into steps that widen with their size.
func bucket(x float64) uint64 {
	s := math.Round(2 * math.Log2(1+math.Abs(x)))
	if x < 0 {
		return 40 + uint64(min(s, 20))
	}
	return uint64(min(s, 20))
}

func distance(n int) uint64 {
	switch n = max(n, -n); {
	case n <= 3:
		return uint64(n)
	case n <= 6:
		return 4
	case n <= 12:
		return 5
	case n <= 24:
		return 6
	}
	return 7
}

func beyond(out int, side Side) int {
	if side == Right {
		return out + 1
	}
	return out - 1
}

// attachment tells on what the phrase outside the edge hangs: the content's
// head, another word of the content, the cue, or something else.
func attachment(v *role.View, out, first, last, root int, runs []role.Run, cue int) uint64 {
	top := out
	for n := 0; n < window; n++ {
		h := v.Up(top)
		if h < 0 || h >= first && h < last {
			break
		}
		if cue >= 0 && h >= runs[cue].First && h < runs[cue].Last {
			return 1
		}
		top = h
	}
	switch h := v.Up(top); {
	case h < 0:
		return 2
	case h == root:
		return 3
	case h >= first && h < last && v.Up(h) == root:
		return 4
	case h >= first && h < last:
		return 5
	}
	return 6
}

// boundary tells what stands at the edge: the end of the sentence, another
// run, a mark, or words.
func boundary(v *role.View, side Side, at int, runs []role.Run, i int) uint64 {
	start, end := v.Bounds(v.Sentence(runs[i].First))
	switch {
	case side == Right && at >= end, side == Left && at <= start:
		return 1
	case side == Right && i+1 < len(runs) && runs[i+1].First == at, side == Left && i > 0 && runs[i-1].Last == at:
		return 2 + uint64(runs[neighbour(side, i)].Role)
	case side == Right && !v.IsWord(at):
		if at+1 >= end {
			return 1
		}
		return 8
	case side == Left && !v.IsWord(at-1):
		return 9
	}
	return 10
}

func neighbour(side Side, i int) int {
	if side == Right {
		return i + 1
	}
	return i - 1
}

// crossing counts the arcs that the edge cuts, at most 3.
func crossing(v *role.View, first, last int, side Side) uint64 {
	n := uint64(0)
	if side == Right {
		for i := max(first, last-window); i < last && n < 3; i++ {
			if v.Up(i) >= last {
				n++
			}
		}
		for i := last; i < last+window && v.Sentence(i) == v.Sentence(first) && n < 3; i++ {
			if h := v.Up(i); h >= first && h < last {
				n++
			}
		}
		return n
	}
	for i := first; i < min(last, first+window) && n < 3; i++ {
		if h := v.Up(i); h >= 0 && h < first {
			n++
		}
	}
	for i := max(0, first-window); i < first && n < 3; i++ {
		if h := v.Up(i); h >= first && h < last {
			n++
		}
	}
	return n
}

// balanced reports whether a quotation begins inside the content that does not
// end there.
func balanced(v *role.View, first, last int) uint64 {
	if q := v.Quotation(last - 1); q >= 0 && q == v.Quotation(last) {
		return 1
	}
	if q := v.Quotation(first); q >= 0 && first > 0 && q == v.Quotation(first-1) {
		return 2
	}
	return 0
}
