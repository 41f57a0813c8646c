package attribution

import "wiredesk/internal/claim/role"

// reattach mends what the model got nearly right about sources.
func (f *finder) reattach() {
	for _, d := range f.drafts {
		f.splitCarrier(d)
	}
}

// splitCarrier parts a source that runs from a carrier over a comma to the
// speaker: "In remarks broadcast by state television, King Rashid said ...".
func (f *finder) splitCarrier(d *draft) {
	if len(d.Sources) != 1 {
		return
	}
	r := d.Sources[0]
	for i := r.First + 1; i+1 < r.Last; i++ {
		if f.doc.Word(i) != "," {
			continue
		}
		p, end, ok := f.carrier(f.skipArticle(r.First), i)
		if !ok || end != i || !f.introduced(r.First) {
			return
		}
		d.Sources[0] = role.Run{Role: role.Source, First: i + 1, Last: r.Last, Probability: r.Probability}
		d.carriers = join(d.carriers, p)
		d.speaker = f.party(d.Sources[0], len(f.drafts))
		return
	}
}

// introduced reports whether a word that introduces a carrier stands right
// before the token: "broadcast by", "interview with".
func (f *finder) introduced(first int) bool {
	for k := max(0, first-3); k < first; k++ {
		if carrying().at(f.doc, k, first) == first {
			return true
		}
	}
	return false
}
