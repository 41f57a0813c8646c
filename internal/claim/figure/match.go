package figure

// byRules proposes what the words rules find at token i.
func (r *reader) byRules(i int) {
	for _, rule := range rules().byWord[r.Lower[i]] {
		if g, ok := r.match(rule, i); ok && g.low != 0 {
			r.propose(g, rule, i, i+1)
		}
	}
}

// match returns the group that a words rule takes with its anchor at token i.
func (r *reader) match(rule *rule, i int) (group, bool) {
	if rule.anchor.class != "" && !r.is(i, rule.anchor.class) {
		return group{}, false
	}
	var left, right group
	if !r.side(rule.left, i, -1, &left) || !r.side(rule.right, i, 1, &right) {
		return group{}, false
	}
	if right.kind != "" {
		return right, true
	}
	return left, left.kind != ""
}

// side matches the elements outward from the anchor at token i, to the left
// (way -1) or to the right (way 1), and keeps the group that they take.
func (r *reader) side(elements []element, i, way int, taken *group) bool {
	if n := len(elements) - 1; n >= 0 && (elements[n].kind == aSubject || elements[n].kind == passiveOf) {
		if !r.sequence(elements[:n], i+way, way, taken) {
			return false
		}
		g, ok := r.subjectOf(&elements[n], i)
		*taken = g
		return ok
	}
	if len(elements) > 0 && elements[0].kind == onAnchor {
		k := r.groupOn(i)
		if k < 0 || !r.admits(&elements[0], &r.groups[k]) {
			return false
		}
		*taken = r.groups[k]
		taken.thing = false
		return true
	}
	return r.sequence(elements, i+way, way, taken)
}

// sequence matches the elements from token at on.
func (r *reader) sequence(elements []element, at, way int, taken *group) bool {
	if len(elements) == 0 {
		return true
	}
	e := &elements[0]
	rest := elements[1:]
	switch e.kind {
	case gap:
		for n := 0; n <= e.reach; n++ {
			if r.sequence(rest, at+n*way, way, taken) {
				return true
			}
			if at+n*way < r.First || at+n*way >= r.Last || r.barrier[at+n*way] || r.is(at+n*way, "end of clause") || r.beginsTrigger(at+n*way) {
				return false
			}
		}
		return false
	case aGroup:
		if g, ok := r.groupBeside(e, at, way); ok {
			before := *taken
			*taken = g
			next := g.last
			if way < 0 {
				next = g.first - 1
			}
			if r.sequence(rest, next, way, taken) {
				return true
			}
			*taken = before
		}
	case literal, ofClass, stopClass:
		if r.matchesToken(e, at) && r.sequence(rest, at+way, way, taken) {
			return true
		}
	}
	return e.optional && r.sequence(rest, at, way, taken)
}

// matchesToken reports whether the element is the word at token i.
func (r *reader) matchesToken(e *element, i int) bool {
	switch e.kind {
	case ofClass:
		return r.is(i, e.class)
	case stopClass:
		return r.Stop(i) == e.class
	}
	w := r.Word(i)
	for _, word := range e.words {
		if w == word && w != "" {
			return true
		}
	}
	return false
}

// groupBeside returns the counted group that begins (way 1) or ends (way -1) at
// token at, with those that are joined to it.
func (r *reader) groupBeside(e *element, at, way int) (group, bool) {
	if way < 0 {
		k := r.groupTo(at + 1)
		if k < 0 || !r.admits(e, &r.groups[k]) {
			return group{}, false
		}
		return r.joinBack(k, at+1), true
	}
	for r.is(at, "quotation") {
		at++
	}
	k := r.groupFrom(at)
	if k < 0 || !r.admits(e, &r.groups[k]) {
		return group{}, false
	}
	return r.joinFrom(k, r.objectEnd(k)), true
}

// subjectOf returns the subject of the anchor at token i where that tells of
// what has happened.
func (r *reader) subjectOf(e *element, i int) (group, bool) {
	v := r.verbAt(i)
	if unreal(v) || v.infinitive || r.supposed(v.first) || e.kind == passiveOf && !v.passive {
		return group{}, false
	}
	g, ok := r.subject(v.first)
	return g, ok && g.members == 0 && r.admits(e, &g)
}

// admits reports whether the element can take the group: one that is counted,
// of people or of what is not known, and of the class that the element asks for.
func (r *reader) admits(e *element, g *group) bool {
	if g.kind != counted {
		return false
	}
	switch {
	case e.class == "":
		return !g.thing
	case e.class == "people":
		return g.persons != none
	case e.class == "bare":
		return g.head < 0
	case e.class[0] == '!':
		return g.persons != none && (g.head < 0 || !r.is(g.head, e.class[1:]))
	case e.class[0] == '~':
		return g.head < 0 || g.persons != none && !r.is(g.head, e.class[1:])
	case e.class == "case":
		return g.head >= 0 && r.is(g.head, "case") && r.ofDisease(g)
	}
	return g.head >= 0 && r.is(g.head, e.class)
}

// ofDisease reports whether the cases of a group are of a disease: the group, what
// follows it or the sentence says so.
func (r *reader) ofDisease(g *group) bool {
	for i := g.first; i < min(g.last+4, r.Last); i++ {
		if r.is(i, "disease") {
			return true
		}
	}
	return r.epidemic
}
