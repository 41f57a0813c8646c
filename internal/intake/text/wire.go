package text

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/intake/date"
)

// Agency returns the desk's name of an agency by any of its spellings, or the
// words themselves where they name no agency.
func Agency(words string) string {
	words = oneLine(words)
	if name := agency(words); name != "" {
		return name
	}
	if names := textAgenciesIn(words); len(names) == 1 {
		return names[0]
	}
	return words
}

// KnownAgency returns the desk's name of an agency by any of its spellings, ""
// where the words name none.
func KnownAgency(words string) string { return agency(words) }

// IsAgency reports whether words are the name of an agency: one that is known,
// or one that calls itself so ("North Coast Wire", "Press Agency of Osthaven").
func IsAgency(words string) bool {
	words = oneLine(words)
	return agency(words) != "" || properName(words) && agencyWord().MatchString(words)
}

var agencyWord = lazy(`(?i)\b(?:agency|agencies|news\s+service|press\s+association|wire|newswire|wire\s+service)\b`)

// Names returns the names in a byline, with or without "By" before them.
// Initials and roles are no names.
func Names(words string) []string {
	words = oneLine(words)
	if byPrefix().FindString(words) == "" {
		words = "By " + words
	}
	if c := byline(words); c != nil {
		return c.names
	}
	return nil
}

// Embargo withholds a report that must not be published before a time: where
// that is later than when it was sent. Nothing here knows what time it is; an
// editor lifts an embargo.
func Embargo(r *wiredesk.Report, until string) {
	until = date.Parse(until)
	if until == "" || r.Status != wiredesk.Usable || until <= string(r.Published.Value) {
		return
	}
	r.Status = wiredesk.Withheld
}

// StatusOf returns the status that a wire item gives in words, or else what its
// text says.
func StatusOf(words string, said wiredesk.Status) wiredesk.Status {
	if said == wiredesk.Killed {
		return said
	}
	_, local, qualified := strings.Cut(words, ":") // "stat:canceled"
	if !qualified {
		local = words
	}
	switch strings.ToLower(strings.TrimSpace(local)) {
	case "canceled", "cancelled", "killed", "kill", "withdrawn":
		return wiredesk.Killed
	case "withheld", "embargoed", "embargo":
		return wiredesk.Withheld
	case "correction", "corrected":
		return wiredesk.Correction
	}
	return said
}

// TextAgencies returns the desk's names of the agencies that words name and
// that supply text.
func TextAgencies(words string) []string { return textAgenciesIn(words) }

// IsOutlet reports whether words are the name of a newspaper or station as it
// stands on a line of its own, and not that of one of its sections.
func IsOutlet(words string) bool {
	words = oneLine(words)
	return imprintName(words) && !sections()[strings.ToLower(words)]
}

// IsName reports whether words are written like the name of a house or person:
// up to six words, each with a capital or a digit.
func IsName(words string) bool { return properName(oneLine(words)) }

// IsSection reports whether words are the label of a newspaper's section.
func IsSection(words string) bool { return sections()[strings.ToLower(oneLine(words))] }

// IsDateLine reports whether words are a line that gives the day on which a
// report was published.
func IsDateLine(words string) bool {
	p := printedDate(words)
	return p != nil && p.value != ""
}
