package brief

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/back.txt
var backFile []byte

//go:embed lexicon/overtaken.txt
var overtakenFile []byte

// overtakes holds the states that a later report may end, with how.
var overtakes = sync.OnceValue(func() []lexicon.Entry { return lexicon.Parse(overtakenFile) })

// backs holds the words by which somebody takes back what was said.
var backs = sync.OnceValue(func() []lexicon.Entry { return lexicon.Parse(backFile) })

// sharedBack is how many words of a short statement stand in the sentence that
// takes it back.
const sharedBack = 2

// takenBack leaves out what a later report says was taken back: "withdrew its
// statement that it had never got the letter".
func takenBack(pool []*candidate) {
	for _, c := range pool {
		low := strings.ToLower(c.words())
		if !slices.ContainsFunc(backs(), func(e lexicon.Entry) bool { return strings.Contains(low, e[0]) }) {
			continue
		}
		mine := c.account.units(c.span)
		for _, e := range pool {
			if e.account.published().Before(c.account.published()) && len(e.claims) > 0 && common(e.core, mine) >= sharedBack && 2*common(e.core, mine) >= len(e.core) {
				e.reason = "it was taken back"
			}
		}
	}
}

// overtaken leaves out what a later report says is over: an arrest once the same
// man is released, "no one was arrested" once somebody is, a count once somebody
// lowered or raised the toll from it.
func overtaken(pool []*candidate) {
	for _, c := range pool {
		mine := c.account.units(c.span)
		from := replacedCount(c)
		for _, e := range pool {
			if !e.account.published().Before(c.account.published()) || e.reason != "" {
				continue
			}
			if from != "" && !slices.Contains(e.core, unit("#"+replacing(c))) && e.countsOnly(from) {
				e.reason = "a later count stands in its place"
			}
			for _, o := range overtakes() {
				state, end := unit(stem(o[0])), unit(stem(o.Field(1)))
				switch {
				case !slices.Contains(e.core, state):
				case slices.Contains(mine, end) && !slices.Contains(e.core, end) && common(e.core, mine) >= sharedBack:
					e.reason = "a later report says that it is over"
				case e.denies() && !c.denies() && slices.Contains(mine, state):
					e.reason = "a later report says that it came about"
				}
			}
		}
	}
}

// replacedCount is the number that a sentence says a toll was changed from:
// "lowered from 15 to 14".
func replacedCount(c *candidate) string {
	n, _ := fromTo(c)
	return n
}

// replacing is the number that such a sentence says a toll was changed to.
func replacing(c *candidate) string {
	_, n := fromTo(c)
	return n
}

// fromTo reads "from 15 to 14" in a sentence that gives a count.
func fromTo(c *candidate) (from, to string) {
	if len(c.figures) == 0 {
		return "", ""
	}
	words := strings.Fields(strings.ToLower(c.words()))
	for i := 0; i+3 < len(words); i++ {
		a, b := stem(strings.Trim(words[i+1], ",.")), stem(strings.Trim(words[i+3], ",."))
		if words[i] == "from" && words[i+2] == "to" && isDigits(a) && isDigits(b) {
			return a, b
		}
	}
	return "", ""
}

// countsOnly reports whether a sentence counts people by this number.
func (c *candidate) countsOnly(n string) bool {
	return slices.ContainsFunc(c.figures, func(f *wiredesk.Figure) bool { return strconv.Itoa(int(f.Low)) == n })
}
