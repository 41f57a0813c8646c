package text

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/accounts.txt
var accountsFile []byte

//go:embed lexicon/bylinewords.txt
var bylineWordsFile []byte

// bylineWords returns the words of bylines in other languages that stand there.
func bylineWords(where string) string {
	var out []string
	for _, e := range lexicon.Parse(bylineWordsFile) {
		if e[0] == where {
			out = append(out, e.Field(1))
		}
	}
	return strings.Join(out, "|")
}

var (
	otherBy  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)^(?:` + bylineWords("by") + `)\b[:\s]\s*`) })
	otherAnd = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\s(?:` + bylineWords("and") + `)\s`) })
)

// accounts are the words that name no person where an author is named, by how
// they count.
var accounts = sync.OnceValue(func() map[string]map[string]bool {
	out := map[string]map[string]bool{"word": {}, "whole": {}, "start": {}}
	for _, e := range lexicon.Parse(accountsFile) {
		out[e[0]][e.Field(1)] = true
	}
	return out
})

// Credits tells persons from agencies in what metadata give as authors: a name,
// a byline, or a list of names in one string. Accounts ("admin"), desks, roles,
// links and the house itself are neither. Names are kept as they are written,
// except that "Brook, Ana" is turned round.
func Credits(house string, authors ...string) (names, agencies []string) {
	add := func(list *[]string, name string) {
		if name != "" && !slices.Contains(*list, name) {
			*list = append(*list, name)
		}
	}
	for _, author := range authors {
		for _, part := range authorsIn(author) {
			bare := strings.TrimSpace(afterNames().ReplaceAllString(part, ""))
			found := textAgenciesIn(part)
			switch {
			case agency(part) != "" && wires().text[agency(part)], agency(bare) != "" && wires().text[agency(bare)]:
				add(&agencies, found[0])
			case len(found) > 0 && (!isName(bare) || signs(bare)):
				for _, a := range found { // "AP Science Writer", "Reuters Staff"
					add(&agencies, a)
				}
			case foldName(part) == foldName(house) || isAccount(part) || isAccount(bare) || isAcronym(bare):
			case len(names) > 0 && (isOutlet(part) || roleForm().MatchString(part)):
			default:
				for _, a := range textAgenciesIn(strings.TrimPrefix(part, bare)) { // "Ana Brook of The Associated Press"
					add(&agencies, a)
				}
				if !isInitials(bare) {
					add(&names, bare)
				}
			}
		}
	}
	return names, agencies
}

// isInitials reports whether words are the initials of who wrote or edited, as
// agencies give them: "gr/bp", "jd".
func isInitials(words string) bool {
	const longest = 5
	return strings.ContainsFunc(words, unicode.IsLower) && !strings.ContainsFunc(words, unicode.IsUpper) && (len(words) <= longest || strings.Contains(words, "/"))
}

// signs reports whether words that are written like a name begin with an
// agency and go on with a post of it: "AP Science Writer".
func signs(words string) bool {
	first, rest, _ := strings.Cut(words, " ")
	return agency(first) != "" && (isAcronym(first) || isAccount(rest) || roleForm().MatchString(rest))
}

// roleForm matches a post, which stands behind a name.
var roleForm = lazy(`(?i)\b(?:correspondent|reporter|editor|writer|journalist|contributor|producer|columnist|photographer|analyst|fellow|director|professor)s?\b`)

var (
	creditPrefix = lazy(`(?i)^(?:(?:written|words|story|text|report(?:ed)?|posted|published)\s+)?by\b[:\s]*`)
	creditCut    = lazy(`\s*(?:;|\||•|·|&|\s/\s|\band\b|\bAND\b|\n|\s[–—-]\s|[()]|,)\s*`)
	creditMail   = lazy(`[<(\[]?\S*@\S+[>)\]]?|https?://\S+`)
)

// authorsIn parts what one string names.
func authorsIn(words string) []string {
	words = oneLine(creditMail().ReplaceAllString(oneLine(words), "|"))
	if utf8.RuneCountInString(words) > 2*maxByline {
		return nil
	}
	words = creditPrefix().ReplaceAllString(words, "")
	if m := datedForm().FindStringIndex(words); m != nil {
		words = words[:m[0]]
	}
	var out []string
	for _, list := range strings.Split(words, ";") {
		if name := turned(list); name != "" {
			out = append(out, name)
			continue
		}
		for _, part := range apart(slashed(creditCut().Split(otherBy().ReplaceAllString(list, ""), -1))) {
			part = strings.Trim(creditPrefix().ReplaceAllString(strings.TrimSpace(part), ""), " ,.|·•/:")
			if strings.ContainsAny(part, ":0123456789") {
				continue // "Image: ...", a time
			}
			if part != "" && utf8.RuneCountInString(part) <= 80 && strings.ContainsFunc(part, unicode.IsLetter) {
				out = append(out, part)
			}
		}
	}
	return out
}

// apart parts "Ana Brook und Nils Harbo": the word counts between two names of
// two words each.
func apart(parts []string) []string {
	var out []string
	for _, p := range parts {
		both := otherAnd().Split(p, -1)
		if slices.ContainsFunc(both, func(n string) bool { return len(strings.Fields(n)) < 2 }) {
			both = []string{p}
		}
		out = append(out, both...)
	}
	return out
}

// slashed parts "Ana Brook/Reuters" where one side is an agency.
func slashed(parts []string) []string {
	var out []string
	for _, p := range parts {
		if a, b, ok := strings.Cut(p, "/"); ok && (agency(a) != "" || agency(b) != "") {
			out = append(out, a, b)
			continue
		}
		out = append(out, p)
	}
	return out
}

// turned returns "Ana Brook" for "Brook, Ana", "" for anything else: two names
// of two words each are two persons.
func turned(list string) string {
	last, firstName, ok := strings.Cut(strings.TrimSpace(list), ",")
	firstName = strings.TrimSpace(firstName)
	if !ok || len(strings.Fields(last)) != 1 || len(strings.Fields(firstName)) != 1 || !isName(firstName+" "+last) {
		return ""
	}
	if agency(last) != "" || agency(firstName) != "" || isAccount(last) || isAccount(firstName) || isAcronym(last) || isAcronym(firstName) {
		return ""
	}
	return firstName + " " + last
}

// isAccount reports whether words name an account, a desk or a link where a
// person is named.
func isAccount(words string) bool {
	low := strings.ToLower(strings.Trim(words, " .:@"))
	a := accounts()
	if low == "" || a["whole"][low] || theStaff().MatchString(words) && !isName(words) {
		return true
	}
	for _, w := range strings.FieldsFunc(low, func(c rune) bool { return !unicode.IsLetter(c) }) {
		if a["word"][w] {
			return true
		}
	}
	for start := range a["start"] {
		if strings.HasPrefix(low, start+" ") || low == start {
			return true
		}
	}
	return false
}
