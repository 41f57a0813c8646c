package role

// Kinds of text at a boundary between two tokens, for View.Contexts.
const (
	boundaryNone = iota
	boundarySentence
	boundaryParagraph
)

// Contexts returns for each token the context of the transition into it: what
// kind of boundary stands before it, what the token before it is and what it
// is itself.
func (v *View) Contexts() []uint8 {
	out := make([]uint8, len(v.words))
	for i := 1; i < len(v.words); i++ {
		boundary := boundaryNone
		if a, b := v.words[i-1].sentence, v.words[i].sentence; a != b {
			boundary = boundarySentence
			if !v.sameParagraph(i-1, i) {
				boundary = boundaryParagraph
			}
		}
		out[i] = uint8(boundary*16 + v.kind(i-1)*4 + v.kind(i))
	}
	return out
}

// kind tells words, commas, quotation marks and other marks apart.
func (v *View) kind(i int) int {
	w := &v.words[i]
	switch {
	case w.quote == opensQuote || w.quote == closesQuote:
		return 1
	case w.lower == comma:
		return 2
	case w.shape&7 == 0:
		return 3
	}
	return 0
}

var comma = hash(",")

// A features list is built by a builder that numbers its templates.
type builder struct {
	out  []uint32
	next uint32
}

// add adds a feature of the next template. Templates are told apart by their
// number, so the order of the calls is part of the model.
func (b *builder) add(value uint32) {
	b.next++
	b.out = append(b.out, mix(value, b.next*0x01000193))
}

// add2 adds a feature of two values.
func (b *builder) add2(x, y uint32) { b.add(mix(x, y)) }

// add3 adds a feature of three values.
func (b *builder) add3(x, y, z uint32) { b.add(mix(mix(x, y), z)) }

var edge = word{quotation: -1, sentence: -1, head: -1, anchor: -1, top: -1, branchOf: -1, cueLeft: -1, cueRight: -1, outsideLeft: -1, outsideRight: -1, lower: 1, lemma: 1, xpos: 1}

// at returns the word at i, or the edge of the document.
func (v *View) at(i int) *word {
	if i < 0 || i >= len(v.words) {
		return &edge
	}
	return &v.words[i]
}

// Features appends the features of token i to out.
func (v *View) Features(i int, out []uint32) []uint32 {
	b := &builder{out: out}
	v.window(b, i)
	v.cueFeatures(b, i)
	v.quoteFeatures(b, i)
	v.place(b, i)
	v.parse(b, i)
	return b.out
}

// window looks at the words around the token.
func (v *View) window(b *builder, i int) {
	w, p, q, n, m := v.at(i), v.at(i-1), v.at(i-2), v.at(i+1), v.at(i+2)
	b.add(0)
	b.add(w.form)
	b.add(w.lower)
	b.add(p.lower)
	b.add(q.lower)
	b.add(n.lower)
	b.add(m.lower)
	b.add(v.at(i + 3).lower)
	b.add(v.at(i - 3).lower)
	b.add2(p.lower, w.lower)
	b.add2(w.lower, n.lower)
	b.add2(q.lower, p.lower)
	b.add2(n.lower, m.lower)
	b.add3(p.lower, w.lower, n.lower)
	b.add(w.lemma)
	b.add2(w.lemma, n.xpos)
	b.add2(p.xpos, w.lemma)
	b.add(w.tail)
	b.add(w.shape)
	b.add3(p.shape, w.shape, n.shape)
	b.add(w.xpos)
	b.add(p.xpos)
	b.add(n.xpos)
	b.add2(p.xpos, w.xpos)
	b.add2(w.xpos, n.xpos)
	b.add3(q.xpos, p.xpos, w.xpos)
	b.add3(p.xpos, w.xpos, n.xpos)
	b.add3(w.xpos, n.xpos, m.xpos)
	b.add(w.fine)
	b.add(p.fine)
	b.add(n.fine)
	b.add2(p.fine, w.fine)
	b.add2(w.fine, n.fine)
	b.add3(p.coarse, w.coarse, n.coarse)
	b.add3(q.coarse, p.coarse, w.coarse)
	b.add3(w.coarse, n.coarse, m.coarse)
	b.add2(uint32(w.name), w.xpos)
	b.add3(uint32(p.name), uint32(w.name), uint32(n.name))
}

