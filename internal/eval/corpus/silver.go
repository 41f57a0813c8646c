package corpus

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"wiredesk"
	"wiredesk/internal/lang/nation"
)

// A SilverWord is a word of PolNeAR's machine-made annotation, at its place in
// the article.
type SilverWord struct {
	Span  wiredesk.Span
	Text  string // as the annotation spells it
	XPOS  string // part of speech of the Penn Treebank
	Class string // PERSON, LOCATION, ORGANIZATION, MISC, DATE, ..., O
	Chain string // marks of coreference chains, in brackets as in CoNLL-2012
}

// A SilverArticle is an article of PolNeAR with machine-made names and
// chains, not checked by hand.
type SilverArticle struct {
	ID, Text string
	Words    []SilverWord
}

// Silver reads the machine-made annotation of PolNeAR's train or dev part.
func Silver(shared, part string) ([]*SilverArticle, error) {
	var out []*SilverArticle
	var offsets []int
	var broken error
	base := filepath.Join(shared, "data/polnear")
	err := lines(filepath.Join(base, "silver", part+".tsv.gz"), func(line string) {
		if id, ok := strings.CutPrefix(line, "# article = "); ok {
			raw, err := os.ReadFile(filepath.Join(base, part, "text", id+".txt"))
			if err != nil {
				broken = err
			}
			out = append(out, &SilverArticle{ID: id, Text: string(raw)})
			offsets = byteOffsets(string(raw))
			return
		}
		f := strings.Split(line, "\t")
		if len(f) < 10 || len(out) == 0 {
			return
		}
		start, _ := strconv.Atoi(f[3])
		length, _ := strconv.Atoi(f[4])
		if start < 0 || length <= 0 || start+length >= len(offsets) {
			return
		}
		a := out[len(out)-1]
		a.Words = append(a.Words, SilverWord{wiredesk.Span{Start: offsets[start], End: offsets[start+length]}, f[1], f[5], f[6], f[9]})
	})
	if broken != nil {
		err = broken
	}
	return out, err
}

var silverTypes = map[string]wiredesk.EntityType{
	"PERSON": wiredesk.Person, "ORGANIZATION": wiredesk.Organization, "LOCATION": wiredesk.PlaceName, "MISC": wiredesk.Other,
}

// Named returns the article with its names: runs of one class.
func (a *SilverArticle) Named() *Named {
	d := &Named{Set: "silver", ID: a.ID, Text: a.Text, Paragraphs: paragraphs(a.Text)}
	before := ""
	for _, w := range a.Words {
		kind := silverTypes[w.Class]
		switch n := len(d.Names); {
		case kind == "":
		case w.Class == before && w.Span.Start-d.Names[n-1].Span.End <= 1:
			d.Names[n-1].Span.End = w.Span.End
		default:
			d.Names = append(d.Names, wiredesk.Mention{Span: w.Span, Type: kind})
		}
		before = w.Class
	}
	for i, m := range d.Names {
		if words := m.Span.Words(d.Text); m.Type != wiredesk.Person && nation.IsPeople(words) {
			d.Names[i].Type = wiredesk.Nationality
		}
	}
	d.settle()
	d.addNationalities()
	return d
}
