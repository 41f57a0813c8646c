// Package table reads tables of reports: CSV, TSV, or values parted by
// semicolons, a report a row, with the names of the columns in the first row.
package table

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"wiredesk/internal/intake/fields"
)

// Limits of a table.
const (
	MaxRows    = 100_000
	maxColumns = 500
	firstRows  = 5 // rows by which a table is told
)

// separators are the marks between values.
var separators = []rune{',', '\t', ';', '|'}

// A Columns says which column holds which part of a report: by its name, or by
// its number counted from 1. The parts are those of fields.Part.
type Columns map[string]string

// ParseColumns reads "text=body,headline=2".
func ParseColumns(s string) (Columns, error) {
	out := Columns{}
	for _, pair := range strings.Split(s, ",") {
		part, column, ok := strings.Cut(strings.TrimSpace(pair), "=")
		if part = fields.Part(part); !ok || part == "" || strings.TrimSpace(column) == "" {
			return nil, fmt.Errorf("%q is not of the form text=COLUMN", pair)
		}
		out[part] = strings.TrimSpace(column)
	}
	return out, nil
}

// A Kind says what a document is.
type Kind int

// What a document may be.
const (
	None    Kind = iota
	Reports      // a table whose columns are known
	Unnamed      // a table whose columns do not say what they hold
)

// Tell tells whether a document is a table, and of what.
func Tell(doc string, columns Columns) Kind {
	head := firstLine(doc)
	if len(head) > 20_000 || !strings.ContainsAny(head, ",\t;|") {
		return None
	}
	separator, rows := guess(doc)
	if separator == 0 {
		return None
	}
	named := map[string]bool{}
	for _, name := range rows[0] {
		if part := fields.Part(name); part != "" && utf8.RuneCountInString(name) < 40 {
			named[part] = true
		}
	}
	switch {
	case len(columns) > 0:
		return Reports
	case (named["text"] || named["headline"]) && len(named) >= 2:
		return Reports
	case looksLikeTable(rows):
		return Unnamed
	}
	return None
}

// firstLine returns the first line that is not empty.
func firstLine(doc string) string {
	doc = strings.TrimLeft(doc, "\ufeff\r\n ")
	line, _, _ := strings.Cut(doc, "\n")
	return line
}

// guess returns the separator that cuts the first rows into as many values
// each, the most, and those rows; 0 where none does.
func guess(doc string) (rune, [][]string) {
	var best rune
	var bestRows [][]string
	for _, s := range separators {
		rows := first(doc, s)
		if len(rows) < 2 || len(rows[0]) < 2 || len(rows[0]) > maxColumns {
			continue
		}
		even := true
		for _, r := range rows {
			even = even && len(r) == len(rows[0])
		}
		if even && (bestRows == nil || len(rows[0]) > len(bestRows[0])) {
			best, bestRows = s, rows
		}
	}
	return best, bestRows
}

// first reads the first rows.
func first(doc string, separator rune) [][]string {
	r := reader(doc, separator)
	var rows [][]string
	for len(rows) < firstRows {
		row, err := r.Read()
		if err != nil {
			break
		}
		rows = append(rows, row)
	}
	return rows
}

// reader returns a reader of rows as spreadsheets write them.
func reader(doc string, separator rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(strings.TrimLeft(doc, "\ufeff\r\n")))
	r.Comma = separator
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	return r
}

// looksLikeTable reports whether rows are those of a table though none of its
// columns has a name that is known: short names, none of them a sentence.
func looksLikeTable(rows [][]string) bool {
	const leastRows, leastColumns, longName = 4, 3, 30
	if len(rows) < leastRows || len(rows[0]) < leastColumns {
		return false
	}
	for _, name := range rows[0] {
		if n := utf8.RuneCountInString(name); n == 0 || n > longName || len(strings.Fields(name)) > 3 || strings.ContainsAny(name, ".!?") {
			return false
		}
	}
	return true
}

// A Row is one report and the number of its row, counted from 1, the names of
// the columns included.
type Row struct {
	Number int
	Record fields.Record
}

// Parse reads the rows of a table. A row that holds no report has an empty
// record.
func Parse(doc string, columns Columns) ([]Row, error) {
	separator, _ := guess(doc)
	if separator == 0 {
		return nil, errors.New("its rows do not have as many values each")
	}
	r := reader(doc, separator)
	names, err := r.Read()
	if err != nil {
		return nil, err
	}
	parts, header, err := assign(names, columns)
	if err != nil {
		return nil, err
	}
	var out []Row
	add := func(n int, row []string) {
		record := fields.Record{}
		for i, value := range row {
			if i < len(parts) {
				record.Add(parts[i], value)
			}
		}
		out = append(out, Row{n, record})
	}
	if !header {
		add(1, names)
	}
	for n := 2; n <= MaxRows; n++ {
		row, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return out, err
		}
		add(n, row)
	}
	return out, nil
}

// assign returns the part that each column holds, and whether the first row is
// that of the names.
func assign(names []string, columns Columns) (parts []string, header bool, err error) {
	parts = make([]string, len(names))
	header = true
	if len(columns) == 0 {
		for i, n := range names {
			parts[i] = fields.Part(n)
		}
		return parts, true, nil
	}
	byName := false
	for part, column := range columns {
		found := false
		for i, n := range names {
			if strings.EqualFold(strings.TrimSpace(n), column) {
				parts[i], found, byName = part, true, true
			}
		}
		if n, err := strconv.Atoi(column); !found && err == nil && n >= 1 && n <= len(names) {
			parts[n-1], found = part, true
		}
		if !found {
			return nil, false, fmt.Errorf("it has no column %q", column)
		}
	}
	if byName {
		return parts, true, nil
	}
	for _, n := range names { // columns by number: the first row may be a report
		header = header && len(strings.Fields(n)) <= 3
	}
	return parts, header, nil
}
