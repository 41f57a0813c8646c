package store

// A Stage is one version of one stage over one version of those before it. Its
// results carry its ID.
type Stage struct {
	ID     int64
	Name   string // "claim/en/1"
	Basis  string // names of the stages that it builds on
	Cursor int64  // the last input or report that it has been through
	Acts   int64  // the last act of an editor that a story stage follows
}

// A Line is the stages that a report walks through on a desk: intake, reading
// (language and claims), linking and briefs. Raising the version of one opens
// a new line, which shares the stages before it with the old one.
type Line struct {
	Intake, Reading, Story, Brief Stage
}

// LineNames are the names of the stages of a line, with their versions.
type LineNames struct {
	Intake  string // "intake/1"
	Reading string // "lang/en/1 claim/en/1"
	Story   string // "story/1"
	Brief   string // "brief/1"
}

// A Lag says how much each stage of a line has done and has still to do.
type Lag struct {
	Intake, Reading, Story, Brief Progress
}

// A Progress is one stage's part of a Lag.
type Progress struct {
	Done, Behind int
}

// None reports whether nothing is left to do.
func (l Lag) None() bool {
	return l.Intake.Behind+l.Reading.Behind+l.Story.Behind+l.Brief.Behind == 0
}
