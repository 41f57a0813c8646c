package stance

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/lang"
)

// A reader holds the claims of a report.
type reader struct {
	doc    *lang.Doc
	claims []wiredesk.Claim
}

// A run is the tokens [first, last).
type run struct{ first, last int }

// A view is what the frames ask of a claim.
type view struct {
	doc      *lang.Doc
	claim    *wiredesk.Claim
	cue      []run
	content  []run
	near     []run // the cue and what stands between it and the content
	stance   wiredesk.Stance
	negated  bool // a negation stands in the cue
	clauses  []clause
	prepared bool
}

// A clause is a predicate of the content that hangs on no other.
type clause struct {
	*wiredesk.Predicate
	token  int
	aux    []string // its auxiliaries
	mark   string   // "to" before an infinitive
	anyone bool
	self   bool
	none   bool // it has no subject
}

func (r *reader) view(c *wiredesk.Claim) *view {
	v := &view{doc: r.doc, claim: c}
	for _, s := range c.Cue {
		v.cue = append(v.cue, v.run(s))
	}
	for _, s := range c.Content {
		v.content = append(v.content, v.run(s))
	}
	v.near = v.cue
	if n := len(v.cue); n > 0 && len(v.content) > 0 {
		if last := v.cue[n-1]; v.content[0].first >= last.last && v.content[0].first-last.last <= nearest {
			v.near = []run{{v.cue[0].first, v.content[0].first}}
		}
	}
	v.readCue()
	return v
}

// nearest is how many tokens stand between a cue and its content at most.
const nearest = 8

func (v *view) run(s wiredesk.Span) run {
	first, last := v.doc.TokensIn(s)
	return run{first, last}
}

// readCue reads the stance that the words of the cue set by themselves. Of
// several the first verb of speech that sets one counts.
func (v *view) readCue() {
	at := -1
	var found role.CueWord
	for _, r := range v.cue {
		for i := r.first; i < r.last; i++ {
			w, ok := role.FindCue(v.doc.Lower(i))
			if ok && (at < 0 || found.Class == role.Attitude || found.Stance == wiredesk.Statement && w.Stance != wiredesk.Statement) {
				found, at = w, i
			}
		}
	}
	v.stance = found.Stance
	for _, r := range v.cue {
		for i := r.first; i < r.last && i < at; i++ {
			v.negated = v.negated || negative(v.doc.Lower(i))
		}
	}
}

// holds reports whether a frame holds of the claim.
func (v *view) holds(f frame) bool {
	if !v.cued(f.cue) {
		return false
	}
	var ofClause []string
	for _, c := range f.conditions {
		switch c[0] {
		case '%':
			runs := v.content
			if _, _, ok := v.within(c[1:], runs); !ok {
				return false
			}
		case '^':
			if len(v.content) == 0 || v.at(lists()[c[1:]], v.begin(), v.content[0].last) == v.begin() {
				return false
			}
		case '~':
			if _, _, ok := v.within(c[1:], v.content); ok {
				return false
			}
		default:
			if c == "no-clause" {
				if len(v.prepare()) > 0 && v.finite() {
					return false
				}
				continue
			}
			ofClause = append(ofClause, c)
		}
	}
	if len(ofClause) == 0 {
		return true
	}
	for k := range v.prepare() {
		if v.all(&v.clauses[k], ofClause) {
			return true
		}
	}
	return false
}

// cued reports whether the cue is as a frame asks.
func (v *view) cued(want string) bool {
	negated := strings.HasPrefix(want, "!")
	want = strings.TrimPrefix(want, "!")
	switch {
	case want == "-":
		return true
	case want == "narrated":
		return v.claim.Kind == wiredesk.Narrated
	case negated != v.negated || len(v.cue) == 0:
		return false
	case want[0] == '@':
		return string(v.stance) == want[1:]
	}
	_, _, ok := v.within(want[1:], v.near)
	return ok
}

