package main

import (
	"wiredesk/internal/lang/tag"
)

// folds is the number of parts of the treebanks for jackknifing, and
// foldEpochs the passes of each tagger over the other parts.
const (
	folds      = 6
	foldEpochs = 6
)

// jackknife tags each sentence by a tagger that was trained on the others, so
// that the parser learns from tags with the mistakes it will meet. Parts are
// stretches of 50 sentences, so that a document is seldom split.
func jackknife(trees []*tree) error {
	for fold := range folds {
		var others []tagged
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
			t.Tag(s.text, s.tokens)
		}
	}
	return nil
}
