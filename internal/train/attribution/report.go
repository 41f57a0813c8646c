package main

import (
	"fmt"

	"wiredesk/internal/claim/role"
)

// report prints exact span scores on dev, spans counted part by part in our
// tokens.
func report(dev []example, w *role.Weights, features featureFunc) {
	var right, found, meant [4]int
	for _, e := range dev {
		labels := decode(e, w, features)
		a, b := spans(labels), spans(e.labels)
		for s := range a {
			found[s.role]++
			if b[s] {
				right[s.role]++
			}
		}
		for s := range b {
			meant[s.role]++
		}
	}
	fmt.Print("  dev")
	for _, r := range []role.Role{role.Source, role.Cue, role.Content} {
		p, q := 100*float64(right[r])/float64(max(found[r], 1)), 100*float64(right[r])/float64(max(meant[r], 1))
		fmt.Printf("  %d: P %.1f R %.1f F %.2f", r, p, q, 2*p*q/max(p+q, 1))
	}
	fmt.Println()
}

// guess runs a model over an example for the second pass.
func guess(e example, w *role.Weights, features featureFunc) *role.Guess {
	scores := make(role.Scores, len(e.labels))
	var buffer []uint32
	for i := range scores {
		buffer = features(&e, i, buffer[:0])
		scores[i] = w.Score(buffer)
	}
	labels, p := role.Best(scores, e.view.Contexts(), &w.Transitions)
	return e.view.NewGuess(labels, p)
}

func decode(e example, w *role.Weights, features featureFunc) []role.Label {
	scores := make(role.Scores, len(e.labels))
	var buffer []uint32
	for i := range scores {
		buffer = features(&e, i, buffer[:0])
		scores[i] = w.Score(buffer)
	}
	return role.Decode(scores, e.view.Contexts(), &w.Transitions)
}

// A span is a run of tokens of one role.
type span struct {
	role        role.Role
	first, last int
}

func spans(labels []role.Label) map[span]bool {
	out := map[span]bool{}
	for i := 0; i < len(labels); i++ {
		if !labels[i].Begins() {
			continue
		}
		k := i + 1
		for k < len(labels) && labels[k] == labels[i]+1 {
			k++
		}
		out[span{labels[i].Role(), i, k}] = true
	}
	return out
}
