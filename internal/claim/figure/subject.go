package figure

// A verb is a trigger with the auxiliaries before it: "may have been killed".
type verb struct {
	first      int // first auxiliary, or the trigger itself
	passive    bool
	perfect    bool // "have killed"
	infinitive bool // "to kill"
	modal      string
	negated    bool
}

// longestVerb is how many tokens before its trigger a verb may begin.
const longestVerb = 30

// verbAt reads the auxiliaries before the trigger at token t, over adverbs and
// over triggers joined to it: "was shot and killed".
func (r *reader) verbAt(t int) verb {
	v := verb{first: t}
	for i := t - 1; i >= max(r.First, t-longestVerb); i-- {
		w := r.Word(i)
		switch r.Stop(i) {
		case "be":
			if !v.perfect {
				v.passive = true
			}
			v.first = i
			continue
		case "have":
			if !v.passive {
				v.perfect = true
			}
			v.first = i
			continue
		case "modal", "do":
			v.modal, v.first = w, i
			continue
		case "adv":
			if w == "not" || w == "never" {
				v.negated = true
			}
			continue
		}
		switch {
		case w == "nearly" || w == "almost":
			v.negated = true
		case r.adverb(i):
		case w == "to" && reckoned()[r.Word(i-1)] && (v.passive || v.perfect):
			i-- // "are believed to have died": told as a fact by somebody
			v.first = i
		case w == "n't" || w == "n’t" || w == "nt":
			v.negated = true
		case w == "to" && !v.passive:
			v.infinitive, v.first = true, i
			return v
		case w == "to":
			v.infinitive, v.first = true, i
		case w == "confirmed" || w == "found" || w == "feared" || w == "presumed" || w == "pronounced" || w == "declared" || w == "believed" || w == "reported" || w == "left" && r.Stop(i-1) == "be":
			v.first = i
		case v.first == t && (w == "and" || w == "or" || w == ",") && i > r.First && r.joined(i):
			// the trigger before is joined to this one; its auxiliaries are shared
			for i > r.First && !r.beginsTrigger(i-1) {
				i--
			}
			i--
		default:
			return v
		}
	}
	return v
}

// supposed reports whether "if" or "whether" opens the clause whose verb begins
// at token t: "if someone was hurt".
func (r *reader) supposed(t int) bool {
	for i := t - 1; i >= max(r.First, t-longestSubject); i-- {
		switch r.Word(i) {
		case "if", "unless", "whether":
			return true
		case ",", ";", ":":
			return false
		}
		switch r.Stop(i) {
		case "be", "have", "modal", "do", "verb", "rel", "sub":
			return false
		}
	}
	return false
}

// longestSubject is how many tokens may stand between "if" and the verb.
const longestSubject = 10

// adverb reports whether the token at i is an adverb or a day between an
// auxiliary and its verb: "were tragically killed", "were Wednesday killed".
func (r *reader) adverb(i int) bool {
	return r.Doc.Tokens[i].UPOS == "ADV" || weekdays()[r.Word(i)] && r.Stop(i-1) == "be"
}

// joined reports whether a participle or state ends right before the "and" at i.
func (r *reader) joined(i int) bool {
	for k := max(r.First, i-4); k < i; k++ {
		if t, end := r.triggerAt(k); t != nil && end == i && (t.has("participle") || t.has("state") || t.has("subject")) {
			return true
		}
	}
	return false
}

// beginsTrigger reports whether a trigger begins at i.
func (r *reader) beginsTrigger(i int) bool {
	t, _ := r.triggerAt(i)
	return t != nil
}

// maxClauses is how many verbs the search for a subject steps over to the
// left: "was shot in the leg and later died".
const maxClauses = 4

