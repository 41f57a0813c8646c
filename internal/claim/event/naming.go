package event

import (
	"slices"
	"strings"

	"wiredesk"
	"wiredesk/internal/lang/nation"
)

// maxJoined is how many joined names one argument may hold.
const maxJoined = 12

// name adds what the nominal at token i and those joined to it stand for:
// entity ids, or else the words.
func (r *reader) name(out wiredesk.List[string], i int) wiredesk.List[string] {
	if i < r.First || r.timeAt(i) && r.entities[i] == "" {
		return out // in the dateline, or a time: "Wednesday's crash"
	}
	for _, n := range r.referents(i) {
		if n != "" && !slices.Contains(out, n) && len(out) < maxJoined {
			out = append(out, n)
		}
	}
	for d := range r.dependents(i) {
		if r.relation(d) == "conj" && r.Doc.Tokens[d].UPOS != "VERB" {
			out = r.name(out, d)
		}
	}
	return out
}

// referents returns what the nominal at token i stands for. "Russian-Chinese"
// stands for two.
func (r *reader) referents(i int) []string {
	if i >= r.First+2 && r.Hyphen(i-1) {
		a, b := nation.OfPeople(r.Doc.Word(i-2)), nation.OfPeople(r.Doc.Word(i))
		if a != nil && b != nil {
			return []string{r.nationID(a), r.nationID(b)}
		}
	}
	if n := nation.OfPeople(r.Doc.Word(i)); n != nil && r.Doc.Tokens[i].UPOS == "ADJ" {
		return []string{r.nationID(n)}
	}
	return []string{r.referent(i)}
}

// referent returns the entity that the nominal at token i stands for, or its
// words; "" for a pronoun that is not resolved. A relative pronoun stands for
// the noun that its clause qualifies.
func (r *reader) referent(i int) string {
	switch r.Word(i) {
	case "who", "which", "that", "whom":
		if n := r.qualified(i); n >= 0 {
			return r.referent(n)
		}
		return ""
	}
	if r.entities[i] != "" {
		return r.entities[i]
	}
	if r.Doc.Tokens[i].UPOS == "PRON" {
		return ""
	}
	if d := r.dependent(i, "nmod", "appos"); d >= 0 && areas()[r.Doc.Lemma(i)] && r.entities[d] != "" {
		return r.entities[d] // "the central city of Homs"
	}
	first, last := i, i+1
	article := r.dependent(i, "det")
	for d := range r.dependents(i) {
		switch r.relation(d) {
		case "amod", "compound", "nummod", "flat", "fixed", "advmod":
			if d > article || article > i { // "shot dead a shepherd"
				first = min(first, d)
			}
		case "det":
			if w := r.Word(d); w == "both" || w == "all" || w == "no" || w == "some" {
				first = min(first, d)
			}
		case "nmod":
			if amounts()[r.Doc.Lemma(i)] && d > i && d < i+maxAmount && r.preposition(d) == "of" {
				last = d + 1
			}
		}
	}
	for last < r.Last && r.relation(last) == "flat" {
		last++
	}
	for first > r.First+1 && r.Hyphen(first-1) {
		first -= 2 // "a 25-year-old man"
	}
	return strings.TrimSpace(r.Doc.Words(first, last))
}

// maxAmount is how many tokens behind "hundreds" the noun may stand that is
// counted.
const maxAmount = 6

// qualified returns the noun whose relative clause holds token i, or -1.
func (r *reader) qualified(i int) int {
	for range maxBorrow {
		if i = r.head(i); i < 0 {
			return -1
		}
		if r.relation(i) == "acl:relcl" {
			return r.head(i)
		}
	}
	return -1
}

// isPlace reports whether token i names a place of the gazetteer and no
// government or body.
func (r *reader) isPlace(i int) bool {
	return strings.HasPrefix(r.entities[i], "place:") || r.places[r.entities[i]]
}

// nationID returns the entity of a country, or its name where the report does
// not name it otherwise.
func (r *reader) nationID(n *nation.Nation) string {
	if id := r.byName[n.Name]; id != "" {
		return id
	}
	return n.Name
}
