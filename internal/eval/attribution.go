package eval

import (
	"fmt"
	"path/filepath"

	"wiredesk"
	"wiredesk/internal/claim/attribution"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang"
)

// Attribution measures source, cue and content on PolNeAR; quotes and
// speakers.
func Attribution(shared string) ([]Line, error) {
	articles, err := corpus.PolNeAR(filepath.Join(shared, "data", "polnear"), "dev")
	if err != nil {
		return nil, err
	}
	var source, cue, content, whole spanTally
	var q quoteScore
	for i := range articles {
		a := &articles[i]
		claims := attributed(attribution.Find(lang.Analyze(a.Report())))
		var s, c, n, w spanSets
		for _, claim := range claims {
			s.found(claim.Source.Spans...)
			c.found(claim.Cue...)
			n.found(claim.Content...)
			w.foundKey(spanKey(claim.Source.Spans, claim.Cue, claim.Content))
		}
		for _, gold := range a.Attributions {
			s.meant(gold.Source...)
			c.meant(gold.Cue...)
			n.meant(gold.Content...)
			w.meantKey(spanKey(gold.Source, gold.Cue, gold.Content))
			q.add(a.Text, gold, claims)
		}
		s.count(&source)
		c.count(&cue)
		n.count(&content)
		w.count(&whole)
		q.directs(claims)
	}
	const note = "PolNeAR dev, spans exact to the byte, each part by itself"
	lines := []Line{
		source.line("attribution: source, exact F1", 73, note),
		cue.line("attribution: cue, exact F1", 69, note),
		content.line("attribution: content, exact F1", 62, note),
		whole.line("attribution: whole, all spans exact, F1", 45, "PolNeAR dev, source, cue and every part of the content"),
	}
	return append(lines, q.lines()...), nil
}

// attributed leaves the narrated claims out.
func attributed(claims []wiredesk.Claim) []wiredesk.Claim {
	var out []wiredesk.Claim
	for _, c := range claims {
		if c.Kind != wiredesk.Narrated {
			out = append(out, c)
		}
	}
	return out
}

// spanKey names the spans of an attribution.
func spanKey(parts ...[]wiredesk.Span) string { return fmt.Sprint(parts) }

// A spanTally counts what was found, what should have been and what is in both.
type spanTally struct{ right, found, meant int }

func (t spanTally) f1() float64 { return 200 * float64(t.right) / float64(max(t.found+t.meant, 1)) }

func (t spanTally) line(name string, bar float64, note string) Line {
	pr := fmt.Sprintf("P %.1f R %.1f", 100*float64(t.right)/float64(max(t.found, 1)), 100*float64(t.right)/float64(max(t.meant, 1)))
	return Line{name, t.f1(), bar, pr + "; " + note}
}

// spanSets hold what was found and meant in one article.
type spanSets struct{ a, b map[string]bool }

func (s *spanSets) found(spans ...wiredesk.Span) {
	for _, x := range spans {
		s.foundKey(fmt.Sprint(x))
	}
}

func (s *spanSets) meant(spans ...wiredesk.Span) {
	for _, x := range spans {
		s.meantKey(fmt.Sprint(x))
	}
}

func (s *spanSets) foundKey(k string) {
	if s.a == nil {
		s.a = map[string]bool{}
	}
	s.a[k] = true
}

func (s *spanSets) meantKey(k string) {
	if s.b == nil {
		s.b = map[string]bool{}
	}
	s.b[k] = true
}

func (s *spanSets) count(t *spanTally) {
	t.found += len(s.a)
	t.meant += len(s.b)
	for k := range s.a {
		if s.b[k] {
			t.right++
		}
	}
}
