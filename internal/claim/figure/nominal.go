package figure

import "wiredesk/internal/lang/number"

// nominalReach is how many tokens behind "the dead" or "those killed" the verb
// may stand that says who they are.
const nominalReach = 8

// nominal reads who "the dead" at token i are: "the dead included two nurses",
// "those injured were identified as Ann Lee and Bo Lund", "among the missing is
// a cook", "19 children were among the dead". What is counted is a part of the
// dead, of whom the sentence gives no number.
func (r *reader) nominal(i int) {
	unit, end := r.nominalUnit(i)
	if unit == "" {
		r.numbered(i)
		return
	}
	if r.Word(i-2) == "among" && r.Stop(i-3) == "be" {
		if g, ok := r.subject(r.verbAt(i - 2).first); ok {
			r.emit(g, unit, i, end)
		}
		return
	}
	for j := end; j < min(end+nominalReach, r.Last); j++ {
		switch w := r.Word(j); {
		case w == "include" || w == "included" || w == "includes":
			r.listed(j+1, unit, i, end)
			return
		case r.Stop(j) == "be":
			r.identified(j+1, unit, i, end)
			return
		case w == "." || w == ";" || r.Stop(j) == "verb" || r.Stop(j) == "sub" || r.Stop(j) == "rel":
			return
		}
	}
}

// numbered reads "the 80 wounded" at the token "wounded".
func (r *reader) numbered(i int) {
	t, end := r.triggerAt(i)
	if t == nil || !t.has("participle") && !t.has("state") || t.counts() {
		return
	}
	if u := r.Doc.Tokens[min(end, r.Last-1)].UPOS; end < r.Last && (u == "NOUN" || u == "PROPN" || u == "ADJ") {
		return // "the 80 wounded men"
	}
	first := i - 1
	n, after := r.number(first)
	for first > max(r.First, i-longestNumber) && n == nil {
		first--
		n, after = r.number(first)
	}
	if n == nil || after != i || n.Kind != number.Count || r.Word(first-1) != "the" {
		return
	}
	r.emit(group{kind: counted, first: first, last: i, low: n.Low, high: n.High, approximate: n.Approximate,
		hedge: n.Hedge, head: -1, persons: many, definite: true}, t.senses[0].unit, i, end)
}

// longestNumber is how many tokens a number with its hedge may have.
const longestNumber = 6

// nominalUnit returns the unit of "the dead", "those injured" and the like
// before the token after it, "" where the word at i stands for no people.
func (r *reader) nominalUnit(i int) (unit string, end int) {
	if w := r.Word(i - 1); w != "the" && w != "those" {
		return "", 0
	}
	t, end := r.triggerAt(i)
	if t == nil || !t.has("participle") && !t.has("state") || t.counts() || r.insideGroup(i) {
		return "", 0
	}
	if end < r.Last && (r.Doc.Tokens[end].UPOS == "NOUN" || r.Doc.Tokens[end].UPOS == "PROPN") {
		return "", 0
	}
	return t.senses[0].unit, end
}

// listed emits the people that are named from token j on.
func (r *reader) listed(j int, unit string, i, end int) {
	if r.Stop(j) == "adv" {
		j++
	}
	if k := r.groupFrom(j); k >= 0 {
		r.emit(r.joinFrom(k, r.objectEnd(k)), unit, i, end)
	}
}

// identified reads "identified as Ann Lee and Bo Lund" from token j on, or the
// people that stand there themselves: "the dead were three women".
func (r *reader) identified(j int, unit string, i, end int) {
	for limit := min(j+nominalReach, r.Last); j < limit; j++ {
		switch w := r.Word(j); {
		case w == "as":
			r.listed(j+1, unit, i, end)
			return
		case w == "been" || w == "identified" || w == "named" || w == "by" || w == "also" || w == "later":
		case r.Word(j-1) == "by" || r.Doc.Tokens[j].UPOS == "NOUN" && r.Word(j-2) == "by":
		default:
			if r.Stop(j-1) == "be" {
				r.listed(j, unit, i, end)
			}
			return
		}
	}
}

// amongWhole records who is told to be among those of a figure: "three minors
// were among seven people killed". from is the index of the sentence's first find.
func (r *reader) amongWhole(from int) {
	for k, n := from, len(r.found); k < n; k++ {
		o := r.found[k]
		if r.Word(o.first-1) != "among" || r.Stop(o.first-2) != "be" {
			continue
		}
		g, ok := r.subject(r.verbAt(o.first - 1).first)
		if !ok || g.last > o.first {
			continue
		}
		before := len(r.found)
		r.emit(g, o.unit, o.trigger, o.end)
		if len(r.found) > before {
			r.found[before].parent = k + 1
		}
	}
}
