package eval

import (
	"fmt"
	"runtime"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/claim"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang"
)

// Figures measures casualty figures on EDNIL, gun-violence articles, FA-KES and MUC-4.
func Figures(shared string) ([]Line, error) {
	var out []Line
	for _, measure := range []func(string) ([]Line, error){casualtySpans, gunViolence, syrianDeaths, humanTargets} {
		lines, err := measure(shared)
		if err != nil {
			return nil, err
		}
		out = append(out, lines...)
	}
	return out, nil
}

// article makes a report of a bare text, its lines as paragraphs.
func article(id, headline, text, published string) *wiredesk.Report {
	r := &wiredesk.Report{ID: id, Text: text, Published: wiredesk.Published{Value: wiredesk.Optional(published), From: wiredesk.Given}}
	if headline != "" {
		r.Text = headline + "\n\n" + text
		r.Headline = &wiredesk.Headline{Text: headline, Span: wiredesk.Span{End: len(headline)}}
	}
	at := len(r.Text) - len(text)
	for line := range strings.Lines(text) {
		if body := strings.TrimSpace(line); body != "" {
			start := at + strings.Index(line, body)
			r.Body = append(r.Body, wiredesk.Span{Start: start, End: start + len(body)})
		}
		at += len(line)
	}
	return r
}

// readAll reads the reports of n articles on all cores and calls each with
// their readings, in order.
func readAll(n int, report func(i int) *wiredesk.Report, each func(i int, r *wiredesk.Reading)) {
	readings := make([]wiredesk.Reading, n)
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				readings[i] = claim.Extract(lang.Analyze(report(i)))
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	workers.Wait()
	for i := range readings {
		each(i, &readings[i])
	}
}

// most returns what a report says of a unit in one number: the largest lower
// bound of its figures that are no part of another, or the upper bound where
// there is no lower; 0 where it has no figure.
func most(r *wiredesk.Reading, unit wiredesk.Unit) int {
	best := 0
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Unit != unit {
			continue
		}
		n := f.Low
		if n == wiredesk.Open {
			n = f.High
		}
		best = max(best, int(n))
	}
	return best
}

// A tally counts hits among tries.
type tally struct{ hits, tries int }

func (t *tally) add(hit bool) {
	t.tries++
	if hit {
		t.hits++
	}
}

func (t tally) percent() float64 {
	if t.tries == 0 {
		return 0
	}
	return 100 * float64(t.hits) / float64(t.tries)
}

// gunViolence measures the killed and injured per article.
func gunViolence(shared string) ([]Line, error) {
	train, err := corpus.GunViolenceSlots(shared, "train")
	if err != nil {
		return nil, err
	}
	val, err := corpus.GunViolenceSlots(shared, "val")
	if err != nil {
		return nil, err
	}
	database, err := corpus.GunViolenceDatabase(shared)
	if err != nil {
		return nil, err
	}
	archive, err := corpus.GunViolenceArchive(shared)
	if err != nil {
		return nil, err
	}
	var out []Line
	for _, set := range []struct {
		name     string
		articles []corpus.Incident
		bars     [4]float64
	}{
		{"gun-violence slots, train", train, [4]float64{90, 78, 80, 70}},
		{"gun-violence slots, val", val, [4]float64{90, 78, 80, 70}},
		{"gvdb", database, [4]float64{}},
		{"gva archive (final counts)", archive[:min(len(archive), archiveSample)], [4]float64{}},
	} {
		out = append(out, countLines(set.name, set.articles, set.bars)...)
	}
	return out, nil
}

// archiveSample is how many articles of the archive are read: enough for a
// figure that moves by less than a point.
const archiveSample = 1200

// countLines measures one set of articles on incidents.
func countLines(name string, articles []corpus.Incident, bars [4]float64) []Line {
	var killed, injured, killedSome, injuredSome tally
	readAll(len(articles), func(i int) *wiredesk.Report {
		a := &articles[i]
		return article(a.ID, a.Headline, a.Text, a.Published)
	}, func(i int, r *wiredesk.Reading) {
		k, n := most(r, wiredesk.UnitKilled), most(r, wiredesk.UnitInjured)
		a := &articles[i]
		killed.add(k == a.Killed)
		injured.add(n == a.Injured)
		if a.Killed != 0 {
			killedSome.add(k == a.Killed)
		}
		if a.Injured != 0 {
			injuredSome.add(n == a.Injured)
		}
	})
	return []Line{
		{name + ": killed exact", killed.percent(), bars[0], fmt.Sprintf("%d articles", killed.tries)},
		{name + ": injured exact", injured.percent(), bars[1], ""},
		{name + ": killed exact, not 0", killedSome.percent(), bars[2], fmt.Sprintf("%d articles", killedSome.tries)},
		{name + ": injured exact, not 0", injuredSome.percent(), bars[3], fmt.Sprintf("%d articles", injuredSome.tries)},
	}
}

