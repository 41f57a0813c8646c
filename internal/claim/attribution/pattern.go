package attribution

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/lang/sentence"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/patterns.txt
var patternsFile []byte

// A pattern is one line of the patterns.
type pattern struct {
	name     string
	score    float64
	elements []element
	anywhere bool     // at any place of a sentence
	needs    []uint64 // of each, one of these words must stand in the sentence
}

// An element is one part of a pattern.
type element struct {
	kind     string // "S", "Q", ..., "" for words
	words    []string
	cue      bool
	optional bool
}

var patterns = sync.OnceValue(func() []pattern {
	var out []pattern
	for _, e := range lexicon.Parse(patternsFile) {
		p := pattern{name: e[0]}
		p.score, _ = strconv.ParseFloat(e.Field(1), 64)
		for _, f := range strings.Fields(e.Field(2)) {
			if f == "*" {
				p.anywhere = true
				continue
			}
			x := readElement(f)
			if need := x.need(); need != 0 {
				p.needs = append(p.needs, need)
			}
			p.elements = append(p.elements, x)
		}
		out = append(out, p)
	}
	return out
})

// The bits of a sentence that elements ask for; the others are those of words.
const (
	hasQuote uint64 = 1 << iota
	hasSpeech
	hasComma
	firstWord
)

// bit returns the bit of a word. Words may share one: it only rules out.
func bit(word string) uint64 {
	h := uint64(len(word))
	for i := range len(word) {
		h = h*31 + uint64(word[i])
	}
	return firstWord << (h % 60)
}

// need returns bits of which one must stand in a sentence with the element.
func (x element) need() uint64 {
	switch {
	case x.optional:
	case x.kind == "Q":
		return hasQuote
	case x.kind == "%say":
		return hasSpeech
	case x.kind == "<", x.kind == "A":
		return hasComma
	case x.kind == "":
		var out uint64
		for _, w := range x.words {
			out |= bit(w)
		}
		return out
	}
	return 0
}

// bits returns what stands in a sentence, and in the one behind it as far as
// quotations go.
func (f *finder) bits(s sentence.Sentence) uint64 {
	var out uint64
	for i := s.First; i < s.Last; i++ {
		w := f.doc.Lower(i)
		out |= bit(w)
		switch {
		case w == ",":
			out |= hasComma
		case f.view.Quotation(i) >= 0:
			out |= hasQuote
		case f.doc.Tokens[i].UPOS == "VERB" && f.saying(i):
			out |= hasSpeech
		}
	}
	if s.Last < len(f.doc.Tokens) && f.view.Quotation(s.Last) >= 0 {
		out |= hasQuote
	}
	return out
}

func readElement(f string) element {
	var x element
	f, x.cue = strings.CutPrefix(f, "=")
	f, x.optional = strings.CutSuffix(f, "?")
	switch f {
	case "S", "C", "Q", "X", "<", "K", "O", "M", "Y", "A", "N", "T", "V", "%say", "$", "¶":
		x.kind = f
	default:
		x.words = strings.Split(f, "|")
	}
	return x
}

// A binding is what the elements of a pattern are bound to.
type binding struct {
	speaker, carrier, outer, cue, content role.Run
}

// propose adds the attributions of the patterns and chooses between them and
// those that are there.
func (f *finder) propose() {
	for k, s := range f.doc.Sentences {
		if s.Part != sentence.Body || s.Last-s.First < shortest {
			continue
		}
		bits := f.bits(s)
		for n := range patterns() {
			p := &patterns()[n]
			if !meetsAll(bits, p.needs) {
				continue
			}
			f.tryPattern(p, k)
		}
	}
}

func meetsAll(bits uint64, needs []uint64) bool {
	for _, n := range needs {
		if bits&n == 0 {
			return false
		}
	}
	return true
}

