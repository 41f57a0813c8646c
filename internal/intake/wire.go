package intake

import (
	"fmt"
	"strings"

	"wiredesk"
	"wiredesk/internal/intake/fields"
	"wiredesk/internal/intake/fieldxml"
	"wiredesk/internal/intake/jsonl"
	"wiredesk/internal/intake/markup"
	"wiredesk/internal/intake/newsml"
	"wiredesk/internal/intake/ninjs"
	"wiredesk/internal/intake/nitf"
	"wiredesk/internal/intake/pattern"
	"wiredesk/internal/intake/teleprinter"
	"wiredesk/internal/intake/text"
)

// broken returns the result of a wire item that cannot be read.
func broken(in Input, reason string, meaning error) Result {
	return Result{Problems: []*wiredesk.Problem{{Input: in.name(), Reason: "the wire item cannot be read (" + reason + ")",
		Advice: "ask the agency, or give its text as plain text", Err: meaning}}}
}

// item adds the report of one wire item, or says why there is none.
func (res *Result) item(name string, r wiredesk.Report, cut bool) {
	if strings.TrimSpace(r.Text) == "" {
		res.Problems = append(res.Problems, &wiredesk.Problem{Input: name, Reason: "the item holds no text",
			Advice: "none is needed: pictures and signals without words are not reports", Err: wiredesk.ErrInvalid})
		return
	}
	res.Reports = append(res.Reports, r)
	if cut {
		res.Problems = append(res.Problems, &wiredesk.Problem{Input: name, Reason: "the item is longer than 500 KB and was cut",
			Advice: "ask the agency for its parts", Err: wiredesk.ErrRefused})
	}
}

// parseNITF reads a NITF document.
func parseNITF(in Input, doc string) (res Result) {
	if reason := markup.Check(doc); reason != "" {
		return broken(in, reason, wiredesk.ErrRefused)
	}
	d, err := nitf.Parse(doc)
	if err != nil {
		return broken(in, err.Error(), wiredesk.ErrInvalid)
	}
	r, cut := d.Report()
	res.item(in.name(), r, cut)
	return res
}

// parseNewsML reads the items of a message.
func parseNewsML(in Input, doc string) (res Result) {
	if reason := markup.Check(doc); reason != "" {
		return broken(in, reason, wiredesk.ErrRefused)
	}
	items, err := newsml.Parse(doc)
	if err != nil {
		return broken(in, err.Error(), wiredesk.ErrInvalid)
	}
	for i, it := range items {
		name := in.name()
		if len(items) > 1 {
			name = fmt.Sprintf("%s, item %d", name, i+1)
		}
		if i == newsml.MaxItems {
			res.Problems = append(res.Problems, &wiredesk.Problem{Input: name, Reason: "the message has more than 5,000 items; the rest was left out",
				Advice: "split it", Err: wiredesk.ErrRefused})
			break
		}
		// A message mixes text with pictures and signals, which need no words.
		if r, cut := it.Report(); len(items) == 1 || r.Text != "" {
			res.item(name, r, cut)
		}
	}
	if len(res.Reports) == 0 && len(res.Problems) == 0 {
		return broken(in, "none of its items holds text", wiredesk.ErrInvalid)
	}
	return res
}

// parseNinjs reads a ninjs item.
func parseNinjs(in Input, doc string) (res Result) {
	items, err := ninjs.Parse(strings.TrimLeft(doc, "\ufeff"))
	if err != nil {
		return broken(in, err.Error(), wiredesk.ErrInvalid)
	}
	for i, d := range items {
		r, cut := d.Report()
		res.item(in.part(i, len(items), "item"), r, cut)
	}
	return res
}

// parseOldWire reads a message of a teleprinter.
func parseOldWire(in Input, doc string) (res Result) {
	r, cut := teleprinter.Parse(strings.TrimLeft(doc, "\ufeff \t\r\n")).Report()
	res.item(in.name(), r, cut)
	return res
}

// leastWords is the number of words below which XML of no known vocabulary is no
// report but a list of codes and addresses.
const leastWords = 8

// wordForm matches a word of running text.
var wordForm = pattern.Lazy(`(?:^|[\s("“‘])\pL{2,}[,.;:!?)"”’]?(?:$|\s)`)

// parseXML reads XML in a vocabulary that intake does not know: by the names of
// its elements, or, where they say nothing, its words with the marks left out.
func parseXML(in Input, doc string) (res Result) {
	if reason := markup.Check(doc); reason != "" {
		return broken(in, reason, wiredesk.ErrRefused)
	}
	items := fieldxml.Parse(doc)
	for i, it := range items {
		r, cut := it.Report()
		res.item(in.part(i, len(items), "item"), r, cut)
	}
	if len(items) > 0 {
		return res
	}
	var a text.Article
	words := 0
	for _, p := range markup.Paragraphs(markup.UTF8(doc)) {
		a.Paragraphs = append(a.Paragraphs, text.Paragraph{Text: p})
		words += len(wordForm().FindAllString(p, leastWords))
	}
	if words < leastWords {
		return broken(in, "its elements hold no text that is known for a report", wiredesk.ErrInvalid)
	}
	r, cut := a.Read(text.Known{})
	res.item(in.name(), r, cut)
	return res
}

// parseJSON reads JSON in a form that intake does not know by the names of its
// keys, or refuses it where they say nothing.
func parseJSON(in Input, doc string) (res Result) {
	if jsonl.Deep(doc) {
		return broken(in, "it is nested too deep", wiredesk.ErrRefused)
	}
	items := fields.JSON(doc)
	for i, it := range items {
		r, cut := it.Report()
		res.item(in.part(i, len(items), "item"), r, cut)
	}
	if len(items) > 0 {
		return res
	}
	return Result{Problems: []*wiredesk.Problem{{Input: in.name(), Reason: "it is JSON of a form that is not known",
		Advice: `give JSON Lines of {"id","outlet","headline","text","published","url"}, JSON Feed or ninjs`, Err: wiredesk.ErrInvalid}}}
}