// cueFeatures looks at the cue words near by.
func (v *View) cueFeatures(b *builder, i int) {
	w, p, n := v.at(i), v.at(i-1), v.at(i+1)
	b.add3(uint32(p.cue), uint32(w.cue), uint32(n.cue))
	b.add3(uint32(v.at(i-2).cue), uint32(w.cue), w.xpos)
	b.add3(uint32(v.at(i+2).cue), uint32(n.cue), w.xpos)
	b.add2(p.cueLemma, w.xpos)
	b.add2(n.cueLemma, w.xpos)
	left, right := v.at(int(w.cueLeft)), v.at(int(w.cueRight))
	dl, dr := v.distance(i, w.cueLeft), v.distance(i, w.cueRight)
	b.add2(left.cueLemma, dl)
	b.add2(right.cueLemma, dr)
	b.add3(uint32(left.cue), dl, w.xpos)
	b.add3(uint32(right.cue), dr, w.xpos)
	b.add3(left.cueLemma, right.cueLemma, uint32(w.quote))
	b.add3(uint32(left.cue), uint32(right.cue), uint32(w.quote))
	b.add3(left.cueLemma, v.at(int(w.cueLeft)+1).lower, uint32(w.quote))
	b.add3(left.cueLemma, w.lower, dl)
	b.add3(right.cueLemma, w.lower, dr)
	b.add3(left.xpos, uint32(left.cue), w.lower)
}

// distance is the bucketed number of tokens from i to k, 99 for none.
func (v *View) distance(i int, k int32) uint32 {
	if k < 0 {
		return 99
	}
	d := int(k) - i
	if d < 0 {
		d = -d
	}
	return uint32(bucket(d))
}

// quoteFeatures looks at quotation marks.
func (v *View) quoteFeatures(b *builder, i int) {
	w, p, n := v.at(i), v.at(i-1), v.at(i+1)
	b.add3(uint32(p.quote), uint32(w.quote), uint32(n.quote))
	b.add2(uint32(w.quote), w.lower)
	b.add3(uint32(p.quote), p.lower, w.xpos)
	b.add3(uint32(n.quote), n.lower, w.xpos)
	s := v.sentenceAt(i)
	b.add3(uint32(w.quote), bit(s.quotes), bit(s.speech))
	if w.quotation < 0 {
		b.next += 7
		return
	}
	q := &v.quotes[w.quotation]
	code := uint32(w.quote) | uint32(q.size)<<4 | bit(q.sentence)<<8 | bit(q.opens)<<9 | bit(q.continues)<<10 | 1<<12
	b.add(code)
	before, after := v.at(int(w.outsideLeft)), v.at(int(w.outsideRight))
	b.add2(code, before.lower)
	b.add2(code, after.lower)
	b.add3(uint32(w.quote), uint32(before.cue), uint32(after.cue))
	b.add3(uint32(w.quote), before.xpos, after.xpos)
	b.add3(uint32(w.quote), bit(q.sentence), v.at(q.last-2).lower)
	b.add3(uint32(w.quote), v.at(int(w.outsideLeft)-1).lower, before.lower)
}

