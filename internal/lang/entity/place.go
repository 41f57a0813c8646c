package entity

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/lang/nation"
)

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

// division returns the word that makes the place a division of a country
// ("Homs province", "the province of Homs"), or "".
func (r *resolver) division(i int) string {
	if w := r.lower(r.last[i]); listed("division")[w] {
		return w
	}
	if w := r.lower(r.first[i] - 2); r.lower(r.first[i]-1) == "of" && listed("division")[w] {
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

// governs reports whether a seat of government stands for the government: it
// acts ("Moscow vetoed"), also together with another ("Moscow and Beijing"),
// or what it has only a government has ("Moscow's stance").
func (r *resolver) governs(i int, words string) bool {
	if listed("office")[strings.TrimPrefix(words, "the ")] {
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
	if listed("where")[r.lower(first-1)] {
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
		return listed("standing")[r.lower(last+1)]
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
		case strings.HasPrefix(tag, "VB") && tag != "VBG" && listed("act")[r.lemma(i)]:
			return true
		case tag == "MD", tag == "RB", tag == "IN" && r.lower(i) == "on", tag == "CD", r.lemma(i) == "have", r.lemma(i) == "be" && r.xpos(i+1) != "VBN",
			tag == "NNP" && r.at[i] < 0, r.lower(i) == "yesterday", r.lower(i) == "today":
		default:
			return false
		}
	}
	return false
}
