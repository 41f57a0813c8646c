package number

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/hedges.txt
var hedgesFile []byte

// longestHedge is the number of tokens in the longest hedge.
const longestHedge = 4

// hedges holds what each hedge does, by the side on which it stands and its
// words, parted by spaces.
var hedges = sync.OnceValue(func() map[string]map[string]string {
	out := map[string]map[string]string{"before": {}, "after": {}}
	for _, e := range lexicon.Parse(hedgesFile) {
		out[e.Field(1)][e.Field(0)] = e.Field(2)
	}
	return out
})

// hedgeBefore returns the token after the longest hedge that begins at i and
// what it does; i and "" where there is none.
func (p *phrase) hedgeBefore(i int) (int, string) {
	for n := min(longestHedge, len(p.lower)-i-1); n > 0; n-- {
		if effect := hedges()["before"][strings.Join(p.lower[i:i+n], " ")]; effect != "" {
			return i + n, effect
		}
	}
	return i, ""
}

// hedgeAfter returns the token after a hedge that begins at i, right behind a
// number, and what it does.
func (p *phrase) hedgeAfter(i int) (int, string) {
	start := i
	if isDash(p.word(i)) {
		start++ // "50-odd", "200-plus"
	}
	for n := min(2, len(p.lower)-start); n > 0; n-- {
		effect := hedges()["after"][strings.Join(p.lower[start:start+n], " ")]
		if effect != "" && (start == i || n == 1) {
			if _, _, ok := p.rangeAt(start + n); ok {
				return i, "" // "in June 2016 at least 70": it belongs to the next number
			}
			return start + n, effect
		}
	}
	return i, ""
}

// bound sets the bounds of n from the value and what the hedge does to it.
func (n *Number) bound(effect string, v value) {
	low, high := v.low, v.high
	top := max(low, high)
	switch effect {
	case "above":
		n.Low, n.High = low+1, wiredesk.Open
	case "least":
		n.Low, n.High = low, wiredesk.Open
	case "below":
		n.Low, n.High = wiredesk.Open, top-1
	case "most":
		n.Low, n.High = wiredesk.Open, top
	case "about":
		n.Low, n.High, n.Approximate = low-band(low), top+band(top), true
	case "nearly":
		n.Low, n.High, n.Approximate = low-band(low), top, true
	case "slightly":
		n.Low, n.High, n.Approximate = low+1, top+band(top), true
	}
	if v.high == wiredesk.Open && effect != "below" && effect != "most" {
		n.High = wiredesk.Open
	}
	n.Low = max(n.Low, wiredesk.Open)
}

// band returns how far the bounds of "some n" lie from n: a tenth of it,
// rounded, and at least one. A convention, not a measurement: writers use
// "some 19" for counts that may be off by one or two, "some 200" for ones that
// may be off by twenty.
func band(n wiredesk.Bound) wiredesk.Bound {
	if n <= 0 {
		return 0
	}
	return max(1, (n+5)/10)
}
