// Package people holds what shows that words name a person: given names and
// their gender, forms of address, ranks and roles.
package people

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/given.txt
var givenFile []byte

//go:embed lexicon/world.txt
var worldFile []byte

//go:embed lexicon/family.txt
var familyFile []byte

//go:embed lexicon/surnames.txt
var surnamesFile []byte

//go:embed lexicon/titles.txt
var titlesFile []byte

// A Gender is what a name or title shows of a person.
type Gender byte

// The genders that names and titles show. Either is a name that men and
// women bear.
const (
	Unknown Gender = 0
	Man     Gender = 'm'
	Woman   Gender = 'f'
	Either  Gender = 'b'
)

// A Title is a word that stands before or beside a person's name.
type Title struct {
	Kind   Kind
	Gender Gender
}

// Kind says what sort of title a word is.
type Kind string

// The kinds of titles.
const (
	Courtesy Kind = "courtesy" // Mr, Dr.
	Rank     Kind = "rank"     // Gen., Sen.
	Role     Kind = "role"     // president, spokesman
)

var given = sync.OnceValue(func() map[string]Gender {
	out := map[string]Gender{}
	for _, file := range [][]byte{worldFile, givenFile} {
		for _, e := range lexicon.Parse(file) {
			out[e[0]] = gender(e.Field(1))
		}
	}
	return out
})

var family = sync.OnceValue(func() map[string]bool {
	out := lexicon.Set(familyFile)
	for n := range lexicon.Set(surnamesFile) {
		out[n] = true
	}
	return out
})

var titles = sync.OnceValue(func() map[string]Title {
	out := map[string]Title{}
	for _, e := range lexicon.Parse(titlesFile) {
		out[e[0]] = Title{Kind(e.Field(1)), gender(e.Field(2))}
	}
	return out
})

func gender(field string) Gender {
	if field == "" {
		return Unknown
	}
	return Gender(field[0])
}

// GenderOf returns what a given name, spelled with its capital, shows;
// Unknown where the name is not known.
func GenderOf(name string) Gender { return given()[name] }

// Given returns all given names. It is shared: do not change it.
func Given() map[string]Gender { return given() }

// Family returns the family names. It is shared: do not change it.
func Family() map[string]bool { return family() }

// TitleOf returns what a word is as a title, and whether it is one. Roles are
// found in the singular, with or without a capital; all may stand in capitals.
func TitleOf(word string) (Title, bool) {
	if t, ok := titles()[word]; ok {
		return t, true
	}
	low := strings.ToLower(word)
	if t, ok := titles()[low]; ok && t.Kind == Role {
		return t, true
	}
	if len(low) > 2 && word == strings.ToUpper(word) {
		t, ok := titles()[word[:1]+low[1:]]
		return t, ok
	}
	return Title{}, false
}

// Titles returns all titles by their word. It is shared: do not change it.
func Titles() map[string]Title { return titles() }
