package main

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"wiredesk/internal/lang/place"
)

// A record is one place of the gazetteer before it is written.
type record struct {
	kind       place.Kind
	name, code string
	country    int // index of the country's record, -1 for none
	admin1     int // index of the division's record, -1 for none
	lat, lon   float64
	population float64
	id         uint32
}

// An entry is one name of a record.
type entry struct {
	name   string
	record int
	first  bool // the record's own name
}

// A builder collects records and names. Records stand in the order regions,
// countries, first-level divisions, second-level divisions, towns.
type builder struct {
	src     *sources
	records []record
	entries []entry
	country map[string]int    // by alpha-2 code
	admin   map[string]int    // by GeoNames code
	states  map[string]string // "LA" -> "22", the state's FIPS code
	byName  map[string][]int  // by country and folded name
}

func newBuilder(src *sources) *builder {
	return &builder{src: src, country: map[string]int{}, admin: map[string]int{}, states: map[string]string{}, byName: map[string][]int{}}
}

// build makes all records and names and returns the aliases whose place does
// not exist.
func (b *builder) build() []string {
	b.addRegions()
	b.addCountries()
	b.addDivisions()
	b.addCounties()
	b.addTowns()
	b.sumPopulation()
	return b.addAliases()
}

// add appends a record under its name and other names.
func (b *builder) add(r record, others ...string) int {
	i := len(b.records)
	b.records = append(b.records, r)
	b.name(i, r.name, true)
	for _, o := range others {
		b.name(i, o, false)
	}
	return i
}

// name adds one name of record i.
func (b *builder) name(i int, name string, first bool) {
	if name == "" || name == "-" || len(name) > 255 {
		return
	}
	b.entries = append(b.entries, entry{name, i, first})
	key := b.codeOf(i) + "/" + place.Fold(name)
	b.byName[key] = append(b.byName[key], i)
}

// codeOf returns the country code of record i, "" for none.
func (b *builder) codeOf(i int) string {
	if c := b.records[i].country; c >= 0 {
		return b.records[c].code
	}
	return ""
}

func (b *builder) addRegions() {
	for _, e := range b.src.regions {
		lat, _ := strconv.ParseFloat(e.Field(1), 64)
		lon, _ := strconv.ParseFloat(e.Field(2), 64)
		code := e.Field(4)
		if code == "-" {
			code = ""
		}
		b.add(record{kind: place.Region, name: e.Field(0), code: code, country: -1, admin1: -1, lat: lat, lon: lon, population: 1e6},
			strings.Split(e.Field(3), "|")...)
	}
}

func (b *builder) addCountries() {
	shapes := map[string]*shape{}
	for i, s := range b.src.countries {
		shapes[s.id] = &b.src.countries[i]
	}
	capitals := map[string]centre{}
	for _, t := range b.src.towns {
		c := capitals[t.country]
		c.add(t.lat, t.lon, float64(t.population)+1)
		capitals[t.country] = c
	}
	for _, e := range b.src.names {
		code := e.Field(0)
		c := capitals[code]
		if s := shapes[e.Field(1)]; s != nil {
			c = s.centre()
		}
		if lat, err := strconv.ParseFloat(e.Field(4), 64); err == nil {
			lon, _ := strconv.ParseFloat(e.Field(5), 64)
			c = centre{lat, lon, 1}
		}
		if c.weight == 0 {
			continue
		}
		lat, lon := c.point()
		i := len(b.records)
		b.country[code] = i
		b.add(record{kind: place.Country, name: e.Field(2), code: code, country: i, admin1: -1, lat: lat, lon: lon, population: 1000},
			strings.Split(e.Field(3), "|")...)
	}
}

// suffixes are what GeoNames puts behind the names of divisions and the news
// leaves out.
var suffixes = []string{
	" Governorate", " Province", " Oblast", " Oblast'", " Region", " Department", " Krai", " Prefecture", " District",
	" Municipality", " County", " State", " Division", " Autonomous Region", " Republic", " Canton", " Voivodeship",
}

// short returns a division's name without its suffix.
func short(name string) string {
	for _, s := range suffixes {
		if cut, ok := strings.CutSuffix(name, s); ok {
			return cut
		}
	}
	return name
}

