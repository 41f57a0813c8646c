package text

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/intake/date"
)

// maxDateline is the number of bytes at the start of a paragraph in which a
// dateline is looked for.
const maxDateline = 200

// datelinePart are the parts that datelines are made of, as groups by name.
func datelineParts() map[string]string {
	word := `[\pL][\pL.'’-]*`
	day := `(?:` + date.WeekdayForm + `,?\s+)?(?:` + date.MonthForm() + `\.?\s+\d{1,2}|\d{1,2}\s+` + date.MonthForm() + `)\b(?:,?\s+\d{4}\b)?|` + date.WeekdayForm + `\b`
	bare := strings.TrimSuffix(strings.TrimPrefix(wires().find.String(), `(?:^|[^\pL\pN])`), `(?:$|[^\pL\pN])`)
	return map[string]string{
		"PLACE":   `(?P<place>` + word + `(?:[ /]` + word + `){0,4}?)(?:,\s*(?P<region>[\pL][\pL. ]{1,24}?))?`,
		"DAY":     `(?P<date>` + day + `)`,
		"BRACKET": `[(\[](?P<source>[^()\[\]]{2,40})[)\]]`,
		"SLASHED": `/(?P<source>[\pL][\pL /-]{1,30})/`,
		"BARE":    `(?P<house>` + strings.TrimSuffix(strings.Replace(bare, "(", "", 1), ")") + `)\b`,
		"MARK":    `(?P<mark>\.?-{1,3}|[–—―]|_|:)(?P<space>\s*)`,
	}
}

// datelineForm compiles a form written with the names of its parts.
func datelineForm(form string) *regexp.Regexp {
	for name, part := range datelineParts() {
		form = strings.ReplaceAll(form, name, part)
	}
	return regexp.MustCompile(form)
}

// inlineForms are the orders in which agencies write a dateline before the
// first words of a report; the first that fits and is plausible counts.
var inlineForms = sync.OnceValue(func() []*regexp.Regexp {
	var out []*regexp.Regexp
	for _, form := range []string{
		`^BRACKET\s*[–—,.-]*\s*PLACE[,.]?\s+DAY\s*MARK`,                              // (ANSA) - Rome, February 7 -
		`^BRACKET\s*[–—,.-]*\s*(?P<place>\p{Lu}{2,}(?:[ -]\p{Lu}{2,}){0,2})\s*MARK`,  // (AFP) PARIS -
		`^PLACE(?:[,.:]?\s+DAY)?\s*[–—-]\s*BARE(?:\s*MARK|\.(?P<space>\s+))`,         // MOSCOW, February 7 - RIA Novosti.
		`^BARE\s*[–—-]\s*(?P<place>\p{Lu}{2,}(?:[ -]\p{Lu}{2,}){0,2})\s*MARK`,        // AFP - PARIS -
		`^(?:PLACE)?(?:[,.:]?\s+DAY)?(?:,?\s*BRACKET)?\s*MARK`,                       // AMMAN, Feb 7 (Reuters) -
		`^DAY[,.]?\s*BRACKET\s*MARK`,                                                 // Feb 7 (Reuters) -
		`^BARE\s*MARK`,                                                               // AFP -
		`^PLACE(?:[,.:]?\s+DAY)?[,.]?\s+BARE\s*MARK`,                                 // SEOUL, Feb 7 AFP -
		`^PLACE,?\s*BRACKET[,.]?\s*DAY\s*MARK`,                                       // Paris (AFP) Feb 7, 2012 -
		`^BARE\s*[–—,:-]+\s*PLACE(?:[,.:]?\s+DAY)?\s*MARK`,                           // AFP, Paris, Feb 7 -
		`^(?:PLACE)?(?:[,.:]?\s+DAY)?[,.]?\s*SLASHED[.:]?(?:\s*MARK|(?P<space>\s+))`, // MOSCOW, February 7. /TASS/.
		`^[(\[]PLACE(?:[,.:]?\s+DAY)?[)\]]\s*MARK`,                                   // (Beirut) –
		`^PLACE(?:[,.:]?\s+DAY)?,?\s*BRACKET[.,:]?(?P<space>\s*)`,                    // New Delhi, Feb 7 (PTI)
		`^BRACKET(?P<space>\s*)`,                                                     // (CNN)
	} {
		out = append(out, datelineForm(form))
	}
	return out
})

// aloneForm is a dateline on a line of its own.
var aloneForm = sync.OnceValue(func() *regexp.Regexp {
	return datelineForm(`^(?:PLACE)?(?:[,.:]?\s+DAY)?(?:,?\s*BRACKET)?\s*$`)
})

// agencyLead matches an agency's acronym right before the first words.
var agencyLead = lazy(`^([A-Z]{2,10})-{1,2}`)

// A datelineMatch is a dateline at the start of a paragraph; end is the byte
// after its separator, where the report begins.
type datelineMatch struct {
	place, region, source, date string
	bare                        bool // the agency stands without brackets
	end                         int
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
	if !strings.ContainsAny(head, "-–—―_:)]/") {
		return nil
	}
	for _, form := range inlineForms() {
		if d := readDateline(form, head); d != nil {
			return d
		}
	}
	return nil
}

