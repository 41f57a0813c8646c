// Package lexicon reads the word lists of the language and claim stages: text
// files with a header of lines that begin with "# ", then one entry a line,
// its fields parted by tabs.
package lexicon

import (
	"bytes"
	"strings"
)

// An Entry is one line of a lexicon: its fields in order. It has at least one.
type Entry []string

// Field returns the field at i, or "" where the line has fewer.
func (e Entry) Field(i int) string {
	if i < 0 || i >= len(e) {
		return ""
	}
	return e[i]
}

// Parse returns the entries of a lexicon file in the order of the file. Lines
// that are empty or begin with "#" are left out, and so is white space around
// each field.
func Parse(file []byte) []Entry {
	var out []Entry
	for line := range bytes.Lines(file) {
		text := strings.TrimRight(string(line), "\r\n")
		if strings.TrimSpace(text) == "" || text[0] == '#' {
			continue
		}
		fields := strings.Split(text, "\t")
		for i, f := range fields {
			fields[i] = strings.TrimSpace(f)
		}
		out = append(out, fields)
	}
	return out
}

// Set returns the first fields of a lexicon file as a set, as they are
// spelled.
func Set(file []byte) map[string]bool {
	out := map[string]bool{}
	for _, e := range Parse(file) {
		out[e[0]] = true
	}
	return out
}

// Map returns the second field of each entry under its first; the first
// entry of a key counts.
func Map(file []byte) map[string]string {
	out := map[string]string{}
	for _, e := range Parse(file) {
		if _, seen := out[e[0]]; !seen {
			out[e[0]] = e.Field(1)
		}
	}
	return out
}

// Header returns the lines of the header without "# ": what the file holds,
// where it is from, its licence and what was changed.
func Header(file []byte) []string {
	var out []string
	for line := range bytes.Lines(file) {
		if line[0] != '#' {
			break
		}
		out = append(out, strings.TrimSpace(strings.TrimPrefix(string(line), "#")))
	}
	return out
}
