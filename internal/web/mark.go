package web

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"wiredesk"
)

// A mark is the short sign of an outlet and the colour of the origin that its
// report rests on. The sign always goes with the colour.
type mark struct {
	Sign  string // "M"
	Class string // "o1" to "o5", "o0" where no single origin is known
	Name  string
}

// colours is the number of colours of origins; they are used again after that.
const colours = 5

// marks gives the reports of a brief their marks, by report.
func marks(b *wiredesk.Brief) map[string]mark {
	signs := signsOf(b.Reports)
	out := map[string]mark{}
	for _, r := range b.Reports {
		out[r.ID] = mark{signs[plainName(r)], classOf(r.Origins, b.Origins.Known), outlet(r.Outlet)}
	}
	return out
}

// classOf is the colour class of what a report rests on.
func classOf(o wiredesk.Origins, all []string) string {
	if len(o.Known) != 1 || len(o.Perhaps) > 0 {
		return "o0"
	}
	return originClass(o.Known[0], all)
}

// originClass is the colour class of an origin.
func originClass(origin string, all []string) string {
	i := slices.Index(all, origin)
	if i < 0 {
		return "o0"
	}
	return fmt.Sprintf("o%d", 1+i%colours)
}

// plainName is an outlet's name without what many names begin with.
func plainName(r wiredesk.BriefReport) string {
	return strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(string(r.Outlet), "The "), "www."))
}

// signLetters bounds the letters of a sign; names that share so many get a number.
const signLetters = 3

// signsOf gives each outlet the shortest beginning of its name that no other
// outlet's name has.
func signsOf(reports []wiredesk.BriefReport) map[string]string {
	var names []string
	for _, r := range reports {
		if n := plainName(r); !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	out := map[string]string{}
	for i, n := range names {
		out[n] = sign(n, i, names)
	}
	return out
}

// sign makes the sign of the name with index i.
func sign(name string, i int, names []string) string {
	if name == "" {
		return "?"
	}
	for k := 1; k <= signLetters; k++ {
		s := beginning(name, k)
		if !slices.ContainsFunc(names, func(o string) bool { return o != name && beginning(o, k) == s }) {
			return s
		}
	}
	return fmt.Sprintf("%s%d", beginning(name, 1), i+1)
}

// beginning is the first k letters and digits of a name, the first in capitals.
func beginning(name string, k int) string {
	var out []rune
	for _, c := range name {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			continue
		}
		if len(out) == 0 {
			c = unicode.ToUpper(c)
		}
		if out = append(out, c); len(out) == k {
			break
		}
	}
	return string(out)
}
