package predicate

// predicates reports whether the word at token i says something of somebody:
// a verb, what stands behind a form of "be", or a noun of doing that is the
// matter of a verb or of the whole claim.
func (r *reader) predicates(i int) bool {
	switch r.part(i) {
	case verb:
		return true
	case adjective, noun:
		return r.dependent(i, "cop") >= 0 || r.deed(i)
	}
	return false
}

// part returns what the token is: a verb, a noun or an adjective, 0 for others
// and for words that only belong to another.
func (r *reader) part(i int) part {
	t := &r.doc.Tokens[i]
	switch r.relation(i) {
	case "aux", "aux:pass", "cop", "case", "mark", "amod", "compound", "compound:prt", "det", "fixed", "cc", "punct", "discourse", "flat", "nmod:desc":
		return 0
	}
	switch t.UPOS {
	case "VERB":
		return verb
	case "AUX":
		if r.relation(i) == "root" || r.dependent(i, "expl") >= 0 || r.dependent(i, "nsubj") >= 0 {
			return verb
		}
	case "ADJ", "ADV":
		if t.UPOS == "ADJ" && r.dependent(i, "obj") >= 0 && r.dependent(i, "cop") < 0 {
			return verb // "to free the pilots" is often tagged so
		}
		return adjective
	case "NOUN", "PROPN", "PRON", "NUM":
		if t.UPOS == "NOUN" && r.dependent(i, "obj") >= 0 && r.dependent(i, "nsubj") >= 0 {
			return verb // "the rebels shot three men" is often tagged so
		}
		return noun
	}
	return 0
}

// deed reports whether the noun at token i names a doing and is the matter of a
// verb that says little beside it, or of the claim: "launched an attack",
// "denied the release of the men".
func (r *reader) deed(i int) bool {
	if classes()[noun][r.lemma[i]] == nil || r.doc.Tokens[i].UPOS != "NOUN" {
		return false
	}
	switch r.relation(i) {
	case "obj", "nsubj:pass":
		h := r.up[i]
		return h >= 0 && (light.has(r.lemma[h]) || r.outside(i))
	case "obl", "root", "ccomp", "xcomp", "parataxis", "nsubj":
		return r.outside(i)
	}
	return false
}

// class returns the class of the predicate at token i, or its lemma.
func (r *reader) class(i int) string {
	p := r.part(i)
	order := [...]part{p, noun, adjective}
	if p == adjective {
		order = [...]part{adjective, verb, noun}
	}
	lemma := r.lemma[i]
	for _, p := range order {
		for _, e := range classes()[p][lemma] {
			if r.stands(e, i) {
				return e.class
			}
		}
	}
	return lemma
}

// maxBeside is how many tokens behind a verb its particle stands at most.
const maxBeside = 6

// stands reports whether what an entry asks for stands beside token i.
func (r *reader) stands(e entry, i int) bool {
	at := i
	for _, w := range e.beside {
		found := -1
		for k := at + 1; k < min(at+maxBeside, len(r.lower)) && found < 0; k++ {
			if (r.lower[k] == w || r.lemma[k] == w) && (k == at+1 || r.up[k] == int32(i) || r.up[k] >= 0 && r.up[r.up[k]] == int32(i)) {
				found = k
			}
		}
		if found < 0 {
			return false
		}
		at = found
	}
	return true
}

// words returns the tokens that are printed as the predicate at token i: the
// word, and a particle right behind it.
func (r *reader) words(i int) (int, int) {
	if k := i + 1; k < len(r.lower) && r.up[k] == int32(i) && r.relation(k) == "compound:prt" {
		return i, k + 1
	}
	return i, i + 1
}
