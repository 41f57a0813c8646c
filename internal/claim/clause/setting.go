package clause

import (
	_ "embed"
	"sort"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

// hold is the tokens [first, last) whose place and time are asked for.
type hold struct{ first, last int }

// farther is added to the reach of a place or time that does not stand in the
// clause itself but still holds for it.
const farther = 100

// farthest is how many tokens off a place or time may stand. It keeps the cost
// linear in long sentences.
const farthest = 80

// ownClause reports whether no clause begins between the tokens [a, b): what
// stands beside a figure there belongs to it.
func (s *Sentence) ownClause(a, b int) bool {
	if b-a > farthest {
		return false
	}
	for i := a; i < b; i++ {
		switch s.Stop(i) {
		case "verb", "be", "have", "modal", "do", "rel":
			return false
		}
		switch s.Word(i) {
		case "but", "that", "while", ";", "because", "although", "“", "”", "\"":
			return false
		}
		if s.Doc.Tokens[i].UPOS == "VERB" {
			return false
		}
	}
	return true
}

// reach returns how far in tokens the range [a, b) lies from the words,
// or -1 where another clause stands between them.
func (s *Sentence) reach(h hold, a, b int) int {
	switch {
	case b <= h.first:
		if !s.ownClause(b, h.first) {
			return -1
		}
		return h.first - b
	case a >= h.last:
		if !s.ownClause(h.last, a) {
			return -1
		}
		return a - h.last
	}
	return 0
}

// placeReach is reach for places: one that opens the sentence ("In Homs, ...")
// holds for all of it, and so does one in a clause that tells how it happened
// ("killed when the army shelled Homs").
func (s *Sentence) placeReach(h hold, a, b int) int {
	if d := s.reach(h, a, b); d >= 0 {
		return d
	}
	if s.opens(a) {
		return farther
	}
	if right := h.last; a >= right && s.sameStory(right, a) {
		return farther + a - right
	}
	return -1
}

// opens reports whether a phrase that begins the sentence holds token a, behind
// one preposition: "In Homs, ...".
func (s *Sentence) opens(a int) bool {
	return a-s.First <= 5 && s.Stop(s.First) == "prep" && s.ownClause(s.First, a)
}

// sameStory reports whether the tokens [a, b) hold no word that turns to
// another speaker or matter.
func (s *Sentence) sameStory(a, b int) bool {
	if b-a > farthest {
		return false
	}
	for i := a; i < b; i++ {
		switch s.Stop(i) {
		case "verb", "rel":
			if s.Stop(i) == "verb" && s.Stop(i-1) == "be" {
				continue // "no deaths were reported in Homs"
			}
			return false
		}
		switch s.Word(i) {
		case "but", "while", ";", "“", "”", "\"", "which", "and":
			return false
		}
	}
	return true
}

// meanwhile reports whether the tokens [a, b) open a clause of the same time:
// "killed when two trains collided on Friday". What "after" and "since" open was
// earlier.
func (s *Sentence) meanwhile(a, b int) bool {
	if !s.sameStory(a, b) {
		return false
	}
	when := false
	for i := a; i < b; i++ {
		switch s.Word(i) {
		case "when", "as":
			when = true
		case "after", "before", "since", "until", "that":
			return false
		}
	}
	return when
}

// Place returns the place that the sentence gives for the
// tokens [first, last), the nearest to them; nil where none is stated.
func (s *Sentence) Place(first, last int) *wiredesk.Site {
	h := hold{first, last}
	best, at := -1, -1
	within := s.Doc.Sentences[s.At].Span
	from := sort.Search(len(s.Doc.Places), func(k int) bool { return s.Doc.Places[k].Span.Start >= within.Start })
	for k := from; k < len(s.Doc.Places) && s.Doc.Places[k].Span.End <= within.End; k++ {
		p := &s.Doc.Places[k]
		a, b := s.Doc.TokensIn(p.Span)
		if !s.located(a, b) {
			continue
		}
		if d := s.placeReach(h, a, b); d >= 0 && (best < 0 || d < best || d == best && a >= last) {
			best, at = d, k // "12 died in Homs, nine in Hama": the nearer behind
		}
	}
	if k, d := s.definitePlace(h); k >= 0 && (best < 0 || d < best) {
		at = k
	}
	if at < 0 {
		return nil
	}
	return site(&s.Doc.Places[at])
}

// DefinitePlace returns the place that "in the city" or "across the country"
// near the tokens [first, last) stands for, nil where there is none.
func (s *Sentence) DefinitePlace(first, last int) *wiredesk.Site {
	if k, _ := s.definitePlace(hold{first, last}); k >= 0 {
		return site(&s.Doc.Places[k])
	}
	return nil
}

// definitePlace resolves "in the city", "across the country" near the words to
// the last place of that precision that the report named before.
func (s *Sentence) definitePlace(h hold) (place, reach int) {
	place = -1
	for i := max(s.First, h.first-farthest); i+1 < min(s.Last, h.last+farthest); i++ {
		if s.Word(i) != "the" || s.Stop(i-1) != "prep" && s.Word(i-1) != "across" || s.Stop(i+2) == "" && !s.Mark(i+2) && i+2 < s.Last {
			continue
		}
		precision, ok := definite()[s.Word(i+1)]
		d := s.reach(h, i, i+2)
		if !ok || d < 0 || place >= 0 && d >= reach || s.Word(i+2) == "of" {
			continue
		}
		if k := s.lastPlace(i, wiredesk.Precision(precision)); k >= 0 {
			place, reach = k, d
		}
	}
	return place, reach
}

// located reports whether the place name in the tokens [a, b) says where
// something is, and not whose it is or what it is called.
func (s *Sentence) located(a, b int) bool {
	if s.Possessive(b) || s.Hyphen(b) { // "US-led strikes" are not in the US
		return false
	}
	if s.Struck(a) {
		return true
	}
	for i := a - 1; i >= max(s.First, a-5); i-- {
		if s.Stop(i) == "prep" {
			return s.Word(i) != "with" && s.Word(i) != "by" && s.Word(i) != "for" && s.Word(i) != "against" && s.Word(i) != "about"
		}
		if c := s.Stop(i); c == "verb" || c == "be" || c == "have" || c == "conj" && i != a-1 {
			return false
		}
	}
	return false
}

// Struck reports whether the place that begins at token a is the object of what
// happened there: "shelled Homs", "shook eastern Taiwan".
func (s *Sentence) Struck(a int) bool {
	i := a - 1
	for i > s.First && i > a-4 && (s.Doc.Tokens[i].UPOS == "ADJ" || s.Stop(i) == "det") {
		i--
	}
	return strikes()[s.Word(i)]
}

// Sited returns the site of place k of the report.
func (s *Sentence) Sited(k int) *wiredesk.Site { return site(&s.Doc.Places[k]) }

// Window returns the time that the clause of the tokens [first, last)
// gives; nil where none is
// stated.
func (s *Sentence) Window(first, last int) *wiredesk.Window {
	h := hold{first, last}
	best, at := -1, -1
	within := s.Doc.Sentences[s.At].Span
	from := sort.Search(len(s.Doc.Times), func(k int) bool { return s.Doc.Times[k].Span.Start >= within.Start })
	for k := from; k < len(s.Doc.Times) && s.Doc.Times[k].Span.End <= within.End; k++ {
		t := &s.Doc.Times[k]
		if t.From == "" && t.To == "" || t.Kind == wiredesk.TimeSet {
			continue
		}
		a, b := s.Doc.TokensIn(t.Span)
		d := s.reach(h, a, b)
		switch right := h.last; {
		case d >= 0:
		case s.opens(a):
			d = farther
		case a >= right && s.meanwhile(right, a):
			d = farther + a - right
		}
		if d >= 0 && (best < 0 || d < best) {
			best, at = d, k
		}
	}
	if at < 0 {
		return nil
	}
	t := &s.Doc.Times[at]
	a, _ := s.Doc.TokensIn(t.Span)
	if s.Word(a-1) == "since" && !s.pastMoment(t) {
		return &wiredesk.Window{From: t.From, To: day(s.Doc.Report.Published.Value)}
	}
	return &wiredesk.Window{From: t.From, To: t.To}
}

// pastMoment reports whether "when" goes on behind a time: "since 2009, when" tells
// of 2009 and not of what came after.
func (s *Sentence) pastMoment(t *wiredesk.Time) bool {
	_, b := s.Doc.TokensIn(t.Span)
	if s.Word(b) == "," {
		b++
	}
	return s.Word(b) == "when"
}

// memory is how many places back the one that a noun stands for may lie.
const memory = 50

// lastPlace returns the index of the last place of that precision before token
// i, or -1.
func (s *Sentence) lastPlace(i int, precision wiredesk.Precision) int {
	start := s.Doc.Tokens[i].Span.Start
	before := sort.Search(len(s.Doc.Places), func(k int) bool { return s.Doc.Places[k].Span.Start >= start })
	for k := before - 1; k >= max(0, before-memory); k-- {
		if s.Doc.Places[k].Precision == precision {
			return k
		}
	}
	return -1
}

//go:embed lexicon/strikes.txt
var strikesFile []byte

// strikes holds the verbs whose object says where something happened.
var strikes = sync.OnceValue(func() map[string]bool { return lexicon.Set(strikesFile) })

//go:embed lexicon/definite.txt
var definiteFile []byte

// definite holds the precision of the places that a noun with "the" stands for.
var definite = sync.OnceValue(func() map[string]string { return lexicon.Map(definiteFile) })

// site returns the place as the site of a figure.
func site(p *wiredesk.Place) *wiredesk.Site {
	return &wiredesk.Site{Name: p.Name, Precision: p.Precision, Country: p.Country, ID: p.ID}
}

// day returns the date of a date or time.
func day(o wiredesk.Optional) wiredesk.Optional {
	return o[:min(len(o), len("2006-01-02"))]
}