// tryPattern looks for a pattern in sentence k.
func (f *finder) tryPattern(p *pattern, k int) {
	s := f.doc.Sentences[k]
	switch {
	case p.elements[0].kind == "Q":
		for i := s.First; i < s.Last; i++ {
			if end := f.quotedAt(i); end > i {
				if m, ok := f.matchAll(p.elements, i, s.Last, binding{}); ok {
					f.accept(p, m)
				}
				i = end - 1
			}
		}
	case p.elements[0].kind == "<":
		first := f.afterDateline(s.First)
		for i := first + 3; i < s.Last-2; i++ {
			if f.doc.Word(i) != "," || f.view.Quotation(i) >= 0 && f.quotedEnd(i) != i+1 && f.view.Quotation(i+1) >= 0 {
				continue
			}
			at := i + 1
			if f.view.Quotation(at) >= 0 { // the mark behind the comma
				at++
			}
			m := binding{content: role.Run{Role: role.Content, First: f.withMark(s.First, first), Last: f.closing(i)}}
			if m, ok := f.matchAll(p.elements[1:], at, s.Last, m); ok && f.clause(m.content.First, m.content.Last) && (!f.attributed(m.content) || m.carrier.First < m.carrier.Last) {
				f.accept(p, m)
				return
			}
		}
	default:
		last := f.afterDateline(s.First)
		if p.anywhere {
			last = s.Last - 3
		}
		for i := f.afterDateline(s.First); i <= last; i++ {
			if m, ok := f.matchAll(p.elements, i, s.Last, binding{}); ok {
				f.accept(p, m)
				break
			}
		}
	}
}

// isPerson reports whether a party is a person of the report.
func (f *finder) isPerson(p party) bool {
	e := f.entities[string(p.entity)]
	return e != nil && e.Type == wiredesk.Person
}

// attributed reports whether a verb of speech with a subject stands in the
// tokens outside quotation marks: what is said there belongs to another.
func (f *finder) attributed(r role.Run) bool {
	for i := r.First; i < r.Last; i++ {
		if f.view.Quotation(i) < 0 && f.saying(i) {
			return true
		}
	}
	return false
}

// withMark returns the first token of a sentence with its quotation mark.
func (f *finder) withMark(sentence, word int) int {
	if word > sentence && f.view.Quotation(word-1) >= 0 {
		return word - 1
	}
	return word
}

// closing returns where a content ends before the comma at token i: with it in
// a quotation.
func (f *finder) closing(i int) int {
	if f.view.Quotation(i) >= 0 {
		return i + 2
	}
	return i
}

// quotedAt returns where the quotation ends that begins at token i, i for none.
func (f *finder) quotedAt(i int) int {
	q := f.view.Quotation(i)
	if q < 0 || i > 0 && f.view.Quotation(i-1) == q {
		return i
	}
	return f.quotedEnd(i)
}

// quotedEnd returns where the quotation of token i ends.
func (f *finder) quotedEnd(i int) int {
	q := f.view.Quotation(i)
	if q < 0 {
		return i
	}
	_, last := f.doc.TokensIn(f.view.Quotations[q].Span)
	return last
}

// matchAll matches elements from token i on, before last.
func (f *finder) matchAll(list []element, i, last int, m binding) (binding, bool) {
	if len(list) == 0 {
		return m, true
	}
	x := list[0]
	for _, end := range f.elementEnds(x, i, last) {
		n := m
		r := role.Run{First: i, Last: end}
		switch x.kind {
		case "S":
			r.Role, n.speaker = role.Source, r
			n.speaker.Role = role.Source
		case "A":
			if p, ok := f.named(i, end); ok && f.isPerson(p) && n.speaker.First < n.speaker.Last {
				n.speaker.Last = end // "the league's head, Ana Brandt,"
			}
		case "C":
			n.carrier = r
		case "K":
			n.outer = r
		case "O":
			if _, to, ok := f.carrier(f.skipArticle(i), end); ok && to == end {
				n.carrier = r
			}
		case "Q", "X", "Y":
			n.content = r
			n.content.Role = role.Content
			if x.kind != "Q" {
				n.content.First, n.content.Last = f.saidClause(i, last, nil)
			}
		}
		if x.cue {
			n.cue = role.Run{Role: role.Cue, First: i, Last: end}
		}
		to := last
		if x.kind == "¶" {
			to = len(f.doc.Tokens)
		}
		if n, ok := f.matchAll(list[1:], end, to, n); ok {
			return n, true
		}
	}
	if x.optional {
		return f.matchAll(list[1:], i, last, m)
	}
	return m, false
}

