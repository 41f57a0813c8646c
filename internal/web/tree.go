package web

import (
	"slices"
	"strings"
	"unicode"

	"wiredesk"
)

// A twig is a report with those that carry its text.
type twig struct {
	mark
	wiredesk.BriefReport
	Marks    []mark // the outlets that it says it may rest on
	Href     string
	When     string
	Fate     fate
	Source   string // whose text it carries, "" for none
	Compared bool   // Adds and Drops are known
	Adds     int    // sentences that are not in the text that it carries
	Drops    int    // sentences of that text that it leaves out
	Perhaps  []string
	Unknown  bool // nobody knows what it rests on
	Carriers []twig
}

// A fate is what became of a report.
type fate struct {
	Withdrawn bool   // it must not be used
	Notice    bool   // it is the notice that withdraws another
	Corrects  bool   // it corrects another
	Replaced  bool   // a later one took its place
	Withheld  bool   // it is under embargo
	By        string // the report that withdrew or replaced it, "" where that is not known
	ByHref    string
	ByWhen    string
}

// standsNoMore reports whether nothing may rest on the report.
func (f fate) StandsNoMore() bool { return f.Withdrawn || f.Replaced }

// fates says what became of each report, by id. Members may be nil, where only
// a brief is at hand.
func fates(b *wiredesk.Brief, members []wiredesk.ReportLine, c *citer) map[string]fate {
	out := map[string]fate{}
	for _, r := range b.Reports {
		out[r.ID] = fateOf(r.Status, c.readings[r.ID])
	}
	notices := map[string]bool{}
	for _, m := range members {
		f := fateOf(m.Status, c.readings[m.ID])
		if m.Superseded != "" {
			f.Replaced = true
			f = c.by(f, string(m.Superseded), members)
		}
		if m.Withdrawn != "" {
			notices[string(m.Withdrawn)] = true
			f.Withdrawn = true
			f = c.by(f, string(m.Withdrawn), members)
		}
		out[m.ID] = f
	}
	for id := range notices {
		f := out[id]
		f.Notice, f.Withdrawn = true, false
		out[id] = f
	}
	return out
}

// fateOf is what a report itself says of its fate. A report whose text is a
// notice that withdraws another is not withdrawn itself.
func fateOf(status wiredesk.Status, r *wiredesk.Reading) fate {
	notice := r != nil && r.Replaces != "" && slices.ContainsFunc(r.Notices, func(n wiredesk.Notice) bool { return n.Kind == wiredesk.NoticeKill })
	return fate{Withdrawn: status == wiredesk.Killed && !notice, Notice: status == wiredesk.Killed && notice,
		Corrects: status == wiredesk.Correction, Withheld: status == wiredesk.Withheld}
}

// by fills in which report decided a fate.
func (c *citer) by(f fate, id string, members []wiredesk.ReportLine) fate {
	f.By, f.ByHref = id, c.reportHref(id)
	for _, m := range members {
		if m.ID == id {
			f.ByWhen = c.day(m.Published.Value)
		}
	}
	return f
}

// tree lays out the reports as a tree of who carries whose text, with those
// that the desk keeps but does not use.
func tree(b *wiredesk.Brief, members []wiredesk.ReportLine, fate map[string]fate, c *citer) []twig {
	reports := slices.Clone(b.Reports)
	for _, m := range members {
		if !slices.ContainsFunc(reports, func(r wiredesk.BriefReport) bool { return r.ID == m.ID }) && fate[m.ID].Replaced {
			r := wiredesk.BriefReport{ID: m.ID, Outlet: m.Outlet, Headline: m.Headline, Published: m.Published, Status: m.Status}
			if m.Assignment != nil {
				r.Origins = m.Assignment.Origins
			}
			reports = append(reports, r)
		}
	}
	slices.SortStableFunc(reports, byTime)
	known := map[string]bool{}
	for _, r := range reports {
		known[r.ID] = true
	}
	carriers := map[string][]wiredesk.BriefReport{}
	var roots []wiredesk.BriefReport
	for _, r := range reports {
		if p := string(r.PickupOf); p != "" && p != r.ID && known[p] {
			carriers[p] = append(carriers[p], r)
		} else {
			roots = append(roots, r)
		}
	}
	g := grower{c: c, all: b.Origins.Known, signs: signsOf(reports), fate: fate, carriers: carriers, done: map[string]bool{}}
	var out []twig
	for _, r := range roots {
		out = append(out, g.twig(r))
	}
	for _, r := range reports { // a circle of carriers has no root
		if !g.done[r.ID] {
			out = append(out, g.twig(r))
		}
	}
	return out
}

