package web

import (
	"testing"

	"wiredesk"
)

func TestAmountIsWrittenAsItsWordsGiveIt(t *testing.T) {
	for _, c := range []struct {
		words     string
		low, high wiredesk.Bound
		around    bool
		want      string
	}{
		{"about 60", 54, 66, true, "≈60"},
		{"nearly 90", 81, 90, true, "≈90"},
		{"some sixty", 54, 66, true, "≈60"},
		{"at least 25 people", 25, wiredesk.Open, false, "≥25"},
		{"more than 150", 151, wiredesk.Open, false, ">150"},
		{"up to 12", wiredesk.Open, 12, false, "≤12"},
		{"fewer than 12", wiredesk.Open, 11, false, "<12"},
		{"between 5 and 8", 5, 8, false, "5–8"},
		{"3,400 people", 3400, 3400, false, "3,400"},
		{"seven", 7, 7, false, "7"},
		{"dozens", 24, wiredesk.Open, true, "“dozens”"},
		{"nobody", 0, 0, false, "“nobody”"},
		{"many", wiredesk.Open, wiredesk.Open, false, "“many”"},
	} {
		if got := amount(c.words, c.low, c.high, c.around); got != c.want {
			t.Errorf("%q is written %q, want %q", c.words, got, c.want)
		}
	}
}
