package desk_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"wiredesk"
	"wiredesk/internal/brief"
	"wiredesk/internal/desk"
	"wiredesk/internal/intake"
)

// BenchmarkStart is how long a desk with many reports takes from its start
// until it has linked one more. REPORTS sets how many there are.
func BenchmarkStart(b *testing.B) {
	n, err := strconv.Atoi(os.Getenv("REPORTS"))
	if err != nil {
		n = 2000
	}
	vocabulary := strings.Fields(strings.Repeat(alba1+" "+alba2+" ", 3))
	o := desk.Options{Now: func() time.Time { return now }, Stages: desk.Stages{
		Parse: func(in intake.Input) intake.Result {
			var out intake.Result
			if len(in.Bytes) < 10 {
				return parse(in)
			}
			for i := range n {
				var text strings.Builder
				for k := range 400 {
					text.WriteString(vocabulary[(i*7+k*k)%len(vocabulary)] + " ")
					if k%4 == 0 {
						fmt.Fprintf(&text, "word%d ", (i/5*31+k)%50_000)
					}
				}
				r := wiredesk.Report{ID: fmt.Sprint("r", i), GUID: wiredesk.Optional(fmt.Sprint("urn:", i)), Text: text.String(), Status: wiredesk.Usable,
					Published: wiredesk.Published{Value: "2026-03-01", From: wiredesk.Metadata}}
				r.Body = wiredesk.List[wiredesk.Span]{{Start: 0, End: len(r.Text)}}
				out.Reports = append(out.Reports, r)
			}
			return out
		},
		Read: func(r *wiredesk.Report) wiredesk.Reading { return wiredesk.Reading{Report: *r} },
		Compile: func(s wiredesk.Story, _ []wiredesk.Reading, _ []wiredesk.Assignment, _ brief.Counter) wiredesk.Brief {
			return wiredesk.Brief{Story: s.ID}
		},
	}}
	t := newBench(b, o)
	if err := t.desk.Add(b.Context(), []intake.Input{{File: "many", Bytes: []byte("many reports")}}, nil); err != nil {
		b.Fatal(err)
	}
	if err := t.desk.Run(b.Context(), nil); err != nil {
		b.Fatal(err)
	}
	i := 0
	for b.Loop() {
		i++
		fresh := desk.New(t.db, o)
		if err := fresh.Add(b.Context(), []intake.Input{{File: fmt.Sprint(i), Bytes: []byte(fmt.Sprintf("id: %d\n\nx%d", i, i))[:8]}}, nil); err != nil {
			b.Fatal(err)
		}
		if err := fresh.Run(b.Context(), nil); err != nil {
			b.Fatal(err)
		}
	}
}
