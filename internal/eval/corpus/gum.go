package corpus

import (
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"wiredesk"
)

// Proper reports whether a word is part of a proper name: a proper noun, or an
// adjective that is tagged as one ("United" in "United States").
func (w Word) Proper() bool { return w.UPOS == "PROPN" || strings.HasPrefix(w.XPOS, "NNP") }

// A GUMMention is a mention of GUM's entity annotation, over the words
// [First, Last) of a document.
type GUMMention struct {
	Chain       string // number of its chain of coreference
	Type        string // person, place, organization, event, object, abstract, ...
	First, Last int
	Core        []int  // its minimal words, by index
	Linked      string // what it is linked to, or ""
}

// gumMark finds the brackets of an Entity annotation.
var gumMark = regexp.MustCompile(`\([^()]*\)?|[^()]+\)`)

// Mentions returns the mentions of the document, in the order in which they
// close.
func (d *Document) Mentions() []GUMMention {
	var out []GUMMention
	var open []GUMMention
	for i, w := range d.Words {
		for _, mark := range gumMark.FindAllString(w.Entity, -1) {
			at := len(open) - 1
			if mark[0] == '(' {
				open = append(open, gumMention(strings.Trim(mark, "()"), i))
				at = len(open) - 1
			}
			if !strings.HasSuffix(mark, ")") {
				continue
			}
			if mark[0] != '(' {
				chain := strings.TrimSuffix(mark, ")")
				for at >= 0 && open[at].Chain != chain {
					at--
				}
			}
			if at < 0 {
				continue
			}
			m := open[at]
			open = slices.Delete(open, at, at+1)
			m.Last = i + 1
			m.Core = slices.DeleteFunc(m.Core, func(k int) bool { return k >= m.Last })
			out = append(out, m)
		}
	}
	return out
}

// gumMention reads what stands after an opening bracket: chain, type,
// information status, salience, centering, minimal words, link type, link.
func gumMention(mark string, first int) GUMMention {
	f := strings.SplitN(mark, "-", 8)
	m := GUMMention{Chain: f[0], First: first}
	if len(f) > 1 {
		m.Type = f[1]
	}
	if len(f) > 5 {
		for n := range strings.SplitSeq(f[5], ",") {
			if k, err := strconv.Atoi(n); err == nil {
				m.Core = append(m.Core, first+k-1)
			}
		}
	}
	if len(f) > 7 {
		m.Linked = f[7]
	}
	return m
}

var gumTypes = map[string]wiredesk.EntityType{
	"person": wiredesk.Person, "organization": wiredesk.Organization, "place": wiredesk.PlaceName,
	"event": wiredesk.EventName, "object": wiredesk.Other, "abstract": wiredesk.Other,
}

// GUM reads the names of GUM: mentions whose minimal words are all proper
// nouns, cut to the run of proper nouns around the first of them. part is
// "train" (only what is freely licensed) or "dev" (all genres).
func GUM(shared, part string) ([]*Named, error) {
	docs, err := UD(filepath.Join(shared, "data/ud_english_gum", part+".conllu.gz"))
	var out []*Named
	may := free()
	for _, doc := range docs {
		if part == "train" && !may[doc.Genre] && !may[doc.ID] {
			continue
		}
		d := &Named{Set: "gum", ID: doc.ID, Text: doc.Text, Paragraphs: doc.Paragraphs}
		mentions := doc.Mentions()
		slices.SortStableFunc(mentions, func(a, b GUMMention) int {
			if a.First != b.First {
				return a.First - b.First
			}
			return b.Last - a.Last
		})
		for _, m := range mentions {
			if n, ok := doc.properName(m); ok {
				d.Names = append(d.Names, n)
			}
		}
		d.cutMembers()
		d.cutMakers()
		d.settle()
		d.addNationalities()
		out = append(out, d)
	}
	return out, err
}

