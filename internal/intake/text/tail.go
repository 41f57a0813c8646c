package text

import (
	"strings"
	"unicode/utf8"

	"wiredesk"
)

// Forms of what stands at the end of a text.
var (
	labelTags = lazy(`(?i)^(?:tags?|tagged|keywords?|key words|topics?|filed under|categories|category|labels?|subjects?)\s*(?::|–|—|-|\b(?:in|as|with)\b:?)\s*(.+)$`)
	endCredit = lazy(`(?:[–—-]{1,2}\s*|\(\s*)([\pL][\pL ,./&-]{1,60}?)\s*\)?\.?$`)
	// "... he said. PTI ABC XYZ", as Indian agencies end with the initials of who wrote and edited.
	signedOff  = lazy(`[.!?"”’]\s+(\p{Lu}{2,5})((?:\s+\p{Lu}{2,4}){0,4})$`)
	closedForm = lazy(`^(?:#{2,}|\*{2,}|-\s*30\s*-|\(?END(?:S|IT|ITEM)?\)?|ends|/?ENDS/?)$|^(?:\pL{2,4}/){1,4}\pL{2,4}$|^(?:dpa|afp|apa|efe|aap)(?:\s+\pL{2,5}){1,5}$`)
)

// tail reads the end of the text: tags, credits, and whether it goes on.
func (r *reader) tail() {
	r.goesOn()
	for i := len(r.units) - 1; i > 0 && i >= len(r.units)-maxAround; i-- {
		switch {
		case r.units[i].role != body:
			continue
		case r.tags(i), r.closed(i), r.like() && (r.dateLine(i) || r.agencyAlone(i) || r.lateByline(i)):
			continue
		}
		r.endHelp(i)
		r.endCredit(i)
		return
	}
}

// like reports whether the text shows any mark of a news report.
func (r *reader) like() bool {
	return r.report.Headline != nil || r.report.Byline != nil || r.report.Dateline != nil || len(r.report.Notices) > 0
}

// lateByline reads a byline that stands at the end.
func (r *reader) lateByline(i int) bool { return r.report.Byline == nil && r.byline(i) }

// tags takes paragraph i out of the body if it is a line of keywords: one with
// a label, or a list that ends in a comma.
func (r *reader) tags(i int) bool {
	words := oneLine(r.words(i))
	if utf8.RuneCountInString(words) > maxNotice {
		return false
	}
	list, labelled := words, false
	if m := labelTags().FindStringSubmatch(words); m != nil {
		list, labelled = m[1], true
	}
	var tags []string
	for _, t := range strings.FieldsFunc(list, func(c rune) bool { return c == ',' || c == ';' || c == '|' || c == '#' }) {
		t = strings.Trim(t, " .")
		if t == "" {
			continue
		}
		if len(strings.Fields(t)) > 4 {
			return false
		}
		tags = append(tags, t)
	}
	trailing := strings.HasSuffix(words, ",") && len(tags) >= 2 || r.tagsAtEnd(i, words, tags)
	hashes := strings.HasPrefix(words, "#") && strings.Count(words, "#") >= 2 && strings.Count(words, "#") >= len(strings.Fields(words))
	if len(tags) == 0 || !labelled && !trailing && !hashes {
		return false
	}
	r.report.Tags = append(r.report.Tags, tags...)
	r.mark(i, wiredesk.NoticeTags)
	return true
}

// tagsAtEnd reports whether a list without a label or a comma behind it is one
// of keywords: it is a paragraph of its own at the end of a report, below what
// tells how the report was made or above a claim of copyright.
func (r *reader) tagsAtEnd(i int, words string, tags []string) bool {
	if len(tags) < 3 || r.report.Headline == nil || !r.units[i].gap || strings.Contains(words, " and ") || strings.ContainsAny(words, ".!?:\"“”") {
		return false
	}
	for _, t := range tags {
		if len(strings.Fields(t)) > 3 {
			return false
		}
	}
	return r.units[i-1].role == around || i+1 < len(r.units) && r.units[i+1].role == around
}

// closed takes paragraph i out of the body if it only says that the text ends.
func (r *reader) closed(i int) bool {
	if !closedForm().MatchString(r.words(i)) {
		return false
	}
	r.mark(i, wiredesk.NoticeBoilerplate)
	return true
}

// endHelp reads the last sentence of the last paragraph where it says who
// helped: "... for two weeks. The Associated Press contributed to this report."
// The sentence is cut from the body.
func (r *reader) endHelp(i int) {
	words := r.words(i)
	at := strings.LastIndex(words, "contributed")
	if at < 0 || len(words)-at > tailBytes {
		return
	}
	start := strings.LastIndexAny(words[:at], ".!?”\"")
	if start < 0 {
		return
	}
	_, size := utf8.DecodeRuneInString(words[start:])
	m := helpedForm().FindStringSubmatch(strings.TrimSpace(words[start+size:]))
	if m == nil || len(textAgenciesIn(m[1])) == 0 {
		return
	}
	r.addCompiled(textAgenciesIn(m[1]))
	from := r.units[i].span.Start + start + size
	r.notice(wiredesk.NoticeCompiled, trim(r.text, wiredesk.Span{Start: from, End: r.units[i].span.End}))
	r.units[i].span.End = from
}

// endCredit reads an agency's name at the end of the last paragraph, as in
// "... the ministry said. (Reuters)". The words stay in the body.
func (r *reader) endCredit(i int) {
	words := r.words(i)
	from := max(0, len(words)-60)
	for from < len(words) && !utf8.RuneStart(words[from]) {
		from++
	}
	m := endCredit().FindStringSubmatchIndex(words[from:])
	if m == nil {
		if m = signedOff().FindStringSubmatchIndex(words[from:]); m == nil {
			return
		}
		m[0] = m[2]
	}
	before := strings.TrimRight(words[:from+m[0]], " ")
	if before != "" && !strings.ContainsRune(".!?\"”’'", lastRune(before)) {
		return
	}
	credit := words[from+m[2] : from+m[3]]
	credit, with := strings.CutPrefix(credit, "With ")
	names, all := onlyAgencies(credit)
	switch {
	case !all || len(names) == 0:
		return
	case with:
		r.addCompiled(names)
	default:
		r.addAgencies(names...)
	}
	start := r.units[i].span.Start + from + m[0]
	r.notice(wiredesk.NoticeCredit, trim(r.text, wiredesk.Span{Start: start, End: r.units[i].span.End}))
	r.units[i].span = trim(r.text, wiredesk.Span{Start: r.units[i].span.Start, End: start})
	if r.units[i].span.Len() <= 0 {
		r.units[i].role = around
	}
}
