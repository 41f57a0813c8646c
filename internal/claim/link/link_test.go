package link

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/lang"
)

// join links the runs of a text that are marked by hand: for each role the
// words of its runs, in the order of the text.
func join(text string, words ...string) []string {
	doc := lang.Analyze(&wiredesk.Report{Text: text, Body: []wiredesk.Span{{Start: 0, End: len(text)}}})
	var runs []role.Run
	at := 0
	for i := 0; i < len(words); i += 2 {
		s := find(text, words[i+1], at)
		at = s.End
		first, last := doc.TokensIn(s)
		r := map[string]role.Role{"S": role.Source, "C": role.Cue, "N": role.Content}[words[i]]
		runs = append(runs, role.Run{Role: r, First: first, Last: last, Probability: 1})
	}
	var out []string
	for _, a := range Join(role.See(doc), runs) {
		line := a.Cue.Span(doc).Words(text) + ":"
		for _, r := range append(a.Sources, a.Contents...) {
			line += " [" + r.Span(doc).Words(text) + "]"
		}
		out = append(out, line)
	}
	return out
}

func find(text, words string, from int) wiredesk.Span {
	for i := from; i+len(words) <= len(text); i++ {
		if text[i:i+len(words)] == words {
			return wiredesk.Span{Start: i, End: i + len(words)}
		}
	}
	return wiredesk.Span{}
}

func TestJoin(t *testing.T) {
	for _, c := range []struct {
		name, text string
		runs, want []string
	}{
		{
			"two clauses", "The mayor said the dam would hold, but engineers warned that it could fail.",
			[]string{"S", "The mayor", "C", "said", "N", "the dam would hold", "S", "engineers", "C", "warned", "N", "that it could fail"},
			[]string{"said: [The mayor] [the dam would hold]", "warned: [engineers] [that it could fail]"},
		},
		{
			"interrupted", `"We stay," the captain said, "until the end."`,
			[]string{"N", `"We stay,"`, "S", "the captain", "C", "said", "N", `"until the end."`},
			[]string{`said: [the captain] ["We stay,"] ["until the end."]`},
		},
		{
			"nested", "Weiss said Costa had promised that gas would flow.",
			[]string{"S", "Weiss", "C", "said", "S", "Costa", "C", "had promised", "N", "that gas would flow"},
			[]string{"had promised: [Costa] [that gas would flow]"},
		},
		{"no content", "The mayor said so.", []string{"S", "The mayor", "C", "said"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, join(c.text, c.runs...)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
