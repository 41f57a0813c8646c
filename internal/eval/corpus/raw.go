package corpus

import (
	_ "embed"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"wiredesk/internal/lexicon"
)

// jsonTexts are the sets of news articles in JSON Lines with a "text" field,
// below the data folder.
var jsonTexts = []string{
	"giveme5w1h/articles.jsonl",
	"gva_longtail/articles.jsonl.gz",
	"fa_kes_syria/articles.jsonl",
	"gun_violence_slots/train.jsonl.gz",
}

// RawTexts calls each with every article of the train parts of PolNeAR, the
// 5W1H set, the gun-violence sets, FA-KES, EWT and the free part of GUM, in a
// fixed order: running text to learn from which words are used alike.
func RawTexts(shared string, each func(text string)) error {
	data := filepath.Join(shared, "data")
	names, err := filepath.Glob(filepath.Join(data, "polnear/train/text/*.txt"))
	if err != nil {
		return err
	}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		each(string(raw))
	}
	for _, name := range jsonTexts {
		if err := lines(filepath.Join(data, name), func(line string) { each(textOf(line)) }); err != nil {
			return err
		}
	}
	docs, err := TrainTrees(shared)
	for _, d := range docs {
		each(d.Text)
	}
	return err
}

// textOf returns the headline and text of a JSON object, or "".
func textOf(line string) string {
	var doc struct{ Headline, Text string }
	if json.Unmarshal([]byte(line), &doc) != nil {
		return ""
	}
	return strings.TrimSpace(doc.Headline + "\n\n" + doc.Text)
}

//go:embed lexicon/gum-free.txt
var gumFree []byte

// free returns the genres and documents of GUM whose texts are licensed CC BY
// or lie in the public domain. All others are left out.
func free() map[string]bool {
	out := map[string]bool{}
	for _, e := range lexicon.Parse(gumFree) {
		out[e.Field(0)] = true
	}
	return out
}

// TrainTrees returns the treebank documents that shipped models are trained
// on: the train parts of EWT and of GUM, of this only what is freely licensed.
func TrainTrees(shared string) ([]*Document, error) {
	out, err := UD(filepath.Join(shared, "data/ud_english_ewt/train.conllu.gz"))
	if err != nil {
		return nil, err
	}
	gum, err := UD(filepath.Join(shared, "data/ud_english_gum/train.conllu.gz"))
	may := free()
	for _, d := range gum {
		if may[d.Genre] || may[d.ID] {
			out = append(out, d)
		}
	}
	return out, err
}
