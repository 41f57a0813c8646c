package brief

import (
	"slices"
	"strings"
	"time"

	"wiredesk"
	"wiredesk/internal/brief/check"
)

// Options say how a brief is written.
type Options struct {
	Words int       // the most words of prose; DefaultWords where it is 0
	Since time.Time // tell only what was published since, if it is not zero
	About string    // tell only what is about these words, if there are any
}

// DefaultWords is the length of a brief that is not told otherwise.
const DefaultWords = 300

// The prose takes at most sharePrinted of the words of the reports, so that all
// that is printed stays shorter than half of them; of short stories more, up to
// shareOfShort and wordsOfShort, since a brief needs some words to say who says
// what. It has leastWords at least.
const (
	sharePrinted = 0.4
	shareOfShort = 0.6
	wordsOfShort = 240
	leastWords   = 60
)

// Write writes the brief of a story out of its dossier. readings are those of
// the dossier's reports, in the same order. Nothing that the checker refuses is
// printed, and nothing rests on a report that was killed or corrected.
func Write(d wiredesk.Dossier, readings []wiredesk.Reading, o Options) wiredesk.Brief {
	all := accounts(readings, assignments(&d))
	b := wiredesk.Brief{Story: d.Story, Reports: d.Reports, Outlets: outlets(all), Origins: d.Origins, Figures: d.Figures,
		Agreements: d.Agreements, Differences: d.Differences, Photos: d.Photos, Incidents: d.Incidents, Tolls: d.Tolls, Positions: d.Positions}
	p := newPrinter(all)
	var pool []*candidate
	b.Sections, pool = p.write(&d, all, o)
	b.Headline = headlineOf(&d, all)
	b.Timeline = p.moments(d.Timeline, pool)
	withdrawnLeads(p, all)
	b.NotPrinted = p.notPrinted
	return b
}

// assignments are those of the dossier's reports.
func assignments(d *wiredesk.Dossier) []wiredesk.Assignment {
	out := make([]wiredesk.Assignment, len(d.Reports))
	for i, r := range d.Reports {
		out[i] = wiredesk.Assignment{Report: r.ID, Story: d.Story, PickupOf: r.PickupOf, Shared: r.Shared, Origins: r.Origins}
	}
	return out
}

// outlets counts the outlets of the accounts.
func outlets(all []*account) int {
	seen := map[string]bool{}
	for _, a := range all {
		seen[a.label()] = true
	}
	return len(seen)
}

// room is how many words the prose may have.
func room(all []*account, o Options) int {
	most := o.Words
	if most <= 0 {
		most = DefaultWords
	}
	n := 0
	for _, a := range all {
		if a.withdrawn == "" {
			n += len(strings.Fields(a.reading.Text))
		}
	}
	short := min(wordsOfShort, int(shareOfShort*float64(n)))
	return min(most, max(leastWords, short, int(sharePrinted*float64(n))))
}

// write chooses, orders and words the prose. It also returns all that there was
// to choose from.
func (p *printer) write(d *wiredesk.Dossier, all []*account, o Options) (out []wiredesk.Section, pool []*candidate) {
	b := newBearing(d)
	pool = gatherCandidates(all)
	b.newest = newestOf(pool)
	for _, c := range pool {
		b.weigh(c)
		c.split(b)
		c.asked(o)
	}
	takenBack(pool)
	overtaken(pool)
	strays(pool)
	if !slices.ContainsFunc(pool, func(c *candidate) bool { return c.reason == "" }) {
		lastResort(pool)
	}
	for range mostRounds {
		ch := newChooser(pool, room(all, o))
		ch.lead(b)
		ch.fill()
		sections, refused := p.sections(order(ch.chosen), pool, firstDay(d))
		if len(refused) == 0 {
			return sections, pool
		}
		for _, k := range refused {
			k.reason = refusedByChecker
		}
		out = sections
	}
	return out, pool
}

// strays leaves out what has no word in common with the headlines and with any
// other report, gives no count and is said by nobody: teasers, notes of the paper.
func strays(pool []*candidate) {
	told := map[unit]map[*account]bool{}
	for _, c := range pool {
		for _, u := range c.core {
			if told[u] == nil {
				told[u] = map[*account]bool{}
			}
			told[u][c.account] = true
		}
	}
	heads := headUnits(pool)
	for _, c := range pool {
		if c.place == 0 || len(c.claims) > 0 || len(c.figures) > 0 || c.value > 0 || c.leans || common(c.core, heads) > 0 {
			continue
		}
		alone := !slices.ContainsFunc(c.core, func(u unit) bool { return u[0] != '#' && (len(told[u]) > 1 || inLead(pool, c, u)) })
		if alone && c.reason == "" {
			c.reason = "it has nothing to do with the rest of the story"
		}
	}
}

