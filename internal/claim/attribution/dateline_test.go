package attribution

import (
	"strings"
	"testing"

	"wiredesk"
	"wiredesk/internal/lang"
)

// A dateline is no speaker and no part of what is said.
func TestDateline(t *testing.T) {
	const dateline = "HOBART, Australia - "
	text := dateline + "Crews found two more boats in the bay on Friday, bringing the number of lost boats to nine, the coastguard said. Three people were still missing, it said."
	r := wiredesk.Report{
		ID: "r", Text: text, Outlet: outlet, Complete: true,
		Dateline: &wiredesk.Dateline{Place: "HOBART, Australia", Span: wiredesk.Span{Start: 0, End: len(dateline)}},
		Body:     []wiredesk.Span{{Start: 0, End: len(text)}},
	}
	claims := Find(lang.Analyze(&r))
	for _, c := range claims {
		if words := strings.Join(c.Chain, " "); strings.Contains(words, "HOBART") {
			t.Errorf("chain %q", words)
		}
		for _, s := range append(c.Content, c.Source.Spans...) {
			if s.Start < len(dateline) {
				t.Errorf("a claim takes in the dateline: %q", s.Words(text))
			}
		}
	}
	if last := claims[len(claims)-1]; last.Chain[0] != "coastguard" {
		t.Errorf("the last claim is by %q", last.Chain[0])
	}
}
