package photo_test

import (
	"cmp"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	gocmp "github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/claim/photo"
	"wiredesk/internal/lang"
)

func TestCaptions(t *testing.T) {
	b, err := os.ReadFile("testdata/captions.txt")
	if err != nil {
		t.Fatal(err)
	}
	for part := range strings.SplitSeq(string(b), "---\n") {
		var caption, credit, want string
		for line := range strings.Lines(part) {
			line = strings.TrimSpace(line)
			switch {
			case strings.HasPrefix(line, "> "):
				want = line[2:]
			case !strings.HasPrefix(line, "#"):
				caption, credit, _ = strings.Cut(line, " | ")
			}
		}
		p := read(caption, credit)
		got := strings.Join([]string{orNone(strings.Join(p.People, ", ")), orNone(string(p.Place)), orNone(string(p.Date)), orNone(string(p.Photographer)), orNone(string(p.Agency))}, " | ")
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Errorf("%s\n(-want +got):\n%s", caption, diff)
		}
	}
}

// read reads one photo of a report that holds nothing else.
func read(caption, credit string) wiredesk.Photo {
	text := caption + " " + credit
	r := &wiredesk.Report{Text: text, Photos: []wiredesk.Photo{{
		Caption: wiredesk.Optional(caption), Credit: wiredesk.Optional(credit), Span: wiredesk.Span{Start: 0, End: len(text)},
	}}}
	return photo.Read(lang.Analyze(r))[0]
}

func orNone(s string) string { return cmp.Or(s, "-") }

func TestWhatIntakeReadStays(t *testing.T) {
	r := &wiredesk.Report{Text: "x", Photos: []wiredesk.Photo{{Credit: "AP", Photographer: "Jane Doe", Agency: "EPA", Place: "Rome", Date: "2010-01-01"}}}
	p := photo.Read(lang.Analyze(r))[0]
	if diff := gocmp.Diff(r.Photos[0], p); diff != "" {
		t.Errorf("changed (-intake +read):\n%s", diff)
	}
}

// What is read out of a caption stands in the caption or credit.
func FuzzRead(f *testing.F) {
	f.Add("Anna Lindqvist (L) in Oslo on March 3, 2011.", "REUTERS/Pool")
	f.Add("", "/// via via Photo by by/")
	f.Fuzz(func(t *testing.T, caption, credit string) {
		if !utf8.ValidString(caption) || !utf8.ValidString(credit) {
			t.Skip()
		}
		p := read(caption, credit)
		words := strings.Join(strings.Fields(caption+" "+credit), " ")
		for _, found := range append(p.People, string(p.Place)) {
			if !strings.Contains(words, found) {
				t.Errorf("%q is not in %q", found, words)
			}
		}
	})
}
