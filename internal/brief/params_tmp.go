package brief

import (
	"encoding/json"
	"os"
)

var P = load()

func load() map[string]float64 {
	m := map[string]float64{}
	json.Unmarshal([]byte(os.Getenv("WD_PARAMS")), &m)
	return m
}

func pr(name string, v float64) float64 {
	if x, ok := P[name]; ok {
		return x
	}
	return v
}
