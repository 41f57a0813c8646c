package intake_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/intake"
)

// fixture reads a file of testdata that holds as many reports as said.
func fixture(t *testing.T, name string, reports int) intake.Result {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, intake.Input{File: name, Bytes: b}, reports)
}

func TestRSS(t *testing.T) {
	res := fixture(t, "feed.rss", 2)
	a, b := res.Reports[0], res.Reports[1]
	if a.Headline.Text != "Ferry runs aground & all are saved" || a.Outlet != "Harbour Post" || a.URL != "https://post.example/ferry" || a.GUID != "post-1001" || a.Language != "en" {
		t.Errorf("%q %q %q %q %q", a.Headline.Text, a.Outlet, a.URL, a.GUID, a.Language)
	}
	if d := cmp.Diff([]string{"Ana Brook", "John Roe"}, []string(a.Byline.Names)); d != "" {
		t.Error(d)
	}
	if a.Published != (wiredesk.Published{Value: "2013-03-14T11:05:00Z", From: wiredesk.Metadata}) {
		t.Errorf("%+v", a.Published)
	}
	if a.Dateline == nil || a.Dateline.Agency != "AP" || len(a.Body) != 2 || strings.Contains(a.Text, "Hidden") || strings.Contains(a.Text, "alert") {
		t.Errorf("%+v\n%s", a.Dateline, a.Text)
	}
	if len(a.Photos) != 1 || a.Photos[0].Agency != "AFP" || a.Photos[0].Photographer != "Tom Hale" {
		t.Errorf("%+v", a.Photos)
	}
	if b.Outlet != "Northern Herald" || b.Complete {
		t.Errorf("<source> counts as the outlet, and a cut summary is not complete: %q %v", b.Outlet, b.Complete)
	}
	if len(res.Problems) != 1 || !strings.Contains(res.Problems[0].Input, "item 3") {
		t.Errorf("%v", res.Problems)
	}
}

func TestAtom(t *testing.T) {
	r := fixture(t, "feed.atom", 1).Reports[0]
	if r.Headline.Text != "Storm warning for the coast" || r.GUID != "urn:herald:7" || r.URL != "https://herald.example/storm" || r.Published.Value != "2013-03-15T09:00:00Z" {
		t.Errorf("%+v %q %q %+v", r.Headline, r.GUID, r.URL, r.Published)
	}
	if len(r.Body) != 2 || !strings.HasSuffix(r.Text, "<until Friday>.") {
		t.Errorf("%q", r.Text)
	}
}

func TestJSONFeed(t *testing.T) {
	res := fixture(t, "feed.json", 1)
	r := res.Reports[0]
	if r.Outlet != "Coast Radio" || r.GUID != "12" || r.Byline.Names[0] != "Mary Lund" || len(r.Tags) != 1 {
		t.Errorf("%+v", r)
	}
	if len(res.Problems) != 1 {
		t.Errorf("%v", res.Problems)
	}
}

// Each of these is one clear problem and no report.
func TestFeedsWithoutReports(t *testing.T) {
	for name, doc := range map[string]string{
		"no items":    `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title></channel></rss>`,
		"no entries":  `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>`,
		"broken":      `<rss version="2.0"><channel><item><title>Half a tit`,
		"OPML":        `<opml version="2.0"><body><outline xmlUrl="https://post.example/feed"/></body></opml>`,
		"broken JSON": `{"version": "https://jsonfeed.org/version/1.1", "items": [`,
	} {
		t.Run(name, func(t *testing.T) {
			if res := parse(t, intake.Input{File: "f", Bytes: []byte(doc)}, 0); len(res.Problems) != 1 || res.Problems[0].Advice == "" {
				t.Errorf("%v", res.Problems)
			}
		})
	}
}

// 19: a feed of a million items is cut, and the same item is read once.
func Test19FeedWithoutEnd(t *testing.T) {
	item := func(guid string) string {
		return "<item><guid>" + guid + "</guid><title>Storm warning</title><description>A storm is near.</description></item>"
	}
	var many strings.Builder
	many.WriteString(`<rss version="2.0"><channel><title>x</title>`)
	for i := range 20_000 {
		many.WriteString(item(strings.Repeat("a", i%50) + "-" + time.Duration(i).String()))
	}
	many.WriteString(`</channel></rss>`)
	res := parse(t, intake.Input{File: "f", Bytes: []byte(many.String())}, 5000)
	if len(res.Problems) != 1 {
		t.Errorf("%v", res.Problems)
	}
	parse(t, intake.Input{File: "f", Bytes: []byte(`<rss version="2.0"><channel>` + strings.Repeat(item("a"), 3000) + `</channel></rss>`)}, 1)
	parse(t, intake.Input{File: "f", Bytes: []byte(`<rss version="2.0"><channel><item><title>a</title><description>` + strings.Repeat("a ", 1<<20) + `</description></item>` + item("b") + `</channel></rss>`)}, 1)
}

