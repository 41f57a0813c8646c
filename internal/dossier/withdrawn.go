package dossier

import (
	"fmt"
	"strings"

	"wiredesk"
	"wiredesk/internal/standing"
)

// withdraw marks the accounts that nothing may rest on: those that were
// killed, those that a kill or a correction replaces, and the pickups that
// carry a killed text.
func withdraw(all []*account) {
	for _, a := range all {
		switch a.reading.Status {
		case wiredesk.Killed:
			a.withdrawn = "it was killed by its agency"
		case wiredesk.Withheld:
			a.withdrawn = "it is under embargo"
		}
	}
	byName := map[string][]*account{}
	for _, a := range all {
		for _, n := range standing.Names(&a.reading.Report) {
			byName[n] = append(byName[n], a)
		}
	}
	for _, by := range all {
		if by.reading.Status != wiredesk.Killed && by.reading.Status != wiredesk.Correction {
			continue
		}
		for _, a := range byName[wiredesk.Fold(string(by.reading.Replaces))] {
			if a != by && a.withdrawn == "" && standing.Withdraws(&by.reading.Report, &a.reading.Report) {
				a.withdrawn, a.correctedBy = replaced(by.reading), by
			}
		}
	}
	for _, a := range all {
		if a.withdrawn == "" && a.wire != nil && a.assignment.Shared >= wiredesk.RestingShare && strings.Contains(a.wire.withdrawn, "killed") {
			a.withdrawn = fmt.Sprintf("it carries the text of %s, which was killed", a.wire.reading.ID)
		}
	}
}

// replaced words why a report no longer stands.
func replaced(by *wiredesk.Reading) string {
	if by.Status == wiredesk.Killed {
		return "it was killed by " + by.ID
	}
	return "it was corrected by " + by.ID
}

// withdrawnLeads lists the leads of reports that no longer stand, so that a
// reader sees what left the dossier and why.
func withdrawnLeads(all []*account) []wiredesk.WithdrawnWords {
	var out []wiredesk.WithdrawnWords
	for _, a := range all {
		if a.withdrawn != "" {
			out = append(out, wiredesk.WithdrawnWords{Report: a.reading.ID, Text: a.lead(), Reason: a.withdrawn})
		}
	}
	return out
}

// lead returns the first sentence of the body, or the headline, or the id.
func (a *account) lead() string {
	for _, s := range a.reading.Sentences {
		if len(a.reading.Body) > 0 && a.reading.Body[0].Contains(s) {
			return line(s.Words(a.reading.Text))
		}
	}
	if a.reading.Headline != nil {
		return a.reading.Headline.Text
	}
	return a.reading.ID
}
