package figure

// A tree holds the dependents of the tokens of a sentence.
type tree struct {
	child []int32 // by token: 1 + its last dependent, 0 for none
	next  []int32 // by token: 1 + the dependent before it of the same head
}

// grow links the tokens of the sentence to their dependents.
func (r *reader) grow() {
	first := r.Doc.Sentences[r.At].First
	for i := r.First; i < r.Last; i++ {
		r.tree.child[i] = 0
	}
	for i := r.First; i < r.Last; i++ {
		if h := r.Doc.Tokens[i].Head; h >= 0 && first+h >= r.First && first+h < r.Last {
			r.tree.next[i] = r.tree.child[first+h]
			r.tree.child[first+h] = int32(i + 1)
		}
	}
}

// byTree proposes what the tree rules find at the trigger in [i, end).
func (r *reader) byTree(t *trigger, i, end int) {
	for k := range t.senses {
		s := &t.senses[k]
		for _, rule := range rules().bySense[s.pattern] {
			node := i
			if r.Doc.Tokens[i].UPOS == "ADV" && end > i+1 {
				node = end - 1
			}
			r.climb(rule, rule.path, node, func(at int) {
				r.fromTree(rule, s, at, i, end)
			})
		}
	}
}

// climb calls found with each token that the path leads to from token i.
func (r *reader) climb(rule *rule, path []step, i int, found func(at int)) {
	if len(path) == 0 {
		found(i)
		return
	}
	if path[0].up {
		if h := r.Doc.Tokens[i].Head; h >= 0 && r.Doc.Tokens[i].Deprel == path[0].relation {
			if up := r.Doc.Sentences[r.At].First + h; up >= r.First && up < r.Last {
				r.climb(rule, path[1:], up, found)
			}
		}
		return
	}
	for c := int(r.tree.child[i]) - 1; c >= 0; c = int(r.tree.next[c]) - 1 {
		if r.Doc.Tokens[c].Deprel == path[0].relation {
			r.climb(rule, path[1:], c, found)
		}
	}
}

// fromTree proposes the group on token at for the trigger in [i, end).
func (r *reader) fromTree(rule *rule, s *sense, at, i, end int) {
	k := r.covering(at)
	if k < 0 || r.groups[k].kind == plural || !r.rootOf(&r.groups[k], at) {
		return
	}
	if r.parted(min(i, r.groups[k].first), max(i, r.groups[k].first)) {
		return
	}
	v := r.verbAt(i)
	if unreal(v) || v.negated || v.infinitive || r.supposed(v.first) {
		return
	}
	g := &r.groups[k]
	whole := r.groups[k]
	if g.last <= i {
		whole = r.joinBack(k, v.first)
	} else if g.first >= end {
		whole = r.joinFrom(k, r.objectEnd(k))
	}
	r.proposeAs(whole, rule, r.deadly(s.unit, i, end), i, end)
}

// parted reports whether a clause with a group and verb of its own begins in the
// tokens [first, last).
func (r *reader) parted(first, last int) bool {
	for i := first; i < last; i++ {
		if r.barrier[i] {
			return true
		}
	}
	return false
}

// rootOf reports whether token at is the one by which the group hangs in the
// sentence.
func (r *reader) rootOf(g *group, at int) bool {
	h := r.Doc.Head(at)
	return g.head == at || h < g.first || h >= g.last
}
