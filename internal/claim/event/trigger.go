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
	if part == "noun" && (r.relation(i) == "compound" || r.particleOf(i)) {
		return "", 0 // "attack helicopter"; "opened fire"
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

// particleOf reports whether the noun at i is part of a trigger that begins
// with the verb over it.
func (r *reader) particleOf(i int) bool {
	h := r.head(i)
	if h < 0 || h > i || r.Doc.Tokens[h].UPOS != "VERB" {
		return false
	}
	for _, w := range lemmas()["verb"][r.Doc.Lemma(h)] {
		if w.particle == r.Word(i) {
			return true
		}
	}
	return false
}
