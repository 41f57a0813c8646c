package entity

import (
	_ "embed"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/words.txt
var wordsFile []byte

var classes = sync.OnceValue(func() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, e := range lexicon.Parse(wordsFile) {
		c := e.Field(1)
		if out[c] == nil {
			out[c] = map[string]bool{}
		}
		out[c][e[0]] = true
	}
	return out
})

// listed returns the words of a class of lexicon/words.txt.
func listed(class string) map[string]bool { return classes()[class] }
