package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"wiredesk"
	"wiredesk/internal/desk"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/intake"
)

// groupSet is a set of reports that people put into stories.
type groupSet struct {
	name string
	bar  float64
	two  float64 // bar over stories of two reports or more; 0 for none
	note string
	read func(shared string) ([]corpus.Article, error)
}

var groupSets = []groupSet{
	{"5W1H news, shared half", 95, 0, "also among the training pairs; in one pass with weights from the other half 95.4 and 96.0", corpus.GiveMe5W1H},
	{"gun-violence incidents, a quarter of them", 93, 85, "no training pairs", GunViolenceDev},
	{"ECB+ dev, topic and sub-topic", 85, 0, "no training pairs; undated", func(shared string) ([]corpus.Article, error) {
		return corpus.ECBPlus(shared, "dev")
	}},
	{"FA-KES, same day and place", 0, 0, "the set's date is often not that of publication", corpus.FAKES},
}

// Group measures stories on the 5W1H set, gun-violence incidents, ECB+ and
// FA-KES (B-cubed), by the way that `wiredesk group` takes, the language and
// claim stages left out, which linking does not need.
func Group(shared string) ([]Line, error) {
	var out []Line
	for _, s := range groupSets {
		articles, err := s.read(shared)
		if err != nil {
			return nil, err
		}
		lines, err := s.measure(articles)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.name, err)
		}
		out = append(out, lines...)
	}
	return out, nil
}

// measure groups one set, in its order and in the reverse order.
func (s groupSet) measure(articles []corpus.Article) ([]Line, error) {
	g, err := grouped(articles)
	if err != nil {
		return nil, err
	}
	p, r, f := g.BCubed(nil)
	out := []Line{{s.name + ", B-cubed F1", f, s.bar, fmt.Sprintf("P %.1f R %.1f, %d reports; %s", p, r, len(articles), s.note)}}
	size := map[string]int{}
	for _, gold := range g.Gold {
		size[gold]++
	}
	_, _, f = g.BCubed(func(i int) bool { return size[g.Gold[i]] > 1 })
	out = append(out, Line{s.name + ", stories of two or more", f, s.two, ""})
	back := slices.Clone(articles)
	slices.Reverse(back)
	h, err := grouped(back)
	if err != nil {
		return nil, err
	}
	slices.Reverse(h.Desk)
	_, _, f = Grouping{g.Desk, h.Desk}.BCubed(nil)
	return append(out, Line{s.name + ", the same in reverse order", f, 0, "B-cubed F1 between both runs"}), nil
}

// grouped runs the desk's grouping over articles.
func grouped(articles []corpus.Article) (Grouping, error) {
	readings, err := Readings(articles)
	if err != nil {
		return Grouping{}, err
	}
	assignments, err := desk.Group(readings)
	if err != nil {
		return Grouping{}, err
	}
	var g Grouping
	for i := range articles {
		g.Gold = append(g.Gold, articles[i].Story)
		g.Desk = append(g.Desk, assignments[i].Story)
	}
	return g, nil
}

// Readings reads articles as the desk reads JSON Lines, without language and
// claims: one reading per article.
func Readings(articles []corpus.Article) ([]wiredesk.Reading, error) {
	var b bytes.Buffer
	for _, a := range articles {
		line, err := json.Marshal(map[string]string{"id": a.ID, "outlet": a.Outlet, "headline": a.Headline,
			"text": a.Text, "published": a.Published, "url": a.URL})
		if err != nil {
			return nil, err
		}
		b.Write(append(line, '\n'))
	}
	var out []wiredesk.Reading
	for part := range parts(b.Bytes(), intake.MaxBytes) {
		r := intake.Parse(intake.Input{File: "articles.jsonl", Bytes: part})
		if len(r.Problems) > 0 {
			return nil, r.Problems[0]
		}
		for _, report := range r.Reports {
			out = append(out, wiredesk.Reading{Report: report})
		}
	}
	if len(out) != len(articles) {
		return nil, fmt.Errorf("%d reports of %d articles", len(out), len(articles))
	}
	return out, nil
}

// parts cuts lines into parts of at most size bytes.
func parts(lines []byte, size int) func(yield func([]byte) bool) {
	return func(yield func([]byte) bool) {
		for len(lines) > size {
			end := bytes.LastIndexByte(lines[:size], '\n') + 1
			if end == 0 || !yield(lines[:end]) {
				return
			}
			lines = lines[end:]
		}
		yield(lines)
	}
}
