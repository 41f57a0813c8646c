package attribution

import (
	"fmt"
	"strings"
	"testing"

	"wiredesk"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/lang"
)

// story is a paragraph of about 60 words with speech of several kinds.
const story = `The mayor of Porto Sole, Carla Bruno, said on Monday that the dam above the town would hold, but engineers warned that it could fail within days. ` +
	`"We have asked for help and nobody came," she told Reuters. "Now we count the hours." ` +
	`The energy ministry denied that it had been warned, according to state television, and the water rose by another metre overnight.`

func report(paragraphs int) *wiredesk.Report {
	r := &wiredesk.Report{ID: "r", Outlet: outlet, Complete: true}
	for range paragraphs {
		s := wiredesk.Span{Start: len(r.Text), End: len(r.Text) + len(story)}
		r.Text += story + "\n\n"
		r.Body = append(r.Body, s)
	}
	return r
}

// BenchmarkFind measures the claims of a report of about 640 words, without
// the language stage.
func BenchmarkFind(b *testing.B) {
	doc := lang.Analyze(report(10))
	b.ReportMetric(float64(len(doc.Tokens)), "tokens")
	b.ReportAllocs()
	for b.Loop() {
		Find(doc)
	}
}

func BenchmarkRoles(b *testing.B) {
	doc := lang.Analyze(report(10))
	b.ReportAllocs()
	for b.Loop() {
		role.See(doc).Find()
	}
}

// BenchmarkGrowth measures awkward texts at two lengths: the time per token
// must not grow with the text.
func BenchmarkGrowth(b *testing.B) {
	for name, text := range map[string]string{
		"speech":  story + " ",
		"quotes":  `"Go," he said. `,
		"no stop": `he said she said they told Reuters that `,
		"marks":   `"'“‘`,
		"commas":  `, X said, according to Reuters, `,
	} {
		for _, n := range []int{500, 2000} {
			r := &wiredesk.Report{ID: "r", Text: strings.Repeat(text, n)}
			r.Body = []wiredesk.Span{{Start: 0, End: len(r.Text)}}
			doc := lang.Analyze(r)
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				for b.Loop() {
					Find(doc)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(doc.Tokens)), "ns/token")
			})
		}
	}
}
