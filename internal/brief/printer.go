package brief

import (
	"slices"

	"wiredesk"
	"wiredesk/internal/brief/check"
)

// A printer lets through what the checker accepts, and keeps what it refuses.
type printer struct {
	readings   map[string]*wiredesk.Reading
	printed    map[string]bool
	notPrinted []wiredesk.NotPrinted
}

func newPrinter(all []*account) *printer {
	p := &printer{readings: map[string]*wiredesk.Reading{}, printed: map[string]bool{}}
	for _, a := range all {
		p.readings[a.reading.ID] = a.reading
	}
	return p
}

// try returns the first of several wordings that the checker accepts. Where it
// accepts none, the first is kept as not printed, with the reason.
func (p *printer) try(drafts ...draft) (wiredesk.Sentence, bool) {
	var reason string
	for _, d := range drafts {
		if d.text == "" || p.printed[d.text] {
			return wiredesk.Sentence{}, false
		}
		d.citations = distinct(d.citations)
		rules, why := check.Sentence(d.text, d.citations, p.readings)
		if why == "" {
			p.printed[d.text] = true
			return wiredesk.Sentence{Text: d.text, Citations: d.citations, Rules: rules}, true
		}
		if reason == "" {
			reason = why
		}
	}
	p.refuse(drafts[0].text, reason)
	return wiredesk.Sentence{}, false
}

// refuse keeps a sentence as not printed.
func (p *printer) refuse(text, reason string) {
	p.printed[text] = true
	p.notPrinted = append(p.notPrinted, wiredesk.NotPrinted{Text: text, Reason: reason})
}

// distinct leaves out citations that stand there already.
func distinct(cs []wiredesk.Citation) []wiredesk.Citation {
	var out []wiredesk.Citation
	for _, c := range cs {
		if !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}
