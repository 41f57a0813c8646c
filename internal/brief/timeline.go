package brief

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"time"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

// The bounds of the timeline: leastEntries and moreEntries for each report, at
// most mostEntries. What is told by more accounts, then what stands higher in
// its report, stays when it must be cut.
const (
	leastEntries = 6
	moreEntries  = 4
	mostEntries  = 40
)

//go:embed lexicon/undating.txt
var undatingFile []byte

//go:embed lexicon/aside.txt
var asideFile []byte

// undating holds the words before a time that keep it from saying when
// something happened, aside the words that open clauses about somebody else.
var (
	undating = sync.OnceValue(func() map[string]bool { return lexicon.Set(undatingFile) })
	aside    = sync.OnceValue(func() map[string]bool { return lexicon.Set(asideFile) })
)

// A moment is something that a fact dates, on its way into the timeline.
type moment struct {
	from, to string
	facts    []*fact
}

// timeline lists what the accounts date, in the order in which it happened.
// What several accounts say of one day stands once, with all its citations.
func timeline(p *printer, s *comparison) []wiredesk.TimelineEntry {
	moments := gatherMoments(s.facts)
	slices.SortStableFunc(moments, func(a, b *moment) int {
		if d := len(labels(b.facts)) - len(labels(a.facts)); d != 0 {
			return d
		}
		return score(s.groups, b.facts[0]) - score(s.groups, a.facts[0])
	})
	moments = moments[:min(len(moments), mostEntries, leastEntries+moreEntries*len(s.accounts))]
	slices.SortStableFunc(moments, func(a, b *moment) int { return strings.Compare(a.from+a.to, b.from+b.to) })
	var out []wiredesk.TimelineEntry
	told := map[string]bool{}
	for _, m := range moments {
		if e, ok := m.entry(p); ok && !told[e.From+e.Text] {
			told[e.From+e.Text] = true
			out = append(out, e)
		}
	}
	return out
}

// gatherMoments collects the dated claims. The smallest claim that holds a
// time expression is what it dates.
func gatherMoments(all []*fact) []*moment {
	var out []*moment
	dating := holders(all)
	for _, f := range all {
		if f.inHeadline() || f.claim.Within != "" || len(strings.Fields(f.words())) > mostWords || f.firstPerson() || !f.wholeSentence() || dangles(f.clause().text) {
			continue
		}
		for _, i := range f.account.timesIn(f.claim.Content) {
			t := f.account.reading.Times[i]
			if !dated(t) || f.biggerThan(dating[heldTime{f.account, i}]) || !f.dates(t) {
				continue
			}
			from, to := string(t.From), string(t.To)
			at := slices.IndexFunc(out, func(m *moment) bool {
				return m.sameTime(from, to) && (slices.Contains(m.facts, f) || m.facts[0].hull == f.hull && m.facts[0].account == f.account || m.alike(f))
			})
			if at < 0 {
				out = append(out, &moment{from: from, to: to})
				at = len(out) - 1
			}
			if !slices.Contains(out[at].facts, f) {
				out[at].facts = append(out[at].facts, f)
			}
			break // a claim is dated by its first time expression; a later one stands in what it tells of
		}
	}
	return out
}

// longestMoment is the number of days that an entry of the timeline may cover:
// "in January" dates nothing.
const longestMoment = 10

// dated reports whether a time is a day or a short run of days.
func dated(t wiredesk.Time) bool {
	if t.Kind != wiredesk.TimeDate && t.Kind != wiredesk.TimeRange {
		return false
	}
	from, errFrom := time.Parse(time.DateOnly, day(string(t.From)))
	to, errTo := time.Parse(time.DateOnly, day(string(t.To)))
	return errFrom == nil && errTo == nil && to.Sub(from) <= longestMoment*24*time.Hour
}

