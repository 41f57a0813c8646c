package timex

import (
	"fmt"
	"strings"

	"wiredesk"
)

// clockTime reads a time of day: "9.30pm local time", "8:27 p.m. GMT", "0930
// GMT", "21:30", "noon", "at dawn".
func (s *scanner) clockTime(i int) (expression, bool) {
	h, m, ok := clockNumber(s.word(i))
	k := i + 1
	half := s.is(k, "a.m.", "am", "a.m", "p.m.", "pm", "p.m")
	if s.is(k, "a.", "p.", "a", "p") && s.is(k+1, "m.", "m") && s.upper(k) == s.upper(k+1) && ok {
		half, k = true, k+1 // "7 p. m."
		if s.is(k-1, "a", "p") && !s.joined(k) && !s.is(k, "m") {
			half, k = false, k-1
		}
	}
	if s.is(k, "o'clock", "o’clock") && ok && m < 0 {
		half = true
	}
	switch {
	case ok && half:
		if h > 12 && m < 0 || h > 23 {
			return expression{}, false
		}
		if s.afternoon(k) && h < 12 {
			h += 12
		}
		if !s.afternoon(k) && h == 12 {
			h = 0
		}
		k++
	case ok && m >= 0 && strings.Contains(s.word(i), ":") && (len(s.word(i)) == len("21:30") || s.zone(k) > k || s.is(i-1, "at", "around", "about", "by", "from", "until", "till", "before", "after", "since", "between")):
	case ok && m >= 0 && (s.zone(k) > k || s.is(k, "hrs", "hours")) && s.is(i-1, "at", "(", ",", "around", "about", "by", "from", "until", "before", "after"):
		if s.is(k, "hrs", "hours") {
			k++
		}
	default:
		return s.partOfDay(i)
	}
	k = s.zone(k)
	return expression{first: i, last: k, kind: wiredesk.TimeDate, op: opClock, rule: "clock", clock: fmt.Sprintf("T%02d:%02d", h, max(m, 0))}, true
}

// afternoon reports whether the half of the day that ends with token k is the
// second.
func (s *scanner) afternoon(k int) bool {
	if s.is(k, "m.", "m") {
		k--
	}
	return strings.HasPrefix(s.lower(k), "p")
}

// clockNumber reads "9", "9.30", "9:30", "0930"; m is -1 where no minutes are
// given.
func clockNumber(w string) (h, m int, ok bool) {
	hours, minutes, parted := strings.Cut(w, ":")
	if !parted {
		hours, minutes, parted = strings.Cut(w, ".")
	}
	if !parted && len(w) == 4 {
		hours, minutes, parted = w[:2], w[2:], true
	}
	if h, ok = number(hours); !ok || len(hours) > 2 || h > 24 {
		return 0, 0, false
	}
	if !parted {
		return h, -1, true
	}
	m, ok = number(minutes)
	return h, m, ok && len(minutes) == 2 && m < 60
}

// zone returns the token behind a time zone at k, or k.
func (s *scanner) zone(k int) int {
	switch {
	case s.is(k, "local") && s.is(k+1, "time"):
		return k + 2
	case s.is(k, "gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "cet", "cest", "ist", "et", "pt", "jst") && s.upper(k):
		return k + 1
	case s.is(k, "eastern", "central", "pacific", "mountain") && s.is(k+1, "time"):
		return k + 2
	}
	return k
}

// partOfDay reads "noon", "midnight", "dawn" where they stand by themselves.
func (s *scanner) partOfDay(i int) (expression, bool) {
	switch s.lower(i) {
	case "noon", "midday":
		if s.is(i-1, "12") {
			return expression{}, false
		}
		return expression{first: i, last: s.zone(i + 1), kind: wiredesk.TimeDate, op: opClock, rule: "clock", clock: "T12:00"}, true
	case "midnight", "dawn", "dusk", "daybreak", "sunrise", "sunset", "nightfall":
		if s.is(i-1, "at", "before", "after", "by", "since", "until", "till", "around", "near", "from") {
			return expression{first: i, last: i + 1, kind: wiredesk.TimeDate, op: opClock, rule: "part-of-day", part: partNames[s.lower(i)]}, true
		}
	}
	return expression{}, false
}
