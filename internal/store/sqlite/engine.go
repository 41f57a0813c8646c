package sqlite

import (
	"strconv"
	"strings"
)

// engineFloor is the oldest engine that is safe: before it, a race between a
// checkpoint and a writer that resets the write-ahead log could corrupt a
// database (https://sqlite.org/wal.html, "the WAL-reset bug").
const engineFloor = "3.51.3"

// engineSafe reports whether an engine of this version may open a desk.
func engineSafe(version string) bool {
	have, need := numbers(version), numbers(engineFloor)
	for i := range need {
		if have[i] != need[i] {
			return have[i] > need[i]
		}
	}
	return true
}

// numbers reads "3.51.3"; what is missing or no number is 0.
func numbers(version string) [3]int {
	var out [3]int
	for i, part := range strings.SplitN(version, ".", 3) {
		out[i], _ = strconv.Atoi(part)
	}
	return out
}
