package dossier

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"wiredesk"
)

// A row is one count as one claimant gave it, ready for comparison.
type row struct {
	account   *account
	figure    *wiredesk.Figure
	statement *statement // the claim that gives it, nil where it is not known
	voice     *voice     // the claimant, nil where only the outlet says it
	sentence  int
	at        wiredesk.Span // where the number stands
	headline  bool
	own       bool
	incident  *incident
	class     string
	part      bool // a part of a larger count, or an addition to one
	prior     bool // told as what was said before: "up from 14"
	rises     bool // told as taking the place of an earlier one: "rose to 21"
	corrects  bool
	day       string   // of the event that its sentence tells of, "" where none is given
	instead   []string // the numbers that its sentence says it takes the place of: "from 15 to 14"
	wrong     *row     // the count of a wire that its copy changed
	status    wiredesk.TollRowStatus
	replaces  *row
	reason    string
}

// readRows returns the counts of all accounts in the order in which they were
// given.
func (t *table) readRows() []*row {
	countries := ownCountries(t.accounts)
	var out []*row
	for _, a := range t.accounts {
		if a.withdrawn != "" && (a.correctedBy == nil || a.correctedBy.reading.Status == wiredesk.Killed) {
			continue
		}
		for i := range a.reading.Figures {
			if r := t.newRow(a, &a.reading.Figures[i], countries); r != nil {
				out = append(out, r)
			}
		}
		for i := range a.reading.Background {
			if r := t.newRow(a, &a.reading.Background[i], countries); r != nil {
				if r.incident == t.incidents.own {
					r.incident = t.incidents.line(a, r.figure.Span, wiredesk.IncidentEarlier)
				}
				out = append(out, r)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *row) int {
		if d := a.account.published().Compare(b.account.published()); d != 0 && !a.account.published().IsZero() && !b.account.published().IsZero() {
			return d
		}
		if a.account != b.account {
			return a.account.number - b.account.number
		}
		switch {
		case a.prior && !b.prior:
			return -1
		case b.prior && !a.prior:
			return 1
		}
		return 0
	})
	return out
}

// newRow reads one figure; nil where no number stands in its words.
func (t *table) newRow(a *account, f *wiredesk.Figure, countries map[string]int) *row {
	if !counted(f) || f.Polarity == wiredesk.Negated {
		return nil
	}
	r := &row{account: a, figure: f, statement: t.byClaim[string(f.Claim)], sentence: a.sentenceAt(f.Span.Start), at: f.Span, headline: a.inHeadline(f.Span), status: wiredesk.RowCurrent}
	if !r.headline && !a.inBody(f.Span) || r.sentence >= len(a.reading.Sentences) {
		return nil
	}
	if r.statement == nil {
		r.statement = t.around(a, f.Span, r.sentence)
	}
	if r.headline {
		t.settle(r)
	}
	r.own = a.withdrawn == "" && a.own(a.sentences(f.Span))
	r.voice = t.claimant(r)
	r.class = classOf(f)
	r.part = f.PartOf >= 0 || f.Scope == wiredesk.ScopeNew || f.Change == wiredesk.ChangeIncrement || addition(f.Words)
	r.readSentence()
	r.day = t.eventDay(r)
	r.incident = t.incidents.of(a, f.Span)
	switch {
	case r.incident != t.incidents.own:
	case f.Background, t.incidents.past(f.Window) && r.gives(f.Window):
		r.incident = t.incidents.line(a, f.Span, wiredesk.IncidentEarlier)
	case elsewhere(f.Place, countries):
		r.incident = t.incidents.line(a, f.Span, wiredesk.IncidentElsewhere)
	}
	if a.withdrawn != "" {
		r.status = wiredesk.RowCorrected
	}
	return r
}

// gives reports whether the row's own sentence gives the time that its figure is
// said to cover: one that was worked out from elsewhere says little.
func (r *row) gives(w *wiredesk.Window) bool {
	return slices.ContainsFunc(within(r.account.reading.Times, r.account.reading.Sentences[r.sentence], func(x *wiredesk.Time) wiredesk.Span { return x.Span }), func(x *wiredesk.Time) bool {
		return day(string(x.From)) == day(string(w.From))
	})
}

// settle moves a headline's count to the sentence of the body that gives the same
// number of the same harm, where the reading has no figure of it there.
func (t *table) settle(r *row) {
	a, f := r.account, r.figure
	if f.Low != f.High || f.Low < 1 {
		return
	}
	for i := range a.reading.Figures {
		if g := &a.reading.Figures[i]; g.Unit == f.Unit && !a.inHeadline(g.Span) {
			return
		}
	}
	number := strconv.Itoa(int(f.Low))
	for n, s := range a.reading.Sentences {
		if a.paragraphs[n] == 0 || a.inHeadline(s) {
			continue
		}
		ws := wordsOf(a.reading.Text, s)
		at := slices.IndexFunc(ws, func(w word) bool { return key(w.lower) == number })
		if at >= 0 && (len(harms(ws)) > 0 || slices.ContainsFunc(ws, func(w word) bool { return tollNouns()[w.lower] })) {
			r.sentence, r.headline, r.at = n, false, ws[at].span
			return
		}
	}
}

// tollNouns are words for a toll.
var tollNouns = wordSet("toll-nouns")

// around returns the statement whose content holds a span, the shortest.
func (t *table) around(a *account, s wiredesk.Span, sentence int) *statement {
	var best *statement
	for _, st := range t.at[place{a, sentence}] {
		if slices.ContainsFunc(st.claim.Content, func(c wiredesk.Span) bool { return c.Contains(s) }) && (best == nil || st.hull.Len() < best.hull.Len()) {
			best = st
		}
	}
	return best
}

// claimant returns who counts: whom the figure names, or the innermost speaker
// of its claim.
func (t *table) claimant(r *row) *voice {
	if v := t.parties.claimant(r.account, r.figure); v != nil {
		return v
	}
	if r.statement != nil && r.statement.voice != nil && r.statement.voice.name != "unknown" {
		return r.statement.voice
	}
	if v := t.giver(r); v != nil {
		return v
	}
	if v := t.doer(r); v != nil {
		return v
	}
	return t.onlyVoice(r)
}

// longestGiver is the number of words of whoever gives a number.
const longestGiver = 7

// giver returns who gives a figure in a sentence such as "The union put the dead
// at 17": the words before the verb.
func (t *table) giver(r *row) *voice {
	a := r.account
	s := a.reading.Sentences[r.sentence]
	before := wordsOf(a.reading.Text, wiredesk.Span{Start: s.Start, End: max(s.Start, r.at.Start)})
	at, _, ok := tollGivers().find(before)
	if !ok || at == 0 || r.headline || pronouns()[before[0].lower] {
		return nil
	}
	var name []string
	for _, w := range before[:at] {
		if clauseEnd(w.lower) || timeWords()[w.lower] {
			break
		}
		if dashes()[w.lower] { // behind a dateline
			name = nil
			continue
		}
		name = append(name, w.span.Words(a.reading.Text))
	}
	if len(name) == 0 || len(name) > longestGiver || len(bodyKeys(strings.Join(name, " "))) == 0 {
		return nil
	}
	return t.parties.place(t.parties.named(a, plainName(strings.Join(name, " ")), nil))
}

// doer returns the body that did what a figure of the held or saved counts: it is
// the one that counts them, where nobody else is named.
func (t *table) doer(r *row) *voice {
	if r.headline || !byDoer()[string(r.figure.Unit)] {
		return nil
	}
	if _, n := t.voiceAt(place{r.account, r.sentence}); n > 0 {
		return nil
	}
	a := r.account
	s := a.reading.Sentences[r.sentence]
	before := wordsOf(a.reading.Text, wiredesk.Span{Start: s.Start, End: min(r.at.Start, max(s.Start, r.figure.Trigger.Start))})
	if len(before) == 0 || len(before) > longestGiver {
		return nil
	}
	if q := t.partyIn(before, nil); q != nil && q.body != "" {
		return &voice{party: q, name: q.names[0], body: q.body}
	}
	return nil
}

var (
	tollGivers = phraseList("toll-givers")
	timeWords  = wordSet("time-words")
	dashes     = wordSet("dashes")
	byDoer     = wordSet("doer-units")
)

// onlyVoice returns the one voice that a figure's sentence is attributed to, nil
// where there are none or several: what hangs on to an attributed clause is its
// speaker's too.
func (t *table) onlyVoice(r *row) *voice {
	if r.headline {
		return nil
	}
	only, n := t.voiceAt(place{r.account, r.sentence})
	if n == 0 && r.sentence > 0 && r.account.paragraphs[r.sentence-1] == r.account.paragraphs[r.sentence] {
		only, _ = t.voiceAt(place{r.account, r.sentence - 1})
	}
	return only
}

// voiceAt returns the one voice that a sentence is attributed to, and how many
// there are.
func (t *table) voiceAt(p place) (*voice, int) {
	var only *voice
	n := 0
	for _, s := range t.at[p] {
		if s.voice == nil || s.voice.name == "unknown" || s.claim.Within != "" || only.same(s.voice) {
			continue
		}
		only = s.voice
		n++
	}
	if n != 1 {
		return nil, n
	}
	return only, n
}

// wordsBefore is the number of words before a figure in which it is said to be
// an earlier one.
const wordsBefore = 3

// readSentence notes how the figure's sentence sets it against others.
func (r *row) readSentence() {
	text := r.account.reading.Text
	s := r.account.reading.Sentences[r.sentence]
	before := wordsOf(text, wiredesk.Span{Start: s.Start, End: max(s.Start, r.at.Start)})
	near := before[max(0, len(before)-wordsBefore):]
	if at, n, ok := earlierWords().find(near); ok && at+n >= len(near)-1 {
		r.prior = true
	}
	all := wordsOf(text, s)
	r.rises = r.figure.Scope == wiredesk.ScopeCumulative || r.figure.Change == wiredesk.ChangeTotal || tollRises().in(all)
	r.instead = replacedNumbers(all)
	r.corrects = corrections().in(all) || r.account.reading.Status == wiredesk.Correction
}

// replacedNumbers returns the numbers that stand right behind words such as "up
// from", "not", "from".
func replacedNumbers(ws []word) []string {
	var out []string
	for i, w := range ws {
		if i > 0 && replacing()[ws[i-1].lower] {
			if k := key(w.lower); isDigits(k) {
				out = append(out, k)
			}
		}
	}
	return out
}

var replacing = wordSet("replacing")

// counted reports whether a number stands in the words: "one person" and
// "dozens" are counts, "the driver" is not.
func counted(f *wiredesk.Figure) bool {
	if f.Low == 0 && f.High == 0 || f.Change == wiredesk.ChangeOrdinal {
		return true
	}
	words := strings.Fields(f.Words)
	for i, w := range words {
		w = strings.ToLower(strings.Trim(w, ".,"))
		if i < numberWithin && !strings.Contains(w, "-year") && (isDigits(w) || digits()[w] != "" || digits()[before(w, "-")] != "" || w == "one" || w == "single") {
			return true
		}
	}
	return f.Hedge != "" || (f.Low > 1 || f.High > 1) && !capitals(words)
}

// numberWithin is the number of words in which a figure's number stands: "at
// least 40 people". A number further on is an age.
const numberWithin = 4

func before(s, mark string) string {
	head, _, _ := strings.Cut(s, mark)
	return head
}

// capitals reports whether two words with capitals follow each other: a name.
func capitals(words []string) bool {
	up := func(w string) bool { return 'A' <= w[0] && w[0] <= 'Z' }
	for i := 1; i < len(words); i++ {
		if up(words[i-1]) && up(words[i]) {
			return true
		}
	}
	return false
}

// addition reports whether the words count beside or out of others: "three
// others", "two more", "one of the five".
func addition(words string) bool {
	ws := wordsOf(words, wiredesk.Span{End: len(words)})
	for i, w := range ws {
		next := ""
		if i+1 < len(ws) {
			next = ws[i+1].lower
		}
		if additions()[w.lower] && !(w.lower == "more" && next == "than") || i > 0 && w.lower == "of" && partitive()[next] {
			return true
		}
	}
	return false
}

var partitive = wordSet("partitive")

// classOf returns the class of those whom a figure counts: a group of the list
// of classes that share no one, the stem of what it counts where that is no
// person, "" where it may be anybody.
func classOf(f *wiredesk.Figure) string {
	words := strings.Fields(strings.ToLower(string(f.Of)))
	for i := len(words) - 1; i >= 0; i-- {
		if g := exclusive()[stem(words[i])]; len(g) > 0 {
			return g[0]
		}
	}
	if len(words) == 0 || f.Unit != wiredesk.UnitDamage && f.Unit != wiredesk.UnitAffected || anybody()[words[len(words)-1]] {
		return ""
	}
	return stem(words[len(words)-1])
}

// name names the claimant.
func (r *row) name() string {
	if r.voice == nil {
		return r.account.label()
	}
	return r.voice.name
}

// chain is the attribution of the count, the claimant first: the body that a
// person speaks for stands behind the person.
func (r *row) chain() []string {
	if r.voice == nil {
		return []string{r.account.label()}
	}
	out := []string{r.voice.name}
	if b := plainName(r.voice.body); b != "" && !strings.EqualFold(b, plainName(r.voice.name)) {
		out = append(out, b)
	}
	if st := r.statement; st != nil && st.voice == r.voice {
		for _, n := range st.claim.Chain[1:] {
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
		return out
	}
	return append(out, r.account.label())
}

// eventDay returns the day that a row's sentence gives to what harmed those whom
// it counts, or that the sentence before in its paragraph gives.
func (t *table) eventDay(r *row) string {
	for n := r.sentence; n >= max(0, r.sentence-1) && r.account.paragraphs[n] == r.account.paragraphs[r.sentence]; n-- {
		for _, e := range within(r.account.reading.Events, r.account.reading.Sentences[n], func(e *wiredesk.Event) wiredesk.Span { return e.Trigger }) {
			if e.Time != nil && harming()[e.Type] && isDay(string(e.Time.From), string(e.Time.To)) && r.account.happened(n, day(string(e.Time.From))) {
				return day(string(e.Time.From))
			}
		}
	}
	return ""
}

// happened reports whether a sentence gives a day otherwise than as the day on
// which something was said.
func (a *account) happened(sentence int, d string) bool {
	return slices.ContainsFunc(within(a.reading.Times, a.reading.Sentences[sentence], func(x *wiredesk.Time) wiredesk.Span { return x.Span }), func(x *wiredesk.Time) bool {
		return day(string(x.From)) == d && !a.saidTime(x.Span) && !a.inDateline(x.Span)
	})
}

// harming holds the types of events that harm people.
var harming = wordSet("harming")

// daysApart reports whether two rows count what happened on two days.
func daysApart(a, b *row) bool {
	for _, p := range [][2]*row{{a, b}, {b, a}} { // what had not happened yet was not counted
		if at := p[0].account.published(); !at.IsZero() && p[1].day != "" && at.Add(longestDay).Before(moment(p[1].day)) {
			return true
		}
	}
	if a.day == "" || b.day == "" {
		return false
	}
	return moment(b.day).Sub(moment(a.day)).Abs() > longestDay
}

// plainName is a name without the article before it.
func plainName(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && articles()[strings.ToLower(words[0])] {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// said is when a count was given.
func (r *row) said() string {
	if st := r.statement; st != nil && st.claim.Time != nil && st.claim.Time.From != "" && st.claim.Time.From == st.claim.Time.To {
		return string(st.claim.Time.From)
	}
	return string(r.account.reading.Published.Value)
}

// same reports whether two rows give one count.
func (r *row) same(o *row) bool {
	f, g := r.figure, o.figure
	return f.Unit == g.Unit && f.Low == g.Low && f.High == g.High && r.class == o.class
}

// meets reports whether the bounds of two figures overlap.
func meets(f, g *wiredesk.Figure) bool {
	return (f.High == wiredesk.Open || g.Low == wiredesk.Open || g.Low <= f.High) && (g.High == wiredesk.Open || f.Low == wiredesk.Open || f.Low <= g.High)
}

// number is what a figure is ordered by.
func (r *row) number() int {
	if r.figure.Low != wiredesk.Open {
		return int(r.figure.Low)
	}
	return int(r.figure.High)
}

// comparable reports whether two rows count the same thing, as far as their
// words go: unit, class, place, window, how sure.
func (r *row) comparable(o *row) bool {
	f, g := r.figure, o.figure
	if f.Unit != g.Unit || r.part != o.part || !sure(f, g) || f.Coverage != g.Coverage && f.Coverage != "" && g.Coverage != "" {
		return false
	}
	return r.class == o.class || mixes(r, o)
}

// sure reports whether two figures are of one sureness: suspected and feared
// are never compared with confirmed.
func sure(f, g *wiredesk.Figure) bool {
	return f.Qualifier == g.Qualifier || f.Qualifier != wiredesk.Feared && g.Qualifier != wiredesk.Feared && f.Qualifier != wiredesk.Suspected && g.Qualifier != wiredesk.Suspected
}

// mixes reports whether of two rows one counts anybody and the other one a class
// that may be all of them.
func mixes(r, o *row) bool {
	return (r.class == "" && all()[o.class] || o.class == "" && all()[r.class]) && r.figure.Unit != wiredesk.UnitDamage
}

var all = wordSet("whole-classes")

// apartInPlace reports whether two figures count over two places of which
// neither lies in the other, as far as their precision tells.
func apartInPlace(a, b *wiredesk.Site) bool {
	if a == nil || b == nil || a.ID == b.ID {
		return false
	}
	return a.Country != b.Country || fineness(a) == fineness(b)
}

// gap is the time between two rows' reports, zero where it is not known.
func gap(a, b *row) time.Duration {
	x, y := a.account.published(), b.account.published()
	if x.IsZero() || y.IsZero() {
		return 0
	}
	return y.Sub(x).Abs()
}

// sideOf makes a side of a relation out of a row.
func (t *table) sideOf(r *row) wiredesk.Side {
	s := r.account.reading.Sentences[r.sentence]
	side := wiredesk.Side{Who: r.name(), Verb: "says", Text: line(r.account.shown(s)), Citations: []wiredesk.Citation{r.account.cite(s)}}
	if r.voice == nil {
		side.Verb = "reports"
	}
	if r.statement != nil {
		side.Origin = t.origin(r.statement)
	}
	return side
}

// claims returns the ids of the claims that give rows.
func claimsOf(rows ...*row) []string {
	var out []string
	for _, r := range rows {
		if r.statement != nil && !slices.Contains(out, r.statement.claim.ID) {
			out = append(out, r.statement.claim.ID)
		}
	}
	return out
}

// quoted gives the words of a figure with its unit.
func (r *row) quoted() string {
	return fmt.Sprintf("“%s” %s (%s)", line(r.figure.Words), r.figure.Unit, r.name())
}
