package main

import (
	"fmt"
	"math"
	"os"
	"slices"

	"wiredesk/internal/eval"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang"
	"wiredesk/internal/lang/place"
)

// A question is one name with its candidates and which of them are right.
type question struct {
	evidence [][]float64
	right    []bool
	weight   float64
}

// The evidence of a candidate rests on what the other names probably mean, so
// that learning is repeated with the weights learned before; senseDecay keeps
// the weights small.
const (
	senseEpochs = 60
	senseRate   = 0.05
	senseDecay  = 1e-4
)

// setWeight makes up for the sets' sizes: papers of small towns have taught
// enough with a third of their names, and news of the world is what the desk
// reads.
var setWeight = map[string]float64{"LGL": 0.25, "TR-News": 2}

// A lesson is an article of a set with its analysis.
type lesson struct {
	text   corpus.PlaceText
	doc    *lang.Doc
	weight float64
}

// rounds is how often the weights are learned from what the weights before
// made of the context.
const rounds = 4

// writeSenses learns the weights by which candidates are chosen.
func writeSenses(shared, path string, half bool) error {
	var train, test []lesson
	for _, set := range corpus.PlaceSets {
		texts, err := corpus.PlaceTexts(shared, set)
		if err != nil {
			return err
		}
		for i, t := range texts {
			l := lesson{t, lang.Analyze(eval.PlaceReport(t)), setWeight[set]}
			if half && i%2 == 1 {
				test = append(test, l)
			} else {
				train = append(train, l)
			}
		}
	}
	var w []float64
	for range rounds {
		w = choose(questions(train, w))
		trained, tested := questions(train, w), questions(test, w)
		fmt.Printf("train: %.3f of %d names right; test: %.3f of %d\n", answered(trained, w), len(trained), answered(tested, w), len(tested))
	}
	if path == "" {
		return nil
	}
	out := "# Weights by which a place of the gazetteer is chosen for a name.\n" +
		"# Origin: learned from LGL and TR-News by internal/train/toponym; see README.md. Licence: Apache-2.0.\n"
	for i, name := range place.Evidence() {
		out += fmt.Sprintf("%s\t%.2f\n", name, w[i])
	}
	return os.WriteFile(path, []byte(out), 0o644)
}

// fixed are the weights that the sets cannot teach: both the town and the
// division of one name lie within the distance that counts as right, where a
// reader takes "Moscow" for the town; papers of small towns name few capitals
// where the news of the world names many; and the articles come without outlet.
var fixed = map[string]float64{"namesake": -6, "capital": 2, "seat": 0.5, "outlet country": 0.7, "outlet near": 0.7}

// maxKilometres is how far from the gold a right candidate may lie.
const maxKilometres = 161

// questions returns the names of the articles that the gold places and for
// which there is a right candidate and a wrong one.
func questions(lessons []lesson, weights []float64) []question {
	var out []question
	for _, l := range lessons {
		gold := map[int]corpus.Toponym{}
		for _, g := range l.text.Toponyms {
			if g.Located {
				gold[g.Start] = g
			}
		}
		for _, c := range place.Choices(l.doc.Report, l.doc.Tokens, l.doc.Sentences, l.doc.Mentions, weights) {
			if g, ok := gold[c.Spans[0].Start]; ok {
				if q, ok := ask(c, g, l.weight); ok {
					out = append(out, q)
				}
			}
		}
	}
	return out
}

// ask makes a question of a name; ok is false where all candidates are right,
// none is, or one is a division with the name of a town.
func ask(c place.Choice, gold corpus.Toponym, weight float64) (q question, ok bool) {
	q = question{evidence: c.Evidence, weight: weight * math.Sqrt(float64(len(c.Spans)))}
	right := 0
	namesake := slices.Index(place.Evidence(), "namesake")
	for i := range c.Lat {
		if c.Evidence[i][namesake] != 0 {
			return q, false // its weight is fixed, and the others must not make up for it
		}
		near := place.Kilometres(c.Lat[i], c.Lon[i], gold.Lat, gold.Lon) <= maxKilometres
		q.right = append(q.right, near)
		if near {
			right++
		}
	}
	return q, right > 0 && right < len(q.right)
}

// choose fits a conditional logit whose likelihood sums over the right
// candidates, by stochastic gradient ascent.
func choose(questions []question) []float64 {
	w := make([]float64, len(place.Evidence()))
	free := make([]float64, len(w))
	for i, name := range place.Evidence() {
		w[i] = fixed[name]
		if w[i] == 0 {
			free[i] = 1
		}
	}
	steps, n := float64(senseEpochs*len(questions)), 0.0
	for range senseEpochs {
		for _, q := range questions {
			p, sum := probabilities(q, w)
			r := senseRate * q.weight * (1 - n/steps)
			for i := range w {
				gradient := -senseDecay * w[i]
				for k, e := range q.evidence {
					want := 0.0
					if q.right[k] {
						want = p[k] / sum
					}
					gradient += (want - p[k]) * e[i]
				}
				w[i] += free[i] * r * gradient
			}
			n++
		}
	}
	return w
}

// probabilities returns how likely each candidate is, and the right ones
// together.
func probabilities(q question, w []float64) (p []float64, right float64) {
	p = make([]float64, len(q.evidence))
	top, sum := math.Inf(-1), 0.0
	for k, e := range q.evidence {
		for i := range w {
			p[k] += w[i] * e[i]
		}
		top = max(top, p[k])
	}
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
		if q.right[k] {
			right += p[k]
		}
	}
	return p, max(right, 1e-9)
}

// answered returns the share of names whose likeliest candidate is right.
func answered(questions []question, w []float64) float64 {
	right := 0
	for _, q := range questions {
		p, _ := probabilities(q, w)
		best := 0
		for k := range p {
			if p[k] > p[best] {
				best = k
			}
		}
		if q.right[best] {
			right++
		}
	}
	return float64(right) / float64(max(1, len(questions)))
}
