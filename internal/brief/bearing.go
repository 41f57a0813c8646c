package brief

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/response.txt
var responseFile []byte

//go:embed lexicon/unsure.txt
var unsureFile []byte

//go:embed lexicon/turns.txt
var turnsFile []byte

//go:embed lexicon/noanswer.txt
var noAnswerFile []byte

var (
	turns     = sync.OnceValue(func() map[string]bool { return stems(turnsFile) })
	noAnswers = sync.OnceValue(func() []lexicon.Entry { return lexicon.Parse(noAnswerFile) })
	responses = sync.OnceValue(func() map[string]bool { return stems(responseFile) })
	unsures   = sync.OnceValue(func() []lexicon.Entry { return lexicon.Parse(unsureFile) })
)

// A slot is a place in the plan of a brief.
type slot int

// The slots, in the order in which they are printed.
const (
	slotLead slot = iota
	slotSides
	slotSeen
	slotResponse
	slotUnsure
)

// titles name the sections of the slots.
var titles = [...]string{"In short", "What is said", "What happened", "Response", "What is not certain"}

// What a candidate is worth beyond the words that it is the first to say.
const (
	worthToll     = 3.47 // it gives a count that stands
	worthSide     = 3.5  // it is a side of a difference
	worthPosition = 2    // a party affirms, denies, promises, demands
	worthClaim    = 0.26 // somebody says it
	worthUnsure   = 1
	worthTurn     = 0.22 // it tells of a turn: somebody admits, denies, frees
	worthDenied   = 0.41 // it says that something is not so
	worthColour   = -1.5 // it is a quotation that neither counts nor denies
	worthSilence  = -5   // it says that somebody did not answer
)

// A bearing is what the dossier says of the sentences of the reports.
type bearing struct {
	dossier *wiredesk.Dossier
	rows    map[spot][]*wiredesk.TollRow
	other   map[spot]bool // figures of other incidents, by report and start
	events  map[string]*wiredesk.Incident
	answer  map[string]bool // claims of no answer that were answered
	stands  map[string]wiredesk.PositionKind
	cited   []sideCite
	newest  *account
	wholes  map[*wiredesk.TollRow]*wiredesk.TollRow // of parts
	aged    map[*wiredesk.TollRow]bool              // counts that were replaced in another mouth
	sides   map[string][]int                        // claim -> differences that it is a side of
}

// A sideCite is a citation of a side of a difference.
type sideCite struct {
	wiredesk.Citation
	difference int
	first      bool // another side stands behind it
}

// A spot is where words begin in a report.
type spot struct {
	report string
	start  int
}

func newBearing(d *wiredesk.Dossier) *bearing {
	b := &bearing{dossier: d, rows: map[spot][]*wiredesk.TollRow{}, other: map[spot]bool{}, events: map[string]*wiredesk.Incident{},
		answer: map[string]bool{}, stands: map[string]wiredesk.PositionKind{}, sides: map[string][]int{}, aged: map[*wiredesk.TollRow]bool{}, wholes: map[*wiredesk.TollRow]*wiredesk.TollRow{}}
	own := map[string]bool{}
	for i := range d.Incidents {
		own[d.Incidents[i].ID] = d.Incidents[i].Own
		for _, e := range d.Incidents[i].Events {
			b.events[e] = &d.Incidents[i]
		}
	}
	for i := range d.Tolls {
		t := &d.Tolls[i]
		for k := range t.Rows {
			at := spot{t.Rows[k].Report, t.Rows[k].Span.Start}
			if mine, known := own[t.Incident]; known && !mine {
				b.other[at] = true
				continue
			}
			b.rows[at] = append(b.rows[at], &t.Rows[k])
			if part := t.Rows[k].PartOf; part >= 0 && part < len(t.Rows) {
				b.wholes[&t.Rows[k]] = &t.Rows[part]
			}
		}
	}
	b.age(d)
	for _, f := range d.Figures {
		if mine, known := own[string(f.Incident)]; f.Background || known && !mine {
			b.other[spot{f.Report, f.Span.Start}] = true
		}
	}
	for _, p := range d.Positions {
		if p.Claim != "" {
			b.stands[string(p.Claim)] = p.Polarity
			b.answer[string(p.Claim)] = b.answer[string(p.Claim)] || p.Answered != ""
		}
	}
	for i, r := range d.Differences {
		if r.Kind == wiredesk.OnlyIn {
			continue
		}
		for k, side := range r.Sides {
			for _, cite := range side.Citations {
				b.cited = append(b.cited, sideCite{cite, i, k < len(r.Sides)-1})
			}
		}
		for _, id := range r.Claims {
			b.sides[id] = append(b.sides[id], i)
		}
	}
	return b
}

