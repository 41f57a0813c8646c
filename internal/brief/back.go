package brief

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/back.txt
var backFile []byte

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
