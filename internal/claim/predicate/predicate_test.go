package predicate_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"wiredesk"
	"wiredesk/internal/claim"
	"wiredesk/internal/claim/predicate"
	"wiredesk/internal/lang"
)

func read(text string) wiredesk.Reading {
	return claim.Extract(lang.Analyze(&wiredesk.Report{
		ID: "r", Text: text, Outlet: "Harbour Post", Language: "en", Complete: true, Body: []wiredesk.Span{{End: len(text)}},
		Published: wiredesk.Published{Value: "2024-05-15", From: wiredesk.Given},
	}))
}

// TestPredicates reads the texts of testdata/predicates.txt.
func TestPredicates(t *testing.T) {
	raw, err := os.ReadFile("testdata/predicates.txt")
	if err != nil {
		t.Fatal(err)
	}
	for block := range strings.SplitSeq(string(raw), "\n\n") {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		if strings.HasPrefix(lines[0], "#") {
			continue
		}
		got := say(read(lines[0]).Claims)
		for _, want := range lines[1:] {
			if want = strings.TrimPrefix(want, "> "); !strings.Contains("\n"+got+"\n", "\n"+want+"\n") {
				t.Errorf("%s\nwant %s\ngot  %s", lines[0], want, strings.ReplaceAll(got, "\n", "\n     "))
			}
		}
	}
}

func say(claims []wiredesk.Claim) string {
	var out []string
	for k, c := range claims {
		if k == 0 {
			out = append(out, "polarity "+string(c.Polarity))
		}
		for _, p := range c.Predicates {
			out = append(out, fmt.Sprintf("%s | %s | %s | %s | %s", p.Class, heads(p.Subject), heads(p.Object), p.Polarity, p.Modality))
		}
	}
	return strings.Join(out, "\n")
}

func heads(list []wiredesk.Argument) string {
	var out []string
	for _, a := range list {
		out = append(out, a.Head)
	}
	if out == nil {
		return "-"
	}
	return strings.Join(out, ", ")
}

// What two classes are to each other holds as the lexicon says, and opposites
// hold both ways.
func TestRelations(t *testing.T) {
	if !predicate.Opposed("open", "close") || !predicate.Opposed("close", "open") || predicate.Opposed("open", "kill") {
		t.Error("open and close")
	}
	if !predicate.Undoes("arrest", "free") || predicate.Undoes("kill", "free") {
		t.Error("arrest and free")
	}
	if !predicate.Implies("kill", "die") || predicate.Implies("die", "kill") {
		t.Error("kill and die")
	}
}

// An event that did not happen is denied, whichever word says so.
func TestEventPolarity(t *testing.T) {
	for text, want := range map[string]wiredesk.Polarity{
		"Nobody attacked the convoy on Monday.": wiredesk.Negated,
		"Rebels attacked the convoy on Monday.": wiredesk.Affirmed,
	} {
		events := read(text).Events
		if len(events) == 0 || events[0].Polarity != want {
			t.Errorf("%s: %+v", text, events)
		}
	}
}