// inLead reports whether the first sentences of a candidate's report say a unit.
func inLead(pool []*candidate, c *candidate, u unit) bool {
	return slices.ContainsFunc(pool, func(o *candidate) bool {
		return o != c && o.account == c.account && o.place <= 1 && slices.Contains(o.core, u)
	})
}

// lastResort lets the first sentences of the reports through where nothing else
// is left: a story is told, though by what was thought to be background.
func lastResort(pool []*candidate) {
	for _, c := range pool {
		if c.place <= 1 && c.unfit() == "" {
			c.reason = ""
		}
	}
}

// refusedByChecker is the reason of a candidate that was chosen in vain.
const refusedByChecker = "the checker refuses it"

// mostRounds is how often the choice is made anew where the checker refuses a
// sentence of it.
const mostRounds = 4

// asked leaves a candidate out that is older than asked for or about something
// else.
func (c *candidate) asked(o Options) {
	if t := c.account.published(); !o.Since.IsZero() && t.Before(o.Since) {
		c.reason = "it is older than what was asked for"
	}
	words := strings.Fields(o.About)
	if len(words) == 0 {
		return
	}
	mine := c.account.units(c.span)
	for _, w := range words {
		if key := stem(w); key != "" && slices.Contains(mine, unit(key)) {
			return
		}
	}
	c.reason = "it is about something else than what was asked for"
}

// split parts what a candidate says from what of it can be left out.
func (c *candidate) split(b *bearing) {
	r := c.account.reading
	var parts []wiredesk.Span
	for _, t := range r.Trims {
		if !c.span.Contains(t.Span) || len(strings.Fields(t.Span.Words(r.Text))) == 0 {
			continue
		}
		if slices.ContainsFunc(parts, t.Span.Overlaps) || c.speaks(t.Span) {
			continue
		}
		parts = append(parts, t.Span)
		e := extra{span: t.Span, kind: t.Kind, units: c.account.units(t.Span), words: countWords(t.Span.Words(r.Text)), kept: t.Kind != wiredesk.TrimTime && b.keeps(c, t.Span)}
		c.extras = append(c.extras, e)
	}
	seen := map[unit]bool{}
	for _, e := range c.extras {
		for _, u := range e.units {
			seen[u] = true
		}
	}
	rest := map[unit]bool{}
	from := c.span.Start
	slices.SortFunc(parts, func(a, b wiredesk.Span) int { return a.Start - b.Start })
	for _, s := range append(parts, wiredesk.Span{Start: c.span.End, End: c.span.End}) {
		for _, u := range c.account.units(wiredesk.Span{Start: from, End: max(from, s.Start)}) {
			if !rest[u] {
				rest[u] = true
				c.core = append(c.core, u)
			}
		}
		from = s.End
	}
}

// speaks reports whether a part holds who says something, or a piece of it: then
// what was said would stand there without its speaker.
func (c *candidate) speaks(part wiredesk.Span) bool {
	for _, claim := range c.claims {
		for _, s := range claim.Source.Spans {
			if part.Overlaps(s) && !(s.Contains(part) && part.Start > s.Start) {
				return true
			}
		}
		if slices.ContainsFunc(claim.Cue, part.Overlaps) || len(claim.Content) > 0 && part.Contains(claim.Content[0]) {
			return true
		}
	}
	return false
}

// firstDay is the first day of the story's own incident.
func firstDay(d *wiredesk.Dossier) string {
	for _, in := range d.Incidents {
		if in.Own {
			return day(string(in.From))
		}
	}
	return ""
}

// countWords counts words as a reader does: marks alone are none.
func countWords(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		if strings.Trim(w, ",;:.–—-()") != "" {
			n++
		}
	}
	return n
}

// sections words the picks and lets the checker see them. It also returns those
// that the checker refuses.
func (p *printer) sections(picks []*pick, pool []*candidate, first string) (out []wiredesk.Section, refused []*pick) {
	t := &teller{known: map[string]bool{}, days: map[string]bool{}, named: map[string]string{}, first: first}
	p.printed = map[string]bool{}
	for _, k := range picks {
		s, ok := p.tell(t, k)
		if !ok {
			refused = append(refused, k)
			continue
		}
		s.Citations = append(s.Citations, p.bearers(s, k, pool)...)
		title := titles[k.slot]
		if n := len(out); n == 0 || out[n-1].Title != title {
			out = append(out, wiredesk.Section{Title: title})
		}
		last := &out[len(out)-1]
		last.Sentences = append(last.Sentences, s)
	}
	return out, refused
}

// tell words one pick, less of it left out where the checker refuses it.
func (p *printer) tell(t *teller, k *pick) (wiredesk.Sentence, bool) {
	tail, whole := k.tail()
	cite := []wiredesk.Citation{k.account.cite(whole)}
	var drafts []draft
	shown := map[string][]wiredesk.Span{}
	for _, drops := range [][]wiredesk.Span{k.drops, nil} {
		text := said(k.account.render(k.span, t.edits(k.candidate, drops)), tail)
		shown[text] = drops
		drafts = append(drafts, draft{text, cite})
	}
	if k.pronouns() == 0 {
		text := said(k.account.render(k.span, nil), tail)
		shown[text] = nil
		drafts = append(drafts, draft{text, cite})
	}
	s, ok := p.try(drafts...)
	if ok {
		t.tell(k.candidate, shown[s.Text])
	}
	return s, ok
}

