package event

import (
	"sort"

	"wiredesk"
)

// arguments returns who did it and to whom, for the event of a type told by
// token i.
func (r *reader) arguments(i int, kind string) (who, whom wiredesk.List[string]) {
	var doers, done []int
	switch r.part(i) {
	case "verb":
		doers, done = r.verbArguments(i)
	case "adjective":
		done = r.suffering(i)
	default:
		doers, done = r.nounArguments(i, kind)
	}
	for _, d := range doers {
		who = r.name(who, d)
	}
	for _, d := range done {
		if r.isPlace(d) && (kind == "accident" || kind == "death" || kind == "disaster") {
			continue // "capsized off Zanzibar"
		}
		whom = r.name(whom, d)
	}
	return who, whom
}

// verbArguments returns the heads of who and whom of the verb at i.
func (r *reader) verbArguments(i int) (who, whom []int) {
	passive := r.passive(i)
	for d := range r.dependents(i) {
		switch r.relation(d) {
		case "nsubj":
			if passive {
				whom = append(whom, d) // of a headline: "Man arrested"
				continue
			}
			who = append(who, d)
		case "compound", "nmod":
			if d == i-1 && r.dependent(i, "nsubj", "nsubj:pass") < 0 {
				who = append(who, d) // "a gunman shot", read as one noun
			}
		case "nsubj:pass":
			whom = append(whom, d)
		case "obj", "iobj":
			if !r.particleOf(d) && !(r.aims(i) && r.relation(d) == "obj") {
				whom = append(whom, d)
			}
		case "obl:agent":
			who = append(who, d)
		case "obl":
			if r.Doc.Tokens[d].UPOS == "NUM" && d > i && r.dependent(i, "obj", "nsubj:pass") < 0 && r.preposition(d) == "" || r.Doc.Tokens[d].UPOS == "NUM" && r.counts(d) && r.dependent(i, "obj", "nsubj:pass") < 0 {
				whom = append(whom, d) // "killed over 100"
				continue
			}
			switch r.preposition(d) {
			case "by":
				if passive || r.relation(i) == "acl" {
					who = append(who, d)
				}
			case "with", "against":
				if r.party(d) {
					whom = append(whom, d)
				}
			case "at", "on":
				if r.entities[d] != "" && !r.isPlace(d) && !passive || r.aims(i) && r.party(d) {
					whom = append(whom, d)
				}
			case "into", "upon", "toward", "towards", "to":
				if r.aims(i) && r.party(d) {
					whom = append(whom, d)
				}
			}
		}
	}
	if len(who) == 0 && !passive || passive && len(whom) == 0 {
		who, whom = r.borrowed(i, passive, who, whom)
	}
	if len(who) == 0 && passive {
		who = r.within(i)
	}
	return who, whom
}

// counts reports whether the preposition before the number at d only says how
// exact it is: "killed over 100".
func (r *reader) counts(d int) bool {
	switch r.preposition(d) {
	case "over", "about", "around", "under":
		return !r.timeAt(d)
	}
	return false
}

// passive reports whether what the verb at i tells was done to its subject:
// also where it shares the auxiliary of the verb it is joined to ("was arrested
// and charged"), and in a headline, where a past participle without an object
// has none ("Man arrested").
func (r *reader) passive(i int) bool {
	x := r.Doc.Tokens[i].XPOS
	switch {
	case r.dependent(i, "aux:pass", "nsubj:pass") >= 0 || r.relation(i) == "acl" && x == "VBN":
		return true
	case x != "VBN" && x != "VBD" || r.dependent(i, "obj", "aux", "ccomp") >= 0:
		return false
	case r.headline && r.dependent(i, "nsubj") >= 0 && suffered()[r.Doc.Lemma(i)]:
		return true
	case r.relation(i) == "conj" && x == "VBN" && r.dependent(i, "nsubj") < 0:
		h := r.head(i)
		return h >= 0 && r.dependent(h, "aux:pass") >= 0
	}
	return false
}

// aims reports whether the verb at i has no victim as its object, because that
// is what is fired, thrown, lit or brought: "opened fire on a mob", "set fire
// to a house", "threw stones at the police", "delivered food to the town".
func (r *reader) aims(i int) bool {
	if d := r.dependent(i, "obj"); d >= 0 {
		return r.particleOf(d) || needed()["weapon"][r.Doc.Lemma(d)] || needed()["relief"][r.Doc.Lemma(d)]
	}
	switch r.Doc.Lemma(i) {
	case "fire", "shoot", "shot":
		return true
	}
	return false
}

// within returns who did what the passive verb at i tells, where it was done in
// somebody's deed: "killed in an army raid". In a fight of two sides the words
// don't say who killed whom.
func (r *reader) within(i int) []int {
	for d := range r.dependents(i) {
		if r.relation(d) != "obl" || r.preposition(d) != "in" && r.preposition(d) != "during" && r.preposition(d) != "by" {
			continue
		}
		if f := r.dependent(d, "acl"); f == d+1 && r.Doc.Tokens[f].XPOS == "VBG" && r.armed(d) {
			return []int{d} // "in police firing", the noun taken for a participle
		}
		if kind, _, _ := r.trigger(d); (kind == "assault" || kind == "coerce") && r.part(d) == "noun" && !fights()[r.Doc.Lemma(d)] {
			who, _ := r.nounArguments(d, kind)
			return who
		}
	}
	return nil
}

