package name

import (
	"wiredesk/internal/lang/linear"
)

var commaHash, ofHash = linear.Hash(","), linear.Hash("of")

// edge stands for the words before and after a sentence.
var edge = word{exact: 1, lower: 1, shape: 1, tag: 1}

// A row is filled with features by number: each is the mix of its template's
// number with what fills it.
type template uint64

// features adds the rows of one sentence.
func (r *reader) features(sentence int) {
	s := r.sentences[sentence]
	words := r.words[s.First:s.Last]
	r.rows.Reset()
	setting := uint64(r.cases[sentence])
	for i := range words {
		r.wordFeatures(words, i, setting)
		r.spaceFeatures(words, i)
		r.listFeatures(words, i)
		r.runFeatures(words, i)
		r.reportFeatures(&words[i], opens(words, i) || setting != 0)
		r.rows.End()
	}
}

// at returns word i, or the edge outside the sentence.
func at(words []word, i int) *word {
	if i < 0 || i >= len(words) {
		return &edge
	}
	return &words[i]
}

func (r *reader) add(t template, value uint64) {
	r.rows.Add(linear.Mix(uint64(t), value))
}

// wordFeatures are the words, affixes, shapes, tags and clusters around i.
func (r *reader) wordFeatures(words []word, i int, setting uint64) {
	w, p, n, pp, nn := at(words, i), at(words, i-1), at(words, i+1), at(words, i-2), at(words, i+2)
	r.add(1, 0)
	r.add(2, w.exact)
	r.add(3, w.lower)
	r.add(4, p.lower)
	r.add(5, n.lower)
	r.add(6, pp.lower)
	r.add(7, nn.lower)
	r.add(8, linear.Mix(p.lower, w.lower))
	r.add(9, linear.Mix(w.lower, n.lower))
	r.add(10, w.shape)
	r.add(11, linear.Mix(p.shape, w.shape))
	r.add(12, linear.Mix(w.shape, n.shape))
	r.add(13, linear.Mix(linear.Mix(p.shape, w.shape), n.shape))
	for k, a := range w.affix {
		if a != 0 {
			r.add(14+template(k), linear.Mix(a, bit(w.capital)))
		}
	}
	r.add(20, linear.Mix(w.tag, w.shape))
	r.add(21, p.tag)
	r.add(22, n.tag)
	r.add(23, linear.Mix(linear.Mix(p.tag, w.tag), n.tag))
	r.add(24, linear.Mix(setting, w.shape))
	first := uint64(0)
	if i == 0 {
		first = 1
	}
	r.add(25, first*2+bit(w.capital))
	if w.fine != 0 {
		r.add(26, w.fine)
		r.add(27, w.coarse)
	}
	r.add(28, p.fine)
	r.add(29, n.fine)
	r.add(30, linear.Mix(p.coarse, w.coarse))
	r.add(31, linear.Mix(w.coarse, n.coarse))
	r.add(32, linear.Mix(linear.Mix(p.coarse, w.shape), n.coarse))
	r.add(33, linear.Mix(pp.shape, linear.Mix(p.lower, w.shape)))
	r.add(36, linear.Mix(pp.lower, linear.Mix(p.lower, bit(w.capital))))
	if p.affix[3] != 0 {
		r.add(34, p.affix[3])
	}
	if n.affix[3] != 0 {
		r.add(35, n.affix[3])
	}
}

// spaceFeatures are the classes of the words around i by their vectors.
func (r *reader) spaceFeatures(words []word, i int) {
	w, p, n := at(words, i), at(words, i-1), at(words, i+1)
	r.add(80, linear.Mix(w.near, bit(w.capital)))
	r.add(81, linear.Mix(w.broad, w.shape))
	r.add(82, p.near)
	r.add(83, n.near)
	r.add(84, linear.Mix(linear.Mix(p.broad, w.broad), bit(w.capital)))
	r.add(85, linear.Mix(linear.Mix(w.broad, n.broad), bit(w.capital)))
	r.add(86, linear.Mix(linear.Mix(p.broad, w.shape), n.broad))
}

