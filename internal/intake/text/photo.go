package text

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiredesk"
)

// maxCaption is the length in runes beyond which a paragraph is no caption.
const maxCaption = 700

// maxCreditWords is the number of words beyond which a line is no credit alone.
const maxCreditWords = 7

// creditForms find a picture's credit at the end of a paragraph. Group 1 is
// the credit.
var creditForms = sync.OnceValue(func() []*regexp.Regexp {
	wire := strings.TrimSuffix(strings.TrimPrefix(wires().find.String(), `(?:^|[^\pL\pN])`), `(?:$|[^\pL\pN])`)
	wire = strings.Replace(wire, "(", "(?:", 1)
	word := `\p{Lu}[\pL.'’-]*`
	name := word + `(?:\s+(?:` + word + `|de|da|al|van|von|bin|via|for|the|\d{1,4})){0,6}`
	before := `(?:^|[\s.?!(\[)"”’—–-])`
	stop := `(?:^|[.?!(\[)"”’—–-]\s*|\s[-–—]\s*|\n)`
	after := `[)\]]?\.?$`
	forms := []string{
		before + `(` + wire + `(?:\s*/\s*` + name + `){1,3}(?:\s+TPX IMAGES OF THE DAY)?)` + after,                                                                              // REUTERS/Pool
		before + `(` + wire + `\s+(?i:file )?(?i:photos?|pics?|pictures?|images?)(?:\s*[/:-]\s*` + name + `)?(?:,\s*(?i:file|pool))?)` + after,                                  // AP photo, AP Photo/Jane Doe
		before + `(` + name + `(?:\s*/\s*` + name + `)?\s*/\s*` + wire + `(?:,\s*(?i:file|pool))?)` + after,                                                                     // Jane Doe/AFP
		before + `((?:Photo|Photograph|Picture|Image|Pic|PHOTO|PICTURE|IMAGE)(?:s)?(?:\s+(?i:credit|courtesy))?\s*(?::|by|(?i:courtesy of)|via)\s*\p{Lu}[^()\n]{1,60})` + after, // Photo: Jane Doe
		stop + `((?i:photos?|photographs?|pictures?|images?|pics?)(?:\s+(?i:credit|courtesy))?\s*(?i::|/|by|courtesy of|courtesy|via)\s*\p{Lu}[^()\n]{1,60})` + after,
		stop + `((?i:credit|photo credit|image credit)\s*:\s*\p{Lu}[^()\n]{1,80})` + after,
		stop + `((?i:file|pool|handout|courtesy)\s+(?i:photo|picture|image)(?:\s*[/:]\s*` + name + `)?)` + after, // File photo
		stop + `(\p{Lu}{2,6}\s+(?i:file )?(?i:photo|picture|image)s?(?:\s*[/:]\s*` + name + `)?)` + after,        // LWA photo
		stop + `((?i:getty images|afp/getty|corbis|shutterstock|nurphoto|epa))` + after,                          // ... Getty Images
	}
	out := make([]*regexp.Regexp, len(forms))
	for i, f := range forms {
		out[i] = regexp.MustCompile(f)
	}
	return out
})

// houseForm finds a credit such as "Harbour Post/Jane Doe" at the end of a
// paragraph. Only where one part is written like a house is it a credit.
var houseForm = lazy(`(?:^|[.?!([)"”’]\s*|\n)(\p{Lu}[\pL.’'-]*(?:\s+\p{Lu}[\pL.’'-]*){0,4}\s*/\s*\p{Lu}[\pL.’'-]*(?:\s+\p{Lu}[\pL.’'-]*){0,4})[)\]]?\.?$`)

// houseCredit returns where such a credit stands in tail, or nil.
func houseCredit(tail string) []int {
	m := houseForm().FindStringSubmatchIndex(tail)
	if m == nil {
		return nil
	}
	for _, part := range strings.Split(tail[m[2]:m[3]], "/") {
		if part = strings.TrimSpace(part); isAcronym(part) || imprintName(part) {
			return m
		}
	}
	return nil
}

// tailBytes is how much of a paragraph's end is searched for a credit.
const tailBytes = 160