// byTime orders reports by publication; those without a date come last.
func byTime(a, b wiredesk.BriefReport) int {
	x, y := string(a.Published.Value), string(b.Published.Value)
	switch {
	case x == y:
		return 0
	case x == "" || y != "" && x > y:
		return 1
	}
	return -1
}

// A grower makes the twigs of a tree.
type grower struct {
	c        *citer
	all      []string
	signs    map[string]string
	fate     map[string]fate
	carriers map[string][]wiredesk.BriefReport
	done     map[string]bool
}

// twig lays out a report with its carriers.
func (g grower) twig(r wiredesk.BriefReport) twig {
	g.done[r.ID] = true
	t := twig{mark: mark{g.signs[plainName(r)], classOf(r.Origins, g.all), outlet(r.Outlet)}, BriefReport: r, Href: g.c.reportHref(r.ID),
		When: g.c.day(r.Published.Value), Fate: g.fate[r.ID], Perhaps: r.Origins.Perhaps, Unknown: len(r.Origins.Known)+len(r.Origins.Perhaps) == 0}
	if r.PickupOf != "" {
		t.Source = g.c.markOf(string(r.PickupOf)).Name
		t.Adds, t.Drops, t.Compared = g.c.difference(string(r.PickupOf), r.ID)
	}
	for _, k := range g.carriers[r.ID] {
		if !g.done[k.ID] {
			t.Carriers = append(t.Carriers, g.twig(k))
		}
	}
	return t
}

// difference counts the sentences that a carrier adds to the text that it
// carries and leaves out of it. A sentence whose words mostly stand in the
// other text, under another dateline or cut, is neither.
func (c *citer) difference(source, carrier string) (adds, drops int, ok bool) {
	a, b := c.readings[source], c.readings[carrier]
	if a == nil || b == nil {
		return 0, 0, false
	}
	return strange(b, a), strange(a, b), true
}

// strange counts the sentences of a report's body that do not stand in another.
func strange(r, other *wiredesk.Reading) int {
	known := map[[runWords]string]bool{}
	for _, g := range runs(other.Text) {
		known[g] = true
	}
	n := 0
	for _, s := range r.Sentences {
		if paragraph(r, s) == 0 {
			continue
		}
		all, found := runs(s.Words(r.Text)), 0
		for _, g := range all {
			if known[g] {
				found++
			}
		}
		if len(all) > 0 && 2*found < len(all) {
			n++
		}
	}
	return n
}

// runWords is the number of words in a row by which texts are compared.
const runWords = 3

// runs are the runs of words of a text.
func runs(text string) [][runWords]string {
	words := strings.FieldsFunc(wiredesk.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var out [][runWords]string
	for i := 0; i+runWords <= len(words); i++ {
		out = append(out, [runWords]string(words[i:i+runWords]))
	}
	return out
}

// A strip tells of one report that was withdrawn, replaced or held back.
type strip struct {
	twig
	Counts []countRow // counts that fell with it
}

// strips lays out what no longer stands, with the counts that fell with it.
func strips(twigs []twig, tallies []tally) []strip {
	var out []strip
	var walk func([]twig)
	walk = func(ts []twig) {
		for _, t := range ts {
			if t.Fate.StandsNoMore() || t.Fate.Withheld {
				s := strip{twig: t}
				for _, y := range tallies {
					for _, r := range y.Rows {
						if r.Report == t.ID {
							s.Counts = append(s.Counts, r)
						}
					}
				}
				out = append(out, s)
			}
			walk(t.Carriers)
		}
	}
	walk(twigs)
	return out
}