// listFeatures are the lists in which the word, its neighbours and the phrase
// around it stand.
func (r *reader) listFeatures(words []word, i int) {
	w, p, n := at(words, i), at(words, i-1), at(words, i+1)
	if w.kinds != 0 {
		r.add(40, uint64(w.kinds))
		for k := range kinds {
			if w.kinds&(1<<k) != 0 {
				r.add(41, uint64(k)*2+bit(w.capital))
				r.add(42, linear.Mix(uint64(k), n.shape))
				r.add(43, linear.Mix(uint64(k), p.shape))
			}
		}
	}
	r.add(44, linear.Mix(uint64(p.kinds), w.shape))
	r.add(45, linear.Mix(uint64(n.kinds), w.shape))
	r.add(49, linear.Mix(uint64(p.kinds), linear.Mix(uint64(w.kinds), bit(p.capital)<<1|bit(w.capital))))
	if w.listed.place != 0 {
		for k := range kinds {
			if w.listed.kinds&(1<<k) != 0 {
				r.add(46, uint64(k)<<8|uint64(w.listed.place))
			}
		}
		r.add(47, linear.Mix(uint64(w.listed.kinds), uint64(w.listed.place)))
		r.add(48, linear.Mix(uint64(w.listed.kinds), p.lower))
	}
}

// runFeatures describe the run of capitalised words, with small links between
// them, that word i stands in: what stands before and after it, how long it
// is, its first and last word.
func (r *reader) runFeatures(words []word, i int) {
	if !words[i].capital {
		return
	}
	first, last := i, i
	for first > 0 && (words[first-1].capital || first > 1 && words[first-1].link && words[first-2].capital && i-first < longestRun) {
		first--
	}
	for last+1 < len(words) && (words[last+1].capital || last+2 < len(words) && words[last+1].link && words[last+2].capital && last-i < longestRun) {
		last++
	}
	before, after := &edge, &edge
	if first > 0 {
		before = &words[first-1]
	}
	if last+1 < len(words) {
		after = &words[last+1]
	}
	place := uint64(min(i-first, 3))<<4 | uint64(min(last-i, 3))
	r.add(50, place)
	r.add(51, linear.Mix(before.lower, place))
	r.add(52, linear.Mix(after.lower, place))
	r.add(53, linear.Mix(before.coarse, after.coarse))
	r.add(54, linear.Mix(words[last].lower, place))
	r.add(55, linear.Mix(words[first].lower, place))
	r.add(56, linear.Mix(uint64(words[last].kinds), place))
	r.add(57, linear.Mix(uint64(words[first].kinds), place))
	r.add(58, linear.Mix(words[last].coarse, place))
	r.add(59, linear.Mix(words[first].coarse, place))
	r.add(62, linear.Mix(words[last].broad, place))
	r.add(63, linear.Mix(words[first].broad, place))
	r.add(64, linear.Mix(before.broad, after.broad))
	r.add(60, before.fine)
	r.add(61, after.fine)
}

// longestRun bounds how far a run is followed through links, so that the cost
// of a text stays in proportion to its length.
const longestRun = 12

// reportFeatures are what the rest of the report shows of the word.
func (r *reader) reportFeatures(w *word, unsure bool) {
	if !w.capital {
		return
	}
	e := &r.evidence[w.id]
	u := bit(unsure)
	r.add(70, u|min3(e.small)<<1|min3(e.capital)<<3)
	for k := range cues {
		if e.cues&(1<<k) != 0 {
			r.add(71, uint64(k))
		}
	}
	r.add(72, uint64(e.cues))
	r.add(73, linear.Mix(uint64(e.cues), w.coarse))
}

func min3(n int32) uint64 { return uint64(min(n, 3)) }

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
