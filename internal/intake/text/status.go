package text

import (
	"strings"
	"unicode/utf8"

	"wiredesk"
)

// Forms of orders to editors and of corrections.
var (
	killLabel    = lazy(`^(?:(?:BULLETIN|MANDATORY|ATTENTION|EDITORS?|EDS|URGENT|ADVISORY|STORY|NEWS)\b[\s:,-]*)*(?:KILL(?:ED)?\b|WITHDRAWN\b|WITHDRAWAL\b|RETRACTED\b|RETRACTION\b)(?:[\s:,.!–—-]+KILL\b)*\s*(?:[:.!–—-]+\s*|$)`)
	killOrder    = lazy(`(?i)\b(?:please|must|should|editors?[,:]?)\s+(?:\w+\s+)?(?:kill|withdraw|disregard|delete|spike)\b|\b(?:do|should|must)\s+not\s+(?:be\s+)?(?:use|used|publish|published)\b|\b(?:story|report|item|article|dispatch|version|take)\b[^.]{0,80}\b(?:(?:is|are|has been|have been|was|being)\s+)(?:hereby\s+|being\s+)?(?:withdrawn|killed|retracted|spiked)\b|\b(?:withdraws|withdrew|retracts|has withdrawn|is withdrawing|has killed)\s+(?:the|its|a|this|our)\s+(?:\w+\s+){0,2}(?:story|report|item|article|dispatch)\b`)
	addressed    = lazy(`(?i)\b(?:editors?|eds|subscribers|clients|customers|story|report|item|article|dispatch|slugged|headlined)\b`)
	named        = lazy(`(?i)(?:headlined|headed|slugged|titled|entitled|the\s+story|the\s+item|the\s+report)\s*:?\s*["“‘']([^"”’\n]{4,200})["”’']|["“]([^"”\n]{12,200})["”]`)
	sluggedForm  = lazy(`(?i)\b(?:slugged|slug|id|item|ref(?:erence)?)\s*:?\s+([A-Z0-9][\w./:-]{4,80})`)
	addressForm  = lazy(`https?://[^\s<>"]{4,300}`)
	correctedTop = lazy(`^(?:CORRECTED|CORRECTION|CORRECTS|Corrected|Correction|CORRECTIVE|Corrective|Clarification|CLARIFICATION)\b\s*(?:\([^)]{0,40}\))?\s*[:–—-]+\s*`)
	correctNote  = lazy(`^(?i:[(\[]?\s*(?:(?:correction|corrections|clarification|corrected|corrects|corrective)\b\s*(?:[:–—(-]|["“]|\b(?:to|in|that|paragraph|para|headline|spelling|throughout|number|figure|name|date|first|second|third|\d)\b)|(?:this|the)\s+(?:story|article|report|item|version)\s+(?:corrects\b|has been (?:corrected|amended|updated to correct)|was (?:corrected|amended))|(?:an|a previous|the)\s*earlier\s+version\s+of\s+this|editor'?s?[’']?s?\s+note\s*[:–—-].{0,120}(?:correct|earlier version)|eds?:\s*corrects))`)
	correctsForm = lazy(`(?i)\b(?:corrects|corrected|correction\s+(?:to|of)|headlined|headed|titled)\s*:?\s+(?:the\s+|our\s+)?(?:earlier\s+)?(?:(?:story|report|item|headline)\s+)?["“]([^"”\n]{12,200})["”]`)
	embargoForm  = lazy(`(?i)^(?:strictly\s+|under\s+)?(?:embargo(?:ed)?\b(?:\s*:|\s+until|\s+to|\s+till|\s+for|$)|not\s+for\s+(?:release|publication|use|broadcast)\s+(?:before|until)|hold\s+for\s+release|for\s+release\s+(?:at|on|after)\b)`)
)

