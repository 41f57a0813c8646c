// Package dossier is the fifth room: it lays the reports of one story beside
// each other, by particulars.
//
// Two claims are the same only where no particular that both give conflicts;
// a conflict keeps them apart, and is printed as a difference only where one of
// few signals says that the two speak of one thing. Words in common fetch
// candidates, they decide nothing.
package dossier

import (
	"wiredesk"
)

// A Counter answers "how many say so": for the claims with these ids, or for
// the whole story where there are none.
type Counter func(claims []string) wiredesk.Origins

// Compile lays the readings of one story beside each other. Readings and
// assignments are in the order of story.Reports; an entity that is one across
// the reports has one id in all of them. Nothing rests on a report that was
// killed or corrected.
func Compile(story wiredesk.Story, readings []wiredesk.Reading, assignments []wiredesk.Assignment, count Counter) wiredesk.Dossier {
	t := newTable(story.ID, accounts(readings, assignments), count)
	differences := t.differences()
	d := wiredesk.Dossier{
		Story:     story.ID,
		Reports:   reports(t.accounts),
		Origins:   count(nil),
		Parties:   t.parties.list(),
		Incidents: t.incidents.list(story.ID),
		Tolls:     t.tolls(),
		Figures:   t.figures(),
		Positions: t.positions(),
		Timeline:  t.timeline(),
		Photos:    photos(t.accounts),
		Withdrawn: withdrawnLeads(t.accounts),
	}
	d.Agreements = t.agreements()
	d.Differences = append(differences, t.onlyIn()...)
	return d
}

// A table is a story on its way into a dossier.
type table struct {
	story      string
	accounts   []*account
	count      Counter
	statements []*statement
	byClaim    map[string]*statement
	parties    *parties
	incidents  *incidents
	rows       []*row
	groups     []*toll
	index      map[string][]*statement // content key -> statements, in order
	at         map[place][]*statement  // the statements that stand in a sentence
	denialOf   map[*statement]*statement
	answeredBy map[*statement]*statement
	byParty    map[*party][]*statement
	silence    map[*statement]*voice     // who gives no answer
	answered   map[*statement]*statement // what is said in its place later
	open       []*statement              // that say that nobody has claimed a deed
	claimedBy  *statement                // that claims it
	counting   map[*statement]bool       // that give a count
	against    map[[2]place]bool         // sentences that a difference sets against each other
	stale      map[place]bool            // sentences whose count no longer stands
	apart      map[pair]bool             // claims that a difference sets against each other: they never agree
}

// A place is a sentence of a report, by its number.
type place struct {
	account  *account
	sentence int
}

// A pair is two claims.
type pair struct{ a, b *statement }

// newTable reads the accounts: who speaks, what is said, what is counted.
func newTable(story string, all []*account, count Counter) *table {
	t := &table{story: story, accounts: all, count: count, byClaim: map[string]*statement{}, index: map[string][]*statement{}, at: map[place][]*statement{}, apart: map[pair]bool{}, denialOf: map[*statement]*statement{}, answeredBy: map[*statement]*statement{}, byParty: map[*party][]*statement{}, counting: map[*statement]bool{}, silence: map[*statement]*voice{}, answered: map[*statement]*statement{}, against: map[[2]place]bool{}, stale: map[place]bool{}}
	t.parties = newParties(all)
	t.statements = statements(all, t.parties)
	for _, s := range t.statements {
		t.byClaim[s.claim.ID] = s
		for n := s.first; n <= s.last; n++ {
			at := place{s.account, n}
			t.at[at] = append(t.at[at], s)
		}
		if s.voice != nil {
			t.byParty[s.voice.party.root()] = append(t.byParty[s.voice.party.root()], s)
		}
		if !s.headline {
			for _, k := range sortedKeys(s.keys) {
				t.index[k] = append(t.index[k], s)
			}
		}
	}
	t.incidents = newIncidents(all)
	t.rows = t.readRows()
	return t
}

// differences returns what the accounts say against each other, what is surest
// first. Two statements that are set against each other once are not again.
func (t *table) differences() []wiredesk.Relation {
	out := t.resolveTolls()
	for _, find := range []func() []wiredesk.Relation{t.claimings, t.contrastsNamed, t.denials, t.breaches, t.counts, t.adjacent, t.conflicts, t.reversals, t.answers, t.particulars} {
		out = append(out, find()...)
	}
	return out
}

// setApart notes that two statements are set against each other.
func (t *table) setApart(a, b *statement) {
	if a != nil && b != nil {
		t.apart[pair{a, b}], t.apart[pair{b, a}] = true, true
		t.setPlaces(a.place(), b.place())
	}
}

// setPlaces notes that two sentences are set against each other.
func (t *table) setPlaces(a, b place) {
	t.against[[2]place{a, b}], t.against[[2]place{b, a}] = true, true
}

// reports lists what the dossier rests on.
func reports(all []*account) []wiredesk.BriefReport {
	var out []wiredesk.BriefReport
	for _, a := range all {
		r := a.reading
		b := wiredesk.BriefReport{ID: r.ID, File: r.File, Outlet: r.Outlet, Published: r.Published, Status: r.Status,
			PickupOf: a.assignment.PickupOf, Shared: a.assignment.Shared, Origins: a.assignment.Origins}
		if r.Headline != nil {
			b.Headline = wiredesk.Optional(r.Headline.Text)
		}
		out = append(out, b)
	}
	return out
}

// photos lists the pictures of the reports that stand.
func photos(all []*account) []wiredesk.BriefPhoto {
	var out []wiredesk.BriefPhoto
	for _, a := range all {
		if a.withdrawn != "" {
			continue
		}
		for _, ph := range a.reading.Photos {
			out = append(out, wiredesk.BriefPhoto{Photo: ph, Report: a.reading.ID})
		}
	}
	return out
}
