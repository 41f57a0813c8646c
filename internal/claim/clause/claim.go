package clause

import (
	"sort"

	"wiredesk"
)

// Claims finds the claim that holds a span.
type Claims struct {
	contents []content // by start, the longer first
}

// content is one part of a claim's content.
type content struct {
	span  wiredesk.Span
	claim string
}

// IndexClaims prepares the claims of a report.
func IndexClaims(claims []wiredesk.Claim) *Claims {
	x := &Claims{}
	for k := range claims {
		for _, s := range claims[k].Content {
			x.contents = append(x.contents, content{s, claims[k].ID})
		}
	}
	sort.SliceStable(x.contents, func(i, j int) bool {
		a, b := x.contents[i].span, x.contents[j].span
		return a.Start < b.Start || a.Start == b.Start && a.End > b.End
	})
	return x
}

// deepest is how many contents that begin before a span are looked through for
// one that holds it: claims nest a few levels deep, not dozens.
const deepest = 40

// Holding returns the id of the innermost claim whose content holds the span,
// "" where there is none.
func (x *Claims) Holding(s wiredesk.Span) wiredesk.Optional {
	after := sort.Search(len(x.contents), func(i int) bool { return x.contents[i].span.Start > s.Start })
	for i := after - 1; i >= max(0, after-deepest); i-- {
		if x.contents[i].span.Contains(s) {
			return wiredesk.Optional(x.contents[i].claim)
		}
	}
	return ""
}
