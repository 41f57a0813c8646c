package main

import (
	"path/filepath"
	"slices"
	"strings"

	"wiredesk"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang/linear"
	"wiredesk/internal/lang/name"
	"wiredesk/internal/lang/nation"
	"wiredesk/internal/lang/people"
	"wiredesk/internal/lang/sentence"
)

// The sets of text that nobody marked by hand: machine-made marks, and marks
// that the first model guessed.
const (
	silverSet  = "silver"
	guessedSet = "guessed"
)

// A library holds the texts not marked by hand.
type library struct {
	silver []*lesson
	trees  []*corpus.Document // the train part of EWT
}

func readLibrary(shared string) (*library, error) {
	articles, err := corpus.Silver(shared, "train")
	if err != nil {
		return nil, err
	}
	l := &library{}
	for _, a := range articles {
		l.silver = append(l.silver, divide(a.Named()))
	}
	l.trees, err = corpus.UD(filepath.Join(shared, "data/ud_english_ewt/train.conllu.gz"))
	return l, err
}

// agreed returns the sentences of the library on whose names a model and
// another view agree.
func (l *library) agreed(m *linear.Model) []*lesson {
	var silver []*lesson
	for _, d := range l.silver {
		if kept := confirmed(m, d); len(kept.sentences) > 0 {
			silver = append(silver, kept)
		}
	}
	return append(append(l.guessed(m), silver...), headlines(silver)...)
}

// confirmed keeps the sentences of a machine-marked article in which the model
// marks the same persons, organizations and places.
func confirmed(m *linear.Model, d *lesson) *lesson {
	marks, names := name.FindWith(m, d.Text, d.tokens, d.sentences), d.Names
	doc := *d.Named
	doc.Names = nil
	out := &lesson{Named: &doc, tokens: d.tokens}
	empty := 0
	for _, s := range d.sentences {
		in := until(&names, s.Span.End)
		if !slices.Equal(measured(in), measured(until(&marks, s.Span.End))) || !worth(in, &empty) {
			continue
		}
		out.sentences = append(out.sentences, s)
		doc.Names = append(doc.Names, in...)
	}
	return out
}

// oneEmpty is which share of the sentences without names is learned from:
// they are half of all, and teach little.
const oneEmpty = 3

// worth reports whether a sentence with these names is to be learned from;
// empty counts those without.
func worth(names []wiredesk.Mention, empty *int) bool {
	if len(names) > 0 {
		return true
	}
	*empty++
	return *empty%oneEmpty == 0
}

// until takes the names that begin before the offset off the front of a list.
func until(names *[]wiredesk.Mention, end int) (in []wiredesk.Mention) {
	for len(*names) > 0 && (*names)[0].Span.Start < end {
		in, *names = append(in, (*names)[0]), (*names)[1:]
	}
	return in
}

// measured returns the persons, organizations and places.
func measured(names []wiredesk.Mention) (out []wiredesk.Mention) {
	for _, m := range names {
		if m.Type == wiredesk.Person || m.Type == wiredesk.Organization || m.Type == wiredesk.PlaceName {
			out = append(out, m)
		}
	}
	return out
}

// guessed returns the sentences of EWT's train part in which the names that a
// model marks and the proper nouns that were tagged by hand cover each other:
// text of a kind that no set at hand marks names in.
func (l *library) guessed(m *linear.Model) []*lesson {
	var out []*lesson
	for _, doc := range l.trees {
		d := &corpus.Named{Set: guessedSet, ID: doc.ID, Text: doc.Text}
		tokens, sentences := goldSentences(doc)
		marks, empty := name.FindWith(m, doc.Text, tokens, sentences), 0
		for _, s := range sentences {
			in := until(&marks, s.Span.End)
			if covered(doc, s, in) && worth(in, &empty) {
				d.Paragraphs = append(d.Paragraphs, s.Span)
				d.Names = append(d.Names, in...)
			}
		}
		if len(d.Paragraphs) > 0 {
			out = append(out, divide(d))
		}
	}
	return out
}

// goldSentences returns the words and sentences of a treebank document as
// they were tagged by hand.
func goldSentences(doc *corpus.Document) ([]wiredesk.Token, []sentence.Sentence) {
	var tokens []wiredesk.Token
	for _, w := range doc.Words {
		tokens = append(tokens, wiredesk.Token{Span: w.Span, UPOS: w.UPOS, XPOS: w.XPOS, Lemma: w.Lemma, Head: -1})
	}
	var out []sentence.Sentence
	for i, t := range doc.Sentences {
		out = append(out, sentence.Sentence{First: t.First, Last: t.Last, Paragraph: i, Part: sentence.Body,
			Span: wiredesk.Span{Start: doc.Words[t.First].Span.Start, End: doc.Words[t.Last-1].Span.End}})
	}
	return tokens, out
}

// covered reports whether every proper noun of a sentence, but for dates and
// titles, lies in a name, and every name holds a proper noun or is a
// nationality.
func covered(doc *corpus.Document, s sentence.Sentence, names []wiredesk.Mention) bool {
	next := 0
	proper := make([]bool, len(names))
	for i := s.First; i < s.Last; i++ {
		w := doc.Words[i]
		for next < len(names) && names[next].Span.End <= w.Span.Start {
			next++
		}
		inside := next < len(names) && names[next].Span.Contains(w.Span)
		if w.Proper() && inside {
			proper[next] = true
		}
		if w.Proper() && !inside && !unnamed(w.Span.Words(doc.Text)) {
			return false
		}
	}
	for i, n := range names {
		if !proper[i] && !nation.IsPeople(n.Span.Words(doc.Text)) {
			return false
		}
	}
	return true
}

// unnamed reports whether a proper noun is part of a date or a title.
func unnamed(w string) bool {
	if _, ok := people.TitleOf(w); ok {
		return true
	}
	switch strings.ToLower(strings.TrimSuffix(w, ".")) {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july",
		"august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"mon", "tue", "wed", "thu", "fri", "sat", "sun", "internet", "web", "am", "pm", "est", "pst", "god":
		return true
	}
	return false
}
