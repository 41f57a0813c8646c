package role

import "math/bits"

// A row is the weights of one feature in 16 bytes: six bits each, raised by
// bias, ten in the lower bits of the first word and eight in the second. The
// upper bits say which feature it is: its lowest 19 bits, and whether the next
// row is to be added as well, since six bits do not hold the largest weights.
type row struct{ a, b uint64 }

const (
	bias    = 32      // makes a weight of -32 to 31 a positive number
	inFirst = 10      // weights in the first word
	moreBit = 1 << 63 // the next row goes on
	tagBits = 19
	reach   = 1 << (tagBits - 1) // how far apart two keys may be for their order to show in the tags
)

// newRow returns the row of weights that fit it.
func newRow(key uint32, weights *[Passes * Labels]int8) row {
	r := row{a: uint64(key>>16&7) << 60, b: uint64(key&0xffff) << 48}
	for l, v := range weights {
		if bits := uint64(int(v) + bias); l < inFirst {
			r.a |= bits << (6 * l)
		} else {
			r.b |= bits << (6 * (l - inFirst))
		}
	}
	return r
}

// ahead is how far the feature lies behind the row, both taken by their lowest
// 19 bits and on a circle.
func (r row) ahead(feature uint32) uint32 {
	return (feature - uint32(r.a>>60<<16|r.b>>48)) & (1<<tagBits - 1)
}

// is reports whether the row is that of the feature, if it is less than reach
// away from it.
func (r row) is(feature uint32) bool { return r.ahead(feature) == 0 }

// before reports whether the feature comes behind the row, if it is less than
// reach away from it.
func (r row) before(feature uint32) bool { return r.ahead(feature)-1 < reach-1 }

// A rowGroup counts the rows whose keys share their upper 14 bits, apart by the
// six bits below: 0 to 3 rows, as a number of two bits, one in each word. More
// than three rows are counted as three.
type rowGroup struct {
	ones, twos uint64
	before     uint32 // rows of the groups before this one
}

// first returns the row from which a feature is to be sought, if there is any
// with its upper 20 bits.
func (g *rowGroup) first(feature uint32) (at uint32, ok bool) {
	bit := feature >> 12 & 63
	below := uint64(1)<<bit - 1
	at = g.before + uint32(bits.OnesCount64(g.ones&below)+2*bits.OnesCount64(g.twos&below))
	return at, (g.ones|g.twos)>>bit&1 != 0
}

// count counts a row of the group.
func (g *rowGroup) count(key uint32) {
	bit := uint64(1) << (key >> 12 & 63)
	switch {
	case g.ones&bit == 0:
		g.ones |= bit
	case g.twos&bit == 0:
		g.ones, g.twos = g.ones&^bit, g.twos|bit
	}
	g.before++
}

// lanes add up rows, each weight in twelve bits of its own.
type lanes struct {
	evenA, oddA, evenB, oddB uint64
	rows                     int32
}

// mostRows is the number of rows whose sum fits twelve bits: the lanes must be
// flushed after so many.
const mostRows = (1<<12 - 1) / (1<<6 - 1)

// add adds a row.
func (n *lanes) add(r row) {
	const every = 0x03f03f03f03f03f
	n.evenA += r.a & every
	n.oddA += r.a >> 6 & every
	n.evenB += r.b & (every >> 12)
	n.oddB += r.b >> 6 & (every >> 12)
	n.rows++
}

// flush adds the lanes to the sums and empties them.
func (n *lanes) flush(s *sums) {
	const lane = 1<<12 - 1
	raised := bias * n.rows
	for l := 0; l < inFirst; l += 2 {
		s[l] += int32(n.evenA&lane) - raised
		s[l+1] += int32(n.oddA&lane) - raised
		n.evenA, n.oddA = n.evenA>>12, n.oddA>>12
	}
	for l := inFirst; l < len(s); l += 2 {
		s[l] += int32(n.evenB&lane) - raised
		s[l+1] += int32(n.oddB&lane) - raised
		n.evenB, n.oddB = n.evenB>>12, n.oddB>>12
	}
	n.rows = 0
}
