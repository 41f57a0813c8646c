// Command attribution trains the model that gives words their role in an
// attribution (internal/claim/role/model) on the train part of PolNeAR.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"wiredesk/internal/claim/role"
	"wiredesk/internal/eval/corpus"
)

func main() {
	shared := flag.String("shared", os.Getenv("WIREDESK_SHARED"), "folder that holds data/polnear")
	out := flag.String("o", "roles.bin.gz", "the model to write")
	limit := flag.Int("limit", 0, "read this many train articles only")
	epochs := flag.Int("epochs", 8, "passes over the training data")
	r := flag.Float64("rate", 0.05, "")
	flag.String("links", "links.bin.gz", "")
	flag.StringVar(&cache, "cache", "", "")
	flag.IntVar(&folds, "folds", 0, "")
	pr := flag.Float64("prune", 0.03, "")
	le := flag.Int("least", 2, "")
	flag.Float64Var(&drop, "drop", 0, "")
	flag.Parse()
	rate = float32(*r)
	prune = float32(*pr)
	least = uint8(*le)
	if err := run(*shared, *out, *limit, *epochs); err != nil {
		fmt.Fprintln(os.Stderr, "attribution:", err)
		os.Exit(1)
	}
}

var folds int

var cache string

func cacheName(part string) string {
	if cache == "" {
		return ""
	}
	return cache + part + ".gob"
}

func run(shared, out string, limit, epochs int) error {
	folder := filepath.Join(shared, "data", "polnear")
	train, err := corpus.PolNeAR(folder, "train")
	if err != nil {
		return err
	}
	dev, err := corpus.PolNeAR(folder, "dev")
	if err != nil {
		return err
	}
	if limit > 0 && limit < len(train) {
		train = train[:limit]
	}
	t, err := analyse(train, cacheName("train"))
	if err != nil {
		return err
	}
	d, err := analyse(dev, cacheName("dev"))
	if err != nil {
		return err
	}
	fmt.Println("analysed", len(t), len(d))
	base := func(e *example, i int, out []uint32) []uint32 { return e.view.Features(i, out) }
	first := fit(t, epochs, base, d)
	passes := []*role.Weights{first}
	if folds > 0 {
		for k := range folds {
			var rest []example
			for i, e := range t {
				if i%folds != k {
					rest = append(rest, e)
				}
			}
			w := fit(rest, epochs, base, nil)
			for i := range t {
				if i%folds == k {
					t[i].guess = guess(t[i], w, base)
				}
			}
		}
		for i := range d {
			d[i].guess = guess(d[i], first, base)
		}
		if err := trainLinks(t, d, train, dev); err != nil {
			return err
		}
		second := func(e *example, i int, out []uint32) []uint32 { return e.view.SecondFeatures(i, e.guess, out) }
		passes = append(passes, fit(t, epochs, second, d))
	}
	data, err := role.Encode(passes)
	if err != nil {
		return err
	}
	return os.WriteFile(out, data, 0o644)
}

// trainLinks trains the links on the gold runs and on those that the first
// pass found in articles that it was not trained on.
func trainLinks(t, d []example, train, dev []corpus.PolNeARArticle) error {
	links := flag.Lookup("links").Value.String()
	var tc, dc []choice
	for k, e := range t {
		tc = append(tc, choices(e, role.Runs(e.labels, make([]float32, len(e.labels))), train[k])...)
		tc = append(tc, choices(e, e.guess.Runs(), train[k])...)
	}
	for k, e := range d {
		dc = append(dc, choices(e, e.guess.Runs(), dev[k])...)
	}
	return os.WriteFile(links, fitLinks(tc, dc), 0o644)
}
