package attribution

import (
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
	for _, t := range f.doc.Times {
		first, last := f.doc.TokensIn(t.Span)
		if first >= last || f.view.Sentence(first) != s || t.From == "" || f.role[first] == role.Content || f.role[first] == role.Source {
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