// 20: depth, attributes and elements are counted before a parser sees them.
func Test20DeepXML(t *testing.T) {
	for name, doc := range map[string]string{
		"depth":      "<rss>" + strings.Repeat("<a>", 1_000_000),
		"attributes": "<rss><channel " + strings.Repeat("a='b' ", 500_000) + "></channel></rss>",
	} {
		t.Run(name, func(t *testing.T) {
			res := parse(t, intake.Input{File: "f", Bytes: []byte(doc)}, 0)
			if len(res.Problems) != 1 {
				t.Error(res.Problems)
			}
		})
	}
}

// 25: entities that a document declares are not read, and nothing is opened.
func Test25Entities(t *testing.T) {
	laughs := `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]>`
	doc := `<?xml version="1.0"?>` + laughs + `<rss version="2.0"><channel><title>x</title><item><title>Storm warning</title><description>A storm &c; is near &f; the coast.</description></item></channel></rss>`
	res := intake.Parse(intake.Input{File: "f", Bytes: []byte(doc)})
	for _, r := range res.Reports {
		if strings.Contains(r.Text, "haha") || strings.Contains(r.Text, "root:") {
			t.Errorf("an entity was read: %q", r.Text)
		}
	}
	if len(res.Reports)+len(res.Problems) == 0 {
		t.Error("neither a report nor a problem")
	}
}

// 26: whatever the encoding, the text is valid and spans point to the words.
func Test26Encodings(t *testing.T) {
	utf16 := func(s string, little, mark bool) []byte {
		var b []byte
		if mark {
			s = "\ufeff" + s
		}
		for _, c := range s {
			if little {
				b = append(b, byte(c), byte(c>>8))
			} else {
				b = append(b, byte(c>>8), byte(c))
			}
		}
		return b
	}
	headline := "Sturm über der Küste\n\nThe storm reached the coast at noon, said the office, and left by night."
	latin := []byte(strings.NewReplacer("ü", "\xfc").Replace(headline))
	for name, b := range map[string][]byte{
		"UTF-8":               []byte(headline),
		"UTF-8 with mark":     []byte("\ufeff" + headline),
		"UTF-16 LE mark":      utf16(headline, true, true),
		"UTF-16 BE mark":      utf16(headline, false, true),
		"UTF-16 LE no mark":   utf16(headline, true, false),
		"UTF-16 BE no mark":   utf16(headline, false, false),
		"windows-1252":        latin,
		"declared wrongly":    []byte(headline),
		"NUL bytes":           []byte(strings.Replace(headline, "storm", "st\x00rm", 1)),
		"broken UTF-8":        []byte(strings.Replace(headline, "storm", "storm\xff\xc0\xaf\xed\xa0\x80", 1)),
		"declared in windows": latin,
	} {
		t.Run(name, func(t *testing.T) {
			in := intake.Input{File: "f", Bytes: b}
			if strings.HasPrefix(name, "declared") {
				in.MediaType = "text/plain; charset=windows-1252"
			}
			r := parse(t, in, 1).Reports[0]
			if r.Headline == nil || r.Headline.Text != "Sturm über der Küste" {
				t.Fatalf("headline %+v of %q", r.Headline, r.Text)
			}
			if !r.Headline.Span.Valid(r.Text) || r.Headline.Span.Words(r.Text) != r.Headline.Text || strings.ContainsRune(r.Text, 0) {
				t.Errorf("%q", r.Text)
			}
		})
	}
}

// 28: dates that cannot be are not known.
func Test28Dates(t *testing.T) {
	for value, want := range map[string]string{
		"0000-01-01T00:00:00Z": "", "9999-12-31T00:00:00Z": "", "2013-02-30": "", "": "", "soon": "", "0001-01-01": "",
		"2013-03-14T06:05:00+14:00":     "2013-03-13T16:05:00Z",
		"2013-03-14T06:05:00-12:00":     "2013-03-14T18:05:00Z",
		"Thu, 14 Mar 2013 06:05:00 GMT": "2013-03-14T06:05:00Z",
		"14 Mar 13 06:05 GMT":           "2013-03-14T06:05:00Z",
		"2013-03-14T00:00:00":           "2013-03-14",
		"1363241100":                    "2013-03-14T06:05:00Z",
	} {
		t.Run(value, func(t *testing.T) {
			r := parse(t, intake.Input{File: "f", Bytes: []byte(`{"text":"A storm is near the coast.","published":"` + value + `"}`)}, 1).Reports[0]
			if string(r.Published.Value) != want || want == "" && r.Published.From != wiredesk.Unknown {
				t.Errorf("got %+v, want %q", r.Published, want)
			}
		})
	}
}

// 30: JSON without measure, and values that no number holds.
func Test30JSON(t *testing.T) {
	for name, doc := range map[string]string{
		"depth of JSON Lines": `{"headline":"a","text":` + strings.Repeat("[", 100_000) + "}",
		"depth of a feed":     `{"version":"https://jsonfeed.org/version/1","items":` + strings.Repeat("[", 100_000) + "}",
	} {
		t.Run(name, func(t *testing.T) {
			if res := parse(t, intake.Input{File: "f", Bytes: []byte(doc)}, 0); len(res.Problems) != 1 {
				t.Errorf("%v", res.Problems)
			}
		})
	}
	parse(t, intake.Input{File: "f", Bytes: []byte(`{"id":1e999,"text":"A storm is near the coast.","text":"A storm is here."}`)}, 1)
}
