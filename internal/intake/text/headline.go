package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiredesk"
)

// maxHeadline is the length in runes beyond which a first line is no headline.
// The longest of the 172 headlines of the 5W1H set has 161.
const maxHeadline = 200

// top reads what may stand above the headline, and the headline, and returns
// the first paragraph after it.
func (r *reader) top(known string) int {
	i := 0
	if known == "" {
		for i < len(r.units)-1 && i < maxAround && r.above(i) {
			i++
		}
	}
	if i >= len(r.units) || r.units[i].role != open {
		return i
	}
	if known != "" && fold(r.words(i)) == fold(known) || known == "" && r.isHeadline(i) {
		r.setHeadline(i)
		return i + 1
	}
	return i
}

// above reads a line that stands above a headline: a label, a date, an order
// to editors.
func (r *reader) above(i int) bool {
	return r.kill(i) || r.embargo(i) || r.dateLine(i) || r.imprintAbove(i) || r.section(i)
}

// setHeadline makes paragraph i the headline.
func (r *reader) setHeadline(i int) {
	r.units[i].role = around
	span := r.units[i].span
	r.report.Headline = &wiredesk.Headline{Text: oneLine(span.Words(r.text)), Span: span}
	r.headline = fold(r.report.Headline.Text)
	r.headlineStatus()
}

// isHeadline reports whether paragraph i, the first, is a headline and not the
// beginning of a bare text.
func (r *reader) isHeadline(i int) bool {
	words := r.words(i)
	n := utf8.RuneCountInString(words)
	if n > maxHeadline || i+1 >= len(r.units) || len(strings.Fields(words)) < 2 {
		return false
	}
	if matchDateline(words) != nil || byline(words) != nil {
		return false
	}
	next := r.units[i+1]
	switch lastRune(words) {
	case ':', ',', ';':
		return false
	case '.', '"', '”':
		// A full stop ends a headline in some archives, but then the headline is
		// in title case and stands by itself.
		return next.gap && (titleCase(words) || r.furniture(i+1) || matchDateline(r.words(i+1)) != nil)
	}
	if r.repeated(i) {
		return true
	}
	// A heading without an empty line below it is shorter than what follows.
	return next.gap || n < utf8.RuneCountInString(r.words(i+1)) || r.furniture(i+1)
}

// furniture reports whether paragraph i is a byline or a date line.
func (r *reader) furniture(i int) bool {
	words := r.words(i)
	return byline(words) != nil || printedDate(words) != nil
}

// repeated reports whether the words of paragraph i stand again further down
// as a paragraph.
func (r *reader) repeated(i int) bool {
	folded := fold(r.words(i))
	for k := i + 1; k < len(r.units); k++ {
		if r.units[k].span.Len() < 2*r.units[i].span.Len()+8 && fold(r.words(k)) == folded {
			return true
		}
	}
	return false
}

// repeat takes paragraph i out of the body if it is the headline again.
func (r *reader) repeat(i int) bool {
	if r.headline == "" || r.units[i].span.Len() > 4*len(r.headline)+16 || fold(r.words(i)) != r.headline {
		return false
	}
	r.units[i].role = around
	r.report.Repeats = append(r.report.Repeats, r.units[i].span)
	return true
}

// titleCase reports whether most long words of a line begin with a capital.
func titleCase(words string) bool {
	long, capitals := 0, 0
	for _, w := range strings.Fields(words) {
		if utf8.RuneCountInString(w) < 4 {
			continue
		}
		long++
		c, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"'“‘("))
		if unicode.IsUpper(c) || unicode.IsDigit(c) {
			capitals++
		}
	}
	return long > 1 && 10*capitals >= 8*long
}

// fold returns words as they are compared: lower case, marks and white space
// left out, so that a headline is known again in another typography.
func fold(words string) string {
	var b strings.Builder
	for _, c := range words {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			b.WriteRune(unicode.ToLower(c))
		}
	}
	return b.String()
}

// oneLine returns words with each run of white space as one space.
func oneLine(words string) string {
	return strings.Join(strings.FieldsFunc(words, blank), " ")
}
