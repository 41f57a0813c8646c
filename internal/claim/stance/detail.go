package stance

import (
	"sort"
	"strings"

	"wiredesk"
)

// longestAddressee is how many tokens stand between a cue and its content at
// most where they say to whom.
const longestAddressee = 8

// addressee returns to whom something is promised, threatened or demanded: the
// nominal between cue and content, or the one that does what an infinitive in
// the content says.
func (v *view) addressee() wiredesk.Optional {
	if v.claim.Kind == wiredesk.Narrated {
		for _, c := range v.prepare() {
			for _, a := range c.Subject { // "the town won a promise"
				return v.party(v.doc.TokensIn(a.Span))
			}
		}
		return ""
	}
	if len(v.cue) == 0 || len(v.content) == 0 {
		return ""
	}
	first, last := v.cue[len(v.cue)-1].last, v.content[0].first
	if last == first {
		last = v.beforeTo(v.content[0])
	}
	if last <= first || last-first > longestAddressee {
		return ""
	}
	if v.doc.Tokens[first].UPOS == "ADP" {
		first++
	}
	end := first
	for end < last {
		switch v.doc.Tokens[end].UPOS {
		case "NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "PART":
			end++
			continue
		}
		break
	}
	return v.party(first, end)
}

// party returns whom the tokens name.
func (v *view) party(first, end int) wiredesk.Optional {
	for first < end && v.doc.Tokens[first].UPOS == "DET" {
		first++
	}
	if first >= end {
		return ""
	}
	span := v.doc.SpanOf(first, end)
	for _, t := range v.doc.Times {
		if t.Span.Overlaps(span) {
			return "" // "said on Thursday that"
		}
	}
	id := ""
	for _, x := range v.doc.References {
		if span.Contains(x.Span) && x.Span.End == span.End {
			id = x.Entity
		}
	}
	for _, m := range v.doc.MentionsIn(span) {
		if m.Span.End == span.End && m.Entity != "" && m.Type != wiredesk.Nationality {
			id = m.Entity
		}
	}
	for k := range v.doc.Entities {
		if id != "" && v.doc.Entities[k].ID == id {
			return wiredesk.Optional(v.doc.Entities[k].Name)
		}
	}
	return wiredesk.Optional(v.doc.Words(first, end))
}

// beforeTo returns where the nominal ends with which a content begins before
// "to" and a verb: "the miners to reopen the shaft"; its first token where there
// is none.
func (v *view) beforeTo(r run) int {
	for i := r.first; i+1 < min(r.last, r.first+longestAddressee); i++ {
		if v.doc.Lower(i) == "to" && v.doc.Tokens[i+1].XPOS == "VB" {
			return i
		}
		switch v.doc.Tokens[i].UPOS {
		case "NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM":
		default:
			return r.first
		}
	}
	return r.first
}

// condition returns the words that limit a promise, threat or demand: a clause
// with "if" or "unless", or "any ... that ...".
func (v *view) condition() wiredesk.Optional {
	for _, r := range v.content {
		if from, end, ok := v.within("conditions", []run{r}); ok && (from > r.first || end-from > 1 || v.doc.Tokens[from].UPOS != "AUX") {
			return wiredesk.Optional(v.doc.Words(from, v.clauseEnd(from, r.last)))
		}
		for i := r.first; i < r.last; i++ {
			if v.doc.Lower(i) != "any" {
				continue
			}
			for k := i + 1; k < min(i+6, r.last); k++ {
				if x := v.doc.Tokens[k].XPOS; x == "WDT" || x == "WP" || v.doc.Lower(k) == "that" {
					return wiredesk.Optional(v.doc.Words(i, v.clauseEnd(i, r.last)))
				}
			}
		}
	}
	return ""
}

// clauseEnd returns the first comma or stop after the token, or last.
func (v *view) clauseEnd(first, last int) int {
	for i := first + 1; i < last; i++ {
		if w := v.doc.Word(i); w == "," || w == ";" || w == "." {
			return i
		}
	}
	return last
}

// deadline returns by when: a time in the content behind "by", "within",
// "before" or "until".
func (v *view) deadline() *wiredesk.Window {
	for _, r := range v.content {
		span := v.doc.SpanOf(r.first, r.last)
		from := sort.Search(len(v.doc.Times), func(k int) bool { return v.doc.Times[k].Span.Start >= span.Start })
		for _, t := range v.doc.Times[from:] {
			if t.Span.End > span.End {
				break
			}
			first, _ := v.doc.TokensIn(t.Span)
			if !listed("due", v.doc.Lower(first)) && (first == 0 || !listed("due", v.doc.Lower(first-1))) {
				continue
			}
			if w := v.until(&t, first); w != nil {
				return w
			}
		}
	}
	return nil
}

