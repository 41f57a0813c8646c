package entity

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/lang/nation"
)

// descriptions resolves noun phrases that say who is meant by role or kind:
// "the Syrian president", "Russia's foreign minister", "the ministry".
func (r *resolver) descriptions() []wiredesk.Reference {
	byRole := r.holders()
	bodies := &bodiesByNoun{found: map[string]*record{}}
	var out []wiredesk.Reference
	for k := range r.sentences {
		s := r.sentences[k]
		for i := s.First; i < s.Last; i++ {
			if r.at[i] >= 0 && r.mentions[r.at[i]].Type == wiredesk.Person {
				continue
			}
			if ref, ok := r.description(i, s.First, s.Last, byRole, bodies); ok {
				out = append(out, ref)
			}
		}
	}
	return out
}

// holders lists the persons by the nouns of their roles.
func (r *resolver) holders() map[string][]*record {
	out := map[string][]*record{}
	seen := map[*record]bool{}
	for _, e := range r.of {
		if seen[e] {
			continue
		}
		seen[e] = true
		for _, x := range e.roles {
			if l := out[x.head]; len(l) == 0 || l[len(l)-1] != e {
				out[x.head] = append(l, e)
			}
		}
	}
	return out
}

// description resolves the noun phrase whose noun is token i.
func (r *resolver) description(i, start, end int, byRole map[string][]*record, bodies *bodiesByNoun) (wiredesk.Reference, bool) {
	if r.xpos(i+1) == "NN" || r.xpos(i+1) == "NNS" || r.isRole(i+1) || r.xpos(i+1) == "HYPH" {
		return wiredesk.Reference{}, false
	}
	if r.isRole(i) && r.xpos(i) != "NNS" {
		return r.roleDescription(i, start, end, byRole)
	}
	if listed("government")[r.lower(i)] {
		return r.government(i, start)
	}
	return r.bodyDescription(i, start, bodies)
}

// roleDescription resolves "the (Syrian) president (of Syria)" to the one
// person of the report who bears that role.
func (r *resolver) roleDescription(i, start, end int, byRole map[string][]*record) (wiredesk.Reference, bool) {
	first := i
	for first > start && i-first < longestRole && (r.modifies(first-1) || r.xpos(first-1) == "POS") {
		first--
	}
	definite := first > start && (r.lower(first-1) == "the" || r.xpos(first-1) == "PRP$" && r.lower(first-1) != "my" && r.lower(first-1) != "your")
	last := i + 1
	if r.lower(last) == "of" {
		last = r.complement(last, end, first)
	}
	x := r.role(first, last)
	possessive := r.hasPossessive(first, i)
	if x.head == "" || !definite && !possessive || r.appositive(first, last) {
		return wiredesk.Reference{}, false
	}
	var found *record
	for _, e := range byRole[x.head] {
		if e.plays(x) {
			if found != nil {
				return wiredesk.Reference{}, false
			}
			found = e
		}
	}
	if found == nil {
		return wiredesk.Reference{}, false
	}
	rule := "role"
	if x.nation != "" || x.body != nil {
		rule = "role and country"
	} else if !r.recent(found, i) {
		return wiredesk.Reference{}, false
	}
	if definite {
		first--
	}
	return wiredesk.Reference{Span: r.span(first, last), Entity: found.id, Rule: rule}, true
}

// recentSentences is how many sentences back the holder of a role must have been
// named for the bare role to mean him: farther off, "the captain" is as often
// another one, whom the report does not name.
const recentSentences = 12

// recent reports whether a person was named shortly before token i.
func (r *resolver) recent(e *record, i int) bool {
	at := r.sentenceOf(i)
	for k := len(e.mentions) - 1; k >= 0; k-- {
		if first := r.first[e.mentions[k]]; first < i {
			return at-r.sentenceOf(first) <= recentSentences
		}
	}
	return false
}

// hasPossessive reports whether "'s" stands among the tokens [first, last).
func (r *resolver) hasPossessive(first, last int) bool {
	for i := first; i < last; i++ {
		if r.xpos(i) == "POS" {
			return true
		}
	}
	return false
}

