package text

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/boilerplate.txt
var boilerplateFile []byte

// maxNotice is the length in runes beyond which a paragraph is no notice: the
// longest that was seen, an agency's claim of copyright, has about 350.
const maxNotice = 420

// phrases are the words that give boilerplate away, in lower case.
type phrases struct {
	start, within []string
	form          []string // words of forms and players, which long paragraphs hold too
	link          []string // what stands before a link to another report, as expressions
	whole         map[string]bool
	count         map[string]bool // what counters of a page count
	button        map[string]bool // words of lines of buttons
	list          map[string]bool // headings of lists of other reports
}

// boilerplates reads the lexicon once.
var boilerplates = sync.OnceValue(func() phrases {
	p := phrases{whole: map[string]bool{}, count: map[string]bool{}, button: map[string]bool{}, list: map[string]bool{}}
	for _, e := range lexicon.Parse(boilerplateFile) {
		switch e[0] {
		case "start":
			p.start = append(p.start, e.Field(1))
		case "within":
			p.within = append(p.within, e.Field(1))
		case "form":
			p.form = append(p.form, e.Field(1))
		case "link":
			p.link = append(p.link, e.Field(1))
		case "count":
			p.count[e.Field(1)] = true
		case "button":
			p.button[e.Field(1)] = true
		case "list":
			p.list[e.Field(1)] = true
		case "whole":
			p.whole[e.Field(1)] = true
		}
	}
	return p
})

// isBoilerplate reports whether a paragraph has nothing to do with the report.
func isBoilerplate(words string) bool {
	if utf8.RuneCountInString(words) > maxNotice {
		return false
	}
	low := strings.ToLower(oneLine(words))
	p := boilerplates()
	if p.whole[strings.Trim(low, " .:|»>")] || p.isCounter(low) || p.isButtons(low) || isMarkup(low) {
		return true
	}
	for _, s := range p.start {
		if strings.HasPrefix(low, s) {
			_, claims := copyrightHolder(words)
			return s != "copyright" || claims
		}
	}
	return slices.ContainsFunc(p.within, func(s string) bool { return strings.Contains(low, s) })
}

// counterForm matches a number with what it counts: "1.2k shares", "Comments (24)".
var counterForm = lazy(`^(?:[\d.,]+\s*[km]?\+?\s*([\pL]+)|([\pL]+)\s*[:(]?\s*[\d.,]+\s*[km]?\+?\)?)$`)

// isCounter reports whether a line in lower case is a counter of a page.
func (p phrases) isCounter(low string) bool {
	const longest = 24
	if len(low) > longest {
		return false
	}
	m := counterForm().FindStringSubmatch(low)
	return m != nil && (p.count[m[1]] || p.count[m[2]])
}

// isButtons reports whether a line in lower case holds nothing but the words of
// buttons, two of them or more.
func (p phrases) isButtons(low string) bool {
	const most = 12
	f := strings.FieldsFunc(low, func(c rune) bool { return c == ' ' || c == '|' || c == '•' || c == '·' || c == '/' || c == ',' })
	if len(f) < 2 || len(f) > most {
		return false
	}
	for _, w := range f {
		if !p.button[strings.Trim(w, ".<>…")] {
			return false
		}
	}
	return true
}

// isMarkup reports whether a line is a piece of mark-up that was taken for text.
func isMarkup(low string) bool {
	return strings.HasPrefix(low, "<") && strings.HasSuffix(low, ">") && (strings.Contains(low, "</") || strings.Contains(low, "="))
}

// listed takes the heading of a list of other reports, which is paragraph i, and
// the headlines below it out of the body: short lines that end in no stop.
func (r *reader) listed(i int) bool {
	const most, longest = 12, 120
	if !boilerplates().list[strings.ToLower(strings.Trim(oneLine(r.words(i)), " .:|»>-"))] {
		return false
	}
	r.mark(i, wiredesk.NoticeBoilerplate)
	for k := i + 1; k < len(r.units) && k <= i+most; k++ {
		words := r.words(k)
		if r.units[k].role != open || utf8.RuneCountInString(words) > longest || strings.Contains(words, ". ") || strings.ContainsRune(".!”\"]", lastRune(words)) || matchDateline(words) != nil {
			break
		}
		r.mark(k, wiredesk.NoticeBoilerplate)
	}
	return true
}

