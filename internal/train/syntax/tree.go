package main

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang/parse"
	"wiredesk/internal/lang/tag"
)

// A tree is a sentence to learn from. text holds its words parted by spaces,
// tokens their spans and the tags that the tagger proposes, with its doubts.
type tree struct {
	forms  []string
	labels []string // gold "UPOS|XPOS"
	heads  []int32  // the number of words for the root
	rels   []string

	text   string
	tokens []wiredesk.Token
	doubts []tag.Doubt

	// What the network needs, filled by number.
	rows     [][parse.Fields]int32
	tags     []int32
	arcs     []int32
	children [][]int32 // of each word and the root, in order
}

// readTrees returns the sentences of the documents, and after each twentieth
// a copy of it in headline capitals or capitals throughout.
func readTrees(docs []*corpus.Document) []*tree {
	var out []*tree
	for i, t := range plainTrees(docs) {
		out = append(out, t)
		switch i % 40 {
		case 0:
			out = append(out, t.recased(strings.ToUpper))
		case 20:
			out = append(out, t.recased(title))
		}
	}
	return out
}

// plainTrees returns the sentences of the documents.
func plainTrees(docs []*corpus.Document) []*tree {
	var out []*tree
	for _, d := range docs {
		for _, s := range d.Sentences {
			t := &tree{}
			for _, w := range d.Words[s.First:s.Last] {
				t.forms = append(t.forms, w.Span.Words(d.Text))
				t.labels = append(t.labels, w.UPOS+"|"+w.XPOS)
				t.rels = append(t.rels, w.Deprel)
				head := int32(w.Head)
				if head < 0 {
					head = int32(s.Last - s.First)
				}
				t.heads = append(t.heads, head)
			}
			t.place()
			out = append(out, t)
		}
	}
	return out
}

// recased returns a copy of the tree with other capitals.
func (t *tree) recased(change func(string) string) *tree {
	c := *t
	c.forms = make([]string, len(t.forms))
	for i, f := range t.forms {
		c.forms[i] = change(f)
	}
	c.place()
	return &c
}

// title gives a word of four and more letters a capital, as headlines do.
func title(word string) string {
	if len(word) < 4 || word[0] >= 0x80 {
		return word
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

// place sets text and tokens, without tags.
func (t *tree) place() {
	var b strings.Builder
	t.tokens, t.doubts = make([]wiredesk.Token, len(t.forms)), make([]tag.Doubt, len(t.forms))
	for i, f := range t.forms {
		start := b.Len()
		b.WriteString(f)
		t.tokens[i] = wiredesk.Token{Span: wiredesk.Span{Start: start, End: b.Len()}, Head: -1}
		b.WriteByte(' ')
	}
	t.text = b.String()
}

// A tagged sentence: its words and their labels, "UPOS|XPOS", or "" where the
// label is not known.
type tagged struct{ forms, labels []string }

func taggedOf(trees []*tree) []tagged {
	out := make([]tagged, len(trees))
	for i, t := range trees {
		out[i] = tagged{t.forms, t.labels}
	}
	return out
}
