package figure

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lang/number"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/fractions.txt
var fractionsFile []byte

// A fraction is a share of a whole that its words name.
type fraction struct {
	words    []string
	of, over wiredesk.Bound // of/over
	hedge    string         // what it does to the bounds: "", more, less, about
}

// fractions holds the fractions by their first word, the longest first.
var fractions = sync.OnceValue(func() map[string][]fraction {
	out := map[string][]fraction{}
	for _, e := range lexicon.Parse(fractionsFile) {
		f := fraction{words: strings.Fields(e.Field(0)), hedge: e.Field(3)}
		n, _ := strconv.Atoi(e.Field(1))
		d, _ := strconv.Atoi(e.Field(2))
		f.of, f.over = wiredesk.Bound(n), wiredesk.Bound(d)
		list := append(out[f.words[0]], f)
		for k := len(list) - 1; k > 0 && len(list[k].words) > len(list[k-1].words); k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
		out[f.words[0]] = list
	}
	return out
})

// fractionAt reads "half of the 80 passengers", "two thirds of 90 men".
func (r *reader) fractionAt(i int) (group, bool) {
	for _, f := range fractions()[r.Word(i)] {
		if !r.matches(i, f.words) {
			continue
		}
		whole, ok := r.wholeAt(i + len(f.words))
		if !ok || whole.low == wiredesk.Open || whole.high != whole.low {
			return group{}, false
		}
		n := whole.low * f.of / f.over
		g := whole
		g.first, g.low, g.high, g.share = i, n, n, true
		exact := n*f.over == whole.low*f.of
		switch {
		case f.hedge == "more":
			g.low, g.high = n+1, whole.low
		case f.hedge == "less":
			g.low, g.high = wiredesk.Open, n
		case f.hedge == "about" || !exact:
			g.low, g.high, g.approximate = n-max(1, n/10), n+max(1, n/10), true
		}
		return g, true
	}
	return group{}, false
}

// allBut reads "all but seven of the 57 passengers": 50.
func (r *reader) allBut(i int) (group, bool) {
	if !r.is(i, "all") || !r.is(i+1, "but") {
		return group{}, false
	}
	n, end := r.number(i + 2)
	if n == nil || n.Kind != number.Count || n.Low == wiredesk.Open || n.Low != n.High {
		return group{}, false
	}
	whole, ok := r.wholeAt(end)
	if ok && (whole.low == wiredesk.Open || whole.low != whole.high || whole.low < n.Low) {
		whole.kind, whole.first = plural, i // of a whole that nobody knows
		return whole, true
	}
	if !ok {
		return group{}, false
	}
	g := whole
	g.first, g.low, g.high, g.share = i, whole.low-n.Low, whole.low-n.Low, true
	return g, true
}

// wholeAt reads "of the 57 passengers" at token i.
func (r *reader) wholeAt(i int) (group, bool) {
	if r.is(i, "of") {
		i++
	}
	if r.is(i, "persons meant") && r.is(i-1, "of") {
		return r.meant(i), true
	}
	for r.Stop(i) == "det" {
		i++
	}
	n, end := r.number(i)
	if n == nil || n.Kind != number.Count {
		return group{}, false
	}
	return r.countedAt(i, i, n, end)
}

// meant returns the people that "them" at token i stands for: the last that were
// counted in the sentence, or else the largest group of the one before.
func (r *reader) meant(i int) group {
	g := group{kind: counted, first: i, last: i + 1, head: i, persons: many, low: wiredesk.Open, high: wiredesk.Open}
	whole := r.before
	for k := len(r.groups) - 1; k >= 0; k-- {
		if o := &r.groups[k]; o.kind == counted && o.persons == many {
			whole = *o
			break
		}
	}
	if whole.kind == counted {
		g.low, g.high, g.approximate = whole.low, whole.high, whole.approximate
	}
	return g
}

// largest returns the largest counted group of people of the sentence.
func (r *reader) largest() group {
	var best group
	for k := range r.groups {
		if g := &r.groups[k]; g.kind == counted && g.persons == many && !g.share && g.low > best.low {
			best = *g
		}
	}
	return best
}

// noneOf reads "none of the 57 passengers": nobody.
func (r *reader) noneOf(i int) (group, bool) {
	g := group{kind: nobody, first: i, last: i + 1, head: -1, persons: many}
	if r.is(i+1, "of") {
		if whole, ok := r.wholeAt(i + 1); ok {
			g.last, g.ofFirst, g.ofLast, g.head = whole.last, whole.ofFirst, whole.ofLast, whole.head
		}
	}
	return g, !r.is(i+1, "besides")
}

// neitherAt reads "neither the driver nor the 40 passengers": nobody.
func (r *reader) neitherAt(i int) (group, bool) {
	if !r.is(i, "neither") {
		return group{}, false
	}
	g := group{kind: nobody, first: i, head: -1, persons: many}
	for at := i + 1; at < min(i+maxNoun, r.Last); at++ {
		if r.Stop(at) == "det" || r.numbers[at] > 0 || r.is(at, "neither") {
			continue
		}
		noun, ok := r.phrase(at)
		if !ok {
			break
		}
		g.last, g.head = noun.end, noun.head
		if !r.is(noun.end, "neither") {
			return g, noun.persons != none
		}
		at = noun.end
	}
	return g, false
}

// familyAt reads "a family of five".
func (r *reader) familyAt(i int) (group, bool) {
	if !r.is(i+1, "family") || !r.is(i+2, "of") {
		return group{}, false
	}
	n, end := r.number(i + 3)
	if n == nil || n.Kind != number.Count {
		return group{}, false
	}
	return group{kind: counted, first: i, last: end, low: n.Low, high: n.High, approximate: n.Approximate, hedge: n.Hedge,
		head: i + 1, persons: many, ofFirst: i + 1, ofLast: i + 2}, true
}

// counter reports whether the bare number in the tokens [i, end) is an age behind
// people: "41 of them under 18".
func (r *reader) counter(i, end int) bool {
	if r.Stop(end) == "" && !r.Mark(end) && end < r.Last {
		return false
	}
	return r.is(i, "age bound") && (people()[r.Word(i-1)] != none || r.is(i-1, "persons meant"))
}
