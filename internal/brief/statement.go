package brief

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiredesk"
)

// A draft is a sentence before the checker has seen it.
type draft struct {
	text      string
	citations []wiredesk.Citation
}

// statement writes one attributed claim: its words as printed, with the
// carriers that its own sentence does not name.
func (f *fact) statement() draft {
	d := draft{text: f.text(), citations: f.cite()}
	if via := f.carriers(); len(via) > 0 {
		d.text = strings.TrimSuffix(d.text, ".") + " (through " + strings.Join(via, ", ") + ")."
		d.citations = append(d.citations, f.citeCarriers(via)...)
	}
	return d
}

// longest is the number of words up to which a sentence that holds several
// claims is printed whole. A sentence that holds one claim always is: it loses
// nothing that its claim leaves out.
const longest = 45

// text words the claim: its sentences whole, or its own words where they stand
// in a long sentence with others, with the speaker in brackets where those
// words do not name one.
func (f *fact) text() string {
	a := f.account
	whole := a.wording([]wiredesk.Span{f.hull})
	if len(strings.Fields(whole)) <= longest || !f.crowded() {
		return whole
	}
	text := a.wording(f.spans)
	if len(f.claim.Source.Spans) == 0 && f.speaker() != "" && !standsIn(f.speakerName(), text) {
		return "[" + f.speakerName() + "] " + lowerFirst(text)
	}
	return text
}

// crowded reports whether another attributed claim, not a part of this one,
// stands in the same sentences.
func (f *fact) crowded() bool {
	for _, c := range f.account.reading.Claims {
		if c.ID == f.claim.ID || c.Kind == wiredesk.Narrated || len(c.Content) == 0 || string(c.Within) == f.claim.ID {
			continue
		}
		if f.hull.Contains(c.Content[0]) && !inside(f.claim.Content, c.Content[0]) {
			return true
		}
	}
	return false
}

// lowerFirst undoes the capital of a sentence's first word.
func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// carriers returns the links of the chain between speaker and outlet that the
// claim's own words do not name. The agency whose text the whole report is goes
// without saying: the list of reports names it once.
func (f *fact) carriers() []string {
	if len(f.claim.Chain) < 3 {
		return nil
	}
	printed := f.text()
	var out []string
	for _, name := range f.claim.Chain[1 : len(f.claim.Chain)-1] {
		if !standsIn(name, printed) && !f.account.credits(name) {
			out = append(out, name)
		}
	}
	return out
}

// credits reports whether the report as a whole is an agency's.
func (a *account) credits(name string) bool {
	d := a.reading.Dateline
	return len(a.reading.CompiledFrom) == 0 && (slices.Contains(a.reading.Agencies, name) || d != nil && string(d.Agency) == name)
}

// cite returns the citations of the sentences that the claim stands in, one
// for each run of them.
func (f *fact) cite() []wiredesk.Citation {
	var out []wiredesk.Citation
	for _, s := range f.runs() {
		out = append(out, f.account.cite(s))
	}
	return out
}

// runs returns the sentences that the claim stands in, those that touch joined.
func (f *fact) runs() []wiredesk.Span {
	var runs []wiredesk.Span
	for _, s := range f.spans {
		s = f.account.sentences(s)
		if n := len(runs); n > 0 && s.Start <= runs[n-1].End {
			runs[n-1].End = max(runs[n-1].End, s.End)
			continue
		}
		runs = append(runs, s)
	}
	return runs
}

// citeCarriers cites the words that name the carriers.
func (f *fact) citeCarriers(names []string) []wiredesk.Citation {
	var out []wiredesk.Citation
	for i, name := range f.claim.Chain {
		if i >= len(f.claim.ChainEntities) || f.claim.ChainEntities[i] == "" || !slices.Contains(names, name) {
			continue
		}
		if s, ok := f.account.naming(string(f.claim.ChainEntities[i]), f.hull.End); ok && !f.hull.Contains(s) {
			out = append(out, f.account.cite(f.account.sentences(s)))
		}
	}
	for _, name := range names {
		if i := strings.Index(f.account.reading.Text, name); i >= 0 && !cited(out, name) {
			s := f.account.sentences(wiredesk.Span{Start: i, End: i + len(name)})
			if !f.hull.Contains(s) {
				out = append(out, f.account.cite(s))
			}
		}
	}
	return out
}

// cited reports whether a citation holds the words.
func cited(cs []wiredesk.Citation, words string) bool {
	for _, c := range cs {
		if standsIn(words, c.Quote) {
			return true
		}
	}
	return false
}

// narrative writes the whole sentence that a narrated claim stands in: it
// loses less of the report's own hedges than a clause would.
func (f *fact) narrative() draft {
	return draft{text: f.account.wording([]wiredesk.Span{f.hull}), citations: []wiredesk.Citation{f.account.cite(f.hull)}}
}