// elementEnds returns where an element can end that begins at token i, the likeliest
// first.
func (f *finder) elementEnds(x element, i, last int) []int {
	switch x.kind {
	case "S", "O":
		return f.nominals(i, last)
	case "M":
		k := i
		for k < min(last, i+longestManner) && f.view.IsWord(k) && !(f.finite(k) && f.verb(k)) && f.view.Quotation(k) < 0 {
			k++
		}
		if k > i && (f.doc.Tokens[i].UPOS == "ADP" || f.inTime(i) || f.doc.Tokens[i].UPOS == "ADV" || f.doc.Tokens[i].UPOS == "NOUN") {
			return []int{k}
		}
	case "C", "K":
		if i >= last {
			return nil
		}
		if _, end, ok := f.carrier(f.skipArticle(i), last); ok {
			return []int{end}
		}
		if end := f.ownName(i, last); end > i {
			return []int{end}
		}
	case "Q":
		if i < len(f.doc.Tokens) {
			if end := f.quotedAt(i); end > i+2 {
				return []int{end}
			}
		}
	case "X":
		if first, end := f.saidClause(i, last, nil); end-first >= shortest-1 && f.clause(first, end) && f.view.Quotation(i) < 0 {
			return []int{last}
		}
	case "Y":
		for k := i; k < min(last, i+longestMeasure); k++ {
			if tollNoun.has(f.doc.Lower(k)) {
				return []int{last}
			}
		}
	case "A":
		for k := i; k < min(last, i+longestAside); k++ {
			if f.doc.Word(k) == "," && k > i {
				return []int{k}
			}
			if f.finite(k) && f.verb(k) || f.view.Quotation(k) >= 0 {
				return nil
			}
		}
	case "N":
		if i < last && f.doc.Tokens[i].UPOS == "NUM" {
			return []int{i + 1}
		}
	case "T":
		k := i
		for k < min(last, i+5) && (f.inTime(k) || f.doc.Tokens[k].UPOS == "ADV" || f.doc.Tokens[k].UPOS == "ADP" && (f.inTime(k+1) || f.doc.Tokens[k+1].UPOS == "NOUN" && f.inTime(k+2))) {
			k++
		}
		if k > i {
			return []int{k}
		}
	case "V":
		if i < last && (f.doc.Tokens[i].XPOS == "VBD" || f.doc.Tokens[i].XPOS == "VBZ" || f.doc.Tokens[i].XPOS == "VBN" && f.saying(i)) && f.doc.Tokens[i].UPOS == "VERB" {
			return []int{i + 1}
		}
	case "%say":
		if i < last && f.saying(i) {
			return []int{i + 1}
		}
	case "$":
		if i == last || i < last && (f.doc.Word(i) == "." || f.doc.Word(i) == "," || f.doc.Word(i) == ";") {
			return []int{i}
		}
	case "¶":
		if i == last && i < len(f.doc.Tokens) {
			return []int{i}
		}
	default:
		for _, w := range x.words {
			if i < last && f.doc.Lower(i) == w {
				return []int{i + 1}
			}
		}
	}
	return nil
}

// longestMeasure is how many words stand at most before the noun of a count.
const longestMeasure = 5

// nominals returns where the noun phrases end that begin at token i, the
// longest first.
func (f *finder) nominals(i, last int) []int {
	var out []int
	for k := i; k < min(last, i+longestPhrase+4); k++ {
		t := f.doc.Tokens[k]
		switch t.UPOS {
		case "NOUN", "PROPN":
			if !f.inTime(k) {
				out = append([]int{k + 1}, out...)
			}
			continue
		case "PRON":
			if k == i && !possessivePronoun.has(f.doc.Lower(k)) {
				return []int{k + 1}
			}
			continue
		case "DET", "ADJ", "NUM", "PART":
			continue
		case "ADP":
			if k > i && preposition.has(f.doc.Lower(k)) || f.doc.Lower(k) == "of" {
				continue
			}
		case "PUNCT":
			if f.doc.Word(k) == "-" {
				continue
			}
		}
		break
	}
	return out
}

// inTime reports whether token i stands in a time.
func (f *finder) inTime(i int) bool {
	if i >= len(f.doc.Tokens) {
		return false
	}
	span := f.doc.Tokens[i].Span
	for _, t := range f.doc.Times {
		if t.Span.Start > span.Start {
			break
		}
		if t.Span.Contains(span) {
			return true
		}
	}
	return false
}

// ownName returns where the short name of the report's own outlet ends that
// begins at token i: "the Mail" in the Harbour Mail; i for none.
func (f *finder) ownName(i, last int) int {
	at := f.skipArticle(i)
	words := strings.Fields(f.publisher.name)
	for n := range words {
		end := at
		for _, w := range words[n:] {
			if end >= last || f.doc.Word(end) != w {
				end = at
				break
			}
			end++
		}
		if end > at && (n == 0 || at > i) {
			return end
		}
	}
	return i
}

