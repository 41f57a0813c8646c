package figure

import "wiredesk"

// gapped reads the counts of a list that leaves out its verb: "12 died in Idlib,
// nine in Hama and four in Homs". from is the index of the sentence's first find.
func (r *reader) gapped(from int) {
	for k := range r.groups {
		g := &r.groups[k]
		if g.kind != counted || g.thing || !r.opensGap(g) || r.followedByTrigger(g.last) || r.taken(from, g) {
			continue
		}
		before, placed := r.beforeGap(from, g)
		if before < 0 {
			continue
		}
		o := r.found[before]
		n := len(r.found)
		r.emit(*g, o.unit, o.trigger, o.end)
		if len(r.found) == n {
			continue
		}
		r.found[n].parent = o.parent
		if !placed && o.parent == 0 && g.low < o.low && !o.list {
			r.found[n].parent = before + 1 // "killed 21 people, 12 in Idlib"
		}
		r.found[n].list, r.found[n].scope = true, o.scope
	}
}

// opensGap reports whether a mark or "and" stands before the group and a place
// behind it.
func (r *reader) opensGap(g *group) bool {
	if !r.is(g.first-1, "list") && !r.is(g.first-2, "list") || r.Stop(g.first-1) == "prep" {
		return false
	}
	return r.is(g.last, "where") && (r.Capitalised(g.last+1) || r.Stop(g.last+1) == "det" || r.Capitalised(g.last+2)) || r.is(g.last, "elsewhere")
}

// taken reports whether the sentence already counts some of the group.
func (r *reader) taken(from int, g *group) bool {
	for k := from; k < len(r.found); k++ {
		if f := &r.found[k]; f.first < g.last && g.first < f.last {
			return true
		}
	}
	return false
}

// beforeGap returns the find that the list begins with, and whether words of place
// stand between it and the group; -1 where a verb stands between.
func (r *reader) beforeGap(from int, g *group) (find int, placed bool) {
	find = -1
	for k := from; k < len(r.found); k++ {
		f := &r.found[k]
		if f.kind == counted && max(f.last, f.end) <= g.first && (find < 0 || f.last > r.found[find].last) {
			find = k
		}
	}
	if find < 0 {
		return -1, false
	}
	f := &r.found[find]
	start := f.last
	if !f.list {
		start = max(f.last, f.end)
	}
	for i := start; i < g.first; i++ {
		if r.Stop(i) == "prep" || r.is(i, "elsewhere") {
			placed = true
		}
		if r.barrier[i] || placed && r.predicate(i) || r.Stop(i) == "rel" || r.Stop(i) == "sub" || r.Stop(i) == "verb" {
			return -1, false
		}
	}
	return find, placed
}

// unplaceWholes takes from a whole the place that belongs to the first of its
// parts: "killed 18 people, 11 in Lagos and seven in Kano".
func (r *reader) unplaceWholes(order []int, figures []wiredesk.Figure) {
	at := map[int]int{}
	for n, k := range order {
		at[k+1] = n
	}
	for n, k := range order {
		f := &r.found[k]
		whole, shown := at[f.parent]
		if !f.list || !shown || f.parent == 0 || figures[n].Place == nil || figures[whole].Place == nil {
			continue
		}
		if figures[whole].Place.ID == figures[n].Place.ID && r.found[f.parent-1].last <= f.first {
			figures[whole].Place, r.found[f.parent-1].spread = nil, true
		}
	}
}