func (b *builder) addDivisions() {
	centres := b.divisionCentres()
	states := map[string]*shape{}
	for i, s := range b.src.states {
		states[s.name] = &b.src.states[i]
	}
	slices.SortFunc(b.src.admin1, func(x, y division) int { return cmp.Compare(x.Code, y.Code) })
	for _, d := range b.src.admin1 {
		country, ok := b.country[d.Code[:2]]
		c := centres[d.Code]
		if s := states[d.Name]; s != nil && d.Code[:2] == "US" {
			c = s.centre()
			b.states[d.Code[3:]] = s.id
		}
		if usual, ok := b.src.centres[d.Code]; ok {
			c = usual
		}
		if !ok || c.weight == 0 {
			continue
		}
		lat, lon := c.point()
		b.admin[d.Code] = len(b.records)
		r := record{kind: place.Division, name: d.Name, code: d.Code, country: country, admin1: len(b.records), lat: lat, lon: lon}
		if s := short(d.Name); s != d.Name {
			b.add(r, s)
		} else {
			b.add(r)
		}
	}
}

// minShare is the share of a division's towns that its shape must hold to be
// taken for it: shapes and codes come from different years, and where they
// disagree the mean of the towns is the safer centre.
const minShare = 0.5

// divisionCentres returns the centres of first-level divisions by their code:
// those of the shapes that hold most of their towns, else the mean of the
// towns.
func (b *builder) divisionCentres() map[string]centre {
	towns, shapes := map[string]centre{}, map[string]centre{}
	held := map[string]float64{}
	byCountry := map[string][]town{}
	for _, t := range b.src.towns {
		code := t.country + "." + t.admin1
		c := towns[code]
		c.add(t.lat, t.lon, 1)
		towns[code] = c
		byCountry[t.country] = append(byCountry[t.country], t)
	}
	for i := range b.src.provinces {
		s := &b.src.provinces[i]
		if len(s.id) < 2 {
			continue
		}
		votes, total := map[string]float64{}, 0.0
		for _, t := range byCountry[s.id[:2]] {
			if s.contains(t.lat, t.lon) {
				votes[t.admin1]++
				total++
			}
		}
		for admin1, n := range votes {
			if n > total*minShare {
				code := s.id[:2] + "." + admin1
				c, own := shapes[code], s.centre()
				c.add(own.lat/own.weight, own.lon/own.weight, own.weight)
				shapes[code] = c
				held[code] += n
			}
		}
	}
	for code, c := range shapes {
		if held[code] > towns[code].weight*minShare {
			towns[code] = c
		}
	}
	return towns
}

// countyCountries are the countries whose second-level divisions the news
// names by themselves: counties, departments, provinces, districts.
var countyCountries = map[string]bool{"US": true, "GB": true, "IE": true, "FR": true, "IT": true, "ES": true, "PH": true, "IN": true, "PK": true, "CN": true, "ID": true}

func (b *builder) addCounties() {
	shapes := map[string]*shape{}
	for i, s := range b.src.counties {
		shapes[s.id] = &b.src.counties[i]
	}
	centres := map[string]centre{}
	for _, v := range b.src.villages {
		lat, _ := strconv.ParseFloat(v.Lat, 64)
		lon, _ := strconv.ParseFloat(v.Lng, 64)
		code := v.Country + "." + v.Admin1 + "." + v.Admin2
		c := centres[code]
		c.add(lat, lon, 1)
		centres[code] = c
	}
	slices.SortFunc(b.src.admin2, func(x, y division) int { return cmp.Compare(x.Code, y.Code) })
	for _, d := range b.src.admin2 {
		parts := strings.Split(d.Code, ".")
		admin1, ok := b.admin[parts[0]+"."+parts[1]]
		c := centres[d.Code]
		if s := shapes[b.states[parts[1]]+parts[2]]; s != nil && parts[0] == "US" {
			c = s.centre()
		}
		if !ok || !countyCountries[parts[0]] || c.weight == 0 {
			continue
		}
		lat, lon := c.point()
		b.admin[d.Code] = len(b.records)
		r := record{kind: place.County, name: d.Name, code: d.Code, country: b.country[parts[0]], admin1: admin1, lat: lat, lon: lon, population: 20000}
		if s := short(d.Name); s != d.Name && parts[0] != "US" {
			b.add(r, s)
		} else {
			b.add(r)
		}
	}
}

