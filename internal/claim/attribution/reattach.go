package attribution

import (
	"sort"

	"wiredesk/internal/claim/role"
)

// reattach mends what the model got nearly right about sources.
func (f *finder) reattach() {
	for _, d := range f.drafts {
		f.splitCarrier(d)
		f.accordingSource(d)
		f.inverted(d)
		f.interrupted(d)
		f.apposed(d)
		f.nearerSource(d)
		f.wholeClause(d)
		f.withoutCopula(d)
		f.withoutTitles(d)
		f.withoutGaps(d)
		f.withoutTail(d)
		f.shorten(d)
		f.withoutConnective(d)
		f.creditLine(d)
	}
	f.bridge()
}

// nearerSource gives a plain cue the noun phrase right before it where the
// model chose one from which a verb parts it: "Assad spoke after rebels said
// ...".
func (f *finder) nearerSource(d *draft) {
	k := f.view.Sentence(d.Cue.First)
	if k < 0 || len(d.Sources) != 1 || d.Sources[0].Last >= d.Cue.First || plainCues()[f.doc.Lower(d.Cue.Last-1)] == "" {
		return
	}
	first := f.phraseStart(d.Cue.First, f.doc.Sentences[k].First)
	if first == d.Cue.First || first <= d.Sources[0].Last {
		return
	}
	parted := false
	for i := d.Sources[0].Last; i < first; i++ {
		parted = parted || f.verb(i) && f.finite(i)
		if f.role[i] != role.None {
			return
		}
	}
	if w := f.doc.Lower(first); parted && w != "who" && w != "that" && w != "which" {
		d.Sources[0] = role.Run{Role: role.Source, First: first, Last: d.Cue.First, Probability: d.Sources[0].Probability}
		d.speaker = f.party(d.Sources[0])
	}
}

// wholeClause stretches the content before an attribution at the end of a
// sentence ("..., EU diplomats said Tuesday.") back to where the sentence
// begins, if nothing else stands there.
func (f *finder) wholeClause(d *draft) {
	k := f.view.Sentence(d.Cue.First)
	if len(d.Contents) != 1 || !f.endsSentence(d, k) {
		return
	}
	r := &d.Contents[0]
	s := f.doc.Sentences[k]
	first := f.afterDateline(s.First)
	if r.First <= first || r.First-first > longestLead || f.view.Sentence(r.First) != k || f.view.Quotation(r.First) >= 0 {
		return
	}
	for i := first; i < r.First; i++ {
		if f.role[i] != role.None || f.view.Quotation(i) >= 0 {
			return
		}
	}
	if joint.has(f.doc.Lower(first)) {
		first++
	}
	r.First = first
}

// longestLead is how many tokens a content is stretched back at most.
const longestLead = 40

// nearQuotation is how many tokens may stand between a quotation and the
// speaker and verb that it belongs to: "told reporters,".
const nearQuotation = 4

// joinQuotations gives a quotation that the model left out to the attribution
// that it touches: ""...," Moss told reporters, "but ..."".
func (f *finder) joinQuotations() {
	used := f.used()
	begins, ends := map[int]*draft{}, map[int]*draft{}
	for _, d := range f.drafts {
		if d.Cue.First >= d.Cue.Last || d.inside != nil {
			continue
		}
		first, last := d.Cue.First, d.Cue.Last
		for _, r := range d.Sources {
			first, last = min(first, r.First), max(last, r.Last)
		}
		begins[first], ends[last] = d, d
	}
	for _, q := range f.view.Quotations {
		first, last := f.doc.TokensIn(q.Span)
		if q.Depth > 0 || last-first < 3 || !f.free(used, first, last) || f.title(role.Run{First: first, Last: last}) {
			continue
		}
		d := f.touching(begins, last, 1)
		if d == nil {
			d = ends[first]
		}
		if d == nil {
			d = f.touching(ends, first-1, -1)
		}
		if d == nil || f.view.Sentence(d.Cue.First) != f.view.Sentence(first) && f.view.Sentence(d.Cue.First) != f.view.Sentence(last-1) {
			continue
		}
		d.Contents = append(d.Contents, role.Run{Role: role.Content, First: first, Last: last, Probability: d.Probability})
		sort.Slice(d.Contents, func(i, k int) bool { return d.Contents[i].First < d.Contents[k].First })
		f.mark(d, used)
	}
}