// readDateline reads head by one form, nil where it does not fit or what fits
// is no dateline.
func readDateline(form *regexp.Regexp, head string) *datelineMatch {
	m := form.FindStringSubmatch(head)
	if m == nil {
		return nil
	}
	d := &datelineMatch{end: len(m[0])}
	var mark, space string
	for i, name := range form.SubexpNames() {
		switch value := strings.TrimSpace(m[i]); {
		case m[i] == "":
		case name == "place":
			d.place = value
		case name == "region":
			d.region = value
		case name == "date":
			d.date = value
		case name == "source":
			d.source = value
		case name == "house":
			d.source, d.bare = value, true
		case name == "mark":
			mark = strings.TrimPrefix(m[i], ".")
		case name == "space":
			space = m[i]
		}
	}
	d.sort()
	enclosed := d.source == "" && strings.ContainsAny(head[:1], "([") && properName(d.place) // "(Beirut) –"
	if !d.plausible(mark, space, head[len(m[0]):]) && !enclosed {
		return nil
	}
	if d.region != "" {
		d.place += ", " + d.region
	}
	d.end -= len(space) // the space belongs to neither
	return d
}

// sort puts what stands in the place of a region where it belongs: a weekday
// ("CAIRO, Tuesday (Reuters) -"), an agency ("Damascus, SANA -"), or the place
// behind an agency ("AFP, PARIS -").
func (d *datelineMatch) sort() {
	switch {
	case onlyWeekday().MatchString(d.region):
		d.date = first(d.date, d.region)
		d.region = ""
	case d.source == "" && agency(d.region) != "":
		d.region, d.source = "", d.region
	case d.source == "" && agency(d.place) != "" && isAcronym(d.place) && d.region != "":
		d.place, d.region, d.source = d.region, "", d.place
	}
	if strings.HasSuffix(d.place, ".") && d.date != "" && strings.Count(d.place, ".") == 1 {
		d.place = strings.TrimSuffix(d.place, ".")
	}
}

var onlyWeekday = lazy(`^` + date.WeekdayForm + `$`)

// plausible refuses what only looks like a dateline: "al-Qaeda", "WATCH: ...",
// "Sources - the army says". Where no mark stands between the dateline and the
// report, only a house that is known makes it one.
func (d *datelineMatch) plausible(mark, space, after string) bool {
	first, _ := utf8.DecodeRuneInString(after)
	if after == "" || unicode.IsLower(first) && (d.source == "" || mark == "") {
		return false
	}
	if mark == "-" && space == "" && d.source == "" || sections()[strings.ToLower(d.place)] {
		return false
	}
	known := len(textAgenciesIn(d.source)) > 0
	station := outletWords()[strings.ToLower(d.source)] && upper(d.source) // CNN
	switch {
	case mark == "" && d.place+d.date == "":
		return known || station
	case mark == "":
		return (agency(d.source) != "" || station || known && strings.Contains(d.source, "/")) && (d.date != "" || upper(d.place) || properName(d.place)) && d.placed(known)
	case d.place == "":
		return d.source != "" && (known || mark != ":" && upper(d.source))
	}
	if !d.placed(known) {
		return false
	}
	switch {
	case mark == ":":
		return upper(d.place) && utf8.RuneCountInString(d.place) >= 4 && (d.region == "" || known || len(strings.Fields(d.place)) <= 2)
	case upper(d.place):
		return true
	}
	capital, _ := utf8.DecodeRuneInString(d.place)
	return unicode.IsUpper(capital) && (known || d.date != "" || d.region != "" && mark != "-" && len(strings.Fields(d.place)) <= 3)
}

// placed reports whether the place may be one: no label, and no sentence.
func (d *datelineMatch) placed(known bool) bool {
	if label(d.place) || agency(d.place) != "" && d.region == "" && !known || byPrefix().MatchString(d.place) {
		return false
	}
	if d.bare && d.date == "" && !upper(d.place) {
		return false // "Syria's SANA - ..."
	}
	return known || !strings.HasSuffix(d.place, ".") || len(d.place) <= 5 || d.date != "" || d.source != ""
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

// datelineOf reads words that are a dateline and nothing else.
func datelineOf(words string) *datelineMatch {
	words = strings.TrimRight(words, " -–—_:.")
	if _, rest, ok := date.CutDay(words); ok {
		if _, rest = date.CutClock(rest); strings.Trim(rest, " ,.;:()+-") == "" {
			return &datelineMatch{date: words} // a day and nothing else
		}
	}
	for _, form := range append([]*regexp.Regexp{aloneForm()}, inlineForms()...) {
		if form != aloneForm() {
			if d := readDateline(form, words+" – X"); d != nil {
				return d
			}
			continue
		}
		if m := form.FindStringSubmatch(words); m != nil && !strings.ContainsAny(m[1], "0123456789") {
			d := &datelineMatch{place: m[1], date: m[3], source: strings.TrimSpace(m[4])}
			if onlyWeekday().MatchString(m[2]) {
				d.date = m[2]
			} else if m[2] != "" {
				d.place += ", " + strings.TrimSpace(m[2])
			}
			return d
		}
	}
	m := looseForm().FindStringSubmatch(words)
	if m == nil {
		return &datelineMatch{}
	}
	return &datelineMatch{place: m[1], date: strings.Trim(m[2], " ,."), source: strings.TrimSpace(m[3])}
}

// looseForm matches a dateline whose day is in another language: "Strasbourg, 10
// juil 2024 (AFP)".
var looseForm = lazy(`^([^\d(]{2,60}?)[,.]?(?:\s+(\d[^(]{2,30}?))?\s*(?:\(([^)]{2,40})\))?$`)

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
	if onlyWeekday().MatchString(m[2]) {
		m[2], m[3] = "", m[2]
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