// kill takes paragraph i out of the body if it orders a report withdrawn.
func (r *reader) kill(i int) bool {
	words := r.words(i)
	if utf8.RuneCountInString(words) > maxCaption {
		return false
	}
	label := killLabel().FindString(words)
	if r.report.Headline == nil && killsHeadline(words, label) {
		return false // the line is the headline, and says the same
	}
	ordered := killOrder().MatchString(words) && addressed().MatchString(words) && (strings.Contains(strings.ToUpper(r.text[:min(len(r.text), 600)]), "EDITOR") || r.report.Status == wiredesk.Killed || r.short())
	if label == "" && !ordered {
		return false
	}
	r.report.Status = wiredesk.Killed
	r.replaces(words[len(label):])
	if m := orderForm().FindStringSubmatch(words); m != nil {
		r.orders = m[1]
	}
	r.mark(i, wiredesk.NoticeKill)
	return true
}

// killsHeadline reports whether words are a headline with an order before it:
// "KILL: Minister resigns over harbour fire".
func killsHeadline(words, label string) bool {
	rest := words[len(label):]
	return label != "" && len(strings.Fields(rest)) >= 3 && len(rest) < maxHeadline && !killOrder().MatchString(rest) && lastRune(rest) != '.'
}

// short reports whether the whole text is as short as an order to editors is.
func (r *reader) short() bool { return len(r.text) < 1200 }

// replaces notes which report the words name: an address, a slug, or a
// headline in quotation marks.
func (r *reader) replaces(words string) {
	if r.report.Replaces != "" {
		return
	}
	found := addressForm().FindString(words)
	if m := named().FindStringSubmatch(words); found == "" && m != nil {
		found = m[1] + m[2]
	}
	if m := sluggedForm().FindStringSubmatch(words); found == "" && m != nil {
		found = m[1]
	}
	r.report.Replaces = wiredesk.Optional(oneLine(strings.TrimRight(found, ".,;")))
}

// headlineStatus reads "KILL: ...", "CORRECTED: ..." before the headline.
func (r *reader) headlineStatus() {
	words := r.report.Headline.Text
	if label := killLabel().FindString(words); label != "" {
		r.report.Status = wiredesk.Killed
		r.guess = words[len(label):]
		return
	}
	if label := correctedTop().FindString(words); label != "" {
		r.report.Status = wiredesk.Correction
		r.guess = words[len(label):]
	}
}

// correction takes paragraph i out of the body if it says what was wrong in an
// earlier version.
func (r *reader) correction(i int) bool {
	words := r.words(i)
	if utf8.RuneCountInString(words) > maxCaption || !correctNote().MatchString(words) {
		return false
	}
	if r.report.Status == wiredesk.Usable {
		r.report.Status = wiredesk.Correction
		if r.report.Headline != nil {
			r.guess = r.report.Headline.Text
		}
	}
	if m := correctsForm().FindStringSubmatch(words); m != nil && r.report.Replaces == "" {
		r.report.Replaces = wiredesk.Optional(oneLine(strings.TrimRight(m[1], ".,;")))
	}
	r.mark(i, wiredesk.NoticeCorrection)
	return true
}

// notesForm matches the heading of what an agency tells editors below a text.
var notesForm = lazy(`(?i)^[#*\s]*(?:\pL{2,10}\s+)?(?:notebook|notes?\s+to\s+editors|editors?['’]?\s+notes?|editorial\s+contacts?)\s*:?$|^[#*\s]*(?:the\s+following\s+(?:information\s+)?is\s+)?not\s+(?:intended\s+)?for\s+publication\b[^a-z]*$`)

// notes takes paragraph i and all that follows it out of the body if an agency
// speaks to editors there: contacts, sources, who wrote.
func (r *reader) notes(i int) bool {
	if i == 0 || r.units[i].span.Len() > maxMark || !notesForm().MatchString(oneLine(r.words(i))) {
		return false
	}
	for ; i < len(r.units); i++ {
		if r.units[i].role == open {
			r.mark(i, wiredesk.NoticeAgency)
		}
	}
	return true
}

// embargo takes paragraph i out of the body if it forbids publication for now.
// Nothing here knows what time it is: an editor lifts an embargo.
func (r *reader) embargo(i int) bool {
	words := r.words(i)
	if len(words) > 200 || !embargoForm().MatchString(words) {
		return false
	}
	if r.report.Status == wiredesk.Usable {
		r.report.Status = wiredesk.Withheld
	}
	r.mark(i, wiredesk.NoticeAgency)
	return true
}
