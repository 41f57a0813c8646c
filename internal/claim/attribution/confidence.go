package attribution

import (
	_ "embed"
	"sort"
	"strconv"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/confidence.txt
var confidenceFile []byte

// A step says how often claims were right whose score was at least that.
type step struct{ from, right float64 }

var steps = sync.OnceValue(func() map[string][]step {
	out := map[string][]step{}
	for _, e := range lexicon.Parse(confidenceFile) {
		from, _ := strconv.ParseFloat(e.Field(1), 64)
		right, _ := strconv.ParseFloat(e.Field(2), 64)
		out[e[0]] = append(out[e[0]], step{from, right})
	}
	for _, list := range out {
		sort.Slice(list, func(i, k int) bool { return list[i].from < list[k].from })
	}
	return out
})

// anyRule is the row of the table for rules without one of their own.
const anyRule = "other"

// confidence returns how often claims of the rule and score were right.
func confidence(rule string, score float64) float64 {
	list := steps()[rule]
	if list == nil {
		list = steps()[anyRule]
	}
	k := sort.Search(len(list), func(k int) bool { return list[k].from > score })
	if k == 0 {
		return 0
	}
	return list[k-1].right
}
