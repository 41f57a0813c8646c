package dossier

import (
	"slices"
	"strings"
	"time"

	"wiredesk"
)

// The bounds of the timeline: leastEntries and moreEntries for each report, at
// most mostEntries.
const (
	leastEntries = 6
	moreEntries  = 4
	mostEntries  = 40
	mostWords    = 60
)

var (
	undating = wordSet("undating")
	clauses  = wordSet("aside-clauses")
)

// A happening is something that a sentence dates, on its way into the timeline.
type happening struct {
	from, to  string
	account   *account
	sentence  int
	keys      map[string]bool
	event     bool
	citations []wiredesk.Citation
	accounts  int
}

// timeline lists what the accounts date, in the order in which it happened.
// What several say of one day alike stands once, with all its citations.
func (t *table) timeline() []wiredesk.TimelineEntry {
	var all []*happening
	byDay := map[string][]*happening{}
	for _, a := range t.accounts {
		if a.withdrawn != "" {
			continue
		}
		for n := range a.reading.Sentences {
			for _, m := range t.datedIn(a, n) {
				if at := slices.IndexFunc(byDay[m.from], func(o *happening) bool { return o.account != a && likeness(o.keys, m.keys) >= sameMoment }); at >= 0 {
					o := byDay[m.from][at]
					o.citations = append(o.citations, m.citations...)
					o.accounts++
					continue
				}
				byDay[m.from] = append(byDay[m.from], m)
				all = append(all, m)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *happening) int { return b.rank() - a.rank() })
	all = all[:min(len(all), mostEntries, leastEntries+moreEntries*len(t.accounts))]
	slices.SortStableFunc(all, func(a, b *happening) int { return strings.Compare(a.from+a.to, b.from+b.to) })
	var out []wiredesk.TimelineEntry
	for _, m := range all {
		out = append(out, wiredesk.TimelineEntry{From: m.from, To: m.to, Text: line(m.account.shown(m.account.reading.Sentences[m.sentence])), Citations: m.citations})
	}
	return out
}

// sameMoment is the share of words from which on two sentences of one day tell
// of one thing.
const sameMoment = 0.5

// rank says which entries stay where the timeline must be cut.
func (m *happening) rank() int {
	n := 2 * m.accounts
	if m.event {
		n++
	}
	if m.sentence < leadSentences {
		n++
	}
	return n
}

// datedIn returns what a sentence dates: its events on their days, or else the
// whole of it by its first time expression.
func (t *table) datedIn(a *account, n int) []*happening {
	s := a.reading.Sentences[n]
	if a.paragraphs[n] == 0 || a.inHeadline(s) || !a.own(s) || t.unfit(a, n) {
		return nil
	}
	var out []*happening
	days := map[string]bool{}
	add := func(from, to string, event bool) {
		if from = t.crossChecked(a, n, from); from == "" || days[from] {
			return
		}
		if day(to) != day(from) && moment(day(to)).Sub(moment(day(from))) > longestDay || moment(day(to)).Before(moment(day(from))) {
			to = from
		}
		days[from] = true
		out = append(out, &happening{from: from, to: to, account: a, sentence: n, keys: numberless(a, s), event: event, citations: []wiredesk.Citation{a.cite(s)}, accounts: 1})
	}
	for _, e := range within(a.reading.Events, s, func(e *wiredesk.Event) wiredesk.Span { return e.Trigger }) {
		if e.Modality == wiredesk.Happened && e.Time != nil && isDay(string(e.Time.From), string(e.Time.To)) && !a.inBrackets(s, string(e.Time.From)) {
			add(day(string(e.Time.From)), day(string(e.Time.To)), true)
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, x := range within(a.reading.Times, s, func(x *wiredesk.Time) wiredesk.Span { return x.Span }) {
		if dated(x) && a.dates(s, x) && !a.inDateline(x.Span) {
			add(day(string(x.From)), day(string(x.To)), false)
			break
		}
	}
	return out
}

// inBrackets reports whether a sentence gives a day in brackets: of birth, not of
// the event.
func (a *account) inBrackets(s wiredesk.Span, from string) bool {
	return slices.ContainsFunc(within(a.reading.Times, s, func(x *wiredesk.Time) wiredesk.Span { return x.Span }), func(x *wiredesk.Time) bool {
		head := a.reading.Text[s.Start:x.Span.Start]
		return string(x.From) == from && strings.Count(head, "(") > strings.Count(head, ")")
	})
}

// isDay reports whether a window is a day or a night.
func isDay(from, to string) bool {
	x, y := moment(day(from)), moment(day(to))
	return !x.IsZero() && !y.IsZero() && !y.Before(x) && y.Sub(x) <= longestDay
}

// unfit reports whether a sentence gives what no longer stands or says nothing
// that happened: a corrected count, "no comment", a question.
func (t *table) unfit(a *account, n int) bool {
	s := a.reading.Sentences[n]
	words := s.Words(a.reading.Text)
	ws := wordsOf(a.reading.Text, s)
	if len(ws) > mostWords || strings.HasSuffix(strings.TrimSpace(words), "?") || silent().in(ws) || unclaimed().in(ws) {
		return true
	}
	return t.stale[place{a, n}]
}

// dates reports whether a time expression says when what its sentence tells of
// happened: not where it belongs to a noun, bounds a time, or stands in a clause
// about somebody else.
func (a *account) dates(s wiredesk.Span, t *wiredesk.Time) bool {
	text := a.reading.Text
	if rest := text[t.Span.End:]; strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s") || strings.HasSuffix(t.Span.Words(text), "'s") || strings.HasSuffix(t.Span.Words(text), "’s") {
		return false
	}
	before := wordsOf(text, wiredesk.Span{Start: s.Start, End: t.Span.Start})
	if head := text[s.Start:t.Span.Start]; strings.Count(head, "(") > strings.Count(head, ")") {
		return false
	}
	if n := len(before); n > 0 && undating()[before[n-1].lower] {
		return false
	}
	for i := len(before) - 1; i > 0; i-- {
		if clauseEnd(before[i-1].lower) && clauses()[before[i].lower] {
			return false
		}
		if before[i].lower == "," {
			break
		}
	}
	return true
}

// crossChecked returns the day that an expression means when what other reports
// say is looked at: a weekday that would lie before the own incident, which the
// sentence follows, is that of the week after, where the report was published
// by then or its publication is known to the day alone.
func (t *table) crossChecked(a *account, n int, d string) string {
	m := moment(d)
	own := t.incidents.day
	if own.IsZero() || !m.Before(own) || t.incidents.ofLine[place{a, n}] != nil {
		return d
	}
	if own.Sub(m) >= 7*24*time.Hour || !t.weekday(a, n, d) {
		return d
	}
	next := m.AddDate(0, 0, 7)
	if p := a.published(); !p.IsZero() && next.After(p.Add(2*24*time.Hour)) {
		return ""
	}
	return next.Format(time.DateOnly)
}

// weekday reports whether the day comes from a weekday without a date.
func (t *table) weekday(a *account, n int, d string) bool {
	return slices.ContainsFunc(within(a.reading.Times, a.reading.Sentences[n], func(x *wiredesk.Time) wiredesk.Span { return x.Span }), func(x *wiredesk.Time) bool {
		return day(string(x.From)) == d && strings.HasPrefix(x.Rule, "weekday")
	})
}
