package eval

import (
	"fmt"

	"wiredesk"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang"
)

// The bars that names are held against.
const (
	namesBar         = 74
	personsBar       = 87
	organizationsBar = 62
)

// namedTypes are the types that are measured.
var namedTypes = []wiredesk.EntityType{wiredesk.Person, wiredesk.Organization, wiredesk.PlaceName}

// Names measures names on re3d, wikigold, UNER, CrossNER's politics, the Broad
// Twitter Corpus and GUM by strict spans and types, and references on GUM. One
// document in three of the others is held out of training, and so is GUM's dev
// part.
func Names(shared string) ([]Line, error) {
	docs, err := HeldNames(shared)
	if err != nil {
		return nil, err
	}
	lines := ScoreNames(docs, func(d *corpus.Named) []wiredesk.Mention { return analyzeNamed(d).Mentions })
	more, err := references(shared)
	return append(lines, more...), err
}

// HeldNames returns the documents that names are measured on.
func HeldNames(shared string) ([]*corpus.Named, error) {
	var out []*corpus.Named
	for _, read := range []func(string) ([]*corpus.Named, error){corpus.Re3d, corpus.WikiGold, corpus.UNER, corpus.CrossNER, corpus.BroadTwitter} {
		docs, err := read(shared)
		if err != nil {
			return nil, err
		}
		for _, d := range docs {
			if d.Splits() && d.Held() {
				out = append(out, d)
			}
		}
	}
	docs, err := corpus.GUM(shared, "dev")
	return append(out, docs...), err
}

func analyzeNamed(d *corpus.Named) *lang.Doc {
	return lang.Analyze(&wiredesk.Report{ID: d.ID, Text: d.Text, Body: d.Paragraphs})
}

// A nameTally counts names: marked, found, and both.
type nameTally struct{ gold, found, right int }

func (t *nameTally) add(o nameTally) {
	t.gold, t.found, t.right = t.gold+o.gold, t.found+o.found, t.right+o.right
}

func (t nameTally) f1() float64 { return 200 * float64(t.right) / float64(max(t.gold+t.found, 1)) }

// ScoreNames measures what find marks in the documents: F1 by set, then the
// means over the sets.
func ScoreNames(docs []*corpus.Named, find func(*corpus.Named) []wiredesk.Mention) []Line {
	counts := map[string]map[wiredesk.EntityType]nameTally{}
	var sets []string
	for _, d := range docs {
		if counts[d.Set] == nil {
			counts[d.Set] = map[wiredesk.EntityType]nameTally{}
			sets = append(sets, d.Set)
		}
		countNames(counts[d.Set], d.Names, find(d))
	}
	var lines []Line
	var all, persons, organizations float64
	for _, s := range sets {
		var sum nameTally
		note := ""
		for _, t := range namedTypes {
			c := counts[s][t]
			sum.add(c)
			note += fmt.Sprintf("%s %.1f (%d)  ", t, c.f1(), c.gold)
		}
		note += fmt.Sprintf("precision %.1f recall %.1f", percent(sum.right, sum.found), percent(sum.right, sum.gold))
		lines = append(lines, Line{"names: " + s + ", strict F1", sum.f1(), 0, note})
		all += sum.f1() / float64(len(sets))
		persons += counts[s][wiredesk.Person].f1() / float64(len(sets))
		organizations += counts[s][wiredesk.Organization].f1() / float64(len(sets))
	}
	return append(lines,
		Line{"names: mean over the sets", all, namesBar, ""},
		Line{"names: persons, mean over the sets", persons, personsBar, ""},
		Line{"names: organizations, mean over the sets", organizations, organizationsBar, ""})
}

// countNames adds the names of one document, by type.
func countNames(counts map[wiredesk.EntityType]nameTally, gold, found []wiredesk.Mention) {
	marked := map[wiredesk.Mention]bool{}
	for _, m := range gold {
		marked[m] = true
		c := counts[m.Type]
		c.gold++
		counts[m.Type] = c
	}
	for _, m := range found {
		c := counts[m.Type]
		c.found++
		if marked[wiredesk.Mention{Span: m.Span, Type: m.Type}] {
			c.right++
		}
		counts[m.Type] = c
	}
}
