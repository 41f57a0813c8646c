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

//go:embed model/lexicon.bin.gz
var lexiconFile []byte

// A Tagger is a model with its labels taken apart, and the lexicon that
// belongs to it.
type Tagger struct {
	*linear.Model
	lexicon    Lexicon
	upos, xpos []string
	hashes     []uint64 // of the labels
}

// New returns a tagger out of packed files.
func New(model, lexicon []byte) (*Tagger, error) {
	m, err := linear.Read(model)
	if err != nil {
		return nil, err
	}
	t := &Tagger{Model: m}
	for _, c := range m.Classes {
		upos, xpos, _ := strings.Cut(c, "|")
		t.upos = append(t.upos, upos)
		t.xpos = append(t.xpos, xpos)
		t.hashes = append(t.hashes, linear.Hash(c))
	}
	t.lexicon, err = ReadLexicon(lexicon)
	return t, err
}

var embedded = sync.OnceValue(func() *Tagger {
	t, err := New(modelFile, lexiconFile)
	if err != nil {
		panic(err)
	}
	return t
})

// A work is the memory of one call, kept for the next.
type work struct {
	words    Words
	forms    []string
	features []uint64
	scores   []int32
	labels   []int
	doubts   []Doubt
}

// A Doubt is what the tagger would have chosen instead, with how near that
// was, as a hash; 0 where it is sure. It is what later readers may go by.
type Doubt uint64

var works = sync.Pool{New: func() any { return new(work) }}

// Tag sets UPOS, XPOS and Lemma of the tokens of one sentence, and appends the
// doubt of each to doubts.
func Tag(text string, sentence []wiredesk.Token, doubts []Doubt) []Doubt {
	return embedded().Tag(text, sentence, doubts)
}

// Tag is the package's Tag with the tagger t.
func (t *Tagger) Tag(text string, sentence []wiredesk.Token, doubts []Doubt) []Doubt {
	k := works.Get().(*work)
	defer works.Put(k)
	k.forms = k.forms[:0]
	for _, token := range sentence {
		k.forms = append(k.forms, token.Span.Words(text))
	}
	for i, label := range t.labels(k) {
		token := &sentence[i]
		token.UPOS, token.XPOS = t.upos[label], t.xpos[label]
		token.Lemma = Lemma(k.forms[i], token.UPOS, token.XPOS)
	}
	clear(k.forms)
	return append(doubts, k.doubts...)
}

// labels chooses a label for each word, from left to right.
func (t *Tagger) labels(k *work) []int {
	k.words.Read(k.forms, t.lexicon)
	if len(k.scores) != len(t.Classes) {
		k.scores = make([]int32, len(t.Classes))
	}
	k.labels, k.doubts = k.labels[:0], k.doubts[:0]
	previous, before := Edge, Edge
	for i := range k.forms {
		label, doubt := k.words.Only(i), Doubt(0)
		if label < 0 {
			k.features = k.words.Features(i, previous, before, k.features[:0])
			clear(k.scores)
			t.Score(k.features, k.scores)
			label = linear.Best(k.scores)
			doubt = t.doubt(k.scores, label)
		}
		k.labels, k.doubts = append(k.labels, label), append(k.doubts, doubt)
		previous, before = label, previous
	}
	return k.labels
}

// near are the bounds of the distance between the two best scores, in their
// unit, of four grades of doubt. On EWT dev the first label is right for 43,
// 57, 72 and 82 words of a hundred within them, and for 97 beyond.
var near = [...]int32{640, 1280, 1920, 2880}

// doubt returns the doubt about the label with the best score.
func (t *Tagger) doubt(scores []int32, label int) Doubt {
	second := -1
	for i, x := range scores {
		if i != label && (second < 0 || x > scores[second]) {
			second = i
		}
	}
	if second < 0 {
		return 0
	}
	for k, bound := range near {
		if scores[label]-scores[second] < bound {
			return Doubt(linear.Mix(t.hashes[second], uint64(k)))
		}
	}
	return 0
}
