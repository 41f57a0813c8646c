package attribution

import (
	"sort"

	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/lang/sentence"
)

// An aside is an attribution that stands beside the clause it belongs to and
// holds no content of its own: "..., Russian news agencies reported", "...,
// Lavrov said, ...".
type aside struct {
	sentence    int
	first, last int // tokens
	cue         int // the token of its verb
	party       party
	carrier     bool
}

// longestAside is how many tokens an aside has at most.
const longestAside = 12

// asideProbability is how sure the desk is of a claim that rests on an aside
// alone.
const asideProbability = 0.6

// findAsides finds the asides of the report. One by a carrier becomes a link of
// the chains of its sentence; another one becomes a claim around those that
// stand before it in the sentence.
func (f *finder) findAsides() {
	f.dropCarriers()
	used := f.used()
	for k, s := range f.doc.Sentences {
		if s.Part != sentence.Body {
			continue
		}
		f.bareAside(s, k, used)
		for i := s.First + 1; i < s.Last; i++ {
			if f.doc.Word(i-1) != "," {
				continue
			}
			if a, ok := f.aside(i, s, used); ok {
				a.sentence = k
				f.asides = append(f.asides, a)
				if !a.carrier || !f.others(nil, k) {
					f.enclose(a, s, used)
				}
			}
		}
		if a, ok := f.accordingTo(s, k, used); ok {
			f.asides = append(f.asides, a)
		}
	}
}

// bareAside finds an aside that ends a sentence without a comma before it, as
// texts have it that lost their commas: "... killed 20 people a monitoring
// group said Friday." Nothing else of the sentence may be attributed.
func (f *finder) bareAside(s sentence.Sentence, k int, used []bool) {
	if len(f.in(k)) > 0 {
		return
	}
	cue := -1
	for i := s.Last - 1; i > s.First && i >= s.Last-5; i-- {
		if plainCues()[f.doc.Lower(i)] == "say" && f.finite(i) && !used[i] {
			cue = i
			break
		}
	}
	if cue < 0 || f.clause(cue+1, s.Last) {
		return
	}
	first := f.lastPhrase(cue, s.First)
	if first == cue || first-s.First < shortest || f.doc.Word(first-1) == "," {
		return
	}
	a := aside{sentence: k, first: first, last: cue + 1, cue: cue}
	a.party = f.party(role.Run{Role: role.Source, First: first, Last: cue})
	if p, to, ok := f.carrier(f.skipArticle(first), cue); ok && to == cue {
		a.party = p
	}
	f.enclose(a, s, used)
}

// lastPhrase returns where the shortest noun phrase begins that ends before
// token i: a run of names, a carrier, or what follows the last article.
func (f *finder) lastPhrase(i, least int) int {
	first := f.phraseStart(i, least)
	names := i
	for names > first && f.doc.Tokens[names-1].UPOS == "PROPN" {
		names--
	}
	if names < i {
		if names > first && f.doc.Tokens[names-1].UPOS == "DET" {
			names--
		}
		return names
	}
	for k := i - 1; k > first; k-- {
		if f.doc.Tokens[k].UPOS == "DET" || capital(f.doc.Word(k)) && f.startsCarrier(k, i) {
			return k
		}
	}
	return first
}

// startsCarrier reports whether the name of a carrier begins at the token.
func (f *finder) startsCarrier(i, last int) bool {
	_, ok := f.agency(i, last)
	return ok
}

// aside returns the aside that begins at token i, after a comma: a name or
// noun phrase, a verb of speech, at most a time, and a mark.
func (f *finder) aside(i int, s sentence.Sentence, used []bool) (aside, bool) {
	cue, participle := -1, -1
	for k := i; k < min(s.Last, i+longestAside); k++ {
		if used[k] || f.doc.Word(k) == "," || f.view.Quotation(k) >= 0 {
			return aside{}, false
		}
		if c, ok := role.FindCue(f.doc.Lower(k)); ok && k > i && (c.Class == role.Speech && f.finite(k) || f.lastVerb(k, c, s)) {
			cue = k
			break
		} else if ok && k > i && c.Class == role.Speech && f.doc.Tokens[k].XPOS == "VBN" && participle < 0 {
			participle = k // "..., local papers reported" is often tagged so
		}
		if f.verb(k) && (f.doc.Tokens[k].XPOS != "VBN" || f.doc.Tokens[k].UPOS == "AUX") {
			return aside{}, false
		}
	}
	if cue < 0 {
		cue = participle
	}
	if cue < 0 {
		return aside{}, false
	}
	end := cue + 1
	for end < s.Last && f.view.IsWord(end) && end < cue+4 && !f.verb(end) && !used[end] {
		end++
	}
	if end < s.Last && f.view.IsWord(end) {
		return aside{}, false
	}
	a := aside{first: i, last: end, cue: cue}
	if p, to, ok := f.carrier(i, cue); ok && to == cue {
		a.party, a.carrier = p, true
		return a, true
	}
	if c, _ := role.FindCue(f.doc.Lower(cue)); !f.finite(cue) && !f.lastVerb(cue, c, s) || !f.nominal(i, cue) {
		return aside{}, false
	}
	a.party = f.party(role.Run{Role: role.Source, First: i, Last: cue})
	return a, true
}

// lastVerb reports whether the cue at token i is the last word of its sentence,
// where a tagger often takes a verb for a noun: "..., scientists estimate.",
// "..., the cables show."
func (f *finder) lastVerb(i int, c role.CueWord, s sentence.Sentence) bool {
	switch c.Class {
	case role.Speech, role.Showing, role.Thought:
	default:
		return false
	}
	for k := i + 1; k < s.Last; k++ {
		if f.view.IsWord(k) {
			return false
		}
	}
	return f.finite(i) || f.doc.Lower(i) == c.Lemma && f.doc.Tokens[i].XPOS == "NN"
}

