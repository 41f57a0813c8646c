package brief

import (
	"strings"
	"testing"

	"wiredesk"
)

// at returns the span of words in text.
func at(t *testing.T, text, words string) wiredesk.Span {
	t.Helper()
	i := strings.Index(text, words)
	if i < 0 {
		t.Fatalf("%q is not in %q", words, text)
	}
	return wiredesk.Span{Start: i, End: i + len(words)}
}

func TestWording(t *testing.T) {
	for name, c := range map[string]struct {
		text     string
		parts    []string
		times    map[string]string // words -> ISO date
		persons  map[string]string // words -> name
		speakers map[string]string // words -> speaker of the claim whose source they are
		want     string
	}{
		"a clause becomes a sentence": {text: "and the ferry sank, police said.", parts: []string{"the ferry sank", "police said"}, want: "The ferry sank, police said."},
		"a date is resolved in brackets": {text: "The ferry sank yesterday, police said.", parts: []string{"The ferry sank yesterday"},
			times: map[string]string{"yesterday": "2014-04-16"}, want: "The ferry sank yesterday [16 April 2014]."},
		"whom a pronoun means": {text: "He said that the ferry sank.", parts: []string{"He said that the ferry sank"},
			persons: map[string]string{"He": "Lee Jun"}, want: "He [Lee Jun] said that the ferry sank."},
		"a name that stands there already is not repeated": {text: "Lee Jun said he swam.", parts: []string{"Lee Jun said he swam"},
			persons: map[string]string{"he": "Lee Jun"}, want: "Lee Jun said he swam."},
		"nothing is put inside a quotation": {text: "“He left yesterday,” the cook said.", parts: []string{"“He left yesterday,” the cook said"},
			times: map[string]string{"yesterday": "2014-04-16"}, persons: map[string]string{"He": "Lee Jun"}, want: "“He left yesterday,” the cook said."},
		"a speaker who is no entity": {text: "Nine were missing, it said.", parts: []string{"Nine were missing, it said"},
			speakers: map[string]string{"it": "harbour office"}, want: "Nine were missing, it [the harbour office] said."},
		"a speaker whom nobody knows": {text: "Nine were missing, it said.", parts: []string{"Nine were missing, it said"},
			speakers: map[string]string{"it": "unknown"}, want: "Nine were missing, it said."},
		"what is left out is marked":           {text: "The ferry, built in a yard far away many years before that spring, sank.", parts: []string{"The ferry", "sank"}, want: "The ferry … sank."},
		"marks of a quotation are taken along": {text: "She said: “It was dark.” Then she wept.", parts: []string{"It was dark."}, want: "“It was dark.”"},
	} {
		t.Run(name, func(t *testing.T) {
			r := &wiredesk.Reading{Report: wiredesk.Report{ID: "r", Text: c.text}, Sentences: []wiredesk.Span{{End: len(c.text)}}}
			a := &account{reading: r, names: map[string]string{}, forms: map[string][]string{}}
			for words, iso := range c.times {
				r.Times = append(r.Times, wiredesk.Time{Span: at(t, c.text, words), From: wiredesk.Optional(iso), To: wiredesk.Optional(iso), Kind: wiredesk.TimeDate, Anchor: "2014-04-17"})
			}
			for words, name := range c.persons {
				r.References = append(r.References, wiredesk.Reference{Span: at(t, c.text, words), Entity: name})
				a.names[name] = name
				a.forms[name] = []string{name}
			}
			for words, name := range c.speakers {
				r.Claims = append(r.Claims, wiredesk.Claim{Source: wiredesk.Source{Spans: []wiredesk.Span{at(t, c.text, words)}}, Chain: []string{name, "Outlet"}})
			}
			var parts []wiredesk.Span
			for _, p := range c.parts {
				parts = append(parts, at(t, c.text, p))
			}
			if got := a.wording(parts); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestDatesForPeople(t *testing.T) {
	for _, c := range [][3]string{
		{"2012-02-07", "2012-02-07", "7 February 2012"}, {"2012-02-03", "2012-02-07", "3 to 7 February 2012"},
		{"2012-01-31", "2012-02-02", "31 January to 2 February 2012"}, {"2011-12-31", "2012-01-01", "31 December 2011 to 1 January 2012"},
		{"2012-02-01", "2012-02-29", "February 2012"}, {"2012-01-01", "2012-12-31", "2012"}, {"2012-02", "2012-02", ""},
	} {
		if got := dates(c[0], c[1]); got != c[2] {
			t.Errorf("%s to %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

// A kill takes the killed report, what it names, and the copies of it.
func TestWithdrawnReports(t *testing.T) {
	report := func(id, headline string, status wiredesk.Status, replaces string) wiredesk.Reading {
		return wiredesk.Reading{Report: wiredesk.Report{ID: id, Headline: &wiredesk.Headline{Text: headline}, Status: status, Replaces: wiredesk.Optional(replaces)}}
	}
	readings := []wiredesk.Reading{
		report("wire", "Dam breaks above town", wiredesk.Usable, ""),
		report("copy", "Dam breaks", wiredesk.Usable, ""),
		report("own", "Town fears for dam", wiredesk.Usable, ""),
		report("kill", "KILL: Dam breaks above town", wiredesk.Killed, "Dam breaks above town"),
		report("fixed", "CORRECTED: Town fears for dam", wiredesk.Correction, "own"),
	}
	assignments := []wiredesk.Assignment{{}, {PickupOf: "wire", Shared: 0.8}, {}, {}, {}}
	got := map[string]bool{}
	for _, a := range accounts(readings, assignments) {
		got[a.reading.ID] = a.withdrawn != ""
	}
	for id, want := range map[string]bool{"wire": true, "copy": true, "own": true, "kill": true, "fixed": false} {
		if got[id] != want {
			t.Errorf("%s: withdrawn %v, want %v", id, got[id], want)
		}
	}
	if b := Compile(wiredesk.Story{ID: "s"}, readings, assignments, func([]string) wiredesk.Origins { return wiredesk.Origins{} }); len(b.NotPrinted) != 4 {
		t.Errorf("not printed: %v", b.NotPrinted)
	}
}
