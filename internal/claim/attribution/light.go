package attribution

import (
	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
)

// light reads a promise or warning that is told with a noun, whose verb says
// little: "Ankara had given him its word that ...", "she made clear that ..."
// and "he had received assurances from Ankara that ...", the noun being token i
// of [least, last).
func (f *finder) light(i, least, last int, used []bool) (*draft, bool) {
	if !assurance.has(f.doc.Lower(i)) || i+2 >= last || at(used, i) || f.view.Quotation(i) >= 0 {
		return nil, false
	}
	cue := role.Run{Role: role.Cue, First: i, Last: i + 1}
	var source role.Run
	that := i + 1
	if f.doc.Lower(that) == "from" {
		source = role.Run{Role: role.Source, First: that + 1, Last: that + 1}
		for source.Last < min(last, that+longestPhrase) && f.doc.Lower(source.Last) != "that" && !f.verb(source.Last) {
			source.Last++
		}
		that = source.Last
	} else {
		verb := f.giving(i, least)
		if verb < 0 {
			return nil, false
		}
		first, ok := f.verbGroup(verb, least)
		if !ok {
			return nil, false
		}
		source = role.Run{Role: role.Source, First: f.subjectStart(first, least), Last: first}
		cue.First = first
	}
	if source.First >= source.Last || that >= last || f.doc.Lower(that) != "that" {
		return nil, false
	}
	from, end := f.saidClause(that, last, used)
	if f.words(from, end) < 3 {
		return nil, false
	}
	for k := min(source.First, cue.First); k < end; k++ {
		if at(used, k) {
			return nil, false
		}
	}
	d := &draft{Attribution: link.Attribution{
		Cue:         cue,
		Sources:     []role.Run{source},
		Contents:    []role.Run{{Role: role.Content, First: from, Last: end}},
		Probability: missedProbability,
	}}
	d.speaker = f.party(source)
	return d, true
}

// giving returns the verb of giving or making before the noun at token i, -1
// for none.
func (f *finder) giving(i, least int) int {
	for k := i - 1; k > least && k > i-longestPhrase; k-- {
		switch f.doc.Lemma(k) {
		case "give", "make", "issue", "offer", "send", "repeat":
			return k
		}
	}
	return -1
}
