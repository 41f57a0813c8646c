package name

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/lang/cluster"
	"wiredesk/internal/lang/linear"
	"wiredesk/internal/lang/sentence"
)

// A reader holds the words of one report and the memory for its features. It
// is reused from report to report and belongs to one goroutine at a time.
type reader struct {
	sentences []sentence.Sentence
	words     []word
	cases     []casing // of each sentence
	ids       map[uint64]int32
	evidence  []evidence
	rows      linear.Rows
	buffer    linear.Buffer
}

// load reads the words of a report.
func (r *reader) load(text string, tokens []wiredesk.Token, sentences []sentence.Sentence) {
	if r.ids == nil {
		r.ids = map[uint64]int32{}
	}
	r.sentences = sentences
	if cap(r.words) < len(tokens) {
		r.words = make([]word, len(tokens))
	}
	r.words = r.words[:len(tokens)]
	clear(r.words)
	r.cases = r.cases[:0]
	for _, s := range sentences {
		c := caseOf(text, tokens[s.First:s.Last])
		r.cases = append(r.cases, c)
		for i := s.First; i < s.Last; i++ {
			w := tokens[i].Span.Words(text)
			if c == upperCase {
				w = recased(w)
			}
			r.words[i].read(w, tokens[i].XPOS)
			r.words[i].dash = dashes[w] && i > s.First && i+1 < s.Last &&
				tokens[i-1].Span.End < tokens[i].Span.Start && tokens[i].Span.End < tokens[i+1].Span.Start
		}
		r.phrases(r.words[s.First:s.Last])
	}
	r.gather()
}

// dashes part names where they stand between blanks.
var dashes = map[string]bool{"-": true, "--": true, "–": true, "—": true}

// phrases marks the longest listed phrases.
func (r *reader) phrases(words []word) {
	for i := 0; i < len(words); {
		n, k := lists().longest(words, i)
		if n == 0 {
			i++
			continue
		}
		for j := range n {
			place := byte('I')
			switch {
			case n == 1:
				place = 'U'
			case j == 0:
				place = 'B'
			case j == n-1:
				place = 'L'
			}
			words[i+j].listed = listed{place, k}
		}
		i += n
	}
}

// recased writes a word of a sentence in capitals as running text would: a
// listed name with its capital, a known word in small letters, a word that
// nobody knows with a capital.
func recased(w string) string {
	low := strings.ToLower(w)
	title := titled(low)
	g := lists()
	switch {
	case g.words[linear.Hash(title)] != 0:
		return title
	case g.words[linear.Hash(w)] != 0:
		return w
	case cluster.Of(low) != (cluster.Class{}):
		return low
	}
	return title
}
