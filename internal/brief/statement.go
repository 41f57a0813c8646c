package brief

import (
	"slices"
	"strings"

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
	a := f.account
	d := draft{text: a.wording(f.spans), citations: f.cite()}
	if via := f.carriers(); len(via) > 0 {
		d.text = strings.TrimSuffix(d.text, ".") + " (through " + strings.Join(via, ", ") + ")."
		d.citations = append(d.citations, f.citeCarriers(via)...)
	}
	return d
}

// carriers returns the links of the chain between speaker and outlet that the
// claim's own words do not name.
func (f *fact) carriers() []string {
	if len(f.claim.Chain) < 3 {
		return nil
	}
	printed := f.account.wording(f.spans)
	var out []string
	for _, name := range f.claim.Chain[1 : len(f.claim.Chain)-1] {
		if !standsIn(name, printed) {
			out = append(out, name)
		}
	}
	return out
}

// cite returns the citations of the sentences that the claim stands in, one
// for each run of them.
func (f *fact) cite() []wiredesk.Citation {
	var runs []wiredesk.Span
	for _, s := range f.spans {
		s = f.account.sentences(s)
		if n := len(runs); n > 0 && s.Start <= runs[n-1].End {
			runs[n-1].End = max(runs[n-1].End, s.End)
			continue
		}
		runs = append(runs, s)
	}
	var out []wiredesk.Citation
	for _, s := range runs {
		out = append(out, f.account.cite(s))
	}
	return out
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
