package event

// trigger returns the type of the event that the word at token i tells of, ""
// for none, and the token after the trigger.
func (r *reader) trigger(i int) (kind string, last int) {
	t := &r.Doc.Tokens[i]
	part := ""
	switch {
	case t.UPOS == "VERB":
		part = "verb"
	case t.UPOS == "NOUN" || t.UPOS == "PROPN" && r.entities[i] == "" && i > r.First && r.Word(i) == r.Doc.Word(i):
		part = "noun"
	default:
		return "", 0
	}
	if part == "noun" && r.modifier(i) {
		return "", 0
	}
	for _, w := range lemmas()[part][r.Doc.Lemma(i)] {
		if w.particle == "" {
			return w.kind, i + 1
		}
		for k := i + 1; k < min(i+3, r.Last); k++ {
			if r.Word(k) == w.particle {
				return w.kind, k + 1
			}
		}
	}
	return "", 0
}

// modifier reports whether the noun at i only qualifies another: "attack
// helicopter", "talks process".
func (r *reader) modifier(i int) bool {
	return r.relation(i) == "compound"
}
