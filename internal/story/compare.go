package story

import (
	"math"
	"slices"
)

// A trait is one way in which two reports are alike or not. The traits of two
// reports, weighed, say how likely it is that they tell of the same news.
type trait int

// The traits. Shares lie between 0 and 1.
const (
	sameWords trait = iota // cosine of all terms, weighed by rarity
	sameWordsSquared
	sameNames    // cosine of the names
	samePlaces   // cosine of what look like places
	otherPlaces  // both name places, and none is the same
	sameNumbers  // cosine of the numbers
	otherNumbers // both give numbers, and none is the same
	headInOther  // share of the one's headline that stands in the other: the larger
	headInBoth   // and the smaller
	sameHead     // share of headline words that stand in both headlines
	rarestName   // rarity of the rarest name that both have
	sameRuns     // share of the shorter one's runs that stand in the other
	sameAge      // an age stands in both
	otherAges    // both give ages, and none is the same
	sameDay      // both name the same day, first
	nearDay      // the first days named lie one day apart
	otherDays    // the first days named lie more than two days apart
	anyDay       // some day stands in both
	longAgo      // published more than a month apart, the first days named too, and no day is the same
	noDay        // one of them names no day
	gapDays      // days between the publications, on a scale of logarithms
	gapWeek      // they were published more than a week apart
	noTime       // the publication of one is not known
	short        // how short the shorter one is
	crowd        // how alike the first one's tenth nearest story is
	ofOneKind    // both are about one kind of incident
	otherKind    // both are about some kind, and none is the same
	sameHappened // both name one day on which it happened, or count back to it
	sameToll     // a count of dead or hurt stands in both
	otherToll    // both count the dead, and no count is the same
	alikeFar     // how parallel, where the days on which they happened are far apart
	alikeAnother // how parallel, where one is another of its kind
	alikeToll    // how parallel, where the counts of dead differ, weeks apart, and no day is the same
	alikeForce   // how parallel, where the strengths differ and no day is the same
	alikeAges    // how parallel, where the ages differ
	given        // the later one speaks of the incident as known: "the blast"
	dated        // both say when they were published
	traits       // their number
)

// FirstSign is the first of the traits that rest on signatures. They are
// weighed where a desk holds few stories: there neither rarity nor crowd tells
// look-alikes apart.
const FirstSign = int(ofOneKind)

// traitNames are the traits as they stand in the weights file.
var traitNames = [traits]string{
	sameWords:        "same-words",
	sameWordsSquared: "same-words-squared",
	sameNames:        "same-names",
	samePlaces:       "same-places",
	otherPlaces:      "other-places",
	sameNumbers:      "same-numbers",
	otherNumbers:     "other-numbers",
	headInOther:      "head-in-other",
	headInBoth:       "head-in-both",
	sameHead:         "same-head",
	rarestName:       "rarest-name",
	sameRuns:         "same-runs",
	sameAge:          "same-age",
	otherAges:        "other-ages",
	sameDay:          "same-day",
	nearDay:          "near-day",
	otherDays:        "other-days",
	anyDay:           "any-day",
	longAgo:          "long-ago",
	noDay:            "no-day",
	gapDays:          "gap-days",
	gapWeek:          "gap-week",
	noTime:           "no-time",
	short:            "short",
	ofOneKind:        "of-one-kind",
	otherKind:        "other-kind",
	sameHappened:     "same-happened",
	sameToll:         "same-toll",
	otherToll:        "other-toll",
	alikeFar:         "alike-far",
	alikeAnother:     "alike-another",
	alikeToll:        "alike-toll",
	alikeForce:       "alike-force",
	alikeAges:        "alike-ages",
	given:            "given",
	dated:            "dated",
	crowd:            "crowd",
}

// String returns the trait's name in the weights file.
func (t trait) String() string { return traitNames[t] }

// A likeness holds the traits of two reports.
type likeness [traits]float32

// runlessWords is the cosine up to which the runs are not even looked at: of
// two reports that share a tenth of their runs, none lies below it.
const runlessWords = 0.1

