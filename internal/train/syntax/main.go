// Command syntax makes the models of internal/lang/tag and
// internal/lang/parse from treebanks: the tagger's lexicon and perceptron, the
// exceptions to the rules of lemmas, and the parser's network.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang/parse"
	"wiredesk/internal/lang/tag"
)

// The settings of training, with which the models in the tree were made.
var (
	root         = flag.String("o", "internal/lang", "the folder to write to")
	taggerEpochs = flag.Int("tagger-epochs", 10, "passes of the tagger over the treebanks")
	prune        = flag.Float64("prune", 0.5, "averaged weights of the tagger below this are left out")
	epochs       = flag.Int("epochs", 18, "passes of the parser over the treebanks")
	dim          = flag.Int("dim", 192, "length of the vector of a word")
	hidden       = flag.Int("hidden", 96, "width of the hidden layer")
	rate         = flag.Float64("rate", 0.002, "highest learning rate")
	dropout      = flag.Float64("dropout", 0.3, "share of values that are left out while learning")
	batch        = flag.Int("batch", 32, "sentences in a batch")
	seed         = flag.Uint64("seed", 7, "seed of all that is drawn by lot")
	kept         = flag.String("tags", "", "a file that keeps the jackknifed tags, to train the parser again alone")
	parsers      = flag.Int("parsers", 1, "number of networks")
	only         = flag.String("only", "", "make only the lemmas, the tagger or the parser")
)

func main() {
	flag.Parse()
	if err := run(os.Getenv("WIREDESK_SHARED")); err != nil {
		fmt.Fprintln(os.Stderr, "syntax:", err)
		os.Exit(1)
	}
}

func run(shared string) error {
	docs, err := corpus.TrainTrees(shared)
	if err != nil {
		return err
	}
	trees := readTrees(docs)
	if *only == "" || *only == "lemmas" {
		if err := write("tag/model/lemmas.txt.gz", lemmas(docs)); err != nil {
			return err
		}
	}
	if *only == "lemmas" {
		return nil
	}
	silver, err := silverOf(taggedOf(trees), shared)
	if err != nil {
		return err
	}
	if *only == "" || *only == "tagger" {
		if err := makeTagger(append(taggedOf(trees), silver...), shared); err != nil {
			return err
		}
	}
	if *only == "" || *only == "parser" {
		return makeParser(trees, silver, shared)
	}
	return nil
}

// write writes a file below the folder of the models.
func write(name string, file []byte) error {
	return os.WriteFile(filepath.Join(*root, name), file, 0o644)
}

// makeTagger trains the tagger and writes its files.
func makeTagger(sentences []tagged, shared string) error {
	lexicon, model, err := trainTagger(sentences, *taggerEpochs, *prune)
	if err != nil {
		return err
	}
	if err := write("tag/model/lexicon.bin.gz", lexicon); err != nil {
		return err
	}
	if err := write("tag/model/tagger.bin.gz", model); err != nil {
		return err
	}
	tagger, err := tag.New(model, lexicon)
	if err != nil {
		return err
	}
	dev, err := devSets(shared, tagger)
	if err != nil {
		return err
	}
	say("tagger: %s", dev.proposed())
	return nil
}

// makeParser trains the parser on tags as the tagger gives them to sentences
// it has not seen, and writes its file.
func makeParser(trees []*tree, silver []tagged, shared string) error {
	if err := proposals(trees, silver, *kept); err != nil {
		return err
	}
	tagger, err := readTagger(filepath.Join(*root, "tag/model"))
	if err != nil {
		return err
	}
	dev, err := devSets(shared, tagger)
	if err != nil {
		return err
	}
	var nets []*parse.Net
	for k := range *parsers {
		packed := parse.Encode(trainParser(trees, dev, *seed+uint64(k)))
		if err := write(fmt.Sprintf("parse/model/parser-%d.bin.gz", k+1), packed); err != nil {
			return err
		}
		n, err := parse.Read(packed)
		if err != nil {
			return err
		}
		nets = append(nets, n)
		say("as packed: %s", dev.scores(nets...))
	}
	return nil
}

func readTagger(folder string) (*tag.Tagger, error) {
	model, err := os.ReadFile(filepath.Join(folder, "tagger.bin.gz"))
	if err != nil {
		return nil, err
	}
	lexicon, err := os.ReadFile(filepath.Join(folder, "lexicon.bin.gz"))
	if err != nil {
		return nil, err
	}
	return tag.New(model, lexicon)
}

// say prints a line of progress.
func say(format string, values ...any) { fmt.Fprintf(os.Stderr, format+"\n", values...) }
