// Package nation knows the countries of the world by name, by their people and
// by their seats of government, and the peoples that have no country of their
// own.
package nation

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/nations.txt
var nationsFile []byte

//go:embed lexicon/peoples.txt
var peoplesFile []byte

// A Nation is a country.
type Nation struct {
	Code   string   // ISO 3166-1 alpha-2
	Name   string   // the usual one
	Names  []string // all names, the usual one first
	People []string // words for its people: "Syrian", "Syrians"
	Seats  []string // where its government sits, the usual name first
}

type index struct {
	nations                []Nation
	byName, byPeople, seat map[string]*Nation
	peoples                map[string]bool
}

var load = sync.OnceValue(func() *index {
	x := &index{byName: map[string]*Nation{}, byPeople: map[string]*Nation{}, seat: map[string]*Nation{}, peoples: lexicon.Set(peoplesFile)}
	for _, e := range lexicon.Parse(nationsFile) {
		names := list(e.Field(1))
		x.nations = append(x.nations, Nation{e.Field(0), names[0], names, list(e.Field(2)), list(e.Field(3))})
	}
	for i := range x.nations {
		n := &x.nations[i]
		for _, w := range n.Names {
			x.byName[w] = n
		}
		for _, w := range n.People {
			if x.byPeople[w] == nil {
				x.byPeople[w] = n
			}
		}
		for _, w := range n.Seats {
			x.seat[w] = n
		}
	}
	return x
})

func list(field string) []string {
	if field == "" {
		return nil
	}
	return strings.Split(field, ";")
}

// All returns the countries in the order of their codes. It is shared: do not
// change it.
func All() []Nation { return load().nations }

// Named returns the country of that name ("Syria", "U.S."), or nil. A leading
// "the" is left out of account, capitals are not.
func Named(name string) *Nation { return load().byName[bare(name)] }

// OfPeople returns the country whose people the word names ("Syrian"), or
// nil.
func OfPeople(word string) *Nation { return load().byPeople[word] }

// SeatedAt returns the country whose government sits there ("Damascus",
// "Kremlin"), or nil.
func SeatedAt(place string) *Nation { return load().seat[bare(place)] }

// Peoples returns the words for peoples, faiths and regions that belong to no
// single country ("Kurdish", "European"). It is shared: do not change it.
func Peoples() map[string]bool { return load().peoples }

// IsPeople reports whether a word names a people, with a country or without.
func IsPeople(word string) bool { return load().peoples[word] || load().byPeople[word] != nil }

func bare(name string) string {
	for _, the := range []string{"the ", "The "} {
		if rest, ok := strings.CutPrefix(name, the); ok {
			return rest
		}
	}
	return name
}
