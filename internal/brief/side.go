package brief

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/state.txt
var stateFile []byte

// state holds the words for those who speak or act for a state.
var state = sync.OnceValue(func() map[string]bool { return lexicon.Set(stateFile) })

// countryPrefix is the number of letters that a country and its adjective
// share: Syria and Syrian, Russia and Russian. (China and Chinese share four.)
const countryPrefix = 4

// side says for which state a source speaks, as the first letters of its name,
// "" where it speaks for none or it is not clear for which.
func (f *fact) side() string {
	words := strings.ToLower(f.speakerName() + " " + f.role() + " " + f.sourceWords())
	if !speaksForState(words) {
		return ""
	}
	if c := f.account.countryIn(words); c != "" {
		return c
	}
	return f.account.governmentBefore(f.spans[0].Start)
}

// role returns the role of the speaker in the report.
func (f *fact) role() string {
	for _, e := range f.account.reading.Entities {
		if e.ID == string(f.claim.Source.Entity) {
			return string(e.Role)
		}
	}
	return ""
}

// sourceWords returns the words that name the source, and the word before.
func (f *fact) sourceWords() string {
	var out []string
	for _, s := range f.claim.Source.Spans {
		out = append(out, s.Words(f.account.reading.Text))
	}
	return strings.Join(out, " ")
}

// speaksForState reports whether one of the words is of a state's body or office.
func speaksForState(words string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(words, notLetter), func(w string) bool { return state()[w] })
}

func notLetter(r rune) bool {
	return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r > 127 && r != '’')
}

// countryIn returns the country that words name, as a key, from the countries
// that the report names anywhere.
func (a *account) countryIn(words string) string {
	known := map[string]bool{}
	for _, p := range a.reading.Places {
		if p.Precision == wiredesk.PrecisionCountry {
			known[countryKey(p.Name)] = true
		}
	}
	for _, w := range strings.FieldsFunc(words, notLetter) {
		if k := countryKey(w); known[k] {
			return k
		}
	}
	return ""
}

// countryKey shortens the name of a country or its adjective.
func countryKey(name string) string {
	name = strings.ToLower(name)
	if len(name) < countryPrefix {
		return name
	}
	return name[:countryPrefix]
}

// governmentBefore returns the country of the last government named before the
// offset ("Syria's government"), for sources such as "the interior ministry".
func (a *account) governmentBefore(offset int) string {
	text := strings.ToLower(a.reading.Text[:offset])
	at := max(strings.LastIndex(text, "government"), strings.LastIndex(text, "regime"), strings.LastIndex(text, "president"))
	if at < 0 {
		return ""
	}
	from := max(0, at-countryBefore)
	return a.countryIn(text[from:at])
}

// countryBefore is the number of bytes before "government" in which its
// country is looked for.
const countryBefore = 30

// tensions pairs what speakers of one state promise with what they threaten,
// when neither takes the other back.
func tensions(all []*fact) []wiredesk.Relation {
	sides := map[string][2][]*fact{}
	for _, f := range all {
		k := 0
		switch f.claim.Stance {
		case wiredesk.Promise:
		case wiredesk.Threat, wiredesk.Refusal:
			k = 1
		default:
			continue
		}
		if s := f.promiser(); s != "" {
			pair := sides[s]
			pair[k] = append(pair[k], f)
			sides[s] = pair
		}
	}
	var out []wiredesk.Relation
	for _, s := range sortedKeys(sides) {
		pair := sides[s]
		if len(pair[0]) > 0 && len(pair[1]) > 0 {
			out = append(out, wiredesk.Relation{Kind: wiredesk.Tension, Claims: claimIDs(slices.Concat(pair[0], pair[1])),
				Note: fmt.Sprintf("On one side a promise (%s), on the other a vow or refusal (%s). Both stand side by side, without a verdict.",
					and(speakers(pair[0])), and(speakers(pair[1])))})
		}
	}
	return out
}

// promiser says for which state a promise or threat is made: the speaker's, or
// for a narrated one the state that its words name as the one who promises.
func (f *fact) promiser() string {
	if f.attributed() {
		return f.side()
	}
	words := strings.ToLower(f.words())
	if !speaksForState(words) {
		return ""
	}
	for _, w := range sortedKeys(state()) {
		if at := strings.Index(words, w); at > 0 {
			if c := f.account.countryIn(words[max(0, at-countryBefore):at]); c != "" {
				return c
			}
		}
	}
	return ""
}

// speakers names those who speak, each once.
func speakers(fs []*fact) []string {
	var out []string
	for _, f := range fs {
		if w := f.who(); !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}
