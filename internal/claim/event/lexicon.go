package event

import (
	"embed"
	"slices"
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
// behind it, if any ("call" with "for"), or the word that must stand before it
// ("air strike").
type word struct {
	particle, before string
	needs            string // what else must hold: "object", "alone", "predicate", "war" or a list of needed; "" for nothing
	kind             string // the event's type
}

// weight orders the words of one lemma: what asks for more comes first.
func (w word) weight() int {
	switch {
	case w.particle != "" || w.before != "":
		return 0
	case needed()[w.needs] != nil:
		return 1
	case w.needs != "":
		return 2
	}
	return 3
}

// lemmas holds the words for events by part of speech and lemma, those that
// ask for most first.
var lemmas = sync.OnceValue(func() map[string]map[string][]word {
	out := map[string]map[string][]word{"verb": {}, "noun": {}, "adjective": {}}
	for _, e := range lexicon.Parse(eventsFile) {
		lemma, particle, _ := strings.Cut(e.Field(0), " ")
		w := word{particle: particle, kind: e.Field(2), needs: e.Field(3)}
		if e.Field(1) == "noun" && particle != "" {
			lemma, w.particle, w.before = particle, "", lemma
		}
		if before, behind, ok := strings.Cut(lemma, "-"); ok {
			lemma, w.before = behind, before // hyphens part tokens
		}
		out[e.Field(1)][lemma] = append(out[e.Field(1)][lemma], w)
	}
	for _, words := range out {
		for _, list := range words {
			slices.SortStableFunc(list, func(a, b word) int { return a.weight() - b.weight() })
		}
	}
	return out
})

//go:embed lexicon/weapons.txt lexicon/vehicles.txt lexicon/roads.txt lexicon/relief.txt lexicon/measures.txt lexicon/envoys.txt
var needFiles embed.FS

// needed holds, by what a word asks for, the nouns that are it: what is fired
// and thrown ("weapon"), what runs into people by accident ("vehicle"), what is
// blocked in protest ("road"), what is brought to people in need ("relief"),
// what is imposed and lifted ("measure"), who is recalled ("envoy").
var needed = sync.OnceValue(func() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for need, file := range map[string]string{"weapon": "weapons", "vehicle": "vehicles", "road": "roads", "relief": "relief", "measure": "measures", "envoy": "envoys"} {
		b, err := needFiles.ReadFile("lexicon/" + file + ".txt")
		if err != nil {
			panic("event: " + err.Error()) // embedded: it is there
		}
		out[need] = lexicon.Set(b)
	}
	return out
})

//go:embed lexicon/figurative.txt
var figurativeFile []byte

// figurative holds the nouns that are hit, struck or released in a figure of
// speech or on paper only: "hit a record", "released a statement".
var figurative = sync.OnceValue(func() map[string]bool { return lexicon.Set(figurativeFile) })

//go:embed lexicon/suffered.txt
var sufferedFile []byte

// suffered holds the verbs whose participle in a headline is a passive.
var suffered = sync.OnceValue(func() map[string]bool { return lexicon.Set(sufferedFile) })

//go:embed lexicon/arms.txt
var armsFile []byte

// arms holds the nouns by which a report tells of war.
var arms = sync.OnceValue(func() map[string]bool { return lexicon.Set(armsFile) })

//go:embed lexicon/fights.txt
var fightsFile []byte

// fights holds the nouns for events of two sides, in which nobody knows by the
// word who killed whom.
var fights = sync.OnceValue(func() map[string]bool { return lexicon.Set(fightsFile) })

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

//go:embed lexicon/forces.txt
var forcesFile []byte

// forces holds the nouns for who does deeds named behind them: "army raid".
var forces = sync.OnceValue(func() map[string]bool { return lexicon.Set(forcesFile) })
