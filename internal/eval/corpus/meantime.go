package corpus

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"wiredesk"
)

// MeantimeEvents reads the English articles of MEANTIME with the events that
// are tied across documents, classed as ECB+ would class them. The set does not
// mark every event, so that only their recall can be measured.
func MeantimeEvents(shared string) ([]MarkedText, error) {
	dir := filepath.Join(shared, "data/meantime_en")
	texts := map[string]*MarkedText{}
	at := map[string]wiredesk.Span{} // of document, sentence and token
	line := ""
	err := lines(filepath.Join(dir, "meantime.conll.gz"), func(row string) {
		f := strings.Split(row, "\t")
		if len(f) < 4 {
			return
		}
		t := texts[f[0]]
		if t == nil {
			t = &MarkedText{ID: f[0]}
			texts[f[0]], line = t, f[1]
		}
		switch {
		case t.Text == "":
		case f[1] != line:
			t.Text += "\n"
		default:
			t.Text += gap(f[3])
		}
		line = f[1]
		at[strings.Join(f[:3], "\t")] = wiredesk.Span{Start: len(t.Text), End: len(t.Text) + len(f[3])}
		t.Text += f[3]
	})
	if err != nil {
		return nil, err
	}
	if err := meantimeMentions(filepath.Join(dir, "event_mentions.json.gz"), texts, at); err != nil {
		return nil, err
	}
	var out []MarkedText
	for _, t := range texts {
		out = append(out, *t)
	}
	slices.SortFunc(out, func(a, b MarkedText) int { return strings.Compare(a.ID, b.ID) })
	return out, nil
}

// meantimeMentions adds the marks of a list of mentions to the texts.
func meantimeMentions(path string, texts map[string]*MarkedText, at map[string]wiredesk.Span) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	var mentions []struct {
		Document string `json:"conll_doc_key"`
		Sentence int    `json:"sent_id"`
		Tokens   []int  `json:"tokens_number"`
	}
	if err := json.NewDecoder(z).Decode(&mentions); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for _, m := range mentions {
		t := texts[m.Document]
		if t == nil || len(m.Tokens) == 0 {
			continue
		}
		key := func(n int) string { return m.Document + "\t" + strconv.Itoa(m.Sentence) + "\t" + strconv.Itoa(n) }
		span := wiredesk.Span{Start: at[key(m.Tokens[0])].Start, End: at[key(m.Tokens[len(m.Tokens)-1])].End}
		if span.Valid(t.Text) {
			t.Marks = append(t.Marks, Mark{span, "ACTION_OCCURRENCE"})
		}
	}
	return nil
}
