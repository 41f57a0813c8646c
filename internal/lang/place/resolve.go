package place

import (
	_ "embed"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed model/senses.txt
var sensesFile []byte

// evidence are the names of what speaks for a candidate, in the order of a
// weighing. The weights are those of a conditional logit, made by
// internal/train/toponym.
var evidence = []string{
	"size", "region", "country", "division", "county", "town", "quarter", "seat", "capital", "namesake",
	"near", "division named", "in one division", "country named", "in one country", "outlet country", "outlet near",
	"state", "same part of the world",
}

// A weighing is the evidence for one candidate.
type weighing [19]float64

var senseWeights = sync.OnceValue(func() (w weighing) {
	for _, e := range lexicon.Parse(sensesFile) {
		if i := slices.Index(evidence, e[0]); i >= 0 {
			w[i], _ = strconv.ParseFloat(e.Field(1), 64)
		}
	}
	return w
})

func (w *weighing) times(v *weighing) float64 {
	sum := 0.0
	for i := range w {
		sum += w[i] * v[i]
	}
	return sum
}

// A sense is one name of the report with its candidates: all spots of a name
// mean the same place, unless one is qualified or narrowed.
type sense struct {
	records []int
	weights []weighing
	likely  []float64 // the probability of each record
	count   int
	spots   []int
}

// passes is how often the senses are weighed against each other. A third pass
// changes one place in a thousand.
const passes = 3

// resolve chooses a record for each spot: the candidates of each name are
// weighed by what they are and by how well they go with what the other names
// probably mean.
func resolve(g *gazetteer, report *wiredesk.Report, spots []spot) {
	senses := gather(g, spots)
	w := senseWeights()
	weigh(g, senses, hints(g, report, w), w)
	for _, s := range senses {
		best := argmax(s.likely)
		if stray(&s, best, len(senses)) {
			continue
		}
		for _, k := range s.spots {
			spots[k].chosen = s.records[best]
		}
	}
	qualifiers(g, spots)
	namesakes(g, spots)
}

const (
	// strayTown is the logarithm of people (100,000) below which a place may be a stray.
	strayTown = 11.5
	// strayContext is how many names a report must have for that.
	strayContext = 4
	// strayNear is the evidence of the same part of the world below which none lies there.
	strayNear = 0.1
)

// stray reports whether what was chosen is a small place far from all that the
// report names, in a country of which it names nothing else. The words then
// mean a place that the gazetteer lacks, or none: unknown is said, not
// guessed.
func stray(s *sense, best, names int) bool {
	v := &s.weights[best]
	far := v[11]+v[12]+v[13]+v[14] == 0 && v[18] < strayNear
	return names >= strayContext && far && v[0] < strayTown && v[1]+v[2] == 0
}

// weigh works out how likely each candidate is.
func weigh(g *gazetteer, senses, hints []sense, w weighing) {
	for k := range senses {
		senses[k].start(g, &w)
	}
	for range passes {
		c := newContext(g, senses)
		h := newContext(g, hints)
		for k := range senses {
			s := &senses[k]
			for i := range s.records {
				c.weigh(s, i, k, h)
			}
		}
		for k := range senses {
			senses[k].update(&w)
		}
	}
}

// start gives each candidate its evidence without context.
func (s *sense) start(g *gazetteer, w *weighing) {
	s.weights = make([]weighing, len(s.records))
	s.likely = make([]float64, len(s.records))
	for i, r := range s.records {
		v := &s.weights[i]
		v[0] = float64(g.sizes[r]) / 10
		v[1+g.kinds[r]] = 1
		if g.namesake(r, s.records) {
			v[9] = 1
		}
		if Kind(g.kinds[r]) == Division && federal[g.alpha2(r)] {
			v[17] = 1
		}
	}
	s.update(w)
}

// federal are the countries whose states and provinces are named in the news
// without their country.
var federal = map[string]bool{"US": true, "CA": true, "AU": true, "GB": true}

// update turns the evidence into probabilities.
func (s *sense) update(w *weighing) {
	top, sum := math.Inf(-1), 0.0
	for i := range s.weights {
		s.likely[i] = w.times(&s.weights[i])
		top = max(top, s.likely[i])
	}
	for i := range s.likely {
		s.likely[i] = math.Exp(s.likely[i] - top)
		sum += s.likely[i]
	}
	for i := range s.likely {
		s.likely[i] /= sum
	}
}

// gather makes the senses of the spots; a qualified or narrowed spot tells
// what the others of its name mean, unless it has another meaning.
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
		if ok {
			shared := both(senses[i].records, records)
			ok = len(shared) > 0
			if ok {
				senses[i].records = shared
			}
		}
		if !ok {
			i = len(senses)
			senses = append(senses, sense{records: records})
			at[s.key] = i
		}
		senses[i].count++
		senses[i].spots = append(senses[i].spots, k)
	}
	return senses
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

// both returns the records that are in both lists.
func both(a, b []int) []int {
	var out []int
	for _, x := range a {
		if slices.Contains(b, x) {
			out = append(out, x)
		}
	}
	return out
}

// namesakeSize is the size from which a town that is no seat gives its name to
// a division: some 160,000 people. New York is not the seat of New York.
const namesakeSize = 120

// namesake reports whether the record is a division, and a seat or capital of
// the same country or a large town in it bears its name: without a noun beside
// it the name is the town's.
func (g *gazetteer) namesake(division int, records []int) bool {
	if k := Kind(g.kinds[division]); k != Division && k != County {
		return false
	}
	for _, r := range records {
		if Kind(g.kinds[r]) >= Seat && g.countryOf(r) == g.countryOf(division) ||
			Kind(g.kinds[r]) == Town && g.sizes[r] >= namesakeSize && g.divisionOf(r) == division {
			return true
		}
	}
	return false
}

// hints returns what the names of the outlet and of the dateline may mean.
// They are no places of the report, only where its readers and reporters are.
func hints(g *gazetteer, report *wiredesk.Report, w weighing) []sense {
	var out []sense
	add := func(name string) bool {
		from, to := g.lookup(Fold(name))
		records := g.fitting(from, to, name)
		if len(records) == 0 {
			return false
		}
		s := sense{records: records, count: 1}
		s.start(g, &w)
		out = append(out, s)
		return true
	}
	if report.Dateline != nil {
		add(string(report.Dateline.Place))
	}
	words := strings.Fields(string(report.Outlet))
	for i := 0; i < min(len(words), maxOutletWords); i++ {
		for n := min(3, len(words)-i); n > 0; n-- {
			if name := strings.Join(words[i:i+n], " "); !common()[Fold(name)] && add(name) {
				i += n - 1
				break
			}
		}
	}
	return out
}

// maxOutletWords bounds how much of an outlet's name is looked at.
const maxOutletWords = 8

// argmax returns the index of the largest number, the first of equals.
func argmax(numbers []float64) int {
	best := 0
	for i, n := range numbers {
		if n > numbers[best] {
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

// namesakes makes a division the town of its name where an apposition says
// that a town is meant: "Homs, Syria's third largest city".
func namesakes(g *gazetteer, spots []spot) {
	for k := range spots {
		s := &spots[k]
		if !s.town || s.chosen < 0 || Kind(g.kinds[s.chosen]) >= Town {
			continue
		}
		for _, r := range s.records {
			if Kind(g.kinds[r]) >= Town && g.contains(s.chosen, r) {
				s.chosen = r
				break
			}
		}
	}
}
