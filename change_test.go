package wiredesk_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
)

// sentences makes a reading of sentences, one a line.
func sentences(lines ...string) *wiredesk.Reading {
	r := &wiredesk.Reading{Report: wiredesk.Report{Text: strings.Join(lines, "\n")}}
	at := 0
	for _, line := range lines {
		r.Sentences = append(r.Sentences, wiredesk.Span{Start: at, End: at + len(line)})
		at += len(line) + 1
	}
	return r
}

// told writes changes as " kept", "+added", "-removed".
func told(changes []wiredesk.Change) []string {
	signs := map[wiredesk.ChangeKind]string{wiredesk.Kept: " ", wiredesk.Added: "+", wiredesk.Removed: "-"}
	var out []string
	for _, c := range changes {
		out = append(out, signs[c.Kind]+c.Text)
	}
	return out
}

func TestChanges(t *testing.T) {
	old := sentences("The ferry ran aground.", "Three were injured.", "The sea was calm.")
	for _, c := range []struct {
		name string
		new  *wiredesk.Reading
		want []string
	}{
		{"nothing", old, []string{" The ferry ran aground.", " Three were injured.", " The sea was calm."}},
		{"a figure", sentences("The ferry ran aground.", "Five were injured.", "The sea was calm."),
			[]string{" The ferry ran aground.", "-Three were injured.", "+Five were injured.", " The sea was calm."}},
		{"a new top and a cut", sentences("A ferry is lost.", "the ferry  ran aground", "Three were injured."),
			[]string{"+A ferry is lost.", " the ferry  ran aground", " Three were injured.", "-The sea was calm."}},
		{"all", sentences("It rained."), []string{"-The ferry ran aground.", "-Three were injured.", "-The sea was calm.", "+It rained."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, told(wiredesk.Changes(old, c.new))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Very long reports are compared in linear time.
func TestChangesOfLongReports(t *testing.T) {
	lines := strings.Split(strings.Repeat("It rained on.\n", 30_000), "\n")
	changes := wiredesk.Changes(sentences(lines...), sentences(append([]string{"It snowed."}, lines[1:]...)...))
	if len(changes) != 30_002 {
		t.Errorf("%d changes", len(changes))
	}
}