func (b *builder) addTowns() {
	towns := slices.Clone(b.src.towns)
	slices.SortStableFunc(towns, func(x, y town) int {
		return cmp.Or(cmp.Compare(place.Fold(x.name), place.Fold(y.name)), cmp.Compare(y.population, x.population), cmp.Compare(x.id, y.id))
	})
	for _, t := range towns {
		country, ok := b.country[t.country]
		if !ok {
			continue
		}
		admin1, ok := b.admin[t.country+"."+t.admin1]
		if !ok {
			admin1 = -1
		}
		r := record{kind: kindOf(t.feature), name: t.name, country: country, admin1: admin1, lat: t.lat, lon: t.lon, population: float64(t.population), id: t.id}
		others := variants(t)
		if admin1 >= 0 && r.kind >= place.Seat && slices.ContainsFunc(others, func(v string) bool { return place.Fold(v) == place.Fold(b.records[admin1].name) }) {
			// The division's name is already in English.
			r.name, others = b.records[admin1].name, append(others, t.name)
		}
		b.add(r, others...)
	}
}

// minVariant is the population from which a town of an Arabic-speaking
// country is also known under the spellings of newswires.
const minVariant = 20000

// arabic are the countries whose towns GeoNames spells with article and "ah".
var arabic = map[string]bool{
	"AE": true, "BH": true, "DZ": true, "EG": true, "EH": true, "IQ": true, "JO": true, "KW": true, "LB": true, "LY": true, "MA": true,
	"OM": true, "PS": true, "QA": true, "SA": true, "SD": true, "SY": true, "TN": true, "YE": true,
}

// variants returns other spellings of an Arabic name: without the article,
// without the "h" of a final "ah", and without both.
func variants(t town) []string {
	if !arabic[t.country] || t.population < minVariant {
		return nil
	}
	var out []string
	for _, name := range []string{t.name, withoutArticle(t.name)} {
		folded := place.Fold(name)
		cut, ok := strings.CutSuffix(folded, "ah")
		switch {
		case ok && len(cut) > 2:
			_, last := utf8.DecodeLastRuneInString(name)
			out = append(out, name, name[:len(name)-last])
		case name != t.name:
			out = append(out, name)
		}
	}
	return slices.DeleteFunc(out, func(v string) bool { return v == t.name })
}

// withoutArticle returns an Arabic name without its leading article.
func withoutArticle(name string) string {
	for _, a := range []string{"Al ", "Ar ", "An ", "As ", "Ash ", "Ad ", "At ", "Az ", "El "} {
		if cut, ok := strings.CutPrefix(name, a); ok && len(cut) > 3 {
			return cut
		}
	}
	return name
}

// kindOf maps GeoNames' feature codes.
func kindOf(feature string) place.Kind {
	switch feature {
	case "PPLC":
		return place.Capital
	case "PPLA":
		return place.Seat
	case "PPLX":
		return place.Quarter
	}
	return place.Town
}

// sumPopulation gives countries and divisions the people of their towns.
func (b *builder) sumPopulation() {
	for _, r := range b.records {
		if r.kind < place.Town {
			continue
		}
		b.records[r.country].population += r.population
		if r.admin1 >= 0 {
			b.records[r.admin1].population += r.population
		}
	}
}

// addAliases adds the names of the alias list.
func (b *builder) addAliases() []string {
	var missing []string
	for _, e := range b.src.aliases {
		best := -1
		for _, i := range b.byName[e.Field(2)+"/"+place.Fold(e.Field(1))] {
			r := b.records[i]
			fits := map[string]bool{"town": r.kind >= place.Town, "division": r.kind == place.Division, "county": r.kind == place.County}[e.Field(3)]
			if fits && (best < 0 || r.population > b.records[best].population) {
				best = i
			}
		}
		switch {
		case best < 0:
			missing = append(missing, e.Field(1)+" ("+e.Field(2)+")")
		case e.Field(0) != b.records[best].name:
			b.name(best, e.Field(0), false)
		}
	}
	return missing
}

// size is the population on the scale of the file: ten times its logarithm.
func size(population float64) byte { return byte(min(255, math.Round(10*math.Log(population+1)))) }