// stampForm matches the time at which a page was printed, at the end of a
// paragraph.
var stampForm = lazy(`\s*\[\d{1,2}/\d{1,2}/\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?\]$`)

// stamp cuts such a time from the end of paragraph i.
func (r *reader) stamp(i int) {
	words := r.words(i)
	if !strings.HasSuffix(words, "]") {
		return
	}
	if m := stampForm().FindStringIndex(words); m != nil {
		r.cutTail(i, m[0], wiredesk.NoticeBoilerplate)
	}
}

// boilerplate takes paragraph i out of the body if it is furniture of a page.
// A text without any mark of a report (like is false) keeps all its words.
func (r *reader) boilerplate(i int, like bool) bool {
	words := r.words(i)
	if !like || !isBoilerplate(words) {
		return false
	}
	r.copyright(words)
	r.mark(i, wiredesk.NoticeBoilerplate)
	return true
}

// Forms of lines that credit agencies with the text.
var (
	compiledForm = lazy(`(?i)^[(\[—–-]*\s*(?:compiled|combined|adapted|edited|written|put together|based)\b.{0,40}?\b(?:from|on)\b\s+(.{2,120}?)\s*(?:\b(?:stor(?:y|ies)|reports?|dispatches|wires?|wire services|copy|services|material|agenc(?:y|ies))\b\s*)?(?:\bby\s+(.{2,80}?))?[)\]]?\.?$`)
	inputsForm   = lazy(`(?i)^[(\[—–-]*\s*(?:with|additional)\s+(?:(?:additional|further|extra)\s+)?(?:inputs?|reporting|reports?|material|files|information|contributions?)\s+(?:from|by)\s+(.{2,160}?)[)\]]?\.?$`)
	helpedForm   = lazy(`(?i)^[(\[]?((?:[^.!?]|\b\pL\.){2,160}?)\s+(?:also\s+)?contributed\s+(?:reporting\s+)?(?:to|from|for)\b.{0,80}[)\]]?$`)
	reportedForm = lazy(`(?i)^[(\[]\s*(?:(?:additional|further)\s+)?(?:report(?:ing|ed)|writ(?:ing|ten)|edit(?:ing|ed)|compil(?:ing|ed)|translat(?:ing|ed))\b.{2,300}[)\]]\.?$|^(?:(?:additional|further)\s+)?(?:reporting|writing|editing) by\b.{2,300}$`)
	sourceForm   = lazy(`(?i)^[(\[]?(?:source|sources|via|from)\s*:\s*(.{2,60}?)[)\]]?\.?$`)
	// A notice is about the text, so it begins with its own verb, with the text, or with the service itself.
	serviceForm = lazy(`(?i)^[(\[*–—-]*\s*(?:(?:this|the\s+(?:above|preceding|foregoing))\s+[\pL ]{2,40}?\s(?:is|was|has\s+been)\s+|(?:content|news|story|text|article|copy)\s+)?(?:(?:originally|first)\s+)?(?:powered|brought to you|provided|distributed|supplied|syndicated|produced and distributed|published under licen[cs]e|published|carried)\s+(?:to you\s+)?(?:by|from|via)\b`)
	selfForm    = lazy(`(?i)^(?:the\s+)?([\pL][\pL .&-]{1,40}?)\s+(?:is|are)\s+(?:a\s+service\s+(?:of|by|from)|brought\s+to\s+you\s+by|powered\s+by|provided\s+by)\b`)
)

// compiled takes paragraph i out of the body if it says from which agencies
// the report was put together.
func (r *reader) compiled(i int) bool {
	words := oneLine(r.words(i))
	if utf8.RuneCountInString(words) > maxNotice {
		return false
	}
	if m := compiledForm().FindStringSubmatch(words); m != nil {
		names := suppliers(m[1])
		if len(names) == 0 && !strings.Contains(strings.ToLower(m[1]), "agenc") && !strings.Contains(strings.ToLower(m[1]), "wire") {
			return false
		}
		r.addCompiled(names)
		if m[2] != "" {
			r.compiledBy(m[2])
		}
		r.mark(i, wiredesk.NoticeCompiled)
		return true
	}
	if m := withForm().FindStringSubmatch(words); m != nil {
		if names, all := onlyAgencies(m[1]); all {
			r.addCompiled(names)
			r.mark(i, wiredesk.NoticeCompiled)
			return true
		}
	}
	m := inputsForm().FindStringSubmatch(words)
	if m == nil && strings.Contains(words, "contributed") {
		m = helpedForm().FindStringSubmatch(words)
	}
	if m == nil {
		return false
	}
	names := textAgenciesIn(m[1])
	if len(names) == 0 && !strings.Contains(strings.ToLower(m[1]), "agencies") {
		return false
	}
	r.addCompiled(names)
	r.mark(i, wiredesk.NoticeCompiled)
	return true
}

