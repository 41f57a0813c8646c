package main

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/eval/corpus"
)

// headlines returns one sentence of each document, the one in the middle,
// written as a headline: every longer word with a capital.
func headlines(docs []*lesson) []*lesson {
	var out []*lesson
	for _, d := range docs {
		if len(d.sentences) == 0 {
			continue
		}
		s := d.sentences[len(d.sentences)/2].Span
		h := &corpus.Named{Set: d.Set, ID: d.ID + "/headline", Text: capitals(s.Words(d.Text))}
		if len(h.Text) != s.Len() {
			continue
		}
		h.Paragraphs = []wiredesk.Span{{End: len(h.Text)}}
		for _, m := range d.Names {
			if s.Contains(m.Span) {
				m.Span = wiredesk.Span{Start: m.Span.Start - s.Start, End: m.Span.End - s.Start}
				h.Names = append(h.Names, m)
			}
		}
		out = append(out, divide(h))
	}
	return out
}

// capitals writes a sentence without its stop as a headline.
func capitals(s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		if len(w) > 2 && w[0] >= 'a' && w[0] <= 'z' && !small[w] {
			words[i] = string(w[0]-'a'+'A') + w[1:]
		}
	}
	return strings.Join(words, " ")
}

var small = map[string]bool{"the": true, "and": true, "for": true, "but": true, "nor": true}
