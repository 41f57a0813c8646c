package desk

import (
	"context"
	"fmt"
	"math"

	"wiredesk"
	"wiredesk/internal/standing"
)

// The shelf of the desk: what the store shows, with the words for what became of
// each report.

// Stories lists stories, the freshest and best attested first.
func (d *Desk) Stories(ctx context.Context, page wiredesk.Page) ([]wiredesk.StoryLine, int, error) {
	return d.store.Stories(ctx, page)
}

// Story shows one story.
func (d *Desk) Story(ctx context.Context, id string) (*wiredesk.StoryView, error) {
	v, err := d.store.Story(ctx, id)
	if err != nil {
		return nil, err
	}
	members := make([]standing.Member, len(v.Members))
	for i, m := range v.Members {
		members[i] = standing.Member{ID: m.ID, Status: m.Status, Withdrawn: string(m.Withdrawn), Superseded: string(m.Superseded)}
		if m.Assignment != nil {
			members[i].PickupOf, members[i].Shared = string(m.Assignment.PickupOf), m.Assignment.Shared
		}
	}
	for i, use := range standing.Uses(members) {
		m := &v.Members[i]
		m.Why = fate(m)
		if use.Carries != "" {
			m.Why = append(m.Why, fmt.Sprintf("%.0f %% of its text is from %s, which was withdrawn: it is not used either",
				math.Round(100*m.Assignment.Shared), use.Carries))
		}
	}
	return v, nil
}

// Report shows one report.
func (d *Desk) Report(ctx context.Context, id string) (*wiredesk.ReportView, error) {
	v, err := d.store.Report(ctx, id)
	if err == nil {
		v.Why = fate(&v.ReportLine)
	}
	return v, err
}

// Search finds reports by their words.
func (d *Desk) Search(ctx context.Context, query string, page wiredesk.Page) ([]wiredesk.Hit, int, error) {
	hits, total, err := d.store.Search(ctx, query, page)
	for i := range hits {
		hits[i].Why = fate(&hits[i].ReportLine)
	}
	return hits, total, err
}

// State shows the desk at one glance.
func (d *Desk) State(ctx context.Context) (*wiredesk.DeskState, error) { return d.store.State(ctx) }

// fate says in words what became of a report.
func fate(l *wiredesk.ReportLine) []string {
	var why []string
	switch {
	case l.Withdrawn != "":
		why = append(why, fmt.Sprintf("%s withdraws it: it stays as evidence and is not used", l.Withdrawn))
	case l.Status == wiredesk.Killed:
		why = append(why, "its publisher wants it not to be used")
	case l.Status == wiredesk.Withheld:
		why = append(why, "it is under embargo")
	}
	if l.Superseded != "" {
		why = append(why, fmt.Sprintf("%s replaces it", l.Superseded))
	}
	return why
}
