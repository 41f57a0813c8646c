package entity

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lang/nation"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/acts.txt
var actsFile []byte

var acts = sync.OnceValue(func() map[string]bool { return lexicon.Set(actsFile) })

// places gives countries, towns and nationalities their records. A seat of
// government that acts stands for its country.
func (r *resolver) places() {
	for i, m := range r.mentions {
		words := r.words(i)
		switch m.Type {
		case wiredesk.Nationality:
			folded := Fold(words)
			if n := nation.OfPeople(words); n != nil {
				folded = Fold(n.People[0])
			}
			r.join(i, r.named(m.Type, folded))
		case wiredesk.PlaceName:
			r.place(i, words)
		}
	}
}

func (r *resolver) place(i int, words string) {
	if n := nation.Named(words); n != nil {
		r.join(i, r.named(wiredesk.PlaceName, Fold(n.Name)))
		return
	}
	if n := nation.SeatedAt(words); n != nil && r.governs(i, words) {
		e := r.named(wiredesk.PlaceName, Fold(n.Name))
		if e.name == "" {
			e.name = n.Name
		}
		r.join(i, e)
		return
	}
	folded := Fold(words)
	if d := r.division(i); d != "" {
		e := r.named(wiredesk.PlaceName, folded+"-"+divisionKind(d))
		e.name = words + " " + d
		r.join(i, e)
		return
	}
	r.join(i, r.named(wiredesk.PlaceName, folded))
}

// divisions are the words for parts of countries that make a town's name that
// of the land around it.
var divisions = map[string]bool{"province": true, "governorate": true, "county": true, "district": true, "region": true, "oblast": true, "prefecture": true}

// division returns the word that makes the place a division of a country
// ("Homs province", "the province of Homs"), or "".
func (r *resolver) division(i int) string {
	if w := r.lower(r.last[i]); divisions[w] {
		return w
	}
	if w := r.lower(r.first[i] - 2); r.lower(r.first[i]-1) == "of" && divisions[w] {
		return w
	}
	return ""
}

// divisionKind makes the words for a country's first divisions one.
func divisionKind(w string) string {
	switch w {
	case "governorate", "oblast", "prefecture":
		return "province"
	}
	return w
}

// offices are seats of government that are never a mere place.
var offices = map[string]bool{"Kremlin": true, "Downing Street": true, "Whitehall": true}

// stands are the nouns after "Moscow's" that show a government.
var stands = map[string]bool{"stance": true, "position": true, "policy": true, "government": true, "ally": true, "allies": true, "envoy": true,
	"ambassador": true, "support": true, "backing": true, "veto": true, "decision": true, "demand": true, "demands": true, "offer": true, "role": true,
	"interests": true, "response": true, "proposal": true, "plan": true, "foreign": true, "refusal": true, "claim": true, "claims": true, "influence": true, "nuclear": true, "military": true, "relations": true, "ties": true}

// where are the words before a name that make it a mere place.
var where = map[string]bool{"in": true, "at": true, "from": true, "to": true, "near": true, "outside": true, "around": true, "across": true, "into": true, "through": true, "via": true, "of": true, "toward": true, "towards": true, "inside": true, "on": true, "visited": true, "left": true, "reached": true, "entered": true}

// governs reports whether a seat of government stands for the government: it
// acts ("Moscow vetoed"), also together with another ("Moscow and Beijing"),
// or what it has only a government has ("Moscow's stance").
func (r *resolver) governs(i int, words string) bool {
	if offices[strings.TrimPrefix(words, "the ")] {
		return true
	}
	first, last := r.first[i], r.last[i]
	for range chainOfSeats {
		before, ok := r.seatAt(first - 2)
		if w := r.lower(first - 1); !ok || w != "and" && w != "," {
			break
		}
		first = r.first[before]
	}
	if where[r.lower(first-1)] {
		return false
	}
	for range chainOfSeats {
		next, ok := r.seatAt(last + 1)
		if w := r.lower(last); !ok || w != "and" && w != "," {
			break
		}
		last = r.last[next]
	}
	if w := r.word(last); w == "'s" || w == "’s" {
		return stands[r.lower(last+1)]
	}
	return r.acts(last)
}

// chainOfSeats bounds how many coordinated seats are followed.
const chainOfSeats = 4

// seatAt returns the mention of a country or seat of government that covers
// token i.
func (r *resolver) seatAt(i int) (int, bool) {
	if i < 0 || i >= len(r.at) || r.at[i] < 0 {
		return 0, false
	}
	w := r.words(r.at[i])
	return r.at[i], nation.SeatedAt(w) != nil || nation.Named(w) != nil
}

// acts reports whether token i begins the verb of somebody who acts, adverbs,
// auxiliaries and a date before it passed over ("Moscow on Feb. 4 vetoed").
func (r *resolver) acts(i int) bool {
	for end := i + 6; i < end && i < len(r.tokens); i++ {
		tag := r.xpos(i)
		switch {
		case strings.HasPrefix(tag, "VB") && tag != "VBG" && acts()[r.lemma(i)]:
			return true
		case tag == "MD", tag == "RB", tag == "IN" && r.lower(i) == "on", tag == "CD", r.lemma(i) == "have", r.lemma(i) == "be" && r.xpos(i+1) != "VBN",
			tag == "NNP" && r.at[i] < 0, r.lower(i) == "yesterday", r.lower(i) == "today":
		default:
			return false
		}
	}
	return false
}
