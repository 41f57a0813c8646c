package figure

// barrierReach is how many tokens behind the group that follows "and" its own
// finite verb may stand.
const barrierReach = 6

// A barrier is a token at which a clause with a group and a verb of its own
// begins: "the blast killed 15 | and 40 were wounded". Nothing is summed across
// it and no subject is inherited.

// findBarriers marks the barriers of the sentence.
func (r *reader) findBarriers() {
	predicate := false // a verb stands between the last barrier and the token
	for i := r.First; i < r.Last; i++ {
		r.barrier[i] = false
		if predicate && r.is(i, "barrier") && (r.ownVerb(i) || r.ownSubject(i)) && !r.listGoesOn(i) {
			r.barrier[i] = true
			predicate = false
			continue
		}
		predicate = predicate || r.predicate(i)
	}
}

// predicate reports whether the token at i is a verb, or a word of casualties
// used like one.
func (r *reader) predicate(i int) bool {
	switch r.Stop(i) {
	case "verb", "be", "have", "modal", "do":
		return true
	}
	if t, _ := r.triggerAt(i); t != nil && !t.counts() && !r.insideGroup(i) {
		return true
	}
	u := r.Doc.Tokens[i].UPOS
	return u == "VERB" && !r.insideGroup(i)
}

// ownVerb reports whether a group with a finite verb of its own follows the
// conjunction at i.
func (r *reader) ownVerb(i int) bool {
	j := i + 1
	k := r.groupFrom(j)
	for k < 0 && j < i+barrierReach && (r.Stop(j) == "adv" || r.Stop(j) == "prep" || r.is(j, "barrier") || r.Capitalised(j) || r.Stop(j) == "det" || j == i+1 && r.Word(j) == "that") {
		j++
		k = r.groupFrom(j)
	}
	if k < 0 {
		return false
	}
	comma := r.Word(i) == ","
	for k < len(r.groups) {
		next := r.verbOf(k, comma)
		if next < 0 {
			return false
		}
		if next == k {
			return true
		}
		k = next // "and a man and his son were hurt"
	}
	return false
}

// ownSubject reports whether the tree gives the verb behind the conjunction at i a
// subject that stands behind it too: "and nearly half the population fled".
func (r *reader) ownSubject(i int) bool {
	if r.Mark(i) {
		return false
	}
	for j := i + 1; j < min(i+barrierReach+2, r.Last); j++ {
		switch {
		case r.Doc.Tokens[j].Deprel == "nsubj" || r.Doc.Tokens[j].Deprel == "nsubj:pass":
			h := r.Doc.Head(j)
			return h > j && r.Doc.Tokens[h].Deprel == "conj" && r.Doc.Head(h) < i
		case r.predicate(j) || r.Stop(j) == "rel" || r.Stop(j) == "sub":
			return false
		}
	}
	return false
}

// verbOf returns k where a finite verb follows group k within a few tokens, the
// index of the group that is joined to it by "and" and may have the verb, or -1.
// After a comma the verb must follow at once.
func (r *reader) verbOf(k int, comma bool) int {
	g := &r.groups[k]
	for j := g.last; j < min(g.last+barrierReach, r.Last); j++ {
		if r.finite(j, j > g.last) {
			return k
		}
		switch r.Stop(j) {
		case "adv":
			continue
		case "rel", "sub":
			return -1
		case "conj":
			if n := r.groupFrom(j + 1); n >= 0 {
				return n
			}
			return -1
		}
		if comma || r.is(j, "barrier") {
			return -1
		}
	}
	return -1
}

// finite reports whether a finite verb stands at j: an auxiliary, a verb of
// dying or a past or present form. apart is whether words stand between the
// group and the verb; a bare participle right behind a group is no verb
// ("and 40 wounded"), unless an object follows it.
func (r *reader) finite(j int, apart bool) bool {
	switch r.Stop(j) {
	case "be", "have", "modal", "do":
		return true
	case "verb":
		return r.Doc.Tokens[j].UPOS == "VERB"
	}
	if r.insideGroup(j) {
		return false
	}
	if t, end := r.triggerAt(j); t != nil {
		switch {
		case t.has("participle") || t.has("state"):
			k := r.groupFrom(end)
			return k >= 0 && (r.groups[k].kind != plural || r.groups[k].definite) && !r.followedByTrigger(r.groups[k].last)
		case t.has("subject"):
			return true
		}
	}
	switch r.Doc.Tokens[j].XPOS {
	case "VBD", "VBZ", "VBP":
		return r.Doc.Tokens[j].UPOS == "VERB"
	}
	return false
}

// listGoesOn reports whether the group before the conjunction at i is in the
// list that the conjunction goes on, and not the object of a verb: in "police
// said two men and three women were killed" no clause begins at "and".
func (r *reader) listGoesOn(i int) bool {
	at := i
	for r.Word(at-1) == "," {
		at--
	}
	k := r.groupTo(at)
	if k < 0 {
		return false
	}
	for k > 0 && r.between(&r.groups[k-1], &r.groups[k]) != "" {
		k--
	}
	j := r.groups[k].first - 1
	for j > r.First && (r.Stop(j) == "adv" || r.is(j, "quotation")) {
		j--
	}
	if j < r.First {
		return true
	}
	if r.is(j, "telling") {
		return true
	}
	switch r.Stop(j) {
	case "prep":
		return !r.prepositional(j + 1)
	case "sub", "rel", "conj", "have":
		return true
	case "be":
		return r.Stop(j-1) != "pron" // "there were"
	}
	if t, _ := r.triggerEnding(j + 1); t != nil {
		return false
	}
	return r.Doc.Tokens[j].UPOS != "VERB"
}

// triggerEnding returns the trigger that ends before token i and where it begins.
func (r *reader) triggerEnding(i int) (*trigger, int) {
	for k := i - 1; k >= max(r.First, i-longestTrigger); k-- {
		if t, end := r.triggerAt(k); t != nil && end == i {
			return t, k
		}
	}
	return nil, 0
}

// longestTrigger is how many words a trigger may have.
const longestTrigger = 5
