package role

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/claim/quote"
	"wiredesk/internal/lang"
	"wiredesk/internal/lang/cluster"
	"wiredesk/internal/lang/sentence"
)

// How a token stands to quotation marks.
const (
	outside uint8 = iota
	opensQuote
	insideQuote
	closesQuote
	nestedQuote
)

// A word is what the model sees of a token: hashes and small numbers, so that
// a feature costs a few multiplications and no string is built.
type word struct {
	form, lower, lemma, tail, shape uint32
	xpos, upos, relation            uint32
	fine, coarse                    uint32 // word classes
	cue                             Class
	cueLemma                        uint32
	quote                           uint8
	quotation                       int32 // index into quotations, -1 outside
	name                            uint8
	sentence                        int32
	head                            int32  // index of the head's token, -1 for none
	anchor                          int32  // nearest cue word above it in the parse, -1 for none
	argument                        uint32 // relation of the branch below the anchor
	left, right                     int32  // first and last token of its subtree
	kids                            uint32 // hash of the relations of its children
	has                             uint16 // relations of its children, a bit each
	depth                           uint8  // steps up to the anchor
	top, branchOf                   int32  // the sentence's root, and the child of it above the token
	cueLeft, cueRight               int32  // nearest cue words in the sentence, -1 for none
	outsideLeft, outsideRight       int32  // nearest tokens outside the quotation, in the paragraph
}

// A View is a document as the model sees it.
type View struct {
	doc        *lang.Doc
	Quotations []quote.Quotation
	words      []word
	sentences  []sentenceView
	quotes     []quoteView
}

type sentenceView struct {
	first, last         int
	paragraph           int
	part                uint8 // headline, body, caption
	opens               bool  // opens its paragraph
	quotes, speech, any bool  // holds a quotation, a speech cue, a cue outside quotations
}

type quoteView struct {
	first, last int // tokens
	size        uint8
	sentence    bool // reads as a sentence: a capital and a stop or comma at its end
	opens       bool // opens its paragraph
	continues   bool
}

// See builds the view of a document, in time proportional to its tokens.
func See(doc *lang.Doc) *View {
	v := &View{doc: doc, Quotations: quote.Find(doc.Report.Text, paragraphs(doc))}
	v.words = make([]word, len(doc.Tokens))
	for i := range v.words {
		v.word(i)
	}
	v.quotations()
	for s := range doc.Sentences {
		v.sentence(s)
	}
	for _, m := range doc.Mentions {
		first, last := doc.TokensIn(m.Span)
		for i := first; i < last; i++ {
			v.words[i].name = nameCode(m.Type)
		}
	}
	v.outside()
	return v
}

// paragraphs returns the blocks of text that hold sentences: each paragraph,
// the headline and each caption.
func paragraphs(doc *lang.Doc) []wiredesk.Span {
	var out []wiredesk.Span
	last := sentence.Sentence{Paragraph: -2}
	for _, s := range doc.Sentences {
		if n := len(out); n > 0 && s.Paragraph == last.Paragraph && s.Part == last.Part {
			out[n-1].End = s.Span.End
		} else {
			out = append(out, s.Span)
		}
		last = s
	}
	return out
}

func nameCode(t wiredesk.EntityType) uint8 {
	switch t {
	case wiredesk.Person:
		return 1
	case wiredesk.Organization:
		return 2
	case wiredesk.PlaceName:
		return 3
	case wiredesk.Nationality:
		return 4
	}
	return 5
}

// word fills what a token shows by itself.
func (v *View) word(i int) {
	t := &v.doc.Tokens[i]
	text := t.Span.Words(v.doc.Report.Text)
	lower := strings.ToLower(text)
	w := word{
		form: hash(text), lower: hash(lower), tail: hash(tail(lower)), shape: shape(text),
		xpos: hash(t.XPOS), upos: hash(t.UPOS), relation: hash(t.Deprel),
		quotation: -1, sentence: -1, head: -1, anchor: -1, cueLeft: -1, cueRight: -1,
		left: int32(i), right: int32(i), top: -1, branchOf: -1, outsideLeft: -1, outsideRight: -1,
	}
	class := cluster.Of(text)
	w.fine, w.coarse = uint32(class.Fine), uint32(class.Coarse)
	w.lemma = w.lower
	if t.Lemma != "" {
		w.lemma = hash(t.Lemma)
	}
	if c, ok := FindCue(lower); ok {
		w.cue, w.cueLemma = c.Class, hash(c.Lemma)
	}
	v.words[i] = w
}

