package web

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"wiredesk"
)

// A storyPage shows one story: the brief with its chips, and everything that
// it rests on.
type storyPage struct {
	frame
	ID      string
	Aliases []string
	Problem string
	Pending bool // no brief is compiled yet
	Members []wiredesk.ReportLine
	Acts    []wiredesk.Act
	Sheet   *sheet
}

// A sheet is a brief as it stands on a page, from top to bottom.
type sheet struct {
	Headline    string
	First       string // earliest publication
	Latest      string
	Standing    standingLine
	Gap         gap
	Heads       []tally // counts at the head of the page
	Sections    []sheetSection
	Further     []sheetSentence // sentences past what is read at one go
	Rules       []resolution
	Charts      []chart
	Odds        []clash
	Later       []string // what was replaced besides counts
	OnlyIn      []string
	Voices      []voice
	Repeated    int
	Alike       []agreement
	Apart       []agreement
	Tallies     []tally
	Background  []countRow
	Moments     []moment
	Photos      []photoCard
	Tree        []twig
	Strips      []strip
	NotPrinted  []wiredesk.NotPrinted
	LookedAt    int // of each list, before the rest is folded away
	MostMoments int
}

// A standingLine says in one line how many say so.
type standingLine struct {
	Reports, Outlets  int
	Origins           wiredesk.Origins
	Known             []mark
	Odds              int
	Withdrawn         int
	Corrected         int
	Unsure, NoOrigins bool
}

// A sheetSection is a section with chips.
type sheetSection struct {
	Title     string
	Sentences []sheetSentence
}

// A sheetSentence is a sentence with its chips.
type sheetSentence struct {
	Text  string
	Chips []chip
}

// A resolution says how the checker let words pass that are not in the quoted
// words as they stand.
type resolution struct {
	Sentence string
	Rules    []string
}

// A photoCard is a photo with its report.
type photoCard struct {
	wiredesk.BriefPhoto
	Outlet, When string
}

func (s *site) story(w http.ResponseWriter, r *http.Request) {
	view, err := s.shelf.Story(r.Context(), id(r))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if view.ID != id(r) { // an alias of a story that was merged
		target := "/story/" + view.ID
		if asJSON(r) {
			target += ".json"
		}
		http.Redirect(w, r, target, http.StatusMovedPermanently)
		return
	}
	if asJSON(r) {
		writeJSON(w, http.StatusOK, view)
		return
	}
	p := storyPage{frame: frame{Title: headlineOf(view), Here: "stories", Twin: "/story/" + view.ID + ".json"},
		ID: view.ID, Aliases: view.Aliases, Problem: string(view.Problem), Members: view.Members, Acts: view.Acts}
	if view.Brief == nil {
		p.Pending = true
	} else {
		p.Sheet = newSheet(view.Brief, view.Members, newCiter(view.Brief, s.readings(r.Context(), view.Brief), false))
		p.Sheet.Headline = p.Title
	}
	render(w, r, http.StatusOK, "story.html", p)
}

// mostReadings bounds the reports of a story whose paragraphs and claims are
// looked up for its page.
const mostReadings = 80

// readings returns the readings of a brief's reports. One that cannot be had
// costs its paragraph numbers and speakers, never the page.
func (s *site) readings(ctx context.Context, b *wiredesk.Brief) map[string]*wiredesk.Reading {
	out := map[string]*wiredesk.Reading{}
	for i, r := range b.Reports {
		if i == mostReadings {
			break
		}
		if v, err := s.shelf.Report(ctx, r.ID); err == nil && v.Reading != nil {
			out[r.ID] = v.Reading
		}
	}
	return out
}

