// Package brief is the sixth room: it writes the brief of a story out of its
// dossier, every sentence cited.
//
// The words of a brief are the words of the reports. The stage plans, chooses,
// shortens and resolves, and internal/brief/check lets each sentence through or
// refuses it.
package brief

import (
	"wiredesk"
	"wiredesk/internal/dossier"
)

// A Counter answers "how many say so": for the claims with these ids, or for
// the whole story where there are none.
type Counter func(claims []string) wiredesk.Origins

// A Compiler makes the brief of one story out of the readings of its reports and
// their assignments, both in the order of story.Reports. Entities that are one
// across the reports have one id in all of them. count says how many say so.
type Compiler func(story wiredesk.Story, readings []wiredesk.Reading, assignments []wiredesk.Assignment, count Counter) wiredesk.Brief

// Compile is the Compiler of briefs of the usual length.
func Compile(story wiredesk.Story, readings []wiredesk.Reading, assignments []wiredesk.Assignment, count Counter) wiredesk.Brief {
	return By(Options{})(story, readings, assignments, count)
}

// By returns the Compiler that lays the reports beside each other and writes the
// brief as the options say.
func By(o Options) Compiler {
	return func(story wiredesk.Story, readings []wiredesk.Reading, assignments []wiredesk.Assignment, count Counter) wiredesk.Brief {
		return Write(dossier.Compile(story, readings, assignments, dossier.Counter(count)), readings, o)
	}
}
