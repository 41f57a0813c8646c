package brief

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
	for _, by := range all {
		for _, a := range all {
			if a != by && a.withdrawn == "" && standing.Withdraws(&by.reading.Report, &a.reading.Report) {
				a.withdrawn = replaced(by.reading)
			}
		}
	}
	for _, a := range all {
		for _, wire := range all {
			if a.withdrawn == "" && string(a.assignment.PickupOf) == wire.reading.ID && a.assignment.Shared >= wiredesk.RestingShare &&
				strings.Contains(wire.withdrawn, "killed") {
				a.withdrawn = fmt.Sprintf("it carries the text of %s, which was killed", wire.reading.ID)
			}
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
