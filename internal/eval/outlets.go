package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"wiredesk/internal/intake"
	"wiredesk/internal/intake/text"
)

// expected is what one version of a publisher's page holds, after the tests of
// fundus.
type expected struct {
	Authors []string
	Body    struct {
		Summary  []string
		Sections []struct{ Headline, Paragraphs []string }
	}
	Date  string `json:"publishing_date"`
	Title string
}

// english are the folders of fundus in which most outlets write English.
var english = []string{"au", "ca", "ind", "ls", "my", "na", "tz", "uk", "us", "za"}

// outlets measures headline, byline, day and body on pages of real publishers
// in English.
func outlets(data string) ([]Line, error) {
	folder := filepath.Join(data, "fundus_parser_tests")
	var total, headline, byline, day, f1 float64
	for _, country := range english {
		var meta map[string]struct{ URL string }
		err := readJSON(filepath.Join(folder, country, "meta.json"), &meta)
		if errors.Is(err, fs.ErrNotExist) {
			continue // the other half of the set has it
		}
		if err != nil {
			return nil, err
		}
		for _, file := range slices.Sorted(maps.Keys(meta)) {
			want, ok, err := expectedOf(filepath.Join(folder, country), file)
			if err != nil {
				return nil, err
			}
			if !ok {
				continue
			}
			page, err := unzip(filepath.Join(folder, country, file))
			if err != nil {
				return nil, err
			}
			res := intake.Parse(intake.Input{URL: meta[file].URL, Bytes: page})
			total++
			h, b, d, f := compareOutlet(want, res)
			headline += h
			byline += b
			day += d
			f1 += f
		}
	}
	n := fmt.Sprintf(" (%.0f pages of publishers)", total)
	return []Line{
		{"headline right" + n, 100 * headline / total, 0, "letters and digits alike"},
		{"byline right", 100 * byline / total, 0, "the same set of names"},
		{"day of publication right", 100 * day / total, 0, ""},
		{"body, mean F1 over 4-word shingles", 100 * f1 / total, 0, "against summary, crossheads and paragraphs"},
	}, nil
}

// compareOutlet returns 1 for each of headline, byline and day that is right,
// and the F1 of the body.
func compareOutlet(want expected, res intake.Result) (headline, byline, day, f1 float64) {
	if len(res.Reports) == 0 {
		return
	}
	r := &res.Reports[0]
	if r.Headline != nil && letters(r.Headline.Text) == letters(want.Title) {
		headline = 1
	}
	var names []string
	if r.Byline != nil {
		names = r.Byline.Names
	}
	// Fundus lists agencies and the outlet itself among the authors.
	persons := slices.DeleteFunc(slices.Clone(want.Authors), func(a string) bool {
		return letters(a) == letters(string(r.Outlet)) || len(text.TextAgencies(a)) > 0 && slices.Contains(r.Agencies, text.TextAgencies(a)[0])
	})
	if sameNames(names, persons) {
		byline = 1
	}
	if len(r.Published.Value) >= 10 && string(r.Published.Value[:10]) == utcDay(want.Date) {
		day = 1
	}
	var body []string
	body = append(body, want.Body.Summary...)
	for _, s := range want.Body.Sections {
		body = append(append(body, s.Headline...), s.Paragraphs...)
	}
	p, rec := shingles(strings.Join(body, "\n"), bodyOf(res))
	if p+rec > 0 {
		f1 = 2 * p * rec / (p + rec)
	}
	return
}

// utcDay returns the day of a time in UTC, as intake gives it.
func utcDay(s string) string {
	if len(s) < 10 {
		return ""
	}
	for _, form := range []string{"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05.999999Z07:00", time.RFC3339, "2006-01-02 15:04:05"} {
		if t, err := time.Parse(form, s); err == nil {
			return t.UTC().Format(time.DateOnly)
		}
	}
	return s[:10]
}

// letters returns the letters and digits of words in lower case.
func letters(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, s)
}

// sameNames reports whether two lists hold the same names.
func sameNames(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for _, n := range a {
		if !slices.ContainsFunc(b, func(m string) bool { return letters(m) == letters(n) }) {
			return false
		}
	}
	return true
}

// versionForm finds the day in the name of a page's file.
var versionForm = regexp.MustCompile(`^(.+)_(\d{4}_\d{2}_\d{2})\.html\.gz$`)

// expectedOf returns what a page must hold; ok is false where the set does not
// say.
func expectedOf(folder, file string) (expected, bool, error) {
	m := versionForm.FindStringSubmatch(file)
	if m == nil {
		return expected{}, false, nil
	}
	var versions map[string]expected
	if err := readJSON(filepath.Join(folder, m[1]+".json"), &versions); err != nil {
		return expected{}, false, err
	}
	// The version is the last that was published when the page was fetched.
	fetched, _ := time.Parse("2006_01_02", m[2])
	var best expected
	for _, v := range versions {
		day, err := time.Parse(time.DateOnly, utcDay(v.Date))
		if err == nil && !day.After(fetched.AddDate(0, 0, 1)) && v.Date > best.Date {
			best = v
		}
	}
	return best, best.Date != "", nil
}

// readJSON reads a JSON file.
func readJSON(path string, v any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(b, v)
}
