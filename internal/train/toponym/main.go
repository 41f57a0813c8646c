// Command toponym makes the files by which internal/lang/place tells place
// names from other words and chooses which place is meant: lexicon/common.txt,
// the names of the gazetteer that are ordinary English words, found in the
// lower-case words of UD English EWT; model/spots.txt and model/senses.txt,
// weights learned from LGL and TR-News.
//
//	go run ./internal/train/toponym -shared ../shared -common internal/lang/place/lexicon/common.txt
//	go run ./internal/train/toponym -shared ../shared -weights internal/lang/place/model/spots.txt
//	go run ./internal/train/toponym -shared ../shared -senses internal/lang/place/model/senses.txt
//
// Each step rests on the files before it, which are embedded. The same data
// give the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang/place"
)

func main() {
	shared := flag.String("shared", os.Getenv("WIREDESK_SHARED"), "folder of the public data sets")
	common := flag.String("common", "", "file of common words to write")
	weights := flag.String("weights", "", "file of weights to write")
	senses := flag.String("senses", "", "file of weights of senses to write")
	half := flag.Bool("half", false, "learn from every second article only and score the others")
	flag.Parse()
	var err error
	if *common != "" {
		err = writeCommon(*shared, *common)
	}
	if err == nil && (*weights != "" || *half) {
		err = writeWeights(*shared, *weights, *half)
	}
	if err == nil && (*senses != "" || *half) {
		err = writeSenses(*shared, *senses, *half)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "toponym:", err)
		os.Exit(1)
	}
}

// minCommon is how often a word must stand in lower case to be common; rarer
// ones are mostly slips of unedited text.
const minCommon = 2

// writeCommon writes the one-word names of the gazetteer that are words.
func writeCommon(shared, path string) error {
	documents, err := corpus.UD(filepath.Join(shared, "data/ud_english_ewt/train.conllu.gz"))
	if err != nil {
		return err
	}
	count := map[string]int{}
	for _, d := range documents {
		for _, w := range d.Words {
			word := w.Span.Words(d.Text)
			if word == strings.ToLower(word) && w.UPOS != "PROPN" && utf8.RuneCountInString(word) > 2 {
				count[place.Fold(word)]++
			}
		}
	}
	var words []string
	for w, n := range count {
		if n >= minCommon && place.Known(w) {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	header := "# Names of the gazetteer that are ordinary English words.\n" +
		"# Origin: found in the text of UD English EWT by internal/train/toponym. Licence: CC BY-SA 4.0.\n"
	return os.WriteFile(path, []byte(header+strings.Join(words, "\n")+"\n"), 0o644)
}
