package attribution

import (
	"wiredesk"
	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
)

// cite gives the claims of an outlet that names its sources to those sources,
// with the outlet as their carrier: "the agency said, citing the governor",
// "quoting hospital staff, local media said", "the newspaper, which cited two
// officials, ...".
func (f *finder) cite() {
	for k, s := range f.doc.Sentences {
		for i := s.First; i+1 < s.Last; i++ {
			if cited, ok := f.cited(i, s.Last); ok {
				f.giveTo(cited, i, k)
			}
		}
	}
}

// cited returns the phrase of the persons or bodies whom the word at token i
// cites.
func (f *finder) cited(i, last int) (role.Run, bool) {
	switch f.doc.Lower(i) {
	case "citing", "quoting":
	case "cited", "quoted":
		if w := f.doc.Lower(i - 1); w != "which" && w != "who" && w != "that" {
			return role.Run{}, false
		}
	default:
		return role.Run{}, false
	}
	end := i + 1
	for end < last && end-i <= longestAside && f.doc.Word(end) != "," && f.doc.Word(end) != ";" && f.doc.Lower(end) != "as" && f.doc.Lower(end) != "that" && !f.finite(end) && f.view.Quotation(end) < 0 {
		end++
	}
	for end > i+1 && !f.view.IsWord(end-1) {
		end--
	}
	r := role.Run{Role: role.Source, First: i + 1, Last: end}
	return r, end > i+1 && f.doc.Lower(end) != "as" && f.speaks(r)
}

// speaks reports whether a phrase names somebody who can speak: a person, a
// body, officials, sources, reports.
func (f *finder) speaks(r role.Run) bool {
	last := f.phraseEnd(r)
	for i := r.First; i < last; i++ {
		w := singular(f.doc.Lower(i))
		if u := f.doc.Tokens[i].UPOS; (u == "NOUN" || u == "PROPN" || u == "ADJ") && (persons()[w] || bodies()[w] || sourceNoun.has(w) || reportNoun.has(f.doc.Lower(i))) {
			return true
		}
		if preposition.has(f.doc.Lower(i)) || f.doc.Lower(i) == "of" {
			break
		}
	}
	for _, m := range f.doc.MentionsIn(f.doc.SpanOf(r.First, last)) {
		if m.Type == wiredesk.Person || m.Type == wiredesk.Organization {
			return true
		}
	}
	return false
}

// giveTo gives the claim of sentence k to whose outlet the word of citing at
// token i belongs to the cited ones.
func (f *finder) giveTo(cited role.Run, i, k int) {
	speaker := f.party(cited)
	if speaker.name == unknown {
		return
	}
	d := f.citing(cited, i, k)
	if d == nil {
		return
	}
	f.beforeCiting(d, i, k)
	carrier := d.speaker
	switch {
	case d.Sources[0].First == cited.First:
		carrier, _ = f.namedBy(f.phraseStart(d.Cue.First, cited.Last), d.Cue.First)
	case d.Sources[0].Last > i && d.Sources[0].First <= i:
		carrier, _ = f.citer(i, k)
	}
	d.speaker, d.Sources = speaker, []role.Run{cited}
	if carrier.name != "" && !carrier.same(speaker) {
		d.carriers = append([]party{carrier}, d.carriers...)
	}
	f.clear(d, cited)
}

// releaseCiting drops the claims of whose cue the model made a word of citing,
// before the asides are found: what they hold is what the outlet says.
func (f *finder) releaseCiting() {
	for k, s := range f.doc.Sentences {
		for i := s.First; i+1 < s.Last; i++ {
			if _, ok := f.cited(i, s.Last); !ok {
				continue
			}
			for _, d := range f.in(k) {
				if d.Cue.First <= i && i < d.Cue.Last {
					d.dropped = true
				}
			}
		}
	}
}

// beforeCiting gives a claim whose content the model sought in the words of the
// citing the clause before it.
func (f *finder) beforeCiting(d *draft, i, k int) {
	first, last := f.afterDateline(f.doc.Sentences[k].First), min(d.Sources[0].First, d.Cue.First)
	if d.Contents[0].First < i-1 || d.Cue.First > i {
		return
	}
	for last > first && !f.view.IsWord(last-1) && f.view.Quotation(last-1) < 0 {
		last--
	}
	if last-first >= shortest {
		d.Contents = []role.Run{{Role: role.Content, First: first, Last: last, Probability: d.Probability}}
	}
}