// accept chooses between what a pattern proposes and the drafts that hold the
// same words: the better score keeps them.
func (f *finder) accept(p *pattern, m binding) {
	k := f.view.Sentence(m.cue.First)
	if k < 0 || m.cue.First >= m.cue.Last || m.content.First >= m.content.Last {
		return
	}
	speaker := m.speaker
	if speaker.First >= speaker.Last {
		speaker = m.carrier
	}
	who := f.party(speaker)
	if f.inTime(speaker.First) && f.inTime(speaker.Last-1) || who.name == unknown {
		return
	}
	if _, known := role.FindCue(f.doc.Lower(m.cue.First)); !known && f.view.Quotation(m.content.First) >= 0 && !f.spokenQuote(m.content) {
		return
	}
	var rivals []*draft
	for _, n := range []int{k - 1, k, k + 1, f.view.Sentence(m.content.First), f.view.Sentence(m.content.Last - 1)} {
		if n < 0 || n >= len(f.bySentence) {
			continue
		}
		for _, d := range f.in(n) {
			if d.rule == p.name && d.Cue.First == m.cue.First {
				return
			}
			switch {
			case d.Cue.First < m.cue.Last && m.cue.First < d.Cue.Last, d.meets(m.content):
				if d.speaker.same(who) || d.Probability >= p.score && d.speaker.name != unknown && d.hasCue(m.cue) && !f.wrongSpeaker(d, speaker) {
					return
				}
				rivals = append(rivals, d)
			}
		}
	}
	for _, d := range rivals {
		d.yield(m)
	}
	speaker.Role = role.Source
	d := &draft{Attribution: link.Attribution{
		Cue: m.cue, Sources: []role.Run{speaker}, Contents: []role.Run{m.content}, Probability: p.score,
	}, speaker: who, rule: p.name}
	if m.speaker.Last > m.speaker.First {
		for _, r := range [...]role.Run{m.carrier, m.outer} {
			if r.First == r.Last || f.ownName(r.First, r.Last) > r.First {
				continue
			}
			if c, _, ok := f.carrier(f.skipArticle(r.First), r.Last); ok {
				d.carriers = join(d.carriers, c)
			}
		}
	}
	for _, e := range f.in(k) {
		if e.Cue.First >= m.content.First && e.Cue.Last <= m.content.Last && e.inside == nil && e.enter(d) {
			for n := range e.Contents {
				e.Contents[n].Last = min(e.Contents[n].Last, m.content.Last)
			}
			e.carriers = slices.DeleteFunc(e.carriers, func(c party) bool { return slices.ContainsFunc(d.carriers, c.same) })
		}
	}
	f.add(d)
}

// spokenQuote reports whether a quotation is a sentence that somebody says, by
// its first letter and the mark at its end; titles and nicknames are none.
func (f *finder) spokenQuote(r role.Run) bool {
	if r.Last-r.First < shortest || !capital(f.doc.Word(r.First+1)) {
		return false
	}
	switch f.doc.Word(r.Last - 2) {
	case ",", "?", "!", ".":
		return true
	}
	return false
}

// wrongSpeaker reports whether a draft with the cue of a pattern takes another
// speaker than the one beside it.
func (f *finder) wrongSpeaker(d *draft, speaker role.Run) bool {
	for _, r := range d.Sources {
		if r.First < speaker.Last && speaker.First < r.Last {
			return false
		}
	}
	return true
}

// hasCue reports whether the cue of a draft meets another one.
func (d *draft) hasCue(cue role.Run) bool { return d.Cue.First < cue.Last && cue.First < d.Cue.Last }

// meets reports whether a draft holds most of a content outside of another's.
func (d *draft) meets(r role.Run) bool {
	for _, c := range d.Contents {
		if c.First < r.Last && r.First < c.Last {
			return true
		}
	}
	return false
}

// yield takes the words of a match out of a draft; one that has its cue there
// or is left without content goes.
func (d *draft) yield(m binding) {
	if d.hasCue(m.cue) || d.Cue.First >= m.content.First && d.Cue.First < m.content.Last && d.speaker.name == unknown {
		d.dropped = true
		return
	}
	if d.Cue.First < d.Cue.Last && d.Cue.First >= m.content.First && d.Cue.Last <= m.content.Last {
		return // it stands inside
	}
	from := min(m.content.First, m.cue.First)
	if m.speaker.First < m.speaker.Last {
		from = min(from, m.speaker.First)
	}
	kept := d.Contents[:0:0]
	for _, c := range d.Contents {
		if c.First >= m.content.Last || c.Last <= m.content.First {
			kept = append(kept, c)
			continue
		}
		if c.First < from {
			kept = append(kept, role.Run{Role: c.Role, First: c.First, Last: from, Probability: c.Probability})
		}
	}
	d.Contents = kept
	d.dropped = len(kept) == 0
}
