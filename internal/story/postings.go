package story

// mostPostings is the number of reports that are kept under one term: the
// newest. With 400 the prototype linked a million live reports as fast as a
// hundred thousand; a report that only common words would find is found by
// its rare ones.
const mostPostings = 256

// Postings say in how many reports a term stands, and which are the newest for
// which it is one of the heavy ones.
type postings struct {
	keys  table
	lists slab[posting]
	cards slab[uint32]
	free  [9][]uint32 // places of lists that were outgrown, by class
}

// A posting is what is known of one term. Its cards are a ring of 1<<class
// places; total counts the cards that ever stood there.
type posting struct {
	seen  uint32
	prior float32 // the documents that hold it in the background
	at    uint32
	total uint32
	class int8 // -1 before the first card
}

// find returns where a term stands among the postings, or none.
func (p *postings) find(key uint32) uint32 {
	if i, ok := p.keys.get(key); ok {
		return i
	}
	return none
}

// open makes room for a term that has none.
func (p *postings) open(key uint32) uint32 {
	i := p.lists.place(1)
	*p.lists.one(i) = posting{class: -1, prior: prior(key)}
	p.keys.set(key, i)
	return i
}

// newest returns the cards under a term, in no particular order.
func (p *postings) newest(i uint32) []uint32 {
	if i == none || p.lists.one(i).class < 0 {
		return nil
	}
	x := p.lists.one(i)
	return p.cards.at(x.at, min(int(x.total), 1<<x.class))
}

// add puts a card under a term.
func (p *postings) add(i, card uint32) {
	x := p.lists.one(i)
	if x.class < 0 || x.total == 1<<x.class && 1<<x.class < mostPostings {
		p.widen(x)
	}
	p.cards.at(x.at, 1<<x.class)[x.total%(1<<x.class)] = card
	x.total++
}

// widen doubles the ring of a term that is full for the first time.
func (p *postings) widen(x *posting) {
	at := p.reserve(x.class + 1)
	if x.class >= 0 {
		old := p.cards.at(x.at, 1<<x.class)
		copy(p.cards.at(at, len(old)), old)
		p.free[x.class] = append(p.free[x.class], x.at)
	}
	x.at = at
	x.class++
}

// reserve finds room for a ring of a class.
func (p *postings) reserve(class int8) uint32 {
	if n := len(p.free[class]); n > 0 {
		at := p.free[class][n-1]
		p.free[class] = p.free[class][:n-1]
		return at
	}
	return p.cards.place(1 << class)
}
