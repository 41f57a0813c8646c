package attribution

import (
	"sort"

	"wiredesk"
	"wiredesk/internal/claim/role"
)

// nearCue is how many tokens may stand between a cue and the time at which it
// was said.
const nearCue = 6

// time returns when a claim was made, where the words around its cue say so:
// "said on Tuesday".
func (f *finder) time(d *draft) *wiredesk.Window {
	if d.Cue.First >= d.Cue.Last {
		return nil
	}
	s := f.view.Sentence(d.Cue.First)
	best, window := nearCue+1, (*wiredesk.Window)(nil)
	if s < 0 {
		return nil
	}
	start, end := f.doc.Sentences[s].Span.Start, f.doc.Sentences[s].Span.End
	from := sort.Search(len(f.doc.Times), func(i int) bool { return f.doc.Times[i].Span.Start >= start })
	for _, t := range f.doc.Times[from:] {
		if t.Span.Start >= end {
			break
		}
		first, last := f.doc.TokensIn(t.Span)
		if first >= last || t.From == "" || f.role[first] == role.Content || f.role[first] == role.Source {
			continue
		}
		gap := 0
		switch {
		case first >= d.Cue.Last:
			gap = first - d.Cue.Last
		case last <= d.Cue.First:
			gap = d.Cue.First - last
		}
		if gap < best {
			best, window = gap, &wiredesk.Window{From: t.From, To: t.To}
		}
	}
	return window
}
