package standing

import "wiredesk"

// A Member is a report of a story as far as it matters for what may rest on it.
type Member struct {
	ID         string
	Status     wiredesk.Status
	Withdrawn  string
	Superseded string
	PickupOf   string
	Shared     float64
}

// A Use says what may rest on a report.
type Use struct {
	Out     bool   // it is replaced or under embargo: nothing shows it
	Killed  bool   // it is shown as withdrawn, and nothing rests on it
	Carries string // id of the withdrawn report whose text it mostly carries
}

// Uses says of each report of a story what may rest on it: newest versions only,
// nothing that is corrected or under embargo. What is killed stays, marked, and
// so does what mostly carries a killed text.
func Uses(members []Member) []Use {
	killed := map[string]bool{}
	for _, m := range members {
		if m.Withdrawn != "" || m.Status == wiredesk.Killed {
			killed[m.ID] = true
		}
	}
	out := make([]Use, len(members))
	for i, m := range members {
		u := &out[i]
		u.Out = m.Superseded != "" && m.Withdrawn == "" || m.Status == wiredesk.Withheld
		u.Killed = killed[m.ID]
		if m.PickupOf != "" && killed[m.PickupOf] && m.Shared >= wiredesk.RestingShare {
			u.Killed, u.Carries = true, m.PickupOf
		}
	}
	return out
}
