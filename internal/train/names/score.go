package main

import (
	"fmt"
	"io"
	"strings"

	"wiredesk"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang/linear"
	"wiredesk/internal/lang/name"
)

// A tally counts names: marked, found, and both.
type tally struct{ gold, found, right int }

func (t tally) f1() float64 { return 200 * float64(t.right) / float64(max(t.gold+t.found, 1)) }

var scored = []wiredesk.EntityType{wiredesk.Person, wiredesk.Organization, wiredesk.PlaceName}

// report prints the scores of a model by set and type.
func report(m *linear.Model, test []*corpus.Named, size int, errors io.Writer) {
	counts := map[string]map[wiredesk.EntityType]*tally{}
	var sets []string
	for _, d := range test {
		if counts[d.Set] == nil {
			counts[d.Set] = map[wiredesk.EntityType]*tally{}
			for _, t := range scored {
				counts[d.Set][t] = &tally{}
			}
			sets = append(sets, d.Set)
		}
		tokens, sentences := analyze(d)
		found := name.FindWith(m, d.Text, tokens, sentences)
		count(counts[d.Set], d.Names, found)
		if errors != nil {
			list(errors, d, found)
		}
	}
	var macro, person float64
	for _, s := range sets {
		var all tally
		line := ""
		for _, t := range scored {
			c := counts[s][t]
			all.gold, all.found, all.right = all.gold+c.gold, all.found+c.found, all.right+c.right
			line += fmt.Sprintf("  %s %.1f (%d)", t, c.f1(), c.gold)
		}
		macro += all.f1() / float64(len(sets))
		person += counts[s][wiredesk.Person].f1() / float64(len(sets))
		fmt.Printf("%-9s %.1f  P %.1f R %.1f%s\n", s, all.f1(), 100*float64(all.right)/float64(max(all.found, 1)), 100*float64(all.right)/float64(max(all.gold, 1)), line)
	}
	fmt.Printf("macro %.2f, person %.2f, %d features, %d kB\n", macro, person, m.Knows(), size/1000)
}

// count adds the names of one document to the tallies.
func count(counts map[wiredesk.EntityType]*tally, gold, found []wiredesk.Mention) {
	marked := map[wiredesk.Mention]bool{}
	for _, m := range gold {
		marked[m] = true
		if c := counts[m.Type]; c != nil {
			c.gold++
		}
	}
	for _, m := range found {
		if c := counts[m.Type]; c != nil {
			c.found++
			if marked[m] {
				c.right++
			}
		}
	}
}

// list writes the names that were missed (-) and those that were found wrongly
// (+), with what stands around them.
func list(w io.Writer, d *corpus.Named, found []wiredesk.Mention) {
	gold, have := map[wiredesk.Mention]bool{}, map[wiredesk.Mention]bool{}
	for _, m := range d.Names {
		gold[m] = true
	}
	for _, m := range found {
		have[m] = true
	}
	for _, m := range d.Names {
		if !have[m] {
			line(w, "-", d, m)
		}
	}
	for _, m := range found {
		if !gold[m] {
			line(w, "+", d, m)
		}
	}
}

func line(w io.Writer, sign string, d *corpus.Named, m wiredesk.Mention) {
	from, to := max(m.Span.Start-40, 0), min(m.Span.End+30, len(d.Text))
	around := d.Text[from:m.Span.Start] + "[" + m.Span.Words(d.Text) + "]" + d.Text[m.Span.End:to]
	fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", sign, d.Set, m.Type, d.ID, strings.ReplaceAll(around, "\n", " / "))
}
