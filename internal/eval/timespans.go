package eval

import (
	"fmt"
	"strings"

	"wiredesk"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang"
)

// markedTimes measures where times stand against sets that mark the words and
// give no value: ECB+ and re3d. Both mark by their own rules: ECB+ leaves out
// what dates no action of its topic, re3d takes whole phrases.
func markedTimes(shared string) ([]Line, error) {
	ecb, err := corpus.ECBMarks(shared, "dev")
	if err != nil {
		return nil, err
	}
	re3d, err := corpus.Re3dTimes(shared)
	if err != nil {
		return nil, err
	}
	return append(timeSpans("ECB+ dev", ecb), timeSpans("re3d", re3d)...), nil
}

// timeSpans counts the marked times of a set that are found, and what is found
// in its judged sentences.
func timeSpans(set string, texts []corpus.MarkedText) []Line {
	var overlap, exact, precise tally
	for _, t := range texts {
		times := lang.Analyze(PlaceReport(corpus.PlaceText{Text: t.Text})).Times
		var gold []wiredesk.Span
		for _, m := range t.Marks {
			if !strings.HasPrefix(m.Class, "T") {
				continue
			}
			gold = append(gold, m.Span)
			overlap.add(anyTime(times, m.Span.Overlaps))
			exact.add(anyTime(times, func(s wiredesk.Span) bool { return s == m.Span }))
		}
		for _, x := range times {
			if inside(t.Judged, x.Span) {
				precise.add(overlapsAny(x.Span, gold))
			}
		}
	}
	return []Line{
		{"times: " + set + ", marked times found", overlap.percent(), 0, fmt.Sprintf("%d marked; %.1f with just their words", overlap.tries, exact.percent())},
		{"times: " + set + ", of times found, marked", precise.percent(), 0, ""},
	}
}

func anyTime(times []wiredesk.Time, ok func(wiredesk.Span) bool) bool {
	for i := range times {
		if ok(times[i].Span) {
			return true
		}
	}
	return false
}

// inside reports whether one of the spans holds s.
func inside(spans []wiredesk.Span, s wiredesk.Span) bool {
	for _, x := range spans {
		if x.Start <= s.Start && s.End <= x.End {
			return true
		}
	}
	return false
}
