package corpus

import (
	"cmp"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiredesk"
)

var re3dTypes = map[string]wiredesk.EntityType{
	"Person": wiredesk.Person, "Organisation": wiredesk.Organization, "Location": wiredesk.PlaceName, "Nationality": wiredesk.Nationality,
}

// restricted is the folder of re3d under CC BY-NC.
const restricted = "BBC_Online"

// Re3d reads the names of re3d. The set marks pronouns, descriptions and
// nested mentions too: kept are those that read as names, every word of them
// with a capital but for small links. Of nested ones the widest stays. Words marked both as a
// place and as something else are a place.
func Re3d(shared string) ([]*Named, error) {
	folders, err := filepath.Glob(filepath.Join(shared, "data/re3d/*/documents.jsonl"))
	if err != nil {
		return nil, err
	}
	var out []*Named
	for _, file := range folders {
		docs, err := re3dFolder(filepath.Dir(file))
		if err != nil {
			return nil, err
		}
		out = append(out, docs...)
	}
	return out, nil
}

func re3dFolder(folder string) ([]*Named, error) {
	var out []*Named
	offsets := map[string][]int{}
	at := map[string]*Named{}
	err := lines(filepath.Join(folder, "documents.jsonl"), func(line string) {
		var doc struct {
			ID   string `json:"_id"`
			Text string `json:"text"`
		}
		if json.Unmarshal([]byte(line), &doc) != nil {
			return
		}
		d := &Named{Set: "re3d", ID: doc.ID, Text: doc.Text, Paragraphs: paragraphs(doc.Text), Restricted: filepath.Base(folder) == restricted}
		at[doc.ID], offsets[doc.ID] = d, byteOffsets(doc.Text)
		out = append(out, d)
	})
	if err != nil {
		return nil, err
	}
	err = lines(filepath.Join(folder, "entities.jsonl"), func(line string) {
		var e struct {
			Document   string `json:"documentId"`
			Begin, End int
			Type       string
		}
		if json.Unmarshal([]byte(line), &e) != nil || at[e.Document] == nil || e.End >= len(offsets[e.Document]) {
			return
		}
		d, o := at[e.Document], offsets[e.Document]
		m := wiredesk.Mention{Span: wiredesk.Span{Start: o[e.Begin], End: o[e.End]}, Type: re3dTypes[e.Type]}
		if m.Span = trimmed(d.Text, m); m.Type != "" && namelike(m.Span.Words(d.Text)) {
			d.Names = append(d.Names, m)
		}
	})
	for _, d := range out {
		d.sift()
	}
	return out, err
}

// sift orders the marks so that settle keeps the right one of those that
// overlap.
func (d *Named) sift() {
	slices.SortStableFunc(d.Names, func(a, b wiredesk.Mention) int {
		return cmp.Or(b.Span.Len()-a.Span.Len(), a.Span.Start-b.Span.Start, re3dRank(a)-re3dRank(b))
	})
	d.settle()
	d.addNationalities()
}

func re3dRank(m wiredesk.Mention) int {
	return slices.Index([]wiredesk.EntityType{wiredesk.PlaceName, wiredesk.Nationality, wiredesk.Organization, wiredesk.Person}, m.Type)
}

// namelike reports whether words are a name: the first and the last begin
// with a capital, and so do all others but small links.
func namelike(words string) bool {
	fields := strings.Fields(words)
	for i, f := range fields {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(f, "(\"“'‘"))
		capital := unicode.IsUpper(r) || strings.HasPrefix(f, "al-") || strings.HasPrefix(f, "el-")
		switch {
		case capital, unicode.IsDigit(r) && i > 0:
		case i > 0 && i < len(fields)-1 && (f == "of" || f == "for" || f == "and" || f == "the" || f == "in" || f == "to" || f == "bin" || f == "al" || f == "on" || f == "-"):
		default:
			return false
		}
	}
	return len(fields) > 0 && !strings.ContainsAny(words, ",;\n") && (words == "US" || !pronoun[strings.ToLower(words)]) && !strings.HasSuffix(words, "-led") && !day[words]
}

// day holds what the set marks as a person by mistake.
var day = map[string]bool{"Monday": true, "Tuesday": true, "Wednesday": true, "Thursday": true, "Friday": true, "Saturday": true, "Sunday": true,
	"January": true, "February": true, "March": true, "April": true, "May": true, "June": true, "July": true, "August": true, "September": true, "October": true, "November": true, "December": true, "Jan": true, "Feb": true, "Mar": true, "Apr": true, "Jun": true, "Jul": true, "Aug": true, "Sep": true, "Sept": true, "Oct": true, "Nov": true, "Dec": true}

var pronoun = map[string]bool{"i": true, "we": true, "he": true, "she": true, "it": true, "they": true, "me": true, "him": true, "her": true,
	"his": true, "the": true, "our": true, "us": true, "you": true, "their": true, "its": true, "them": true, "who": true, "there": true, "here": true, "this": true, "that": true, "these": true, "my": true, "your": true}

// paragraphs returns the lines of a text that hold anything.
func paragraphs(text string) []wiredesk.Span {
	var out []wiredesk.Span
	start := 0
	for line := range strings.Lines(text) {
		body := strings.TrimRight(line, " \r\n\t")
		if strings.TrimSpace(body) != "" {
			out = append(out, wiredesk.Span{Start: start, End: start + len(body)})
		}
		start += len(line)
	}
	return out
}
