package eval

import (
	"path/filepath"

	"wiredesk"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang/parse"
	"wiredesk/internal/lang/sentence"
	"wiredesk/internal/lang/tag"
	"wiredesk/internal/lang/token"
)

// Syntax measures tokens, sentences, tags and parses on EWT and GUM: from raw
// text, as the shared task CoNLL 2018 scores it (words are right if their
// spans are, everything else counts on right words), and on gold tokens with
// predicted tags. LAS counts whole labels, subtypes included.
func Syntax(shared string) ([]Line, error) {
	var out []Line
	for _, set := range []struct {
		name, folder string
		bars         syntaxBars
	}{
		{"EWT dev", "ud_english_ewt", syntaxBars{words: 98.8, sentences: 84, upos: 96.2, las: 84.7, rawLAS: 81.5}},
		{"GUM dev", "ud_english_gum", syntaxBars{words: 99.5, sentences: 93, upos: 97.3, las: 84.5}},
	} {
		docs, err := corpus.UD(filepath.Join(shared, "data", set.folder, "dev.conllu.gz"))
		if err != nil {
			return nil, err
		}
		out = append(out, syntaxLines(set.name, docs, set.bars)...)
	}
	return out, nil
}

type syntaxBars struct{ words, sentences, upos, las, rawLAS float64 }

func syntaxLines(set string, docs []*corpus.Document, bars syntaxBars) []Line {
	raw, gold := syntaxScore{}, syntaxScore{}
	for _, d := range docs {
		raw.add(d, readRaw(d))
		gold.add(d, readGold(d))
	}
	note := "raw text"
	goldNote := "gold tokens, predicted tags"
	return []Line{
		{set + " token F1", raw.f1(raw.words), bars.words, note},
		{set + " sentence F1", harmonic(raw.sentences, raw.goldSentences, raw.ownSentences), bars.sentences, note},
		{set + " UPOS, raw", raw.f1(raw.upos), 0, note},
		{set + " XPOS, raw", raw.f1(raw.xpos), 0, note},
		{set + " lemma, raw", raw.f1(raw.lemma), 0, note},
		{set + " UAS, raw", raw.f1(raw.heads), 0, note},
		{set + " LAS, raw", raw.f1(raw.labels), bars.rawLAS, note},
		{set + " UPOS", gold.f1(gold.upos), bars.upos, goldNote},
		{set + " XPOS", gold.f1(gold.xpos), 0, goldNote},
		{set + " lemma", gold.f1(gold.lemma), 0, goldNote},
		{set + " UAS", gold.f1(gold.heads), 0, goldNote},
		{set + " LAS", gold.f1(gold.labels), bars.las, goldNote},
	}
}

// A parsedText is what was read out of a document: tokens and sentences as
// ranges of them, heads counted from the first token of the sentence.
type parsedText struct {
	tokens    []wiredesk.Token
	sentences []wiredesk.Span
	doubts    []tag.Doubt
}

// readRaw reads a document from its text alone, paragraph by paragraph.
func readRaw(d *corpus.Document) parsedText {
	var p parsedText
	for _, span := range d.Paragraphs {
		p.split(d.Text, span)
	}
	p.analyse(d.Text)
	return p
}

// split adds the tokens and sentences of one paragraph.
func (p *parsedText) split(text string, paragraph wiredesk.Span) {
	tokens := token.Split(text, paragraph)
	base := len(p.tokens)
	for _, s := range sentence.Split(text, tokens) {
		p.sentences = append(p.sentences, wiredesk.Span{Start: base + s.Start, End: base + s.End})
	}
	p.tokens = append(p.tokens, tokens...)
}

// readGold reads a document whose words and sentences are given.
func readGold(d *corpus.Document) parsedText {
	var p parsedText
	for _, w := range d.Words {
		p.tokens = append(p.tokens, wiredesk.Token{Span: w.Span, Head: -1})
	}
	for _, s := range d.Sentences {
		p.sentences = append(p.sentences, wiredesk.Span{Start: s.First, End: s.Last})
	}
	p.analyse(d.Text)
	return p
}

// analyse tags and parses every sentence.
func (p *parsedText) analyse(text string) {
	p.tag(text)
	p.parse(text)
}

// tag tags every sentence.
func (p *parsedText) tag(text string) {
	for _, s := range p.sentences {
		p.doubts = tag.Tag(text, p.tokens[s.Start:s.End], p.doubts)
	}
}

// parse parses every sentence, which tag has tagged.
func (p *parsedText) parse(text string) {
	for _, s := range p.sentences {
		parse.Parse(text, p.tokens[s.Start:s.End], p.doubts[s.Start:s.End])
	}
}

// A syntaxScore counts what is right.
type syntaxScore struct {
	goldWords, ownWords, words             int
	goldSentences, ownSentences, sentences int
	upos, xpos, lemma, heads, labels       int
}

// f1 is the harmonic mean of precision and recall over words, in per cent.
func (s *syntaxScore) f1(right int) float64 { return harmonic(right, s.goldWords, s.ownWords) }

func harmonic(right, gold, own int) float64 {
	return 200 * float64(right) / float64(max(gold+own, 1))
}

// add counts one document.
func (s *syntaxScore) add(d *corpus.Document, p parsedText) {
	s.goldWords += len(d.Words)
	s.ownWords += len(p.tokens)
	s.goldSentences += len(d.Sentences)
	s.ownSentences += len(p.sentences)
	at := map[wiredesk.Span]int{}
	for i, t := range p.tokens {
		at[t.Span] = i
	}
	s.countSentences(d, p)
	headOf := absoluteHeads(p)
	for _, tree := range d.Sentences {
		for i := tree.First; i < tree.Last; i++ {
			if k, ok := at[d.Words[i].Span]; ok {
				delete(at, d.Words[i].Span) // words that share a span count once
				s.countWord(d, tree, i, p, k, headOf[k])
			}
		}
	}
}

// countWord counts gold word i, which token k matches.
func (s *syntaxScore) countWord(d *corpus.Document, tree corpus.Tree, i int, p parsedText, k, head int) {
	w, t := d.Words[i], p.tokens[k]
	s.words++
	s.upos += one(w.UPOS == t.UPOS)
	s.xpos += one(w.XPOS == t.XPOS)
	s.lemma += one(w.Lemma == t.Lemma)
	right := head < 0 && w.Head < 0 && t.Deprel != ""
	if head >= 0 && w.Head >= 0 {
		right = d.Words[tree.First+w.Head].Span == p.tokens[head].Span
	}
	s.heads += one(right)
	s.labels += one(right && w.Deprel == t.Deprel)
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// absoluteHeads returns the head of each token as an index into all tokens,
// -1 for roots.
func absoluteHeads(p parsedText) []int {
	out := make([]int, len(p.tokens))
	for _, s := range p.sentences {
		for i := s.Start; i < s.End; i++ {
			out[i] = -1
			if h := p.tokens[i].Head; h >= 0 {
				out[i] = s.Start + h
			}
		}
	}
	return out
}

func (s *syntaxScore) countSentences(d *corpus.Document, p parsedText) {
	own := map[wiredesk.Span]bool{}
	for _, r := range p.sentences {
		own[wiredesk.Span{Start: p.tokens[r.Start].Span.Start, End: p.tokens[r.End-1].Span.End}] = true
	}
	for _, t := range d.Sentences {
		s.sentences += one(own[wiredesk.Span{Start: d.Words[t.First].Span.Start, End: d.Words[t.Last-1].Span.End}])
	}
}
