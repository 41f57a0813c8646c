package eval

import "testing"

// The gold of events must stay readable, and most of it found.
func TestEventGold(t *testing.T) {
	lines, err := goldEvents("events", "own gold")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		if l.Value < 80 {
			t.Errorf("%v", l)
		}
	}
}
