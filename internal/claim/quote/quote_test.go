package quote

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
)

// TestFixtures finds the quotations of the texts under testdata, one file per
// phenomenon; testdata/simple.txt explains the form.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for block := range strings.SplitSeq(string(raw), "\n\n") {
			text, want := parse(block)
			if text == "" {
				continue
			}
			t.Run(filepath.Base(file)+"/"+text[:min(len(text), 30)], func(t *testing.T) {
				if diff := cmp.Diff(want, describe(text)); diff != "" {
					t.Errorf("%s\n%s", text, diff)
				}
			})
		}
	}
}

// parse parts a block into its text and what is expected.
func parse(block string) (text string, want []string) {
	var paragraphs []string
	for line := range strings.Lines(block) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "#") || line == "":
		case strings.HasPrefix(line, ">"):
			want = append(want, line)
		default:
			paragraphs = append(paragraphs, line)
		}
	}
	return strings.Join(paragraphs, "\n"), want
}

// describe writes what Find finds as fixtures do.
func describe(text string) []string {
	var out []string
	for _, q := range Find(text, paragraphSpans(text)) {
		line := strings.Repeat(">", q.Depth+1) + " " + q.Inner.Words(text)
		var flags []string
		if q.Unclosed {
			flags = append(flags, "open")
		}
		if q.Continues {
			flags = append(flags, "goes on")
		}
		if len(flags) > 0 {
			line += "|" + strings.Join(flags, ",")
		}
		out = append(out, line)
	}
	return out
}

func paragraphSpans(text string) []wiredesk.Span {
	var out []wiredesk.Span
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		out = append(out, wiredesk.Span{Start: at, End: at + len(strings.TrimRight(line, "\n"))})
		at += len(line)
	}
	return out
}

// Quotations lie inside the text, cut no character, and hold their inner part.
func FuzzFind(f *testing.F) {
	f.Add("\"We stay,\" he said. ‘No’ — “yes\n“And")
	f.Add("''''\"\"“”«»'a' 'b")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		for _, q := range Find(text, paragraphSpans(text)) {
			if !q.Span.Valid(text) || !q.Inner.Valid(text) || !q.Span.Contains(q.Inner) {
				t.Fatalf("%+v in %q", q, text)
			}
		}
	})
}
