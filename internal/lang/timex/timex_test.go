package timex_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/lang"
)

// A fixture file holds a line "published DATE", then sentences, each followed
// by its times in order, as "> words = value kind rule". The value is a day, two
// days parted by a slash, or "-" for unknown; kind and rule may be left out.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			checkFixture(t, string(b))
		})
	}
}

func checkFixture(t *testing.T, file string) {
	var published string
	report := &wiredesk.Report{}
	var want []string
	for _, line := range strings.Split(file, "\n") {
		switch {
		case strings.HasPrefix(line, "#"), line == "":
		case strings.HasPrefix(line, "published "):
			if published = strings.TrimPrefix(line, "published "); published == "-" {
				published = ""
			}
		case strings.HasPrefix(line, "> "):
			want = append(want, strings.TrimPrefix(line, "> "))
		default:
			start := len(report.Text)
			report.Text += line + "\n"
			report.Body = append(report.Body, wiredesk.Span{Start: start, End: len(report.Text) - 1})
		}
	}
	report.Published.Value = wiredesk.Optional(published)
	times := lang.Analyze(report).Times
	var got []string
	for i, x := range times {
		given := ""
		if i < len(want) {
			given = want[i]
		}
		got = append(got, describe(report.Text, x, given))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("times (-want +got):\n%s", diff)
	}
}

// describe writes a time as the fixture writes it, with kind and rule only
// where the fixture gives them.
func describe(text string, x wiredesk.Time, want string) string {
	value := string(x.From)
	switch {
	case x.From == "":
		value = "-"
	case x.From != x.To:
		value += "/" + string(x.To)
	}
	got := fmt.Sprintf("%s = %s", x.Span.Words(text), value)
	_, rest, _ := strings.Cut(want, " = ")
	if n := len(strings.Fields(rest)); n > 1 {
		got += " " + string(x.Kind)
		if n > 2 {
			got += " " + x.Rule
		}
	}
	return got
}
