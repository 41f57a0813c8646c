package text

import (
	"strings"
	"unicode/utf8"

	"wiredesk"
)

// imprintName reports whether words are the name of a newspaper, station or
// agency as it stands on a line of its own: written like a name, without a
// stop, and holding a word such as "Post" or "Daily".
func imprintName(words string) bool {
	return utf8.RuneCountInString(words) <= 60 && properName(words) && isOutlet(words) &&
		!strings.ContainsAny(words, ",;:?!\"“”") && lastRune(words) != '.'
}

// imprintAbove takes paragraph i as the outlet's name if it stands above the
// headline. Without the date line beside it, or the same name in a claim of
// copyright, it may as well be a headline itself.
func (r *reader) imprintAbove(i int) bool {
	if !imprintName(r.words(i)) {
		return false
	}
	next := i + 1
	switch {
	case printedDate(r.words(next)) != nil:
		next++
	case r.dateBefore(i), r.claimed(i):
	default:
		return false
	}
	if next >= len(r.units)-1 || !r.isHeadline(next) {
		return false
	}
	r.takeImprint(i)
	return true
}

// imprintBelow takes paragraph i, between headline and body, as the outlet's
// name if a date line or byline stands beside it, or the name claims copyright.
func (r *reader) imprintBelow(i int) bool {
	if r.report.Headline == nil || i+1 >= len(r.units) || !imprintName(r.words(i)) {
		return false
	}
	if !r.furniture(i+1) && !r.dateBefore(i) && !r.claimed(i) {
		return false
	}
	r.takeImprint(i)
	return true
}

// takeImprint notes the outlet's name.
func (r *reader) takeImprint(i int) {
	if name := agency(r.words(i)); name != "" {
		r.holder = name
	} else {
		r.imprint = r.words(i)
	}
	r.mark(i, wiredesk.NoticeOutlet)
}

// dateBefore reports whether the paragraph before i was a date line.
func (r *reader) dateBefore(i int) bool {
	return i > 0 && r.units[i-1].role == around && printedDate(r.words(i-1)) != nil
}

// claimed reports whether the name that is paragraph i claims copyright at the
// end of the text.
func (r *reader) claimed(i int) bool {
	name := foldName(r.words(i))
	for k := len(r.units) - 1; k > i && k >= len(r.units)-maxAround; k-- {
		if r.units[k].span.Len() > 2*maxNotice {
			continue
		}
		if holder, _ := copyrightHolder(r.words(k)); holder != "" && foldName(holder) == name {
			return true
		}
	}
	return false
}
