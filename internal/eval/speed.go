package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"wiredesk"
	"wiredesk/internal/claim"
	"wiredesk/internal/lang"
)

// speedWords is the length of the reports that speed is measured on.
const speedWords = 640

// speedReports is how many of them are read.
const speedReports = 60

// Speed measures reports a second on one core, stage by stage, on articles of
// PolNeAR's dev part cut to 640 words. Loading of models is left out.
func Speed(shared string) ([]Line, error) {
	reports, err := shortReports(shared)
	if err != nil {
		return nil, err
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	claim.Extract(lang.Analyze(&reports[0])) // loads the models
	var out []Line
	line := func(name string, bar float64, stage func(i int)) {
		start := cpuTime()
		for i := range reports {
			stage(i)
		}
		rate := float64(len(reports)) / (cpuTime() - start).Seconds()
		out = append(out, Line{name, rate, bar, fmt.Sprintf("%.2f ms each; processor time", 1000/rate)})
	}
	docs := make([]*lang.Doc, len(reports))
	split := make([]parsedText, len(reports))
	line("tokens and sentences, reports a second", 0, func(i int) { split[i] = splitReport(&reports[i]) })
	line("tags, reports a second", 0, func(i int) { split[i].tag(reports[i].Text) })
	line("parse, reports a second", 0, func(i int) { split[i].parse(reports[i].Text) })
	line("language stage as a whole, reports a second", 25, func(i int) { docs[i] = lang.Analyze(&reports[i]) })
	line("claims stage, reports a second", 200, func(i int) { claim.Extract(docs[i]) })
	return out, nil
}

// shortReports returns the first articles that have 640 words, cut there.
func shortReports(shared string) ([]wiredesk.Report, error) {
	names, err := filepath.Glob(filepath.Join(shared, "data/polnear/dev/text/*.txt"))
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("no articles of PolNeAR below %s: %w", shared, os.ErrNotExist)
	}
	var out []wiredesk.Report
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if r, ok := shortReport(string(raw)); ok && len(out) < speedReports {
			out = append(out, r)
		}
	}
	return out, nil
}

// shortReport returns a report of the first 640 words of a text, its lines
// as paragraphs, if it has so many.
func shortReport(text string) (wiredesk.Report, bool) {
	words := 0
	r := wiredesk.Report{Published: wiredesk.Published{Value: "2016-10-20", From: wiredesk.Given}}
	start := 0
	for line := range strings.Lines(text) {
		words += len(strings.Fields(line))
		if body := strings.TrimRight(line, " \t\r\n"); body != "" {
			r.Body = append(r.Body, wiredesk.Span{Start: start, End: start + len(body)})
		}
		start += len(line)
		if words >= speedWords {
			r.Text = text[:start]
			return r, true
		}
	}
	return r, false
}

// splitReport splits a report into tokens and sentences.
func splitReport(r *wiredesk.Report) parsedText {
	var p parsedText
	for _, span := range r.Body {
		p.split(r.Text, span)
	}
	return p
}
