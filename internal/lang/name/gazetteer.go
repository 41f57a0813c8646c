package name

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk/internal/lang/body"
	"wiredesk/internal/lang/linear"
	"wiredesk/internal/lang/nation"
	"wiredesk/internal/lang/people"
	"wiredesk/internal/lang/token"
	"wiredesk/internal/lexicon"

	"wiredesk"
)

//go:embed lexicon/cities.txt
var citiesFile []byte

//go:embed lexicon/regions.txt
var regionsFile []byte

//go:embed lexicon/heads.txt
var headsFile []byte

//go:embed lexicon/stop.txt
var stopFile []byte

// A kind is a set of lists that a word or phrase stands in.
type kind uint32

const (
	givenMan kind = 1 << iota
	givenWoman
	courtesy
	role
	country
	seat
	demonym
	bigCity
	midCity
	smallCity
	region
	standing // a standing body
	agency
	orgHead
	placeHead
	eventHead
	stopWord
	family
	kinds = iota
)

// A gazetteer finds listed words and phrases by hashes of their words, with
// their capitals.
type gazetteer struct {
	words   map[uint64]kind // single words, spelled as in running text
	lower   map[uint64]kind // single words in lower case: heads, roles, stop words
	phrases map[uint64]kind // chains of word hashes; 0 for a chain that goes on only
}

var lists = sync.OnceValue(func() *gazetteer {
	g := &gazetteer{map[uint64]kind{}, map[uint64]kind{}, map[uint64]kind{}}
	for _, e := range lexicon.Parse(citiesFile) {
		g.add(e[0], map[string]kind{"a": bigCity, "b": midCity}[e.Field(1)]|smallCity)
	}
	for _, e := range lexicon.Parse(regionsFile) {
		g.add(e[0], region)
	}
	for _, n := range nation.All() {
		g.addAll(n.Names, country)
		g.addAll(n.People, demonym)
		g.addAll(n.Seats, seat)
	}
	for p := range nation.Peoples() {
		g.add(p, demonym)
	}
	for _, b := range body.All() {
		k := standing
		if b.Kind == body.Agency {
			k |= agency
		}
		g.add(b.Name, k)
		g.addAll(b.Other, k)
	}
	g.addPeople()
	for _, e := range lexicon.Parse(headsFile) {
		g.lower[linear.Hash(e[0])] |= map[string]kind{"organization": orgHead, "place": placeHead, "event": eventHead}[e.Field(1)]
	}
	for w := range lexicon.Set(stopFile) {
		g.lower[linear.Hash(w)] |= stopWord
	}
	return g
})

func (g *gazetteer) addPeople() {
	for n, gender := range people.Given() {
		if gender != people.Woman {
			g.words[linear.Hash(n)] |= givenMan
		}
		if gender != people.Man {
			g.words[linear.Hash(n)] |= givenWoman
		}
	}
	for n := range people.Family() {
		g.words[linear.Hash(n)] |= family
	}
	for w, t := range people.Titles() {
		switch {
		case t.Kind == people.Role:
			g.lower[linear.Hash(strings.ToLower(w))] |= role
		default:
			g.words[linear.Hash(w)] |= courtesy
		}
	}
}

func (g *gazetteer) addAll(names []string, k kind) {
	for _, n := range names {
		g.add(n, k)
	}
}

// add adds a name of one or more words, divided as running text is.
func (g *gazetteer) add(name string, k kind) {
	tokens := token.Split(name, wiredesk.Span{End: len(name)})
	if len(tokens) == 0 {
		return
	}
	if len(tokens) == 1 {
		g.words[linear.Hash(plain(name))] |= k
		return
	}
	chain := uint64(0)
	for i, t := range tokens {
		chain = linear.Mix(chain, linear.Hash(strings.ToLower(plain(t.Span.Words(name)))))
		if i < len(tokens)-1 {
			g.phrases[chain] |= 0
		} else {
			g.phrases[chain] |= k
		}
	}
}

// articleHash is that of the small article that Arabic names may begin with.
var articleHash = linear.Hash("al")

// longest returns the length in words of the longest listed phrase or word
// that begins at i, and its kinds; 0 where there is none. A phrase begins with
// a capital or with "al"; the capitals of its other words are not looked at.
func (g *gazetteer) longest(words []word, i int) (n int, k kind) {
	if !words[i].capital && words[i].lower != articleHash {
		return 0, 0
	}
	if k = words[i].kinds & (country | seat | demonym | bigCity | midCity | smallCity | region | standing | agency); k != 0 {
		n = 1
	}
	chain := uint64(0)
	for j := i; j < len(words); j++ {
		chain = linear.Mix(chain, words[j].lower)
		found, ok := g.phrases[chain]
		if !ok && j > i {
			break
		}
		if found != 0 && j > i {
			n, k = j+1-i, found
		}
		if !ok && j == i {
			break
		}
	}
	return n, k
}

// plain spells a word with straight apostrophes.
func plain(w string) string {
	if strings.Contains(w, "’") {
		return strings.ReplaceAll(w, "’", "'")
	}
	return w
}