// finite reports whether a clause of the content has a finite verb.
func (v *view) finite() bool {
	for _, r := range v.content {
		for i := r.first; i < r.last; i++ {
			switch v.doc.Tokens[i].XPOS {
			case "VBD", "VBZ", "VBP", "MD":
				return true
			}
		}
	}
	return false
}

// begin returns the first token of the content that says something.
func (v *view) begin() int {
	r := v.content[0]
	i := r.first
	for i < r.last && (v.doc.Tokens[i].UPOS == "PUNCT" || v.doc.Lower(i) == "that") {
		i++
	}
	return i
}

// all reports whether all conditions hold of one clause.
func (v *view) all(c *clause, conditions []string) bool {
	for _, want := range conditions {
		if !v.meets(c, want) {
			return false
		}
	}
	return true
}

// meets reports whether one condition holds of a clause.
func (v *view) meets(c *clause, want string) bool {
	switch want {
	case "self":
		return c.self
	case "other":
		return !c.self && !c.none || c.none && want == "other" && c.mark != "" && len(c.Subject) == 0 && len(c.Object) > 0 && c.Modality == wiredesk.Planned
	case "anyone":
		return c.anyone
	case "denied":
		return c.Polarity == wiredesk.Negated
	case "affirmed":
		return c.Polarity == wiredesk.Affirmed
	case "coming":
		return c.has("coming")
	case "must":
		return c.has("must")
	case "past":
		return len(c.aux) == 0 && c.mark == "" && v.doc.Tokens[c.token].XPOS != "VB" || !c.has("coming") && !c.has("must") && c.Modality != wiredesk.Planned
	case "bidding":
		return v.bids(c)
	case "object":
		return len(c.Object) > 0
	case "to":
		return c.mark != ""
	case "harm":
		return v.harms(c)
	case "harmless":
		return !v.harms(c)
	case "deed":
		return v.doc.Tokens[c.token].UPOS == "VERB" && !listed("idle", c.Class) && !listed("idle", v.doc.Lemma(c.token))
	case "thing":
		for _, list := range [...][]wiredesk.Argument{c.Subject, c.Object} {
			for _, a := range list {
				if listed("said-thing", a.Head) || listed("said-thing", strings.ToLower(a.Words)) {
					return true
				}
			}
		}
		return v.doc.Tokens[c.token].UPOS == "ADJ"
	}
	return want[0] == '=' && c.Class == want[1:]
}

// harms reports whether a clause is of violence: it does some, or carries some
// on. To raise an attack at a meeting is none.
func (v *view) harms(c *clause) bool {
	if hostile()[c.Class] || hostile()[v.doc.Lemma(c.token)] {
		return true
	}
	if !listed("carrying-on", c.Class) && !listed("carrying-on", v.doc.Lemma(c.token)) {
		return false
	}
	for _, list := range [...][]wiredesk.Argument{c.Object, c.Other} {
		for _, a := range list {
			if hostile()[a.Head] {
				return true
			}
		}
	}
	return false
}

// has reports whether an auxiliary of the clause is in the list.
func (c *clause) has(list string) bool {
	for _, a := range c.aux {
		if listed(list, a) {
			return true
		}
	}
	return false
}

// bids reports whether a clause is an order: a bare verb that begins a quoted
// sentence.
func (v *view) bids(c *clause) bool {
	if v.claim.Kind != wiredesk.Direct && v.claim.Kind != wiredesk.Mixed || v.doc.Tokens[c.token].XPOS != "VB" || !c.none && len(c.Subject) > 0 {
		return false
	}
	for i := c.token - 1; i >= 0 && c.token-i < 6; i-- {
		switch v.doc.Tokens[i].UPOS {
		case "PUNCT":
			return true
		case "AUX", "PART", "ADV", "INTJ":
			if v.doc.Lower(i) == "to" {
				return false
			}
		default:
			return false
		}
	}
	return true
}

func negative(w string) bool { return w == "not" || w == "never" || w == "n't" || w == "n’t" }