// finite reports whether token i is a finite verb, as far as its tag says.
func (f *finder) finite(i int) bool {
	switch f.doc.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP", "":
		return true
	}
	return false
}

// nominal reports whether the tokens can be a noun phrase that speaks: they
// hold a noun, name or pronoun and begin with no joint or preposition.
func (f *finder) nominal(first, last int) bool {
	if w := f.doc.Lower(first); joint.has(w) || preposition.has(w) {
		return false
	}
	switch f.doc.Tokens[last-1].UPOS {
	case "NOUN", "PROPN", "PRON", "":
		return true
	}
	return false
}

// enclose makes a claim of the clause before an aside and puts the claims that
// stand in it inside that one. It returns nil where no clause stands there.
func (f *finder) enclose(a aside, s sentence.Sentence, used []bool) *draft {
	first, last := f.afterDateline(s.First), a.first
	if last > first && f.doc.Word(last-1) == "," {
		last--
	}
	for first < last && (!f.view.IsWord(first) && f.view.Quotation(first) < 0 || joint.has(f.doc.Lower(first))) {
		first++
	}
	contents := []role.Run{{Role: role.Content, First: first, Last: last}}
	if rest := f.afterAside(a, s, used); rest.First < rest.Last {
		contents = append(contents, rest)
	}
	if last-first < shortest && (len(contents) < 2 || first >= last) {
		return nil
	}
	d := &draft{
		Attribution: link.Attribution{
			Cue:         role.Run{Role: role.Cue, First: a.cue, Last: a.cue + 1},
			Sources:     []role.Run{{Role: role.Source, First: a.first, Last: a.cue}},
			Contents:    contents,
			Probability: asideProbability,
		},
		speaker: a.party,
	}
	for _, e := range f.in(f.view.Sentence(a.cue)) {
		if e.first() >= first && e.first() < last && e.inside == nil && !e.speaker.same(d.speaker) {
			e.enter(d)
		}
	}
	f.add(d)
	return d
}

// afterAside returns the rest of a clause that an aside interrupts: "The
// strike, union leaders said, would last a week." It begins with a verb.
func (f *finder) afterAside(a aside, s sentence.Sentence, used []bool) role.Run {
	i := a.last
	if i >= s.Last || f.doc.Word(i) != "," || i+1 >= s.Last || !f.verb(i+1) {
		return role.Run{}
	}
	first, last := f.saidClause(i+1, s.Last, used)
	return role.Run{Role: role.Content, First: first, Last: last}
}

// dropCarriers mends the attributions at the end of a sentence, after a comma,
// that took the content of the one before: "The minister told Interfax that
// ..., Reuters reported", "The king promised to lift the ban, his adviser
// said". A carrier that is left beside other attributions becomes an aside: it
// reports those, and not only the words before it.
func (f *finder) dropCarriers() {
	used := f.used()
	for _, d := range f.drafts {
		k := f.view.Sentence(d.Cue.First)
		if !f.endsSentence(d, k) {
			continue
		}
		alone := !f.others(d, k)
		p, carrier := f.isCarrier(d.Sources[0])
		a := aside{k, d.Sources[0].First, d.Cue.Last, d.Cue.First, p, true}
		gave := f.givesWay(d, k, used)
		if carrier && (gave || !alone) {
			f.asides = append(f.asides, a)
		}
		d.dropped = carrier && !gave && !alone
	}
	f.settle()
}

// others reports whether sentence k holds another attribution of which the
// model is somewhat sure: "rescuers have reached the village" is none.
func (f *finder) others(d *draft, k int) bool {
	for _, e := range f.in(k) {
		if e != d && e.Probability > doubtful {
			return true
		}
	}
	return false
}

// doubtful is how sure the model is at most of an attribution that a carrier at
// the end of its sentence outweighs: of those below 0.3 on PolNeAR dev, 4 of 19
// are right.
const doubtful = 0.25

// endsSentence reports whether a draft's source stands after a comma, its cue
// ends the sentence and its content stands before.
func (f *finder) endsSentence(d *draft, k int) bool {
	if k < 0 || len(d.Sources) != 1 || d.Sources[0].First == 0 || f.doc.Word(d.Sources[0].First-1) != "," {
		return false
	}
	ends := d.Cue.Last >= f.doc.Sentences[k].Last-3 || f.doc.Word(d.Cue.Last) == ","
	return ends && d.Contents[0].First < d.Cue.First
}

// givesWay gives the content of a carrier's attribution to the speaker and
// verb that stand right before it and that the model left without content:
// "The minister told Interfax that ..., Reuters reported."
func (f *finder) givesWay(d *draft, k int, used []bool) bool {
	for n := len(d.Contents) - 1; n >= 0; n-- {
		at := sort.Search(len(f.runs), func(i int) bool { return f.runs[i].First >= d.Contents[n].First })
		if at < 2 || f.runs[at-1].Role != role.Cue || f.runs[at-2].Role != role.Source || f.view.Sentence(f.runs[at-2].First) != k {
			continue
		}
		source, cue := f.runs[at-2], f.runs[at-1]
		if used[cue.First] || source.First > 0 && f.doc.Word(source.First-1) == "," && f.doc.Word(cue.Last) == "," {
			continue // taken, or an aside itself
		}
		d.Cue, d.Sources, d.Contents = cue, []role.Run{source}, d.Contents[n:n+1]
		d.speaker = f.speaker(d)
		return true
	}
	return false
}
