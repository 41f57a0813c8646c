package teleprinter_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk/internal/intake/teleprinter"
)

func TestParse(t *testing.T) {
	for name, c := range map[string]struct {
		doc  string
		want teleprinter.Message
	}{
		"IPTC 7901": {"\x01aap0001 3 i 80\r\n\x02River/floods/\r\nRiver rises\r\n\r\nOSTHAVEN (AAP) - It rose\r\nat dawn.\r\n\x03trailer",
			teleprinter.Message{Head: "aap0001 3 i 80", Slug: []string{"River/floods/", "River rises"}, Lines: []string{"", "OSTHAVEN (AAP) - It rose", "at dawn.", ""}, Foot: "trailer"}},
		"ANPA 1312": {"\x16\x16\x01a1\n\x02^River rises<\n^By ANA BROOK=\n\tOSTHAVEN (AP) _ It rose, ``fast.''\n\tIt fell.\n\x03",
			teleprinter.Message{Head: "a1", Slug: []string{"River rises", "By ANA BROOK"}, Lines: []string{"", "OSTHAVEN (AP) — It rose, “fast.”", "", "It fell.", ""}}},
		"without an end": {"\x01a1\n\x02River rises\n\nIt rose.",
			teleprinter.Message{Head: "a1", Slug: []string{"River rises"}, Lines: []string{"", "It rose."}}},
		"nothing": {"\x01", teleprinter.Message{}},
	} {
		t.Run(name, func(t *testing.T) {
			got := teleprinter.Parse(c.doc)
			if len(got.Lines) == 1 && got.Lines[0] == "" {
				got.Lines = nil
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
	if teleprinter.Is("River rises\x02") || teleprinter.Is("\x01River rises") || !teleprinter.Is("\x01a\x02b") {
		t.Error("a message is told by its frame")
	}
}

// A message in, no control character out, spans in the text.
func FuzzReport(f *testing.F) {
	f.Add("\x16\x01a\x02^b<\n\tc\x03")
	f.Fuzz(func(t *testing.T, doc string) {
		r, _ := teleprinter.Parse(strings.ToValidUTF8(doc, "\ufffd")).Report()
		if strings.ContainsAny(r.Text, "\x00\x01\x02\x03\x16\x7f") {
			t.Errorf("%q", r.Text)
		}
		for _, s := range r.Body {
			if !s.Valid(r.Text) {
				t.Errorf("%v", s)
			}
		}
	})
}
