package main

import (
	"fmt"
	"io"
	"strings"

	"wiredesk"
	"wiredesk/internal/eval"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang/linear"
	"wiredesk/internal/lang/name"
)

// report prints the scores of a model on the documents that names are measured
// on, and writes its errors to errors if that is not nil.
func report(m *linear.Model, test []*corpus.Named, size int, errors io.Writer) {
	lines := eval.ScoreNames(test, func(d *corpus.Named) []wiredesk.Mention {
		l := divide(d)
		found := name.FindWith(m, d.Text, l.tokens, l.sentences)
		if errors != nil {
			list(errors, d, found)
		}
		return found
	})
	for _, l := range lines {
		fmt.Println(l)
	}
	fmt.Printf("%d features, %d kB\n", m.Knows(), size/1000)
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