// appositive reports whether a name stands beside the description, so that it
// is the role of that person and stands for nobody.
func (r *resolver) appositive(first, last int) bool {
	person := func(i int) bool {
		return i >= 0 && i < len(r.at) && r.at[i] >= 0 && r.mentions[r.at[i]].Type == wiredesk.Person
	}
	if person(last) || r.word(last) == "," && person(last+1) {
		return true
	}
	before := first - 1
	if tag := r.xpos(before); tag == "DT" || tag == "PRP$" {
		before--
	}
	return r.word(before) == "," && person(before-1)
}

// plays reports whether a person bears a role that the description x fits: the
// same noun, no other country or body, and no word before the noun that the
// role lacks.
func (e *record) plays(x role) bool {
	for _, o := range e.roles {
		if o.head != x.head || x.nation != "" && o.nation != x.nation || x.body != nil && o.body != x.body {
			continue
		}
		fits := true
		for _, w := range x.before {
			fits = fits && contains(o.before, w)
		}
		// "the minister" may be a foreign minister, "the vice president" is not
		// "the president".
		if fits && (len(x.before) > 0 || !contains(o.before, "vice") && !contains(o.before, "deputy") && !contains(o.before, "former")) {
			return true
		}
	}
	return false
}

func contains(list []string, w string) bool {
	for _, x := range list {
		if x == w {
			return true
		}
	}
	return false
}

// government resolves "Syria's government" and "the Syrian government" to the
// country.
func (r *resolver) government(i, start int) (wiredesk.Reference, bool) {
	k := i - 1
	possessive := r.xpos(k) == "POS"
	if possessive {
		k--
	}
	if k < start || r.at[k] < 0 {
		return wiredesk.Reference{}, false
	}
	m := r.at[k]
	words := r.words(m)
	var n *nation.Nation
	switch {
	case r.mentions[m].Type == wiredesk.Nationality && !possessive:
		n = nation.OfPeople(words)
	case r.mentions[m].Type == wiredesk.PlaceName:
		n = nation.Named(words)
	}
	if n == nil {
		return wiredesk.Reference{}, false
	}
	first := r.first[m]
	if first > start && r.lower(first-1) == "the" {
		first--
	}
	e := r.byID[string(wiredesk.PlaceName)+":"+Fold(n.Name)]
	if e == nil || len(e.mentions) == 0 {
		return wiredesk.Reference{}, false
	}
	return wiredesk.Reference{Span: r.span(first, i+1), Entity: e.id, Rule: "government"}, true
}

// bodyDescription resolves "the ministry" to the only organization named
// before it that has the noun in its name.
func (r *resolver) bodyDescription(i, start int, bodies *bodiesByNoun) (wiredesk.Reference, bool) {
	noun := r.lower(i)
	if !listed("body")[noun] || r.at[i] >= 0 || i == start || r.lower(i-1) != "the" || r.lower(i+1) == "of" {
		return wiredesk.Reference{}, false
	}
	found := bodies.before(r, i)[noun]
	if found == nil {
		return wiredesk.Reference{}, false
	}
	return wiredesk.Reference{Span: r.span(i-1, i+1), Entity: found.id, Rule: "noun of the name"}, true
}

// bodiesByNoun knows which organizations were named so far, by the noun in
// their name; nil stands for several.
type bodiesByNoun struct {
	found map[string]*record
	next  int
}

// before returns what is known at token i. Calls come in ascending order.
func (b *bodiesByNoun) before(r *resolver, i int) map[string]*record {
	for ; b.next < len(r.mentions) && r.first[b.next] < i; b.next++ {
		if r.mentions[b.next].Type != wiredesk.Organization {
			continue
		}
		e := r.of[b.next]
		for _, w := range strings.Fields(strings.ToLower(r.words(b.next))) {
			if old, seen := b.found[w]; listed("body")[w] && seen && old != e {
				b.found[w] = nil
			} else if listed("body")[w] {
				b.found[w] = e
			}
		}
	}
	return b.found
}
