package event

import (
	"iter"

	"wiredesk"
	"wiredesk/internal/claim/clause"
	"wiredesk/internal/lang"
	"wiredesk/internal/lang/sentence"
)

// A reader holds a report while its events are read, one sentence at a time.
type reader struct {
	clause.Sentence
	entities []string          // by token: the id of what a name or description there stands for
	byName   map[string]string // ids of entities by name
	places   map[string]bool   // ids of entities that are places
	headline bool              // the sentence is a headline
	war      bool              // the report tells of weapons: its strikes are no walkouts
	child    []int32           // by token: 1 + its first dependent, 0 for none
	next     []int32           // by token: 1 + the next dependent of its head, 0 for none
	base     int               // the token that heads count from: the sentence's first, dateline included
}

// newReader prepares the names of a report.
func newReader(d *lang.Doc) *reader {
	r := &reader{Sentence: clause.New(d), entities: make([]string, len(d.Tokens)),
		child: make([]int32, len(d.Tokens)), next: make([]int32, len(d.Tokens))}
	r.byName, r.places = map[string]string{}, map[string]bool{}
	for _, e := range d.Entities {
		r.byName[e.Name] = e.ID
		r.places[e.ID] = e.Type == wiredesk.PlaceName
	}
	for i := 0; i < len(d.Tokens) && !r.war; i++ {
		r.war = arms()[d.Tokens[i].Lemma]
	}
	mark := func(s wiredesk.Span, id string) {
		first, last := d.TokensIn(s)
		for i := first; i < last; i++ {
			r.entities[i] = id
		}
	}
	for _, x := range d.References {
		mark(x.Span, x.Entity)
	}
	for _, m := range d.Mentions {
		if m.Entity != "" {
			mark(m.Span, m.Entity)
		}
	}
	return r
}

// turn turns to sentence k and lists the dependents of each of its tokens, in
// order. It reports whether the sentence is parsed.
func (r *reader) turn(k int) bool {
	r.Turn(k)
	r.base, r.headline = r.Doc.Sentences[k].First, r.Doc.Sentences[k].Part == sentence.Headline
	parsed := false
	for i := r.Last - 1; i >= r.base; i-- {
		if h := r.head(i); h >= 0 {
			r.next[i], r.child[h] = r.child[h], int32(i+1)
			parsed = true
		}
	}
	return parsed || r.Last-r.base == 1
}

// head returns the token that token i depends on, -1 for the root.
func (r *reader) head(i int) int {
	if h := r.Doc.Tokens[i].Head; h >= 0 && r.base+h < r.Last && r.base+h != i {
		return r.base + h
	}
	return -1
}

// relation returns the relation of token i to its head.
func (r *reader) relation(i int) string { return r.Doc.Tokens[i].Deprel }

// maxDependents is how many dependents of a token are looked at: more than any
// clause of news has. It keeps the cost linear.
const maxDependents = 64

// dependents yields the dependents of token i, in order.
func (r *reader) dependents(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		n := 0
		for d := int(r.child[i]) - 1; d >= 0 && n < maxDependents; d = int(r.next[d]) - 1 {
			if !yield(d) {
				return
			}
			n++
		}
	}
}

// dependent returns the first dependent of token i with one of the relations,
// or -1.
func (r *reader) dependent(i int, relations ...string) int {
	for d := range r.dependents(i) {
		for _, rel := range relations {
			if r.relation(d) == rel {
				return d
			}
		}
	}
	return -1
}

// preposition returns the preposition before the nominal at token i, "" where
// there is none.
func (r *reader) preposition(i int) string {
	if d := r.dependent(i, "case"); d >= 0 && d < i {
		return r.Word(d)
	}
	return ""
}
