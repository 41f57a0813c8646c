package dossier

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
)

// A fixture is a text file: reports in, what the dossier says of them out. A
// report begins with "== report OUTLET TIME [of N]", N being the report that it
// copies, counted from 1; each line after it is one sentence:
//
//	SPEAKER (STANCE): words // 14 killed fourteen people
//
// What is said begins behind " | " where it is not the whole sentence. The
// speaker, the stance and the figure may be left out; a figure is its
// number, its unit and its words as printed. "== differences", "== agreements" and
// "== tolls" hold what comes out, a line each.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) {
			raw, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			readings, assignments, want := parseFixture(t, string(raw))
			story := wiredesk.Story{ID: "s"}
			d := Compile(story, readings, assignments, func([]string) wiredesk.Origins { return wiredesk.Origins{} })
			if diff := cmp.Diff(want, outcome(d)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// outcome writes a dossier as fixtures do.
func outcome(d wiredesk.Dossier) map[string][]string {
	out := map[string][]string{"differences": nil, "agreements": nil, "tolls": nil}
	relations := func(list []wiredesk.Relation) []string {
		var lines []string
		for _, r := range list {
			if r.Kind == wiredesk.OnlyIn {
				continue
			}
			var who []string
			for _, s := range r.Sides {
				who = append(who, s.Who)
			}
			lines = append(lines, fmt.Sprintf("%s: %s (%s)", r.Kind, strings.Join(who, " / "), r.Rule))
		}
		return lines
	}
	out["differences"], out["agreements"] = relations(d.Differences), relations(d.Agreements)
	for _, t := range d.Tolls {
		for _, r := range t.Rows {
			line := fmt.Sprintf("%s %s by %s: %s", r.Words, t.Unit, r.Claimant, r.Status)
			if r.Replaces >= 0 {
				line += ", replaces " + t.Rows[r.Replaces].Words
			}
			out["tolls"] = append(out["tolls"], line)
		}
	}
	return out
}

// parseFixture reads a fixture.
func parseFixture(t testing.TB, text string) ([]wiredesk.Reading, []wiredesk.Assignment, map[string][]string) {
	t.Helper()
	want := map[string][]string{"differences": nil, "agreements": nil, "tolls": nil}
	var readings []wiredesk.Reading
	var assignments []wiredesk.Assignment
	section := ""
	for _, line := range strings.Split(text, "\n") {
		switch {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "== report "):
			section = "report"
			f := strings.Fields(line)
			id := fmt.Sprintf("r%d", len(readings)+1)
			readings = append(readings, wiredesk.Reading{Report: wiredesk.Report{ID: id, Outlet: wiredesk.Optional(f[2]), Published: wiredesk.Published{Value: wiredesk.Optional(f[3])}}})
			a := wiredesk.Assignment{Report: id, Story: "s"}
			if len(f) > 5 {
				a.PickupOf, a.Shared = wiredesk.Optional("r"+f[5]), 1
			}
			assignments = append(assignments, a)
		case strings.HasPrefix(line, "== "):
			section = strings.TrimPrefix(line, "== ")
		case section == "report":
			addSentence(t, &readings[len(readings)-1], line)
		default:
			want[section] = append(want[section], line)
		}
	}
	return readings, assignments, want
}

// addSentence adds one line to a reading: a sentence, a claim, perhaps a figure.
func addSentence(t testing.TB, r *wiredesk.Reading, line string) {
	t.Helper()
	line, figure, _ := strings.Cut(line, " // ")
	who, words, attributed := strings.Cut(line, ": ")
	if !attributed {
		words = who
	}
	said, rest, cued := strings.Cut(words, " | ")
	if cued {
		words = said + " " + rest
	}
	start := len(r.Text)
	r.Text += words + "\n"
	span := wiredesk.Span{Start: start, End: start + len(words)}
	r.Sentences, r.Body = append(r.Sentences, span), append(r.Body, span)
	c := wiredesk.Claim{ID: fmt.Sprintf("%s.c%d", r.ID, len(r.Claims)+1), Kind: wiredesk.Narrated, Stance: wiredesk.Statement, Content: []wiredesk.Span{span}, Chain: []string{string(r.Outlet)}}
	if cued {
		c.Cue = []wiredesk.Span{{Start: start, End: start + len(said)}}
		c.Content = []wiredesk.Span{{Start: start + len(said) + 1, End: span.End}}
	}
	if attributed {
		name, stance, given := strings.Cut(strings.TrimSuffix(who, ")"), " (")
		c.Kind, c.Chain = wiredesk.Indirect, []string{name, string(r.Outlet)}
		if given {
			c.Stance = wiredesk.Stance(stance)
		}
	}
	r.Claims = append(r.Claims, c)
	if figure == "" {
		return
	}
	f := strings.Fields(figure)
	low, err := strconv.Atoi(f[0])
	if err != nil || len(f) < 3 {
		t.Fatalf("%q is no figure", figure)
	}
	printed := strings.Join(f[2:], " ")
	at := strings.Index(words, printed)
	if at < 0 {
		t.Fatalf("%q does not stand in %q", printed, words)
	}
	r.Figures = append(r.Figures, wiredesk.Figure{Span: wiredesk.Span{Start: start + at, End: start + at + len(printed)}, Words: printed, Low: wiredesk.Bound(low), High: wiredesk.Bound(low),
		Unit: wiredesk.Unit(f[1]), PartOf: -1, Claim: wiredesk.Optional(c.ID), Scope: wiredesk.ScopePlain})
}
