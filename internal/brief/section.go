package brief

import (
	"fmt"
	"slices"
	"strings"

	"wiredesk"
)

// The titles of the sections, in their order.
const (
	titleHappened   = "What happened"
	titleSays       = "Who says what"
	titleFigures    = "Figures"
	titleDiffers    = "Where the accounts differ"
	titleUnverified = "What could not be verified"
	titleReports    = "The reports themselves"
)

// sections prints all sections that have something to say.
func sections(p *printer, s *comparison) []wiredesk.Section {
	var out []wiredesk.Section
	add := func(title string, drafts []draft) {
		if section, ok := p.section(title, drafts); ok {
			out = append(out, section)
		}
	}
	news, told := happened(s.accounts, s.groups)
	add(titleHappened, news)
	add(titleSays, says(s.accounts, s.groups, told))
	if figures := figureSection(p, s.accounts, s.entries); len(figures.Sentences) > 0 {
		out = append(out, figures)
	}
	add(titleDiffers, differs(s))
	add(titleUnverified, unverified(s.facts, s.groups))
	add(titleReports, particulars(s.accounts))
	return out
}

// The bounds of the sentences on figures: leastFigures and moreFigures for each
// report, at most mostFigures. The ledger holds all of them.
const (
	leastFigures = 6
	moreFigures  = 2
	mostFigures  = 20
)

// figureSection prints the figures, those that are parts of others left out,
// and those that an account gives again, as in its headline.
func figureSection(p *printer, all []*account, es []*entry) wiredesk.Section {
	s := wiredesk.Section{Title: titleFigures}
	var lines [][]*entry
	for i, e := range es {
		if e.figure.PartOf >= 0 || !e.own || e.again(es, i) || e.pronoun() || !e.counted() && (!countable(e.figure.Unit) || e.countedBeside(es)) {
			continue
		}
		if at := slices.IndexFunc(lines, func(l []*entry) bool { return e.alike(l[0]) }); at >= 0 {
			lines[at] = append(lines[at], e)
			continue
		}
		lines = append(lines, []*entry{e})
	}
	slices.SortStableFunc(lines, func(a, b []*entry) int { return lesser(a[0]) - lesser(b[0]) })
	for _, l := range lines {
		if len(s.Sentences) == min(mostFigures, leastFigures+moreFigures*len(all)) {
			break
		}
		if printed, ok := p.try(drafts(l)...); ok {
			s.Sentences = append(s.Sentences, printed)
		}
	}
	return s
}

// alike reports whether another account gives the same figure in the same
// words, give or take the class: the same bounds, place and time.
func (e *entry) alike(o *entry) bool {
	f, g := e.figure, o.figure
	return e.account != o.account && f.Unit == g.Unit && f.Low == g.Low && f.High == g.High &&
		e.counted() && class(f) == class(g) && sameWords(f.Words, g.Words) &&
		place(f) == place(g) && window(f.Window) == window(g.Window)
}

// sameWords reports whether one of two wordings is the other one or begins as
// it: "seven" and "Seven people".
func sameWords(a, b string) bool {
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	n := min(len(x), len(y))
	return slices.Equal(x[:n], y[:n])
}

// pronoun reports whether the figure is a person named by a pronoun alone.
func (e *entry) pronoun() bool {
	return !e.counted() && dangling()[strings.ToLower(strings.TrimSpace(e.figure.Words))]
}

// countedBeside reports whether the account gives a number of the same unit.
func (e *entry) countedBeside(es []*entry) bool {
	return slices.ContainsFunc(es, func(o *entry) bool {
		return o.account == e.account && o.figure.Unit == e.figure.Unit && o.counted()
	})
}

// lesser orders figures: totals, then counts beside or out of others, then what
// holds no number.
func lesser(e *entry) int {
	switch {
	case !e.counted():
		return 2
	case !e.total():
		return 1
	}
	return 0
}

// again reports whether the account gives the same number of the same unit
// better placed, earlier or in its body rather than its headline, or gives in
// its body whatever number of what the headline says in short.
func (e *entry) again(es []*entry, at int) bool {
	for k, o := range es {
		if k == at || o.account != e.account || o.figure.Unit != e.figure.Unit {
			continue
		}
		same := o.figure.Low == e.figure.Low && o.figure.High == e.figure.High
		if e.inHeadline() && !o.inHeadline() && o.counted() || same && (e.inHeadline() && !o.inHeadline() || k < at && e.inHeadline() == o.inHeadline()) {
			return true
		}
	}
	return false
}

