package story

import "wiredesk"

// A Print is the compact fingerprint of a report that linking works on. It can
// be stored as JSON and is at most 2 KB for a report of ordinary length. It
// holds enough to link the report again and to say why in words, and no text
// longer than a word.
type Print struct {
	Report    string            `json:"report"`
	Outlet    wiredesk.Optional `json:"outlet"`
	Published wiredesk.Optional `json:"published"` // RFC 3339, or a date; null where it is not known
	Words     int               `json:"words"`     // the length of headline and body
	Terms     Terms             `json:"terms"`     // heaviest first, at most MaxTerms
	Runs      Runs              `json:"runs"`      // at most MaxRuns
	Days      []int             `json:"days"`      // days the text names, since 1970; in the order of the text
	Ages      []int             `json:"ages"`      // ages of people, in the order of the text
	Signs     []int             `json:"signs"`     // the signature of its incident; see sign
}

// Fingerprint makes the Print of one reading. It reads headline and body, and
// the whole text where no body is known. It is a pure function.
func Fingerprint(r *wiredesk.Reading) Print {
	words := read(r)
	return Print{
		Report: r.ID, Outlet: r.Outlet, Published: r.Published.Value, Words: len(words),
		Terms: terms(words), Runs: runs(words),
		Days: days(words, r.Published.Value), Ages: ages(words),
		Signs: signs(words, r.Published.Value),
	}
}

// thinBody is the length in bytes of the body below which the whole text is
// read: of a gallery or a page that was taken apart badly, captions and lines
// beside the body are all that tells the news.
const thinBody = 200

// read returns the words of headline and body in the order of the parts, each
// marked with where it stands.
func read(r *wiredesk.Reading) []word {
	var out []word
	rest := wiredesk.Span{End: len(r.Text)}
	if r.Headline != nil {
		out = scan(r.Text, r.Headline.Span)
		for i := range out {
			out[i].head = true
		}
		if r.Headline.Span.Start == 0 {
			rest.Start = r.Headline.Span.End
		}
	}
	body, length := r.Body, 0
	for _, span := range body {
		length += span.Len()
	}
	if length < thinBody {
		body = []wiredesk.Span{rest}
	}
	for _, span := range body {
		part := scan(r.Text, span)
		if len(part) > 0 {
			part[0].starts = true
		}
		out = append(out, part...)
	}
	return out
}