// tail returns the last three characters.
func tail(s string) string {
	i := len(s)
	for range 3 {
		_, n := utf8.DecodeLastRuneInString(s[:i])
		i -= n
	}
	return s[i:]
}

// shape tells capitals, small letters, digits and marks apart.
func shape(s string) uint32 {
	kinds, first := uint32(0), uint32(0)
	for i, r := range s {
		var k uint32
		switch {
		case unicode.IsUpper(r):
			k = 1
		case unicode.IsLetter(r):
			k = 2
		case unicode.IsDigit(r):
			k = 4
		default:
			k = 8
		}
		if i == 0 {
			first = k
		}
		kinds |= k
	}
	return kinds | first<<4 | 1<<10
}

// quotations marks the tokens inside quotations.
func (v *View) quotations() {
	for k, q := range v.Quotations {
		first, last := v.doc.TokensIn(q.Span)
		if q.Depth > 0 {
			for i := first; i < last; i++ {
				v.words[i].quote = nestedQuote
			}
			v.quotes = append(v.quotes, quoteView{first: first, last: last})
			continue
		}
		for i := first; i < last; i++ {
			w := &v.words[i]
			w.quotation, w.quote = int32(k), insideQuote
			switch {
			case i == first:
				w.quote = opensQuote
			case i == last-1 && !q.Unclosed:
				w.quote = closesQuote
			}
		}
		v.quotes = append(v.quotes, v.quoteView(q, first, last))
	}
}

func (v *View) quoteView(q quote.Quotation, first, last int) quoteView {
	inner := q.Inner.Words(v.doc.Report.Text)
	out := quoteView{first: first, last: last, size: bucket(last - first), continues: q.Continues}
	r, _ := utf8.DecodeRuneInString(inner)
	end, _ := utf8.DecodeLastRuneInString(inner)
	out.sentence = unicode.IsUpper(r) && strings.ContainsRune(".,!?—…", end) && last-first > 3
	return out
}

// sentence fills what tokens know of their sentence.
func (v *View) sentence(k int) {
	s := v.doc.Sentences[k]
	out := sentenceView{first: s.First, last: s.Last, part: partCode(s.Part)}
	out.opens = k == 0 || v.doc.Sentences[k-1].Paragraph != s.Paragraph || v.doc.Sentences[k-1].Part != s.Part
	if out.opens && v.words[s.First].quotation >= 0 {
		v.quotes[v.words[s.First].quotation].opens = true
	}
	near := int32(-1)
	for i := s.First; i < s.Last; i++ {
		w := &v.words[i]
		w.sentence, w.cueLeft = int32(k), near
		out.quotes = out.quotes || w.quote != outside
		if w.isCue() && w.quote == outside {
			out.speech = out.speech || w.cue == Speech || w.cue == Phrase
			out.any = true
			near = int32(i)
		}
		if h := v.doc.Tokens[i].Head; h >= 0 && s.First+h < s.Last {
			w.head = int32(s.First + h)
		}
	}
	near = -1
	for i := s.Last - 1; i >= s.First; i-- {
		w := &v.words[i]
		w.cueRight = near
		if w.isCue() && w.quote == outside {
			near = int32(i)
		}
	}
	if k > 0 {
		out.paragraph = v.sentences[k-1].paragraph + int(bit(out.opens))
	}
	v.sentences = append(v.sentences, out)
	v.tree(s.First, s.Last)
}

// isCue reports whether the word can head a cue.
func (w *word) isCue() bool {
	return w.cue == Speech || w.cue == Thought || w.cue == Phrase || w.cue == Intent
}

func partCode(p sentence.Part) uint8 {
	switch p {
	case sentence.Headline:
		return 1
	case sentence.Caption:
		return 2
	}
	return 0
}

// tree fills what tokens know of the parse: the nearest cue above them, by
// which branch, and the reach of their subtree. Heads are followed upwards at
// most maxDepth steps.
func (v *View) tree(first, last int) {
	for i := first; i < last; i++ {
		w := &v.words[i]
		if w.head < 0 {
			continue
		}
		v.words[w.head].kids ^= mix(w.relation, 7) | 1
		v.words[w.head].has |= relationBit(v.doc.Tokens[i].Deprel)
		relation, below := w.relation, int32(i)
		for k, h := 0, w.head; k < maxDepth && h >= 0; k++ {
			up := &v.words[h]
			up.left, up.right = min(up.left, int32(i)), max(up.right, int32(i))
			if w.anchor < 0 && up.cue != 0 {
				w.anchor, w.argument, w.depth = h, relation, uint8(min(k, 4))
			}
			if up.head < 0 {
				w.top, w.branchOf = h, below
			}
			relation, below, h = up.relation, h, up.head
		}
	}
}

