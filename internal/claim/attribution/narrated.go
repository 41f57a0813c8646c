package attribution

import (
	"wiredesk"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/lang/sentence"
)

// shortestNarrated is how many words a clause has at least that is a claim of
// the report's own: less is the rest of an attribution.
const shortestNarrated = 4

// narratedRule names a clause without an attribution.
const narratedRule = "narrated"

// narratedConfidence is how sure the desk is that a clause without an
// attribution is the report's own.
const narratedConfidence = 0.8

// narrated returns what the report states itself: each body sentence, or what
// of it stands outside all attributions and holds a verb.
func (f *finder) narrated() []wiredesk.Claim {
	taken := make([]bool, len(f.doc.Tokens))
	for _, d := range f.drafts {
		if !f.relative(d) {
			f.mark(d, taken)
		}
	}
	for _, p := range f.asides {
		for i := p.first; i < p.last; i++ {
			taken[i] = true
		}
	}
	if d := f.doc.Report.Dateline; d != nil {
		first, last := f.doc.TokensIn(d.Span)
		for i := first; i < last; i++ {
			taken[i] = true
		}
	}
	var out []wiredesk.Claim
	for _, s := range f.doc.Sentences {
		if s.Part != sentence.Body {
			continue
		}
		if pieces := f.pieces(s, taken); len(pieces) > 0 {
			c := wiredesk.Claim{Kind: wiredesk.Narrated, Rule: narratedRule, Confidence: narratedConfidence}
			for _, p := range pieces {
				c.Content = append(c.Content, f.doc.SpanOf(p[0], p[1]))
				c.Hedges = append(c.Hedges, f.hedgesIn(p[0], p[1])...)
			}
			c.Chain, c.ChainEntities = split([]party{f.publisher})
			out = append(out, c)
		}
	}
	return out
}

// relative reports whether a draft is a relative clause ("countries that
// denounced the veto"): what such a clause says stands in a statement of the
// report's own and is no reason to break it off.
func (f *finder) relative(d *draft) bool {
	if len(d.Sources) != 1 {
		return false
	}
	switch f.doc.Lower(d.Sources[0].Last - 1) {
	case "that", "which", "who", "whose":
		return true
	}
	return false
}

// pieces returns the clauses of a sentence outside all attributions, as ranges
// of tokens without conjunctions and marks at their ends.
func (f *finder) pieces(s sentence.Sentence, taken []bool) [][2]int {
	var out [][2]int
	for i := s.First; i < s.Last; {
		if taken[i] {
			i++
			continue
		}
		k := i
		for k < s.Last && !taken[k] {
			k++
		}
		if first, last := f.trim(i, k, k == s.Last); f.words(first, last) >= shortestNarrated && (i == s.First && k == s.Last && f.clause(first, last) || f.states(first, last)) {
			out = append(out, [2]int{first, last})
		}
		i = k
	}
	return out
}

// states reports whether the tokens state something by themselves: the word on
// which the others hang has its subject among them. Without a parse a finite
// verb will do.
func (f *finder) states(first, last int) bool {
	switch f.doc.Lower(first) {
	case "whose", "which", "who", "that":
		return false // a relative clause
	}
	if !f.clause(first, last) {
		return false
	}
	parsed := false
	for i := first; i < last; i++ {
		t := f.doc.Tokens[i]
		if t.Deprel == "" {
			continue
		}
		parsed = true
		if !subjects[t.Deprel] {
			continue
		}
		h := f.view.Up(i)
		if up := f.view.Up(h); h >= first && h < last && (up < first || up >= last) {
			return true
		}
	}
	return !parsed
}

// subjects are the relations of subjects to their verbs.
var subjects = map[string]bool{"nsubj": true, "nsubj:pass": true, "csubj": true, "csubj:pass": true, "expl": true}

// trim leaves out joints and marks at the ends; whole keeps the stop of a
// sentence's end out too.
func (f *finder) trim(first, last int, end bool) (int, int) {
	for first < last && (!f.view.IsWord(first) && f.view.Quotation(first) < 0 || joint.has(f.doc.Lower(first)) && first > 0 && f.role[first-1] != role.None) {
		first++
	}
	for last > first && (!f.view.IsWord(last-1) && f.view.Quotation(last-1) < 0 || !end && f.dangles(last-1)) {
		last--
	}
	return first, last
}

// dangles reports whether token i needs something behind it: a joint or a
// preposition.
func (f *finder) dangles(i int) bool {
	switch f.doc.Tokens[i].UPOS {
	case "ADP", "SCONJ", "CCONJ":
		return true
	}
	return joint.has(f.doc.Lower(i))
}

func (f *finder) words(first, last int) int {
	n := 0
	for i := first; i < last; i++ {
		if f.view.IsWord(i) {
			n++
		}
	}
	return n
}

// clause reports whether the tokens hold a finite verb. Without tags every
// longer piece may be one.
func (f *finder) clause(first, last int) bool {
	tagged := false
	for i := first; i < last; i++ {
		switch f.doc.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		case "":
		default:
			tagged = true
		}
	}
	return !tagged && last-first >= 2*shortestNarrated
}
