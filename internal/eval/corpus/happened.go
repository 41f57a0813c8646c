package corpus

import (
	"path/filepath"
	"strings"
	"time"
)

// A Happening is an article on an incident with the day and town that a
// registry has for it.
type Happening struct {
	ID, Text, Published string
	Day                 string // ISO 8601
	Town, State         string
}

// Happenings reads every nth article of gva_longtail below the shared folder,
// in the order of the file.
func Happenings(shared string, n int) ([]Happening, error) {
	type record struct {
		DocIDs []string `json:"doc_ids"`
		Date   string   `json:"date"`
		State  string   `json:"state"`
		Town   string   `json:"city_or_county"`
	}
	known := map[string]record{}
	dir := filepath.Join(shared, "data/gva_longtail")
	err := records(filepath.Join(dir, "incidents.jsonl.gz"), func(r record) {
		for _, id := range r.DocIDs {
			known[id] = r
		}
	})
	if err != nil {
		return nil, err
	}
	var out []Happening
	i := 0
	err = records(filepath.Join(dir, "articles.jsonl.gz"), func(r struct{ ID, Text, Published string }) {
		k := known[r.ID]
		day, err := time.Parse("January 2, 2006", k.Date)
		if i++; err != nil || i%n != 0 || r.Text == "" || r.Published == "" {
			return
		}
		town, _, _ := strings.Cut(k.Town, " (")
		out = append(out, Happening{r.ID, r.Text, r.Published, day.Format(time.DateOnly), town, k.State})
	})
	return out, err
}
