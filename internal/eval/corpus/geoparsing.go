package corpus

import (
	"cmp"
	"compress/gzip"
	"encoding/xml"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// A PlaceText is an article whose place names are marked.
type PlaceText struct {
	Title, Text, Domain string
	Published           string // as printed in the set, beginning with an ISO 8601 date; may be empty
	Toponyms            []Toponym
}

// A Toponym is one marked place name. Start and End are byte offsets into the
// article's text.
type Toponym struct {
	Start, End int
	Phrase     string
	Located    bool // false where the set could not tie it to GeoNames
	Lat, Lon   float64
	Class      string // GeoNames feature class, such as "A" or "P"
	Name       string // the gazetteer's name
}

// placeFile is the XML form of LGL and TR-News.
type placeFile struct {
	Articles []struct {
		Title     string `xml:"title"`
		Text      string `xml:"text"`
		Domain    string `xml:"domain"`
		Published string `xml:"dltime"`
		Toponyms  []struct {
			Start  int    `xml:"start"`
			End    int    `xml:"end"`
			Phrase string `xml:"phrase"`
			Place  *struct {
				Name  string  `xml:"name"`
				Class string  `xml:"fclass"`
				Lat   float64 `xml:"lat"`
				Lon   float64 `xml:"lon"`
			} `xml:"gaztag"`
		} `xml:"toponyms>toponym"`
	} `xml:"article"`
}

// PlaceSets names the sets of place names below the shared folder.
var PlaceSets = []string{"LGL", "TR-News"}

// PlaceTexts reads a set of articles with place names.
func PlaceTexts(shared, set string) ([]PlaceText, error) {
	file := map[string]string{"LGL": "lgl.xml.gz", "TR-News": "TR-News.xml.gz"}[set]
	f, err := os.Open(filepath.Join(shared, "data/geoparsing", file))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var in placeFile
	if err := xml.NewDecoder(z).Decode(&in); err != nil {
		return nil, err
	}
	var out []PlaceText
	for _, a := range in.Articles {
		p := PlaceText{Title: strings.TrimSpace(a.Title), Text: a.Text, Domain: a.Domain, Published: a.Published}
		at := byteOffsets(a.Text)
		for _, t := range a.Toponyms {
			if t.Start < 0 || t.End >= len(at) || t.Start >= t.End {
				continue
			}
			m, ok := locate(a.Text, Toponym{Start: at[t.Start], End: at[t.End], Phrase: t.Phrase})
			if !ok {
				continue
			}
			if t.Place != nil && (t.Place.Lat != 0 || t.Place.Lon != 0) {
				m.Located, m.Lat, m.Lon, m.Class, m.Name = true, t.Place.Lat, t.Place.Lon, t.Place.Class, t.Place.Name
			}
			p.Toponyms = append(p.Toponyms, m)
		}
		slices.SortStableFunc(p.Toponyms, func(a, b Toponym) int { return cmp.Compare(a.Start, b.Start) })
		out = append(out, p)
	}
	return out, nil
}

// maxSlip is how far in bytes a mark of TR-News may lie from its phrase: one in
// eleven does, where characters were lost or won after marking.
const maxSlip = 40

// locate moves a mark to the nearest place where its phrase stands.
func locate(text string, m Toponym) (Toponym, bool) {
	for slip := range maxSlip {
		for _, start := range []int{m.Start - slip, m.Start + slip} {
			if end := start + len(m.Phrase); start >= 0 && end <= len(text) && text[start:end] == m.Phrase {
				m.Start, m.End = start, end
				return m, true
			}
		}
	}
	return m, false
}

// byteOffsets returns the byte offset of each character of the text, and of
// its end.
func byteOffsets(text string) []int {
	at := make([]int, 0, utf8.RuneCountInString(text)+1)
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}
