package eval

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"wiredesk/internal/intake"
	"wiredesk/internal/intake/atom"
	"wiredesk/internal/intake/date"
	"wiredesk/internal/intake/decode"
	"wiredesk/internal/intake/feed"
	"wiredesk/internal/intake/jsonfeed"
	"wiredesk/internal/intake/markup"
	"wiredesk/internal/intake/rss"
)

// Forms of what the feed tests expect that concerns a report.
var (
	expectEntry = regexp.MustCompile(`entries\[0\]\['(title|link|id|summary|description|author|source)'\] == u?'((?:[^'\\]|\\.)*)'`)
	expectFeed  = regexp.MustCompile(`feed\['(title|link)'\] == u?'((?:[^'\\]|\\.)*)'`)
	expectBody  = regexp.MustCompile(`entries\[0\]\['content'\]\[0\]\['value'\] == u?'((?:[^'\\]|\\.)*)'`)
	expectTime  = regexp.MustCompile(`entries\[0\]\['(published|updated)_parsed'\] == \((\d+), (\d+), (\d+), (\d+), (\d+), (\d+),`)
)

// feeds measures reading on the feedparser tests: how many are read at all,
// and how many of the expectations that concern a report are met.
func feeds(data string) ([]Line, error) {
	folder := filepath.Join(data, "feedparser_tests")
	var files, read, expected, met float64
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == "README.md" || d.Name() == "LICENSE" {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files++
		doc := decode.Text(raw, decode.Declared("", raw))
		f, err := anyFeed(doc)
		if err == nil {
			read++
		}
		intake.Parse(intake.Input{File: path, Bytes: raw}) // must not panic
		e, m := compareFeed(doc, f)
		expected += e
		met += m
		return nil
	})
	if err != nil {
		return nil, err
	}
	return []Line{
		{fmt.Sprintf("feeds read without an error (of %.0f, many broken on purpose)", files), 100 * read / files, 0, "gofeed alone 97.1 on the whole set"},
		{fmt.Sprintf("feed expectations met (of %.0f on what a report holds)", expected), 100 * met / expected, 0, "title, link, id, author, text, time"},
	}, nil
}

// anyFeed reads a feed of any format.
func anyFeed(doc string) (feed.Feed, error) {
	switch root := strings.ToLower(markup.Root(doc)); {
	case jsonfeed.Is(strings.TrimSpace(doc)):
		return jsonfeed.Parse(doc)
	case root == "feed":
		return atom.Parse(doc)
	case root == "rss" || root == "rdf" || root == "channel":
		return rss.Parse(doc)
	}
	return feed.Feed{}, fs.ErrInvalid
}

// compareFeed counts the expectations of a test and those that are met.
func compareFeed(doc string, f feed.Feed) (expected, met float64) {
	var item feed.Item
	if len(f.Items) > 0 {
		item = f.Items[0]
	}
	check := func(want, got string) {
		expected++
		if letters(feed.Title(unquote(want))) == letters(feed.Title(got)) {
			met++
		}
	}
	for _, m := range expectEntry.FindAllStringSubmatch(doc, -1) {
		switch m[1] {
		case "title":
			check(m[2], item.Title)
		case "link":
			check(m[2], item.Link)
		case "id":
			check(m[2], item.GUID)
		case "author":
			check(strings.Join(feed.Authors(unquote(m[2])), ","), strings.Join(item.Authors, ","))
		case "summary", "description":
			got := item.Summary
			if got == "" {
				got = item.Content
			}
			check(m[2], got)
		}
	}
	for _, m := range expectFeed.FindAllStringSubmatch(doc, -1) {
		check(m[2], map[string]string{"title": f.Title, "link": f.Link}[m[1]])
	}
	for _, m := range expectBody.FindAllStringSubmatch(doc, -1) {
		got := item.Content
		if got == "" {
			got = item.Summary
		}
		check(m[1], got)
	}
	for _, m := range expectTime.FindAllStringSubmatch(doc, -1) {
		got := map[string]string{"published": item.Published, "updated": item.Updated}[m[1]]
		if got == "" {
			got = item.Published + item.Updated
		}
		want := fmt.Sprintf("%s-%02s-%02s", m[2], m[3], m[4])
		expected++
		if day := date.Parse(got); len(day) >= 10 && day[:10] == want {
			met++
		}
	}
	return expected, met
}

// unquote reads the escapes of a Python string.
func unquote(s string) string {
	s = strings.NewReplacer(`\'`, `'`, `\\`, `\`, `\n`, "\n", `\t`, "\t").Replace(s)
	return pythonEscape.ReplaceAllStringFunc(s, func(e string) string {
		var c rune
		fmt.Sscanf(e[2:], "%x", &c)
		return string(c)
	})
}

var pythonEscape = regexp.MustCompile(`\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})`)