// suffering returns of whom the adjective at i is said: its subject, or the
// object of the verb over it ("left two people dead").
func (r *reader) suffering(i int) []int {
	if d := r.dependent(i, "nsubj"); d >= 0 {
		return []int{d}
	}
	h := r.head(i)
	if h < 0 || r.relation(i) == "conj" {
		return nil
	}
	if d := r.dependent(h, "obj", "nsubj:pass", "nsubj"); d >= 0 && r.verbal(h) {
		return []int{d}
	}
	return nil
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
		if r.verbal(h) {
			return put(r.subjectOf(h))
		}
	case "xcomp", "advcl":
		if d := r.dependent(h, "obj"); d >= 0 && (r.relation(i) == "xcomp" || r.Doc.Tokens[i].XPOS == "VB" && governors()[r.Doc.Lemma(h)] != "") {
			return put(d) // "urged them to leave"
		}
		return put(r.subjectOf(h))
	case "acl":
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
		if i > r.First && r.relation(i-1) == "compound" && r.head(i-1) == i {
			return i - 1 // "a gunman shot", read as one noun
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
func (r *reader) nounArguments(i int, kind string) (who, whom []int) {
	for d := range r.dependents(i) {
		switch r.relation(d) {
		case "nmod:poss":
			who = append(who, d)
		case "amod", "compound":
			if r.entities[d] != "" || r.armed(d) {
				who = append(who, d)
			}
		case "nmod":
			switch r.preposition(d) {
			case "by", "between", "among":
				who = append(who, d)
			case "from":
				if r.entities[d] != "" && !r.isPlace(d) {
					who = append(who, d)
				}
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
	if d := r.dependent(i, "nmod:poss"); d >= 0 && kind == "consult" && r.Word(d) == "their" && r.entities[d] == "" {
		who = r.both(i) // "spoke with him during their meeting"
	}
	if h := r.head(i); len(who) == 0 && h >= 0 && r.verbal(h) && !r.passive(h) && r.Word(i+1) == "by" {
		for d := range r.dependents(h) {
			if r.relation(d) == "obl" && d > i && r.dependent(d, "case") == i+1 {
				who = append(who, d) // "foiled an attack by pirates"
			}
		}
	}
	if len(who) == 0 && (r.relation(i) == "obj" || r.relation(i) == "obl" && (r.preposition(i) == "in" || r.preposition(i) == "with")) {
		if h := r.head(i); h >= 0 && lightVerbs()[r.Doc.Lemma(h)] {
			if s := r.subjectOf(h); s >= 0 {
				who = append(who, s) // "held talks", "launched an attack"
			}
			if len(whom) == 0 {
				whom = r.aimed(h)
			}
		}
	}
	return who, whom
}

// armed reports whether the noun at d, before a noun of a deed, says whose deed
// it is: "police firing", "rebel attack".
func (r *reader) armed(d int) bool { return forces()[r.Doc.Lemma(d)] }

// aimed returns whom the object of the verb at h is aimed at: "imposed sanctions
// on three firms".
func (r *reader) aimed(h int) (whom []int) {
	for d := range r.dependents(h) {
		if r.relation(d) == "obl" {
			switch r.preposition(d) {
			case "on", "against", "with":
				if r.party(d) {
					whom = append(whom, d)
				}
			}
		}
	}
	return whom
}

// party reports whether the nominal at token d can be somebody: a name, or a
// noun that is no time and no event.
func (r *reader) party(d int) bool {
	if r.entities[d] != "" {
		return true
	}
	if u := r.Doc.Tokens[d].UPOS; u != "NOUN" || r.timeAt(d) || needed()["weapon"][r.Doc.Lemma(d)] {
		return false
	}
	kind, _, _ := r.trigger(d)
	return kind == ""
}

// timeAt reports whether a time expression covers token i.
func (r *reader) timeAt(i int) bool {
	start := r.Doc.Tokens[i].Span.Start
	k := sort.Search(len(r.Doc.Times), func(k int) bool { return r.Doc.Times[k].Span.End > start })
	return k < len(r.Doc.Times) && r.Doc.Times[k].Span.Start <= start
}

// both returns the two sides that "their" stands for in the clause of the noun
// at i: the subject and whom it acts with.
func (r *reader) both(i int) []int {
	h := r.head(i)
	if h < 0 || r.Doc.Tokens[h].UPOS != "VERB" {
		return nil
	}
	var out []int
	who, whom := r.verbArguments(h)
	for _, d := range append(who, whom...) {
		if d != i {
			out = append(out, d)
		}
	}
	return out
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
