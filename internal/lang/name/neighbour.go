package name

import (
	_ "embed"
	"sync"

	"wiredesk/internal/lang/linear"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/neighbours.txt
var neighboursFile []byte

// A neighbour list says, by the hash of a word, what it shows of the name
// beside it, whether it may stand inside one, whether it names an outlet ("the
// daily Lanterna") and whether it belongs to a person's name before it ("III").
type neighbourList struct {
	cues                     map[uint64]cue
	links, outlets, suffixes map[uint64]bool
}

var neighbours = sync.OnceValue(func() *neighbourList {
	cues := map[string]cue{"in": afterPlaceIn, "of": afterOf, "the": afterThe, "said": beforeSaid, "genitive": beforeGenitive, "comma": beforeComma}
	l := &neighbourList{map[uint64]cue{}, map[uint64]bool{}, map[uint64]bool{}, map[uint64]bool{}}
	for _, e := range lexicon.Parse(neighboursFile) {
		h := linear.Hash(e[0])
		switch e.Field(1) {
		case "link":
			l.links[h] = true
		case "outlet":
			l.outlets[h] = true
		case "suffix":
			l.suffixes[h] = true
		default:
			l.cues[h] |= cues[e.Field(1)]
		}
	}
	return l
})
