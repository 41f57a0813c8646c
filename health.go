package wiredesk

import "time"

// A Failure is something that the desk could not do, with its reason. It is
// tried again when the stage's version is raised, and gone once it succeeds.
type Failure struct {
	Stage       string   `json:"stage"`       // "fetch", "intake/1", ...
	Input       string   `json:"input"`       // the file, address, report or story
	Report      Optional `json:"report"`      // its id, where it is a report
	Story       Optional `json:"story"`       // its id, where it is a story
	Reason      string   `json:"reason"`      // what happened, for a person
	Advice      Optional `json:"advice"`      // what to do
	Tries       int      `json:"tries"`       // how often it was tried
	Quarantined bool     `json:"quarantined"` // the stage panicked on it each time; the rest flows
	First       string   `json:"first"`       // RFC 3339, UTC
	Last        string   `json:"last"`        // RFC 3339, UTC
}

// A StageState says how far a stage of the desk is.
type StageState struct {
	Name   string `json:"name"`   // with its version: "claim/en/1"
	Basis  string `json:"basis"`  // the versions of the stages that it builds on, "" for the first
	Done   int    `json:"done"`   // of what came in, how much it has been through
	Behind int    `json:"behind"` // how much is still to do
	Shown  bool   `json:"shown"`  // its results are what the desk shows; a new version is shown once it is complete
}

// A Work is something that a stage has begun and not ended.
type Work struct {
	Stage   string `json:"stage"`
	Subject string `json:"subject"` // what tells it from others at the stage
	Input   string `json:"input"`   // the file, address, report or story
	Since   string `json:"since"`   // RFC 3339, UTC
	Tries   int    `json:"tries"`   // how often it was begun
}

// A DeskState is the desk at one glance.
type DeskState struct {
	Folder   string           `json:"folder"`
	Engine   string           `json:"engine"` // version of SQLite
	Schema   int              `json:"schema"`
	Inputs   int              `json:"inputs"`
	Reports  int              `json:"reports"`  // newest versions
	Versions int              `json:"versions"` // all versions
	Stories  int              `json:"stories"`
	Stages   List[StageState] `json:"stages"`
	Feeds    List[Feed]       `json:"feeds"`
	Failures List[Failure]    `json:"failures"`
	Working  List[Work]       `json:"working"` // what the stages are at, the longest at it first; nothing moves on while one does not end
}

// stuckAfter is how long a stage may be at one document before the desk says that
// it is stuck there.
const stuckAfter = 20 * time.Second

// Stuck returns what the desk has been at for too long at a moment, the longest
// first.
func (s *DeskState) Stuck(now time.Time) []Work {
	var out []Work
	for _, w := range s.Working {
		if since, err := time.Parse(time.RFC3339, w.Since); err == nil && now.Sub(since) > stuckAfter {
			out = append(out, w)
		}
	}
	return out
}

// Behind is how much the stages that are shown have still to do.
func (s *DeskState) Behind() int {
	n := 0
	for _, stage := range s.Stages {
		if stage.Shown {
			n += stage.Behind
		}
	}
	return n
}
