package check

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wiredesk"
)

// Each file under testdata is one phenomenon. Its first lines describe a
// report: "report:" its text, "time: WORDS = DATE", "name: WORDS = NAME",
// "place: WORDS = NAME", "speaker: WORDS = NAME", "outlet:", "published:". Then come sentences: "yes:"
// must be printed, "no REASON:" must be refused with a reason that holds REASON,
// "bears:" must be borne by the report's words, though it is not made of them
// alone. Every sentence cites the whole report.
func TestSentences(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) { checkFile(t, string(b)) })
	}
}

func checkFile(t *testing.T, text string) {
	r := &wiredesk.Reading{Report: wiredesk.Report{ID: "r"}}
	for line := range strings.Lines(text) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), ":")
		value = strings.TrimSpace(value)
		words, meaning, _ := strings.Cut(value, " = ")
		at := strings.Index(r.Text, words)
		span := wiredesk.Span{Start: at, End: at + len(words)}
		switch {
		case !ok || strings.HasPrefix(line, "#"):
		case key == "report":
			r.Text = value
		case key == "outlet":
			r.Outlet = wiredesk.Optional(value)
		case key == "published":
			r.Published = wiredesk.Published{Value: wiredesk.Optional(value), From: wiredesk.Printed}
		case key == "killed":
			r.Status = wiredesk.Killed
		case key == "time":
			from, to, isRange := strings.Cut(meaning, "..")
			if !isRange {
				to = from
			}
			r.Times = append(r.Times, wiredesk.Time{Span: span, From: wiredesk.Optional(from), To: wiredesk.Optional(to)})
		case key == "name":
			r.References = append(r.References, wiredesk.Reference{Span: span, Entity: meaning, Rule: "test"})
			r.Entities = append(r.Entities, wiredesk.Entity{ID: meaning, Name: meaning})
		case key == "speaker":
			r.Claims = append(r.Claims, wiredesk.Claim{ID: "c", Source: wiredesk.Source{Spans: []wiredesk.Span{span}}, Chain: []string{meaning, "Outlet"}})
		case key == "place":
			r.Places = append(r.Places, wiredesk.Place{Span: span, Name: meaning})
		case key == "yes":
			if rules, why := judge(r, value); why != "" {
				t.Errorf("%q is refused: %s (rules %v)", value, why, rules)
			}
		case key == "bears":
			if _, why := Bears(value, wiredesk.Citation{Report: r.ID, Span: wiredesk.Span{End: len(r.Text)}, Quote: r.Text}, map[string]*wiredesk.Reading{r.ID: r}); why != "" {
				t.Errorf("%q is not borne: %s", value, why)
			}
		case strings.HasPrefix(key, "no "):
			if _, why := judge(r, value); !strings.Contains(why, strings.TrimPrefix(key, "no ")) {
				t.Errorf("%q: refused with %q, want %q", value, why, key)
			}
		default:
			t.Fatalf("cannot read %q", line)
		}
	}
}

// judge checks a sentence against the whole text of a report.
func judge(r *wiredesk.Reading, sentence string) ([]string, string) {
	whole := wiredesk.Span{End: len(r.Text)}
	return Sentence(sentence, []wiredesk.Citation{{Report: r.ID, Span: whole, Quote: r.Text}}, map[string]*wiredesk.Reading{r.ID: r})
}

func TestCitationsMustHold(t *testing.T) {
	r := &wiredesk.Reading{Report: wiredesk.Report{ID: "r", Text: "Two ships left."}}
	readings := map[string]*wiredesk.Reading{"r": r}
	for name, cs := range map[string][]wiredesk.Citation{
		"none":             nil,
		"unknown report":   {{Report: "x", Span: wiredesk.Span{End: 3}, Quote: "Two"}},
		"outside the text": {{Report: "r", Span: wiredesk.Span{Start: 4, End: 99}, Quote: "ships"}},
		"other words":      {{Report: "r", Span: wiredesk.Span{End: 3}, Quote: "Ten"}},
	} {
		if _, why := Sentence("Two ships left.", cs, readings); why == "" {
			t.Errorf("%s: the sentence is printed", name)
		}
	}
}

// The words of a report always pass when they are cited as they stand, unless
// a quotation in them is not closed.
func FuzzOwnWordsPass(f *testing.F) {
	f.Add("Some 19 people died on Tuesday, Jan. 5, the mayor of Ystad said.")
	f.Add("“It is over,” he said. \"No.\"")
	f.Fuzz(func(t *testing.T, text string) {
		r := &wiredesk.Reading{Report: wiredesk.Report{ID: "r", Text: text}}
		if !(wiredesk.Span{End: len(text)}).Valid(text) || strings.ContainsAny(text, "“”\"") {
			t.Skip()
		}
		if _, why := judge(r, text); why != "" {
			t.Errorf("%q is refused: %s", text, why)
		}
	})
}