// touching looks from a token on, step by step, for the draft that begins or
// ends there; no verb and no other quotation may stand between.
func (f *finder) touching(at map[int]*draft, i, step int) *draft {
	for n := 0; n <= nearQuotation && i >= 0 && i < len(f.doc.Tokens); n++ {
		if d := at[i]; d != nil {
			return d
		}
		if f.verb(i) || f.view.Quotation(i) >= 0 || f.doc.Word(i) == "." {
			return nil
		}
		i += step
	}
	return nil
}

// apposed finds the source that a long apposition parts from its verb:
// "Foreign Minister Ana Ruiz, representing a country that ..., said". It is the
// name that opens the sentence.
func (f *finder) apposed(d *draft) {
	k := f.view.Sentence(d.Cue.First)
	if len(d.Sources) > 0 || k < 0 || d.Cue.First == 0 || f.doc.Word(d.Cue.First-1) != "," || plainCues()[f.doc.Lower(d.Cue.Last-1)] == "" {
		return
	}
	s := f.doc.Sentences[k]
	first := f.afterDateline(s.First)
	comma := first
	for comma < d.Cue.First-1 && f.doc.Word(comma) != "," {
		if f.verb(comma) {
			return
		}
		comma++
	}
	if comma == first || comma >= d.Cue.First-1 {
		return
	}
	p, ok := f.named(first, comma)
	if !ok {
		return
	}
	d.Sources, d.speaker = []role.Run{{Role: role.Source, First: first, Last: d.Cue.First}}, p
	kept := d.Contents[:0:0]
	for _, r := range d.Contents {
		if r.First >= d.Cue.First || r.Last <= first {
			kept = append(kept, r)
		}
	}
	if len(kept) > 0 {
		d.Contents = kept
	}
}

// afterDateline returns the token, or the first behind the dateline if the
// token stands in it.
func (f *finder) afterDateline(i int) int {
	if d := f.doc.Report.Dateline; d != nil {
		if first, last := f.doc.TokensIn(d.Span); first <= i && i < last {
			i = last
		}
	}
	for i < len(f.doc.Tokens)-1 && !f.view.IsWord(i) {
		i++
	}
	return i
}

// longestBridge is how many tokens a relative clause's head and the words
// before it have at most.
const longestBridge = 14

// bridge joins a content to what follows it by "that they say": "activists
// said shells fell on the town, killing some 20 in an attack that they say
// ...". The first speaks of all of it, and the second stands inside.
func (f *finder) bridge() {
	for n := 0; n+1 < len(f.drafts); n++ {
		d, e := f.drafts[n], f.drafts[n+1]
		last := &d.Contents[len(d.Contents)-1]
		if len(e.Sources) == 0 || last.First < d.Cue.Last || f.view.Quotation(last.Last-1) >= 0 {
			continue
		}
		at := e.Sources[0].First
		if f.doc.Lower(at) == "whose" && at-last.Last <= 1 && f.view.Sentence(at) == f.view.Sentence(last.First) {
			last.Last = max(last.Last, e.Contents[len(e.Contents)-1].Last)
			e.dropped = true // "..., whose plan they rejected" is part of what is said
			continue
		}
		if at <= last.Last || at-last.Last > longestBridge || f.view.Sentence(at) != f.view.Sentence(last.First) || f.role[at-1] == role.Content {
			continue
		}
		switch f.doc.Lower(at - 1) {
		case "that", "which", "who":
			if e.enter(d) {
				last.Last = max(last.Last, e.Contents[len(e.Contents)-1].Last)
			}
		}
	}
}

// splitCarrier parts a source that runs from a carrier over a comma to the
// speaker: "In remarks broadcast by state television, King Rashid said ...".
func (f *finder) splitCarrier(d *draft) {
	if len(d.Sources) != 1 {
		return
	}
	r := d.Sources[0]
	for i := r.First + 1; i+1 < r.Last; i++ {
		if f.doc.Word(i) != "," {
			continue
		}
		p, end, ok := f.carrier(f.skipArticle(r.First), i)
		if !ok || end != i || !f.introduced(r.First) {
			return
		}
		d.Sources[0] = role.Run{Role: role.Source, First: i + 1, Last: r.Last, Probability: r.Probability}
		d.carriers = join(d.carriers, p)
		d.speaker = f.party(d.Sources[0])
		return
	}
}

// introduced reports whether a word that introduces a carrier stands right
// before the token: "broadcast by", "interview with", "according to".
func (f *finder) introduced(first int) bool {
	if first > 1 && f.doc.Lower(first-1) == "to" && f.doc.Lower(first-2) == "according" {
		return true
	}
	for k := max(0, first-3); k < first; k++ {
		if carrying().at(f.doc, k, first) == first {
			return true
		}
	}
	return false
}
