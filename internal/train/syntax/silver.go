package main

import (
	"wiredesk"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang/sentence"
	"wiredesk/internal/lang/tag"
	"wiredesk/internal/lang/token"
)

// silverStep takes every second article: with all of them the tagger's UPOS was
// 95.4 on EWT dev and 97.0 on GUM dev, with half of them 95.5 and 97.0, with a
// third 95.4 and 96.9, with none 95.3 and 96.7.
const silverStep = 2

// silverOf returns sentences of PolNeAR, whose parts of speech Stanford CoreNLP
// marked, with the labels on which it and a tagger taught by the treebanks
// agree: two views that were learned from different texts. The taggers learn
// from them too. That the networks do helped nothing.
func silverOf(gold []tagged, shared string) ([]tagged, error) {
	lexicon, model, err := trainTagger(gold, foldEpochs, *prune)
	if err != nil {
		return nil, err
	}
	tagger, err := tag.New(model, lexicon)
	if err != nil {
		return nil, err
	}
	articles, err := corpus.Silver(shared, "train")
	var out []tagged
	for i := 0; i < len(articles); i += silverStep {
		out = append(out, silverSentences(articles[i], tagger)...)
	}
	return out, err
}

// silverSentences returns the sentences of one article.
func silverSentences(a *corpus.SilverArticle, tagger *tag.Tagger) []tagged {
	marked := map[wiredesk.Span]string{}
	for _, w := range a.Words {
		marked[w.Span] = w.XPOS
	}
	var out []tagged
	tokens := token.Split(a.Text, wiredesk.Span{Start: 0, End: len(a.Text)})
	for _, s := range sentence.Split(a.Text, tokens) {
		t := &tree{}
		for _, w := range tokens[s.Start:s.End] {
			t.forms = append(t.forms, w.Span.Words(a.Text))
		}
		t.place()
		tagger.Tag(t.text, t.tokens, nil)
		for i, w := range tokens[s.Start:s.End] {
			label := ""
			if own := t.tokens[i]; own.XPOS == marked[w.Span] {
				label = own.UPOS + "|" + own.XPOS
			}
			t.labels = append(t.labels, label)
		}
		out = append(out, tagged{t.forms, t.labels})
	}
	return out
}
