package attribution

import (
	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/lang/sentence"
)

// longestHeading is how many tokens the name of a speaker has at most beside
// the colon of a headline.
const longestHeading = 6

// headings makes claims of headlines that name the speaker beside a colon or
// behind a dash: "Mayor: no money left", "Two killed in blast: police", "Toll
// rises to 30 - official".
func (f *finder) headings() {
	var used []bool
	for _, s := range f.doc.Sentences {
		if s.Part != sentence.Headline {
			continue
		}
		for i := s.First + 1; i+1 < s.Last; i++ {
			colon := f.doc.Word(i) == ":"
			if !colon && !isDash(f.doc.Word(i)) {
				continue
			}
			if used == nil {
				used = f.used()
			}
			before, after := role.Run{Role: role.Source, First: s.First, Last: i}, role.Run{Role: role.Source, First: i + 1, Last: s.Last}
			switch {
			case colon && f.heads(before, used) && f.words(after.First, after.Last) >= 3:
				f.heading(before, after, i)
			case f.heads(after, used) && f.words(before.First, before.Last) >= 3 && (colon || len(f.doc.MentionsIn(f.doc.SpanOf(after.First, after.Last))) == 0):
				f.heading(after, before, i)
			}
		}
	}
}

// heads reports whether the tokens can be the speaker of a headline.
func (f *finder) heads(r role.Run, used []bool) bool {
	if r.Last-r.First > longestHeading {
		return false
	}
	for i := r.First; i < r.Last; i++ {
		if used[i] || f.finite(i) && f.verb(i) || f.view.Quotation(i) >= 0 || !f.view.IsWord(i) && !possessive(f.doc.Lower(i)) {
			return false
		}
	}
	return f.speaks(r)
}

// heading adds the claim of a headline.
func (f *finder) heading(source, content role.Run, mark int) {
	content.Role = role.Content
	d := &draft{Attribution: link.Attribution{
		Cue:         role.Run{Role: role.Cue, First: mark, Last: mark + 1},
		Sources:     []role.Run{source},
		Contents:    []role.Run{content},
		Probability: missedProbability,
	}}
	d.speaker = f.party(source)
	for _, e := range f.in(f.view.Sentence(mark)) {
		if e.inside == nil && !e.speaker.same(d.speaker) {
			e.enter(d)
		}
	}
	f.add(d)
}
