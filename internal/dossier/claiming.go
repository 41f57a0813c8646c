package dossier

import (
	"fmt"

	"wiredesk"
)

// claimings finds where it is said that nobody has claimed a deed, and by whom
// it was claimed later.
func (t *table) claimings() []wiredesk.Relation {
	var open, closed *statement
	for _, s := range t.statements {
		if !s.own || s.headline || t.incidents.of(s.account, s.hull) != t.incidents.own {
			continue
		}
		switch {
		case unclaimed().in(s.said):
			t.open = append(t.open, s)
			if open == nil {
				open = s
			}
		case claimedDeed().in(s.said) && (closed == nil || closed.before(s) && closed.voice == nil):
			closed = s
		}
	}
	if open == nil || closed == nil || open.account == closed.account && closed.before(open) {
		return nil
	}
	t.claimedBy = closed
	t.setApart(open, closed)
	return []wiredesk.Relation{{Kind: wiredesk.Supersedes, Claims: []string{open.claim.ID, closed.claim.ID}, Sides: []wiredesk.Side{t.side(open), t.side(closed)},
		Note: fmt.Sprintf("%s claims what %s says nobody had claimed.", closed.who(), open.who()), Rule: "claimed later", Particular: "state"}}
}
