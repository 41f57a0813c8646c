package eval

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"wiredesk"
	"wiredesk/internal/intake"
)

// Intake measures headline, byline, date and body of pages; feeds; datelines.
func Intake(shared string) ([]Line, error) {
	var lines []Line
	for _, part := range []func(string) ([]Line, error){bodies, outlets, feeds} {
		l, err := part(filepath.Join(shared, "data"))
		if err != nil {
			return nil, err
		}
		lines = append(lines, l...)
	}
	return lines, nil
}

// bodies measures the body text of pages on the article extraction benchmark,
// as the benchmark does: precision and recall of 4-word shingles, each page
// counted alike, and F1 of their means.
func bodies(data string) ([]Line, error) {
	folder := filepath.Join(data, "article_extraction_benchmark")
	b, err := os.ReadFile(filepath.Join(folder, "ground-truth.json"))
	if err != nil {
		return nil, err
	}
	var truth map[string]struct{ ArticleBody, URL string }
	if err := json.Unmarshal(b, &truth); err != nil {
		return nil, err
	}
	var precision, recall float64
	for _, id := range slices.Sorted(maps.Keys(truth)) {
		want := truth[id]
		page, err := unzip(filepath.Join(folder, "html", id+".html.gz"))
		if err != nil {
			return nil, err
		}
		p, r := shingles(want.ArticleBody, bodyOf(intake.Parse(intake.Input{File: id, Bytes: page})))
		precision += p
		recall += r
	}
	n := float64(len(truth))
	precision, recall = precision/n, recall/n
	return []Line{
		{"page body, F1 over 4-word shingles (" + fmt.Sprint(len(truth)) + " pages)", 100 * 2 * precision * recall / (precision + recall), 0, "go-trafilatura alone 96.0 on the whole set"},
		{"page body, precision", 100 * precision, 0, ""},
		{"page body, recall", 100 * recall, 0, ""},
	}, nil
}

// unzip reads a gzip file.
func unzip(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// bodyOf returns the body of the first report, a paragraph a line.
func bodyOf(res intake.Result) string {
	if len(res.Reports) == 0 {
		return ""
	}
	return body(&res.Reports[0])
}

// body returns the body of a report, a paragraph a line.
func body(r *wiredesk.Report) string {
	var out []string
	for _, s := range r.Body {
		out = append(out, s.Words(r.Text))
	}
	return strings.Join(out, "\n")
}

// shingles returns precision and recall of the runs of four words.
func shingles(want, got string) (precision, recall float64) {
	a, b := runsOfFour(want), runsOfFour(got)
	var both, extra, missing float64
	for k, n := range a {
		both += float64(min(n, b[k]))
		missing += float64(max(0, n-b[k]))
	}
	for k, n := range b {
		extra += float64(max(0, n-a[k]))
	}
	if extra+missing == 0 {
		return 1, 1
	}
	if both == 0 {
		return 0, 0
	}
	return both / (both + extra), both / (both + missing)
}

// runsOfFour counts the runs of four words of a text; a shorter text is one run.
func runsOfFour(s string) map[string]int {
	w := strings.FieldsFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '_' })
	out := map[string]int{}
	for i := 0; i == 0 || i+4 <= len(w); i++ {
		if run := strings.Join(w[i:min(i+4, len(w))], " "); run != "" {
			out[run]++
		}
	}
	return out
}
