// Package name finds the names in a report: persons, organizations, places,
// nationalities, events and others.
//
// A name is marked without a leading "the", without the titles and roles
// before a person ("President", "Mr"), and without the "'s" after it; "Homs,
// Syria" is two places. A country is a place, also where it acts.
package name

import (
	_ "embed"
	"sync"

	"wiredesk"
	"wiredesk/internal/lang/linear"
	"wiredesk/internal/lang/sentence"
)

//go:embed model/names.bin.gz
var modelFile []byte

var model = sync.OnceValue(func() *linear.Model { return linear.MustRead(modelFile) })

var readers = sync.Pool{New: func() any { return &reader{} }}

// Labels are the labels of the model: BILOU over the types of entities.
func Labels() []string {
	return linear.BILOU([]string{
		string(wiredesk.Person), string(wiredesk.Organization), string(wiredesk.PlaceName),
		string(wiredesk.Nationality), string(wiredesk.EventName), string(wiredesk.Other)})
}

// Find returns the names in the sentences, in order and without overlaps. The
// Entity of each is left empty.
func Find(text string, tokens []wiredesk.Token, sentences []sentence.Sentence) []wiredesk.Mention {
	return FindWith(model(), text, tokens, sentences)
}

// FindWith is Find with another model than the embedded one.
func FindWith(m *linear.Model, text string, tokens []wiredesk.Token, sentences []sentence.Sentence) []wiredesk.Mention {
	r := readers.Get().(*reader)
	defer readers.Put(r)
	r.load(text, tokens, sentences)
	var names []found
	for k, s := range sentences {
		r.features(k)
		for _, c := range linear.Chunks(m.Classes, m.Decode(&r.rows, &r.buffer)) {
			names = append(names, found{s.First + c.First, s.First + c.Last, wiredesk.EntityType(c.Type)})
		}
	}
	r.cut(names)
	names = r.addKnown(r.divided(names))
	r.agree(names)
	out := make([]wiredesk.Mention, 0, len(names))
	for _, f := range names {
		span := wiredesk.Span{Start: tokens[f.first].Span.Start, End: tokens[f.last-1].Span.End}
		out = append(out, wiredesk.Mention{Span: span, Type: f.kind})
	}
	return out
}

// Features calls each with the features of every sentence, for training. The
// rows are valid until each returns.
func Features(text string, tokens []wiredesk.Token, sentences []sentence.Sentence, each func(sentence int, rows *linear.Rows)) {
	r := readers.Get().(*reader)
	defer readers.Put(r)
	r.load(text, tokens, sentences)
	for k := range sentences {
		r.features(k)
		each(k, &r.rows)
	}
}
