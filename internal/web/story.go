package web

import (
	"context"
	"net/http"
	"slices"

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

// A sheet is a brief as it stands on a page.
type sheet struct {
	Headline   string
	Badge      countBadge
	First      string // earliest publication
	Latest     string
	Tensions   []pair
	Sections   []sheetSection
	Charts     []chart
	Figures    []figureRow
	Background []figureRow // of other matters than the story's own
	Matrix     matrix
	OnlyIn     []wiredesk.Relation
	Relations  []wiredesk.Relation // all others
	Timeline   []moment
	Photos     []photoCard
	Groups     []originGroup
	Origins    wiredesk.Origins
	NotPrinted []wiredesk.NotPrinted
	Withdrawn  int
}

// A sheetSection is a section with chips.
type sheetSection struct {
	Title     string
	Sentences []sheetSentence
}

// A sheetSentence is a sentence with its chips and the resolutions that the
// checker accepted.
type sheetSentence struct {
	Text  string
	Chips []chip
	Rules []string
}

// A figureRow is a row of the figure ledger.
type figureRow struct {
	wiredesk.BriefFigure
	Bounds, Place, Window string
	Part                  bool
	Chip                  chip
}

// A moment is an entry of the timeline.
type moment struct {
	When, Text string
	Chips      []chip
}

// A photoCard is a photo with its report.
type photoCard struct {
	wiredesk.BriefPhoto
	Outlet string
}

// A pair is two sides of a tension or contradiction.
type pair struct {
	Kind, Note string
	Sides      []side
}

// A side is one claim of a pair with its chain.
type side struct {
	Words string
	Chain []string
	Chips []chip
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
	p := storyPage{frame: frame{Title: view.Headline, Here: "stories", Twin: "/story/" + view.ID + ".json"},
		ID: view.ID, Aliases: view.Aliases, Problem: string(view.Problem), Members: view.Members, Acts: view.Acts}
	if view.Brief == nil {
		p.Pending = true
	} else {
		p.Sheet = newSheet(view.Brief, newCiter(view.Brief, s.readings(r.Context(), view.Brief), false))
	}
	render(w, http.StatusOK, "story.html", p)
}

// mostReadings bounds the reports of a story whose paragraphs and claims are
// looked up for its page.
const mostReadings = 80

// readings returns the readings of a brief's reports. One that cannot be had
// costs its paragraph numbers and matrix cells, never the page.
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

// newSheet lays out a brief.
func newSheet(b *wiredesk.Brief, c *citer) *sheet {
	s := &sheet{Headline: b.Headline, Badge: badge(b.Outlets, b.Origins), Origins: b.Origins, NotPrinted: b.NotPrinted,
		Charts: charts(b.Figures, c.letters), Matrix: newMatrix(b, c), Groups: byOrigin(b, c)}
	for _, r := range b.Reports {
		v := string(r.Published.Value)
		if v != "" && (s.First == "" || v < s.First) {
			s.First = v
		}
		s.Latest = max(s.Latest, v)
		if r.Status == wiredesk.Killed {
			s.Withdrawn++
		}
	}
	for _, sec := range b.Sections {
		out := sheetSection{Title: sec.Title}
		for _, sen := range sec.Sentences {
			out.Sentences = append(out.Sentences, sheetSentence{sen.Text, c.chips(sen.Citations), sen.Rules})
		}
		s.Sections = append(s.Sections, out)
	}
	for _, f := range b.Figures {
		s.Figures = append(s.Figures, newFigureRow(f, c))
	}
	for _, r := range b.Reports {
		if reading := c.readings[r.ID]; reading != nil && r.Status != wiredesk.Killed {
			s.Background = append(s.Background, c.background(reading)...)
		}
	}
	for _, m := range b.Timeline {
		s.Timeline = append(s.Timeline, moment{span(m.From, m.To), m.Text, c.chips(m.Citations)})
	}
	for _, ph := range b.Photos {
		s.Photos = append(s.Photos, photoCard{ph, outlet(c.reports[ph.Report].Outlet)})
	}
	s.relations(b, c)
	return s
}

// relations sorts the relations into what the page shows apart.
func (s *sheet) relations(b *wiredesk.Brief, c *citer) {
	claims := c.claims()
	for _, r := range b.Differences {
		switch r.Kind {
		case wiredesk.OnlyIn:
			s.OnlyIn = append(s.OnlyIn, r)
		case wiredesk.Tension, wiredesk.Contradicts:
			s.Tensions = append(s.Tensions, newPair(r, claims, c))
		default:
			s.Relations = append(s.Relations, r)
		}
	}
	s.Relations = append(append([]wiredesk.Relation{}, b.Agreements...), s.Relations...)
}

// mostSides bounds the claims that are shown of one difference.
const mostSides = 4

// newPair lays out the claims of a difference side by side.
func newPair(r wiredesk.Relation, claims map[string]saying, c *citer) pair {
	p := pair{Kind: string(r.Kind), Note: r.Note}
	for _, id := range r.Claims {
		s, ok := claims[id]
		if !ok || len(s.claim.Content) == 0 || len(p.Sides) == mostSides {
			continue
		}
		hull := wiredesk.Span{Start: s.claim.Content[0].Start, End: s.claim.Content[len(s.claim.Content)-1].End}
		p.Sides = append(p.Sides, side{s.words(), s.claim.Chain,
			[]chip{c.chip(wiredesk.Citation{Report: s.reading.ID, Span: hull, Quote: hull.Words(s.reading.Text)})}})
	}
	return p
}

// newFigureRow lays out one figure.
func newFigureRow(f wiredesk.BriefFigure, c *citer) figureRow {
	row := figureRow{BriefFigure: f, Bounds: bounds(f.Figure), Place: "not stated", Window: "not stated", Part: f.PartOf >= 0,
		Chip: c.chip(wiredesk.Citation{Report: f.Report, Span: f.Span, Quote: f.Words})}
	if f.Place != nil {
		row.Place = f.Place.Name + " (" + string(f.Place.Precision) + ")"
	}
	if w := f.Window; w != nil && (w.From != "" || w.To != "") {
		row.Window = span(string(w.From), string(w.To))
	}
	return row
}

// background lays out the figures of a report that are of other matters.
func (c *citer) background(r *wiredesk.Reading) []figureRow {
	var out []figureRow
	for _, f := range r.Background {
		out = append(out, newFigureRow(wiredesk.BriefFigure{Figure: f, Report: r.ID, Chain: chainOf(r, f)}, c))
	}
	return out
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

// span words an inclusive range of dates.
func span(from, to string) string {
	switch {
	case from == to || to == "":
		return when(from)
	case from == "":
		return "until " + when(to)
	}
	return when(from) + " to " + when(to)
}

// An originGroup is the reports that rest on one origin.
type originGroup struct {
	Origin  string
	Reports []originReport
}

// An originReport is a report in the list by origin.
type originReport struct {
	wiredesk.BriefReport
	Letter, Class, Name, PickupName, Href string
}

// byOrigin groups the reports by what they are known to rest on.
func byOrigin(b *wiredesk.Brief, c *citer) []originGroup {
	var out []originGroup
	for _, r := range b.Reports {
		name := originName(r.Origins)
		i := slices.IndexFunc(out, func(g originGroup) bool { return g.Origin == name })
		if i < 0 {
			out = append(out, originGroup{Origin: name})
			i = len(out) - 1
		}
		o := originReport{BriefReport: r, Letter: c.letters[r.ID], Class: colour(c.letters[r.ID]), Name: outlet(r.Outlet), Href: c.reportHref(r.ID)}
		if r.PickupOf != "" {
			o.PickupName = c.name(string(r.PickupOf))
		}
		out[i].Reports = append(out[i].Reports, o)
	}
	return out
}
