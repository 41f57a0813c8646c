package nitf_test

import (
	"fmt"
	"testing"

	"wiredesk/internal/intake/nitf"
)

func TestReport(t *testing.T) {
	for name, c := range map[string]struct{ doc, want string }{
		"whole": {`<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "http://nitf.example/nitf.dtd"><nitf><head><docdata management-status="canceled"><doc-id id-string="N1"/><date.issue norm="20140309T071000Z"/><doc.copyright holder="AAP"/><key-list><keyword key="floods"/></key-list></docdata></head>
			<body><body.head><hedline><hl1>River <em>rises</em></hl1></hedline><byline>By Ana Brook and John Roe</byline></body.head><body.content><p>It rose&mdash;fast.</p><p>It fell.</p></body.content></body></nitf>`,
			"River rises | [Ana Brook John Roe] | AAP | 2014-03-09T07:10:00Z | killed | [floods] | 2"},
		"of another namespace": {`<n:nitf xmlns:n="urn:any"><n:head><n:title>River rises</n:title></n:head><n:body><n:body.content><n:block><n:p>It rose.</n:p></n:block></n:body.content></n:body></n:nitf>`,
			"River rises | [] |  |  | usable | [] | 1"},
		"a person in the byline": {`<nitf><body><body.head><hedline><hl1>River rises</hl1></hedline><byline>From our writer <person>Ana Brook</person></byline></body.head><body.content><p>It rose.</p></body.content></body></nitf>`,
			"River rises | [Ana Brook] |  |  | usable | [] | 1"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := nitf.Parse(c.doc)
			if err != nil {
				t.Fatal(err)
			}
			r, _ := d.Report()
			var names []string
			if r.Byline != nil {
				names = r.Byline.Names
			}
			if got := fmt.Sprintf("%s | %v | %s | %s | %s | %v | %d", r.Headline.Text, names, r.Outlet, r.Published.Value, r.Status, r.Tags, len(r.Body)); got != c.want {
				t.Errorf("%s\nwant %s", got, c.want)
			}
		})
	}
	if _, err := nitf.Parse(""); err == nil {
		t.Error("nothing is no document")
	}
}

// XML in, no panic, spans in the text.
func FuzzParse(f *testing.F) {
	f.Add(`<nitf><body><body.content><media media-type="image"><media-caption>a</media-caption></media><p>a</p></body.content></body></nitf>`)
	f.Fuzz(func(t *testing.T, doc string) {
		d, err := nitf.Parse(doc)
		if err != nil {
			return
		}
		r, _ := d.Report()
		for _, s := range r.Body {
			if !s.Valid(r.Text) {
				t.Errorf("%v", s)
			}
		}
	})
}
