package text_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/intake/text"
)

var update = flag.Bool("update", false, "write what is found into the fixtures")

// mark parts a fixture's text from what is expected to be found in it.
const mark = "\n=== found\n"

// Each file of testdata is named after what it shows: a text, a line
// "=== found", and what must be found in the text.
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
			doc, want, _ := strings.Cut(string(b), mark)
			r := text.Read(doc, text.Known{})
			checkSpans(t, &r)
			got := describe(&r)
			if *update {
				if err := os.WriteFile(file, []byte(doc+mark+got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

// checkSpans fails if a span of the report is not valid, or the body's are not
// in order.
func checkSpans(t testing.TB, r *wiredesk.Report) {
	t.Helper()
	check := func(what string, s wiredesk.Span) {
		if !s.Valid(r.Text) {
			t.Errorf("%s: span %v is not valid in a text of %d bytes", what, s, len(r.Text))
		}
	}
	end := 0
	for _, s := range r.Body {
		check("body", s)
		if s.Start < end {
			t.Errorf("body: %v overlaps what is before it", s)
		}
		end = s.End
	}
	if r.Headline != nil {
		check("headline", r.Headline.Span)
	}
	if r.Byline != nil {
		check("byline", r.Byline.Span)
	}
	if r.Dateline != nil {
		check("dateline", r.Dateline.Span)
	}
	for _, n := range r.Notices {
		check("notice "+string(n.Kind), n.Span)
	}
	for _, s := range r.Repeats {
		check("repeat", s)
	}
	for _, p := range r.Photos {
		check("photo", p.Span)
	}
}

// describe writes what was found, one thing a line; a paragraph of the body by
// its first and last words.
func describe(r *wiredesk.Report) string {
	var b strings.Builder
	line := func(what, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", what, value)
		}
	}
	if r.Headline != nil {
		line("headline", r.Headline.Text)
	}
	if r.Byline != nil {
		line("byline", strings.Join(r.Byline.Names, "; "))
	}
	if d := r.Dateline; d != nil {
		line("dateline", fmt.Sprintf("%s | %s | %s", d.Place, d.Agency, d.Date))
	}
	line("outlet", string(r.Outlet))
	line("agencies", strings.Join(r.Agencies, "; "))
	line("compiled from", strings.Join(r.CompiledFrom, "; "))
	if r.Published.Value != "" {
		line("published", fmt.Sprintf("%s, %s", r.Published.Value, r.Published.From))
	}
	if !r.Complete {
		line("complete", "no")
	}
	if r.Status != wiredesk.Usable {
		line("status", strings.TrimSpace(string(r.Status)+" "+string(r.Replaces)))
	}
	line("tags", strings.Join(r.Tags, "; "))
	for _, p := range r.Photos {
		line("photo", fmt.Sprintf("%s | %s | %s | %s | %s", p.Caption, p.Credit, p.Photographer, p.Agency, p.Date))
	}
	for _, s := range r.Repeats {
		line("repeat", s.Words(r.Text))
	}
	for _, n := range r.Notices {
		line(string(n.Kind), n.Span.Words(r.Text))
	}
	for _, s := range r.Body {
		line("body", shorten(s.Words(r.Text)))
	}
	return b.String()
}

// shorten returns the first and last words of a paragraph.
func shorten(words string) string {
	const ends = 4
	f := strings.Fields(words)
	if len(f) <= 2*ends {
		return strings.Join(f, " ")
	}
	return strings.Join(f[:ends], " ") + " ... " + strings.Join(f[len(f)-ends:], " ")
}

// A text in, valid spans out, whatever the text; and the same each time.
func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		b, _ := os.ReadFile(file)
		f.Add(string(b), "")
	}
	f.Add("KILL KILL\n\nBy A B\n\n.REUTERS/Pool", "KILL KILL")
	f.Fuzz(func(t *testing.T, doc, headline string) {
		doc = strings.ToValidUTF8(doc, "\ufffd")
		known := text.Known{Headline: headline}
		r := text.Read(doc, known)
		checkSpans(t, &r)
		if r.Text != doc {
			t.Error("the text was changed")
		}
		if d := cmp.Diff(r, text.Read(doc, known)); d != "" {
			t.Error("two readings differ", d)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	raw, err := os.ReadFile("testdata/wire_with_publication_line.txt")
	if err != nil {
		b.Fatal(err)
	}
	doc, _, _ := strings.Cut(string(raw), mark)
	b.SetBytes(int64(len(doc)))
	for b.Loop() {
		text.Read(doc, text.Known{})
	}
}
