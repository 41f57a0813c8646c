package story

import (
	"encoding/binary"
	"math"
	"slices"
)

// unknown stands for a time or day that is not known.
const unknown = math.MinInt32

// none stands for no card and no story.
const none = math.MaxUint32

// A card is what the linker keeps of a report: numbers without a pointer,
// about 600 bytes with its lists.
type card struct {
	story uint32
	older uint32 // the report that came to the story before it, or none
	terms uint32 // place of the packed terms, in rising order
	runs  uint32 // place of the runs, packed by packRuns
	facts uint32 // place of the days, then the ages, then the signs
	id    uint32
	hour  int32 // of publication, since 1970, or unknown
	idLen uint16
	words uint16
	size  uint16   // of the packed runs, in bytes
	kept  [5]uint8 // how many terms, runs, days, ages and signs
	norms norms
	pin   bool // an editor put the report where it is
}

// norms are the lengths of a report's vector of terms: all of it, and the
// names, places, numbers and headline words in it.
type norms struct {
	all, names, places, numbers, head float32
}

// A sheet is a card laid open, or a report that has none yet.
type sheet struct {
	terms  []uint32  // packed, in rising order
	keys   []uint32  // of the terms as the Print orders them; only for a new report
	rarity []float32 // of each term; only for the report that is compared with others
	spots  []uint32  // of each term among the postings, or none
	heavy  []uint32  // positions of the terms that are searched for, heaviest first
	runs   []uint32
	packed []byte    // the runs, where they are not unpacked yet
	room   *[]uint32 // where to unpack them
	days   []int32
	ages   []int32
	signs  []int32
	norms  norms
	hour   int32
	words  int
	crowd  float32 // how alike the tenth nearest story is
	few    float32 // how few stories the desk holds
	self   uint32  // its own card, or none for a report that has none yet
}

// pack puts a term into 32 bits: 24 of its hash, then headline, kind, level.
func pack(t Term) uint32 {
	p := hash(foldTerm(t.Word))<<8 | uint32(t.Kind)<<5 | uint32(t.Level)
	if t.Head {
		p |= 1 << 7
	}
	return p
}

// key is the hash of a packed term.
func key(p uint32) uint32 { return p >> 8 }

// kind is the kind of a packed term.
func kind(p uint32) TermKind { return TermKind(p >> 5 & 3) }

// inHead reports whether a packed term stands in the headline.
func inHead(p uint32) bool { return p&(1<<7) != 0 }

// levels are the weights by level.
var levels = func() (w [32]float32) {
	for i := range w {
		w[i] = float32(weight(uint8(i)))
	}
	return w
}()

// open makes the sheet of a Print. The rarity of terms and the norms are
// filled in by the linker, which knows what is rare now.
func open(p *Print) sheet {
	s := sheet{self: none, runs: p.Runs, hour: unknown, words: p.Words}
	if t, ok := published(p.Published); ok {
		s.hour = int32(t.Unix() / 3600)
	}
	s.terms, s.keys = make([]uint32, len(p.Terms)), make([]uint32, len(p.Terms))
	for i, t := range p.Terms {
		s.terms[i] = pack(t)
		s.keys[i] = key(s.terms[i])
	}
	slices.Sort(s.terms)
	s.terms = slices.CompactFunc(s.terms, func(a, b uint32) bool { return key(a) == key(b) })
	for _, d := range p.Days {
		s.days = append(s.days, int32(d))
	}
	for _, a := range p.Ages {
		s.ages = append(s.ages, int32(a))
	}
	for _, x := range p.Signs {
		s.signs = append(s.signs, int32(x))
	}
	return s
}

// packRuns writes runs as the distances between them.
func packRuns(runs []uint32) []byte {
	out := make([]byte, 0, 2*len(runs))
	before := uint32(0)
	for _, h := range runs {
		out = binary.AppendUvarint(out, uint64(h-before))
		before = h
	}
	return out
}

// unpackRuns reads what packRuns wrote into dst.
func unpackRuns(dst []uint32, packed []byte) []uint32 {
	h := uint32(0)
	for len(packed) > 0 {
		step, n := binary.Uvarint(packed)
		if n <= 0 {
			return dst
		}
		h += uint32(step)
		dst = append(dst, h)
		packed = packed[n:]
	}
	return dst
}

// unpacked returns the runs of a sheet. Those of a card are good until the
// next card is unpacked.
func (s *sheet) unpacked() []uint32 {
	if s.room == nil {
		return s.runs
	}
	*s.room = unpackRuns((*s.room)[:0], s.packed)
	return *s.room
}
