package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"log/slog"
	"net/http"
	"reflect"
	"strings"
	"sync"
	"time"
)

//go:embed templates
var templateFiles embed.FS

// templates are parsed on first use, so that commands without pages start
// without them.
var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{
		"when": when, "count": count, "percent": percent, "asset": asset, "head": head, "tail": tail,
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
// that a reader never sees half a page. A page that the browser has is not sent
// again.
func render(w http.ResponseWriter, r *http.Request, code int, name string, data any) {
	var b bytes.Buffer
	if err := templates().ExecuteTemplate(&b, name, data); err != nil {
		slog.Error("no page", "template", name, "error", err)
		http.Error(w, "the page could not be written", http.StatusInternalServerError)
		return
	}
	tag := `W/"` + digest(b.Bytes()) + `"`
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("ETag", tag)
	if code == http.StatusOK && r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.WriteHeader(code)
	io.Copy(w, &b)
}

// tail is what a list holds after its first n entries, which stand on the page
// already.
func tail(n int, list any) any {
	v := reflect.ValueOf(list)
	return v.Slice(min(n, v.Len()), v.Len()).Interface()
}

// head is the first n entries of a list.
func head(n int, list any) any {
	v := reflect.ValueOf(list)
	return v.Slice(0, min(n, v.Len())).Interface()
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
	if t, err := time.Parse("2006-01", s); err == nil {
		return t.Format("Jan 2006")
	}
	if s == "" {
		return "date not known"
	}
	return s
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
