package text

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiredesk"
)

// Texts that were taken off pages whole hold what stood around the report:
// forms, picture galleries, players, links to other reports. What is taken out
// here is told by words that no report says, or by a form that comes again.

// leastGallery is the number of pictures from which lines such as "3/8 The
// quay" are a gallery; threads of short messages number two or three.
const leastGallery = 4

var (
	numberedForm = lazy(`(?:^|\s)(\d{1,3})/(\d{1,3})\s+\S`)
	showAllForm  = lazy(`(?i)^\d{1,3} show all\b|^.{0,80}\bhide caption \d{1,3} of \d{1,3}$|\bhide caption \d{1,3} of \d{1,3}$`)
	linkForm     = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^[(\[>»•▶►\s]*(?i:` + strings.Join(boilerplates().link, "|") + `)\s*[:|–—»>]+\s*\S.*[^.]$|^\[\s*[^\[\]]*[\pL\d’'”?!)]\s*\]$|^(?:>>|»|▶|►)\s*\S.*[^.]$|\s(?:Read more|READ MORE)\s*[»>→]?$`)
	})
	contactForm = lazy(`(?i)^(?:you can )?follow (?:[\pL.'’-]+ ){1,6}on (?:twitter|facebook|instagram|x)\b|^(?:e-?mail|contact)(?: (?:the (?:author|writer|reporter)|[\pL.'’-]+ [\pL.'’-]+))?(?: at)?:? \S+@\S+(?:[;,|].{0,90})?$|^for more .{2,60}: (?:https?://|www\.)|^get (?:the|our) .{0,60}\bnewsletter\b`)
	updatedForm = lazy(`(?i)^(?:last )?updated (?:at |on |\d)[^.!?]{0,10}[^!?]{0,50}$`)
	// The BBC's pages give captions and credits so.
	copyrightCaption = lazy(`^(?:Image copyright\s+(.{1,80}?))?(?:(?:^|\s+)(?:Image|Media) caption\s+(\S.*))?$`)
	playerCaption    = lazy(`^Media playback is (?:unsupported|not supported) on (?:your|this) device(?:\s+Media caption\s+(\S.*))?$`)
)

// creditFirst matches a caption with its credit before it, as many pages give
// them: "EPA The quay after the storm", "AP:Associated Press A boat".
var creditFirst = sync.OnceValue(func() *regexp.Regexp {
	wire := strings.TrimSuffix(strings.TrimPrefix(wires().find.String(), `(?:^|[^\pL\pN])`), `(?:$|[^\pL\pN])`)
	wire = strings.Replace(wire, "(", "(?:", 1)
	return regexp.MustCompile(`^(` + wire + `(?:\s*[:•/]\s*` + wire + `|\s+- Contributor)*)\s+([\p{Lu}\d].*)$`)
})

// A survey is what comes again and again in a text.
type survey struct {
	galleries map[string]int // pictures by the number of all: "8" of "3/8"
	captions  int            // lines that begin with a credit
}

// survey counts what is furniture only where it is repeated.
func (r *reader) survey() survey {
	s := survey{galleries: map[string]int{}}
	for i := range r.units {
		words := r.words(i)
		for _, m := range numberedForm().FindAllStringSubmatch(words, 200) {
			if len(m[1]) <= len(m[2]) {
				s.galleries[m[2]]++
			}
		}
		if r.creditFirst(i) != nil {
			s.captions++
		}
	}
	return s
}

// page takes paragraph i out of the body if it is what a page has around a
// report.
func (r *reader) page(i int) bool {
	if r.pageCaption(i) {
		return true
	}
	words := r.words(i)
	if !r.gallery(words) && !form(words) && !aside(words) {
		return false
	}
	r.mark(i, wiredesk.NoticeBoilerplate)
	return true
}

// gallery reports whether words are a picture of a gallery, or all of them.
func (r *reader) gallery(words string) bool {
	if utf8.RuneCountInString(words) < 3*maxNotice && showAllForm().MatchString(oneLine(words)) {
		return true
	}
	all := numberedForm().FindAllStringSubmatchIndex(words, 200)
	if len(all) == 0 {
		return false
	}
	last := words[all[0][4]:all[0][5]]
	return r.seen.galleries[last] >= leastGallery && (all[0][0] == 0 || len(all) >= leastGallery)
}

// formRunes is how many runes of a paragraph one phrase of a form stands for: a
// report that was run together with a form is longer and stays.
const formRunes = 350

// form reports whether words are a form to be filled in, or a player.
func form(words string) bool {
	if len(words) > 40*formRunes {
		return false
	}
	low := strings.ReplaceAll(strings.ToLower(oneLine(words)), "’", "'")
	hits := 0
	for _, phrase := range boilerplates().form {
		hits += strings.Count(low, phrase)
	}
	return hits > 0 && hits*formRunes >= utf8.RuneCountInString(low)
}

// aside reports whether words are a link to another report, an address to
// write to, or a mark without a word.
func aside(words string) bool {
	if !strings.ContainsFunc(words, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) {
		return true
	}
	if utf8.RuneCountInString(words) > 200 {
		return false
	}
	words = oneLine(words)
	if contactForm().MatchString(words) || updatedForm().MatchString(words) {
		return true
	}
	return linkForm().MatchString(words) && len(strings.Fields(words)) >= 4
}

// pageCaption takes paragraph i as a photo if it is a caption in the form that
// pages give it.
func (r *reader) pageCaption(i int) bool {
	words := oneLine(r.words(i))
	var photo wiredesk.Photo
	switch {
	case len(words) > maxCaption:
		return false
	case strings.HasPrefix(words, "Image c") || strings.HasPrefix(words, "Media caption"):
		m := copyrightCaption().FindStringSubmatch(words)
		if m == nil {
			return false
		}
		if m[1] != "" {
			photo = ReadCredit(m[1])
		}
		photo.Caption = wiredesk.Optional(m[2])
	case strings.HasPrefix(words, "Media playback"):
		m := playerCaption().FindStringSubmatch(words)
		if m == nil {
			return false
		}
		photo.Caption = wiredesk.Optional(m[1])
	default:
		m := r.creditFirst(i)
		if m == nil || r.seen.captions < 2 {
			return false
		}
		photo = ReadCredit(m[1])
		photo.Caption = wiredesk.Optional(m[2])
	}
	if photo.Caption == "" && photo.Credit == "" {
		r.mark(i, wiredesk.NoticeBoilerplate)
		return true
	}
	photo.Span = r.units[i].span
	r.units[i].role = around
	r.report.Photos = append(r.report.Photos, photo)
	return true
}

// creditFirst matches paragraph i as a caption behind its credit. Such captions
// have no full stop, which sentences that begin with an agency have.
func (r *reader) creditFirst(i int) []string {
	words := r.words(i)
	if c := lastRune(words); len(words) > 300 || !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '\'' && c != '’' && c != '"' && c != '”' {
		return nil
	}
	return creditFirst().FindStringSubmatch(oneLine(words))
}
