// Package eval measures the stages on public data sets. Each measure is a
// function that reads its sets below the shared folder and returns figures; a
// file is named after the measure it holds.
package eval

// A Measure computes the figures of one part of the desk. Run reads the
// public sets below the shared folder (shared/data, shared/seeds).
type Measure struct {
	Name  string
	About string
	Run   func(shared string) ([]Line, error)
}

// Measures are all measures in the order of a report's way through the rooms.
var Measures = []Measure{
	{"intake", "headline, byline, date and body of pages; feeds; datelines", Intake},
	{"syntax", "tokens, sentences, tags and parses on EWT and GUM", Syntax},
	{"names", "names on re3d, wikigold, UNER and GUM", Names},
	{"times", "time expressions and their values", Times},
	{"places", "place names of LGL and TR-News and where they lie", Places},
	{"attribution", "source, cue and content on PolNeAR; quotes and speakers", Attribution},
	{"chains", "attribution chains, on our own gold", Chains},
	{"figures", "casualty figures on EDNIL, gun-violence articles, FA-KES and MUC-4", Figures},
	{"events", "who did what to whom, on our own gold", Events},
	{"group", "stories on the 5W1H set, gun-violence incidents and ECB+ (B-cubed)", Group},
	{"pickup", "copies told from independent accounts, on edited real texts", Pickup},
	{"linker", "speed and memory of linking with many live reports", Linker},
	{"seeds", "what the desk must find in the two seed reports", Seeds},
	{"speed", "reports a second on one core, stage by stage", Speed},
}
