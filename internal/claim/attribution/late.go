package attribution

// lateSpeakers gives a quotation without a speaker that goes on in the next
// paragraph the speaker of that one: newspapers open each paragraph of a long
// speech with a mark, close the last one only and name the speaker there.
func (f *finder) lateSpeakers() {
	by := map[int]*draft{} // by quotation
	for _, d := range f.drafts {
		for _, r := range d.Contents {
			if q := f.view.Quotation(r.First); q >= 0 {
				by[q] = d
			}
		}
	}
	next := -1
	for q := len(f.view.Quotations) - 1; q >= 0; q-- {
		if f.view.Quotations[q].Depth > 0 {
			continue
		}
		d, after := by[q], by[next]
		if d != nil && after != nil && d.speaker.name == unknown && len(d.Sources) == 0 && f.view.Quotations[q].Unclosed && f.view.Quotations[next].Continues {
			d.speaker, d.carriers = after.speaker, after.carriers
		}
		next = q
	}
}
