// Package parse finds the syntactic head of each token and what it is to it:
// a dependency tree after Universal Dependencies v2 for each sentence. The
// parser is greedy and takes time in proportion to the sentence: a small
// network over the words chooses each move of the arc-hybrid transition
// system. The same network settles the parts of speech, which it sees as
// internal/lang/tag proposes them. Where there are several networks, trained by
// different lots, their scores are added.
package parse

import (
	"embed"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lang/dense"
	"wiredesk/internal/lang/tag"
)

//go:embed model/*.bin.gz
var models embed.FS

// A Parser asks one or several networks, which have the same labels and tags.
type Parser struct {
	nets       []*Net
	labels     []string
	upos, xpos []string
	root       int32 // the label of the root's arc
}

var embedded = sync.OnceValue(func() *Parser {
	files, err := models.ReadDir("model")
	if err != nil {
		panic(err)
	}
	var nets []*Net
	for _, f := range files {
		raw, err := models.ReadFile("model/" + f.Name())
		if err != nil {
			panic(err)
		}
		n, err := Read(raw)
		if err != nil {
			panic(err)
		}
		nets = append(nets, n)
	}
	return New(nets...)
})

// New returns a parser that asks the networks. They must have the same labels
// and tags.
func New(nets ...*Net) *Parser {
	p := &Parser{nets: nets, labels: nets[0].Labels, root: nets[0].Label("root")}
	for _, t := range nets[0].Tags {
		upos, xpos, _ := strings.Cut(t, "|")
		p.upos, p.xpos = append(p.upos, upos), append(p.xpos, xpos)
	}
	return p
}

// A scratch is the memory of one sentence's parse, kept for the next.
type scratch struct {
	words    []string
	keys     [][Fields]uint64
	rows     [][Fields]int32
	readings []reading
	scores   []float32
	state    State
	view     View
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// longest is the number of tokens up to which a sentence is parsed in one
// piece: memory grows with it. What is longer is parsed in pieces, and the
// roots of the later ones hang on the first.
const longest = 500

// Parse sets Head and Deprel of the tokens of one sentence, which
// internal/lang/tag has tagged with these doubts, and settles UPOS, XPOS and
// Lemma. Heads are indexes into the sentence, -1 for its one root.
func Parse(text string, sentence []wiredesk.Token, doubts []tag.Doubt) {
	embedded().Parse(text, sentence, doubts)
}

// Parse is the package's Parse with the networks of m.
func (m *Parser) Parse(text string, sentence []wiredesk.Token, doubts []tag.Doubt) {
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	first := -1
	for start := 0; start < len(sentence); start += longest {
		end := min(start+longest, len(sentence))
		piece := sentence[start:end]
		root := start + m.parse(text, piece, doubts[start:end], s)
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
	mend(text, sentence)
}

// parse sets the tree of one piece and returns its root.
func (m *Parser) parse(text string, sentence []wiredesk.Token, doubts []tag.Doubt, s *scratch) (root int) {
	s.words = s.words[:0]
	for _, t := range sentence {
		s.words = append(s.words, t.Span.Words(text))
	}
	caps := InCapitals(s.words)
	s.keys = s.keys[:0]
	for i, w := range s.words {
		s.keys = append(s.keys, Keys(w, sentence[i].UPOS+"|"+sentence[i].XPOS, doubts[i], caps))
	}
	m.read(s)
	m.walk(s, len(sentence))
	width := Padded(len(m.upos))
	for i := range sentence {
		t := &sentence[i]
		k := highest(s.readings[0].tags[i*width : i*width+len(m.upos)])
		if t.UPOS != m.upos[k] || t.XPOS != m.xpos[k] {
			t.UPOS, t.XPOS = m.upos[k], m.xpos[k]
			t.Lemma = tag.Lemma(s.words[i], t.UPOS, t.XPOS)
		}
		t.Head, t.Deprel = int(s.state.Heads[i]), m.labels[s.state.Label[i]]
		if t.Head == len(sentence) {
			t.Head, root = -1, i
		}
	}
	clear(s.words)
	return root
}

// read has each network read the words, and adds up their scores of tags.
func (m *Parser) read(s *scratch) {
	for len(s.readings) < len(m.nets) {
		s.readings = append(s.readings, reading{})
	}
	for k, n := range m.nets {
		s.rows = s.rows[:0]
		for _, keys := range s.keys {
			s.rows = append(s.rows, n.Rows(keys))
		}
		n.run(&s.readings[k], s.rows)
		if k > 0 {
			dense.Add(s.readings[0].tags, s.readings[k].tags)
		}
	}
}

// walk makes the moves of a sentence of so many words.
func (m *Parser) walk(s *scratch, words int) {
	n := m.nets[0]
	s.state.Reset(words)
	for !s.state.Done() {
		s.view.Look(&s.state)
		s.scores = grown(s.scores, Padded(n.Moves()))
		for k, n := range m.nets {
			n.score(&s.readings[k], &s.view, s.scores)
		}
		s.state.Apply(n.best(&s.state, s.scores, m.root))
	}
}

// best returns the open move with the highest score. The arc of the root, and
// no other, has the label root.
func (n *Net) best(s *State, scores []float32, root int32) int {
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
