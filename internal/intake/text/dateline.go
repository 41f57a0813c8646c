package text

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiredesk"
)

// maxDateline is the number of bytes at the start of a paragraph in which a
// dateline is looked for.
const maxDateline = 200

// datelineForm returns the form PLACE, REGION, DATE (AGENCY), where place or
// agency may be missing, followed by what the end asks for.
func datelineForm(end string) *regexp.Regexp {
	word := `[\pL][\pL.'’-]*`
	place := `(` + word + `(?:[ /]` + word + `){0,4}?)`
	region := `(?:,\s*([\pL][\pL. ]{1,24}?))?`
	day := `(?:[,.]?\s+((?:` + weekdayForm + `,?\s+)?(?:` + monthForm() + `\.?\s+\d{1,2}|\d{1,2}\s+` + monthForm() + `)(?:,?\s+\d{4})?|` + weekdayForm + `))?`
	source := `(?:,?\s*[(\[]([^()\[\]]{2,40})[)\]])?`
	return regexp.MustCompile(`^(?:` + place + region + `)?` + day + source + `\s*` + end)
}

// The two places of a dateline: before the first words of the report, and on a
// line of its own.
var (
	inlineForm = sync.OnceValue(func() *regexp.Regexp { return datelineForm(`(-{1,3}|[–—―]|_|:)(\s*)`) })
	aloneForm  = sync.OnceValue(func() *regexp.Regexp { return datelineForm(`$`) })
)

// agencyLead matches an agency's acronym right before the first words.
var agencyLead = lazy(`^([A-Z]{2,10})-{1,2}`)

// weekdayForm matches the names of the days.
const weekdayForm = `(?:(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?i:day)?\.?)`

// A datelineMatch is a dateline at the start of a paragraph; end is the byte
// after its separator, where the report begins.
type datelineMatch struct {
	place, source, date string
	end                 int
}

// matchDateline reads the dateline at the start of words, such as
// "AMMAN (Reuters) -" or "GENEVA, Feb. 7 (AP) —". It returns nil if there is
// none.
func matchDateline(words string) *datelineMatch {
	head := words
	if len(head) > maxDateline {
		head = head[:maxDateline]
	}
	if m := agencyLead().FindStringSubmatch(head); m != nil && agency(m[1]) != "" {
		return &datelineMatch{source: m[1], end: len(m[0])} // "SANA-Two men were hurt"
	}
	m := inlineForm().FindStringSubmatch(head)
	if m == nil {
		return nil
	}
	d := &datelineMatch{place: m[1], date: m[3], source: strings.TrimSpace(m[4]), end: len(m[0])}
	if m[2] != "" {
		d.place += ", " + strings.TrimSpace(m[2])
	}
	if !d.plausible(m[5], m[6], head[len(m[0]):]) {
		return nil
	}
	d.end -= len(m[6]) // the space belongs to neither
	return d
}

// plausible refuses what only looks like a dateline: "al-Qaeda", "WATCH: ...",
// "Sources - the army says".
func (d *datelineMatch) plausible(separator, space, after string) bool {
	first, _ := utf8.DecodeRuneInString(after)
	if after == "" || unicode.IsLower(first) && d.source == "" {
		return false
	}
	if separator == "-" && space == "" && d.source == "" {
		return false
	}
	if sections()[strings.ToLower(d.place)] || d.place == "" && (d.source == "" || d.date != "") {
		return false
	}
	known := agency(d.source) != "" || d.source != "" && len(textAgenciesIn(d.source)) > 0
	if d.place == "" {
		return known || separator != ":" && upper(d.source)
	}
	place, _, region := strings.Cut(d.place, ",")
	if label(place) || byPrefix().MatchString(place) || strings.HasSuffix(place, ".") && len(place) > 5 && d.date == "" && d.source == "" {
		return false
	}
	switch {
	case separator == ":":
		return upper(place) && utf8.RuneCountInString(place) >= 4 && (region || known || len(strings.Fields(place)) <= 2)
	case upper(place):
		return true
	}
	capital, _ := utf8.DecodeRuneInString(place)
	return unicode.IsUpper(capital) && (known || d.date != "" || region && separator != "-" && len(strings.Fields(place)) <= 3)
}

