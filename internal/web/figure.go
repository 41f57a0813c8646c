package web

import (
	"strconv"
	"strings"

	"wiredesk"
)

// amount writes the range of a count as its words give it: "≈70" for "about
// 70", never the bounds that "about" was read as; "≥15" for an open end. What
// has no number of its own, such as "dozens", is printed in its own words.
func amount(words string, low, high wiredesk.Bound, approximate bool) string {
	printed, ok := numberIn(words)
	switch {
	case low == 0 && high == 0 && !ok: // "no one"
		return "“" + words + "”"
	case low == wiredesk.Open && high == wiredesk.Open, approximate && (low == wiredesk.Open || high == wiredesk.Open):
		return "“" + words + "”"
	case approximate && ok:
		return "≈" + thousands(printed)
	case approximate && (low+high)%2 == 0:
		return "≈" + thousands(int((low+high)/2))
	case approximate:
		return "“" + words + "”"
	case high == wiredesk.Open && ok && printed < int(low):
		return ">" + thousands(printed)
	case high == wiredesk.Open:
		return "≥" + thousands(int(low))
	case low == wiredesk.Open && ok && printed > int(high):
		return "<" + thousands(printed)
	case low == wiredesk.Open:
		return "≤" + thousands(int(high))
	case low == high:
		return thousands(int(low))
	}
	return thousands(int(low)) + "–" + thousands(int(high))
}

// numberIn returns the one number that stands in figures in the words.
func numberIn(words string) (n int, ok bool) {
	for _, w := range strings.FieldsFunc(words, func(r rune) bool { return (r < '0' || r > '9') && r != ',' }) {
		v, err := strconv.Atoi(strings.ReplaceAll(w, ",", ""))
		if err != nil {
			continue
		}
		if ok {
			return 0, false
		}
		n, ok = v, true
	}
	return n, ok
}

// thousands writes a number with commas.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// figureAt returns the figure of a report that stands at a span.
func (c *citer) figureAt(report string, s wiredesk.Span) (wiredesk.Figure, bool) {
	for _, f := range c.figures {
		if f.Report == report && f.Span == s {
			return f.Figure, true
		}
	}
	if r := c.readings[report]; r != nil {
		for _, f := range r.Figures {
			if f.Span == s {
				return f, true
			}
		}
	}
	return wiredesk.Figure{}, false
}
