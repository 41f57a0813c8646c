package name

import (
	"wiredesk"
)

// A found is a name as the model marks it, over the tokens [first, last).
type found struct {
	first, last int
	kind        wiredesk.EntityType
}

// votes counts how often the names of a report that hold a word are of which
// type; the last element counts those of several words.
type votes struct {
	person, organization, place, other int32
	long                               int32 // names of several words that end in it and name a person
}

func (v votes) best() (wiredesk.EntityType, int32) {
	kind, n := wiredesk.Person, v.person
	if v.organization > n {
		kind, n = wiredesk.Organization, v.organization
	}
	if v.place > n {
		kind, n = wiredesk.PlaceName, v.place
	}
	return kind, n
}

// agree makes the names of one word alike over the report: a word that mostly
// names a person is a person where the model had it otherwise or saw no name.
func (r *reader) agree(names []found) []found {
	counts := make([]votes, len(r.evidence))
	taken := make([]bool, len(r.words))
	for _, f := range names {
		for i := f.first; i < f.last; i++ {
			taken[i] = true
			if !r.words[i].capital {
				continue
			}
			v := &counts[r.words[i].id]
			switch f.kind {
			case wiredesk.Person:
				v.person++
				if i == f.last-1 && f.last-f.first > 1 {
					v.long++
				}
			case wiredesk.Organization:
				if f.last-f.first == 1 {
					v.organization++
				}
			case wiredesk.PlaceName:
				if f.last-f.first == 1 {
					v.place++
				}
			default:
				v.other++
			}
		}
	}
	for k, f := range names {
		if f.last-f.first > 1 || f.kind == wiredesk.Nationality {
			continue
		}
		v := counts[r.words[f.first].id]
		kind, n := v.best()
		if kind != f.kind && (n >= agreeLeast && 3*n >= 2*(v.person+v.organization+v.place+v.other) || kind == wiredesk.Person && v.long > 0 && n > 1 && r.words[f.first].kinds&(country|region) == 0) {
			names[k].kind = kind
		}
	}
	return names
}

// agreeLeast is how many names of a type there must be at least.
const agreeLeast = 2
