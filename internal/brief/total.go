package brief

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/addition.txt
var additionFile []byte

// additions holds the words by which a number counts beside another one.
var additions = sync.OnceValue(func() map[string]bool { return lexicon.Set(additionFile) })

// Only totals are compared: a count of all whom the report means. That a man
// was shot is no count that another report's "eleven" could contradict, and
// neither are three others, nor one of the five.

// total reports whether the figure counts all of a kind, as far as its words go.
func (e *entry) total() bool {
	f := e.figure
	return f.PartOf < 0 && f.Scope != wiredesk.ScopeNew && e.counted() && !addition(f.Words)
}

// counted reports whether a number stands in the words: "one person" and
// "dozens" are counts, "the driver" is not.
func (e *entry) counted() bool {
	f := e.figure
	words := strings.Fields(f.Words)
	for i, w := range words {
		w = strings.ToLower(w)
		if i < numberWithin && !strings.Contains(w, "-year") && (isDigits(w) || digits()[w] != "" || w == "one" || w == "single") {
			return true
		}
	}
	return f.Hedge != "" || (f.Low > 1 || f.High > 1) && !names(words)
}

// numberWithin is the number of words in which a figure's number stands: "at
// least 40 people". A number further on is an age.
const numberWithin = 4

// names reports whether words name people: two words with capitals that follow
// each other.
func names(words []string) bool {
	for i := 1; i < len(words); i++ {
		if capital(words[i-1]) && capital(words[i]) {
			return true
		}
	}
	return false
}

// capital reports whether a word begins with one.
func capital(w string) bool { return 'A' <= w[0] && w[0] <= 'Z' }

// addition reports whether the words count beside or out of others: "three
// others", "two more", "one of the five".
func addition(words string) bool {
	fields := strings.Fields(strings.ToLower(words))
	for i, w := range fields {
		switch {
		case additions()[w]:
			return true
		case w == "more":
			if i+1 == len(fields) || fields[i+1] != "than" {
				return true
			}
		case w == "of":
			if i > 0 && i+1 < len(fields) && (fields[i+1] == "the" || fields[i+1] == "them" || fields[i+1] == "those" || fields[i+1] == "these") {
				return true
			}
		}
	}
	return false
}

// partOf reports whether the account itself gives a larger count of the same
// unit, place and time: the smaller one counts a part of those, or an earlier
// state.
func (e *entry) partOf(es []*entry) bool {
	return slices.ContainsFunc(es, func(o *entry) bool {
		return o != e && o.account == e.account && o.figure.Unit == e.figure.Unit && o.total() && o.figure.Low > e.figure.Low &&
			compareScope(e.figure, o.figure) <= scopeUnsaid
	})
}

// refinements puts clusters of figures together whose bounds all overlap, so
// that what can hold together is said once.
func refinements(pairs [][2][]*entry) []wiredesk.Relation {
	var sets [][][]*entry
	for _, p := range pairs {
		at := slices.IndexFunc(sets, func(set [][]*entry) bool { return fits(set, p[0]) && fits(set, p[1]) })
		if at < 0 {
			sets = append(sets, nil)
			at = len(sets) - 1
		}
		for _, c := range p {
			if !slices.ContainsFunc(sets[at], func(d []*entry) bool { return d[0] == c[0] }) {
				sets[at] = append(sets[at], c)
			}
		}
	}
	var out []wiredesk.Relation
	for _, set := range sets {
		how := " can all hold"
		if len(set) == 2 {
			how = " can both hold"
		}
		out = append(out, wiredesk.Relation{Kind: wiredesk.Refines, Claims: claimsOf(slices.Concat(set...)),
			Note: and(named(set)) + how + ": their bounds overlap."})
	}
	return out
}

// fits reports whether the figures of a cluster agree with each one of a set.
func fits(set [][]*entry, c []*entry) bool {
	return !slices.ContainsFunc(set, func(d []*entry) bool {
		f, g := d[0].figure, c[0].figure
		return d[0] != c[0] && (f.Unit != g.Unit || !sameClass(f, g) || compareScope(f, g) > scopeUnsaid || !meets(f, g))
	})
}

// named words clusters of figures with their accounts.
func named(clusters [][]*entry) []string {
	var out []string
	for _, c := range clusters {
		out = append(out, quotedWords(c)+" ("+and(labelsOf(c))+")")
	}
	return out
}
