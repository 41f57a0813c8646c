package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk/internal/intake"
)

func TestWireItems(t *testing.T) {
	for _, c := range []struct {
		file    string
		reports int
		want    string // of the first report
	}{
		{"wire.nitf", 1, "Ferry runs aground off Sorrel Island | [Ana Brook] | AP | 2013-03-14T06:05:00Z | usable | NW-2013-0314 | 2 paragraphs | Passengers are led ashore. (Tom Hale, AFP)"},
		{"wire_g2.xml", 2, "Ferry runs aground | [Ana Brook] | AFP | 2013-03-14T06:05:00Z | usable | urn:newsml:wire.example:1 | 2 paragraphs | "},
		{"wire_1.xml", 1, "Ferry runs aground | [Ana Brook] | AFP | 2013-03-14T06:10:00Z | withheld | urn:newsml:wire.example:20130314:1 | 2 paragraphs | Passengers are led ashore. (Tom Hale, AFP)"},
		{"wire_ninjs.json", 1, "Ferry runs aground | [Ana Brook John Roe] | AAP | 2013-03-14T06:05:00Z | killed | urn:wire:1 | 2 paragraphs | Passengers are led ashore. (Tom Hale, )"},
	} {
		t.Run(c.file, func(t *testing.T) {
			r := fixture(t, c.file, c.reports).Reports[0]
			photos := ""
			for _, p := range r.Photos {
				photos += fmt.Sprintf("%s (%s, %s)", p.Caption, p.Photographer, p.Agency)
			}
			got := fmt.Sprintf("%s | %v | %s | %s | %s | %s | %d paragraphs | %s", r.Headline.Text, r.Byline.Names, r.Outlet, r.Published.Value, r.Status, r.GUID, len(r.Body), photos)
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

// The frames of old wires are control characters, which files for people to
// edit cannot hold.
func TestTeleprinters(t *testing.T) {
	for name, c := range map[string]struct{ doc, want string }{
		"IPTC 7901": {"\x01eca0003 3 i 380  dpa 0045\r\n\nOsthaven/shipping/\r\n\x021ST LEAD\r\nFerry runs aground off Sorrel Island\r\nBy Ana Brook, dpa =\r\n\nPort Ansel (dpa) - A ferry ran aground on Thursday\r\nin fog.\r\n\nAll are saved.\r\n\n\x03071341 GMT Mar 14\r\n",
			"Ferry runs aground off Sorrel Island | [Ana Brook] | dpa | Port Ansel dpa | 2"},
		"ANPA 1312": {"\x16\x16\x01W2870\x1f_wire\nf l\x13\x11 BC-LT--Ferry   03-14 1049\n\x02^BC-LT--Ferry Aground,466<\n^Ferry runs aground off Sorrel Island<\n^AP Photo XNP101<\n^Eds: With AP Photos.<\n^By ANA BROOK and JOHN ROE=\n^Associated Press=\n\t   PORT ANSEL (AP) _ A ferry ran aground on Thursday in fog. \n \n\t   ``All are saved,'' said the harbour master. \n\x03\n",
			"Ferry runs aground off Sorrel Island | [ANA BROOK JOHN ROE] |  | PORT ANSEL AP | 2"},
	} {
		t.Run(name, func(t *testing.T) {
			r := parse(t, intake.Input{File: "f", Bytes: []byte(c.doc)}, 1).Reports[0]
			got := fmt.Sprintf("%s | %v | %s | %s %s | %d", r.Headline.Text, r.Byline.Names, r.Outlet, r.Dateline.Place, r.Dateline.Agency, len(r.Body))
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

// 30: wire items without measure.
func Test30WireItems(t *testing.T) {
	item := `<newsItem guid="a"><contentMeta><headline>Ferry runs aground</headline></contentMeta></newsItem>`
	res := intake.Parse(intake.Input{File: "f", Bytes: []byte("<newsMessage>" + strings.Repeat(item, 20_000) + "</newsMessage>")})
	if len(res.Reports) > 5001 || len(res.Problems) != 1 {
		t.Errorf("%d reports, %v", len(res.Reports), res.Problems)
	}
	for name, doc := range map[string]string{
		"depth of NITF":   "<nitf>" + strings.Repeat("<block>", 100_000),
		"depth of NewsML": "<newsItem>" + strings.Repeat("<a>", 100_000),
		"empty NewsML":    "<newsMessage></newsMessage>",
		"unknown JSON":    `{"a": [1, 2, {"b": "c"}]}`,
		"depth of ninjs":  `{"uri":"a","type":"text","body_text":` + strings.Repeat("[", 100_000) + "}",
	} {
		t.Run(name, func(t *testing.T) {
			if res := intake.Parse(intake.Input{File: "f", Bytes: []byte(doc)}); len(res.Reports) != 0 && name != "depth of ninjs" || len(res.Problems) > 1 {
				t.Errorf("%d reports, %v", len(res.Reports), res.Problems)
			}
		})
	}
}

// Anything in: no panic, valid spans, and the same each time.
func FuzzParse(f *testing.F) {
	for _, doc := range []string{"Storm\n\nThe storm came.", `{"text":"a"}`, "<rss><channel><item><title>a</title></item></channel></rss>",
		"<feed><entry><title>a</title></entry></feed>", "<nitf><body><body.content><p>a</p></body.content></body></nitf>",
		"<newsItem><contentMeta><headline>a</headline></contentMeta></newsItem>", `{"uri":"a","type":"text","body_html":"<p>a"}`, `{"version":"https://jsonfeed.org/version/1","items":[{"title":"a"}]}`, "\xff\xfea\x00"} {
		f.Add([]byte(doc))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		res := intake.Parse(intake.Input{File: "f", Bytes: b})
		if d := cmp.Diff(res.Reports, intake.Parse(intake.Input{File: "f", Bytes: b}).Reports); d != "" {
			t.Error("two readings differ", d)
		}
		if len(res.Reports)+len(res.Problems) == 0 {
			t.Error("neither a report nor a problem")
		}
		for _, r := range res.Reports {
			end := 0
			for _, s := range r.Body {
				if !s.Valid(r.Text) || s.Start < end {
					t.Fatalf("body span %v", s)
				}
				end = s.End
			}
			if r.Headline != nil && !r.Headline.Span.Valid(r.Text) || r.Byline != nil && !r.Byline.Span.Valid(r.Text) || r.ID == "" {
				t.Fatalf("%+v", r)
			}
		}
	})
}
