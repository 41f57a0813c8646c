// Package clause reads the clauses of a sentence without a parse: its function
// words, and the place and time that stand for something in it.
package clause

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiredesk/internal/lang"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/stops.txt
var stopsFile []byte

// stops holds the classes of the function words.
var stops = sync.OnceValue(func() map[string]string { return lexicon.Map(stopsFile) })

// A Sentence is the tokens [First, Last) of a report.
type Sentence struct {
	Doc         *lang.Doc
	Lower       []string // the words of the whole report in lower case
	classes     []string // by token: the class of the function word, "" for any other
	At          int      // index of the sentence
	First, Last int
	capitals    bool // printed in capitals throughout, as old wires are
}

// New returns a sentence of the report that is not turned to any sentence yet.
func New(d *lang.Doc) Sentence {
	s := Sentence{Doc: d, Lower: make([]string, len(d.Tokens)), classes: make([]string, len(d.Tokens))}
	known := stops()
	for i := range d.Tokens {
		w := strings.ToLower(d.Word(i))
		s.Lower[i] = w
		if !possessive(w, d.Tokens[i].UPOS) && !acronym(d, i, w) {
			s.classes[i] = known[w]
		}
	}
	return s
}

// Turn sets the tokens to those of sentence k, without its dateline: that is
// where a report was filed.
func (s *Sentence) Turn(k int) {
	whole := s.Doc.Sentences[k]
	s.At, s.First, s.Last = k, whole.First, whole.Last
	if d := s.Doc.Report.Dateline; d != nil {
		for s.First < s.Last && d.Span.Contains(s.Doc.Tokens[s.First].Span) {
			s.First++
		}
	}
	s.capitals = s.inCapitals()
}

// inCapitals reports whether no word of the sentence holds a small letter.
func (s *Sentence) inCapitals() bool {
	for i := s.First; i < s.Last; i++ {
		if s.Doc.Word(i) != strings.ToUpper(s.Lower[i]) {
			return false
		}
	}
	return s.Last-s.First > 1
}

// acronym reports whether the word w at token i is a name that looks like a
// function word: "IS", "US" or "WHO" beside words in small letters.
func acronym(d *lang.Doc, i int, w string) bool {
	switch w {
	case "is", "us", "who", "it":
	default:
		return false
	}
	return d.Word(i) == strings.ToUpper(w) && (small(d.Word(i-1)) || small(d.Word(i+1)))
}

// small reports whether a word ends in a small letter.
func small(word string) bool {
	c, _ := utf8.DecodeLastRuneInString(word)
	return unicode.IsLower(c)
}

// Word returns the word at i in lower case, "" outside the sentence.
func (s *Sentence) Word(i int) string {
	if i < s.First || i >= s.Last {
		return ""
	}
	return s.Lower[i]
}

// Stop returns the class of the function word at i, "" for any other word.
func (s *Sentence) Stop(i int) string {
	if i < s.First || i >= s.Last {
		return ""
	}
	return s.classes[i]
}

// Possessive reports whether the token at i is the "'s" of possession.
func (s *Sentence) Possessive(i int) bool {
	return i >= s.First && i < s.Last && possessive(s.Lower[i], s.Doc.Tokens[i].UPOS)
}

// possessive reports whether a word of that part of speech is the "'s" of
// possession.
func possessive(w, upos string) bool {
	return (w == "'s" || w == "’s") && upos != "AUX" && upos != "VERB"
}

// Capitalised reports whether the word at i begins with a capital letter and
// that says something: in a sentence printed in capitals it does not.
func (s *Sentence) Capitalised(i int) bool {
	if s.capitals || i < s.First || i >= s.Last {
		return false
	}
	c, _ := utf8.DecodeRuneInString(s.Doc.Word(i))
	return unicode.IsUpper(c)
}

// Mark reports whether the token at i is punctuation.
func (s *Sentence) Mark(i int) bool {
	c, _ := utf8.DecodeRuneInString(s.Word(i))
	return !unicode.IsLetter(c) && !unicode.IsDigit(c)
}

// Hyphen reports whether the token at i joins two parts of a word: "-" with no
// space around it.
func (s *Sentence) Hyphen(i int) bool {
	t := s.Doc.Tokens
	return i > s.First && i+1 < s.Last && (s.Word(i) == "-" || s.Word(i) == "‑") &&
		t[i-1].Span.End == t[i].Span.Start && t[i].Span.End == t[i+1].Span.Start
}
