package web

import (
	"slices"
	"sort"

	"wiredesk"
)

// A line is one line of a report's text as the page shows it.
type line struct {
	Number    int    // of the body paragraph, 0 for what is not body
	Kind      string // "body", "headline", or what the notice says it is
	Fragments []fragment
}

// A fragment is a run of a line. All of it is text: the template escapes it.
type fragment struct {
	Text    string
	ID      string // anchor, "" for none
	Claims  []int  // numbers of the claims whose content it is part of
	Figure  bool
	Target  bool // the words that the reader came for
	Opens   []int
	Anchors []string
}

// A highlighter cuts a report's text into lines and fragments.
type highlighter struct {
	reading *wiredesk.Reading
	target  wiredesk.Span
	anchors []wiredesk.Citation // words that are cited from the same page
}

// lines lays out the whole text. Lines that hold nothing are left out; nothing
// else is.
func (h highlighter) lines() []line {
	var out []line
	text := h.reading.Text
	for from := 0; from < len(text); {
		to := from
		for to < len(text) && text[to] != '\n' {
			to++
		}
		for _, s := range h.paragraphs(wiredesk.Span{Start: from, End: to}) {
			if l := h.line(s); len(l.Fragments) > 0 {
				out = append(out, l)
			}
		}
		from = to + 1
	}
	return out
}

// paragraphs splits a line of text where a body paragraph begins or ends
// inside it.
func (h highlighter) paragraphs(s wiredesk.Span) []wiredesk.Span {
	cuts := []int{s.Start}
	for _, p := range h.reading.Body {
		for _, c := range []int{p.Start, p.End} {
			if s.Start < c && c < s.End {
				cuts = append(cuts, c)
			}
		}
	}
	cuts = append(cuts, s.End)
	slices.Sort(cuts)
	var out []wiredesk.Span
	for i := 1; i < len(cuts); i++ {
		if cuts[i-1] < cuts[i] {
			out = append(out, wiredesk.Span{Start: cuts[i-1], End: cuts[i]})
		}
	}
	return out
}

// line lays out one line.
func (h highlighter) line(s wiredesk.Span) line {
	l := line{Kind: "aside"}
	for i, p := range h.reading.Body {
		if p.Overlaps(s) {
			l.Kind, l.Number = "body", i+1
		}
	}
	if hd := h.reading.Headline; hd != nil && hd.Span.Overlaps(s) {
		l.Kind, l.Number = "headline", 0
	}
	for _, n := range h.reading.Notices {
		if n.Span.Overlaps(s) && l.Kind == "aside" {
			l.Kind = string(n.Kind)
		}
	}
	l.Fragments = h.fragments(s)
	return l
}

// fragments cuts a line at every boundary of a claim, a figure, the target or
// an anchor.
func (h highlighter) fragments(s wiredesk.Span) []fragment {
	cuts := h.cuts(s)
	var out []fragment
	for i := 1; i < len(cuts); i++ {
		f := h.fragment(wiredesk.Span{Start: cuts[i-1], End: cuts[i]})
		if f.Text != "" {
			out = append(out, f)
		}
	}
	return out
}

// cuts returns the offsets at which a line is cut, its ends among them.
func (h highlighter) cuts(s wiredesk.Span) []int {
	cuts := []int{s.Start, s.End}
	add := func(t wiredesk.Span) {
		for _, c := range []int{t.Start, t.End} {
			if s.Start < c && c < s.End {
				cuts = append(cuts, c)
			}
		}
	}
	for _, c := range h.reading.Claims {
		for _, t := range c.Content {
			add(t)
		}
	}
	for _, f := range h.reading.Figures {
		add(f.Span)
	}
	add(h.target)
	for _, a := range h.anchors {
		add(a.Span)
	}
	sort.Ints(cuts)
	return slices.Compact(cuts)
}

// fragment describes the run between two cuts.
func (h highlighter) fragment(s wiredesk.Span) fragment {
	f := fragment{Text: s.Words(h.reading.Text), Target: h.target.Overlaps(s)}
	if f.Target && h.target.Start == s.Start {
		f.ID = "words"
	}
	for i, c := range h.reading.Claims {
		if c.Kind == wiredesk.Narrated {
			continue
		}
		for k, t := range c.Content {
			if t.Overlaps(s) {
				f.Claims = append(f.Claims, i+1)
				if k == 0 && t.Start == s.Start {
					f.Opens = append(f.Opens, i+1)
				}
			}
		}
	}
	for _, fig := range h.reading.Figures {
		f.Figure = f.Figure || fig.Span.Overlaps(s)
	}
	for _, a := range h.anchors {
		if a.Span.Start == s.Start {
			f.Anchors = append(f.Anchors, anchor(a.Report, a.Span))
		}
	}
	f.Anchors = slices.Compact(f.Anchors)
	return f
}
