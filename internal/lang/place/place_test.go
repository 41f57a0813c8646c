package place_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/lang"
	"wiredesk/internal/lang/langtest"
	"wiredesk/internal/lang/place"
	"wiredesk/internal/lang/sentence"
	"wiredesk/internal/lang/token"
)

// A fixture file holds texts parted by "---", each followed by its places in
// order, as "> words = name country precision division"; the country is "-"
// where there is none, and the division may be left out.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, part := range strings.Split(string(b), "---\n") {
			t.Run(fmt.Sprint(strings.TrimSuffix(filepath.Base(file), ".txt"), i), func(t *testing.T) {
				checkFixture(t, part)
			})
		}
	}
}

func checkFixture(t *testing.T, part string) {
	var text string
	var want, got []string
	for line := range strings.Lines(part) {
		switch {
		case strings.HasPrefix(line, "> "):
			want = append(want, strings.TrimSpace(line[2:]))
		case !strings.HasPrefix(line, "#"):
			text += line
		}
	}
	for i, p := range lang.Analyze(whole(text)).Places {
		country := string(p.Country)
		if country == "" {
			country = "-"
		}
		words := fmt.Sprintf("%s = %s %s %s", p.Span.Words(text), p.Name, country, p.Precision)
		if full := words + " " + string(p.Admin1); i < len(want) && want[i] == full {
			words = full
		}
		got = append(got, words)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}

// whole returns a report whose body is one paragraph.
func whole(text string) *wiredesk.Report {
	return &wiredesk.Report{Text: text, Body: []wiredesk.Span{{Start: 0, End: len(text)}}}
}

func TestDatelineIsNoPlace(t *testing.T) {
	r := whole("AMMAN - Shells fell on Hama in Syria.")
	r.Dateline = &wiredesk.Dateline{Place: "AMMAN", Span: wiredesk.Span{Start: 0, End: 7}}
	for _, p := range lang.Analyze(r).Places {
		if p.Country != "SY" {
			t.Errorf("%s is a place", p.Name)
		}
	}
}

func TestContains(t *testing.T) {
	for _, c := range []struct {
		outer, inner string
		want         bool
	}{
		{"country:SY", "geonames:169577", true},   // Homs
		{"admin1:SY.11", "geonames:169577", true}, // Homs in its province
		{"country:SY", "admin1:SY.11", true},
		{"admin1:SY.11", "country:SY", false},
		{"country:LB", "geonames:169577", false},
		{"country:SY", "country:SY", false},
		{"country:SY", "no such id", false},
	} {
		if got := place.Contains(c.outer, c.inner); got != c.want {
			t.Errorf("Contains(%s, %s) = %v", c.outer, c.inner, got)
		}
	}
}

func TestDistance(t *testing.T) {
	km, ok := place.Distance("geonames:169577", "geonames:170654") // Homs, Damascus
	if !ok || km < 130 || km > 150 {
		t.Errorf("Homs to Damascus: %v km, %v", km, ok)
	}
	if _, ok := place.Distance("geonames:169577", "geonames:0"); ok {
		t.Error("an unknown id has a distance")
	}
}

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"Sana‘a": "sanaa", "St. Louis": "saint louis", "Deir al-Zor": "deir al zor", "Łódź": "lodz", "U.S.": "us", "Mt. Hood": "mount hood", "İzmir": "izmir", "": "",
	} {
		if got := place.Fold(name); got != want {
			t.Errorf("Fold(%q) = %q, want %q", name, got, want)
		}
	}
}

// Places lie inside the text, in order, and say where they are.
func FuzzResolve(f *testing.F) {
	f.Add("Shells fell on Homs, Syria, and Paris, TX, near St. Louis.")
	f.Add("US U.S. Us. \x00\xff São Paulo\u200e—İstanbul")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || text == "" {
			t.Skip()
		}
		end := 0
		for _, p := range lang.Analyze(whole(text)).Places {
			if !p.Span.Valid(text) || p.Span.Start < end {
				t.Fatalf("span %v of %q", p.Span, text)
			}
			end = p.Span.End
			if p.Name == "" || p.ID == "" || p.Lat < -90 || p.Lat > 90 || p.Lon < -180 || p.Lon > 180 {
				t.Fatalf("%+v", p)
			}
		}
	})
}

// hostile are texts of one unit over and over.
var hostile = []string{"San Jose, Santa Cruz and Springfield met in Washington. ", "Port Port Saint ", "U.S. "}

// repeated returns a run over a text of n units, as one sentence.
func repeated(unit string, n int) func() {
	text := strings.Repeat(unit, n)
	tokens := token.Split(text, wiredesk.Span{Start: 0, End: len(text)})
	s := []sentence.Sentence{{Span: wiredesk.Span{Start: 0, End: len(text)}, Last: len(tokens), Part: sentence.Body}}
	return func() { place.Resolve(whole(text), tokens, s, nil) }
}

// Four times the text takes about four times the work, whatever it is full of.
func TestLinearWork(t *testing.T) {
	for _, unit := range hostile {
		langtest.Linear(t, unit, repeated(unit, 750), repeated(unit, 3000))
	}
}

// The time for each kind, to be looked at; nothing is asserted of it.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range hostile {
		b.Run(unit, func(b *testing.B) {
			run := repeated(unit, 3000)
			for b.Loop() {
				run()
			}
		})
	}
}

func BenchmarkResolve(b *testing.B) {
	text := strings.Repeat("Rebels in Homs, Syria, fought near Aleppo and Hama while Russia and the U.S. met in Geneva. ", 12)
	d := lang.Analyze(whole(text))
	b.ReportAllocs()
	for b.Loop() {
		place.Resolve(d.Report, d.Tokens, d.Sentences, d.Mentions)
	}
}

// A dateline is where a report was filed: it is found in capitals and by its
// state, and by the countries of which the report tells where it has none.
func TestFiled(t *testing.T) {
	for _, c := range []struct{ dateline, want, country string }{
		{"PARIS, Texas", "Paris", "US"}, {"BASRA", "Basra", "IQ"}, {"NOWHEREVILLE", "", ""}, {"", "", ""},
	} {
		text := c.dateline + " (AP) -- Rain fell."
		r := &wiredesk.Report{Text: text, Dateline: &wiredesk.Dateline{Place: wiredesk.Optional(c.dateline), Span: wiredesk.Span{End: len(c.dateline)}}}
		got := place.Filed(r, nil)
		if got == nil {
			if c.want != "" {
				t.Errorf("%q: no place", c.dateline)
			}
			continue
		}
		if string(got.Country) != c.country || place.Fold(got.Name) != place.Fold(c.want) {
			t.Errorf("%q: %s %s, want %s %s", c.dateline, got.Name, got.Country, c.want, c.country)
		}
	}
}
