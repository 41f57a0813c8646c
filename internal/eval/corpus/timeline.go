package corpus

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"wiredesk"
)

// A DatedText is an article with its day of publication. Sentences are spans
// of Text by their number in the set.
type DatedText struct {
	ID        string
	Published string // ISO 8601 date
	Text      string
	Sentences map[string]wiredesk.Span
}

// timeML is the TimeML form of SemEval-2015 task 4.
type timeML struct {
	Created struct {
		Time struct {
			Value string `xml:"value,attr"`
		} `xml:"TIMEX3"`
	} `xml:"DCT"`
	Sentences []struct {
		ID    string `xml:"id,attr"`
		Inner string `xml:",innerxml"`
	} `xml:"TEXT>s"`
}

// Timelines reads the articles of SemEval-2015 task 4, whose tokens are parted
// by spaces, in the order of their files.
func Timelines(shared string) ([]DatedText, error) {
	files, err := filepath.Glob(filepath.Join(shared, "data/semeval2015_timeline/*/text_timeml/*.tml"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no timelines below %s (%v)", shared, err)
	}
	sort.Strings(files)
	var out []DatedText
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		var in timeML
		if err := xml.Unmarshal(b, &in); err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		id := filepath.Base(f)
		if i := strings.IndexAny(id, "_-"); i > 0 {
			id = id[:i]
		}
		d := DatedText{ID: id, Published: in.Created.Time.Value, Sentences: map[string]wiredesk.Span{}}
		for _, s := range in.Sentences {
			start := len(d.Text)
			d.Text += plainText(s.Inner)
			d.Sentences[s.ID] = wiredesk.Span{Start: start, End: len(d.Text)}
			d.Text += "\n"
		}
		out = append(out, d)
	}
	return out, nil
}

// plainText takes the tags out of XML.
func plainText(inner string) string {
	var out strings.Builder
	d := xml.NewDecoder(strings.NewReader("<s>" + inner + "</s>"))
	for {
		t, err := d.Token()
		if err != nil {
			return out.String()
		}
		if c, ok := t.(xml.CharData); ok {
			out.Write(c)
		}
	}
}
