package story

// mostPostings is the number of reports that are kept under one term: the
// newest. With 400 the prototype linked a million live reports as fast as a
// hundred thousand; a report that only common words would find is found by
// its rare ones.
const mostPostings = 256

// Postings say under which key which reports stand, the newest only, and
// under how many the key stood in all.
type postings struct {
	keys  table
	lists slab[posting]
	cards slab[uint32]
	free  [9][]uint32 // places of lists that were outgrown, by class
}

// A posting is the list under one key: a ring of 1<<class cards.
type posting struct {
	at    uint32
	total uint32
	class uint8
}

// seen returns under how many reports a key stood.
func (p *postings) seen(key uint32) int {
	i, ok := p.keys.get(key)
	if !ok {
		return 0
	}
	return int(p.lists.one(i).total)
}

// newest returns the cards under a key in no particular order, and their
// number in all.
func (p *postings) newest(key uint32) ([]uint32, int) {
	i, ok := p.keys.get(key)
	if !ok {
		return nil, 0
	}
	x := p.lists.one(i)
	return p.cards.at(x.at, min(int(x.total), 1<<x.class)), int(x.total)
}

// add puts a card under a key.
func (p *postings) add(key, card uint32) {
	i, ok := p.keys.get(key)
	if !ok {
		i = p.lists.place(1)
		*p.lists.one(i) = posting{at: p.reserve(0)}
		p.keys.set(key, i)
	}
	x := p.lists.one(i)
	if x.total == 1<<x.class && 1<<x.class < mostPostings {
		old := p.cards.at(x.at, 1<<x.class)
		at := p.reserve(x.class + 1)
		copy(p.cards.at(at, len(old)), old)
		p.free[x.class] = append(p.free[x.class], x.at)
		x.at, x.class = at, x.class+1
	}
	p.cards.at(x.at, 1<<x.class)[x.total%(1<<x.class)] = card
	x.total++
}

// reserve finds room for a list of a class.
func (p *postings) reserve(class uint8) uint32 {
	if n := len(p.free[class]); n > 0 {
		at := p.free[class][n-1]
		p.free[class] = p.free[class][:n-1]
		return at
	}
	return p.cards.place(1 << class)
}
