package eval

import (
	"fmt"
	"strings"

	"wiredesk"
	"wiredesk/internal/eval/corpus"
)

// quoteScore is the Gender Gap Tracker's measure (Asr et al., PLOS ONE 2021):
// of the gold quotations, how many are found with more than 0.3 and 0.8 of
// their characters, and of those found at 0.3 how many have the right speaker.
type quoteScore struct {
	gold, part, most  int
	sourced, speakers int
	direct, unknown   int
}

// add measures one gold attribution if its content holds quoted words.
func (q *quoteScore) add(text string, gold corpus.Attribution, claims []wiredesk.Claim) {
	if !isQuoted(text, gold.Content) {
		return
	}
	q.gold++
	best, share := -1, 0.0
	for i := range claims {
		if s := covered(gold.Content, claims[i].Content); s > share {
			best, share = i, s
		}
	}
	if share <= 0.3 {
		return
	}
	q.part++
	if share > 0.8 {
		q.most++
	}
	if len(gold.Source) > 0 {
		q.sourced++
		if sharesWords(gold.Source, claims[best].Source.Spans) {
			q.speakers++
		}
	}
}

// directs counts direct quotations without a known speaker.
func (q *quoteScore) directs(claims []wiredesk.Claim) {
	for _, c := range claims {
		if c.Kind != wiredesk.Direct {
			continue
		}
		q.direct++
		if c.Chain[0] == "unknown" {
			q.unknown++
		}
	}
}

// isQuoted reports whether one of the spans holds a quotation mark of the double
// kind, or begins with a single one.
func isQuoted(text string, spans []wiredesk.Span) bool {
	for _, s := range spans {
		words := s.Words(text)
		if strings.ContainsAny(words, "\"“”") || strings.Contains(words, "''") || strings.HasPrefix(words, "‘") || strings.HasPrefix(words, "'") {
			return true
		}
	}
	return false
}

// covered is the share of the gold bytes that the found spans cover.
func covered(gold, found []wiredesk.Span) float64 {
	whole, shared := 0, 0
	for _, g := range gold {
		whole += g.Len()
		for _, f := range found {
			shared += max(0, min(g.End, f.End)-max(g.Start, f.Start))
		}
	}
	return float64(shared) / float64(max(whole, 1))
}

func sharesWords(a, b []wiredesk.Span) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Overlaps(y) {
				return true
			}
		}
	}
	return false
}

func (q *quoteScore) lines() []Line {
	share := func(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
	return []Line{
		{"quotes: direct and mixed, covered by more than 0.3", share(q.part, q.gold), 88, fmt.Sprintf("PolNeAR dev, %d quotations, the Gender Gap Tracker's measure", q.gold)},
		{"quotes: covered by more than 0.8", share(q.most, q.gold), 82, ""},
		{"quotes: speaker right", share(q.speakers, q.sourced), 92, fmt.Sprintf("source spans overlap, of %d found with a gold source", q.sourced)},
		{"quotes: direct without a known speaker", share(q.unknown, q.direct), 0, fmt.Sprintf("of %d direct claims; at most 10 allowed", q.direct)},
	}
}
