package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// copyrightForm finds a claim of copyright. Groups: the word where it stands
// without its sign, the year, the holder.
var copyrightForm = lazy(`(?i)(?:(?:copyright\s*)?(?:©|\(c\))|(copyright))\s*(\d{4}(?:\s*[-–,]\s*\d{4})?)?\s*,?\s*(?:by\s+)?((?:[^.,;:|©()\n]|\b(?:St|Mt|Ft|U|S|N|D|C)\.){0,60})`)

var rightsForm = lazy(`(?i)\s*\b(?:all\s+(?:international\s+)?rights|rights\s+reserved)\b.*$`)

var yearBehind = lazy(`\s+\d{4}(?:\s*[-–,]\s*\d{4})?\s*$`)

// copyrightHolder returns who claims copyright in words; ok is false where they
// claim none. A bare word ("Copyright law") claims nothing unless a year or an
// outlet's name stands behind it.
func copyrightHolder(words string) (holder string, ok bool) {
	m := copyrightForm().FindStringSubmatch(words)
	if m == nil {
		return "", false
	}
	holder = strings.TrimSpace(yearBehind().ReplaceAllString(rightsForm().ReplaceAllString(m[3], ""), ""))
	named := agency(holder) != "" || properName(holder)
	if m[1] != "" && m[2] == "" && !(named && agency(holder) != "" || imprintName(holder)) {
		return "", false
	}
	if !named {
		return "", true
	}
	return holder, true
}

// copyright reads who claims copyright: an agency, or the outlet.
func (r *reader) copyright(words string) {
	holder, _ := copyrightHolder(words)
	switch {
	case holder == "":
	case agency(holder) != "":
		r.holder = agency(holder)
		r.addAgencies(r.holder)
	case r.imprint == "" || foldName(r.imprint) == foldName(holder):
		r.imprint = holder
	}
}

// foldName folds the name of an outlet for comparison: "The Harbour Post" and
// "Harbour Post" are one.
func foldName(name string) string {
	if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
		name = name[4:]
	}
	return fold(name)
}

// nameParticles are the words of an outlet's name that may be written small.
var nameParticles = []string{"of", "the", "and", "for", "in", "on", "&", "de", "del", "der", "la", "le", "les", "el", "al", "y", "e"}

// properName reports whether words are written like the name of a house: up to
// six words, each with a capital or a digit.
func properName(words string) bool {
	f := strings.Fields(words)
	if len(f) == 0 || len(f) > 6 {
		return false
	}
	capitals := 0
	for _, w := range f {
		c, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(c):
			capitals++
		case unicode.IsDigit(c), slices.Contains(nameParticles, strings.ToLower(w)), strings.HasPrefix(w, "al-"):
		default:
			return false
		}
	}
	return capitals > 0
}

// isAcronym reports whether words are two to six capitals, as agencies sign.
func isAcronym(words string) bool {
	n := utf8.RuneCountInString(words)
	return n >= 2 && n <= 6 && !strings.ContainsFunc(words, func(c rune) bool { return !unicode.IsUpper(c) })
}

// acronymOf reports whether short is made of the first letters of long: "PTI"
// of "Press Trust of India", "AFP" of "Agence France-Presse".
func acronymOf(short, long string) bool {
	if !isAcronym(short) {
		return false
	}
	var all, capitals strings.Builder
	for _, w := range strings.FieldsFunc(long, func(c rune) bool { return c == ' ' || c == '-' }) {
		c, _ := utf8.DecodeRuneInString(w)
		if strings.EqualFold(w, "the") {
			continue
		}
		all.WriteRune(unicode.ToUpper(c))
		if unicode.IsUpper(c) {
			capitals.WriteRune(c)
		}
	}
	return all.String() == short || capitals.String() == short
}

// sameHouse reports whether a name is that of the agency which signs so.
func sameHouse(sign, name string) bool {
	return sign != "" && name != "" && (agency(name) == sign || foldName(name) == foldName(sign) || acronymOf(sign, name))
}

// orderForm finds whose report an order to editors is about: "the LWA report".
var orderForm = lazy(`\b(?i:the|this|our)\s+(\p{Lu}{2,6})\s+(?i:report|story|item|dispatch)\b`)

// sign returns the short name under which the house that is called name signs
// in this text, in its dateline or its orders to editors, or name itself. One
// house so has one name, and its chains and origins agree.
func (r *reader) sign(name string) string {
	if d := r.report.Dateline; d != nil && sameHouse(string(d.Agency), name) {
		return string(d.Agency)
	}
	if acronymOf(r.orders, name) {
		return r.orders
	}
	return name
}

// signs writes each agency under the name it signs with, each once.
func (r *reader) signs() {
	all := r.report.Agencies
	r.report.Agencies = nil
	for _, name := range all {
		r.addAgencies(r.sign(name))
	}
}
