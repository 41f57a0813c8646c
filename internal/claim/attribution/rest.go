package attribution

import (
	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
)

// shortestSpeech is how many tokens a quotation has at least, marks included,
// that counts as speech without a cue of its own: shorter ones are quoted
// words.
const shortestSpeech = 8

// quoteRest makes claims of the quotations that the model gave to nobody. A
// speech that goes on in a new paragraph is a further part of the claim before;
// one that goes on otherwise has its speaker; another has an unknown one.
func (f *finder) quoteRest() {
	covered := f.used()
	for _, q := range f.view.Quotations {
		first, last := f.doc.TokensIn(q.Span)
		if q.Depth > 0 || last-first < shortestSpeech || !f.free(covered, first, last) || !f.speech(first, last) {
			continue
		}
		before := f.lastBefore(first)
		if q.Continues && before != nil && f.endsQuoted(before) {
			before.Contents = append(before.Contents, role.Run{Role: role.Content, First: first, Last: last, Probability: inheritedProbability})
			continue
		}
		d := &draft{Attribution: link.Attribution{
			Cue:         role.Run{Role: role.Cue, First: first, Last: first},
			Contents:    []role.Run{{Role: role.Content, First: first, Last: last}},
			Probability: inheritedProbability,
		}}
		d.speaker, d.carriers = party{name: unknown}, nil
		if before != nil && (q.Continues || f.goesOn(before, first)) {
			d.speaker, d.carriers = before.speaker, before.carriers
		}
		f.add(d)
	}
}

// endsQuoted reports whether a draft has a cue and its last content stands in
// quotation marks.
func (f *finder) endsQuoted(d *draft) bool {
	r := d.Contents[len(d.Contents)-1]
	return d.Cue.First < d.Cue.Last && (f.view.Quotation(r.First) >= 0 || f.view.Quotation(r.Last-1) >= 0)
}

// inheritedProbability is how sure the desk is of a quotation's speaker whom
// it takes from the quotation before.
const inheritedProbability = 0.6

func (f *finder) free(covered []bool, first, last int) bool {
	for i := first; i < last; i++ {
		if covered[i] || f.role[i] == role.Cue || f.role[i] == role.Source {
			return false
		}
	}
	return true
}

// speech reports whether quoted words read as speech: they begin with a
// capital and hold a verb.
func (f *finder) speech(first, last int) bool {
	for i := first; i < last; i++ {
		if f.view.IsWord(i) {
			if !capital(f.doc.Word(i)) {
				return false
			}
			break
		}
	}
	return f.clause(first, last)
}

// lastBefore returns the last outer draft that begins before the token.
func (f *finder) lastBefore(token int) *draft {
	for k := f.before(token) - 1; k >= 0; k-- {
		if f.drafts[k].inside == nil {
			return f.drafts[k]
		}
	}
	return nil
}

// goesOn reports whether a quotation at the token goes on from the draft: in
// its paragraph, after another quotation of it.
func (f *finder) goesOn(before *draft, token int) bool {
	if f.view.Paragraph(token)-f.view.Paragraph(before.first()) > 1 {
		return false
	}
	for _, r := range before.Contents {
		if f.view.Quotation(r.First) >= 0 || f.view.Quotation(r.Last-1) >= 0 {
			return true
		}
	}
	return f.view.SameParagraph(before.first(), token)
}
