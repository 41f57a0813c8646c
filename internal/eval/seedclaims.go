package eval

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"wiredesk"
)

// claimRows checks section 3: each row names report, chain, kind and what is
// said. A claim meets it if its chain has the same links in the same order,
// its kind is the same, and its content shares the row's words.
func claimRows(s *seedRun) []seedCheck {
	var out []seedCheck
	for _, row := range s.rows(3) {
		if len(row) < 5 {
			continue
		}
		c := seedClaim(row, s.report(row[1]))
		out = append(out, seedCheck{"claim " + row[0] + ": " + row[2], c != nil, closest(row, s.report(row[1]))})
	}
	return out
}

// seedClaim returns the claim that meets a row, nil if none does.
func seedClaim(row []string, r *wiredesk.Reading) *wiredesk.Claim {
	var best *wiredesk.Claim
	most := 0
	for i := range r.Claims {
		c := &r.Claims[i]
		if !chainMeets(row[2], c.Chain, r) || !kindMeets(row[3], c.Kind) {
			continue
		}
		if n := shared(row[4], content(c, r)); n > most {
			best, most = c, n
		}
	}
	if most < min(2, len(keywords(row[4]))) {
		return nil
	}
	return best
}

// closest describes the claim whose content is most like a row's.
func closest(row []string, r *wiredesk.Reading) string {
	most, note := 0, "no claim with such words"
	for i := range r.Claims {
		c := &r.Claims[i]
		if n := shared(row[4], content(c, r)); n > most {
			most, note = n, fmt.Sprintf("closest: %s, %s", c.Kind, strings.Join(c.Chain, " > "))
		}
	}
	return note
}

// brackets are remarks in a cell: ("he"), (Interfax).
var brackets = regexp.MustCompile(`\([^)]*\)`)

// chainMeets compares the links of a chain with those that a cell gives,
// speaker first. A link in brackets may be missing. "X = Y" names one speaker
// in two ways.
func chainMeets(cell string, chain []string, r *wiredesk.Reading) bool {
	var want []string
	optional := map[int]bool{}
	for _, link := range strings.Split(cell, ">") {
		link = strings.TrimSpace(link)
		if strings.HasPrefix(link, "(") {
			optional[len(want)] = true
			link = strings.Trim(link, "()")
		}
		want = append(want, strings.TrimSpace(brackets.ReplaceAllString(link, "")))
	}
	got := 0
	for i, w := range want {
		if got < len(chain) && linkMeets(w, chain[got], r) {
			got++
			continue
		}
		if !optional[i] {
			return false
		}
	}
	return got == len(chain)
}

// linkMeets compares one link by the words that carry it.
func linkMeets(want, got string, r *wiredesk.Reading) bool {
	names := []string{got}
	for _, e := range r.Entities {
		if e.Name == got {
			names = append(append(names, e.Aliases...), string(e.Role))
		}
	}
	for _, w := range strings.Split(want, "=") {
		key := keywords(w)
		for _, n := range names {
			have := keywords(n)
			hits := 0
			for _, k := range key {
				if slices.Contains(have, k) {
					hits++
				}
			}
			if hits > 0 && (hits == len(key) || hits == len(have)) {
				return true
			}
		}
	}
	return false
}

func kindMeets(cell string, k wiredesk.ClaimKind) bool {
	switch {
	case strings.Contains(cell, "quoted part"):
		return k == wiredesk.Mixed || k == wiredesk.Indirect && !strings.HasPrefix(cell, "quoted") || k == wiredesk.Direct && strings.HasPrefix(cell, "quoted")
	case strings.HasPrefix(cell, "direct"):
		return k == wiredesk.Direct
	case strings.HasPrefix(cell, "indirect"):
		return k == wiredesk.Indirect || k == wiredesk.Mixed
	}
	return strings.HasPrefix(cell, string(k))
}

