// Package role gives each token of a report its role in an attribution: source
// (who says it), cue (that it is said) or content (what is said), after
// PolNeAR. Each token has at most one role.
package role

import (
	"wiredesk"
	"wiredesk/internal/lang"
)

// A Role is the part that words play in an attribution.
type Role uint8

// The roles.
const (
	None Role = iota
	Source
	Cue
	Content
)

// A Label is what the model gives a token: a role, and whether a span of that
// role begins with the token. Content that opens with a quotation mark has
// labels of its own, since it is found by other signs than content that does
// not.
type Label uint8

// The labels. Each B label is followed by its I label.
const (
	Out Label = iota
	BSource
	ISource
	BCue
	ICue
	BContent
	IContent
	BQuoted
	IQuoted
	Labels = 9 // how many there are
)

// Role returns the role of the label.
func (l Label) Role() Role {
	return [Labels]Role{None, Source, Source, Cue, Cue, Content, Content, Content, Content}[l]
}

// Begins reports whether a span begins with the label.
func (l Label) Begins() bool { return l%2 == 1 }

// after returns the labels that l may stand after, as a half-open range.
func (l Label) after() (first, end Label) {
	if l == Out || l.Begins() {
		return 0, Labels
	}
	return l - 1, l + 1
}

// follows reports whether l may stand after before.
func (l Label) follows(before Label) bool {
	first, end := l.after()
	return first <= before && before < end
}

// followers are the labels that may stand after each label, in their order.
var followers = func() (out [Labels][]Label) {
	for before := range Label(Labels) {
		for l := range Label(Labels) {
			if l.follows(before) {
				out[before] = append(out[before], l)
			}
		}
	}
	return out
}()

// A Run is a run of tokens with one role.
type Run struct {
	Role        Role
	First, Last int     // half-open range of the report's tokens
	Probability float64 // the mean probability of its tokens' role
}

// Span returns the bytes of the run.
func (r Run) Span(doc *lang.Doc) wiredesk.Span { return doc.SpanOf(r.First, r.Last) }

// Runs gathers labels into runs; p holds the probability of each
// token's role.
func Runs(labels []Label, p []float32) []Run {
	var out []Run
	for i, l := range labels {
		if l == Out {
			continue
		}
		if n := len(out) - 1; !l.Begins() && n >= 0 && out[n].Last == i && out[n].Role == l.Role() {
			out[n].Last++
			out[n].Probability += float64(p[i])
			continue
		}
		out = append(out, Run{l.Role(), i, i + 1, float64(p[i])})
	}
	for i := range out {
		out[i].Probability /= float64(out[i].Last - out[i].First)
	}
	return out
}
