package newsml_test

import (
	"fmt"
	"testing"

	"wiredesk/internal/intake/newsml"
)

func TestParse(t *testing.T) {
	for name, c := range map[string]struct{ doc, want string }{
		"G2 with XHTML": {`<newsItem guid="u1" xml:lang="en-GB"><itemMeta><provider literal="AAP"/><versionCreated>2014-03-09T07:10:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>River rises</headline><by>By Ana Brook</by></contentMeta>
			<contentSet><inlineXML><html><head><title>no body</title></head><body><p>It rose.</p><p>It fell.</p></body></html></inlineXML></contentSet></newsItem>`,
			"River rises | [Ana Brook] | AAP | 2014-03-09T07:10:00Z | usable | u1 | 2"},
		"G2 with NITF": {`<newsMessage><itemSet><newsItem guid="u1"><itemMeta><provider literal="AAP"/><pubStatus qcode="stat:canceled"/></itemMeta><contentMeta><headline>River rises</headline></contentMeta>
			<contentSet><inlineXML><nitf><body><body.content><p>It rose.</p></body.content></body></nitf></inlineXML></contentSet></newsItem></itemSet></newsMessage>`,
			"River rises | [] | AAP |  | killed | u1 | 1"},
		"G2 with plain text": {"<newsItem guid=\"u1\"><itemMeta><provider literal=\"AAP\"/></itemMeta><contentMeta><headline>River rises</headline></contentMeta><contentSet><inlineData>It rose.\n\nIt fell.</inlineData></contentSet></newsItem>",
			"River rises | [] | AAP |  | usable | u1 | 2"},
		"version 1": {`<NewsML><NewsItem><Identification><NewsIdentifier><PublicIdentifier>u1</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><ThisRevisionCreated>20140309T071000Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
			<NewsComponent><NewsLines><HeadLine>River rises</HeadLine><ByLine>Ana Brook</ByLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="AAP"/></Provider></AdministrativeMetadata><ContentItem><DataContent><p>It rose.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
			"River rises | [Ana Brook] | AAP | 2014-03-09T07:10:00Z | usable | u1 | 1"},
		"broken off behind the first": {`<newsMessage><newsItem guid="u1"><contentMeta><headline>River rises</headline></contentMeta><contentSet><inlineData>It rose.</inlineData></contentSet></newsItem><newsItem guid="u2"><content`,
			"River rises | [] |  |  | usable | u1 | 1"},
	} {
		t.Run(name, func(t *testing.T) {
			items, err := newsml.Parse(c.doc)
			if err != nil || len(items) != 1 {
				t.Fatalf("%v, %d items", err, len(items))
			}
			r, _ := items[0].Report()
			var names []string
			if r.Byline != nil {
				names = r.Byline.Names
			}
			if got := fmt.Sprintf("%s | %v | %s | %s | %s | %s | %d", r.Headline.Text, names, r.Outlet, r.Published.Value, r.Status, r.GUID, len(r.Body)); got != c.want {
				t.Errorf("%s\nwant %s", got, c.want)
			}
		})
	}
}

// XML in, no panic, an error or items, spans in their texts.
func FuzzParse(f *testing.F) {
	f.Add(`<newsMessage><newsItem guid="a"><contentSet><inlineData>b</inlineData></contentSet></newsItem></newsMessage>`)
	f.Add(`<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>b</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`)
	f.Fuzz(func(t *testing.T, doc string) {
		items, err := newsml.Parse(doc)
		if (err == nil) != (len(items) > 0) {
			t.Errorf("%d items, %v", len(items), err)
		}
		for _, it := range items {
			r, _ := it.Report()
			for _, s := range r.Body {
				if !s.Valid(r.Text) {
					t.Errorf("%v", s)
				}
			}
		}
	})
}
