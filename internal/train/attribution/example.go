package main

import (
	"bytes"
	"encoding/gob"
	"os"
	"runtime"
	"sync"

	"wiredesk"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang"
)

// An example is one article: its view and the labels that people gave it.
type example struct {
	name   string
	doc    *lang.Doc
	view   *role.View
	labels []role.Label
	guess  *role.Guess
}

// analyse runs the language stage over the articles on all cores and projects
// their attributions on our tokens. cache, if not "", begins the names of files
// that keep what the language stage found from one run to the next.
func analyse(articles []corpus.PolNeARArticle, cache, part string) ([]example, error) {
	if cache != "" {
		cache += part + ".gob"
	}
	docs, err := analysed(articles, cache)
	if err != nil {
		return nil, err
	}
	out := make([]example, len(articles))
	for i := range articles {
		view := role.See(docs[i])
		out[i] = example{name: articles[i].Name, doc: docs[i], view: view, labels: gold(docs[i], view, articles[i].Attributions)}
	}
	return out, nil
}

func analysed(articles []corpus.PolNeARArticle, cache string) ([]*lang.Doc, error) {
	docs := make([]*lang.Doc, len(articles))
	if raw, err := os.ReadFile(cache); cache != "" && err == nil {
		return docs, gob.NewDecoder(bytes.NewReader(raw)).Decode(&docs)
	}
	inParallel(len(articles), func(i int) { docs[i] = lang.Analyze(articles[i].Report()) })
	if cache == "" {
		return docs, nil
	}
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(docs); err != nil {
		return nil, err
	}
	return docs, os.WriteFile(cache, b.Bytes(), 0o644)
}

// inParallel calls do for 0 to n-1 on all cores.
func inParallel(n int, do func(i int)) {
	var workers sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	workers.Wait()
}

// gold returns the label of each token of the document.
func gold(doc *lang.Doc, view *role.View, attributions []corpus.Attribution) []role.Label {
	labels := make([]role.Label, len(doc.Tokens))
	put := func(spans []wiredesk.Span, begin func(first int) role.Label) {
		for _, s := range spans {
			first, last := doc.TokensIn(s)
			for i := first; i < last; i++ {
				labels[i] = begin(first)
				if i > first {
					labels[i]++
				}
			}
		}
	}
	for _, a := range attributions {
		put(a.Source, func(int) role.Label { return role.BSource })
		put(a.Cue, func(int) role.Label { return role.BCue })
		put(a.Content, func(first int) role.Label {
			if opensQuotation(doc.Word(first)) {
				return role.BQuoted
			}
			return role.BContent
		})
	}
	for i, l := range labels {
		if l != role.Out && !l.Begins() && (i == 0 || labels[i-1] != l && labels[i-1] != l-1 || !view.SameParagraph(i-1, i)) {
			labels[i] = l - 1
		}
	}
	return labels
}

func opensQuotation(word string) bool {
	switch word {
	case "\"", "“", "''", "'", "‘", "``", "«":
		return true
	}
	return false
}

// tokensOf returns the tokens of the spans.
func tokensOf(e example, spans []wiredesk.Span) []int {
	var out []int
	for _, s := range spans {
		first, last := e.doc.TokensIn(s)
		for i := first; i < last; i++ {
			out = append(out, i)
		}
	}
	return out
}
