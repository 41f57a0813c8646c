package event

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/events.txt
var eventsFile []byte

//go:embed lexicon/governors.txt
var governorsFile []byte

// A word is a lemma that tells of an event, with the particle that must stand
// behind it, if any: "call" with "for".
type word struct {
	particle string
	kind     string // the event's type
}

// lemmas holds the words for events by part of speech and lemma, those with a
// particle first.
var lemmas = sync.OnceValue(func() map[string]map[string][]word {
	out := map[string]map[string][]word{"verb": {}, "noun": {}}
	for _, e := range lexicon.Parse(eventsFile) {
		lemma, particle, _ := strings.Cut(e.Field(0), " ")
		byLemma := out[e.Field(1)]
		w := word{particle, e.Field(2)}
		if particle != "" {
			byLemma[lemma] = append([]word{w}, byLemma[lemma]...)
		} else {
			byLemma[lemma] = append(byLemma[lemma], w)
		}
	}
	return out
})

//go:embed lexicon/light.txt
var lightFile []byte

// lightVerbs holds the verbs whose subject does what their object names.
var lightVerbs = sync.OnceValue(func() map[string]bool { return lexicon.Set(lightFile) })

//go:embed lexicon/areas.txt
var areasFile []byte

// areas holds the nouns whose name follows them: "the city of Homs".
var areas = sync.OnceValue(func() map[string]bool { return lexicon.Set(areasFile) })

//go:embed lexicon/amounts.txt
var amountsFile []byte

// amounts holds the nouns that only say how many of what follows "of".
var amounts = sync.OnceValue(func() map[string]bool { return lexicon.Set(amountsFile) })

// governors holds the verbs that say how real what depends on them is.
var governors = sync.OnceValue(func() map[string]wiredesk.Modality {
	out := map[string]wiredesk.Modality{}
	for _, e := range lexicon.Parse(governorsFile) {
		out[e.Field(0)] = wiredesk.Modality(e.Field(1))
	}
	return out
})
