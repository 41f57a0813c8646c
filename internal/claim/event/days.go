package event

import "time"

// daysBetween returns the days from one date or time to another, 0 where
// either cannot be read.
func daysBetween(from, to string) int {
	day := func(s string) (time.Time, error) {
		return time.Parse(time.DateOnly, s[:min(len(s), len(time.DateOnly))])
	}
	a, errA := day(from)
	b, errB := day(to)
	if errA != nil || errB != nil {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}
