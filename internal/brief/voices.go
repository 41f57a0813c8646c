package brief

import (
	"fmt"
	"strings"

	"wiredesk"
)

// voices finds bodies for which more than one voice speaks: two members, or a
// member and the body itself. They are never made one.
func voices(all []*fact) []wiredesk.Relation {
	bodies := map[string][]*fact{}
	for _, f := range all {
		if b := f.body(); b != "" {
			bodies[b] = append(bodies[b], f)
		}
	}
	var out []wiredesk.Relation
	for _, b := range sortedKeys(bodies) {
		fs := bodies[b]
		names := map[string]string{}
		for _, f := range fs {
			names[f.speaker()] = f.who()
		}
		if len(names) < 2 {
			continue
		}
		var who []string
		for _, k := range sortedKeys(names) {
			who = append(who, names[k])
		}
		out = append(out, wiredesk.Relation{Kind: wiredesk.OneBodyTwo, Claims: claimIDs(fs),
			Note: fmt.Sprintf("%s speak for one body (%s); what they say is kept apart.", and(who), b)})
	}
	return out
}

// body returns the name of the organization that a source speaks for: itself
// if it is one, or the one that its role names. Carriers are no bodies.
func (f *fact) body() string {
	if f.claim.Source.Entity == "" || !f.attributed() {
		return ""
	}
	role := ""
	for _, e := range f.account.reading.Entities {
		if e.ID != string(f.claim.Source.Entity) {
			continue
		}
		if e.Type == wiredesk.Organization && !e.Agency {
			return e.Name
		}
		role = string(e.Role)
	}
	if role == "" {
		return ""
	}
	best := ""
	for _, e := range f.account.reading.Entities {
		if e.Type == wiredesk.Organization && !e.Agency && standsIn(e.Name, role) && len(e.Name) > len(best) {
			best = strings.TrimPrefix(e.Name, "the ")
		}
	}
	return best
}
