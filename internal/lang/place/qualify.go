package place

import (
	_ "embed"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/states.txt
var statesFile []byte

// qualify ties each spot to the state or country behind its comma ("Paris,
// Texas"; "Damascus, Va."; "Homs, Syria") and narrows spots by the nouns
// beside them ("Homs province", "the city of Homs").
func (f *finder) qualify(spots []spot) {
	for k := range spots {
		s := &spots[k]
		f.narrow(s)
		if f.word(s.last) != "," {
			continue
		}
		s.town = f.apposition(s.last + 1)
		if state := f.g.byID(postal()[f.word(s.last+1)]); state >= 0 {
			if s.containers = []int{state}; !f.holds(s.containers, s.records) {
				s.records, s.containers = s.containers, nil // a hamlet of that state
			}
		} else if k+1 < len(spots) && spots[k+1].first == s.last+1 && f.holds(spots[k+1].records, s.records) {
			s.qualifier, s.containers = k+1, spots[k+1].records
		}
	}
}

// maxApposition is how many tokens an apposition may have up to its noun.
const maxApposition = 7

// apposition reports whether the words from token i on, up to the next mark,
// call something a town: "Syria's third largest city".
func (f *finder) apposition(i int) bool {
	for k := i; k < i+maxApposition; k++ {
		switch f.word(k) {
		case "", ",", ".", ";", "(", ")", "and", "in":
			return false
		}
		if classOf(f.word(k)) == "town" && f.lower(k) == f.word(k) {
			return true
		}
	}
	return false
}

// holds reports whether one of the outer records contains one of the inner.
func (f *finder) holds(outer, inner []int) bool {
	for _, o := range outer {
		for _, i := range inner {
			if f.g.contains(o, i) {
				return true
			}
		}
	}
	return false
}

// narrow keeps the candidates that fit the noun beside the name, if any do.
func (f *finder) narrow(s *spot) {
	noun := ""
	if c := classOf(f.word(s.last)); c == "town" || c == "province" || c == "county" || c == "country" {
		noun = c
	}
	if noun == "" && f.lower(s.first-1) == "of" {
		// "the Khalidiya district of Homs" is a part of the town.
		if c := classOf(f.word(s.first - 2)); c == "town" || c == "province" || c == "country" || c == "county" && f.lower(s.first-2) == "county" {
			noun = c
		}
	}
	if noun == "" {
		f.prefersCountry(s)
		return
	}
	var kept []int
	for _, r := range s.records {
		if fits(noun, Kind(f.g.kinds[r])) {
			kept = append(kept, r)
		}
	}
	if len(kept) > 0 {
		s.records = kept
	}
}

// prefersCountry leaves out the divisions that bear a country's name only when
// a noun stands beside them ("Niger" is the country, "Niger State" is not),
// and those of its very name where the report speaks of its people: "Georgian
// police" are of the country.
func (f *finder) prefersCountry(s *spot) {
	country := -1
	for _, r := range s.records {
		if Kind(f.g.kinds[r]) == Country && Fold(f.g.name(r)) == s.key {
			country = r
		}
	}
	if country < 0 {
		return
	}
	var kept []int
	for _, r := range s.records {
		if Kind(f.g.kinds[r]) != Division || Fold(f.g.name(r)) == s.key && !f.peoples[f.g.alpha2(country)] {
			kept = append(kept, r)
		}
	}
	s.records = kept
}

// fits reports whether a noun of the class can stand beside the kind.
func fits(noun string, k Kind) bool {
	switch noun {
	case "town":
		return k >= Town
	case "province":
		return k == Division || k == County || k == Region
	case "county":
		return k == County || k == Division || k == Quarter
	case "country":
		return k == Country
	}
	return false
}

// contains reports whether the outer place contains the inner one.
func (g *gazetteer) contains(outer, inner int) bool {
	if outer == inner {
		return false
	}
	switch Kind(g.kinds[outer]) {
	case Country:
		return g.countryOf(inner) == outer
	case Division:
		return g.divisionOf(inner) == outer
	case County:
		return Kind(g.kinds[inner]) >= Town && g.divisionOf(inner) == g.divisionOf(outer) && g.distance(outer, inner) < countyRadius
	}
	return false
}

// countyRadius is how far in kilometres a town may lie from the centre of its
// county: the gazetteer does not say which county a town lies in. Nine in ten
// U.S. counties are smaller than that.
const countyRadius = 50

// postal maps the postal codes of states to the ids of their places.
var postal = sync.OnceValue(func() map[string]string { return lexicon.Map(statesFile) })
