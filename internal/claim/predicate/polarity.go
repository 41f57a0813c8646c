package predicate

import "wiredesk"

// denied reports whether the clause of token i is denied, over all that turns
// it round: "not", "no one", "failed to", "denied that".
func (r *reader) denied(i, depth int) bool {
	denied := r.negated(i)
	if depth > deepest {
		return denied
	}
	if r.outside(i) {
		k := r.owner[i]
		return denied != (k >= 0 && r.denying[k])
	}
	h := int(r.up[i])
	switch r.hangs(i) {
	case "conj":
		if r.alternative(i) || r.governed(h) && r.dependent(i, "nsubj") < 0 {
			return denied != r.denied(h, depth+1)
		}
	case "xcomp", "obj":
		return denied != (r.denied(h, depth+1) != r.turns(h))
	case "ccomp", "csubj", "nsubj":
		if r.part(h) == noun && r.dependent(h, "cop") < 0 {
			return denied != r.reported(h, depth)
		}
		if r.turns(h) || r.false(h) {
			return denied != !r.denied(h, depth+1)
		}
		if truth.has(r.lemma[h]) {
			return denied != r.denied(h, depth+1)
		}
	case "acl":
		return denied != r.reported(h, depth)
	}
	return denied
}

// governed reports whether something above the predicate at token i turns it
// round, and not only a word beside it.
func (r *reader) governed(i int) bool {
	if r.outside(i) {
		k := r.owner[i]
		return k >= 0 && r.denying[k]
	}
	return r.relation(i) == "xcomp"
}

// negated reports whether words of the clause itself turn it round.
func (r *reader) negated(i int) bool {
	n, subject := false, -1
	for d := range r.dependents(i) {
		switch r.relation(d) {
		case "advmod", "cc", "cc:preconj", "mark", "case":
			n = n != (negator.has(r.lower[d]) && !r.onlyNot(d) || without.has(r.lower[d]) || r.noLonger(d))
		case "nsubj", "nsubj:pass":
			if subject < 0 {
				n, subject = n != r.none(d), d
			}
		case "obj", "obl:agent":
			n = n != r.none(d)
		case "det":
			n = n != negative.has(r.lower[d])
		case "aux":
			n = n != negator.has(r.lower[d])
		}
	}
	if h := int(r.up[i]); h >= 0 && subject < 0 {
		switch r.hangs(i) {
		case "clause":
			n = n != r.none(h)
		case "conj":
			if above := r.arguments(h).surface(); len(above) > 0 && !r.outside(i) && r.part(h) == verb {
				n = n != r.none(above[0])
			}
		}
	}
	return n
}

// onlyNot reports whether "not" at token i is that of "not only".
func (r *reader) onlyNot(i int) bool {
	return i+1 < len(r.lower) && r.lower[i+1] == "only"
}

// noLonger reports whether token i has a "no" or "not" on it: "no longer", "not
// yet".
func (r *reader) noLonger(i int) bool {
	for d := range r.dependents(i) {
		if r.relation(d) == "advmod" && negator.has(r.lower[d]) {
			return true
		}
	}
	return false
}

// none reports whether the nominal at token i is nobody or nothing: "no one",
// "none of them", "neither side", "no troops".
func (r *reader) none(i int) bool {
	if negative.has(r.lower[i]) {
		return true
	}
	for d := range r.dependents(i) {
		switch r.relation(d) {
		case "det", "cc:preconj", "cc", "advmod":
			if d < i && negative.has(r.lower[d]) {
				return true
			}
		}
	}
	return false
}

// alternative reports whether the clause at token i is joined with "or" or
// "nor" and has no subject of its own: "did not shell or burn the town".
func (r *reader) alternative(i int) bool {
	cc := r.dependent(i, "cc")
	return cc >= 0 && alternatives.has(r.lower[cc]) && r.dependent(i, "nsubj") < 0
}

// turns reports whether the verb at token i denies what hangs on it.
func (r *reader) turns(i int) bool {
	if !denyingWord.has(r.lemma[i]) {
		return false
	}
	return !particleOnly.has(r.lemma[i]) || r.dependent(i, "compound:prt") >= 0
}

// false reports whether the word at token i says of something that it is not
// so, not whether it does so with a negation.
func (r *reader) false(i int) bool { return untrue.has(r.lemma[i]) || untrue.has(r.lower[i]) }

// reported reports whether a clause that hangs on the noun at token i is denied
// with it: "reports that ... are false", "there is no proof that".
func (r *reader) reported(i, depth int) bool {
	if truth.has(r.lemma[i]) && (r.none(i) || r.up[i] >= 0 && !r.outside(i) && r.negated(int(r.up[i]))) {
		return true
	}
	h := int(r.up[i])
	if h < 0 {
		return false
	}
	if r.outside(i) {
		k := r.owner[i]
		return k >= 0 && r.denying[k]
	}
	switch {
	case r.turns(h) && (r.relation(i) == "obj" || r.relation(i) == "nsubj:pass"), r.false(h) && r.relation(i) == "nsubj":
		return !r.denied(h, depth+1)
	case truth.has(r.lemma[h]) && r.relation(i) == "nmod":
		return r.reported(h, depth+1)
	}
	return false
}

// polarity says whether the matter of claim k is affirmed or denied: its first
// clause, or the cue alone where there is none. What is called a lie is denied.
func (r *reader) polarity(k int) wiredesk.Polarity {
	denied := r.denying[k]
	top := -1
	for _, s := range r.claims[k].Content {
		first, last := r.doc.TokensIn(s)
		for i := first; i < last; i++ {
			if int(r.owner[i]) != k {
				continue
			}
			if top < 0 && !r.cue[i] && r.predicates(i) && r.topmost(i) {
				top = i
			}
		}
	}
	if top >= 0 {
		denied = r.denied(top, 0)
		if r.saysFalse(top) {
			denied = !denied
		}
	} else {
		denied = denied != r.bare(k)
	}
	if denied {
		return wiredesk.Negated
	}
	return wiredesk.Affirmed
}

// topmost reports whether no other predicate of its claim stands over the one
// at token i.
func (r *reader) topmost(i int) bool {
	for n := 0; n < deepest && !r.outside(i); n++ {
		if i = int(r.up[i]); r.predicates(i) {
			return false
		}
	}
	return true
}

// saysFalse reports whether the clause at token i calls something untrue: "is
// false", "called it a lie", "are without foundation", "there is no truth in".
func (r *reader) saysFalse(i int) bool {
	if r.false(i) {
		return true
	}
	for _, d := range r.arguments(i).other {
		if r.false(d) || truth.has(r.lemma[d]) && without.has(r.preposition(d)) {
			return true
		}
	}
	return false
}

// shortest is how many words a content has at most that is itself the word
// that denies: "baseless", "a total lie".
const shortest = 8

// bare reports whether a content without a clause denies something.
func (r *reader) bare(k int) bool {
	for _, s := range r.claims[k].Content {
		first, last := r.doc.TokensIn(s)
		for i := first; i < last && last-first <= shortest; i++ {
			if r.false(i) || r.outside(i) && r.none(i) {
				return true
			}
		}
	}
	return false
}
