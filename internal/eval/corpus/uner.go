package corpus

import (
	"path/filepath"
	"strings"

	"wiredesk"
)

// UNER reads the names of the dev part of EWT, with the text of the treebank.
func UNER(shared string) ([]*Named, error) {
	docs, err := UD(filepath.Join(shared, "data/ud_english_ewt/dev.conllu.gz"))
	if err != nil {
		return nil, err
	}
	words := map[string][]taggedWord{}
	id := ""
	err = lines(filepath.Join(shared, "data/uner_english_ewt/dev.iob2"), func(line string) {
		if name, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
			id = name
		} else if f := strings.Split(line, "\t"); len(f) > 2 {
			words[id] = append(words[id], taggedWord{f[1], f[2]})
		}
	})
	var out []*Named
	for _, doc := range docs {
		out = append(out, unerDocument(doc, words[doc.ID]))
	}
	return out, err
}

// reach is how far ahead in the text a word is looked for, in bytes: the
// words of the two treebanks differ in a few places.
const reach = 40

func unerDocument(doc *Document, words []taggedWord) *Named {
	d := &Named{Set: "uner", ID: doc.ID, Text: doc.Text, Paragraphs: doc.Paragraphs}
	at := 0
	for _, w := range words {
		ahead := d.Text[at:min(at+reach+len(w.word), len(d.Text))]
		i := strings.Index(ahead, w.word)
		if i < 0 {
			continue
		}
		span := wiredesk.Span{Start: at + i, End: at + i + len(w.word)}
		at = span.End
		prefix, kind, ok := strings.Cut(w.label, "-")
		switch {
		case !ok:
		case prefix == "I" && len(d.Names) > 0:
			d.Names[len(d.Names)-1].Span.End = span.End
		default:
			d.Names = append(d.Names, wiredesk.Mention{Span: span, Type: conllTypes[kind]})
		}
	}
	d.settle()
	d.addNationalities()
	return d
}
