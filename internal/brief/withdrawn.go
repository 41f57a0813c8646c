package brief

import (
	"fmt"
	"strings"

	"wiredesk"
)

// carried is the share of a killed report's text from which on a pickup of it
// rests on it: more than half of what it says was said by the killed report.
const carried = 0.5

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
			if a != by && a.withdrawn == "" && replaces(by.reading, a.reading) {
				a.withdrawn = replaced(by.reading)
			}
		}
	}
	for _, a := range all {
		for _, wire := range all {
			if a.withdrawn == "" && string(a.assignment.PickupOf) == wire.reading.ID && a.assignment.Shared >= carried &&
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

// replaces reports whether a kill or correction names the other report, by id,
// address, guid, file or headline.
func replaces(by, other *wiredesk.Reading) bool {
	if by.Status != wiredesk.Killed && by.Status != wiredesk.Correction || by.Replaces == "" {
		return false
	}
	for _, name := range []string{other.ID, string(other.URL), string(other.GUID), string(other.File)} {
		if name != "" && name == string(by.Replaces) {
			return true
		}
	}
	return other.Headline != nil && plain(other.Headline.Text) == plain(string(by.Replaces))
}

// plain writes a headline for comparison: lower case, single spaces, no marks
// at its ends.
func plain(s string) string {
	return strings.Trim(strings.ToLower(strings.Join(strings.Fields(s), " ")), " .,:;\"'“”‘’")
}
