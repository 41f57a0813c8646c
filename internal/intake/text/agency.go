package text

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/agencies.txt
var agenciesFile []byte

// agencies are the agencies of the lexicon.
type agencies struct {
	names map[string]string // spelling -> the desk's name; spellings of four letters and more also in lower case
	text  map[string]bool   // the desk's names of those that supply text
	find  *regexp.Regexp    // any spelling, as a word of its own
}

// wires reads the lexicon of agencies once.
var wires = sync.OnceValue(func() agencies {
	a := agencies{names: map[string]string{}, text: map[string]bool{}}
	var spellings []string
	for _, e := range lexicon.Parse(agenciesFile) {
		a.text[e[0]] = e.Field(1) == "text"
		all := append([]string{e[0]}, strings.Split(e.Field(2), "|")...)
		for _, s := range all {
			if s == "" {
				continue
			}
			if _, taken := a.names[s]; taken {
				continue
			}
			a.names[s] = e[0]
			pattern := regexp.QuoteMeta(s)
			if len(s) >= 4 {
				a.names[strings.ToLower(s)] = e[0]
				pattern = "(?i:" + pattern + ")"
			}
			spellings = append(spellings, pattern)
		}
	}
	// The longest first, since Go's alternatives prefer the first that fits.
	slices.SortFunc(spellings, func(x, y string) int { return len(y) - len(x) })
	a.find = regexp.MustCompile(`(?:^|[^\pL\pN])(` + strings.Join(spellings, "|") + `)(?:$|[^\pL\pN])`)
	return a
})

// agency returns the desk's name of an agency by one of its spellings, or "".
func agency(words string) string {
	words = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(words), "the "))
	a := wires()
	if name := a.names[words]; name != "" {
		return name
	}
	if len(words) >= 4 {
		return a.names[strings.ToLower(words)]
	}
	return ""
}

// agenciesIn returns the desk's names of the agencies that words name, in
// their order, each once.
func agenciesIn(words string) []string {
	var out []string
	for at := 0; at < len(words); {
		m := wires().find.FindStringSubmatchIndex(words[at:])
		if m == nil {
			break
		}
		if name := agency(words[at+m[2] : at+m[3]]); name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
		at += m[3]
	}
	return out
}

// textAgenciesIn is agenciesIn without those that supply pictures only.
func textAgenciesIn(words string) []string {
	return slices.DeleteFunc(agenciesIn(words), func(name string) bool { return !wires().text[name] })
}

// addAgencies notes agencies whose text or service the report names as its own.
func (r *reader) addAgencies(names ...string) {
	for _, n := range names {
		if n != "" && !slices.Contains(r.report.Agencies, n) {
			r.report.Agencies = append(r.report.Agencies, n)
		}
	}
}
