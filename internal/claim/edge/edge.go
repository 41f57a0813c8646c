// Package edge moves the ends of contents to where a clause or phrase ends.
// The roles are given token by token, which often stops a content too early or
// too late; here whole stretches are weighed against each other.
package edge

import (
	_ "embed"
	"sync"

	"wiredesk/internal/claim/role"
	"wiredesk/internal/lang/linear"
)

// A Side is the end of a content that is moved.
type Side uint64

// The sides.
const (
	Right Side = iota + 1
	Left
)

// Unit is how many steps of the model's whole-numbered weights make one unit
// of log odds.
const Unit = 500

//go:embed model/edges.bin.gz
var modelFile []byte

var model = sync.OnceValue(func() *linear.Model { return linear.MustRead(modelFile) })

// Mend moves the ends of the contents among the runs that are not quoted there.
func Mend(v *role.View, runs []role.Run) {
	for i := range runs {
		for _, side := range []Side{Right, Left} {
			if at := best(v, runs, i, side); at >= 0 {
				move(&runs[i], side, at)
			}
		}
	}
}

func move(r *role.Run, side Side, at int) {
	if side == Right {
		r.Last = at
	} else {
		r.First = at
	}
}

// best returns the best place for one side of run i, -1 to leave it.
func best(v *role.View, runs []role.Run, i int, side Side) int {
	candidates := Candidates(v, runs, i, side)
	if len(candidates) < 2 {
		return -1
	}
	place, top := -1, int32(0)
	var score [1]int32
	for k, at := range candidates {
		score[0] = 0
		model().Score(Features(v, runs, i, side, at), score[:])
		if k == 0 || score[0] > top {
			place, top = at, score[0]
		}
	}
	return place
}

// window is how many tokens an end is moved at most.
const window = 40

// most is how many places are weighed at most.
const most = 24

// Candidates returns the places to which one side of run i may be moved, the
// present one first; none for runs that are no contents or quoted there. A
// right place is the token after the content.
func Candidates(v *role.View, runs []role.Run, i int, side Side) []int {
	r := runs[i]
	if r.Role != role.Content || v.Sentence(r.First) < 0 || v.Sentence(r.First) != v.Sentence(r.Last-1) {
		return nil
	}
	if side == Right {
		return rights(v, runs, i)
	}
	return lefts(v, runs, i)
}

func rights(v *role.View, runs []role.Run, i int) []int {
	r := runs[i]
	if v.Quotation(r.Last-1) >= 0 {
		return nil
	}
	_, end := v.Bounds(v.Sentence(r.First))
	if i+1 < len(runs) {
		end = min(end, runs[i+1].First)
	}
	for end > r.Last && !v.IsWord(end-1) && v.Quotation(end-1) < 0 {
		end--
	}
	out := []int{r.Last}
	for at := max(r.First+1, r.Last-window); at <= min(end, r.Last+window) && len(out) < most; at++ {
		if at == r.Last || !v.IsWord(at-1) && v.Quotation(at-1) < 0 {
			continue
		}
		first, _ := v.Reach(at)
		if at == end || !v.IsWord(at) || first == at && v.Up(at) >= 0 && v.Up(at) < at {
			out = append(out, at)
		}
	}
	return out
}

func lefts(v *role.View, runs []role.Run, i int) []int {
	r := runs[i]
	if v.Quotation(r.First) >= 0 {
		return nil
	}
	start, _ := v.Bounds(v.Sentence(r.First))
	if i > 0 {
		start = max(start, runs[i-1].Last)
	}
	out := []int{r.First}
	for at := max(start, r.First-window); at < min(r.Last, r.First+window) && len(out) < most; at++ {
		if at == r.First || !v.IsWord(at) && v.Quotation(at) < 0 {
			continue
		}
		first, _ := v.Reach(at)
		if at == start || !v.IsWord(at-1) || first == at && v.Up(at) > at || v.Up(at) < at {
			out = append(out, at)
		}
	}
	return out
}
