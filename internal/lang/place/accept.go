package place

import (
	_ "embed"
	"strconv"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed model/spots.txt
var spotsFile []byte

// spotWeights are the weights of the features by which a spot is taken for a
// place: a logistic regression, made by internal/train/toponym.
var spotWeights = sync.OnceValue(func() map[string]float64 {
	weights := map[string]float64{}
	for _, e := range lexicon.Parse(spotsFile) {
		w, err := strconv.ParseFloat(e.Field(1), 64)
		if err == nil {
			weights[e[0]] = w
		}
	}
	return weights
})

// accept returns the spots that are more likely a place than not, and with
// each the state or country behind its comma.
func accept(spots []spot) []spot {
	weights := spotWeights()
	kept := make([]int, len(spots))
	var out []spot
	for k, s := range spots {
		sum := 0.0
		for _, f := range s.features {
			sum += weights[f]
		}
		kept[k] = -1
		qualifies := k > 0 && kept[k-1] >= 0 && spots[k-1].qualifier == k
		if sum > 0 || s.sure || qualifies {
			kept[k] = len(out)
			out = append(out, s)
		}
	}
	for k := range out {
		if q := out[k].qualifier; q >= 0 {
			out[k].qualifier = kept[q]
		}
	}
	return out
}
