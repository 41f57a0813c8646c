package story

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/credits.txt
var creditsFile []byte

// creditCues are the words that a credit at the end of a text begins with, and
// what they say: "own", the text is the agency's; "compiled", it was put
// together from theirs. The longest stand first.
var creditCues = sync.OnceValue(func() [][2]string {
	var out [][2]string
	for _, e := range lexicon.Parse(creditsFile) {
		out = append(out, [2]string{e[0], e.Field(1)})
	}
	slices.SortStableFunc(out, func(a, b [2]string) int { return len(b[0]) - len(a[0]) })
	return out
})

// houses are the agencies and outlets that credits may name, by their names and
// initials, in small letters.
type houses map[string]string

// housesOf are the known agencies and those that the reports of a story show to
// be agencies: named in a dateline or credit.
func housesOf(readings []wiredesk.Reading) houses {
	h := houses{}
	for i := range readings {
		r := &readings[i].Report
		for _, name := range r.Agencies {
			h.add(name)
		}
		if r.Dateline != nil {
			h.add(string(r.Dateline.Agency))
		}
	}
	return h
}

// add names a house, by its initials too where it has three words or more.
func (h houses) add(name string) {
	if name == "" {
		return
	}
	h[strings.ToLower(name)] = name
	words := strings.Fields(name)
	if len(words) < 3 {
		return
	}
	initials := ""
	for _, w := range words {
		if first := []rune(w)[0]; unicode.IsUpper(first) {
			initials += string(first)
		}
	}
	if len(initials) >= 3 {
		h[strings.ToLower(initials)] = name
	}
}

// find returns the house that words name.
func (h houses) find(words string) (string, bool) {
	words = strings.Trim(strings.TrimSpace(words), ".")
	if known, ok := knownAgency(words); ok {
		return known, true
	}
	low := strings.ToLower(words)
	for _, w := range [...]string{low, strings.TrimPrefix(low, "the ")} {
		if name, ok := h[w]; ok {
			return name, true
		}
	}
	return "", false
}

// A closing is what the end of a text says of whose it is.
type closing struct{ own, compiled []string }

// The forms of a credit at the end of a text: in brackets, or a short line.
var (
	bracketed   = regexp.MustCompile(`\(([^()]{2,120})\)\s*$`)
	creditParts = regexp.MustCompile(`\s*(?:,|/|;|&| and )\s*(?:and )?`)
)

// How much of the end of a text is read for credits, in lines, and how long a
// line of them is.
const (
	closingLines = 4
	creditWords  = 16
)

// closing reads the credits at the end of a text.
func (h houses) closing(r *wiredesk.Report) closing {
	var out closing
	lines := strings.FieldsFunc(r.Text, func(c rune) bool { return c == '\n' })
	for _, line := range lines[max(0, len(lines)-closingLines):] {
		line = strings.TrimSpace(line)
		if m := bracketed.FindStringSubmatch(line); m != nil {
			h.read(m[1], true, &out)
		} else if len(strings.Fields(line)) <= creditWords {
			h.read(line, false, &out)
		}
	}
	return out
}

// read reads one credit. What stands in brackets needs no word before it
// ("(AFP)"); a line does.
func (h houses) read(words string, bare bool, out *closing) {
	role := ""
	for _, cue := range creditCues() {
		if rest, ok := cutFold(words, cue[0]); ok {
			words, role = rest, cue[1]
			break
		}
	}
	if role == "" && !bare {
		return
	}
	var named []string
	others := 0
	for _, part := range creditParts.Split(words, -1) {
		if name, ok := h.find(part); ok && !slices.Contains(named, name) {
			named = append(named, name)
		} else if !ok {
			others++
		}
	}
	switch {
	case role == "" && others > 0: // a remark in brackets
	case role == "compiled" || len(named) > 1:
		out.compiled = append(out.compiled, named...)
	default:
		out.own = append(out.own, named...)
	}
}

// cutFold cuts a cue off the front of words, whatever the case; the cue must
// end where a word does.
func cutFold(words, cue string) (rest string, ok bool) {
	if len(words) < len(cue) || !strings.EqualFold(words[:len(cue)], cue) {
		return "", false
	}
	rest = words[len(cue):]
	if rest != "" && unicode.IsLetter([]rune(rest)[0]) {
		return "", false
	}
	return strings.TrimLeft(rest, " :.-–—0123456789"), true
}