// compare finds the traits of two reports. The rarity of a's terms must be
// known.
func compare(a, b *sheet) likeness {
	var l likeness
	c := a.meet(b)
	l[sameWords] = cosine(c.all, a.norms.all, b.norms.all)
	l[sameWordsSquared] = l[sameWords] * l[sameWords]
	l[sameNames] = cosine(c.names, a.norms.names, b.norms.names)
	l[samePlaces] = cosine(c.places, a.norms.places, b.norms.places)
	l[sameNumbers] = cosine(c.numbers, a.norms.numbers, b.norms.numbers)
	l[otherPlaces] = yes(c.places == 0 && a.norms.places > 0 && b.norms.places > 0)
	l[otherNumbers] = yes(c.numbers == 0 && a.norms.numbers > 0 && b.norms.numbers > 0)
	inB, inA := share(c.headA, a.norms.head), share(c.headB, b.norms.head)
	l[headInOther], l[headInBoth] = max(inA, inB), min(inA, inB)
	l[sameHead] = cosine(c.heads, a.norms.head, b.norms.head)
	l[rarestName] = c.rarest / 10
	if l[sameWords] > runlessWords {
		l[sameRuns] = float32(carried(a.runs, b.unpacked()))
	}
	compareAges(&l, a, b)
	compareDays(&l, a, b)
	compareTimes(&l, a, b)
	l[crowd] = a.crowd
	compareSigns(&l, a, b)
	l[short] = 1 / (1 + float32(min(a.words, b.words))/100)
	return l
}

// A common is what two reports have in common: products of weights, by kind
// of term.
type common struct {
	all, names, places, numbers float32
	headA, headB, heads         float32 // words of a's headline in b, of b's in a, of both
	rarest                      float32
}

// meet runs over the terms that stand in both reports.
func (a *sheet) meet(b *sheet) common {
	var c common
	i, j := 0, 0
	for i < len(a.terms) && j < len(b.terms) {
		x, y := a.terms[i], b.terms[j]
		switch kx, ky := key(x), key(y); {
		case kx < ky:
			i++
		case kx > ky:
			j++
		default:
			c.add(x, y, a.rarity[i])
			i++
			j++
		}
	}
	return c
}

// add counts one term that stands in both.
func (c *common) add(x, y uint32, rarity float32) {
	square := rarity * rarity
	w := levels[x&31] * levels[y&31] * square
	c.all += w
	named := max(kind(x), kind(y))
	switch {
	case kind(x) == NumberTerm:
		c.numbers += w
	case named == NameTerm:
		c.names += w
		c.rarest = max(c.rarest, rarity)
	case named == PlaceTerm:
		c.names += w
		c.places += w
		c.rarest = max(c.rarest, rarity)
	}
	if inHead(x) {
		c.headA += levels[x&31] * levels[x&31] * square
	}
	if inHead(y) {
		c.headB += levels[y&31] * levels[y&31] * square
	}
	if inHead(x) && inHead(y) {
		c.heads += w
	}
}

// cosine is the product of two vectors over their lengths, at most 1: norms
// are as old as the card, so rarities may have changed since.
func cosine(product, a, b float32) float32 {
	if a <= 0 || b <= 0 {
		return 0
	}
	return min(1, product/(a*b))
}

// share is the part of a squared length.
func share(part, length float32) float32 {
	if length <= 0 {
		return 0
	}
	return min(1, part/(length*length))
}

// carried is the share of the runs of the report that has fewer of them that
// stand in the other.
func carried(a, b []uint32) float64 {
	both, inA, inB := shared(a, b)
	if least := min(inA, inB); least > 0 {
		return float64(both) / float64(least)
	}
	return 0
}