// content returns the words of a claim with the cue, which often carries the
// verb that a row names.
func content(c *wiredesk.Claim, r *wiredesk.Reading) string {
	var b strings.Builder
	for _, s := range append(append([]wiredesk.Span{}, c.Cue...), c.Content...) {
		b.WriteString(s.Words(r.Text) + " ")
	}
	return b.String()
}

// keywords returns the lower-case words of a text that carry it, cut to their
// first letters, so that "monitoring" and "monitors" are one.
func keywords(text string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '\'' || r == '’')
	}) {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if len(w) < 3 && !(w >= "0" && w < ":") || slices.Contains(small, w) {
			continue
		}
		if len(w) > 5 {
			w = w[:5]
		}
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// small are words that say nothing when two descriptions are compared.
var small = strings.Fields("the and that for with his her their has have was were are its any all some not but from into out this which who only again just before after meaning part parts second own")

// shared counts the keywords that two texts have in common.
func shared(a, b string) int {
	have := keywords(b)
	n := 0
	for _, k := range keywords(a) {
		if slices.Contains(have, k) {
			n++
		}
	}
	return n
}

// figureRows checks section 4: words, bounds, unit, place, window, claimant.
func figureRows(s *seedRun) []seedCheck {
	var out []seedCheck
	for _, row := range s.rows(4) {
		if len(row) < 6 {
			continue
		}
		met, note := figureMeets(row, s)
		out = append(out, seedCheck{"figure “" + row[0] + "”", met, note})
	}
	ages := 0
	for _, f := range s.d.Figures {
		if strings.Contains(f.Words, "15-year-old") && f.PartOf < 0 {
			ages++
		}
	}
	return append(out, seedCheck{"an age is no count", ages == 0, ""})
}

// figureMeets looks for the figure of a row in both reports.
func figureMeets(row []string, s *seedRun) (bool, string) {
	for _, r := range []*wiredesk.Reading{s.r, s.d} {
		for _, f := range r.Figures {
			if f.Words != row[0] {
				continue
			}
			var chain []string
			for _, c := range r.Claims {
				if c.ID == string(f.Claim) {
					chain = c.Chain
				}
			}
			note := fmt.Sprintf("got %d..%d %s, place %v, window %v, %s", f.Low, f.High, f.Unit, f.Place, f.Window, strings.Join(chain, " > "))
			return string(f.Unit) == row[2] && boundsMeet(row[1], f) && siteMeets(row[3], f.Place) && windowMeets(row[4], f.Window) && chainMeets(row[5], chain, r), note
		}
	}
	return false, "no such figure"
}

// boundsMeet reads "> 100, open above", ">= 15, open above" and "about 19".
func boundsMeet(cell string, f wiredesk.Figure) bool {
	var n int
	switch {
	case strings.HasPrefix(cell, ">="):
		fmt.Sscanf(cell, ">= %d", &n)
		return int(f.Low) == n && f.High == wiredesk.Open
	case strings.HasPrefix(cell, ">"):
		fmt.Sscanf(cell, "> %d", &n)
		return int(f.Low) == n+1 && f.High == wiredesk.Open
	}
	fmt.Sscanf(cell, "about %d", &n)
	return f.Approximate && int(f.Low) <= n && n <= int(f.High)
}

func siteMeets(cell string, p *wiredesk.Site) bool {
	if p == nil {
		return strings.HasPrefix(cell, "not stated")
	}
	return strings.HasPrefix(cell, p.Name) && (strings.Contains(cell, string(p.Precision)) || strings.Contains(cell, "there)"))
}

// windowMeets reads a date, "five days ending" a date, and "not stated", where
// the day that the cell allows as an inference is accepted too.
func windowMeets(cell string, w *wiredesk.Window) bool {
	if w == nil || w.From == "" {
		return strings.HasPrefix(cell, "not stated")
	}
	if strings.HasPrefix(cell, "five days ending") {
		return strings.Contains(cell, string(w.To)) && w.From == "2012-02-03"
	}
	return w.From == w.To && strings.Contains(cell, string(w.From))
}
