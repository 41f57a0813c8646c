package desk

import (
	"wiredesk"
	"wiredesk/internal/store"
	"wiredesk/internal/story"
)

// maxDated is how many reports of a story, the first linked, take part in
// working out dates.
const maxDated = 60

// A dated report was read again with the date that was worked out for it, or
// without the one that no longer follows.
type dated struct {
	seq     int64
	reading *wiredesk.Reading
}

// date works out the dates of the undated reports of a story from its dated
// ones, and reads those again whose date is another one than before: "yesterday"
// means something then. It looks at the story as it is, so that it does not matter
// in which order its reports were dated before. The members get the readings.
func (d *Desk) date(members []store.Member) []dated {
	members = members[:min(len(members), maxDated)]
	var basis []wiredesk.Reading
	use := uses(members)
	for i, m := range members {
		if m.Reading != nil && !use[i].Out && !use[i].Killed && m.Reading.Published.Value != "" && m.Reading.Published.From != wiredesk.Inferred {
			basis = append(basis, *m.Reading)
		}
	}
	var out []dated
	for i := range members {
		m := &members[i]
		if m.Reading == nil || m.Reading.Published.Value != "" && m.Reading.Published.From != wiredesk.Inferred {
			continue
		}
		want := m.Report.Report.Published
		if p, ok := story.InferPublished(m.Reading, basis); ok {
			want = p
		}
		if m.Reading.Published == want {
			continue
		}
		report := m.Report.Report
		report.Published = want
		again := d.stages.Read(&report)
		kept := again
		out = append(out, dated{m.Seq, &kept})
		again.Status = m.Reading.Status // as it stands by now
		m.Reading = &again
	}
	return out
}
