package text

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

// maxByline is the length in runes beyond which a line is no byline.
const maxByline = 160

var (
	byPrefix = lazy(`^(?:By|BY|by|Written by|Words by)[:\s]\s*`)
	// What may follow the names: "in Cairo", "for the Courier", "of the Post", an address.
	afterNames = lazy(`(?i)(?:\s+(?:in|for|of|at|with)\s+.*|\s*[<(]?[\w.+-]+@[\w.-]+[>)]?.*|\s+(?:staff writers?|staff|correspondents?|reporters?|editor)\b.*)$`)
	// What sites run into the same line: "By Jane Doe Updated: Dec 8, 2016".
	datedForm  = lazy(`(?i)[\s.|]+(?:last )?(?:updated|published|posted|created)\b`)
	nameParts  = lazy(`\s*(?:,|;|&|\band\b|\bAND\b)\s*`)
	theStaff   = lazy(`(?i)^(?:the\s+)?(.+?)(?:'s)?\s+(?:staff(?:\s+writers?|\s+reporters?)?|newsroom|news\s+desk|desk|web\s+desk|editorial\s+team|correspondents?|reporters?)$`)
	agencyLine = lazy(`^([\pL][\pL.'’ -]+?)\s*[,|/–—-]\s*(.+)$`)
)

// A credited is what a byline says: who wrote, for which agencies, or the
// outlet's staff.
type credited struct {
	names    []string
	agencies []string
	outlet   string
}

// byline reads a line such as "By Jane Doe and JOHN ROE, AP". It returns nil
// if the line is none.
func byline(words string) *credited {
	prefix := byPrefix().FindString(words)
	if prefix == "" || utf8.RuneCountInString(words) > maxByline {
		return nil
	}
	rest := strings.TrimRight(oneLine(words[len(prefix):]), " .|,")
	if m := datedForm().FindStringIndex(rest); m != nil && m[0] > 0 {
		rest = rest[:m[0]]
	}
	var c credited
	if i := strings.IndexAny(rest, "|•·"); i > 0 {
		if names, all := onlyAgencies(strings.Trim(rest[i:], " |•·")); all {
			c.agencies = names
		}
		rest = strings.TrimSpace(rest[:i])
	}
	if m := theStaff().FindStringSubmatch(rest); m != nil && !isName(rest) {
		for _, whose := range nameParts().Split(m[1], -1) {
			c.staff(whose)
		}
		return c.orNil()
	}
	for _, part := range nameParts().Split(rest, -1) {
		if !c.add(part) {
			return nil
		}
	}
	return c.orNil()
}

// add reads one part of a byline. It reports false where the part is neither a
// name nor an agency, so that the line is no byline.
func (c *credited) add(part string) bool {
	if found := agency(part); found != "" {
		c.agencies = append(c.agencies, found)
		return true
	}
	bare := strings.TrimSpace(afterNames().ReplaceAllString(part, ""))
	more := textAgenciesIn(part)
	switch {
	case len(c.names) > 0 && isOutlet(part):
		c.outlet = strings.TrimPrefix(part, "the ")
		return true
	case len(more) > 0 && agency(strings.Fields(part)[0]) != "" && len(strings.Fields(part)) <= 5:
		c.agencies = append(c.agencies, more...) // "AP Sports Writer"
		return true
	case isName(bare):
		c.names = append(c.names, bare)
		c.agencies = append(c.agencies, more...)
		return true
	case len(more) > 0 && len(strings.Fields(part)) <= 5:
		c.agencies = append(c.agencies, more...)
		return true
	}
	// A role ("Staff Writer", "Middle East Correspondent") says nothing more.
	return len(c.names) > 0 && len(strings.Fields(part)) <= 6
}

//go:embed lexicon/outlets.txt
var outletsFile []byte

// outletWords are the words that names of newspapers and stations hold.
var outletWords = sync.OnceValue(func() map[string]bool { return lexicon.Set(outletsFile) })

