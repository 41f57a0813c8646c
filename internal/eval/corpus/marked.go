package corpus

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"wiredesk"
)

// A MarkedText is a text in which people marked expressions. Only what stands
// in the Judged spans was marked in full.
type MarkedText struct {
	ID     string
	Text   string
	Judged []wiredesk.Span
	Marks  []Mark
}

// A Mark is one marked expression and its class as the set names it.
type Mark struct {
	Span  wiredesk.Span
	Class string
}

// ecbXML is a document of ECB+ as it is written.
type ecbXML struct {
	Tokens []struct {
		ID       int    `xml:"t_id,attr"`
		Sentence int    `xml:"sentence,attr"`
		Word     string `xml:",chardata"`
	} `xml:"token"`
	Markables struct {
		All []struct {
			XMLName xml.Name
			Anchors []struct {
				Token int `xml:"t_id,attr"`
			} `xml:"token_anchor"`
		} `xml:",any"`
	} `xml:"Markables"`
}

// ECBMarks reads the sentences of one part ("train" or "dev") of ECB+ that
// were annotated in full, with all that is marked in them: actions, times,
// places and parties.
func ECBMarks(shared, part string) ([]MarkedText, error) {
	judged, err := ecbJudged(shared)
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(shared, "data/ecbplus/xml", part, "*/*.xml"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var out []MarkedText
	for _, path := range files {
		id := strings.TrimSuffix(filepath.Base(path), ".xml")
		if len(judged[id]) == 0 {
			continue
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		var doc ecbXML
		if err := xml.Unmarshal(raw, &doc); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out = append(out, doc.marked(id, judged[id]))
	}
	return out, nil
}

// ecbJudged returns the numbers of the sentences that were annotated in full,
// by document.
func ecbJudged(shared string) (map[string]map[int]bool, error) {
	f, err := os.Open(filepath.Join(shared, "data/ecbplus/coreference_sentences.csv"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) == 0 {
		return nil, fmt.Errorf("coreference_sentences.csv: %w", err)
	}
	out := map[string]map[int]bool{}
	for _, row := range rows[1:] {
		id := row[0] + "_" + row[1]
		if out[id] == nil {
			out[id] = map[int]bool{}
		}
		n, err := strconv.Atoi(strings.TrimSpace(row[2]))
		if err != nil {
			return nil, fmt.Errorf("coreference_sentences.csv: %w", err)
		}
		out[id][n] = true
	}
	return out, nil
}

// marked writes the document as running text, a line to each sentence, with
// the marks in the judged ones.
func (doc *ecbXML) marked(id string, judged map[int]bool) MarkedText {
	out := MarkedText{ID: id}
	at := map[int]wiredesk.Span{}
	sentence := map[int]int{}
	for i, t := range doc.Tokens {
		switch {
		case i == 0:
		case t.Sentence != doc.Tokens[i-1].Sentence:
			out.Text += "\n"
		default:
			out.Text += gap(t.Word)
		}
		span := wiredesk.Span{Start: len(out.Text), End: len(out.Text) + len(t.Word)}
		out.Text += t.Word
		at[t.ID], sentence[t.ID] = span, t.Sentence
		if !judged[t.Sentence] {
			continue
		}
		if i == 0 || t.Sentence != doc.Tokens[i-1].Sentence || len(out.Judged) == 0 {
			out.Judged = append(out.Judged, span)
		}
		out.Judged[len(out.Judged)-1].End = span.End
	}
	for _, m := range doc.Markables.All {
		if len(m.Anchors) == 0 || !judged[sentence[m.Anchors[0].Token]] {
			continue
		}
		span := at[m.Anchors[0].Token]
		for _, a := range m.Anchors {
			s := at[a.Token]
			span.Start, span.End = min(span.Start, s.Start), max(span.End, s.End)
		}
		out.Marks = append(out.Marks, Mark{span, m.XMLName.Local})
	}
	return out
}

// Re3dTimes reads the documents of re3d with what they mark as temporal; of
// nested marks the widest.
func Re3dTimes(shared string) ([]MarkedText, error) {
	docs, err := Re3d(shared)
	if err != nil {
		return nil, err
	}
	byID := map[string]*MarkedText{}
	offsets := map[string][]int{}
	out := make([]MarkedText, len(docs))
	for i, d := range docs {
		out[i] = MarkedText{ID: d.ID, Text: d.Text, Judged: []wiredesk.Span{{Start: 0, End: len(d.Text)}}}
		byID[d.ID], offsets[d.ID] = &out[i], byteOffsets(d.Text)
	}
	files, err := filepath.Glob(filepath.Join(shared, "data/re3d/*/entities.jsonl"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		err := lines(file, func(line string) {
			var e struct {
				Document   string `json:"documentId"`
				Begin, End int
				Type       string
			}
			if json.Unmarshal([]byte(line), &e) != nil || e.Type != "Temporal" || byID[e.Document] == nil || e.End >= len(offsets[e.Document]) {
				return
			}
			o := offsets[e.Document]
			d := byID[e.Document]
			d.Marks = append(d.Marks, Mark{wiredesk.Span{Start: o[e.Begin], End: o[e.End]}, e.Type})
		})
		if err != nil {
			return nil, err
		}
	}
	for i := range out {
		out[i].widest()
	}
	return out, nil
}

// widest orders the marks and keeps the widest of those that overlap.
func (t *MarkedText) widest() {
	slices.SortStableFunc(t.Marks, func(a, b Mark) int { return b.Span.Len() - a.Span.Len() })
	var kept []Mark
	for _, m := range t.Marks {
		if !slices.ContainsFunc(kept, func(k Mark) bool { return k.Span.Overlaps(m.Span) }) {
			kept = append(kept, m)
		}
	}
	slices.SortFunc(kept, func(a, b Mark) int { return a.Span.Start - b.Span.Start })
	t.Marks = kept
}
