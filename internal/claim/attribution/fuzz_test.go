package attribution

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wiredesk"
	"wiredesk/internal/lang"
)

// Whatever the text: spans are valid, no content overlaps its own cue, chains
// end with the outlet, and ids count up in the order of the text.
func FuzzFind(f *testing.F) {
	files, _ := filepath.Glob("testdata/claims/*.txt")
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(raw))
	}
	f.Add(`"Go," he said. "Stay, X said, according to Reuters as saying that`)
	f.Add("he said she said they told Reuters that what it called “a “b” ‘c’ —Name")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		r := &wiredesk.Report{ID: "r", Text: text, Outlet: outlet}
		at := 0
		for line := range strings.SplitAfterSeq(text, "\n") {
			if s := (wiredesk.Span{Start: at, End: at + len(strings.TrimRight(line, "\n"))}); s.Len() > 0 {
				r.Body = append(r.Body, s)
			}
			at += len(line)
		}
		before := -1
		for _, c := range Find(lang.Analyze(r)) {
			check(t, text, c)
			if s := start(&c); s < before {
				t.Fatalf("%s begins at %d, after one at %d", c.ID, s, before)
			} else {
				before = s
			}
		}
	})
}

func check(t *testing.T, text string, c wiredesk.Claim) {
	t.Helper()
	if len(c.Content) == 0 || len(c.Chain) == 0 || len(c.Chain) != len(c.ChainEntities) || c.Chain[len(c.Chain)-1] != outlet {
		t.Fatalf("%q: %+v", text, c)
	}
	for _, spans := range [][]wiredesk.Span{c.Source.Spans, c.Cue, c.Content} {
		for _, s := range spans {
			if !s.Valid(text) {
				t.Fatalf("%q: span %v of %+v", text, s, c)
			}
		}
	}
	for _, s := range c.Content {
		for _, cue := range c.Cue {
			if s.Overlaps(cue) {
				t.Fatalf("%q: content %v overlaps cue %v of %+v", text, s, cue, c)
			}
		}
	}
}
