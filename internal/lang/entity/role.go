package entity

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/lang/nation"
	"wiredesk/internal/lang/people"
)

// A role is an office, trade or part that a report gives a person.
type role struct {
	words   string // as printed, without article and nationality: "foreign intelligence chief"
	head    string // the noun itself: "chief"
	before  []string
	nation  string // code of the country it belongs to, "" where none is named
	body    *record
	surface int // how fully it is said: longer ones are shown
}

// best returns the role to show: the one with most words, the first of
// equals.
func best(roles []role) role {
	out := roles[0]
	for _, r := range roles[1:] {
		if r.surface > out.surface {
			out = r
		}
	}
	return out
}

// longestRole bounds a role, in words.
const longestRole = 14

// readRoles finds the roles of all persons: before the name ("Foreign
// Minister Ana Bell"), behind it between commas ("Ana Bell, head of the
// Harbour Board,") and before a comma ("the minister, Ana Bell,").
func (r *resolver) readRoles() {
	for i, m := range r.mentions {
		if m.Type != wiredesk.Person {
			continue
		}
		e := r.of[i]
		first := r.beforeName(i)
		if first < r.first[i] {
			r.hasRole(e, first, r.first[i])
		}
		if r.word(r.first[i]-1) == "," {
			if from := r.phraseBefore(r.first[i] - 1); from >= 0 {
				r.hasRole(e, from, r.first[i]-1)
			}
		}
		if from, to := r.behindName(i); from < to {
			r.hasRole(e, from, to)
		}
	}
}

// mostRoles bounds how many roles of one person are kept.
const mostRoles = 8

// hasRole gives a person the role in the tokens [first, last).
func (r *resolver) hasRole(e *record, first, last int) {
	x := r.role(first, last)
	if x.head == "" {
		return
	}
	for i := first; i < last; i++ {
		r.inRole[i] = true
	}
	for _, o := range e.roles {
		if o.words == x.words && o.nation == x.nation {
			return
		}
	}
	if len(e.roles) < mostRoles {
		e.roles = append(e.roles, x)
		if t, ok := people.TitleOf(x.head); ok && t.Gender != people.Unknown {
			e.sees(t.Gender)
		}
	}
}

// isRole reports whether token i is a noun for a role or a rank, in the
// singular.
func (r *resolver) isRole(i int) bool {
	w := r.word(i)
	t, ok := people.TitleOf(w)
	if !ok && strings.Contains(r.lower(i), "minister") {
		return r.lower(i) == "minister"
	}
	return ok && t.Kind != people.Courtesy
}

// modifies reports whether token i may stand before the noun of a role: an
// adjective, a noun, a name.
func (r *resolver) modifies(i int) bool {
	switch tag := r.xpos(i); tag {
	case "JJ", "JJS", "JJR", "NN", "NNP", "NNPS", "NNS", "VBN", "HYPH", "RB", "VBG", "AFX":
		return r.word(i) != "," && (tag != "RB" || r.lower(i) == "then")
	}
	return r.word(i) == "-" || r.word(i) == "and" && r.isRole(i-1)
}

// beforeName returns the first token of the role that stands directly before
// mention i, or the first token of the mention where there is none.
func (r *resolver) beforeName(i int) int {
	start := r.sentences[r.sentenceOf(r.first[i])].First
	k := r.first[i]
	if k-1 < start || !r.isRole(k-1) {
		return k
	}
	for k > start && r.first[i]-k < longestRole && r.modifies(k-1) && (r.at[k-1] < 0 || r.mentions[r.at[k-1]].Type != wiredesk.Person) {
		if r.opensRole(k) && !listed("earlier")[r.lower(k-1)] || r.xpos(k-1) == "NNS" && r.xpos(k) == "NNP" {
			break
		}
		k--
	}
	return k
}

// opensRole reports whether token i is the nationality or country that opens
// a role: "Russian Foreign Minister".
func (r *resolver) opensRole(i int) bool {
	return r.at[i] >= 0 && i == r.first[r.at[i]] && nationOrPeople(r.words(r.at[i]))
}

func nationOrPeople(words string) bool {
	return nation.Named(words) != nil || nation.OfPeople(words) != nil
}

// phraseBefore returns the first token of a role that ends before token end,
// or -1.
func (r *resolver) phraseBefore(end int) int {
	start := r.sentences[r.sentenceOf(end)].First
	if end-1 < start || !r.isRole(end-1) {
		return -1
	}
	k := end
	for k > start && end-k < longestRole && (r.modifies(k-1) || r.xpos(k-1) == "POS") {
		k--
	}
	return k
}

