package figure

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/triggers.txt
var triggersFile []byte

//go:embed lexicon/people.txt
var peopleFile []byte

//go:embed lexicon/things.txt
var thingsFile []byte

// A sense is one way to read a trigger word: the pattern in which it takes
// what it counts, and the unit.
type sense struct{ pattern, unit string }

// A trigger is words that tell of casualties.
type trigger struct {
	words  []string
	senses []sense
}

// triggers holds the triggers by their first word, the longest first.
var triggers = sync.OnceValue(func() map[string][]trigger {
	senses := map[string][]sense{}
	var order []string
	for _, e := range lexicon.Parse(triggersFile) {
		if senses[e.Field(0)] == nil {
			order = append(order, e.Field(0))
		}
		senses[e.Field(0)] = append(senses[e.Field(0)], sense{e.Field(1), e.Field(2)})
	}
	out := map[string][]trigger{}
	for _, phrase := range order {
		words := strings.Fields(phrase)
		list := append(out[words[0]], trigger{words, senses[phrase]})
		for k := len(list) - 1; k > 0 && len(list[k].words) > len(list[k-1].words); k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
		out[words[0]] = list
	}
	return out
})

// Numbers of people that a noun says by itself.
const (
	many = -1 // a plural: more than one
	none = 0  // not a noun for people
)

// people holds the nouns for people with the number that they say: 1, many, 2
// for "couple".
var people = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	for _, e := range lexicon.Parse(peopleFile) {
		switch n := e.Field(1); n {
		case "one":
			out[e.Field(0)] = 1
		case "many":
			out[e.Field(0)] = many
		default:
			out[e.Field(0)], _ = strconv.Atoi(n)
		}
	}
	return out
})

var things = sync.OnceValue(func() map[string]bool { return lexicon.Set(thingsFile) })

// thing reports whether a noun, singular or plural, counts no people.
func thing(word string) bool {
	t := things()
	return t[word] || t[strings.TrimSuffix(word, "s")] || t[strings.TrimSuffix(word, "es")]
}

//go:embed lexicon/sexes.txt
var sexesFile []byte

// sexes holds the words that say the sex of one person.
var sexes = sync.OnceValue(func() map[string]string { return lexicon.Map(sexesFile) })

//go:embed lexicon/events.txt
var eventsFile []byte

// eventNouns holds the nouns that "fatal" and "double" go with: nouns of
// killing ("killing") and of violence and accidents ("any").
var eventNouns = sync.OnceValue(func() map[string]string { return lexicon.Map(eventsFile) })

//go:embed lexicon/care.txt
var careFile []byte

// care holds the words for gunfire and for care of the wounded.
var care = sync.OnceValue(func() map[string]string { return lexicon.Map(careFile) })

//go:embed lexicon/drivers.txt
var driversFile []byte

// drivers holds the verbs that say that people were driven to leave.
var drivers = sync.OnceValue(func() map[string]bool { return lexicon.Set(driversFile) })

//go:embed lexicon/reckoned.txt
var reckonedFile []byte

// reckoned holds the participles that say how sure a count is: "are believed
// to have died".
var reckoned = sync.OnceValue(func() map[string]bool { return lexicon.Set(reckonedFile) })

//go:embed lexicon/weekdays.txt
var weekdaysFile []byte

// weekdays holds the names of the days.
var weekdays = sync.OnceValue(func() map[string]bool { return lexicon.Set(weekdaysFile) })

//go:embed lexicon/taken.txt
var takenFile []byte

// takers holds the participles that say that somebody was brought somewhere.
var takers = sync.OnceValue(func() map[string]bool { return lexicon.Set(takenFile) })
