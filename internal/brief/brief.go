// Package brief is the fifth room: it compares the accounts of one story and
// compiles the brief, every sentence cited.
//
// The words of a brief are the words of the reports. The stage chooses, orders
// and joins them, and internal/brief/check lets each sentence through or
// refuses it.
package brief

import (
	"fmt"
	"slices"

	"wiredesk"
	"wiredesk/internal/dossier"
)

// A Counter answers "how many say so": for the claims with these ids, or for
// the whole story where there are none.
type Counter func(claims []string) wiredesk.Origins

// A comparison is a story with its claims grouped by what they say.
type comparison struct {
	accounts    []*account
	facts       []*fact
	groups      [][]*fact
	byID        map[string]*fact
	entries     []*entry
	agreements  []wiredesk.Relation
	differences []wiredesk.Relation
	counts      []figureDifference // those of the differences that are of figures
}

// Compile writes the brief of one story from the readings of its reports and
// their assignments, both in the order of story.Reports. Entities that are one
// across the reports have one id in all of them. count says how many say so. Nothing that the checker refuses is printed, and nothing
// rests on a report that was killed or corrected.
func Compile(story wiredesk.Story, readings []wiredesk.Reading, assignments []wiredesk.Assignment, count Counter) wiredesk.Brief {
	s := compare(accounts(readings, assignments), count)
	d := dossier.Compile(story, readings, assignments, dossier.Counter(count))
	p := newPrinter(s.accounts)
	b := wiredesk.Brief{
		Story:       story.ID,
		Headline:    headline(story, s.accounts),
		Origins:     d.Origins,
		Figures:     d.Figures,
		Agreements:  d.Agreements,
		Differences: d.Differences,
		Timeline:    d.Timeline,
		Photos:      d.Photos,
		Incidents:   d.Incidents,
		Tolls:       d.Tolls,
		Positions:   d.Positions,
	}
	b.Reports, b.Outlets = reports(s.accounts)
	b.Sections = sections(p, s)
	withdrawnLeads(p, s.accounts)
	b.NotPrinted = p.notPrinted
	return b
}

// compare groups the claims of the accounts and relates them.
func compare(all []*account, count Counter) *comparison {
	s := &comparison{accounts: all, facts: facts(all), byID: map[string]*fact{}}
	s.groups = group(s.facts)
	for _, f := range s.facts {
		s.byID[f.claim.ID] = f
	}
	s.entries = entries(all, s.facts)
	agree, differ := figureRelations(s.entries)
	s.agreements = slices.Concat(agreements(s.groups, count), joinEvents(s.facts, count), agree)
	s.counts = differ
	s.differences = denials(s.facts)
	for _, d := range differ {
		s.differences = append(s.differences, d.relation)
	}
	s.differences = append(s.differences, tensions(s.facts)...)
	s.differences = append(s.differences, voices(s.facts)...)
	s.differences = append(s.differences, onlyIn(all, s.groups)...)
	return s
}

// headline returns the story's headline, or the first one of a report that
// stands.
func headline(story wiredesk.Story, all []*account) string {
	if story.Headline != "" {
		return story.Headline
	}
	for _, a := range all {
		if a.withdrawn == "" && a.reading.Headline != nil {
			return a.reading.Headline.Text
		}
	}
	return ""
}

// reports lists what the brief rests on, and counts the outlets.
func reports(all []*account) ([]wiredesk.BriefReport, int) {
	var out []wiredesk.BriefReport
	outlets := map[string]bool{}
	for _, a := range all {
		r := a.reading
		b := wiredesk.BriefReport{ID: r.ID, File: r.File, Outlet: r.Outlet, Published: r.Published, Status: r.Status,
			PickupOf: a.assignment.PickupOf, Shared: a.assignment.Shared, Origins: a.assignment.Origins}
		if r.Headline != nil {
			b.Headline = wiredesk.Optional(r.Headline.Text)
		}
		out = append(out, b)
		outlets[a.label()] = true
	}
	return out, len(outlets)
}

// photos lists the pictures of the reports that stand.
func photos(all []*account) []wiredesk.BriefPhoto {
	var out []wiredesk.BriefPhoto
	for _, a := range all {
		if a.withdrawn != "" {
			continue
		}
		for _, ph := range a.reading.Photos {
			out = append(out, wiredesk.BriefPhoto{Photo: ph, Report: a.reading.ID})
		}
	}
	return out
}

// withdrawnLeads lists the leads of reports that no longer stand as not
// printed, so that a reader sees what left the brief and why.
func withdrawnLeads(p *printer, all []*account) {
	for _, a := range all {
		if a.withdrawn == "" {
			continue
		}
		lead := a.reading.ID
		if a.reading.Headline != nil {
			lead = a.reading.Headline.Text
		}
		for _, s := range a.reading.Sentences {
			if len(a.reading.Body) > 0 && a.reading.Body[0].Contains(s) {
				lead = s.Words(a.reading.Text)
				break
			}
		}
		p.refuse(lead, fmt.Sprintf("it rests on a report of %s that does not stand: %s", a.label(), a.withdrawn))
	}
}