// behindName returns the tokens of a role that follows mention i after a
// comma ("an engineer who", "34, mayor of Arden"), without its article; from
// == to where there is none.
func (r *resolver) behindName(i int) (from, to int) {
	k := r.last[i]
	if r.word(k) != "," {
		return 0, 0
	}
	end := r.sentences[r.sentenceOf(k)].Last
	k++
	if r.xpos(k) == "CD" && r.word(k+1) == "," {
		k += 2
	}
	if w := r.lower(k); w == "the" || w == "a" || w == "an" || w == "its" || w == "his" || w == "her" || w == "their" {
		k++
	}
	if r.xpos(k) == "CD" && r.word(k+1) == "-" && r.lower(k+2) == "year" {
		k += 5
	}
	from = k
	head := -1
	for k < end && k-from < longestRole && head < 0 {
		switch {
		case r.isRole(k) && !r.isRole(k+1):
			head = k
		case r.modifies(k), r.xpos(k) == "POS":
		default:
			return 0, 0
		}
		k++
	}
	if head < 0 || r.xpos(k) == "POS" || r.at[head] >= 0 && r.mentions[r.at[head]].Type == wiredesk.Person {
		return 0, 0
	}
	return from, r.complement(head+1, end, from)
}

// complement returns the end of a role whose noun ends before k: it goes on
// over "of", "for", "at", "in", "to" and what they lead to.
func (r *resolver) complement(k, end, from int) int {
	first, to := k, k
	for k < end && k-from < longestRole {
		switch w := r.lower(k); {
		case w == "of" || k == to && k == first && (w == "for" || w == "at" || w == "in" || w == "to" || w == "with"):
			k++
		case w == "the" || w == "a" || w == "and" || r.xpos(k) == "DT" || r.xpos(k) == "PRP$":
			k++
		case r.modifies(k), r.xpos(k) == "POS", r.at[k] >= 0 && k > to:
			k++
			to = k
		default:
			return to
		}
		if r.lower(to) == "and" && !r.modifies(to+1) {
			return to
		}
	}
	return to
}

// role reads the role in the tokens [first, last).
func (r *resolver) role(first, last int) role {
	var out role
	for first < last {
		if m := r.at[first]; m >= 0 && r.fromMention(m, first, last, &out) {
			first = r.last[m]
			continue
		}
		w := r.lower(first)
		if r.xpos(first) == "POS" || r.xpos(first) == "DT" || r.xpos(first) == "PRP$" || w == "the" || r.word(first) == "," || r.word(first) == "-" {
			first++
			continue
		}
		break
	}
	for k := first; k < last; k++ {
		if r.isRole(k) && !r.isRole(k+1) || r.isRole(k) && k == last-1 {
			out.head = strings.TrimSuffix(r.lower(k), ".")
			r.belongs(k+1, last, &out)
			break
		}
		out.before = append(out.before, r.lower(k))
	}
	if first < last {
		out.words = strings.Join(strings.Fields(wiredesk.Span{Start: r.tokens[first].Span.Start, End: r.tokens[last-1].Span.End}.Words(r.text)), " ")
		out.surface = last - first
	}
	return out
}

// fromMention reads the country or body that opens a role ("Russian Foreign
// Minister") and reports whether its words are left out of the role.
func (r *resolver) fromMention(m, first, last int, out *role) bool {
	if r.last[m] >= last {
		return false
	}
	words := r.words(m)
	switch r.mentions[m].Type {
	case wiredesk.Nationality:
		if n := nation.OfPeople(words); n != nil {
			out.nation = n.Code
		}
		return true
	case wiredesk.PlaceName:
		if n := nationOf(words); n != nil {
			out.nation = n.Code
			return true
		}
	}
	return false
}

// belongs reads the country or body behind the noun of a role: "of Syria",
// "of the Harbour Board".
func (r *resolver) belongs(k, last int, out *role) {
	for ; k < last; k++ {
		m := r.at[k]
		if m < 0 {
			continue
		}
		if n := nationOf(r.words(m)); n != nil && r.mentions[m].Type == wiredesk.PlaceName {
			out.nation = n.Code
		} else if r.mentions[m].Type == wiredesk.Organization {
			out.body = r.of[m]
		}
		return
	}
}

func nationOf(words string) *nation.Nation {
	if n := nation.Named(words); n != nil {
		return n
	}
	return nation.SeatedAt(words)
}

// isRoleWord reports whether a word names a role.
func isRoleWord(w string) bool {
	t, ok := people.TitleOf(w)
	return ok && t.Kind == people.Role
}
