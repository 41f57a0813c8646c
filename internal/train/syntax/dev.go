package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang/parse"
	"wiredesk/internal/lang/tag"

	"wiredesk"
)

// A devSet holds the dev parts, tagged, to follow training by.
type devSet struct {
	names []string
	trees [][]*tree
}

// devSets reads the dev parts of EWT and GUM.
func devSets(shared string, tagger *tag.Tagger) (*devSet, error) {
	d := &devSet{names: []string{"EWT", "GUM"}}
	for _, name := range d.names {
		docs, err := corpus.UD(filepath.Join(shared, "data", "ud_english_"+strings.ToLower(name), "dev.conllu.gz"))
		if err != nil {
			return nil, err
		}
		trees := plainTrees(docs)
		for _, t := range trees {
			t.doubts = tagger.Tag(t.text, t.tokens, nil)
		}
		d.trees = append(d.trees, trees)
	}
	return d, nil
}

// proposed returns how many of the tagger's parts of speech are right.
func (d *devSet) proposed() string {
	var out []string
	for k, name := range d.names {
		all, right := 0, 0
		for _, t := range d.trees[k] {
			for i, token := range t.tokens {
				all++
				if strings.HasPrefix(t.labels[i], token.UPOS+"|") {
					right++
				}
			}
		}
		out = append(out, fmt.Sprintf("%s UPOS %.2f", name, 100*float64(right)/float64(all)))
	}
	return strings.Join(out, ", ")
}

// scores returns the tagging and parsing accuracy of networks.
func (d *devSet) scores(nets ...*parse.Net) string {
	p := parse.New(nets...)
	var out []string
	for k, name := range d.names {
		var all, upos, heads, labels int
		for _, t := range d.trees[k] {
			tokens := append([]wiredesk.Token(nil), t.tokens...)
			p.Parse(t.text, tokens, t.doubts)
			for i, token := range tokens {
				head := int32(token.Head)
				if head < 0 {
					head = int32(len(tokens))
				}
				all++
				if strings.HasPrefix(t.labels[i], token.UPOS+"|") {
					upos++
				}
				if head == t.heads[i] {
					heads++
					if token.Deprel == t.rels[i] {
						labels++
					}
				}
			}
		}
		share := func(n int) float64 { return 100 * float64(n) / float64(all) }
		out = append(out, fmt.Sprintf("%s UPOS %.2f UAS %.2f LAS %.2f", name, share(upos), share(heads), share(labels)))
	}
	return strings.Join(out, ", ")
}
