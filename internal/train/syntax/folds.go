package main

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"wiredesk/internal/lang/tag"
)

// folds is the number of parts of the treebanks for jackknifing, and
// foldEpochs the passes of each tagger over the other parts.
const (
	folds      = 4
	foldEpochs = 5
)

// jackknife tags each sentence by a tagger that was trained on the others, so
// that the parser learns from tags with the mistakes it will meet. Parts are
// stretches of 50 sentences, so that a document is seldom split. All learn
// from silver.
func jackknife(trees []*tree, silver []tagged) error {
	for fold := range folds {
		others := slices.Clone(silver)
		var own []*tree
		for i, t := range trees {
			if i/50%folds == fold {
				own = append(own, t)
			} else {
				others = append(others, tagged{t.forms, t.labels})
			}
		}
		say("jackknife: part %d of %d", fold+1, folds)
		lexicon, model, err := trainTagger(others, foldEpochs, *prune)
		if err != nil {
			return err
		}
		t, err := tag.New(model, lexicon)
		if err != nil {
			return err
		}
		for _, s := range own {
			s.doubts = t.Tag(s.text, s.tokens, nil)
		}
	}
	return nil
}

// proposals fills the tags that the parser learns from: from the file, if it
// was kept, or by jackknifing, and then keeps them.
func proposals(trees []*tree, silver []tagged, file string) error {
	if raw, err := os.ReadFile(file); err == nil {
		lines := strings.Fields(string(raw))
		for _, t := range trees {
			for i := range t.tokens {
				t.tokens[i].UPOS, t.tokens[i].XPOS, _ = strings.Cut(lines[0], "|")
				doubt, err := strconv.ParseUint(lines[1], 10, 64)
				if err != nil {
					return fmt.Errorf("%s: %w", file, err)
				}
				t.doubts[i] = tag.Doubt(doubt)
				lines = lines[2:]
			}
		}
		return nil
	}
	if err := jackknife(trees, silver); err != nil || file == "" {
		return err
	}
	var b bytes.Buffer
	for _, t := range trees {
		for i, token := range t.tokens {
			fmt.Fprintf(&b, "%s|%s %d\n", token.UPOS, token.XPOS, t.doubts[i])
		}
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}
