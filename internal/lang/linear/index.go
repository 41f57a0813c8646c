package linear

import "math/bits"

// An entry is a feature: its check bits and where its weights begin.
type entry struct{ check, offset uint32 }

// A group finds the entries of 64 places. The place of a feature is the upper
// bits of its hash; entries stand in the order of their places, without gaps,
// so that they take a third of the memory of a hash table. How many stand at
// each place, 0 to 3, is a number of two bits, one in each word.
type group struct {
	ones, twos uint64
	before     uint32 // entries of the groups before this one
	crowded    bool   // more than three entries have one place, which the words cannot say
}

// count counts an entry at a place.
func (g *group) count(place uint64) {
	bit := uint64(1) << (place & 63)
	g.crowded = g.crowded || g.ones&g.twos&bit != 0
	g.twos ^= g.ones & bit
	g.ones ^= bit
}

// A candidate is a feature, by its check bits, that may be one of the entries
// at to end; entry is the first of them once it is fetched.
type candidate struct {
	check, at, end uint32
	entry          entry
}

// place returns the entries that have the place of a feature.
func (m *Model) place(feature uint64) (at, end uint32) {
	place := feature >> m.shift
	g := &m.groups[place/64]
	if g.crowded {
		return g.before, m.groups[place/64+1].before
	}
	bit := place & 63
	below := uint64(1)<<bit - 1
	at = g.before + uint32(bits.OnesCount64(g.ones&below)+2*bits.OnesCount64(g.twos&below))
	return at, at + uint32(g.ones>>bit&1+g.twos>>bit&1*2)
}

// find returns where the weights of a feature begin.
func (m *Model) find(c *candidate) (uint32, bool) {
	for c.entry.check != c.check {
		c.at++
		if c.at == c.end {
			return 0, false
		}
		c.entry = m.entries[c.at]
	}
	return c.entry.offset, true
}

// index prepares the groups for entries at places of so many bits, in rising
// order.
func (m *Model) index(placeBits uint, places []uint64) {
	m.shift = 64 - placeBits
	m.groups = make([]group, 1<<placeBits/64+2) // the last one only ends the one before it
	for i, p := range places {
		m.groups[p/64].count(p)
		m.groups[p/64+1].before = uint32(i + 1)
	}
	for i := 1; i < len(m.groups); i++ {
		m.groups[i].before = max(m.groups[i].before, m.groups[i-1].before)
	}
}