// relationBit returns the bit of a relation that tells what a verb takes.
func relationBit(relation string) uint16 {
	switch relation {
	case "nsubj":
		return 1
	case "nsubj:pass":
		return 1 << 1
	case "ccomp":
		return 1 << 2
	case "xcomp":
		return 1 << 3
	case "obj":
		return 1 << 4
	case "obl":
		return 1 << 5
	case "parataxis":
		return 1 << 6
	case "advcl":
		return 1 << 7
	case "mark":
		return 1 << 8
	case "aux", "aux:pass":
		return 1 << 9
	case "cop":
		return 1 << 10
	case "case":
		return 1 << 11
	case "acl", "acl:relcl":
		return 1 << 12
	case "nmod", "nmod:poss":
		return 1 << 13
	}
	return 0
}

// maxDepth bounds the walk up the parse: deeper trees are rare in news and a
// bound keeps the walk linear.
const maxDepth = 24

// outside finds, for quoted tokens, the nearest tokens outside the quotation
// in the same paragraph.
func (v *View) outside() {
	for _, q := range v.quotes {
		if q.first >= q.last {
			continue
		}
		before, after := int32(-1), int32(-1)
		if i := q.first - 1; i >= 0 && v.sameParagraph(i, q.first) {
			before = int32(i)
		}
		if q.last < len(v.words) && v.sameParagraph(q.last, q.last-1) {
			after = int32(q.last)
		}
		for i := q.first; i < q.last; i++ {
			v.words[i].outsideLeft, v.words[i].outsideRight = before, after
		}
	}
}

func (v *View) sameParagraph(i, k int) bool {
	return v.Paragraph(i) >= 0 && v.Paragraph(i) == v.Paragraph(k)
}

// bucket puts a length into one of nine classes.
func bucket(n int) uint8 {
	switch {
	case n < 4:
		return uint8(max(n, 0))
	case n < 6:
		return 4
	case n < 10:
		return 5
	case n < 20:
		return 6
	case n < 40:
		return 7
	}
	return 8
}

// hash is FNV-1a over the bytes of s; 0 for "".
func hash(s string) uint32 {
	if s == "" {
		return 0
	}
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// mix joins two hashes (the finaliser of MurmurHash3).
func mix(a, b uint32) uint32 {
	h := a*0x9e3779b1 + b + 0x7f4a7c15
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}

// Doc returns the document that the view shows.
func (v *View) Doc() *lang.Doc { return v.doc }

// Sentence returns the index of the sentence of token i, -1 for none.
func (v *View) Sentence(i int) int { return int(v.at(i).sentence) }

// Quotation returns the index into Quotations of the outermost quotation that
// token i stands in, -1 outside.
func (v *View) Quotation(i int) int { return int(v.at(i).quotation) }

// Paragraph numbers the paragraph of token i: headline, paragraphs of the body
// and captions in the order of the text. -1 outside the document.
func (v *View) Paragraph(i int) int {
	if k := v.at(i).sentence; k >= 0 {
		return v.sentences[k].paragraph
	}
	return -1
}

// SameParagraph reports whether two tokens stand in one paragraph.
func (v *View) SameParagraph(i, k int) bool { return v.sameParagraph(i, k) }

// Anchor returns the nearest cue word above token i in the parse, and the
// relation of the branch below it; -1 for none or where there is no parse.
func (v *View) Anchor(i int) (cue int, relation uint32) {
	w := v.at(i)
	return int(w.anchor), w.argument
}

// Head returns the token among [first, last) whose head lies outside of it:
// the word that the others hang on. Without a parse it is the last.
func (v *View) Head(first, last int) int {
	for i := first; i < last; i++ {
		w := v.at(i)
		if w.relation != 0 && (int(w.head) < first || int(w.head) >= last) && w.shape&7 != 0 {
			return i
		}
	}
	return last - 1
}

// IsWord reports whether token i holds a letter or digit.
func (v *View) IsWord(i int) bool { return v.at(i).shape&7 != 0 }

// Up returns the head of token i, -1 for none.
func (v *View) Up(i int) int { return int(v.at(i).head) }
