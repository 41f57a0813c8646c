package figure

import (
	"strings"
	"testing"
)

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("At least 15 people, including a 10-year-old girl, were killed in Homs on Tuesday, officials said. The market is old and was rebuilt after a fire. "+
		"Ann Lee, 34, was shot in the arm and taken to a hospital in stable condition. The road stayed closed while police looked for the car.\n", 12)
	doc := analyzed(text, "2020-01-02")
	b.ReportAllocs()
	for b.Loop() {
		Find(doc, nil)
	}
}
