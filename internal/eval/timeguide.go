package eval

import (
	_ "embed"
	"fmt"
	"strings"

	"wiredesk"
	"wiredesk/internal/lang"
)

//go:embed gold/times-guidelines.txt
var timeGuidelines []byte

//go:embed gold/times-second.txt
var timeSecond []byte

// guidelineTimes measures times in our own sentences on the chapters of the
// TIMEX3 guidelines, and in reports that were written after the rules had been
// mended on those.
func guidelineTimes() ([]Line, error) {
	first, err := sentenceTimes(timeGuidelines, "own sentences after the guidelines")
	if err != nil {
		return nil, err
	}
	second, err := sentenceTimes(timeSecond, "own reports, second set")
	return append(first, second...), err
}

// sentenceTimes measures times in one file of gold.
func sentenceTimes(file []byte, name string) ([]Line, error) {
	var t timeTally
	for part := range strings.SplitSeq(string(file), "\npublished ") {
		published, lines, _ := strings.Cut(part, "\n")
		if strings.HasPrefix(published, "#") {
			continue
		}
		report, gold, err := guidelineReport(lines)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		report.Published = wiredesk.Published{Value: wiredesk.Optional(published), From: wiredesk.Given}
		t.add(gold, lang.Analyze(report).Times)
	}
	return t.lines(name), nil
}

// guidelineReport makes a report of the lines of one group, with its gold.
func guidelineReport(lines string) (*wiredesk.Report, []goldTime, error) {
	r := &wiredesk.Report{}
	var gold []goldTime
	at := 0 // where the last expression ended
	for line := range strings.Lines(lines) {
		line = strings.TrimRight(line, "\n")
		if line == "" {
			continue
		}
		expected, isGold := strings.CutPrefix(line, "> ")
		if !isGold {
			at = len(r.Text)
			r.Text += line + "\n"
			r.Body = append(r.Body, wiredesk.Span{Start: at, End: len(r.Text) - 1})
			continue
		}
		words, rest, _ := strings.Cut(expected, " = ")
		f := strings.Fields(rest)
		i := strings.Index(r.Text[at:], words)
		if i < 0 || len(f) < 2 {
			return nil, nil, fmt.Errorf("%q is not in its paragraph, or has no kind", line)
		}
		g := goldTime{span: wiredesk.Span{Start: at + i, End: at + i + len(words)}, kind: f[1]}
		g.setValue(f[0])
		if len(f) > 2 {
			g.timex = f[2]
		}
		at = g.span.End
		gold = append(gold, g)
	}
	return r, gold, nil
}
