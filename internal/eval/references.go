package eval

import (
	"fmt"
	"slices"

	"wiredesk"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang"
)

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
