// Command names trains the model of internal/lang/name from public data sets
// and reports its scores. With -folds it cross-validates by document instead
// of writing a model.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"wiredesk"
	"wiredesk/internal/eval"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang/linear"
	"wiredesk/internal/lang/name"
	"wiredesk/internal/lang/sentence"
	"wiredesk/internal/lang/tag"
	"wiredesk/internal/lang/token"
	"wiredesk/internal/train/perceptron"
)

func main() {
	shared := flag.String("shared", os.Getenv("WIREDESK_SHARED"), "the folder that holds data/")
	out := flag.String("o", "internal/lang/name/model/names.bin.gz", "the model to write")
	errors := flag.String("errors", "", "a file for the errors made on the held documents")
	s := settings{}
	flag.IntVar(&s.epochs, "epochs", 6, "passes over the data")
	flag.IntVar(&s.least, "least", 2, "features seen in fewer rows are ignored")
	flag.Float64Var(&s.prune, "prune", 0.5, "averaged weights smaller than this are left out")
	flag.IntVar(&s.gold, "gold", 3, "how often documents marked by hand are added, against once for the others")
	flag.IntVar(&s.silver, "silver", 1000, "PolNeAR articles to use")
	flag.BoolVar(&s.strict, "strict", true, "take of the machine-made text only what the model confirms")
	flag.IntVar(&s.rounds, "rounds", 2, "how often the agreed text is chosen anew")
	flag.BoolVar(&s.all, "all", false, "train on the held documents too: the figures then mean nothing")
	flag.Parse()
	if err := run(*shared, *out, *errors, s); err != nil {
		fmt.Fprintln(os.Stderr, "names:", err)
		os.Exit(1)
	}
}

// settings are what can be chosen of training.
type settings struct {
	epochs, least, gold, silver, rounds int
	prune                               float64
	strict, all                         bool
}

func (s settings) options() perceptron.Options {
	return perceptron.Options{Epochs: s.epochs, Seed: 7, MinCount: s.least, Prune: s.prune,
		Allowed: func(p, n string) bool { return linear.Follows(p, n, true) }}
}

// run trains a first model on what is marked by hand, takes with its help the
// sentences of the machine-made and of the unmarked text that two views agree
// on, and trains the model on all of it.
func run(shared, out, errors string, s settings) error {
	gold, test, err := read(shared, s.all)
	if err != nil {
		return err
	}
	gold = append(gold, headlines(gold)...)
	file := learn(gold, 1, s.options())
	for round := range s.rounds {
		more, err := agreed(linear.MustRead(file), shared, s)
		if err != nil {
			return err
		}
		o := s.options()
		if round < s.rounds-1 {
			o.Epochs = 3
		}
		file = learn(append(slices.Clone(gold), more...), s.gold, o)
	}
	if err := os.WriteFile(out, file, 0o644); err != nil {
		return err
	}
	var listed io.Writer
	if errors != "" {
		f, err := os.Create(errors)
		if err != nil {
			return err
		}
		defer f.Close()
		listed = f
	}
	report(linear.MustRead(file), test, len(file), listed)
	return nil
}

// learn trains on the documents; those marked by hand are added gold times.
func learn(train []*corpus.Named, gold int, o perceptron.Options) []byte {
	labels := name.Labels()
	set := perceptron.NewSet(labels)
	start := time.Now()
	for _, d := range train {
		n := gold
		if d.Set == "silver" || d.Set == "guessed" {
			n = 1
		}
		for copy := range n {
			add(set, labels, d, hider(d, copy, n))
		}
	}
	fmt.Fprintf(os.Stderr, "%d documents, %d sentences, %v\n", len(train), set.Len(), time.Since(start))
	o.Progress = func(e int, right float64) {
		fmt.Fprintf(os.Stderr, "epoch %d: %.4f, %v\n", e, right, time.Since(start))
	}
	return set.Sequences(o)
}

