package predicate

import (
	"wiredesk"
)

// arguments are who and what takes part, by their head words.
type arguments struct {
	subject, object, other []int
	passive                bool
}

// surface is the grammatical subject: what a passive verb is done to.
func (a *arguments) surface() []int {
	if a.passive {
		return a.object
	}
	return a.subject
}

// deepest bounds how far a missing subject is looked for up the tree.
const deepest = 12

// arguments returns who and what takes part in the predicate at token i: the
// doer is the subject and the one it is done to the object, whatever the voice.
func (r *reader) arguments(i int) *arguments { return r.argumentsAt(i, 0) }

func (r *reader) argumentsAt(i, depth int) *arguments {
	if r.known[i] {
		return &r.resolved[i]
	}
	r.known[i] = true // a circle finds what is there
	a := &r.resolved[i]
	if p := r.part(i); p != verb && r.dependent(i, "cop") < 0 {
		r.nominal(i, a, depth)
		return a
	}
	a.passive = r.passive(i)
	for d := range r.dependents(i) {
		r.take(i, d, a)
	}
	if depth < deepest {
		r.inherit(i, a, depth)
	}
	return a
}

// take puts a dependent of the predicate where it belongs.
func (r *reader) take(i, d int, a *arguments) {
	if r.time[d] || r.part(d) != noun && r.doc.Tokens[d].UPOS != "ADJ" && r.doc.Tokens[d].UPOS != "DET" {
		return
	}
	switch rel := r.relation(d); rel {
	case "nsubj", "nsubj:pass":
		if r.lower[d] == "there" {
			return
		}
		if rel == "nsubj:pass" {
			a.passive = true
		}
		if a.passive {
			a.object = append(a.object, r.joined(d)...)
		} else {
			a.subject = append(a.subject, r.joined(d)...)
		}
	case "obl:agent":
		a.subject = append(a.subject, r.joined(d)...)
	case "obj", "iobj":
		switch {
		case r.dependent(d, "case") >= 0 || len(a.object) > 0 && !a.passive:
			a.other = append(a.other, d)
		default:
			a.object = append(a.object, r.joined(d)...)
		}
	case "obl", "nmod":
		if a.passive && doer.has(r.preposition(d)) {
			a.subject = append(a.subject, r.joined(d)...)
		} else {
			a.other = append(a.other, r.joined(d)...)
		}
	case "xcomp":
		if r.dependent(d, "cop") < 0 && r.dependent(d, "mark") < 0 {
			a.other = append(a.other, d) // "called it a lie", "elected him president"
		}
	}
}

// passive reports whether the verb at token i is in the passive voice.
func (r *reader) passive(i int) bool {
	if r.doc.Tokens[i].XPOS != "VBN" {
		return false
	}
	return r.dependent(i, "aux:pass") >= 0 || r.dependent(i, "nsubj:pass") >= 0 || r.dependent(i, "obl:agent") >= 0 ||
		r.hangs(i) == "acl" || (r.relation(i) == "xcomp" || r.relation(i) == "advcl") && r.dependent(i, "aux") < 0
}

// inherit gives a predicate without a subject of its own that of the clause it
// hangs on.
func (r *reader) inherit(i int, a *arguments, depth int) {
	h := int(r.up[i])
	if h < 0 {
		return
	}
	rel := r.hangs(i)
	switch rel {
	case "clause":
		if r.part(h) == noun {
			a.subject = []int{h}
		} else if k := r.nounBefore(i); k >= 0 && len(a.subject) == 0 {
			a.subject = []int{k}
		}
	case "acl:relcl":
		r.resolveRelative(a, h)
	case "acl":
		switch r.doc.Tokens[i].XPOS {
		case "VBN":
			if len(a.object) == 0 {
				a.object = []int{h}
			}
		case "VBG":
			if len(a.subject) == 0 {
				a.subject = []int{h}
			}
		}
	case "xcomp", "advcl", "conj", "parataxis":
		if len(a.surface()) > 0 || r.part(h) != verb && r.dependent(h, "cop") < 0 {
			return
		}
		above := r.argumentsAt(h, depth+1)
		from := above.surface()
		if rel == "xcomp" && !above.passive && len(above.object) > 0 && asking.has(r.lemma[h]) {
			from = above.object
		}
		if rel == "conj" && above.passive && r.doc.Tokens[i].XPOS == "VBN" && r.dependent(i, "obj") < 0 && r.dependent(i, "aux") < 0 {
			a.passive = true
		}
		if a.passive {
			a.object = from
		} else {
			a.subject = from
		}
	}
}

// nounBefore returns the head of the nominal right before the verb at token i
// and its auxiliaries, or -1.
func (r *reader) nounBefore(i int) int {
	for k := i - 1; k >= max(0, i-maxBeside); k-- {
		switch r.doc.Tokens[k].UPOS {
		case "ADV", "AUX":
		case "NOUN", "PROPN", "PRON":
			return k
		default:
			return -1
		}
	}
	return -1
}

