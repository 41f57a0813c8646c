package attribution

import (
	"slices"
	"sort"

	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
)

// A draft is a claim in the making.
type draft struct {
	link.Attribution
	speaker   party
	carriers  []party
	inside    *draft // the claim in whose content this one stands; entered by enter alone
	spoken    bool   // word for word, although no marks say so
	dropped   bool
	anonymous bool   // the speaker is not to be named
	rule      string // the pattern or pass that proposed it
}

// enter puts a draft inside another one. It refuses, and reports false, where
// the other stands inside the draft itself: who is said to say something goes
// outwards step by step and comes to an end.
func (d *draft) enter(outer *draft) bool {
	for at := outer; at != nil; at = at.inside {
		if at == d {
			return false
		}
	}
	d.inside = outer
	return true
}

// leave takes a draft out of the one that it stands in.
func (d *draft) leave() { d.inside = nil }

// first is the first token of the attribution.
func (d *draft) first() int {
	i := d.Contents[0].First
	for _, r := range d.Sources {
		i = min(i, r.First)
	}
	if d.Cue.First < d.Cue.Last {
		i = min(i, d.Cue.First)
	}
	return i
}

// frame is a token of the cue, or of the content where there is no cue.
func (d *draft) frame() int {
	if d.Cue.First < d.Cue.Last {
		return d.Cue.First
	}
	return d.Contents[0].First
}

// maxPerSentence bounds how many drafts of one sentence are looked at
// together, so that a sentence without end costs no more than its length.
const maxPerSentence = 32

// add puts a draft among those of its sentence. It comes into the order of the
// text with settle.
func (f *finder) add(d *draft) {
	f.fresh = append(f.fresh, d)
	if k := f.view.Sentence(d.frame()); k >= 0 && len(f.bySentence[k]) < maxPerSentence {
		f.bySentence[k] = append(f.bySentence[k], d)
	}
}

// in returns the drafts whose cue stands in sentence k.
func (f *finder) in(k int) []*draft {
	if k < 0 {
		return nil
	}
	kept := f.bySentence[k][:0]
	for _, d := range f.bySentence[k] {
		if !d.dropped {
			kept = append(kept, d)
		}
	}
	f.bySentence[k] = kept
	return kept
}

// settle brings the drafts into the order of the text and leaves out those
// that were dropped; what stood inside one of them stands inside the next that
// is left.
func (f *finder) settle() {
	kept := f.drafts[:0:0]
	for _, list := range [][]*draft{f.drafts, f.fresh} {
		for _, d := range list {
			if d.sound(); !d.dropped && len(d.Contents) > 0 {
				kept = append(kept, d)
			}
		}
	}
	f.drafts, f.fresh = kept, nil
	for _, d := range kept {
		for d.inside != nil && (d.inside.dropped || len(d.inside.Contents) == 0) {
			d.inside = d.inside.inside
		}
	}
	sort.SliceStable(f.drafts, func(i, k int) bool { return f.drafts[i].first() < f.drafts[k].first() })
}

// sound leaves out the parts of a draft that hold no words and what of its
// contents stands in its own cue.
func (d *draft) sound() {
	d.Sources = held(d.Sources)
	if d.Cue.First < d.Cue.Last {
		d.Contents = without(d.Contents, d.Cue)
	}
	d.Contents = held(d.Contents)
	if d.speaker.name == "" {
		d.speaker.name = unknown
	}
}

// held returns the runs that hold tokens.
func held(runs []role.Run) []role.Run {
	return slices.DeleteFunc(runs, func(r role.Run) bool { return r.First >= r.Last })
}

// without cuts a cue out of contents.
func without(contents []role.Run, cue role.Run) []role.Run {
	for i := range contents {
		r := &contents[i]
		if r.First >= cue.Last || r.Last <= cue.First {
			continue
		}
		behind := *r
		behind.First = cue.Last
		r.Last = min(r.Last, cue.First)
		if behind.First < behind.Last {
			contents = slices.Insert(contents, i+1, behind)
		}
	}
	return contents
}

// before returns how many settled drafts begin before the token.
func (f *finder) before(token int) int {
	return sort.Search(len(f.drafts), func(i int) bool { return f.drafts[i].first() >= token })
}

// used tells the tokens that stand in a draft already.
func (f *finder) used() []bool {
	out := make([]bool, len(f.doc.Tokens))
	for _, list := range [][]*draft{f.drafts, f.fresh} {
		for _, d := range list {
			if !d.dropped {
				f.mark(d, out)
			}
		}
	}
	return out
}

// mark sets the tokens of a draft.
func (f *finder) mark(d *draft, used []bool) {
	for _, runs := range [][]role.Run{d.Sources, {d.Cue}, d.Contents} {
		for _, r := range runs {
			for i := r.First; i < r.Last; i++ {
				used[i] = true
			}
		}
	}
}
