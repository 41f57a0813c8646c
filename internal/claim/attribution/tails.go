package attribution

import (
	"sort"

	"wiredesk/internal/claim/role"
)

// shorten takes what the report adds off the end of a content without marks
// that stands behind its cue. Each of its cuts was tried by itself on PolNeAR
// dev: exact F1 of contents rises by 0.1 to 0.3 points, by 0.8 with all of them.
func (f *finder) shorten(d *draft) {
	r := &d.Contents[len(d.Contents)-1]
	if d.Cue.First >= d.Cue.Last || r.First < d.Cue.Last || f.view.Quotation(r.Last-1) >= 0 || f.view.Quotation(r.First) >= 0 {
		return
	}
	thing := f.isThing(r)
	f.cutParticiple(r, thing)
	if thing {
		f.cutTime(r)
	}
	for i := r.First + 1; i < r.Last-1; i++ {
		w := f.doc.Lower(i)
		if thing && (w == "while" || w == "during" || w == "because") || i > r.First+1 && (w == ";" || w != "-" && isDash(w)) {
			f.cutAt(r, i)
		}
	}
}

// isThing reports whether a content is no clause, finite or not.
func (f *finder) isThing(r *role.Run) bool {
	for i := r.First; i < r.Last; i++ {
		switch f.doc.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD", "VB", "":
			return false
		}
	}
	return f.doc.Lower(r.First) != "that"
}

// cutAt ends a content before token i and the comma there.
func (f *finder) cutAt(r *role.Run, i int) {
	r.Last = i
	if r.Last-1 > r.First && f.doc.Word(r.Last-1) == "," {
		r.Last--
	}
}

// cutParticiple cuts the participle behind the last comma of a content if it is
// what the speaker does: "he said the vote was lost, arguing that ...", "she
// wants higher wages, looking to the election". What happens in a clause
// belongs to it: "they said the army shelled the town, killing some 20".
func (f *finder) cutParticiple(r *role.Run, thing bool) {
	for i := r.Last - 2; i > r.First+2; i-- {
		if f.doc.Word(i) != "," {
			continue
		}
		c, _ := role.FindCue(f.doc.Lower(i + 1))
		if f.doc.Tokens[i+1].XPOS == "VBG" && f.doc.Lower(i+1) != "including" && (thing || c.Class == role.Speech) {
			r.Last = i
		}
		return
	}
}

// cutTime cuts the time at the end of what somebody did or dealt with: "backed
// the bill in July", "denounced the treaty on Monday".
func (f *finder) cutTime(r *role.Run) {
	end := f.doc.Tokens[r.Last-1].Span.End
	k := sort.Search(len(f.doc.Times), func(k int) bool { return f.doc.Times[k].Span.End >= end })
	if k == len(f.doc.Times) || f.doc.Times[k].Span.End != end {
		return
	}
	first, _ := f.doc.TokensIn(f.doc.Times[k].Span)
	switch f.doc.Lower(max(first-1, 0)) {
	case "on", "in", "during", "at":
		first--
	default:
		if f.doc.Tokens[max(first-1, 0)].UPOS == "ADP" {
			return // "by May", "since Sunday" say more than when
		}
	}
	if first > r.First {
		f.cutAt(r, first)
	}
}

// withoutConnective takes the word that ties a sentence to the one before off
// the beginning of a content: "However, ..., he said".
func (f *finder) withoutConnective(d *draft) {
	r := &d.Contents[0]
	if r.Last-r.First < shortest || f.view.Quotation(r.First) >= 0 {
		return
	}
	first := r.First
	switch f.doc.Lower(first) {
	case "however", "meanwhile", "moreover", "furthermore", "still":
		first++
	case "in":
		if f.doc.Lower(first+1) == "addition" {
			first += 2
		}
	}
	if first > r.First && f.doc.Word(first) == "," {
		r.First = first + 1
	}
}

// afterThat begins what somebody is told behind whom it is told to: "told
// reporters that ..." has the content "that ...".
func (f *finder) afterThat() {
	for _, d := range f.drafts {
		r := &d.Contents[0]
		if d.Cue.First >= d.Cue.Last || r.First != d.Cue.Last || f.view.Quotation(r.First) >= 0 || plainCues()[f.doc.Lower(d.Cue.Last-1)] != "tell" {
			continue
		}
		if k := f.object(r.First, r.Last); k > r.First && k < r.Last && f.doc.Lower(k) == "that" && k-r.First <= 3 {
			r.First = k
		}
	}
}
