package attribution

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wiredesk"
	"wiredesk/internal/claim/predicate"
	"wiredesk/internal/claim/stance"
	"wiredesk/internal/lang"
)

// outlet is the outlet of the fixtures' reports.
const outlet = "Harbour Post"

// A fixture is a report with what must and must not be found in it.
type fixture struct {
	report *wiredesk.Report
	want   []string // "chain | kind | stance | words | to=..."
	never  []string
}

// TestFixtures reads the reports under testdata/claims, one file per
// phenomenon; README.txt there explains the form.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/claims/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for block := range strings.SplitSeq(string(raw), "\n\n") {
			if f := readFixture(block); f.report.Text != "" {
				t.Run(filepath.Base(file)+"/"+f.report.Text[:min(40, len(f.report.Text))], f.check)
			}
		}
	}
}

func readFixture(block string) fixture {
	f := fixture{report: &wiredesk.Report{ID: "r", Outlet: outlet, Complete: true}}
	headline := false
	for line := range strings.Lines(block) {
		line = strings.TrimSpace(line)
		switch {
		case line == "# headline":
			headline = true
		case strings.HasPrefix(line, "#") || line == "":
		case strings.HasPrefix(line, ">"):
			f.want = append(f.want, strings.TrimSpace(line[1:]))
		case strings.HasPrefix(line, "!"):
			f.never = append(f.never, strings.TrimSpace(line[1:]))
		default:
			s := wiredesk.Span{Start: len(f.report.Text), End: len(f.report.Text) + len(line)}
			f.report.Text += line + "\n"
			if headline {
				f.report.Headline, headline = &wiredesk.Headline{Text: line, Span: s}, false
			} else {
				f.report.Body = append(f.report.Body, s)
			}
		}
	}
	return f
}

func (f fixture) check(t *testing.T) {
	doc := lang.Analyze(f.report)
	claims := Find(doc)
	predicate.Fill(doc, claims)
	stance.Fill(doc, claims)
	for _, w := range f.want {
		if !f.found(claims, strings.Split(w, "|")) {
			t.Errorf("not found: %s\n%s", w, f.show(claims))
		}
	}
	for _, w := range f.never {
		for _, c := range claims {
			if c.Kind != wiredesk.Narrated && strings.Contains(f.content(c), w) {
				t.Errorf("found: %s\n%s", w, f.show(claims))
			}
		}
	}
}

// found reports whether a claim is as the fields say.
func (f fixture) found(claims []wiredesk.Claim, fields []string) bool {
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	chain := outlet
	if fields[0] != "" {
		chain = fields[0] + " > " + outlet
	}
	for _, c := range claims {
		ok := strings.Join(c.Chain, " > ") == chain && string(c.Kind) == fields[1] &&
			string(c.Stance) == fields[2] && strings.Contains(f.content(c), fields[3])
		for _, extra := range fields[4:] {
			key, value, _ := strings.Cut(extra, "=")
			ok = ok && (key == "to" && string(c.To) == value || key == "if" && string(c.Condition) == value)
		}
		if ok {
			return true
		}
	}
	return false
}

func (f fixture) content(c wiredesk.Claim) string { return f.words(c.Content) }

func (f fixture) words(spans []wiredesk.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, s.Words(f.report.Text))
	}
	return strings.Join(out, " ... ")
}

func (f fixture) show(claims []wiredesk.Claim) string {
	var b strings.Builder
	for _, c := range claims {
		b.WriteString("  got " + strings.Join(c.Chain, " > ") + " | " + string(c.Kind) + " | " + string(c.Stance) + " | " + f.content(c) +
			" | cue=" + f.words(c.Cue) + " to=" + string(c.To) + " if=" + string(c.Condition) + "\n")
	}
	return b.String()
}
