package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"

	"wiredesk"
)

//go:embed templates
var templateFiles embed.FS

// templates are parsed on first use, so that commands without pages start
// without them.
var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{
		"when": when, "count": count, "percent": percent,
		"slice1": func(c chip) []chip { return []chip{c} },
	}).ParseFS(templateFiles, "templates/*.html"))
})

// A frame is what stands around every page.
type frame struct {
	Title  string
	Here   string // which part of the desk: "stories", "search", "feeds"
	Query  string
	Twin   string       // address of the JSON twin
	Inline template.CSS // the style sheet, for pages that stand alone
	Hash   string       // of Inline, for the policy of such a page
}

// render answers with a page. It is rendered whole before anything is sent, so
// that a reader never sees half a page.
func render(w http.ResponseWriter, code int, name string, data any) {
	var b bytes.Buffer
	if err := templates().ExecuteTemplate(&b, name, data); err != nil {
		http.Error(w, "the page could not be written", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(code)
	io.Copy(w, &b)
}

// when writes an RFC 3339 time or a date for people, with its zone.
func when(iso any) string {
	s := fmt.Sprint(iso)
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return strings.Replace(t.Format("2 Jan 2006, 15:04 -0700"), "+0000", "UTC", 1)
	}
	if t, err := time.Parse("2006-01-02T15:04", s); err == nil { // a clock that a report names, on its own ground
		return t.Format("2 Jan 2006, 15:04") + " local time"
	}
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t.Format("2 Jan 2006")
	}
	if s == "" {
		return "date not known"
	}
	return s
}

// A countBadge is the words of the badge that stands wherever a number of
// reports or outlets does.
type countBadge struct {
	Outlets, Origins string
	Unsure           bool // origins are unknown or may be more
}

// badge words how many outlets report and how many origins that makes.
func badge(outlets int, o wiredesk.Origins) countBadge {
	b := countBadge{Outlets: count(outlets, "outlet"), Origins: count(len(o.Known), "origin")}
	switch {
	case len(o.Known) == 0 && len(o.Perhaps) == 0:
		b.Origins, b.Unsure = "origins unknown", true
	case len(o.Perhaps) > 0:
		b.Origins += fmt.Sprintf(", %d perhaps", len(o.Perhaps))
		b.Unsure = true
	case o.Unknown > 0:
		b.Origins += fmt.Sprintf(", %d unknown", o.Unknown)
		b.Unsure = true
	}
	return b
}

// count writes a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// percent writes a share.
func percent(share float64) string { return fmt.Sprintf("%.0f %%", 100*share) }
