// Package parse finds the syntactic head of each token and what it is to it:
// a dependency tree after Universal Dependencies v2 for each sentence. The
// parser is greedy and takes time in proportion to the sentence: a small
// network over the words chooses each move of the arc-hybrid transition
// system. The same network settles the parts of speech, which it sees as
// internal/lang/tag proposes them.
package parse

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lang/tag"
)

//go:embed model/parser.bin.gz
var modelFile []byte

// A Parser is a network with its tags taken apart.
type Parser struct {
	*Net
	upos, xpos []string
	root       int32 // the label of the root's arc
}

var model = sync.OnceValue(func() *Parser {
	n, err := Read(modelFile)
	if err != nil {
		panic(err)
	}
	return New(n)
})

// New returns a parser that uses the network.
func New(n *Net) *Parser {
	p := &Parser{Net: n}
	for _, t := range n.Tags {
		upos, xpos, _ := strings.Cut(t, "|")
		p.upos, p.xpos = append(p.upos, upos), append(p.xpos, xpos)
	}
	p.root = n.Label("root")
	return p
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// longest is the number of tokens up to which a sentence is parsed in one
// piece: memory grows with it. What is longer is parsed in pieces, and the
// roots of the later ones hang on the first.
const longest = 500

// Parse sets Head and Deprel of the tokens of one sentence, which
// internal/lang/tag has tagged, and settles UPOS, XPOS and Lemma. Heads are
// indexes into the sentence, -1 for its one root.
func Parse(text string, sentence []wiredesk.Token) { model().Parse(text, sentence) }

// Parse is the package's Parse with the network of m.
func (m *Parser) Parse(text string, sentence []wiredesk.Token) {
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	first := -1
	for start := 0; start < len(sentence); start += longest {
		piece := sentence[start:min(start+longest, len(sentence))]
		root := start + m.parse(text, piece, s)
		for i := range piece {
			if piece[i].Head >= 0 {
				piece[i].Head += start
			}
		}
		if first < 0 {
			first = root
		} else {
			sentence[root].Head, sentence[root].Deprel = first, "parataxis"
		}
	}
}

// parse sets the tree of one piece and returns its root.
func (m *Parser) parse(text string, sentence []wiredesk.Token, s *scratch) (root int) {
	s.words = s.words[:0]
	for _, t := range sentence {
		s.words = append(s.words, t.Span.Words(text))
	}
	caps := InCapitals(s.words)
	s.rows = s.rows[:0]
	for i, w := range s.words {
		s.rows = append(s.rows, m.Rows(Keys(w, sentence[i].UPOS+"|"+sentence[i].XPOS, caps)))
	}
	m.run(s, s.rows)
	s.state.Reset(len(sentence))
	for !s.state.Done() {
		s.view.Look(&s.state)
		m.score(s)
		s.state.Apply(m.Best(&s.state, s.scores, m.root))
	}
	width := Padded(len(m.Tags))
	for i := range sentence {
		t := &sentence[i]
		k := highest(s.tags[i*width : i*width+len(m.Tags)])
		if t.UPOS != m.upos[k] || t.XPOS != m.xpos[k] {
			t.UPOS, t.XPOS = m.upos[k], m.xpos[k]
			t.Lemma = tag.Lemma(s.words[i], t.UPOS, t.XPOS)
		}
		t.Head, t.Deprel = int(s.state.Heads[i]), m.Labels[s.state.Label[i]]
		if t.Head == len(sentence) {
			t.Head, root = -1, i
		}
	}
	clear(s.words)
	return root
}

// Best returns the open move with the highest score. The arc of the root, and
// no other, has the label root.
func (n *Net) Best(s *State, scores []float32, root int32) int {
	if s.Last() {
		return LeftArc(int(root))
	}
	best, top := -1, float32(0)
	if s.MayShift() {
		best, top = Shift, scores[Shift]
	}
	left, right := s.MayLeft(), s.MayRight()
	for l := range n.Labels {
		if int32(l) == root {
			continue
		}
		if x := scores[LeftArc(l)]; left && (best < 0 || x > top) {
			best, top = LeftArc(l), x
		}
		if x := scores[RightArc(l)]; right && (best < 0 || x > top) {
			best, top = RightArc(l), x
		}
	}
	return best
}

// highest returns the index of the highest score.
func highest(scores []float32) int {
	best := 0
	for i, x := range scores {
		if x > scores[best] {
			best = i
		}
	}
	return best
}