// withForm matches a line such as "(With AFP and Reuters)".
var withForm = lazy(`(?i)^[(\[–—-]*\s*with\s+((?:[^()\[\].]|\b\pL\.){2,80}?)[)\]]?\.?$`)

// onlyAgencies returns the agencies of a list; all is false where anything else
// stands in it. "Agencies" alone names none.
func onlyAgencies(list string) (names []string, all bool) {
	for _, part := range listParts().Split(strings.TrimSpace(list), -1) {
		part = strings.TrimSpace(part)
		switch name := agency(part); {
		case name != "" && wires().text[name]:
			names = append(names, name)
		case namelessForm().MatchString(part):
		default:
			return nil, false
		}
	}
	return names, true
}

var (
	listParts    = lazy(`\s*(?:,|;|/|&|\band\b)\s*`)
	namelessForm = lazy(`(?i)^(?:(?:news\s+)?agenc(?:y|ies)(?:\s+(?:inputs?|reports?))?|inputs?|wires?|wire\s+(?:services?|reports?))$`)
)

// suppliers returns the agencies and outlets in a list such as "AP, TPA and
// Lantern World Service": those the lexicon knows, and any that are written as
// an acronym or as the name of a house.
func suppliers(words string) []string {
	var out []string
	for _, part := range nameParts().Split(words, -1) {
		part = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(part), "the "))
		found := textAgenciesIn(part)
		if len(found) == 0 && (isAcronym(part) || imprintName(part)) {
			found = []string{part}
		}
		out = append(out, found...)
	}
	return out
}

// addCompiled notes agencies that the report says it was compiled from.
func (r *reader) addCompiled(names []string) {
	for _, n := range names {
		if !slices.Contains(r.report.CompiledFrom, n) {
			r.report.CompiledFrom = append(r.report.CompiledFrom, n)
		}
	}
}

// compiledBy reads who compiled: "the Harbour Post staff", a person.
func (r *reader) compiledBy(whose string) {
	if m := theStaff().FindStringSubmatch(whose); m != nil && agency(m[1]) == "" && (r.imprint == "" || foldName(r.imprint) != foldName(m[1])) {
		r.imprint = m[1]
	}
}

// credit takes paragraph i out of the body if it credits writers, editors or a
// source of the text.
func (r *reader) credit(i int) bool {
	words := oneLine(r.words(i))
	if utf8.RuneCountInString(words) > maxNotice {
		return false
	}
	if reportedForm().MatchString(words) {
		if _, by, ok := strings.Cut(strings.TrimRight(words, ".)]"), " by "); ok {
			if names, all := onlyAgencies(by); all {
				r.addAgencies(names...)
			}
		}
		r.mark(i, wiredesk.NoticeCredit)
		return true
	}
	m := sourceForm().FindStringSubmatch(words)
	if m == nil {
		return false
	}
	if names := textAgenciesIn(m[1]); len(names) > 0 {
		r.addAgencies(names...)
	} else if r.imprint == "" && len(strings.Fields(m[1])) <= 5 {
		r.imprint = m[1]
	}
	r.mark(i, wiredesk.NoticeCredit)
	return true
}

// agencyNotice takes paragraph i out of the body if an agency speaks of its
// own service: "Powered by ...".
func (r *reader) agencyNotice(i int) bool {
	words := r.words(i)
	if utf8.RuneCountInString(words) > maxNotice {
		return false
	}
	m := selfForm().FindStringSubmatch(words)
	if !serviceForm().MatchString(words) && (m == nil || agency(m[1]) == "") {
		return false
	}
	names := textAgenciesIn(words)
	if len(names) == 0 {
		return false
	}
	r.own = names[0]
	r.addAgencies(names[0])
	r.mark(i, wiredesk.NoticeAgency)
	return true
}