// place looks at where the token stands in its sentence and document.
func (v *View) place(b *builder, i int) {
	w := v.at(i)
	s := v.sentenceAt(i)
	start, end := uint32(bucket(i-s.first)), uint32(bucket(s.last-1-i))
	b.add3(uint32(s.part), start, uint32(bucket(s.last-s.first)))
	b.add2(start, w.lower)
	b.add2(end, w.lower)
	b.add3(end, w.xpos, v.at(i-1).xpos)
	b.add3(uint32(s.part), bit(s.opens), bit(s.speech)|bit(s.any)<<1|bit(s.quotes)<<2)
	b.add2(v.at(s.first).lower, v.at(s.first+1).lower)
	b.add3(v.at(s.last-1).lower, end, bit(s.quotes))
	b.add3(uint32(s.part), w.xpos, uint32(w.cue))
}

var noSentence sentenceView

func (v *View) sentenceAt(i int) *sentenceView {
	if k := v.words[i].sentence; k >= 0 {
		return &v.sentences[k]
	}
	return &noSentence
}

// parse looks at the dependency tree. Without a parse it adds nothing.
func (v *View) parse(b *builder, i int) {
	w := v.at(i)
	if w.relation == 0 {
		return
	}
	head := v.at(int(w.head))
	direction := bit(int(w.head) > i)
	b.add(w.relation)
	b.add3(w.relation, head.lemma, direction)
	b.add3(w.relation, head.xpos, direction)
	b.add3(w.relation, uint32(head.cue), uint32(w.cue))
	b.add2(w.lemma, w.kids)
	b.add2(w.kids, uint32(w.cue))
	b.add3(w.relation, w.kids, uint32(w.quote))
	anchor := v.at(int(w.anchor))
	b.add3(w.argument, anchor.cueLemma, bit(int(w.anchor) > i))
	b.add3(w.argument, uint32(anchor.cue), w.relation)
	b.add3(w.argument, uint32(anchor.cue), mix(uint32(w.quote), bit(int(w.anchor) > i)))
	b.add3(w.argument, anchor.kids, uint32(anchor.cue))
	branch := v.branch(i)
	b.add3(branch, w.argument, uint32(anchor.cue))
	b.add3(branch, w.argument, w.lower)
	b.add3(branch, w.argument, anchor.cueLemma)
	b.add2(branch, v.at(i+1).lower)
	b.add3(head.relation, w.relation, v.at(int(head.head)).lemma)
	takes := uint32(w.has & 0x7f)
	b.add2(takes, uint32(w.cue))
	b.add2(takes, w.cueLemma)
	b.add3(takes, w.relation, w.xpos)
	b.add3(uint32(w.has), w.lemma, uint32(w.quote))
	b.add3(uint32(head.has&0x7f), uint32(head.cue), w.relation)
	b.add3(uint32(anchor.has&0x7f), anchor.cueLemma, w.argument)
	b.add3(uint32(w.depth), w.argument, uint32(anchor.cue)|uint32(w.quote)<<4)
	b.add3(w.argument, anchor.cueLemma, mix(branch, uint32(w.depth)))
	top, limb := v.at(int(w.top)), v.at(int(w.branchOf))
	b.add3(limb.relation, uint32(top.cue), uint32(limb.cue))
	b.add3(limb.relation, top.cueLemma, uint32(w.quote))
	b.add3(limb.relation, limb.cueLemma, uint32(top.has&0x7f))
	b.add3(limb.relation, bit(limb.left == int32(i))|bit(limb.right == int32(i))<<1, uint32(top.cue)|uint32(limb.cue)<<4)
}

// branch says whether the token is the first or last of the branch that hangs
// on its anchor, or of its head's subtree.
func (v *View) branch(i int) uint32 {
	w := &v.words[i]
	top := int32(i)
	for k := 0; k < maxDepth && top >= 0 && v.words[top].head != w.anchor; k++ {
		top = v.words[top].head
	}
	if top < 0 {
		return 9
	}
	t := &v.words[top]
	return bit(t.left == int32(i)) | bit(t.right == int32(i))<<1 | bit(w.left == int32(i))<<2 | bit(w.right == int32(i))<<3 | 1<<5
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}
