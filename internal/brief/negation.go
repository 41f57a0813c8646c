package brief

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/negation.txt
var negationFile []byte

var negation = sync.OnceValue(func() map[string]bool { return lexicon.Set(negationFile) })

// negated reports whether the claim says that something is not so: it is a
// denial or refusal, whose words say what is denied and often add how it is
// not so, or an odd number of negations stands in its words.
func (f *fact) negated() bool {
	if f.claim.Stance == wiredesk.Denial || f.claim.Stance == wiredesk.Refusal {
		return true
	}
	n := 0
	for _, w := range strings.Fields(strings.ToLower(f.words())) {
		if negation()[strings.Trim(w, ".,;:\"“”‘’'()")] {
			n++
		}
	}
	return n%2 == 1
}
