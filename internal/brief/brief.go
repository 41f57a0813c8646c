// Package brief is the fifth room: it compares the accounts of one story and
// compiles the brief, every sentence cited.
package brief

import "wiredesk"

// Version is the version of this stage; see lang.Version.
const Version = "1"

// Compile writes the brief of one story from the readings of its reports and
// their assignments, both in the order of story.Reports. origins counts who
// says so over all of them. Nothing that the checker refuses is printed.
func Compile(story wiredesk.Story, readings []wiredesk.Reading, assignments []wiredesk.Assignment, origins wiredesk.Origins) wiredesk.Brief {
	return wiredesk.Brief{Story: story.ID, Headline: story.Headline, Origins: origins}
}
