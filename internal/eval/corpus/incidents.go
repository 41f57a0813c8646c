package corpus

import (
	"encoding/json"
	"path/filepath"
	"strings"

	"wiredesk"
)

// An Incident is an article on one incident with the numbers of killed and
// injured that people read out of it or that a registry has for it.
type Incident struct {
	ID        string
	Headline  string
	Text      string
	Published string // a date; "" where not known
	Killed    int
	Injured   int
}

// GunViolenceSlots reads a part ("train", "val") of the set of the same name
// below the shared folder. Articles without text are left out.
func GunViolenceSlots(shared, part string) ([]Incident, error) {
	var out []Incident
	err := records(filepath.Join(shared, "data/gun_violence_slots", part+".jsonl.gz"), func(r struct {
		ID        string
		Text      string
		Published string
		NKilled   int `json:"n_killed"`
		NInjured  int `json:"n_injured"`
	}) {
		if strings.TrimSpace(r.Text) != "" {
			out = append(out, Incident{r.ID, "", r.Text, r.Published, r.NKilled, r.NInjured})
		}
	})
	return out, err
}

// GunViolenceArchive reads the articles of gva_longtail below the shared folder
// with the counts of the registry, which may be later than the article's.
// Incidents without counts are left out.
func GunViolenceArchive(shared string) ([]Incident, error) {
	type record struct {
		DocIDs  []string `json:"doc_ids"`
		Killed  *int     `json:"num_killed"`
		Injured *int     `json:"num_injured"`
	}
	counts := map[string]record{}
	dir := filepath.Join(shared, "data/gva_longtail")
	err := records(filepath.Join(dir, "incidents.jsonl.gz"), func(r record) {
		for _, id := range r.DocIDs {
			counts[id] = r
		}
	})
	if err != nil {
		return nil, err
	}
	var out []Incident
	err = records(filepath.Join(dir, "articles.jsonl.gz"), func(r struct{ ID, Headline, Text, Published string }) {
		if c, ok := counts[r.ID]; ok && c.Killed != nil && c.Injured != nil {
			out = append(out, Incident{r.ID, r.Headline, r.Text, r.Published, *c.Killed, *c.Injured})
		}
	})
	return out, err
}

// GunViolenceDatabase reads the articles of gvdb below the shared folder; a
// victim counts as killed, or else as injured, as the annotators said. Articles
// without a victim whose state is known are left out.
func GunViolenceDatabase(shared string) ([]Incident, error) {
	var out []Incident
	first := true
	err := lines(filepath.Join(shared, "data/gvdb", "dev.tsv.gz"), func(line string) {
		f := strings.Split(line, "\t")
		if first || len(f) < 5 {
			first = false
			return
		}
		var answer struct {
			Victims []struct {
				Was []string `json:"victim-was"`
			} `json:"victim-section"`
		}
		if json.Unmarshal([]byte(f[4]), &answer) != nil {
			return
		}
		a := Incident{ID: f[0], Text: f[3]}
		for _, v := range answer.Victims {
			was := strings.Join(v.Was, " ")
			switch {
			case strings.Contains(was, "killed"):
				a.Killed++
			case was != "":
				a.Injured++
			}
		}
		if a.Killed+a.Injured > 0 {
			out = append(out, a)
		}
	})
	return out, err
}

// A Death is an article of FA-KES with the numbers of dead by class.
type Death struct {
	ID, Headline, Text, Published            string
	Civilians, Children, Women, NonCivilians int
}

// Deaths reads FA-KES with what crowd workers counted in each article.
func Deaths(shared string) ([]Death, error) {
	var out []Death
	err := records(filepath.Join(shared, "data/fa_kes_syria", "articles.jsonl"), func(r struct {
		ID, Headline, Text, Published string
		Civilians                     int `json:"nb_civilians"`
		Children                      int `json:"nb_children"`
		Women                         int `json:"nb_women"`
		NonCivilians                  int `json:"nb_noncivilians"`
	}) {
		out = append(out, Death{r.ID, r.Headline, r.Text, r.Published, r.Civilians, r.Children, r.Women, r.NonCivilians})
	})
	return out, err
}

// A Marked is a text with marked spans.
type Marked struct {
	ID    string
	Text  string
	Words []wiredesk.Span // the words of the set
	Tags  []string        // by word: "B-CASUALTIES-ARG", "O"
}

// Spans returns the spans that are marked with the tag.
func (m *Marked) Spans(tag string) []wiredesk.Span {
	var out []wiredesk.Span
	open := false
	for i, t := range m.Tags {
		switch {
		case t == "B-"+tag:
			out = append(out, m.Words[i])
			open = true
		case t == "I-"+tag && open:
			out[len(out)-1].End = m.Words[i].End
		default:
			open = false
		}
	}
	return out
}

// EDNIL reads the articles of ednil2020 below the shared folder, their words put
// together with single spaces and without one before a closing mark.
func EDNIL(shared string) ([]Marked, error) {
	var out []Marked
	err := records(filepath.Join(shared, "data/ednil2020", "articles.jsonl.gz"), func(r struct {
		DocID        string
		Tokens, Tags []string
	}) {
		var b strings.Builder
		m := Marked{ID: r.DocID, Tags: r.Tags}
		for i, w := range r.Tokens {
			if i > 0 {
				b.WriteByte(' ')
			}
			start := b.Len()
			b.WriteString(w)
			m.Words = append(m.Words, wiredesk.Span{Start: start, End: b.Len()})
		}
		m.Text = b.String()
		out = append(out, m)
	})
	return out, err
}

// records calls each for every JSON Lines record of a file.
func records[T any](path string, each func(T)) error {
	var failed error
	err := lines(path, func(line string) {
		var r T
		if line == "" || failed != nil {
			return
		}
		if failed = json.Unmarshal([]byte(line), &r); failed == nil {
			each(r)
		}
	})
	if err == nil {
		err = failed
	}
	return err
}
