package text

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/sections.txt
var sectionsFile []byte

// sections are the labels of a newspaper's sections, in lower case.
var sections = sync.OnceValue(func() map[string]bool { return lexicon.Set(sectionsFile) })

// maxAround is the number of paragraphs before and after the body that are
// looked at for what stands around it; pages copied whole have about thirty.
const maxAround = 40

// head reads what stands between headline and body, from paragraph i on, and
// returns the first paragraph of the body.
func (r *reader) head(i int) int {
	for end := i + maxAround; i < len(r.units) && i < end; i++ {
		if r.units[i].role != open {
			continue
		}
		switch {
		case r.repeat(i), r.wall(i), r.listed(i), r.page(i), r.kill(i), r.embargo(i), r.correction(i), r.dateLine(i), r.imprintBelow(i), r.byline(i),
			r.datelineAlone(i), r.section(i), r.photo(i), r.boilerplate(i, true), r.agencyAlone(i):
		default:
			return i
		}
	}
	return i
}

// section takes paragraph i out of the body if it is the label of a section.
func (r *reader) section(i int) bool {
	words := strings.ToLower(strings.Trim(r.words(i), " :|»>/"))
	if !sections()[words] || i+1 >= len(r.units) {
		return false
	}
	r.mark(i, wiredesk.NoticeBoilerplate)
	return true
}

// signedAlone matches an agency with the initials of who wrote: "AAP RTV".
var signedAlone = lazy(`^(\p{Lu}{2,5})(?:\s+\p{Lu}{2,4}){1,4}$`)

// agencyAlone takes paragraph i out of the body if it is an agency's name and
// nothing else, as some papers print it below the headline.
func (r *reader) agencyAlone(i int) bool {
	words := strings.Trim(oneLine(r.words(i)), " ()[]–—-|:.")
	const longest = 60
	if len(words) > longest {
		return false
	}
	names, all := onlyAgencies(words)
	if m := signedAlone().FindStringSubmatch(words); !all && m != nil && agency(m[1]) != "" && wires().text[agency(m[1])] {
		names, all = []string{agency(m[1])}, true
	}
	if !all {
		return false
	}
	r.addAgencies(names...)
	r.mark(i, wiredesk.NoticeCredit)
	return true
}
