package brief

import (
	"fmt"
	"slices"
	"strings"

	"wiredesk"
)

// An entry is one figure of one account, ready for comparison.
type entry struct {
	account *account
	figure  *wiredesk.Figure
	fact    *fact // the claim that gives it, nil where it is not known
	own     bool  // its account stands, and does not carry it from another one
}

// entries returns the figures of the accounts that stand.
func entries(all []*account, fs []*fact) []*entry {
	byClaim := map[string]*fact{}
	for _, f := range fs {
		byClaim[f.claim.ID] = f
	}
	var out []*entry
	for _, a := range all {
		if a.withdrawn != "" {
			continue
		}
		for i := range a.reading.Figures {
			fig := &a.reading.Figures[i]
			out = append(out, &entry{a, fig, byClaim[string(fig.Claim)], a.own(a.sentences(fig.Span))})
		}
	}
	return out
}

// chain returns the claimant of a figure, speaker first. A number that stands
// in nobody's claim is the outlet's own word.
func (e *entry) chain() []string {
	switch outlet := e.account.reading.Outlet; {
	case e.fact != nil:
		return e.fact.claim.Chain
	case outlet != "":
		return []string{string(outlet)}
	}
	return nil
}

// ledger returns the figures as the brief lists them.
func ledger(es []*entry) []wiredesk.BriefFigure {
	var out []wiredesk.BriefFigure
	for _, e := range es {
		out = append(out, wiredesk.BriefFigure{Figure: *e.figure, Report: e.account.reading.ID, Chain: e.chain()})
	}
	return out
}

// drafts write a figure that one or several accounts give alike as a sentence:
// the words as the first one prints them, then unit, place, window and
// claimants, each "not stated" where the report does not state it. The second
// draft also cites where the place is named.
func drafts(es []*entry) []draft {
	f := es[0].figure
	var cite, placed []wiredesk.Citation
	var claimants []string
	for _, e := range es {
		a := e.account
		cite = append(cite, a.cite(a.sentences(e.figure.Span)))
		if e.fact != nil {
			cite = append(cite, e.fact.cite()...)
		}
		if c := e.claimant(); !slices.Contains(claimants, c) {
			claimants = append(claimants, c)
		}
		if e.figure.Place != nil {
			if s, ok := a.placed(e.figure); ok {
				placed = append(placed, a.cite(a.sentences(s)))
			}
		}
	}
	words := strings.Join(strings.Fields(f.Words), " ")
	full := fmt.Sprintf("“%s” %s; place: %s; time: %s; claimant: %s.", words, f.Unit, place(f), window(f.Window), strings.Join(claimants, "; "))
	out := []draft{{full, cite}}
	if len(placed) > 0 {
		out = append(out, draft{full, append(cite, placed...)})
	}
	return out
}

// placed returns where the report names the place of a figure.
func (a *account) placed(f *wiredesk.Figure) (wiredesk.Span, bool) {
	for i := len(a.reading.Places) - 1; i >= 0; i-- {
		if p := a.reading.Places[i]; p.ID == f.Place.ID && p.Span.Start < f.Span.Start {
			return p.Span, true
		}
	}
	for _, p := range a.reading.Places {
		if p.ID == f.Place.ID {
			return p.Span, true
		}
	}
	return wiredesk.Span{}, false
}

// place words the place of a figure with its precision.
func place(f *wiredesk.Figure) string {
	if f.Place == nil {
		return "not stated"
	}
	return fmt.Sprintf("%s (%s)", f.Place.Name, f.Place.Precision)
}

// window words the time that a figure covers.
func window(w *wiredesk.Window) string {
	if w == nil || w.From == "" && w.To == "" {
		return "not stated"
	}
	if d := dates(string(w.From), string(w.To)); d != "" {
		return d
	}
	return "not stated"
}

// claimant words who gives a figure.
func (e *entry) claimant() string {
	if chain := e.chain(); len(chain) > 0 {
		return strings.Join(chain, " > ")
	}
	return "not stated"
}
