package web

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"

	"wiredesk"
)

// A chart draws the figures of one unit as ranges, one row a figure. It never
// adds anything up: places and windows differ, and each row says which.
type chart struct {
	Unit   string
	Height int // in pixels; the width is 320
	Rows   []chartRow
	Ticks  []chartTick
}

// A chartRow is one figure. Open ends are drawn as arrows.
type chartRow struct {
	Y        int // of the label's base line
	Label    string
	Words    string
	From, To int // of the bar, in pixels
	Mid      int
	TextX    int
	Anchor   string // "start", or "end" where the words would leave the picture
	OpenUp, OpenDown,
	Around bool // "some", "about"
	Letter string
	Class  string // colour of the report: "a" to "d"
	Arrow  string // path of an open end
}

// A chartTick is a mark on the axis.
type chartTick struct {
	X    int
	Text string
}

const (
	chartWidth = 180 // pixels from 0 to the largest bound
	chartRowPx = 44
	chartMost  = 14 // rows of one chart
	chartFirst = 4  // of them the earliest, where there are more
	letterPx   = 6  // width of a letter, on the wide side
)

// charts draws the figures by unit, those with most rows first. Parts of
// others, additions and single people are left to the table.
func charts(figures []wiredesk.BriefFigure, letter map[string]string) []chart {
	units := map[wiredesk.Unit][]wiredesk.BriefFigure{}
	var order []wiredesk.Unit
	for _, f := range figures {
		if f.PartOf >= 0 || f.Scope == wiredesk.ScopeNew || f.Low == wiredesk.Open && f.High == wiredesk.Open || single(f) || given(units[f.Unit], f) {
			continue
		}
		if units[f.Unit] == nil {
			order = append(order, f.Unit)
		}
		units[f.Unit] = append(units[f.Unit], f)
	}
	sort.SliceStable(order, func(i, j int) bool { return len(units[order[i]]) > len(units[order[j]]) })
	var out []chart
	for _, u := range order {
		if len(units[u]) > 1 { // a single figure needs no picture
			out = append(out, draw(u, units[u], letter))
		}
	}
	return out
}

// single reports whether a figure is one person or thing that is no count of
// its own: "the driver", "he".
func single(f wiredesk.BriefFigure) bool {
	words := strings.Fields(strings.ToLower(f.Words))
	return f.Low == 1 && f.High == 1 && !slices.Contains(words, "one") && !slices.Contains(words, "1")
}

// given reports whether a row shows the figure already: the same bounds, place
// and time by the same claimant, or what the same report printed before.
func given(rows []wiredesk.BriefFigure, f wiredesk.BriefFigure) bool {
	return slices.ContainsFunc(rows, func(g wiredesk.BriefFigure) bool {
		return g.Low == f.Low && g.High == f.High && (g.Report == f.Report || scopeLabel(g) == scopeLabel(f))
	})
}

// draw lays out one chart.
func draw(unit wiredesk.Unit, figures []wiredesk.BriefFigure, letter map[string]string) chart {
	if n := len(figures); n > chartMost { // where matters stood first, and where they stand now
		figures = append(slices.Clone(figures[:chartFirst]), figures[n-chartMost+chartFirst:]...)
	}
	largest := 1.0
	for _, f := range figures {
		largest = max(largest, float64(f.Low), float64(f.High))
	}
	c := chart{Unit: string(unit), Height: len(figures)*chartRowPx + 24}
	x := func(b wiredesk.Bound) int { return int(math.Round(float64(b) / largest * chartWidth)) }
	for i, f := range figures {
		c.Rows = append(c.Rows, row(i, f, x, letter))
	}
	for _, t := range []float64{0, 0.5, 1} {
		c.Ticks = append(c.Ticks, chartTick{int(t * chartWidth), fmt.Sprint(int(math.Round(t * largest)))})
	}
	return c
}

// row lays out one figure.
func row(i int, f wiredesk.BriefFigure, x func(wiredesk.Bound) int, letter map[string]string) chartRow {
	r := chartRow{Y: i*chartRowPx + 12, Label: scopeLabel(f), Words: "“" + f.Words + "”", Around: f.Approximate, Letter: letter[f.Report]}
	r.Class = colour(r.Letter)
	low, high := f.Low, f.High
	if low == wiredesk.Open {
		low, r.OpenDown = 0, true
	}
	if high == wiredesk.Open {
		high, r.OpenUp = low, true
	}
	r.From, r.To = x(low), max(x(high), x(low)+3)
	r.TextX = r.To + 8
	mid := r.Y + 14
	r.Mid = mid
	if r.OpenUp {
		r.Arrow = fmt.Sprintf("M%d %dv12M%d %dh30l-5-4m5 4l-5 4", r.From, mid-6, r.From, mid)
		r.TextX = r.From + 38
	}
	r.Anchor = "start"
	if r.TextX+len([]rune(r.Words))*letterPx > 320 {
		r.Anchor, r.TextX = "end", r.From-6
	}
	return r
}

// scopeLabel says what a figure counts: place, window and claimant.
func scopeLabel(f wiredesk.BriefFigure) string {
	parts := []string{"place not stated", "time not stated"}
	if f.Place != nil {
		parts[0] = f.Place.Name
	}
	if w := f.Window; w != nil && w.From != "" {
		parts[1] = when(w.From)
		if w.To != w.From && w.To != "" {
			parts[1] += " to " + when(w.To)
		}
	}
	if len(f.Chain) > 0 {
		parts = append(parts, f.Chain[0])
	}
	return shorten(strings.Join(parts, " · "), 52)
}

// colours is the number of colours for reports; a letter always goes with one.
const colours = 4

// colour picks the colour of a report by its letter.
func colour(letter string) string {
	n := 0
	for _, c := range letter {
		n += int(c)
	}
	return string(rune('a' + n%colours))
}