// inHeadline reports whether the figure stands in a headline.
func (e *entry) inHeadline() bool {
	h := e.account.reading.Headline
	return h != nil && h.Span.Contains(e.figure.Span)
}

// differs words the differences by the claims on both sides, quoted.
func differs(s *comparison) []draft {
	var out []draft
	for i, d := range s.counts {
		if i == mostCounts {
			break
		}
		out = append(out, d.draft())
	}
	for _, r := range s.differences {
		if r.Kind == wiredesk.OnlyIn || slices.ContainsFunc(s.counts, func(d figureDifference) bool { return d.relation.Note == r.Note }) {
			continue
		}
		var sides []string
		var d draft
		heard := map[string]bool{}
		for _, id := range r.Claims {
			f := s.byID[id]
			if f == nil || r.Kind == wiredesk.OneBodyTwo && heard[f.speaker()] || len(sides) == mostSides || len(f.bag) < leastSaid {
				continue
			}
			heard[f.speaker()] = true
			sides = append(sides, fmt.Sprintf("%s: %s", f.voice(), f.quotation()))
			d.citations = append(d.citations, f.cite()...)
		}
		if len(sides) > 1 {
			d.text = differTitle(r.Kind) + " — " + strings.Join(sides, " / ")
			out = append(out, d)
		}
	}
	return out
}

// voice names the speaker of a claim by words that can be cited.
func (f *fact) voice() string {
	switch outlet := string(f.account.reading.Outlet); {
	case outlet == "" && !f.attributed():
		return "report"
	case outlet == "":
		return f.speakerName()
	case !f.attributed():
		return outlet
	default:
		return f.speakerName() + " (" + outlet + ")"
	}
}

// leastSaid is the number of content words that a claim has at least to be one
// side of a difference: "it" says nothing.
const leastSaid = 2

// mostCounts bounds the differences of figures that are printed; the list of
// differences holds all of them.
const mostCounts = 8

// mostSides bounds how many claims of a difference are printed in one sentence.
const mostSides = 4

// differTitle words a kind of difference.
func differTitle(k wiredesk.RelationKind) string {
	switch k {
	case wiredesk.Contradicts:
		return "Accounts that contradict"
	case wiredesk.Supersedes:
		return "A later account supersedes the earlier"
	case wiredesk.Tension:
		return "In tension"
	case wiredesk.OneBodyTwo:
		return "Voices of the same body"
	}
	return string(k)
}

// quotation gives the content of a claim as printed, in quotation marks unless
// it has its own.
func (f *fact) quotation() string {
	words := strings.Join(strings.Fields(f.words()), " ")
	if strings.ContainsAny(words, "“”\"") {
		return closeQuotes(words)
	}
	return "“" + strings.TrimRight(words, " ,;.") + "”"
}

// unverified collects the caveats.
func unverified(all []*fact, groups [][]*fact) []draft {
	var out []draft
	for _, f := range all {
		if f.claim.Stance != wiredesk.Caveat || groups[f.group][0] != f {
			continue
		}
		d := f.narrative()
		d.citations = append(d.citations, f.others(groups)...)
		out = append(out, d)
	}
	return out
}

// particulars says of each report what its own notices say: from whom it was
// compiled, and that it is cut off.
func particulars(all []*account) []draft {
	var out []draft
	for _, a := range all {
		if a.withdrawn != "" {
			continue
		}
		for _, n := range a.reading.Notices {
			words := strings.Join(strings.Fields(n.Span.Words(a.reading.Text)), " ")
			var text string
			switch n.Kind {
			case wiredesk.NoticeCompiled:
				text = words
			case wiredesk.NoticeContinued:
				text = fmt.Sprintf("The report of %s is cut off: “%s”.", a.label(), words)
			case wiredesk.NoticeCorrection:
				text = words
			default:
				continue
			}
			out = append(out, draft{sentence(text), []wiredesk.Citation{a.cite(n.Span)}})
		}
	}
	return out
}
