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

// What a sentence becomes where it is printed: parts are left out, whom a
// pronoun means stands in its place, a relative time gets its day.
func TestWording(t *testing.T) {
	for name, c := range map[string]struct {
		text     string
		out      []string          // what is left out
		times    map[string]string // words -> ISO date
		persons  map[string]string // words -> name
		speakers map[string]string // words -> speaker of the claim whose source they are
		want     string
	}{
		"a part is left out":                    {text: "The ferry, built in a yard far away, sank.", out: []string{", built in a yard far away,"}, want: "The ferry sank."},
		"what opens the sentence":               {text: "As night fell, the ferry sank.", out: []string{"As night fell, "}, want: "The ferry sank."},
		"a day is given":                        {text: "The ferry sank yesterday, police said.", times: map[string]string{"yesterday": "2014-04-16"}, want: "The ferry sank yesterday [16 April 2014], police said."},
		"whom a pronoun means":                  {text: "He said that the ferry sank.", persons: map[string]string{"He": "Lee Jun"}, want: "Lee Jun said that the ferry sank."},
		"whose it is":                           {text: "The cook saw his boat sink.", persons: map[string]string{"his": "Lee Jun"}, want: "The cook saw Lee Jun’s boat sink."},
		"nothing is put inside a quotation":     {text: "“He left yesterday,” the cook said.", times: map[string]string{"yesterday": "2014-04-16"}, persons: map[string]string{"He": "Lee Jun"}, want: "“He left yesterday,” the cook said."},
		"a speaker who is no entity":            {text: "Nine were missing, it said.", speakers: map[string]string{"it": "harbour office"}, want: "Nine were missing, the harbour office said."},
		"a speaker whom nobody knows":           {text: "Nine were missing, it said.", speakers: map[string]string{"it": "unknown"}, want: "Nine were missing, it said."},
		"when it was said goes without a trace": {text: "Nine were missing, police said on Monday.", out: []string{" on Monday"}, want: "Nine were missing, police said."},
	} {
		t.Run(name, func(t *testing.T) {
			r := &wiredesk.Reading{Report: wiredesk.Report{ID: "r", Text: c.text}, Sentences: []wiredesk.Span{{End: len(c.text)}}}
			a := &account{reading: r, names: map[string]string{}, forms: map[string][]string{}}
			for words, iso := range c.times {
				r.Times = append(r.Times, wiredesk.Time{Span: at(t, c.text, words), From: wiredesk.Optional(iso), To: wiredesk.Optional(iso), Kind: wiredesk.TimeDate, Anchor: "2014-04-17"})
			}
			for words, name := range c.persons {
				r.References = append(r.References, wiredesk.Reference{Span: at(t, c.text, words), Entity: name})
				r.Entities = append(r.Entities, wiredesk.Entity{ID: name, Name: name, Type: wiredesk.Person})
				a.names[name] = name
			}
			for words, name := range c.speakers {
				r.Claims = append(r.Claims, wiredesk.Claim{Source: wiredesk.Source{Spans: []wiredesk.Span{at(t, c.text, words)}}, Chain: []string{name, "Outlet"}})
			}
			var out []wiredesk.Span
			for _, p := range c.out {
				out = append(out, at(t, c.text, p))
			}
			whole := &candidate{account: a, span: wiredesk.Span{End: len(c.text)}}
			teller := &teller{known: map[string]bool{}, days: map[string]bool{}, named: map[string]string{}}
			if got := a.render(whole.span, teller.edits(whole, out)); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// Sentences that lean on the one before them are not printed alone.
func TestLeaning(t *testing.T) {
	for text, want := range map[string]bool{
		"They said the dam held.":                            true,
		"It was the second flood in a year.":                 false,
		"It also ordered the mayor to pay.":                  true,
		"“We saw it fall,” the miller said.":                 false,
		"The engineers said that they had warned.":           false,
		"The spokesman said the dam held.":                   true,
		"The spokesman of the county said the dam held.":     false,
		"The company denied such a letter had ever come in.": true,
	} {
		r := &wiredesk.Reading{Report: wiredesk.Report{ID: "r", Text: text}}
		c := &candidate{account: &account{reading: r}, span: wiredesk.Span{End: len(text)}}
		if got := c.pointsBack(); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
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
