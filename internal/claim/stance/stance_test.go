package stance_test

import (
	"os"
	"strings"
	"testing"

	"wiredesk"
	"wiredesk/internal/claim"
	"wiredesk/internal/lang"
)

func read(text string) []wiredesk.Claim {
	return claim.Extract(lang.Analyze(&wiredesk.Report{
		ID: "r", Text: text, Outlet: "Harbour Post", Language: "en", Complete: true, Body: []wiredesk.Span{{End: len(text)}},
		Published: wiredesk.Published{Value: "2024-05-15", From: wiredesk.Given},
	})).Claims
}

// TestStances reads the texts of testdata/stances.txt.
func TestStances(t *testing.T) {
	raw, err := os.ReadFile("testdata/stances.txt")
	if err != nil {
		t.Fatal(err)
	}
	for block := range strings.SplitSeq(string(raw), "\n\n") {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		if strings.HasPrefix(lines[0], "#") {
			continue
		}
		var got []string
		for _, c := range read(lines[0]) {
			got = append(got, string(c.Stance)+" | "+words(lines[0], c))
		}
		for _, want := range lines[1:] {
			if !has(got, strings.TrimPrefix(want, "> ")) {
				t.Errorf("%s\nwant %s\ngot %s", lines[0], want, strings.Join(got, "\n    "))
			}
		}
	}
}

func words(text string, c wiredesk.Claim) string {
	var out []string
	for _, s := range c.Content {
		out = append(out, s.Words(text))
	}
	return strings.Join(out, " ... ")
}

func has(got []string, want string) bool {
	stance, words, _ := strings.Cut(want, " | ")
	for _, g := range got {
		if strings.HasPrefix(g, stance+" | ") && strings.Contains(g, words) {
			return true
		}
	}
	return false
}

// By when, against whom and in answer to what a claim is made.
func TestDetails(t *testing.T) {
	c := read("Kenya urged Somalia to withdraw its troops before May 20.")
	if len(c) != 1 || c[0].Deadline == nil || c[0].Deadline.To != "2024-05-20" || c[0].To != "Somalia" {
		t.Errorf("%+v", c)
	}
	c = read("Rebels said the army had burned two villages. The army denied that it had burned the villages.")
	if len(c) != 2 || string(c[1].Answers) != c[0].ID || c[1].Polarity != wiredesk.Negated {
		t.Errorf("%+v", c)
	}
	c = read("The opposition accused the police of burning ballots.")
	if len(c) != 1 || c[0].Accuses != "police" && c[0].Accuses != "the police" {
		t.Errorf("%+v", c)
	}
}