// resolveRelative puts the noun that a relative clause describes in the place
// of its relative pronoun, or into the empty place.
func (r *reader) resolveRelative(a *arguments, noun int) {
	for _, list := range [...][]int{a.subject, a.object, a.other} {
		for k, d := range list {
			if relative.has(r.lower[d]) {
				list[k] = noun
				return
			}
		}
	}
	switch {
	case len(a.subject) == 0 && !a.passive:
		a.subject = []int{noun}
	case len(a.object) == 0:
		a.object = []int{noun}
	}
}

// nominal reads who takes part in a doing that a noun names: "the army's
// withdrawal from the town", "an attack by rebels", "the release of the men".
func (r *reader) nominal(i int, a *arguments, depth int) {
	for d := range r.dependents(i) {
		if r.time[d] {
			continue
		}
		switch r.relation(d) {
		case "nmod:poss":
			a.subject = append(a.subject, d)
		case "nmod", "obl":
			switch p := r.preposition(d); {
			case doer.has(p):
				a.subject = append(a.subject, r.joined(d)...)
			case p == "of":
				a.object = append(a.object, r.joined(d)...)
			default:
				a.other = append(a.other, r.joined(d)...)
			}
		}
	}
	h := int(r.up[i])
	if h >= 0 && r.cue[h] && (r.relation(i) == "obj" || r.relation(i) == "xcomp") {
		for d := range r.dependents(h) { // "called the report a lie"
			if d < i && (r.relation(d) == "obj" || r.relation(d) == "iobj") && r.owner[d] == r.owner[i] {
				a.subject = append(a.subject, d)
			}
		}
	}
	if len(a.subject) == 0 && depth < deepest && h >= 0 && r.relation(i) == "obj" && light.has(r.lemma[h]) && !asking.has(r.lemma[h]) {
		a.subject = r.argumentsAt(h, depth+1).subject
	}
}

// joined returns the nominal at token i and those joined to it by "and".
func (r *reader) joined(i int) []int {
	out := []int{i}
	for d := range r.dependents(i) {
		if r.relation(d) == "conj" && r.part(d) == noun {
			out = append(out, d)
		}
	}
	return out
}

// list turns head words into arguments.
func (r *reader) list(heads []int) []wiredesk.Argument {
	var out []wiredesk.Argument
	for _, h := range heads {
		first, last := r.phrase(h)
		out = append(out, wiredesk.Argument{
			Span: r.doc.SpanOf(first, last), Words: r.doc.Words(first, last), Head: r.lemma[h],
			Entity: wiredesk.Optional(r.entityOf(h)),
		})
	}
	return out
}

// others turns head words into arguments with their prepositions.
func (r *reader) others(heads []int) []wiredesk.Argument {
	out := r.list(heads)
	for k, h := range heads {
		out[k].Case = r.preposition(h)
	}
	return out
}

// entityOf returns the entity that the nominal at token i stands for: a name
// there, or the speaker for a first person in what is said word for word.
func (r *reader) entityOf(i int) string {
	if r.entity[i] != "" {
		return r.entity[i]
	}
	for d := range r.dependents(i) {
		if rel := r.relation(d); (rel == "flat" || rel == "appos") && r.entity[d] != "" {
			return r.entity[d]
		}
	}
	if k := r.owner[i]; k >= 0 && firstPerson.has(r.lower[i]) && r.claims[k].Kind != wiredesk.Narrated {
		return string(r.claims[k].Source.Entity)
	}
	return ""
}

// longestPhrase bounds the words of an argument.
const longestPhrase = 24

// phrase returns the tokens of the noun phrase whose head is token i, without
// its preposition, relative clauses, appositions and what is joined to it.
func (r *reader) phrase(i int) (int, int) {
	first, last := i, i+1
	r.span(i, 0, &first, &last)
	k := r.doc.SentenceOf(i)
	if k < 0 {
		return i, i + 1
	}
	s := r.doc.Sentences[k]
	first, last = max(first, i-longestPhrase, s.First), min(last, i+longestPhrase, s.Last)
	for first < i && r.doc.Tokens[first].UPOS == "PUNCT" {
		first++
	}
	for last > i+1 && r.doc.Tokens[last-1].UPOS == "PUNCT" {
		last--
	}
	return first, last
}

// span widens [first, last) by the words that belong to the noun at token i.
func (r *reader) span(i, depth int, first, last *int) {
	if depth > deepest {
		return
	}
	*first, *last = min(*first, i), max(*last, i+1)
	for d := range r.dependents(i) {
		switch r.relation(d) {
		case "case":
			if depth == 0 && d < i {
				continue
			}
		case "advmod":
			if r.doc.Tokens[d].XPOS == "WRB" {
				continue
			}
		case "det", "det:predet", "amod", "nummod", "compound", "nmod", "nmod:poss", "nmod:desc", "nmod:unmarked", "flat", "fixed", "obl", "goeswith":
		case "punct":
			continue
		default:
			continue
		}
		r.span(d, depth+1, first, last)
	}
}
