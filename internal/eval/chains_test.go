package eval

import (
	"os"
	"strings"
	"testing"
)

// The gold can be read: every report has text and wanted chains whose words
// stand in it.
func TestChainGold(t *testing.T) {
	folders := []string{"chains"}
	for _, set := range chainSets {
		folders = append(folders, set.folder)
	}
	var cases []chainCase
	for _, folder := range folders {
		more, err := chainCases(folder)
		if err != nil {
			t.Fatal(err)
		}
		cases = append(cases, more...)
	}
	n := 0
	for _, c := range cases {
		if len(c.wanted) == 0 {
			t.Errorf("%s: no chain for %q", c.file, c.text)
		}
		for _, w := range c.wanted {
			n++
			if w.words == "" || !strings.Contains(c.text, w.words) {
				t.Errorf("%s: %q does not stand in %q", c.file, w.words, c.text)
			}
			if set := os.Getenv("CHAINS"); set != "" && strings.HasPrefix(c.file, "gold/"+set) {
				if got := chainOf(chainClaims(c), c.text, w.words); !sameChain(got, w.links) {
					t.Logf("%s: %s\n    want %v\n    got  %v", strings.TrimPrefix(c.file, "gold/"), c.text, w.links, got)
				}
			}
		}
	}
	if n < 150 {
		t.Errorf("only %d chains", n)
	}
}
