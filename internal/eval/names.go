package eval

import (
	"fmt"
	"slices"

	"wiredesk"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang"
)

// namesBar and personsBar are what the language issue asks of names.
const (
	namesBar   = 74
	personsBar = 84
)

// namedTypes are the types that are measured.
var namedTypes = []wiredesk.EntityType{wiredesk.Person, wiredesk.Organization, wiredesk.PlaceName}

// Names measures names on re3d, wikigold, UNER and GUM by strict spans and
// types, and references on GUM. The shipped model is trained on two thirds of
// the documents of the first three and on GUM's train part; what is measured
// here are the others and GUM's dev part.
func Names(shared string) ([]Line, error) {
	docs, err := HeldNames(shared)
	if err != nil {
		return nil, err
	}
	lines := ScoreNames(docs, func(d *corpus.Named) []wiredesk.Mention {
		return analyzeNamed(d).Mentions
	})
	more, err := references(shared)
	return append(lines, more...), err
}

// HeldNames returns the documents that names are measured on.
func HeldNames(shared string) ([]*corpus.Named, error) {
	var out []*corpus.Named
	for _, read := range []func(string) ([]*corpus.Named, error){corpus.Re3d, corpus.WikiGold, corpus.UNER} {
		docs, err := read(shared)
		if err != nil {
			return nil, err
		}
		for _, d := range docs {
			if d.Held() {
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
	var all, persons float64
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
	}
	return append(lines,
		Line{"names: mean over the sets", all, namesBar, ""},
		Line{"names: persons, mean over the sets", persons, personsBar, ""})
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

// references measures the pronouns and descriptions that are resolved on
// GUM's dev part: whether they stand in one chain with a name of the entity
// they were given. GUM keeps a government and its country apart, so that rule
// is not judged.
func references(shared string) ([]Line, error) {
	docs, err := corpus.UD(shared + "/data/ud_english_gum/dev.conllu.gz")
	if err != nil {
		return nil, err
	}
	var right, judged, pronouns, resolvable int
	for _, doc := range docs {
		d := lang.Analyze(&wiredesk.Report{ID: doc.ID, Text: doc.Text, Body: doc.Paragraphs})
		c := chainsOf(doc)
		for _, ref := range d.References {
			chain := c.at(ref.Span)
			if chain == "" || ref.Rule == "government" {
				continue
			}
			judged++
			if c.names(chain, d, ref.Entity) {
				right++
				if c.personal(ref.Span) {
					pronouns++
				}
			}
		}
		resolvable += c.resolvable()
	}
	return []Line{
		{"names: references resolved on GUM, right", percent(right, judged), 0, fmt.Sprintf("%d judged", judged)},
		{"names: he and she on GUM, of those with a name in their chain", percent(pronouns, resolvable), 0, fmt.Sprintf("%d; what is unsafe is left out", resolvable)},
	}, nil
}

// chains are the chains of coreference of one document.
type chains struct {
	doc    *corpus.Document
	spans  map[wiredesk.Span]string
	chains map[string][]corpus.GUMMention
}

func chainsOf(doc *corpus.Document) *chains {
	c := &chains{doc, map[wiredesk.Span]string{}, map[string][]corpus.GUMMention{}}
	for _, m := range doc.Mentions() {
		c.spans[c.span(m)] = m.Chain
		c.chains[m.Chain] = append(c.chains[m.Chain], m)
	}
	return c
}

func (c *chains) span(m corpus.GUMMention) wiredesk.Span {
	return wiredesk.Span{Start: c.doc.Words[m.First].Span.Start, End: c.doc.Words[m.Last-1].Span.End}
}

// at returns the chain of the mention with that span, "" where none has it.
func (c *chains) at(s wiredesk.Span) string { return c.spans[s] }

// names reports whether a name of the entity stands in the chain.
func (c *chains) names(chain string, d *lang.Doc, entity string) bool {
	for _, m := range c.chains[chain] {
		s := c.span(m)
		for _, n := range d.MentionsIn(s) {
			if n.Entity == entity && slices.ContainsFunc(m.Core, func(k int) bool { return n.Span.Overlaps(c.doc.Words[k].Span) }) {
				return true
			}
		}
	}
	return false
}

var thirdPerson = []string{"he", "He", "she", "She", "him", "his", "His", "her", "Her", "himself", "herself"}

// personal reports whether the words are a pronoun for one person.
func (c *chains) personal(s wiredesk.Span) bool {
	return slices.Contains(thirdPerson, s.Words(c.doc.Text))
}

// resolvable counts the pronouns for one person whose chain holds a proper
// noun.
func (c *chains) resolvable() int {
	n := 0
	for _, list := range c.chains {
		named, pronouns := false, 0
		for _, m := range list {
			if c.personal(c.span(m)) {
				pronouns++
			} else if len(m.Core) > 0 && c.doc.Words[m.Core[0]].UPOS == "PROPN" {
				named = true
			}
		}
		if named {
			n += pronouns
		}
	}
	return n
}
