package entity

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/lang/body"
	"wiredesk/internal/lang/people"
)

// persons gives the names of persons their records. Full names come first:
// "Sergei Lavrov" and "Sergey V. Lavrov" are one. A surname, or another part
// of a name, joins the one full name that it is part of; where two people
// bear it, the form of address decides, or it stands for itself.
func (r *resolver) persons() {
	full := map[string]*record{}    // by the sound of first and last word
	parts := map[string][]*record{} // by the sound of each word
	for i, m := range r.mentions {
		if m.Type != wiredesk.Person {
			continue
		}
		words := personWords(r.words(i))
		if len(words) < 2 || listed("surname")[words[0]] || compound(r.words(i)) {
			continue
		}
		key := sound(words[0]) + " " + sound(words[len(words)-1])
		e := full[key]
		if e == nil {
			e = r.named(wiredesk.Person, strings.Join(words, "-"))
			full[key] = e
			for _, w := range words {
				parts[sound(w)] = append(parts[sound(w)], e)
			}
		}
		r.join(i, e)
		e.sees(r.genderOf(i))
	}
	for i, m := range r.mentions {
		if m.Type == wiredesk.Person && r.of[i] == nil {
			r.shortPerson(i, parts)
		}
	}
	for i := range r.mentions {
		r.misnamed(i, parts)
	}
}

// misnamed joins a surname that was taken for the name of something else to the
// one person of the report who bears it: "rebels battling Assad".
func (r *resolver) misnamed(i int, parts map[string][]*record) {
	m := &r.mentions[i]
	if m.Type != wiredesk.Organization && m.Type != wiredesk.Other || body.Named(r.words(i)) != nil || r.last[i]-r.first[i] != 1 || r.lower(r.first[i]-1) == "the" {
		return
	}
	words := personWords(r.words(i))
	e := r.bearer(i, words, parts)
	if own := "organization:" + Fold(r.words(i)); r.of[i] != nil && r.of[i].id != own {
		return // the short form of a body
	}
	if e == nil || len(words) != 1 || !strings.HasSuffix(e.id, "-"+words[0]) {
		return
	}
	m.Type = wiredesk.Person
	r.join(i, e)
}

// shortPerson joins a name of one word, or a surname of several ("bin
// Laden").
func (r *resolver) shortPerson(i int, parts map[string][]*record) {
	words := personWords(r.words(i))
	e := r.bearer(i, words, parts)
	if e == nil || compound(r.words(i)) && !strings.HasSuffix(e.id, "-"+strings.Join(words, "-")) {
		e = r.named(wiredesk.Person, strings.Join(words, "-"))
	}
	r.join(i, e)
	if g := r.addressed(i); g != people.Unknown || len(e.mentions) == 1 {
		e.sees(r.genderOf(i))
	}
}

// compound reports whether a name is one word of several parts, as surnames
// are and full names are not: "Abdul-Karim", "Fletcher-Watson".
func compound(words string) bool {
	return strings.Contains(words, "-") && !strings.Contains(words, " ")
}

// bearer returns the one person whose name holds the word, or nil.
func (r *resolver) bearer(i int, words []string, parts map[string][]*record) *record {
	if len(words) == 0 {
		return nil
	}
	found := distinct(parts[sound(words[len(words)-1])])
	if len(found) > 1 {
		found = sameGender(found, r.addressed(i))
	}
	if len(found) != 1 {
		return nil
	}
	if g := r.addressed(i); g != people.Unknown && found[0].gender != people.Unknown && g != found[0].gender {
		return nil
	}
	return found[0]
}

// mostBearers bounds how many people of one name are told apart.
const mostBearers = 8

func distinct(list []*record) []*record {
	var out []*record
	seen := map[*record]bool{}
	for _, e := range list {
		if len(out) == mostBearers {
			break
		}
		if !seen[e] {
			seen[e] = true
			out = append(out, e)
		}
	}
	return out
}

func sameGender(list []*record, g people.Gender) []*record {
	var out []*record
	for _, e := range list {
		if g != people.Unknown && e.gender == g {
			out = append(out, e)
		}
	}
	return out
}

// addressed returns what the form of address before mention i shows.
func (r *resolver) addressed(i int) people.Gender {
	if t, ok := people.TitleOf(r.word(r.first[i] - 1)); ok {
		return t.Gender
	}
	return people.Unknown
}

// genderOf returns what the address before mention i, or its first word where
// that is a given name, shows.
func (r *resolver) genderOf(i int) people.Gender {
	if g := r.addressed(i); g != people.Unknown {
		return g
	}
	if g := people.GenderOf(r.word(r.first[i])); g == people.Man || g == people.Woman {
		return g
	}
	return people.Unknown
}

// sees notes what a mention shows of a person's gender; the first counts.
func (e *record) sees(g people.Gender) {
	if e.gender == people.Unknown {
		e.gender = g
	}
}

// others gives every other name its record.
func (r *resolver) others() {
	for i, m := range r.mentions {
		if r.of[i] == nil {
			r.join(i, r.named(m.Type, Fold(r.words(i))))
		}
	}
}
