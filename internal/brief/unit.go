package brief

import (
	"strings"
	"unicode"

	"wiredesk"
)

// A unit is one thing that a sentence says: a number with what it counts, a
// name, or a word.
type unit string

// units returns what the words of a span say, each unit once.
func (a *account) units(span wiredesk.Span) []unit {
	seen := map[unit]bool{}
	var out []unit
	add := func(u unit) {
		if !seen[u] {
			seen[u] = true
			out = append(out, u)
		}
	}
	for _, w := range strings.FieldsFunc(span.Words(a.reading.Text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' && r != ','
	}) {
		w = strings.Trim(w, ",'’")
		if key := stem(w); key != "" {
			if isDigits(key) {
				key = "#" + strings.ReplaceAll(key, ",", "")
			}
			add(unit(key))
		}
	}
	for _, f := range a.reading.Figures {
		if span.Contains(f.Span) {
			add(figureUnit(&f))
		}
	}
	return out
}

// figureUnit is the unit of a figure: what it counts, and how many.
func figureUnit(f *wiredesk.Figure) unit {
	return unit("figure:" + string(f.Unit) + ":" + bound(f.Low) + ":" + bound(f.High))
}

// bound writes an end of a range.
func bound(b wiredesk.Bound) string {
	text, _ := b.MarshalJSON()
	return string(text)
}
