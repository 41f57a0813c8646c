package event

import "wiredesk"

// arguments returns who did it and to whom, for the event of a type told by
// token i. Where one side meets another, both are who.
func (r *reader) arguments(i int, kind string) (who, whom wiredesk.List[string]) {
	var doers, done []int
	if r.Doc.Tokens[i].UPOS == "VERB" {
		doers, done = r.verbArguments(i)
	} else {
		doers, done = r.nounArguments(i)
	}
	for _, d := range doers {
		who = r.name(who, d)
	}
	for _, d := range done {
		whom = r.name(whom, d)
	}
	return who, whom
}

// verbArguments returns the heads of who and whom of the verb at i.
func (r *reader) verbArguments(i int) (who, whom []int) {
	passive := r.dependent(i, "aux:pass", "nsubj:pass") >= 0
	for d := int(r.child[i]) - 1; d >= 0; d = int(r.next[d]) - 1 {
		switch r.relation(d) {
		case "nsubj":
			who = append(who, d)
		case "nsubj:pass":
			whom = append(whom, d)
		case "obj", "iobj":
			whom = append(whom, d)
		case "obl:agent":
			who = append(who, d)
		case "obl":
			switch r.preposition(d) {
			case "by":
				if passive || r.relation(i) == "acl" {
					who = append(who, d)
				}
			case "with", "against", "at", "on":
				if r.entities[d] != "" && !r.isPlace(d) {
					whom = append(whom, d)
				}
			}
		}
	}
	if len(who) == 0 && !passive || passive && len(whom) == 0 {
		who, whom = r.borrowed(i, passive, who, whom)
	}
	return who, whom
}

// borrowed finds the missing subject of the verb at i: that of the verb it is
// joined to or depends on, or the noun that it qualifies.
func (r *reader) borrowed(i int, passive bool, who, whom []int) ([]int, []int) {
	put := func(d int) ([]int, []int) {
		if d < 0 {
			return who, whom
		}
		if passive {
			return who, append(whom, d)
		}
		return append(who, d), whom
	}
	h := r.head(i)
	if h < 0 {
		return who, whom
	}
	switch r.relation(i) {
	case "conj":
		if r.Doc.Tokens[h].UPOS == "VERB" {
			return put(r.subjectOf(h))
		}
	case "xcomp", "advcl":
		if d := r.dependent(h, "obj"); d >= 0 && r.relation(i) == "xcomp" {
			return put(d) // "urged them to leave"
		}
		return put(r.subjectOf(h))
	case "acl":
		if r.Doc.Tokens[i].XPOS == "VBN" {
			return who, append(whom, h)
		}
		if r.Doc.Tokens[h].UPOS == "NOUN" && r.Doc.Tokens[i].XPOS == "VB" {
			return put(r.dependent(h, "nmod:poss")) // "its bid to oust him"
		}
		return put(h)
	}
	return who, whom
}

// maxBorrow is how many joined verbs are followed to a shared subject.
const maxBorrow = 3

// subjectOf returns the subject of the verb at i, or of the verb it is joined
// to; -1 where there is none.
func (r *reader) subjectOf(i int) int {
	for range maxBorrow {
		if d := r.dependent(i, "nsubj", "nsubj:pass"); d >= 0 {
			return d
		}
		if rel := r.relation(i); rel != "conj" && rel != "xcomp" && rel != "advcl" {
			return -1
		}
		if i = r.head(i); i < 0 {
			return -1
		}
	}
	return -1
}

// nounArguments returns the heads of who and whom of the noun at i: "the
// army's shelling of Homs", "talks between A and B", "the Russian veto".
func (r *reader) nounArguments(i int) (who, whom []int) {
	for d := int(r.child[i]) - 1; d >= 0; d = int(r.next[d]) - 1 {
		switch r.relation(d) {
		case "nmod:poss":
			who = append(who, d)
		case "amod", "compound":
			if r.entities[d] != "" {
				who = append(who, d)
			}
		case "nmod":
			switch r.preposition(d) {
			case "by", "between", "among", "from":
				who = append(who, d)
			case "of":
				if r.intransitiveNoun(i) {
					who = append(who, d)
				} else {
					whom = append(whom, d)
				}
			case "with", "against", "on", "at", "to":
				if r.preposition(d) == "with" || r.entities[d] != "" {
					whom = append(whom, d)
				}
			}
		}
	}
	if len(who) == 0 && (r.relation(i) == "obj" || r.relation(i) == "obl") {
		if h := r.head(i); h >= 0 && lightVerbs[r.Doc.Lemma(h)] {
			if s := r.subjectOf(h); s >= 0 {
				who = append(who, s) // "held talks", "launched an attack"
			}
		}
	}
	return who, whom
}

// lightVerbs are verbs whose subject does what their object names.
var lightVerbs = map[string]bool{
	"hold": true, "launch": true, "carry": true, "make": true, "stage": true, "begin": true, "start": true, "end": true,
	"conduct": true, "continue": true, "order": true, "mount": true, "impose": true, "declare": true, "pay": true,
	"issue": true, "express": true, "reach": true, "sign": true, "lead": true, "renew": true, "resume": true, "have": true,
	"announce": true, "commit": true, "open": true, "keep": true, "step": true, "win": true, "give": true, "offer": true,
}

// intransitiveNoun reports whether "of" behind the noun at i names who did it:
// "the arrival of the envoy", "the death of a boy".
func (r *reader) intransitiveNoun(i int) bool {
	switch r.Doc.Lemma(i) {
	case "arrival", "visit", "withdrawal", "retreat", "resignation", "meeting", "protest", "march", "return", "departure", "death", "collapse", "crash", "sinking":
		return true
	}
	return false
}
