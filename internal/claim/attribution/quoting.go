package attribution

import (
	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
)

// quotingProbability is how sure the desk is of a claim read by these rules.
const quotingProbability = 0.8

// quoting makes claims of what a carrier quotes somebody as saying: "Interfax
// quoted the admiral as saying that ...", "the admiral was quoted by Interfax
// as saying ...", ""...," the admiral was quoted as saying by Interfax". What
// the model made of those words is released.
func (f *finder) quoting() {
	for k, s := range f.doc.Sentences {
		for i := s.First + 1; i+1 < s.Last; i++ {
			if f.doc.Lower(i+1) != "saying" || f.inCaption(i) {
				continue
			}
			as, verb := i, -1
			if f.doc.Lower(i) == "as" {
				verb = f.quotingVerb(i, s.First)
			} else {
				as, verb = i+1, f.showingVerb(i, s.First)
			}
			if verb < 0 {
				continue
			}
			if d := f.quotation(verb, as, k); d != nil {
				f.releaseAll(k, d)
				f.add(d)
			}
		}
	}
}

// quotingVerb returns the "quoted" or "cited" before token i, -1 for none.
func (f *finder) quotingVerb(i, least int) int {
	for k := i - 1; k >= least && k > i-longestPhrase-2; k-- {
		switch f.doc.Lower(k) {
		case "quoted", "quotes", "quoting", "cited", "cites", "citing":
			return k
		}
	}
	return -1
}

// showingVerb returns the verb before token i, -1 for none, by which a carrier
// shows or broadcasts the person who ends at token i: "State television showed
// the pilot saying ...".
func (f *finder) showingVerb(i, least int) int {
	for k := i - 1; k > least && k > i-longestPhrase-2; k-- {
		switch f.doc.Lower(k) {
		case "showed", "shows", "broadcast", "aired", "heard":
			if _, to, ok := f.carrier(f.skipArticle(f.phraseStart(k, least)), k); ok && to == k {
				return k
			}
		}
	}
	return -1
}

// quotation reads the attribution with the verb and "as saying" at token as, or
// "saying" alone.
func (f *finder) quotation(verb, as, sentence int) *draft {
	s := f.doc.Sentences[sentence]
	d := &draft{Attribution: link.Attribution{Probability: quotingProbability}}
	cue, _ := f.verbStart(verb, s.First)
	after := as + 1
	if f.doc.Lower(as) == "as" {
		after++
	}
	d.Cue = role.Run{Role: role.Cue, First: cue, Last: after}
	source := role.Run{Role: role.Source, First: verb + 1, Last: as}
	if f.passive(cue, verb) {
		source = role.Run{Role: role.Source, First: f.subjectStart(cue, s.First), Last: cue}
		if f.doc.Lower(verb+1) == "by" {
			if p, _, ok := f.carrier(f.skipArticle(verb+2), as); ok {
				d.carriers = join(d.carriers, p)
			}
		}
	} else if p, _, ok := f.carrier(f.skipArticle(f.phraseStart(cue, s.First)), cue); ok {
		d.carriers = join(d.carriers, p)
		d.Cue.First = verb
	} else if first := f.subjectStart(cue, s.First); first < cue && !f.inTime(cue-1) {
		if p := f.party(role.Run{Role: role.Source, First: first, Last: cue}); p.name != unknown {
			d.carriers, d.Cue.First = join(d.carriers, p), verb // "the league quoted nurses as saying"
		}
	}
	if source.First >= source.Last {
		return nil
	}
	d.Sources = []role.Run{source}
	d.Contents = f.quotedContent(after, cue, source.First, s.First, s.Last, d)
	if len(d.Contents) == 0 {
		return nil
	}
	d.speaker = f.party(source)
	return d
}

// subjectStart returns where the phrase begins that ends before token i; where
// that is a comma, it is the one before it with its apposition: "The ministry's
// spokesman, Bahram Nouri, was quoted".
func (f *finder) subjectStart(i, least int) int {
	if i-1 <= least || f.doc.Word(i-1) != "," {
		return f.phraseStart(i, least)
	}
	for k := i - 2; k > least && k > i-longestAside; k-- {
		if f.doc.Word(k) == "," {
			return f.phraseStart(k, least)
		}
	}
	return i
}

// verbStart returns where the auxiliaries of a verb begin.
func (f *finder) verbStart(verb, least int) (int, bool) {
	first := verb
	for first > least && (f.doc.Tokens[first-1].UPOS == "AUX" || f.doc.Tokens[first-1].UPOS == "ADV") {
		first--
	}
	return first, first < verb
}

func (f *finder) skipArticle(i int) int {
	for i < len(f.doc.Tokens) && article.has(f.doc.Lower(i)) {
		i++
	}
	return i
}

// quotedContent returns what is quoted: the words after "as saying", or those
// before the speaker if a carrier or nothing follows.
func (f *finder) quotedContent(after, cue, source, first, last int, d *draft) []role.Run {
	end := last
	for end > after && !f.view.IsWord(end-1) && f.view.Quotation(end-1) < 0 {
		end--
	}
	if f.doc.Lower(after) == "by" {
		to := after
		if p, last, ok := f.carrier(f.skipArticle(after+1), end); ok {
			d.carriers = join(d.carriers, p)
			to = last
		}
		if w := f.doc.Lower(to); to == after || to >= end || w != "that" && w != ":" {
			end = after
		} else if after = to; w == ":" {
			after++
		}
	}
	if end > after {
		return []role.Run{{Role: role.Content, First: after, Last: end}}
	}
	before := min(source, cue)
	for before > first && f.doc.Word(before-1) == "," {
		before--
	}
	if before > first {
		return []role.Run{{Role: role.Content, First: first, Last: before}}
	}
	return nil
}

// releaseAll drops the drafts of sentence k whose cue or content a new draft
// takes.
func (f *finder) releaseAll(k int, d *draft) {
	for _, e := range f.in(k) {
		if d.covers(e.Cue.First) || d.covers(e.Contents[0].First) {
			e.dropped = true
		}
	}
}

// covers reports whether a token stands in the draft.
func (d *draft) covers(i int) bool {
	for _, runs := range [][]role.Run{d.Sources, {d.Cue}, d.Contents} {
		for _, r := range runs {
			if r.First <= i && i < r.Last {
				return true
			}
		}
	}
	return false
}
