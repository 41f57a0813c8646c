package event

// trigger returns the type of the event that the word at token i tells of, ""
// for none, and the tokens of the trigger.
func (r *reader) trigger(i int) (kind string, first, last int) {
	part := r.part(i)
	if part == "" {
		return "", i, i
	}
	if part == "verb" && r.relation(i) == "amod" && (r.Doc.Tokens[i].XPOS == "VBG" || i > r.First && r.Hyphen(i-1)) {
		return "", i, i // "surrounding buildings"; "US-backed", "life-threatening"
	}
	if part == "noun" && (r.relation(i) == "compound" || r.particleOf(i) || r.deadly(i)) || part == "adjective" && r.deadly(i) {
		return "", i, i // "attack helicopter"; "opened fire"; "shot to death"
	}
	for _, w := range lemmas()[part][r.Doc.Lemma(i)] {
		if !r.holds(w, i) {
			continue
		}
		switch {
		case w.before != "":
			if k := r.before(i); k >= r.First && r.Word(k) == w.before {
				return w.kind, k, i + 1
			}
		case w.particle == "":
			return w.kind, i, i + 1
		default:
			if k := r.particle(i, w.particle); k == i+1 || k == i+2 {
				return w.kind, i, k + 1
			} else if k > 0 {
				return w.kind, i, i + 1
			}
		}
	}
	return "", i, i
}

// before returns the token before i, the one before a hyphen between them.
func (r *reader) before(i int) int {
	if i-2 >= r.First && r.Hyphen(i-1) {
		return i - 2
	}
	return i - 1
}

// deadly reports whether the word at i only says that what the verb before it
// tells was deadly: "shot dead", "hacked to death".
func (r *reader) deadly(i int) bool {
	verb := i - 1
	switch r.Word(i) {
	case "death":
		if i <= r.First || r.Word(verb) != "to" {
			return false
		}
		verb--
	case "dead":
	default:
		return false
	}
	if verb < r.First || !r.verbal(verb) {
		return false
	}
	for _, w := range lemmas()["verb"][r.Doc.Lemma(verb)] {
		if w.kind == "assault" {
			return true
		}
	}
	return false
}

// part returns what the token at i is to the lexicon: "verb", "noun",
// "adjective" or "".
func (r *reader) part(i int) string {
	t := &r.Doc.Tokens[i]
	switch {
	case r.verbal(i):
		return "verb"
	case t.UPOS == "NOUN" || t.UPOS == "PROPN" && r.entities[i] == "" && i > r.First && r.Word(i) == r.Doc.Word(i):
		return "noun"
	case t.UPOS == "ADJ":
		return "adjective"
	}
	return ""
}

// verbal reports whether the token at i is a verb, or was taken for a noun
// though it has an object or is joined to a verb as only a verb can be: "a
// gunman shot three people".
func (r *reader) verbal(i int) bool {
	t := &r.Doc.Tokens[i]
	if t.UPOS == "VERB" {
		return true
	}
	if t.UPOS != "NOUN" || lemmas()["verb"][r.Doc.Lemma(i)] == nil {
		return false
	}
	verb := false
	for d := range r.dependents(i) {
		switch r.relation(d) {
		case "obj", "obl:agent":
			return true
		case "nsubj", "nsubj:pass", "xcomp", "aux:pass":
			verb = true
		case "conj":
			verb = verb || d == i+2 && r.Doc.Tokens[d].XPOS == "VBD" // "shot and killed"
		case "cop", "det", "nmod:poss":
			return false
		}
	}
	return verb
}

// maxParticle is how many tokens behind its verb a particle may stand: "set two
// shops and a bus on fire".
const maxParticle = 7

// particle returns the token of the particle of the verb at i, or 0: close
// behind it, or farther off where it depends on the verb.
func (r *reader) particle(i int, particle string) int {
	for k := i + 1; k < min(i+maxParticle, r.Last); k++ {
		if r.Word(k) != particle {
			continue
		}
		h := r.head(k)
		if k < i+3 || h == i || h >= 0 && r.head(h) == i {
			return k
		}
	}
	return 0
}

// holds reports whether what a word asks for is there at token i.
func (r *reader) holds(w word, i int) bool {
	switch w.needs {
	case "alone":
		return r.patient(i) < 0
	case "object":
		d := r.patient(i)
		return d >= 0 && !r.particleOf(d) && r.Doc.Tokens[d].UPOS != "NUM" && !figurative()[r.Doc.Lemma(d)] && !r.happens(r.agent(i))
	case "war":
		return r.war
	case "weapon", "road", "relief", "measure", "envoy":
		d := r.patient(i)
		list := needed()[w.needs]
		return d >= 0 && (list[r.Doc.Lemma(d)] || d > r.First && list[r.Word(d-1)])
	case "vehicle":
		d := r.agent(i)
		return d >= 0 && needed()["vehicle"][r.Doc.Lemma(d)] && r.patient(i) >= 0
	case "predicate":
		switch r.relation(i) {
		case "root", "xcomp", "ccomp", "conj", "parataxis":
			return true
		}
		return false
	}
	return true
}

// patient returns the head of the object or passive subject of the verb at i,
// or -1.
func (r *reader) patient(i int) int {
	if d := r.dependent(i, "obj", "nsubj:pass"); d >= 0 {
		return d
	}
	if r.relation(i) == "acl" && r.Doc.Tokens[i].XPOS == "VBN" {
		return r.head(i)
	}
	return -1
}

// agent returns the head of the subject of the verb at i, or of the "by" of a
// passive one, or -1.
func (r *reader) agent(i int) int {
	if d := r.dependent(i, "nsubj", "obl:agent"); d >= 0 {
		return d
	}
	for d := range r.dependents(i) {
		if r.relation(d) == "obl" && r.preposition(d) == "by" {
			return d
		}
	}
	return -1
}

// happens reports whether the nominal at d itself tells of an event: "an
// earthquake hit the town" is one event.
func (r *reader) happens(d int) bool {
	return d >= 0 && r.part(d) == "noun" && lemmas()["noun"][r.Doc.Lemma(d)] != nil
}

// particleOf reports whether the noun at i is part of a trigger that begins
// with the verb over it.
func (r *reader) particleOf(i int) bool {
	h := r.head(i)
	if h < 0 || h > i || !r.verbal(h) {
		return false
	}
	for _, w := range lemmas()["verb"][r.Doc.Lemma(h)] {
		if w.particle == r.Word(i) {
			return true
		}
	}
	return false
}