// age marks the counts that have the value of one that was replaced, though it
// is another claimant's: "15" after "from 15 to 14" is not said again.
func (b *bearing) age(d *wiredesk.Dossier) {
	for i := range d.Tolls {
		rows := d.Tolls[i].Rows
		for _, r := range rows {
			if r.Replaces < 0 || r.Replaces >= len(rows) {
				continue
			}
			old := rows[r.Replaces]
			for k := range rows {
				if o := rows[k]; o.Low == old.Low && (o.High == old.High || o.High == wiredesk.Open) && o.Status == wiredesk.RowCurrent && (o.Low != r.Low || o.High != r.High) && o.Said <= r.Said {
					b.aged[&rows[k]] = true
				}
			}
		}
	}
}

// weigh fills in what the dossier says of a candidate: its slot, its worth, and
// why it must not be printed.
func (b *bearing) weigh(c *candidate) {
	c.slot = slotSeen
	if b.responds(c) {
		c.slot = slotResponse
	}
	for _, claim := range c.claims {
		b.weighClaim(c, claim)
	}
	low := strings.ToLower(c.words())
	for _, e := range unsures() {
		if strings.Contains(low, e[0]) {
			c.slot = slotUnsure
			c.value += worthUnsure
			break
		}
	}
	for _, e := range noAnswers() {
		if strings.Contains(low, e[0]) {
			c.value += worthSilence
			if e.Field(1) == "" || c.account != b.newest {
				c.reason = "somebody did not answer"
			}
			break
		}
	}
	denied := c.denies()
	if c.quotes() && !denied && !b.turns(c) && len(c.figures) == 0 {
		c.value += worthColour
	}
	if b.turns(c) {
		c.value += worthTurn
	}
	if denied {
		c.value += worthDenied
	}
	b.weighTolls(c)
	b.weighSides(c)
	b.weighWithdrawn(c)
}

// weighClaim adds what a claim in the sentence is worth.
func (b *bearing) weighClaim(c *candidate, claim *wiredesk.Claim) {
	kind, positioned := b.stands[claim.ID]
	switch {
	case b.answer[claim.ID] && kind == wiredesk.NoAnswer:
		c.reason = "it was answered since"
	case claim.Stance == wiredesk.Caveat:
		c.slot = slotUnsure
		c.value += worthUnsure
	case claim.Stance != wiredesk.Statement || positioned && kind != wiredesk.Affirms:
		c.slot = slotSides
		c.value += worthPosition
	case positioned:
		c.value += worthPosition / 2
	default:
		c.value += worthClaim / 2
	}
}

// particularPolarity is the particular of a party that says the contrary of what
// it said: both words are news.
const particularPolarity = "polarity"

// weighSides adds what it is worth to be a side of a difference. What a later
// word took the place of is not printed.
func (b *bearing) weighSides(c *candidate) {
	var sides []int
	for _, claim := range c.claims {
		sides = append(sides, b.sides[claim.ID]...)
	}
	for _, s := range b.cited {
		if s.Report != c.account.reading.ID || !s.Span.Overlaps(c.span) {
			continue
		}
		sides = append(sides, s.difference)
		if d := b.dossier.Differences[s.difference]; s.first && !c.counts && d.Kind == wiredesk.Supersedes && d.Particular != particularPolarity {
			c.reason = "a later word stands in its place"
		}
	}
	for _, i := range sides {
		if !slices.Contains(c.side, i) {
			c.side = append(c.side, i)
			switch b.dossier.Differences[i].Kind {
			case wiredesk.DeniedBy, wiredesk.Contradicts, wiredesk.Tension:
				c.value += worthSide
				if c.slot != slotUnsure {
					c.slot = slotSides
				}
			}
		}
	}
}

