package story_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"wiredesk/internal/story"
)

// made makes a report of its own words, so that benchmarks need no data.
func made(n int) story.Print {
	text := fmt.Sprintf("Flood in Village%d\n", n)
	for i := range 40 {
		text += fmt.Sprintf("On Tuesday the river w%d rose near Bridge%d and people p%d of Town%d left %d houses, the mayor said.\n", (n*i)%997, n%31, n*7+i, n%13, i)
	}
	r := reading(fmt.Sprint("r", n), text)
	r.Published.Value = "2012-02-07T20:27:00Z"
	return story.Fingerprint(&r)
}

func BenchmarkFingerprint(b *testing.B) {
	for i := range b.N {
		made(i)
	}
}

func BenchmarkAdd(b *testing.B) {
	var prints []story.Print
	for i := range 2000 {
		prints = append(prints, made(i))
	}
	b.ReportAllocs()
	b.ResetTimer()
	l := story.NewLinker()
	for i := range b.N {
		l.Add(prints[i%len(prints)])
	}
}

func BenchmarkRestore(b *testing.B) {
	raw, err := json.Marshal(made(7))
	if err != nil {
		b.Fatal(err)
	}
	l := story.NewLinker()
	p := made(8)
	a := l.Add(p)
	b.ReportAllocs()
	b.ResetTimer()
	b.Run("decode", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			if _, err := story.ReadSketch(raw); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("restore", func(b *testing.B) {
		b.ReportAllocs()
		for i := range b.N {
			p.Report = fmt.Sprint("again", i)
			l.Restore(p, a)
		}
	})
}
