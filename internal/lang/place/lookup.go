package place

import "math"

// Contains reports whether the place with the id inner lies in the place with
// the id outer, as far as the gazetteer knows: a town in its division and
// country, a division in its country. A place does not contain itself. Ids
// that are unknown contain nothing.
func Contains(outer, inner string) bool {
	g := load()
	o, i := g.byID(outer), g.byID(inner)
	return o >= 0 && i >= 0 && g.contains(o, i)
}

// Distance returns the kilometres between the centres of two places, and
// false if one of the ids is unknown.
func Distance(a, b string) (float64, bool) {
	g := load()
	i, k := g.byID(a), g.byID(b)
	if i < 0 || k < 0 {
		return 0, false
	}
	return g.distance(i, k), true
}

// CountryID returns the id of the country that has the ISO 3166-1 alpha-2
// code.
func CountryID(alpha2 string) string { return "country:" + alpha2 }

// earthRadius is the mean radius of the earth in kilometres.
const earthRadius = 6371

// Kilometres returns the great-circle distance of two points given in degrees
// (haversine formula).
func Kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	a := math.Sin((lat2 - lat1) * rad / 2)
	b := math.Sin((lon2 - lon1) * rad / 2)
	h := a*a + math.Cos(lat1*rad)*math.Cos(lat2*rad)*b*b
	return 2 * earthRadius * math.Asin(math.Sqrt(min(1, h)))
}

// distance returns the kilometres between the centres of two records.
func (g *gazetteer) distance(a, b int) float64 {
	lat1, lon1 := g.position(a)
	lat2, lon2 := g.position(b)
	return Kilometres(lat1, lon1, lat2, lon2)
}

// Known reports whether the name, however it is spelled, is one of the
// gazetteer.
func Known(name string) bool {
	from, to := load().lookup(Fold(name))
	return from < to
}
