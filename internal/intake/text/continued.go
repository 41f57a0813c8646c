package text

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/continued.txt
var continuedFile []byte

// marksOf returns the marks of the lexicon that count there, as one expression
// between two others.
func marksOf(before, after string, where ...string) *regexp.Regexp {
	var forms []string
	for _, e := range lexicon.Parse(continuedFile) {
		if slices.Contains(where, e[0]) {
			forms = append(forms, e.Field(1))
		}
	}
	return regexp.MustCompile(`(?i)` + before + `(` + strings.Join(forms, "|") + `)` + after)
}

// What says that a text goes on elsewhere: at the end of a paragraph, at the
// end of the report (as a line of its own, or behind a sentence), and in place
// of what only subscribers read.
var (
	goesOnMark = sync.OnceValue(func() *regexp.Regexp { return marksOf(`(?:^|\s)`, `\s*$`, "any") })
	lastLine   = sync.OnceValue(func() *regexp.Regexp { return marksOf(`^\s*`, `\s*$`, "last") })
	lastWords  = sync.OnceValue(func() *regexp.Regexp { return marksOf(`[.!?…"”’)\pL]\s+`, `\s*$`, "last", "tail") })
	wallForm   = sync.OnceValue(func() *regexp.Regexp { return marksOf(`^\s*`, `\s*$`, "wall") })
)

// Words that every mark holds one of, in lower case; few paragraphs do, and the
// marks are slow to look for.
var (
	wallHints = []string{"subscri", "member", "premium", "regist", "reading", "free", "article", "unlock", "account", "access"}
	markHints = []string{"contin", "cont'd", "cont’d", "cont.", "page", "turn to", "jump to", "go to", "see ", "chars", "more", "follow", "details", "stor", "report", "developing", "updat", "tuned", "clipped", "trunc", "cut", "abridged", "shortened", "excerpt", "snip", "read", "[", "…", "..."}
)

// holdsAny reports whether words hold one of the hints.
func holdsAny(words string, hints []string) bool {
	words = strings.ToLower(words)
	return slices.ContainsFunc(hints, func(h string) bool { return strings.Contains(words, h) })
}

// maxMark is the number of runes beyond which a mark is none.
const maxMark = 160

// wall takes paragraph i out of the body if it stands in place of what only
// those who pay may read.
func (r *reader) wall(i int) bool {
	words := r.words(i)
	if utf8.RuneCountInString(words) > 2*maxMark || !holdsAny(words, wallHints) || !wallForm().MatchString(oneLine(words)) {
		return false
	}
	r.report.Complete = false
	r.mark(i, wiredesk.NoticeContinued)
	return true
}

// goesOn looks for marks that the text goes on elsewhere. A mark is cut from
// the body; one that counts at the end alone is a link anywhere else.
func (r *reader) goesOn() {
	last := true
	r.linkOn()
	for i := len(r.units) - 1; i >= 0; i-- {
		if r.units[i].role != body {
			continue
		}
		words := r.words(i)
		if !holdsAny(words[max(0, len(words)-tailBytes):], markHints) {
			last = false
			continue
		}
		short := utf8.RuneCountInString(words) <= maxMark
		if last && short && i > 0 && lastLine().MatchString(words) {
			r.report.Complete = false
			r.mark(i, wiredesk.NoticeContinued)
			continue // a second mark may stand before it
		}
		from := max(0, len(words)-tailBytes)
		for from < len(words) && !utf8.RuneStart(words[from]) {
			from++
		}
		if m := goesOnMark().FindStringSubmatchIndex(words[from:]); m != nil {
			r.report.Complete = false
			r.cutTail(i, from+m[2], wiredesk.NoticeContinued)
		} else if m := lastWords().FindStringSubmatchIndex(words[from:]); m != nil && behindSentence(words[:from+m[2]], words[from+m[2]:]) {
			if last {
				r.report.Complete = false
				r.cutTail(i, from+m[2], wiredesk.NoticeContinued)
			} else {
				r.cutTail(i, from+m[2], wiredesk.NoticeBoilerplate)
			}
		}
		last = false
	}
}

// linkOn looks right below the body for a link to the rest of the text, which is
// furniture anywhere else.
func (r *reader) linkOn() {
	i := len(r.units) - 1
	for i > 0 && r.units[i].role != body {
		i--
	}
	if i++; i >= len(r.units) || r.units[i].span.Len() > maxMark || !lastLine().MatchString(r.words(i)) {
		return
	}
	for k := range r.report.Notices {
		if n := &r.report.Notices[k]; n.Span == r.units[i].span && n.Kind == wiredesk.NoticeBoilerplate {
			n.Kind = wiredesk.NoticeContinued
			r.report.Complete = false
		}
	}
}

// behindSentence reports whether a mark stands behind a whole sentence, in
// brackets, or behind a cut one, so that it is no part of what is said.
func behindSentence(before, mark string) bool {
	before = strings.TrimRightFunc(before, blank)
	first, _ := utf8.DecodeRuneInString(mark)
	return strings.ContainsRune(".!?…\"”’)", lastRune(before)) || strings.ContainsRune("([.…–—-", first)
}

// cutTail takes the end of paragraph i, from a byte of its words on, out of the
// body.
func (r *reader) cutTail(i, from int, kind wiredesk.NoticeKind) {
	span := r.units[i].span
	mark := trim(r.text, wiredesk.Span{Start: span.Start + from, End: span.End})
	r.notice(kind, mark)
	r.units[i].span = trim(r.text, wiredesk.Span{Start: span.Start, End: mark.Start})
	if !strings.ContainsFunc(r.words(i), func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) {
		r.units[i] = unit{span: mark, gap: r.units[i].gap, role: around}
	}
}
