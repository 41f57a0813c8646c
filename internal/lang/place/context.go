package place

import "math"

const (
	// maxContext bounds the names that are weighed against each other: the
	// first of a long report tell where it plays.
	maxContext = 40
	// minLikely is the probability below which a candidate of another name is
	// no context.
	minLikely = 0.03
	// nearScale is the distance in kilometres over which nearness fades, and
	// farScale that over which two places are in the same part of the world.
	nearScale = 100
	farScale  = 1000
)

// A point is a probable meaning of one of the names.
type point struct {
	sense   int
	x, y, z float64 // on the unit sphere
	likely  float64
	wide    bool // a division or country: no point to be near to
}

// A context is what the names of a report probably mean, taken together.
type context struct {
	g         *gazetteer
	points    []point
	divisions map[int]*[2]float64 // by record: named itself, by what lies in it
	countries map[int]*[2]float64
}

func newContext(g *gazetteer, senses []sense) *context {
	c := &context{g: g, divisions: map[int]*[2]float64{}, countries: map[int]*[2]float64{}}
	for k := range senses {
		if k >= maxContext {
			break
		}
		s := &senses[k]
		for i, r := range s.records {
			if s.likely[i] >= minLikely {
				c.count(k, r, s.likely[i])
			}
		}
	}
	return c
}

// count adds one probable meaning of name k.
func (c *context) count(k, record int, likely float64) {
	kind, division, country := Kind(c.g.kinds[record]), c.g.divisionOf(record), c.g.countryOf(record)
	tally(c.countries, country, kind == Country, likely)
	tally(c.divisions, division, kind == Division, likely)
	if kind != Region {
		x, y, z := c.g.sphere(record)
		c.points = append(c.points, point{k, x, y, z, likely, kind < County})
	}
}

func tally(counts map[int]*[2]float64, record int, itself bool, likely float64) {
	if record < 0 {
		return
	}
	t := counts[record]
	if t == nil {
		t = &[2]float64{}
		counts[record] = t
	}
	if itself {
		t[0] += likely
	} else {
		t[1] += likely
	}
}

// weigh fills in the evidence that the other names give for candidate i of
// sense k; hints are what the outlet and dateline give.
func (c *context) weigh(s *sense, i, k int, hints *context) {
	r, v := s.records[i], &s.weights[i]
	kind, division, country := Kind(c.g.kinds[r]), c.g.divisionOf(r), c.g.countryOf(r)
	near, far := c.near(r, k)
	v[10], v[18] = math.Log1p(near), math.Log1p(far)
	if division >= 0 {
		t := c.rest(c.divisions[division], s, division, k, c.g.divisionOf)
		v[11], v[12] = math.Log1p(t[0]), math.Log1p(t[1])
		if kind == Division {
			v[11] = 0
		}
	}
	if country >= 0 {
		t := c.rest(c.countries[country], s, country, k, c.g.countryOf)
		v[13], v[14] = math.Log1p(t[0]), math.Log1p(t[1])
		if kind == Country {
			v[13] = 0
		}
		if t := hints.countries[country]; t != nil {
			v[15] = t[0] + t[1]
		}
	}
	v[16], _ = hints.near(r, -1)
}

// rest returns a tally less what the sense itself has put into it.
func (c *context) rest(t *[2]float64, s *sense, record, k int, of func(int) int) [2]float64 {
	if t == nil {
		return [2]float64{}
	}
	out := *t
	if k >= maxContext {
		return out
	}
	for i, r := range s.records {
		if s.likely[i] >= minLikely && of(r) == record {
			if r == record {
				out[0] -= s.likely[i]
			} else {
				out[1] -= s.likely[i]
			}
		}
	}
	return [2]float64{max(0, out[0]), max(0, out[1])}
}

// near returns how much of the other names lies near the record, and how much
// in the same part of the world.
func (c *context) near(record, k int) (near, far float64) {
	x, y, z := c.g.sphere(record)
	for i := range c.points {
		p := &c.points[i]
		if p.sense == k {
			continue
		}
		dx, dy, dz := p.x-x, p.y-y, p.z-z
		km := earthRadius * math.Sqrt(dx*dx+dy*dy+dz*dz)
		if km < 5*farScale {
			far += p.likely * math.Exp(-km/farScale)
		}
		if km < 10*nearScale && !p.wide {
			near += p.likely * math.Exp(-km/nearScale)
		}
	}
	return near, far
}

// sphere returns the record's centre as a point on the unit sphere.
func (g *gazetteer) sphere(record int) (x, y, z float64) {
	lat, lon := g.position(record)
	const rad = math.Pi / 180
	return math.Cos(lat*rad) * math.Cos(lon*rad), math.Cos(lat*rad) * math.Sin(lon*rad), math.Sin(lat * rad)
}