// weighTolls adds what the counts in the sentence are worth. A sentence whose
// counts no longer stand is not printed.
func (b *bearing) weighTolls(c *candidate) {
	current, earlier := 0, 0
	for _, f := range c.figures {
		at := spot{c.account.reading.ID, f.Span.Start}
		if b.other[at] || f.Background || len(b.rows[at]) == 0 && c.past() {
			c.reason = "it counts what another event did"
			return
		}
		stands := false
		for _, row := range b.rows[at] {
			stands = stands || b.current(row)
		}
		switch {
		case stands:
			current++
		case len(b.rows[at]) > 0:
			earlier++
		}
	}
	switch {
	case current > 0:
		c.value += worthToll
		c.counts = true
	case earlier > 0:
		c.reason = "a later count stands in its place"
	}
}

// current reports whether a count still stands: of a part, whether its whole
// does.
func (b *bearing) current(row *wiredesk.TollRow) bool {
	if row.Status != wiredesk.RowCurrent || b.aged[row] {
		return false
	}
	whole := b.wholes[row]
	return whole == nil || whole == row || whole.Status == wiredesk.RowCurrent && !b.aged[whole]
}

// shortestPart is the number of words up to which a number in a part is an age.
const shortestPart = 2

// keeps reports whether a part of a sentence holds what must not be lost: a count
// that stands, a turn, a denial.
func (b *bearing) keeps(c *candidate, part wiredesk.Span) bool {
	for _, f := range c.figures {
		if part.Contains(f.Span) && slices.ContainsFunc(b.rows[spot{c.account.reading.ID, f.Span.Start}], b.current) {
			return true
		}
	}
	words := part.Words(c.account.reading.Text)
	if len(strings.Fields(words)) > shortestPart && strings.ContainsAny(words, "0123456789") {
		return true
	}
	return slices.ContainsFunc(strings.Fields(strings.ToLower(words)), func(w string) bool {
		w = strings.Trim(w, ".,;:\"“”‘’'()")
		return negation()[w] || turns()[stem(w)]
	})
}

// weighWithdrawn leaves out what the dossier says no longer stands.
func (b *bearing) weighWithdrawn(c *candidate) {
	words := strings.Join(strings.Fields(c.words()), " ")
	for _, w := range b.dossier.Withdrawn {
		text := strings.Trim(strings.Join(strings.Fields(w.Text), " "), ".")
		if w.Report == c.account.reading.ID && text != "" && (strings.Contains(words, text) || strings.Contains(text, strings.TrimRight(words, "."))) {
			c.reason = w.Reason
		}
	}
}

// responds reports whether the sentence tells what was done about the event.
func (b *bearing) responds(c *candidate) bool {
	for _, u := range c.account.units(c.span) {
		if responses()[string(u)] {
			return true
		}
	}
	return false
}

// turns reports whether the sentence tells of a turn.
func (b *bearing) turns(c *candidate) bool {
	for _, u := range c.account.units(c.span) {
		if turns()[string(u)] {
			return true
		}
	}
	return false
}

// stems is a lexicon of words by their stems.
func stems(file []byte) map[string]bool {
	out := map[string]bool{}
	for _, e := range lexicon.Parse(file) {
		out[e[0]] = true
		out[stem(e[0])] = true
	}
	return out
}

// quotes reports whether most of the sentence is a quotation.
func (c *candidate) quotes() bool {
	for _, claim := range c.claims {
		if claim.Kind == wiredesk.Direct && len(claim.Content) > 0 && 2*claim.Content[0].Len() > c.span.Len() {
			return true
		}
	}
	return false
}

// denies reports whether a word of the sentence says that something is not so.
func (c *candidate) denies() bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(c.words())), func(w string) bool { return negation()[strings.Trim(w, ".,;:\"“”‘’'()")] })
}