// isOutlet reports whether words look like the name of a newspaper or station,
// not like one of its posts ("Staff Writer").
func isOutlet(words string) bool {
	f := strings.Fields(strings.ToLower(words))
	if len(f) < 2 || len(f) > 5 || theStaff().MatchString(words) || strings.HasSuffix(words, "riter") || strings.HasSuffix(words, "ditor") {
		return false
	}
	return slices.ContainsFunc(f, func(w string) bool { return outletWords()[w[strings.LastIndexByte(w, '-')+1:]] })
}

// staff notes whose staff wrote.
func (c *credited) staff(whose string) {
	if found := agency(whose); found != "" {
		c.agencies = append(c.agencies, found)
		return
	}
	if whose != strings.ToLower(whose) {
		c.outlet = whose
	}
}

// orNil returns nil for a line that credits nobody.
func (c *credited) orNil() *credited {
	if len(c.names)+len(c.agencies) == 0 && c.outlet == "" {
		return nil
	}
	return c
}

// particles are the words of a name that may be written small.
var particles = []string{"al", "el", "de", "da", "di", "del", "der", "den", "van", "von", "bin", "bint", "ibn", "la", "le", "ter", "dos", "du", "st", "y", "e"}

// isName reports whether words look like the name of a person: two to five
// words with capitals.
func isName(words string) bool {
	parts := strings.Fields(words)
	if len(parts) < 2 || len(parts) > 5 {
		return false
	}
	for i, p := range parts {
		if i > 0 && slices.Contains(particles, strings.ToLower(p)) {
			continue
		}
		c, _ := utf8.DecodeRuneInString(p)
		if !unicode.IsUpper(c) && !strings.HasPrefix(p, "al-") && !strings.HasPrefix(p, "el-") && !strings.HasPrefix(p, "d'") {
			return false
		}
		if strings.ContainsFunc(p, func(c rune) bool { return !unicode.IsLetter(c) && !strings.ContainsRune(".'’-", c) }) {
			return false
		}
		if i < len(parts)-1 && strings.HasSuffix(p, ".") && utf8.RuneCountInString(p) > 4 {
			return false
		}
	}
	return true
}

// agencyByline reads a line such as "Jane Doe, Associated Press". It returns
// nil if the line is none.
func agencyByline(words string) *credited {
	m := agencyLine().FindStringSubmatch(words)
	if m == nil || utf8.RuneCountInString(words) > maxByline || !isName(m[1]) {
		return nil
	}
	found := textAgenciesIn(m[2])
	if len(found) == 0 || len(strings.Fields(m[2])) > 6 {
		return nil
	}
	return &credited{names: []string{m[1]}, agencies: found}
}

// bylineAbove reads a name on a line of its own above that of an agency.
func (r *reader) bylineAbove(i int) *credited {
	if !isName(r.words(i)) || i+1 >= len(r.units) || r.units[i+1].gap {
		return nil
	}
	name := agency(strings.Trim(r.words(i+1), " ()[]–—-|:."))
	if name == "" || !wires().text[name] {
		return nil
	}
	return &credited{names: []string{r.words(i)}}
}

// byline takes paragraph i as the byline if it is one.
func (r *reader) byline(i int) bool {
	words := r.words(i)
	c := byline(words)
	if c == nil {
		c = agencyByline(words)
	}
	if c == nil {
		c = r.bylineAbove(i)
	}
	if c == nil {
		return false
	}
	r.setByline(c, r.units[i].span)
	r.mark(i, wiredesk.NoticeByline)
	if m := datedForm().FindStringIndex(words); m != nil {
		if p := printedDate(strings.TrimLeft(words[m[0]:], " .|")); p != nil {
			r.setPrinted(p)
		}
	}
	return true
}

// setByline notes what a byline says.
func (r *reader) setByline(c *credited, span wiredesk.Span) {
	r.addAgencies(c.agencies...)
	if c.outlet != "" {
		r.imprint = c.outlet
	}
	if len(c.names) > 0 && r.report.Byline == nil {
		r.report.Byline = &wiredesk.Byline{Names: c.names, Span: span}
	}
}