// read returns the documents marked by hand to train on, and those to measure
// with.
func read(shared string, all bool) (train, test []*corpus.Named, err error) {
	if test, err = eval.HeldNames(shared); err != nil {
		return nil, nil, err
	}
	readers := []func() ([]*corpus.Named, error){
		func() ([]*corpus.Named, error) { return corpus.Re3d(shared) },
		func() ([]*corpus.Named, error) { return corpus.WikiGold(shared) },
		func() ([]*corpus.Named, error) { return corpus.UNER(shared) },
		func() ([]*corpus.Named, error) { return corpus.GUM(shared, "train") },
		func() ([]*corpus.Named, error) { return corpus.WNUT(shared, "train") },
	}
	for _, r := range readers {
		docs, err := r()
		if err != nil {
			return nil, nil, err
		}
		for _, d := range docs {
			if all || !d.Splits() || !d.Held() {
				train = append(train, d)
			}
		}
	}
	return train, test, nil
}

// analyze divides a document into tagged sentences.
func analyze(d *corpus.Named) (tokens []wiredesk.Token, sentences []sentence.Sentence) {
	for i, p := range d.Paragraphs {
		words := token.Split(d.Text, p)
		for _, r := range sentence.Split(d.Text, words) {
			tag.Tag(d.Text, words[r.Start:r.End])
			sentences = append(sentences, sentence.Sentence{
				Span:  wiredesk.Span{Start: words[r.Start].Span.Start, End: words[r.End-1].Span.End},
				First: len(tokens) + r.Start, Last: len(tokens) + r.End, Paragraph: i, Part: sentence.Body})
		}
		tokens = append(tokens, words...)
	}
	return tokens, sentences
}

// add adds the sentences of a document to the set.
func add(set *perceptron.Set, labels []string, d *corpus.Named, hide func(uint64) bool) {
	tokens, sentences := analyze(d)
	next := 0
	name.Features(d.Text, tokens, sentences, hide, func(k int, rows *linear.Rows) {
		s := sentences[k]
		var chunks []linear.Chunk
		for next < len(d.Names) && d.Names[next].Span.Start < s.Span.End {
			m := d.Names[next]
			next++
			first, last := within(tokens[s.First:s.Last], m.Span)
			if first < last {
				chunks = append(chunks, linear.Chunk{Type: string(m.Type), First: first, Last: last})
			}
		}
		gold := make([]int, 0, s.Last-s.First)
		for _, l := range linear.Write(chunks, s.Last-s.First, true) {
			gold = append(gold, slices.Index(labels, l))
		}
		set.Add(rows, gold)
	})
}

// hidden is the share of the words, in per cent, that a copy of a document
// hides from the model: in each copy others, in the first of several none.
const hidden = 30

// hider says which words the copy of a document hides: the same wherever the
// word stands in it.
func hider(d *corpus.Named, copy, copies int) func(uint64) bool {
	if copies > 1 && copy == 0 {
		return nil
	}
	seed := linear.Hash(fmt.Sprint(d.Set, d.ID, copy))
	return func(word uint64) bool { return linear.Mix(seed, word)%100 < hidden }
}

// within returns the range of tokens that overlap the span.
func within(tokens []wiredesk.Token, s wiredesk.Span) (first, last int) {
	for first < len(tokens) && tokens[first].Span.End <= s.Start {
		first++
	}
	last = first
	for last < len(tokens) && tokens[last].Span.Start < s.End {
		last++
	}
	return first, last
}

// headlines returns one sentence of each document, the one in the middle,
// written as a headline: every longer word with a capital.
func headlines(docs []*corpus.Named) []*corpus.Named {
	var out []*corpus.Named
	for _, d := range docs {
		_, sentences := analyze(d)
		if len(sentences) == 0 {
			continue
		}
		s := sentences[len(sentences)/2].Span
		h := &corpus.Named{Set: d.Set, ID: d.ID + "/headline", Text: capitals(s.Words(d.Text))}
		if len(h.Text) != s.Len() {
			continue
		}
		h.Paragraphs = []wiredesk.Span{{End: len(h.Text)}}
		for _, m := range d.Names {
			if s.Contains(m.Span) {
				m.Span = wiredesk.Span{Start: m.Span.Start - s.Start, End: m.Span.End - s.Start}
				h.Names = append(h.Names, m)
			}
		}
		out = append(out, h)
	}
	return out
}

// capitals writes a sentence without its stop as a headline.
func capitals(s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		if len(w) > 2 && w[0] >= 'a' && w[0] <= 'z' && !small[w] {
			words[i] = string(w[0]-'a'+'A') + w[1:]
		}
	}
	return strings.Join(words, " ")
}

var small = map[string]bool{"the": true, "and": true, "for": true, "but": true, "nor": true}
