package brief

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/opinion.txt
var opinionFile []byte

//go:embed lexicon/ought.txt
var oughtFile []byte

var (
	opinionHeads = sync.OnceValue(func() map[string]bool { return lexicon.Set(opinionFile) })
	ought        = sync.OnceValue(func() map[string]bool { return lexicon.Set(oughtFile) })
)

// oughtShare is the share of the sentences without a speaker in which a writer
// says what ought to be, or speaks of himself, from which on a piece is opinion.
const oughtShare = 0.34

// opinion reports whether a report says what its writer thinks: its headline
// says so, or its own sentences do.
func opinion(a *account) bool {
	if h := a.reading.Headline; h != nil {
		head := strings.ToLower(h.Text)
		if i := strings.IndexAny(head, ":|–—-"); i > 0 && opinionHeads()[strings.TrimSpace(head[:i])] {
			return true
		}
	}
	for _, tag := range a.reading.Tags {
		if opinionHeads()[strings.ToLower(tag)] {
			return true
		}
	}
	n, said := 0, 0
	for _, p := range a.reading.Body {
		for _, s := range a.reading.Sentences {
			if !p.Contains(s) {
				continue
			}
			c := candidate{account: a, span: s}
			for i := range a.reading.Claims {
				if cl := &a.reading.Claims[i]; cl.Kind != "narrated" && len(cl.Content) > 0 && cl.Content[0].Overlaps(s) {
					c.claims = append(c.claims, cl)
				}
			}
			if len(c.claims) > 0 {
				continue
			}
			n++
			if outside(s.Words(a.reading.Text), func(w string) bool { return ought()[w] || ought()[strings.ToLower(w)] && w != "US" }) {
				said++
			}
		}
	}
	return said > 1 && float64(said) >= oughtShare*float64(n)
}