// newSheet lays out a brief. Members, the reports as the desk lists them, may
// be nil.
func newSheet(b *wiredesk.Brief, members []wiredesk.ReportLine, c *citer) *sheet {
	s := &sheet{Headline: b.Headline, Gap: gapIn(b, c), NotPrinted: b.NotPrinted, Moments: c.moments(b),
		Tallies: tallies(b, c), Odds: clashes(b.Differences, c), LookedAt: lookedAt, MostMoments: mostMoments}
	s.Heads, s.Charts = heads(s.Tallies), charts(s.Tallies, c)
	fate := fates(b, members, c)
	s.Tree = tree(b, members, fate, c)
	s.Strips = strips(s.Tree, s.Tallies)
	s.Standing = newStanding(b, s, fate)
	s.Voices, s.Repeated = voices(b, s.Odds, c)
	s.Alike, s.Apart = agreements(b, c)
	s.dates(b)
	s.prose(b, c)
	for _, d := range b.Differences {
		switch {
		case d.Kind == wiredesk.OnlyIn:
			s.OnlyIn = append(s.OnlyIn, d.Note)
		case d.Kind == wiredesk.Supersedes && d.Particular != "number": // counts say it themselves
			s.Later = append(s.Later, d.Note)
		}
	}
	for _, r := range b.Reports {
		if reading := c.readings[r.ID]; reading != nil && !fate[r.ID].StandsNoMore() {
			s.Background = append(s.Background, c.background(reading)...)
		}
	}
	for _, ph := range b.Photos {
		s.Photos = append(s.Photos, photoCard{ph, outlet(c.reports[ph.Report].Outlet), c.day(ph.Date)})
	}
	return s
}

// dates says between which days the reports lie.
func (s *sheet) dates(b *wiredesk.Brief) {
	first, latest := "", ""
	for _, r := range b.Reports {
		v := string(r.Published.Value)
		if v != "" && (first == "" || v < first) {
			first = v
		}
		latest = max(latest, v)
	}
	if first != "" {
		s.First, s.Latest = when(dateOf(first)), when(latest)
	}
}

// dateOf is the date of a time.
func dateOf(iso string) string { return iso[:min(len(iso), len("2006-01-02"))] }

// newStanding says how many say so.
func newStanding(b *wiredesk.Brief, s *sheet, fate map[string]fate) standingLine {
	l := standingLine{Reports: len(b.Reports), Outlets: b.Outlets, Origins: b.Origins, Odds: len(s.Odds),
		Unsure: len(b.Origins.Perhaps) > 0 || b.Origins.Unknown > 0, NoOrigins: len(b.Origins.Known)+len(b.Origins.Perhaps) == 0}
	signs := signsOf(b.Reports)
	for _, o := range b.Origins.Known {
		name := plainName(wiredesk.BriefReport{Outlet: wiredesk.Optional(o)})
		l.Known = append(l.Known, mark{signs[name], originClass(o, b.Origins.Known), o})
	}
	for _, f := range fate {
		if f.Withdrawn {
			l.Withdrawn++
		}
		if f.Corrects {
			l.Corrected++
		}
	}
	return l
}

// proseWords is the number of words that are read at one go; sentences past it
// are folded away.
const proseWords = 330

// prose lays out the sentences of the brief.
func (s *sheet) prose(b *wiredesk.Brief, c *citer) {
	words := 0
	for _, sec := range b.Sections {
		out := sheetSection{Title: sec.Title}
		for _, sen := range sec.Sentences {
			n := sheetSentence{sen.Text, c.chips(sen.Citations)}
			if len(sen.Rules) > 0 {
				s.Rules = append(s.Rules, resolution{shorten(sen.Text, longestRule), slices.Clone(sen.Rules)})
			}
			if words += len(strings.Fields(sen.Text)); words > proseWords {
				s.Further = append(s.Further, n)
				continue
			}
			out.Sentences = append(out.Sentences, n)
		}
		if len(out.Sentences) > 0 {
			s.Sections = append(s.Sections, out)
		}
	}
}

// longestRule is the number of characters by which a sentence is known again.
const longestRule = 60

// background lays out the figures of a report that are of other matters.
func (c *citer) background(r *wiredesk.Reading) []countRow {
	var out []countRow
	for _, f := range r.Background {
		out = append(out, c.figureRow(r, f))
	}
	return out
}

// figureRow lays out one figure of a report.
func (c *citer) figureRow(r *wiredesk.Reading, f wiredesk.Figure) countRow {
	row := c.countRow(wiredesk.TollRow{Low: f.Low, High: f.High, Words: f.Words, Chain: chainOf(r, f), Place: f.Place, Window: f.Window,
		Report: r.ID, Span: f.Span, PartOf: f.PartOf, Replaces: -1})
	row.Unit, row.around = string(f.Unit), f.Approximate
	row.Amount = amount(f.Words, f.Low, f.High, f.Approximate)
	return row
}

// chainOf returns the claimant of a figure of a report, nil where none is known.
func chainOf(r *wiredesk.Reading, f wiredesk.Figure) []string {
	for _, c := range r.Claims {
		if c.ID == string(f.Claim) {
			return c.Chain
		}
	}
	return nil
}
