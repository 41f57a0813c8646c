package place

import (
	"math"
	"slices"

	"wiredesk"
)

// The weights of what speaks for a candidate, against the logarithm of its
// population (7 for a village, 16 for a metropolis).
const (
	weightQualified = 20.0 // "Paris, Texas"
	weightNear      = 3.0  // other places of the report lie near
	weightDivision  = 4.0  // the report names the division by itself
	weightCountry   = 4.0  // the report names the country by itself
	weightOutlet    = 2.0  // the outlet's name or the dateline points there
)

// bonus is what a kind adds: people who write "Mexico" or "Georgia" without
// more mean the country or state, and "New York" the city.
var bonus = map[Kind]float64{Region: 6, Country: 6, Division: 1, County: -3, Quarter: -4, Seat: 1, Capital: 5}

// nearScale is the distance in kilometres over which nearness fades.
const nearScale = 150

// A sense is one name of the report with its candidates: all spots of a name
// mean the same place, unless one is qualified.
type sense struct {
	records []int
	priors  []float64 // by record, before the context counts
	scores  []float64
	count   int
	spots   []int
}

// resolve chooses a record for each spot.
func resolve(g *gazetteer, report *wiredesk.Report, spots []spot) {
	senses := gather(g, spots)
	context := named(g, senses)
	for pass := 0; pass < 2; pass++ {
		best := make([]int, len(senses))
		for k := range senses {
			best[k] = argmax(senses[k].scores)
		}
		for k := range senses {
			score(g, senses, best, k, context)
		}
	}
	for _, s := range senses {
		if i := argmax(s.scores); i >= 0 {
			for _, k := range s.spots {
				spots[k].chosen = s.records[i]
			}
		}
	}
	qualifiers(g, spots)
}

// gather makes the senses of the spots; qualified spots are senses of their
// own, by name and container.
func gather(g *gazetteer, spots []spot) []sense {
	var senses []sense
	at := map[string]int{}
	for k := range spots {
		s := &spots[k]
		records := s.records
		if len(s.containers) > 0 {
			records = g.inside(s.containers, records)
		}
		i, ok := at[s.key]
		if ok && len(s.containers) > 0 && len(g.common(senses[i].records, records)) > 0 {
			senses[i].records = g.common(senses[i].records, records)
		} else if ok && len(g.common(senses[i].records, records)) == 0 {
			ok = false
		}
		if !ok {
			i = len(senses)
			senses = append(senses, sense{records: records})
			at[s.key] = i
		}
		senses[i].count++
		senses[i].spots = append(senses[i].spots, k)
	}
	for k := range senses {
		s := &senses[k]
		for _, r := range s.records {
			s.priors = append(s.priors, g.prior(r)-g.namesake(r, s.records))
		}
		s.scores = slices.Clone(s.priors)
	}
	return senses
}

// namesakePenalty is taken from a division whose seat bears its name: without
// a noun beside it the name is the town's.
const namesakePenalty = 6

// namesake returns the penalty if a large town among the candidates lies in
// the division and gave it its name.
func (g *gazetteer) namesake(division int, records []int) float64 {
	if Kind(g.kinds[division]) != Division {
		return 0
	}
	for _, r := range records {
		if Kind(g.kinds[r]) >= Seat && g.divisionOf(r) == division {
			return namesakePenalty
		}
	}
	return 0
}

// inside returns the records that one of the containers contains.
func (g *gazetteer) inside(containers, records []int) []int {
	var out []int
	for _, r := range records {
		for _, c := range containers {
			if g.contains(c, r) {
				out = append(out, r)
				break
			}
		}
	}
	return out
}

// common returns the records that are in both lists.
func (g *gazetteer) common(a, b []int) []int {
	var out []int
	for _, x := range a {
		for _, y := range b {
			if x == y {
				out = append(out, x)
				break
			}
		}
	}
	return out
}

// prior is how likely a record is meant without any context.
func (g *gazetteer) prior(record int) float64 {
	return float64(g.sizes[record])/10 + bonus[Kind(g.kinds[record])]
}

// named returns how often the report names each country and division by
// itself, counted by the largest candidate of each name.
func named(g *gazetteer, senses []sense) map[int]float64 {
	out := map[int]float64{}
	for _, s := range senses {
		i := argmax(s.scores)
		if k := Kind(g.kinds[s.records[i]]); k == Country || k == Division {
			out[s.records[i]] += float64(s.count)
		}
	}
	return out
}

// score works out the scores of sense k, with the best candidates of the
// others as its context.
func score(g *gazetteer, senses []sense, best []int, k int, context map[int]float64) {
	s := &senses[k]
	for i, r := range s.records {
		near := 0.0
		for o := range senses {
			if o == k || Kind(g.kinds[senses[o].records[best[o]]]) < County {
				continue
			}
			other := senses[o].records[best[o]]
			near += math.Exp(-g.distance(r, other) / nearScale)
		}
		s.scores[i] = s.priors[i] + weightNear*math.Log1p(near)
		if d := g.divisionOf(r); d >= 0 && d != r && context[d] > 0 {
			s.scores[i] += weightDivision
		}
		if c := g.countryOf(r); c >= 0 && c != r && context[c] > 0 {
			s.scores[i] += weightCountry
		}
	}
}

// argmax returns the index of the largest score, the first of equals.
func argmax(scores []float64) int {
	best := -1
	for i, s := range scores {
		if best < 0 || s > scores[best] {
			best = i
		}
	}
	return best
}

// qualifiers makes each state or country behind a comma the one that contains
// what stands before it.
func qualifiers(g *gazetteer, spots []spot) {
	for _, s := range spots {
		if s.qualifier < 0 || s.chosen < 0 {
			continue
		}
		q := &spots[s.qualifier]
		for _, r := range q.records {
			if g.contains(r, s.chosen) {
				q.chosen = r
				break
			}
		}
	}
}