// citing returns the claim of the outlet that cites at token i, nil for none:
// the last one before it, one that it interrupts, the first one behind it where
// the citing opens the sentence, or one made of an aside or of the outlet's
// own verb.
func (f *finder) citing(cited role.Run, i, k int) *draft {
	var before, around, after *draft
	for _, d := range f.in(k) {
		switch {
		case d.inside != nil || d.Cue.First >= d.Cue.Last || len(d.Sources) != 1:
		case d.Cue.First < i && d.Sources[0].First < i:
			before = d
		case d.Sources[0].First < i && d.Cue.First > i:
			around = d
		case after == nil && f.fronted(i, k) && d.Sources[0].First >= cited.First:
			after = d
		case around == nil && d.Sources[0].First <= i && d.covers(i):
			around = d
		}
	}
	for _, d := range []*draft{before, around, after} {
		if d != nil {
			return d
		}
	}
	s := f.doc.Sentences[k]
	for _, a := range f.asides {
		if a.sentence == k && a.carrier && a.cue < i {
			if d := f.enclose(a, s, nil); d != nil {
				return d
			}
		}
	}
	return f.ownVerb(cited, i, k)
}

// ownVerb makes a claim of what an outlet tells with a verb that the model does
// not know: "Local media, quoting hospital staff, put the toll at 74."
func (f *finder) ownVerb(cited role.Run, i, k int) *draft {
	if cited.Last+2 >= len(f.doc.Tokens) || f.doc.Word(i-1) != "," || f.doc.Word(cited.Last) != "," || !f.verb(cited.Last+1) {
		return nil
	}
	first := f.phraseStart(i-1, f.doc.Sentences[k].First)
	p, to, ok := f.carrier(f.skipArticle(first), i-1)
	if !ok || to != i-1 {
		return nil
	}
	from, last := f.saidClause(cited.Last+1, f.doc.Sentences[k].Last, nil)
	d := &draft{Attribution: link.Attribution{
		Cue:         role.Run{Role: role.Cue, First: i, Last: i + 1},
		Sources:     []role.Run{{Role: role.Source, First: first, Last: i - 1}},
		Contents:    []role.Run{{Role: role.Content, First: from, Last: last}},
		Probability: missedProbability,
	}, speaker: p}
	f.add(d)
	return d
}

// citer returns whom the phrase before token i names: "Local media, quoting",
// "the newspaper, which cited".
func (f *finder) citer(i, k int) (party, bool) {
	least := f.doc.Sentences[k].First
	if w := f.doc.Lower(i - 1); i > least && (w == "which" || w == "who" || w == "that") {
		i--
	}
	for i > least && f.doc.Word(i-1) == "," {
		i--
	}
	return f.namedBy(f.phraseStart(i, least), i)
}

// namedBy returns whom the phrase [first, last) names; false for none.
func (f *finder) namedBy(first, last int) (party, bool) {
	for last > first && !f.view.IsWord(last-1) {
		last--
	}
	if first >= last {
		return party{}, false
	}
	p := f.party(role.Run{Role: role.Source, First: first, Last: last})
	return p, p.name != unknown
}

// fronted reports whether the word of citing at token i opens sentence k.
func (f *finder) fronted(i, k int) bool { return f.afterDateline(f.doc.Sentences[k].First) == i }

// clear takes the words of the cited ones, and of citing, out of the contents
// of a draft.
func (f *finder) clear(d *draft, cited role.Run) {
	kept := d.Contents[:0:0]
	for _, r := range d.Contents {
		if r.First < cited.Last && cited.First-1 < r.Last {
			if r.First < cited.First-1 {
				r.Last = cited.First - 1
				for r.Last > r.First && f.doc.Word(r.Last-1) == "," {
					r.Last--
				}
			} else {
				r.First = min(cited.Last, r.Last)
			}
		}
		if r.First < r.Last {
			kept = append(kept, r)
		}
	}
	if len(kept) > 0 {
		d.Contents = kept
	}
}