// sameTime reports whether a time is the moment's own, or the same day where
// one of the two has no clock time; the moment then takes the finer one.
func (m *moment) sameTime(from, to string) bool {
	if m.from == from && m.to == to {
		return true
	}
	mine, other := strings.Contains(m.from, "T"), strings.Contains(from, "T")
	return mine != other && m.from[:len(time.DateOnly)] == from[:len(time.DateOnly)] && day(m.from) == day(m.to) && day(from) == day(to)
}

// dates reports whether a time expression says when what the claim tells of
// happened. It does not where it belongs to a noun ("Monday's crash", "the
// wreck of Jan. 13"), bounds a time ("since Friday"), stands in a clause about
// somebody else ("who was born in May"), or means nowadays, as "today" does
// where no event is told.
func (f *fact) dates(t wiredesk.Time) bool {
	text := f.account.reading.Text
	words := strings.ToLower(t.Span.Words(text))
	if apostrophe(text[t.Span.End:]) || strings.HasSuffix(words, "'s") || strings.HasSuffix(words, "’s") {
		return false
	}
	before := strings.Fields(strings.ToLower(text[f.hull.Start:t.Span.Start]))
	if len(before) > 0 && undating()[before[len(before)-1]] {
		return false
	}
	if strings.HasPrefix(words, "today") && !f.attributed() && !f.happens() {
		return false
	}
	for _, s := range f.claim.Content {
		for i, part := range split(text, s) {
			if open := strings.Fields(strings.ToLower(part.Words(text))); part.Contains(t.Span) && i > 0 && len(open) > 0 && aside()[open[0]] {
				return false
			}
		}
	}
	return true
}

// happens reports whether the claim tells of an event.
func (f *fact) happens() bool {
	return slices.ContainsFunc(f.account.reading.Events, func(e wiredesk.Event) bool { return string(e.Claim) == f.claim.ID })
}

// A heldTime is a time of a report, by its index.
type heldTime struct {
	account *account
	time    int
}

// holders returns for each time the facts that hold it, those within others
// left out.
func holders(all []*fact) map[heldTime][]*fact {
	out := map[heldTime][]*fact{}
	for _, f := range all {
		if f.claim.Within != "" {
			continue
		}
		for _, i := range f.account.timesIn(f.claim.Content) {
			at := heldTime{f.account, i}
			out[at] = append(out[at], f)
		}
	}
	return out
}

// biggerThan reports whether one of the facts is shorter.
func (f *fact) biggerThan(others []*fact) bool {
	return slices.ContainsFunc(others, func(g *fact) bool { return len(g.words()) < len(f.words()) })
}

// alike reports whether the moment tells of the same as the fact.
func (m *moment) alike(f *fact) bool {
	return slices.ContainsFunc(m.facts, func(g *fact) bool {
		return g.account != f.account && (g.group == f.group || slices.Contains(g.sharing, f) || similarity(f, g) >= sameMoment)
	})
}

// sameMoment is the similarity from which on two claims of one day tell of one
// event: lower than sameAcross, since the day speaks for it already.
const sameMoment = 0.3

// entry words a moment by its plainest account, cited to all of them.
func (m *moment) entry(p *printer) (wiredesk.TimelineEntry, bool) {
	first := m.facts[0]
	for _, f := range m.facts {
		if len(f.spans) > 0 && first.attributed() && !f.attributed() {
			first = f
		}
	}
	d := first.clause()
	for _, f := range m.facts {
		if f != first && f.account != first.account {
			d.citations = append(d.citations, f.cite()...)
		}
	}
	s, ok := p.check(d)
	return wiredesk.TimelineEntry{From: m.from, To: m.to, Text: s.Text, Citations: s.Citations}, ok
}

// clause words a fact by the statement of its source, or by the sentence of a
// narrated claim, cut to the clause where the sentence is long.
func (f *fact) clause() draft {
	if f.attributed() {
		return f.statement()
	}
	if d := f.narrative(); len(strings.Fields(d.text)) <= longest {
		return d
	}
	return draft{text: f.account.wording(f.claim.Content), citations: f.cite()}
}
