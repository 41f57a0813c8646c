// Command attribution trains the models that find attributions, on the train
// part of PolNeAR: the roles of words (internal/claim/role) and the links of
// sources and contents to cues (internal/claim/link). Figures on the dev part
// are printed.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/eval/corpus"
)

func main() {
	shared := flag.String("shared", os.Getenv("WIREDESK_SHARED"), "folder that holds data/polnear")
	out := flag.String("o", "internal/claim", "the folder of the claim stage, whose models are written")
	cache := flag.String("cache", "", "keep what the language stage finds in files that begin with this, from one run to the next")
	flag.Parse()
	if err := run(*shared, *out, *cache); err != nil {
		fmt.Fprintln(os.Stderr, "attribution:", err)
		os.Exit(1)
	}
}

// folds is into how many parts the train part is divided, so that what follows
// a model learns from what that model finds in articles that it never saw.
const folds = 3

func run(shared, out, cache string) error {
	folder := filepath.Join(shared, "data", "polnear")
	trainArticles, err := corpus.PolNeAR(folder, "train")
	if err != nil {
		return err
	}
	devArticles, err := corpus.PolNeAR(folder, "dev")
	if err != nil {
		return err
	}
	train, err := analyse(trainArticles, cache, "train")
	if err != nil {
		return err
	}
	dev, err := analyse(devArticles, cache, "dev")
	if err != nil {
		return err
	}
	fmt.Println("analysed", len(train), "and", len(dev), "articles")
	var passes []*role.Weights
	for pass := range role.Passes {
		passes = append(passes, cross(train, dev, pass))
	}
	roles, err := role.Encode(passes)
	if err != nil {
		return err
	}
	files := map[string][]byte{
		"role/model/roles.bin.gz": roles,
		"link/model/links.bin.gz": trainLinks(train, dev, trainArticles, devArticles),
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(out, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// cross trains one pass on everything, and on all folds but one to guess that
// one. The guesses replace those of the pass before.
func cross(train, dev []example, pass int) *role.Weights {
	features := func(e *example, i int, out []uint32) []uint32 {
		if pass == 0 {
			return e.view.Features(i, out)
		}
		return e.view.LaterFeatures(i, pass, e.guess, out)
	}
	guesses := make([]*role.Guess, len(train))
	inParallel(folds, func(k int) {
		var rest []example
		for i, e := range train {
			if i%folds != k {
				rest = append(rest, e)
			}
		}
		w := fit(rest, features)
		for i, e := range train {
			if i%folds == k {
				guesses[i] = guess(e, w, features)
			}
		}
	})
	w := fit(train, features)
	report(dev, w, features)
	for i := range train {
		train[i].guess = guesses[i]
	}
	for i := range dev {
		dev[i].guess = guess(dev[i], w, features)
	}
	return w
}

// trainLinks trains the links on the gold runs and on those that the roles
// found in articles that they were not trained on.
func trainLinks(train, dev []example, trainArticles, devArticles []corpus.PolNeARArticle) []byte {
	var t, d []choice
	for k, e := range train {
		t = append(t, linkChoices(e, role.Runs(e.labels, make([]float32, len(e.labels))), trainArticles[k])...)
		t = append(t, linkChoices(e, e.guess.Runs(), trainArticles[k])...)
	}
	for k, e := range dev {
		d = append(d, linkChoices(e, e.guess.Runs(), devArticles[k])...)
	}
	return fitChoices("link", t, d, link.Unit)
}
