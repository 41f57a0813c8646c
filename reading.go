package wiredesk

// A Reading is everything that the desk read out of one report: the report
// itself and what the language and claim stages found in it. It is what the
// desk stores per report and what `wiredesk read --json` prints. All spans
// index Text.
type Reading struct {
	Report
	Sentences  List[Span]      `json:"sentences"`
	Tokens     List[Token]     `json:"tokens,omitempty"` // only where asked for
	Mentions   List[Mention]   `json:"mentions"`
	Entities   List[Entity]    `json:"entities"`
	References List[Reference] `json:"references"`
	Times      List[Time]      `json:"times"`
	Places     List[Place]     `json:"places"`
	Filed      *Place          `json:"filed"` // the place of the dateline, which is among Places only where a command prints a reading
	Claims     List[Claim]     `json:"claims"`
	Figures    List[Figure]    `json:"figures"`
	Background List[Figure]    `json:"background"` // figures of earlier or wider matters than the report's own news
	Events     List[Event]     `json:"events"`
	Trims      List[Trim]      `json:"trims"` // what of its sentences can be left out
}
