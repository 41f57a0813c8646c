package wiredesk_test

import (
	"testing"

	"wiredesk"
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
		if got := by.Withdraws(&target); got != c.want {
			t.Errorf("%s: %v", c.name, got)
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
		if got := wiredesk.Resembles(a, b); got != want {
			t.Errorf("%q: %v", b, got)
		}
	}
}
