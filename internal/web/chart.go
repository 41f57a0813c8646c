package web

import (
	"fmt"
	"math"
	"time"

	"wiredesk"
)

// A chart draws how the counts of one unit were given: the day across, the
// number up, one sign and colour for each origin. It adds nothing up and
// invents no bounds: "about" is a wave, an open end an arrow.
type chart struct {
	Unit   string
	Lines  []chartTick // number lines
	Days   []chartTick
	Points []chartPoint
	Height int
}

// A chartTick is a mark on an axis.
type chartTick struct {
	At   int // pixels
	Text string
}

// A chartPoint is one count.
type chartPoint struct {
	X, Y    int
	Path    string
	Class   string
	Sign    string
	Amount  string
	Dropped bool // it no longer stands
	SignY   int
	TextY   int
}

// The plot, in pixels.
const (
	plotLeft     = 44
	plotRight    = 386
	plotTop      = 14
	plotBottom   = 128
	plotHeight   = 178
	pointWide    = 26 // what one point takes up
	pointHigh    = 34
	mostPoints   = 16
	fewestPoints = 3
)

// charts draws the tallies at the head of a page: those with counts of two
// days or more, and so many that a picture tells more than the words.
func charts(all []tally, c *citer) []chart {
	var out []chart
	for _, t := range heads(all) {
		if ch, ok := draw(t, c); ok {
			out = append(out, ch)
		}
	}
	return out
}

// draw lays out one chart; ok is false where there is nothing to see in it.
func draw(t tally, c *citer) (out chart, ok bool) {
	var rows []countRow
	for i := len(t.Rows) - 1; i >= 0; i-- { // oldest first
		if r := t.Rows[i]; !r.Part && dated(r) && !c.inHeadline(r) && (r.Low != wiredesk.Open || r.High != wiredesk.Open) && len(rows) < mostPoints {
			rows = append(rows, r)
		}
	}
	first, last, most := span(rows)
	if len(rows) < fewestPoints || first.Equal(last) || most == 0 {
		return chart{}, false
	}
	top := roundUp(most)
	out = chart{Unit: t.Unit, Height: plotHeight}
	for _, n := range []int{0, top / 2, top} {
		out.Lines = append(out.Lines, chartTick{height(n, top), thousands(n)})
	}
	out.Days = days(first, last, c)
	for _, r := range rows {
		out.place(r, across(dayOf(r), first, last), top)
	}
	return out, true
}

// dated reports whether it is known when a count was given.
func dated(r countRow) bool { return !dayOf(r).IsZero() }

// dayOf is the time at which a count was given.
func dayOf(r countRow) time.Time {
	if t, err := time.Parse(time.RFC3339, string(r.Said)); err == nil {
		return t.UTC()
	}
	t, _ := time.Parse(time.DateOnly, string(r.Said))
	return t
}

// span is the first and the last day and the largest number.
func span(rows []countRow) (first, last time.Time, most int) {
	for _, r := range rows {
		d := dayOf(r).Truncate(24 * time.Hour)
		if first.IsZero() || d.Before(first) {
			first = d
		}
		if d.After(last) {
			last = d
		}
		most = max(most, level(r))
	}
	return first, last, most
}

// level is the number at which a count is drawn: where one is printed, that
// one; the lower bound of an open range.
func level(r countRow) int {
	n, ok := numberIn(r.Words)
	switch {
	case ok:
		return n
	case r.Low == wiredesk.Open:
		return int(r.High)
	case r.High == wiredesk.Open:
		return int(r.Low)
	}
	return int(r.Low+r.High) / 2
}

// roundUp is the next even number of one digit that is large enough.
func roundUp(n int) int {
	step := int(math.Pow10(int(math.Log10(float64(max(1, n))))))
	top := (n + step - 1) / step * step
	if top%2 == 1 {
		top += max(1, step)
	}
	return max(2, top)
}

// height is the pixel of a number.
func height(n, top int) int { return plotBottom - n*(plotBottom-plotTop)/top }

// across is the pixel of a time.
func across(t, first, last time.Time) int {
	return plotLeft + 14 + int(float64(plotRight-plotLeft-28)*t.Sub(first).Hours()/max(24, last.Add(24*time.Hour).Sub(first).Hours()))
}

// days are the ticks of the days, five at the most.
func days(first, last time.Time, c *citer) []chartTick {
	n := int(last.Sub(first).Hours()/24) + 1
	step := max(1, (n+4)/5)
	var out []chartTick
	for i := 0; i < n; i += step {
		d := first.AddDate(0, 0, i)
		out = append(out, chartTick{across(d.Add(12*time.Hour), first, last), c.day(wiredesk.Optional(d.Format(time.DateOnly)))})
	}
	return out
}

// place puts a count where it does not lie upon another one.
func (ch *chart) place(r countRow, x, top int) {
	if len(r.Said) <= len(time.DateOnly) {
		x += (plotRight - plotLeft) / 48
	}
	y := height(min(level(r), top), top)
	for _, p := range ch.Points {
		if p.Amount == r.Amount && p.Sign == r.Chips[0].Sign && abs(p.X-x) < pointWide {
			return
		}
	}
	for moved := true; moved; {
		moved = false
		for _, p := range ch.Points {
			if abs(p.X-x) < pointWide && abs(p.Y-y) < pointHigh {
				x, moved = p.X+pointWide, true
			}
		}
	}
	x = min(x, plotRight-10)
	ch.Points = append(ch.Points, chartPoint{X: x, Y: y, Path: glyph(r, x, y), Class: r.Chips[0].Class, Sign: r.Chips[0].Sign, Amount: r.Amount,
		Dropped: r.Status == wiredesk.RowWithdrawn || r.Status == wiredesk.RowCorrected, SignY: y + 13, TextY: y + 24})
}

// glyph is the drawing of a count: a bar, a wave for "about", an arrow for an
// open end.
func glyph(r countRow, x, y int) string {
	switch {
	case r.around:
		return fmt.Sprintf("M%d %dq4-5 8 0t8 0", x-8, y)
	case r.High == wiredesk.Open:
		return fmt.Sprintf("M%d %dh14M%d %dv-12l-3.5 4.5m3.5-4.5l3.5 4.5", x-7, y, x, y)
	case r.Low == wiredesk.Open:
		return fmt.Sprintf("M%d %dh14M%d %dv-12m-3.5 7.5l3.5 4.5l3.5-4.5", x-7, y-12, x, y)
	}
	return fmt.Sprintf("M%d %dh14", x-7, y)
}

// abs is the distance of a number from nought.
func abs(n int) int { return max(n, -n) }
