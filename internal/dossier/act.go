package dossier

import (
	"slices"
	"strings"

	"wiredesk"
)

// An act is one thing that a statement says was done or is so.
type act struct {
	class   string // of the list of acts, or the stem of its word
	word    string // stem of its word
	negated bool
	modal   string // "" for a fact, else its group of the list of modals
	subject map[string]bool
	object  map[string]bool
}

// The words around a verb in which a negation turns it, and those in which a
// modal makes it no fact.
const (
	negationBefore = 6
	negationAfter  = 2
	modalBefore    = 6
)

// actsOf returns what a statement says: by the predicates that the reading
// holds, or else by the words of its content that stand in the list of acts.
func actsOf(s *statement) []act {
	var out []act
	for i := range s.claim.Predicates {
		out = append(out, s.predicate(&s.claim.Predicates[i]))
	}
	if len(out) > 0 {
		return out
	}
	for i, w := range s.words {
		for _, class := range actClasses()[stem(w.lower)] {
			out = append(out, act{class: class, word: stem(w.lower), negated: s.negatedAt(i), modal: s.modalAt(i), subject: s.near(i, -1), object: s.near(i, 1)})
		}
	}
	return out
}

// predicate reads an act out of a predicate of the reading.
func (s *statement) predicate(p *wiredesk.Predicate) act {
	word := stem(p.Class)
	if w := p.Span.Words(s.account.reading.Text); w != "" && !strings.Contains(w, " ") {
		word = stem(w)
	}
	a := act{class: p.Class, word: word, negated: p.Polarity == wiredesk.Negated, subject: s.arguments(p.Subject), object: s.arguments(p.Object)}
	if classes := actClasses()[word]; len(classes) > 0 {
		a.class = classes[0]
	} else if classes := actClasses()[stem(p.Class)]; len(classes) > 0 {
		a.class = classes[0]
	}
	for i, w := range s.words {
		if w.span.Overlaps(p.Span) {
			a.negated = a.negated || s.negatedAt(i)
			a.modal = s.modalAt(i)
			break
		}
	}
	return a
}

// arguments returns the keys of who or what takes part.
func (s *statement) arguments(list []wiredesk.Argument) map[string]bool {
	out := map[string]bool{}
	for _, arg := range list {
		if arg.Entity != "" {
			out[s.account.nameKey(string(arg.Entity), arg.Words)] = true
		}
		for _, w := range wordsOf(s.account.reading.Text, arg.Span) {
			if k := content(w.lower); k != "" {
				out[k] = true
			}
		}
	}
	return out
}

// bounds returns the words of the clause around a word.
func (s *statement) bounds(i int) (first, last int) {
	first, last = i, i+1
	for first > 0 && !clauseEnd(s.words[first-1].lower) {
		first--
	}
	for last < len(s.words) && !clauseEnd(s.words[last].lower) {
		last++
	}
	return first, last
}

// clauseEnd reports whether a word parts clauses.
func clauseEnd(w string) bool { return clauseEnds()[w] }

var clauseEnds = wordSet("clause-ends")

// negatedAt reports whether the word at i is negated.
func (s *statement) negatedAt(i int) bool {
	first, last := s.bounds(i)
	n := 0
	for _, w := range s.words[max(first, i-negationBefore):min(last, i+1+negationAfter)] {
		if negations()[w.lower] {
			n++
		}
	}
	return n%2 == 1
}

// modalAt returns the modal of the word at i.
func (s *statement) modalAt(i int) string {
	first, _ := s.bounds(i)
	for k := i - 1; k >= max(first, i-modalBefore); k-- {
		if m := modals()[s.words[k].lower]; m != "" {
			return m
		}
	}
	return ""
}

// near returns the keys of the clause on one side of the word at i.
func (s *statement) near(i, side int) map[string]bool {
	first, last := s.bounds(i)
	ws := s.words[first:i]
	if side > 0 {
		ws = s.words[i+1 : last]
	}
	out := map[string]bool{}
	for _, w := range ws {
		if k := content(w.lower); k != "" {
			out[k] = true
		}
	}
	return out
}

// negated reports whether the statement as a whole says that something is not
// so.
func (s *statement) negated() bool {
	if s.denial() || s.claim.Polarity == wiredesk.Negated {
		return true
	}
	n := 0
	for _, w := range s.words {
		if negations()[w.lower] {
			n++
		}
	}
	return n%2 == 1
}

// denial reports whether the statement denies what another party says.
func (s *statement) denial() bool {
	if s.voice == nil {
		return false
	}
	if s.claim.Stance == wiredesk.Denial && (s.outside(denialVerbs()) || denialFrames().in(s.said)) {
		return true
	}
	return s.claim.Stance != wiredesk.Accusation && !s.headline && (s.cues(denialVerbs()) || s.frames())
}

// outside reports whether a phrase stands in the statement's sentences but not in
// what it says.
func (s *statement) outside(list phrases) bool {
	at, _, ok := list.find(s.said)
	if !ok {
		return false
	}
	span := s.said[at].span
	return !slices.ContainsFunc(s.claim.Content, func(c wiredesk.Span) bool { return c.Start < span.Start && c.Contains(span) })
}

// frames reports whether a frame of denial stands in the statement's own cue or
// content, not in another one's of the same sentence.
func (s *statement) frames() bool {
	at, _, ok := denialFrames().find(s.said)
	if !ok {
		return false
	}
	span := s.said[at].span
	return slices.ContainsFunc(slices.Concat([]wiredesk.Span(s.claim.Cue), s.claim.Content), func(c wiredesk.Span) bool { return c.Contains(span) })
}