// upper reports whether all letters of words are capitals, particles such as
// "al-" apart, and there are at least two.
func upper(words string) bool {
	n := 0
	for _, w := range strings.FieldsFunc(words, func(c rune) bool { return c == ' ' || c == '-' || c == '/' || c == '\'' || c == '’' }) {
		if w == "al" || w == "el" || w == "an" || w == "de" || w == "d" || w == "s" && n > 2 {
			continue
		}
		for _, c := range w {
			if unicode.IsLower(c) {
				return false
			}
			if unicode.IsUpper(c) {
				n++
			}
		}
	}
	return n >= 2
}

// labelForm matches what stands where a dateline may stand and is no place.
var labelForm = lazy(`(?i)^(?:note|notes|editors?|eds?|kill|correction|corrected|warning|update|updated|question|answer|attention|urgent|alert|photo|photos|caption|embargo(?:ed)?|source|sources|subject|from|to|date|tags|headline|advisory|file|watch|listen|abstract|related|breaking|exclusive|opinion|analysis|review|interview|factbox|timeline|snap|flash|more|read more|video|live|new|also|plus|summary|background|context|media|police|here|ps|nb|ok|tl;dr|news .*)$`)

// label reports whether words stand at the start of a line as a label.
func label(words string) bool { return labelForm().MatchString(words) }

// dateline looks for the dateline at the start of the body's first paragraphs.
func (r *reader) dateline() {
	const within = 3 // a standfirst or two may stand before it
	seen := 0
	for i := range r.units {
		if r.units[i].role != body || r.report.Dateline != nil {
			continue
		}
		if seen++; seen > within {
			return
		}
		d := matchDateline(r.words(i))
		if d == nil || r.transcript(i, d) {
			continue
		}
		start := r.units[i].span.Start
		r.setDateline(d, wiredesk.Span{Start: start, End: start + d.end})
	}
}

// transcript reports whether what looks like a dateline is the name of a
// speaker, since another paragraph begins in the same way.
func (r *reader) transcript(i int, d *datelineMatch) bool {
	if !strings.HasSuffix(r.words(i)[:d.end], ":") {
		return false
	}
	for k := i + 1; k < len(r.units); k++ {
		if o := matchDateline(r.words(k)); o != nil && strings.HasSuffix(r.words(k)[:o.end], ":") {
			return true
		}
	}
	return false
}

// setDateline notes a dateline; its date is made whole at the end, when the
// year is known.
func (r *reader) setDateline(d *datelineMatch, span wiredesk.Span) {
	out := &wiredesk.Dateline{Place: wiredesk.Optional(d.place), Date: wiredesk.Optional(d.date), Span: span}
	if d.source != "" {
		names := textAgenciesIn(d.source)
		if len(names) > 0 {
			out.Agency = wiredesk.Optional(names[0])
			others := r.report.Agencies
			r.report.Agencies = nil
			r.addAgencies(append(names, others...)...) // a report's own agency comes first
		} else if len(strings.Fields(d.source)) <= 4 {
			out.Agency = wiredesk.Optional(d.source)
			if isAcronym(d.source) || imprintName(d.source) {
				r.addAgencies(d.source) // an agency that the lexicon does not know
			}
		}
	}
	r.report.Dateline = out
}

// datelineAlone takes paragraph i as a dateline on a line of its own:
// "BEIRUT", "BAGHDAD, Iraq", "GENEVA, Feb. 7 (AP)".
func (r *reader) datelineAlone(i int) bool {
	words := strings.TrimRight(r.words(i), " -–—:")
	if r.report.Headline == nil || r.report.Dateline != nil || len(words) > 80 || len(strings.Fields(words)) > 8 || i+1 >= len(r.units) {
		return false
	}
	m := aloneForm().FindStringSubmatch(words)
	if m == nil || !upper(m[1]) || sections()[strings.ToLower(words)] || agency(words) != "" {
		return false
	}
	d := &datelineMatch{place: m[1], date: m[3], source: strings.TrimSpace(m[4])}
	if len(strings.Fields(d.place)) > 3 && m[2]+m[3]+m[4] == "" {
		return false // a heading in capitals
	}
	if m[2] != "" {
		d.place += ", " + strings.TrimSpace(m[2])
	}
	r.units[i].role = around
	r.setDateline(d, r.units[i].span)
	return true
}