// subject returns the group that the verb beginning at token t is told of: the
// first group of its clause, or the one a relative pronoun stands for, or the
// subject of the verb that it is joined to.
func (r *reader) subject(t int) (group, bool) {
	end := t
	for range maxClauses {
		b := r.clauseStart(end)
		if g, ok := r.firstGroup(b, end); ok {
			return g, true
		}
		if b <= r.First || r.barrier[b-1] {
			return group{}, false
		}
		switch w := r.Word(b - 1); {
		case r.Stop(b-1) == "rel" || w == "that":
			return r.groupBefore(b - 1)
		case r.Stop(b-1) == "verb" && !r.passiveParticiple(b-1):
			return group{}, false // "police said were killed"
		}
		end = r.verbAt(b - 1).first
		if end >= b {
			end = b - 1
		}
	}
	return group{}, false
}

// passiveParticiple reports whether the reporting verb at i is part of a
// passive: "was taken to hospital and died".
func (r *reader) passiveParticiple(i int) bool {
	return r.Stop(i-1) == "be" || r.Stop(i-1) == "adv" || r.Stop(i-1) == "conj"
}

// longestClause is how many tokens a clause is followed to the left; a subject
// that stands farther off is not found. It keeps the cost linear.
const longestClause = 100

// clauseStart returns the first token of the stretch before token end that
// holds no verb, subordinator, relative pronoun or strong mark.
func (r *reader) clauseStart(end int) int {
	for i := end - 1; i >= max(r.First, end-longestClause); i-- {
		if r.barrier[i] {
			return i + 1
		}
		switch r.Stop(i) {
		case "be", "have", "modal", "do", "verb", "rel":
			if r.Word(i) == "being" {
				continue
			}
			if k := r.covering(i); k >= 0 && r.groups[k].share {
				return r.groups[k].first // "22 of whom"
			}
			return i + 1
		case "sub":
			if w := r.Word(i); w != "than" && !r.insideGroup(i) {
				return i + 1
			}
		}
		switch r.Word(i) {
		case ";", ":", "--", "—", "“", "”", "\"":
			return i + 1
		}
		if t, e := r.triggerAt(i); t != nil && e <= end && (t.has("participle") || t.has("subject") || t.has("active")) && !r.insideGroup(i) && !t.has("of") {
			return i + 1
		}
	}
	return max(r.First, end-longestClause)
}

// insideGroup reports whether a group covers token i.
func (r *reader) insideGroup(i int) bool {
	return r.covering(i) >= 0
}

// firstGroup returns the first group in the tokens [b, end) that may be a
// subject, with the groups joined to it.
func (r *reader) firstGroup(b, end int) (group, bool) {
	for i := b; i < end; i++ {
		k := r.groupFrom(i)
		if k < 0 || r.groups[k].last > end {
			continue
		}
		g := &r.groups[k]
		if r.prepositional(g.first) && g.kind != nobody {
			continue
		}
		return r.joinFrom(k, end), true
	}
	return group{}, false
}

// prepositional reports whether a preposition governs the group that begins at
// token i.
func (r *reader) prepositional(i int) bool {
	w := r.Word(i - 1)
	if w == "of" && r.Word(i-2) == "total" {
		return false // "a total of 12 people"
	}
	return r.Stop(i-1) == "prep" && w != "up" && w != "about" && w != "over" && w != "out"
}

// groupBefore returns the group that ends right before token i, marks and ages
// stepped over, with the groups joined before it.
func (r *reader) groupBefore(i int) (group, bool) {
	k := r.nearestBefore(i)
	if k < 0 || i-r.groups[k].last > 6 || !r.apposed(r.groups[k].last, i) {
		return group{}, false
	}
	return r.joinBack(k, i), true
}

// apposed reports whether only marks, ages, prepositional words and capitals
// stand in the tokens [first, last).
func (r *reader) apposed(first, last int) bool {
	for i := first; i < last; i++ {
		if s := r.Stop(i); s == "be" || s == "have" || s == "verb" || s == "sub" || s == "rel" {
			return false
		}
	}
	return true
}
