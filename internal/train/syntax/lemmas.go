package main

import (
	"slices"
	"strings"

	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang/packed"
	"wiredesk/internal/lang/tag"
)

// lemmas packs the words whose lemma in the treebanks is mostly not that of
// the rules: lines of word, XPOS, UPOS and lemma.
func lemmas(docs []*corpus.Document) []byte {
	counts := map[string]map[string]int{}
	for _, d := range docs {
		for _, w := range d.Words {
			word := w.Span.Words(d.Text)
			lower := strings.ToLower(word)
			key := lower + "\t" + w.XPOS + "\t" + w.UPOS
			if counts[key] == nil {
				counts[key] = map[string]int{}
			}
			lemma := w.Lemma
			if lemma == tag.RuleLemma(word, lower, w.UPOS, w.XPOS) {
				lemma = ""
			}
			counts[key][lemma]++
		}
	}
	var out []string
	for key, c := range counts {
		if best := most(c); best != "" && !strings.ContainsAny(best, "\t\n") {
			out = append(out, key+"\t"+best+"\n")
		}
	}
	slices.Sort(out)
	return packed.Pack([]byte(strings.Join(out, "")))
}

// most returns the key with the highest count, the first in order of equals.
func most(c map[string]int) string {
	best, n := "", -1
	for k, v := range c {
		if v > n || v == n && k < best {
			best, n = k, v
		}
	}
	return best
}
