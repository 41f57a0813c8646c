// Package link joins sources, cues and contents into attributions: for each
// source and content it chooses the cue that it belongs to.
package link

import (
	_ "embed"
	"math"
	"sync"

	"wiredesk/internal/claim/role"
	"wiredesk/internal/lang/linear"
)

// An Attribution is a cue with the sources and contents that belong to it.
type Attribution struct {
	Cue               role.Run
	Sources, Contents []role.Run
	Probability       float64 // that these spans belong together, by the two models
}

// Reach is how many cues to each side of a span are candidates. In PolNeAR's
// train part 99 of 100 spans find theirs among them.
const Reach = 3

//go:embed model/links.bin.gz
var modelFile []byte

var model = sync.OnceValue(func() *linear.Model { return linear.MustRead(modelFile) })

// Unit is how many steps of the model's whole-numbered weights make one unit
// of log odds.
const Unit = 500

// Join links the runs. Cues to which no content belongs are left out, and so
// are sources and contents that belong to no cue. The attributions stand in
// the order of their cues.
func Join(v *role.View, runs []role.Run) []Attribution {
	at := make([]int, len(runs)) // index of each cue's attribution
	var out []Attribution
	for i, r := range runs {
		if r.Role == role.Cue {
			at[i] = len(out)
			out = append(out, Attribution{Cue: r, Probability: r.Probability})
		}
	}
	for i, r := range runs {
		if r.Role == role.Cue {
			continue
		}
		c, p := best(v, runs, i)
		if k := adjoining(v, runs, i); k >= 0 && k != c {
			c, p = k, 1-p
		}
		if c < 0 {
			continue
		}
		a := &out[at[c]]
		a.Probability = min(a.Probability, p*r.Probability)
		if r.Role == role.Source {
			a.Sources = append(a.Sources, r)
		} else {
			a.Contents = append(a.Contents, r)
		}
	}
	adopt(v, runs, out, at)
	kept := out[:0]
	for _, a := range out {
		if len(a.Contents) > 0 {
			kept = append(kept, a)
		}
	}
	return kept
}

// adjoining returns the cue that stands right before a content without
// quotation marks, -1 for none. Such a content belongs to no other cue: "Weiss
// said Costa had assured him that ..." is what Costa said.
func adjoining(v *role.View, runs []role.Run, i int) int {
	r := runs[i]
	if i < 2 || r.Role != role.Content || runs[i-1].Role != role.Cue || runs[i-2].Role != role.Source {
		return -1
	}
	if runs[i-1].Last != r.First || runs[i-2].Last != runs[i-1].First || v.Quotation(r.First) >= 0 || v.Sentence(runs[i-2].First) != v.Sentence(r.First) {
		return -1
	}
	return i - 1
}

// adopt gives an attribution without a source the source beside its cue that
// nobody else can use: one whose own cue has no content or other sources.
func adopt(v *role.View, runs []role.Run, out []Attribution, at []int) {
	owner := map[int]int{} // first token of a source -> its attribution
	for n, a := range out {
		for _, s := range a.Sources {
			owner[s.First] = n
		}
	}
	for i, r := range runs {
		if r.Role != role.Cue || len(out[at[i]].Contents) == 0 || len(out[at[i]].Sources) > 0 {
			continue
		}
		for _, k := range []int{i - 1, i + 1} {
			if k < 0 || k >= len(runs) || runs[k].Role != role.Source || v.Sentence(runs[k].First) != v.Sentence(r.First) {
				continue
			}
			if n, taken := owner[runs[k].First]; taken {
				if other := &out[n]; len(other.Contents) > 0 && len(other.Sources) < 2 {
					continue
				}
				out[n].Sources = without(out[n].Sources, runs[k].First)
			}
			out[at[i]].Sources = append(out[at[i]].Sources, runs[k])
			owner[runs[k].First] = at[i]
			break
		}
	}
}

// without returns the sources but the one that begins at the token.
func without(sources []role.Run, first int) []role.Run {
	var out []role.Run
	for _, s := range sources {
		if s.First != first {
			out = append(out, s)
		}
	}
	return out
}

// best returns the cue that run i belongs to, or -1, and how probable that is.
func best(v *role.View, runs []role.Run, i int) (int, float64) {
	cue, top, sum := -1, 0.0, 1.0
	var scores [1]int32
	for _, c := range Candidates(v, runs, i) {
		scores[0] = 0
		model().Score(Features(v, runs, i, c), scores[:])
		s := float64(scores[0]) / Unit
		sum += math.Exp(min(s, 50))
		if s > top {
			cue, top = c, s
		}
	}
	return cue, math.Exp(min(top, 50)) / sum
}

// Candidates returns the cues that run i may belong to, nearest first: those
// of its own paragraph and of the two next to it.
func Candidates(v *role.View, runs []role.Run, i int) []int {
	var out []int
	for _, step := range []int{-1, 1} {
		found := 0
		for k := i + step; k >= 0 && k < len(runs) && found < Reach && within(v, runs, i, k); k += step {
			if runs[k].Role == role.Cue {
				out = append(out, k)
				found++
			}
		}
	}
	return out
}

// maxRuns is how many runs may stand between a span and its cue.
const maxRuns = 8

func within(v *role.View, runs []role.Run, i, k int) bool {
	return max(i-k, k-i) <= maxRuns && paragraphs(v, runs[i].First, runs[k].First) <= 1
}

// paragraphs is the number of paragraph breaks between two tokens, 2 standing
// for more.
func paragraphs(v *role.View, i, k int) int {
	a, b := v.Paragraph(i), v.Paragraph(k)
	return min(max(a-b, b-a), 2)
}
