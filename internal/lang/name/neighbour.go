package name

import (
	_ "embed"
	"sync"

	"wiredesk/internal/lang/linear"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/neighbours.txt
var neighboursFile []byte

// A neighbour list says, by the hash of a small word, what it shows of the
// name beside it, and whether it may stand inside one.
type neighbourList struct {
	cues  map[uint64]cue
	links map[uint64]bool
}

var neighbours = sync.OnceValue(func() *neighbourList {
	cues := map[string]cue{"in": afterPlaceIn, "of": afterOf, "the": afterThe, "said": beforeSaid, "genitive": beforeGenitive, "comma": beforeComma}
	l := &neighbourList{map[uint64]cue{}, map[uint64]bool{}}
	for _, e := range lexicon.Parse(neighboursFile) {
		h := linear.Hash(e[0])
		if e.Field(1) == "link" {
			l.links[h] = true
		} else {
			l.cues[h] |= cues[e.Field(1)]
		}
	}
	return l
})