// yes is 1 for true.
func yes(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

func compareAges(l *likeness, a, b *sheet) {
	if len(a.ages) == 0 || len(b.ages) == 0 {
		return
	}
	same := meets(a.ages, b.ages)
	l[sameAge], l[otherAges] = yes(same), yes(!same)
}

// meets reports whether two short lists share a value.
func meets(a, b []int32) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

func compareDays(l *likeness, a, b *sheet) {
	if len(a.days) == 0 || len(b.days) == 0 {
		l[noDay] = 1
		return
	}
	l[anyDay] = yes(meets(a.days, b.days))
	switch d := a.days[0] - b.days[0]; {
	case d == 0:
		l[sameDay] = 1
	case d == 1 || d == -1:
		l[nearDay] = 1
	case d > 2 || d < -2:
		l[otherDays] = 1
	}
}

// month is the number of days from which on two reports of different days are
// taken to tell of different times.
const month = 30

func compareTimes(l *likeness, a, b *sheet) {
	if a.hour == unknown || b.hour == unknown {
		l[noTime] = 1
		return
	}
	days := math.Abs(float64(a.hour)-float64(b.hour)) / 24
	l[gapDays] = float32(math.Log2(1+days) / 8)
	l[gapWeek] = yes(days > 7)
	if len(a.days) > 0 && len(b.days) > 0 {
		between := math.Abs(float64(a.days[0]) - float64(b.days[0]))
		l[longAgo] = yes(days > month && between > month && !meets(a.days, b.days))
	}
}

// A match says how the signs of one tag stand in two reports.
type match int

const (
	missing match = iota // one of them has none
	equal
	differing
)

// compareSigns compares two signatures.
//
// What conflicts counts as far as the texts run parallel: two accounts of one
// incident that share most of their words share its particulars, while a later
// turn shares few words and gives particulars of its own.
func compareSigns(l *likeness, a, b *sheet) {
	kinds := matchSigns(a, b, kindSign)
	l[ofOneKind], l[otherKind] = yes(kinds == equal), yes(kinds == differing)
	same, far := matchHappened(a, b)
	killed, injured := matchSigns(a, b, killedSign), matchSigns(a, b, injuredSign)
	l[sameHappened] = yes(same)
	l[sameToll] = yes(killed == equal || injured == equal)
	l[otherToll] = yes(killed == differing)
	l[given] = l[ofOneKind] * yes(a.has(givenSign))
	l[dated] = 1 - l[noTime]
	alike := 4 * max(0, l[sameWords]-parallel)
	l[alikeFar] = alike * yes(far)
	l[alikeAnother] = alike * yes(another(a, b))
	l[alikeToll] = alike * l[otherToll] * l[gapWeek] * (1 - max(l[sameHappened], l[anyDay]))
	l[alikeForce] = alike * yes(matchSigns(a, b, magnitudeSign) == differing) * (1 - max(l[sameHappened], l[anyDay]))
	l[alikeAges] = alike * alike * yes(matchSigns(a, b, ageSign) == differing)
}

// parallel is the cosine from which on two texts run parallel: half of the
// later turns of the stories that training knows lie below it.
const parallel = 0.25

// conflicts reports whether particulars of two parallel texts conflict.
func (l *likeness) conflicts() bool {
	return slices.ContainsFunc(l[alikeFar:alikeAges+1], func(x float32) bool { return x > 0 })
}

// another reports whether the later one of two reports says that its incident
// is not the first of its kind, and the earlier one does not.
func another(a, b *sheet) bool {
	if a.hour < b.hour {
		a, b = b, a
	}
	return a.has(anotherSign) && !b.has(anotherSign)
}

// has reports whether a signature holds a tag.
func (s *sheet) has(tag int) bool {
	return slices.ContainsFunc(s.signs, func(x int32) bool { return sign(x).tag() == tag })
}

// matchSigns compares the values of one tag.
func matchSigns(a, b *sheet, tag int) match {
	inA, inB, both := false, false, false
	for _, x := range a.signs {
		inA = inA || sign(x).tag() == tag
	}
	for _, y := range b.signs {
		if sign(y).tag() == tag {
			inB = true
			both = both || slices.Contains(a.signs, y)
		}
	}
	switch {
	case both:
		return equal
	case inA && inB:
		return differing
	}
	return missing
}

// How many days two accounts of one incident may give it apart: as named,
// counted back in days, and in weeks or months.
var reaches = [...]int{daySign: 0, backSign: 1, roughSign: 5}

// farDays is the number of days from which on two incidents are not one.
const farDays = 3

// matchHappened compares the days on which the incidents happened.
func matchHappened(a, b *sheet) (same, far bool) {
	named := 0
	far = true
	for _, x := range a.signs {
		tx := sign(x).tag()
		if tx < daySign || tx > roughSign {
			continue
		}
		for _, y := range b.signs {
			ty := sign(y).tag()
			if ty < daySign || ty > roughSign {
				continue
			}
			apart := sign(x).value() - sign(y).value()
			apart = max(apart, -apart)
			same = same || apart <= max(reaches[tx], reaches[ty])
			if tx == daySign && ty == daySign {
				named++
				far = far && apart >= farDays
			}
		}
	}
	return same, far && named > 0
}
