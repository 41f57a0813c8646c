package attribution

import (
	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
)

// calledReach is how many words may stand between "what" and the verb, and
// between the verb and the quoted words: "what the ministry said were ...".
const calledReach = 6

// calledProbability is how sure the desk is of a claim read by this rule.
const calledProbability = 0.7

// whatCalled makes claims of quoted words that somebody is told to have used
// for a thing: "what it said were "terrorist gangs"", "what he called "useful
// talks"". They stand inside another sentence and are its quoted part.
func (f *finder) whatCalled() {
	for _, q := range f.view.Quotations {
		first, last := f.doc.TokensIn(q.Span)
		if q.Depth > 0 || first >= last {
			continue
		}
		what, cue := f.called(first)
		if cue < 0 || what+1 >= cue || f.isClaim(first, last, cue) {
			continue
		}
		d := &draft{Attribution: link.Attribution{
			Cue:         role.Run{Role: role.Cue, First: cue, Last: cue + 1},
			Sources:     []role.Run{{Role: role.Source, First: what + 1, Last: cue}},
			Contents:    []role.Run{{Role: role.Content, First: first, Last: last}},
			Probability: calledProbability,
		}}
		d.speaker = f.speaker(d)
		if outer := f.enclosing(first); outer != nil {
			d.carriers = outer.carriers
			if d.speaker.name == unknown || d.speaker.same(outer.speaker) {
				d.speaker = outer.speaker
			} else {
				d.enter(outer)
			}
		}
		f.add(d)
	}
}

// called looks back from a quotation for "what ... said"; -1 where that does
// not stand there.
func (f *finder) called(quotation int) (what, cue int) {
	cue = -1
	for i := quotation - 1; i >= 0 && i >= quotation-2*calledReach && f.view.SameParagraph(i, quotation); i-- {
		if f.doc.Lower(i) == "what" {
			return i, cue
		}
		c, ok := role.FindCue(f.doc.Lower(i))
		if ok && cue < 0 && (c.Class == role.Speech || c.Class == role.Thought) && quotation-i <= calledReach {
			cue = i
		}
	}
	return -1, -1
}

// isClaim reports whether the tokens are the whole content of a claim already,
// or the cue is one.
func (f *finder) isClaim(first, last, cue int) bool {
	for _, d := range f.in(f.view.Sentence(first)) {
		if d.Cue.First <= cue && cue < d.Cue.Last {
			return true
		}
		for _, r := range d.Contents {
			if r.First >= first && r.Last <= last {
				return true
			}
		}
	}
	return false
}

// enclosing returns the outer draft in whose content the token stands, or nil.
func (f *finder) enclosing(token int) *draft {
	for _, d := range f.in(f.view.Sentence(token)) {
		for _, r := range d.Contents {
			if d.inside == nil && r.First <= token && token < r.Last {
				return d
			}
		}
	}
	return nil
}
