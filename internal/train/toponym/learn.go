package main

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"

	"wiredesk/internal/eval"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang"
	"wiredesk/internal/lang/place"
)

// An example is one spot with what it is.
type example struct {
	features []string
	place    bool
}

// The learning rate falls from rate to nothing over the epochs; decay pulls
// weights towards zero. Tried on every second article: decay 1e-5 to 1e-3
// differ by less than 0.3 F1.
const (
	epochs = 30
	rate   = 0.1
	decay  = 1e-4
)

// writeWeights learns the weights and writes them, largest first by name.
func writeWeights(shared, path string, half bool) error {
	var train, test []example
	for _, set := range corpus.PlaceSets {
		texts, err := corpus.PlaceTexts(shared, set)
		if err != nil {
			return err
		}
		for i, t := range texts {
			if half && i%2 == 1 {
				test = append(test, examples(t)...)
			} else {
				train = append(train, examples(t)...)
			}
		}
	}
	weights := learn(train)
	report("train", train, weights)
	report("test", test, weights)
	if path == "" {
		return nil
	}
	var lines []string
	for f, w := range weights {
		if math.Abs(w) >= 0.005 {
			lines = append(lines, fmt.Sprintf("%s\t%.2f\n", f, w))
		}
	}
	slices.Sort(lines)
	header := "# Weights by which a name of the gazetteer is taken for a place where it stands; above zero in sum it is one.\n" +
		"# Origin: learned from LGL and TR-News by internal/train/toponym; see README.md. Licence: Apache-2.0.\n"
	return os.WriteFile(path, []byte(header+strings.Join(lines, "")), 0o644)
}

// examples returns the spots of one article. Names that the set marks but
// could not locate, and adjectives of places, are left out: they teach
// neither.
func examples(t corpus.PlaceText) []example {
	doc := lang.Analyze(eval.PlaceReport(t))
	spans, features := place.Spots(doc.Report, doc.Tokens, doc.Sentences, doc.Mentions)
	var out []example
	for i, s := range spans {
		match, ok := eval.Marked(t, s)
		if ok {
			out = append(out, example{features[i], match})
		}
	}
	return out
}

// learn fits a logistic regression by stochastic gradient descent, in the
// order of the articles.
func learn(examples []example) map[string]float64 {
	weights := map[string]float64{}
	steps := float64(epochs * len(examples))
	n := 0.0
	for range epochs {
		for _, e := range examples {
			want := 0.0
			if e.place {
				want = 1
			}
			r := rate * (1 - n/steps)
			gradient := want - 1/(1+math.Exp(-sum(weights, e.features)))
			for _, f := range e.features {
				weights[f] += r * (gradient - decay*weights[f])
			}
			n++
		}
	}
	return weights
}

func sum(weights map[string]float64, features []string) float64 {
	s := 0.0
	for _, f := range features {
		s += weights[f]
	}
	return s
}

// report prints precision and recall among the spots.
func report(name string, examples []example, weights map[string]float64) {
	var right, found, all float64
	for _, e := range examples {
		if sum(weights, e.features) > 0 {
			found++
			if e.place {
				right++
			}
		}
		if e.place {
			all++
		}
	}
	fmt.Printf("%s: %d spots, precision %.3f, recall among spots %.3f\n", name, len(examples), right/found, right/all)
}
