package dossier

import (
	"hash/maphash"
	"strings"
	"unicode"

	"wiredesk"
)

// runWords is the number of words in a run by which text is told to be carried,
// and carriedRuns the share of a sentence's runs from which on it is. Copies
// that are lightly edited keep most runs of four words; of two texts written
// apart, a sentence seldom shares one.
const (
	runWords    = 4
	carriedRuns = 0.5
)

// own reports whether a sentence is the account's own: the account stands, and
// if it picks up another report, the sentence does not come from there. What a
// desk adds to a wire is an account of its own; what it carries is not.
func (a *account) own(sentence wiredesk.Span) bool {
	if a.withdrawn != "" {
		return false
	}
	for w, seen := a.wire, 0; w != nil && seen < mostCarriers; w, seen = w.wire, seen+1 {
		if a.carries(sentence, w) {
			return false
		}
	}
	return true
}

// mostCarriers bounds how far a text is followed from pickup to pickup.
const mostCarriers = 8

// carries reports whether most of a sentence's runs of words stand in the wire.
func (a *account) carries(sentence wiredesk.Span, wire *account) bool {
	if wire.runs == nil {
		wire.runs = map[uint64]bool{}
		for _, r := range wordRuns(wire.reading.Text) {
			wire.runs[r] = true
		}
	}
	found := 0
	all := wordRuns(sentence.Words(a.reading.Text))
	for _, r := range all {
		if wire.runs[r] {
			found++
		}
	}
	return len(all) == 0 || float64(found) >= carriedRuns*float64(len(all))
}

var runSeed = maphash.MakeSeed()

// wordRuns hashes each run of runWords words of a text, whatever their case and
// the marks between them.
func wordRuns(text string) []uint64 {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var out []uint64
	for i := 0; i+runWords <= len(words); i++ {
		out = append(out, maphash.String(runSeed, strings.Join(words[i:i+runWords], " ")))
	}
	return out
}

// root is the report at the start of a line of pickups: accounts of one root
// are no witnesses for each other.
func (a *account) root() *account {
	for seen := 0; a.wire != nil && seen < mostCarriers; seen++ {
		a = a.wire
	}
	return a
}