// creditHint is what every credit holds; few paragraphs do, and the forms of
// credits are slow to look for.
var creditHint = lazy(`/|(?i:photo|picture|image|\bpics?\b|credit|getty|courtesy|corbis|shutterstock|\bepa\b)`)

// creditAt returns where in words a picture's credit begins and ends, ok false
// if there is none.
func creditAt(words string) (start, end int, ok bool) {
	from := max(0, len(words)-tailBytes)
	for from < len(words) && !utf8.RuneStart(words[from]) {
		from++
	}
	tail := strings.TrimRightFunc(words[from:], blank)
	if !creditHint().MatchString(tail) {
		return 0, 0, false
	}
	start = len(words)
	for _, form := range creditForms() {
		if m := form.FindStringSubmatchIndex(tail); m != nil && from+m[2] < start {
			start, end, ok = from+m[2], from+m[3], true
		}
	}
	if m := houseCredit(tail); m != nil && !ok {
		start, end, ok = from+m[2], from+m[3], true
	}
	return start, end, ok
}

// photo takes paragraph i out of the body if it is a caption with a credit, or
// a credit whose caption is the line before.
func (r *reader) photo(i int) bool {
	words := r.words(i)
	if utf8.RuneCountInString(words) > maxCaption {
		return false
	}
	start, end, ok := creditAt(words)
	if !ok {
		return false
	}
	caption := strings.TrimRight(strings.TrimSpace(words[:start]), "([ —–-|/")
	if caption == "" && len(strings.Fields(words)) > maxCreditWords {
		return false // "PICTURES: Two brothers brought home after the flood" is a link
	}
	if caption != "" && !captionLike(words[:start]) {
		return false
	}
	span := r.units[i].span
	r.units[i].role = around
	photo := ReadCredit(words[start:end])
	if caption == "" && i > 0 && !r.units[i].gap && r.units[i-1].role == body {
		// The caption stands on the line above its credit.
		caption = r.words(i - 1)
		span.Start = r.units[i-1].span.Start
		r.units[i-1].role = around
	}
	photo.Caption, photo.Span = wiredesk.Optional(oneLine(caption)), span
	r.report.Photos = append(r.report.Photos, photo)
	return true
}

// captionLike reports whether words before a credit end as a caption does: at
// the end of a sentence, before a bracket, or without any stop.
func captionLike(words string) bool {
	words = strings.TrimRightFunc(words, blank)
	last := lastRune(words)
	return !unicode.IsLower(last) && last != ',' || !strings.HasSuffix(words, " by") && !strings.HasSuffix(words, " told") && !strings.HasSuffix(words, " the")
}

var creditParts = lazy(`\s*(?:/|[:•]\s*|\s-\s|\||\bvia\b|,|\bfor\b)\s*`)
var creditWords = lazy(`(?i)^(?:\s*(?:(?:file |pool |handout )?(?:photos?|photographs?|pictures?|images?|pics?)|credit|source|courtesy|by|of|from|via|the)\b[\s:]*)+|\s+(?:file |pool )?(?:photos?|pictures?|pics?)$`)

// ReadCredit splits a picture's credit as printed ("REUTERS/Pool", "AP photo",
// "Photo: Jane Doe/AFP") into agency and photographer. Caption and span are
// left to the caller.
func ReadCredit(credit string) wiredesk.Photo {
	credit = oneLine(credit)
	p := wiredesk.Photo{Credit: wiredesk.Optional(credit)}
	for _, part := range creditParts().Split(credit, -1) {
		name := agency(part)
		if name == "" {
			bare := strings.TrimSpace(creditWords().ReplaceAllString(part, ""))
			switch name = agency(bare); {
			case name == "" && imprintName(part):
				name = part // a house that the lexicon does not know
			case name == "" && (isAcronym(bare) || imprintName(bare)):
				name = bare
			}
			part = bare
		}
		switch {
		case name != "" && p.Agency == "":
			p.Agency = wiredesk.Optional(name)
		case name == "" && part != "" && p.Photographer == "" && !strings.EqualFold(part, "file"):
			p.Photographer = wiredesk.Optional(part)
		}
	}
	return p
}
