package role

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

// A Class says what kind of cue a word can be.
type Class uint8

// The classes of cues; 0 is no cue.
const (
	Speech   Class = iota + 1 // said
	Thought                   // believes
	Intent                    // plans
	Showing                   // the poll shows
	Phrase                    // according to
	Noun                      // his claim
	Attitude                  // is confident
)

var classes = map[string]Class{
	"speech": Speech, "thought": Thought, "intent": Intent, "show": Showing,
	"phrase": Phrase, "noun": Noun, "attitude": Attitude,
}

// A CueWord is an entry of the cue lexicon.
type CueWord struct {
	Lemma  string
	Class  Class
	Stance wiredesk.Stance // the stance that the word sets by itself
}

//go:embed lexicon/cues.txt
var cuesFile []byte

// cueWords maps every form of every cue of one word to its entry.
var cueWords = sync.OnceValue(func() map[string]CueWord {
	out := map[string]CueWord{}
	for _, e := range lexicon.Parse(cuesFile) {
		w := CueWord{e.Field(0), classes[e.Field(1)], wiredesk.Stance(e.Field(2))}
		for _, form := range forms(w, e.Field(3)) {
			if _, taken := out[form]; !taken {
				out[form] = w
			}
		}
	}
	return out
})

// FindCue returns the lexicon's entry for a word in lower case.
func FindCue(lower string) (CueWord, bool) {
	w, ok := cueWords()[lower]
	return w, ok
}

// forms returns the word and its inflected forms. The irregular ones are
// given; a participle with a doubled consonant is given too.
func forms(w CueWord, irregular string) []string {
	out := []string{w.Lemma}
	if irregular != "-" && irregular != "" {
		out = append(out, strings.Split(irregular, ",")...)
	}
	switch w.Class {
	case Phrase, Attitude:
	case Noun:
		out = append(out, w.Lemma+"s")
	default:
		out = append(out, regular(w.Lemma)...)
	}
	return out
}

// regular returns the third person, the past and the present participle.
func regular(verb string) []string {
	stem := verb
	third := verb + "s"
	switch {
	case strings.HasSuffix(verb, "e"):
		stem = verb[:len(verb)-1]
	case strings.HasSuffix(verb, "y") && !strings.ContainsAny(verb[len(verb)-2:len(verb)-1], "aeou"):
		return []string{verb[:len(verb)-1] + "ies", verb[:len(verb)-1] + "ied", verb + "ing"}
	case strings.HasSuffix(verb, "s"), strings.HasSuffix(verb, "sh"), strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "x"):
		third = verb + "es"
	}
	return []string{third, stem + "ed", stem + "ing"}
}