// tail is who says the sentence and the verb, where another sentence names them:
// the second sentence of a quotation. whole is the span that holds both.
func (c *candidate) tail() (words string, whole wiredesk.Span) {
	a := c.account
	for _, claim := range c.claims {
		if len(claim.Cue) == 0 || len(claim.Source.Spans) != 1 || claim.Chain[0] == "unknown" || !slices.ContainsFunc(claim.Content, c.covers) {
			continue
		}
		source, cue := claim.Source.Spans[0], claim.Cue[0]
		if c.span.Overlaps(source) || c.span.Overlaps(cue) || standsIn(claim.Chain[0], c.words()) {
			return "", c.span
		}
		name := claim.Chain[0]
		if e := a.entity(string(claim.Source.Entity)); e != nil {
			name = e.Name
		}
		whole = wiredesk.Span{Start: min(c.span.Start, source.Start, cue.Start), End: max(c.span.End, source.End, cue.End)}
		if whole.Len() > 3*c.span.Len()+farthestCue {
			return "", c.span
		}
		return article(name) + " said", whole
	}
	return "", c.span
}

// farthestCue is how many bytes from a sentence its speaker is looked for.
const farthestCue = 200

// covers reports whether a part of a claim's content is most of the sentence.
func (c *candidate) covers(s wiredesk.Span) bool {
	return 2*(min(s.End, c.span.End)-max(s.Start, c.span.Start)) > c.span.Len()
}

// said puts an attribution behind a sentence.
func said(text, tail string) string {
	if tail == "" || text == "" {
		return text
	}
	for _, mark := range []string{".”", ".\"", ".’", ".'"} {
		if cut, ok := strings.CutSuffix(text, mark); ok {
			return cut + "," + mark[1:] + " " + tail + "."
		}
	}
	if cut, ok := strings.CutSuffix(text, "."); ok {
		return cut + ", " + tail + "."
	}
	return text
}

// pronouns counts the pronouns of the candidate that stand for a subject or an
// owner outside of quotations: without them it may be printed as it stands.
func (c *candidate) pronouns() int {
	n := 0
	outside(c.words(), func(w string) bool {
		if pointing()[strings.ToLower(w)] == "person" {
			n++
		}
		return false
	})
	return n
}

// bearers are the citations of the other reports' sentences that hold all
// particulars of a sentence by themselves: one for each report.
func (p *printer) bearers(s wiredesk.Sentence, k *pick, pool []*candidate) []wiredesk.Citation {
	var out []wiredesk.Citation
	cited := map[*account]bool{k.account: true}
	mine := k.account.units(k.span)
	for _, c := range pool {
		if cited[c.account] || common(mine, c.core) < len(mine)/2 {
			continue
		}
		cite := c.account.cite(c.span)
		if _, why := check.Bears(s.Text, cite, p.readings); why == "" {
			cited[c.account] = true
			out = append(out, cite)
		}
	}
	return out
}

// common counts the units that stand in both lists.
func common(a, b []unit) int {
	n := 0
	for _, u := range a {
		if slices.Contains(b, u) {
			n++
		}
	}
	return n
}

// moments shortens the entries of the timeline by what can be left out of their
// sentences, and leaves out those whose sentence must not be printed or that the
// checker refuses.
func (p *printer) moments(entries []wiredesk.TimelineEntry, pool []*candidate) []wiredesk.TimelineEntry {
	var out []wiredesk.TimelineEntry
	for _, e := range entries {
		c := told(pool, e.Citations)
		if c != nil && c.reason != "" && c.reason != refusedByChecker {
			continue
		}
		if c != nil {
			var drops []edit
			for _, x := range c.extras {
				if !x.kept {
					drops = append(drops, edit{x.span, ""})
				}
			}
			cite := []wiredesk.Citation{c.account.cite(c.span)}
			text := c.account.render(c.span, drops)
			if _, why := check.Sentence(text, cite, p.readings); why == "" && len(strings.Fields(text)) < len(strings.Fields(e.Text)) {
				e.Text, e.Citations = text, append(cite, e.Citations[1:]...)
			}
		}
		out = append(out, e)
	}
	return out
}

// told returns the candidate that holds the first of the citations, nil where
// none does.
func told(pool []*candidate, cites []wiredesk.Citation) *candidate {
	for _, c := range pool {
		if len(cites) > 0 && c.account.reading.ID == cites[0].Report && c.span.Overlaps(cites[0].Span) {
			return c
		}
	}
	return nil
}
