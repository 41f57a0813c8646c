package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"wiredesk"
	"wiredesk/internal/intake"
)

// An Attribution is one attribution of PolNeAR: who says (Source, none for
// some), in which words it is said that something is said (Cue) and what is
// said (Content). Spans are byte offsets of the article's text.
type Attribution struct {
	Source, Cue, Content []wiredesk.Span
}

// A PolNeARArticle is one article of PolNeAR with its attributions in the
// order of their cues.
type PolNeARArticle struct {
	Name         string
	Text         string
	Attributions []Attribution
}

// PolNeAR reads one part ("train" or "dev") of the set in folder, in the order
// of the articles' names.
func PolNeAR(folder, part string) ([]PolNeARArticle, error) {
	files, err := filepath.Glob(filepath.Join(folder, part, "text", "*.txt"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("polnear: no articles in %s", filepath.Join(folder, part, "text"))
	}
	sort.Strings(files)
	var out []PolNeARArticle
	for _, file := range files {
		a, err := polnearArticle(file)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

func polnearArticle(file string) (PolNeARArticle, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return PolNeARArticle{}, err
	}
	a := PolNeARArticle{Name: strings.TrimSuffix(filepath.Base(file), ".txt"), Text: string(text)}
	r := bratReader{at: byteOffsets(a.Text), spans: map[string][]wiredesk.Span{}}
	annotations := filepath.Join(filepath.Dir(filepath.Dir(file)), "attributions", a.Name+".ann")
	if err := lines(annotations, r.line); err != nil {
		return PolNeARArticle{}, err
	}
	a.Attributions = r.attributions()
	return a, nil
}

// A bratReader reads brat stand-off: T lines are spans, E lines tie them
// together. Lines that are neither are remains of spans over a line break.
type bratReader struct {
	at     []int
	spans  map[string][]wiredesk.Span
	events [][]string
}

func (r *bratReader) line(line string) {
	id, rest, _ := strings.Cut(line, "\t")
	body, _, _ := strings.Cut(rest, "\t")
	switch {
	case strings.HasPrefix(id, "T"):
		if _, places, ok := strings.Cut(body, " "); ok {
			r.spans[id] = r.parts(places)
		}
	case strings.HasPrefix(id, "E"):
		if fields := strings.Fields(body); len(fields) > 1 {
			r.events = append(r.events, fields[1:])
		}
	}
}

// parts reads "50 117" or "2056 2090;2173 2230".
func (r *bratReader) parts(places string) []wiredesk.Span {
	var out []wiredesk.Span
	for part := range strings.SplitSeq(places, ";") {
		from, to, _ := strings.Cut(part, " ")
		start, err1 := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		if err1 == nil && err2 == nil && start < end && end < len(r.at) {
			out = append(out, wiredesk.Span{Start: r.at[start], End: r.at[end]})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Before(out[j]) })
	return out
}

// attributions returns the events that have a cue and a content.
func (r *bratReader) attributions() []Attribution {
	var out []Attribution
	for _, event := range r.events {
		var a Attribution
		for _, argument := range event {
			role, id, _ := strings.Cut(argument, ":")
			switch strings.TrimRight(role, "0123456789") {
			case "Source":
				a.Source = append(a.Source, r.spans[id]...)
			case "Cue":
				a.Cue = append(a.Cue, r.spans[id]...)
			case "Content":
				a.Content = append(a.Content, r.spans[id]...)
			}
		}
		if len(a.Cue) > 0 && len(a.Content) > 0 {
			out = append(out, a)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Cue[0].Before(out[j].Cue[0]) })
	return out
}

// Report returns the article as intake reads it.
func (a *PolNeARArticle) Report() *wiredesk.Report {
	result := intake.Parse(intake.Input{File: a.Name + ".txt", Bytes: []byte(a.Text)})
	if len(result.Reports) == 1 && result.Reports[0].Text == a.Text {
		return &result.Reports[0]
	}
	return a.plain()
}

// plain is the article with its first line as headline and every other line
// as a paragraph, for texts that intake changes.
func (a *PolNeARArticle) plain() *wiredesk.Report {
	r := &wiredesk.Report{ID: a.Name, Text: a.Text}
	at := 0
	for line := range strings.SplitAfterSeq(a.Text, "\n") {
		s := wiredesk.Span{Start: at, End: at + len(strings.TrimRight(line, " \t\r\n"))}
		at += len(line)
		if s.Len() <= 0 {
			continue
		}
		if r.Headline == nil {
			r.Headline = &wiredesk.Headline{Text: s.Words(a.Text), Span: s}
		} else {
			r.Body = append(r.Body, s)
		}
	}
	return r
}
