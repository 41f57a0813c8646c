package wiredesk

// A Trim is a part of a sentence that can be left out without a change to what
// the rest says. Span takes the mark that parts it from the rest with it.
type Trim struct {
	Span Span     `json:"span"`
	Kind TrimKind `json:"kind"`
}

// TrimKind says what a Trim is.
type TrimKind string

// The kinds of trims.
const (
	TrimApposition TrimKind = "apposition" // ", the commissioner of the county,"
	TrimRelative   TrimKind = "relative"   // ", which lies near the border,"
	TrimClause     TrimKind = "clause"     // ", leaving thousands without power"
	TrimCoordinate TrimKind = "coordinate" // ", and schools were shut"
	TrimOpening    TrimKind = "opening"    // "As night fell, "
	TrimAside      TrimKind = "aside"      // in brackets or between dashes
	TrimTime       TrimKind = "time"       // when something was said: "on Tuesday"
)