// casualtySpans measures the spans of EDNIL's casualties.
func casualtySpans(shared string) ([]Line, error) {
	articles, err := corpus.EDNIL(shared)
	if err != nil {
		return nil, err
	}
	var precise, recalled, preciseWords, recalledWords tally
	readAll(len(articles), func(i int) *wiredesk.Report {
		return article(articles[i].ID, "", articles[i].Text, "")
	}, func(i int, r *wiredesk.Reading) {
		gold := articles[i].Spans("CASUALTIES-ARG")
		var found []wiredesk.Span
		for _, list := range [][]wiredesk.Figure{r.Figures, r.Background} {
			for k := range list {
				f := &list[k]
				found = append(found, wiredesk.Span{Start: min(f.Span.Start, f.Trigger.Start), End: max(f.Span.End, f.Trigger.End)})
			}
		}
		for _, s := range found {
			precise.add(overlapsAny(s, gold))
		}
		for _, s := range gold {
			recalled.add(overlapsAny(s, found))
		}
		for _, w := range articles[i].Words {
			inGold, inFound := overlapsAny(w, gold), overlapsAny(w, found)
			if inFound {
				preciseWords.add(inGold)
			}
			if inGold {
				recalledWords.add(inFound)
			}
		}
	})
	return []Line{
		{"EDNIL casualty spans, overlapping: precision", precise.percent(), 0, ""},
		{"EDNIL casualty spans, overlapping: recall", recalled.percent(), 0, ""},
		{"EDNIL casualty spans, overlapping: F1", balance(precise, recalled), 70, fmt.Sprintf("%d articles, a shared token counts", len(articles))},
		{"EDNIL casualty words: F1", balance(preciseWords, recalledWords), 0, fmt.Sprintf("precision %.1f, recall %.1f; span and trigger with what stands between", preciseWords.percent(), recalledWords.percent())},
	}, nil
}

// balance returns the F1 of precision and recall, in per cent.
func balance(p, r tally) float64 {
	a, b := p.percent(), r.percent()
	if a+b == 0 {
		return 0
	}
	return 2 * a * b / (a + b)
}

// overlapsAny reports whether s shares a byte with one of the spans.
func overlapsAny(s wiredesk.Span, spans []wiredesk.Span) bool {
	for _, t := range spans {
		if s.Overlaps(t) {
			return true
		}
	}
	return false
}

// syrianDeaths measures the deaths per article of FA-KES within our bounds.
func syrianDeaths(shared string) ([]Line, error) {
	articles, err := corpus.Deaths(shared)
	if err != nil {
		return nil, err
	}
	var within, largest, exact tally
	readAll(len(articles), func(i int) *wiredesk.Report {
		a := &articles[i]
		return article(a.ID, a.Headline, a.Text, a.Published)
	}, func(i int, r *wiredesk.Reading) {
		total := articles[i].Civilians + articles[i].NonCivilians
		any, top := total == 0, wiredesk.Figure{}
		for k := range r.Figures {
			f := &r.Figures[k]
			if f.Unit != wiredesk.UnitKilled {
				continue
			}
			any = any || holds(f, total)
			if top.Unit == "" || f.Low > top.Low {
				top = *f
			}
		}
		within.add(any)
		largest.add(holds(&top, total))
		exact.add(most(r, wiredesk.UnitKilled) == total)
	})
	return []Line{
		{"FA-KES deaths per article within a figure's bounds", within.percent(), 0, fmt.Sprintf("%d articles", within.tries)},
		{"FA-KES deaths per article within the largest figure's bounds", largest.percent(), 0, ""},
		{"FA-KES deaths per article exact, largest figure", exact.percent(), 0, ""},
	}, nil
}

// holds reports whether n lies within the figure's bounds.
func holds(f *wiredesk.Figure, n int) bool {
	return (f.Low == wiredesk.Open || int(f.Low) <= n) && (f.High == wiredesk.Open || n <= int(f.High))
}