// cutMembers takes an organization off the end of the name of its member:
// "Ana Bell of the Labour Party" is Ana Bell.
func (d *Named) cutMembers() {
	for i := range d.Names {
		person := &d.Names[i]
		if person.Type != wiredesk.Person {
			continue
		}
		for _, m := range d.Names {
			if m.Type != wiredesk.Organization || m.Span.Start <= person.Span.Start || m.Span.Start >= person.Span.End {
				continue
			}
			before := d.Text[person.Span.Start:m.Span.Start]
			if cut := strings.LastIndex(before, " of "); cut > 0 {
				person.Span.End = person.Span.Start + cut
			}
		}
	}
}

// cutMakers takes its maker off the front of the name of a work: "Ana Bell's
// Secret Garden" is a person and a work.
func (d *Named) cutMakers() {
	for i := range d.Names {
		work := &d.Names[i]
		if work.Type != wiredesk.Other {
			continue
		}
		for _, m := range d.Names {
			if m.Type == wiredesk.Person && m.Span.Start == work.Span.Start && m.Span.End < work.Span.End {
				rest := d.Text[m.Span.End:work.Span.End]
				if after := owned(rest); len(after) < len(rest) && !strings.Contains(d.Text[m.Span.Start:m.Span.End], "'") {
					work.Span.Start = work.Span.End - len(after)
				}
			}
		}
	}
}

// properName returns the name in a mention, if it is one.
func (d *Document) properName(m GUMMention) (wiredesk.Mention, bool) {
	kind, ok := gumTypes[m.Type]
	if kind == wiredesk.Person {
		m.Core = d.unroled(m.Core)
	}
	if !ok || len(m.Core) == 0 {
		return wiredesk.Mention{}, false
	}
	for _, k := range m.Core {
		if !d.Words[k].Proper() {
			return wiredesk.Mention{}, false
		}
	}
	if d.Words[m.Core[0]].XPOS == "NNPS" && len(m.Core) == 1 && kind == wiredesk.Person {
		return wiredesk.Mention{}, false // Americans, Founders
	}
	first, last := m.Core[0], m.Core[0]+1
	for first > m.First && d.proper(first-1) {
		first--
	}
	for last < m.Last && (d.proper(last) || last+1 < m.Last && d.link(last) && d.proper(last+1) ||
		last+2 < m.Last && d.link(last) && d.link(last+1) && d.proper(last+2)) {
		last++
	}
	if end := m.Core[len(m.Core)-1] + 1; kind != wiredesk.Person && end > last && d.joined(last, end) {
		last = end
	}
	if kind == wiredesk.Person && last < m.Last && numeral[d.Words[last].Span.Words(d.Text)] {
		last++
	}
	n := wiredesk.Mention{Span: wiredesk.Span{Start: d.Words[first].Span.Start, End: d.Words[last-1].Span.End}, Type: kind}
	return n, true
}

// numeral holds what tells rulers of one name apart: "Ana II".
var numeral = map[string]bool{"I": true, "II": true, "III": true, "IV": true, "V": true, "VI": true, "VII": true, "VIII": true, "IX": true, "X": true}

// unroled returns the minimal words of a person from the name on that stands
// beside a common noun: "author Ana Bell" is Ana Bell, but of "citizens of
// Homs" nothing is left.
func (d *Document) unroled(core []int) []int {
	for k, i := range core {
		if d.Words[i].Proper() {
			if k > 0 && core[k-1] != i-1 {
				return nil
			}
			return core[k:]
		}
	}
	return nil
}

func (d *Document) proper(i int) bool {
	w := d.Words[i]
	return w.Proper() || w.UPOS == "NUM" && w.Deprel != "nummod"
}

// joined reports whether the words [first, last) are proper nouns and links,
// "and" among them.
func (d *Document) joined(first, last int) bool {
	for i := first; i < last; i++ {
		if !d.proper(i) && !d.link(i) && d.Words[i].Span.Words(d.Text) != "and" {
			return false
		}
	}
	return true
}

func (d *Document) link(i int) bool {
	switch d.Words[i].Span.Words(d.Text) {
	case "of", "the", "-", "–", "'s", "’s", "&", "de", "al", "for", ".":
		return true
	}
	return false
}
