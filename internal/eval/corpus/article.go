package corpus

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// An Article is a news text of a set in which people said which texts tell of
// the same news. Story is their answer: two articles of one set with the same
// Story belong together.
type Article struct {
	ID        string `json:"id"`
	Outlet    string `json:"outlet"`
	Headline  string `json:"headline"`
	Text      string `json:"text"`
	Published string `json:"published"`
	URL       string `json:"url"`
	Story     string `json:"story"`
	Date      string `json:"date"`     // FA-KES: of what is told, month/day/year
	Location  string `json:"location"` // FA-KES: where it was
}

// GiveMe5W1H reads the shared half of the 5W1H set: one event, many outlets.
func GiveMe5W1H(shared string) ([]Article, error) {
	return articles(filepath.Join(shared, "data/giveme5w1h/articles.jsonl"))
}

// GunViolence reads the articles of the Gun Violence Archive: look-alike
// incidents.
func GunViolence(shared string) ([]Article, error) {
	return articles(filepath.Join(shared, "data/gva_longtail/articles.jsonl.gz"))
}

// FAKES reads the reports on the war in Syria. Story is date and place.
func FAKES(shared string) ([]Article, error) {
	out, err := articles(filepath.Join(shared, "data/fa_kes_syria/articles.jsonl"))
	for i := range out {
		out[i].Story = out[i].Date + " " + strings.ToLower(out[i].Location)
	}
	return out, err
}

// articles reads JSON Lines of articles.
func articles(path string) ([]Article, error) {
	var out []Article
	var failed error
	err := lines(path, func(line string) {
		var a Article
		if e := json.Unmarshal([]byte(line), &a); e != nil && failed == nil {
			failed = fmt.Errorf("%s, line %d: %w", path, len(out)+1, e)
		}
		out = append(out, a)
	})
	if err == nil {
		err = failed
	}
	return out, err
}

// ECBPlus reads the documents of one part ("train" or "dev") of ECB+, in the
// order of their names. Story is topic and sub-topic: "12ecb", "12ecbplus".
// The first sentence is the headline, after the address that stands first in
// the added texts; outlet and publication are not known.
func ECBPlus(shared, part string) ([]Article, error) {
	files, err := filepath.Glob(filepath.Join(shared, "data/ecbplus/xml", part, "*/*.xml"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var out []Article
	for _, path := range files {
		a, err := ecbDocument(path)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out = append(out, a)
	}
	return out, nil
}

// ecbDocument reads one document of ECB+.
func ecbDocument(path string) (Article, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return Article{}, err
	}
	var doc struct {
		Tokens []struct {
			Sentence int    `xml:"sentence,attr"`
			Word     string `xml:",chardata"`
		} `xml:"token"`
	}
	if err := xml.Unmarshal(raw, &doc); err != nil {
		return Article{}, err
	}
	name := strings.TrimSuffix(filepath.Base(path), ".xml")
	a := Article{ID: name}
	kind := "ecb"
	if strings.HasSuffix(name, "plus") {
		kind = "ecbplus"
	}
	topic, _, _ := strings.Cut(name, "_")
	a.Story = topic + kind
	var sentences []string
	for i, t := range doc.Tokens {
		switch {
		case kind == "ecbplus" && t.Sentence == 0:
			a.URL += t.Word
			continue
		case i == 0 || t.Sentence != doc.Tokens[i-1].Sentence:
			sentences = append(sentences, t.Word)
		default:
			sentences[len(sentences)-1] += gap(t.Word) + t.Word
		}
	}
	if len(sentences) > 0 {
		a.Headline = sentences[0]
		a.Text = strings.Join(sentences[1:], "\n")
	}
	return a, nil
}

// gap is what stands before a word in running text.
func gap(word string) string {
	if strings.HasPrefix(word, "'") || strings.Contains(".,;:?!)%n't", word) {
		return ""
	}
	return " "
}
