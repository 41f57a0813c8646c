package intake_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"wiredesk"
	"wiredesk/internal/intake"
)

// parse reads one input that must hold as many reports as said.
func parse(t *testing.T, in intake.Input, reports int) intake.Result {
	t.Helper()
	res := intake.Parse(in)
	if len(res.Reports) != reports {
		t.Fatalf("%d reports, want %d; problems: %v", len(res.Reports), reports, res.Problems)
	}
	return res
}

func TestPlainTextIsKeptAsItIs(t *testing.T) {
	for _, doc := range []string{"One line only.", "\ufeffA mark first\r\n\r\nThen a text.\r\n", "  white space \n\n\n around \t"} {
		r := parse(t, intake.Input{File: "a.txt", Bytes: []byte(doc)}, 1).Reports[0]
		if r.Text != doc {
			t.Errorf("text is %q, want %q", r.Text, doc)
		}
	}
}

// A text without structure loses no words: everything is headline or body.
func TestBareTextLosesNoWords(t *testing.T) {
	for name, doc := range map[string]string{
		"one paragraph": strings.Repeat("The river rose again and the mayor spoke of it. ", 40),
		"wrapped":       strings.Repeat("The river rose again and the mayor, who lives there,\nspoke of it to those who had come. ", 12),
		"short lines":   "The river rose.\nThe mayor spoke.\nNobody came.\nIt fell again.",
		"list":          "- bread\n- water\n- blankets for the night",
		"one word":      "water",
	} {
		t.Run(name, func(t *testing.T) {
			r := parse(t, intake.Input{File: "a.txt", Bytes: []byte(doc)}, 1).Reports[0]
			var kept []string
			if r.Headline != nil {
				kept = append(kept, strings.Fields(r.Headline.Span.Words(r.Text))...)
			}
			for _, s := range r.Body {
				kept = append(kept, strings.Fields(s.Words(r.Text))...)
			}
			if want := strings.Fields(doc); strings.Join(kept, " ") != strings.Join(want, " ") {
				t.Errorf("kept %d of %d words", len(kept), len(want))
			}
		})
	}
}

func TestIDsDependOnTheInputAlone(t *testing.T) {
	in := intake.Input{File: "a.txt", Bytes: []byte("The river rose again.")}
	a, b := intake.Parse(in).Reports[0], intake.Parse(in).Reports[0]
	if a.ID == "" || a.ID != b.ID {
		t.Errorf("ids %q and %q of one input", a.ID, b.ID)
	}
	reports := []wiredesk.Report{{ID: "x"}, {ID: "x-2"}, {ID: "x"}, {ID: "x"}, {ID: "y"}}
	intake.Distinct(reports)
	seen := map[string]bool{}
	for _, r := range reports {
		if seen[r.ID] {
			t.Errorf("id %q twice", r.ID)
		}
		seen[r.ID] = true
	}
	if !seen["x"] || !seen["x-2"] || !seen["y"] {
		t.Errorf("ids that were distinct have changed: %v", seen)
	}
}

// Given values fill gaps; what the report says itself counts for more.
func TestGivenOutletAndTimeFillGaps(t *testing.T) {
	in := intake.Input{File: "a.txt", Bytes: []byte("The river rose again."), Outlet: "Harbour Post", Published: "2012-02-08"}
	r := intake.Parse(in).Reports[0]
	if r.Outlet != "Harbour Post" || r.Published.Value != "2012-02-08" || r.Published.From != wiredesk.Given {
		t.Errorf("got %q, %+v", r.Outlet, r.Published)
	}
	in.Bytes = []byte("River rises again\n\nTue Feb 7, 2012 8:27pm GMT\n\nThe river rose again in the night.")
	if r := intake.Parse(in).Reports[0]; r.Published.From != wiredesk.Printed || r.Published.Value != "2012-02-07T20:27:00Z" {
		t.Errorf("got %+v, want the printed time", r.Published)
	}
}

func TestJSONLines(t *testing.T) {
	doc := `{"id":"a","outlet":"Harbour Post","headline":"River rises","text":"The river rose.","published":"2012-02-07T20:27:00Z","url":"https://post.example/1"}
{"id":7,"headline":"River falls","text":"River falls\n\nThe river fell.","published":null}

{"id":"broken"
{"id":"empty","text":""}
{"text":"No headline here."}
`
	res := parse(t, intake.Input{File: "r.jsonl", Bytes: []byte(doc)}, 3)
	a, b := res.Reports[0], res.Reports[1]
	if a.ID != "a" || a.Outlet != "Harbour Post" || a.Headline.Text != "River rises" || a.Text != "River rises\n\nThe river rose." ||
		a.Published != (wiredesk.Published{Value: "2012-02-07T20:27:00Z", From: wiredesk.Metadata}) || a.URL != "https://post.example/1" {
		t.Errorf("first record: %+v", a)
	}
	if b.ID != "7" || b.Text != "River falls\n\nThe river fell." || len(b.Body) != 1 {
		t.Errorf("second record: %+v", b)
	}
	if len(res.Problems) != 2 || !strings.Contains(res.Problems[0].Input, "line 4") {
		t.Errorf("problems: %v", res.Problems)
	}
}

// Each of these holds no report, and one line says why and what to do.
func TestInputsWithoutAReport(t *testing.T) {
	for name, b := range map[string][]byte{
		"empty":       nil,
		"white space": []byte(" \n\t "),
		"binary":      bytes.Repeat([]byte{0, 1, 2, 3, 255, 254}, 100),
		"random":      noise(5000),
		"picture":     []byte("\x89PNG\r\n\x1a\n0000"),
		"archive":     []byte("PK\x03\x04aaaaaaaa"),
		"PDF":         []byte("%PDF-1.4\nfoo"),
		"oversize":    bytes.Repeat([]byte("a "), intake.MaxBytes/2+1),
	} {
		t.Run(name, func(t *testing.T) {
			res := parse(t, intake.Input{File: "x", Bytes: b}, 0)
			if len(res.Problems) != 1 || res.Problems[0].Reason == "" || res.Problems[0].Advice == "" || res.Problems[0].Err == nil {
				t.Errorf("problems: %+v", res.Problems)
			}
		})
	}
}

// noise returns n bytes without any order, the same each time.
func noise(n int) []byte {
	r := rand.New(rand.NewPCG(1, 2))
	out := make([]byte, n)
	for i := range out {
		out[i] = byte(r.Uint32())
	}
	return out
}
