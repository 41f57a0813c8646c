package attribution

import (
	"wiredesk/internal/claim/role"
	"wiredesk/internal/lang/sentence"
)

// accordingTo reads the words "according to somebody" that end a sentence. They
// speak of all that stands before them: a claim that the model made of them
// gets the whole of it, and what else is claimed there stands inside; where the
// model made none, they become an aside that reports the others, or a claim.
func (f *finder) accordingTo(s sentence.Sentence, k int, used []bool) (aside, bool) {
	i, end := f.endsAccording(s)
	if i < 0 {
		return aside{}, false
	}
	source := role.Run{Role: role.Source, First: i + 2, Last: end}
	a := aside{sentence: k, first: i, last: end, cue: i}
	a.party, a.carrier = f.party(source), true
	if p, _, ok := f.carrier(f.skipArticle(i+2), end); ok {
		a.party = p
	}
	others := false
	for _, d := range f.in(k) {
		if d.Cue.First <= i && i < d.Cue.Last {
			if !f.wholeBefore(d, source, s) && d.Contents[0].First > i {
				d.dropped = true // the model took the phrase for what is said
				continue
			}
			return aside{}, false
		}
		others = true
		for n := range d.Contents {
			if r := &d.Contents[n]; r.First < i && r.Last > i {
				r.Last = i - 1
			}
		}
	}
	if a.party.name == unknown {
		return aside{}, false
	}
	if _, _, ok := f.carrier(f.skipArticle(i+2), end); others && ok || f.quotes(s.First, i) {
		return a, others
	}
	if d := f.enclose(a, s, used); d != nil {
		d.Cue.Last, d.Sources[0] = i+2, source
	}
	return a, false
}

// quotes reports whether one of the tokens stands in quotation marks.
func (f *finder) quotes(first, last int) bool {
	for i := first; i < last; i++ {
		if f.view.Quotation(i) >= 0 {
			return true
		}
	}
	return false
}

// endsAccording returns the token of the "according to", behind a comma, that
// ends a sentence, and where its phrase ends; -1 for none.
func (f *finder) endsAccording(s sentence.Sentence) (int, int) {
	for i := s.Last - 3; i > s.First && i > s.Last-longestAccording; i-- {
		if f.doc.Lower(i) != "according" || f.doc.Lower(i+1) != "to" || f.doc.Word(i-1) != "," || f.view.Quotation(i) >= 0 {
			continue
		}
		end := s.Last
		for end > i+2 && !f.view.IsWord(end-1) {
			end--
		}
		return i, end
	}
	return -1, -1
}

// longestAccording is how many tokens "according to somebody" has at most at
// the end of a sentence.
const longestAccording = 20

// wholeBefore gives a claim by "according to" the phrase behind it as its
// source and the sentence before it as its content; other claims there stand
// inside it. Quotations keep the parts that the model gave them.
func (f *finder) wholeBefore(d *draft, source role.Run, s sentence.Sentence) bool {
	first, last := f.afterDateline(s.First), d.Cue.First
	for last > first && !f.view.IsWord(last-1) && f.view.Quotation(last-1) < 0 {
		last--
	}
	if last-first < shortest || f.quotes(first, last) {
		return false
	}
	others := false
	for _, e := range f.in(f.view.Sentence(d.Cue.First)) {
		others = others || e != d
	}
	behind := d.Contents[0].First > d.Cue.First
	if !others && !behind {
		return true
	}
	if behind || len(d.Sources) == 0 {
		d.Sources = []role.Run{source}
		d.speaker = f.party(source)
	}
	d.Contents = []role.Run{{Role: role.Content, First: first, Last: last, Probability: d.Probability}}
	for _, e := range f.in(f.view.Sentence(d.Cue.First)) {
		if e != d && e.inside == nil && e.first() >= first && e.first() < last && !e.speaker.same(d.speaker) {
			e.enter(d)
		}
	}
	return true
}

// accordingSource gives "according to" that the model left without a source the
// phrase behind it, to the next comma or the end of the sentence.
func (f *finder) accordingSource(d *draft) {
	i := d.Cue.First
	k := f.view.Sentence(i)
	if k < 0 || len(d.Sources) > 0 || f.doc.Lower(i) != "according" || f.doc.Lower(i+1) != "to" {
		return
	}
	s := f.doc.Sentences[k]
	end := i + 2
	for end < s.Last && end-i <= longestAccording && f.doc.Word(end) != "," && f.view.Quotation(end) < 0 {
		end++
	}
	for end > i+2 && !f.view.IsWord(end-1) {
		end--
	}
	kept := d.Contents[:0:0]
	for _, r := range d.Contents {
		if r.First > i && r.First < end && r.Last > end+1 {
			r.First = end + 1 // the model took the phrase for the beginning of what is said
		}
		if r.First >= end || r.Last <= i {
			kept = append(kept, r)
		}
	}
	if end == i+2 || len(kept) == 0 {
		return
	}
	d.Cue.Last, d.Contents = i+2, kept
	d.Sources = []role.Run{{Role: role.Source, First: i + 2, Last: end, Probability: d.Probability}}
	d.speaker = f.party(d.Sources[0])
}
