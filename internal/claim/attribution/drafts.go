package attribution

import (
	"sort"

	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
)

// A draft is a claim in the making.
type draft struct {
	link.Attribution
	speaker  party
	carriers []party
	inside   *draft // the claim in whose content this one stands
	spoken   bool   // word for word, although no marks say so
	dropped  bool
}

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
// that were dropped.
func (f *finder) settle() {
	kept := f.drafts[:0:0]
	for _, list := range [][]*draft{f.drafts, f.fresh} {
		for _, d := range list {
			if !d.dropped && len(d.Contents) > 0 {
				kept = append(kept, d)
			}
		}
	}
	f.drafts, f.fresh = kept, nil
	sort.SliceStable(f.drafts, func(i, k int) bool { return f.drafts[i].first() < f.drafts[k].first() })
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
