package role

// A Guess is what the first pass made of a document; the second pass sees it
// beside the words.
type Guess struct {
	labels []Label
	sure   []uint8 // how probable the label is, in four steps
	run    []int32 // index into runs of each token's run, -1 outside
	runs   []Run
	before []int32  // index of the last run that ends before each token, -1 for none
	order  []uint32 // by sentence: the order of roles in it
}

// NewGuess prepares the labels of a first pass, p being the probability of
// each.
func (v *View) NewGuess(labels []Label, p []float32) *Guess {
	g := &Guess{labels: labels, runs: Runs(labels, p)}
	g.sure = make([]uint8, len(labels))
	for i, x := range p {
		switch {
		case x > 0.95:
			g.sure[i] = 3
		case x > 0.8:
			g.sure[i] = 2
		case x > 0.6:
			g.sure[i] = 1
		}
	}
	g.run, g.before = make([]int32, len(labels)), make([]int32, len(labels))
	g.order = make([]uint32, len(v.sentences)+1)
	last := int32(-1)
	for i := range labels {
		g.run[i], g.before[i] = -1, last
		if n := int(last) + 1; n < len(g.runs) && g.runs[n].First <= i {
			g.run[i] = int32(n)
			if g.runs[n].Last == i+1 {
				last = int32(n)
			}
		}
	}
	for _, r := range g.runs {
		if s := v.words[r.First].sentence; s >= 0 {
			g.order[s] = mix(g.order[s], uint32(r.Role)+1)
		}
	}
	return g
}

// Runs returns the runs of the guess.
func (g *Guess) Runs() []Run { return g.runs }

func (g *Guess) label(i int) uint32 {
	if i < 0 || i >= len(g.labels) {
		return 15
	}
	return uint32(g.labels[i])
}

// runAt returns the run with that index, or one of no role.
func (g *Guess) runAt(k int32) Run {
	if k < 0 || int(k) >= len(g.runs) {
		return Run{First: -1, Last: -1}
	}
	return g.runs[k]
}

// LaterFeatures appends the features of token i for a pass after the first (1,
// 2, ...): those of the first and those that the guess adds.
func (v *View) LaterFeatures(i, pass int, g *Guess, out []uint32) []uint32 {
	return v.guessFeatures(i, pass, g, v.Features(i, out))
}

// guessFeatures appends what the guess adds. Its templates are numbered from
// 1000 for the second pass, 2000 for the third, so that no pass has weights for
// those of another.
func (v *View) guessFeatures(i, pass int, g *Guess, out []uint32) []uint32 {
	b := &builder{out: out, next: uint32(1000 * pass)}
	w := v.at(i)
	own, p, n := g.label(i), g.label(i-1), g.label(i+1)
	b.add2(own, uint32(g.sure[i]))
	b.add3(p, own, n)
	b.add3(g.label(i-2), p, own)
	b.add3(own, n, g.label(i+2))
	b.add2(own, w.lower)
	b.add3(own, p, w.xpos)
	b.add3(own, v.at(i+1).lower, n)
	b.add3(own, v.at(i-1).lower, p)
	r := g.runAt(g.run[i])
	left := g.runAt(g.before[i])
	next := g.before[i] + 1
	if g.run[i] >= 0 {
		next++
	}
	right := g.runAt(next)
	dl, dr := v.gapBetween(left.Last-1, i), v.gapBetween(i, right.First)
	b.add3(own, uint32(left.Role), dl)
	b.add3(own, uint32(right.Role), dr)
	b.add3(own, uint32(left.Role)<<4|uint32(right.Role), dl<<4|dr)
	b.add3(own, v.at(left.First).cueLemma, uint32(left.Role))
	b.add3(own, v.at(right.First).cueLemma, uint32(right.Role))
	b.add3(own, uint32(g.runAt(g.before[i]-1).Role)<<4|uint32(g.runAt(next+1).Role), uint32(left.Role)<<4|uint32(right.Role))
	if s := w.sentence; s >= 0 {
		b.add2(own, g.order[s])
		b.add2(own, bucketed(v.sentences[s].last-1-i))
		b.add3(own, g.order[max(s-1, 0)], bit(v.sentences[s].opens))
	} else {
		b.next += 3
	}
	if r.Role == None {
		b.next += 6
	} else {
		b.add3(own, uint32(bucket(i-r.First)), uint32(bucket(r.Last-1-i)))
		b.add3(own, v.at(r.First).lower, bit(i == r.First))
		b.add3(own, v.at(r.Last-1).lower, bit(i == r.Last-1))
		b.add3(own, v.at(r.Last).lower, uint32(bucket(r.Last-1-i)))
		b.add3(own, v.at(r.First-1).lower, uint32(bucket(i-r.First)))
		b.add3(own, bit(v.words[r.First].sentence == v.words[r.Last-1].sentence), uint32(w.quote))
	}
	if w.quotation >= 0 {
		q := &v.quotes[w.quotation]
		b.add3(own, g.label(q.first), g.label(q.last-1))
		b.add3(uint32(w.quote), g.label(q.first-1), g.label(q.last))
	}
	return b.out
}

func bucketed(n int) uint32 { return uint32(bucket(n)) }

// gapBetween is the bucketed number of tokens between i and k, 15 across
// paragraphs or where one of them is missing.
func (v *View) gapBetween(i, k int) uint32 {
	if i < 0 || k < 0 || !v.sameParagraph(i, k) {
		return 15
	}
	return uint32(bucket(k - i))
}
