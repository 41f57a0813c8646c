package brief

// mostCarriers bounds how far a text is followed from pickup to pickup.
const mostCarriers = 8

// root is the report at the start of a line of pickups: accounts of one root
// are no witnesses for each other.
func (a *account) root() *account {
	for seen := 0; a.wire != nil && seen < mostCarriers; seen++ {
		a = a.wire
	}
	return a
}
