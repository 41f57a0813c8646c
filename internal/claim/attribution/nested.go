package attribution

import (
	"wiredesk"
	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/lang"
	"wiredesk/internal/lang/sentence"
)

// shortest is how many tokens a content has at least that is searched for
// another attribution: somebody, says, something.
const shortest = 5

// nestedProbability is how sure the model is at least of an attribution inside
// another one: most contents hold none.
const nestedProbability = 0.6

// nest looks for attributions inside the contents that are not quoted: "Lavrov
// said Assad had assured him that ...". Each content is read as a text of its
// own; what is found inside keeps its level by its outer claim.
func (f *finder) nest() {
	held := map[*draft][]int{} // where the claims inside each draft begin
	for _, d := range f.drafts {
		if d.inside != nil {
			held[d.inside] = append(held[d.inside], d.first())
		}
	}
	for level, outer := 0, f.drafts; level < deepest && len(outer) > 0; level++ {
		var found []*draft
		for _, d := range outer {
			for i, r := range d.Contents {
				if r.Last-r.First >= shortest && !holds(held[d], r) {
					inner := f.nested(d, r)
					f.beside(d, i, inner)
					found = append(found, inner...)
				}
			}
		}
		for _, d := range found {
			f.add(d)
		}
		outer = found
	}
}

// beside takes claims out of a content that stand beside it: ", while the
// minister said ..." is the report's next clause and not what was said before.
func (f *finder) beside(outer *draft, content int, inner []*draft) {
	for _, d := range inner {
		r, at := &outer.Contents[content], d.first()
		if at-2 <= r.First || at >= r.Last || f.doc.Word(at-2) != "," {
			continue
		}
		if w := f.doc.Lower(at - 1); w == "while" || w == "but" {
			r.Last = at - 2
			d.leave()
		}
	}
}

// deepest is how many levels of claims inside claims are looked for: reports
// go no deeper.
const deepest = 2

// holds reports whether one of the tokens stands in the content.
func holds(tokens []int, r role.Run) bool {
	for _, i := range tokens {
		if r.First <= i && i < r.Last {
			return true
		}
	}
	return false
}

// nested returns the attributions inside one content.
func (f *finder) nested(outer *draft, r role.Run) []*draft {
	first := r.First
	if w := f.doc.Lower(first); w == "that" {
		first++
	}
	if !f.mayReport(first, r.Last) {
		return nil
	}
	part := f.part(first, r.Last)
	view := role.See(part)
	var out []*draft
	for _, a := range link.Join(view, view.Find()) {
		if !f.reported(a, first) {
			continue
		}
		d := &draft{Attribution: shift(a, first)}
		f.reach(d, r.Last)
		d.speaker = f.speaker(d)
		out = f.within(outer, d, out)
	}
	last := r.Last
	if len(out) > 0 {
		last = out[0].first()
	}
	if last > first+shortest && f.view.Quotation(first) < 0 {
		if d, ok := f.plainAt(first, last); ok {
			out = f.within(outer, d, out)
		}
	}
	return out
}

// reach stretches the content of a draft inside another to the end of the
// clause, since the model, which reads whole sentences, often stops short.
func (f *finder) reach(d *draft, last int) {
	c := &d.Contents[len(d.Contents)-1]
	if c.First < d.Cue.First || c.Last >= last || f.view.Quotation(c.First) >= 0 {
		return
	}
	if _, end := f.saidClause(c.First, last, nil); end > c.Last {
		c.Last = end
	}
}

// within puts a draft inside the outer one, unless it has the same speaker or
// none that is known.
func (f *finder) within(outer, d *draft, list []*draft) []*draft {
	if d.speaker.same(outer.speaker) || d.speaker.name == unknown || !d.enter(outer) {
		return list
	}
	d.carriers = f.addressed(d)
	d.Probability = min(d.Probability, outer.Probability)
	return append(list, d)
}

// addressed returns the carriers that stand between the cue of a draft and its
// content: "told state television".
func (f *finder) addressed(d *draft) []party {
	var out []party
	last := d.Contents[len(d.Contents)-1].First
	for i := d.Cue.First; i < min(last, d.Cue.First+longestManner); i++ {
		end := carrying().at(f.doc, i, last)
		if end == i {
			continue
		}
		if p, _, ok := f.carrier(f.skipArticle(end), last); ok && !p.same(d.speaker) {
			out = join(out, p)
		}
	}
	return out
}

// plainAt reads a plain attribution whose noun phrase begins a content.
func (f *finder) plainAt(first, last int) (*draft, bool) {
	for i := first + 1; i < min(last, first+longestPhrase+3); i++ {
		if d, ok := f.plain(i, first, last, nil); ok && d.Sources[0].First == first {
			return d, true
		}
	}
	for i := first + 1; i+2 < last; i++ {
		if d, ok := f.light(i, first, last, nil); ok {
			return d, true
		}
	}
	return nil, false
}

// mayReport reports whether a word of speech stands in the tokens outside
// quotation marks: without one there is nothing to look for.
func (f *finder) mayReport(first, last int) bool {
	for i := first + 1; i < last; i++ {
		c, _ := role.FindCue(f.doc.Lower(i))
		if f.view.Quotation(i) < 0 && (c.Class == role.Speech || c.Class == role.Phrase || plainCues()[f.doc.Lower(i)] != "" || assurance.has(f.doc.Lower(i))) {
			return true
		}
	}
	return false
}

// reported reports whether an attribution inside a content is one of speech,
// with a source, outside quotation marks: thoughts and plans inside what
// somebody says are part of what is said.
func (f *finder) reported(a link.Attribution, base int) bool {
	if len(a.Sources) == 0 || a.Probability < nestedProbability || f.view.Quotation(base+a.Cue.First) >= 0 {
		return false
	}
	for i := a.Cue.First; i < a.Cue.Last; i++ {
		if c, ok := role.FindCue(f.doc.Lower(base + i)); ok && (c.Class == role.Speech || c.Class == role.Phrase) {
			return true
		}
	}
	return false
}

// part returns the tokens [first, last) as a document of its own whose tokens
// keep their place in the text.
func (f *finder) part(first, last int) *lang.Doc {
	out := &lang.Doc{Report: f.doc.Report, Tokens: make([]wiredesk.Token, last-first), Mentions: f.doc.MentionsIn(f.doc.SpanOf(first, last))}
	copy(out.Tokens, f.doc.Tokens[first:last])
	for at := first; at < last; {
		k := f.view.Sentence(at)
		if k < 0 {
			at++
			continue
		}
		whole := f.doc.Sentences[k]
		from, to := max(whole.First, first), min(whole.Last, last)
		s := sentence.Sentence{Span: f.doc.SpanOf(from, to), First: from - first, Last: to - first, Paragraph: whole.Paragraph, Part: whole.Part}
		for i := from; i < to; i++ {
			t := &out.Tokens[i-first]
			if h := whole.First + t.Head; t.Head >= 0 && h >= from && h < to {
				t.Head = h - from
			} else {
				t.Head = -1
			}
		}
		out.Sentences = append(out.Sentences, s)
		at = whole.Last
	}
	return out
}

// shift moves an attribution by base tokens.
func shift(a link.Attribution, base int) link.Attribution {
	move := func(r role.Run) role.Run {
		r.First, r.Last = r.First+base, r.Last+base
		return r
	}
	a.Cue = move(a.Cue)
	for _, runs := range [][]role.Run{a.Sources, a.Contents} {
		for i := range runs {
			runs[i] = move(runs[i])
		}
	}
	return a
}
