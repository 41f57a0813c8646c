package figure

import "wiredesk"

// includes records the parts that the sentence names of its figures: "15
// people, including a boy", "12 dead, among them two nuns". from is the index
// of the sentence's first find.
func (r *reader) includes(from int) {
	whole := len(r.found)
	for k := range r.groups {
		g := &r.groups[k]
		if g.kind == plural || !r.opensPart(g.first) && !r.apartOf(g) {
			continue
		}
		parent := -1
		for f := from; f < whole; f++ {
			if o := &r.found[f]; o.last <= g.first && g.first-o.last < 8 && o.kind == counted {
				parent = f
			}
		}
		if parent < 0 {
			continue
		}
		o := r.found[parent]
		n := len(r.found)
		end := r.objectEnd(k)
		if o.trigger > g.last {
			end = o.trigger // the verb behind the list is that of the whole
		}
		r.emit(r.joinFrom(k, end), o.unit, o.trigger, o.end)
		if len(r.found) > n {
			r.found[n].parent = parent + 1
		}
	}
}

// summands records the groups of a sum as its parts: "two guards and a clerk"
// is three, of whom two are guards. from is the index of the sentence's first
// find.
func (r *reader) summands(from int) {
	for k, n := from, len(r.found); k < n; k++ {
		o := r.found[k]
		for bit := 0; o.members>>bit != 0; bit++ {
			if o.members>>bit&1 == 0 {
				continue
			}
			before := len(r.found)
			r.emit(r.groups[o.joined+bit], o.unit, o.trigger, o.end)
			if len(r.found) > before {
				r.found[before].parent = k + 1
				r.found[before].alive = o.alive
			}
		}
	}
}

// diedOfThem marks the dead that the sentence names of those who were shot in
// it as a part of them, and counts the others as injured: "four people were
// shot, one of them fatally" prints both numbers. from is the index of the
// sentence's first find.
func (r *reader) diedOfThem(from int) {
	whole := -1
	for k, n := from, len(r.found); k < n; k++ {
		switch f := &r.found[k]; {
		case f.unit == unitShot && f.kind == counted && f.low > 1:
			whole = k
		case whole >= 0 && f.unit == string(wiredesk.UnitKilled) && r.amongThem(&r.found[whole], f):
			f.parent = whole + 1
			r.emitRest(&r.found[whole], f)
			whole = -1
		}
	}
}

// amongThem reports whether the words of the dead, behind those of the shot,
// can only be said of some of these: "one fatally", "two of them", "one of whom".
func (r *reader) amongThem(shot, dead *found) bool {
	return shot.last <= dead.first && dead.kind == counted && dead.low < shot.low && dead.high != wiredesk.Open &&
		(dead.share || dead.head < 0 && !dead.more)
}

// emitRest records those of the shot who are not among the dead as injured, by
// the words from the ones to the others.
func (r *reader) emitRest(shot, dead *found) {
	rest := *shot
	rest.unit, rest.last, rest.alive = string(wiredesk.UnitInjured), max(dead.last, dead.end), true
	rest.low -= dead.high
	if rest.high != wiredesk.Open {
		rest.high -= dead.low
	}
	r.found = append(r.found, rest)
}

// fatally reads "four people were shot, one fatally" at "fatally": a number
// right before it is the part that died.
func (r *reader) fatally(i int) {
	if !r.is(i, "deadly manner") {
		return
	}
	k := r.groupTo(i)
	if k < 0 || r.groups[k].kind != counted || !r.is(r.groups[k].first-1, "part mark") {
		return
	}
	r.emit(r.groups[k], string(wiredesk.UnitKilled), i, i+1)
}

// himself reads "killed his wife before turning the gun on himself" and "shot
// her and then himself": with those killed before him in the sentence, he is
// one more. from is the index of the sentence's first find.
func (r *reader) himself(from int) {
	for k := range r.groups {
		g := &r.groups[k]
		if w := r.Word(g.first); w != "himself" && w != "herself" || !r.onHimself(g.first) {
			continue
		}
		for i := len(r.found) - 1; i >= from; i-- {
			o := r.found[i]
			if o.unit != string(wiredesk.UnitKilled) || o.last > g.first || g.first-o.last > longestHimself || o.trigger > o.first || r.is(o.first, "himself") || o.parent > 0 {
				continue
			}
			n := len(r.found)
			r.emit(sum(o.group, g), string(wiredesk.UnitKilled), o.trigger, o.end)
			r.emit(*g, string(wiredesk.UnitKilled), o.trigger, o.end)
			for k := i; len(r.found) > n && k < len(r.found); k++ {
				if f := &r.found[k]; k != n && (k == i || f.first == g.first && f.last == g.last) {
					f.parent = n + 1
				}
			}
			break
		}
	}
}

// longestHimself is how many tokens behind those whom he killed he may be named.
const longestHimself = 40

// onHimself reports whether the words before "himself" at token i say that he
// was killed by his own hand.
func (r *reader) onHimself(i int) bool {
	switch {
	case r.is(i-1, "by his hand"):
		return true
	case r.Word(i-1) == "and":
		return true
	case r.Word(i-1) == "on":
		switch {
		case r.is(i-2, "weapon"):
			return true
		}
	}
	return false
}

// apartOf reports whether the group is told in passing who some of those
// before it are: "200 marchers, 30 of them women".
func (r *reader) apartOf(g *group) bool {
	if g.kind == counted && g.head < 0 && r.is(g.first-1, "list") && r.is(g.last, "manner") {
		end := r.Mark(g.last+1) || g.last+1 >= r.Last || r.Stop(g.last+1) == "sub" || r.is(g.last+1, "joint")
		t, _ := r.triggerAt(g.last + 1)
		return end && t == nil // "15 were hurt, three critically"
	}
	if g.kind != counted || !g.share || !r.Mark(g.first-1) || !r.is(g.last-1, "persons meant") {
		return false
	}
	i := g.last
	for r.Stop(i) == "adv" || r.Stop(i) == "be" {
		i++
	}
	t, _ := r.triggerAt(i)
	return t == nil || t.counts()
}

// opensPart reports whether the words before token i open the naming of parts.
func (r *reader) opensPart(i int) bool {
	switch r.Word(i - 1) {
	case "including", "included", "includes":
		return true
	case "them", "whom":
		return r.is(i-2, "among")
	case "were", "was", "are":
		return r.Word(i-2) == "them" && r.Word(i-3) == "among"
	}
	return false
}
