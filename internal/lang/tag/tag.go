// Package tag gives each token its part of speech and lemma: UPOS and XPOS
// after Universal Dependencies v2 for English. The tagger is a greedy averaged
// perceptron over joint UPOS|XPOS labels; frequent words that have but one
// label take it from a lexicon.
package tag

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lang/linear"
)

//go:embed model/tagger.bin.gz
var modelFile []byte

// A tagger is the model with its labels taken apart.
type tagger struct {
	*linear.Model
	upos, xpos []string
}

var model = sync.OnceValue(func() *tagger {
	t := &tagger{Model: linear.MustRead(modelFile)}
	for _, c := range t.Classes {
		upos, xpos, _ := strings.Cut(c, "|")
		t.upos = append(t.upos, upos)
		t.xpos = append(t.xpos, xpos)
	}
	return t
})

// A work is the memory of one call, kept for the next.
type work struct {
	words    Words
	forms    []string
	features []uint64
	scores   []int32
}

var works = sync.Pool{New: func() any { return new(work) }}

// Tag sets UPOS, XPOS and Lemma of the tokens of one sentence.
func Tag(text string, sentence []wiredesk.Token) {
	m, k := model(), works.Get().(*work)
	defer works.Put(k)
	k.forms = k.forms[:0]
	for _, t := range sentence {
		k.forms = append(k.forms, t.Span.Words(text))
	}
	k.words.Read(k.forms)
	if len(k.scores) != len(m.Classes) {
		k.scores = make([]int32, len(m.Classes))
	}
	previous, before := Edge, Edge
	for i := range sentence {
		label := k.label(m.Model, i, previous, before)
		t := &sentence[i]
		t.UPOS, t.XPOS = m.upos[label], m.xpos[label]
		t.Lemma = Lemma(k.forms[i], t.UPOS, t.XPOS)
		previous, before = label, previous
	}
	clear(k.forms)
}

// label chooses the label of word i after those of the two words before it.
func (k *work) label(m *linear.Model, i, previous, before int) int {
	if only := k.words.Only(i); only >= 0 {
		return only
	}
	k.features = k.words.Features(i, previous, before, k.features[:0])
	clear(k.scores)
	m.Score(k.features, k.scores)
	return linear.Best(k.scores)
}
