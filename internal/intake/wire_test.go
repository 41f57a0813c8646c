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
