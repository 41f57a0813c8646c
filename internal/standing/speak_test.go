package standing_test

import (
	"testing"

	"wiredesk"
	"wiredesk/internal/standing"
)

func TestWithdraws(t *testing.T) {
	target := wiredesk.Report{ID: "r", URL: "https://kestrel.example/1", GUID: "urn:k:1", Outlet: "Kestrel Post", Agencies: []string{"Orkney Wire"},
		Headline: &wiredesk.Headline{Text: "Ferry  Alba aground"}}
	for _, c := range []struct {
		name     string
		status   wiredesk.Status
		replaces wiredesk.Optional
		outlet   wiredesk.Optional
		want     bool
	}{
		{"by headline", wiredesk.Killed, "ferry alba aground.", "Kestrel Post", true},
		{"by address", wiredesk.Killed, "https://kestrel.example/1", "Kestrel Post", true},
		{"by guid", wiredesk.Correction, "urn:k:1", "kestrel post", true},
		{"by the agency that it credits", wiredesk.Killed, "r", "Orkney Wire", true},
		{"by who names nobody", wiredesk.Killed, "r", "", true},
		{"by another outlet", wiredesk.Killed, "r", "Rival Times", false},
		{"another report", wiredesk.Killed, "Ferry Corrie aground", "Kestrel Post", false},
		{"an ordinary report", wiredesk.Usable, "r", "Kestrel Post", false},
		{"nothing named", wiredesk.Killed, "", "Kestrel Post", false},
	} {
		by := wiredesk.Report{ID: "k", Status: c.status, Replaces: c.replaces, Outlet: c.outlet}
		if got := standing.Withdraws(&by, &target); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// Who may take a report back: whoever it came from, and nobody who only says so.
func TestSpeaksFor(t *testing.T) {
	pickup := wiredesk.Report{ID: "r", URL: "https://www.kestrelpost.example/1", Outlet: "Kestrel Post", Agencies: []string{"Orkney Wire"}}
	for name, c := range map[string]struct {
		by   wiredesk.Report
		want bool
	}{
		"the same host":                          {wiredesk.Report{URL: "https://www.kestrelpost.example/kill"}, true},
		"another host of the outlet":             {wiredesk.Report{URL: "https://news.kestrelpost.example/kill", Outlet: "Kestrel Post"}, true},
		"another outlet on the same host":        {wiredesk.Report{URL: "https://www.kestrelpost.example/kill", Outlet: "Rival Times"}, false},
		"the agency's own page":                  {wiredesk.Report{URL: "https://orkneywire.example/k", Outlet: "Orkney Wire"}, true},
		"the agency's page by its initials":      {wiredesk.Report{URL: "https://ownews.example/k", Outlet: "Orkney Wire"}, true},
		"the agency's file":                      {wiredesk.Report{Outlet: "Orkney Wire"}, true},
		"a file that credits the agency":         {wiredesk.Report{Agencies: []string{"Orkney Wire"}}, true},
		"a file that names nobody":               {wiredesk.Report{}, true},
		"a page that only credits the agency":    {wiredesk.Report{URL: "https://blog.example/k", Outlet: "Blog", Agencies: []string{"Orkney Wire"}}, false},
		"a page that calls itself the agency":    {wiredesk.Report{URL: "https://blog.example/k", Outlet: "Orkney Wire"}, false},
		"a page that calls itself the outlet":    {wiredesk.Report{URL: "https://blog.example/k", Outlet: "Kestrel Post"}, false},
		"a page that names nobody":               {wiredesk.Report{URL: "https://blog.example/k"}, false},
		"a file that credits another agency":     {wiredesk.Report{Agencies: []string{"Faroe Wire"}}, false},
		"another outlet that carries the agency": {wiredesk.Report{Outlet: "Rival Times", Agencies: []string{"Orkney Wire"}}, false},
	} {
		if got := standing.SpeaksFor(&c.by, &pickup); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestResembles(t *testing.T) {
	const a = "The ferry Alba ran aground off Stroma on Sunday, and three people were injured."
	for b, want := range map[string]bool{
		a + " The harbour master said so.":                                    true,
		"The ferry Alba ran aground off Stroma; five were injured.":           true,
		"Thurso's council raises its taxes by four per cent from April next.": false,
	} {
		if got := standing.Resembles(a, b); got != want {
			t.Errorf("%q: %v", b, got)
		}
	}
}
