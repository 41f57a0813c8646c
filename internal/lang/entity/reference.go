package entity

import (
	"slices"

	"wiredesk"
)

// references resolves descriptions and pronouns, in text order.
func (r *resolver) references() []wiredesk.Reference {
	out := r.descriptions()
	out = append(out, r.pronouns(out)...)
	slices.SortFunc(out, func(a, b wiredesk.Reference) int {
		if a.Span.Start != b.Span.Start {
			return a.Span.Start - b.Span.Start
		}
		return b.Span.End - a.Span.End
	})
	return out
}

// span returns the bytes of the tokens [first, last).
func (r *resolver) span(first, last int) wiredesk.Span {
	return wiredesk.Span{Start: r.tokens[first].Span.Start, End: r.tokens[last-1].Span.End}
}
