package dossier

import (
	"fmt"
	"slices"
	"time"

	"wiredesk"
)

// Two statements that are alike but for one particular speak of one thing: with
// so many keys in common, and no more than one left over on each side.
const (
	alikeKeys = 3
	alikeRest = 1
)

// particulars finds statements of two accounts that are the same but for a
// number, a day, a name, whether it is so, or who did it to whom.
func (t *table) particulars() []wiredesk.Relation {
	var out []wiredesk.Relation
	for _, s := range t.statements {
		if !s.own || s.headline || len(s.keys) < alikeKeys {
			continue
		}
		for _, c := range t.candidates(s, s.keys, false) {
			if c.headline || !c.before(s) || c.account.root() == s.account.root() || t.apart[pair{s, c}] || gapOf(c, s) > mostDays {
				continue
			}
			particular := differsIn(c, s)
			if particular == "" || particular == "number" && t.counted(c) && t.counted(s) || t.setAgainst(c, s) {
				continue
			}
			t.setApart(c, s)
			kind := wiredesk.Contradicts
			if particular == "modality" {
				kind = wiredesk.Tension
			}
			out = append(out, wiredesk.Relation{Kind: kind, Claims: []string{c.claim.ID, s.claim.ID}, Sides: []wiredesk.Side{t.side(c), t.side(s)},
				Note: fmt.Sprintf("%s and %s differ in one particular, %s. Both are given; the desk does not decide.", c.excerpt(), s.excerpt(), particular), Rule: "alike but for one particular", Particular: particular})
			break
		}
	}
	return out
}

// counted reports whether a statement gives a count of a toll: such are compared
// as figures.
func (t *table) counted(s *statement) bool { return t.counting[s] }

// gapOf is the time between the reports of two statements.
func gapOf(a, b *statement) time.Duration {
	x, y := a.account.published(), b.account.published()
	if x.IsZero() || y.IsZero() {
		return 0
	}
	return y.Sub(x).Abs()
}

// differsIn names the one particular in which two statements that are else alike
// differ, "" where they differ in none or in several.
func differsIn(a, b *statement) string {
	if a.voice.known() && b.voice.known() && !a.voice.same(b.voice) {
		return ""
	}
	mine, theirs, common := rest(a, b), rest(b, a), 0
	for k := range a.keys {
		if b.keys[k] && !isDigits(k) {
			common++
		}
	}
	if common < alikeKeys || common < 2*max(len(mine), len(theirs)) {
		return ""
	}
	numbers := len(a.numbers) > 0 && len(b.numbers) > 0 && !meet(a.numbers, b.numbers)
	days := len(a.days) > 0 && len(b.days) > 0 && !meet(a.days, b.days)
	same := len(mine) == 0 && len(theirs) == 0
	state := opposedActs(a, b)
	switch {
	case numbers && same && !days:
		return "number"
	case days && same && !numbers:
		return "time"
	case numbers || days:
		return ""
	case state != "" && len(mine) <= alikeRest && len(theirs) <= alikeRest:
		return state
	case same && swapped(a, b):
		return "agent"
	case same && a.voice == nil && b.voice == nil && modalsApart(a, b):
		return "modality"
	case len(mine) == alikeRest && len(theirs) == alikeRest && classesApart(a, b) && sameAct(a, b):
		return "victims"
	case len(mine) == alikeRest && len(theirs) == alikeRest && mine[0][0] == '@' && theirs[0][0] == '@' && sameAct(a, b):
		return "name"
	}
	return ""
}

// rest returns the keys of a statement that another one lacks, numbers left out.
func rest(a, b *statement) []string {
	var out []string
	for _, k := range sortedKeys(a.keys) {
		if !b.keys[k] && !isDigits(k) {
			out = append(out, k)
		}
	}
	return out
}

// meet reports whether two sets have a member in common.
func meet(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}

// opposedActs says whether two statements say the opposite: "polarity" or
// "state".
func opposedActs(a, b *statement) string {
	for _, x := range a.acts {
		for _, y := range b.acts {
			if p := x.against(y); p != "" && (p == "polarity" || opposed(x.class, y.class)) {
				return p
			}
		}
	}
	return ""
}

// modalsApart reports whether two statements tell of one kind of act, one as sure
// and the other as possible.
func modalsApart(a, b *statement) bool {
	for _, x := range a.acts {
		for _, y := range b.acts {
			if x.class == y.class && x.negated == y.negated && x.modal != y.modal {
				return true
			}
		}
	}
	return false
}

// sameAct reports whether two statements tell of one kind of act, told alike.
func sameAct(a, b *statement) bool {
	for _, x := range a.acts {
		for _, y := range b.acts {
			if (x.class == y.class || key(x.word) == key(y.word)) && x.negated == y.negated && x.modal == y.modal {
				return true
			}
		}
	}
	return len(a.acts) == 0 && len(b.acts) == 0
}

// swapped reports whether two names that both statements hold stand in the other
// order, neither being told in the passive voice: who did it to whom.
func swapped(a, b *statement) bool {
	x, y := a.nameOrder(), b.nameOrder()
	if len(x) != len(y) || len(x) < 2 || a.passive() != b.passive() {
		return false
	}
	sorted, other := slices.Sorted(slices.Values(x)), slices.Sorted(slices.Values(y))
	return slices.Equal(sorted, other) && !slices.Equal(x, y)
}

// nameOrder returns the names of the content in the order in which they stand.
func (s *statement) nameOrder() []string {
	var out []string
	for _, w := range s.words {
		if capital(w.span.Words(s.account.reading.Text)) && content(w.lower) != "" {
			out = append(out, stem(w.lower))
		}
	}
	return out
}

// passive reports whether the content tells by whom something was done.
func (s *statement) passive() bool {
	for i, w := range s.words {
		if i > 0 && passiveWords()[w.lower] {
			return true
		}
	}
	return false
}

var passiveWords = wordSet("passive")
