package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/lang/body"
)

// bodies gives organizations their records: standing bodies by all their
// names, others by name, by an acronym that is introduced in brackets, and by
// a short form that fits only one of those before it.
func (r *resolver) bodies() {
	acronyms := map[string]*record{}
	shorts := map[string]*record{} // by one capitalised word of the name; nil where several fit
	for i, m := range r.mentions {
		if m.Type != wiredesk.Organization {
			continue
		}
		e := r.body(i, acronyms, shorts)
		r.join(i, e)
		if a := r.bracketed(i); a != "" {
			acronyms[a] = e
		}
		shortForms(r.words(i), e, shorts)
		if a := initials(r.words(i)); a != "" {
			add(acronyms, a, e)
		}
	}
}

func (r *resolver) body(i int, acronyms, shorts map[string]*record) *record {
	words := r.words(i)
	b := body.Named(words)
	if e := acronyms[words]; e != nil {
		return e
	}
	if b != nil {
		e := r.named(wiredesk.Organization, Fold(b.Name))
		e.agency = e.agency || b.Kind == body.Agency
		return e
	}
	if !strings.Contains(words, " ") {
		if e := shorts[words]; e != nil {
			return e
		}
		if i > 0 && r.isAcronymOf(i) {
			return r.of[i-1]
		}
	}
	return r.named(wiredesk.Organization, Fold(strings.TrimPrefix(strings.TrimPrefix(words, "the "), "The ")))
}

// isAcronymOf reports whether mention i stands in brackets behind an
// organization of which it is the acronym.
func (r *resolver) isAcronymOf(i int) bool {
	return r.of[i-1] != nil && r.mentions[i-1].Type == wiredesk.Organization && r.word(r.first[i]-1) == "(" &&
		r.last[i-1] == r.first[i]-1 && acronym(r.words(i), r.words(i-1))
}

// bracketed returns the acronym that is introduced behind mention i: "(SNC)",
// or "".
func (r *resolver) bracketed(i int) string {
	k := r.last[i]
	if r.word(k) != "(" {
		return ""
	}
	a := r.word(k + 1)
	if end := r.word(k + 2); (end == ")" || end == "," || end == ";") && acronym(a, r.words(i)) {
		return a
	}
	return ""
}

// acronym reports whether a is made of first letters of the words of name, in
// order; at most one letter may have another origin.
func acronym(a, name string) bool {
	letters := strings.ReplaceAll(strings.ToUpper(a), ".", "")
	if len(letters) < 2 || len(letters) > 8 || strings.ToUpper(a) != a {
		return false
	}
	rest, missed := letters, 0
	for _, w := range strings.FieldsFunc(name, func(c rune) bool { return c == ' ' || c == '-' }) {
		c, _ := utf8.DecodeRuneInString(w)
		if rest != "" && unicode.ToUpper(c) == rune(rest[0]) {
			rest = rest[1:]
		} else if unicode.IsUpper(c) {
			missed++
		}
	}
	return rest == "" && missed <= 1 || len(rest) == 1 && len(letters) > 2 && missed == 0
}

// initials returns the first letters of the capitalised words of a name of
// two words or more.
func initials(name string) string {
	out := ""
	for _, w := range strings.Fields(name) {
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(c) {
			out += string(c)
		}
	}
	if len(out) < 2 {
		return ""
	}
	return out
}

// add enters a short form; one that fits two bodies means neither.
func add(forms map[string]*record, form string, e *record) {
	if old, seen := forms[form]; seen && old != e {
		e = nil
	}
	forms[form] = e
}

// shortForms adds the words by which an organization may be named again ("the
// League" for "Arab League"): its first word, its last, and the noun in it.
func shortForms(words string, e *record, shorts map[string]*record) {
	fields := strings.Fields(words)
	if len(fields) < 2 {
		return
	}
	for k, w := range fields {
		if k > 0 && k < len(fields)-1 && !listed("body")[strings.ToLower(w)] {
			continue
		}
		add(shorts, w, e)
	}
}
