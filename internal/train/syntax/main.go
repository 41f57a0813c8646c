// Command tagger makes the models of internal/lang/tag from treebanks: the
// lexicon, the perceptron and the exceptions to the rules of lemmas.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"wiredesk/internal/eval/corpus"
)

func main() {
	folder := flag.String("o", "internal/lang/tag/model", "the folder to write to")
	epochs := flag.Int("epochs", 10, "passes over the treebanks")
	prune := flag.Float64("prune", 0.5, "averaged weights below this are left out")
	flag.Parse()
	if err := run(*folder, *epochs, *prune); err != nil {
		fmt.Fprintln(os.Stderr, "tagger:", err)
		os.Exit(1)
	}
}

func run(folder string, epochs int, prune float64) error {
	docs, err := corpus.TrainTrees(os.Getenv("WIREDESK_SHARED"))
	if err != nil {
		return err
	}
	s := sentences(docs)
	files := map[string][]byte{"lemmas.txt.gz": lemmas(docs)}
	if files["lexicon.bin.gz"], files["tagger.bin.gz"], err = train(s, epochs, prune); err != nil {
		return err
	}
	for name, file := range files {
		if err := os.WriteFile(filepath.Join(folder, name), file, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// A tagged sentence: its words and their labels, "UPOS|XPOS".
type tagged struct{ forms, labels []string }

// sentences returns the sentences of the documents.
func sentences(docs []*corpus.Document) []tagged {
	var out []tagged
	for _, d := range docs {
		for _, s := range d.Sentences {
			var t tagged
			for _, w := range d.Words[s.First:s.Last] {
				t.forms = append(t.forms, w.Span.Words(d.Text))
				t.labels = append(t.labels, w.UPOS+"|"+w.XPOS)
			}
			out = append(out, t)
		}
	}
	return out
}
