package eval

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"wiredesk"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang"
	"wiredesk/internal/lexicon"
)

//go:embed gold/times.txt
var timesGold []byte

// A goldTime is one expression of gold/times.txt.
type goldTime struct {
	span     wiredesk.Span
	from, to string // "" where no calendar holds it
	kind     string
	timex    string // the value as TIMEX3 writes it; "" where the gold gives none
}

// Times measures time expressions and their values the way TempEval-3 does: a
// value counts where the spans overlap. No shared set gives values, so that
// the gold with values is our own.
func Times(shared string) ([]Line, error) {
	texts, err := corpus.Timelines(shared)
	if err != nil {
		return nil, err
	}
	gold, err := timeGold(texts)
	if err != nil {
		return nil, err
	}
	var t timeTally
	for _, text := range texts {
		if g := gold[text.ID]; len(g) > 0 {
			t.add(g, lang.Analyze(datedReport(text)).Times)
		}
	}
	days, err := incidentDays(shared)
	if err != nil {
		return nil, err
	}
	guide, err := guidelineTimes()
	if err != nil {
		return nil, err
	}
	marked, err := markedTimes(shared)
	if err != nil {
		return nil, err
	}
	return slices.Concat([]Line{days}, t.lines("own gold on Wikinews"), guide, marked), nil
}

// lines writes the tally of one gold.
func (t *timeTally) lines(gold string) []Line {
	return []Line{
		{"times: " + gold + ", value F1", f1(t.value, t.found, t.gold), 78, fmt.Sprintf("%d expressions, %d found", t.gold, t.found)},
		{"times: " + gold + ", overlapping spans, F1", f1(t.overlap, t.found, t.gold), 0, ""},
		{"times: " + gold + ", exact spans, F1", f1(t.exact, t.found, t.gold), 0, ""},
		{"times: " + gold + ", kind, F1", f1(t.kind, t.found, t.gold), 0, ""},
	}
}

// everyIncident is how many articles of gva_longtail stand for one that is
// measured with.
const everyIncident = 15

// incidentDays is the share of articles on shootings that have the registry's
// day of the incident among the days that were read out of them, of those that
// give a day. No weight was learned on it.
func incidentDays(shared string) (Line, error) {
	happenings, err := corpus.Happenings(shared, everyIncident)
	if err != nil {
		return Line{}, err
	}
	given, right := 0, 0
	for _, h := range happenings {
		days := map[string]bool{}
		for _, x := range lang.Analyze(datedReport(corpus.DatedText{Text: h.Text, Published: h.Published})).Times {
			if from, _, _ := strings.Cut(string(x.From), "T"); from != "" && strings.HasPrefix(string(x.To), from) {
				days[from] = true
			}
		}
		if len(days) > 0 {
			given++
			if days[h.Day] {
				right++
			}
		}
	}
	return Line{"times: day of the incident among the days of an article", percent(right, given), 0, fmt.Sprintf("%d articles of gva_longtail", given)}, nil
}

// A timeTally counts expressions: found, and right in span, value and kind.
type timeTally struct {
	gold, found, overlap, exact, value, kind int
}

// add compares the times found in one article with its gold.
func (t *timeTally) add(gold []goldTime, times []wiredesk.Time) {
	t.gold += len(gold)
	t.found += len(times)
	used := make([]bool, len(times))
	for _, g := range gold {
		for i, x := range times {
			if used[i] || !x.Span.Overlaps(g.span) {
				continue
			}
			used[i] = true
			t.overlap++
			if x.Span == g.span {
				t.exact++
			}
			if string(x.Kind) == g.kind {
				t.kind++
			}
			if sameValue(g, x) {
				t.value++
			}
			break
		}
	}
}

// sameValue compares values; a gold day is also met by a time of that day.
func sameValue(g goldTime, x wiredesk.Time) bool {
	if g.from == "" {
		return x.From == "" && (string(x.Kind) == g.kind)
	}
	return strings.HasPrefix(string(x.From), g.from) && strings.HasPrefix(string(x.To), g.to)
}

// datedReport makes a report of an article, one paragraph to a sentence.
func datedReport(t corpus.DatedText) *wiredesk.Report {
	r := PlaceReport(corpus.PlaceText{Text: t.Text})
	r.Published = wiredesk.Published{Value: wiredesk.Optional(t.Published), From: wiredesk.Given}
	return r
}

// timeGold ties the gold to the articles, by their ids.
func timeGold(texts []corpus.DatedText) (map[string][]goldTime, error) {
	byID := map[string]corpus.DatedText{}
	for _, t := range texts {
		byID[t.ID] = t
	}
	out := map[string][]goldTime{}
	after := map[string]int{} // where the last place of a phrase ended
	for _, e := range lexicon.Parse(timesGold) {
		t := byID[e[0]]
		s := t.Sentences[e.Field(1)]
		key := e[0] + "\t" + e.Field(1) + "\t" + e.Field(2)
		from := max(s.Start, after[key])
		at := strings.Index(t.Text[from:max(from, s.End)], e.Field(2))
		if at < 0 {
			return nil, fmt.Errorf("gold/times.txt: no %q in sentence %s of %s", e.Field(2), e.Field(1), e[0])
		}
		g := goldTime{span: wiredesk.Span{Start: from + at, End: from + at + len(e.Field(2))}, kind: e.Field(4)}
		after[key] = g.span.End
		g.setValue(e.Field(3))
		out[e[0]] = append(out[e[0]], g)
	}
	return out, nil
}

// setValue takes a value as the gold writes it.
func (g *goldTime) setValue(v string) {
	g.from, g.to = v, v
	if a, b, ok := strings.Cut(v, "/"); ok {
		g.from, g.to = a, b
	}
	if g.from == "-" {
		g.from, g.to = "", ""
	}
}
