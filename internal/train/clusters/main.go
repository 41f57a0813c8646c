// Command clusters makes the word classes of internal/lang/cluster from
// running text.
package main

import (
	"flag"
	"fmt"
	"os"

	"wiredesk"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang/cluster"
	"wiredesk/internal/lang/sentence"
	"wiredesk/internal/lang/token"
)

func main() {
	out := flag.String("o", "internal/lang/cluster/model/clusters.bin.gz", "the model to write")
	least := flag.Int("least", 3, "the count from which a word gets a class")
	rounds := flag.Int("rounds", 12, "how often each word is tried in every class")
	flag.Parse()
	shared := os.Getenv("WIREDESK_SHARED")
	b := newBigrams()
	if err := corpus.RawTexts(shared, b.add); err != nil {
		fmt.Fprintln(os.Stderr, "clusters:", err)
		os.Exit(1)
	}
	words := b.frequent(*least)
	fmt.Fprintf(os.Stderr, "%d tokens, %d words, %d with a class\n", b.tokens, len(b.count), len(words))
	fine := exchange(b, words, cluster.Fine, *rounds)
	coarse := exchange(b, words, cluster.Coarse, *rounds)
	if err := os.WriteFile(*out, cluster.Encode(words, fine, coarse), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "clusters:", err)
		os.Exit(1)
	}
}

// bigrams counts words and their neighbours.
type bigrams struct {
	tokens int
	ids    map[string]int32
	names  []string
	count  []int32
	pairs  map[[2]int32]int32
	// order keeps pairs in the order in which they are first seen.
	order [][2]int32
}

// edge is the word before the first and after the last of a sentence.
const edge = 0

func newBigrams() *bigrams {
	return &bigrams{ids: map[string]int32{"": edge}, names: []string{""}, count: []int32{0}, pairs: map[[2]int32]int32{}}
}

// add counts the words of one text.
func (b *bigrams) add(text string) {
	tokens := token.Split(text, wiredesk.Span{Start: 0, End: len(text)})
	for _, s := range sentence.Split(text, tokens) {
		before := int32(edge)
		for _, t := range tokens[s.Start:s.End] {
			id := b.id(cluster.Key(t.Span.Words(text)))
			b.count[id]++
			b.tokens++
			b.pair(before, id)
			before = id
		}
		b.pair(before, edge)
	}
}

func (b *bigrams) pair(first, second int32) {
	p := [2]int32{first, second}
	if b.pairs[p]++; b.pairs[p] == 1 {
		b.order = append(b.order, p)
	}
}

func (b *bigrams) id(word string) int32 {
	id, ok := b.ids[word]
	if !ok {
		id = int32(len(b.names))
		b.ids[word] = id
		b.names = append(b.names, word)
		b.count = append(b.count, 0)
	}
	return id
}