// until returns the window of a deadline: up to a date, or to the end of a
// length of time from the day of the report.
func (v *view) until(t *wiredesk.Time, first int) *wiredesk.Window {
	if t.To != "" {
		if listed("weak-due", v.doc.Lower(first)) || first > 0 && listed("weak-due", v.doc.Lower(first-1)) {
			return nil // "in May" says when, not by when
		}
		return &wiredesk.Window{To: t.To}
	}
	day := string(v.doc.Report.Published.Value)
	if end := after(day, string(t.Value)); end != "" {
		return &wiredesk.Window{From: wiredesk.Optional(day[:len("2006-01-02")]), To: wiredesk.Optional(end)}
	}
	return nil
}

// accused returns whom an accusation is against: the object of its cue, or who
// is said to have done it.
func (v *view) accused() wiredesk.Optional {
	for _, r := range v.cue {
		for i := r.first; i < r.last; i++ {
			if v.doc.Tokens[i].UPOS == "VERB" {
				if d := v.objectOf(i); d >= 0 {
					return v.phrase(d)
				}
			}
		}
	}
	for _, c := range v.prepare() {
		if !c.self {
			for _, a := range c.Subject {
				if a.Entity != "" {
					return a.Entity
				}
				if v.doc.Tokens[v.doc.TokenAt(a.Span.Start)].UPOS != "PRON" {
					return wiredesk.Optional(a.Words)
				}
			}
		}
	}
	return ""
}

// objectOf returns the object of the verb at token i, or -1. To blame something
// on somebody is to accuse him.
func (v *view) objectOf(i int) int {
	k := v.doc.SentenceOf(i)
	if k < 0 {
		return -1
	}
	object := -1
	for t := i + 1; t < min(v.doc.Sentences[k].Last, i+24); t++ {
		if v.doc.Head(t) != i {
			continue
		}
		switch v.doc.Tokens[t].Deprel {
		case "obj", "iobj":
			if object < 0 {
				object = t
			}
		case "obl":
			for p := t - 1; p > i && t-p < 6; p-- {
				if v.doc.Head(p) == t && v.doc.Tokens[p].Deprel == "case" && v.doc.Lower(p) == "on" {
					return t
				}
			}
		}
	}
	return object
}

// phrase returns the entity of the nominal whose head is token d, or its words.
func (v *view) phrase(d int) wiredesk.Optional {
	span := v.doc.Tokens[d].Span
	for _, m := range v.doc.MentionsIn(span) {
		if m.Entity != "" && m.Type != wiredesk.Nationality {
			return wiredesk.Optional(m.Entity)
		}
	}
	for _, x := range v.doc.References {
		if x.Span.Contains(span) {
			return wiredesk.Optional(x.Entity)
		}
	}
	first := d
	for t := d - 1; t >= 0 && d-t < 8 && v.doc.Head(t) == d; t-- {
		if v.doc.Tokens[t].Deprel == "case" || v.doc.Tokens[t].Deprel == "det" {
			break
		}
		first = t
	}
	if u := v.doc.Tokens[d].UPOS; u == "PRON" || u == "DET" {
		return ""
	}
	return wiredesk.Optional(v.doc.Words(first, d+1))
}

// answers returns the claim before claim k that it denies: one of somebody else
// with whom it shares most of its words; or the words that it denies, where it
// names them as a report or charge; "" where neither is sure.
func (r *reader) answers(k int, v *view) wiredesk.Optional {
	mine := words(v)
	if len(mine) < enough {
		return ""
	}
	best, found := 0, ""
	for n := k - 1; n >= 0 && k-n <= back; n-- {
		e := &r.claims[n]
		if e.Chain[0] == v.claim.Chain[0] || e.ID == string(v.claim.Within) || string(e.Within) == v.claim.ID || e.Stance == wiredesk.Denial || e.Stance == wiredesk.Caveat {
			continue
		}
		shared, theirs := 0, words(r.view(e))
		for w := range mine {
			if theirs[w] {
				shared++
			}
		}
		if shared > best && shared >= enough && 2*shared >= min(len(mine), len(theirs)) {
			best, found = shared, e.ID
		}
	}
	return wiredesk.Optional(found)
}

const (
	enough = 2  // words that two claims share at least where one answers the other
	back   = 14 // claims before it in which an answered one is looked for
)

// words returns the lemmas of a content that say something.
func words(v *view) map[string]bool {
	out := map[string]bool{}
	for _, r := range v.content {
		for i := r.first; i < r.last; i++ {
			switch v.doc.Tokens[i].UPOS {
			case "NOUN", "PROPN", "VERB", "NUM":
				out[strings.ToLower(v.doc.Lemma(i))] = true
			}
		}
	}
	return out
}
