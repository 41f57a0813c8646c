package main

import (
	"math/rand/v2"
	"slices"

	"wiredesk/internal/lang/linear"
	"wiredesk/internal/lang/tag"
	"wiredesk/internal/train/perceptron"
)

// trainTagger returns the packed lexicon and model.
func trainTagger(s []tagged, epochs int, prune float64) (lexicon, model []byte, err error) {
	labels, number := labelsOf(s)
	lexicon = makeLexicon(s, number)
	l := &learner{Trainer: perceptron.New(len(labels)), number: number, scores: make([]int32, len(labels))}
	if l.lexicon, err = tag.ReadLexicon(lexicon); err != nil {
		return nil, nil, err
	}
	order := rand.New(rand.NewPCG(*seed, 1))
	for epoch := range epochs {
		l.right, l.all = 0, 0
		for _, i := range order.Perm(len(s)) {
			l.learn(s[i])
		}
		say("tagger: epoch %d: %.2f %% right while learning", epoch+1, 100*float64(l.right)/float64(l.all))
	}
	return lexicon, l.Encode(labels, prune), nil
}

// labelsOf returns the labels in the order of their first use.
func labelsOf(s []tagged) (labels []string, number map[string]int) {
	number = map[string]int{}
	for _, t := range s {
		for _, l := range t.labels {
			if _, seen := number[l]; !seen && l != "" {
				number[l] = len(labels)
				labels = append(labels, l)
			}
		}
	}
	return labels, number
}

// A learner tags with the weights it has and mends them where it is wrong.
type learner struct {
	*perceptron.Trainer
	number     map[string]int
	lexicon    tag.Lexicon
	words      tag.Words
	features   []uint64
	scores     []int32
	right, all int
}

func (l *learner) learn(t tagged) {
	l.words.Read(t.forms, l.lexicon)
	previous, before := tag.Edge, tag.Edge
	for i, label := range t.labels {
		guess := l.words.Only(i)
		if guess < 0 {
			guess = l.decide(i, previous, before, label)
		}
		if label != "" {
			l.all++
			if guess == l.number[label] {
				l.right++
			}
		}
		previous, before = guess, previous
	}
}

// decide returns the label that the present weights give, and moves them
// towards the gold one, if that is known.
func (l *learner) decide(i, previous, before int, gold string) int {
	l.features = l.words.Features(i, previous, before, l.features[:0])
	clear(l.scores)
	l.Score(l.features, l.scores)
	guess := linear.Best(l.scores)
	if gold != "" {
		l.Step()
		l.Update(l.features, l.number[gold], guess)
	}
	return guess
}

// How often a word must be seen to stand in the lexicon, to have one label
// for good, and how rare another label may be to be taken for a slip.
const (
	leastSeen  = 3
	leastOnly  = 20
	slip       = 0.003
	leastShare = 0.02
)

// makeLexicon packs what the words' labels were.
func makeLexicon(s []tagged, number map[string]int) []byte {
	counts := map[string][]int{}
	for _, t := range s {
		for i, f := range t.forms {
			c := counts[f]
			if c == nil {
				c = make([]int, len(number))
				counts[f] = c
			}
			if t.labels[i] != "" {
				c[number[t.labels[i]]]++
			}
		}
	}
	entries := map[uint64]tag.Entry{}
	var hashes []uint64
	for form, c := range counts {
		if e, ok := entry(c); ok {
			h := linear.Hash(form)
			hashes = append(hashes, h)
			entries[h] = e
		}
	}
	slices.Sort(hashes)
	out := make([]tag.Entry, len(hashes))
	for i, h := range hashes {
		out[i] = entries[h]
	}
	return tag.EncodeLexicon(hashes, out)
}

// entry makes the entry of a word out of the counts of its labels.
func entry(counts []int) (tag.Entry, bool) {
	all, best := 0, 0
	for i, n := range counts {
		all += n
		if n > counts[best] {
			best = i
		}
	}
	if all < leastSeen {
		return tag.Entry{}, false
	}
	e := tag.Entry{Only: -1}
	if all >= leastOnly && float64(all-counts[best]) <= slip*float64(all) {
		e.Only = best
	}
	set := uint64(best)
	for i, n := range counts {
		if float64(n) >= leastShare*float64(all) && n > 0 {
			set = linear.Mix(set, uint64(i))
		}
	}
	e.Known = uint32(set >> 40) // 24 bits tell the few hundred sets apart
	return e, true
}
